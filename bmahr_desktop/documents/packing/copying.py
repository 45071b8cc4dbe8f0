"""Copies objects of one PDF into the pack: as they are, but for what could act."""

import math
import struct
import zlib
from collections import deque
from collections.abc import Callable
from typing import Any

from pypdf.errors import DependencyError, PyPdfError
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from bmahr_desktop.documents.packing.enclosures import UnfitError, Why
from bmahr_desktop.documents.packing.output import PackFile

FAULTS = (
    PyPdfError, DependencyError, OSError, ValueError, LookupError, TypeError, AttributeError,
    ArithmeticError, RecursionError, MemoryError, AssertionError, NotImplementedError,
    struct.error, zlib.error,
)  # fmt: skip
"""What reading a broken file may raise."""

_LEFT_BEHIND = frozenset({
    "/A", "/AA", "/OpenAction", "/JS", "/JavaScript", "/EF", "/AF", "/PieceInfo", "/Metadata",
    "/StructParent", "/StructParents", "/OPI", "/Ref", "/RichMediaContent",
    "/RichMediaSettings", "/Movie", "/Sound", "/Thread", "/Parent", "/Next", "/Prev", "/Names",
    "/AcroForm", "/Outlines",
})  # fmt: skip
"""Entries that act, lead out of the page, or speak of the document it came from."""
_ELSEWHERE = frozenset({"/F", "/FFilter", "/FDecodeParms", "/Length", "/DL"})
"""Entries of a stream that name another file, or how long it was."""
_NO_PART = frozenset({
    "/Catalog", "/Pages", "/Page", "/Action", "/EmbeddedFile", "/ObjStm", "/XRef",
    "/StructTreeRoot", "/StructElem",
})  # fmt: skip
"""Kinds of dictionaries that are never part of a page."""
_DEEPEST = 150
_CHECK_EVERY = 64
_PLAIN = (NumberObject, BooleanObject, NullObject, ByteStringObject)


class ExactName(NameObject):
    """A name written with the very bytes it was read from (`reading` takes them for Latin-1)."""

    def renumber(self) -> bytes:
        """Return the name as written."""
        plain = "".join(
            letter if letter > " " and letter < "\x7f" and letter not in "#()<>[]{}/%"
            else f"#{ord(letter):02X}"
            for letter in self[1:]
        )  # fmt: skip
        return b"/" + plain.encode("ascii")


class Copier:
    """Copies what is asked for, with all that it refers to, and holds it until it is kept.

    Attributes:
        made: The copies by the numbers of their references.
    """

    def __init__(
        self, file: PackFile, *, objects: int, size: int, go_on: Callable[[], None]
    ) -> None:
        """Make a copier for one file.

        Args:
            file: Where the copies go.
            objects: How many objects it may copy.
            size: How many bytes of streams it may copy.
            go_on: Called now and then; it may raise to stop.
        """
        self._file = file
        self._objects, self._size, self._go_on = objects, size, go_on
        self._known: dict[tuple[int, int], IndirectObject] = {}
        self._shared: dict[int, tuple[Any, IndirectObject]] = {}
        self._waiting: deque[tuple[IndirectObject, IndirectObject]] = deque()
        self.made: dict[int, PdfObject] = {}
        self.bytes = 0
        self._runs = 0

    # ------------------------------------------------------------ what is asked for

    def know(self, source: IndirectObject, target: IndirectObject) -> None:
        """Take a reference for one that is in the pack already."""
        self._known[source.generation, source.idnum] = target

    def find(self, source: IndirectObject) -> IndirectObject | None:
        """Return the copy of a reference, if it is known."""
        return self._known.get((source.generation, source.idnum))

    def reference(self, source: IndirectObject) -> IndirectObject:
        """Return the reference to a copy; it is made by the next `run`."""
        known = self.find(source)
        if known is None:
            known = self._file.reserve()
            self.know(source, known)
            self._waiting.append((source, known))
        return known

    def shared(self, source: Any) -> IndirectObject:
        """Return the reference to a copy of a value that stands by itself from now on."""
        if isinstance(source, IndirectObject):
            return self.reference(source)
        _, known = self._shared.get(id(source), (None, None))
        if known is None:
            known = self.hold(self.value(source))
            self._shared[id(source)] = (source, known)  # kept, so that its id stays its own
        return known

    def hold(self, made: PdfObject) -> IndirectObject:
        """Take an object of our own along, and return its reference."""
        reference = self._file.reserve()
        self.made[reference.idnum] = made
        return reference

    def resolved(self, value: Any) -> Any:
        """Return the copy that a reference leads to, or the value itself."""
        return self.made.get(value.idnum) if isinstance(value, IndirectObject) else value

    def run(self) -> None:
        """Copy all that was referred to.

        Raises:
            UnfitError: If that is too much.
        """
        while self._waiting:
            if self._runs % _CHECK_EVERY == 0:
                self._go_on()
            self._runs += 1
            if len(self.made) > self._objects:
                raise UnfitError(Why.TOO_INTRICATE)
            source, target = self._waiting.popleft()
            copied = self.value(source.get_object())
            self.made[target.idnum] = NullObject() if isinstance(copied, IndirectObject) else copied

    def beside(self) -> "Copier":
        """Return a copier for another file, whose copies `take_over` brings here."""
        return Copier(self._file, objects=self._objects, size=self._size, go_on=self._go_on)

    def take_over(self, other: "Copier") -> None:
        """Hold what another copier made."""
        other.run()
        self.made.update(other.made)

    def keep(self) -> None:
        """Write everything into the pack."""
        for number, made in self.made.items():
            self._file.put(IndirectObject(number, 0, None), made)
        self.made.clear()

    # ------------------------------------------------------------ values

    def value(self, one: Any, depth: int = 0) -> PdfObject:
        """Return a copy of a value.

        Raises:
            UnfitError: If it is nested too deeply.
        """
        if depth > _DEEPEST:
            raise UnfitError(Why.TOO_INTRICATE)
        match one:
            case IndirectObject():
                return self.reference(one)
            case NameObject():
                return ExactName(one)
            case TextStringObject():
                return ByteStringObject(one.original_bytes)
            case FloatObject():
                return one if math.isfinite(one) else NumberObject(0)
            case StreamObject():
                return self._stream(one, depth)
            case DictionaryObject():
                return self._dictionary(one, depth)
            case ArrayObject():
                return ArrayObject([self.value(part, depth + 1) for part in one])
            case PdfObject() if isinstance(one, _PLAIN):
                return one
            case _:
                return NullObject()

    def _dictionary(self, one: DictionaryObject, depth: int) -> PdfObject:
        if one.get("/Type") in _NO_PART:
            return NullObject()
        copied = DictionaryObject()
        for key, value in one.items():
            if key not in _LEFT_BEHIND:
                copied[ExactName(key)] = self.value(value, depth + 1)
        return copied

    def _stream(self, one: StreamObject, depth: int) -> PdfObject:
        if one.get("/Type") in _NO_PART:
            return NullObject()
        data = one._data  # noqa: SLF001 -- as it is packed; get_data unpacks it
        self.bytes += len(data)
        if self.bytes > self._size:
            raise UnfitError(Why.TOO_INTRICATE)
        copied = StreamObject()
        copied.set_data(data)
        for key, value in one.items():
            if key not in _LEFT_BEHIND and key not in _ELSEWHERE:
                copied[ExactName(key)] = self.value(value, depth + 1)
        return copied
