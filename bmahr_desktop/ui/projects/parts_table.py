"""The table that parts of a project are typed into."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from bmahr_desktop.i18n import worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import digits_in_use
from bmahr_desktop.ui.look.measures import row_height
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.parts_cells import Index
from bmahr_desktop.ui.projects.parts_header import WordedHeader
from bmahr_desktop.ui.projects.parts_model import PartsModel
from bmahr_desktop.ui.records.list_keys import ListKeys

if TYPE_CHECKING:
    from collections.abc import Callable

_ALT_ROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_PADDING = 16
_AIR = 4
_RING = 2
_SMALLER = 0.92
"""Tables are set a little smaller than other text, so that more of a line is seen."""
_LOWEST = 200
_NEXT = QAbstractItemDelegate.EndEditHint.EditNextItem
_BEFORE = QAbstractItemDelegate.EndEditHint.EditPreviousItem


class PartsDelegate(QStyledItemDelegate):
    """Gives cells their fields: a line, or a choice; F5 in a date means today."""

    def __init__(self, model: PartsModel, parent: QTableView) -> None:
        super().__init__(parent)
        self.model, self.view = model, parent
        self._open: QWidget | None = None
        self.today: Callable[[], Any] = today_here
        self.closeEditor.connect(lambda *_: self._forget())

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the field of a cell."""
        column = self.model.columns[index.column()]
        editor: QWidget
        if column.choices:
            choice = ChoiceField(column.choices, parent)
            choice.chosen.connect(lambda _: self._keep(choice))
            editor = choice
        else:
            editor = CleanLine(parent)
        editor.setObjectName(f"cell_{column.name.replace('.', '_')}")
        editor.setAccessibleName(worded(column.heading))
        self._open = editor
        return editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell with its lines."""
        ringed = QStyleOptionViewItem(option)
        ringed.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, ringed, index)
        self.paint_lines(painter, option.rect)
        self.paint_ring(painter, option)

    def paint_ring(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Paint a ring around the cell that the keyboard is in."""
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(colour(Role.FOCUS), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
            painter.restore()

    def paint_lines(self, painter: QPainter, rect: QRect) -> None:
        """Paint the lines at the right and the lower edge of a cell; a bar may hide them."""
        painter.save()
        painter.setPen(colour(Role.LINE))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for all lines of a text in the width of its column."""
        words = str(index.data() or "")
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        width = self.view.columnWidth(index.column()) - _PADDING
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        room = full.fontMetrics.boundingRect(QRect(0, 0, max(width, 1), 1 << 14), flags, words)
        return QSize(room.width() + _PADDING, room.height() + _AIR)

    def _forget(self) -> None:
        self._open = None

    def _keep(self, editor: QWidget) -> None:
        self.commitData.emit(editor)

    def commit_open(self) -> None:
        """Keep what is typed in the open field, and close it."""
        editor = self._open
        if editor is not None:
            self._open = None
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show in the field what the cell holds; what is being typed stays."""
        if isinstance(editor, ChoiceField):
            part, column = self.model.part(index.row()), self.model.columns[index.column()]
            editor.set_value(getattr(part, column.name))
        elif isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Keep what is typed, if it is another text than before."""
        column = self.model.columns[index.column()]
        if isinstance(editor, ChoiceField):
            self.model.choose(index.row(), column.name, editor.value())
        elif isinstance(editor, QLineEdit) and editor.isModified():
            editor.setModified(False)
            self.model.put(index.row(), index.column(), editor.text())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field be high enough for every mark, in a low row too."""
        rect = option.rect
        needed = editor.sizeHint().height()
        if rect.height() < needed:
            rect.setTop(rect.top() - (needed - rect.height()) // 2)
            rect.setHeight(needed)
        if isinstance(editor, ChoiceField):
            rect.setWidth(max(rect.width(), editor.sizeHint().width()))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Put today into a date by F5."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and isinstance(editor, QLineEdit):
            column = self.model.columns[self.view.currentIndex().column()]
            if event.key() == Qt.Key.Key_F5 and column.day:
                day = format_date(self.today(), DateStyle.LONG, digits_in_use())
                editor.setText(day)
                editor.setModified(True)
                return True
        return bool(super().eventFilter(editor, event))


class PartsTable(QTableView):
    """Rows of parts.

    Keys: arrows go from cell to cell, typing or F2 writes in one; Insert, Delete and Alt+↑↓ add,
    remove and move a row.
    """

    take_wanted = Signal()
    """Emitted when what is computed is to be taken over, by F6."""

    def __init__(self, model: PartsModel, parent: QWidget | None = None, *, wide: int = 0) -> None:
        """Show a model.

        Args:
            model: The parts.
            parent: The widget that it stands in.
            wide: The column that takes the room that is left.
        """
        super().__init__(parent)
        self.parts, self._wide = model, wide
        self.setModel(model)
        self.cells = PartsDelegate(model, self)
        self.setItemDelegate(self.cells)
        self.keys = ListKeys(self, alone=True)
        self.keys.edit_wanted.connect(self.open_cell)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMinimumHeight(_LOWEST)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        self.setFont(font)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(row_height())
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.set_header(WordedHeader(self))
        self.set_widths()

    def set_header(self, header: WordedHeader) -> None:
        """Let another header stand over the columns."""
        header.setObjectName(f"{self.objectName() or 'parts'}_columns")
        header.setFont(self.font())
        self.setHorizontalHeader(header)

    def set_cells(self, cells: PartsDelegate) -> None:
        """Let another delegate paint and edit the cells."""
        self.cells = cells
        self.setItemDelegate(cells)

    def set_widths(self) -> None:
        """Give every column its width, and the wide one what is left."""
        widths = [column.width for column in self.parts.columns]
        others = sum(widths) - widths[self._wide]
        widths[self._wide] = max(widths[self._wide], self.viewport().width() - others)
        for column, width in enumerate(widths):
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)

    def go_to(self, row: int, column: int, *, edit: bool = False) -> None:
        """Put the keyboard into a cell, and open its field if wanted."""
        index = self.parts.index(row, column)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if edit:
            self.edit(index)

    # ------------------------------------------------------------ as Qt asks

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out again."""
        super().resizeEvent(event)
        self.set_widths()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move rows from being taken for others."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            if alt and Qt.Key(event.key()) in _ALT_ROWS:
                event.accept()
                return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give keys their meaning."""
        if event.key() == Qt.Key.Key_F6:
            self.take_wanted.emit()
        elif not self.keys.hear(event):
            super().keyPressEvent(event)

    def open_cell(self) -> None:
        """Open the field of the cell that the keyboard is in."""
        index = self.currentIndex()
        if self.state() == QAbstractItemView.State.EditingState:
            return  # Enter in the field comes here too, once the field has taken it
        if self.parts.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def keyboardSearch(self, _search: str) -> None:
        """Search for nothing: letters are typed into cells."""

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next cell that can be typed into by Tab, back by Shift+Tab."""
        if hint not in (_NEXT, _BEFORE):
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        at = self.currentIndex()
        found = self.next_cell(at.row(), at.column(), 1 if hint == _NEXT else -1)
        if found is not None:
            self.go_to(*found, edit=self.opens(found[1]))

    def next_cell(self, row: int, column: int, step: int) -> tuple[int, int] | None:
        """Return the next cell in a row that can be typed into, or the first of the next row."""
        at = column + step
        while 0 <= at < len(self.parts.columns):
            if self.parts.columns[at].is_typed and not self.isColumnHidden(at):
                return row, at
            at += step
        row += step
        if self.parts.part(row) is None:
            return None
        return self.next_cell(row, -1 if step > 0 else len(self.parts.columns), step)

    def opens(self, column: int) -> bool:
        """Tell whether a column's field is opened when it is come to by Tab."""
        return self.parts.columns[column].is_typed
