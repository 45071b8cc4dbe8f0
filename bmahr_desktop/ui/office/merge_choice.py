"""Two records beside each other: which of them stays, and what of which it keeps."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLabel, QRadioButton, QSizePolicy, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.joining import FIELDS, differing_fields
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_LEFT, _RIGHT = 0, 1
_STAYS = "stays"
_TOP = Qt.AlignmentFlag.AlignTop
_INDICATOR = 4 * GRID
LABELS = 18 * GRID
"""The width of the column of labels."""

_NAMES: Mapping[tuple[Kind, str], Message] = {
    (Kind.PERSON, "honorific"): msg("Title before the name"),
    (Kind.PERSON, "name"): msg("Name and family name"),
    (Kind.PERSON, "job"): msg("Position"),
    (Kind.PERSON, "unit"): msg("Unit"),
    (Kind.UNIT, "name"): msg("Name of the unit"),
    (Kind.UNIT, "short_name"): msg("Short name"),
    (Kind.UNIT, "code"): msg("Letter code"),
    (Kind.UNIT, "parent"): msg("Belongs to"),
}


class _Elided(QRadioButton):
    """A choice whose words are shortened to its room."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words[:1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words to the room."""
        super().resizeEvent(event)
        room = self.width() - _INDICATOR
        text = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(text.replace("&", "&&"))


class MergeChoice(QWidget):
    """The fields of two records, a choice where they differ."""

    changed = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("merge_choice")
        self._kind = kind
        self._both: tuple[Any, Any] | None = None
        self._groups: dict[str, QButtonGroup] = {}
        self._touched: set[str] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * GRID)
        self._grid.setVerticalSpacing(GRID // 2)
        self._grid.setColumnMinimumWidth(0, LABELS)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)

    def show_both(
        self,
        both: tuple[Any, Any] | None,
        named: tuple[int, int] = (0, 0),
        called: Callable[[str, Any], str] = lambda _, value: str(value or ""),
    ) -> None:
        """Show two records; the one that more records name is proposed to stay.

        Args:
            both: The records; None for nothing.
            named: How many records name either.
            called: Words a value of a field.
        """
        self._clear()
        self._both = both
        if both is None:
            return
        differing = differing_fields(*both, self._kind)
        counts = tuple(said(msg("this one, named {count} times", count=count)) for count in named)
        self._row(0, _STAYS, worded(msg("Which one stays")), counts)
        self._groups[_STAYS].button(_RIGHT if named[1] > named[0] else _LEFT).setChecked(True)
        for number, field in enumerate(FIELDS[self._kind], 1):
            texts = tuple(called(field, getattr(one, field)) for one in both)
            words = worded(_NAMES[self._kind, field])
            if field in differing:
                self._row(number, field, words, texts)
            else:
                self._same(number, words, texts)
        self._propose()

    def _clear(self) -> None:
        for group in self._groups.values():
            group.deleteLater()
        self._groups.clear()
        self._touched.clear()
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()

    def _row(self, number: int, field: str, words: str, texts: tuple[str, ...]) -> None:
        label = QLabel(words, self)
        self._grid.addWidget(label, number, 0, _TOP)
        group = QButtonGroup(self)
        self._groups[field] = group
        for side, text in enumerate(texts):
            shown = text or worded(msg("(nothing)"))
            button = _Elided(shown, self)
            button.setObjectName(f"merge_{field}_{side + 1}")
            button.setAccessibleName(f"{words}: {shown}")
            button.setToolTip(shown)
            group.addButton(button, side)
            self._grid.addWidget(button, number, side + 1, _TOP)
        group.idClicked.connect(lambda _, field=field: self._on_clicked(field))

    def _same(self, number: int, words: str, texts: tuple[str, ...]) -> None:
        self._grid.addWidget(QLabel(words, self), number, 0, _TOP)
        label = QLabel(texts[0] or "–", self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        set_tone(label, Role.MUTED)
        if texts[0] != texts[1]:  # the places of two units that belong to each other
            label.setText("–")
        self._grid.addWidget(label, number, 1, 1, 2, _TOP)

    def _on_clicked(self, field: str) -> None:
        self._touched.add(field)
        if field == _STAYS:
            self._propose()
        self.changed.emit()

    def _propose(self) -> None:
        """Propose what the one that stays says, and the other's where it says nothing."""
        if self._both is None:
            return
        stays = self._groups[_STAYS].checkedId()
        for field, group in self._groups.items():
            if field != _STAYS and field not in self._touched:
                says_it = bool(getattr(self._both[stays], field))
                group.button(stays if says_it else 1 - stays).setChecked(True)

    # ------------------------------------------------------------ what was chosen

    def stays(self) -> Any:
        """Return the record that stays."""
        return self._both[self._groups[_STAYS].checkedId()] if self._both else None

    def goes(self) -> Any:
        """Return the other one."""
        return self._both[1 - self._groups[_STAYS].checkedId()] if self._both else None

    def values(self) -> dict[str, Any]:
        """Return the fields in which they differ, as chosen."""
        if self._both is None:
            return {}
        return {
            field: getattr(self._both[group.checkedId()], field)
            for field, group in self._groups.items()
            if field != _STAYS
        }
