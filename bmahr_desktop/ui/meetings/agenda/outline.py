"""The outline of an agenda: its items, the matters under them, the papers at the end."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.meetings import OutlineItem
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.meetings.keyed_tree import KeyedTree

_KIND, _UID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class Outline(KeyedTree):
    """Items and matters, numbered as they will be printed."""

    chosen = Signal(object, str)
    """Emitted with the kind and the uid of what is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agenda_outline")
        self.setAccessibleName(worded(msg("Agenda")))
        self.setHeaderHidden(True)
        self.setIndentation(20)
        self.currentItemChanged.connect(self._on_current)

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
