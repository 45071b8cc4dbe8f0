"""Pictures as Word takes them: upright, in usual colours, and no finer than printers show."""

import zlib
from io import BytesIO

from PIL import Image

from bmahr_desktop.documents.typesetting.picture import FINEST, Pixels, read_pixels

_ORIENTATION = 0x0112


def for_word(data: bytes, width: float) -> tuple[bytes, str]:
    """Return a picture to be shown at a width, and "png" or "jpeg"; as it is where that will do.

    Args:
        data: The file of a picture that was found to be one.
        width: In points.
    """
    widest = max(1, round(width / 72 * FINEST))
    with Image.open(BytesIO(data)) as image:
        upright = image.getexif().get(_ORIENTATION) in (None, 1)
        usual = image.format == "PNG" or (image.format == "JPEG" and image.mode in ("RGB", "L"))
        if upright and usual and image.size[0] <= widest:
            return data, str(image.format).lower()
    pixels = read_pixels(data, widest)
    return (pixels.data, "jpeg") if pixels.jpeg else (_png(pixels), "png")


def _png(pixels: Pixels) -> bytes:
    mode = "L" if pixels.gray else "RGB"
    image = Image.frombytes(mode, (pixels.width, pixels.height), zlib.decompress(pixels.data))
    packed = BytesIO()
    image.save(packed, "PNG")
    return packed.getvalue()
