"""Wordings before a change, kept per stay in a record; the trail of a meeting."""

import pytest

from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import StaleText
from bmahr_desktop.operations import records
from bmahr_desktop.operations.history import (
    Action,
    end_stay,
    put_back,
    text_of,
    trail_of,
)
from tests.meetings import uid
from tests.records import at_the_desk, opened

R5, I4, M6 = uid("r5"), uid("i4"), uid("m6")
MEETING = uid("meeting")


@pytest.fixture
def amend(full_store, clock):
    """Change a resolution's wording, a minute later."""

    def amend(text, which=R5):
        clock.goes_on(minutes=1)
        with full_store.writing() as session:
            records.amend(session, Kind.RESOLUTION, which, None, text=text)

    return amend


def leave(store, kind=Kind.RESOLUTION, which=R5):
    with store.writing() as session:
        end_stay(session, kind, which)


def wordings_of(session, which):
    """The wordings of a record before its changes, the newest first."""
    trail = trail_of(session, uid("meeting"))
    return [line.wording for line in trail if line.uid == which and line.wording]


def before(store, which=R5):
    with store.reading() as session:
        return [one.content for one in wordings_of(session, which)]


def first(store):
    with store.reading() as session:
        return text_of(session, Kind.RESOLUTION, R5, "text")


def test_each_stay_that_changes_a_text_keeps_the_wording_before(full_store, amend):
    stood = first(full_store)
    amend("หนึ่ง")
    amend("หนึ่ง สอง")
    assert before(full_store) == [stood]
    leave(full_store)
    amend("สาม")
    amend("สาม สี่")
    leave(full_store)
    amend("ห้า")
    assert before(full_store) == ["สาม สี่", "หนึ่ง สอง", stood]


def test_a_stay_that_changes_nothing_in_the_end_keeps_nothing(full_store, amend):
    stood = first(full_store)
    amend("พิมพ์ผิด")
    amend(stood)
    leave(full_store)
    assert before(full_store) == []
    leave(full_store)
    amend("ใหม่")
    leave(full_store)
    leave(full_store)
    assert before(full_store) == [stood]


def test_a_body_is_kept_like_any_text(full_store, clock):
    with full_store.reading() as session:
        (matter,) = [one.record for one in records.read_parts_of(session, Kind.MATTER, I4)]
    section = matter.sections[0]
    for words in ("หนึ่ง", "สอง"):
        with full_store.writing() as session:
            records.write_body(session, Kind.SECTION, section.uid, None, plain_body(words))
        leave(full_store, Kind.SECTION, section.uid)
    assert before(full_store, section.uid) == [plain_body("หนึ่ง"), section.body]
    with full_store.writing() as session:
        put_back(session, Kind.SECTION, section.uid, "body", section.body)
    with full_store.reading() as session:
        assert text_of(session, Kind.SECTION, section.uid, "body") == section.body
    assert before(full_store, section.uid)[0] == plain_body("สอง")


def test_who_changed_it_and_when_stands_with_a_wording(full_store, amend, clock):
    amend("หนึ่ง")
    first_time = clock.time
    leave(full_store)
    amend("สอง")
    full_store.close()
    clock.goes_on(days=1)
    later = opened(full_store.path, at_the_desk("sitting-3", clock))
    with later.writing() as session:
        records.amend(session, Kind.RESOLUTION, R5, None, text="สาม")
    with later.reading() as session:
        found = wordings_of(session, R5)
    later.close()
    assert [one.at for one in found] == [clock.time, first_time.replace(minute=2), first_time]
    assert {one.who for one in found} == {"pc เลขานุการ"}
    assert {one.field for one in found} == {"text"}


def test_a_wording_put_back_keeps_that_of_now(full_store, amend):
    stood = first(full_store)
    amend("ใหม่")
    with full_store.writing() as session:
        assert put_back(session, Kind.RESOLUTION, R5, "text", stood).uids == {R5}
    assert first(full_store) == stood
    assert before(full_store)[0] == "ใหม่"
    with full_store.writing() as session:  # and back again
        put_back(session, Kind.RESOLUTION, R5, "text", "ใหม่")
    assert first(full_store) == "ใหม่"


def test_what_is_removed_is_not_reworded(full_store):
    with full_store.writing() as session:
        records.remove(session, Kind.RESOLUTION, R5)
    with pytest.raises(StaleText), full_store.writing() as session:
        put_back(session, Kind.RESOLUTION, R5, "text", "เก่า")


# ---------------------------------------------------------------- the trail


def trail(store):
    with store.reading() as session:
        return trail_of(session, MEETING)


def test_the_trail_tells_what_was_done_the_newest_first(full_store, amend, clock):
    amend("เห็นชอบ")
    clock.goes_on(minutes=1)
    with full_store.writing() as session:
        records.move(session, Kind.ITEM, I4, 0)
    clock.goes_on(minutes=1)
    with full_store.writing() as session:
        records.remove(session, Kind.MATTER, M6)
    lines = trail(full_store)
    assert [line.action for line in lines[:3]] == [Action.REMOVED, Action.MOVED, Action.WORDED]
    removed, moved, worded = lines[:3]
    assert (removed.kind, removed.title, removed.can_return) == (Kind.MATTER, "เรื่อง ระบบงาน", True)
    assert removed.within == ("เรื่องอื่น ๆ (ถ้ามี)",)
    assert (moved.kind, moved.uid, moved.removed) == (Kind.ITEM, I4, False)
    assert worded.title == "เห็นชอบ"
    assert worded.within == ("เรื่องอื่น ๆ (ถ้ามี)", "เรื่อง ระบบงาน")
    assert worded.removed
    assert not worded.can_return
    assert worded.wording.content.startswith("มอบหมายให้กองระบบงาน")
    assert worded.who == "pc เลขานุการ"


def test_a_change_with_a_wording_is_one_line(full_store, amend):
    amend("หนึ่ง")
    leave(full_store)
    amend("สอง")
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, before_adoption=False)
        records.amend(session, Kind.ASSIGNMENT, uid("a1"), None, report_to="ใหม่")
    about = [line for line in trail(full_store) if line.uid == R5]
    assert [line.action for line in about] == [Action.WORDED, Action.WORDED]
    assert [line.action for line in trail(full_store) if line.uid == uid("a1")] == [Action.CHANGED]


def test_the_trail_of_a_meeting_speaks_of_no_other(full_store):
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r8"), None, text="อีกครั้งหนึ่ง")
    assert all(line.uid != uid("r8") for line in trail(full_store))
    with full_store.reading() as session:
        assert trail_of(session, uid("meeting 2"))[0].uid == uid("r8")


def test_what_a_record_is_a_part_of_may_be_removed(full_store, amend):
    amend("หนึ่ง")
    with full_store.writing() as session:
        records.remove(session, Kind.ITEM, I4)
    worded = next(line for line in trail(full_store) if line.uid == R5)
    assert worded.removed
    assert not worded.can_return
    with full_store.writing() as session:
        records.restore(session, Kind.ITEM, I4)
    newest = trail(full_store)
    assert newest[0].action is Action.RESTORED
    assert not next(line for line in newest if line.uid == R5).removed
