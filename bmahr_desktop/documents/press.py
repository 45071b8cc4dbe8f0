"""From the blocks of a paper to its file: what all papers of a committee have alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from bmahr_desktop import __version__
from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.styles import CM, PaperStyles, styles_of
from bmahr_desktop.documents.typesetting.blocks import Block
from bmahr_desktop.documents.typesetting.canvas import Furniture
from bmahr_desktop.documents.typesetting.document import SetPaper, set_paper
from bmahr_desktop.documents.typesetting.furniture import PageFurniture, PageMarks
from bmahr_desktop.documents.typesetting.paragraph import ParagraphStyle
from bmahr_desktop.documents.typesetting.pdfa import About
from bmahr_desktop.documents.typesetting.text import Typesetter
from bmahr_desktop.domain.committee import MinutesForm
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.i18n import paper
from bmahr_desktop.places import resource
from bmahr_desktop.thai.digits import in_style
from bmahr_desktop.thai.segment import Segmenter

WentOn = Callable[[int], None] | None
"""Called with the number of each finished page; it may raise to stop."""

INDENT = 2.5 * CM
"""Of the first lines of letters (standards B4)."""
_APART = 6


@lru_cache(maxsize=8)
def typesetter_for(names: frozenset[str], offices: frozenset[str]) -> Typesetter:
    """Return the typesetter for a set of names, so that a rebuild finds its text ready."""
    return Typesetter(Segmenter(names, offices))


def setter_of(imprint: Imprint, styles: PaperStyles) -> BodySetter:
    """Return what turns the parts of a paper into blocks."""
    return BodySetter(typesetter_for(imprint.names, imprint.offices), styles)


@dataclass(frozen=True)
class OfficeStyles(PaperStyles):
    """The styles of letters: first lines 2.5 cm in, paragraphs 6 points apart (standards B4)."""

    def body(self, depth: int = 0) -> ParagraphStyle:
        """Return the style of a paragraph so many numbered levels deep."""
        return replace(super().body(depth), before=0 if depth else _APART, after=0)


def office_styles(form: MinutesForm) -> OfficeStyles:
    """Return the styles of papers that have no column at left.

    Raises:
        Refused: If the PC lacks the font of the form.
    """
    usual = replace(styles_of(form), column=0, indent=INDENT)
    return OfficeStyles(**{one.name: getattr(usual, one.name) for one in fields(usual)})


def lying(styles: OfficeStyles) -> OfficeStyles:
    """Return the styles with the paper turned, for wide tables; the margins stay."""
    width, height = styles.sheet.size
    return replace(styles, sheet=replace(styles.sheet, size=(height, width)))


def printed(
    blocks: Sequence[Block],
    imprint: Imprint,
    setter: BodySetter,
    went_on: WentOn = None,
    *,
    draft: bool = False,
    catch_words: bool = True,
    around: Callable[[Furniture], Furniture] | None = None,
) -> SetPaper:
    """Set blocks in type, as a file of the office.

    Args:
        blocks: From top to bottom.
        imprint: What the paper has besides its words.
        setter: With the styles that the blocks were made with.
        went_on: Called with the number of each finished page; it may raise to stop.
        draft: Whether "ร่าง" stands across every page.
        catch_words: Whether each page may end with the first words of the next; the form decides.
        around: Adds to what stands around the text of every page.

    Raises:
        TooTallError: If a block that cannot be parted is taller than a page.
    """
    styles = setter.styles
    marks = _marks(imprint, styles, draft=draft, catch_words=catch_words)
    typesetter = typesetter_for(imprint.names, imprint.offices)
    furniture: Furniture = PageFurniture(typesetter, styles.family, marks)
    return set_paper(
        blocks,
        styles.sheet,
        About(
            title=in_style(imprint.title, styles.digits),
            author=imprint.author,
            subject=in_style(imprint.title, styles.digits),
            creator=f"bmahr_desktop {__version__}",
            changed=imprint.changed,
        ),
        around(furniture) if around else furniture,
        resource("icc", "sRGB.icc"),
        went_on,
    )


def _marks(imprint: Imprint, styles: PaperStyles, *, draft: bool, catch_words: bool) -> PageMarks:
    form = imprint.form
    return PageMarks(
        number=_page_number(styles) if form.page_numbers else None,
        catch_words=form.catch_words and catch_words,
        catch_word_slash=form.catch_word_slash,
        secrecy=imprint.secrecy,
        watermark=paper("draft") if draft else "",
        header=in_style(form.header, styles.digits),
        footer=in_style(form.footer, styles.digits),
        left=styles.sheet.left,
        right=styles.sheet.right,
    )


def _page_number(styles: PaperStyles) -> Callable[[int], str]:
    return lambda page: in_style(f"- {page} -", styles.digits)
