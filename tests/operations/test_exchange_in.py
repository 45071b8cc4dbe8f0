"""A file is taken in as its preview says, all of it or nothing."""

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, OperationalError

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FileEntry
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.operations import records
from bmahr_desktop.operations.exchange import LoadedExchange
from bmahr_desktop.operations.exchange_in import (
    match_names,
    preview_import,
    preview_lines,
    take_in,
)
from bmahr_desktop.operations.exchange_out import gather
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.storage.shapes import SHAPES
from tests.meetings import committee, meeting, text, uid
from tests.records import (
    FILES,
    LETTER,
    PEOPLE,
    SHEET,
    UNITS,
    dump,
    exchange_of,
    full_meeting,
    listed,
    loaded,
    office,
    opened,
    previewed,
    refill,
    replaced,
    rows,
    said,
    second_meeting,
    sha,
    take,
    tree,
)
from tests.strategies import LARGE, exchanges


def gathered(store):
    with store.reading() as session:
        return gather(session)


def lines(preview):
    return [(one.action, one.kind, one.label) for one in preview_lines(preview)]


def with_meeting(changed):
    """The office with its large meeting changed."""
    others = [one for one in office().meetings if one.uid != changed.uid]
    return replaced(office(), meetings=tuple(sorted([*others, changed], key=lambda m: m.uid)))


# ---------------------------------------------------------------- what the preview says


def test_into_an_empty_file_everything_is_new(store):
    before = dump(store.path)
    preview = previewed(store, office())
    assert dump(store.path) == before
    new, changed, gone, same = preview.counts()
    assert (changed, gone, same) == (0, 0, 0)
    take(store, office())
    kept = sum(rows(store.path, f"SELECT count(*) FROM {kind}")[0][0] for kind in Kind)
    assert kept == new
    assert [line for line in lines(preview) if line[1] is Kind.RESOLUTION] == []
    assert ("new", Kind.MEETING, "1/2568") in lines(preview)
    assert gathered(store) == office()


def test_the_same_file_again_changes_nothing(full_store):
    before = dump(full_store.path)
    preview = previewed(full_store, office())
    assert preview.merge.is_empty
    assert preview.counts()[:3] == (0, 0, 0)
    assert not take(full_store, office())
    assert dump(full_store.path) == before


def test_changes_are_shown_field_by_field(full_store):
    item = full_meeting().agenda[0]
    section = item.matters[0].sections[0]
    written = replaced(section, body=(text("ใหม่"), *section.body[1:]))
    matter = replaced(item.matters[0], sections=(written,), resolutions=())
    agenda = (replaced(item, matters=(matter,)), *full_meeting().agenda[1:])
    changed = full_meeting(number=3, venue="ห้องใหม่", agenda=agenda)
    preview = previewed(full_store, with_meeting(changed))
    found = {(one.action, one.kind): one for one in preview_lines(preview)}
    assert set(found) == {
        ("changed", Kind.MEETING), ("changed", Kind.SECTION), ("removed", Kind.RESOLUTION)
    }  # fmt: skip
    of_meeting = found["changed", Kind.MEETING].differences
    assert {(one.field, one.old, one.new) for one in of_meeting} == {
        ("number", 1, 3), ("venue", "ห้องประชุม ชั้น ๕", "ห้องใหม่")
    }  # fmt: skip
    (of_section,) = found["changed", Kind.SECTION].differences
    assert (of_section.field, of_section.old, of_section.new) == (
        "body", section.body, written.body,
    )  # fmt: skip
    assert found["removed", Kind.RESOLUTION].label == "รับทราบ"
    assert preview.counts()[:3] == (0, 2, 1)


