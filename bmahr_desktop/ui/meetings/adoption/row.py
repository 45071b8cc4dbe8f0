"""One correction in the list: page, clause, the old words and the new."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import corrections
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import IconLabel, set_tone
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.records.form import RecordForm
from bmahr_desktop.ui.records.list_tools import moving, tool
from bmahr_desktop.ui.records.text_field import TextField

Choices = Sequence[tuple[str, Callable[[], object]]]
"""What may be taken: its words, already worded, and what takes it."""


class CorrectionForm(RecordForm):
    """One correction. Keys: Alt+↑ and Alt+↓ move it, Alt+Enter takes what is offered."""

    remove_wanted = Signal(str)
    move_wanted = Signal(str, int)
    old_left = Signal(str)
    """Emitted with the uid when the old words were typed and are left."""
    operation = staticmethod(corrections.amend)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.CORRECTION, parent)
        self.setObjectName("correction_form")
        self._held = False
        self._choices: tuple[tuple[str, Callable[[], object]], ...] = ()
        self.number = QLabel(self)
        self.number.setObjectName("correction_number")
        self.page = self._word("page", msg("Page"))
        self.clause = self._word("clause", msg("Clause"))
        self.old = self._text("old", msg("From"))
        self.new = self._text("new", msg("To"))
        self.take = QPushButton(self)
        self.take.setObjectName("correction_take")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self._take)
        self.take.hide()
        self._menu = QMenu(self.take)
        self._menu.setObjectName("correction_places")
        self._stands = _Stands(self)
        self._lay_out()
        self.old.field.installEventFilter(self)
        for keys, act in (
            ("Alt+Up", lambda: self._move(-1)),
            ("Alt+Down", lambda: self._move(1)),
            ("Alt+Return", self._take),
            ("Alt+Enter", self._take),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self.number, 0, 0, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.page, 0, 1)
        grid.addWidget(self.clause, 0, 2)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        away = (IconName.TRASH, msg("Remove this correction"), "correction_remove", self._remove)
        for name, words, object_name, act in (*moving("correction", self._move), away):
            button = tool(name, worded(words), object_name, self)
            button.clicked.connect(lambda _=False, act=act: act())
            self.bind_act(button)
            tools.addWidget(button)
        grid.addLayout(tools, 0, 3, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.old, 1, 1, 1, 3)
        grid.addWidget(self._stands, 2, 1, 1, 3)
        grid.addWidget(self.take, 3, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.new, 4, 1, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 3)

    def _word(self, name: str, label: Message) -> Labelled[Any]:
        field = WordField()
        field.setObjectName(f"correction_{name}")
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row

    def _text(self, name: str, label: Message) -> Labelled[Any]:
        field = TextField(lines=1, most=6)
        field.setObjectName(f"correction_{name}")
        row = Labelled(label, field, parent=self)
        self.bind_text(name, row, field)
        return row

    # ------------------------------------------------------------ what it shows

    def show_correction(self, read: Read, number: str) -> None:
        """Show a correction under its number in the list."""
        if self.record is None or self.record.uid != read.record.uid:
            self.offer(None)
        self.number.setText(number)
        self.show_record(read)

    def hold(self, held: bool) -> None:
        """Let it only be read: the minutes are adopted; or as its record allows."""
        self._held = held
        self._lock()

    def _lock(self) -> None:
        super()._lock()
        if self._held and self._record is not None:
            self.set_read_only(True)

    def offer(
        self, why: Message | None, words: Message | None = None, choices: Choices = ()
    ) -> None:
        """Say what is wrong with the old words, and offer others.

        Args:
            why: What is wrong; None for nothing.
            words: What the button says that takes one.
            choices: What may be taken; several are chosen from in a menu.
        """
        self.old.show_error(why)
        self._choices = tuple(choices)
        self.take.setVisible(bool(choices))
        if words is None or not choices:
            return
        self.take.setText(said(words))
        self.take.setAccessibleName(self.take.text())
        self._menu.clear()
        for label, act in choices:
            self._menu.addAction(label).triggered.connect(lambda _=False, act=act: act())

    def tell_place(self, known: bool) -> None:
        """Say whether the old words are known to stand in the minutes."""
        self._stands.setVisible(known)

    # ------------------------------------------------------------ what is wanted

    def _take(self) -> None:
        if len(self._choices) == 1:
            self._choices[0][1]()
        elif self._choices:
            self._menu.popup(self.take.mapToGlobal(self.take.rect().bottomLeft()))

    def _move(self, by: int) -> None:
        if self.record is not None and not self.is_read_only():
            self.move_wanted.emit(self.record.uid, by)

    def _remove(self) -> None:
        if self.record is not None:
            self.remove_wanted.emit(self.record.uid)

    def write_field(self, field: str, value: Any) -> None:
        """Write one field; other old words are at no known place."""
        uid = self._record.uid
        self._desk.write(self, self.operation, self._kind, uid, self._version, **{field: value})
        now = self._desk.read(corrections.read_correction, uid)
        self._record, self._version = now.record, now.versions[uid]
        if field == "old":
            self.tell_place(self._record.place is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the old words looked for when their field is left."""
        if (
            watched is self.old.field
            and isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusOut
            and event.reason() is not Qt.FocusReason.PopupFocusReason
            and self.record is not None
        ):
            uid = self.record.uid
            QTimer.singleShot(0, self, lambda: self.old_left.emit(uid))
        return super().eventFilter(watched, event)


class _Stands(QWidget):
    """Says that the old words stand in the closed minutes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("correction_stands")
        words = QLabel(worded(msg("These words stand in the minutes.")), self)
        set_tone(words, Role.DONE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(IconLabel(IconName.CHECK_CIRCLE, Role.DONE, ICON, self))
        row.addWidget(words, 1)
        self.hide()
