"""What becomes of a meeting: put off, called off, adjourned, called again, opened again."""

import datetime

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import MeetingState
from bmahr_desktop.operations import editions, records, sessions
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.ui.meetings.commands import MeetingCommands
from tests.meetings import uid

FIRST, SECOND = uid("meeting"), uid("meeting 2")


@pytest.fixture
def commands(qtbot, desk):
    host = QWidget()
    qtbot.addWidget(host)
    made = MeetingCommands(desk, lambda: True, host)
    made.show_meeting(SECOND)
    host.show()
    return made


@pytest.fixture
def in_dialog(qtbot):
    """Do something in the dialog that opens next; tells afterwards that it was done."""
    done = []

    def answer(act):
        def when_open():
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, when_open)
                return
            act(dialog)
            done.append(True)
            if isinstance(dialog, QDialog) and dialog.isVisible():
                dialog.reject()

        QTimer.singleShot(0, when_open)
        return done

    return answer


def state(desk, meeting=SECOND):
    return desk.read(records.read, Kind.MEETING, meeting, shallow=True).record


def enabled(commands):
    actions = (commands.postpone, commands.cancel, commands.no_quorum, commands.again,
               commands.prepare, commands.reopen)  # fmt: skip
    return [action.isEnabled() for action in actions]


def test_only_what_can_be_done_is_offered(commands, desk):
    assert enabled(commands) == [True, True, True, False, False, False]
    with desk._store.writing() as session:
        sessions.no_quorum(session, SECOND)
    commands.show_meeting(SECOND)
    assert enabled(commands) == [False, False, False, True, True, False]
    commands.show_meeting(FIRST)
    assert enabled(commands) == [False] * 6
    commands.show_meeting("")
    assert enabled(commands) == [False] * 6


def test_a_meeting_is_put_off_to_a_later_day(commands, desk, in_dialog):
    def fill(dialog):
        dialog.reason.setText("ประธานติดราชการ")
        dialog.date.set_value(datetime.date(2025, 2, 5))
        dialog.does.click()
        assert dialog.note.text()  # the same day is no other day
        dialog.date.set_value(datetime.date(2025, 2, 12))
        dialog.does.click()

    done = in_dialog(fill)
    commands.postpone.trigger()
    assert done
    found = state(desk)
    assert (found.state, found.state_reason, found.put_off_to) == (
        MeetingState.POSTPONED, "ประธานติดราชการ", datetime.date(2025, 2, 12),
    )  # fmt: skip
    assert enabled(commands) == [True, True, True, True, True, False]
    commands.prepare.trigger()
    assert state(desk).state is MeetingState.PREPARING


def test_leaving_the_dialog_changes_nothing(commands, desk, in_dialog):
    done = in_dialog(lambda dialog: dialog.leave.click())
    commands.cancel.trigger()
    assert done
    assert state(desk).state is MeetingState.PREPARING


@pytest.mark.parametrize(
    ("name", "expected"),
    [("cancel", MeetingState.CANCELLED), ("no_quorum", MeetingState.NO_QUORUM)],
)
def test_a_meeting_is_called_off_or_adjourned(commands, desk, in_dialog, name, expected):
    def fill(dialog):
        assert not dialog.date.isVisible()
        dialog.does.click()

    done = in_dialog(fill)
    getattr(commands, name).trigger()
    assert done
    assert state(desk).state is expected


def test_a_meeting_without_a_quorum_is_called_again(qtbot, commands, desk, in_dialog):
    with desk._store.writing() as session:
        sessions.no_quorum(session, SECOND)
    commands.show_meeting(SECOND)

    def fill(dialog):
        assert (dialog.number.value(), dialog.date.value()) == (3, datetime.date(2025, 2, 12))
        assert dialog.short.isChecked()
        dialog.date.set_value(datetime.date(2025, 3, 12))
        dialog.date.edited.emit(dialog.date.value())
        assert not dialog.short.isEnabled()
        dialog.number.set_value(1)
        dialog.number.edited.emit(1)
        assert "๑/๒๕๖๘" in dialog._chain.text()
        dialog.does.click()
        assert "๑/๒๕๖๘" in dialog.note.text()
        dialog.number.set_value(3)
        dialog.does.click()

    done = in_dialog(fill)
    with qtbot.waitSignal(commands.opened) as opened:
        commands.again.trigger()
    assert done
    made = desk.read(read_meeting, opened.args[0])
    assert (made.again, made.number, made.short_quorum) == (SECOND, 3, False)
    assert [item.title for item in made.agenda] == ["เรื่องรับรองรายงานการประชุม"]


def test_a_closed_record_is_opened_again_with_a_reason(commands, desk, in_dialog):
    with desk._store.writing() as session:
        editions.freeze(session, FIRST)
    commands.show_meeting(FIRST)
    assert enabled(commands)[-1]

    def fill(dialog):
        dialog.does.click()
        assert dialog.note.text()
        dialog.reason.setText("แก้คำผิด")
        dialog.does.click()

    done = in_dialog(fill)
    commands.reopen.trigger()
    assert done
    assert not desk.read(editions.is_frozen, FIRST)
    assert not enabled(commands)[-1]


def test_nothing_is_asked_while_something_typed_cannot_be_kept(qtbot, desk):
    host = QWidget()
    qtbot.addWidget(host)
    commands = MeetingCommands(desk, lambda: False, host)
    commands.show_meeting(SECOND)
    commands.cancel.trigger()
    assert state(desk).state is MeetingState.PREPARING


def test_the_menu_stands_over_the_meeting(qtbot, workspace):
    work = workspace.meetings
    menu = work.pane.heading.becoming.menu()
    assert menu is work.commands.menu
    names = {action.objectName() for action in menu.actions() if not action.isSeparator()}
    assert names == {
        "meeting_postpone", "meeting_cancel", "meeting_no_quorum", "meeting_again",
        "meeting_prepare", "meeting_reopen",
    }  # fmt: skip
