"""Any record: read, amended, added, moved; and what cannot stand in a field."""

import datetime

import pytest

from bmahr_desktop.domain.body import Paragraph, TextRun
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Due, Matter, Resolution, ResolutionKind, Section
from bmahr_desktop.domain.meeting import SectionKind as Part
from bmahr_desktop.domain.online import Online
from bmahr_desktop.domain.people import Person
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.records import Read
from tests.meetings import text, uid
from tests.records import GIVEN, dump, full_meeting, replaced, said

ODD = [
    '<b>&"',
    "=cmd()",
    "👩\u200d👧 😀",
    "ก" * 100_000,
    "บรรทัด\nสอง\tแท็บ",
    "'; --",
    "{x} %s",
    "  ",
    "\u0e33\u0e48",
]


def write(store, operation, *arguments, **fields):
    with store.writing() as session:
        return operation(session, *arguments, **fields)


def read(store, kind, own, **how):
    with store.reading() as session:
        return records.read(session, kind, uid(own), **how)


@pytest.mark.parametrize("words", ODD)
def test_text_is_kept_as_typed(full_store, words):
    write(full_store, records.amend, Kind.RESOLUTION, uid("r5"), None, text=words)
    assert read(full_store, Kind.RESOLUTION, "r5").record.text == words
    section = full_meeting().agenda[-1].matters[0].sections[0].uid
    write(full_store, records.write_body, Kind.SECTION, section, None, (text(words),))
    with full_store.reading() as session:
        assert records.read(session, Kind.SECTION, section).record.body == (text(words),)


def test_a_record_is_read_with_its_parts_and_their_versions(full_store):
    found = read(full_store, Kind.RESOLUTION, "r5")
    assert found == Read(GIVEN, {uid(one): 1 for one in ("r5", "a1", "a2", "report", "f3")})
    assert read(full_store, Kind.RESOLUTION, "r5", shallow=True).record == replaced(
        GIVEN, assignments=()
    )
    assert read(full_store, Kind.MEETING, "meeting").record == full_meeting()


def test_what_is_not_on_file_is_refused(full_store):
    for kind, own in ((Kind.PERSON, "never"), (Kind.PERSON, "u1")):
        with pytest.raises(Refused) as refused:
            read(full_store, kind, own)
        assert said(refused) == "This is no longer on file."


FIELDS = [
    (Kind.MEETING, "meeting", {"date": datetime.date(2025, 1, 9), "end": None}),
    (Kind.MEETING, "meeting", {"online": Online(platform="Zoom")}),
    (Kind.ATTENDANCE, "absent", {"lines": ("หนึ่ง", "สอง"), "mode": None}),
    (Kind.RESOLUTION, "r5", {"kinds": (ResolutionKind.DEFER,), "before_adoption": False}),
    (Kind.ASSIGNMENT, "a1", {"due": Due(date=datetime.date(2025, 5, 1)), "unit": None}),
    (Kind.COMMITTEE, "committee", {"short_name": "ใหม่"}),
]


@pytest.mark.parametrize(("kind", "own", "fields"), FIELDS)
def test_fields_are_changed_and_no_others(full_store, kind, own, fields):
    before = read(full_store, kind, own).record
    write(full_store, records.amend, kind, uid(own), None, **fields)
    after = read(full_store, kind, own).record
    wanted = replaced(before, **fields)
    if kind is Kind.MEETING:
        after = replaced(after, changed=wanted.changed)
    assert after == wanted


