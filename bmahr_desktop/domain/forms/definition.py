"""A form's definition: what it asks, what it shows, and how it looks. It is never changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from bmahr_desktop.domain.body import CellAlign
from bmahr_desktop.domain.forms.expressions import Condition, Expression
from bmahr_desktop.domain.forms.kinds import SAID, FieldKind
from bmahr_desktop.domain.forms.templates import Template
from bmahr_desktop.thai.digits import DigitStyle

CHECKS = (
    "code",
    "dates",
    "groups",
    "weights",
    "months",
    "indicators",
    "formulas",
    "sums",
    "returned",
    "told_twice",
    "order",
    "letters",
    "numbers",
    "figures",
    "eras",
    "claims",
    "spending",
    "standing",
    "overdue",
    "names",
    "weekdays",
    "own_code",
    "form_names",
    "numbering",
    "objectives",
    "letter_order",
)
"""The checks of projects that a form can ask for: those of `domain.projects.checks` by name."""


class RecordKind(StrEnum):
    """What a form shows besides its own answers."""

    NONE = "none"
    PROJECT = "project"
    PROJECTS = "projects"
    """All projects of a fiscal year."""


class FormLayout(StrEnum):
    """What the paper looks like as a whole."""

    SHEET = "sheet"
    MEMO = "memo"
    """บันทึกข้อความ"""
    LETTER = "letter"
    """หนังสือภายนอก"""


class Arrows(StrEnum):
    """How months are marked in a plan."""

    EACH = "each"
    """An arrow in every month."""
    SPAN = "span"
    """One arrow over months that follow each other."""


class MonthHeads(StrEnum):
    """What stands over the months of a plan."""

    FISCAL = "fiscal"
    """The fiscal year over all twelve."""
    CALENDAR = "calendar"
    """The calendar years over three and nine of them."""


@dataclass(frozen=True)
class Choice:
    """What can be chosen: the value that is kept, and its words on paper."""

    value: str
    words: str


@dataclass(frozen=True)
class Band:
    """What a number up to some size is called; the last band has no end."""

    upto: int | None
    words: str


@dataclass(frozen=True)
class Shown:
    """What a field or a column shows, and how.

    Attributes:
        kind: What it is.
        name: How the form itself calls it; what is asked for is kept under this name.
        label: What stands before it or over it.
        bind: What of the records it shows; "" for an answer of the form's own.
        text: A wording in place of a value.
        compute: How it is computed.
        style: How the value is written; "" for the usual way.
        unknown: What stands where nothing is known; None for what the form says.
        default: What stands there until somebody writes something else.
        choices: What can be chosen.
        bands: What numbers are called.
        required: Whether it must be filled in.
        help: Said beside the field on screen.
        align: Where it stands.
        dots: How many dots are left to write on in the middle of a line.
    """

    kind: FieldKind
    name: str = ""
    label: str = ""
    bind: str = ""
    text: Template | None = None
    compute: Expression | None = None
    style: str = ""
    unknown: str | None = None
    default: str = ""
    choices: tuple[Choice, ...] = ()
    bands: tuple[Band, ...] = ()
    required: bool = False
    help: str = ""
    align: CellAlign | None = None
    dots: int = 0

    @property
    def asked(self) -> bool:
        """Tell whether its value is an answer of the form's own."""
        given = self.bind or self.text is not None or self.compute is not None
        return bool(self.name) and not given and self.kind not in SAID


@dataclass(frozen=True)
class Column(Shown):
    """A column of a table.

    Attributes:
        width: In any unit: the columns share the table's width.
        under: A heading that several columns next to each other have in common.
        footer: What stands below the last row.
    """

    width: float = 1.0
    under: str = ""
    footer: Template | None = None


@dataclass(frozen=True)
class RowCell:
    """A cell of a row that a form lays out itself."""

    text: Template
    span: int = 1
    align: CellAlign | None = None
    bold: bool = False
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class TableParts:
    """What a table is made of.

    Attributes:
        rows: Where its rows come from; "" for rows that are written into the form.
        columns: From left to right.
        layout: The rows that are printed for each one; none for one cell in every column.
        closing: Rows below all others.
        header: Whether the columns are named.
        rules: Whether lines are drawn.
        arrows: How months are marked.
        heads: What stands over months.
        blank_rows: How many empty rows a form for handwriting has.
        first: The number of the first row.
    """

    rows: str = ""
    columns: tuple[Column, ...] = ()
    layout: tuple[tuple[RowCell, ...], ...] = ()
    closing: tuple[tuple[RowCell, ...], ...] = ()
    header: bool = True
    rules: bool = True
    arrows: Arrows = Arrows.SPAN
    heads: MonthHeads = MonthHeads.FISCAL
    blank_rows: int = 5
    first: int = 1


