"""Before closing: earlier minutes are adopted, and what is corrected stands in them."""

import datetime
from typing import Any

import pytest

from bmahr_desktop.domain.adoption import Adoption, Correction, OldWords
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.closing import check_meeting
from bmahr_desktop.domain.findings import Earlier, Look, Weight
from bmahr_desktop.domain.meeting import MatterState
from bmahr_desktop.i18n import worded
from tests.meetings import committee, meeting, uid
from tests.records import in_english, replaced, second_meeting

TITLE = OldWords(uid("m3"), "title", (), 7)
GOOD = Correction(uid("k"), "แผนหนึ่ง", "แผนที่หนึ่ง", place=TITLE)


def adopting(*corrections, state=MatterState.PENDING, **cited):
    values: dict[str, Any] = {
        "number": 1,
        "year": 2568,
        "date": datetime.date(2025, 1, 8),
        "meeting": uid("meeting"),
    }
    adopts = Adoption(**(values | cited), corrections=corrections)
    record = second_meeting()
    matter = replaced(record.agenda[0].matters[0], adopts=adopts, state=state)
    return replaced(record, agenda=(replaced(record.agenda[0], matters=(matter,)),))


def found(record, **known):
    look = Look(record, committee(), originals={uid("meeting"): meeting()}, **known)
    about = (Kind.CORRECTION, Kind.MATTER, Kind.MEETING)
    with in_english():
        return [
            (one.field, one.weight, worded(one.message))
            for one in check_meeting(look)
            if one.kind in about
            and ("orrection" in worded(one.message) or "adopt" in worded(one.message))
        ]


def test_corrections_that_stand_are_not_told():
    assert found(adopting(GOOD)) == []


@pytest.mark.parametrize(
    ("correction", "field", "words"),
    [
        (replaced(GOOD, old="แผนสาม"), "old", "does not stand at its place"),
        (replaced(GOOD, place=None), "old", "not known where"),
        (replaced(GOOD, new="แผนหนึ่ง"), "new", "are the same"),
        (replaced(GOOD, new=" "), "new", "would be taken out"),
        (replaced(GOOD, old=""), "old", "old words are missing"),
    ],
)
def test_what_cannot_be_corrected_is_told_with_its_number(correction, field, words):
    ((name, _, told),) = found(adopting(correction))
    assert name == field
    assert told.startswith("Correction 1: ")
    assert words in told


def test_two_corrections_of_the_same_words_are_told():
    other = replaced(GOOD, uid=uid("other"), old="หนึ่ง", place=replaced(TITLE, start=10))
    ((_, weight, told),) = found(adopting(GOOD, other))
    assert (weight, told) == (Weight.WRONG, "Corrections 1 and 2 touch the same words.")


def test_words_of_minutes_that_are_not_on_file_are_not_looked_for():
    assert found(adopting(replaced(GOOD, place=None), meeting=None)) == []
    assert found(adopting(replaced(GOOD, place=None), state=MatterState.UNDISCUSSED)) == []


def test_minutes_left_out_are_told():
    record = adopting(GOOD)
    earlier = Earlier(9, 2567, datetime.date(2024, 12, 4))
    ((_, weight, told),) = found(record, left_out=(earlier,))
    assert weight is Weight.LOOK
    assert "9/2567 await adoption" in told


def test_only_earlier_minutes_or_its_own_are_adopted():
    later = datetime.date(2025, 3, 1)
    ((field, weight, _),) = found(adopting(meeting=None, date=later))
    assert (field, weight) == ("adopts", Weight.WRONG)
    assert found(adopting(meeting=uid("meeting 2"), date=later)) == []
