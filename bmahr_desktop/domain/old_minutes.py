"""Minutes of old as they stand in a file, and what each part of them was recognised as.

A reader turns a file into pieces: its paragraphs, tables and pictures from top to bottom, and
beside them what stands around the text. Recognition (`domain.habits`) parts the pieces into parts,
each of which says what it is, how sure that is, why, and where it goes.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.meeting import AttendanceList, Mode, Secrecy, SectionKind
from bmahr_desktop.i18n import Message, msg

# ---------------------------------------------------------------- what a file holds


@dataclass(frozen=True)
class FilePicture:
    """A picture in a file.

    Attributes:
        sha256: Names its content among the file's pictures; empty when it cannot be shown.
        width_mm: How wide it stands there.
        words: What the file says that it shows.
    """

    sha256: str
    width_mm: float = 160.0
    words: str = ""


@dataclass(frozen=True)
class FileCell:
    """A cell of a table: its paragraphs, and how many columns it covers."""

    paragraphs: tuple["Piece", ...] = ()
    span: int = 1

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the words of its paragraphs, without those that have none."""
        return tuple(one.text for one in self.paragraphs if one.text.strip())


@dataclass(frozen=True)
class FileRow:
    """A row of a table; its number is one of the numbers of pieces, and names it alone."""

    number: int
    cells: tuple[FileCell, ...]

    @property
    def text(self) -> str:
        """Return all words of it."""
        return "\t".join("\n".join(cell.lines) for cell in self.cells).strip("\t")


@dataclass(frozen=True)
class FileTable:
    """A table: the widths of its columns in parts of the whole, its rows, the headings among them.

    Attributes:
        ruled: Whether lines are drawn in it; one without is often only a way to place words.
    """

    widths: tuple[float, ...]
    rows: tuple[FileRow, ...]
    header_rows: int = 0
    ruled: bool = True


@dataclass(frozen=True)
class Piece:
    """A paragraph, a table or a picture, from top to bottom.

    Attributes:
        number: Its place in the file; those of a table's rows and paragraphs follow its own.
        runs: The words, the number that Word counts before them included, with a tab behind it.
        counted: How many characters of them are that number.
        outline: The level of a heading's style, from 1; 0 for text, -1 for the title's style.
        centred: Whether it stands in the middle.
        new_page: Whether it begins a page by order.
        caption: Whether it has the style of a picture's caption.
        table: When it is a table.
        picture: When it is a picture.
    """

    number: int
    runs: tuple[TextRun, ...] = ()
    counted: int = 0
    outline: int = 0
    centred: bool = False
    new_page: bool = False
    caption: bool = False
    table: FileTable | None = None
    picture: FilePicture | None = None

    @property
    def text(self) -> str:
        """Return the words of a paragraph."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Tell whether it is bold, its counted number aside, from beginning to end."""
        start = 0
        words = []
        for run in self.runs:
            if start >= self.counted and run.text.strip():
                words.append(run.bold)
            start += len(run.text)
        return bool(words) and all(words)

    @property
    def stands_out(self) -> bool:
        """Tell whether it looks like a heading."""
        return self.outline != 0 or self.bold


@dataclass(frozen=True)
class LeftOut:
    """Words of the file that do not go on record, and the rule for it."""

    text: str
    reason: Message


