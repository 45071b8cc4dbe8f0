"""The outline of an agenda: its items, the matters under them, the papers at the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.meetings import OutlineItem
from bmahr_desktop.ui.look.digits import shown

_KIND, _UID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Outline(QTreeWidget):
    """Items and matters, numbered as they will be printed."""

    chosen = Signal(object, str)
    """Emitted with the kind and the uid of what is chosen."""
    add_wanted = Signal()
    remove_wanted = Signal()
    move_wanted = Signal(int)
    """Emitted with -1 for up, 1 for down."""
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_outline")
        self.setAccessibleName(worded(msg("Agenda")))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(20)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.currentItemChanged.connect(self._on_current)
        self._filling = False

    def fill(self, items: Sequence[OutlineItem], appendices: Sequence[tuple[str, str]]) -> None:
        """Show an agenda; what was chosen stays chosen if it is still there.

        Args:
            items: The items with their matters.
            appendices: The uid and title of each paper at the end.
        """
        before = self.current()
        self._filling = True
        self.clear()
        for number, item in enumerate(items, 1):
            top = self._row(Kind.ITEM, item.uid, shown(f"{number}  {item.title}"))
            self.addTopLevelItem(top)
            titled = [matter for matter in item.matters if matter.title]
            count = 0
            for matter in item.matters:
                if not matter.title and len(item.matters) == 1:
                    continue  # it is shown with its item
                label = ""
                if matter.title and len(titled) > 1:
                    count += 1
                    label = shown(f"{number}.{count}  ")
                title = matter.title or worded(msg("(a matter without a title)"))
                top.addChild(self._row(Kind.MATTER, matter.uid, label + title))
        for uid, title in appendices:
            self.addTopLevelItem(self._row(Kind.APPENDIX, uid, title))
        self.expandAll()
        self._filling = False
        first = self.topLevelItem(0)
        if not self.choose(before[1]) and first is not None:
            self.setCurrentItem(first)

    def current(self) -> tuple[Kind | None, str]:
        """Return the kind and the uid of what is chosen."""
        row = self.currentItem()
        return (_kind_of(row), row.data(0, _UID)) if row else (None, "")

    def item_of_current(self) -> str:
        """Return the uid of the item that is chosen, or that the chosen matter belongs to."""
        row = self.currentItem()
        above = row.parent() if row is not None else None
        row = above or row
        return str(row.data(0, _UID)) if row and _kind_of(row) is Kind.ITEM else ""

    def choose(self, uid: str) -> bool:
        """Choose a record; return whether it is there."""
        row = self._find(uid)
        if row is None:
            return False
        if row is self.currentItem():
            self._on_current(row)
        else:
            self.setCurrentItem(row)
        return True

    def retitle(self, uid: str, title: str) -> None:
        """Show a new title at once, its number kept."""
        row = self._find(uid)
        if row is not None:
            number, gap, _ = row.text(0).partition("  ")
            row.setText(0, f"{number}{gap}{title}" if gap else title)
            row.setToolTip(0, row.text(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove and move by the keyboard."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        match Qt.Key(event.key()):
            case Qt.Key.Key_Up if alt:
                self.move_wanted.emit(-1)
            case Qt.Key.Key_Down if alt:
                self.move_wanted.emit(1)
            case Qt.Key.Key_Insert:
                self.add_wanted.emit()
            case Qt.Key.Key_Delete:
                self.remove_wanted.emit()
            case Qt.Key.Key_F2 | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def _row(self, kind: Kind, uid: str, text: str) -> QTreeWidgetItem:
        row = QTreeWidgetItem([" ".join(text.split(" "))])
        row.setData(0, _KIND, kind)
        row.setData(0, _UID, uid)
        row.setToolTip(0, text)
        return row

    def _find(self, uid: str) -> QTreeWidgetItem | None:
        tops = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        rows = [
            row for top in tops if top for row in (top, *map(top.child, range(top.childCount())))
        ]
        for row in rows:
            if row and row.data(0, _UID) == uid:
                return row
        return None

    def _on_current(self, row: QTreeWidgetItem | None, *_: object) -> None:
        if row is not None and not self._filling:
            self.chosen.emit(_kind_of(row), row.data(0, _UID))


def _kind_of(row: QTreeWidgetItem) -> Kind:
    return Kind(row.data(0, _KIND))  # Qt keeps the text of it only
