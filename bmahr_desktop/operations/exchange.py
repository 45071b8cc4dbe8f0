"""Reads an exchange file: its records, checked as a whole before anything is done with them."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from bmahr_desktop.documents.typesetting.picture import BadPictureError, picture_size
from bmahr_desktop.domain.body import Body, Picture, Table
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.forms.filled import pictures_in
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.records import Place, parts_of
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.exchange_faults import at, schema_faults, wrong_format
from bmahr_desktop.operations.exchange_file import ExchangeFile

MOST_FAULTS = 100
"""More are counted, not listed."""


@dataclass(frozen=True)
class LoadedExchange:
    """Records from a file.

    Attributes:
        exchange: The records.
        pictures: Those that they show, by SHA-256.
        read: Gives the content of any file that travels with them, by its SHA-256; None if it is
            missing or altered.
    """

    exchange: Exchange
    pictures: dict[str, bytes]
    read: Callable[[str], bytes | None]


def read_exchange(path: Path) -> LoadedExchange:
    """Read an exchange file.

    Raises:
        Refused: With every fault, each with its place, what is wrong and what is expected.
    """
    file = ExchangeFile(path)
    document = file.document()
    _check_format(document)
    _refuse(list(schema_faults(document)))
    try:
        exchange = msgspec.convert(document, Exchange)
    except msgspec.ValidationError as error:  # where the schema is laxer than the records
        raise Refused(msg("The file does not fit the format: {words}", words=str(error))) from error
    pictures: dict[str, bytes] = {}
    faults = list(record_faults(exchange))
    faults += _picture_faults(exchange, file, pictures)
    faults += _attachment_faults(exchange, file)
    _refuse(faults)
    return LoadedExchange(exchange, pictures, file.file)


def record_faults(exchange: Exchange) -> Iterator[Message]:
    """Yield what does not hold together in a set of records, each with its place."""
    yield from _moment_faults(exchange)
    yield from _uid_faults(exchange)
    yield from _reference_faults(exchange)
    yield from _body_faults(exchange)


def _refuse(faults: list[Message]) -> None:
    if len(faults) > MOST_FAULTS:
        more = msg("… and {count} more faults.", count=len(faults) - MOST_FAULTS)
        raise Refused(*faults[:MOST_FAULTS], more)
    if faults:
        raise Refused(*faults)


def _check_format(document: Any) -> None:
    """Refuse a file that is something else, or newer, before its details are looked at."""
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise Refused(
            msg("This is no exchange file of this program: “format” is not {name}.", name=FORMAT)
        )
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Refused(
            msg(
                "The file is of version {version}, made by a newer program; this one reads up to"
                " {newest}. Install the newer program.",
                version=version,
                newest=VERSION,
            )
        )


def _moment_faults(exchange: Exchange) -> Iterator[Message]:
    """Yield moments that no clock in UTC tells, before its first day or after its last."""
    for name in ("meetings", "projects", "forms"):
        for number, record in enumerate(getattr(exchange, name)):
            try:
                record.changed.astimezone(datetime.UTC)
            except OverflowError:
                fault = wrong_format(record.changed.isoformat(), "date-time")
                yield at((name, number, "changed"), fault)


# ---------------------------------------------------------------- uids and references


def _uid_faults(exchange: Exchange) -> Iterator[Message]:
    """Yield uids, and codes of committees, that stand for two records."""
    seen: set[str] = set()
    for path, record in parts_of(exchange):
        uid = getattr(record, "uid", None)
        if uid is None:
            continue
        if uid in seen:
            yield at((*path, "uid"), msg("“{value}” is used twice in the file", value=uid))
        seen.add(uid)
    codes: set[str] = set()
    for number, committee in enumerate(exchange.committees):
        code = committee.code.casefold()
        if code in codes:
            fault = msg("“{value}” is used twice in the file", value=committee.code)
            yield at(("committees", number, "code"), fault)
        codes.add(code)


def _reference_faults(exchange: Exchange) -> Iterator[Message]:
    """Yield references to records that are not in the file."""
    units = {unit.uid for unit in exchange.units}
    people = {person.uid for person in exchange.people}
    committees = {committee.uid for committee in exchange.committees}
    targets: dict[str, tuple[set[str], Message]] = {
        "unit": (units, msg("unit")),
        "parent": (units, msg("unit")),
        "secretariat": (units, msg("unit")),
        "person": (people, msg("person")),
        "committee": (committees, msg("committee")),
        "project": ({project.uid for project in exchange.projects}, msg("project")),
    }
    for path, record in parts_of(exchange):
        for field, (known, kind) in targets.items():
            uid = getattr(record, field, None)
            if uid is not None and uid not in known:
                fault = msg("names a {kind} that is not in the file: {uid}", kind=kind, uid=uid)
                yield at((*path, field), fault)


# ---------------------------------------------------------------- bodies and files


def _bodies(exchange: Exchange) -> Iterator[tuple[Place, Body]]:
    """Yield every body in the file with its place."""
    for path, record in parts_of(exchange):
        body = getattr(record, "body", None)
        if body is not None:
            yield (*path, "body"), body


def _body_faults(exchange: Exchange) -> Iterator[Message]:
    """Yield tables whose rows do not fill their columns."""
    for path, body in _bodies(exchange):
        for number, block in enumerate(body):
            if isinstance(block, Table):
                yield from _table_faults(block, (*path, number))
    for number, meeting in enumerate(exchange.meetings):
        yield from _meeting_faults(meeting, ("meetings", number))


def _table_faults(table: Table, path: Place) -> Iterator[Message]:
    columns = len(table.widths)
    for number, row in enumerate(table.rows):
        covered = sum(cell.span for cell in row)
        if covered != columns:
            fault = msg(
                "covers {covered} columns; the table has {columns}",
                covered=covered,
                columns=columns,
            )
            yield at((*path, "rows", number), fault)
    if table.header_rows > len(table.rows):
        fault = msg(
            "is {found}; the most is {limit}", found=table.header_rows, limit=len(table.rows)
        )
        yield at((*path, "header_rows"), fault)


def _meeting_faults(meeting: Meeting, path: Place) -> Iterator[Message]:
    for i, item in enumerate(meeting.agenda):
        for m, matter in enumerate(item.matters):
            for r, resolution in enumerate(matter.resolutions):
                if resolution.composed and matter.adopts is None:
                    fault = msg("is composed, but the matter adopts no minutes (“adopts”)")
                    yield at((*path, "agenda", i, "matters", m, "resolutions", r), fault)


def _picture_faults(
    exchange: Exchange, file: ExchangeFile, pictures: dict[str, bytes]
) -> Iterator[Message]:
    """Yield pictures that are missing or cannot be shown; keep the others."""
    listed = {entry.sha256 for entry in exchange.files}
    for path, body in _bodies(exchange):
        for number, block in enumerate(body):
            if isinstance(block, Picture) and block.file not in pictures:
                fault = _picture_fault(block.file, listed, file.file, pictures)
                if fault:
                    yield at((*path, number, "file"), fault)
    for number, form in enumerate(exchange.forms):
        for sha256 in pictures_in(form.answers):
            if sha256 not in pictures:
                fault = _picture_fault(sha256, listed, file.file, pictures)
                if fault:
                    yield at(("forms", number, "answers"), fault)


def _attachment_faults(exchange: Exchange, file: ExchangeFile) -> Iterator[Message]:
    """Yield attachments whose file is missing or altered."""
    listed = {entry.sha256 for entry in exchange.files}
    for path, record in parts_of(exchange):
        if not isinstance(record, Attachment):
            continue
        if record.file not in listed:
            fault = msg("names a file that is not listed in “files”: {sha256}", sha256=record.file)
            yield at((*path, "file"), fault)
        elif file.file(record.file) is None:
            fault = msg("the file {sha256} is missing or was altered", sha256=record.file)
            yield at((*path, "file"), fault)


def _picture_fault(
    sha256: str,
    listed: set[str],
    read: Callable[[str], bytes | None],
    pictures: dict[str, bytes],
) -> Message | None:
    if sha256 not in listed:
        return msg("names a file that is not listed in “files”: {sha256}", sha256=sha256)
    data = read(sha256)
    if data is None:
        return msg("the file {sha256} is missing or was altered", sha256=sha256)
    try:
        picture_size(data)
    except BadPictureError:
        return msg("the file {sha256} is no picture that can be shown", sha256=sha256)
    pictures[sha256] = data
    return None
