"""The register: in which order it stands, what narrows it, what is found in it."""

import datetime

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Assignment,
    Due,
    Matter,
    MeetingState,
    Resolution,
    ResolutionKind,
)
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.domain.register_query import DueWhen, RegisterQuery, SavedSearch
from bmahr_desktop.domain.registers import SortedBy, Sorting
from bmahr_desktop.operations import records
from bmahr_desktop.operations.register_filters import offered_filters
from bmahr_desktop.operations.resolutions import (
    first_lines,
    open_register,
    read_lines,
    search_places,
)
from bmahr_desktop.operations.saved_searches import list_searches, move_search, save_search
from tests.meetings import committee, meeting, section, text, uid
from tests.records import exchange_of, index, replaced, take

TODAY = datetime.date(2025, 6, 10)
UNIT = Unit(uid=uid("unit"), name="กองแผนงาน", code="0101")
OTHER = replaced(committee(), uid=uid("other"), code="ABC", name="กรรมการอื่น")
ORDERS = [Sorting(by, down) for by in SortedBy for down in (False, True)]


def task(name, to, state=FollowUp.WAITING, due=None, **more):
    return Assignment(uid=uid(name), assigned_to=to, state=state, due=due, **more)


def resolved(name, words, *tasks, kinds=(), **more):
    return Resolution(uid=uid(name), text=words, kinds=kinds, assignments=tasks, **more)


def matter(title, *resolutions, **more):
    return Matter(uid=uid(f"matter {title}"), title=title, resolutions=resolutions, **more)


def held(number, *matters, **more):
    item = AgendaItem(uid=uid(f"item {number}"), title="เรื่องเพื่อพิจารณา", matters=matters)
    values = {"number": number, "date": datetime.date(2025, number, 1), "attendance": ()}
    return meeting(uid=uid(f"held {number}"), agenda=(item,), signatures=(), **(values | more))


@pytest.fixture
def register(store):
    """Six resolutions of three meetings, named a to f, the newest first."""
    meetings = [
        held(
            3,
            matter("เรื่อง ขอใช้รถ", resolved("a", "รับทราบแผน", kinds=(ResolutionKind.ACKNOWLEDGE,))),
            matter("เรื่อง กำหนดแผน",
                   resolved("b", "เห็นชอบ งบประมาณ และแผน",
                            task("t1", "กองแผนงาน", due=Due(date=datetime.date(2025, 6, 9)),
                                 unit=UNIT.uid)),
                   resolved("c", "มอบหมายงาน",
                            task("t2", "ฝ่ายเลขานุการ", FollowUp.UNDER_WAY,
                                 Due(month="2025-06")))),
        ),
        held(2, matter("เรื่อง เงินสะสม",
                       resolved("d", "แผนงบประมาณ",
                                task("t3", "เขตกลาง", FollowUp.DONE,
                                     Due(date=datetime.date(2025, 1, 31)))),
                       resolved("e", "อนุมัติ", task("t4", "กองแผนงาน", due=Due(text="โดยเร็ว"))),
                       sections=(section(text("ที่ประชุมอภิปรายเรื่องสะพานลอย")),)),
             committee=OTHER.uid),
        held(1, matter("เรื่อง กข", resolved("f", "เลื่อน")), year=2567),
        held(4, matter("เรื่อง ไม่ประชุม", resolved("x", "แผน")), state=MeetingState.CANCELLED),
    ]  # fmt: skip
    take(store, exchange_of(units=[UNIT], committees=[committee(), OTHER], meetings=meetings))
    index(store)
    return store


def names(store, asked=None, sorting=None, **query):
    """The register as the names of its resolutions."""
    known = {uid(name): name for name in "abcdefx"}
    with store.reading() as session:
        found = open_register(
            session, asked or RegisterQuery(**query), sorting or Sorting(), today=TODAY
        )
        first = first_lines(session, asked or RegisterQuery(**query), 40, TODAY)
    order = "".join(known[one] for one in found.uids)
    if sorting is None:
        assert "".join(known[line.uid] for line in first) == order
    return order


