"""Whether every sentence of a file is on record, or in the report of what was left out."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bmahr_desktop.domain.body import Paragraph
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.habits.facts import DATE, MEETING
from bmahr_desktop.domain.habits.signs import END, ITEM, LISTS, START, TIME
from bmahr_desktop.domain.heading import place_line
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.old_minutes import (
    CitedMeeting,
    FileRow,
    FileText,
    PartKind,
    Piece,
    Reading,
)
from bmahr_desktop.domain.proposals.meeting import left_out_of
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.domain.statements import adoption_words
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.numbering import split_label
from bmahr_desktop.thai.searchkey import search_key

_WORDS_OF_PAPER = re.compile(
    r"มติ|ของ|ที่ประชุม|แทน|ปฏิบัติหน้าที่|ลงชื่อ|ลงนาม|เนื่องจาก|เวลา|เมื่อ|จำนวน|คน|ณ|น\.?|[.…_()/:,-]+"
)
_MADE = frozenset(
    (
        PartKind.TITLE, PartKind.NUMBER, PartKind.DATE, PartKind.VENUE, PartKind.SECRECY,
        PartKind.LIST_HEADING, PartKind.PERSON, PartKind.PERSON_MORE, PartKind.START,
        PartKind.END, PartKind.ITEM, PartKind.RESOLUTION_LABEL, PartKind.SECTION,
        PartKind.SIGNATURE, PartKind.SIGNATURE_MORE,
    )
)  # fmt: skip
"""Lines of these kinds stand on record in several fields; all others, whole."""
_VALUES = frozenset((PartKind.NUMBER, PartKind.DATE, PartKind.START, PartKind.END))
_BARE_NUMBER = re.compile(r"[\s0-9๐-๙().\-–•]*")


def unaccounted(reading: Reading, meeting: Meeting, committee: Committee) -> tuple[str, ...]:
    """Return the lines of a file that are neither on the meeting's record nor reported.

    Numbers before paragraphs, the words that the program prints itself (มติ…, ระเบียบวาระที่ ๑,
    เริ่มประชุมเวลา…) and what became a value (number, date, hour) count where they were recognised
    as such and the value is the meeting's; all other words have to be there letter by letter, as
    often as the file has them.
    """
    stored = "\x00".join(map(_squeezed, _stored(meeting, committee)))
    reported = "\x00".join(_squeezed(one.text) for one in left_out_of(reading))
    have = f"{stored}\x00{reported}"
    kinds = _kinds(reading)
    wrong = _VALUES - _right_values(reading, meeting)
    missing = []
    seen: Counter[str] = Counter()
    for number, line in lines_of(reading.file):
        words = _squeezed(_without_label(line))
        if not words or _BARE_NUMBER.fullmatch(words):
            continue
        told = kinds.get(number, set())
        if told & _MADE and not told & wrong and _is_made(line, told, have):
            continue
        seen[words] += 1
        whole = words.rstrip("-") if line.rstrip().endswith("-") else words
        if have.count(whole) < seen[words]:
            missing.append(line)
    return tuple(missing)


def lines_of(file: FileText) -> Iterator[tuple[int, str]]:
    """Yield every line of a file, with the number of the piece or row that holds it."""
    for piece in file.pieces:
        yield from _lines(piece)


def _lines(piece: Piece) -> Iterator[tuple[int, str]]:
    if piece.table:
        for row in piece.table.rows:
            yield from _row_lines(row)
    for line in piece.text.split("\n"):
        yield piece.number, line


def _row_lines(row: FileRow) -> Iterator[tuple[int, str]]:
    for cell in row.cells:
        for one in cell.paragraphs:
            for line in one.text.split("\n"):
                yield row.number, line


def _kinds(reading: Reading) -> dict[int, set[PartKind]]:
    """Return what pieces and rows were recognised as; a row knows what its paragraphs became."""
    found: dict[int, set[PartKind]] = {}
    for part in reading.parts:
        found.setdefault(part.piece, set()).add(part.kind)
    for piece in reading.file.pieces:
        for row in piece.table.rows if piece.table else ():
            for cell in row.cells:
                for one in cell.paragraphs:
                    if one.number in found:
                        found.setdefault(row.number, set()).update(found[one.number])
    return found


def _right_values(reading: Reading, meeting: Meeting) -> frozenset[PartKind]:
    """Return the kinds of values that the meeting has as the file says them."""
    right = set()
    for part in reading.parts:
        found = part.found
        match part.kind:
            case PartKind.NUMBER if isinstance(found, CitedMeeting):
                fits = found.number == meeting.number and found.year in (0, meeting.year)
            case PartKind.DATE:
                fits = found == meeting.date
            case PartKind.START:
                fits = _clock(found) == meeting.start
            case PartKind.END:
                fits = _clock(found) == meeting.end
            case _:
                fits = True
        if fits:
            right.add(part.kind)
    return frozenset(right)


def _clock(found: object) -> str | None:
    return f"{found:%H:%M}" if isinstance(found, datetime.time) else None


def _is_made(line: str, kinds: Iterable[PartKind], have: str) -> bool:
    """Tell whether the words of a line that are not on record are made from values that are."""
    rest = line
    for kind, pattern in (
        (PartKind.ITEM, ITEM),
        (PartKind.NUMBER, MEETING),
        (PartKind.DATE, DATE),
        (PartKind.START, START),
        (PartKind.END, END),
        (PartKind.START, TIME),
        (PartKind.END, TIME),
    ):
        if kind in kinds:
            rest = pattern.sub("\t", rest, count=1)
    if PartKind.LIST_HEADING in kinds:
        for _, words in LISTS:
            rest = words.sub("\t", rest, count=1)
    return all(_is_there(token, have) for token in rest.split())


def _is_there(token: str, have: str) -> bool:
    words = _squeezed(token)
    if _BARE_NUMBER.fullmatch(words) or words in have:
        return True
    rest = _WORDS_OF_PAPER.sub("\t", token)
    return all(_squeezed(one) in have for one in rest.split())


def _stored(meeting: Meeting, committee: Committee) -> Iterator[str]:
    """Yield every text of a meeting's record, and those that are made from it."""
    for _, record in parts_of(meeting):
        if isinstance(record, Paragraph):
            yield f"{record.label} {record.text}"
            continue
        for name in record.__struct_fields__:
            value = getattr(record, name)
            if isinstance(value, str):
                yield value
            elif isinstance(value, tuple):
                yield from (one for one in value if isinstance(one, str))
    for item in meeting.agenda:
        for matter in item.matters:
            if matter.adopts and any(one.composed for one in matter.resolutions):
                yield from adoption_words(matter.adopts, DigitStyle.ARABIC).split("\n")
    yield place_line(meeting)
    yield paper("left for the next meeting")
    labels = committee.labels
    yield from (labels.resolution, labels.opinion, labels.discussion)
    yield paper("Substance of the matter")
    yield committee.name


def _without_label(line: str) -> str:
    label = split_label(line)
    return label[2] if label else line


def _squeezed(text: str) -> str:
    return "".join(search_key(text).split())