def test_a_wording_that_an_import_replaces_is_kept(full_store):
    resolution = replaced(second_meeting().agenda[0].matters[0].resolutions[0], text="รับรอง")
    matter = replaced(second_meeting().agenda[0].matters[0], resolutions=(resolution,))
    agenda = (replaced(second_meeting().agenda[0], matters=(matter,)),)
    take(full_store, with_meeting(replaced(second_meeting(), agenda=agenda)))
    assert rows(full_store.path, "SELECT record, field, content FROM wording") == [
        (uid("r8"), "text", '"รับรองโดยไม่มีแก้ไข"')
    ]
    with full_store.reading() as session:
        assert [hit.record for hit in find_words(session, "โดยไม่มีแก้ไข")] == []


def test_what_was_removed_here_comes_back(full_store):
    with full_store.writing() as session:
        records.remove(session, Kind.MEETING, uid("meeting"))
        records.remove(session, Kind.PERSON, uid("p3"))
    preview = previewed(full_store, office())
    assert lines(preview) == [
        ("restored", Kind.PERSON, "ไม่เกี่ยว ข้อง"), ("restored", Kind.MEETING, "1/2568"),
        ("changed", Kind.MEETING, "1/2568"),
    ]  # fmt: skip
    *_, of_meeting = preview_lines(preview)
    assert [one.field for one in of_meeting.differences] == ["changed"]
    assert preview.counts() == (0, 2, 0, preview.counts()[3])
    take(full_store, office())
    assert gathered(full_store) == office()


@pytest.fixture(scope="module")
def any_store(blank_file, tmp_path_factory):
    path = tmp_path_factory.mktemp("any") / "records.sqlite"
    shutil.copy(blank_file, path)
    store = opened(path)
    yield store
    store.close()


@settings(LARGE, max_examples=8)
@given(first=exchanges(), second=exchanges())
def test_what_happens_is_what_was_shown(any_store, blank_file, first, second):
    store = any_store
    refill(store, blank_file)
    take(store, first)
    before = versions(store.path)
    merge = previewed(store, second).merge
    assert versions(store.path) == before
    take(store, second)
    after = versions(store.path)
    assert set(after) - set(before) == {row.uid for row in merge.new}
    written = {own for own in before if after[own] != before[own]}
    assert written == {
        row.uid for row in (*(row for row, _ in merge.changed), *merge.back, *merge.gone)
    }
    again = previewed(store, second).merge
    assert again.is_empty
    kept = gathered(store)
    for one in (*second.meetings, *second.committees, *second.people, *second.memberships):
        assert one in (*kept.meetings, *kept.committees, *kept.people, *kept.memberships)
    assert {one.level for one in look_over(store, deep=False)} <= {"notice"}


def versions(path):
    """Of every record: its version, and whether it was removed."""
    tables = [shape.row.__tablename__ for shape in SHAPES.values()]
    query = " UNION ALL ".join(f"SELECT uid, version, removed IS NULL FROM {t}" for t in tables)
    return {own: rest for own, *rest in rows(path, query)}


# ---------------------------------------------------------------- parts that move


def test_an_attachment_may_go_from_a_matter_to_the_meeting(full_store):
    item = full_meeting().agenda[-1]
    (file,) = item.matters[0].attachments
    bare = replaced(item, matters=(replaced(item.matters[0], attachments=()),))
    changed = full_meeting(
        agenda=(*full_meeting().agenda[:-1], bare), attachments=(*full_meeting().attachments, file)
    )
    preview = previewed(full_store, with_meeting(changed))
    assert preview.counts()[:3] == (0, 1, 0)
    take(full_store, with_meeting(changed))
    assert gathered(full_store) == with_meeting(changed)
    take(full_store, office())
    assert gathered(full_store) == office()


def test_a_matter_may_go_to_the_next_meeting(full_store):
    matter = full_meeting().agenda[-1].matters[0]
    item = second_meeting().agenda[0]
    later = replaced(
        second_meeting(), agenda=(replaced(item, matters=(*item.matters, matter)),),
    )  # fmt: skip
    only = replaced(office(), meetings=(later,))
    changes = take(full_store, only)
    assert changes.meetings == {uid("meeting"), uid("meeting 2")}
    with full_store.reading() as session:
        (hit,) = find_words(session, "มอบหมายให้กองระบบงาน", [Kind.RESOLUTION])
    assert (hit.record, hit.meeting) == (uid("r5"), uid("meeting 2"))
    assert look_over(full_store) == []


