"""Pictures: made fit for an archive copy, never wider than the column nor taller than the page."""

from __future__ import annotations

import hashlib
import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from bmahr_desktop.documents.typesetting.blocks import Block
from bmahr_desktop.documents.typesetting.objects import Stream, dictionary, name
from bmahr_desktop.documents.typesetting.tags import Element

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas

FINEST = 300
"""Dots per inch; what is finer is made coarser, printers show no more."""
MOST_PIXELS = 60_000_000
"""A picture with more is refused before it fills the memory."""
_PLAIN_MODES = ("RGB", "L")
_UPRIGHT = (None, 1)
_ORIENTATION = 0x0112


class BadPictureError(ValueError):
    """The data is no picture that can be shown."""


class Pixels(NamedTuple):
    """A picture as a PDF holds it: a JPEG file, or rows of pixels packed by zlib."""

    width: int
    height: int
    gray: bool
    jpeg: bool
    data: bytes


class Picture(Block):
    """A picture."""

    def __init__(
        self,
        data: bytes,
        width: float,
        tallest: float,
        alternative: str = "",
        *,
        before: float = 6,
        after: float = 6,
    ) -> None:
        """Take the file of a picture.

        Args:
            data: A file that Pillow can read.
            width: At what width to show it, in points.
            tallest: The greatest height, in points; a taller picture is shown smaller.
            alternative: What it shows, in words.
            before: The space above, in points.
            after: The space below, in points.

        Raises:
            BadPictureError: If the data is no picture.
        """
        self._data = data
        self._width, self._tallest = width, tallest
        self._size = picture_size(data)
        self._element = Element("Figure", alternative=alternative)
        self.before, self.after = before, after

    def adopt(self, parent: Element) -> None:
        """Belong to an element of the structure."""
        self._element.parent = parent

    def _shown(self, width: float) -> tuple[float, float]:
        across, down = self._size
        shown = min(self._width, width, self._tallest * across / down)
        return shown, shown * down / across

    def height(self, width: float) -> float:
        """Return the height at a width, in points."""
        return self._shown(width)[1]

    def draw(self, canvas: PaperCanvas, left: float, top: float, width: float) -> None:
        """Draw the picture in the middle of the width."""
        across, down = self._shown(width)
        dots = round(across / 72 * FINEST)
        key = f"{hashlib.sha256(self._data).hexdigest()[:16]}-{dots}"
        x = left + (width - across) / 2
        with canvas.marked(self._element):
            canvas.draw_image(
                key, lambda: _image(read_pixels(self._data, dots)), x, top - down, across, down
            )


@lru_cache(maxsize=64)
def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a picture in pixels, as it is to be looked at.

    Raises:
        BadPictureError: If the data is no picture.
    """
    with _opened(data) as image:
        width, height = image.size
        turned = image.getexif().get(_ORIENTATION) in (5, 6, 7, 8)
    return (height, width) if turned else (width, height)


@lru_cache(maxsize=32)
def read_pixels(data: bytes, widest: int) -> Pixels:
    """Return a picture in grey or RGB, not more than so many pixels wide.

    Raises:
        BadPictureError: If the data is no picture.
    """
    with _opened(data) as image:
        upright = image.getexif().get(_ORIENTATION) in _UPRIGHT
        fits = image.size[0] <= widest
        if image.format == "JPEG" and image.mode in _PLAIN_MODES and upright and fits:
            width, height = image.size
            return Pixels(width, height, image.mode == "L", True, data)
        photo = image.format == "JPEG"
        shown = ImageOps.exif_transpose(image)
        if shown.mode not in _PLAIN_MODES:
            shown = _on_white(shown)
        if not fits:
            tall = max(1, round(shown.size[1] * widest / shown.size[0]))
            shown = shown.resize((widest, tall))
        gray = shown.mode == "L"
        if not photo:
            return Pixels(*shown.size, gray, False, zlib.compress(shown.tobytes()))
        packed = BytesIO()
        shown.save(packed, "JPEG", quality=90)
        return Pixels(*shown.size, gray, True, packed.getvalue())


def _opened(data: bytes) -> Any:
    try:
        image = Image.open(BytesIO(data))
        if image.size[0] * image.size[1] > MOST_PIXELS:
            raise BadPictureError(f"{image.size[0]} x {image.size[1]} pixels are too many")
        image.load()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError) as error:
        raise BadPictureError(str(error)) from error
    return image


def _on_white(image: Any) -> Any:
    """Return a picture in RGB, what is transparent shown white."""
    if "A" not in image.mode and "transparency" not in image.info:
        return image.convert("RGB")
    layered = image.convert("RGBA")
    white = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(white, layered).convert("RGB")


def _image(pixels: Pixels) -> Any:
    entries = dictionary(
        Type=name("XObject"),
        Subtype=name("Image"),
        Width=pixels.width,
        Height=pixels.height,
        BitsPerComponent=8,
        ColorSpace=name("DeviceGray" if pixels.gray else "DeviceRGB"),
    )
    entries["Filter"] = name("DCTDecode" if pixels.jpeg else "FlateDecode")
    return Stream(entries, pixels.data, [])
