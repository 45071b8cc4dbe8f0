"""The minutes of a meeting as a paper: plain values, ready to be set in type."""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

from bmahr_desktop.domain.body import CellAlign, TextRun
from bmahr_desktop.domain.committee import MinutesForm


class TextKey(NamedTuple):
    """Names a text of the records, so that its place on paper can be found again.

    Attributes:
        record: The uid of the record.
        part: The field: "title", "text", "body".
        block: The block of a body.
        cell: Row, cell and paragraph, inside a table.
    """

    record: str
    part: str
    block: int = 0
    cell: tuple[int, int, int] | None = None


@dataclass(frozen=True)
class PaperParagraph:
    """A paragraph.

    Attributes:
        label: Its number as printed, or nothing.
        level: How far in it begins, 0 to 4.
        key: The text it shows; None for what the program words by itself.
        offset: The offset of its first character in that text.
        numbered: Whether the program counted its label, so that Word may count on.
    """

    runs: tuple[TextRun, ...]
    label: str = ""
    level: int = 0
    key: TextKey | None = None
    offset: int = 0
    numbered: bool = False

    @property
    def text(self) -> str:
        """Return the words without the label."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class PaperCell:
    """A cell of a table."""

    paragraphs: tuple[PaperParagraph, ...]
    span: int = 1
    align: CellAlign | None = None


@dataclass(frozen=True)
class PaperTable:
    """A table; its first rows are repeated on every page."""

    widths: tuple[float, ...]
    rows: tuple[tuple[PaperCell, ...], ...]
    header_rows: int = 0


@dataclass(frozen=True)
class PaperPicture:
    """A picture with its caption.

    Attributes:
        data: Its file; None when that is missing.
    """

    data: bytes | None
    width_mm: float
    caption: PaperParagraph


@dataclass(frozen=True)
class ListRow:
    """A person in a list.

    Attributes:
        lines: The name, then position and office.
        at_right: The role in the committee, the reason of absence, or the position of a guest.
    """

    number: str
    lines: tuple[str, ...]
    at_right: tuple[str, ...] = ()
    key: TextKey | None = None


@dataclass(frozen=True)
class PaperList:
    """A list of people in columns."""

    rows: tuple[ListRow, ...]
    heading: str = ""
    wide_right: bool = False


PaperBlock = PaperParagraph | PaperTable | PaperPicture | PaperList


@dataclass(frozen=True)
class PaperSection:
    """A part of a matter under its heading."""

    heading: str
    blocks: tuple[PaperBlock, ...]


@dataclass(frozen=True)
class PaperMatter:
    """A matter."""

    title: PaperParagraph | None
    sections: tuple[PaperSection, ...]
    resolution_label: str
    resolutions: tuple[PaperBlock, ...]


@dataclass(frozen=True)
class PaperItem:
    """An item of the agenda."""

    label: str
    title: PaperParagraph
    matters: tuple[PaperMatter, ...]


@dataclass(frozen=True)
class SignatureBlock:
    """Name and office under a signature."""

    name: str
    lines: tuple[str, ...]
    key: TextKey | None = None


@dataclass(frozen=True)
class PaperAppendix:
    """A paper attached at the end."""

    title: PaperParagraph
    blocks: tuple[PaperBlock, ...]


@dataclass(frozen=True)
class MinutesPaper:
    """Everything that the minutes print.

    Attributes:
        heading: The lines at the head.
        lists: Those present, absent, and taking part; a list without people is left out.
        opening, closing: The sentences with the hours.
        form: How the committee prints its minutes.
        secrecy: The class of secrecy as printed, or nothing.
        draft: Whether "ร่าง" stands across every page.
        title, author: For the file.
        names: Of people in it, which no line may break.
        offices: Names of offices in it, which lines break reluctantly.
        changed: When the record was last changed.
    """

    heading: tuple[str, ...]
    lists: tuple[PaperList, ...]
    opening: str
    items: tuple[PaperItem, ...]
    closing: str
    signatures: tuple[SignatureBlock, ...]
    appendices: tuple[PaperAppendix, ...]
    form: MinutesForm
    secrecy: str
    draft: bool
    title: str
    author: str
    names: frozenset[str] = field(default_factory=frozenset)
    offices: frozenset[str] = field(default_factory=frozenset)
    changed: datetime.datetime = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
