"""People of old minutes as records: the three lists, and who signed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bmahr_desktop.domain.habits.behind import BRACKETED, SIGNED
from bmahr_desktop.domain.habits.people import with_line
from bmahr_desktop.domain.habits.signs import is_signed_label, signed_label_in
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Signature
from bmahr_desktop.domain.old_minutes import Part, PartKind, PersonRow
from bmahr_desktop.domain.people import Person
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.thai.names import same_person_key, split_name
from bmahr_desktop.thai.searchkey import tidied

_EDGE = " .…_\t:()\u00a0"
_DOTS = re.compile(r"[.…_]{3,}")
_PARTED = re.compile(r"[\n\t]| {3,}")


class KnownPeople:
    """Those on file, by what their names have in common with those on papers."""

    def __init__(self, people: Iterable[Person]) -> None:
        """Take them."""
        self._by_key: dict[str, list[Person]] = defaultdict(list)
        for one in people:
            self._by_key[same_person_key(one.printed)].append(one)
        self.unclear: set[str] = set()

    def find(self, name: str) -> str | None:
        """Return the uid of who is called so; None for nobody, or when several are."""
        found = self._by_key.get(same_person_key(name), [])
        if len(found) > 1:
            self.unclear.add(name)
        return found[0].uid if len(found) == 1 else None


@dataclass(frozen=True)
class _Listed:
    kind: AttendanceList
    row: PersonRow


def attendance_of(parts: Iterable[Part], known: KnownPeople) -> tuple[Attendance, ...]:
    """Return who stands in the lists, in their order."""
    listed: list[_Listed] = []
    kind, reason = AttendanceList.PRESENT, ""
    for part in parts:
        if part.kind is PartKind.LIST_HEADING:
            kind = part.found if isinstance(part.found, AttendanceList) else kind
            reason = part.words if kind is AttendanceList.ABSENT else ""
            reason = reason.removeprefix("เนื่องจาก").strip()
        elif part.kind is PartKind.PERSON:
            row = part.found if isinstance(part.found, PersonRow) else PersonRow(part.words)
            if reason and not row.reason:
                row = with_line(row, reason, kind)
            listed.append(_Listed(kind, row))
        elif part.kind is PartKind.PERSON_MORE and listed:
            last = listed[-1]
            row = last.row
            for words in filter(None, _PARTED.split(part.words)):
                row = with_line(row, words, last.kind)
            listed[-1] = _Listed(last.kind, row)
    return tuple(_attendance(one, known) for one in listed)


def _attendance(one: _Listed, known: KnownPeople) -> Attendance:
    row = one.row
    return Attendance(
        uid=new_uid(),
        list=one.kind,
        name=row.name,
        lines=row.lines,
        role=row.role,
        title=row.title,
        substitute_for=row.substitute_for,
        reason=row.reason,
        mode=row.mode,
        person=known.find(row.name),
    )


def signatures_of(parts: Sequence[Part], known: KnownPeople) -> tuple[Signature, ...]:
    """Return who signed, in their order."""
    blocks: list[list[str]] = []
    for part in parts:
        if part.kind is PartKind.SIGNATURE or (part.kind is PartKind.SIGNATURE_MORE and not blocks):
            blocks.append([])
        if part.kind in (PartKind.SIGNATURE, PartKind.SIGNATURE_MORE):
            blocks[-1] += [line for line in part.words.split("\n") if line.strip(_EDGE)]
    return tuple(_signatures(blocks, known))


def _signatures(blocks: Iterable[Sequence[str]], known: KnownPeople) -> Iterator[Signature]:
    for lines in blocks:
        name, label, others = "", "", []
        for line in lines:
            words, said = _split_label(line)
            label = label or said
            if said and said != label:
                others.append(said)
            rest = SIGNED.sub("", words, count=1) if SIGNED.match(words) else words
            bracketed = BRACKETED.fullmatch(rest)
            rest = tidied(bracketed["name"] if bracketed else _DOTS.sub("", rest).strip(" :\t"))
            if not rest:
                continue
            if not name and (bracketed or split_name(rest).honorific):
                name = rest
            elif rest != name:
                others.append(rest)
        if not name and others:
            name, *others = others
        if name or label:
            yield Signature(
                uid=new_uid(), name=name or label, lines=tuple(others),
                label=label if name else "", person=known.find(name) if name else None,
            )  # fmt: skip


def _split_label(line: str) -> tuple[str, str]:
    """Part what was signed for off a line: "นาย ก ข  ผู้จดรายงานการประชุม"."""
    if is_signed_label(line):
        return "", line.strip(_EDGE)
    found = signed_label_in(line)
    if found is None:
        return line, ""
    return line.strip()[: found.start()], found[0].strip(_EDGE)
