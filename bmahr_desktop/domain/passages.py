"""The minutes as passages: every text on the paper, and where in the record it comes from.

What the program words by itself is a passage without a place: it is read, but not corrected.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Protocol

from bmahr_desktop.domain.adoption import OldWords
from bmahr_desktop.domain.meeting import Attendance, Matter, Meeting, Section, Signature
from bmahr_desktop.domain.minutes import (
    ListRow,
    MinutesPaper,
    PaperBlock,
    PaperItem,
    PaperList,
    PaperMatter,
    PaperParagraph,
    PaperPicture,
    PaperSection,
    PaperTable,
    TextKey,
)
from bmahr_desktop.i18n import paper

_DASHES = "-–•●▪·\uf0b7"


class Looks(StrEnum):
    """How a passage stands on the paper."""

    HEADING = "heading"
    TITLE = "title"
    TEXT = "text"
    CELL = "cell"
    PERSON = "person"


@dataclass(frozen=True)
class Passage:
    """A text of the minutes, a paragraph at most.

    Attributes:
        words: As they stand in the record.
        place: Where its first letter stands; None for what the program words by itself.
        label: What stands before it, "๑.๑" or "แทน".
        clause: How a correction cites it, "๖" or "ระเบียบวาระที่ ๓"; empty for the head.
        key: The text that is found on the pages; None for what only its neighbours lead to.
        offset: The offset of its first letter in that text.
        level: How far in it begins, 0 to 4.
    """

    words: str
    place: OldWords | None = None
    label: str = ""
    clause: str = ""
    key: TextKey | None = None
    offset: int = 0
    looks: Looks = Looks.TEXT
    level: int = 0

    def at(self, start: int) -> OldWords | None:
        """Return the place of a letter of it."""
        if self.place is None:
            return None
        place = self.place
        return OldWords(place.record, place.field, place.path, place.start + start)


def passages_of(meeting: Meeting, minutes: MinutesPaper) -> tuple[Passage, ...]:
    """Return every text of the minutes, in the order of the paper.

    Args:
        meeting: The record that they were composed from.
        minutes: What was composed.
    """
    return tuple(one for one in _Walk(meeting, minutes).all() if one.words or one.label)


class Piece(Protocol):
    """A piece of a text on a page, as the layout's map names it."""

    @property
    def key(self) -> Any:
        """The text."""

    @property
    def start(self) -> int:
        """The offset of its first letter."""

    @property
    def page(self) -> int:
        """From 1."""


class Pages:
    """Tells on which page a letter of the minutes stands."""

    def __init__(self, passages: Sequence[Passage], pieces: Iterable[Piece]) -> None:
        """Take the passages, and the layout's map of the paper that was set of them."""
        self._passages = passages
        self._pieces: dict[Any, list[tuple[int, int]]] = {}
        for piece in pieces:
            self._pieces.setdefault(piece.key, []).append((piece.start, piece.page))
        self._first = [self._page(passage, 0) for passage in passages]
        for number in range(len(passages) - 2, -1, -1):  # a heading stands with what follows it
            if self._first[number] is None:
                self._first[number] = self._first[number + 1]

    def of(self, number: int, start: int = 0) -> int | None:
        """Return the page of a letter of a passage, by its number; None where it is not known."""
        return self._page(self._passages[number], start) or self._first[number]

    def _page(self, passage: Passage, start: int) -> int | None:
        found = None
        for begins, page in self._pieces.get(passage.key, ()) if passage.key else ():
            if begins <= passage.offset + start:
                found = page if found is None else max(found, page)
        return found


# ---------------------------------------------------------------- from head to end


@dataclass
class _Clauses:
    """The numbers of a body's paragraphs as far as they were met."""

    above: str
    numbers: dict[int, str] = field(default_factory=dict)

    def of(self, label: str, level: int) -> str:
        """Return how a paragraph is cited: by its own number, or that of the one it goes on."""
        number = label.strip().rstrip(".")
        if not number or number in _DASHES:
            known = [self.numbers[one] for one in sorted(self.numbers) if one <= max(level, 0)]
            return known[-1] if known and level else self.above
        outer = [self.numbers[one] for one in sorted(self.numbers) if one < level]
        self.numbers = {one: words for one, words in self.numbers.items() if one < level}
        bracketed = number.startswith("(") and outer
        self.numbers[level] = f"{outer[-1]} {number}" if bracketed else number
        return self.numbers[level]

    def current(self) -> str:
        """Return how what stands between the paragraphs is cited."""
        return self.numbers[max(self.numbers)] if self.numbers else self.above


