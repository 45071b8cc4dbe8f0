"""What a text module may hold besides words: places that are filled in, and gaps to fill."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPlainTextEdit, QToolButton, QWidget

from bmahr_desktop.domain.modules import places_in
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.wordings import PLACES
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_ROW = "{place}   {words}"


class PlacesHelp(QWidget):
    """Says what { } and [ ] mean, puts them into a text, and tells of a place that is none."""

    def __init__(self, text: QPlainTextEdit, parent: QWidget | None = None) -> None:
        """Serve a text.

        Args:
            text: Where places and gaps are put in.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("places_help")
        self._text = text
        words = worded(msg("Put in a place"))
        self.button = QToolButton(self)
        self.button.setObjectName("module_places")
        self.button.setIcon(icon(IconName.PLUS))
        self.button.setText(words)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setAccessibleName(words)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self._menu())
        told = QLabel(worded(msg(
            "The program fills in what stands in { }; what stands in [ ] is filled in by whoever"
            " writes, with F4 from one to the next."
        )), self)  # fmt: skip
        told.setWordWrap(True)
        set_tone(told, Role.MUTED)
        self.unknown = QLabel(self)
        self.unknown.setObjectName("module_unknown")
        self.unknown.setWordWrap(True)
        set_tone(self.unknown, Role.WAITING)
        self.unknown.hide()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(0)
        grid.addWidget(self.button, 1, 0)
        grid.addWidget(told, 1, 1)
        grid.addWidget(self.unknown, 0, 0, 1, 2)
        grid.setColumnStretch(1, 1)
        text.textChanged.connect(self._look)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("module_places_menu")
        for name, words in PLACES.items():
            place = f"{{{name}}}"
            action = menu.addAction(_ROW.format(place=place, words=worded(words)))
            action.triggered.connect(lambda _=False, text=place: self._put(text))
        menu.addSeparator()
        blank = worded(msg("gap"))
        gap = f"[{blank}]"
        action = menu.addAction(_ROW.format(place=gap, words=worded(msg("filled in by hand"))))
        action.triggered.connect(lambda _=False: self._put(gap))
        return menu

    def _put(self, text: str) -> None:
        self._text.insertPlainText(text)
        self._text.setFocus()

    def _look(self) -> None:
        """Tell which places nobody fills in: a slip of the pen would else be found too late."""
        strange = [one for one in places_in(self._text.toPlainText()) if one not in PLACES]
        named = " ".join(f"{{{one}}}" for one in strange)
        told = msg("Nothing is known for {places}: it becomes a gap to fill in.", places=named)
        self.unknown.setText(worded(told) if strange else "")
        self.unknown.setVisible(bool(strange))
