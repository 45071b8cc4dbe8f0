"""The adopted version of minutes: their frozen record with the committee's corrections in it.

The old words of a correction at their place give way to the new, and nothing else is touched: what
stands around them keeps its style, its place and its uid. What the program words by itself from
the records is no text and cannot be corrected; the record that it is made of can.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import msgspec

from bmahr_desktop.domain.adoption import Correction, OldWords
from bmahr_desktop.domain.body import Paragraph, Picture, TextRun
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Attendance,
    Matter,
    Meeting,
    Resolution,
    Section,
    Signature,
)
from bmahr_desktop.domain.records import Place, Record, parts_of
from bmahr_desktop.i18n import Message, msg

CORRECTABLE: Mapping[type[Record], frozenset[str]] = {
    Meeting: frozenset({"venue", "venue_line"}),
    AgendaItem: frozenset({"title"}),
    Matter: frozenset({"title"}),
    Section: frozenset({"heading", "body"}),
    Resolution: frozenset({"text"}),
    Attendance: frozenset({"name", "lines", "title", "substitute_for", "reason"}),
    Signature: frozenset({"name", "lines", "label"}),
    Appendix: frozenset({"title", "body"}),
}
"""The fields of a meeting's parts that hold text of the minutes."""

_OF_LINES = {(Resolution, "text"), (AgendaItem, "title"), (Matter, "title")}
_CELL = 4
"""So many numbers lead to a paragraph in a table: block, row, cell, paragraph."""


@dataclass(frozen=True)
class Fault:
    """Why a correction cannot be made.

    Attributes:
        correction: Its uid.
    """

    correction: str
    message: Message


class Parts:
    """The parts of a meeting by their uids, so that places in it are found at once."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self._found: dict[str, tuple[Place, Record]] = {}
        for place, part in parts_of(meeting):
            if type(part) in CORRECTABLE:
                self._found[part.uid] = (place, part)  # type: ignore[attr-defined]

    def steps(self, place: OldWords) -> Place | None:
        """Return the way to the text that a place names; None where there is no such text."""
        way, part = self._found.get(place.record, ((), None))
        if part is None or place.field not in CORRECTABLE[type(part)]:
            return None
        if isinstance(part, Resolution) and part.composed:
            return None
        return (*way, place.field, *_inner(place.path))

    def text(self, place: OldWords) -> str | None:
        """Return the whole text that a place is in; None where there is no such text."""
        steps = self.steps(place)
        return None if steps is None else _text_of(_at(self.meeting, steps))

    def holder(self, place: OldWords) -> Record | None:
        """Return the record that holds a text; None where the meeting has no such part."""
        return self._found.get(place.record, ((), None))[1]


def faults_in(meeting: Meeting, corrections: Sequence[Correction]) -> tuple[Fault, ...]:
    """Return why corrections cannot be made in a record; nothing where all can."""
    return tuple(_faults(Parts(meeting), corrections))


def corrected(meeting: Meeting, corrections: Sequence[Correction]) -> Meeting:
    """Return the record of a meeting with corrections made in it.

    Raises:
        Refused: If old words do not stand at their place, two corrections overlap, or a text
            cannot stand with what it would become; each with its number in the list.
    """
    parts = Parts(meeting)
    found = tuple(_faults(parts, corrections))
    if found:
        raise Refused(*(fault.message for fault in found))
    made: Any = meeting
    # From the end of each text to its beginning: what stands before keeps its place.
    for one in sorted(corrections, key=_start, reverse=True):
        assert one.place is not None
        steps = parts.steps(one.place)
        assert steps is not None
        leaf = _at(made, steps)
        made = _put(made, steps, _reworded(leaf, one.place.start, len(one.old), one.new))
    return _sound(made)


def _start(one: Correction) -> int:
    return one.place.start if one.place else 0


def _sound(made: Meeting) -> Meeting:
    """Check that every text may be as it became.

    Raises:
        Refused: If one may not.
    """
    try:
        return msgspec.convert(msgspec.to_builtins(made), Meeting)
    except msgspec.ValidationError as error:
        words = str(error)
        raise Refused(
            msg("A text cannot stand as the corrections would make it: {words}", words=words)
        ) from error


# ---------------------------------------------------------------- what may be wrong


def _faults(parts: Parts, corrections: Sequence[Correction]) -> Iterator[Fault]:
    apart: dict[OldWords, list[tuple[int, int, int, str]]] = {}
    for number, one in enumerate(corrections, 1):
        words = _fault_of(parts, number, one)
        if words is not None:
            yield Fault(one.uid, words)
        elif one.place is not None:
            text = msgspec.structs.replace(one.place, start=0)
            start = one.place.start
            apart.setdefault(text, []).append((start, start + len(one.old), number, one.uid))
    for stretches in apart.values():
        for before, after in pairwise(sorted(stretches)):
            if after[0] < before[1]:
                yield Fault(after[3], msg("Corrections {one} and {other} touch the same words.",
                                          one=min(before[2], after[2]),
                                          other=max(before[2], after[2])))  # fmt: skip


def _fault_of(parts: Parts, number: int, one: Correction) -> Message | None:
    if not one.old:
        return msg("Correction {number}: the old words are missing.", number=number)
    if one.place is None:
        return msg("Correction {number}: it is not known where in the minutes “{old}” stands.",
                   number=number, old=short(one.old))  # fmt: skip
    text, start = parts.text(one.place), one.place.start
    if text is None or text[start : start + len(one.old)] != one.old:
        return msg("Correction {number}: “{old}” does not stand at its place in the minutes.",
                   number=number, old=short(one.old))  # fmt: skip
    left = text[:start] + one.new + text[start + len(one.old) :]
    holder = parts.holder(one.place)
    if one.place.field == "name" and not left.strip():
        return msg("Correction {number}: nothing would be left of a name.", number=number)
    of_lines = one.place.field == "body" or (type(holder), one.place.field) in _OF_LINES
    if "\n" in one.new and not of_lines:
        return msg("Correction {number}: the new words must be one line.", number=number)
    return None


def short(words: str, most: int = 60) -> str:
    """Return words as a message cites them: on one line, and not all of many."""
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1]}…"


# ---------------------------------------------------------------- to a text, and into it


def _inner(path: Sequence[int]) -> Place:
    """Return the way to a text inside its field: of a line, a block, or a cell's paragraph."""
    if len(path) == _CELL:
        block, row, cell, paragraph = path
        return (block, "rows", row, cell, "paragraphs", paragraph)
    return tuple(path)


