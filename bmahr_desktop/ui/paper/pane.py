"""The paper with its tools."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.paper.busy_line import BusyLine
from bmahr_desktop.ui.paper.find_bar import FindBar
from bmahr_desktop.ui.paper.geometry import PERCENTS, Fit, Zoom
from bmahr_desktop.ui.paper.page_scroll import zoomed_by_key
from bmahr_desktop.ui.paper.text_places import TextPlaces
from bmahr_desktop.ui.paper.view import PaperView

_ROUND_TEXT = 56


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
        self._find = FindBar(self)
        self._page = QLabel(self)
        self._page.setObjectName("paper_page")
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        widest = said(msg("Page {page} of {count}", page=888, count=888))
        self._page.setMinimumWidth(self._page.fontMetrics().horizontalAdvance(widest))
        self._zoom = ZoomButton(self.view, self)
        self._busy = BusyLine(self)
        self._busy.setAccessibleName(worded(msg("The paper is being made")))
        self._tools: list[QToolButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._tool_row())
        column.addWidget(self._find)
        column.addWidget(self._busy)
        column.addWidget(self.view, 1)
        self._connect()
        self._on_page(0, 0)

    def show_paper(self, pdf: bytes, places: TextPlaces) -> None:
        """Show another paper; see `PaperView.show_paper`."""
        self.view.show_paper(pdf, places)

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

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        view = self.view
        button = self._button
        row.addWidget(button(IconName.ZOOM_OUT, "paper_zoom_out", msg("Smaller"), "Ctrl+−"))
        row.addWidget(self._zoom)
        row.addWidget(button(IconName.ZOOM_IN, "paper_zoom_in", msg("Larger"), "Ctrl++"))
        row.addStretch(1)
        row.addWidget(button(IconName.CHEVRON_UP, "paper_previous_page", msg("Previous page")))
        row.addWidget(self._page)
        row.addWidget(button(IconName.CHEVRON_DOWN, "paper_next_page", msg("Next page")))
        row.addStretch(1)
        row.addWidget(button(IconName.SEARCH, "paper_find", msg("Find in the paper"), "Ctrl+F"))
        row.addWidget(button(IconName.PRINTER, "paper_print", msg("Print"), "Ctrl+P"))
        row.addWidget(button(IconName.DOWNLOAD, "paper_export", msg("Export as PDF"), "Ctrl+E"))
        does = (
            lambda: view.zoom_by(-1),
            lambda: view.zoom_by(1),
            lambda: view.go_to_page(view.page() - 1),
            lambda: view.go_to_page(view.page() + 1),
            self.open_find,
            self.print_wanted.emit,
            self.export_wanted.emit,
        )
        for tool, act in zip(self._tools, does, strict=True):
            tool.clicked.connect(lambda _=False, act=act: act())
        return row

    def _button(
        self, name: IconName, object_name: str, words: Message, keys: str = ""
    ) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName(object_name)
        tool.setIcon(icon(name, Role.TEXT))
        tool.setAccessibleName(worded(words))
        tool.setToolTip(f"{worded(words)} ({keys})" if keys else worded(words))
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tools.append(tool)
        return tool

    def _connect(self) -> None:
        view, find = self.view, self._find
        view.clicked_text.connect(self.clicked_text)
        view.page_changed.connect(self._on_page)
        view.search.changed.connect(lambda: find.tell(*view.search.position()))
        find.typed.connect(lambda words: view.search.look_for(words, view.page()))
        find.stepped.connect(view.search.step)
        find.closed.connect(view.search.end)
        find.closed.connect(view.setFocus)

    def _on_page(self, page: int, count: int) -> None:
        words = msg("Page {page} of {count}", page=page, count=count)
        self._page.setText(said(words) if count else "")
        for tool in (*self._tools, self._zoom):
            tool.setEnabled(count > 0)


class ZoomButton(QPushButton):
    """Says how large the paper is shown, and lets one choose."""

    def __init__(self, view: PaperView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.setObjectName("paper_zoom")
        self.setAccessibleName(worded(msg("Size of the paper")))
        self.setToolTip(worded(msg("Size of the paper")))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for zoom in (Zoom(), Zoom(Fit.PAGE), *(Zoom(Fit.NONE, one) for one in PERCENTS)):
            if zoom.fit is Fit.NONE and zoom.percent == PERCENTS[0]:
                menu.addSeparator()
            action = QAction(_said(zoom), self._group, checkable=True)
            action.setData(zoom)
            menu.addAction(action)
        self._group.triggered.connect(lambda action: view.set_zoom(action.data()))
        self.setMenu(menu)
        texts = [action.text() for action in self._group.actions()]
        self.setMinimumWidth(_ROUND_TEXT + max(map(self.fontMetrics().horizontalAdvance, texts)))
        view.zoom_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(_said(self._view.zoom))
        for action in self._group.actions():
            action.setChecked(action.data() == self._view.zoom)


def _said(zoom: Zoom) -> str:
    if zoom.fit is Fit.WIDTH:
        return worded(msg("Full width"))
    if zoom.fit is Fit.PAGE:
        return worded(msg("Whole page"))
    return shown(f"{zoom.percent} %")
