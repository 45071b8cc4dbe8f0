"""What stands over a meeting: which one it is, how it stands, what can be made of it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import State, StateChip
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton
from bmahr_desktop.ui.meetings.meetings_model import state_of
from bmahr_desktop.ui.meetings.paper_choice import PAPERS, ShownPaper, goes_to_word


class MeetingHeading(QWidget):
    """The name of the meeting, its states, and its papers; buttons shrink where room is scarce."""

    print_wanted = Signal()
    pdf_wanted = Signal()
    word_wanted = Signal()
    pack_wanted = Signal()
    json_wanted = Signal()
    paper_wanted = Signal(bool)
    """Emitted with whether the paper is wanted beside the text."""
    live_wanted = Signal(bool)
    """Emitted with whether the meeting is to be recorded live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("meeting_heading")
        self.name = QLabel(self)
        self.name.setObjectName("meeting_name")
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(font.Weight.DemiBold)
        self.name.setFont(font)
        self._chip = StateChip(State.NEUTRAL, "", parent=self)
        self.papers = ShrinkingButton(icon(IconName.FILE_TEXT), worded(msg("Papers")), self)
        self.papers.setObjectName("papers_menu_button")
        self.papers.setMenu(self._menu())
        words = worded(msg("This meeting"))
        self.becoming = ShrinkingButton(icon(IconName.CALENDAR), words, self)
        self.becoming.setObjectName("meeting_menu_button")
        self.live = ShrinkingButton(icon(IconName.PEN), worded(msg("Record live")), self)
        self.live.setObjectName("record_live")
        self.live.setCheckable(True)
        self.live.tell(worded(msg("Record the meeting while it is held (Ctrl+L)")))
        self.live.clicked.connect(self.live_wanted)
        self.beside = QToolButton(self)
        self.beside.setObjectName("paper_beside")
        self.beside.setIcon(icon(IconName.PANEL_RIGHT))
        self.beside.setCheckable(True)
        said_ = worded(msg("The paper beside the text (Ctrl+Shift+P)"))
        self.beside.setToolTip(said_)
        self.beside.setAccessibleName(said_)
        self.beside.clicked.connect(self.paper_wanted)
        self._lay_out()
        self._shrinking = Shrinking(self, (self.becoming, self.papers, self.live))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID, GRID, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self.name)
        row.addWidget(self._chip)
        row.addStretch(1)
        row.addWidget(self.live)
        row.addWidget(self.becoming)
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
            ("paper_word", msg("Export the minutes for Word…"), IconName.FILE_PEN, "Ctrl+Shift+W",
             self.word_wanted),
            ("meeting_pack", msg("Meeting pack: agenda and attachments…"), IconName.BOOK, "",
             self.pack_wanted),
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

    def show_kind(self, kind: ShownPaper) -> None:
        """Say which paper is printed and exported."""
        words = {
            "minutes_print": msg("Print: {paper}…", paper=PAPERS[kind]),
            "minutes_pdf": msg("Export as PDF: {paper}…", paper=PAPERS[kind]),
            "paper_word": msg("Export for Word: {paper}…", paper=PAPERS[kind]),
        }
        for action in self.actions():
            if action.objectName() in words:
                action.setText(worded(words[action.objectName()]))
            if action.objectName() == "paper_word":
                action.setEnabled(goes_to_word(kind))

    def show_meeting(self, meeting: Meeting) -> None:
        """Show which meeting it is and how it stands."""
        number = shown(f"{meeting.number}/{meeting.year}")
        self.name.setText(worded(msg("Meeting {number}", number=number)))
        date = format_date(meeting.date, DateStyle.WEEKDAY, digits_in_use())
        self.name.setToolTip(date)
        state, words = state_of(meeting)
        self._chip.show_state(state, words)
