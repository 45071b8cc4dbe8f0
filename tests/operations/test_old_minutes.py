"""Minutes of old come in: ten habits of typing, nothing lost, and our own files read back."""

import re
from zipfile import ZipFile

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.meeting import AttendanceList
from bmahr_desktop.domain.proposals.accounting import unaccounted
from bmahr_desktop.operations.old_minutes import (
    KnownRecords,
    propose_meeting,
    read_old_minutes,
)
from bmahr_desktop.thai.searchkey import search_key
from tests.documents.reading.habits import HABITS
from tests.documents.reading.hands import ABSENT, GUESTS, PEOPLE
from tests.meetings import uid
from tests.records import replaced

COMMITTEE = Committee(uid=uid("committee"), code="SVC", name="คณะกรรมการพัฒนาบริการ")
NOBODY = KnownRecords((), ())


@pytest.fixture(params=list(HABITS.values()), ids=list(HABITS))
def typed(request):
    return request.param


@pytest.fixture
def taken(typed, tmp_path):
    path = typed.write(tmp_path)
    reading = read_old_minutes(path, COMMITTEE)
    return path, propose_meeting(reading, COMMITTEE, NOBODY)


def squeezed(text):
    return re.sub(r"\s", "", search_key(text))


# ---------------------------------------------------------------- the structure


def test_the_heading_is_read(typed, taken):
    meeting = taken[1].proposal.meeting
    assert (meeting.number, meeting.year) == typed.number
    assert meeting.date.isoformat() == typed.date
    assert (meeting.start, meeting.end) == typed.hours
    assert meeting.venue == typed.venue


def test_the_three_lists_are_read(typed, taken):
    listed = taken[1].proposal.meeting.attendance
    counts = tuple(sum(one.list is kind for one in listed) for kind in AttendanceList)
    assert counts == typed.lists
    assert [one.name for one in listed] == [one[0] for one in (*PEOPLE, *ABSENT, *GUESTS)]
    present = listed[: len(PEOPLE)]
    assert [one.title for one in present] == [role for _, _, role in PEOPLE]
    assert present[1].substitute_for == "ปลัดเมือง"
    assert listed[len(PEOPLE)].reason == "ติดราชการ"
    for one, (_, office, *_rest) in zip(listed, (*PEOPLE, *ABSENT, *GUESTS), strict=True):
        said = squeezed(" ".join(one.lines))
        assert all(squeezed(line) in said for line in office if not line.startswith("แทน"))


def test_items_matters_and_resolutions_are_read(typed, taken):
    agenda = taken[1].proposal.meeting.agenda
    found = tuple(
        (item.title, tuple((m.title, tuple(r.text for r in m.resolutions)) for m in item.matters))
        for item in agenda
    )
    assert found == typed.items


def test_who_signed_is_read(typed, taken):
    signed = taken[1].proposal.meeting.signatures
    assert tuple(one.name for one in signed) == typed.more.get("signed", ("นายเลิศ ช่างจด",))
    assert signed[0].label == "ผู้จดรายงานการประชุม"


# ---------------------------------------------------------------- nothing is lost


def test_every_sentence_is_accounted_for(taken):
    minutes = taken[1]
    assert unaccounted(minutes.reading, minutes.proposal.meeting, COMMITTEE) == ()


def test_every_paragraph_of_the_file_became_a_part(taken):
    """Held against the file itself, read by nothing of ours."""
    path, minutes = taken
    told = "\0".join(squeezed(one.text) for one in minutes.proposal.left_out)
    said = "".join(squeezed(part.text) for part in minutes.reading.parts)
    body = parse_xml(ZipFile(path).read("word/document.xml"))
    for fallback in list(
        body.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    ):
        fallback.getparent().remove(fallback)
    for text in body.iter(qn("w:t"), qn("w:delText")):
        words = squeezed(text.text or "").rstrip("-")
        assert words in said or words in told, text.text


def test_what_is_taken_out_of_the_record_is_missed(taken):
    minutes = taken[1]
    meeting = minutes.proposal.meeting
    first, *items = meeting.agenda
    silent = tuple(replaced(one, sections=()) for one in first.matters)
    for changed in (
        replaced(meeting, agenda=()),
        replaced(meeting, agenda=(replaced(first, matters=silent), *items)),
        replaced(meeting, agenda=(replaced(first, title=""), *items)),
        replaced(meeting, attendance=meeting.attendance[1:], signatures=()),
        replaced(meeting, number=9),
        replaced(meeting, date=meeting.date.replace(day=1)),
        replaced(meeting, start="10:00"),
    ):
        assert unaccounted(minutes.reading, changed, COMMITTEE) != ()


def test_what_was_left_out_is_told(typed, taken):
    told = [one.text for one in taken[1].proposal.left_out]
    assert all(words in told for words in typed.more.get("left_out", ()))
    meeting = taken[1].proposal.meeting
    assert meeting.secrecy.value == typed.more.get("secrecy", "none")
    titles = [one.title for one in meeting.appendices]
    assert titles == ([typed.more["appendix"]] if "appendix" in typed.more else [])
    if "next" in typed.more:
        following = meeting.next_meeting
        found = (following.number, following.year, following.date.isoformat(), following.start)
        assert (*found, following.venue) == typed.more["next"]
