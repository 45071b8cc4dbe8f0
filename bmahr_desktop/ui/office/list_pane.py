"""A list of records with a form: how such a pane is built, and what each of them must say."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.i18n import Message
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState, ErrorNote, UndoBar
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.lists import Register, Tree
from bmahr_desktop.ui.office.tools import scrolled, tool_row
from bmahr_desktop.ui.records.list_tools import Tool

V = TypeVar("V", bound=Register | Tree)
F = TypeVar("F", bound=DraftForm)


class ListPane(QWidget, Generic[V, F]):
    """A list and a form, and what is told under the list."""

    kind: Kind
    removed_words: Message
    watched: frozenset[Kind] = frozenset()
    """When one of these is changed elsewhere, the list is read again."""

    def __init__(self, desk: Desk, view: V, form: F, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self.list, self.form = desk, view, form
        self.undo = UndoBar(self)
        self.note = ErrorNote(self)

    # ------------------------------------------------------------ built from

    def lay_out(
        self,
        tools: Sequence[Tool],
        empty: EmptyState,
        right: QWidget,
        head: Sequence[QWidget] = (),
        *,
        beside: bool = True,
        in_words: int = 1,
    ) -> None:
        """Put list and form together.

        Args:
            tools: The buttons under the list.
            empty: What stands at right while nothing is on file.
            right: The form, or what it stands in.
            head: What stands over the list.
            beside: Whether the form stands beside the list, not below it.
            in_words: So many of the buttons say in words what they do.
        """
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        for widget in head:
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(tool_row(tools, left, in_words))
        self.empty = empty
        empty.next_step.connect(self.add)
        self.stack = QStackedWidget(self)
        self._right = right
        self.stack.addWidget(right)
        self.stack.addWidget(empty)
        across = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self.splitter = QSplitter(across, self)
        self.splitter.setObjectName(f"{self.kind.value}_splitter")
        self.splitter.addWidget(left)
        self.splitter.addWidget(self.stack)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter, 1)
        whole.addWidget(self.undo)

    def padded(self, form: QWidget) -> QWidget:
        """Return a form in a place that scrolls, with room around it."""
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, 0, GRID, GRID)
        column.addWidget(form)
        column.addStretch(1)
        return scrolled(inner, f"{self.kind.value}_scroll")

    # ------------------------------------------------------------ what a pane says

    def refill(self) -> None:
        """Read the list again; what was chosen stays so."""
        raise NotImplementedError

    def add(self) -> None:
        """Begin a new record."""
        raise NotImplementedError

    def take_away(self, uid: str) -> Changes:
        """Remove a record.

        Raises:
            Refused: If others still need it.
        """
        return self._desk.write(self, records.remove, self.kind, uid)

    def put_back(self, uid: str) -> Changes:
        """Put a removed record back."""
        return self._desk.write(self, records.restore, self.kind, uid)

    def put_elsewhere(self, uid: str, by: int) -> None:
        """Move a record up or down; nothing where the order follows from names."""

    def show_chosen(self, uid: str) -> None:
        """Show a record at right."""
        self.form.show_record(self._desk.read(records.read, self.kind, uid, shallow=True))

    def is_empty(self) -> bool:
        """Tell whether there is nothing on file."""
        return not self.list.uids()

    def is_known(self, uid: str) -> bool:
        """Tell whether a record is on file."""
        return uid in self.list.uids()

    def now_on_file(self, uid: str) -> None:
        """Show what a record has once it is on file."""

    def neighbour(self, uid: str) -> str:
        """Return the record to choose once one is gone."""
        uids = self.list.uids()
        if uid not in uids:
            return ""
        at = uids.index(uid)
        return (*uids[at + 1 :], *uids[:at][-1:], "")[0]
