"""The index follows the records, and finds words however they are typed."""

import datetime
import time

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person
from bmahr_desktop.domain.query import read_query
from bmahr_desktop.operations import records
from bmahr_desktop.operations.search import find_words, index_waits, keep_index
from bmahr_desktop.storage import search
from bmahr_desktop.storage.finding import find
from bmahr_desktop.thai.searchkey import search_key
from tests.meetings import text, uid
from tests.records import index, opened, replaced, rows, second_meeting, tamper

ALL = list(Kind)


def records_of(store, query, kinds=ALL, most=200):
    """What the index alone finds."""
    with store.reading() as session:
        return {one.record for one in find(session, read_query(query), kinds, most)}


def put(store, name):
    with store.writing() as session:
        records.add(session, Kind.PERSON, Person(uid=uid(name), name=name))
    index(store)
    return uid(name)


# ---------------------------------------------------------------- it follows


def test_the_index_follows_a_change(full_store):
    assert records_of(full_store, "มอบหมายให้กองระบบงาน") == {uid("r5")}
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, text="ให้ถอนเรื่องออกไป")
    with full_store.reading() as session:
        assert index_waits(session) == 1
    begun = time.monotonic()
    with full_store.writing() as session:
        assert keep_index(session) == 0
    assert time.monotonic() - begun < 5
    assert records_of(full_store, "มอบหมายให้กองระบบงาน") == set()
    assert records_of(full_store, "ถอนเรื่อง") == {uid("r5")}


def test_what_waits_is_found_as_it_is_now(full_store):
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, text="ให้ถอนเรื่องออกไป")
    with full_store.reading() as session:
        assert [hit.record for hit in find_words(session, "ถอนเรื่อง")] == [uid("r5")]
        assert find_words(session, "มอบหมายให้กองระบบงาน") == []


@pytest.mark.parametrize(
    ("kind", "own"), [(Kind.RESOLUTION, "r5"), (Kind.MATTER, "m6"), (Kind.MEETING, "meeting")]
)
def test_what_is_removed_is_not_found_and_comes_back(full_store, kind, own):
    for act, found in ((records.remove, set()), (records.restore, {uid("r5")})):
        with full_store.writing() as session:
            act(session, kind, uid(own))
        index(full_store)
        assert records_of(full_store, "มอบหมายให้กองระบบงาน") == found


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("สมมาตร", "p1"), ("0301", "u1"), ("TST", "committee"),
        ("ห้องประชุม ชั้น ๕", "meeting"), ("1/2568", "meeting"), ("ปลัดเมือง", "นางสาวมะลิวัลย์ แก้วประดับ"),
        ("เรื่อง ระบบงาน", "m6"), ("เรื่องอื่น ๆ (ถ้ามี)", "i4"), ("หัวตาราง", "x1"), ("ตารางแนบ", "x1"),
        ("ฝ่ายเลขานุการ", "r5"),
    ],
)  # fmt: skip
def test_every_text_can_be_found(full_store, words, own):
    assert uid(own) in records_of(full_store, words)


def test_the_index_takes_no_longer_than_writers_wait(full_store, monkeypatch):
    ticks = iter(range(100))
    monkeypatch.setattr(search, "perf_counter", lambda: next(ticks))
    with full_store.writing() as session:
        for own in ("p1", "p2", "p3"):
            records.amend(session, Kind.PERSON, uid(own), None, job="ย้าย")
    for left in (2, 1, 0, 0):
        with full_store.writing() as session:
            assert keep_index(session) == left


def test_the_index_can_be_made_anew(full_store):
    before = rows(full_store.path, "SELECT record, kind, meeting, key FROM search_entry ORDER BY 1")
    tamper(
        full_store.path, "DELETE FROM search_entry",
        "INSERT INTO search_queue SELECT uid, 'meeting' FROM meeting",
        "INSERT INTO search_queue SELECT uid, 'unit' FROM unit",
        "INSERT INTO search_queue SELECT uid, 'project' FROM project",
        "INSERT INTO search_queue SELECT uid, 'person' FROM person",
        "INSERT INTO search_queue SELECT uid, 'committee' FROM committee",
    )  # fmt: skip
    index(full_store)
    assert before == rows(
        full_store.path, "SELECT record, kind, meeting, key FROM search_entry ORDER BY 1"
    )


# ---------------------------------------------------------------- however it is typed


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("น้ำประปา", "นํ้าประปา"), ("นํ้าประปา", "น้ำ"), ("แผนงาน", "เเผน"),
        ("ข้อ ๑๒/๒๕๖๘", "12/2568"), ("ข้อ 12/2568", "๑๒/๒๕๖๘"), ("Action Plan", "ACTION plan"),
        ("ที่\u200bประชุม", "ที่ประชุม"), ("สอง\u00a0คำ", "สอง คำ"), ("กิ่ง", "ก่ิง"),
        ("ฐานข้อมูล", "ข้อมู"), ("🎉 ฉลอง", "🎉"), ("ก\"ข'ค", "ก\"ข'ค"), ("50%_ของ", "%_"),
        ("ไม่*ใช่ NEAR(x)", "NEAR(x)"), ("a-b:c^d", "b:c^d"),
    ],
)  # fmt: skip
def test_words_are_found_however_they_are_typed(full_store, kept, typed):
    own = put(full_store, kept)
    assert own in records_of(full_store, typed)
    with full_store.reading() as session:
        hit = next(one for one in find_words(session, typed) if one.record == own)
    start, stop = hit.marked
    assert hit.text[start:stop]


@pytest.mark.parametrize("typed", ["ฮ", "ฮฯ", "๙๙", "99", "ๆ"])
def test_one_and_two_characters_are_found_too(full_store, typed):
    own = put(full_store, "ฮฯ 99 ๆ")
    assert records_of(full_store, typed, [Kind.PERSON]) == {own}


