"""From blocks to a finished PDF."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bmahr_desktop.documents.typesetting.blocks import Block
from bmahr_desktop.documents.typesetting.canvas import Furniture, PaperCanvas
from bmahr_desktop.documents.typesetting.filling import Frame, fill_pages
from bmahr_desktop.documents.typesetting.pdfa import About, read_profile
from bmahr_desktop.documents.typesetting.textmap import TextMap

POINTS_PER_CM = 72 / 2.54
A4 = (21.0 * POINTS_PER_CM, 29.7 * POINTS_PER_CM)


@dataclass(frozen=True)
class Sheet:
    """The paper and its margins, in points."""

    size: tuple[float, float] = A4
    left: float = 3.0 * POINTS_PER_CM
    right: float = 2.0 * POINTS_PER_CM
    top: float = 2.5 * POINTS_PER_CM
    bottom: float = 2.0 * POINTS_PER_CM

    @property
    def frame(self) -> Frame:
        """Return the part that is filled with text."""
        width = self.size[0] - self.left - self.right
        return Frame(self.left, self.bottom, width, self.size[1] - self.top - self.bottom)


@dataclass(frozen=True)
class SetPaper:
    """A paper set in type.

    Attributes:
        pdf: The file, PDF/A-2b.
        pages: How many pages it has.
        text_map: Where each text with a source went.
    """

    pdf: bytes
    pages: int
    text_map: TextMap


def set_paper(
    blocks: Sequence[Block],
    sheet: Sheet,
    about: About,
    furniture: Furniture,
    profile: Path,
    went_on: Callable[[int], None] | None = None,
) -> SetPaper:
    """Set blocks in type.

    Args:
        blocks: The text, from top to bottom.
        sheet: The paper.
        about: What the file says of itself.
        furniture: What stands around the text of every page.
        profile: The file of an sRGB colour profile.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        TooTallError: If a block that cannot be parted is taller than a page.
    """
    canvas = PaperCanvas(sheet.size, about, furniture, read_profile(profile))
    fill_pages(canvas, blocks, sheet.frame, went_on)
    pages = canvas.getPageNumber() - 1
    return SetPaper(canvas.finish(), pages, canvas.text_map)
