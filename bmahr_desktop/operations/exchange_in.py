"""Takes an exchange file in: shown first, then all of it or nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import Exchange, FileEntry
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.forms.filled import pictures_in
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.exchange import LoadedExchange
from bmahr_desktop.operations.joining import with_survivors, with_uids
from bmahr_desktop.operations.upkeep import reason_of
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.merging import Difference, Merge, lay_beside, write_merge
from bmahr_desktop.storage.people import PersonRow, UnitRow
from bmahr_desktop.storage.shapes import TOP
from bmahr_desktop.storage.trees import FlatRow, flatten
from bmahr_desktop.storage.wholes import kind_of
from bmahr_desktop.thai.searchkey import search_key


@dataclass(frozen=True)
class Namesake:
    """A record of the file that is called as another one on file: are they one and the same?

    Attributes:
        kind: Unit, person or committee.
        name: What both are called.
        incoming: The uid in the file.
        known: The uid on file.
        alone: Whether no other record on file is called so as well.
    """

    kind: Kind
    name: str
    incoming: str
    known: str
    alone: bool = True


@dataclass(frozen=True)
class Preview:
    """What taking a file in would do.

    Attributes:
        merge: The comparison itself.
        namesakes: Records that only share a name; they are taken for different ones, except
            committees, whose code must be unique.
        exchange: The records, as they would be written.
    """

    merge: Merge
    namesakes: tuple[Namesake, ...]
    exchange: Exchange

    def counts(self) -> tuple[int, int, int, int]:
        """Return how many would be new, changed, removed, and how many are just the same."""
        merge = self.merge
        changed = {row.uid for row, _ in merge.changed} | {row.uid for row in merge.back}
        return len(merge.new), len(changed), len(merge.gone), merge.same


def preview_import(
    session: Session, loaded: LoadedExchange, same: Mapping[str, str] | None = None
) -> Preview:
    """Compare a file with the records; nothing is written.

    Args:
        session: The records.
        loaded: The file, checked.
        same: Incoming uids that mean a record on file of another uid.

    Raises:
        Refused: If a uid stands for a record of another kind on file, or two records of the file
            are to be the same one.
    """
    exchange = _renamed(with_survivors(session, loaded.exchange), same or {})
    rows = [
        row
        for name, shape in TOP.items()
        for record in getattr(exchange, name)
        for row in flatten(record, shape)
    ]
    return Preview(lay_beside(session, rows), tuple(_namesakes(session, exchange)), exchange)


def match_names(preview: Preview) -> dict[str, str]:
    """Return the answer "they are the same" to every namesake.

    Raises:
        Refused: If a name alone does not tell which record is meant.
    """
    meant = Counter(one.known for one in preview.namesakes)
    unclear = {one.name for one in preview.namesakes if not one.alone or meant[one.known] > 1}
    _refuse_unclear(sorted(unclear))
    return {one.incoming: one.known for one in preview.namesakes}


def _refuse_unclear(names: Iterable[str]) -> None:
    unclear = [
        msg("Several records are called “{name}”; the name alone does not tell which.", name=name)
        for name in names
    ]
    if unclear:
        raise Refused(*unclear)


def take_in(session: Session, preview: Preview, loaded: LoadedExchange) -> Changes:
    """Write what a preview shows.

    Args:
        session: The transaction, the same file as the preview's.
        preview: What is to be written.
        loaded: The file; what travels with it is kept.

    Raises:
        Refused: If a committee's code stands for another one on file, or a file cannot be kept.
            What was kept until then is shown nowhere.
    """
    clashes = [one for one in preview.namesakes if one.kind is Kind.COMMITTEE]
    if clashes:
        raise Refused(*namesake_messages(clashes))
    files: KeptFiles = session.info["files"]
    exchange = preview.exchange
    parts = (part for _, part in parts_of((exchange.meetings, exchange.projects)))
    shown = {part.file for part in parts if isinstance(part, Picture | Attachment)}
    shown |= {sha256 for form in exchange.forms for sha256 in pictures_in(form.answers)}
    kept = []
    for entry in exchange.files:
        data = loaded.read(entry.sha256)
        if data is not None:
            kept.append(_keep(files, entry, data))
        elif entry.sha256 in shown:
            raise Refused(msg("the file {sha256} is missing or was altered", sha256=entry.sha256))
    return write_merge(session, preview.merge, kept)


def _keep(files: KeptFiles, entry: FileEntry, data: bytes) -> FileEntry:
    """Keep a file, and return its entry with the size that it has."""
    try:
        files.keep(data)
    except OSError as error:
        raise Refused(
            msg("“{file}” cannot be kept: {reason}.", file=entry.name, reason=reason_of(error))
        ) from error
    return msgspec.structs.replace(entry, size=len(data))


def namesake_messages(namesakes: Iterable[Namesake]) -> Iterator[Message]:
    """Yield a message for each record that shares only its name with one on file."""
    kinds = {
        Kind.UNIT: msg("A unit “{name}” is on file already, under another uid ({known})."),
        Kind.PERSON: msg("A person “{name}” is on file already, under another uid ({known})."),
        Kind.COMMITTEE: msg(
            "A committee with the code “{name}” is on file already, under another uid ({known})."
        ),
    }
    for one in namesakes:
        yield Message(kinds[one.kind].text, {"name": one.name, "known": one.known})


# ---------------------------------------------------------------- names


def _namesakes(session: Session, exchange: Exchange) -> Iterator[Namesake]:
    """Yield records whose name stands for another uid on file."""
    incoming: tuple[tuple[Kind, Any, Any, Callable[[Any], str]], ...] = (
        (Kind.UNIT, exchange.units, UnitRow, lambda one: one.name),
        (Kind.PERSON, exchange.people, PersonRow, lambda one: one.name),
        (Kind.COMMITTEE, exchange.committees, CommitteeRow, lambda one: one.code),
    )
    for kind, records, table, name_of in incoming:
        if not records:
            continue
        own = {record.uid for record in records}
        uids: set[str] = set()
        by_name: dict[str, list[str]] = defaultdict(list)
        for row in session.scalars(select(table).where(table.removed.is_(None)).order_by("uid")):
            uids.add(row.uid)
            if row.uid not in own:  # else the file itself tells the two apart
                by_name[search_key(name_of(row))].append(row.uid)
        for record in records:
            others = by_name.get(search_key(name_of(record)))
            if others and record.uid not in uids:
                alone = len(others) == 1
                yield Namesake(kind, name_of(record), record.uid, others[0], alone)


def _renamed(exchange: Exchange, same: Mapping[str, str]) -> Exchange:
    """Return the records with some uids replaced by those they mean."""
    if not same:
        return exchange
    tops = [one for name in ("units", "people", "committees") for one in getattr(exchange, name)]
    means = Counter(same.get(one.uid, one.uid) for one in tops)
    _refuse_unclear(one.name for one in tops if means[same.get(one.uid, one.uid)] > 1)
    raw = msgspec.to_builtins(exchange)
    return msgspec.convert(with_uids(raw, same), Exchange, strict=False)


# ---------------------------------------------------------------- words


@dataclass(frozen=True)
class PreviewLine:
    """One line of a preview.

    Attributes:
        action: "new", "changed", "restored" or "removed".
        kind: The kind of record.
        label: What it is called, shortened.
        uid: The record.
        meeting: The meeting that it is, or is a part of.
        project: The project that it is, or is a part of, or shows.
        differences: What changes, field by field.
    """

    action: str
    kind: Kind
    label: str
    uid: str
    meeting: str | None = None
    differences: tuple[Difference, ...] = ()
    project: str | None = None


def preview_lines(preview: Preview) -> Iterator[PreviewLine]:
    """Yield what would happen, one line for each record; parts of a new record are not listed."""
    merge = preview.merge
    new = {row.uid for row in merge.new}
    for row in merge.new:
        if row.values.get(row.shape.owner) not in new:
            yield _line("new", row)
    for row in merge.back:
        yield _line("restored", row)
    for row, differences in merge.changed:
        yield _line("changed", row, tuple(differences))
    for row in merge.gone:
        yield _line("removed", row)


def _line(action: str, row: FlatRow, differences: tuple[Difference, ...] = ()) -> PreviewLine:
    kind = kind_of(row.shape)
    project = row.values.get("project") if kind is Kind.FORM else row.project
    return PreviewLine(action, kind, label_of(row), row.uid, row.meeting, differences, project)


_LABELS = (
    "name", "title", "text", "assigned_to", "old", "heading", "item", "number", "form", "role",
    "plan", "kind",
)  # fmt: skip
"""The fields that say what a record is called, the most telling first."""


def label_of(row: FlatRow) -> str:
    """Return what a record is called, in one short line."""
    values = row.values
    if kind_of(row.shape) is Kind.MEETING:
        return f"{values['number']}/{values['year']}"
    for name in _LABELS:
        if words := " ".join(str(values.get(name) or "").split()):
            return words if len(words) <= 80 else f"{words[:79]}…"
    return row.uid