REFUSED = [
    (Kind.PERSON, "p1", {"name": ""}, "Something must be written"),
    (Kind.PERSON, "p1", {"name": "ก" * 2001}, "2001 characters; there is room for 2000"),
    (Kind.RESOLUTION, "r5", {"text": "ก" * 100_001}, "100001 characters"),
    (Kind.RESOLUTION, "r5", {"text": "ก\x00ข"}, "U+0000"),
    (Kind.RESOLUTION, "r5", {"text": "ก\ud800"}, "U+D800"),
    (Kind.RESOLUTION, "r5", {"text": "\x1b[2J"}, "U+001B"),
    (Kind.RESOLUTION, "r5", {"kinds": ("sing",)}, "cannot stand"),
    (Kind.MEETING, "meeting", {"number": 0}, "cannot stand"),
    (Kind.MEETING, "meeting", {"year": 2025}, "cannot stand"),
    (Kind.MEETING, "meeting", {"start": "9.30"}, "cannot stand"),
    (Kind.MEETING, "meeting", {"venue": None}, "cannot stand"),
    (Kind.MEETING, "meeting", {"online": Online(platform="\udc00")}, "U+DC00"),
    (Kind.ATTENDANCE, "absent", {"lines": ("ดี", "\x07")}, "U+0007"),
    (Kind.ASSIGNMENT, "a1", {"due": Due(month="2025-13")}, "cannot stand"),
]


@pytest.mark.parametrize(("kind", "own", "fields", "words"), REFUSED)
def test_what_cannot_stand_in_a_field_is_refused_in_words(full_store, kind, own, fields, words):
    before = dump(full_store.path)
    with pytest.raises(Refused) as refused:
        write(full_store, records.amend, kind, uid(own), None, **fields)
    assert words in said(refused)
    use_language("th")
    assert all(worded(message) != message.text for message in refused.value.messages)
    assert dump(full_store.path) == before


@pytest.mark.parametrize(
    "block", [Paragraph(runs=(TextRun(text="\ud800"),)), Paragraph(level=9), "text", None]
)
def test_a_body_that_cannot_stand_is_refused(full_store, block):
    before = dump(full_store.path)
    section = full_meeting().agenda[-1].matters[0].sections[0].uid
    with pytest.raises(Refused):
        write(full_store, records.write_body, Kind.SECTION, section, None, (block,))
    assert dump(full_store.path) == before


def test_a_record_is_added_with_its_parts(full_store):
    section = Section(uid=uid("new s"), kind=Part.TEXT, body=(text("เนื้อความ"),))
    matter = Matter(uid=uid("new"), title="ใหม่", sections=(section,),
                    resolutions=(Resolution(uid=uid("new r"), text="มติ"),))  # fmt: skip
    changes = write(full_store, records.add, Kind.MATTER, matter, uid("i3"), 1)
    assert changes.wrote(Kind.MATTER, uid("new"))
    assert changes.meetings == {uid("meeting")}
    assert read(full_store, Kind.MATTER, "new").record == matter
    with full_store.reading() as session:
        parts = records.read_parts_of(session, Kind.MATTER, uid("i3"))
        assert [one.record.uid for one in parts] == [uid("m3"), uid("new"), uid("m4")]
        assert records.place_of(session, Kind.MATTER, uid("m4")) == 2


def test_a_record_that_cannot_stand_is_not_added(full_store):
    before = dump(full_store.path)
    for name in ("", "\ud800", "ก" * 2001):
        with pytest.raises(Refused):
            write(full_store, records.add, Kind.PERSON, Person(uid=uid("new"), name=name))
    assert dump(full_store.path) == before


@pytest.mark.parametrize(
    ("to", "order"),
    [(0, "i5 i1 i2 i3 i4"), (2, "i1 i2 i5 i3 i4"), (99, "i1 i2 i3 i4 i5"), (-3, "i5 i1 i2 i3 i4")],
)
def test_a_record_is_moved(full_store, to, order):
    write(full_store, records.move, Kind.ITEM, uid("i5"), to)
    with full_store.reading() as session:
        parts = records.read_parts_of(session, Kind.ITEM, uid("meeting"))
    assert [one.record.uid for one in parts] == [uid(name) for name in order.split()]


def test_versions_go_up_with_each_change(full_store):
    for version in (1, 2, 3):
        with full_store.reading() as session:
            assert records.version_of(session, Kind.PERSON, uid("p1")) == version
        write(full_store, records.amend, Kind.PERSON, uid("p1"), version, job=f"{version}")