def _at(node: Any, steps: Place) -> Any:
    for step in steps:
        if isinstance(step, str):
            node = getattr(node, step, None)
        elif isinstance(node, tuple) and 0 <= step < len(node):
            node = node[step]
        else:
            return None
    return node


def _text_of(leaf: Any) -> str | None:
    match leaf:
        case str():
            return leaf
        case Paragraph():
            return leaf.text
        case Picture():
            return leaf.caption
        case _:
            return None


def _put(node: Any, steps: Place, leaf: Any) -> Any:
    """Return a value with another leaf at the end of some steps; all else is the very same."""
    if not steps:
        return leaf
    step, *rest = steps
    if isinstance(step, str):
        inner = _put(getattr(node, step), tuple(rest), leaf)
        return msgspec.structs.replace(node, **{step: inner})
    return (*node[:step], _put(node[step], tuple(rest), leaf), *node[step + 1 :])


def _reworded(leaf: Any, start: int, length: int, new: str) -> Any:
    match leaf:
        case Paragraph():
            runs = tuple(_rerun(leaf.runs, start, start + length, new))
            return msgspec.structs.replace(leaf, runs=runs)
        case Picture():
            caption = leaf.caption[:start] + new + leaf.caption[start + length :]
            return msgspec.structs.replace(leaf, caption=caption)
        case _:
            return leaf[:start] + new + leaf[start + length :]


def _rerun(runs: Sequence[TextRun], start: int, stop: int, new: str) -> Iterator[TextRun]:
    """Yield runs with a stretch reworded; the new words look like the first of the old."""
    at, waiting = 0, new
    for run in runs:
        end = at + len(run.text)
        if end <= start or at >= stop:
            yield run
        else:
            text = run.text[: max(start - at, 0)] + waiting + run.text[max(stop - at, 0) :]
            waiting = ""
            if text:
                yield msgspec.structs.replace(run, text=text)
        at = end
