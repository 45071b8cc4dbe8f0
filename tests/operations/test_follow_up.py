"""Reports on tasks: what they do, what is late, what the next meeting hears, what is found."""

import datetime

import pytest

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.follow_up import FollowUp, Report
from bmahr_desktop.domain.meeting import Due, MeetingState
from bmahr_desktop.domain.tasks import Standing
from bmahr_desktop.operations import editions, follow_up, records
from bmahr_desktop.operations.attachments import (
    attach_to_report,
    list_of_reports,
    move_attachment,
    take_file,
)
from bmahr_desktop.operations.carrying import carried_matters, preview_of_carrying
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.search import find_words
from tests.meetings import uid
from tests.records import index, said, tree

TASK, SECOND_TASK, RESOLUTION, MATTER = uid("a1"), uid("a2"), uid("r5"), uid("m6")
MEETING, COMMITTEE = uid("meeting"), uid("committee")
DONE, WAITING, UNDER_WAY = FollowUp.DONE, FollowUp.WAITING, FollowUp.UNDER_WAY
DUE = datetime.date(2025, 3, 31)
APRIL = datetime.date(2025, 4, 10)


def write(store, operation, *arguments, **named):
    with store.writing() as session:
        return operation(session, *arguments, **named)


def read(store, operation, *arguments, **named):
    with store.reading() as session:
        return operation(session, *arguments, **named)


def task(store, one=TASK):
    return read(store, records.read, Kind.ASSIGNMENT, one).record


def standing(store):
    now = task(store)
    return now.state, now.next_due


def report(name="mine", on=DUE, **fields):
    return Report(uid=uid(name), date=on, **fields)


def log(store, *arguments, **fields):
    return write(store, follow_up.add_report, TASK, report(*arguments, **fields))


def every(store, months):
    due = Due(text="ทุกไตรมาส", month="2025-03", every=months)
    write(store, records.amend, Kind.ASSIGNMENT, TASK, None, due=due)


@pytest.fixture
def frozen_store(full_store):
    """The same with the first meeting's record closed."""
    write(full_store, editions.freeze, MEETING)
    return full_store


@pytest.fixture
def a_file(tmp_path):
    path = tmp_path / "ผลการดำเนินงาน.pdf"
    path.write_bytes(b"%PDF- report")
    return path


# ---------------------------------------------------------------- reports


def test_a_report_moves_the_task_and_is_logged_even_in_a_closed_record(frozen_store):
    changes = log(
        frozen_store, text="ดำเนินการแล้วครึ่งหนึ่ง", number="กท ๐๔๐๑/๕๑",
        dated=datetime.date(2025, 3, 20), by="กองระบบงาน",
    )  # fmt: skip
    assert changes.wrote(Kind.REPORT, uid("mine"))
    assert changes.wrote(Kind.ASSIGNMENT, TASK)
    assert task(frozen_store).reports[0].number == "กท ๐๔๐๑/๕๑"
    assert standing(frozen_store) == (UNDER_WAY, None)
    assert look_over(frozen_store) == []


def test_files_come_with_a_report_in_one_transaction(full_store, a_file):
    entry = read(full_store, take_file, a_file)
    write(full_store, follow_up.add_report, TASK, report(state=DONE), [entry])
    found = read(full_store, follow_up.read_tasks, RESOLUTION)
    assert [one.record.uid for one in found.reads] == [TASK, SECOND_TASK]
    (line,) = found.files[uid("mine")]
    assert (line.title, line.file_name, line.report) == (
        "ผลการดำเนินงาน", "ผลการดำเนินงาน.pdf", uid("mine"),
    )  # fmt: skip
    assert task(full_store).state is DONE
    assert look_over(full_store) == []


def test_files_of_a_report_are_added_moved_and_not_listed_twice(frozen_store, a_file, tmp_path):
    log(frozen_store)
    other = tmp_path / "ภาพ.png"
    other.write_bytes(b"picture")
    for path in (a_file, other):
        write(frozen_store, attach_to_report, uid("mine"), read(frozen_store, take_file, path))
    lines = read(frozen_store, list_of_reports, [uid("mine")])
    assert [one.title for one in lines] == ["ผลการดำเนินงาน", "ภาพ"]
    with pytest.raises(Refused) as refused:
        write(frozen_store, attach_to_report, uid("mine"), read(frozen_store, take_file, a_file))
    assert "is attached already" in said(refused)
    write(frozen_store, move_attachment, lines[1].uid, -1)
    lines = read(frozen_store, list_of_reports, [uid("mine")])
    assert [one.title for one in lines] == ["ภาพ", "ผลการดำเนินงาน"]
    write(frozen_store, records.remove, Kind.ATTACHMENT, lines[0].uid)
    assert len(read(frozen_store, list_of_reports, [uid("mine")])) == 1


