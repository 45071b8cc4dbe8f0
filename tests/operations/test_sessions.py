"""A meeting is begun, led, ended, frozen, opened again; or not held after all."""

import datetime

import msgspec
import pytest
from sqlalchemy import event

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Matter,
    MatterState,
    MeetingState,
    MinutesState,
    Resolution,
)
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import editions, records, sessions
from bmahr_desktop.operations.chain import check
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.storage import edits
from bmahr_desktop.storage.shapes import MATTER
from tests.meetings import uid
from tests.records import dump, exchange_of, full_meeting, previewed, replaced, rows, said

FIRST, SECOND = uid("meeting"), uid("meeting 2")


def write(store, operation, *arguments, **named):
    with store.writing() as session:
        return operation(session, *arguments, **named)


def read(store, operation, *arguments):
    with store.reading() as session:
        return operation(session, *arguments)


def meeting_on_file(store, meeting=SECOND):
    return read(store, read_meeting, meeting)


def refused(store, operation, *arguments, **named):
    before = dump(store.path)
    with pytest.raises(Refused) as refusal:
        write(store, operation, *arguments, **named)
    assert dump(store.path) == before
    return said(refusal)


def test_a_meeting_is_begun_with_something_to_record_under_each_item(full_store):
    blank = AgendaItem(uid=uid("blank"), title="อื่น ๆ", kind=ItemKind.OTHER)
    write(full_store, records.add, Kind.ITEM, blank, SECOND)
    changes = write(full_store, sessions.start, SECOND, "10:00")
    assert changes.meetings == {SECOND}
    made = meeting_on_file(full_store)
    assert (made.state, made.start, made.current) == (MeetingState.IN_SESSION, "09:30", uid("m8"))
    (matter,) = made.agenda[1].matters
    assert (matter.title, len(matter.sections)) == ("", 1)
    assert "begun" in refused(full_store, sessions.start, SECOND, "10:00")


def test_the_beginning_is_now_where_none_was_set(full_store):
    write(full_store, records.amend, Kind.MEETING, SECOND, None, start=None)
    write(full_store, sessions.start, SECOND, "10:05")
    assert meeting_on_file(full_store).start == "10:05"


def test_going_on_counts_the_time_and_marks_what_was_recorded(full_store):
    item = AgendaItem(
        uid=uid("more"), title="อื่น", matters=(sessions.blank_matter(), sessions.blank_matter())
    )
    write(full_store, records.add, Kind.ITEM, item, SECOND)
    write(full_store, sessions.start, SECOND, "09:30")
    first, second = (matter.uid for matter in item.matters)
    write(full_store, sessions.set_current, SECOND, first, 90)
    write(full_store, sessions.set_current, SECOND, second, 30)
    write(full_store, sessions.set_current, SECOND, first, 5)
    write(full_store, records.write_body, Kind.SECTION, item.matters[0].sections[0].uid, None,
          plain_body("พูดกัน"))  # fmt: skip
    write(full_store, sessions.set_current, SECOND, uid("m8"), 40)
    made = meeting_on_file(full_store)
    found = {one.uid: (one.seconds, one.state) for i in made.agenda for one in i.matters}
    assert found == {
        uid("m8"): (90, MatterState.DISCUSSED),  # it has a resolution
        first: (70, MatterState.DISCUSSED),
        second: (5, MatterState.PENDING),
    }
    assert made.current == uid("m8")
    assert not write(full_store, sessions.set_current, SECOND, uid("m8"), 99)
    write(full_store, sessions.mark_undiscussed, second)
    assert meeting_on_file(full_store).agenda[1].matters[1].state is MatterState.UNDISCUSSED
    write(full_store, sessions.mark_undiscussed, second, undiscussed=False)
    assert meeting_on_file(full_store).agenda[1].matters[1].state is MatterState.PENDING