class _Walk:
    """One meeting on the way through its paper."""

    def __init__(self, meeting: Meeting, minutes: MinutesPaper) -> None:
        self._meeting, self._minutes = meeting, minutes
        self._people: Mapping[str, Attendance] = {one.uid: one for one in meeting.attendance}

    def all(self) -> Iterator[Passage]:
        meeting, minutes = self._meeting, self._minutes
        yield from self._head()
        for people in minutes.lists:
            yield from self._list(people)
        yield Passage(minutes.opening)
        for item, printed in zip(meeting.agenda, minutes.items, strict=False):
            yield from self._item(item.uid, item.matters, printed)
        yield Passage(minutes.closing)
        for signature in meeting.signatures:
            yield from _signature(signature)
        for appendix in minutes.appendices:
            title = appendix.title.text
            yield from _keyed(appendix.title, title, Looks.TITLE)
            yield from self._blocks(appendix.blocks, _Clauses(title))

    def _head(self) -> Iterator[Passage]:
        meeting, lines = self._meeting, self._minutes.heading
        where, name = meeting.venue_line, "venue_line"
        if not where:
            where, name = meeting.venue, "venue"
        for number, line in enumerate(lines):
            if number == len(lines) - 1 and where and line.endswith(where):
                place = OldWords(meeting.uid, name)
                label = line[: -len(where)].strip()
                yield Passage(where, place, label, looks=Looks.HEADING)
            else:
                yield Passage(line, looks=Looks.HEADING)

    def _list(self, people: PaperList) -> Iterator[Passage]:
        if people.heading:
            yield Passage(people.heading, looks=Looks.HEADING)
        for row in people.rows:
            one = self._people.get(row.key.record) if row.key else None
            if one is None or not people.heading:
                words = " ".join((*row.lines, *row.at_right))
                yield Passage(words, label=row.number, looks=Looks.PERSON)
            else:
                yield from _person(one, row, people.heading)

    # ------------------------------------------------------------ the agenda

    def _item(self, uid: str, matters: tuple[Matter, ...], printed: PaperItem) -> Iterator[Passage]:
        title = printed.title
        place = OldWords(uid, "title")
        yield Passage(title.text, place, printed.label, printed.label, title.key,
                      looks=Looks.HEADING)  # fmt: skip
        for matter, paper_matter in zip(matters, printed.matters, strict=False):
            yield from self._matter(matter, paper_matter, printed.label)

    def _matter(self, matter: Matter, printed: PaperMatter, above: str) -> Iterator[Passage]:
        clause = above
        if printed.title is not None:
            clause = printed.title.label or above
            yield from _keyed(printed.title, clause, Looks.TITLE)
        for number, section in enumerate(printed.sections):
            if number < len(matter.sections) and matter.sections[number].body is not None:
                yield from self._heading(matter.sections[number], section, clause)
            yield from self._blocks(section.blocks, _Clauses(clause))
        if printed.resolution_label:
            yield Passage(printed.resolution_label, clause=clause, looks=Looks.TITLE)
        yield from self._blocks(printed.resolutions, _Clauses(clause))

    def _heading(self, section: Section, printed: PaperSection, clause: str) -> Iterator[Passage]:
        if not printed.heading:
            return
        place = OldWords(section.uid, "heading") if section.heading is not None else None
        yield Passage(printed.heading, place, clause=clause, looks=Looks.TITLE)

    # ------------------------------------------------------------ bodies

    def _blocks(self, blocks: Sequence[PaperBlock], clauses: _Clauses) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case PaperParagraph():
                    goes_on = block.offset > 0  # a further line of a resolution
                    clause = clauses.current() if goes_on else clauses.of(block.label, block.level)
                    yield from _keyed(block, clause, Looks.TEXT)
                case PaperTable():
                    for row in block.rows:
                        for cell in row:
                            for one in cell.paragraphs:
                                yield from _keyed(one, clauses.current(), Looks.CELL)
                case PaperPicture():
                    yield from _keyed(block.caption, clauses.current(), Looks.TEXT)
                case PaperList():
                    yield from self._list(replace(block, heading=""))


def _keyed(block: PaperParagraph, clause: str, looks: Looks) -> Iterator[Passage]:
    key, place = block.key, None
    if key is not None:
        in_body = (key.block, *key.cell) if key.cell else (key.block,)
        place = OldWords(key.record, key.part, in_body if key.part == "body" else (), block.offset)
    yield Passage(block.text, place, block.label, clause, key, block.offset, looks, block.level)


def _person(one: Attendance, row: ListRow, listed: str) -> Iterator[Passage]:
    number = row.number.rstrip(".")
    clause = paper("{list} number {number}", list=listed, number=number)
    key = TextKey(one.uid, "name")

    def passage(words: str, name: str, *path: int, label: str = "") -> Passage:
        place = OldWords(one.uid, name, path)
        return Passage(words, place, label, clause, key, 0, Looks.PERSON, 0 if label else 1)

    yield passage(one.name, "name", label=row.number)
    for at, line in enumerate(one.lines):
        yield passage(line, "lines", at)
    if one.substitute_for:
        words = paper("in place of {post}", post="").strip()
        yield replace(passage(one.substitute_for, "substitute_for", label=words), level=1)
    for name in ("title", "reason"):
        if (words := getattr(one, name)) and words in row.at_right:
            yield passage(words, name)


def _signature(signature: Signature) -> Iterator[Passage]:
    key, clause = TextKey(signature.uid, "name"), signature.label or signature.name

    def passage(words: str, name: str, *path: int) -> Passage:
        place = OldWords(signature.uid, name, path)
        return Passage(words, place, "", clause, key, 0, Looks.PERSON, 4)

    yield passage(signature.name, "name")
    for at, line in enumerate(signature.lines):
        yield passage(line, "lines", at)
    if signature.label:
        yield passage(signature.label, "label")
