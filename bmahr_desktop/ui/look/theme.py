"""Dresses the application: font, style, palette and style sheet, light or dark."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
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


_ASKED = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


def dress(app: QApplication, scheme: Scheme = Scheme.SYSTEM) -> None:
    """Give the application its look; call it again to change the scheme.

    Whatever paints for itself gets `QEvent.Type.PaletteChange` when the colours change.
    """
    wardrobe = app.findChild(_Wardrobe) or _Wardrobe(app)
    wardrobe.wear(scheme)


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
        self._scheme = scheme
        self._app.styleHints().setColorScheme(_ASKED[scheme])
        self._follow()

    def _follow(self) -> None:
        dark = self._scheme is Scheme.DARK
        if self._scheme is Scheme.SYSTEM:
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        if dark is not self._worn:
            self._worn = dark
            self._app.setPalette(made_palette(dark=dark))
            self._app.setStyleSheet(made_sheet(dark=dark))
