"""Pages of another file, copied into the pack, with the stamp laid on them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    StreamObject,
)

from bmahr_desktop.documents.packing.balance import UNMOVED, Depths, depths_of
from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.enclosures import UnfitError, Why
from bmahr_desktop.documents.packing.fields import Drawing, FieldDrawer
from bmahr_desktop.documents.packing.geometry import Box, box_of, upright
from bmahr_desktop.documents.packing.notes import Destinations, copy_notes
from bmahr_desktop.documents.packing.output import array, dictionary, name, stream
from bmahr_desktop.documents.packing.reading import Source, SourcePage, as_list, resolved
from bmahr_desktop.documents.packing.stamps import STAMP_WIDTH, scale_of

_KEPT = ("/Group", "/UserUnit", "/BleedBox", "/TrimBox", "/ArtBox")
_USUAL = Box(0, 0, 612, 792)
"""What readers take for a page that does not say how large it is."""
_LARGEST = 14_400
"""The widest page that readers must show (ISO 32000-1, annex C), in points."""
_RIGHT, _FOOT = 22.0, 13.0
"""Where the stamp stands on A4: its right end from the right edge, its foot from the lower one."""


@dataclass
class Leaf:
    """A page of the pack.

    Attributes:
        reference: Names it.
        seen: What is seen of it, in its own units.
        turn: By how many degrees it is turned to the right when it is looked at.
        unit: How many points one of its units is.
    """

    reference: IndirectObject
    page: DictionaryObject
    seen: Box
    turn: int = 0
    unit: float = 1.0
    depths: Depths = UNMOVED
    drawings: list[Drawing] = field(default_factory=list)

    def show_stamp(self, form: IndirectObject) -> None:
        """Lay the stamp on it: at the right foot, as it is looked at."""
        across = self.seen.height if self.turn % 180 else self.seen.width
        least = min(self.seen.width, self.seen.height) * self.unit
        scale = min(scale_of(least) / self.unit, 0.9 * across / STAMP_WIDTH)
        right = scale * (STAMP_WIDTH + _RIGHT)
        place = upright(self.seen, self.turn, scale, min(right, across), scale * _FOOT)
        self.drawings.append(Drawing(form, place))


def copy_pages(
    source: Source, copier: Copier, parent: IndirectObject, went_on: Callable[[], None]
) -> list[Leaf]:
    """Copy all pages of a file; `finish_pages` completes them.

    Args:
        source: The file.
        copier: Copies it.
        parent: The tree of pages in the pack.
        went_on: Called after each page; it may raise to stop.

    Raises:
        UnfitError: If it can be told why they cannot be in a pack.
        ValueError: If a page is not whole.
    """
    leaves = []
    for page in source.pages:
        target = copier.hold(dictionary())
        if page.reference is not None:
            copier.know(page.reference, target)
        leaves.append(_leaf(page, target, parent))
    fields = FieldDrawer(copier, source.form)
    places = Destinations(source.root)
    for page, leaf in zip(source.pages, leaves, strict=True):
        _fill(page, leaf, copier)

        def draw(note: DictionaryObject, leaf: Leaf = leaf) -> None:
            if drawing := fields.draw(note):
                leaf.drawings.append(drawing)

        notes = copy_notes(copier, as_list(page.own.get("/Annots")), places, draw)
        if notes:
            leaf.page[name("Annots")] = notes
        copier.run()
        went_on()
    fields.finish()
    return leaves


def _leaf(page: SourcePage, target: IndirectObject, parent: IndirectObject) -> Leaf:
    media = box_of(page.raw("/MediaBox")) or _USUAL
    crop = box_of(page.raw("/CropBox"))
    unit = resolved(page.own.get("/UserUnit"))
    points = float(unit) if isinstance(unit, int | float) and unit > 0 else 1.0
    if max(media.width, media.height) * points > _LARGEST or max(map(abs, media)) > 1e6:
        raise UnfitError(Why.PAGE_TOO_LARGE)
    turn = resolved(page.raw("/Rotate"))
    turn = int(turn) % 360 if isinstance(turn, int) and turn % 90 == 0 else 0
    made = dictionary(Type=name("Page"), Parent=parent, MediaBox=array(*media))
    if crop is not None:
        made[name("CropBox")] = array(*crop)
    if turn:
        made[name("Rotate")] = NumberObject(turn)
    seen = (crop and crop.within(media)) or media
    return Leaf(target, made, seen, turn, points)


def _fill(page: SourcePage, leaf: Leaf, copier: Copier) -> None:
    """Give a page what is drawn on it."""
    for key in _KEPT:
        if key in page.own:
            leaf.page[name(key[1:])] = copier.value(page.own.get(key))
    resources = page.raw("/Resources")
    leaf.page[name("Resources")] = (
        copier.hold(dictionary()) if resources is None else copier.shared(resources)
    )
    contents = _contents(page.own.get("/Contents"))
    leaf.depths = depths_of([resolved(one) for one in contents])
    leaf.page[name("Contents")] = ArrayObject([copier.shared(one) for one in contents])


def _contents(raw: Any) -> list[Any]:
    """Return the streams of a page, in order.

    Raises:
        ValueError: If one is missing: the page would be bare without anybody knowing.
    """
    found = resolved(raw)
    if found is None and not isinstance(raw, IndirectObject):
        return []
    contents = [raw] if isinstance(found, StreamObject) else as_list(raw)
    if not (contents or isinstance(found, ArrayObject)):
        raise ValueError("a page lost its content")
    if not all(isinstance(resolved(one), StreamObject) for one in contents):
        raise ValueError("a page lost a part of its content")
    return contents


def finish_pages(copier: Copier, leaves: Iterable[Leaf]) -> None:
    """Draw on each page what is to be drawn over it, and make the pages ready to be kept."""
    for leaf in leaves:
        if leaf.drawings:
            _draw_over(copier, leaf)
        copier.made[leaf.reference.idnum] = leaf.page


def _draw_over(copier: Copier, leaf: Leaf) -> None:
    pictures = _pictures_of(copier, leaf)
    operators = []
    for drawing in leaf.drawings:
        free = len(pictures)
        while f"/Bmahr{free}" in pictures:
            free += 1
        pictures[name(f"Bmahr{free}")] = drawing.form
        matrix = " ".join(f"{number:.5f}" for number in drawing.matrix)
        operators.append(f"q {matrix} cm /Bmahr{free} Do Q")
    # However the page leaves the states it saved, what follows begins with the one it got.
    before = 1 - leaf.depths.lowest
    after = before + leaf.depths.last
    contents = leaf.page["/Contents"]
    assert isinstance(contents, ArrayObject)
    head = copier.hold(stream(b"q\n" * before))
    tail = copier.hold(stream(b"\n" + b"Q\n" * after + "\n".join(operators).encode() + b"\n"))
    leaf.page[name("Contents")] = ArrayObject([head, *contents, tail])


def _pictures_of(copier: Copier, leaf: Leaf) -> DictionaryObject:
    """Return what the page can draw by a name; made where it has nothing yet."""
    resources = copier.resolved(leaf.page.raw_get("/Resources"))
    if not isinstance(resources, DictionaryObject):
        resources = dictionary()
        leaf.page[name("Resources")] = resources
    pictures = copier.resolved(resources.get("/XObject"))
    if not isinstance(pictures, DictionaryObject):
        pictures = dictionary()
        resources[name("XObject")] = pictures
    return pictures