def test_a_periodic_task_comes_back_for_the_next_time(full_store):
    every(full_store, 3)
    log(full_store, state=DONE)
    assert standing(full_store) == (WAITING, datetime.date(2025, 6, 30))
    log(full_store, "next", datetime.date(2025, 6, 28), state=DONE)
    assert standing(full_store) == (WAITING, datetime.date(2025, 9, 30))
    write(full_store, follow_up.set_state, TASK, FollowUp.ENDED)
    assert task(full_store).state is FollowUp.ENDED


def test_where_nobody_knows_when_it_comes_again_it_is_asked(full_store):
    due = Due(text="เป็นระยะ", month="2025-03", periodic=True)
    write(full_store, records.amend, Kind.ASSIGNMENT, TASK, None, due=due)
    with pytest.raises(Refused) as refused:
        log(full_store, state=DONE)
    assert "Say when it is due again" in said(refused)
    assert task(full_store).reports == ()
    when = datetime.date(2025, 12, 1)
    write(full_store, follow_up.add_report, TASK, report(state=DONE), (), when)
    assert standing(full_store) == (WAITING, when)


def test_reports_stand_by_their_days_and_only_the_last_one_tells_the_state(full_store):
    log(full_store, "late", APRIL, state=DONE)
    log(full_store, "early", DUE, state=UNDER_WAY)
    now = task(full_store)
    assert [one.uid for one in now.reports] == [uid("early"), uid("late")]
    assert now.state is DONE


def test_amending_the_last_report_amends_how_the_task_stands(full_store):
    every(full_store, 1)
    log(full_store)
    version = read(full_store, records.read, Kind.REPORT, uid("mine")).versions[uid("mine")]
    amend = follow_up.amend_report
    write(full_store, amend, Kind.REPORT, uid("mine"), version, state=DONE)
    assert standing(full_store) == (WAITING, datetime.date(2025, 4, 30))
    with pytest.raises(StaleText):
        write(full_store, amend, Kind.REPORT, uid("mine"), version, text="ก")
    write(full_store, amend, Kind.REPORT, uid("mine"), None, state=UNDER_WAY)
    assert standing(full_store) == (UNDER_WAY, None)
    log(full_store, "second", APRIL, state=DONE)
    write(full_store, amend, Kind.REPORT, uid("mine"), None, date=datetime.date(2025, 5, 1))
    now = task(full_store)
    assert [one.uid for one in now.reports] == [uid("second"), uid("mine")]
    assert now.state is UNDER_WAY


def test_a_report_is_taken_away_and_put_back_with_what_it_did(full_store):
    every(full_store, 3)
    log(full_store, state=DONE, text="แล้วเสร็จ")
    with_it = task(full_store)
    write(full_store, follow_up.remove_report, uid("mine"))
    assert standing(full_store) == (WAITING, None)
    assert task(full_store).reports == ()
    stood = Standing(with_it.state, with_it.next_due)
    write(full_store, follow_up.restore_report, uid("mine"), stood)
    assert task(full_store) == with_it


def test_done_without_a_report_wants_a_remark_which_is_kept(full_store):
    with pytest.raises(Refused) as refused:
        write(full_store, follow_up.set_state, TASK, DONE)
    assert "Say in a few words how it was done" in said(refused)
    write(full_store, follow_up.set_state, TASK, DONE, " โทรศัพท์แจ้งแล้ว ", APRIL)
    now = task(full_store)
    assert now.state is DONE
    assert [(one.text, one.date, one.state) for one in now.reports] == [
        ("โทรศัพท์แจ้งแล้ว", APRIL, DONE)
    ]
    write(full_store, follow_up.set_state, TASK, UNDER_WAY)
    write(full_store, follow_up.set_state, TASK, DONE)  # there is a report by now
    assert task(full_store).state is DONE


def test_a_report_that_is_refused_leaves_nothing(full_store, a_file):
    entry = read(full_store, take_file, a_file)
    before = tree(full_store.path.parent)
    with pytest.raises(Refused):
        write(full_store, follow_up.add_report, TASK, report(text="\x07"), [entry])
    assert task(full_store).reports == ()
    assert tree(full_store.path.parent).keys() == before.keys()


# ---------------------------------------------------------------- overdue


def overdue(store, today, *more):
    return [one.uid for one in read(store, follow_up.overdue_tasks, today, *more)]


