"""How the dialog that takes a list of people in is laid out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.registers import CommitteeLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.days import Today
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import Emphasis, emphasise, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import EmptyState, ErrorNote
from bmahr_desktop.ui.office.roster_preview import RosterPreview

_WIDTH, _HEIGHT = 160 * GRID, 84 * GRID
_ROOM = 6 * GRID
_TOP = Qt.AlignmentFlag.AlignTop


class RosterLayout(QDialog):
    """What a list is for, the list itself, and what can be done with it."""

    def __init__(
        self,
        committee: str,
        committees: Sequence[CommitteeLine],
        parent: QWidget | None,
        today: Today,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("roster")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        title = worded(msg("Take in a list of people"))
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._today = today
        self._build(committee, committees)
        self.show_target()

    def _build(self, committee: str, committees: Sequence[CommitteeLine]) -> None:
        names = [(one.uid, verbatim(f"{one.code} · {one.name}")) for one in committees]
        into = [(one, msg("Members of {committee}", committee=name)) for one, name in names]
        self.target = ChoiceField([("", msg("The register of people only")), *into])
        self.target.setObjectName("roster_target")
        self.target.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.target.set_value(committee if committee in {one for one, _ in into} else "")
        self.since = DateField(today=self._today)
        self.since.setObjectName("roster_since")
        self.instrument = WordField()
        self.instrument.setObjectName("roster_instrument")
        self.preview = RosterPreview(self)
        self._empty = EmptyState(
            IconName.CLIPBOARD_PASTE,
            msg(
                "Copy the rows of people in Excel, LibreOffice Calc or Word, come back here and"
                " press Ctrl+V. A row of headings may be among them."
            ),
            msg("Choose a file (.csv, .txt)…"),
        )
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.preview)
        self.note = ErrorNote(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        whole.setSpacing(GRID)
        whole.addLayout(self._head())
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.note)
        whole.addLayout(self._foot())
        room = self.screen().availableSize()
        self.resize(min(_WIDTH, room.width() - _ROOM), min(_HEIGHT, room.height() - _ROOM))

    def _head(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID)
        self._since_row = Labelled(msg("&Since, for all"), self.since, parent=self)
        self._instrument_row = Labelled(msg("A&ppointed by, for all"), self.instrument, parent=self)
        into = Labelled(msg("Take in as"), self.target, parent=self)
        rows: tuple[tuple[QWidget, int], ...] = (
            (into, 5),
            (self._since_row, 3),
            (self._instrument_row, 5),
        )
        for column, (row, stretch) in enumerate(rows):
            grid.addWidget(row, 0, column, _TOP)
            grid.setColumnStretch(column, stretch)
        return grid

    def _foot(self) -> QHBoxLayout:
        self.summary = QLabel(self)
        self.summary.setObjectName("roster_summary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        set_tone(self.summary, Role.MUTED)
        self._file = self._button("roster_file", msg("Choose a file…"))
        self._again = self._button("roster_paste", msg("Paste (Ctrl+V)"))
        self._leave = self._button("roster_leave", msg("Do not take in"))
        self.go = self._button("roster_take_in", msg("Take in"))
        emphasise(self.go, Emphasis.MAIN)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addWidget(self._again)
        row.addWidget(self._file)
        row.addSpacing(GRID)
        row.addWidget(self.summary, 1)
        row.addWidget(self._leave)
        row.addWidget(self.go)
        self.go.setEnabled(False)
        return row

    def _button(self, name: str, words: Message) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(button.text())
        button.setAutoDefault(False)
        return button

    def committee(self) -> str | None:
        """Return the uid of the committee that the list is for; None for people alone."""
        return str(self.target.value()) or None

    def show_target(self) -> None:
        """Ask for day and appointment only where there are seats to be given."""
        for row in (self._since_row, self._instrument_row):
            row.setEnabled(self.committee() is not None)