def test_a_meeting_is_led_without_reading_its_texts(full_store):
    asked = []
    event.listen(full_store.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    with full_store.writing() as session:
        sessions.start(session, SECOND, "09:30")
        discussed = {"state": MatterState.DISCUSSED}
        records.amend(session, Kind.MATTER, uid("m8"), None, **discussed)
        sessions.set_current(session, SECOND, None, 30)
        sessions.end(session, SECOND, "11:00")
    assert len(asked) > 9
    assert [one for one in asked if "FROM block" in one] == []


def test_a_current_matter_that_was_removed_stops_nothing(full_store):
    write(full_store, sessions.start, SECOND, "09:30")
    write(full_store, records.remove, Kind.MATTER, uid("m8"))
    write(full_store, sessions.set_current, SECOND, None, 10)
    assert meeting_on_file(full_store).current is None


def test_a_meeting_is_ended_and_the_minutes_that_it_adopted_are_adopted(full_store):
    adopts = {"adopts_number": 1, "adopts_year": 2568, "adopts_date": datetime.date(2025, 1, 8),
              "adopts_meeting": FIRST}  # fmt: skip
    with full_store.writing() as session:
        edits.amend(session, MATTER, uid("m8"), None, **adopts)
    assert "in session" in refused(full_store, sessions.end, SECOND, "11:00")
    write(full_store, sessions.start, SECOND, "09:30")
    write(full_store, sessions.end, SECOND, "11:00", 20)
    made = meeting_on_file(full_store)
    assert (made.state, made.end, made.current) == (MeetingState.CLOSED, "11:00", None)
    assert made.agenda[0].matters[0].seconds == 20
    assert made.minutes_state is MinutesState.DRAFT
    assert meeting_on_file(full_store, FIRST).minutes_state is MinutesState.ADOPTED
    write(full_store, sessions.go_on, SECOND)
    made = meeting_on_file(full_store)
    assert (made.state, made.end) == (MeetingState.IN_SESSION, None)
    assert "ended" in refused(full_store, sessions.go_on, SECOND)


def test_minutes_are_sent_out_when_the_meeting_is_over(full_store):
    waiting = MinutesState.AWAITING_ADOPTION
    assert "over" in refused(full_store, sessions.set_minutes_state, SECOND, waiting)
    write(full_store, sessions.set_minutes_state, FIRST, MinutesState.ADOPTED)
    assert meeting_on_file(full_store, FIRST).minutes_state is MinutesState.ADOPTED


def late(name):
    return Matter(uid=uid(name), title=f"เรื่อง {name}")


def test_a_late_matter_goes_under_other_matters_in_place_of_the_blank_one(full_store):
    blank = AgendaItem(uid=uid("blank"), title="อื่น ๆ", kind=ItemKind.OTHER)
    write(full_store, records.add, Kind.ITEM, blank, SECOND)
    write(full_store, sessions.start, SECOND, "09:30")
    empty = meeting_on_file(full_store).agenda[1].matters[0].uid
    write(full_store, sessions.set_current, SECOND, empty)
    write(full_store, sessions.add_late_matter, SECOND, late("ก"))
    write(full_store, sessions.add_late_matter, SECOND, late("ข"))
    made = meeting_on_file(full_store)
    assert [(one.uid, one.late) for one in made.agenda[1].matters] == [
        (uid("ก"), True), (uid("ข"), True),
    ]  # fmt: skip
    assert made.current == uid("ก")


def test_without_other_matters_a_late_matter_goes_before_the_next_date(full_store):
    last = AgendaItem(uid=uid("last"), title="กำหนดวัน", kind=ItemKind.NEXT_MEETING)
    write(full_store, records.add, Kind.ITEM, last, SECOND)
    write(full_store, sessions.add_late_matter, SECOND, late("ก"))
    kinds = [item.kind for item in meeting_on_file(full_store).agenda]
    assert kinds == [ItemKind.CONSIDER, ItemKind.OTHER, ItemKind.NEXT_MEETING]


# ---------------------------------------------------------------- not held


def test_a_meeting_is_put_off_and_prepared_again(full_store):
    to = datetime.date(2025, 2, 12)
    assert "later" in refused(full_store, sessions.postpone, SECOND, "", datetime.date(2025, 2, 5))
    write(full_store, sessions.postpone, SECOND, " ประธานติดราชการ ", to)
    made = meeting_on_file(full_store)
    assert (made.state, made.state_reason, made.put_off_to) == (
        MeetingState.POSTPONED, "ประธานติดราชการ", to,
    )  # fmt: skip
    write(full_store, sessions.prepare_again, SECOND)
    made = meeting_on_file(full_store)
    assert (made.state, made.state_reason, made.put_off_to) == (MeetingState.PREPARING, "", None)
    assert "not called off" in refused(full_store, sessions.prepare_again, SECOND)


@pytest.mark.parametrize(
    ("verb", "state"),
    [(sessions.cancel, MeetingState.CANCELLED), (sessions.no_quorum, MeetingState.NO_QUORUM)],
)
def test_a_meeting_is_called_off_or_adjourned(full_store, verb, state):
    write(full_store, sessions.start, SECOND, "09:30")
    write(full_store, verb, SECOND, "เหตุ")
    made = meeting_on_file(full_store)
    assert (made.state, made.current) == (state, None)
    assert "over" in refused(full_store, verb, SECOND, "อีก")
    assert "over" in refused(full_store, verb, FIRST, "จบแล้ว")


# ---------------------------------------------------------------- frozen


@pytest.fixture
def frozen_store(full_store):
    write(full_store, editions.freeze, FIRST)
    return full_store


def test_a_closed_meeting_is_frozen_as_record_and_paper(full_store):
    before = dump(full_store.path)
    prepared = read(full_store, editions.prepare_edition, FIRST)
    pdf = set_paper(prepared.minutes).pdf
    assert dump(full_store.path) == before
    write(full_store, editions.keep_edition, prepared, pdf)
    (edition,) = read(full_store, editions.list_editions, FIRST)
    assert (edition.number, edition.actor, edition.reopened) == (1, "pc เลขานุการ", None)
    assert read(full_store, editions.read_edition, edition.paper) == pdf
    record = read(full_store, editions.read_edition, edition.record)
    kept = msgspec.json.decode(record, type=Exchange)
    assert kept.meetings == (meeting_on_file(full_store, FIRST),)
    papers = full_store.path.with_suffix(".d") / "papers"
    assert (papers / edition.paper[:2] / edition.paper).read_bytes() == pdf
    assert read(full_store, editions.is_frozen, FIRST)
    assert "already" in refused(full_store, editions.freeze, FIRST)
    assert look_over(full_store) == []


def test_only_a_meeting_that_is_over_is_frozen(full_store):
    assert "End the meeting" in refused(full_store, editions.freeze, SECOND)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (MinutesState.DRAFT, MinutesState.AWAITING_ADOPTION),
        (MinutesState.ADOPTED, MinutesState.ADOPTED),
    ],
)
def test_drafts_await_adoption_when_the_record_is_closed(full_store, before, after):
    write(full_store, sessions.set_minutes_state, FIRST, before)
    prepared = read(full_store, editions.prepare_edition, FIRST)
    write(full_store, editions.close_record, prepared, b"%PDF-")
    assert read(full_store, editions.is_frozen, FIRST)
    assert meeting_on_file(full_store, FIRST).minutes_state is after


