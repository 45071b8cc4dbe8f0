"""Every place in the minutes that holds the words: what it is, where, and its sentence."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.search import Hit
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.agenda.cells import Laid, paint_marked
from bmahr_desktop.ui.agenda.register_model import Index
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID, ICON, row_height
from bmahr_desktop.ui.look.palette import Role, colour

_TOP = QModelIndex()
_SIDE = ICON - 4
KIND_ICONS = {
    Kind.RESOLUTION: IconName.GAVEL,
    Kind.MATTER: IconName.FILE_TEXT,
    Kind.ITEM: IconName.LIST_ORDERED,
    Kind.MEETING: IconName.CALENDAR,
    Kind.SECTION: IconName.LIST_TREE,
    Kind.APPENDIX: IconName.PAPERCLIP,
    Kind.ATTENDANCE: IconName.USER_CHECK,
}


def place_words(hit: Hit) -> str:
    """Return in words what a place is, and where."""
    return f"{worded(wording.KINDS[hit.kind])} · {hit.where}"


class PlacesModel(QAbstractListModel):
    """The places, the best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> bool:
        """Show places; where they only go on, those that are there stay.

        Returns:
            Whether the view lost its place.
        """
        before = len(self.hits)
        if before and list(hits[:before]) == list(self.hits):
            if len(hits) > before:
                self.beginInsertRows(_TOP, before, len(hits) - 1)
                self.hits = hits
                self.endInsertRows()
            return False
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()
        return True

    def hit(self, row: int) -> Hit | None:
        """Return a place; None beyond the last."""
        return self.hits[row] if 0 <= row < len(self.hits) else None

    def rowCount(self, parent: Index = _TOP) -> int:
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sentence, and for who cannot see it also the place."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return hit.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{place_words(hit)}: {hit.text}"
        return None


class _PlaceDelegate(QStyledItemDelegate):
    """Paints a place in two lines: what and where; the sentence with what was found marked."""

    def __init__(self, model: PlacesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._view = model, parent
        self._laid = Laid()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the room for two lines."""
        return QSize(30 * GRID, 2 * row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a place."""
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        self._view.style().drawPrimitive(panel, option, painter, self._view)
        hit = self._model.hit(index.row())
        if hit is None:
            return
        rect = option.rect.adjusted(GRID, 0, -GRID, 0)
        upper = rect.adjusted(_SIDE + GRID, 0, 0, -rect.height() // 2)
        top = upper.top() + (upper.height() - _SIDE) // 2
        painter.save()
        painter.setFont(option.font)
        icon(KIND_ICONS[hit.kind]).paint(painter, rect.left(), top, _SIDE, _SIDE)
        painter.setPen(colour(Role.MUTED))
        cut = option.fontMetrics.elidedText(
            place_words(hit), Qt.TextElideMode.ElideRight, upper.width()
        )
        painter.drawText(upper, Qt.AlignmentFlag.AlignVCenter, cut)
        lower = rect.adjusted(_SIDE + GRID, rect.height() // 2, 0, 0)
        paint_marked(painter, lower, hit.text, hit.marks, self._laid, colour(Role.TEXT))
        painter.restore()


class PlacesList(QListView):
    """The places, to be walked by the keyboard; Enter opens one."""

    chosen = Signal(int)
    """Emitted with the row that the keyboard is at."""
    opened = Signal()

    def __init__(self, model: PlacesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places_list")
        self.setAccessibleName(worded(msg("Places in the minutes")))
        self.setModel(model)
        self.setItemDelegate(_PlaceDelegate(model, self))
        self.setUniformItemSizes(True)
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which place is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the place."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)
