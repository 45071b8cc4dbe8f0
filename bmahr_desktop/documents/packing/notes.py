"""What is laid over a page: links and remarks stay, what could act does not."""

from collections.abc import Callable
from typing import Any

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
    PdfObject,
    TextStringObject,
)

from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.output import dictionary, name
from bmahr_desktop.documents.packing.reading import as_dictionary, as_list, resolved

_KEPT = frozenset({
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight",
    "/Underline", "/Squiggly", "/StrikeOut", "/Stamp", "/Caret", "/Ink", "/Popup",
    "/Watermark", "/Redact",
})  # fmt: skip
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_MOST_NAMES = 20_000
_MOST_ON_PAGE = 5_000


class Destinations:
    """The places in a document that have names; read when the first is asked for."""

    def __init__(self, root: DictionaryObject) -> None:
        """Take the catalogue."""
        self._root = root
        self._named: dict[bytes, Any] | None = None

    def find(self, place: Any) -> list[Any]:
        """Return where a link leads: the page and how it is shown; nothing if that is not known."""
        place = resolved(place)
        if isinstance(place, TextStringObject | ByteStringObject):
            place = resolved(self._names().get(place.original_bytes))
        elif isinstance(place, NameObject):
            place = resolved(as_dictionary(self._root.get("/Dests")).get(place))
        if isinstance(place, DictionaryObject):
            place = resolved(place.get("/D"))
        return list(place) if isinstance(place, ArrayObject) else []

    def _names(self) -> dict[bytes, Any]:
        if self._named is None:
            self._named = {}
            names = as_dictionary(self._root.get("/Names"))
            waiting, seen = [as_dictionary(names.get("/Dests"))], set[int]()
            while waiting and len(self._named) < _MOST_NAMES:
                node = waiting.pop()
                if id(node) in seen:
                    continue
                seen.add(id(node))
                pairs = as_list(node.get("/Names"))
                for key, value in zip(pairs[::2], pairs[1::2], strict=False):
                    key = resolved(key)
                    if isinstance(key, TextStringObject | ByteStringObject):
                        self._named[key.original_bytes] = value
                waiting += [as_dictionary(kid) for kid in as_list(node.get("/Kids"))]
        return self._named


def copy_notes(
    copier: Copier,
    notes: list[Any],
    places: Destinations,
    draw_field: Callable[[DictionaryObject], None],
) -> ArrayObject:
    """Copy what is laid over a page.

    Args:
        copier: Copies the file.
        notes: As the page lists them.
        places: Where links may lead.
        draw_field: Called with each field, which is drawn on the page and is a field no more.
    """
    kept: list[tuple[DictionaryObject, IndirectObject]] = []
    seen: set[int] = set()
    for raw in notes[:_MOST_ON_PAGE]:
        note = as_dictionary(raw)
        kind = note.get("/Subtype")
        if id(note) in seen:
            continue
        seen.add(id(note))
        if kind == "/Widget":
            draw_field(note)
        elif kind == "/Link" or kind in _KEPT:
            target = copier.hold(dictionary())
            if isinstance(raw, IndirectObject):
                copier.know(raw, target)
            kept.append((note, target))
    listed = ArrayObject()
    for note, target in kept:
        made = _copied(copier, note, places)
        if made is not None:
            copier.made[target.idnum] = made
            listed.append(target)
    return listed


def _copied(copier: Copier, note: DictionaryObject, places: Destinations) -> PdfObject | None:
    made = copier.value(note)
    if not isinstance(made, DictionaryObject):
        return None
    above = dict.get(note, "/Parent")
    if note.get("/Subtype") == "/Popup" and isinstance(above, IndirectObject):
        made[name("Parent")] = copier.find(above) or NullObject()
    if note.get("/Subtype") != "/Link":
        return made
    for key in ("/Dest", "/PA"):
        made.pop(key, None)
    action = as_dictionary(note.get("/A"))
    if address := _address(action):
        uri = dictionary(Type=name("Action"), S=name("URI"))
        uri[name("URI")] = ByteStringObject(address)
        made[name("A")] = uri
        return made
    leads = note.get("/Dest") if "/Dest" in note else action.get("/D")
    if "/Dest" not in note and action.get("/S") != "/GoTo":
        return None
    place = _place(copier, places.find(leads))
    if place is None:
        return None
    made[name("Dest")] = place
    return made


def _address(action: DictionaryObject) -> bytes:
    uri = resolved(action.get("/URI"))
    if action.get("/S") != "/URI" or not isinstance(uri, TextStringObject | ByteStringObject):
        return b""
    address = uri.original_bytes
    return address if address.decode("latin-1").strip().lower().startswith(_SCHEMES) else b""


def _place(copier: Copier, place: list[Any]) -> ArrayObject | None:
    """Return a place in the pack for one in the file; None if that page is not there."""
    if not place or not isinstance(place[0], IndirectObject):
        return None
    page = copier.find(place[0])
    if page is None:
        return None
    how = [copier.value(part) for part in place[1:6]]
    return ArrayObject([page, *(part for part in how if not isinstance(part, DictionaryObject))])