def test_what_changed_while_it_was_set_is_not_frozen(full_store):
    write(full_store, sessions.set_minutes_state, FIRST, MinutesState.DRAFT)
    prepared = read(full_store, editions.prepare_edition, FIRST)
    full_store.sitting.now.goes_on(seconds=5)
    write(full_store, records.amend, Kind.MATTER, uid("m3"), None, title="เรื่อง อื่น")
    with pytest.raises(StaleText):
        write(full_store, editions.close_record, prepared, b"%PDF-")
    assert not read(full_store, editions.is_frozen, FIRST)
    assert meeting_on_file(full_store, FIRST).minutes_state is MinutesState.DRAFT


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        (records.amend, (Kind.MEETING, FIRST, None)),
        (records.amend, (Kind.MATTER, uid("m3"), None)),
        (records.amend, (Kind.RESOLUTION, uid("r3"), None)),
        (records.remove, (Kind.MEETING, FIRST)),
        (records.remove, (Kind.ATTACHMENT, uid("f1"))),
        (records.remove, (Kind.ASSIGNMENT, uid("a1"))),
        (records.move, (Kind.MATTER, uid("m4"), 0)),
        (records.add, (Kind.RESOLUTION, Resolution(uid=uid("new"), text="ก"), uid("m3"))),
        (records.add, (Kind.ITEM, AgendaItem(uid=uid("new"), title="ก"), FIRST)),
        (records.write_body, (Kind.APPENDIX, uid("x1"), None, plain_body("ก"))),
    ],
)
def test_a_frozen_record_does_not_change(frozen_store, operation, arguments):
    fields = {
        Kind.MEETING: {"venue": "ที่อื่น"}, Kind.MATTER: {"title": "ก"},
        Kind.RESOLUTION: {"text": "ข"},
    }[arguments[0]] if operation is records.amend else {}  # fmt: skip
    told = refused(frozen_store, operation, *arguments, **fields)
    assert told == "The record of meeting 1/2568 is closed. Open it again before changing it."


