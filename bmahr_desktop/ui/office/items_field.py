"""The items of an agenda template: a short list, and the words of the one that is chosen."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.agenda import ItemKind, TemplateItem
from bmahr_desktop.i18n import msg, paper, worded
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.lists import Line, Register
from bmahr_desktop.ui.office.tools import tool_row
from bmahr_desktop.ui.records.list_tools import Tool, moving, removing

Items = tuple[TemplateItem, ...]


def usual_items() -> Items:
    """Return the five items that the regulation gives an agenda."""
    return (
        TemplateItem(paper("matters of which the chair informs the meeting"), ItemKind.INFORM),
        TemplateItem(paper("adoption of the minutes of"), ItemKind.ADOPT),
        TemplateItem(paper("matters for consideration"), ItemKind.CONSIDER),
        TemplateItem(paper("other matters (if any)"), ItemKind.OTHER),
        TemplateItem(paper("date of the next meeting"), ItemKind.NEXT_MEETING),
    )


class ItemsField(QWidget):
    """Items in their order, added, worded, moved and removed."""

    edited = Signal(object)
    """Emitted with all items when the user changed them."""
    removed = Signal(object)
    """Emitted with all items as they were before one was removed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("items_field")
        self._items: Items = ()
        self._at = -1
        self.list = Register((msg("No."), msg("Agenda item"), msg("Kind")), wide=1, parent=self)
        self.list.setObjectName("items_list")
        self.list.setAccessibleName(worded(msg("Agenda items")))
        self.list.setMinimumHeight(20 * GRID)
        self.list.setColumnWidth(0, 40)
        self.list.setColumnWidth(2, 224)
        self.title = WordField()
        self.title.setObjectName("items_title")
        self.kind = ChoiceField(wording.choices(wording.ITEM_KINDS))
        self.kind.setObjectName("items_kind")
        self._empty = EmptyState(
            IconName.LIST_ORDERED,
            msg("No item yet. Meetings made from this template begin with its items."),
            msg("Put in the usual five items"),
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(2 * GRID)
        row.addWidget(Labelled(msg("Title of the agenda item"), self.title, parent=inner), 3)
        kind = Labelled(msg("Kind"), self.kind, parent=inner)
        row.addWidget(kind, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(inner)
        self._stack.addWidget(self._empty)
        tools: list[Tool] = [
            (IconName.PLUS, msg("Add an item (Insert)"), "item_add", self.add),
            *moving("item", self.move_chosen),
            removing("item", self.remove),
        ]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack, 1)
        whole.addLayout(tool_row(tools, self))

    def _connect(self) -> None:
        keys = self.list.keys
        keys.add_wanted.connect(self.add)
        keys.remove_wanted.connect(self.remove)
        keys.edit_wanted.connect(self.title.setFocus)
        keys.move_wanted.connect(self.move_chosen)
        self.list.chosen.connect(lambda uid: self._go(int(uid)))
        self.title.committed.connect(lambda text: self._amend(title=text))
        self.kind.chosen.connect(lambda kind: self._amend(kind=kind))
        self._empty.next_step.connect(lambda: self._take(usual_items(), 0))

    # ------------------------------------------------------------ what it shows

    def items(self) -> Items:
        """Return the items as they are typed."""
        return self._items

    def set_items(self, items: Sequence[TemplateItem]) -> None:
        """Show items, without a signal."""
        if tuple(items) != self._items or self._at < 0:
            self._items = tuple(items)
            self._show(min(max(self._at, 0), len(self._items) - 1))

    def commit(self) -> None:
        """Take over what is typed in the title."""
        self.title.commit()

    def forget(self) -> None:
        """Show no items, before another template is shown."""
        self._items, self._at = (), -1

    def _show(self, at: int) -> None:
        self._stack.setCurrentIndex(0 if self._items else 1)
        self.list.blockSignals(True)
        self.list.setCurrentIndex(QModelIndex())
        self.list.fill(
            [
                Line(str(n), (shown(str(n + 1)), one.title, worded(wording.ITEM_KINDS[one.kind])))
                for n, one in enumerate(self._items)
            ],
            str(at),
        )
        self.list.blockSignals(False)
        self._at = at
        if self._items:
            self.title.set_text_quietly(self._items[at].title)
            self.kind.set_value(self._items[at].kind)

    def _go(self, at: int) -> None:
        if at == self._at:
            return
        self.commit()
        self._show(at)

    # ------------------------------------------------------------ changes

    def add(self) -> None:
        """Add an item behind the chosen one and go to its title."""
        self.commit()
        at = self._at + 1
        items = (*self._items[:at], TemplateItem(title=""), *self._items[at:])
        self._take(items, at)
        self.title.setFocus()

    def remove(self) -> None:
        """Remove the chosen item."""
        if not 0 <= self._at < len(self._items):
            return
        self.commit()
        before = self._items
        items = (*before[: self._at], *before[self._at + 1 :])
        self._take(items, min(self._at, len(items) - 1))
        self.removed.emit(before)

    def move_chosen(self, by: int) -> None:
        """Move the chosen item up or down."""
        to = self._at + by
        if self._at < 0 or not 0 <= to < len(self._items):
            return
        self.commit()
        items = list(self._items)
        items.insert(to, items.pop(self._at))
        self._take(tuple(items), to)

    def _amend(self, **fields: object) -> None:
        if 0 <= self._at < len(self._items):
            items = list(self._items)
            items[self._at] = msgspec.structs.replace(items[self._at], **fields)
            self._take(tuple(items), self._at)

    def _take(self, items: Items, at: int) -> None:
        self._items = items
        self._show(at)
        self.edited.emit(items)
