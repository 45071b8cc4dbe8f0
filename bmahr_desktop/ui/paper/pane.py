"""The paper with its tools."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.paper.busy_line import BusyLine
from bmahr_desktop.ui.paper.find_bar import FindBar
from bmahr_desktop.ui.paper.page_scroll import zoomed_by_key
from bmahr_desktop.ui.paper.text_places import TextPlaces
from bmahr_desktop.ui.paper.tools import PaperTools
from bmahr_desktop.ui.paper.view import PaperView


class PaperPane(QWidget):
    """A paper to read, to search, to print and to take along.

    Attributes:
        view: The paper itself.

    Signals:
        clicked_text: The key of the text that was clicked on, and the offset of the letter.
        print_wanted: The reader wants it on paper.
        export_wanted: The reader wants it as a PDF file.
    """

    clicked_text = Signal(object, int)
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_pane")
        self.view = PaperView(errands, self)
        self._tools = PaperTools(self.view, self)
        self._find = FindBar(self)
        self._busy = BusyLine(self)
        self._busy.setAccessibleName(worded(msg("The paper is being made")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tools)
        column.addWidget(self._find)
        column.addWidget(self._busy)
        column.addWidget(self.view, 1)
        self._connect()
        QWidget.setTabOrder(self._find.findChildren(QToolButton)[-1], self.view)

    def put_above(self, widget: QWidget) -> None:
        """Put a widget over the tools: what is shown can be chosen there."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(0, widget)
            QWidget.setTabOrder(widget, self._tools)

    def show_paper(self, pdf: bytes, places: TextPlaces) -> None:
        """Show another paper; see `PaperView.show_paper`."""
        self.view.show_paper(pdf, places)

    def begin_anew(self) -> None:
        """Have the next paper begin at its top: it will be about something else."""
        self.view.begin_anew()

    def show_nothing(self, sentence: Message) -> None:
        """Show a sentence in place of a paper."""
        self.view.show_nothing(sentence)

    def reveal(self, key: Hashable, offset: int = 0) -> bool:
        """Show where a letter of a text is printed; see `PaperView.reveal`."""
        return self.view.reveal(key, offset)

    def set_busy(self, busy: bool) -> None:
        """Say that a newer paper is being made, or that it is there."""
        self._busy.set_busy(busy)

    def open_find(self) -> None:
        """Begin to find words; those chosen with the mouse are looked for."""
        words = self.view.chosen_words()
        self._find.open_bar("" if "\n" in words else words.strip())

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the search from the window while the focus is in here."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._action_of(event) is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find: Ctrl+F, F3, Shift+F3, Esc; zoom also while the focus is in the tools."""
        action = self._action_of(event)
        if action is None:
            if not zoomed_by_key(self.view, event):
                super().keyPressEvent(event)
        elif action == "find":
            self.open_find()
        elif action == "close":
            self._find.close_bar()
        elif self._find.isHidden():
            self.open_find()
        else:
            self.view.search.step(1 if action == "next" else -1)

    def _action_of(self, event: QKeyEvent) -> str | None:
        if event.matches(QKeySequence.StandardKey.Find):
            return "find"
        if event.key() == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return "previous" if back else "next"
        if event.key() == Qt.Key.Key_Escape and not self._find.isHidden():
            return "close"
        return None

    def _connect(self) -> None:
        view, find, tools = self.view, self._find, self._tools
        tools.find_wanted.connect(self.open_find)
        tools.print_wanted.connect(self.print_wanted)
        tools.export_wanted.connect(self.export_wanted)
        view.clicked_text.connect(self.clicked_text)
        view.search.changed.connect(lambda: find.tell(*view.search.position()))
        find.typed.connect(lambda words: view.search.look_for(words, view.page()))
        find.stepped.connect(view.search.step)
        find.closed.connect(view.search.end)
        find.closed.connect(view.setFocus)
