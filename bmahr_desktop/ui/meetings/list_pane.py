"""The meetings of a committee, year by year: what one opens a meeting from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.registers import CommitteeLine, MeetingLine
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.fields.word_field import ChoiceField
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.meetings_model import DATE, NUMBER, STATE, Index, MeetingsModel


class MeetingList(QTreeView):
    """The list itself."""

    chosen = Signal(str)
    """Emitted with the uid of the meeting that was chosen."""
    entered = Signal()
    """Emitted when Enter is pressed: go on into the meeting."""
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting_list")
        self.setAccessibleName(worded(msg("Meetings")))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.rows = MeetingsModel(self)
        self.setModel(self.rows)
        header = self.header()
        header.setStretchLastSection(False)  # it would not let the state be narrower than usual
        for column in (NUMBER, DATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which meeting is chosen."""
        super().currentChanged(current, previous)
        line = self.rows.line(current.row())
        if line is not None:
            self.chosen.emit(line.uid)

    def choose(self, uid: str) -> bool:
        """Choose a meeting; return whether it is in the list."""
        row = self.rows.row_of(uid)
        if row < 0:
            return False
        self.setCurrentIndex(self.rows.index(row, 0))
        return True

    def current(self) -> str:
        """Return the uid of the meeting that is chosen; empty without one."""
        line = self.rows.line(self.currentIndex().row())
        return line.uid if line else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on into the meeting; Delete takes it away."""
        match Qt.Key(event.key()):
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Delete:
                self.remove_wanted.emit()
            case _:
                super().keyPressEvent(event)


class MeetingListPane(QWidget):
    """Committee, year, search, and the list of meetings.

    It knows nothing of the file: what it shows is given to it, so that it can be shown at once.
    """

    committee_chosen = Signal(str)
    chosen = Signal(str)
    new_wanted = Signal()
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting_list_pane")
        self.committee = ChoiceField()
        self.committee.setObjectName("committee_choice")
        self.committee.setAccessibleName(worded(msg("Committee")))
        self.committee.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.committee.setMinimumContentsLength(12)
        self.year = ChoiceField()
        self.year.setObjectName("year_choice")
        self.year.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.year.setAccessibleName(worded(msg("Year")))
        self.search = CleanLine()
        self.search.setObjectName("meeting_search")
        self.search.setAccessibleName(worded(msg("Search the meetings")))
        self.search.setPlaceholderText(worded(msg("Number, date, place or state")))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon(IconName.SEARCH), CleanLine.ActionPosition.LeadingPosition)
        self.list = MeetingList(self)
        self.add = QPushButton(icon(IconName.CALENDAR_PLUS), worded(msg("New meeting")), self)
        self.add.setObjectName("meeting_add")
        self.add.setToolTip(worded(msg("New meeting (Ctrl+N)")))
        self._none = QLabel(worded(msg("No meeting matches.")), self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        set_tone(self._none, Role.MUTED)
        filters = QHBoxLayout()
        filters.setSpacing(GRID)
        filters.addWidget(self.year)
        filters.addWidget(self.search, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, 0, GRID)
        column.setSpacing(GRID)
        column.addWidget(self.committee)
        column.addLayout(filters)
        column.addLayout(self._stack, 1)
        column.addWidget(self.add)
        self.setMinimumWidth(31 * GRID)

    def _connect(self) -> None:
        self.committee.chosen.connect(lambda uid: self.committee_chosen.emit(str(uid)))
        self.year.chosen.connect(lambda _: self._filter())
        self.search.textChanged.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self._into_list)
        self.list.chosen.connect(self.chosen)
        self.list.remove_wanted.connect(self._remove)
        self.add.clicked.connect(self.new_wanted)
        remove = QAction(icon(IconName.TRASH), worded(msg("Remove the meeting")), self.list)
        remove.setObjectName("meeting_remove")
        remove.triggered.connect(self._remove)
        self.list.addAction(remove)

    # ------------------------------------------------------------ what it shows

    def show_committees(self, lines: Sequence[CommitteeLine], chosen: str) -> None:
        """Offer committees, and choose one without a signal."""
        self.committee.set_choices(
            [(one.uid, verbatim(f"{one.code} · {one.name}")) for one in lines]
        )
        if chosen:
            self.committee.set_value(chosen)
        self.committee.setToolTip(next((one.name for one in lines if one.uid == chosen), ""))

    def show_meetings(self, lines: Sequence[MeetingLine], year: int | None = None) -> None:
        """Show the meetings of the committee; what was chosen stays so.

        Args:
            lines: The meetings, the newest first.
            year: Show this year, if there are meetings in it.
        """
        before, wanted = self.list.current(), year or self.year.value()
        years = sorted({one.year for one in lines}, reverse=True)
        offered: list[tuple[object, Message]] = [
            (one, msg("B.E. {year}", year=shown(str(one)))) for one in years
        ]
        self.year.set_choices([*offered, (None, msg("All years"))])
        self.year.set_value(wanted if wanted in years else None)
        self.list.blockSignals(True)
        self.list.rows.show_meetings(lines)
        self._filter()
        self.list.choose(before)
        self.list.blockSignals(False)

    def choose(self, uid: str) -> bool:
        """Choose a meeting of the committee, whatever is filtered; return whether it is there."""
        if uid not in self.list.rows.all_uids():
            return False
        if self.list.rows.row_of(uid) < 0:
            self.search.clear()
            self.year.set_value(None)
            self._filter()
        return self.list.choose(uid)

    def choose_first(self) -> None:
        """Choose the newest meeting that is shown."""
        if line := self.list.rows.line(0):
            self.list.choose(line.uid)

    def _filter(self) -> None:
        before = self.list.current()
        year = self.year.value()
        self.list.rows.filter_by(year if isinstance(year, int) else None, self.search.text())
        self.list.choose(before)
        self._stack.setCurrentIndex(0 if self.list.rows.rowCount() else 1)

    def _into_list(self) -> None:
        if not self.list.current():
            self.choose_first()
        self.list.setFocus()

    def _remove(self) -> None:
        if uid := self.list.current():
            self.remove_wanted.emit(uid)
