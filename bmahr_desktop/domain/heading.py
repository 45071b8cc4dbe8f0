"""The lines that name a meeting at the head of its papers."""

from bmahr_desktop.domain import statements
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date


def before_name(words: str, name: str) -> str:
    """Return words with the name of a committee behind them.

    An abbreviation stands apart: "รายงานการประชุม อ.ก.ก. …", "รายงานการประชุมคณะกรรมการ…".
    """
    space = " " if "." in name.split(" ")[0] else ""
    return words + space + name


def place_line(meeting: Meeting) -> str:
    """Return where a meeting is held, as a line of a heading; nothing when that is not known."""
    return meeting.venue_line or statements.place(meeting.mode, meeting.venue)


def time_words(meeting: Meeting, committee: Committee) -> str:
    """Return the day of the week, the date and the hour: "วันพุธที่ ๘ มกราคม ๒๕๖๘ เวลา ๐๙.๓๐ น."."""
    digits = committee.form.digits
    words = format_date(meeting.date, DateStyle.WEEKDAY, digits)
    if meeting.start:
        clock = statements.clock(meeting.start, digits)
        begins = paper("at the time of {time}", time=clock)
        words = f"{words} {begins}"
    return words


def number_words(meeting: Meeting, committee: Committee) -> str:
    """Return "ครั้งที่ ๑/๒๕๖๔"."""
    number = statements.meeting_name(meeting.number, meeting.year, committee.form.digits)
    return paper("meeting {meeting}", meeting=number)


def heading_lines(meeting: Meeting, committee: Committee, first: str) -> tuple[str, ...]:
    """Return the lines at the head of a paper about a meeting: its name, number, time and place.

    Args:
        meeting: The meeting.
        committee: Whose meeting it is.
        first: What the paper is, "ระเบียบวาระการประชุม".
    """
    lines = (
        before_name(first, committee.name),
        number_words(meeting, committee),
        time_words(meeting, committee),
        place_line(meeting),
    )
    return tuple(line for line in lines if line)
