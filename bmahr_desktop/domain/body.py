"""The body of a matter: paragraphs, tables, pictures, and what is composed from the records."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.records import Record, Sha256, ShortText, Text

DEEPEST_LEVEL = 4
Level = Annotated[int, Meta(ge=0, le=DEEPEST_LEVEL)]
Width = Annotated[float, Meta(gt=0, le=100_000)]


class Numbering(StrEnum):
    """Where the number before a paragraph comes from."""

    NONE = "none"
    AUTOMATIC = "automatic"
    TYPED = "typed"


class TextRun(Record, frozen=True):
    """Some text in one style.

    Attributes:
        keep_digits: Digits are printed as typed, whatever the paper's style of digits.
    """

    text: Text
    bold: bool = False
    italic: bool = False
    underline: bool = False
    keep_digits: bool = False


class Paragraph(Record, frozen=True, tag_field="kind", tag="paragraph"):
    """A paragraph.

    Attributes:
        level: 0 for plain text, 1 to 4 for numbered levels (๑. ๑.๑ ๑.๑.๑ (๑)).
        label: The number as typed, when `numbering` is TYPED.
    """

    runs: tuple[TextRun, ...] = ()
    level: Level = 0
    numbering: Numbering = Numbering.NONE
    label: ShortText = ""

    @property
    def text(self) -> str:
        """Return the words alone."""
        return "".join(run.text for run in self.runs)


class CellAlign(StrEnum):
    """Where the text of a cell stands."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Cell(Record, frozen=True):
    """A cell of a table; each cell numbers its paragraphs by itself.

    Attributes:
        align: Where its text stands; when absent, headings stand in the middle, others at left.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    span: Annotated[int, Meta(ge=1, le=100, description="Columns covered.")] = 1
    align: CellAlign | None = None


class Table(Record, frozen=True, tag_field="kind", tag="table"):
    """A table.

    Attributes:
        widths: Of the columns, in parts of the whole.
        header_rows: How many rows are repeated on every page; a title row over the whole width
            among them gets "(ต่อ)" there.
        rows: Cells from left to right; their spans fill the columns exactly.
    """

    widths: Annotated[tuple[Width, ...], Meta(min_length=1, max_length=40)]
    rows: tuple[Annotated[tuple[Cell, ...], Meta(min_length=1)], ...] = ()
    header_rows: Annotated[int, Meta(ge=0, le=20)] = 0


class Picture(Record, frozen=True, tag_field="kind", tag="picture"):
    """A picture with its caption; the file travels beside the records."""

    file: Sha256
    width_mm: Annotated[float, Meta(ge=5, le=1000)] = 160.0
    caption: ShortText = ""


class ComposedKind(StrEnum):
    """What the program words by itself, from the records."""

    ATTENDANCE = "attendance"
    CORRECTIONS = "corrections"
    NEXT_MEETING = "next_meeting"


class Composed(Record, frozen=True, tag_field="kind", tag="composed"):
    """A statement made from the records whenever it is shown, never typed."""

    statement: ComposedKind
    level: Level = 0
    numbering: Numbering = Numbering.NONE
    label: ShortText = ""


Block = Paragraph | Table | Picture | Composed
Body = tuple[Block, ...]


def plain_body(text: str) -> Body:
    """Return a text as a body of plain paragraphs, one for each line."""
    return tuple(Paragraph(runs=(TextRun(text=line),) if line else ()) for line in text.split("\n"))


def words_of(body: Body) -> str:
    """Return all words of a body, a line for each paragraph; composed parts have none."""
    lines: list[str] = []
    for block in body:
        match block:
            case Paragraph():
                lines.append(block.text)
            case Table():
                lines += [p.text for row in block.rows for cell in row for p in cell.paragraphs]
            case Picture():
                lines.append(block.caption)
            case Composed():
                continue
    return "\n".join(lines)
