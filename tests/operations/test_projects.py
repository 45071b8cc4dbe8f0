import datetime

import msgspec
import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.projects.money import EventKind, LedgerEvent
from bmahr_desktop.domain.projects.progress import Stage
from bmahr_desktop.domain.projects.project import ProjectState, TextKind
from bmahr_desktop.operations import progress, projects, records
from bmahr_desktop.storage.shapes import PROJECT
from bmahr_desktop.storage.trees import read_records
from tests.meetings import uid
from tests.records import PROJECT as KNOWN

TODAY = datetime.date(2025, 1, 15)


def read(store, verb, *args, **kwargs):
    with store.reading() as session:
        return verb(session, *args, **kwargs)


def write(store, verb, *args, **kwargs):
    with store.writing() as session:
        return verb(session, *args, **kwargs)


def test_a_project_is_read_whole(full_store):
    assert read(full_store, projects.read_project, KNOWN.uid) == KNOWN
    with pytest.raises(Refused):
        read(full_store, projects.read_project, uid("none"))


def test_a_new_project_has_a_place_for_each_text(store):
    _, own = write(store, projects.add_project, " โครงการใหม่ ", 2569, "03000000-0001")
    made = read(store, projects.read_project, own)
    assert made.name == "โครงการใหม่"
    assert [one.kind for one in made.texts] == list(TextKind)
    with pytest.raises(Refused, match="belongs to another"):
        write(store, projects.add_project, "อีกโครงการ", 2569, "03000000-0001")
    _, other = write(store, projects.add_project, "อีกโครงการ", 2569)
    with pytest.raises(Refused, match="belongs to another"):
        write(store, projects.amend_project, other, None, code="03000000-0001 ")
    write(store, projects.amend_project, own, None, code="03000000-0001")


def test_the_overview_of_a_year(full_store):
    (line,) = read(full_store, projects.list_projects, 2568, TODAY)
    assert (line.percent, line.reports, line.unit_name) == (2000, 1, "กองระบบงาน")
    assert (line.money.received, line.money.left) == (6_000_000, 6_000_000)
    assert line.planned == 8452  # 40 by November, 30 in December, half of January's 30
    assert line.next_due == datetime.date(2024, 12, 20)
    assert line.is_overdue(TODAY)
    assert read(full_store, projects.list_projects, 2560, TODAY) == []
    assert read(full_store, projects.list_projects, None, TODAY) == [line]
    assert read(full_store, projects.list_years) == [2568]


def test_what_is_removed_counts_no_more(full_store):
    for kind, own in ((Kind.LEDGER_EVENT, "pl"), (Kind.PROGRESS, "pp"), (Kind.STEP, "st1")):
        write(full_store, records.remove, kind, uid(own))
    (line,) = read(full_store, projects.list_projects, 2568, TODAY)
    assert (line.percent, line.reports, line.money.received) == (None, 0, 0)
    write(full_store, records.remove, Kind.PROJECT, KNOWN.uid)
    assert read(full_store, projects.list_projects, 2568, TODAY) == []


def test_a_change_of_a_part_dates_its_project(full_store):
    before = read(full_store, projects.read_project, KNOWN.uid).changed
    write(full_store, records.amend, Kind.STEP, uid("st1"), None, weight=5000)
    assert read(full_store, projects.read_project, KNOWN.uid).changed > before


def test_next_years_project_begins_as_this_one_was_planned(full_store):
    write(full_store, records.amend, Kind.STEP, uid("st1"), None, finished=TODAY)
    write(full_store, projects.amend_project, KNOWN.uid, None, state=ProjectState.DONE)
    _, own = write(full_store, projects.continue_project, KNOWN.uid, 2569)
    new = read(full_store, projects.read_project, own)
    assert (new.year, new.code, new.state) == (2569, "", ProjectState.UNDER_WAY)
    assert (new.progress, new.ledger, new.attachments, new.accepted) == ((), (), (), ())
    assert [(s.text, s.weight, s.finished) for s in new.steps] == [
        ("เตรียมการ", 4000, None), ("ดำเนินการ", 6000, None),
    ]  # fmt: skip
    assert new.texts[0].body == KNOWN.texts[0].body
    assert not {one.uid for one in new.steps} & {one.uid for one in KNOWN.steps}
    with full_store.reading() as session:
        assert len(read_records(session, PROJECT)) == 2