def test_committees_may_change_their_codes_crosswise(store):
    def two(first, second):
        one = replaced(committee(), code=first)
        return exchange_of(committees=[one, replaced(committee(), uid=uid("other"), code=second)])

    take(store, two("AA", "BB"))
    take(store, two("BB", "AA"))
    assert gathered(store) == two("BB", "AA")
    third = replaced(committee(), uid=uid("third"), code="AA", name="ใหม่")
    given_up = replaced(two("BB", "CC"), committees=(*two("BB", "CC").committees, third))
    take(store, given_up)
    assert {one.code for one in gathered(store).committees} == {"AA", "BB", "CC"}


def test_a_uid_that_stands_for_something_else_is_refused(full_store):
    before = dump(full_store.path)
    wrong = exchange_of(people=[Person(uid=uid("u1"), name="หน่วยงานที่เป็นคน")])
    with pytest.raises(Refused) as refused:
        previewed(full_store, wrong)
    assert f"The uid {uid('u1')} is on file already, for a record of another kind" in said(refused)
    assert dump(full_store.path) == before


# ---------------------------------------------------------------- names


NAMESAKE = Person(uid=uid("new"), name="สมมาตร  ใจกว้าง", honorific="นาย", job="รองผู้อำนวยการ")


def test_a_name_alone_is_a_question(full_store):
    preview = previewed(full_store, exchange_of(people=[NAMESAKE]))
    (one,) = preview.namesakes
    assert (one.kind, one.incoming, one.known) == (Kind.PERSON, uid("new"), uid("p1"))
    same = previewed(full_store, exchange_of(people=[NAMESAKE]), match_names(preview))
    assert same.namesakes == ()
    (line,) = preview_lines(same)
    assert {one.field for one in line.differences} == {"name", "job", "unit"}


def test_an_answer_holds_for_whatever_names_the_record(full_store):
    unit = Unit(uid=uid("new unit"), name="สำนักงาน ก.ก.")
    person = replaced(NAMESAKE, unit=unit.uid)
    mine = replaced(meeting(), uid=uid("m"), number=9, attendance=(), agenda=(), signatures=())
    came = replaced(meeting().attendance[1], uid=uid("came"), person=NAMESAKE.uid)
    mine = replaced(mine, attendance=(came,), committee=uid("their committee"))
    theirs = replaced(committee(), uid=uid("their committee"))
    file = exchange_of(units=[unit], people=[person], committees=[theirs], meetings=[mine])
    preview = previewed(full_store, file)
    assert len(preview.namesakes) == 3
    with pytest.raises(Refused) as refused, full_store.writing() as session:
        take_in(session, preview, loaded(file))
    assert "A committee with the code “TST” is on file already" in said(refused)
    with full_store.writing() as session:
        preview = preview_import(session, loaded(file), match_names(preview))
        take_in(session, preview, loaded(file))
    found = next(one for one in gathered(full_store).meetings if one.number == 9)
    assert found.committee == uid("committee")
    assert found.attendance[0].person == uid("p1")
    assert len(gathered(full_store).committees) == 1


def test_a_name_that_several_have_is_no_answer(full_store):
    twins = exchange_of(people=[NAMESAKE, replaced(NAMESAKE, uid=uid("twin"))])
    preview = previewed(full_store, twins)
    with pytest.raises(Refused) as refused:
        match_names(preview)
    assert "Several records are called “สมมาตร  ใจกว้าง”" in said(refused)
    both = {uid("new"): uid("p1"), uid("twin"): uid("p1")}
    with pytest.raises(Refused):
        previewed(full_store, twins, both)
    take(full_store, twins)
    with pytest.raises(Refused):
        match_names(previewed(full_store, exchange_of(people=[replaced(NAMESAKE, uid=uid("x"))])))


def test_two_that_the_file_itself_tells_apart_are_no_question(full_store):
    both = exchange_of(people=[replaced(PEOPLE[0], unit=None), NAMESAKE])
    assert previewed(full_store, both).namesakes == ()


