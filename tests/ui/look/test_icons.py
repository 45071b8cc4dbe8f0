import gc
import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap

from bmahr_desktop.places import resource
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.palette import Role, shade
from bmahr_desktop.ui.look.theme import Scheme, dress

HERE = resource("icons")


def inks(pixmap):
    """The colours of the fully covered pixels, but for what rounding did to them."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {rounded(pixel) for pixel in pixels if pixel.alpha() == 255}


def rounded(colour):
    return tuple(round(part / 4) for part in colour.getRgb()[:3])


def test_every_name_has_its_file_and_every_file_its_name():
    assert {path.stem for path in HERE.glob("*.svg")} == {name.value for name in IconName}
    assert "ISC License" in (HERE / "LICENSE").read_text()


@pytest.mark.parametrize("name", IconName)
def test_an_icon_draws_something_within_its_square(qapp, name):
    assert inks(icon(name).pixmap(48, 48)) == {rounded(shade(Role.TEXT, dark=False))}
    assert re.fullmatch(r"<svg [^<>]*>(<[^<>]*/>)+</svg>\n", (HERE / f"{name}.svg").read_text())


def test_an_unknown_name_is_an_error_at_once():
    with pytest.raises(ValueError, match="no-such-icon"):
        icon("no-such-icon")


def test_a_disabled_icon_steps_back_and_a_role_colours(qapp):
    mode = QIcon.Mode
    bell = icon("bell")
    assert inks(bell.pixmap(48, mode=mode.Disabled)) == {rounded(shade(Role.DISABLED, dark=False))}
    assert inks(bell.pixmap(48, mode=mode.Selected)) == {rounded(shade(Role.TEXT, dark=False))}
    red = icon(IconName.BELL, Role.DANGER)
    assert inks(red.pixmap(48)) == {rounded(shade(Role.DANGER, dark=False))}
    assert inks(red.pixmap(48, mode=mode.Disabled)) == {rounded(shade(Role.DISABLED, dark=False))}


def test_an_icon_follows_the_scheme(qapp):
    bell = icon("bell")
    dress(qapp, Scheme.DARK)
    try:
        assert inks(bell.pixmap(48, 48)) == {rounded(shade(Role.TEXT, dark=True))}
    finally:
        dress(qapp, Scheme.LIGHT)


def test_an_icon_is_drawn_in_the_pixels_of_the_screen(qapp):
    sharp = icon("table").pixmap(QSize(20, 20), 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (40, 2.0)
    page = QPixmap(80, 80)
    page.setDevicePixelRatio(2.0)
    page.fill("white")
    painter = QPainter(page)
    icon("table").paint(painter, 10, 10, 20, 20)
    painter.end()
    image = page.toImage()
    drawn = [
        (x, y) for x in range(80) for y in range(80) if image.pixelColor(x, y).name() != "#ffffff"
    ]
    assert all(20 <= x < 60 and 20 <= y < 60 for x, y in drawn)
    wanted = sharp.toImage()
    for x, y in drawn:
        alpha = wanted.pixelColor(x - 20, y - 20).alphaF()
        assert alpha > 0


def test_a_copy_that_is_changed_lives_on(qapp):
    """Qt clones the engine then; PySide alone would delete the clone."""
    for _ in range(50):
        shared = icon("bell")
        copy = QIcon(shared)
        copy.addPixmap(QPixmap(4, 4))
        gc.collect(0)
        assert not copy.pixmap(16).isNull()
