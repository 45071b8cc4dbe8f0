"""A PDF that is written object by object, so that a large pack is never in memory twice."""

import hashlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, TypeVar

from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PackFile:
    """The objects of a PDF; each is written at once and forgotten."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._out.write(_HEADER)
        self._offsets: dict[int, int] = {}
        self._last = 0

    @property
    def size(self) -> int:
        """The bytes written so far."""
        return self._out.tell()

    def reserve(self) -> IndirectObject:
        """Return a reference to an object that is written later; never written, it is null."""
        self._last += 1
        return IndirectObject(self._last, 0, None)

    def put(self, reference: IndirectObject, made: PdfObject) -> IndirectObject:
        """Write the object of a reference, and return the reference."""
        self._offsets[reference.idnum] = self._out.tell()
        self._out.write(b"%d 0 obj\n" % reference.idnum)
        made.write_to_stream(self._out)
        self._out.write(b"\nendobj\n")
        return reference

    def add(self, made: PdfObject) -> IndirectObject:
        """Write an object and return a reference to it."""
        return self.put(self.reserve(), made)

    def finish(self, catalogue: IndirectObject, info: IndirectObject) -> bytes:
        """Write the table of objects, and return the file.

        Its identity is made from its content.
        """
        with self._out.getbuffer() as written:
            identity = ByteStringObject(hashlib.sha256(written).digest()[:16])
        start = self._out.tell()
        self._out.write(b"xref\n0 %d\n" % (self._last + 1))
        free = [n for n in range(1, self._last + 1) if n not in self._offsets]
        following = dict(zip([0, *free], [*free, 0], strict=True))
        for number in range(self._last + 1):
            if number in following:
                kept = 65535 if number == 0 else 1
                self._out.write(b"%010d %05d f \n" % (following[number], kept))
            else:
                self._out.write(b"%010d 00000 n \n" % self._offsets[number])
        trailer = dictionary(
            Size=self._last + 1, Root=catalogue, Info=info, ID=array(identity, identity)
        )
        self._out.write(b"trailer\n")
        trailer.write_to_stream(self._out)
        self._out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()


def dictionary(**entries: Any) -> DictionaryObject:
    """Return a dictionary; entries that are None are left out."""
    return _filled(DictionaryObject(), entries)


def stream(data: bytes, **entries: Any) -> StreamObject:
    """Return a stream whose data is as its entries say."""
    made = _filled(StreamObject(), entries)
    made.set_data(data)
    return made


D = TypeVar("D", bound=DictionaryObject)


def _filled(made: D, entries: dict[str, Any]) -> D:
    """Give a dictionary entries, and return it."""
    for key, value in entries.items():
        if value is not None:
            made[NameObject(f"/{key}")] = pdf_value(value)
    return made


def array(*items: Any) -> ArrayObject:
    """Return an array."""
    return ArrayObject([pdf_value(item) for item in items])


def name(text: str) -> NameObject:
    """Return a name, given without its stroke."""
    return NameObject(f"/{text}")


def words(text: str) -> ByteStringObject:
    """Return a text as every reader understands it, whatever its letters."""
    sound = text.encode("utf-16-be", errors="replace")
    return ByteStringObject(b"\xfe\xff" + sound)


def moment(when: datetime) -> ByteStringObject:
    """Return a moment, in UTC."""
    return ByteStringObject(f"D:{when.astimezone(UTC):%Y%m%d%H%M%S}Z".encode())


def pdf_value(value: Any) -> PdfObject:
    """Return a Python value as a PDF holds it; text is written as `words`."""
    match value:
        case PdfObject():
            return value
        case bool():
            return BooleanObject(value)
        case int():
            return NumberObject(value)
        case float():
            return NumberObject(value) if value.is_integer() else FloatObject(round(value, 4))
        case _:
            return words(str(value))
