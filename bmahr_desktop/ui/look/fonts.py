"""The font of the screen: Sarabun in lines tall enough for its marks.

Sarabun tells 1.068 em above and 0.232 em below the baseline, but its ink goes to 1.29 em (ปื้)
and -0.55 em (ฎู). Qt clips at what the font tells: a selected or repainted line loses its tone
marks. So the screen uses a copy, made in memory when the program starts, that tells the truth. It
bears another name, so that neither an installed Sarabun nor the paper's is taken for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from struct import pack, pack_into, unpack_from

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from bmahr_desktop.places import resource

FAMILY = "Lekhanu"
"""The name that the screen's copy goes by."""

FALLBACK = "DejaVu Sans"
"""The family that lends the signs that Sarabun lacks: arrows, ticks, circles."""

SIZE = 12
"""The size of the window's text in points."""

ASCENT, DESCENT = 1.30, 0.56
"""How far marks reach above and below the baseline, in em; the ink of all Thai lies within."""


@dataclass(frozen=True)
class Style:
    """One of the four styles that every system knows.

    Attributes:
        name: What font files call it.
        bold: Whether bold text is set in it.
        italic: Whether italic text is set in it.
    """

    name: str
    bold: bool = False
    italic: bool = False


_FACES = {
    "Sarabun-Regular.ttf": Style("Regular"),
    "Sarabun-SemiBold.ttf": Style("Bold", bold=True),
    "Sarabun-Italic.ttf": Style("Italic", italic=True),
    "Sarabun-SemiBoldItalic.ttf": Style("Bold Italic", bold=True, italic=True),
}
_FALLBACK_FILE = "DejaVuSans.ttf"

_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6
_TYPOGRAPHIC = (16, 17, 21, 22, 25)
_WINDOWS = (3, 1, 0x409)
_FS_ITALIC, _FS_BOLD, _FS_REGULAR = 1, 1 << 5, 1 << 6
_MAGIC = 0xB1B0AFBA


def install_fonts(app: QApplication) -> None:
    """Register the fonts of the screen and make them the application's.

    Raises:
        RuntimeError: If a font that the program brings along is damaged.
    """
    for file, style in _FACES.items():
        _register(screen_copy(resource("fonts", file).read_bytes(), style), file)
    _register(resource("fonts", _FALLBACK_FILE).read_bytes(), _FALLBACK_FILE)
    font = QFont([FAMILY, FALLBACK], SIZE)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    app.setFont(font)


def _register(data: bytes, file: str) -> None:
    if QFontDatabase.addApplicationFontFromData(data) < 0:
        raise RuntimeError(f"{file} is damaged")


def screen_copy(data: bytes, style: Style) -> bytes:
    """Return a TrueType font with the screen's name and heights.

    Args:
        data: The font file.
        style: What text it shall be used for.
    """
    tables, sums = {}, {}
    for n in range(unpack_from(">H", data, 4)[0]):
        tag, check_sum, offset, length = unpack_from(">4sLLL", data, 12 + 16 * n)
        tables[tag], sums[tag] = data[offset : offset + length], check_sum
    changed = {
        b"head": _head(tables[b"head"], style),
        b"hhea": _hhea(tables[b"hhea"], tables[b"head"]),
        b"OS/2": _os2(tables[b"OS/2"], tables[b"head"], style),
        b"name": _name(tables[b"name"], style),
    }
    sums |= {tag: _sum(table) for tag, table in changed.items()}
    return _assembled(tables | changed, sums)


def _heights(head: bytes) -> tuple[int, int]:
    units = unpack_from(">H", head, 18)[0]
    return round(ASCENT * units), round(DESCENT * units)


def _head(table: bytes, style: Style) -> bytes:
    head = bytearray(table)
    pack_into(">L", head, 8, 0)
    pack_into(">H", head, 44, style.bold | style.italic << 1)
    return bytes(head)


def _hhea(table: bytes, head: bytes) -> bytes:
    ascent, descent = _heights(head)
    hhea = bytearray(table)
    pack_into(">hhh", hhea, 4, ascent, -descent, 0)
    return bytes(hhea)


def _os2(table: bytes, head: bytes, style: Style) -> bytes:
    ascent, descent = _heights(head)
    os2 = bytearray(table)
    selection = unpack_from(">H", os2, 62)[0] & ~(_FS_ITALIC | _FS_BOLD | _FS_REGULAR)
    selection |= _FS_BOLD if style.bold else 0
    selection |= _FS_ITALIC if style.italic else 0
    selection |= 0 if style.bold or style.italic else _FS_REGULAR
    pack_into(">H", os2, 4, 700 if style.bold else 400)
    pack_into(">H", os2, 62, selection)
    pack_into(">hhhHH", os2, 68, ascent, -descent, 0, ascent, descent)
    return bytes(os2)


def _name(table: bytes, style: Style) -> bytes:
    """Return the name table under our name; the copyright and the licence stay as they are."""
    count, strings = unpack_from(">HH", table, 2)
    kept: dict[int, bytes] = {}
    for n in range(count):
        *system, number, length, offset = unpack_from(">HHHHHH", table, 6 + 12 * n)
        if tuple(system) == _WINDOWS and number not in _TYPOGRAPHIC:
            kept[number] = table[strings + offset : strings + offset + length]
    ours: Mapping[int, str] = {
        _FAMILY: FAMILY,
        _STYLE: style.name,
        _UNIQUE: f"bmahr-desktop;{FAMILY}-{style.name}",
        _FULL: f"{FAMILY} {style.name}",
        _POSTSCRIPT: f"{FAMILY}-{style.name.replace(' ', '')}",
    }
    kept |= {number: text.encode("utf-16-be") for number, text in ours.items()}
    records, text = b"", b""
    for number in sorted(kept):
        records += pack(">HHHHHH", *_WINDOWS, number, len(kept[number]), len(text))
        text += kept[number]
    return pack(">HHH", 0, len(kept), 6 + len(records)) + records + text


def _assembled(tables: Mapping[bytes, bytes], sums: Mapping[bytes, int]) -> bytes:
    """Return a font file of these tables, whose check sums are known."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    directory = pack(">LHHHH", 0x10000, count, search, power, 16 * count - search)
    body = bytearray()
    start, head_at = 12 + 16 * count, 0
    for tag in sorted(tables):
        table = tables[tag]
        if tag == b"head":
            head_at = start + len(body)
        directory += pack(">4sLLL", tag, sums[tag], start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    font = bytearray(directory) + body
    whole = (_sum(directory) + sum(sums.values())) & 0xFFFFFFFF
    pack_into(">L", font, head_at + 8, (_MAGIC - whole) & 0xFFFFFFFF)
    return bytes(font)


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    words: tuple[int, ...] = unpack_from(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
