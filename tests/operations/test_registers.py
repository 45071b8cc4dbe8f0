"""Lists: what stands in them, in which order."""

import datetime

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import MeetingState, MinutesState
from bmahr_desktop.operations import records
from bmahr_desktop.operations.registers import (
    list_committees,
    list_meetings,
    list_people,
    list_resolutions,
)
from tests.meetings import committee, meeting, uid
from tests.records import exchange_of, replaced, take

OTHER = replaced(committee(), uid=uid("other"), code="ABC", name="กรรมการอื่น")


def read(store, operation, *arguments, **chosen):
    with store.reading() as session:
        return operation(session, *arguments, **chosen)


def more_meetings(store):
    """A second committee with meetings of two years, in no order."""
    bare = meeting(attendance=(), agenda=(), signatures=(), committee=OTHER.uid)
    some = [
        replaced(bare, uid=uid(f"{number}/{year}"), number=number, year=year)
        for number, year in ((2, 2567), (10, 2567), (1, 2568))
    ]
    take(store, exchange_of(committees=[OTHER], meetings=some))


def test_committees_in_dictionary_order_with_their_years(full_store):
    more_meetings(full_store)
    first, second = read(full_store, list_committees)
    assert (first.code, first.meetings, first.years) == ("ABC", 3, (2568, 2567))
    assert (second.code, second.meetings, second.years) == ("TST", 2, (2568,))


def test_meetings_newest_first_by_number_not_by_text(full_store):
    more_meetings(full_store)
    found = read(full_store, list_meetings, OTHER.uid)
    assert [(one.number, one.year) for one in found] == [(1, 2568), (10, 2567), (2, 2567)]
    assert [one.number for one in read(full_store, list_meetings, OTHER.uid, 2567)] == [10, 2]
    assert len(read(full_store, list_meetings, None, 2568)) == 3
    assert len(read(full_store, list_meetings)) == 5


def test_a_meeting_is_shown_with_its_states(full_store):
    line = read(full_store, list_meetings, uid("committee"))[-1]
    assert (line.state, line.minutes_state) == (
        MeetingState.CLOSED, MinutesState.AWAITING_ADOPTION,
    )  # fmt: skip
    assert (line.date, line.start, line.venue) == (
        datetime.date(2025, 1, 8), "09:30", "ห้องประชุม ชั้น ๕",
    )  # fmt: skip


def test_people_with_their_unit_and_the_seats_of_a_day(full_store):
    found = read(full_store, list_people, datetime.date(2025, 9, 30))
    assert [(one.printed, one.unit, one.seats) for one in found] == [
        ("นางปั้นหยา ฟื้นฟู", "", ("TST",)),
        ("นายไม่เกี่ยว ข้อง", "", ()),
        ("นายสมมาตร ใจกว้าง", "กองระบบงาน", ("TST",)),
    ]
    seats = {one.uid: one.seats for one in read(full_store, list_people, datetime.date(2024, 9, 1))}
    assert seats[uid("p1")] == ()
    assert seats[uid("p2")] == ("TST",)
    later = {
        one.uid: one.seats for one in read(full_store, list_people, datetime.date(2025, 10, 1))
    }
    assert later[uid("p2")] == ()


def test_resolutions_in_the_order_of_the_agenda(full_store):
    found = read(full_store, list_resolutions)
    assert [one.uid for one in found] == [uid(f"r{number}") for number in (8, 1, 2, 3, 4, 5)]
    places = [(one.number, one.item, one.order) for one in found]
    assert places == [(2, 1, 1), (1, 1, 1), (1, 2, 1), (1, 3, 1), (1, 3, 2), (1, 5, 1)]


def test_a_composed_resolution_is_worded(full_store):
    (line,) = read(full_store, list_resolutions, uids=[uid("r2")])
    assert "“เก่า”" in line.text
    assert line.matter == uid("m2")


def test_who_is_to_do_it_and_by_when(full_store):
    (line,) = read(full_store, list_resolutions, uids=[uid("r5")])
    assert line.assigned_to == ("กองระบบงาน", "ฝ่ายเลขานุการ")
    assert line.due
    assert line.due.month == "2025-03"
    assert line.before_adoption


def test_places_close_up_when_something_is_removed(full_store):
    with full_store.writing() as session:
        records.remove(session, Kind.ITEM, uid("i1"))
        records.remove(session, Kind.RESOLUTION, uid("r3"))
        records.remove(session, Kind.ASSIGNMENT, uid("a1"))
    found = {one.uid: one for one in read(full_store, list_resolutions)}
    assert uid("r1") not in found
    assert (found[uid("r4")].item, found[uid("r4")].order) == (2, 1)
    assert found[uid("r5")].assigned_to == ("ฝ่ายเลขานุการ",)


def test_what_was_prepared_for_a_meeting_that_was_not_held_is_no_resolution(full_store):
    for state in (MeetingState.POSTPONED, MeetingState.CANCELLED, MeetingState.NO_QUORUM):
        with full_store.writing() as session:
            records.amend(session, Kind.MEETING, uid("meeting"), None, state=state)
        assert {one.meeting for one in read(full_store, list_resolutions)} == {uid("meeting 2")}


def test_of_one_committee_and_year(full_store):
    more_meetings(full_store)
    assert len(read(full_store, list_resolutions, uid("committee"), 2568)) == 6
    assert read(full_store, list_resolutions, uid("committee"), 2567) == []
    assert read(full_store, list_resolutions, OTHER.uid) == []
