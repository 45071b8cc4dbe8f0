"""What could be meant, offered in a list under a line while it is typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QToolButton,
    QWidget,
)

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID

Offered = tuple[str, object]
"""A line of the list, and what it means."""

_SEEN = 9
_MOST = 200
_NARROWEST = 52 * GRID


class LineOffer(QObject):
    """A list under a line of text; the text itself stays free.

    Keys: Down and F4 open the list, Enter takes what is marked in it, Esc closes it.
    """

    taken = Signal(object)
    """Emitted with what the chosen line of the list means."""

    def __init__(
        self,
        line: QLineEdit,
        find: Callable[[str], Sequence[Offered]],
        marks_first: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Put a list under a line.

        Args:
            line: The line; it owns the list.
            find: What is offered for a text; for an empty one everything.
            marks_first: Whether the first is marked at once, so that Enter takes it.
        """
        super().__init__(line)
        self._line, self._find, self._marks_first = line, find, marks_first
        self._offered: list[Offered] = []
        self._lines = QStringListModel(self)
        self._completer = QCompleter(self._lines, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(_SEEN)
        self._completer.setWidget(line)
        self.popup = QListView()
        self.popup.setObjectName("offer_list")
        self.popup.setAccessibleName(worded(msg("What can be chosen")))
        self.popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self.popup)
        # The delegate of a bare completer knows nothing of the style sheet's row height.
        self.popup.setItemDelegate(QStyledItemDelegate(self.popup))
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        line.textEdited.connect(self._narrow)
        line.installEventFilter(self)
        self._add_button()

    def _add_button(self) -> None:
        opens = QAction(icon(IconName.CHEVRON_DOWN), worded(msg("Choose from the list")), self)
        opens.setToolTip(worded(msg("Choose from the list (F4)")))
        opens.triggered.connect(self.open_list)
        self._opens = opens
        self._line.addAction(opens, self._line.ActionPosition.TrailingPosition)
        for button in self._line.findChildren(QToolButton):
            button.setObjectName("offer_open")
            button.setAccessibleName(worded(msg("Choose from the list")))

    def let_choose(self, wanted: bool) -> None:
        """Show the way to the list, or nothing of it beside a line that is only read."""
        self._opens.setVisible(wanted)

    def open_list(self) -> None:
        """Offer everything, unless the line is only to be read."""
        if self._line.isReadOnly():
            return
        self._line.setFocus()
        self._show(self._find(""))

    def marked(self) -> bool:
        """Tell whether a line of the open list is marked, which Enter will take."""
        return self.popup.isVisible() and self.popup.currentIndex().isValid()

    def _narrow(self, text: str) -> None:
        self._show(self._find(text) if text.strip() else [])
        first = bool(self._offered) and self._marks_first(text)
        index = self._completer.completionModel().index(0, 0) if first else QModelIndex()
        self.popup.setCurrentIndex(index)

    def _show(self, offered: Sequence[Offered]) -> None:
        self._offered = list(offered[:_MOST])
        self._lines.setStringList([words for words, _ in self._offered])
        if self._offered:
            width = max(self._line.width(), min(_NARROWEST, self._room()))
            self._completer.complete(QRect(0, 0, width, self._line.height()))
        else:
            self.popup.hide()

    def _room(self) -> int:
        """Return how far the list may reach in the window."""
        window: QWidget = self._line.window()
        return window.width() - self._line.mapTo(window, self._line.rect().topLeft()).x()

    def _on_activated(self, index: QModelIndex) -> None:
        self.taken.emit(self._offered[index.row()][1])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the list by the keyboard."""
        opens = (Qt.Key.Key_Down, Qt.Key.Key_F4)
        if (
            watched is self._line
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in opens
            and not self.popup.isVisible()
            and not self._line.isReadOnly()
        ):
            self.open_list()
            return True
        return super().eventFilter(watched, event)


class SuggestedField(WordField):
    """A line of words with those that are usual there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggested_field")
        self._usual: tuple[str, ...] = ()
        self.offer = LineOffer(self, self._find)
        self.offer.taken.connect(self._take)

    def setReadOnly(self, read_only: bool) -> None:
        """Let the words be read but not changed."""
        super().setReadOnly(read_only)
        self.offer.let_choose(not read_only)

    def suggest(self, usual: Sequence[str]) -> None:
        """Offer other words; the same twice are offered once."""
        self._usual = tuple(dict.fromkeys(filter(None, usual)))

    def _find(self, text: str) -> list[Offered]:
        key = search_key(text).strip()
        return [(words, words) for words in self._usual if key in search_key(words)]

    def _take(self, words: object) -> None:
        self.setText(str(words))
        self.commit()
