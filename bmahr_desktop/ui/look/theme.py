"""Dresses the application: font, style, palette and style sheet, light or dark."""

from enum import StrEnum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bmahr_desktop.ui.look.fonts import install_fonts
from bmahr_desktop.ui.look.palette import made_palette
from bmahr_desktop.ui.look.sheet import made_sheet


class Scheme(StrEnum):
    """Which colours the window wears."""

    SYSTEM = "system"
    """As the desktop does, also when it changes while the program runs."""
    LIGHT = "light"
    DARK = "dark"


def dress(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Give the application its look; call it again to change the scheme.

    Whatever paints for itself gets `QEvent.Type.PaletteChange` when the colours change.
    """
    wardrobe = app.findChild(_Wardrobe) or _Wardrobe(app)
    wardrobe.wear(scheme)


_MIDDLE = 128


class _Wardrobe(QObject):
    """Keeps the application in the scheme that was asked for."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme = Scheme.SYSTEM
        self._worn: bool | None = None
        install_fonts(app)
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def wear(self, scheme: Scheme) -> None:
        """Change to a scheme; the frames of windows follow where the desktop can."""
        if scheme is not self._scheme:
            self._scheme = scheme
            self._ask_desktop()
        self._follow()

    def _ask_desktop(self) -> None:
        # Naming a scheme of Qt's loads all of Qt's names: 15 ms that the first painting has not.
        from PySide6.QtCore import Qt  # noqa: PLC0415

        asked = {
            Scheme.SYSTEM: Qt.ColorScheme.Unknown,
            Scheme.LIGHT: Qt.ColorScheme.Light,
            Scheme.DARK: Qt.ColorScheme.Dark,
        }
        self._app.styleHints().setColorScheme(asked[self._scheme])

    def _follow(self) -> None:
        dark = self._scheme is Scheme.DARK
        if self._scheme is Scheme.SYSTEM:
            dark = self._app.style().standardPalette().window().color().lightness() < _MIDDLE
        if dark is not self._worn:
            self._worn = dark
            self._app.setPalette(made_palette(dark=dark))
            self._app.setStyleSheet(made_sheet(dark=dark))
