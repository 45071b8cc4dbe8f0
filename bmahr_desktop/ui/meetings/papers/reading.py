"""Reads, sets and writes any paper of a meeting; for the paper thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.crest import crest_of
from bmahr_desktop.operations.dispatches import (
    read_answer_slip,
    read_dispatch_paper,
    read_extract,
)
from bmahr_desktop.operations.letters import PaperKind, read_paper, set_meeting_paper, write_docx
from bmahr_desktop.operations.sent_papers import set_sent_paper, write_sent_docx
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.file_dialogs import file_name
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.meetings.paper_choice import LetterPaper, ShownPaper

_ANSWERED = frozenset({DispatchKind.DRAFT, DispatchKind.CIRCULATION})


def read_shown(desk: Desk, meeting: str, kind: ShownPaper, letter: str = "") -> Any:
    """Return a paper as the records stand.

    Args:
        desk: The door to the records.
        meeting: The uid of the meeting.
        kind: Which paper.
        letter: The uid of the letter that is chosen, for its papers.

    Raises:
        Refused: If there is none, or it has nothing to say.
    """
    if isinstance(kind, PaperKind):
        return desk.read(read_paper, meeting, kind)
    if not letter:
        raise Refused(msg("Choose a letter from the list."))
    if kind is LetterPaper.LETTER:
        return desk.read(read_dispatch_paper, letter)
    record: Dispatch = desk.read(records.read, Kind.DISPATCH, letter).record
    if record.kind in _ANSWERED:
        return desk.read(read_answer_slip, letter)
    return desk.read(read_extract, *record.resolutions)


def setting_of(
    desk: Desk, meeting: str, kind: ShownPaper, letter: str = ""
) -> Callable[[Progress], Any]:
    """Return the work of setting a paper as it is on file; the arguments as `read_shown`."""

    def work(progress: Progress) -> Any:
        paper = read_shown(desk, meeting, kind, letter)
        crest = _crest_for(desk, kind)
        set_paper: Callable[..., Any] = (
            set_meeting_paper if isinstance(kind, PaperKind) else set_sent_paper
        )
        return set_paper(paper, lambda _: progress.check(), crest)

    return work


def write_word(desk: Desk, meeting: str, kind: ShownPaper, letter: str, out: Path) -> None:
    """Write a paper as a Word file; the arguments as `read_shown`.

    Raises:
        Refused: If it cannot be read or written.
    """
    write: Callable[[Any, Path, bytes | None], None] = (
        write_docx if isinstance(kind, PaperKind) else write_sent_docx
    )
    write(read_shown(desk, meeting, kind, letter), out, _crest_for(desk, kind))


def _crest_for(desk: Desk, kind: ShownPaper) -> bytes | None:
    """Return the office's picture of the Garuda where a paper has room for it."""
    if kind not in (PaperKind.INVITATION, LetterPaper.LETTER):
        return None
    crest: bytes | None = desk.read(crest_of)
    return crest


def write_letters(
    desk: Desk, letters: Sequence[str], folder: Path, progress: Progress, *, word: bool
) -> int:
    """Write letters after a meeting into a folder, each to a file of its own.

    Args:
        desk: The door to the records.
        letters: Their uids.
        folder: Where to; files of the same names are replaced.
        progress: Is told how many are written.
        word: Whether as Word files, not as PDF.

    Returns:
        How many were written.

    Raises:
        Refused: If one cannot be read or written.
    """
    for number, uid in enumerate(letters, 1):
        progress.check()
        progress.tell(number, len(letters))
        record: Dispatch = desk.read(records.read, Kind.DISPATCH, uid).record
        stem = f"{shown(f'{number:02}')} {file_name_of(record)}"
        if word:
            write_word(desk, "", LetterPaper.LETTER, uid, folder / f"{stem}.docx")
        else:
            made = setting_of(desk, "", LetterPaper.LETTER, uid)(progress)
            write_whole(folder / f"{stem}.pdf", made.pdf)
    return len(letters)


def file_name_of(letter: Dispatch) -> str:
    """Return what the file of a letter is called, without its ending."""
    kind = worded(wording.DISPATCH_KINDS[letter.kind])
    return file_name(f"{kind} {letter.to}")
