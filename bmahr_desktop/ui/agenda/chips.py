"""Filters as chips: what the register is narrowed to, one after the other."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.domain.registers import Offered
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.agenda.choice_list import ChoiceList
from bmahr_desktop.ui.agenda.filters import NAMES, OF_ANY_TEXT, Filter, name_of, values_of
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.flow import FlowLayout
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID

_WIDEST = 34 * GRID
_OPENS = (Qt.Key.Key_Down, Qt.Key.Key_F4, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CLEARS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class _Words(QPushButton):
    """The words of a chip, cut where they are long; opened, left and cleared by keys."""

    open_wanted = Signal()
    clear_wanted = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setCheckable(True)
        self.setProperty("narrow", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_wanted)

    def nextCheckState(self) -> None:
        """Stay as it is: the check says that something is chosen."""

    def sizeHint(self) -> QSize:
        """Return the room for the words, as far as they are shown."""
        size = super().sizeHint()
        return QSize(min(size.width(), _WIDEST), size.height())

    def tell(self, words: str) -> None:
        """Say something."""
        room = _WIDEST - 4 * GRID
        self.setText(self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.setToolTip(words)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list, clear the filter, go to the next chip."""
        key = Qt.Key(event.key())
        if key in _OPENS:
            self.open_wanted.emit()
        elif key in _CLEARS:
            self.clear_wanted.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        else:
            super().keyPressEvent(event)


class FilterChip(QWidget):
    """One filter: its name, or what was chosen with a cross that clears it."""

    chosen = Signal(object)
    """Emitted with the value; None when it was cleared."""

    def __init__(self, name: str, title: Message, parent: QWidget) -> None:
        """Make a chip.

        Args:
            name: Its name in the program.
            title: What the values are.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName(f"filter_{name}")
        self._title = title
        self._values: Sequence[tuple[Any, Message]] = ()
        self._offered = False
        self.value: Any = None
        self.words = _Words(self)
        self.words.setObjectName(f"filter_{name}_open")
        self.cross = QToolButton(self)
        self.cross.setObjectName(f"filter_{name}_clear")
        self.cross.setIcon(icon(IconName.X))
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by the keyboard: Delete on the words
        self.cross.setToolTip(worded(msg("Clear this filter (Delete)")))
        self.cross.setAccessibleName(worded(msg("Clear this filter (Delete)")))
        self.list = ChoiceList(f"filter_{name}", worded(title), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(self.cross)
        self.words.open_wanted.connect(self.open_list)
        self.words.clear_wanted.connect(self._clear)
        self.cross.clicked.connect(self._clear)
        self.list.chosen.connect(self._take)

    def offer(self, values: Sequence[tuple[Any, Message]]) -> None:
        """Offer values; where there is nothing to choose from, the chip is gone."""
        self._values, self._offered = values, True

    def show_value(self, value: Any, words: Message | None) -> None:
        """Show what is chosen, without a signal; None and no words for all."""
        self.value = value
        title = worded(self._title)
        self.words.tell(f"{title}: {said(words)}" if words else title)
        self.words.setIcon(icon(IconName.CHECK if words else IconName.CHEVRON_DOWN))
        self.words.setChecked(words is not None)
        name = msg("Filter: {words}", words=self.words.toolTip())
        self.words.setAccessibleName(worded(name))
        self.cross.setVisible(words is not None)
        # Until it is known what there is to choose from, it keeps its place.
        self.setVisible(bool(self._values) or value is not None or not self._offered)

    def open_list(self) -> None:
        """Drop the list of values down."""
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._values:
            every: tuple[Any, Message] = (None, msg("All"))
            self.list.open_below(self.words, [every, *self._values], self.value)

    def _take(self, value: Any) -> None:
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        if value != self.value:
            self.chosen.emit(value)

    def _clear(self) -> None:
        if self.value is not None:
            self.chosen.emit(None)


class FilterBar(QWidget):
    """All chips, and a button that clears them."""

    narrowed = Signal(object)
    """Emitted with the `RegisterQuery` when another value was chosen; its words are untouched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("register_filters")
        self.offered = Offered()
        self.query = RegisterQuery()
        self._everywhere = False
        self.chips: Mapping[Filter, FilterChip] = {
            one: FilterChip(one.value, NAMES[one], self) for one in Filter
        }
        self.clear = QPushButton(icon(IconName.X), worded(msg("Clear the filters")), self)
        self.clear.setObjectName("register_filters_clear")
        self.clear.setToolTip(worded(msg("Clear the filters (Alt+C)")))
        self.clear.setProperty("narrow", True)
        self.clear.setAutoDefault(False)
        self.clear.clicked.connect(self.clear_all)
        row = FlowLayout(self)
        row.setSpacing(GRID // 2)
        for one, chip in self.chips.items():
            row.addWidget(chip)
            chip.chosen.connect(lambda value, one=one: self._narrow(one, value))
            chip.words.stepped.connect(lambda by, one=one: self._step(one, by))
        row.addWidget(self.clear)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_query(self.query)

    def offer(self, offered: Offered) -> None:
        """Offer only what occurs in the register."""
        self.offered = offered
        for one, values in values_of(offered).items():
            self.chips[one].offer(values)
        self.show_query(self.query)

    def show_query(self, query: RegisterQuery) -> None:
        """Show what the register is narrowed to, without a signal."""
        self.query = query
        for one, chip in self.chips.items():
            value = getattr(query, one.value)
            chip.show_value(value, None if value is None else name_of(one, value, self.offered))
        self.clear.setVisible(self.is_narrowed())

    def is_narrowed(self) -> bool:
        """Tell whether any filter is set."""
        return self.query != RegisterQuery(words=self.query.words)

    def clear_all(self) -> None:
        """Clear every filter."""
        if self.is_narrowed():
            if self.clear.hasFocus():
                self.focus_first()
            self._set(RegisterQuery(words=self.query.words))

    def focus_first(self) -> None:
        """Put the keyboard into the first chip."""
        shown = self._shown()
        if shown:
            shown[0].words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_everywhere(self, *, everywhere: bool) -> None:
        """Leave only what narrows any text, or all chips."""
        for one, chip in self.chips.items():
            chip.setEnabled(not everywhere or one in OF_ANY_TEXT)

    def _shown(self) -> list[FilterChip]:
        return [chip for chip in self.chips.values() if not chip.isHidden() and chip.isEnabled()]

    def _step(self, one: Filter, by: int) -> None:
        shown = self._shown()
        at = shown.index(self.chips[one]) + by
        if 0 <= at < len(shown):
            shown[at].words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _narrow(self, one: Filter, value: Any) -> None:
        self._set(msgspec.structs.replace(self.query, **{one.value: value}))

    def _set(self, query: RegisterQuery) -> None:
        self.show_query(query)
        self.narrowed.emit(query)
