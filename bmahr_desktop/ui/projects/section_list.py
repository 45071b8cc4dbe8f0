"""The sections of a project at left: a tick where one is complete, a count where checks speak."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.sections import Section

_COUNT = Qt.ItemDataRole.UserRole
_WIDTH = 30 * GRID
_SIDE = 16


class _Counted(QStyledItemDelegate):
    """Draws the count at the right end of a row, with the sign of a warning."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = parent

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row; its words end before the count."""
        count = int(index.data(_COUNT) or 0)
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        words = shown(str(count)) if count else ""
        metrics = full.fontMetrics
        room = metrics.horizontalAdvance(words) + _SIDE + GRID if count else 0
        rect = QRect(full.rect)
        left = full.fontMetrics.elidedText(
            full.text, Qt.TextElideMode.ElideRight, rect.width() - room - _SIDE - 4 * GRID
        )
        full.text = left
        self._list.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, full, painter, self._list
        )
        if not count:
            return
        painter.save()
        edge = rect.right() - GRID
        painter.setPen(colour(Role.WAITING))
        width = metrics.horizontalAdvance(words)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        place = QRect(edge - width - 2, rect.top(), width + 2, rect.height())
        painter.drawText(place, flags, words)
        mark = icon(IconName.ALERT_TRIANGLE, Role.WAITING)
        top = rect.top() + (rect.height() - _SIDE) // 2
        mark.paint(painter, QRect(edge - width - _SIDE - GRID // 2, top, _SIDE, _SIDE))
        painter.restore()


class SectionList(QListWidget):
    """The titles of the sections; the arrow keys turn to another one."""

    turned = Signal(int)
    """Emitted with the number of the section that was chosen."""

    def __init__(self, sections: Sequence[type[Section]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_sections")
        self.setAccessibleName(worded(msg("Sections of the project")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMinimumWidth(_WIDTH)
        self.setItemDelegate(_Counted(self))
        self._sections = tuple(sections)
        for one in sections:
            item = QListWidgetItem(worded(one.title))
            item.setSizeHint(QSize(_WIDTH, row_height()))
            self.addItem(item)
            self._show(item, worded(one.title), complete=False, count=0)
        self.currentRowChanged.connect(self.turned)

    def sizeHint(self) -> QSize:
        """Return the room for the longest title and a count."""
        return QSize(_WIDTH, super().sizeHint().height())

    def show_standing(self, complete: Sequence[bool], counts: Sequence[int]) -> None:
        """Show how the sections stand.

        Args:
            complete: Whether each is complete.
            counts: How many findings speak of each.
        """
        for row, (whole, count) in enumerate(zip(complete, counts, strict=True)):
            title = worded(self._sections[row].title)
            self._show(self.item(row), title, complete=whole, count=count)

    def count_of(self, row: int) -> int:
        """Return how many findings a section shows."""
        return int(self.item(row).data(_COUNT) or 0)

    def _show(self, item: QListWidgetItem, title: str, *, complete: bool, count: int) -> None:
        name, role = (
            (IconName.CHECK_CIRCLE, Role.DONE) if complete else (IconName.CIRCLE_DASHED, Role.MUTED)
        )
        item.setIcon(icon(name, role))
        item.setData(_COUNT, count)
        standing = worded(msg("complete") if complete else msg("not complete yet"))
        told = said(msg("{count} findings", count=count)) if count else ""
        words = " · ".join(filter(None, (title, standing, told)))
        item.setToolTip(words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
