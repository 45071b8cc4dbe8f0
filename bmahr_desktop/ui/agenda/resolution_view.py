"""A resolution in full, to be read; or another place in the minutes that was found."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.search import Hit
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.agenda.columns import (
    STATE_LOOKS,
    Row,
    kinds_of,
    meeting_of,
    place_of,
    state_words,
)
from bmahr_desktop.ui.agenda.marked_label import MarkedLabel
from bmahr_desktop.ui.agenda.section import ResolutionSection
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import State, StateChip, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_STEADY_MS = 120
"""Sections follow at once, and then not oftener than this while somebody walks on."""


class ResolutionView(QScrollArea):
    """The wording, where it stands, who is to act; below it the sections that were added."""

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
        self._where, self._matter, self._text = (MarkedLabel(inner) for _ in range(3))
        for label, larger in ((self._where, 1.15), (self._text, 1.1)):
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * larger)
            label.setFont(font)
        font = self._where.font()
        font.setWeight(font.Weight.DemiBold)
        self._where.setFont(font)
        set_tone(self._matter, Role.MUTED)
        self._state = StateChip(State.NEUTRAL, "", parent=inner)
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
        self._column = column = QVBoxLayout(inner)
        column.setContentsMargins(2 * GRID, GRID, 2 * GRID, GRID)
        column.setSpacing(2 * GRID)
        for widget in (self._where, self._matter, self._text):
            column.addWidget(widget)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._facts)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        self._sections_at = QVBoxLayout()
        self._sections_at.setSpacing(2 * GRID)
        column.addLayout(self._sections_at)
        column.addStretch(1)
        self.setWidget(inner)
        inner.setVisible(False)
        self._inner = inner
        self.sections: list[ResolutionSection] = []
        self._uid = self._shown_in_sections = ""
        self._steady = QTimer(self, singleShot=True, interval=_STEADY_MS)
        self._steady.timeout.connect(self._show_sections)

    def _fact(self, name: Message, parent: QWidget) -> QLabel:
        label, words = QLabel(worded(name), parent), MarkedLabel(parent)
        set_tone(label, Role.MUTED)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._facts.addRow(label, words)
        return words

    # ------------------------------------------------------------ its sections

    def add_section(self, section: ResolutionSection) -> None:
        """Add a section below those that are there."""
        self.sections.append(section)
        self._sections_at.addWidget(section)
        section.show_resolution(self._shown_in_sections)

    def add_head(self, widget: QWidget) -> None:
        """Add what is to be known before anything else is read."""
        self._column.insertWidget(0, widget)

    def is_writing(self) -> bool:
        """Tell whether something is being written in a section."""
        return any(section.is_writing() for section in self.sections)

    def flush(self) -> bool:
        """Keep what is typed in the sections; return whether all of it is kept."""
        kept = True
        for section in self.sections:
            kept = section.flush() and kept
        return kept

    def _follow(self, uid: str) -> None:
        """Have the sections show a resolution, soon."""
        self._uid = uid
        if not self._steady.isActive():
            self._show_sections()

    def _show_sections(self) -> None:
        if self._uid == self._shown_in_sections:
            return
        self.flush()
        self._shown_in_sections = self._uid
        for section in self.sections:
            section.show_resolution(self._uid)
        self._steady.start()

    # ------------------------------------------------------------ what is shown

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._show_inner(False)
        self._follow("")

    def _show_inner(self, shown: bool) -> None:
        policy = Qt.ScrollBarPolicy
        self._inner.setVisible(shown)
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if shown else policy.ScrollBarAlwaysOff
        )

    def show_row(self, row: Row, code: str, keys: Sequence[str] = ()) -> None:
        """Show a resolution.

        Args:
            row: The resolution, as the register has it.
            code: The code of the committee.
            keys: What was looked for, as search keys.
        """
        line = row.line
        other = line.uid != self._uid
        self._show_inner(True)
        self._where.show_words(said(_where(line, code)))
        date = format_date(line.date, DateStyle.SHORT_FULL_YEAR, digits_in_use())
        self._matter.show_words(f"{date} · {line.matter_title or line.item_title}", keys)
        self._text.show_words(line.text, keys)
        self._state.setVisible(line.state is not None)
        if line.state is not None:
            words = state_words(line)
            if row.overdue:
                words = worded(msg("Overdue · {state}", state=wording.FOLLOW_UPS[line.state]))
            look = State.DANGER if row.overdue else STATE_LOOKS[line.state]
            self._state.show_state(look, words)
        early = worded(msg("without waiting for the adoption of the minutes"))
        self._show_facts(
            kinds_of(line),
            "\n".join(line.assigned_to),
            "\n".join(_due_words(line)),
            early if line.before_adoption else "",
        )
        self._follow(line.uid)
        if other:
            self.verticalScrollBar().setValue(0)

    def show_hit(self, hit: Hit, keys: Sequence[str]) -> None:
        """Show a place in the minutes that is no resolution."""
        self._show_inner(True)
        self._where.show_words(hit.where)
        self._matter.show_words(worded(wording.KINDS[Kind(hit.kind)]))
        self._text.show_words(hit.text, keys)
        self._state.setVisible(False)
        self._show_facts("", "", "", "")
        self._follow("")
        self.verticalScrollBar().setValue(0)

    def _show_facts(self, *values: str) -> None:
        facts = (self._kinds, self._assigned, self._due, self._early)
        for words, value in zip(facts, values, strict=True):
            words.setText(value)
            self._facts.setRowVisible(words, bool(value))


def _where(line: ResolutionLine, code: str) -> Message:
    return msg(
        "{committee}, meeting {meeting}, agenda item {item}",
        committee=code,
        meeting=meeting_of(line),
        item=place_of(line),
    )


def _due_words(line: ResolutionLine) -> list[str]:
    """Return by when somebody is to act: as typed, and the day where that does not say it."""
    words = line.due.text if line.due else ""
    day = line.due_day
    if day is None or search_key(format_date(day, DateStyle.LONG)) in search_key(words):
        return [words] if words else []
    date = format_date(day, DateStyle.SHORT_FULL_YEAR, digits_in_use())
    return [words, date] if words else [date]
