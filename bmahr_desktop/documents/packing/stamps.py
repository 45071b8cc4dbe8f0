"""The running page number of a pack."""

from collections.abc import Callable, Sequence

from pypdf.generic import DictionaryObject, IndirectObject

from bmahr_desktop.documents.fonts import BUNDLED, family_named
from bmahr_desktop.documents.packing.cards import Draw, set_cards
from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.output import PackFile, dictionary, name
from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
from bmahr_desktop.documents.typesetting.ink import Place, draw_clusters
from bmahr_desktop.documents.typesetting.text import Run, Text, Typesetter
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.segment import Segmenter

STAMP_WIDTH = 170.0
"""The width of the card that holds the stamp at its right end, in points."""
_HEIGHT, _BASE, _SIZE = 14.0, 4.0, 13.0
_MARGIN = 3.0
_A4_WIDTH = 595.28
_BATCH = 500
_VEIL = "Bmahr"


def scale_of(width: float) -> float:
    """Return how large the stamp is on a page whose shorter side has so many points."""
    return min(max(width / _A4_WIDTH, 0.5), 4.0)


def write_stamps(
    file: PackFile,
    stamps: Sequence[tuple[IndirectObject, int]],
    pages: int,
    digits: DigitStyle,
    went_on: Callable[[], None],
) -> None:
    """Write the stamps of all pages, now that their number is known.

    Args:
        file: The pack.
        stamps: For each, its reference and the number of its page.
        pages: How many pages there are.
        digits: How numbers are written.
        went_on: Called now and then; it may raise to stop.
    """
    typesetter = Typesetter(Segmenter())
    veil = file.add(dictionary(Type=name("ExtGState"), ca=0.75))
    for first in range(0, len(stamps), _BATCH):
        went_on()
        some = stamps[first : first + _BATCH]
        copier = Copier(file, objects=100_000, size=100_000_000, go_on=went_on)
        cards = [
            (_card(_text(typesetter, number, pages, digits)), STAMP_WIDTH, _HEIGHT)
            for _, number in some
        ]
        for (reference, _), form in zip(some, set_cards(cards, copier), strict=True):
            resources = form["/Resources"]
            assert isinstance(resources, DictionaryObject)
            resources[name("ExtGState")] = dictionary(**{_VEIL: veil})
            copier.made[reference.idnum] = form
        copier.keep()


def _text(typesetter: Typesetter, number: int, pages: int, digits: DigitStyle) -> Text:
    words = paper("Enclosures, page {number}/{pages}", number=number, pages=pages)
    family = family_named(BUNDLED)
    return typesetter.text((Run(made_in_style(words, digits)),), family, _SIZE)


def _card(text: Text) -> Draw:
    """Return what draws the words at the right, on a veil so that they show on a dark edge too."""
    left = STAMP_WIDTH - text.widths[-1]

    def draw(canvas: PaperCanvas) -> None:
        canvas.operators(
            f"q /{_VEIL} gs 1 1 1 rg {left - _MARGIN:.2f} 0 {text.widths[-1] + _MARGIN:.2f} "
            f"{_HEIGHT} re f Q"
        )
        draw_clusters(canvas, text, 0, len(text.clusters), Place(left), _BASE)

    return draw
