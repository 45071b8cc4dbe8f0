"""How papers are set: the styles that follow from a committee's form."""

from dataclasses import dataclass, replace

from bmahr_desktop.documents.fonts import family_named
from bmahr_desktop.documents.typesetting.document import POINTS_PER_CM, Sheet
from bmahr_desktop.documents.typesetting.families import Family
from bmahr_desktop.documents.typesetting.paragraph import Align, ParagraphStyle
from bmahr_desktop.domain.committee import AgendaLayout, Justification, MinutesForm
from bmahr_desktop.thai.digits import DigitStyle

CM = POINTS_PER_CM
TEXT_SIZE = 16
"""The official size of text (regulation on office work); tables are set a little smaller."""
TABLE_SIZE = 14
STEP = 0.75 * CM
"""How much further in each level of paragraphs begins."""


@dataclass(frozen=True)
class PaperStyles:
    """The styles of one paper; lengths in points.

    Attributes:
        column: How far in the text stands, all its lines.
        indent: The first-line indent of a paragraph, from where its other lines begin.
    """

    family: Family
    digits: DigitStyle
    sheet: Sheet
    column: float
    indent: float
    align: Align

    @property
    def width(self) -> float:
        """Return the width of the text, in points."""
        return self.sheet.frame.width

    @property
    def base(self) -> ParagraphStyle:
        """Return the style that the others are made from: left-aligned, without indents."""
        return ParagraphStyle(self.family, size=TEXT_SIZE)

    def body(self, depth: int = 0) -> ParagraphStyle:
        """Return the style of a paragraph so many numbered levels deep."""
        first = self.indent + STEP * max(0, depth - 1)
        return replace(self.base, align=self.align, left=self.column, first=first, after=2)

    def unindented(self) -> ParagraphStyle:
        """Return the style of a paragraph that begins with its heading."""
        return replace(self.body(), first=0 if self.column else self.indent)

    def centred(self, role: str = "P") -> ParagraphStyle:
        """Return the style of centred lines."""
        return replace(self.base, align=Align.CENTER, role=role)

    def heading(self, role: str, *, before: float = 6, left: float = 0) -> ParagraphStyle:
        """Return the style of a heading that keeps with what follows."""
        return replace(self.base, role=role, before=before, left=left, after=2, keep_with_next=True)

    def cell(self, align: Align = Align.LEFT) -> ParagraphStyle:
        """Return the style of a table's cells."""
        return ParagraphStyle(self.family, size=TABLE_SIZE, align=align)


def styles_of(form: MinutesForm) -> PaperStyles:
    """Return the styles that follow from a committee's form.

    Raises:
        Refused: If the PC lacks the font of the form.
    """
    column, indent = indents_of(form)
    return PaperStyles(
        family=family_named(form.font),
        digits=form.digits,
        sheet=sheet_of(form),
        column=column,
        indent=indent,
        align=Align.SPREAD if form.justification is Justification.SPREAD else Align.LEFT,
    )


def sheet_of(form: MinutesForm) -> Sheet:
    """Return the paper with the margins of a form."""
    return Sheet(
        left=form.margin_left_cm * CM,
        right=form.margin_right_cm * CM,
        top=form.margin_top_cm * CM,
        bottom=form.margin_bottom_cm * CM,
    )


def indents_of(form: MinutesForm) -> tuple[float, float]:
    """Return how far in the text stands, and the first-line indent from there, in points."""
    if form.layout is AgendaLayout.COLUMN:
        return form.indent_cm * CM, STEP
    return 0, form.indent_cm * CM
