"""What a project received, returned, used and has left, in large figures; none of it is typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.projects.accounts import Balance
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.baht import baht_words
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.flow import FlowLayout
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.projects.ledger_model import UNKNOWN, money_shown

_LARGE = 1.35


class Figure(QWidget):
    """A caption with an amount under it, which can be copied."""

    def __init__(
        self, caption: Message, name: str, parent: QWidget | None = None, *, large: bool = True
    ) -> None:
        """Make room for an amount.

        Args:
            caption: What it is.
            name: The object name.
            parent: The widget that it stands in.
            large: Whether it is shown large.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self._caption = worded(caption)
        caption_label = QLabel(self._caption, self)
        set_tone(caption_label, Role.MUTED)
        self.label = QLabel(self)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if large:
            font = self.label.font()
            font.setPointSizeF(font.pointSizeF() * _LARGE)
            font.setWeight(font.Weight.DemiBold)
            self.label.setFont(font)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 2 * GRID, 0)
        column.setSpacing(0)
        column.addWidget(caption_label)
        column.addWidget(self.label)
        column.addStretch(1)

    def show_amount(self, satang: int | None, *, wrong: bool = False) -> None:
        """Show an amount in satang; None for an unknown one."""
        words = money_shown(satang) or worded(UNKNOWN)
        self.label.setText(words)
        set_tone(self.label, Role.DANGER if wrong else Role.MUTED if satang is None else Role.TEXT)
        self.label.setToolTip("" if satang is None else baht_words(satang))
        self.setAccessibleName(f"{self._caption} {words}")
        self.updateGeometry()

    def text(self) -> str:
        """Return the figure as it is shown."""
        return self.label.text()


class LedgerFigures(QWidget):
    """The sums of a ledger."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledger_figures")
        self.received = Figure(msg("Received (baht)"), "figure_received", self)
        self.returned = Figure(msg("Returned (baht)"), "figure_returned", self)
        self.used = Figure(msg("Used (baht)"), "figure_used", self)
        self.left = Figure(msg("Left (baht)"), "figure_left", self)
        self.requested = Figure(msg("Asked for (baht)"), "figure_requested", self, large=False)
        self.committed = Figure(msg("Committed (baht)"), "figure_committed", self, large=False)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setObjectName("ledger_unknown")
        set_tone(self.note, Role.WAITING)
        self.note.setVisible(False)
        flow = FlowLayout()
        known = (self.received, self.returned, self.used, self.left)
        for one in (*known, self.requested, self.committed):
            flow.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(flow)
        column.addWidget(self.note)
        self.show_balance(None)

    def show_balance(self, sums: Balance | None) -> None:
        """Show the sums; None while nothing is on file."""
        known = sums or Balance()
        over = sums is not None and known.left < 0
        for figure, amount in (
            (self.received, known.received),
            (self.returned, known.returned),
            (self.used, known.used),
            (self.requested, known.requested),
            (self.committed, known.committed),
        ):
            figure.show_amount(amount if sums else None)
        self.left.show_amount(known.left if sums else None, wrong=over)
        words = []
        if over:
            words.append(said(msg("More was used and returned than was received.")))
        if known.unknown:
            count = known.unknown
            words.append(said(msg("{count} decisions have no amount; the sums are what is known.",
                                  count=count)))  # fmt: skip
        self.note.setText(" ".join(words))
        self.note.setVisible(bool(words))
