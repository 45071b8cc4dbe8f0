"""The invented archive, and the search held against a plain reading of the same keys."""

import datetime
import random
from dataclasses import replace

import pytest

from bmahr_desktop import cli
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.meeting import Due, ResolutionKind
from bmahr_desktop.domain.query import Query, read_query
from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.operations import archive, records, registers
from bmahr_desktop.operations.archive import ArchiveSize, Part, generate_archive
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.resolutions import (
    first_lines,
    open_register,
    read_lines,
)
from bmahr_desktop.operations.search import find_records, index_waits, search_words
from bmahr_desktop.storage.condition import copy_file
from bmahr_desktop.storage.finding import find
from bmahr_desktop.storage.schema import make_file
from tests.records import dump, index, opened, rows, tamper

SMALL = ArchiveSize(committees=2, meetings=6, matters=90, resolutions=220)
ALL = list(Kind)


@pytest.fixture(scope="module")
def archived(tmp_path_factory):
    """Two small years."""
    path = tmp_path_factory.mktemp("archive") / "a.sqlite"
    make_file(path)
    store = opened(path)
    told = []
    assert generate_archive(store, 2, 7, lambda *now: told.append(now), SMALL) == 24
    assert told[:2] == [(Part.WRITTEN, 12, 24), (Part.WRITTEN, 24, 24)]
    assert told[-1][0] is Part.INDEXED
    yield store
    store.close()


# ---------------------------------------------------------------- the archive


def test_it_holds_what_was_asked_for_and_is_in_order(archived):
    path = archived.path
    counted = "SELECT (SELECT count(*) FROM meeting), (SELECT count(*) FROM matter),"
    assert rows(path, f"{counted} (SELECT count(*) FROM resolution)") == [(24, 180, 440)]
    assert look_over(archived) == []
    with archived.reading() as session:
        assert index_waits(session) == 0
    (adopting,) = rows(path, "SELECT count(*) FROM matter WHERE adopts_meeting IS NOT NULL")
    assert adopting == (22,)
    old = rows(
        path,
        "SELECT c.old, m.adopts_meeting FROM correction c JOIN matter m ON c.matter = m.uid",
    )
    assert old
    for words, meeting in old:
        with archived.reading() as session:
            found = search_words(session, f'"{words}"', [Kind.SECTION], 50)
        assert meeting in {hit.meeting for hit in found.hits}


def test_a_seed_invents_the_same_and_another_one_something_else(archived, tmp_path):
    texts = []
    for name, seed in (("again", 7), ("other", 8)):
        make_file(tmp_path / name)
        store = opened(tmp_path / name)
        generate_archive(store, 2, seed, size=SMALL)
        store.close()
        texts.append(dump(tmp_path / name))
    kept = dump(archived.path)
    for table in ("meeting", "resolution", "block", "attendance", "membership", "search_entry"):
        assert kept[table] == texts[0][table]
        assert kept[table] != texts[1][table]


