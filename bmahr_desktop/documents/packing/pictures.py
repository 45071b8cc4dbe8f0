"""Pictures as pages: A4, upright or across as the picture is, never larger than it was made."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image, UnidentifiedImageError
from pypdf.generic import IndirectObject

from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.enclosures import UnfitError, Why
from bmahr_desktop.documents.packing.geometry import Box
from bmahr_desktop.documents.packing.leaves import Leaf
from bmahr_desktop.documents.packing.output import array, dictionary, name, stream
from bmahr_desktop.documents.typesetting.document import A4, POINTS_PER_CM

_KINDS = ("PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP", "JPEG2000", "PPM")
"""What Pillow may read; some of its other readers start programs (EPS)."""
_MOST_POINTS, _MOST_PLAIN = 60_000_000, 85_000_000
_MARGIN, _FOOT = 1.5 * POINTS_PER_CM, 1.8 * POINTS_PER_CM
_USUAL_FINENESS, _FINENESS = 96.0, (60.0, 2400.0)
_FINEST = 300
_KEPT_UP_TO = 600
"""Dots per inch; a JPEG that is not finer is put in as it is."""
_QUALITY = 90
_LARGE_PACKED = 3_000_000
_ORIENTATION = 0x0112
_TURNS = {
    1: (1, 0, 0, 1, 0, 0), 2: (-1, 0, 0, 1, 1, 0), 3: (-1, 0, 0, -1, 1, 1), 4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1), 6: (0, -1, 1, 0, 0, 1), 7: (0, 1, 1, 0, 0, 0), 8: (0, 1, -1, 0, 1, 0),
}  # fmt: skip
"""How the unit square is turned for each orientation that a camera notes (EXIF 2.3, 4.6.4)."""
_SIDEWAYS = (5, 6, 7, 8)
_SCAN, _END = 0xDA, 0xD9
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_NOTES = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
"""Parts of a JPEG that say where and with what it was taken; not those that say its colours."""
FAULTS = (
    UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning, OSError,
    SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError,
    RecursionError, MemoryError, NotImplementedError, RuntimeError, zlib.error,
)  # fmt: skip


class _Packed(NamedTuple):
    """A picture as a PDF holds it."""

    width: int
    height: int
    gray: bool
    bits: int
    coding: str
    data: bytes


class _Place(NamedTuple):
    """A picture on its page, in points."""

    page: tuple[float, float]
    width: float
    height: float
    left: float
    bottom: float


def looks_like_picture(content: bytes | Path) -> bool:
    """Tell whether a file is a picture of a kind that can be shown, sound or not."""
    try:
        with _opened(content):
            return True
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return True
    except FAULTS:
        return False


def picture_pages(
    content: bytes | Path, copier: Copier, parent: IndirectObject, most: int
) -> list[Leaf]:
    """Return a picture as a page; one of several sheets, as a fax, as so many pages.

    Args:
        content: The file.
        copier: Holds what is made.
        parent: The tree of pages in the pack.
        most: So many pages it may have.

    Raises:
        UnfitError: If it is damaged or too large.
    """
    try:
        with _opened(content) as image:
            sheets = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
            if sheets > most:
                raise UnfitError(Why.TOO_MANY_PAGES)
            leaves = []
            for number in range(sheets):
                image.seek(number)
                leaves.append(_leaf(image, content, copier, parent))
            return leaves
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnfitError(Why.PICTURE_TOO_LARGE) from error
    except FAULTS as error:
        raise UnfitError(Why.BROKEN) from error


@contextmanager
def _opened(content: bytes | Path) -> Iterator[Any]:
    file = BytesIO(content) if isinstance(content, bytes) else content
    Image.init()
    with Image.open(file, formats=_KINDS) as image:
        yield image


def _leaf(image: Any, content: bytes | Path, copier: Copier, parent: IndirectObject) -> Leaf:
    width, height = image.size
    plain = image.mode in ("1", "L", "P")
    if width * height > (_MOST_PLAIN if plain else _MOST_POINTS):
        raise UnfitError(Why.PICTURE_TOO_LARGE)
    turn = image.getexif().get(_ORIENTATION, 1)
    turn = turn if turn in _TURNS else 1
    size = (height, width) if turn in _SIDEWAYS else (width, height)
    place = _placed(size, _fineness(image))
    finest = max(size[0] / place.width, size[1] / place.height) * 72
    packed = _packed(image, content, finest)
    shown = copier.hold(
        stream(
            packed.data, Type=name("XObject"), Subtype=name("Image"), Width=packed.width,
            Height=packed.height, BitsPerComponent=packed.bits, Filter=name(packed.coding),
            ColorSpace=name("DeviceGray" if packed.gray else "DeviceRGB"),
        )
    )  # fmt: skip
    a, b, c, d, e, f = _TURNS[turn]
    operators = (
        f"q {place.width:.3f} 0 0 {place.height:.3f} {place.left:.3f} {place.bottom:.3f} cm "
        f"{a} {b} {c} {d} {e} {f} cm /Im Do Q\n"
    )
    page = dictionary(
        Type=name("Page"), Parent=parent, MediaBox=array(0, 0, *place.page),
        Resources=dictionary(XObject=dictionary(Im=shown)),
        Contents=array(copier.hold(stream(operators.encode()))),
    )  # fmt: skip
    return Leaf(copier.hold(page), page, Box(0, 0, *place.page))


def _fineness(image: Any) -> float:
    """Return how many dots an inch of the picture has, as far as it says so."""
    said = image.info.get("dpi")
    found = [float(one) for one in said] if isinstance(said, tuple) and len(said) == 2 else []
    least, most = _FINENESS
    sound = [one for one in found if least <= one <= most]
    return min(sound) if sound else _USUAL_FINENESS


def _placed(size: tuple[int, int], fineness: float) -> _Place:
    """Return a picture's place: as large as it was made, or smaller, in the middle of the page."""
    natural = size[0] / fineness * 72, size[1] / fineness * 72
    narrow = A4[0] - 2 * _MARGIN
    across = natural[0] > natural[1] and natural[0] > narrow
    page = (A4[1], A4[0]) if across else A4
    room = page[0] - 2 * _MARGIN, page[1] - _MARGIN - _FOOT
    scale = min(1.0, room[0] / natural[0], room[1] / natural[1])
    width, height = max(natural[0] * scale, 0.5), max(natural[1] * scale, 0.5)
    return _Place(page, width, height, (page[0] - width) / 2, _FOOT + (room[1] - height) / 2)


