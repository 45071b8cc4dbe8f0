"""Original + corrections = the adopted version, and a correction touches no other text."""

from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bmahr_desktop.domain.adoption import Correction, OldWords
from bmahr_desktop.domain.body import Paragraph, Picture, Table, TextRun
from bmahr_desktop.domain.corrected import CORRECTABLE, Parts, corrected, faults_in
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.records import parts_of
from tests.meetings import meeting, section, text, uid
from tests.records import full_meeting, replaced, said
from tests.strategies import LARGE, NAMES, TEXTS, exchanges

NEW = TEXTS.map(lambda words: words.replace("\n", " "))


def texts_of(record: Any) -> dict[OldWords, str]:
    """Every text that may be corrected, by its place."""
    found: dict[OldWords, str] = {}
    parts: list[Any] = [part for _, part in parts_of(record)]
    for part in parts:
        for field in sorted(CORRECTABLE.get(type(part), ())):
            value = getattr(part, field)
            if field == "body":
                found |= {OldWords(part.uid, field, path): words for path, words in in_body(value)}
            elif field == "lines":
                lines = enumerate(value)
                found |= {OldWords(part.uid, field, (at,)): words for at, words in lines}
            elif value is not None and not getattr(part, "composed", False):
                found[OldWords(part.uid, field)] = value
    return found


def in_body(body):
    for number, block in enumerate(body):
        match block:
            case Paragraph():
                yield (number,), block.text
            case Picture():
                yield (number,), block.caption
            case Table():
                for r, row in enumerate(block.rows):
                    for c, cell in enumerate(row):
                        for p, paragraph in enumerate(cell.paragraphs):
                            yield (number, r, c, p), paragraph.text


def correction(place, start, old, new, own="k"):
    return Correction(uid(own), old, new, place=replaced(place, start=start))


@st.composite
def corrections_of(draw, record):
    """Corrections that may be made in a record, none touching another."""
    known = [(place, words) for place, words in texts_of(record).items() if words]
    made: list[Any] = []
    wanted: dict[OldWords, str] = {}
    chosen = draw(st.lists(st.sampled_from(known), max_size=4, unique_by=str)) if known else []
    for place, words in chosen:
        at = 0
        for _ in range(draw(st.integers(1, 3))):
            start = draw(st.integers(at, len(words)))
            if start >= len(words):
                break
            stop = draw(st.integers(start + 1, len(words)))
            new = draw(NAMES.map(lambda one: one.replace("\n", " ")) if place.field == "name"
                       or place.field == "title" else NEW)  # fmt: skip
            made.append(correction(place, start, words[start:stop], new, f"k{len(made)}"))
            at = stop
        wanted[place] = words
    for place, words in wanted.items():
        pieces, at = [], 0
        mine = [one for one in made if replaced(one.place, start=0) == place]
        for one in mine:
            pieces += [words[at : one.place.start], one.new]
            at = one.place.start + len(one.old)
        wanted[place] = "".join([*pieces, words[at:]])
    return tuple(draw(st.permutations(made))), wanted


@settings(LARGE, max_examples=30)
@given(st.data())
def test_original_and_corrections_make_the_adopted_version(data):
    meetings = data.draw(exchanges()).meetings
    assume(meetings)
    original = meetings[0]
    made, wanted = data.draw(corrections_of(original))
    assume(all(new.strip() for place, new in wanted.items() if place.field == "name"))
    adopted = corrected(original, made)
    assert texts_of(adopted) == texts_of(original) | wanted
    # Put back, it is the original but for the runs of the words: nothing else was touched.
    back = [
        replaced(one, old=one.new, new=one.old, place=replaced(one.place, start=start))
        for one, start in placed_now(made)
        if one.new
    ]
    if len(back) == len(made) and not any("\n" in one.new for one in back):
        assert without_runs(corrected(adopted, back)) == without_runs(original)


def placed_now(made):
    """Where the new words begin, once all corrections are made."""
    for one in made:
        before = [
            other
            for other in made
            if replaced(other.place, start=0) == replaced(one.place, start=0)
            and other.place.start < one.place.start
        ]
        yield one, one.place.start + sum(len(other.new) - len(other.old) for other in before)


def without_runs(record):
    """The record with each paragraph's words in one run."""
    built = msgspec.to_builtins(record)

    def joined(node):
        if isinstance(node, dict):
            if "runs" in node:
                node["runs"] = [{"text": "".join(run["text"] for run in node["runs"])}]
            for value in node.values():
                joined(value)
        elif isinstance(node, list | tuple):
            for value in node:
                joined(value)
        return node

    return joined(msgspec.json.decode(msgspec.json.encode(built)))


def one_paragraph(*runs):
    body = section(Paragraph(runs=runs, level=1))
    item = replaced(meeting().agenda[0].matters[0], sections=(body,))
    agenda = (replaced(meeting().agenda[0], matters=(item,)), *meeting().agenda[1:])
    return meeting(agenda=agenda), OldWords(body.uid, "body", (0,))


