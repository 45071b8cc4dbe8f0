"""The colours of the window, for light and for dark, each under the name of what it is for.

Text on its ground has a contrast of at least 4.5 to 1, borders of fields and the focus ring of at
least 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); a test reckons it. A state's colour never stands alone:
an icon and a word stand with it.
"""

from enum import StrEnum

from PySide6.QtGui import QColor, QGuiApplication, QPalette

_HALF = 128


class Role(StrEnum):
    """What a colour is for."""

    WINDOW = "window"
    BASE = "base"
    """The ground of fields, lists and papers."""
    ALTERNATE = "alternate"
    """The ground of every second row."""
    RAISED = "raised"
    """The ground of buttons, headings and bars."""
    TEXT = "text"
    MUTED = "muted"
    """Text that may step back: hints, placeholders, captions."""
    DISABLED = "disabled"
    LINE = "line"
    """A line that only parts things."""
    BORDER = "border"
    """A line that shows where a field is."""
    ACCENT = "accent"
    """The one deep green, as a line or as text: the chosen tab, links."""
    MAIN = "main"
    """The same green as a ground: the main button, the chosen day."""
    MAIN_HOVER = "main_hover"
    ON_MAIN = "on_main"
    """Text and icons on that ground."""
    FOCUS = "focus"
    """The ring around what the keyboard is in."""
    SELECTION = "selection"
    """The ground of chosen rows and words; TEXT stands on it."""
    HOVER = "hover"
    NEUTRAL = "neutral"
    """Nothing yet: a draft, something not begun."""
    NEUTRAL_SOFT = "neutral_soft"
    """The ground of a chip of that state; so with the four below."""
    PROGRESS = "progress"
    """Under way."""
    PROGRESS_SOFT = "progress_soft"
    DONE = "done"
    DONE_SOFT = "done_soft"
    WAITING = "waiting"
    """Somebody must still do something."""
    WAITING_SOFT = "waiting_soft"
    DANGER = "danger"
    """Wrong, late, or lost when done."""
    DANGER_SOFT = "danger_soft"


_LIGHT_AND_DARK: dict[Role, tuple[str, str]] = {
    Role.WINDOW: ("#f4f2ee", "#242321"),
    Role.BASE: ("#ffffff", "#1b1a19"),
    Role.ALTERNATE: ("#faf9f7", "#211f1e"),
    Role.RAISED: ("#fbfaf8", "#302e2b"),
    Role.TEXT: ("#1f1d1a", "#ebe8e2"),
    Role.MUTED: ("#625d55", "#aea89d"),
    Role.DISABLED: ("#969087", "#76716a"),
    Role.LINE: ("#dcd7cf", "#3d3a36"),
    Role.BORDER: ("#8c867c", "#7b766d"),
    Role.ACCENT: ("#1d5c42", "#7cc6a0"),
    Role.MAIN: ("#1d5c42", "#26734f"),
    Role.MAIN_HOVER: ("#174b36", "#2d8059"),
    Role.ON_MAIN: ("#ffffff", "#ffffff"),
    Role.FOCUS: ("#1d7a55", "#7cc6a0"),
    Role.SELECTION: ("#d3e6db", "#274134"),
    Role.HOVER: ("#ece9e3", "#383530"),
    Role.NEUTRAL: ("#625d55", "#b5afa4"),
    Role.NEUTRAL_SOFT: ("#ebe8e2", "#37342f"),
    Role.PROGRESS: ("#1f588f", "#8dbdea"),
    Role.PROGRESS_SOFT: ("#e1ecf7", "#21364a"),
    Role.DONE: ("#1c673f", "#83cd9f"),
    Role.DONE_SOFT: ("#dff0e5", "#1f3b2b"),
    Role.WAITING: ("#805000", "#e5b662"),
    Role.WAITING_SOFT: ("#faedd2", "#43341a"),
    Role.DANGER: ("#a8261c", "#f2988e"),
    Role.DANGER_SOFT: ("#fae3e0", "#4a2522"),
}


def shade(role: Role, *, dark: bool) -> QColor:
    """Return the colour of a role in the light or in the dark scheme."""
    return QColor(_LIGHT_AND_DARK[role][dark])


def colour(role: Role) -> QColor:
    """Return the colour of a role in the scheme that the window wears now.

    Ask for it while painting, or again on `QEvent.Type.PaletteChange`: the scheme may change while
    the program runs.
    """
    return shade(role, dark=wears_dark())


def wears_dark() -> bool:
    """Tell whether the window wears the dark scheme now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < _HALF


def made_palette(*, dark: bool) -> QPalette:
    """Return the palette of a scheme."""
    roles = QPalette.ColorRole
    palette = QPalette(shade(Role.RAISED, dark=dark), shade(Role.WINDOW, dark=dark))
    for theirs, ours in {
        roles.Window: Role.WINDOW,
        roles.WindowText: Role.TEXT,
        roles.Base: Role.BASE,
        roles.AlternateBase: Role.ALTERNATE,
        roles.Text: Role.TEXT,
        roles.PlaceholderText: Role.MUTED,
        roles.Button: Role.RAISED,
        roles.ButtonText: Role.TEXT,
        roles.BrightText: Role.DANGER,
        roles.ToolTipBase: Role.RAISED,
        roles.ToolTipText: Role.TEXT,
        roles.Highlight: Role.SELECTION,
        roles.HighlightedText: Role.TEXT,
        roles.Accent: Role.ACCENT,
        roles.Link: Role.ACCENT,
        roles.LinkVisited: Role.MUTED,
        roles.Light: Role.BASE,
        roles.Midlight: Role.HOVER,
        roles.Mid: Role.LINE,
        roles.Dark: Role.BORDER,
    }.items():
        palette.setColor(theirs, shade(ours, dark=dark))
    for theirs in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, theirs, shade(Role.DISABLED, dark=dark))
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Base, shade(Role.WINDOW, dark=dark))
    palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, shade(Role.LINE, dark=dark))
    return palette