def _packed(image: Any, content: bytes | Path, finest: float) -> _Packed:
    width, height = image.size
    if image.format == "JPEG" and image.mode in ("RGB", "L") and finest <= _KEPT_UP_TO:
        image.load()
        data = content if isinstance(content, bytes) else content.read_bytes()
        return _Packed(width, height, image.mode == "L", 8, "DCTDecode", without_notes(data))
    if image.mode == "1":
        return _Packed(width, height, True, 1, "FlateDecode", zlib.compress(image.tobytes()))
    photo = image.format in ("JPEG", "MPO", "WEBP", "JPEG2000")
    shown = _in_plain_colours(image)
    if finest > _FINEST:
        smaller = [max(1, round(side * _FINEST / finest)) for side in shown.size]
        shown = shown.resize(smaller, Image.Resampling.LANCZOS)
    gray = shown.mode == "L"
    raw = b"" if photo else zlib.compress(shown.tobytes())
    if photo or len(raw) > _LARGE_PACKED:
        out = BytesIO()
        shown.save(out, "JPEG", quality=_QUALITY)
        if photo or out.tell() < len(raw) // 2:
            return _Packed(shown.width, shown.height, gray, 8, "DCTDecode", out.getvalue())
    return _Packed(shown.width, shown.height, gray, 8, "FlateDecode", raw)


def _in_plain_colours(image: Any) -> Any:
    """Return a picture in grey or RGB, what is transparent shown white."""
    if image.mode in ("RGB", "L"):
        image.load()
        return image
    if image.mode.startswith("I"):
        return image.point(lambda value: value / 256).convert("L")
    if "A" not in image.mode and "a" not in image.mode and "transparency" not in image.info:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")


def without_notes(jpeg: bytes) -> bytes:
    """Return a JPEG without what the camera noted in it, as the place where it was taken."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF:
        kind = jpeg[at + 1]
        if kind in (_SCAN, _END):
            break
        if kind == 0xFF or kind in _ALONE:
            kept.append(jpeg[at : at + 1] if kind == 0xFF else jpeg[at : at + 2])
            at += 1 if kind == 0xFF else 2
            continue
        stop = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if kind not in _NOTES:
            kept.append(jpeg[at:stop])
        at = stop
    return b"".join((*kept, jpeg[at:]))