def test_the_new_words_look_like_the_first_of_the_old():
    record, place = one_paragraph(
        TextRun("เริ่ม "), TextRun("หนา", bold=True), TextRun("เอน", italic=True), TextRun(" จบ")
    )
    made = corrected(record, [correction(place, 7, "นาเอ", "ใหม่")])
    assert made.agenda[0].matters[0].sections[0].body[0] == Paragraph(
        runs=(TextRun("เริ่ม "), TextRun("หใหม่", bold=True), TextRun("น", italic=True),
              TextRun(" จบ")),
        level=1,
    )  # fmt: skip
    assert made.agenda[1:] == record.agenda[1:]
    assert made.attendance == record.attendance


def test_words_that_fill_runs_take_them_away():
    record, place = one_paragraph(TextRun("ก", bold=True), TextRun("ข"), TextRun("ค", bold=True))
    made = corrected(record, [correction(place, 1, "ข", "")])
    (paragraph,) = made.agenda[0].matters[0].sections[0].body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.runs == (
        TextRun("ก", bold=True), TextRun("ค", bold=True),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "old", "new"),
    [
        (OldWords(uid("m3"), "title"), "แผนหนึ่ง", "แผนที่หนึ่ง"),
        (OldWords(uid("i3"), "title"), "พิจารณา", "ทราบ"),
        (OldWords(uid("r4"), "text"), "สำนักงาน\nรายงาน", "กอง\nสรุป"),
        (OldWords(uid("นายสมมาตร ใจกว้าง"), "name"), "ใจกว้าง", "ใจดี"),
        (OldWords(uid("นางสาวมะลิวัลย์ แก้วประดับ"), "lines", (1,)), "สำนักงาน", "สำนัก"),
        (OldWords(uid("absent"), "reason"), "ติดราชการ", "ติดภารกิจ"),
        (OldWords(uid("s"), "lines", (0,)), "ผู้อำนวยการ", "รองผู้อำนวยการ"),
        (OldWords(uid("x1"), "body", (1, 1, 1, 0)), "ขวา", "ซ้าย"),
        (OldWords(uid("x1"), "body", (0,)), "แนบ", "ท้าย"),
        (OldWords(uid("meeting"), "venue"), "ชั้น ๕", "ชั้น ๖"),
    ],
)
def test_every_text_of_the_minutes_can_be_corrected(place, old, new):
    record = full_meeting()
    whole = Parts(record).text(place) or ""
    start = whole.index(old)
    made = corrected(record, [correction(place, start, old, new)])
    before, after = texts_of(record), texts_of(made)
    assert [key for key in before if before[key] != after[key]] == [place]
    assert after[place] == whole[:start] + new + whole[start + len(old) :]
    assert isinstance(made, Meeting)


def refused(*corrections):
    with pytest.raises(Refused) as refusal:
        corrected(full_meeting(), corrections)
    assert faults_in(full_meeting(), corrections)
    return said(refusal)


TITLE = OldWords(uid("m3"), "title")


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (correction(TITLE, 5, "แผนสอง", "ก"), "“แผนสอง” does not stand at its place"),
        (correction(TITLE, 6, "แผนหนึ่ง", "ก"), "does not stand at its place"),
        (correction(OldWords(uid("gone"), "title"), 0, "ก", "ข"), "does not stand"),
        (correction(OldWords(uid("m3"), "state"), 0, "p", "ข"), "does not stand"),
        (correction(OldWords(uid("x1"), "body", (9,)), 0, "ก", "ข"), "does not stand"),
        (correction(OldWords(uid("x1"), "body", (1,)), 0, "ก", "ข"), "does not stand"),
        (correction(OldWords(uid("r2"), "text"), 0, "ก", "ข"), "does not stand"),
        (Correction(uid("k"), "แผนหนึ่ง", "ก"), "not known where in the minutes “แผนหนึ่ง” stands"),
        (Correction(uid("k"), "", "ก", place=TITLE), "the old words are missing"),
        (correction(OldWords(uid("s"), "name"), 0, "นางปั้นหยา ฟื้นฟู", " "), "nothing would be left"),
        (correction(OldWords(uid("s"), "lines", (0,)), 0, "ผู้", "ก\nข"), "must be one line"),
    ],
)
def test_what_cannot_be_corrected_is_refused_with_words(made, words):
    assert words in refused(made)


def test_two_corrections_do_not_touch_the_same_words():
    first = correction(TITLE, 0, "เรื่อง แผน", "ก", "a")
    second = correction(TITLE, 7, "แผนหนึ่ง", "ข", "b")
    assert refused(first, second) == "Corrections 1 and 2 touch the same words."
    third = replaced(second, old="หนึ่ง", place=replaced(TITLE, start=10))
    made = corrected(full_meeting(), (first, third))
    assert Parts(made).text(TITLE) == "กข"


def test_what_is_too_long_is_refused():
    long = correction(OldWords(uid("s"), "label"), 0, "ผู้", "ก" * 3_000)
    with pytest.raises(Refused) as refusal:
        corrected(full_meeting(), [long])
    assert "cannot stand" in said(refusal)


def test_statements_are_no_text():
    body = full_meeting().agenda[0].matters[0].sections[0]
    place = OldWords(body.uid, "body", (2,))
    assert "does not stand" in refused(correction(place, 0, "ก", "ข"))
    assert text("ก").text == "ก"