@dataclass(frozen=True)
class Signing:
    """Who signs.

    Attributes:
        rows: Where the signers come from; the one of the role signs.
        role: Of the signer.
        lines: From the line to sign on down.
        beside: Whether it stands at the right of the signature before.
    """

    lines: tuple[Template, ...]
    rows: str = ""
    role: str = ""
    beside: bool = False


@dataclass(frozen=True)
class Field(Shown):
    """A field of a form.

    Attributes:
        when: What must hold for it to be there.
        printed: Whether it is on the paper by itself.
        wide: Whether it takes all columns of its section.
        lines: How many lines are left to write on.
        by_hand: Whether lines are left to write on even where the rest is filled in.
        bold: Whether its words are bold.
        level: How far in it stands.
        table, signing: What a table, or a signature, is made of.
    """

    when: tuple[Condition, ...] = ()
    printed: bool = True
    wide: bool = False
    lines: int = 0
    by_hand: bool = False
    bold: bool = False
    level: int = 0
    table: TableParts | None = None
    signing: Signing | None = None

    @property
    def asked(self) -> bool:
        """Tell whether its value, or its rows, are an answer of the form's own."""
        return super().asked and not (self.table and self.table.rows)


@dataclass(frozen=True)
class Section:
    """A part of a form.

    Attributes:
        title: Above it.
        level: Of the title: 1 for a part, 2 for a part of that.
        fields: From top to bottom.
        columns: How many fields with labels stand beside each other.
        between: What stands between a label and its value.
        label_width: The part of a column that labels take; 0 for what they need.
        digits: The style of its digits; None for the form's.
        landscape: Whether it stands on paper that lies.
        new_page: Whether it begins a page.
        together: Whether it should not be parted.
        when: What must hold for it to be there.
    """

    title: Template | None = None
    level: int = 1
    fields: tuple[Field, ...] = ()
    columns: int = 1
    between: str = " : "
    label_width: float = 0.0
    digits: DigitStyle | None = None
    landscape: bool = False
    new_page: bool = False
    together: bool = False
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True)
class Page:
    """How the paper looks.

    Attributes:
        heading: Lines at the head.
        every_page: Whether they stand on every page.
        landscape: Whether the paper lies.
        numbers: Whether pages are numbered.
        catch_words: Whether a page ends with the first words of the next.
        spread: Whether both edges of text are straight.
        margins: Left, right, top and bottom, in cm.
    """

    heading: tuple[Template, ...] = ()
    every_page: bool = False
    landscape: bool = False
    numbers: bool = True
    catch_words: bool = False
    spread: bool = True
    margins: tuple[float, float, float, float] = (3.0, 2.0, 2.5, 2.0)


@dataclass(frozen=True)
class LetterParts:
    """What a letter says around its text, each with places; lines that stay empty fall away."""

    office: Template | None = None
    number: Template | None = None
    date: Template | None = None
    subject: Template | None = None
    to: Template | None = None
    closing: Template | None = None
    urgency: Template | None = None
    address: tuple[Template, ...] = ()
    references: tuple[Template, ...] = ()
    enclosures: tuple[Template, ...] = ()
    contact: tuple[Template, ...] = ()


@dataclass(frozen=True)
class Equation:
    """Two things in a form that must be the same.

    Attributes:
        stated, computed: Both sides.
        says: What is told when they differ; "{stated}" and "{computed}" stand for the values.
    """

    stated: Expression
    computed: Expression
    says: Template


@dataclass(frozen=True)
class Definition:
    """An edition of a form.

    Attributes:
        form: Which form, "progress".
        edition: Which edition of it, "2563".
        title: What lists call it.
        record: What it shows.
        digits, dates, unknown: How digits and dates are written, and what is not known.
        words: The words of choices that the records keep, by their names.
        checks: The names of checks of the records.
        equations: What must be the same in the form itself.
        notes: For whoever fills it in, or writes the next edition.
        example: Invented values, to see what the form looks like.
    """

    form: str
    edition: str
    title: str
    sections: tuple[Section, ...]
    record: RecordKind = RecordKind.NONE
    layout: FormLayout = FormLayout.SHEET
    digits: DigitStyle = DigitStyle.THAI
    dates: str = "long"
    unknown: str = "-"
    page: Page = Page()
    letter: LetterParts = LetterParts()
    words: Mapping[str, tuple[Choice, ...]] = field(default_factory=dict)
    checks: tuple[str, ...] = ()
    equations: tuple[Equation, ...] = ()
    notes: str = ""
    example: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what tells this edition from all others: "progress-2563"."""
        return f"{self.form}-{self.edition}"

    def fields(self) -> Iterator[Field]:
        """Yield all fields, from top to bottom."""
        for section in self.sections:
            yield from section.fields

    def asked(self) -> Iterator[Field]:
        """Yield the fields whose values are the form's own answers."""
        for one in self.fields():
            if one.asked:
                yield one
