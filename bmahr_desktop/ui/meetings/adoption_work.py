"""What the tab of the adoption asks for: papers opened, printed, exported; adoption by letter."""

import datetime
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations import editions
from bmahr_desktop.operations.adopting import (
    PreparedVersion,
    adopt_by_letter,
    prepare_circulated,
    read_sent,
    take_back_letters,
)
from bmahr_desktop.operations.adoptions import read_corrections_paper
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.operations.sent_papers import set_sent_paper
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.file_dialogs import ask_where, file_name
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.adoption.pane import AdoptedPane
from bmahr_desktop.ui.meetings.adoption.papers import PAPER_NAMES, AdoptedPaper
from bmahr_desktop.ui.meetings.state_dialogs import ReasonDialog
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.paper.pane import PaperPane
from bmahr_desktop.ui.paper.printing import print_paper

ADOPT = Choice(msg("Hold them to be adopted"))
_WAIT = Choice(msg("Wait for more answers"), safe=True)


class _NoPlaces:
    """A kept paper knows of no text where it is printed."""

    def find(self, key: Hashable, offset: int = 0) -> None:
        """Find nothing."""

    def at(self, page: int, x: float, y: float) -> None:
        """Find nothing."""


class ShownPaper(QWidget):
    """A kept paper, with the way back."""

    leave_wanted = Signal()

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adopted_paper")
        words = worded(msg("Back to the adoption (Esc)"))
        self.back = QPushButton(icon(IconName.ARROW_LEFT), words, self)
        self.back.setObjectName("adopted_paper_back")
        self.back.setAutoDefault(False)
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.leave_wanted)
        self.pane = PaperPane(errands, self)
        self.setFocusProxy(self.pane.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pane, 1)


