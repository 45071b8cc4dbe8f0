import pytest
from PySide6.QtGui import QColor, QPalette

from bmahr_desktop.ui.look.palette import Role, made_palette, shade

TEXTS = [
    (text, ground)
    for text in (
        Role.TEXT, Role.MUTED, Role.ACCENT, Role.NEUTRAL, Role.PROGRESS, Role.DONE,
        Role.WAITING, Role.DANGER,
    )
    for ground in (Role.WINDOW, Role.BASE, Role.ALTERNATE, Role.RAISED, Role.SELECTION, Role.HOVER)
]  # fmt: skip
CHIPS = [
    (Role(state), Role(f"{state}_soft"))
    for state in ("neutral", "progress", "done", "waiting", "danger")
]
ON_MAIN = [(Role.ON_MAIN, Role.MAIN), (Role.ON_MAIN, Role.MAIN_HOVER)]
LINES = [
    (line, ground)
    for line in (Role.BORDER, Role.FOCUS)
    for ground in (Role.WINDOW, Role.BASE, Role.RAISED)
]


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_is_the_real_one():
    assert contrast(QColor("#ffffff"), QColor("#000000")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("#ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("text", "ground"), [*TEXTS, *CHIPS, *ON_MAIN])
def test_text_can_be_read(text, ground, dark):
    assert contrast(shade(text, dark=dark), shade(ground, dark=dark)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_fields_and_the_focus_can_be_seen(line, ground, dark):
    assert contrast(shade(line, dark=dark), shade(ground, dark=dark)) >= 3


@pytest.mark.parametrize("dark", [False, True])
def test_a_palette_keeps_to_the_roles(dark):
    palette = made_palette(dark=dark)
    roles, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    assert palette.color(roles.Window) == shade(Role.WINDOW, dark=dark)
    assert palette.color(roles.PlaceholderText) == shade(Role.MUTED, dark=dark)
    assert palette.color(disabled, roles.Text) == shade(Role.DISABLED, dark=dark)
    for text, ground in (
        (roles.WindowText, roles.Window),
        (roles.Text, roles.Base),
        (roles.ButtonText, roles.Button),
        (roles.HighlightedText, roles.Highlight),
        (roles.ToolTipText, roles.ToolTipBase),
        (roles.PlaceholderText, roles.Base),
        (roles.Link, roles.Base),
        (roles.BrightText, roles.Window),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= 4.5, text
