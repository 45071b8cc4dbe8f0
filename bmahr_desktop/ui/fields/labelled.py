"""A field with its label, a hint, and a place for what is wrong."""

import re
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

_BESIDE_WIDTH = 18 * GRID

# (&D) goes whole, of &Date and of && the first sign.
_MNEMONIC = re.compile(r" ?\(&\w\)|&(.)")


F = TypeVar("F", bound=QWidget)


class Labelled(QWidget, Generic[F]):
    """A row of a form: label, field, hint, and the error when there is one.

    The label names the field for screen readers, and its mnemonic (``&``) goes to the field.
    """

    def __init__(
        self,
        label: Message,
        field: F,
        *,
        hint: Message | None = None,
        beside: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Put a label to a field.

        Args:
            label: What the field is for, in a word or two.
            field: The field; it moves into this row.
            hint: What to write there, shown below.
            beside: Whether the label stands at left instead of above.
            parent: The widget that the row stands in.
        """
        super().__init__(parent)
        self.field = field
        text = worded(label)
        self.label = QLabel(text, self)
        target = field.focusProxy() or field
        self.label.setBuddy(target)
        name = _MNEMONIC.sub(r"\1", text)
        field.setAccessibleName(name)
        target.setAccessibleName(name)
        self._target = target
        self._hint = worded(hint) if hint else ""
        self.note = ErrorNote(self)
        self._lay_out(beside=beside)
        self._describe()

    def show_error(self, message: Message | None) -> None:
        """Say what is wrong with the field; None, that nothing is."""
        self.note.show_text(said(message) if message else "")
        self._describe()

    def error(self) -> str:
        """Return what is said to be wrong, empty when nothing is."""
        return self.note.text()

    def _lay_out(self, *, beside: bool) -> None:
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.field)
        if self._hint:
            hint = QLabel(self._hint, self)
            hint.setWordWrap(True)
            set_tone(hint, Role.MUTED)
            below.addWidget(hint)
        below.addWidget(self.note)
        outer: QBoxLayout = QHBoxLayout(self) if beside else QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GRID if beside else 0)
        if beside:
            self.label.setFixedWidth(_BESIDE_WIDTH)
            self.label.setWordWrap(True)
            self.label.setMinimumHeight(self.field.sizeHint().height())
            outer.addWidget(self.label, 0, Qt.AlignmentFlag.AlignTop)
        else:
            outer.addWidget(self.label)
        outer.addLayout(below, 1)

    def _describe(self) -> None:
        about = " ".join(filter(None, (self.note.text(), self._hint)))
        self.field.setAccessibleDescription(about)
        if not isinstance(self.field, TypedField):
            self._target.setAccessibleDescription(about)
