"""The columns of the register, and what a line says in each of them."""

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.registers import ResolutionLine, SortedBy, subject_of
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.snippets import Marks, snippet
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.searchkey import find_keys_in
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.marks import State, icon_of

_SEEN = 400
"""More of a text than this fits into no cell."""


class Column(IntEnum):
    """The columns, as they stand at first."""

    COMMITTEE = 0
    NUMBER = 1
    DATE = 2
    MATTER = 3
    TEXT = 4
    ASSIGNED = 5
    DUE = 6
    STATE = 7
    KINDS = 8
    EARLY = 9


HEADINGS: Mapping[Column, Message] = {
    Column.COMMITTEE: msg("Comm."),
    Column.NUMBER: msg("Meeting · item"),
    Column.DATE: msg("Date"),
    Column.MATTER: msg("Matter"),
    Column.TEXT: msg("Resolution"),
    Column.ASSIGNED: msg("Assigned to"),
    Column.DUE: msg("By when"),
    Column.STATE: msg("State"),
    Column.KINDS: msg("Kind"),
    Column.EARLY: msg("Before adoption"),
}
WIDTHS: Mapping[Column, int] = {
    Column.COMMITTEE: 8,
    Column.NUMBER: 19,
    Column.DATE: 12,
    Column.MATTER: 15,
    Column.TEXT: 22,
    Column.ASSIGNED: 13,
    Column.DUE: 14,
    Column.STATE: 21,
    Column.KINDS: 16,
    Column.EARLY: 16,
}
"""In steps of the grid, at first."""
HIDDEN_AT_FIRST = frozenset({Column.KINDS, Column.EARLY})
SORTED: Mapping[Column, SortedBy] = {
    Column.DATE: SortedBy.DATE,
    Column.MATTER: SortedBy.MATTER,
    Column.ASSIGNED: SortedBy.ASSIGNED,
    Column.DUE: SortedBy.DUE,
}
"""What the register is sorted by when the heading of a column is pressed."""
STATE_LOOKS: Mapping[FollowUp, State] = {
    FollowUp.WAITING: State.WAITING,
    FollowUp.UNDER_WAY: State.PROGRESS,
    FollowUp.DONE: State.DONE,
    FollowUp.ENDED: State.NEUTRAL,
}


@dataclass(frozen=True)
class Row:
    """A line with what each column says of it.

    Attributes:
        cells: The words, by column.
        marks: Where in them to mark what was looked for, for the columns that hold some.
        looks: The icon before the words, and the state whose colour both have, by column.
        overdue: Whether it should have been done by now.
    """

    line: ResolutionLine
    cells: tuple[str, ...]
    marks: Mapping[int, Marks]
    looks: Mapping[int, tuple[IconName, State | None]]
    overdue: bool = False


def row_of(
    line: ResolutionLine, codes: Mapping[str, str], keys: Sequence[str], today: datetime.date
) -> Row:
    """Return a line as it is shown; may be called in any thread.

    Args:
        line: The line.
        codes: The committees' codes by their uids.
        keys: What was looked for, as search keys.
        today: What day it is.
    """
    matter = subject_of(_one_line(line.matter_title or line.item_title))[:_SEEN]
    words, in_text = snippet(line.text, keys) if keys else (_one_line(line.text)[:_SEEN], ())
    assigned = ", ".join(line.assigned_to)
    marks: dict[int, Marks] = {
        Column.MATTER: tuple(find_keys_in(matter, keys)),
        Column.TEXT: in_text,
        Column.ASSIGNED: tuple(find_keys_in(assigned, keys)),
    }
    overdue = line.is_overdue(today)
    early = worded(msg("at once")) if line.before_adoption else ""
    cells = {
        Column.COMMITTEE: codes.get(line.committee, ""),
        Column.NUMBER: f"{meeting_of(line)} · {place_of(line)}",
        Column.DATE: format_date(line.date, DateStyle.SHORT, digits_in_use()),
        Column.MATTER: matter,
        Column.TEXT: words,
        Column.ASSIGNED: assigned,
        Column.DUE: due_of(line),
        Column.STATE: worded(msg("Overdue")) if overdue else state_words(line),
        Column.KINDS: kinds_of(line),
        Column.EARLY: early,
    }
    return Row(
        line=line,
        cells=tuple(cells[column] for column in Column),
        marks={column: some for column, some in marks.items() if some},
        looks=dict(_looks(line, overdue=overdue)),
        overdue=overdue,
    )


def _looks(
    line: ResolutionLine, *, overdue: bool
) -> Iterator[tuple[int, tuple[IconName, State | None]]]:
    if overdue:
        yield Column.DUE, (icon_of(State.DANGER), State.DANGER)
        yield Column.STATE, (icon_of(State.DANGER), State.DANGER)
    elif line.state:
        look = STATE_LOOKS[line.state]
        yield Column.STATE, (icon_of(look), look)
    if line.before_adoption:
        yield Column.EARLY, (IconName.CHECK, None)


def meeting_of(line: ResolutionLine) -> str:
    """Return the number of the meeting, "๑/๒๕๖๔"."""
    return shown(f"{line.number}/{line.year}")


def place_of(line: ResolutionLine) -> str:
    """Return where it stands in the agenda: item, matter, which of several resolutions."""
    matter = f".{line.matter_number}" if line.matter_number else ""
    order = f" ({line.order})" if line.siblings > 1 else ""
    return shown(f"{line.item}{matter}{order}")


def kinds_of(line: ResolutionLine) -> str:
    """Return in words what a resolution does."""
    return ", ".join(worded(wording.RESOLUTION_KINDS[kind]) for kind in line.kinds)


def due_of(line: ResolutionLine) -> str:
    """Return by when somebody is to act: the day, else as typed."""
    if line.due_day:
        return format_date(line.due_day, DateStyle.SHORT, digits_in_use())
    return line.due.text if line.due else ""


def state_words(line: ResolutionLine) -> str:
    """Return in words how far it has come."""
    return worded(wording.FOLLOW_UPS[line.state]) if line.state else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
