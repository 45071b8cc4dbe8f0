"""Printing the papers of a meeting, and taking them or its record out of the program."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.issuing import export_meeting
from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import ask_folder, ask_where
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.meetings.meeting_pane import MeetingPane
from bmahr_desktop.ui.meetings.paper_choice import PAPERS, LetterPaper, ShownPaper
from bmahr_desktop.ui.meetings.papers.reading import (
    file_name_of,
    setting_of,
    write_letters,
    write_word,
)
from bmahr_desktop.ui.notices import Choice, ask
from bmahr_desktop.ui.paper.printing import print_paper

_OPEN = Choice(msg("Open it"))
_BACK = Choice(msg("Back to work"), safe=True)


class Issuing(QObject):
    """Does what takes a paper out, for the meeting that is open. What is typed is kept first.

    Attributes:
        kind: Which paper of the meeting.
        letter: The uid of the letter after the meeting that is chosen; empty for none.
    """

    def __init__(self, desk: Desk, errands: Errands, foot: Foot, pane: MeetingPane) -> None:
        super().__init__(pane)
        self._desk, self._errands, self._foot, self._pane = desk, errands, foot, pane
        self._errand: Errand | None = None
        self.kind: ShownPaper = PaperKind.MINUTES
        self.letter = ""

    def print_paper(self) -> None:
        """Print the paper with the system's dialog."""
        self._set(self._print)

    def export_pdf(self) -> None:
        """Write the paper as a PDF file."""
        out = self._where(self._name(), msg("PDF files"), "*.pdf")
        if out is None:
            return

        def write(paper: Any) -> None:
            write_whole(out, paper.pdf)
            self._tell_written(out)

        self._set(write)

    def export_word(self) -> None:
        """Write the paper as a Word file, to be edited there."""
        out = self._where(self._name(), msg("Word files"), "*.docx")
        if out is None:
            return
        kind, meeting, letter = self.kind, self._pane.meeting, self.letter
        self._work(
            msg("Writing: {paper}…", paper=PAPERS[kind]),
            lambda _: write_word(self._desk, meeting, kind, letter, out),
            lambda _: self._tell_written(out),
        )

    def export_letters(self, letters: Sequence[str], *, word: bool) -> None:
        """Write letters after the meeting to a folder, as PDF files or for Word."""
        if not letters or not self._is_kept():
            return
        folder = ask_folder(self._pane, msg("Export all letters to a folder"))
        if folder is None:
            return
        desk = self._desk
        self._work(
            msg("Writing the letters…"),
            lambda progress: write_letters(desk, letters, folder, progress, word=word),
            lambda count: self._foot.tell(
                msg("{count} letters are written to “{folder}”", count=count, folder=folder.name),
                msg("Open it"),
                lambda: _open(folder),
            ),
        )
        if self._errand is not None:
            self._errand.went_on.connect(self._foot.go_on)

    def export_json(self) -> None:
        """Write the record of the meeting as an exchange file."""
        out = self._where(msg("Meeting record"), msg("Exchange files"), "*.json *.zip")
        if out is None:
            return
        meeting = self._pane.meeting
        self._work(
            msg("Writing the record…"),
            lambda _: self._desk.read(export_meeting, meeting, out),
            lambda _: self._tell_written(out),
        )

    def export_pack(self) -> None:
        """Write the agenda and all that is attached as one PDF; say what is not in it."""
        out = self._where(msg("Meeting pack"), msg("PDF files"), "*.pdf")
        if out is None:
            return
        desk, meeting = self._desk, self._pane.meeting

        def work(progress: Progress) -> tuple[int, Message | None]:
            from bmahr_desktop.ui.meetings.papers.pack import make_pack  # noqa: PLC0415

            return make_pack(desk, meeting, out, progress)

        self._work(msg("Making the meeting pack…"), work, lambda made: self._tell_of(made, out))
        if self._errand is not None:
            self._errand.went_on.connect(self._on_page)

    def _on_page(self, page: int, total: int) -> None:
        self._foot.go_on(page, total, msg("Making the meeting pack, page {page}…", page=page))

    def _tell_of(self, made: tuple[int, Message | None], out: Path) -> None:
        self._tell_written(out)
        pages, told = made
        question = msg("The meeting pack is written: {pages} pages", pages=pages)
        if told is not None and ask(self._pane, question, told, _OPEN, _BACK) is _OPEN:
            _open(out)

    # ------------------------------------------------------------ the way there

    def _set(self, then: Callable[[Any], None]) -> None:
        meeting = self._pane.meeting
        if not self._is_kept():
            return
        words = msg("Setting in type: {paper}…", paper=PAPERS[self.kind])
        self._work(words, setting_of(self._desk, meeting, self.kind, self.letter), then)

    def _work(
        self, words: Message, work: Callable[[Progress], Any], then: Callable[[Any], None]
    ) -> None:
        if self._errand is not None:
            self._errand.stop()

        def done(result: Any) -> None:
            self._errand = None
            self._foot.end_work()
            try:
                then(result)
            except Refused as refused:
                self._foot.tell(refused.messages[0])

        errand = self._errands.run(work, context=self, done=done, failed=self._on_failed)
        self._errand = errand
        self._foot.begin_work(words, errand.stop)

    def _on_failed(self, error: Exception) -> None:
        self._errand = None
        self._foot.end_work()
        if not isinstance(error, Refused):
            raise error
        ask(self._pane, msg("The paper could not be made."), error.messages[0],
            Choice(msg("Go back"), safe=True))  # fmt: skip

    def _is_kept(self) -> bool:
        """Keep what is typed; without it the paper would be an older one."""
        if not self._pane.meeting:
            return False
        if self._pane.flush() and self._desk.unkept.empty():
            return True
        self._foot.tell(msg("Something typed could not be kept yet; see the notes at the fields."))
        return False

    def _name(self) -> Message:
        """Return what the file of the paper is called, before the number of the meeting."""
        if self.kind is LetterPaper.LETTER and self.letter:
            read = self._desk.read(records.read, Kind.DISPATCH, self.letter)
            return verbatim(file_name_of(read.record))
        return PAPERS[self.kind]

    def _where(self, what: Message, files: Message, pattern: str) -> Path | None:
        if not self._is_kept():
            return None
        read = self._desk.read(records.read, Kind.MEETING, self._pane.meeting, shallow=True)
        number = shown(f"{read.record.number}-{read.record.year}")
        name = f"{worded(what)} {number}{Path(pattern.split()[0]).suffix}"
        return ask_where(self._pane, msg("Export"), name, files, pattern)

    def _print(self, paper: Any) -> None:
        print_paper(self._pane, paper.pdf, self._errands)

    def _tell_written(self, out: Path) -> None:
        self._foot.tell(
            msg("Written: {file}", file=out.name),
            msg("Open it"),
            lambda: _open(out),
        )


def _open(out: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(out)))