class AdoptionWork(QObject):
    """Does what the tab asks for, in the paper thread where it takes long.

    Attributes:
        today: Tells which day it is.
    """

    def __init__(self, pane: AdoptedPane, desk: Desk, errands: Errands, foot: Foot) -> None:
        super().__init__(pane)
        self._pane, self._desk, self._errands, self._foot = pane, desk, errands, foot
        self._errand: Errand | None = None
        self._paper: ShownPaper | None = None
        self._shown = ""
        self.today: Callable[[], datetime.date] = today_here
        pane.paper_wanted.connect(self._on_paper)
        pane.adopt_wanted.connect(self.adopt)
        pane.take_back_wanted.connect(self.take_back)

    # ------------------------------------------------------------ papers

    def _on_paper(self, act: str, value: str) -> None:
        paper = AdoptedPaper(value)
        if not self._pane.flush():
            return
        match act:
            case "open":
                self._with(paper, lambda pdf: self._open(pdf, paper))
            case "print":
                self._with(paper, lambda pdf: print_paper(self._pane, pdf, self._errands))
            case _:
                self._export(paper)

    def _export(self, paper: AdoptedPaper) -> None:
        standing = self._pane.standing
        if standing is None:
            return
        number = shown(f"{standing.own.number}-{standing.own.year}")
        name = f"{file_name(worded(PAPER_NAMES[paper]))} {number}.pdf"
        out = ask_where(self._pane, msg("Export"), name, msg("PDF files"), "*.pdf")
        if out is None:
            return

        def write(pdf: bytes) -> None:
            try:
                write_whole(out, pdf)
            except Refused as refused:
                self._foot.tell(refused.messages[0])
                return
            self._foot.tell(msg("Written: {file}", file=out.name), msg("Open it"),
                            lambda: _open_file(out))  # fmt: skip

        self._with(paper, write)

    def _open(self, pdf: bytes, paper: AdoptedPaper) -> None:
        if self._paper is None:
            self._paper = shown_ = ShownPaper(self._errands, self._pane)
            shown_.leave_wanted.connect(self._pane.go_back)
            shown_.pane.print_wanted.connect(lambda: self._on_paper("print", self._shown))
            shown_.pane.export_wanted.connect(lambda: self._on_paper("export", self._shown))
        self._shown = paper.value
        self._paper.pane.begin_anew()
        self._paper.pane.show_paper(pdf, _NoPlaces())
        self._pane.show_beside(self._paper)

    def _with(self, paper: AdoptedPaper, then: Callable[[bytes], None]) -> None:
        """Read or set a paper, and do something with it."""
        standing, desk, meeting = self._pane.standing, self._desk, self._pane.meeting
        if standing is None:
            return
        kept = standing.original if paper is AdoptedPaper.ORIGINAL else standing.version

        def work(progress: Progress) -> bytes | None:
            if paper is AdoptedPaper.LIST:
                listed = desk.read(read_corrections_paper, meeting)
                return set_sent_paper(listed, lambda _: progress.check()).pdf
            return desk.read(editions.read_edition, kept.paper) if kept else None

        def done(pdf: bytes | None) -> None:
            if pdf is None:
                self._pane.note.show_text(worded(msg("A kept version is missing or was altered.")))
            else:
                then(pdf)

        self._run(msg("Getting: {paper}…", paper=PAPER_NAMES[paper]), work, done)

    def _run(
        self, words: Message, work: Callable[[Progress], Any], done: Callable[[Any], None]
    ) -> None:
        if self._errand is not None:
            self._errand.stop()

        def ended(result: Any) -> None:
            self._errand = None
            self._foot.end_work()
            done(result)

        self._errand = self._errands.run(work, ended, self._on_failed, context=self)
        self._foot.begin_work(words, self._errand.stop)

    def _on_failed(self, error: Exception) -> None:
        self._errand = None
        self._foot.end_work()
        if not isinstance(error, Refused):
            raise error
        self._pane.note.show_text("\n".join(said(one) for one in error.messages))

    # ------------------------------------------------------------ by letter

    def adopt(self) -> None:
        """Ask, then hold the minutes that went round to be adopted."""
        meeting = self._pane.meeting
        if not self._pane.flush():
            return
        record = self._desk.read(read_sent, meeting)
        made = record.circulated.corrections if record.circulated else ()
        words = msg("No correction was taken over from the answers: the minutes are adopted as they"
                    " are.")  # fmt: skip
        if made:
            words = msg("{count} corrections were taken over from the answers. The adopted version"
                        " is made with them and kept beside the original.",
                        count=len(made))  # fmt: skip
        if ask(self._pane, msg("Hold the minutes to be adopted?"), words, ADOPT, _WAIT) is ADOPT:
            self._adopt(meeting)

    def _adopt(self, meeting: str) -> None:
        desk, day = self._desk, self.today()

        def work(progress: Progress) -> tuple[PreparedVersion | None, bytes]:
            version = desk.read(prepare_circulated, meeting, day)
            if version is None:
                return None, b""
            return version, set_paper(version.minutes, lambda _: progress.check()).pdf

        def done(result: tuple[PreparedVersion | None, bytes]) -> None:
            try:
                desk.write(self, adopt_by_letter, meeting, day, *result)
            except StaleText:  # something was corrected meanwhile: it belongs into the version
                self._adopt(meeting)
            except Refused as refused:
                self._on_failed(refused)
            else:
                self._foot.tell(msg("The minutes are adopted."))

        self._run(msg("Adopting the minutes…"), work, done)

    def take_back(self) -> None:
        """Ask why, then let the minutes await adoption again."""
        meeting = self._pane.meeting

        def doing(reason: str, _date: datetime.date | None) -> None:
            self._desk.write(self, take_back_letters, meeting, reason)

        dialog = ReasonDialog(
            msg("Take the adoption back?"),
            msg("The minutes await adoption again. The adopted version is kept, with when and why"
                " it was taken back."),
            msg("Take it back"), doing, parent=self._pane,
        )  # fmt: skip
        dialog.exec()
        dialog.deleteLater()


def _open_file(out: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))
