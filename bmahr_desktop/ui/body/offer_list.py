"""The list of what may be put in, beside the caret; the keyboard stays in the text."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextEdit,
)

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.body.offers import SIGN, Offer
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.notices import announce

Writing = QTextEdit | QPlainTextEdit
"""What somebody writes in."""

_CODE = Qt.ItemDataRole.UserRole
_SEEN = 8
_NARROWEST, _WIDEST = 28 * GRID, 76 * GRID
_Index = QModelIndex | QPersistentModelIndex


class _Line(QStyledItemDelegate):
    """Paints what a line says, and its code at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room for both."""
        size = super().sizeHint(option, index)
        if code := index.data(_CODE):
            size.setWidth(size.width() + option.fontMetrics.horizontalAdvance(code) + 3 * GRID)
        return size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a line."""
        code = index.data(_CODE)
        if not code:
            super().paint(painter, option, index)
            return
        width = option.fontMetrics.horizontalAdvance(code)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        ground = QStyleOptionViewItem(whole)
        ground.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, option.widget)
        metrics, rect = option.fontMetrics, option.rect.adjusted(GRID // 2, 0, -GRID, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(colour(Role.MUTED))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, right, code)
        left = rect.adjusted(0, 0, -width - 2 * GRID, 0)
        words = metrics.elidedText(whole.text, Qt.TextElideMode.ElideRight, left.width())
        painter.setPen(colour(Role.TEXT))
        painter.drawText(left, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class OfferList(QListView):
    """A list over the window that somebody writes in; it never takes the keyboard."""

    taken = Signal(object)
    """Emitted with the `Offer` that was clicked on."""

    def __init__(self, writing: Writing) -> None:
        super().__init__(writing)
        self._writing = writing
        self._offers: list[Offer] = []
        self._lines = QStandardItemModel(self)
        self.setObjectName("body_offers")
        self.setAccessibleName(worded(msg("What can be put in")))
        self.setProperty("look", "popup")
        self.setModel(self._lines)
        self.setItemDelegate(_Line(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.clicked.connect(lambda index: self.taken.emit(self._offers[index.row()]))
        # While it is shown it belongs to the window, but it goes with what it was made for.
        writing.destroyed.connect(self.deleteLater)
        self.hide()

    def show_offers(self, offers: Sequence[Offer], at: QRect, *, first: bool = False) -> None:
        """Show what may be put in.

        Args:
            offers: At least one.
            at: Where the letters begin that it stands for, in the coordinates of the viewport.
            first: Whether the first is chosen at once.
        """
        chosen, fresh = self.chosen(), self.isHidden()
        self._offers = list(offers)
        self._lines.clear()
        for offer in offers:
            line = QStandardItem(offer.words)
            code = f"{SIGN}{offer.code}" if offer.code else ""
            line.setData(code, _CODE)
            line.setAccessibleText(f"{code} {offer.words}".strip())
            line.setToolTip(offer.text)
            self._lines.appendRow(line)
        self._place(at)
        if chosen in self._offers:
            self._choose(self._offers.index(chosen))
        elif first:
            self._choose(0)
        if fresh:
            announce(self._writing, said(msg("{count} to choose from", count=len(offers))))

    def _place(self, at: QRect) -> None:
        window, viewport = self._writing.window(), self._writing.viewport()
        if self.parentWidget() is not window:
            self.setParent(window)
        edge, row = 2 * self.frameWidth(), self.sizeHintForRow(0)
        below = viewport.mapTo(window, at.bottomLeft() + QPoint(0, GRID // 2))
        above = viewport.mapTo(window, at.topLeft()).y() - GRID // 2
        rows = min(self._lines.rowCount(), _SEEN)
        under = window.height() - below.y()
        goes_under = rows * row + edge <= under or under >= above
        rows = max(1, min(rows, ((under if goes_under else above) - edge) // row))
        height = rows * row + edge
        bar = self.verticalScrollBar().sizeHint().width() if rows < self._lines.rowCount() else 0
        width = min(max(self.sizeHintForColumn(0) + edge + bar, _NARROWEST), _WIDEST)
        width = min(width, window.width() - 2 * GRID)
        left = max(GRID, min(below.x() - GRID, window.width() - width - GRID))
        self.setGeometry(left, below.y() if goes_under else above - height, width, height)
        self.show()
        self.raise_()
        self.scrollToTop()

    def count(self) -> int:
        """Return how many lines there are."""
        return self._lines.rowCount()

    def only(self) -> Offer | None:
        """Return the one line that there is; None if there are several."""
        return self._offers[0] if len(self._offers) == 1 else None

    def chosen(self) -> Offer | None:
        """Return what is chosen, if anything is."""
        row = self.currentIndex().row()
        return self._offers[row] if not self.isHidden() and 0 <= row < len(self._offers) else None

    def step(self, by: int) -> None:
        """Choose a line further down or up; above the first there is none."""
        row = min(self.currentIndex().row() + by, self.count() - 1)
        self._choose(row if row >= 0 else -1)

    def _choose(self, row: int) -> None:
        index = self._lines.index(row, 0)
        self.setCurrentIndex(index)
        if index.isValid():
            announce(self._writing, self._lines.item(row).accessibleText())