# ---------------------------------------------------------------- all or nothing


@contextmanager
def failing_at(store, number: int) -> Iterator[list[str]]:
    """Let the disk fill up at this writing statement."""
    seen: list[str] = []

    def count(_connection, _cursor, statement, parameters, *_):
        if statement.startswith(("INSERT", "UPDATE", "DELETE")):
            seen.append(statement)
            if len(seen) == number:
                return "INSERT INTO nowhere VALUES (1)", ()
        return statement, parameters

    event.listen(store.engine, "before_cursor_execute", count, retval=True)
    try:
        yield seen
    finally:
        event.remove(store.engine, "before_cursor_execute", count)


def test_a_fault_in_the_middle_leaves_the_file_as_it_was(full_store):
    bare = with_meeting(full_meeting(agenda=full_meeting().agenda[1:], venue="ที่อื่น"))
    other = replaced(committee(), uid=uid("new"), code="NEW")
    file = replaced(bare, committees=(*bare.committees, other))
    before = dump(full_store.path)
    with failing_at(full_store, 0) as seen, full_store.writing() as session:
        take_in(session, preview_import(session, loaded(file)), loaded(file))
        session.rollback()
    count = len(seen)
    assert count > 8
    assert dump(full_store.path) == before
    for number in range(1, count + 1):
        with pytest.raises(OperationalError), failing_at(full_store, number):
            take(full_store, file)
        assert dump(full_store.path) == before, number
    take(full_store, file)
    assert dump(full_store.path) != before


def test_a_record_that_names_nobody_rolls_all_back(full_store):
    before = dump(full_store.path)
    stray = replaced(PEOPLE[0], unit=uid("nowhere"), name="ใหม่")
    with pytest.raises(IntegrityError):
        take(full_store, replaced(office(), people=(stray,)))
    assert dump(full_store.path) == before


# ---------------------------------------------------------------- files


def test_a_file_keeps_the_size_that_it_has(store):
    entry = FileEntry(sha(LETTER), "จดหมาย", 10**19)
    attached = (Attachment(uid=uid("a"), file=entry.sha256, title="จดหมาย"),)
    one = replaced(meeting(), agenda=(), signatures=(), attachments=attached)
    file = replaced(exchange_of(committees=[committee()], meetings=[one]), files=(entry,))
    take(store, file)
    assert gathered(store).files == (replaced(entry, size=len(LETTER)),)


def test_a_file_that_is_listed_but_shown_nowhere_may_be_missing(store):
    file = replaced(exchange_of(committees=[committee()]), files=listed(SHEET))
    take(store, file, {})
    assert look_over(store) == []


def test_a_file_that_went_missing_meanwhile_is_refused(full_store):
    before = dump(full_store.path)
    third = replaced(full_meeting(), uid=uid("third"), agenda=(), attendance=(), signatures=(),
                     appendices=())  # fmt: skip
    third = replaced(third, attachments=(Attachment(uid=uid("z"), file=sha(SHEET), title="ก"),))
    file = replaced(exchange_of(committees=office().committees, units=UNITS, meetings=[third]),
                    files=listed(SHEET))  # fmt: skip
    with pytest.raises(Refused) as refused:
        take(full_store, file, {})
    assert "missing or was altered" in said(refused)
    assert dump(full_store.path) == before


def test_a_disk_that_keeps_no_file_is_told_in_words(store, monkeypatch, tmp_path):
    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    before = dump(store.path)
    with pytest.raises(Refused) as refused:
        take(store, office())
    assert "cannot be kept: the disk is full" in said(refused)
    assert dump(store.path) == before
    assert [name for name in tree(tmp_path) if name.endswith(".tmp")] == []


def test_pictures_are_kept_by_their_content(store):
    take(store, office())
    assert {sha256: store.files.read(sha256) for sha256 in FILES} == FILES
    assert LoadedExchange(office(), {}, store.files.read).read("0" * 64) is None