def test_tasks_and_the_state_of_the_minutes_go_on(frozen_store):
    write(frozen_store, records.amend, Kind.ASSIGNMENT, uid("a1"), None, state=FollowUp.DONE)
    write(frozen_store, sessions.set_minutes_state, FIRST, MinutesState.ADOPTED)
    made = meeting_on_file(frozen_store, FIRST)
    assert made.agenda[-1].matters[0].resolutions[0].assignments[0].state is FollowUp.DONE
    assert "closed" in refused(
        frozen_store, records.amend, Kind.ASSIGNMENT, uid("a1"), None, report_to="ใคร"
    )


def test_another_version_of_a_frozen_record_is_not_taken_in(frozen_store):
    same = full_meeting()
    assert previewed(frozen_store, exchange_of(meetings=(same,))).merge.is_empty
    with pytest.raises(Refused) as refusal:
        previewed(frozen_store, exchange_of(meetings=(replaced(same, venue="ที่อื่น"),)))
    assert "1/2568 is closed" in said(refusal)


def test_a_record_is_opened_again_with_a_reason_and_frozen_once_more(frozen_store, clock):
    assert "why" in refused(frozen_store, editions.reopen, FIRST, "  ")
    moment = clock.goes_on(hours=1)
    write(frozen_store, editions.reopen, FIRST, "แก้คำผิด")
    (edition,) = read(frozen_store, editions.list_editions, FIRST)
    assert (edition.reopened, edition.reason) == (moment, "แก้คำผิด")
    assert meeting_on_file(frozen_store, FIRST).minutes_state is MinutesState.DRAFT
    write(frozen_store, records.amend, Kind.MATTER, uid("m3"), None, title="เรื่อง แก้แล้ว")
    write(frozen_store, editions.freeze, FIRST)
    first, second = read(frozen_store, editions.list_editions, FIRST)
    assert (second.number, second.reopened) == (2, None)
    assert first.record != second.record
    assert read(frozen_store, editions.read_edition, first.record)
    trail = rows(frozen_store.path, "SELECT action FROM trail WHERE record = ?", FIRST)
    actions = [action for (action,) in trail]
    assert [one for one in actions if one in ("frozen", "reopened")] == [
        "frozen", "reopened", "frozen",
    ]  # fmt: skip


def test_only_the_newest_closed_record_is_opened_again(frozen_store):
    assert "not closed" in refused(frozen_store, editions.reopen, SECOND, "เหตุ")
    write(frozen_store, sessions.start, SECOND, "09:30")
    write(frozen_store, sessions.end, SECOND, "11:00")
    told = refused(frozen_store, editions.reopen, FIRST, "เหตุ")
    assert told.endswith("that of meeting 2/2568.")
    write(frozen_store, editions.freeze, SECOND)
    write(frozen_store, editions.reopen, SECOND, "เหตุ")


def test_the_checks_know_the_meeting_before(full_store):
    found = read(full_store, check, SECOND)
    with_numbers = [one for one in found if one.field == "number"]
    assert with_numbers == []
    write(full_store, records.amend, Kind.MEETING, SECOND, None, number=4)
    found = read(full_store, check, SECOND)
    assert [worded(one.message.values["before"]) for one in found if one.field == "number"] == [
        "1/2568"
    ]
