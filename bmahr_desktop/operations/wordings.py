"""Text modules as a meeting uses them: those in force, their places filled from the records."""

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec
from sqlalchemy.orm import Session

from bmahr_desktop.domain.attending import matter_label
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.meeting import AttendanceList, Meeting
from bmahr_desktop.domain.modules import TextModule, filled, in_force
from bmahr_desktop.domain.statements import clock, meeting_name
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.course import Course, read_course
from bmahr_desktop.storage.shapes import MODULE
from bmahr_desktop.storage.trees import read_records
from bmahr_desktop.thai.dates import DateStyle, format_date

PLACES: Mapping[str, Message] = {
    "คณะ": msg("the committee's name in full"),
    "คณะย่อ": msg("the committee's short name"),
    "ครั้งที่": msg("number and year of the meeting"),
    "วันที่": msg("date of the meeting"),
    "เวลาเริ่ม": msg("when the meeting began"),
    "สถานที่": msg("where the meeting is held"),
    "ประธาน": msg("who presides"),
    "วาระ": msg("number of the matter spoken about"),
    "เรื่อง": msg("title of the matter spoken about"),
}
"""What the places of text modules are called, and what stands for them.

The names are Thai, for it is the office that writes the modules.
"""


@dataclass(frozen=True)
class Wordings:
    """The text modules of a meeting.

    Attributes:
        modules: Those in force, their places filled.
        people: The names in the lists, as printed.
    """

    modules: tuple[TextModule, ...]
    people: tuple[str, ...]


def read_wordings(session: Session, meeting: str) -> Wordings:
    """Return the text modules of a meeting, with what is known of it now put in.

    Raises:
        Refused: If the meeting is not on file.
    """
    course = read_course(session, meeting)
    values = known_values(course)
    modules = in_force(read_records(session, MODULE), course.committee.uid)
    return Wordings(
        tuple(msgspec.structs.replace(one, text=filled(one.text, values)) for one in modules),
        tuple(one.name for one in course.meeting.attendance),
    )


def known_values(course: Course) -> Mapping[str, str]:
    """Return what the places of text modules stand for, by their names; all of `PLACES`."""
    meeting, committee = course.meeting, course.committee
    digits = committee.form.digits
    matter = course.matter(meeting.current)
    label = matter_label(meeting, meeting.current, digits) if meeting.current else ""
    return {
        "คณะ": committee.name,
        "คณะย่อ": committee.short_name or committee.name,
        "ครั้งที่": meeting_name(meeting.number, meeting.year, digits),
        "วันที่": format_date(meeting.date, DateStyle.LONG, digits),
        "เวลาเริ่ม": clock(meeting.start, digits) if meeting.start else "",
        "สถานที่": meeting.venue,
        "ประธาน": _chair(meeting),
        "วาระ": label,
        "เรื่อง": matter.title if matter else "",
    }


def _chair(meeting: Meeting) -> str:
    """Return who presides: the chair, or else the vice chair who is there."""
    for role in (Role.CHAIR, Role.VICE_CHAIR):
        for one in meeting.attendance:
            if one.role is role and one.list is AttendanceList.PRESENT:
                return one.name
    return ""
