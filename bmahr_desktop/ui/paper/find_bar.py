"""The bar with which words are found in the paper."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_NARROW = 96


class FindBar(QWidget):
    """A field for words, how often they are there, and the way to the next.

    Signals:
        typed: Other words are wanted.
        stepped: 1 for the next place, -1 for the one before.
        closed: Nothing is to be marked any longer.
    """

    typed = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper_find_bar")
        self.field = QLineEdit(self)
        self.field.setObjectName("paper_find_field")
        self.field.setAccessibleName(worded(msg("Find in the paper")))
        self.field.setPlaceholderText(worded(msg("Find in the paper")))
        self.field.setMinimumWidth(_NARROW)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self._count = QLabel(self)
        self._count.setObjectName("paper_find_count")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, 0, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        self._steps = (
            self._button(
                IconName.CHEVRON_UP, "paper_find_previous", msg("Previous place"), "Shift+F3"
            ),
            self._button(IconName.CHEVRON_DOWN, "paper_find_next", msg("Next place"), "F3"),
        )
        close = self._button(IconName.X, "paper_find_close", msg("Close the search"), "Esc")
        for button, by in zip(self._steps, (-1, 1), strict=True):
            button.clicked.connect(lambda _=False, by=by: self.stepped.emit(by))
        close.clicked.connect(self.close_bar)
        for button in (*self._steps, close):
            row.addWidget(button)
        self.tell(0, 0)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Be ready to type; words may be given, others stay from last time."""
        before = self.field.text()
        if words:
            self.field.setText(words)
        if self.isHidden() and before and self.field.text() == before:
            self.typed.emit(before)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Go away."""
        self.hide()
        self.closed.emit()

    def tell(self, at: int, count: int) -> None:
        """Say at which of how many places the reader is."""
        for button in self._steps:
            button.setEnabled(count > 0)
        if not self.field.text().strip():
            self._count.clear()
            return
        found = msg("{at} of {count}", at=at, count=count) if count else msg("Not found")
        self._count.setText(said(found))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on with Enter, back with Shift and Enter."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.stepped.emit(-1 if back else 1)
            return True
        return super().eventFilter(watched, event)

    def _button(self, name: IconName, object_name: str, words: Message, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(object_name)
        button.setIcon(icon(name, Role.TEXT))
        button.setAccessibleName(worded(words))
        button.setToolTip(f"{worded(words)} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button
