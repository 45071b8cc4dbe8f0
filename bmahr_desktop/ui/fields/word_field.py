"""A line of words that commits itself, and a choice of a few things."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.fields.line import CleanLine, cleaned
from bmahr_desktop.ui.fields.pausing import Pausing


class WordField(CleanLine):
    """One line of text that commits what is typed: after a pause, on Enter, on leaving.

    Undo goes back over what was committed.
    """

    committed = Signal(str)
    """Emitted with the text when it differs from what was committed or set before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("word_field")
        self._kept = ""
        self._pausing = Pausing(self)
        self._pausing.due.connect(self.commit)
        self.textEdited.connect(self._pausing.on_typed)
        self.returnPressed.connect(self.commit)

    def waiting(self) -> bool:
        """Tell whether something typed is not committed yet."""
        return self._pausing.waiting()

    def set_text_quietly(self, text: str) -> bool:
        """Show a text without a signal.

        Returns:
            False, with nothing changed, while typing is not committed.
        """
        if self.waiting():
            return False
        self._kept = cleaned(text)
        # The same text is not set again, which would clear the history of undo.
        if self._kept != self.text():
            self.setText(self._kept)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long text is seen from its beginning
        return True

    def commit(self) -> None:
        """Commit what is typed, if anything is waiting."""
        self._pausing.stop()
        text = cleaned(self.text())
        if text != self._kept:
            self._kept = text
            self.committed.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit on leaving."""
        super().focusOutEvent(event)
        self.commit()


class ChoiceField(QComboBox):
    """A choice of a few things by their names."""

    chosen = Signal(object)
    """Emitted with the value when the user chose another one."""

    def __init__(
        self, choices: Sequence[tuple[object, Message]] = (), parent: QWidget | None = None
    ) -> None:
        """Offer choices, the first of them chosen.

        Args:
            choices: Each value with its name.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("choice_field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # The delegate of a bare combo box knows nothing of the style sheet's row height.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.view().setObjectName("choices")
        self._values: tuple[object, ...] = ()
        self._shown: object = None
        self._read_only = False
        self.set_choices(choices)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[tuple[object, Message]]) -> None:
        """Offer other choices; what was chosen stays so if it is still offered."""
        before, offered = self._shown, self.count() > 0
        self.clear()
        self._values = tuple(value for value, _ in choices)
        self.addItems([worded(name) for _, name in choices])
        if offered and before in self._values:
            self.set_value(before)
        else:
            self._shown = self._values[0] if self._values else None

    def value(self) -> object:
        """Return what is chosen, or None."""
        return self._shown

    def set_value(self, value: object) -> None:
        """Choose without a signal; None, if not offered, chooses nothing.

        Raises:
            ValueError: If it is not offered.
        """
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))
        elif value is None:
            self.setCurrentIndex(-1)
        else:
            raise ValueError(value)
        self._shown = value

    def isReadOnly(self) -> bool:
        """Tell whether what is chosen can only be read."""
        return self._read_only

    def setReadOnly(self, read_only: bool) -> None:
        """Let what is chosen be read but not changed, in letters as clear as before."""
        if read_only is self._read_only:
            return
        self._read_only = read_only
        self.setProperty("readOnly", read_only)
        self.style().unpolish(self)
        self.style().polish(self)

    def showPopup(self) -> None:
        """Offer the choices, unless they are only to be read."""
        if not self._read_only:
            super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by the keyboard, unless it is only to be read."""
        if self._read_only:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page while the keyboard is elsewhere."""
        if self.hasFocus() and not self._read_only:
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_activated(self, index: int) -> None:
        value = self._values[index]
        if value != self._shown:
            self._shown = value
            self.chosen.emit(value)
