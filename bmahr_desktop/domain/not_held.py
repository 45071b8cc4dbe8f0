"""The short minutes of a meeting that was put off, called off, or found no quorum."""

from bmahr_desktop.domain.attending import is_called
from bmahr_desktop.domain.meeting import Attendance, AttendanceList, Meeting, MeetingState
from bmahr_desktop.domain.quorum import counted_at, members_in_office
from bmahr_desktop.domain.statements import clock
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle, made_in_style

NOT_HELD = (MeetingState.POSTPONED, MeetingState.CANCELLED, MeetingState.NO_QUORUM)


def who_came(meeting: Meeting) -> tuple[Attendance, ...]:
    """Return whom the lists of a meeting name: of one that was not held only those who came."""
    if meeting.state not in NOT_HELD:
        return meeting.attendance
    if meeting.state is not MeetingState.NO_QUORUM:
        return ()
    return tuple(
        one
        for one in meeting.attendance
        if one.list is not AttendanceList.PRESENT or is_called(one, meeting)
    )


def what_happened(meeting: Meeting, digits: DigitStyle) -> tuple[str, str]:
    """Return in two sentences what became of a meeting that was not held."""
    reason = meeting.state_reason.strip()
    because = " " + paper("because {reason}", reason=reason) if reason else ""
    match meeting.state:
        case MeetingState.CANCELLED:
            return paper("This meeting is called off") + because, paper("No meeting was held")
        case MeetingState.POSTPONED:
            return paper("This meeting is put off") + because, _when(meeting, digits)
        case _:
            return _no_quorum(meeting, digits), paper("The meeting is adjourned") + because


def _when(meeting: Meeting, digits: DigitStyle) -> str:
    if meeting.put_off_to is None:
        return paper("The new date will be announced")
    date = format_date(meeting.put_off_to, DateStyle.WEEKDAY, digits)
    return paper("It will be held on {date}", date=date)


def _no_quorum(meeting: Meeting, digits: DigitStyle) -> str:
    figures = {
        "present": made_in_style(str(len(counted_at(meeting))), digits),
        "of": made_in_style(str(len(members_in_office(meeting))), digits),
    }
    if meeting.start is None:
        return paper("Only {present} of {of} members came, which is no quorum", **figures)
    time = clock(meeting.start, digits)
    return paper(
        "At {time} only {present} of {of} members had come, which is no quorum",
        time=time,
        **figures,
    )
