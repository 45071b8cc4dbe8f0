"""What each column of a pasted list is taken for, and can be taken for instead."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.roster_columns import Column, Columns, Sheet
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_WIDTH = 22 * GRID

_NAMES: Mapping[Column, Message] = {
    Column.IGNORED: msg("Not taken in"),
    Column.ORDER: msg("Number in the list"),
    Column.HONORIFIC: msg("Title before the name"),
    Column.GIVEN: msg("Given name"),
    Column.FAMILY: msg("Family name"),
    Column.NAME: msg("Name and family name"),
    Column.JOB: msg("Position"),
    Column.UNIT: msg("Unit"),
    Column.ROLE: msg("Role in the committee"),
    Column.SEAT: msg("Sits there as"),
}
_EXCLUDE: Mapping[Column, frozenset[Column]] = {
    Column.NAME: frozenset((Column.GIVEN, Column.FAMILY)),
    Column.GIVEN: frozenset((Column.NAME,)),
    Column.FAMILY: frozenset((Column.NAME,)),
}


class ColumnsBar(QScrollArea):
    """A card for each column: its heading, what stands in it, and what it is taken for."""

    changed = Signal(object)
    """Emitted with the `Columns` when the user changed one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("roster_columns")
        self.setAccessibleName(worded(msg("What the columns hold")))
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fields: list[ChoiceField] = []
        self._before: Columns = ()
        self._others: Columns = ()
        self._at = -1

    def show_sheet(self, sheet: Sheet) -> None:
        """Show the columns of a list."""
        inner = QWidget()
        row = QHBoxLayout(inner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        self._fields = []
        for at, heading in enumerate(sheet.headings):
            sample = next((cells[at] for _, cells in sheet.rows if cells[at]), "")
            row.addWidget(self._card(at, heading, sample, inner))
        row.addStretch(1)
        self.setWidget(inner)
        self.show_columns(sheet.columns)
        inner.installEventFilter(self)
        self.updateGeometry()

    def show_columns(self, columns: Columns) -> None:
        """Show what the columns are taken for."""
        for field, column in zip(self._fields, columns, strict=True):
            field.set_value(column)
        self._before, self._at = columns, -1

    def columns(self) -> Columns:
        """Return what the columns are taken for."""
        return tuple(Column(str(field.value())) for field in self._fields)

    def sizeHint(self) -> QSize:
        """Return the room for the cards, and for the bar below them when they need one."""
        inner = self.widget()
        if inner is None:
            return super().sizeHint()
        wanted = inner.minimumSizeHint()
        bar = self.horizontalScrollBar().sizeHint().height()
        over = wanted.width() > self.viewport().width()
        return QSize(wanted.width(), wanted.height() + (bar if over else 0))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, however narrow."""
        return QSize(_WIDTH, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for other room when the cards need it."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.setFixedHeight(self.sizeHint().height())
        return super().eventFilter(watched, event)

    def _card(self, at: int, heading: str, sample: str, parent: QWidget) -> QWidget:
        name = " ".join(heading.split()) or said(msg("Column {number}", number=at + 1))
        card = QWidget(parent)
        card.setFixedWidth(_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        head = self._label(name, card, bold=True)
        shown = self._label(" ".join(sample.split()) or "–", card)
        set_tone(shown, Role.MUTED)
        field = ChoiceField([(kind, words) for kind, words in _NAMES.items()], card)
        field.setObjectName(f"roster_column_{at + 1}")
        field.setAccessibleName(said(msg("What the column “{name}” holds", name=name)))
        field.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        field.chosen.connect(lambda _: self._on_chosen(at))
        field.installEventFilter(self._watcher)
        self._fields.append(field)
        for widget in (head, shown, field):
            column.addWidget(widget)
        return card

    @property
    def _watcher(self) -> QObject:
        """What brings a field into view that the keyboard goes to."""
        found = self.findChild(_Seen)
        return found or _Seen(self)

    def _label(self, text: str, parent: QWidget, *, bold: bool = False) -> QLabel:
        label = QLabel(parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        font = label.font()
        font.setBold(bold)
        label.setFont(font)
        room = _WIDTH - GRID
        label.setText(QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room))
        label.setToolTip(text if label.text() != text else "")
        return label

    def _on_chosen(self, at: int) -> None:
        """Let no two columns be the same, and a whole name stand without its parts.

        Whoever steps through the choices by keys takes nothing from other columns for good: they
        have it back as soon as the step goes on.
        """
        if at != self._at:
            self._at, self._others = at, self._before
        taken = Column(str(self._fields[at].value()))
        out = _EXCLUDE.get(taken, frozenset()) | {taken}
        for number, (field, column) in enumerate(zip(self._fields, self._others, strict=True)):
            if number != at:
                field.set_value(Column.IGNORED if column in out else column)
        self._before = self.columns()
        self.changed.emit(self._before)


class _Seen(QObject):
    """Brings a field into view when the keyboard goes to it."""

    def __init__(self, bar: ColumnsBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll to a field."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self._bar.ensureWidgetVisible(watched, 2 * GRID, 0)
        return super().eventFilter(watched, event)