@dataclass(frozen=True)
class FileText:
    """A file, read.

    Attributes:
        name: What the file is called.
        pieces: From top to bottom.
        left_out: Words around the text: page headers, comments, what was struck out.
        notes: What else is to be known of the file.
        pictures: Their contents, PNG or JPEG, by SHA-256.
        around: The words at the head and foot of pages, for what they say of the paper.
    """

    name: str
    pieces: tuple[Piece, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[Message, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    around: tuple[str, ...] = ()


# ---------------------------------------------------------------- what it was recognised as


class PartKind(StrEnum):
    """What a part of old minutes is."""

    TITLE = "title"
    NUMBER = "number"
    DATE = "date"
    VENUE = "venue"
    SECRECY = "secrecy"
    LIST_HEADING = "list_heading"
    PERSON = "person"
    PERSON_MORE = "person_more"
    START = "start"
    ITEM = "item"
    ITEM_TITLE = "item_title"
    MATTER = "matter"
    MATTER_MORE = "matter_more"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    PICTURE = "picture"
    CAPTION = "caption"
    RESOLUTION_LABEL = "resolution_label"
    RESOLUTION = "resolution"
    RESOLUTION_MORE = "resolution_more"
    END = "end"
    SIGNATURE = "signature"
    SIGNATURE_MORE = "signature_more"
    APPENDIX = "appendix"
    APPENDIX_TEXT = "appendix_text"
    LEFT_OUT = "left_out"
    UNKNOWN = "unknown"
    """Not recognised: it stays as text, in the nearest body."""


PART_NAMES: Mapping[PartKind, Message] = {
    PartKind.TITLE: msg("heading"),
    PartKind.NUMBER: msg("number"),
    PartKind.DATE: msg("date"),
    PartKind.VENUE: msg("venue"),
    PartKind.SECRECY: msg("class of secrecy"),
    PartKind.LIST_HEADING: msg("list"),
    PartKind.PERSON: msg("person"),
    PartKind.PERSON_MORE: msg("more of a person"),
    PartKind.START: msg("start"),
    PartKind.ITEM: msg("agenda item"),
    PartKind.ITEM_TITLE: msg("title of an item"),
    PartKind.MATTER: msg("matter"),
    PartKind.MATTER_MORE: msg("more of a title"),
    PartKind.SECTION: msg("part of a matter"),
    PartKind.PARAGRAPH: msg("paragraph"),
    PartKind.TABLE: msg("table"),
    PartKind.PICTURE: msg("picture"),
    PartKind.CAPTION: msg("caption"),
    PartKind.RESOLUTION_LABEL: msg("heading of a resolution"),
    PartKind.RESOLUTION: msg("resolution"),
    PartKind.RESOLUTION_MORE: msg("more of a resolution"),
    PartKind.END: msg("end"),
    PartKind.SIGNATURE: msg("signature"),
    PartKind.SIGNATURE_MORE: msg("more of a signature"),
    PartKind.APPENDIX: msg("appendix"),
    PartKind.APPENDIX_TEXT: msg("text of an appendix"),
    PartKind.LEFT_OUT: msg("left out"),
    PartKind.UNKNOWN: msg("not recognised"),
}
"""What the kinds of parts are called."""


class Confidence(StrEnum):
    """How sure a part is what it was recognised as."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"


@dataclass(frozen=True)
class PersonRow:
    """Somebody in a list, as `domain.meeting.Attendance` keeps them."""

    name: str
    lines: tuple[str, ...] = ()
    role: Role | None = None
    title: str = ""
    substitute_for: str = ""
    reason: str = ""
    mode: Mode | None = None


@dataclass(frozen=True)
class CitedMeeting:
    """A meeting's number and year (พ.ศ.), and its date where one is cited with it."""

    number: int
    year: int
    date: datetime.date | None = None


@dataclass(frozen=True)
class FoundPlace:
    """Where a meeting was held, as its heading says it."""

    mode: Mode
    venue: str
    line: str


Found = (
    PersonRow
    | CitedMeeting
    | FoundPlace
    | datetime.date
    | datetime.time
    | AttendanceList
    | SectionKind
    | Secrecy
)


@dataclass(frozen=True)
class Part:
    """A part of old minutes.

    Attributes:
        piece: The number of the piece, or of the row of a table, that it is or is a part of.
        kind: What it is.
        text: As it stands in the file.
        start, stop: Where the words that go on record begin and end in the piece's text.
        label: The number before them, which may be printed anew.
        level: Of a numbered paragraph, 0 to 4.
        item, matter: Where it goes: the numbers of item and matter, from 1; 0 before the first.
        order: Of a resolution in its matter, from 1.
        found: What was read from it.
        confidence: How sure that is.
        reason: Why it was taken for that, or what is odd about it.
    """

    piece: int
    kind: PartKind
    text: str
    confidence: Confidence
    reason: Message
    start: int = 0
    stop: int = 0
    label: str = ""
    level: int = 0
    item: int = 0
    matter: int = 0
    order: int = 0
    found: Found | None = None

    @property
    def words(self) -> str:
        """Return the words that go on record."""
        return self.text[self.start : self.stop]


@dataclass(frozen=True)
class Reading:
    """A file, read and recognised.

    Attributes:
        file: What the file holds.
        pieces: The same, tables that only place words taken apart into the paragraphs in them.
        parts: From top to bottom; the parts of a piece follow each other.
        put_right: What somebody said that pieces are, by their numbers.
    """

    file: FileText
    pieces: tuple[Piece, ...]
    parts: tuple[Part, ...]
    put_right: Mapping[int, PartKind] = field(default_factory=dict)
