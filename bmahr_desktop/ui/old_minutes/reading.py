"""What happens in the background: files are found, read, recognised again, and kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.old_minutes import PartKind, Reading
from bmahr_desktop.domain.proposals.accounting import unaccounted
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.old_minutes import (
    ENDINGS,
    SCANS,
    KnownRecords,
    files_in,
    propose_meeting,
    read_known,
    read_old_minutes,
    recognised_as,
)
from bmahr_desktop.operations.old_minutes_edits import found_heading
from bmahr_desktop.operations.old_minutes_intake import (
    Intake,
    Source,
    keep_instead,
    keep_meetings,
    source_of,
    take_source,
)
from bmahr_desktop.operations.old_minutes_scans import guess_heading, usual_items
from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.old_minutes.taken_file import Look, TakenFile

MOST = 400
"""So many files at once: each is held until it is kept."""


@dataclass(frozen=True)
class Gathered:
    """Files that were found.

    Attributes:
        files: They.
        faults: What could not be looked into.
    """

    files: tuple[Path, ...]
    faults: tuple[Message, ...]


def gather(paths: tuple[Path, ...], already: int = 0) -> Gathered:
    """Return the files that some paths name, those in folders too.

    Args:
        paths: Files and folders.
        already: How many there are without them.
    """
    found: list[Path] = []
    faults: list[Message] = []
    for path in paths:
        try:
            found += files_in(path.absolute(), (*ENDINGS, *SCANS), MOST)
        except Refused as refused:
            faults += refused.messages
    room = max(MOST - already, 0)
    if len(found) > room:
        faults.append(msg("Only {most} files are taken at once; keep these first.", most=MOST))
    return Gathered(tuple(found[:room]), tuple(faults))


def read_people(desk: Desk) -> KnownRecords:
    """Return the people and units on file."""
    return desk.read(read_known)


def read_file(
    path: Path,
    committee: Committee,
    known: KnownRecords,
    said: Mapping[int, PartKind],
    progress: Progress,
) -> Look:
    """Read a Word file, recognise it, and see that nothing of it is lost.

    Raises:
        Refused: If it cannot be read, is damaged, or one to keep away from.
    """
    if path.suffix.lower() not in ENDINGS:
        raise Refused(
            msg("“{file}” is neither a Word file nor a PDF or a picture.", file=path.name)
        )
    source = source_of(path)
    reading = read_old_minutes(path, committee, said)
    progress.check()
    return _looked(reading, committee, known, source)


def again_of(
    desk: Desk, file: TakenFile, committee: Committee | None
) -> Callable[[Progress], Look] | None:
    """Return what recognises a file again with just what somebody says of it now.

    It is to be done in a thread. There is nothing to be done for a paper.
    """
    minutes = file.look.minutes if file.look else None
    if minutes is None or minutes.source is None or committee is None:
        return None
    of, source, said = minutes.reading, minutes.source, dict(file.said)

    def work(_progress: Progress) -> Look:
        known = read_people(desk)
        return _looked(recognised_as(of, committee, said), committee, known, source)

    return work


def _looked(reading: Reading, committee: Committee, known: KnownRecords, source: Source) -> Look:
    minutes = propose_meeting(reading, committee, known, source)
    missing = unaccounted(reading, minutes.proposal.meeting, committee)
    heading = found_heading(reading, minutes.proposal)
    return Look(source, heading, minutes, missing, units=known.units)


def look_at_scan(desk: Desk, path: Path, committee: Committee, known: KnownRecords) -> Look:
    """Look at a paper that is only registered.

    Raises:
        Refused: If it cannot be read.
    """
    usual = desk.read(usual_items, committee.uid)
    return Look(source_of(path), guess_heading(path.name), usual=usual, units=known.units)


def keep(desk: Desk, intake: Intake, instead_of: str = "") -> Changes:
    """Put a meeting on file, its paper first, so that the records are held but for a moment.

    Raises:
        Refused: As the operations; nothing is on file then.
    """
    if intake.source is not None:
        intake = replace(intake, entry=desk.read(take_source, intake.source))
    if instead_of:
        return desk.write_aside(keep_instead, intake, instead_of)
    return desk.write_aside(keep_meetings, [intake])
