"""What happens in the background: a file is read, laid beside the records, and taken in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import registers
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.exchange import LoadedExchange, read_exchange
from bmahr_desktop.operations.exchange_choice import Left, chosen_of
from bmahr_desktop.operations.exchange_in import (
    Namesake,
    Preview,
    PreviewLine,
    preview_import,
    preview_lines,
    take_in,
)
from bmahr_desktop.operations.office import utc_now
from bmahr_desktop.operations.people import list_units, read_person, read_unit
from bmahr_desktop.operations.project_sheets import read_projects_workbook
from bmahr_desktop.operations.projects import project_names
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.desk import Desk

WORKBOOK = ".xlsx"
"""How the names of workbooks end."""
STEPS = 3
"""Reading the file, comparing it, finding names for what it holds."""


@dataclass(frozen=True)
class Question:
    """Two records of one name: are they the same?

    Attributes:
        namesake: Both of them.
        incoming: More of the one in the file, to tell by.
        known: More of the one on file.
    """

    namesake: Namesake
    incoming: str
    known: str


@dataclass(frozen=True)
class Look:
    """What taking a file in would do.

    Attributes:
        loaded: The file.
        preview: The comparison.
        lines: What would happen, record by record.
        questions: Who may be the same as somebody on file.
        names: What records are called, by uid.
        same: The answers that the comparison went by.
        left: What is not taken in: records, and fields of them.
    """

    loaded: LoadedExchange
    preview: Preview
    lines: tuple[PreviewLine, ...]
    questions: tuple[Question, ...]
    names: Mapping[str, str]
    same: Mapping[str, str] = field(default_factory=dict)
    left: Left = frozenset()


def look_at(desk: Desk, path: Path, progress: Progress) -> Look:
    """Read a file and compare it with the records.

    Raises:
        Refused: If it cannot be read, with every fault.
    """
    progress.tell(0, STEPS)
    loaded = _read(desk, path)
    progress.check()
    return look_again(desk, loaded, {}, progress)


def _read(desk: Desk, path: Path) -> LoadedExchange:
    """Read a file of records: an exchange file, or a workbook of projects."""
    if path.suffix.lower() != WORKBOOK:
        return read_exchange(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = reason_of(error)
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=reason)
        ) from error
    loaded: LoadedExchange = desk.read(read_projects_workbook, data, path.name)
    return loaded


def look_again(
    desk: Desk, loaded: LoadedExchange, same: Mapping[str, str], progress: Progress
) -> Look:
    """Compare a file with the records, some of its uids meaning others on file."""
    return desk.read(_look, loaded, same, progress)


def _look(
    session: Any, loaded: LoadedExchange, same: Mapping[str, str], progress: Progress
) -> Look:
    progress.tell(1, STEPS)
    preview = preview_import(session, loaded, same)
    progress.check()
    progress.tell(2, STEPS)
    names = dict(_names_on_file(session)) | dict(_names_of(loaded.exchange))
    questions = []
    for one in preview.namesakes:
        progress.check()
        questions.append(_question(session, loaded.exchange, one, names))
    return Look(loaded, preview, tuple(preview_lines(preview)), tuple(questions), names, dict(same))


# ---------------------------------------------------------------- names


def _names_on_file(session: Any) -> Iterator[tuple[str, str]]:
    for unit in list_units(session):
        yield unit.uid, unit.name
    for person in registers.list_people(session, utc_now().date()):
        yield person.uid, person.printed
    for committee in registers.list_committees(session):
        yield committee.uid, committee.short_name or committee.name
    for meeting in registers.list_meetings(session):
        yield meeting.uid, f"{meeting.number}/{meeting.year}"
    yield from project_names(session).items()


def _names_of(exchange: Exchange) -> Iterator[tuple[str, str]]:
    people = {person.uid: person.printed for person in exchange.people}
    for unit in exchange.units:
        yield unit.uid, unit.name
    yield from people.items()
    for committee in exchange.committees:
        yield committee.uid, committee.short_name or committee.name
    for seat in exchange.memberships:
        yield seat.uid, " ".join(filter(None, (people.get(seat.person), seat.title)))
    for meeting in exchange.meetings:
        yield meeting.uid, f"{meeting.number}/{meeting.year}"
    for project in exchange.projects:
        yield project.uid, project.name


def _question(
    session: Any, exchange: Exchange, namesake: Namesake, names: Mapping[str, str]
) -> Question:
    lists: dict[Kind, tuple[Any, Any]] = {
        Kind.PERSON: (exchange.people, read_person),
        Kind.UNIT: (exchange.units, read_unit),
        Kind.COMMITTEE: (exchange.committees, read_committee),
    }
    records, read = lists[namesake.kind]
    incoming = next((one for one in records if one.uid == namesake.incoming), None)
    known = read(session, namesake.known)
    return Question(namesake, _more_of(incoming, names), _more_of(known, names))


def _more_of(record: Any, names: Mapping[str, str]) -> str:
    """Return what tells a record from others of its name."""
    if isinstance(record, Person):
        parts = [record.printed, record.job, names.get(record.unit or "", "")]
    elif isinstance(record, Unit):
        parts = [record.name, record.code, names.get(record.parent or "", "")]
    else:
        parts = [record.name] if record is not None else []
    return " · ".join(part for part in parts if part)


# ---------------------------------------------------------------- taking it in


class Altered(Exception):  # noqa: N818 -- no error: it is shown again
    """The records were changed since the preview was made; nothing was written."""


class _TakenBack(Exception):  # noqa: N818 -- no error: it was asked for
    """Nothing is to be written after all."""


class Taking:
    """One taking-in, which can be stopped until it is written."""

    def __init__(self, desk: Desk, look: Look) -> None:
        self._desk = desk
        self._look = look
        self._stop = Event()

    def stop(self) -> None:
        """Write nothing, if it is not written yet."""
        self._stop.set()

    def __call__(self, progress: Progress) -> Changes | None:
        """Write what was shown, all of it or nothing.

        Returns:
            What was changed; None if it was stopped in time.

        Raises:
            Altered: If it would no longer do what was shown.
            Refused: If the file cannot be written to.
        """
        try:
            return self._desk.write_aside(self._write, progress)
        except _TakenBack:
            return None

    def _write(self, session: Any, progress: Progress) -> Changes:
        look = self._look
        self._check(progress, 0)
        preview = preview_import(session, look.loaded, look.same)
        self._check(progress, 1)
        if tuple(preview_lines(preview)) != look.lines:
            raise Altered
        changes = take_in(session, chosen_of(preview, look.left), look.loaded)
        self._check(progress, 2)
        return changes

    def _check(self, progress: Progress, done: int) -> None:
        if self._stop.is_set() or progress.stop_wanted():
            raise _TakenBack
        progress.tell(done, STEPS)


def refusal_of(error: Exception) -> Refused:
    """Return the refusal in words.

    Raises:
        Exception: What is none; it is a fault of the program.
    """
    if isinstance(error, Refused):
        return error
    raise error
