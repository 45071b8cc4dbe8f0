"""A list of records in columns, worked on by the keyboard as the agenda is."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QTreeWidgetItem,
    QWidget,
)

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.keyed_tree import KeyedTree

UID = Qt.ItemDataRole.UserRole

BESIDE_FROM = 112 * GRID
"""From this width on, a form stands beside its list."""

_BELOW_AT_MOST = 0.42
_BESIDE = 0.36


class ListAndForm(QSplitter):
    """A list with the form of the chosen record: below it, or beside it where there is room."""

    turned = Signal(bool)
    """Emitted with whether the form stands below now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setChildrenCollapsible(False)
        self._by_hand = False
        self._form: QWidget | None = None
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.splitterMoved.connect(self._on_moved)

    def put(self, above: QWidget, form: QWidget) -> None:
        """Put in the list with all that belongs to it, and the form, which scrolls."""
        self._form = form
        self._area.setWidget(form)
        self.addWidget(above)
        self.addWidget(self._area)
        self.setStretchFactor(0, 1)

    def show_form(self, *, there: bool) -> None:
        """Show the form, or only the list."""
        self._area.setVisible(there)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn, and share the room, unless the user has shared it."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if wanted is not self.orientation():
            self._by_hand = False
            self.setOrientation(wanted)
            self.turned.emit(not beside)
        self._share()

    def _share(self) -> None:
        if self._by_hand or self._form is None:
            return
        if self.orientation() is Qt.Orientation.Horizontal:
            whole = self.width()
            form = int(whole * _BESIDE)
        else:
            whole = self.height()
            needed = self._form.sizeHint().height()
            form = min(needed, int(whole * _BELOW_AT_MOST))
        self.setSizes([whole - form - self.handleWidth(), form])

    def _on_moved(self) -> None:
        self._by_hand = True


class RecordList(KeyedTree):
    """Rows that stand for records, in columns; a double click edits."""

    chosen = Signal(str)
    """Emitted with the uid of what is chosen, when it is another; empty for nothing."""

    def __init__(
        self, headings: Sequence[Message], widths: Sequence[float], parent: QWidget | None = None
    ) -> None:
        """Make a list.

        Args:
            headings: Of the columns.
            widths: How much of the list's width each may take at most; one of them is 0 and takes
                what is left.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self._widths = tuple(widths)
        self._laying = self._by_hand = False
        self._told = ""
        self.setColumnCount(len(headings))
        self.setHeaderLabels([worded(heading) for heading in headings])
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(4 * GRID)
        left = self._widths.index(0)
        header.setSectionResizeMode(left, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._on_section_resized)
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(lambda *_: self.edit_wanted.emit())

    # ------------------------------------------------------------ rows

    def refill(self, fill: Callable[[], None]) -> None:
        """Make all rows anew; what was chosen stays so, else what now stands in its place."""
        before, at = self.current_uid(), self._place()
        scrolled = self.verticalScrollBar().value()
        self._filling = True
        self.clear()
        fill()
        self.expandAll()
        self._filling = False
        rows = list(self.rows())
        row = self.row_of(before)
        if row is None and rows:
            row = rows[min(max(at, 0), len(rows) - 1)]
        self._lay_columns()
        self.verticalScrollBar().setValue(scrolled)
        if row is None:
            self._tell("")
        else:
            self._go_to(row)
            self._tell(str(row.data(0, UID)))

    def rows(self) -> Iterator[QTreeWidgetItem]:
        """Yield the rows that stand for records, from top to bottom."""
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            if top is None:
                continue
            if top.data(0, UID):
                yield top
            for at in range(top.childCount()):
                if (child := top.child(at)) is not None:
                    yield child

    def row_of(self, uid: str) -> QTreeWidgetItem | None:
        """Return the row of a record, if it is listed."""
        return next((row for row in self.rows() if uid and row.data(0, UID) == uid), None)

    def current_uid(self) -> str:
        """Return the uid of what is chosen; empty for nothing."""
        row = self.currentItem()
        return str(row.data(0, UID) or "") if row else ""

    def choose(self, uid: str) -> bool:
        """Choose a record; return whether it is listed."""
        row = self.row_of(uid)
        if row is None:
            return False
        self._go_to(row)
        return True

    def _go_to(self, row: QTreeWidgetItem) -> None:
        """Make a row the current one, and let the heading over a first one be seen too."""
        self.setCurrentItem(row)
        above = self.itemAbove(row)
        if above is not None and not above.data(0, UID):
            self.scrollToItem(above)
        self.scrollToItem(row)

    def _place(self) -> int:
        uid = self.current_uid()
        uids = [row.data(0, UID) for row in self.rows()]
        return uids.index(uid) if uid in uids else -1

    def _on_current(self, row: QTreeWidgetItem | None, *_: object) -> None:
        if not self._filling:
            self._tell(str(row.data(0, UID) or "") if row else "")

    def _tell(self, uid: str) -> None:
        if uid != self._told:
            self._told = uid
            self.chosen.emit(uid)

    # ------------------------------------------------------------ columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns their widths again, and keep what is chosen in sight."""
        super().resizeEvent(event)
        self._lay_columns()
        if (row := self.currentItem()) is not None:
            self._go_to(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns the widths of what they hold, which is known only now."""
        super().showEvent(event)
        self._lay_columns()
        if (row := self.currentItem()) is not None:
            self._go_to(row)

    def _lay_columns(self) -> None:
        if self._by_hand or not self.isVisible():
            return
        self._laying = True
        for column, part in enumerate(self._widths):
            if part:
                heading = self.header().sectionSizeHint(column)
                needed = max(heading, self.sizeHintForColumn(column) + GRID)
                most = int(part * self.viewport().width())
                self.header().resizeSection(column, min(needed, most))
        self._laying = False

    def _on_section_resized(self, column: int, *_: object) -> None:
        if not self._laying and self._widths[column] and self.isVisible():
            self._by_hand = True  # from now on the widths are the user's
