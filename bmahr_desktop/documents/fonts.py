"""The fonts of papers: the bundled Sarabun, or TH Sarabun where the PC has it.

The font is a setting of the committee and kept with the paper, so that the same record gives the
same pages on every PC; a font that is missing is refused with words, never replaced silently.
"""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from bmahr_desktop.documents.typesetting.families import Family
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.places import resource

BUNDLED = "Sarabun"

SCALES = {
    "TH Sarabun": 1.0,
    "TH SarabunPSK": 1.0,
    "TH Sarabun New": 1.0,
    "TH SarabunIT๙": 1.0,
    "Laksaman": 0.6654,
}
"""Fonts of the PC that official papers are set in, with their scale against the official size."""
_BUNDLED_SCALE = 0.669
_FAMILY, _STYLE = 1, 2
_STYLES = {"regular": "regular", "bold": "bold", "italic": "italic", "bold italic": "bold_italic"}


def family_named(name: str) -> Family:
    """Return a family of fonts by its name.

    Raises:
        Refused: If this PC does not have it.
    """
    return _bundled() if name == BUNDLED else _of_this_pc(name)


def fonts_here() -> list[str]:
    """Return the names of the families that papers can be set in on this PC, ours first."""
    return [BUNDLED, *(name for name in SCALES if _is_here(name))]


def _is_here(name: str) -> bool:
    try:
        _of_this_pc(name)
    except Refused:
        return False
    return True


@cache
def _bundled() -> Family:
    return Family(
        regular=resource("fonts", "Sarabun-Light.ttf"),
        bold=resource("fonts", "Sarabun-Medium.ttf"),
        italic=resource("fonts", "Sarabun-LightItalic.ttf"),
        bold_italic=resource("fonts", "Sarabun-MediumItalic.ttf"),
        scale=_BUNDLED_SCALE,
        fallback=resource("fonts", "DejaVuSans.ttf"),
    )


@cache
def _of_this_pc(name: str) -> Family:
    found = {style: path for family, style, path in _installed(name) if family == name}
    if name not in SCALES or set(found) != set(_STYLES.values()):
        raise Refused(
            msg(
                "This PC has no font “{font}” in all four styles. Install it, or choose {bundled}"
                " in the committee's settings.",
                font=name,
                bundled=BUNDLED,
            )
        )
    return Family(
        regular=found["regular"],
        bold=found["bold"],
        italic=found["italic"],
        bold_italic=found["bold_italic"],
        scale=SCALES[name],
        fallback=resource("fonts", "DejaVuSans.ttf"),
    )


def font_folders() -> Iterator[Path]:
    """Yield the folders in which this PC keeps fonts."""
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft", "Windows", "Fonts")
    else:
        yield Path.home() / ".local" / "share" / "fonts"
        yield Path("/usr/local/share/fonts")
        yield Path("/usr/share/fonts")


def _installed(name: str) -> Iterator[tuple[str, str, Path]]:
    """Yield family, style and file of the PC's fonts whose files are named like the family."""
    wanted = _letters(name)
    for folder in font_folders():
        for path in sorted(folder.rglob("*.[tT][tT][fF]")):
            if not _letters(path.stem).startswith(wanted[:9]):
                continue
            face = hb.Face(hb.Blob.from_file_path(str(path)))
            if "glyf" not in face.table_tags:
                continue
            style = (face.get_name(_STYLE) or "").lower().replace("oblique", "italic")
            if style in _STYLES:
                yield face.get_name(_FAMILY) or "", _STYLES[style], path


def _letters(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())
