"""A meeting whose record is closed: read in every part, changed in none, and opened again."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolButton,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import MinutesState
from bmahr_desktop.operations import attachments, editions, records
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.meetings.state_dialogs import ReasonDialog
from bmahr_desktop.ui.records.form import RecordForm
from tests.ui.desks import meeting_of, record_of

HEADER, ATTENDANCE, AGENDA, SIGNATURES, ATTACHMENTS, LETTERS = range(6)


@pytest.fixture
def newest(workspace):
    """The newest meeting of the sample, open on the screen; it is closed and reopened by tests."""
    uid = meeting_of(workspace, 9)
    workspace.open_record(uid)
    return uid


def closed(session, meeting):
    """Close a record; its paper is not looked at here, so none is set in type."""
    prepared = editions.prepare_edition(session, meeting)
    return editions.close_record(session, prepared, b"%PDF-1.7")


@pytest.fixture
def pane(workspace, newest):
    workspace.desk.write(workspace, closed, newest)
    return workspace.meetings.pane


def typed(widget):
    """Whether something can be typed or chosen in a field."""
    return widget.isEnabled() and not getattr(widget, "isReadOnly", bool)()


def open_fields(part):
    kinds = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)
    found = [one for kind in kinds for one in part.findChildren(kind)]
    searching = ("body_find_field", "body_replace_field")
    return {
        one.objectName() or one.parent().objectName()
        for one in found
        if one.isVisible() and typed(one) and one.objectName() not in searching
    }


def test_the_bar_says_that_it_is_closed_and_since_when(workspace, pane, newest):
    assert pane.closed.isVisible()
    assert "๑" in pane.closed.told.text()
    workspace.open_record(meeting_of(workspace, 8))
    assert not pane.closed.isVisible()
    workspace.open_record(newest)
    assert pane.closed.isVisible()


@pytest.mark.parametrize(
    ("tab", "goes_on"),
    [
        (HEADER, {"minutes_state"}), (ATTENDANCE, set()), (AGENDA, set()), (SIGNATURES, set()),
        (ATTACHMENTS, set()), (LETTERS, set()),
    ],
)  # fmt: skip
def test_nothing_can_be_typed_in_any_part(workspace, pane, tab, goes_on):
    pane.tabs.setCurrentIndex(tab)
    QApplication.processEvents()
    assert open_fields(pane.tabs.currentWidget()) == goes_on


def test_every_part_of_a_matter_is_only_read(workspace, pane, newest):
    matters = [
        (item, matter)
        for item in record_of(workspace, Kind.MEETING, newest).agenda
        for matter in item.matters
    ]
    for item, matter in matters:
        workspace.open_record(matter.uid if matter.title else item.uid)
        part = pane.agenda.matter
        for tab in range(part.tabs.count()):
            part.tabs.setCurrentIndex(tab)
            QApplication.processEvents()
            assert open_fields(pane.agenda) <= {"needed", "follow_up_state"}  # they go on
            buttons = [one for one in part.findChildren(QToolButton) if one.isVisible()]
            changing = ("resolution_", "assignment_", "correction_", "matter_parts", "dissent_")
            assert not any(
                one.isEnabled() for one in buttons if one.objectName().startswith(changing)
            )


def test_tools_step_back_but_copies_are_given_out(workspace, pane, newest, tmp_path):
    enabled = lambda name: pane.findChild(QToolButton, name).isEnabled()  # noqa: E731
    for name in ("item_add", "matter_add", "agenda_up", "agenda_down", "agenda_remove", "roll_up",
                 "signature_remove"):  # fmt: skip
        if name.startswith(("roll", "signature")):
            pane.tabs.setCurrentIndex(ATTENDANCE if name.startswith("roll") else SIGNATURES)
        assert not enabled(name), name
    assert not pane.agenda.passing_on.move.isEnabled()
    assert pane.agenda.passing_on.copy.isEnabled()
    workspace.desk.write(workspace, editions.reopen, newest, "ทดลอง")
    file = tmp_path / "แนบ.pdf"
    file.write_bytes(b"%PDF-1.4 attached")
    entry = workspace.desk.read(attachments.take_file, file)
    workspace.desk.write(workspace, attachments.attach, newest, entry, "")
    pane.tabs.setCurrentIndex(ATTACHMENTS)
    assert pane.findChild(object, "attachment_add").isEnabled()
    workspace.desk.write(workspace, closed, newest)
    for name, wanted in (("attachment_add", False), ("attachment_remove", False),
                         ("attachment_open", True), ("attachment_export", True)):  # fmt: skip
        assert pane.findChild(object, name).isEnabled() is wanted, name


def test_keys_typed_into_a_closed_body_leave_it_as_it_is(qtbot, write, workspace, pane, newest):
    section = next(
        one for item in record_of(workspace, Kind.MEETING, newest).agenda
        for matter in item.matters for one in matter.sections if one.body
    )  # fmt: skip
    workspace.open_record(section.uid)
    editor = pane.agenda.matter.body.editor
    before = editor.toPlainText()
    editor.setFocus()
    write(editor, "เติม")
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.toPlainText() == before
    assert not editor.commands["bold"].isEnabled()
    assert editor.commands["find"].isEnabled()
    assert pane.flush()


def test_how_the_minutes_fare_can_still_be_noted(qtbot, workspace, pane, newest):
    pane.tabs.setCurrentIndex(HEADER)
    field = pane.header.findChild(ChoiceField, "minutes_state")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_End)
    assert record_of(workspace, Kind.MEETING, newest).minutes_state is MinutesState.ADOPTED


def test_opened_again_from_the_bar_it_is_edited_again(qtbot, write, workspace, pane, newest):
    workspace.open_record(newest)
    pane.tabs.setCurrentIndex(HEADER)
    venue = pane.header.findChild(QLineEdit, "venue")
    assert venue.isReadOnly()

    def give_a_reason():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ReasonDialog)
        dialog.reason.setText("แก้คำผิด")
        dialog.does.click()

    QTimer.singleShot(50, give_a_reason)
    pane.closed.reopen.click()
    assert not pane.closed.isVisible()
    assert not venue.isReadOnly()
    venue.setFocus()
    venue.selectAll()
    write(venue, "ห้องประชุมใหม่")
    assert pane.flush()
    assert record_of(workspace, Kind.MEETING, newest).venue == "ห้องประชุมใหม่"
    pane.tabs.setCurrentIndex(AGENDA)
    assert pane.agenda.findChild(QToolButton, "item_add").isEnabled()
    assert not any(editor.isReadOnly() for editor in pane.findChildren(BodyEditor))


class TaskForm(RecordForm):
    """How a task is done, as a form would show it beside to whom it was given."""

    def __init__(self, desk):
        super().__init__(desk, Kind.ASSIGNMENT)
        self.state = ChoiceField(wording.choices(wording.FOLLOW_UPS), self)
        self.to, self.due = WordField(self), WordField(self)
        self.bind_choice("state", None, self.state)
        self.bind_text("assigned_to", None, self.to)
        self.bind_text("due.text", None, self.due)


def test_how_a_task_is_done_goes_on_and_nothing_else(qtbot, workspace, pane, newest):
    task = next(
        one for item in record_of(workspace, Kind.MEETING, newest).agenda for matter in item.matters
        for resolution in matter.resolutions for one in resolution.assignments
    )  # fmt: skip
    form = TaskForm(workspace.desk)
    qtbot.addWidget(form)
    form.show_record(workspace.desk.read(records.read, Kind.ASSIGNMENT, task.uid))
    assert [one.isReadOnly() for one in (form.to, form.due)] == [True, True]
    form.show()
    form.state.setFocus()
    qtbot.keyClick(form.state, Qt.Key.Key_End)
    assert record_of(workspace, Kind.ASSIGNMENT, task.uid).state is FollowUp.ENDED
    workspace.desk.write(workspace, editions.reopen, newest, "ทดลอง")
    assert not form.to.isReadOnly()


def test_in_the_live_view_it_is_only_read_too(workspace, pane, newest):
    workspace.live.turn()
    QApplication.processEvents()
    live = pane.live
    assert pane.closed.isVisible()
    assert open_fields(live.matter) == set()
    assert open_fields(live.presence) == set()
    workspace.live.turn()