def line(store, name):
    with store.reading() as session:
        (found,) = read_lines(session, [uid(name)])
    return found


# ---------------------------------------------------------------- order


@pytest.mark.parametrize(
    ("by", "up", "down"),
    [
        (SortedBy.BEST, "abcdef", "abcdef"),
        (SortedBy.DATE, "fdeabc", "abcdef"),
        (SortedBy.MATTER, "fbcade", "deabcf"),
        (SortedBy.ASSIGNED, "bedcaf", "cdbeaf"),
        (SortedBy.DUE, "dbcaef", "cbdaef"),
    ],
)
def test_it_is_sorted_what_is_not_there_comes_last(register, by, up, down):
    assert names(register, sorting=Sorting(by)) == up
    assert names(register, sorting=Sorting(by, descending=True)) == down


def test_what_holds_the_words_best_comes_first(register):
    # Side by side, then scattered; wordings before titles, then the newest.
    assert names(register, words="แผนงบประมาณ") == "d"
    assert names(register, words="งบประมาณ แผน") == "bd"
    assert names(register, words="แผน งบประมาณ") == "db"
    assert names(register, words="แผน") == "abdec"
    assert names(register, words="กำหนด") == "bc"


def test_words_are_narrowed_and_sorted_too(register):
    assert names(register, words="แผน", committee=OTHER.uid) == "de"
    assert names(register, words="แผน", year=2567) == ""
    assert names(register, words="แผน", unit=UNIT.uid) == "b"
    assert names(register, words="แผน", sorting=Sorting(SortedBy.DATE)) == "deabc"


@pytest.mark.parametrize(
    ("words", "found"),
    [("แผน -งบประมาณ", "aec"), ("-แผน", "cf"), ('"', "abcdef"), ('"แผนงบ', "d"), ("  ", "abcdef")],
)
def test_words_that_are_not_wanted(register, words, found):
    assert names(register, words=words) == found


def test_an_order_that_nobody_wants_any_longer_is_given_up(register):
    for sorting in ORDERS:
        with register.reading() as session:
            given_up = open_register(
                session, RegisterQuery(), sorting, today=TODAY, stop_wanted=lambda: True
            )
            assert given_up.uids == ()
            assert open_register(session, RegisterQuery(), sorting, today=TODAY).uids


# ---------------------------------------------------------------- filters


@pytest.mark.parametrize(
    ("due", "found"),
    [
        (DueWhen.OVERDUE, "b"),
        (DueWhen.THIS_MONTH, "bc"),
        (DueWhen.IN_30_DAYS, "c"),
        (DueWhen.UNDATED, "e"),
    ],
)
def test_what_is_still_due(register, due, found):
    assert names(register, due=due) == found


def test_it_must_be_known_what_day_it_is(register):
    with register.reading() as session, pytest.raises(ValueError, match="overdue"):
        open_register(session, RegisterQuery(due=DueWhen.OVERDUE))


def test_the_day_that_it_is_due_next_counts(register):
    with register.writing() as session:
        day = datetime.date(2025, 9, 1)
        records.amend(session, Kind.ASSIGNMENT, uid("t1"), None, next_due=day)
    assert line(register, "b").due_day == datetime.date(2025, 9, 1)
    assert names(register, due=DueWhen.OVERDUE) == ""
    assert names(register, due_by=datetime.date(2025, 9, 1)) == "bc"


