"""Composes the sheets on which those who come to a meeting sign (ใบลงชื่อ)."""

from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.domain import statements
from bmahr_desktop.domain.committee import Committee, Role
from bmahr_desktop.domain.heading import heading_lines
from bmahr_desktop.domain.imprint import Imprint, imprint_of
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Meeting, Mode
from bmahr_desktop.domain.minutes import ListRow
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.numbering import Label, format_label

LATE_GUESTS = 6
"""Empty rows for those whom nobody expected."""


@dataclass(frozen=True)
class SignInList:
    """Those who sign in one table; what stands at right in a row is its remark."""

    heading: str
    rows: tuple[ListRow, ...]


@dataclass(frozen=True)
class SignInPaper:
    """Everything that the sign-in sheets print.

    Attributes:
        heading: The lines at the head.
        lists: Members, secretaries, others; a list without rows is left out.
        columns: What stands over the columns: number, name, signature, time and remark.
    """

    heading: tuple[str, ...]
    lists: tuple[SignInList, ...]
    columns: tuple[str, str, str, str]
    imprint: Imprint


def compose_sign_in(meeting: Meeting, committee: Committee) -> SignInPaper:
    """Compose the sign-in sheets of a meeting."""
    heading = heading_lines(meeting, committee, paper("Sign-in sheet of the meeting of"))
    return SignInPaper(
        heading=heading,
        lists=tuple(_lists(meeting, committee.form.digits)),
        columns=(
            paper("No."),
            paper("Name and position"),
            paper("Signature"),
            paper("Time, remark"),
        ),
        imprint=imprint_of(meeting, committee, " ".join(heading[:2])),
    )


def _lists(meeting: Meeting, digits: DigitStyle) -> Iterator[SignInList]:
    of_committee = [one for one in meeting.attendance if one.list is not AttendanceList.PARTICIPANT]
    members = tuple(one for one in of_committee if one.role is None or one.role.is_member)
    others = tuple(one for one in of_committee if one not in members)
    guests = tuple(one for one in meeting.attendance if one not in of_committee)
    if members:
        yield SignInList(paper("Members present"), _rows(members, digits))
    if others:
        yield SignInList(paper("Secretaries"), _rows(others, digits))
    empty = tuple(
        ListRow(format_label(number, Label.NUMBER_DOT, digits), ())
        for number in range(len(guests) + 1, len(guests) + LATE_GUESTS + 1)
    )
    yield SignInList(paper("Others present"), (*_rows(guests, digits), *empty))


def _rows(people: tuple[Attendance, ...], digits: DigitStyle) -> tuple[ListRow, ...]:
    rows = zip(statements.list_rows(people, digits), people, strict=True)
    return tuple(_row(row, one) for row, one in rows)


def _row(row: ListRow, one: Attendance) -> ListRow:
    """Return a row with all that is known of somebody at left, and remarks at right."""
    guest = one.list is AttendanceList.PARTICIPANT
    lines = (*row.lines, *(row.at_right if guest else ()))
    if one.title and not guest and one.role is not Role.MEMBER:
        lines = (*lines, one.title)  # that the others are members, the heading says
    remarks = []
    if one.list is AttendanceList.ABSENT:
        remarks.append(one.reason or paper("absent"))
    elif one.mode is Mode.ONLINE:
        remarks.append(paper("online"))
    return ListRow(row.number, lines, tuple(remarks), row.key)
