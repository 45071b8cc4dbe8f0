"""A value that is typed as text: understood on leaving, refused with words, never thrown away."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bmahr_desktop.thai.reading import Unreadable
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.notices import ErrorNote

V = TypeVar("V")

STEP_PAUSE_MS = 800
"""How long after the last step by an arrow key the new value is announced."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedField(QWidget, Generic[V]):
    """A line of text that means a value, with the reason below it when it means none.

    Whatever is typed stays until it is understood. The value is what was last understood or set.
    """

    edited = Signal(object)
    """Emitted with the new value, or None, when the user changed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: V | None = None
        self._announced: V | None = None
        self.line = CleanLine(self)
        self.line.setObjectName("typed_text")
        self.line.installEventFilter(self)
        self.note = ErrorNote(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.note)
        self.setFocusProxy(self.line)
        self._pause = QTimer(self, singleShot=True, interval=STEP_PAUSE_MS)
        self._pause.timeout.connect(self._announce)

    def read(self, text: str) -> V:
        """Return the value that a typed text means.

        Raises:
            Unreadable: If it means none.
        """
        raise NotImplementedError

    def worded_value(self, value: V) -> str:
        """Return the value as it is shown."""
        raise NotImplementedError

    def described(self, value: V) -> str:
        """Return what is told of a value beyond what is shown."""
        return self.worded_value(value)

    def on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means in this field; return whether it means anything."""
        raise NotImplementedError

    def value(self) -> V | None:
        """Return what was last understood or set."""
        return self._value

    def set_value(self, value: V | None) -> bool:
        """Show a value, without a signal.

        Returns:
            False if what the user does stands in the way, which is then left alone: typing while
            in the field, steps not announced yet, or a refused text when the value is what it was.
            Before another record is shown, call `commit` or `forget_typing`.
        """
        typing = self.line.isModified() and (self.line.hasFocus() or value == self._value)
        if typing or self._pause.isActive():
            return False
        self._value = self._announced = value
        self._show()
        return True

    def setAccessibleName(self, name: str) -> None:
        """Name the field for a screen reader."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        """Tell a screen reader about the field, besides its value or what is wrong with it."""
        super().setAccessibleDescription(description)
        self._describe()

    def setReadOnly(self, read_only: bool) -> None:
        """Let the value be read and copied but not changed."""
        self.line.setReadOnly(read_only)

    def message(self) -> str:
        """Return why the typed text is refused, empty when it is not."""
        return self.note.text()

    def commit(self) -> bool:
        """Understand what is typed and announce it; False, with words why, if it means nothing."""
        understood = self.understand()
        if understood:
            self._announce()
        return understood

    def understand(self) -> bool:
        """Read what is typed, without a signal; False, with words why, if it means nothing."""
        if self.line.isModified():
            text = self.line.text().strip()
            try:
                self._value = self.read(text) if text else None
            except Unreadable as refusal:
                self.note.show_text(said(refusal.message))
                self._describe()
                return False
            self._show()
        return True

    def forget_typing(self) -> None:
        """Show the last value that was announced or set, whatever the user did since."""
        self._pause.stop()
        self._value = self._announced
        self._show()

    def choose(self, value: V | None) -> None:
        """Take a value that the user chose elsewhere, as on a calendar, and announce it."""
        self._value = value
        self._show()
        self._announce()

    def step_to(self, value: V) -> None:
        """Show a value that the user stepped to; it is announced after a pause or on leaving."""
        self._value = value
        self._show()
        self._pause.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Understand on leaving and on Enter, and give keys their meaning."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _ENTER:
                if self.commit():
                    self.line.selectAll()
            elif not self.line.isReadOnly() and self.on_key(event):
                return True
        elif (
            isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusOut
            # A menu or the calendar over the field is no leaving.
            and event.reason() is not Qt.FocusReason.PopupFocusReason
        ):
            self.commit()
        return super().eventFilter(watched, event)

    def _announce(self) -> None:
        self._pause.stop()
        if self._value != self._announced:
            self._announced = self._value
            self.edited.emit(self._value)

    def _show(self) -> None:
        self.note.show_text("")
        text = "" if self._value is None else self.worded_value(self._value)
        if text != self.line.text():
            self.line.setText(text)
        self.line.setModified(False)
        self._describe()

    def _describe(self) -> None:
        about = "" if self._value is None else self.described(self._value)
        self.line.setToolTip(about)
        told = (self.message() or about, self.accessibleDescription())
        self.line.setAccessibleDescription(" ".join(filter(None, told)))
