"""Text made ready for setting: shaped, measured, with the places where lines may end."""

import re
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from bmahr_desktop.documents.typesetting.breaks import LineBreaker
from bmahr_desktop.documents.typesetting.families import Family
from bmahr_desktop.documents.typesetting.lines import Column, choose_lines, with_emergency_places
from bmahr_desktop.thai.clusters import legal_ends
from bmahr_desktop.thai.segment import Segmenter

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.faces import Cluster

Color = tuple[float, float, float]
BLACK: Color = (0.0, 0.0, 0.0)
RED: Color = (0.8, 0.0, 0.0)

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]+"
)
"""Characters that are never drawn (Unicode's default ignorables)."""


class Source(NamedTuple):
    """Where a text comes from, so that the map of the pages can lead back to it.

    Attributes:
        key: The record, as its owner names it.
        start: The offset, in that record's text, of the first character.
    """

    key: Hashable
    start: int = 0


@dataclass(frozen=True)
class Run:
    """Some text in one style.

    Attributes:
        text: As typed; a line feed ends the line, nothing else is special.
        size: The official size in points, when it is not the paragraph's.
        rise: How far above the line it stands, in points.
        source: Where it comes from; None for what the paper itself adds.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float | None = None
    color: Color = BLACK
    rise: float = 0.0
    source: Source | None = None

    def part(self, start: int, stop: int) -> "Run":
        """Return a part of the run that still knows its source."""
        source = self.source and self.source._replace(start=self.source.start + start)
        return replace(self, text=self.text[start:stop], source=source)


class Ink(NamedTuple):
    """How a stretch of clusters is drawn; sizes in points as the font sees them."""

    start: int
    stop: int
    size: float
    color: Color
    rise: float
    underline: bool


class Line(NamedTuple):
    """One line: clusters from `start` to `stop`, of which those before `visible` show.

    Attributes:
        width: Of what shows, in points.
        spaces: How many of the visible clusters are spaces that may be stretched.
        is_first: Whether it begins the paragraph.
        is_last: Whether the paragraph, or a typed line, ends with it.
    """

    start: int
    stop: int
    visible: int
    width: float
    spaces: int
    is_first: bool
    is_last: bool


class Origin(NamedTuple):
    """Clusters from `start` to `stop` come from a source."""

    start: int
    stop: int
    source: Source


class Text:
    """Shaped text. It is never changed, so that many papers can share it."""

    def __init__(self, runs: Sequence[Run], family: Family, size: float, breaker: LineBreaker):
        """Shape and measure some runs.

        Args:
            runs: What to set.
            family: The fonts.
            size: The official size in points, for runs that name none.
            breaker: Knows where lines may end.
        """
        self.clusters: list[Cluster] = []
        self.offsets: list[int] = []
        self.inks: list[Ink] = []
        self.origins: list[Origin] = []
        self._typed_ends: list[int] = []
        widths = [0.0]
        self.string = "".join(run.text for run in runs).replace("\t", " ")
        at = 0
        for run in runs:
            first = len(self.clusters)
            points = (run.size or size) * family.scale
            at = self._shape(run, family, at)
            scale = points / 1000
            total = widths[-1]
            for cluster in self.clusters[first:]:
                total += cluster.advance * scale
                widths.append(total)
            stop = len(self.clusters)
            if stop > first:
                self.inks.append(Ink(first, stop, points, run.color, run.rise, run.underline))
                if run.source:
                    self.origins.append(Origin(first, stop, run.source))
        self.widths = widths
        self.offsets.append(at)
        self._breaker = breaker
        self._typed_ends.append(len(self.clusters))
        self.lines = lru_cache(maxsize=4)(self._lines)
        self._find_places()

    def _shape(self, run: Run, family: Family, at: int) -> int:
        """Add a run's clusters; return the offset behind it."""
        text = run.text.replace("\t", " ")
        for piece, visible in _pieces(text):
            if visible:
                for cluster in family.clusters(piece, bold=run.bold, italic=run.italic):
                    self.clusters.append(cluster)
                    self.offsets.append(at)
                    at += len(cluster.text)
                continue
            for character in piece:
                at += 1
                if character == "\n":
                    self._typed_ends.append(len(self.clusters))
        return at

    def _find_places(self) -> None:
        """Turn offsets in the string where a line may end into numbers of clusters."""
        found = self._breaker.places(self.string)
        self.places: list[int] = []
        self.penalties: list[int] = []
        if not found:
            return
        waiting = iter(found.items())
        offset, penalty = next(waiting)
        for number, start in enumerate(self.offsets):
            while start >= offset:
                between = self.string[offset:start]
                new = number > (self.places[-1] if self.places else 0)
                if new and (not between or _INVISIBLE.fullmatch(between)):
                    self.places.append(number)
                    self.penalties.append(penalty)
                offset, penalty = next(waiting, (len(self.string) + 1, 0))

    def _lines(self, column: Column, start: int = 0, stop: int | None = None) -> tuple[Line, ...]:
        """Return the lines, or those of the clusters from `start` to `stop`.

        Args:
            column: What they are to fill.
            start: The first cluster; a line ended before it.
            stop: The last cluster but one; None for the end.
        """
        stop = len(self.clusters) if stop is None else stop
        found: list[Line] = []
        ends = [end for end in self._typed_ends if start < end < stop]
        for a, b in pairwise([start, *ends, stop]):
            last = b < stop or b == len(self.clusters)
            follows = column if a == 0 else column._replace(first=column.width)
            found.extend(self._lines_of(a, b, follows, last))
        return tuple(found)

    def _lines_of(self, start: int, stop: int, column: Column, ends: bool) -> Iterator[Line]:
        """Yield the lines of a stretch without typed line ends."""
        inner = [
            (place, penalty)
            for place, penalty in zip(self.places, self.penalties, strict=True)
            if start < place < stop
        ]
        places = [start, *(place for place, _ in inner), stop]
        penalties = [0, *(penalty for _, penalty in inner), 0]
        narrowest = min(column.first, column.width)
        places, penalties = with_emergency_places(
            places, penalties, self.widths, narrowest, self._may_end
        )
        left = [self.widths[place] for place in places]
        shown = [self._before_spaces(start, place) for place in places]
        right = [self.widths[place] for place in shown]
        begin = start
        for choice in choose_lines(left, right, penalties, column):
            end, visible = places[choice], max(shown[choice], begin)
            spaces = sum(cluster.is_space for cluster in self.clusters[begin:visible])
            yield Line(
                begin,
                end,
                visible,
                self.widths[visible] - self.widths[begin],
                spaces,
                is_first=begin == 0,
                is_last=ends and end == stop,
            )
            begin = end

    def _may_end(self, cluster: int) -> bool:
        """Tell whether Thai allows a line to end before a cluster, be it inside a word."""
        return self._legal_ends[self.offsets[cluster]]

    @cached_property
    def _legal_ends(self) -> list[bool]:
        return legal_ends(self.string)

    def _before_spaces(self, start: int, place: int) -> int:
        while place > start and self.clusters[place - 1].is_space:
            place -= 1
        return place

    def narrowest(self) -> float:
        """Return the width of the widest piece that is not parted gladly, in points."""
        places = [0, *self.places, len(self.clusters)]
        shown = [self._before_spaces(0, place) for place in places]
        return max(
            (self.widths[b] - self.widths[a] for a, b in zip(places, shown[1:], strict=False)),
            default=0.0,
        )


class Typesetter:
    """Makes text ready, and remembers it: after a small change only what changed is made again."""

    def __init__(self, segmenter: Segmenter) -> None:
        """Take the segmenter that knows the names in the papers."""
        self._breaker = LineBreaker(segmenter)
        self.text = lru_cache(maxsize=4096)(self._text)

    def _text(self, runs: tuple[Run, ...], family: Family, size: float) -> Text:
        """Return some runs shaped and measured."""
        return Text(runs, family, size, self._breaker)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Split text into what is drawn and what is not (line feeds, zero-width characters)."""
    start = 0
    for match in _UNDRAWN.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], True
        yield match.group(), False
        start = match.end()
    if start < len(text):
        yield text[start:], True


_UNDRAWN = re.compile(rf"\n|{_INVISIBLE.pattern}")