def test_the_command_invents_a_year_only_in_an_empty_file(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(archive, "ArchiveSize", lambda: SMALL)
    path = tmp_path / "made" / "a.sqlite"
    command = ["--lang", "en", "--data", str(path), "generate-archive", "--seed", "3", "--years"]
    assert cli.main([*command, "1"]) == 0
    assert capsys.readouterr().out.endswith("The archive is on file: 12 meetings.\n")
    before = dump(path)
    assert cli.main([*command, "1"]) == 1
    assert "not empty" in capsys.readouterr().err
    assert cli.main([*command, "99"]) == 1
    assert dump(path) == before


def test_no_years_are_refused(store):
    with pytest.raises(Refused):
        generate_archive(store, 0, 1)


# ---------------------------------------------------------------- search


def keys_on_file(store):
    return rows(store.path, "SELECT record, key FROM search_entry")


def test_search_finds_what_a_plain_reading_finds(archived):
    entries = [(record, key.rstrip("\n")) for record, key in keys_on_file(archived)]
    chance = random.Random(1)
    with archived.reading() as session:
        for number in range(1000):
            _, key = chance.choice(entries)
            start = chance.randrange(len(key))
            piece = key[start : start + chance.randint(1, 14)].strip()
            if number % 10 == 0:
                piece = piece[::-1]
            if not piece:
                continue
            query = Query(wanted=(piece,))
            found = [one.record for one in find(session, query, ALL, 10**6)]
            plain = {record for record, key in entries if piece in key}
            assert len(found) == len(plain)
            assert set(found) == plain, piece


def test_several_words_and_words_left_out_are_found_as_by_plain_reading(archived):
    entries = [(record, key.rstrip("\n")) for record, key in keys_on_file(archived)]
    chance = random.Random(2)
    words = ["แผน", "งบประมาณ", "ที่", "ก", "12", "มอบหมาย", "ๆ", "การ", "256", "ผู้สูงอายุ", "ฬ"]
    with archived.reading() as session:
        for _ in range(150):
            chosen = chance.sample(words, chance.randint(1, 4))
            without = chance.sample(words, chance.randint(0, 2))
            query = Query(tuple(chosen), tuple(without))
            found = [one.record for one in find_records(session, query, (), 10**6)]
            assert len(found) == len(set(found))
            assert set(found) == {record for record, key in entries if query.is_met_by(key)}


def test_the_best_come_first(archived):
    with archived.reading() as session:
        kinds = [one.kind for one in find_records(session, read_query("แผน"), (), 10**6)]
        assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)
        assert kinds[0] is Kind.RESOLUTION
        dates = {one.uid: one.date for one in registers.list_meetings(session)}
        found = find_records(session, read_query("มอบหมาย"), [Kind.RESOLUTION], 10**6)
        order = [dates[one.meeting or ""] for one in found]
        assert order == sorted(order, reverse=True)
        assert find_records(session, read_query("มอบหมาย"), [Kind.RESOLUTION], 9) == found[:9]
        both = find_records(session, read_query("และ รายงาน"), [Kind.RESOLUTION], 10**6)
        texts = dict(keys_on_file(archived))
        near = ["และรายงาน" in texts[one.record] for one in both]
        assert True in near
        assert False in near
        assert near == sorted(near, reverse=True)


def test_more_is_told(archived):
    with archived.reading() as session:
        few = search_words(session, "แผน", most=5)
        assert (len(few.hits), few.more, few.unread) == (5, True, 0)
        whole = search_words(session, "แผน", most=10_000)
        assert whole.hits[:5] == few.hits
        assert not whole.more
        assert all(hit.marks for hit in whole.hits)
        assert {hit.text[slice(*mark)] for hit in whole.hits for mark in hit.marks} == {"แผน"}


def test_a_search_that_nobody_wants_any_longer_ends_quietly(archived):
    asked = []

    def stop_wanted():
        asked.append(True)
        return True

    with archived.reading() as session:
        assert search_words(session, "แผน การ", stop_wanted=stop_wanted).hits == ()
        assert open_register(session, RegisterQuery(), stop_wanted=stop_wanted).uids == ()
        assert search_words(session, "แผน").hits
    assert asked


def test_what_an_older_program_numbered_is_numbered_anew(archived, tmp_path):
    make_file(tmp_path / "old.sqlite")
    store = opened(tmp_path / "old.sqlite")
    generate_archive(store, 1, 7, size=replace(SMALL, committees=1))
    before = rows(store.path, "SELECT * FROM search_entry ORDER BY id")
    tamper(
        store.path,
        "DELETE FROM search_entry",
        *(
            f"INSERT INTO search_entry VALUES ({number}, '{record}', '{kind}', "
            f"{'NULL' if meeting is None else repr(meeting)}, 'x')"
            for number, (_, record, kind, meeting, _) in enumerate(before, 1)
        ),
    )
    index(store)
    after = rows(store.path, "SELECT * FROM search_entry ORDER BY id")
    store.close()
    assert {row[1:] for row in before} == {row[1:] for row in after}
    assert min(row[0] for row in after) > 10**9


