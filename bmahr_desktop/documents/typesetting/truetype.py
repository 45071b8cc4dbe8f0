"""Adds glyphs to a TrueType font: a sign set at an offset, several as one, or a shape of our own.

PDF readers disagree about marks that are moved while text is shown; a moved mark that is a glyph
of its own is shown and copied alike by all of them. Only the tables that a font inside a PDF needs
are kept right: glyf, loca, hmtx, hhea, maxp and head (OpenType specification 1.9).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from struct import pack, unpack_from

from bmahr_desktop.documents.typesetting.glyphs import Outline

Box = tuple[int, int, int, int]
_MORE, _WORDS_ARE_OFFSETS = 0x20, 0x03
_MAGIC = 0xB1B0AFBA


@dataclass(frozen=True)
class NewGlyph:
    """A glyph to add.

    Attributes:
        advance: Its width in font units.
        parts: Glyphs of the font with their offsets, or one outline.
    """

    advance: int
    parts: tuple[tuple[int | Outline, int, int], ...]


class Font:
    """The tables of a TrueType font, taken apart."""

    def __init__(self, data: bytes) -> None:
        self._tables: dict[bytes, bytearray] = {}
        for n in range(unpack_from(">H", data, 4)[0]):
            tag, _, offset, length = unpack_from(">4sLLL", data, 12 + 16 * n)
            self._tables[tag] = bytearray(data[offset : offset + length])
        count = unpack_from(">H", self._tables[b"maxp"], 4)[0]
        loca = self._tables[b"loca"]
        if unpack_from(">h", self._tables[b"head"], 50)[0]:
            self._offsets = list(unpack_from(f">{count + 1}L", loca))
        else:
            self._offsets = [2 * half for half in unpack_from(f">{count + 1}H", loca)]
        self._glyphs = self._tables[b"glyf"]
        del self._glyphs[self._offsets[-1] :]
        self._metrics = self._read_metrics(count)

    def _read_metrics(self, count: int) -> list[tuple[int, int]]:
        hmtx = self._tables[b"hmtx"]
        full = unpack_from(">H", self._tables[b"hhea"], 34)[0]
        metrics = [unpack_from(">Hh", hmtx, 4 * n) for n in range(full)]
        rest = [unpack_from(">h", hmtx, 4 * full + 2 * n)[0] for n in range(count - full)]
        return [*metrics, *((metrics[-1][0], bearing) for bearing in rest)]

    @property
    def glyph_count(self) -> int:
        """Return how many glyphs the font has; the next one added gets this number."""
        return len(self._metrics)

    def add(self, glyphs: Sequence[NewGlyph]) -> None:
        """Append glyphs."""
        for glyph in glyphs:
            first = glyph.parts[0][0] if glyph.parts else None
            if isinstance(first, Outline):
                record, box = _simple(first)
            else:
                record, box = self._composite(glyph.parts)
            self._glyphs += record + bytes(-len(record) % 4)
            self._offsets.append(len(self._glyphs))
            self._metrics.append((glyph.advance, box[0]))

    def _box(self, glyph: int) -> Box | None:
        start, end = self._offsets[glyph], self._offsets[glyph + 1]
        if start == end:
            return None
        left, bottom, right, top = unpack_from(">4h", self._glyphs, start + 2)
        return left, bottom, right, top

    def _composite(self, parts: tuple[tuple[int | Outline, int, int], ...]) -> tuple[bytes, Box]:
        inked = []
        for glyph, dx, dy in parts:
            if isinstance(glyph, int) and (box := self._box(glyph)):
                inked.append((glyph, dx, dy, box))
        if not inked:
            return b"", (0, 0, 0, 0)
        box = (
            min(b[0] + dx for _, dx, _, b in inked),
            min(b[1] + dy for _, _, dy, b in inked),
            max(b[2] + dx for _, dx, _, b in inked),
            max(b[3] + dy for _, _, dy, b in inked),
        )
        record = pack(">h4h", -1, *box)
        for n, (glyph, dx, dy, _) in enumerate(inked, 1):
            flags = _WORDS_ARE_OFFSETS | (_MORE if n < len(inked) else 0)
            record += pack(">HHhh", flags, glyph, dx, dy)
        return record, box

    def data(self) -> bytes:
        """Return the font file."""
        tables = self._tables
        count = len(self._metrics)
        tables[b"loca"] = bytearray(pack(f">{count + 1}L", *self._offsets))
        tables[b"hmtx"] = bytearray(b"".join(pack(">Hh", *metric) for metric in self._metrics))
        tables[b"hhea"][34:36] = pack(">H", count)
        tables[b"head"][50:52] = pack(">h", 1)
        tables[b"head"][8:12] = bytes(4)
        maxp = tables[b"maxp"]
        maxp[4:6] = pack(">H", count)
        # Room for the added glyphs: points, contours, components, and one level of components.
        for offset, least in ((6, 2000), (8, 200), (10, 2000), (12, 200), (28, 16), (30, 4)):
            maxp[offset : offset + 2] = pack(">H", max(least, unpack_from(">H", maxp, offset)[0]))
        return _assemble(tables)


def _simple(outline: Outline) -> tuple[bytes, Box]:
    """Return the record and box of a glyph made of straight lines."""
    points = [point for contour in outline.contours for point in contour]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    ends, total = [], 0
    for contour in outline.contours:
        total += len(contour)
        ends.append(total - 1)
    record = pack(">h4h", len(ends), *box) + pack(f">{len(ends)}H", *ends) + pack(">H", 0)
    record += b"\x01" * total  # every point on the curve, coordinates as words
    for values in (xs, ys):
        steps = [b - a for a, b in zip([0, *values], values, strict=False)]
        record += pack(f">{total}h", *steps)
    return record, box


def _assemble(tables: dict[bytes, bytearray]) -> bytes:
    """Return a font file of these tables, with its check sums."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    directory = bytearray(pack(">LHHHH", 0x10000, count, search, power, 16 * count - search))
    body = bytearray()
    start = 12 + 16 * count
    head_at = 0
    for tag in sorted(tables):
        table = bytes(tables[tag])
        padded = table + bytes(-len(table) % 4)
        if tag == b"head":
            head_at = start + len(body)
        directory += pack(">4sLLL", tag, _sum(padded), start + len(body), len(table))
        body += padded
    font = directory + body
    font[head_at + 8 : head_at + 12] = pack(">L", (_MAGIC - _sum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _sum(data: bytes) -> int:
    words: tuple[int, ...] = unpack_from(f">{len(data) // 4}L", data)
    return sum(words) & 0xFFFFFFFF
