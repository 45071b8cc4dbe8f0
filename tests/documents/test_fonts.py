"""The fonts of papers: those that the program brings, and those of the PC."""

import sys

import pytest
import uharfbuzz as hb

from bmahr_desktop.documents import fonts
from bmahr_desktop.documents.fonts import family_named, font_folders
from bmahr_desktop.domain.errors import Refused


def test_a_font_that_the_pc_lacks_is_refused_with_words():
    for name in ("TH SarabunPSK", "Comic Sans"):
        with pytest.raises(Refused):
            family_named(name)


def test_a_font_of_the_pc_is_found_by_its_name(monkeypatch, tmp_path, root):
    """The bundled font, renamed, plays TH Sarabun New of a PC."""
    (tmp_path / "below").mkdir()
    for style in ("Light", "Medium", "LightItalic", "MediumItalic"):
        data = (root / "resources" / "fonts" / f"Sarabun-{style}.ttf").read_bytes()
        (tmp_path / "below" / f"THSarabunNew {style}.TTF").write_bytes(data)
    names = {
        "Light": "Regular",
        "Medium": "Bold",
        "LightItalic": "Italic",
        "MediumItalic": "Bold Italic",
    }

    class Renamed(hb.Face):  # type: ignore[misc]  # no types are published
        def get_name(self, number):
            if number == 1:
                return "TH Sarabun New"
            return names[super().get_name(6).split("-")[1]]

    monkeypatch.setattr(hb, "Face", Renamed)
    monkeypatch.setattr(fonts, "font_folders", lambda: iter([tmp_path, tmp_path / "not there"]))
    fonts._of_this_pc.cache_clear()
    family = family_named("TH Sarabun New")
    assert family.scale == 1.0
    assert family.bold.name == "THSarabunNew Medium.TTF"
    fonts._of_this_pc.cache_clear()


def test_the_folders_of_fonts_are_named_for_every_system(monkeypatch):
    assert all(folder.is_absolute() for folder in font_folders())
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", "C:\\Windows")
    assert "Fonts" in {folder.name for folder in font_folders()}