def test_a_report_begins_with_the_last_one(full_store):
    write(full_store, records.amend, Kind.STEP, uid("st1"), None, finished=TODAY)
    paid = LedgerEvent(uid("paid"), EventKind.SPENT, datetime.date(2024, 12, 1), 12_300)
    write(full_store, records.add, Kind.LEDGER_EVENT, paid, KNOWN.uid)
    _, own = write(full_store, progress.add_report, KNOWN.uid, TODAY)
    made = read(full_store, records.read, Kind.PROGRESS, own).record
    assert (made.number, made.date, made.stage) == (2, TODAY, Stage.IN_PROGRESS)
    assert (made.percent, made.spent, made.planned) == (4000, 12_300, 8452)
    assert made.body == KNOWN.progress[0].body
    assert made.results[0].target == "ร้อยละ ๘๐"


def test_nothing_is_known_where_nothing_was_said(store):
    _, own = write(store, projects.add_project, "โครงการ", 2568)
    _, report = write(store, progress.add_report, own, TODAY)
    made = read(store, records.read, Kind.PROGRESS, report).record
    assert (made.number, made.percent, made.spent, made.planned) == (1, None, None, None)


def test_progress_that_was_reported_does_not_fall_for_want_of_a_tick():
    record = msgspec.structs.replace(KNOWN, ledger=())
    made = progress.next_report(record, TODAY)
    assert (made.percent, made.spent) == (2000, None)


def test_a_correction_is_a_new_version(full_store):
    with pytest.raises(Refused):
        write(full_store, progress.correct_report, KNOWN.uid, uid("pp"), " ")
    _, own = write(full_store, progress.correct_report, KNOWN.uid, uid("pp"), "พิมพ์ผิด")
    write(full_store, records.amend, Kind.PROGRESS, own, None, percent=2500)
    after = read(full_store, projects.read_project, KNOWN.uid)
    assert [one.percent for one in after.progress] == [2000, 2500]
    (line,) = read(full_store, projects.list_projects, 2568, TODAY)
    assert (line.percent, line.reports) == (2500, 1)
    with pytest.raises(Refused):
        write(full_store, progress.correct_report, KNOWN.uid, uid("pp"), "อีกครั้ง")


def test_a_proposal_is_taken_with_one_stroke(full_store):
    write(full_store, records.amend, Kind.STEP, uid("st2"), None, weight=5000)
    found = {one.check: one for one in read(full_store, projects.check_project, KNOWN.uid, TODAY)}
    write(full_store, projects.take_correction, found["weights"])
    assert read(full_store, records.read, Kind.STEP, uid("st2")).record.weight == 6000
    with pytest.raises(Refused):
        write(full_store, projects.take_correction, found["overdue"])


def test_what_is_meant_stays_quiet(full_store):
    (found,) = [
        one for one in read(full_store, projects.check_project, KNOWN.uid, TODAY)
        if one.check == "overdue"
    ]  # fmt: skip
    with pytest.raises(Refused):
        write(full_store, projects.accept, KNOWN.uid, found, "")
    write(full_store, projects.accept, KNOWN.uid, found, "ปิดสำนักงาน")
    marks = [one.mark for one in read(full_store, projects.check_project, KNOWN.uid, TODAY)]
    assert found.mark not in marks
    shown = read(full_store, projects.check_project, KNOWN.uid, TODAY, accepted=True)
    assert found.mark in [one.mark for one in shown]
    write(full_store, projects.speak_again, KNOWN.uid, [found.mark])
    marks = [one.mark for one in read(full_store, projects.check_project, KNOWN.uid, TODAY)]
    assert found.mark in marks


def test_one_begins_with_a_year_that_has_projects(full_store):
    assert read(full_store, projects.usual_year, 2568) == 2568
    assert read(full_store, projects.usual_year, 2570) == 2568
    write(full_store, records.remove, Kind.PROJECT, KNOWN.uid)
    assert read(full_store, projects.usual_year, 2570) == 2570
