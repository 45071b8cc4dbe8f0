"""A resolution in full, to be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.agenda.register_model import due_of, kinds_of
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role


class ResolutionView(QScrollArea):
    """The wording, where it stands, who is to act."""

    open_wanted = Signal()
    """Emitted when the resolution is to be opened at its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resolution_view")
        self.setAccessibleName(worded(msg("The resolution in full")))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget(self)
        self._where, self._matter, self._text = _words(inner), _words(inner), _words(inner)
        for label, larger in ((self._where, 1.15), (self._text, 1.1)):
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * larger)
            label.setFont(font)
        font = self._where.font()
        font.setWeight(font.Weight.DemiBold)
        self._where.setFont(font)
        set_tone(self._matter, Role.MUTED)
        self._facts = QFormLayout()
        self._facts.setHorizontalSpacing(2 * GRID)
        self._kinds = self._fact(msg("Kind"), inner)
        self._assigned = self._fact(msg("Assigned to"), inner)
        self._due = self._fact(msg("Due"), inner)
        self._early = self._fact(msg("Execution"), inner)
        self.open = QPushButton(
            icon(IconName.EXTERNAL_LINK), worded(msg("Open in the minutes")), inner
        )
        self.open.setObjectName("resolution_open")
        self.open.setToolTip(worded(msg("Open in the minutes (Enter)")))
        self.open.clicked.connect(self.open_wanted)
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(2 * GRID)
        for widget in (self._where, self._matter, self._text):
            column.addWidget(widget)
        column.addLayout(self._facts)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)
        inner.setVisible(False)
        self._inner = inner

    def _fact(self, name: Message, parent: QWidget) -> QLabel:
        label, words = QLabel(worded(name), parent), _words(parent)
        set_tone(label, Role.MUTED)
        self._facts.addRow(label, words)
        return words

    def show_line(self, line: ResolutionLine | None, code: str) -> None:
        """Show a resolution of the committee with that code; None for none."""
        self._inner.setVisible(line is not None)
        if line is None:
            return
        date = format_date(line.date, DateStyle.SHORT_FULL_YEAR, digits_in_use())
        where = msg(
            "{committee}, meeting {meeting}, {date}, item {item}",
            committee=code,
            meeting=shown(f"{line.number}/{line.year}"),
            date=date,
            item=shown(f"{line.item}.{line.order}"),
        )
        self._where.setText(said(where))
        self._matter.setText(line.matter_title or line.item_title)
        self._text.setText(line.text)
        early = worded(msg("without waiting for the adoption of the minutes"))
        for words, value in (
            (self._kinds, kinds_of(line)),
            (self._assigned, "\n".join(line.assigned_to)),
            (self._due, due_of(line)),
            (self._early, early if line.before_adoption else ""),
        ):
            words.setText(value)
            self._facts.setRowVisible(words, bool(value))
        self.verticalScrollBar().setValue(0)


def _words(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return label
