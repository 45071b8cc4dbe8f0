"""The styles of a Word file, as they follow from a committee's form."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bmahr_desktop.documents.fonts import BUNDLED, SCALES
from bmahr_desktop.documents.styles import STEP, TABLE_SIZE, TEXT_SIZE, indents_of, sheet_of
from bmahr_desktop.documents.typesetting.document import Sheet
from bmahr_desktop.documents.word.elements import (
    PLAIN,
    UPRIGHT,
    Element,
    Letters,
    Shape,
    letters_of,
    make,
    shape_of,
)
from bmahr_desktop.domain.body import DEEPEST_LEVEL
from bmahr_desktop.domain.committee import Justification, MinutesForm
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle

_OFFICE_FONT = "TH SarabunPSK"
"""What stands for the bundled font: Word finds fonts on the PC, and this one, the official font of
2553, is on the PCs of government offices, while Sarabun itself is not."""
SIMILAR = {_OFFICE_FONT: "TH Sarabun New"}
"""What Word takes instead where a font is missing: the same letters, published again later."""
_LEADING = 1.33
"""The distance of lines in the PDF; a font with a taller line of its own gets that."""
_LANGUAGE = "th-TH"


@dataclass(frozen=True)
class WordStyles:
    """The styles of one paper; lengths in points.

    Attributes:
        font: Its name.
        scale: By what an official size is multiplied for this font.
        column: How far in the text stands, all its lines.
        indent: The first-line indent of a paragraph, from where its other lines begin.
        align: How lines of text fill their width, in Word's words.
    """

    font: str
    scale: float
    digits: DigitStyle
    sheet: Sheet
    column: float
    indent: float
    align: str

    @property
    def width(self) -> float:
        """Return the width of the text, in points."""
        return self.sheet.frame.width

    def size(self, official: float) -> float:
        """Return an official size in points as the font sees it."""
        return official * self.scale

    def body(self, depth: int = 0) -> Shape:
        """Return the indents of a paragraph so many numbered levels deep."""
        first = self.indent + STEP * max(0, depth - 1)
        return Shape(left=self.column, first=first)


def word_styles(form: MinutesForm, *, lying: bool = False) -> WordStyles:
    """Return the styles that follow from a committee's form, whatever fonts this PC has.

    Args:
        form: The form.
        lying: Whether the paper is turned, for wide tables; the margins stay.
    """
    column, indent = indents_of(form)
    sheet = sheet_of(form)
    return WordStyles(
        font=_OFFICE_FONT if form.font == BUNDLED else form.font,
        scale=SCALES.get(form.font, 1.0),
        digits=form.digits,
        sheet=replace(sheet, size=sheet.size[::-1]) if lying else sheet,
        column=column,
        indent=indent,
        align="thaiDistribute" if form.justification is Justification.SPREAD else "left",
    )


def body_style(depth: int) -> str:
    """Return the id of the style of a paragraph so many numbered levels deep."""
    return "BodyText" if depth == 0 else "List" if depth == 1 else f"List{depth}"


@dataclass(frozen=True)
class _Style:
    """A style; Word shows the names that it knows in the language of its window."""

    id: str
    name: str
    shape: Shape = PLAIN
    letters: Letters = UPRIGHT
    official: float = TEXT_SIZE
    following: str = ""
    outline: int | None = None


def _styles(styles: WordStyles) -> Iterator[_Style]:
    bold = Letters(bold=True)
    centred = Shape(align="center")
    heading = Shape(before=6, after=2, keep_with_next=True)
    text = Shape(after=2, align=styles.align)
    inside = replace(heading, left=styles.column)
    yield _Style("Title", "Title", centred, bold, following="Subtitle")
    yield _Style("Subtitle", "Subtitle", centred, bold)
    first = replace(heading, before=10)
    yield _Style("Heading1", "heading 1", first, bold, following="BodyText", outline=0)
    yield _Style("Heading2", "heading 2", inside, bold, following="BodyText", outline=1)
    yield _Style("Heading3", "heading 3", inside, bold, following="BodyText", outline=2)
    for depth in range(DEEPEST_LEVEL + 1):
        own = styles.body(depth)
        name = "Body Text" if depth == 0 else "List" if depth == 1 else f"List {depth}"
        yield _Style(body_style(depth), name, replace(text, left=own.left, first=own.first))
    yield _Style("TableText", paper("Text in a table"), official=TABLE_SIZE)
    caption = replace(centred, after=6)
    yield _Style("Caption", "caption", caption, bold, official=TABLE_SIZE)
    half = replace(centred, left=styles.width / 2, keep_whole=True)
    yield _Style("Signature", "Signature", half)
    yield _Style("Header", "header")
    yield _Style("Footer", "footer")


def fill_styles(root: Element, styles: WordStyles) -> None:
    """Define the styles of a paper in the part of a file that holds them."""
    root.append(_defaults(styles))
    root.append(
        make("style", make("name", val="Normal"), make("qFormat"), type="paragraph", default=1,
             styleId="Normal")
    )  # fmt: skip
    root.append(_quiet("character", "DefaultParagraphFont", "Default Paragraph Font"))
    root.append(_quiet("table", "TableNormal", "Normal Table", _margins("tblPr")))
    root.append(_quiet("numbering", "NoList", "No List"))
    for one in _styles(styles):
        root.append(_style(one, styles))
    root.append(_table_grid())


def _defaults(styles: WordStyles) -> Element:
    letters = make(
        "rPr",
        make("rFonts", ascii=styles.font, hAnsi=styles.font, eastAsia=styles.font, cs=styles.font),
        *letters_of(Letters(size=styles.size(TEXT_SIZE))),
        make("lang", val=_LANGUAGE, eastAsia=_LANGUAGE, bidi=_LANGUAGE),
    )
    paragraph = make("pPr", _leading(PLAIN, TEXT_SIZE))
    return make("docDefaults", make("rPrDefault", letters), make("pPrDefault", paragraph))


def _leading(shape: Shape, official: float) -> Element:
    """Return the distance of lines, with the space around the paragraph: Word has them in one."""
    lengths = {"before": shape.before or 0, "after": shape.after or 0, "line": official * _LEADING}
    twentieths = {name: round(20 * points) for name, points in lengths.items()}
    return make("spacing", **twentieths, lineRule="atLeast")


def _quiet(kind: str, own: str, name: str, more: Element = None) -> Element:
    return make(
        "style", make("name", val=name), make("semiHidden"), more,
        type=kind, default=1, styleId=own,
    )  # fmt: skip


def _style(one: _Style, styles: WordStyles) -> Element:
    letters = one.letters
    if one.official != TEXT_SIZE:
        letters = replace(letters, size=styles.size(one.official))
    outline = None if one.outline is None else make("outlineLvl", val=one.outline)
    return make(
        "style",
        make("name", val=one.name),
        make("basedOn", val="Normal"),
        make("next", val=one.following) if one.following else None,
        make("qFormat"),
        make("pPr", *shape_of(one.shape, _leading(one.shape, one.official)), outline),
        make("rPr", *letters_of(letters)),
        type="paragraph",
        styleId=one.id,
    )


def _margins(tag: str, **sides: int) -> Element:
    """Return the space inside the cells of a table, in twentieths of a point."""
    cells = make(
        "tblCellMar",
        *(
            make(side, w=sides.get(side, 0), type="dxa")
            for side in ("top", "left", "bottom", "right")
        ),
    )
    return make(tag, cells)


def _table_grid() -> Element:
    """Return the style of a table with rules, its space inside as in the PDF."""
    borders = make(
        "tblBorders",
        *(
            make(side, val="single", sz=4, space=0, color="auto")
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
    )
    properties = _margins("tblPr", top=20, left=80, bottom=60, right=80)
    properties.insert(0, borders)
    return make(
        "style", make("name", val="Table Grid"), make("basedOn", val="TableNormal"), properties,
        type="table", styleId="TableGrid",
    )  # fmt: skip
