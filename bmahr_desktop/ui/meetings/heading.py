"""What stands over a meeting: which one it is, how it stands, what can be made of it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QWidget

from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import State, StateChip, set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role


class MeetingHeading(QWidget):
    """The name of the meeting, its states, and its papers."""

    print_wanted = Signal()
    pdf_wanted = Signal()
    json_wanted = Signal()
    paper_wanted = Signal(bool)
    """Emitted with whether the paper is wanted beside the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting_heading")
        self.name = QLabel(self)
        self.name.setObjectName("meeting_name")
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(font.Weight.DemiBold)
        self.name.setFont(font)
        self.date = QLabel(self)
        self.date.setObjectName("meeting_date_shown")
        set_tone(self.date, Role.MUTED)
        self._meeting_chip = StateChip(State.NEUTRAL, "", parent=self)
        self._minutes_chip = StateChip(State.NEUTRAL, "", parent=self)
        self.papers = QPushButton(icon(IconName.FILE_TEXT), worded(msg("Papers")), self)
        self.papers.setObjectName("papers_menu_button")
        self.papers.setMenu(self._menu())
        self.beside = QToolButton(self)
        self.beside.setObjectName("paper_beside")
        self.beside.setIcon(icon(IconName.PANEL_RIGHT))
        self.beside.setCheckable(True)
        said_ = worded(msg("The paper beside the text (Ctrl+Shift+P)"))
        self.beside.setToolTip(said_)
        self.beside.setAccessibleName(said_)
        self.beside.clicked.connect(self.paper_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.name)
        row.addWidget(self.date)
        row.addSpacing(GRID)
        row.addWidget(self._meeting_chip)
        row.addWidget(self._minutes_chip)
        row.addStretch(1)
        row.addWidget(self.papers)
        row.addWidget(self.beside)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setObjectName("papers_menu")
        wanted: tuple[tuple[str, Message, IconName, str, SignalInstance], ...] = (
            ("minutes_print", msg("Print the minutes…"), IconName.PRINTER, "Ctrl+P",
             self.print_wanted),
            ("minutes_pdf", msg("Export the minutes as PDF…"), IconName.DOWNLOAD, "Ctrl+E",
             self.pdf_wanted),
            ("meeting_json", msg("Export the meeting's record (JSON)…"), IconName.SHARE,
             "Ctrl+Shift+E", self.json_wanted),
        )  # fmt: skip
        for name, words, image, keys, signal in wanted:
            action = QAction(icon(image), worded(words), self)
            action.setObjectName(name)
            action.setShortcut(QKeySequence(keys))
            action.triggered.connect(lambda _=False, wants=signal: wants.emit())
            menu.addAction(action)
            self.addAction(action)
        return menu

    def show_meeting(self, meeting: Meeting) -> None:
        """Show which meeting it is and how it stands."""
        number = shown(f"{meeting.number}/{meeting.year}")
        self.name.setText(worded(msg("Meeting {number}", number=number)))
        self.date.setText(format_date(meeting.date, DateStyle.SHORT_FULL_YEAR, digits_in_use()))
        self._meeting_chip.show_state(
            wording.MEETING_LOOKS[meeting.state], worded(wording.MEETING_STATES[meeting.state])
        )
        minutes = msg("Minutes: {state}", state=wording.MINUTES_STATES[meeting.minutes_state])
        self._minutes_chip.show_state(wording.MINUTES_LOOKS[meeting.minutes_state], said(minutes))