def test_what_is_late_is_listed_and_counted(full_store):
    assert overdue(full_store, DUE) == []
    (one,) = read(full_store, follow_up.overdue_tasks, APRIL)
    assert (one.uid, one.resolution, one.meeting, one.days) == (TASK, RESOLUTION, MEETING, 10)
    assert (one.assigned_to, one.due_day, one.state) == ("กองระบบงาน", DUE, WAITING)
    assert read(full_store, follow_up.count_overdue, APRIL) == 1
    due = Due(date=datetime.date(2025, 3, 1))
    write(full_store, records.amend, Kind.ASSIGNMENT, SECOND_TASK, None, due=due)
    assert overdue(full_store, APRIL) == [SECOND_TASK, TASK]
    assert read(full_store, follow_up.count_overdue, APRIL) == 1  # one resolution
    assert overdue(full_store, APRIL, COMMITTEE) == [SECOND_TASK, TASK]
    assert overdue(full_store, APRIL, uid("nobody")) == []


def test_what_is_done_put_off_removed_or_was_not_held_is_not_late(full_store):
    later = datetime.date(2025, 5, 1)
    write(full_store, records.amend, Kind.ASSIGNMENT, TASK, None, next_due=later)
    assert overdue(full_store, APRIL) == []
    assert overdue(full_store, later.replace(day=2)) == [TASK]
    write(full_store, records.amend, Kind.MEETING, MEETING, None, state=MeetingState.CANCELLED)
    assert overdue(full_store, later.replace(day=2)) == []
    write(full_store, records.amend, Kind.MEETING, MEETING, None, state=MeetingState.CLOSED)
    write(full_store, records.amend, Kind.ASSIGNMENT, TASK, None, state=FollowUp.ENDED)
    assert overdue(full_store, later.replace(day=2)) == []
    write(full_store, records.amend, Kind.ASSIGNMENT, TASK, None, state=WAITING)
    write(full_store, records.remove, Kind.MATTER, MATTER)
    assert overdue(full_store, later.replace(day=2)) == []


# ---------------------------------------------------------------- the next meeting


def carried(store, day):
    return [one.matter for one in read(store, preview_of_carrying, COMMITTEE, day).comes]


def test_the_next_meeting_hears_of_the_last_report(full_store):
    log(full_store, "first", datetime.date(2025, 2, 1), text="เริ่มแล้ว")
    log(
        full_store, text="ดำเนินการแล้วครึ่งหนึ่ง", number="กท ๐๔๐๑/๕๑",
        dated=datetime.date(2025, 3, 20),
    )  # fmt: skip
    [(_, made)] = read(full_store, carried_matters, COMMITTEE, APRIL, [MATTER])
    told = words_of(made.sections[0].body)
    assert "ดำเนินการแล้วครึ่งหนึ่ง" in told
    assert "กท ๐๔๐๑/๕๑" in told
    assert "๒๐ มีนาคม ๒๕๖๘" in told
    assert "๓๑ มีนาคม ๒๕๖๘" in told
    assert "เริ่มแล้ว" not in told


def test_what_was_done_for_this_time_rests_until_the_next(full_store):
    write(full_store, follow_up.set_state, SECOND_TASK, FollowUp.ENDED)
    every(full_store, 3)
    log(full_store, state=DONE)
    assert MATTER not in carried(full_store, APRIL)
    assert MATTER in carried(full_store, datetime.date(2025, 6, 30))
    assert MATTER in carried(full_store, datetime.date(2027, 6, 30))  # long ago, but due again


# ---------------------------------------------------------------- found again


def test_the_words_of_a_report_lead_to_its_resolution(full_store, a_file):
    entry = read(full_store, take_file, a_file)
    one = report(text="ขยายระบบไปยังห้าสิบเขต", number="กท ๐๔๐๑/๘๘๘", by="นางรายงาน ผลดี")
    write(full_store, follow_up.add_report, TASK, one, [entry])
    write(full_store, records.amend, Kind.ASSIGNMENT, TASK, None, needed="สรุปผลรายไตรมาส")
    wanted = ("ห้าสิบเขต", "๐๔๐๑/๘๘๘", "รายงาน ผลดี", "สรุปผลราย", "ผลการดำเนินงาน")
    for _ in range(2):  # as it waits for the index, and as the index has it
        for words in wanted:
            (hit,) = read(full_store, find_words, words)
            assert (hit.kind, hit.record) == (Kind.RESOLUTION, RESOLUTION)
            start, stop = hit.marked
            assert hit.text[start:stop].replace(" ", "") in words.replace(" ", "")
        index(full_store)
    write(full_store, follow_up.remove_report, uid("mine"))
    assert read(full_store, find_words, "ห้าสิบเขต") == []
