"""Old minutes are kept with their file; what somebody changed in a proposal goes on record."""

import pytest
from docx import Document

from bmahr_desktop import cli
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Attendance, ResolutionKind
from bmahr_desktop.domain.old_minutes import PartKind
from bmahr_desktop.domain.proposals.accounting import unaccounted
from bmahr_desktop.operations.attachments import list_attachments
from bmahr_desktop.operations.old_minutes import (
    files_in,
    keep_old_minutes,
    propose_meeting,
    put_right,
    read_old_minutes,
    recognised_as,
)
from bmahr_desktop.operations.old_minutes_edits import (
    NOBODY,
    PartEdit,
    found_heading,
    keys_of,
    open_questions,
    places_of,
    whole_heading,
    with_edits,
    with_heading,
    words_of_record,
)
from bmahr_desktop.operations.old_minutes_intake import source_of
from bmahr_desktop.operations.registers import list_meetings
from tests.documents.reading.habits import HABITS
from tests.documents.reading.hands import people_in_tables
from tests.documents.reading.plain_habits import BY_HAND
from tests.meetings import uid
from tests.operations.test_old_minutes import COMMITTEE
from tests.operations.test_old_minutes import NOBODY as NOBODY_ON_FILE
from tests.records import exchange_of, rows, said, take


@pytest.fixture
def office(store):
    take(store, exchange_of(committees=(COMMITTEE,)), {})
    return store


def proposed(path, said_of=None):
    reading = read_old_minutes(path, COMMITTEE, said_of)
    return propose_meeting(reading, COMMITTEE, NOBODY_ON_FILE, source_of(path))


# ---------------------------------------------------------------- the file itself


def test_the_file_is_attached_to_the_meeting(office, tmp_path):
    path = BY_HAND.write(tmp_path)
    minutes = proposed(path)
    with office.writing() as session:
        keep_old_minutes(session, [minutes])
    with office.reading() as session:
        (line,) = list_attachments(session, minutes.proposal.meeting.uid)
    assert (line.title, line.suffix) == ("รายงาน", ".docx")
    assert office.files.read(line.sha256) == path.read_bytes()


def test_a_file_that_changed_meanwhile_is_refused_and_nothing_written(office, tmp_path):
    path = BY_HAND.write(tmp_path)
    minutes = proposed(path)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(Refused) as told, office.writing() as session:
        keep_old_minutes(session, [minutes])
    assert "was changed after it was read" in said(told)
    assert rows(office.path, "SELECT count(*) FROM meeting") == [(0,)]


def test_the_command_attaches_it_too(office, tmp_path, capsys):
    path = BY_HAND.write(tmp_path)
    office.close()
    data = ["--lang", "en", "--data", str(office.path)]
    assert cli.main([*data, "import-minutes", str(path), "--committee", "SVC"]) == 0
    assert rows(office.path, "SELECT title FROM attachment") == [("รายงาน",)]


def test_folders_may_hold_papers_too(tmp_path):
    for name in ("ก.docx", "ข.PDF", "ค.jpg", "ง.txt", "~$ก.docx"):
        (tmp_path / name).touch()
    assert [one.name for one in files_in(tmp_path)] == ["ก.docx"]
    found = files_in(tmp_path, (".docx", ".pdf", ".jpg"))
    assert [one.name for one in found] == ["ก.docx", "ข.PDF", "ค.jpg"]
    with pytest.raises(Refused):
        files_in(tmp_path, (".docx", ".pdf", ".jpg"), 2)


# ---------------------------------------------------------------- what somebody changes


@pytest.mark.parametrize("name", HABITS)
def test_every_place_of_a_part_holds_its_words(tmp_path, name):
    minutes = proposed(HABITS[name].write(tmp_path))
    parts, meeting = minutes.reading.parts, minutes.proposal.meeting
    places = places_of(parts)
    found = [one for place in places.values() if (one := place.find(meeting)) is not None]
    assert len(found) == len(places)
    assert len({one.uid for one in found}) == len(found)
    assert [one for one in found if isinstance(one, Attendance)] == list(meeting.attendance)
    resolutions = [r for i in meeting.agenda for m in i.matters for r in m.resolutions]
    assert {one.uid for one in resolutions} <= {one.uid for one in found}
    for key, part in zip(keys_of(parts), parts, strict=True):
        if key in places and part.kind in (PartKind.MATTER, PartKind.PERSON):
            record = places[key].find(meeting)
            assert record is not None
            assert words_of_record(record)[:6].strip() in part.text.replace("  ", " ")


