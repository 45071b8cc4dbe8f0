"""Fields of a form, drawn on the page as they were filled in."""

from typing import Any, NamedTuple

from pypdf.generic import (
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

from bmahr_desktop.documents.fonts import BUNDLED, family_named
from bmahr_desktop.documents.packing.cards import Draw, set_cards
from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.geometry import (
    UNTURNED,
    Box,
    Matrix,
    box_of,
    matrix_of,
    numbers,
)
from bmahr_desktop.documents.packing.output import name
from bmahr_desktop.documents.packing.reading import as_dictionary, as_list, resolved
from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
from bmahr_desktop.documents.typesetting.ink import Place, draw_clusters
from bmahr_desktop.documents.typesetting.lines import Column
from bmahr_desktop.documents.typesetting.text import Run, Typesetter
from bmahr_desktop.thai.segment import Segmenter

_HIDDEN = 2 | 32
_PRINTED = 4
_PUSH_BUTTON, _PASSWORD, _MANY_LINES = 1 << 16, 1 << 13, 1 << 12
_LONGEST = 5_000
_ANCESTORS = 20
_PADDING = 2.0
_USUAL_SIZE, _SMALLEST = 12.0, 4.0
_LEADING = 1.25
_LINE = 1.33


class Drawing(NamedTuple):
    """A form to be shown on a page, and where."""

    form: IndirectObject
    matrix: Matrix


class FieldDrawer:
    """Draws the fields of one file."""

    def __init__(self, copier: Copier, form: DictionaryObject) -> None:
        """Take the form that the fields belong to."""
        self._copier, self._form = copier, form
        anew = resolved(form.get("/NeedAppearances"))
        self._anew = isinstance(anew, BooleanObject) and anew.value
        self._cards: list[tuple[tuple[Draw, float, float], IndirectObject]] = []
        self._bare: list[IndirectObject] = []
        self._typesetter = Typesetter(Segmenter())

    def draw(self, field: DictionaryObject) -> Drawing | None:
        """Return how a field looks; None for one that shows nothing."""
        flags, kind = self._number(field, "/F", own=True), self._inherited(field, "/FT")
        button = kind == "/Btn" and self._number(field, "/Ff") & _PUSH_BUTTON
        if flags & _HIDDEN or (button and not flags & _PRINTED):
            return None
        rect = box_of(field.get("/Rect"))
        if rect is None:
            return None
        look = self._look(field)
        written = kind in ("/Tx", "/Ch") and (look is None or self._anew)
        if written and (value := self._value(field)):
            return self._set_anew(field, value, rect)
        if look is None:
            return None
        form = self._copier.shared(look)
        self._bare.append(form)
        return Drawing(form, _placed(resolved(look), rect))

    def finish(self) -> None:
        """Set what had no look of its own, and complete the looks that were copied."""
        self._copier.run()
        for card, form in zip(
            set_cards([card for card, _ in self._cards], self._copier),
            [target for _, target in self._cards],
            strict=True,
        ):
            self._copier.made[form.idnum] = card
        for form in self._bare:
            made = self._copier.resolved(form)
            if isinstance(made, StreamObject):
                made[name("Type")], made[name("Subtype")] = name("XObject"), name("Form")
                if "/Resources" not in made and "/DR" in self._form:
                    made[name("Resources")] = self._copier.shared(self._form.get("/DR"))
        self._copier.run()

    # ------------------------------------------------------------ what a field says

    def _inherited(self, field: DictionaryObject, key: str) -> Any:
        for _ in range(_ANCESTORS):
            if key in field:
                return resolved(field.get(key))
            above = as_dictionary(field.get("/Parent"))
            if not above:
                break
            field = above
        return resolved(self._form.get(key))

    def _number(self, field: DictionaryObject, key: str, *, own: bool = False) -> int:
        value = resolved(field.get(key)) if own else self._inherited(field, key)
        return int(value) if isinstance(value, int) else 0

    def _look(self, field: DictionaryObject) -> Any:
        """Return the stream that shows the field as it is, or a reference to it."""
        looks = as_dictionary(field.get("/AP")).get("/N")
        found = resolved(looks)
        if isinstance(found, DictionaryObject) and not isinstance(found, StreamObject):
            state = resolved(field.get("/AS")) or self._inherited(field, "/V")
            looks = found.get(state) if isinstance(state, NameObject) else None
            found = resolved(looks)
        return looks if isinstance(found, StreamObject) else None

    def _value(self, field: DictionaryObject) -> str:
        if self._number(field, "/Ff") & _PASSWORD:
            return ""
        value = self._inherited(field, "/V")
        several = as_list(value) if not isinstance(value, str | bytes) else [value]
        return ", ".join(filter(None, map(_text, several)))[:_LONGEST]

    def _set_anew(self, field: DictionaryObject, value: str, rect: Box) -> Drawing:
        many = bool(self._number(field, "/Ff") & _MANY_LINES)
        size = _size(self._inherited(field, "/DA"))
        align = self._number(field, "/Q")
        draw = _card(self._typesetter, value, rect, size, align, many=many)
        form = self._copier.hold(StreamObject())
        self._cards.append(((draw, rect.width, rect.height), form))
        return Drawing(form, (1, 0, 0, 1, rect.left, rect.bottom))


def _text(value: Any) -> str:
    value = resolved(value)
    if isinstance(value, ByteStringObject):
        return value.decode("utf-8", errors="ignore")
    if isinstance(value, StreamObject):
        return value.get_data().decode("utf-8", errors="ignore")
    return str(value) if isinstance(value, TextStringObject) else ""


def _size(appearance: Any) -> float:
    """Return the size of type that a field asks for, in points; 0 for what fits."""
    words = str(appearance or "").split()
    try:
        return min(abs(float(words[words.index("Tf") - 1])), 144.0)
    except (ValueError, IndexError):
        return 0.0


def _card(
    typesetter: Typesetter, value: str, rect: Box, size: float, align: int, *, many: bool
) -> Draw:
    """Return what draws a value in a field of a size, as readers would."""
    family = family_named(BUNDLED)
    lines_of = value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not many:
        lines_of = [" ".join(lines_of)]
        most = (rect.height - 1) / _LEADING
        size = min(size or _USUAL_SIZE, max(most, _SMALLEST))
    size = max(size or _USUAL_SIZE, _SMALLEST)
    width = max(rect.width - 2 * _PADDING, 1.0)

    def draw(canvas: PaperCanvas) -> None:
        official = size / family.scale
        line = size * _LINE
        y = rect.height - line if many else (rect.height - 0.7 * size) / 2
        for paragraph in lines_of:
            text = typesetter.text((Run(paragraph),), family, official)
            wide = width if many else 1e6
            for part in text.lines(Column(wide, wide)):
                x = _PADDING + (0.0, 0.5, 1.0)[align % 3] * (width - part.width)
                draw_clusters(canvas, text, part.start, part.visible, Place(x), y)
                y -= line

    return draw


def _placed(look: StreamObject, rect: Box) -> Matrix:
    """Return how a look is laid into the rectangle of its field (ISO 32000-1, 12.5.5)."""
    box = box_of(look.get("/BBox")) or Box(0, 0, rect.width, rect.height)
    matrix = matrix_of(numbers(look.get("/Matrix"), 6)) or UNTURNED
    turned = box.turned(matrix)
    across = rect.width / turned.width if turned.width else 1.0
    down = rect.height / turned.height if turned.height else 1.0
    return (
        across, 0.0, 0.0, down,
        rect.left - turned.left * across, rect.bottom - turned.bottom * down,
    )  # fmt: skip
