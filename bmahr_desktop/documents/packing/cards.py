"""Small pieces of our own type, to be laid on pages of others."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import StreamObject

from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.output import array, name
from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
from bmahr_desktop.documents.typesetting.pdfa import About, read_profile
from bmahr_desktop.places import resource

Draw = Callable[[PaperCanvas], None]


class _Bare:
    """Nothing stands around a card."""

    def below(self, canvas: PaperCanvas, page: int) -> None:
        """Draw nothing."""

    def above(self, canvas: PaperCanvas, page: int) -> None:
        """Draw nothing."""


def set_cards(cards: Sequence[tuple[Draw, float, float]], copier: Copier) -> list[StreamObject]:
    """Set cards in type, all with the same fonts, as forms that a page can show.

    Args:
        cards: What draws each, its width and its height in points.
        copier: Takes the fonts along.
    """
    if not cards:
        return []
    most = max(width for _, width, _ in cards), max(height for *_, height in cards)
    about = About("", changed=datetime.fromisoformat("2000-01-01T00:00:00+00:00"))
    canvas = PaperCanvas(most, about, _Bare(), read_profile(resource("icc", "sRGB.icc")))
    for draw, _, _ in cards:
        with canvas.artifact():
            draw(canvas)
        canvas.showPage()
    reader = PdfReader(BytesIO(canvas.finish()))
    own, forms = copier.beside(), []
    for page, (_, width, height) in zip(reader.pages, cards, strict=True):
        drawing = page["/Contents"].get_object()
        form = own.value(drawing)
        assert isinstance(form, StreamObject)
        form[name("Type")] = name("XObject")
        form[name("Subtype")] = name("Form")
        form[name("BBox")] = array(0, 0, width, height)
        form[name("Resources")] = own.value(page["/Resources"])
        forms.append(form)
    copier.take_over(own)
    return forms
