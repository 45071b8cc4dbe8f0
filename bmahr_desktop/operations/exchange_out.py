"""Writes an exchange file: records from the office's file, with the files that they show."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange, FileEntry
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.forms.filled import FilledForm, pictures_in
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.records import Record, parts_of
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.exchange_file import DATA, FILES
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.storage.committee import CommitteeRow, MembershipRow, ModuleRow, TemplateRow
from bmahr_desktop.storage.meeting import FileRow, MeetingRow
from bmahr_desktop.storage.projects import FilledFormRow, ProjectRow
from bmahr_desktop.storage.shapes import (
    COMMITTEE,
    MEETING,
    MEMBERSHIP,
    MODULE,
    PERSON,
    TEMPLATE,
    TOP,
    UNIT,
)
from bmahr_desktop.storage.trees import read_records

_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The same bytes for the same records: a zip's entries have no date of their own."""


def gather(
    session: Session, committee: str | None = None, meetings: Iterable[str] | None = None
) -> Exchange:
    """Return records as they travel: all, or a committee with all that it refers to.

    Args:
        session: The records.
        committee: A committee's uid; None for everything.
        meetings: Uids of meetings; None for all of the committee's.
    """
    own = [] if committee is None else [CommitteeRow.uid == committee]
    committees = read_records(session, COMMITTEE, *own)
    uids = [one.uid for one in committees]
    chosen = [MeetingRow.committee.in_(uids)]
    if meetings is not None:
        chosen.append(MeetingRow.uid.in_(list(meetings)))
    found: dict[str, list[Any]] = {
        "committees": committees,
        "memberships": read_records(session, MEMBERSHIP, MembershipRow.committee.in_(uids)),
        "templates": read_records(session, TEMPLATE, TemplateRow.committee.in_(uids)),
        "modules": read_records(session, MODULE, _of_these(uids, everything=committee is None)),
        "meetings": read_records(session, MEETING, *chosen),
    }
    for name in ("searches", "projects", "forms"):  # which are no committee's
        found[name] = read_records(session, TOP[name]) if committee is None else []
    people, units = read_records(session, PERSON), read_records(session, UNIT)
    found, units, people = _without_the_gone(found, units, people)
    if committee is not None:
        people, units = _referred_to(found, people, units)
    files = tuple(_files(session, [*found["meetings"], *found["projects"]], found["forms"]))
    lists = {name: tuple(records) for name, records in found.items()}
    return Exchange(
        format=FORMAT,
        version=VERSION,
        units=tuple(units),
        people=tuple(people),
        files=files,
        **lists,
    )


def gather_projects(session: Session, projects: Iterable[str]) -> Exchange:
    """Return projects as they travel: with their forms, people, units and files.

    Args:
        session: The records.
        projects: Their uids.
    """
    chosen = list(projects)
    found: dict[str, list[Any]] = {
        "memberships": [],
        "projects": read_records(session, TOP["projects"], ProjectRow.uid.in_(chosen)),
        "forms": read_records(session, TOP["forms"], FilledFormRow.project.in_(chosen)),
    }
    people, units = read_records(session, PERSON), read_records(session, UNIT)
    found, units, people = _without_the_gone(found, units, people)
    people, units = _referred_to(found, people, units)
    files = tuple(_files(session, found["projects"], found["forms"]))
    return Exchange(
        format=FORMAT,
        version=VERSION,
        units=tuple(units),
        people=tuple(people),
        projects=tuple(found["projects"]),
        forms=tuple(found["forms"]),
        files=files,
    )


def _of_these(committees: list[str], *, everything: bool) -> Any:
    """Return which text modules travel: the committees' own, and with all of them everybody's."""
    own = ModuleRow.committee.in_(committees)
    return or_(own, ModuleRow.committee.is_(None)) if everything else own


