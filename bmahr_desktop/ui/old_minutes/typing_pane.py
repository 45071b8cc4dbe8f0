"""The resolutions of a paper, typed one after the other: Enter adds one and goes on to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.agenda import TemplateItem
from bmahr_desktop.domain.habits.wording import kinds_of
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.old_minutes_scans import MOST_ITEMS, TypedResolution
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.old_minutes.typed_model import KINDS, MATTER, WORDING, TypedModel
from bmahr_desktop.ui.records.kinds_button import KindsButton
from bmahr_desktop.ui.records.list_keys import ListKeys
from bmahr_desktop.ui.records.list_tools import moving, removing, tool
from bmahr_desktop.ui.records.text_field import TextField

_TOP = Qt.AlignmentFlag.AlignTop
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 100_000


class WordingField(TextField):
    """The wording of a resolution; Enter ends it, Shift+Enter begins a new line in it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End by Enter."""
        if event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class TypingPane(QWidget):
    """Types resolutions of a paper.

    Signals:
        changed: All rows, when one was added, changed, moved or removed.
        removed: A row, and where it stood, to be offered back.
    """

    changed = Signal(object)
    removed = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("old_typing")
        self._rows: list[TypedResolution] = []
        self._usual: Sequence[TemplateItem] = ()
        self._at: int | None = None
        """The row that is being changed; None while a new one is typed."""
        self.item = NumberField(1, MOST_ITEMS)
        self.title, self.matter = WordField(), WordField()
        self.wording = WordingField(self, lines=2)
        self.kinds = KindsButton(self)
        self.kinds.setObjectName("typing_kinds")
        self._own_kinds = False
        self.add = QPushButton(self)
        self.add.setObjectName("typing_add")
        self.add.setAutoDefault(False)
        self.model = TypedModel(self)
        self.table = self._made_table()
        self._lay_out()
        self.item.edited.connect(lambda _: self._name_item())
        self.wording.textChanged.connect(self._guess)
        self.wording.entered.connect(self.enter)
        self.kinds.chosen.connect(lambda _: self._keep_kinds())
        self.add.clicked.connect(self.enter)
        self._begin()

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("typed_table")
        table.setAccessibleName(worded(msg("Resolutions typed")))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(row_height())
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(WORDING, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 26), (MATTER, 26), (KINDS, 20)):
            table.setColumnWidth(column, width * GRID)
        keys = ListKeys(table)
        keys.edit_wanted.connect(self.change)
        keys.remove_wanted.connect(self.remove)
        keys.move_wanted.connect(self.move_row)
        keys.watch(table)
        return table

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        rows: tuple[tuple[str, Message, QWidget, int, int, int], ...] = (
            ("typing_item", msg("&Item no."), self.item, 0, 0, 1),
            ("typing_title", msg("Title of the item"), self.title, 0, 1, 1),
            ("typing_matter", msg("Matter (empty if the item has but one)"), self.matter, 0, 2, 2),
            ("typing_wording", msg("&Wording of the resolution"), self.wording, 1, 0, 3),
        )
        for name, label, field, row, column, width in rows:
            field.setObjectName(name)
            grid.addWidget(Labelled(label, field, parent=self), row, column, 1, width, _TOP)
        beside = QVBoxLayout()
        beside.setSpacing(GRID // 2)
        beside.addStretch(1)
        beside.addWidget(self.kinds)
        beside.addWidget(self.add)
        grid.addLayout(beside, 1, 3)
        for column, stretch in enumerate((2, 5, 4, 4)):
            grid.setColumnStretch(column, stretch)
        hint = QLabel(
            worded(msg("Enter adds the resolution; Shift+Enter begins a new line.")), self
        )
        set_tone(hint, Role.MUTED)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(hint, 1)
        own = (IconName.PENCIL, msg("Change (F2)"), "typed_change", self.change)
        for image, words, name, act in (
            own, *moving("typed", self.move_row), removing("typed", self.remove),
        ):  # fmt: skip
            button = tool(image, worded(words), name, self)
            button.clicked.connect(act)
            tools.addWidget(button)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(GRID // 2)
        column_.addLayout(grid)
        column_.addLayout(tools)
        column_.addWidget(self.table, 1)

    # ------------------------------------------------------------ what it shows

    def show_rows(self, rows: Sequence[TypedResolution], usual: Sequence[TemplateItem]) -> None:
        """Show what was typed of a paper.

        Args:
            rows: The resolutions.
            usual: The committee's usual items, for their titles.
        """
        self._rows, self._usual = list(rows), usual
        self.model.show_rows(self._rows)
        last = self._rows[-1] if self._rows else None
        self.item.forget_typing()
        self.item.set_value(last.item if last else 1)
        self.title.set_text_quietly(last.item_title if last else "")
        self.matter.set_text_quietly(last.matter if last else "")
        self._begin()
        self._name_item()

    def commit(self) -> bool:
        """Add what is typed, if it is not added yet; return whether it could be."""
        return not self.wording.toPlainText().strip() or self.enter()

    def _begin(self) -> None:
        """Be ready for a new resolution of the same matter."""
        self._at, self._own_kinds = None, False
        self.wording.commit()
        self.wording.set_text_quietly("")
        self.kinds.show_kinds(())
        self._tell_add(msg("Add (Enter)"), IconName.PLUS)

    def _tell_add(self, words: Message, image: IconName) -> None:
        self.add.setText(worded(words))
        self.add.setAccessibleName(self.add.text())
        self.add.setIcon(icon(image))

    def _name_item(self) -> None:
        """Call the item as it was called before, else as the committee calls it usually."""
        number = self.item.value() or 1
        title = next((one.item_title for one in self._rows if one.item == number), "")
        if not title and number <= len(self._usual):
            title = self._usual[number - 1].title
        if title or self._at is None:
            self.title.commit()
            self.title.set_text_quietly(title)

    def _guess(self) -> None:
        """Guess what the resolution does from its words, until somebody chooses."""
        if not self._own_kinds:
            self.kinds.show_kinds(kinds_of(self.wording.toPlainText()))

    def _keep_kinds(self) -> None:
        self._own_kinds = True

    # ------------------------------------------------------------ rows

    def enter(self) -> bool:
        """Add what is typed, or put it in its row; return whether it could be."""
        text = self.wording.toPlainText().strip()
        if not self.item.commit() or self.item.value() is None:
            self.item.setFocus()
            return False
        if not text:
            self.wording.setFocus()
            return False
        row = TypedResolution(
            self.item.value() or 1,
            self.title.text().strip(),
            self.matter.text().strip(),
            text[:_LONGEST],
            self.kinds.kinds(),
        )
        at = len(self._rows) if self._at is None else self._at
        self._rows[at : at + (self._at is not None)] = [row]
        self._tell(at)
        self._begin()
        self.wording.setFocus()
        return True

    def put_back(self, row: TypedResolution, at: int) -> None:
        """Put a row back that was removed."""
        self._rows.insert(at, row)
        self._tell(at)

    def change(self) -> None:
        """Take the chosen row into the fields, to be changed there."""
        at = self.table.currentIndex().row()
        if at < 0 or not self.commit():
            return
        row = self._rows[at]
        self._at = at
        self.item.set_value(row.item)
        self.title.set_text_quietly(row.item_title)
        self.matter.set_text_quietly(row.matter)
        self._own_kinds = True
        self.wording.set_text_quietly(row.text)
        self.kinds.show_kinds(row.kinds)
        self._tell_add(msg("Put in its place (Enter)"), IconName.CHECK)
        self.wording.setFocus()

    def remove(self) -> None:
        """Remove the chosen row."""
        at = self.table.currentIndex().row()
        if at < 0:
            return
        row = self._rows.pop(at)
        if self._at is not None:
            self._begin()
        self._tell(min(at, len(self._rows) - 1))
        self.removed.emit(row, at)

    def move_row(self, by: int) -> None:
        """Move the chosen row up or down."""
        at = self.table.currentIndex().row()
        if at < 0 or self._at is not None or not 0 <= at + by < len(self._rows):
            return
        self._rows.insert(at + by, self._rows.pop(at))
        self._tell(at + by)

    def _tell(self, at: int) -> None:
        self.model.show_rows(self._rows)
        self.table.setCurrentIndex(self.model.index(at, 0))
        self.changed.emit(tuple(self._rows))

    def said_count(self) -> str:
        """Return in words how many resolutions are typed."""
        return said(msg("{count} resolutions typed", count=len(self._rows)))
