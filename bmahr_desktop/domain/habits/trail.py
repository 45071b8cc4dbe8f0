"""What recognition has come to so far: the parts found, and where in the minutes it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from bmahr_desktop.domain.committee import Labels
from bmahr_desktop.domain.habits.signs import END, item_of, names_topic, resolution_at
from bmahr_desktop.domain.meeting import AttendanceList
from bmahr_desktop.domain.old_minutes import Confidence, Found, Part, PartKind, Piece
from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.numbering import split_label

RESOLVED, _ENDS = "r", "end"


class Stage(IntEnum):
    """Where in the minutes recognition stands."""

    HEAD = 0
    LISTS = 1
    AGENDA = 2
    AFTER = 3
    APPENDIX = 4


@dataclass
class Trail:
    """What recognition has come to.

    Attributes:
        pieces: All of the file.
        labels: The words of the committee.
        forced: What somebody said that pieces are.
        at: The place of the piece that is looked at.
        listing: The list that people stand in.
        item, matter, order: The item, the matter in it, and the resolution in that, from 1.
        awaits_title: Whether the title of the item stands in the next line.
        resolving: Whether the words are those of a resolution.
        listed: The form of the numbers of resolutions, as their label without digits; and the
            last of the numbers.
        started: Whether the hour of the beginning is known.
        titled: Whether the name of the paper has been met.
        signing: Whether a signature has been met.
        named: Who signs last, as names of one person are alike; nothing while it is open.
    """

    pieces: Sequence[Piece]
    labels: Labels
    forced: Mapping[int, PartKind]
    parts: list[Part] = field(default_factory=list)
    at: int = 0
    stage: Stage = Stage.HEAD
    listing: AttendanceList | None = None
    item: int = 0
    matter: int = 0
    order: int = 0
    awaits_title: bool = False
    resolving: bool = False
    listed: tuple[str, int] | None = None
    started: bool = False
    titled: bool = False
    signing: bool = False
    named: str = ""
    _again: list[bool] = field(default_factory=list)
    _signs: list[str] = field(default_factory=list)

    def resolved_again(self) -> bool:
        """Tell whether another resolution comes before the next item or matter begins."""
        if not self._again:
            self._again = self._looked_ahead()
        return self._again[self.at]

    def signs_ahead(self) -> Iterator[str]:
        """Yield from here on the numbers typed before paragraphs, and "r" for each resolution.

        It ends where the item does.
        """
        if not self._signs:
            self._signs = [self._sign(piece) for piece in self.pieces]
        for at in range(self.at, len(self.pieces)):
            if self._signs[at] == _ENDS:
                return
            if self._signs[at]:
                yield self._signs[at]

    def _sign(self, piece: Piece) -> str:
        label = split_label(piece.text)
        if item_of(piece.text) or END.match(piece.text):
            return _ENDS
        if label is None and resolution_at(piece, self.labels) is not None:
            return RESOLVED
        return label[0] if label else ""

    def _looked_ahead(self) -> list[bool]:
        """Return for each piece whether a resolution comes behind it, from the last one back."""
        found = [False] * len(self.pieces)
        for at in range(len(self.pieces) - 2, -1, -1):
            following = self.pieces[at + 1]
            text = following.text
            label = split_label(text)
            topic = names_topic(label[2] if label else text)
            if item_of(text) or END.match(text) or (topic and (following.stands_out or label)):
                continue
            found[at] = found[at + 1] or resolution_at(following, self.labels) is not None
        return found

    @property
    def following(self) -> Piece | None:
        """Return the next piece."""
        return self.pieces[self.at + 1] if self.at + 1 < len(self.pieces) else None

    @property
    def last(self) -> Part | None:
        """Return the part found last."""
        return self.parts[-1] if self.parts else None

    def add(
        self,
        piece: Piece | int,
        kind: PartKind,
        confidence: Confidence,
        reason: Message,
        *,
        text: str | None = None,
        span: tuple[int, int] | None = None,
        label: str = "",
        level: int = 0,
        found: Found | None = None,
    ) -> None:
        """Add a part, where recognition stands.

        Args:
            piece: The piece that it is of, or the number of a row.
            kind: What it is.
            confidence: How sure that is.
            reason: Why.
            text: Of the whole piece or row; the piece's own if not given.
            span: Where in it the words stand that go on record; all of it if not given.
            label: The number before them.
            level: Of a numbered paragraph.
            found: What was read.
        """
        whole = text if text is not None else piece.text if isinstance(piece, Piece) else ""
        number = piece.number if isinstance(piece, Piece) else piece
        start, stop = span if span is not None else (0, len(whole))
        if number in self.forced:
            confidence = Confidence.SURE
        self.parts.append(
            Part(
                number, kind, whole, confidence, reason, start, max(start, stop), label, level,
                self.item, self.matter, self.order, found,
            )
        )  # fmt: skip
