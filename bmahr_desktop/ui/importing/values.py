"""How values of fields read, side by side: what stands there now, and what would."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from bmahr_desktop.domain.body import Cell, Paragraph, Picture, Table
from bmahr_desktop.domain.committee import Share
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.importing import project_values
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown

NOTHING = "–"
_BEFORE, _SHOWN = 24, 160
"""So many letters before the first that differs, and so many in all."""

_BANGKOK = datetime.timezone(datetime.timedelta(hours=7))
_WORDED: tuple[Mapping[Any, Message], ...] = (
    wording.MODES, wording.MEETING_STATES, wording.MINUTES_STATES, wording.SECRECY,
    wording.ROLES, wording.LISTS, wording.ITEM_KINDS, wording.SECTION_KINDS,
    wording.RESOLUTION_KINDS, wording.DIGITS, wording.LAYOUTS, wording.JUSTIFICATIONS,
    wording.FOLLOW_UPS, wording.MATTER_STATES, wording.VOTE_METHODS, wording.VOTES,
    wording.LETTER_KINDS, wording.URGENCY, *project_values.NAMES,
)  # fmt: skip
_NAMES: Mapping[Any, Message] = {
    (type(value), value): name for names in _WORDED for value, name in names.items()
}


@dataclass(frozen=True)
class Pair:
    """A field as it is and as it would be, shortened to where they differ."""

    field: str
    before: str
    after: str


def spread(field: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    """Yield a difference field by field, where a value has fields of its own."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for name in (*old, *(one for one in new if one not in old)):
            if old.get(name) != new.get(name):
                yield f"{field}.{name}", old.get(name), new.get(name)
        return
    kinds = {type(one) for one in (old, new) if isinstance(one, Record)}
    if len(kinds) != 1 or Share in kinds or not all(_has_fields(one) for one in (old, new)):
        yield field, old, new
        return
    for name in kinds.pop().__struct_fields__:
        before, after = getattr(old, name, None), getattr(new, name, None)
        if before != after:
            yield from spread(f"{field}.{name}", before, after)


def _has_fields(value: Any) -> bool:
    return value is None or isinstance(value, Record)


def paired(field: str, old: Any, new: Any, names: Mapping[str, str]) -> Pair:
    """Return how two values read beside each other.

    Args:
        field: Of the record.
        old: As it is.
        new: As it would be.
        names: What records are called, by uid.
    """
    before = project_values.counted(field, old) or text_of(old, names)
    after = project_values.counted(field, new) or text_of(new, names)
    if max(len(before), len(after)) <= _SHOWN:
        return Pair(field, before, after)
    same = 0
    for one, other in zip(before, after, strict=False):
        if one != other:
            break
        same += 1
    start = max(0, same - _BEFORE)
    return Pair(field, _cut(before, start), _cut(after, start))


def _cut(text: str, start: int) -> str:
    if not text[start:]:
        return text if len(text) <= _SHOWN else f"…{text[-_SHOWN:]}"
    head = "…" if start else ""
    rest = text[start : start + _SHOWN]
    return f"{head}{rest}{'…' if start + _SHOWN < len(text) else ''}"


def text_of(value: Any, names: Mapping[str, str]) -> str:
    """Return a value in one line, as the screen words it."""
    if value is None or value in ("", ()):
        return NOTHING
    known = _NAMES.get((type(value), value)) if isinstance(value, Enum) else None
    if known is not None:
        return worded(known)
    if isinstance(value, str):
        return " ".join(names.get(value, value).split())
    return _made(value, names)


def _made(value: Any, names: Mapping[str, str]) -> str:
    match value:
        case bool():
            return worded(msg("Yes") if value else msg("No"))
        case int() | float() | Decimal():
            return shown(f"{value:g}" if isinstance(value, float) else str(value))
        case datetime.datetime():
            local = value.astimezone(_BANGKOK)
            return f"{_date(local.date())} {shown(local.strftime('%H.%M'))}"
        case datetime.date():
            return _date(value)
        case Share():
            return said(msg("{parts} of {of}", parts=value.parts, of=value.of))
        case list() | tuple():
            return _joined(value, names)
        case Mapping():
            return _joined(list(value.values()), names)
        case Record():
            return _record(value, names)
        case _:
            return str(value)


def _date(date: datetime.date) -> str:
    return format_date(date, DateStyle.SHORT_FULL_YEAR, digits_in_use())


def _joined(values: Any, names: Mapping[str, str]) -> str:
    return " · ".join(text for one in values if (text := text_of(one, names)) != NOTHING) or NOTHING


def _record(record: Record, names: Mapping[str, str]) -> str:
    match record:
        case Paragraph():
            return " ".join(filter(None, (record.label, record.text)))
        case Table():
            return _joined([cell for row in record.rows for cell in row], names)
        case Cell():
            return _joined(record.paragraphs, names)
        case Picture():
            return said(msg("[picture: {caption}]", caption=record.caption or NOTHING))
        case _:
            fields = (getattr(record, name) for name in record.__struct_fields__)
            return _joined(list(fields), names)
