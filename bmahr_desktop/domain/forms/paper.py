"""A form as a paper: plain values, ready to be set in type or written for Word."""

from dataclasses import dataclass
from enum import StrEnum

from bmahr_desktop.domain.body import CellAlign
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.letter_paper import LetterPaper
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph


class Look(StrEnum):
    """How a text of a form looks."""

    TITLE = "title"
    """The title of a part: bold, at the left edge."""
    SUBTITLE = "subtitle"
    """The title of a part of that."""
    TEXT = "text"
    """First lines further in."""
    FLUSH = "flush"
    """All lines at the left edge."""


@dataclass(frozen=True)
class FormText:
    """Text from edge to edge.

    Attributes:
        blocks: Paragraphs, tables and pictures.
        bold: Whether all of it is bold.
        align: In the middle or at the right; None for the usual way.
        level: How far in it stands.
    """

    blocks: tuple[PaperBlock, ...]
    look: Look = Look.TEXT
    bold: bool = False
    align: CellAlign | None = None
    level: int = 0


@dataclass(frozen=True)
class Pair:
    """A label and what stands behind it.

    Attributes:
        value: Nothing where it is to be written by hand.
        lines: How many dotted lines are left for that.
    """

    label: PaperParagraph
    value: tuple[PaperBlock, ...]
    lines: int = 1


@dataclass(frozen=True)
class FormPairs:
    """Labels with their values, some beside each other.

    Attributes:
        rows: From top to bottom; a row of one pair takes the whole width.
        columns: How many stand beside each other.
        label_width: The part of a column that labels take; 0 for what they need.
        level: How far in they stand.
    """

    rows: tuple[tuple[Pair, ...], ...]
    columns: int = 1
    label_width: float = 0.0
    level: int = 0


@dataclass(frozen=True)
class FormLines:
    """Dotted lines to write on, from edge to edge."""

    count: int
    level: int = 0


@dataclass(frozen=True)
class FormCell:
    """A cell of a table.

    Attributes:
        columns, rows: How many it spans.
        arrow: Whether an arrow goes over its whole width; it has no text then.
        heading: Whether it names what is below it.
        small: Whether it is set smaller, as the names of months.
    """

    paragraphs: tuple[PaperParagraph, ...] = ()
    columns: int = 1
    rows: int = 1
    align: CellAlign | None = None
    arrow: bool = False
    heading: bool = False
    bold: bool = False
    small: bool = False


@dataclass(frozen=True)
class FormRow:
    """A row of a table.

    Attributes:
        written: Whether it is to be written by hand, and needs the height for that.
        with_next: Whether no page may end behind it.
    """

    cells: tuple[FormCell, ...]
    written: bool = False
    with_next: bool = False


@dataclass(frozen=True)
class FormTable:
    """A table.

    Attributes:
        widths: Of the columns; they share the whole width.
        header: Rows at the head, repeated on every page.
        rules: Whether lines are drawn.
        tight: Whether its columns are narrow, so that little space is left inside.
    """

    widths: tuple[float, ...]
    header: tuple[FormRow, ...]
    rows: tuple[FormRow, ...]
    rules: bool = True
    tight: bool = False


@dataclass(frozen=True)
class FormSignatures:
    """Signatures beside each other, each with its lines from the one to sign on down."""

    blocks: tuple[tuple[PaperParagraph, ...], ...]


FormBlock = FormText | FormPairs | FormLines | FormTable | FormSignatures


@dataclass(frozen=True)
class FormPart:
    """A section of a form.

    Attributes:
        landscape: Whether it stands on paper that lies.
        new_page: Whether it begins a page.
        together: Whether it should not be parted.
    """

    blocks: tuple[FormBlock, ...]
    landscape: bool = False
    new_page: bool = False
    together: bool = False


@dataclass(frozen=True)
class FormPaper:
    """Everything that a form prints.

    Attributes:
        heading: Lines at the head.
        every_page: Whether they stand on every page.
        imprint: Margins, digits and numbers of pages, and what the file says of itself.
    """

    heading: tuple[PaperParagraph, ...]
    every_page: bool
    parts: tuple[FormPart, ...]
    imprint: Imprint


@dataclass(frozen=True)
class FormLetter:
    """A form that is a letter.

    Attributes:
        letter: Head, closing and signature; its text is not in it.
        text: What stands between.
        after: What stands below the signature: room for orders.
    """

    letter: LetterPaper
    text: FormPart
    after: FormPart


FilledPaper = FormPaper | FormLetter