def test_all_words_must_be_there_in_any_order(full_store):
    own = put(full_store, "หนึ่ง สอง สาม")
    assert own in records_of(full_store, "สาม หนึ่ง")
    assert own in records_of(full_store, "สาม ส")
    assert own not in records_of(full_store, "สาม สี่")
    assert own not in records_of(full_store, "หนึ่งสอง")


@pytest.mark.parametrize("typed", ["", " ", "\u200b", "\x00", "ก\x00ข", "\ud800", "ก\udcb9"])
def test_what_no_text_can_hold_is_found_nowhere(full_store, typed):
    with full_store.reading() as session:
        assert find_words(session, typed) == []


@pytest.mark.parametrize("typed", ['"', "'", "*", "OR", "a AND b", "'; DROP TABLE unit", "(", "^ก"])
def test_no_query_is_a_command(full_store, typed):
    count = "SELECT count(*) FROM unit"
    before = rows(full_store.path, count)
    with full_store.reading() as session:
        texts = [search_key(hit.text) for hit in find_words(session, typed)]
    assert all(word in text for text in texts for word in search_key(typed).split()[:1])
    assert rows(full_store.path, count) == before


def test_a_very_long_query_is_looked_for_whole(full_store):
    words = " ".join(f"คำที่{number}" for number in range(3000))
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, text=words)
    index(full_store)
    assert records_of(full_store, words) == {uid("r5")}
    assert records_of(full_store, f"{words} ขาด") == set()
    assert records_of(full_store, "ก" * 100_000) == set()


# ---------------------------------------------------------------- what comes first


def test_the_first_kinds_and_the_newest_meetings_are_not_cut_off(full_store):
    with full_store.writing() as session:
        for resolution in ("r1", "r3", "r5", "r8"):
            records.amend(session, Kind.RESOLUTION, uid(resolution), None, text="เหมือนกัน")
        records.amend(session, Kind.PERSON, uid("p1"), None, job="เหมือนกัน")
        records.amend(session, Kind.MATTER, uid("m4"), None, title="เหมือนกัน")
    index(full_store)
    with full_store.reading() as session:
        hits = find_words(session, "เหมือนกัน")
        assert [one.kind for one in hits] == [Kind.RESOLUTION] * 4 + [Kind.MATTER, Kind.PERSON]
        assert hits[0].record == uid("r8")
        assert [one.record for one in find_words(session, "เหมือนกัน", most=1)] == [uid("r8")]
        assert [one.kind for one in find_words(session, "เหมือนกัน", [Kind.PERSON])] == [Kind.PERSON]
        assert find_words(session, "เหมือนกัน", [Kind.ASSIGNMENT]) == []


def test_the_newest_meeting_comes_first_whenever_it_was_entered(full_store):
    item = second_meeting().agenda[0]
    for number, year in ((3, 2568), (1, 2566), (9, 2567)):
        date = datetime.date(year - 543, number, 1)
        first = item.matters[0]
        matter = replaced(first, uid=uid(f"m {year}"), resolutions=(), title="ลำดับ")
        own = replaced(item, uid=uid(f"i {year}"), matters=(matter,))
        made = replaced(
            second_meeting(),
            uid=uid(f"of {year}"),
            number=number,
            year=year,
            date=date,
            agenda=(own,),
        )
        with full_store.writing() as session:
            records.add(session, Kind.MEETING, made)
        index(full_store)
    newest = [uid(f"m {year}") for year in (2568, 2567, 2566)]
    for most in (1, 2, 3):
        with full_store.reading() as session:
            found = find(session, read_query("ลำดับ"), [Kind.MATTER], most)
        assert [one.record for one in found] == newest[:most]


def test_a_body_is_found_where_it_stands(full_store):
    with full_store.reading() as session:
        own = records.read(session, Kind.MATTER, uid("m3")).record.sections[0].uid
    body = (text("ต้น " * 200), text("คำที่หาอยู่ตรงนี้"), text("ปลาย " * 200))
    with full_store.writing() as session:
        records.write_body(session, Kind.SECTION, own, None, body)
    store = opened(full_store.path)
    with store.reading() as session:
        (hit,) = find_words(session, "ที่หาอยู่")
    store.close()
    assert hit.text[slice(*hit.marked)] == "ที่หาอยู่"
    assert hit.text.startswith("…")
    assert hit.text.endswith("…")
    assert len(hit.text) < 200
    assert hit.where == "TST ๑/๒๕๖๘"


@pytest.mark.parametrize("date", [datetime.date.min, datetime.date.max])
def test_a_meeting_of_any_day_is_found(full_store, date):
    with full_store.writing() as session:
        records.amend(session, Kind.MEETING, uid("meeting"), None, date=date)
    index(full_store)
    assert uid("r5") in records_of(full_store, "มอบหมายให้กองระบบงาน", [Kind.RESOLUTION])
    assert uid("m6") in records_of(full_store, "ระบบงาน", [Kind.MATTER])


def test_a_day_may_have_any_number_of_texts(full_store, monkeypatch):
    before = rows(full_store.path, "SELECT record, kind, meeting, key FROM search_entry ORDER BY 1")
    monkeypatch.setattr(search, "_DAY_ROOM", 2)
    tamper(
        full_store.path, "DELETE FROM search_entry",
        "INSERT INTO search_queue SELECT uid, 'meeting' FROM meeting",
        *(f"INSERT INTO search_queue SELECT uid, '{one}' FROM {one}"
          for one in ("unit", "person", "committee", "project")),
    )  # fmt: skip
    index(full_store)
    after = rows(full_store.path, "SELECT record, kind, meeting, key FROM search_entry ORDER BY 1")
    assert before == after
