"""The tools over the paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.paper.geometry import PERCENTS, Fit, Zoom
from bmahr_desktop.ui.paper.page_scroll import PageScroll

_ROUND_TEXT = 56


class PaperTools(QWidget):
    """Sizes, pages, and what can be done with the paper.

    Where there is little room, it folds: what the keyboard and the wheel can do goes.

    Signals:
        find_wanted: Words are to be found.
        print_wanted: The reader wants it on paper.
        export_wanted: The reader wants it as a PDF file.
    """

    find_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, view: PageScroll, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("paper_tools")
        self._now = (0, 0)
        self._folded = False
        self._page = QLabel(self)
        self._page.setObjectName("paper_page")
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        add = self._add_button
        smaller = add(IconName.ZOOM_OUT, "zoom_out", msg("Smaller"), "Ctrl+−")
        self._zoom = ZoomButton(view, self)
        row.addWidget(self._zoom)
        larger = add(IconName.ZOOM_IN, "zoom_in", msg("Larger"), "Ctrl++")
        row.addStretch(1)
        back = add(IconName.CHEVRON_UP, "previous_page", msg("Previous page"))
        row.addWidget(self._page)
        forth = add(IconName.CHEVRON_DOWN, "next_page", msg("Next page"))
        row.addStretch(1)
        find = add(IconName.SEARCH, "find", msg("Find in the paper"), "Ctrl+F")
        print_ = add(IconName.PRINTER, "print", msg("Print"), "Ctrl+P")
        export = add(IconName.DOWNLOAD, "export", msg("Export as PDF"), "Ctrl+E")
        for tool, act in (
            (smaller, lambda: view.zoom_by(-1)),
            (larger, lambda: view.zoom_by(1)),
            (back, lambda: view.go_to_page(view.page() - 1)),
            (forth, lambda: view.go_to_page(view.page() + 1)),
            (find, self.find_wanted.emit),
            (print_, self.print_wanted.emit),
            (export, self.export_wanted.emit),
        ):
            _on_click(tool, act)
        self._needs_paper = (smaller, larger, back, forth, find, print_, export, self._zoom)
        self._foldable = (smaller, larger, back, forth)
        self._fold(folded=True)
        self.setMinimumWidth(row.minimumSize().width())
        self._fold(folded=False)
        self._full_width = row.minimumSize().width()
        view.page_changed.connect(self._on_page)
        self._on_page(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        self._fold(folded=self.width() < self._full_width)

    def _add_button(
        self, name: IconName, object_name: str, words: Message, keys: str = ""
    ) -> QToolButton:
        tool = QToolButton(self)
        tool.setObjectName(f"paper_{object_name}")
        tool.setIcon(icon(name, Role.TEXT))
        tool.setAccessibleName(worded(words))
        tool.setToolTip(f"{worded(words)} ({keys})" if keys else worded(words))
        tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._row.addWidget(tool)
        return tool

    def _fold(self, *, folded: bool) -> None:
        for tool in self._foldable:
            tool.setHidden(folded)
        self._zoom.fold(folded=folded)
        widest = _pages_said(888, 888, folded=folded)
        self._page.setMinimumWidth(self._page.fontMetrics().horizontalAdvance(widest))
        self._folded = folded
        self._on_page(*self._now)

    def _on_page(self, page: int, count: int) -> None:
        self._now = (page, count)
        self._page.setText(_pages_said(page, count, folded=self._folded) if count else "")
        for tool in self._needs_paper:
            tool.setEnabled(count > 0)


class ZoomButton(QPushButton):
    """Says how large the paper is shown, and lets one choose."""

    def __init__(self, view: PageScroll, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._folded = False
        self.setObjectName("paper_zoom")
        self.setAccessibleName(worded(msg("Size of the paper")))
        self.setToolTip(worded(msg("Size of the paper")))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        self._group = QActionGroup(menu)
        for zoom in (Zoom(), Zoom(Fit.PAGE), *(Zoom(Fit.NONE, one) for one in PERCENTS)):
            if zoom.fit is Fit.NONE and zoom.percent == PERCENTS[0]:
                menu.addSeparator()
            action = QAction(_size_said(zoom), self._group, checkable=True)
            action.setData(zoom)
            menu.addAction(action)
        self._group.triggered.connect(lambda action: view.set_zoom(action.data()))
        self.setMenu(menu)
        view.zoom_changed.connect(self._follow)
        self._follow()

    def fold(self, *, folded: bool) -> None:
        """Show an icon in place of the words, or the words again."""
        self._folded = folded
        texts = [action.text() for action in self._group.actions()]
        widest = max(map(self.fontMetrics().horizontalAdvance, texts))
        self.setMinimumWidth(_ROUND_TEXT + (0 if folded else widest))
        self._follow()

    def _follow(self) -> None:
        self.setText("" if self._folded else _size_said(self._view.zoom))
        self.setIcon(icon(IconName.ZOOM_IN, Role.TEXT) if self._folded else QIcon())
        for action in self._group.actions():
            action.setChecked(action.data() == self._view.zoom)


def _on_click(tool: QToolButton, act: Callable[[], None]) -> None:
    tool.clicked.connect(lambda _=False: act())


def _pages_said(page: int, count: int, *, folded: bool) -> str:
    if folded:
        return shown(f"{page}/{count}")
    return said(msg("Page {page} of {count}", page=page, count=count))


def _size_said(zoom: Zoom) -> str:
    if zoom.fit is Fit.WIDTH:
        return worded(msg("Full width"))
    if zoom.fit is Fit.PAGE:
        return worded(msg("Whole page"))
    return shown(f"{zoom.percent} %")