def test_only_what_occurs_is_offered(register):
    with register.reading() as session:
        offered = offered_filters(session, TODAY)
    assert offered.years == (2568, 2567)
    assert [code for _, code in offered.committees] == ["ABC", "TST"]
    assert offered.kinds == (ResolutionKind.ACKNOWLEDGE,)
    assert offered.units == ((UNIT.uid, "กองแผนงาน"),)
    assert offered.states == (FollowUp.WAITING, FollowUp.UNDER_WAY, FollowUp.DONE)
    assert offered.dues == tuple(DueWhen)
    with register.writing() as session:
        for name in ("t1", "t2", "f"):
            kind = Kind.RESOLUTION if name == "f" else Kind.ASSIGNMENT
            records.remove(session, kind, uid(name))
    with register.reading() as session:
        offered = offered_filters(session, TODAY)
    assert (offered.years, offered.units) == ((2568,), ())
    assert offered.states == (FollowUp.WAITING, FollowUp.DONE)
    assert offered.dues == (DueWhen.UNDATED,)


# ---------------------------------------------------------------- lines


def test_a_line_says_how_it_stands(register):
    late, later, done, none = (line(register, name) for name in "bcda")
    assert (late.state, late.due_day) == (FollowUp.WAITING, datetime.date(2025, 6, 9))
    assert late.is_overdue(TODAY)
    assert not late.is_overdue(datetime.date(2025, 6, 9))
    assert (later.state, later.due_day) == (FollowUp.UNDER_WAY, datetime.date(2025, 6, 30))
    assert not later.is_overdue(TODAY)
    assert (done.state, done.is_open, done.is_overdue(TODAY)) == (FollowUp.DONE, False, False)
    assert (none.state, none.due_day, none.is_overdue(TODAY)) == (None, None, False)


def test_the_least_advanced_task_says_how_a_resolution_stands(register):
    with register.writing() as session:
        more = task("t9", "อีกหน่วย", due=Due(date=datetime.date(2025, 8, 1)))
        records.add(session, Kind.ASSIGNMENT, more, uid("d"))
    found = line(register, "d")
    assert (found.state, found.due_day) == (FollowUp.WAITING, datetime.date(2025, 8, 1))
    assert found.assigned_to == ("เขตกลาง", "อีกหน่วย")


def test_a_line_says_where_it_stands(register):
    places = {
        name: (found.item, found.matter_number, found.order, found.siblings)
        for name in "abcf"
        for found in [line(register, name)]
    }
    assert places == {"a": (1, 1, 1, 1), "b": (1, 2, 1, 2), "c": (1, 2, 2, 2), "f": (1, 0, 1, 1)}


# ---------------------------------------------------------------- anywhere in the minutes


def test_words_are_found_anywhere_in_the_minutes(register):
    with register.reading() as session:
        hits = search_places(session, RegisterQuery(words="สะพาน")).hits
        assert [hit.kind for hit in hits] == [Kind.SECTION]
        assert [hit.text[slice(*mark)] for hit in hits for mark in hit.marks] == ["สะพาน"]
        both = search_places(session, RegisterQuery(words="แผน")).hits
        assert {hit.kind for hit in both} == {Kind.RESOLUTION, Kind.MATTER}
        some = search_places(session, RegisterQuery(words="แผน", committee=OTHER.uid)).hits
        assert {hit.record for hit in some} == {uid("d"), uid("e")}
        assert search_places(session, RegisterQuery(words="สะพาน", year=2567)).hits == ()


# ---------------------------------------------------------------- saved


def test_a_search_is_saved_behind_the_others_and_moved(store):
    late = RegisterQuery(due=DueWhen.OVERDUE, unit=UNIT.uid)
    with store.writing() as session:
        save_search(session, SavedSearch(uid=uid("s1"), name="ค้าง", query=late))
        save_search(session, SavedSearch(uid=uid("s2"), name="แผน", query=RegisterQuery("แผน")))
    with store.writing() as session:
        assert [one.name for one in list_searches(session)] == ["ค้าง", "แผน"]
        assert list_searches(session)[0].query == late
        move_search(session, uid("s2"), -1)
    with store.writing() as session:
        assert [one.name for one in list_searches(session)] == ["แผน", "ค้าง"]
        records.remove(session, Kind.SEARCH, uid("s2"))
        assert [one.name for one in list_searches(session)] == ["ค้าง"]
        assert not move_search(session, uid("s2"), 1)