# ---------------------------------------------------------------- the register


def test_the_register_opens_as_the_order_of_its_lines(archived):
    with archived.reading() as session:
        register = open_register(session, RegisterQuery())
        every = registers.list_resolutions(session)
        assert sorted(register.uids) == sorted(line.uid for line in every)
        lines = read_lines(session, register.uids[100:150])
    assert [line.uid for line in lines] == list(register.uids[100:150])
    with archived.reading() as session:
        dates = [line.date for line in read_lines(session, register.uids)]
    assert dates == sorted(dates, reverse=True)


def test_the_register_shows_what_is_asked_for(archived):
    with archived.reading() as session:
        every = {line.uid: line for line in registers.list_resolutions(session)}
        given = next(one for one in every.values() if one.assigned_to)
        asked = "SELECT unit FROM assignment WHERE resolution = ?"
        ((unit,),) = rows(archived.path, asked, given.uid)
        committee, (assigned, *_) = given.committee, given.assigned_to
        for query, holds in (
            (RegisterQuery(year=2567), lambda one: one.year == 2567),
            (RegisterQuery(committee=committee), lambda one: one.committee == committee),
            (RegisterQuery(kind=ResolutionKind.APPROVE), lambda one: "approve" in one.kinds),
            (RegisterQuery(unit=unit), lambda one: assigned in one.assigned_to),
        ):
            found = open_register(session, query).uids
            assert found
            assert set(found) == {uid for uid, one in every.items() if holds(one)}
            first = [one.uid for one in first_lines(session, query, 30)]
            assert first == list(found[:30])
        together = RegisterQuery(words="มอบหมาย", year=2567)
        register = open_register(session, together)
        assert register.uids
        lines = read_lines(session, register.uids)
        assert first_lines(session, together, 9) == lines[:9]
    places = [("มอบหมาย" not in one.text, -one.date.toordinal()) for one in lines]
    assert places == sorted(places)  # wordings before titles, then the newest day
    assert all("มอบหมาย" in one.text + one.matter_title for one in lines)


def test_the_register_finds_what_a_plain_reading_finds(archived):
    keys = {record: key.rstrip("\n") for record, key in keys_on_file(archived)}
    asked = "SELECT uid, matter FROM resolution"
    texts = {
        uid: (keys.get(uid, ""), keys.get(matter, "")) for uid, matter in rows(archived.path, asked)
    }
    chance = random.Random(3)
    with archived.reading() as session:
        for _ in range(150):
            text = chance.choice(chance.choice(list(texts.values())))
            start = chance.randrange(len(text)) if text else 0
            piece = text[start : start + chance.randint(1, 9)].strip()
            if not piece or set(piece) & set('"“”„'):
                continue
            found = open_register(session, RegisterQuery(words=f'"{piece}"')).uids
            assert len(found) == len(set(found))
            plain = {uid for uid, both in texts.items() if any(piece in one for one in both)}
            assert set(found) == plain, piece


def test_the_register_tells_what_is_overdue(archived, tmp_path):
    copy_file(archived.path, tmp_path / "copy.sqlite")
    store = opened(tmp_path / "copy.sqlite")
    first, second = rows(store.path, "SELECT uid, resolution FROM assignment LIMIT 2")
    third = datetime.date(2020, 5, 3)
    with store.writing() as session:
        for (uid, _), due in ((first, Due(date=third)), (second, Due(month="2020-05"))):
            records.amend(session, Kind.ASSIGNMENT, uid, None, due=due, state=FollowUp.WAITING)
    for day, late in ((2, []), (3, [first]), (30, [first]), (31, [first, second])):
        asked = RegisterQuery(due_by=datetime.date(2020, 5, day))
        with store.reading() as session:
            assert set(open_register(session, asked).uids) == {uid for _, uid in late}
    store.close()
