"""A meeting recorded while it is held, by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import NOTHING, Kind
from bmahr_desktop.domain.meeting import (
    AttendanceList,
    MatterState,
    MeetingState,
    Mode,
    ResolutionKind,
)
from bmahr_desktop.domain.voting import Choice, VoteMethod
from bmahr_desktop.operations import records
from bmahr_desktop.operations.course import read_course
from tests.ui.desks import meeting_of, record_of

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def live(qtbot, workspace):
    """The last meeting of the sample before it begins, its roll not called, in the live view."""
    uid = meeting_of(workspace, 9)
    workspace.desk.write(workspace, taken_back, uid)
    workspace.open_record(uid)
    qtbot.keySequence(workspace.window_, QKeySequence("Ctrl+L"))
    view = workspace.meetings.pane.live
    qtbot.waitUntil(view.isVisible)
    return view


def taken_back(session, uid):
    """Make a meeting one that is still to be held."""
    changes = NOTHING
    for one in read_course(session, uid).meeting.attendance:
        fields = {"mode": None, "list": AttendanceList.PRESENT, "reason": ""}
        if one.list is not AttendanceList.PARTICIPANT:
            changes |= records.amend(session, Kind.ATTENDANCE, one.uid, None, **fields)
    fields = {"state": MeetingState.PREPARING, "start": None, "end": None}
    return changes | records.amend(session, Kind.MEETING, uid, None, **fields)


def press(qtbot, key, held=NONE):
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def meeting_in(workspace):
    return record_of(workspace, Kind.MEETING, workspace.meetings.pane.meeting)


def begun(qtbot, workspace):
    press(qtbot, Qt.Key.Key_F9)
    assert meeting_in(workspace).state is MeetingState.IN_SESSION


def test_the_live_view_has_all_the_room_and_gives_it_back(qtbot, workspace, live):
    work = workspace.meetings
    assert work.tab.list.isHidden()
    assert work.paper.isHidden()
    assert work.pane.heading.live.isChecked()
    press(qtbot, Qt.Key.Key_L, CTRL)
    assert not work.pane.is_live()
    assert not work.tab.list.isHidden()
    assert not work.paper.isHidden()


def test_it_fits_the_smallest_screen(qtbot, workspace, live):
    assert live.minimumSizeHint().width() <= 1366 - 16
    window = workspace.window_
    qtbot.waitUntil(lambda: window.minimumSizeHint().height() <= 768 - 40)
    assert window.minimumSizeHint().width() <= 1366


def test_a_meeting_begins_with_its_first_matter_and_its_hour(qtbot, workspace, live):
    begun(qtbot, workspace)
    meeting = meeting_in(workspace)
    assert meeting.current == meeting.agenda[0].matters[0].uid
    assert meeting.start is not None
    assert live.roll.list.hasFocus()
    live.undo._take_back()
    meeting = meeting_in(workspace)
    assert (meeting.state, meeting.start, meeting.current) == (MeetingState.PREPARING, None, None)


def test_the_roll_is_called_by_one_key_a_name(qtbot, workspace, live):
    begun(qtbot, workspace)
    assert "ไม่ครบ" in live.head.quorum.text()
    for key in "112":
        press(qtbot, Qt.Key(ord(key)))
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_3)
    roll = meeting_in(workspace).attendance
    assert [one.mode for one in roll[:3]] == [Mode.ON_SITE, Mode.ON_SITE, Mode.ONLINE]
    assert roll[2].identified_by
    absent = next(one for one in roll if one.list is AttendanceList.ABSENT)
    assert absent.reason == "ติดราชการ"
    press(qtbot, Qt.Key.Key_6)
    assert all(one.mode for one in meeting_in(workspace).attendance if one.uid != absent.uid)
    qtbot.waitUntil(lambda: "ไม่ครบ" not in live.head.quorum.text())
    assert live.course.quorum().enough


def test_who_comes_late_or_leaves_is_there_from_a_matter_until_a_matter(qtbot, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_6)
    press(qtbot, Qt.Key.Key_3)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    steps = [step.uid for step in live.steps]
    live.roll.setFocus()
    live.roll.list.setCurrentItem(live.roll.list.topLevelItem(0))
    press(qtbot, Qt.Key.Key_1)
    first = meeting_in(workspace).attendance[0]
    assert (first.list, first.away[0].first, first.away[0].last) == (
        AttendanceList.PRESENT, None, steps[1],
    )  # fmt: skip
    press(qtbot, Qt.Key.Key_5)
    second = meeting_in(workspace).attendance[1]
    assert (second.away[0].first, second.away[0].last) == (steps[2], None)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    live.roll.setFocus()
    live.roll.list.choose(second.uid)
    press(qtbot, Qt.Key.Key_5)
    second = meeting_in(workspace).attendance[1]
    assert (second.away[0].first, second.away[0].last) == (steps[2], steps[2])


def test_a_substitute_takes_the_place_and_gives_it_back(qtbot, write, workspace, live):
    begun(qtbot, workspace)
    member = meeting_in(workspace).attendance[0]
    press(qtbot, Qt.Key.Key_4)
    assert live.presence.substitute.hasFocus()
    write(live.presence.substitute, "นายผู้แทน ชั่วคราว")
    press(qtbot, Qt.Key.Key_Return)
    one = meeting_in(workspace).attendance[0]
    assert (one.name, one.role, one.stands_for) == (
        "นายผู้แทน ชั่วคราว", member.role, member.person,
    )  # fmt: skip
    assert one.substitute_for == member.lines[0]
    assert live.roll.list.hasFocus()
    press(qtbot, Qt.Key.Key_4)
    assert meeting_in(workspace).attendance[0].name == member.name


def test_points_resolutions_and_modules_come_by_a_key(qtbot, write, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    matter = live.matter.matter
    press(qtbot, Qt.Key.Key_F7)
    write(live.speaker.field, "นางสาวผู้พูด คนหนึ่ง")
    press(qtbot, Qt.Key.Key_Return)
    assert live.matter.body.editor.hasFocus()
    write(live.matter.body.editor, "เห็นว่าควรทำเป็นระยะ")
    press(qtbot, Qt.Key.Key_F6)
    before = len(matter.resolutions)
    form = live.matter.resolutions._forms[-1]
    assert form.text.hasFocus()
    assert "นางสาวผู้พูด คนหนึ่ง เห็นว่าควรทำเป็นระยะ" in words_of(
        record_of(workspace, Kind.SECTION, next(
            one.uid for one in matter.sections if one.kind.value == "discussion"
        )).body
    )  # fmt: skip
    form.kinds._actions[ResolutionKind.APPROVE].trigger()
    assert form.text.toPlainText() == "เห็นชอบตามที่สำนักงาน ก.ก. เสนอ"
    form.kinds._actions[ResolutionKind.ASSIGN].trigger()
    assert form.text.toPlainText().splitlines()[0] == "เห็นชอบตามที่สำนักงาน ก.ก. เสนอ"
    assert "[หน่วยงาน]" in form.text.toPlainText()
    matter = record_of(workspace, Kind.MATTER, matter.uid)
    assert len(matter.resolutions) == before + 1
    assert matter.resolutions[-1].kinds == (ResolutionKind.APPROVE, ResolutionKind.ASSIGN)


def test_a_module_goes_where_one_was_writing(qtbot, workspace, live):
    begun(qtbot, workspace)
    live.matter.setFocus()
    live.matter.body.editor.setFocus()
    press(qtbot, Qt.Key.Key_M, CTRL)
    assert live.modules.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert live.matter.body.flush()
    words = words_of(record_of(workspace, Kind.SECTION, live.matter._tab_key()).body)
    assert "เห็นชอบตามที่สำนักงาน ก.ก. เสนอ" in words


def test_an_open_vote_is_kept_by_name_and_a_secret_one_by_totals(qtbot, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_6)
    press(qtbot, Qt.Key.Key_F6)
    form = live.matter.resolutions._forms[-1]
    form._open_vote()
    vote = form.voting.vote
    vote._on_method(VoteMethod.OPEN)
    assert vote.ballots.hasFocus()
    for key in "1132":
        press(qtbot, Qt.Key(ord(key)))
    kept = record_of(workspace, Kind.RESOLUTION, form.record.uid).vote
    assert [one.choice for one in kept.ballots] == [
        Choice.IN_FAVOUR, Choice.IN_FAVOUR, Choice.ABSTAINED, Choice.AGAINST,
    ]  # fmt: skip
    assert "๒" in vote.outcome.text()
    vote._on_method(VoteMethod.SECRET)
    kept = record_of(workspace, Kind.RESOLUTION, form.record.uid).vote
    assert (kept.method, kept.ballots) == (VoteMethod.SECRET, ())
    vote.totals[Choice.IN_FAVOUR].choose(4)
    vote.totals[Choice.AGAINST].choose(4)
    assert vote._casting.isVisibleTo(vote)
    vote._on_casting(Choice.AGAINST)
    kept = record_of(workspace, Kind.RESOLUTION, form.record.uid).vote
    assert (kept.in_favour, kept.against, kept.casting) == (4, 4, Choice.AGAINST)


def test_a_dissent_is_kept_with_its_reasons(qtbot, write, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_6)
    press(qtbot, Qt.Key.Key_F6)
    form = live.matter.resolutions._forms[-1]
    form._open_vote()
    form.voting.dissents.add()
    row = form.voting.dissents.rows[0]
    name = meeting_in(workspace).attendance[1].name
    write(row.name, name)
    write(row.reasons, "ข้อมูลยังไม่ครบ")
    row.written.click()
    assert form.flush()
    (kept,) = record_of(workspace, Kind.RESOLUTION, form.record.uid).dissents
    assert (kept.name, kept.reasons, kept.written) == (name, "ข้อมูลยังไม่ครบ", True)
    assert kept.attendance == meeting_in(workspace).attendance[1].uid
    row.remove_wanted.emit()
    assert record_of(workspace, Kind.RESOLUTION, form.record.uid).dissents == ()


def test_an_interest_takes_somebody_out_of_the_quorum_of_a_matter(qtbot, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_6)
    qtbot.waitUntil(lambda: live.course.quorum().enough)
    before = live.course.quorum().present
    live.roll.setFocus()
    press(qtbot, Qt.Key.Key_7)
    qtbot.waitUntil(lambda: live.course.quorum().present == before - 1)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: live.course.quorum().present == before)


def test_a_late_matter_and_one_left_for_the_next_meeting(qtbot, write, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_N, CTRL | SHIFT)
    write(QApplication.focusWidget(), "ขออนุมัติเร่งด่วน")
    assert live.flush()
    step = live.step()
    assert step.matter.late
    assert record_of(workspace, Kind.MATTER, step.uid).title == "เรื่อง ขออนุมัติเร่งด่วน"
    press(qtbot, Qt.Key.Key_U, CTRL | SHIFT)
    assert record_of(workspace, Kind.MATTER, step.uid).state is MatterState.UNDISCUSSED
    assert live.step().uid != step.uid


def test_the_time_of_now_is_written_where_one_is(qtbot, workspace, live):
    begun(qtbot, workspace)
    live.matter.setFocus()
    live.matter.body.editor.setFocus()
    press(qtbot, Qt.Key.Key_F5)
    assert live.flush()
    assert " น." in words_of(record_of(workspace, Kind.SECTION, live.matter._tab_key()).body)


def test_the_room_sees_the_matter_and_the_wording(qtbot, write, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_F11)
    room = workspace.live.conduct.room
    qtbot.waitUntil(room.isVisible)
    assert live.steps[0].title in room.item.text()
    workspace.window_.activateWindow()
    live.matter.setFocus()
    press(qtbot, Qt.Key.Key_F6)
    write(live.matter.resolutions._forms[-1].text, "ให้ดำเนินการต่อ")
    assert live.flush()
    qtbot.waitUntil(lambda: "ให้ดำเนินการต่อ" in room.wording.text())
    qtbot.keyClick(room, Qt.Key.Key_Escape)
    assert not room.isVisible()


def test_the_time_spent_on_a_matter_is_kept(qtbot, workspace, live):
    begun(qtbot, workspace)
    before = record_of(workspace, Kind.MATTER, live.steps[0].uid).seconds
    clock = live.head.clock
    clock._since.start()
    clock._taken = -95  # as if a minute and a half had passed
    press(qtbot, Qt.Key.Key_Return, CTRL)
    after = record_of(workspace, Kind.MATTER, live.steps[0].uid).seconds
    assert 95 <= after - before <= 97


def test_a_meeting_ends_with_its_hour_and_can_go_on(qtbot, workspace, live):
    begun(qtbot, workspace)
    press(qtbot, Qt.Key.Key_F12)
    meeting = meeting_in(workspace)
    assert meeting.state is MeetingState.CLOSED
    assert meeting.end is not None
    live.undo._take_back()
    meeting = meeting_in(workspace)
    assert (meeting.state, meeting.end) == (MeetingState.IN_SESSION, None)


def test_the_keys_of_the_meeting_are_among_all_keys(qtbot, workspace, live):
    names = {action.objectName() for action in workspace.commands()}
    assert {"live_start", "live_next", "live_point", "live_resolution", "live_end"} <= names
    press(qtbot, Qt.Key.Key_L, CTRL)
    names = {action.objectName() for action in workspace.commands()}
    assert "live_point" not in names
    assert "live_command" in names
