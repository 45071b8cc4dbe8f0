import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.ui.office.window import OfficeWindow
from tests.ui.desks import meeting_of, record_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot, workspace):
    qtbot.keyClick(workspace.window_, Qt.Key.Key_K, CONTROL)
    return workspace.beside._find


def search(qtbot, dialog, words):
    dialog.line.setText(words)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    qtbot.waitUntil(lambda: not dialog._errands.busy())


def words_of(dialog):
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_without_words_the_commands_are_offered_with_their_keys(dialog):
    assert dialog.isVisible()
    assert any("ประชุมครั้งใหม่" in words and "Ctrl+N" in words for words in words_of(dialog))


def test_a_matter_is_found_by_any_part_of_it_and_opened(qtbot, workspace, dialog):
    meeting = record_of(workspace, Kind.MEETING, meeting_of(workspace, 8))
    matter = meeting.agenda[2].matters[0]
    part = matter.title.split()[1][:12]
    search(qtbot, dialog, part)
    row = next(n for n, one in enumerate(dialog._found) if one.hit and one.hit.record == matter.uid)
    for _ in range(row):
        qtbot.keyClick(dialog.line, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert workspace.meetings.pane.meeting == meeting.uid
    assert workspace.meetings.pane.agenda.matter.matter.uid == matter.uid


def test_a_person_is_opened_in_the_office(qtbot, workspace, dialog):
    meeting = record_of(workspace, Kind.MEETING, meeting_of(workspace, 8))
    person = record_of(workspace, Kind.PERSON, meeting.attendance[0].person)
    search(qtbot, dialog, person.name.split()[0])
    row = next(n for n, one in enumerate(dialog._found) if one.hit and one.hit.record == person.uid)
    dialog.list.setCurrentRow(row)
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    office = workspace.window_.findChild(OfficeWindow)
    assert office is not None
    assert office.isVisible()


def test_a_command_is_done(qtbot, workspace, dialog):
    search(qtbot, dialog, "แสดงเอกสารข้าง")
    before = workspace.meetings.paper.isHidden()
    qtbot.keyClick(dialog.line, Qt.Key.Key_Return)
    assert workspace.meetings.paper.isHidden() is not before


def test_what_is_just_typed_is_found(qtbot, write, workspace):
    workspace.open_record(meeting_of(workspace, 8))
    agenda = workspace.meetings.pane.agenda
    write(agenda.item.title, "คำที่เพิ่งพิมพ์")
    qtbot.keyClick(workspace.window_, Qt.Key.Key_K, CONTROL)
    dialog = workspace.beside._find
    search(qtbot, dialog, "คำที่เพิ่งพิมพ์")
    assert dialog._found[0].hit.record == agenda.item.record.uid


@pytest.mark.parametrize("words", ["zzzไม่มี", "<b>&\"'", "' OR 1=1 --", "\\%_*", "“”"])
def test_nothing_found_is_said(qtbot, dialog, words):
    search(qtbot, dialog, words)
    assert dialog.list.count() == 0
    assert dialog._told.text() == "ไม่พบข้อมูล"