def _without_the_gone(
    found: dict[str, list[Any]], units: list[Unit], people: list[Person]
) -> tuple[dict[str, list[Any]], list[Unit], list[Person]]:
    """Leave out what names people or units that were removed: no file could be read with it."""
    here, known = {one.uid for one in people}, {one.uid for one in units}
    among = {"person": here, "unit": known, "parent": known, "secretariat": known}
    seats = [seat for seat in found["memberships"] if seat.person in here]
    kept = found | {"memberships": seats, "units": units, "people": people}
    kept = {name: [_freed(one, among) for one in some] for name, some in kept.items()}
    units, people = kept.pop("units"), kept.pop("people")
    return kept, units, people


def _freed(node: Any, among: dict[str, set[str]]) -> Any:
    """Return a value without references to what is not there; the very same if it has none."""
    if isinstance(node, tuple):
        items = tuple(_freed(one, among) for one in node)
        same = all(one is other for one, other in zip(items, node, strict=True))
        return node if same else items
    if not isinstance(node, Record):
        return node
    freed = {}
    for name in node.__struct_fields__:
        value = getattr(node, name)
        known = among.get(name)
        made = _freed(value, among) if known is None else value if value in known else None
        if made is not value:
            freed[name] = made
    return msgspec.structs.replace(node, **freed) if freed else node


def _referred_to(
    found: dict[str, list[Any]], people: list[Person], units: list[Unit]
) -> tuple[list[Person], list[Unit]]:
    """Return the people and units that records refer to, directly or through each other."""
    records = [part for some in found.values() for one in some for _, part in parts_of(one)]
    wanted = {
        getattr(record, name, None) for record in records for name in ("person", "stands_for")
    }
    wanted.update(uid for seat in found["memberships"] for uid in seat.substitutes)
    kept = [person for person in people if person.uid in wanted]
    known = {unit.uid: unit for unit in units}
    waiting = [
        uid
        for record in [*records, *kept]
        for uid in (getattr(record, "unit", None), getattr(record, "secretariat", None))
    ]
    needed: set[str] = set()
    while waiting:
        uid = waiting.pop()
        if uid in known and uid not in needed:
            needed.add(uid)
            waiting.append(known[uid].parent)
    return kept, [unit for unit in units if unit.uid in needed]


def _files(
    session: Session, holding: Iterable[Record], forms: Iterable[FilledForm]
) -> Iterator[FileEntry]:
    wanted = {sha256 for form in forms for sha256 in pictures_in(form.answers)}
    for one in holding:
        for _, part in parts_of(one):
            if isinstance(part, Picture | Attachment):
                wanted.add(part.file)
    rows = session.scalars(select(FileRow).where(FileRow.sha256.in_(wanted)))
    listed = {row.sha256: row for row in rows}
    read: Callable[[str], bytes | None] = session.info["files"].read
    for sha256 in sorted(wanted):
        if row := listed.get(sha256):
            yield FileEntry(sha256, row.name, row.size, row.media_type)
        else:  # kept by a screen, and never listed
            yield FileEntry(sha256, sha256[:12], len(read(sha256) or b""))


def write_exchange(exchange: Exchange, path: Path, read: Callable[[str], bytes | None]) -> None:
    """Write an exchange file; the same records always give the same bytes.

    Args:
        exchange: The records.
        path: A ``.zip``, or a ``.json`` with a folder ``files/`` beside it.
        read: Gives the content of a file by its SHA-256.

    Raises:
        Refused: If it cannot be written, or a file it needs is missing; nothing is then written.
    """
    document = msgspec.json.format(msgspec.json.encode(exchange), indent=1) + b"\n"
    contents = {entry.sha256: _content(entry, read) for entry in exchange.files}
    if path.suffix.lower() == ".zip":
        write_whole(path, _zipped(document, contents))
        return
    for sha256, content in contents.items():
        write_whole(path.parent / FILES / sha256, content)
    write_whole(path, document)


def _content(entry: FileEntry, read: Callable[[str], bytes | None]) -> bytes:
    content = read(entry.sha256)
    if content is None:
        raise Refused(
            msg("The file “{file}” is missing from the attachments folder.", file=entry.name)
        )
    return content


def _zipped(document: bytes, contents: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entries = {DATA: document} | {f"{FILES}/{sha}": data for sha, data in contents.items()}
        for name, content in entries.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()