def test_what_is_changed_goes_on_record_and_nothing_else(tmp_path):
    minutes = proposed(BY_HAND.write(tmp_path))
    parts, meeting = minutes.reading.parts, minutes.proposal.meeting
    keys = dict(zip(keys_of(parts), parts, strict=True))
    first = {kind: next(k for k, p in keys.items() if p.kind is kind) for kind in PartKind
             if any(p.kind is kind for p in parts)}  # fmt: skip
    edits = {
        first[PartKind.PERSON]: PartEdit(text=" นายใหม่ มาดี ", person=uid("p1")),
        first[PartKind.ITEM]: PartEdit(text="ชื่อใหม่", item_kind=ItemKind.OTHER),
        first[PartKind.RESOLUTION]: PartEdit(text="มติใหม่", kinds=(ResolutionKind.DEFER,)),
        (99_999, 0): PartEdit(text="ไม่มีส่วนนี้"),
        first[PartKind.MATTER]: PartEdit(text="  "),
    }
    changed = with_edits(meeting, parts, edits)
    assert (changed.attendance[0].name, changed.attendance[0].person) == ("นายใหม่ มาดี", uid("p1"))
    assert (changed.agenda[0].title, changed.agenda[0].kind) == ("ชื่อใหม่", ItemKind.OTHER)
    decided = changed.agenda[0].matters[0].resolutions[0]
    assert (decided.text, decided.kinds) == ("มติใหม่", (ResolutionKind.DEFER,))
    assert changed.attendance[1:] == meeting.attendance[1:]
    assert changed.agenda[1:] == meeting.agenda[1:]
    nobody = {first[PartKind.PERSON]: PartEdit(person=NOBODY)}
    assert with_edits(changed, parts, nobody).attendance[0].person is None


def test_what_was_said_is_taken_back(tmp_path):
    reading = read_old_minutes(BY_HAND.write(tmp_path), COMMITTEE)
    piece = next(part.piece for part in reading.parts if part.kind is PartKind.PARAGRAPH)
    changed = put_right(reading, COMMITTEE, {piece: PartKind.RESOLUTION})
    assert changed.parts != reading.parts
    assert recognised_as(changed, COMMITTEE, {}).parts == reading.parts


def test_a_row_of_a_list_is_put_right_and_nothing_is_lost(tmp_path):
    document = Document()
    for text in ("รายงานการประชุมคณะกรรมการพัฒนาบริการ ครั้งที่ ๓/๒๕๖๔", "วันพุธที่ ๑๐ มีนาคม ๒๕๖๔"):
        document.add_paragraph(text)
    people_in_tables(document, ruled=True)
    document.add_paragraph("ระเบียบวาระที่ ๑ เรื่องอื่น ๆ")
    document.save(str(tmp_path / "x.docx"))
    reading = read_old_minutes(tmp_path / "x.docx", COMMITTEE)
    people = [part for part in reading.parts if part.kind is PartKind.PERSON]
    assert len(people) == 7
    said_of = {people[1].piece: PartKind.PERSON_MORE, people[2].piece: PartKind.LEFT_OUT}
    minutes = propose_meeting(recognised_as(reading, COMMITTEE, said_of), COMMITTEE, NOBODY_ON_FILE)
    assert len(minutes.proposal.meeting.attendance) == 5
    assert unaccounted(minutes.reading, minutes.proposal.meeting, COMMITTEE) == ()


# ---------------------------------------------------------------- the heading


def headed(path):
    minutes = proposed(path)
    found = found_heading(minutes.reading, minutes.proposal)
    return minutes, found


def test_the_heading_is_typed_over_and_asked_for(tmp_path):
    document = Document()
    for text in ("รายงานการประชุมคณะกรรมการพัฒนาบริการ", "ระเบียบวาระที่ ๑ เรื่องอื่น ๆ"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "x.docx"))
    minutes, found = headed(tmp_path / "x.docx")
    assert [found[name] for name in ("number", "year", "date")] == [None] * 3
    questions = minutes.proposal.questions
    typed = {"number": 4}
    heading = whole_heading(found, typed)
    needed = [one.about for one in open_questions(questions, heading, typed) if one.needed]
    assert needed == ["year", "date"]
    typed["date"] = minutes.proposal.meeting.date.replace(year=2012)
    heading = whole_heading(found, typed)
    assert heading["year"] == 2555
    assert not any(one.needed for one in open_questions(questions, heading, typed))
    emptied = {**typed, "number": None}
    again = open_questions(questions, whole_heading(found, emptied), emptied)
    assert [one.about for one in again if one.needed] == ["number"]
    meeting = with_heading(minutes.proposal.meeting, heading, typed)
    assert (meeting.number, meeting.year) == (4, 2555)


def test_a_place_that_was_typed_is_printed_as_usual(tmp_path):
    minutes, found = headed(HABITS["in few lines"].write(tmp_path))
    meeting = minutes.proposal.meeting
    assert with_heading(meeting, found, {}) == meeting
    typed = {"venue": "ห้องใหม่"}
    changed = with_heading(meeting, whole_heading(found, typed), typed)
    assert (changed.venue, changed.venue_line) == ("ห้องใหม่", "")


def test_meetings_on_file_are_not_touched_by_a_refusal(office, tmp_path):
    minutes = proposed(BY_HAND.write(tmp_path))
    with office.writing() as session:
        keep_old_minutes(session, [minutes])
    with pytest.raises(Refused), office.writing() as session:
        keep_old_minutes(session, [proposed(BY_HAND.write(tmp_path))])
    with office.reading() as session:
        assert [one.uid for one in list_meetings(session)] == [minutes.proposal.meeting.uid]
