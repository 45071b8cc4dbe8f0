"""The heading of old minutes as fields: number, year, date, hours, place."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.number_field import NumberField
from bmahr_desktop.ui.fields.time_field import TimeField
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import ErrorNote

_STEP = 12
"""A field is so many pixels wide, at least, for each part of the line that it has."""
_TOP = Qt.AlignmentFlag.AlignTop


class HeadingForm(QWidget):
    """Says what somebody types into the heading, field by field.

    Signals:
        typed: A field's name, as in a meeting, and its value; None where it was emptied.
    """

    typed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("old_heading")
        self.number, self.year = NumberField(1, 999), NumberField(2400, 2999)
        self.date = DateField()
        self.start, self.end = TimeField(), TimeField()
        self.mode, self.venue = ChoiceField(wording.choices(wording.MODES)), WordField()
        self.mode.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.note = ErrorNote(self)
        self._missing: Mapping[str, Message] = {}
        self._rows: dict[str, Labelled[Any]] = {}
        self._lay_out()
        for name, field in self._typed_fields().items():
            field.edited.connect(partial(self.typed.emit, name))
            # What is wrong needs more room than such a field has; it is said below all of them.
            field.note.setFixedSize(0, 0)
            field.line.editingFinished.connect(self._tell)
        self.venue.committed.connect(partial(self.typed.emit, "venue"))
        self.mode.chosen.connect(partial(self.typed.emit, "mode"))

    def _typed_fields(self) -> dict[str, TypedField[Any]]:
        return {
            "number": self.number, "year": self.year, "date": self.date, "start": self.start,
            "end": self.end,
        }  # fmt: skip

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        rows: tuple[tuple[str, Message, QWidget, int], ...] = (
            ("number", msg("Meeting &number"), self.number, 4),
            ("year", msg("Year (B.E.)"), self.year, 5),
            ("date", msg("&Date"), self.date, 12),
            ("start", msg("&Begins at"), self.start, 7),
            ("end", msg("Ends at"), self.end, 7),
            ("mode", msg("&Mode"), self.mode, 13),
            ("venue", msg("&Venue"), self.venue, 20),
        )
        for column, (name, label, field, stretch) in enumerate(rows):
            field.setObjectName(f"old_{name}")
            self._rows[name] = Labelled(label, field, parent=self)
            self._rows[name].setMinimumWidth(stretch * _STEP)
            grid.addWidget(self._rows[name], 0, column, _TOP)
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self.note, 1, 0, 1, len(rows))

    # ------------------------------------------------------------ what it shows

    def show_heading(self, heading: Mapping[str, Any]) -> None:
        """Show a heading quietly; what is being typed stays."""
        for name, field in self._typed_fields().items():
            field.set_value(heading.get(name))
        self.venue.set_text_quietly(heading.get("venue") or "")
        self.mode.set_value(heading.get("mode") or wording.choices(wording.MODES)[0][0])
        self.mode.setToolTip(self.mode.currentText())
        self.venue.setToolTip(self.venue.text())
        self._tell()

    def commit(self) -> bool:
        """Say what is typed; return whether all of it is understood."""
        self.venue.commit()
        fields = self._typed_fields().values()
        understood = [field.commit() for field in fields]
        for field, is_understood in zip(fields, understood, strict=True):
            if not is_understood:
                field.setFocus()
        self._tell()
        return all(understood)

    def show_missing(self, missing: Mapping[str, Message]) -> None:
        """Say what is still needed."""
        self._missing = missing
        self._tell()

    def _tell(self) -> None:
        """Say what is missing, and what is typed and means nothing."""
        words = []
        for name, field in self._typed_fields().items():
            if field.message():
                words.append(f"{self._rows[name].label.text()} : {field.message()}")
            elif name in self._missing:
                words.append(said(self._missing[name]))
        self.note.show_text("  ".join(words))

    def go_to(self, name: str) -> None:
        """Put the keyboard into a field."""
        self._rows[name].field.setFocus()
