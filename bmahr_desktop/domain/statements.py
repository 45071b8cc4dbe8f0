"""What the program words by itself, from the records: counts, corrections, the next meeting.

The wording is that of the committee's own minutes; it stands in the catalogue of papers.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from string import Formatter

from bmahr_desktop.domain.adoption import Adoption
from bmahr_desktop.domain.attending import is_called
from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.committee import Labels
from bmahr_desktop.domain.meeting import (
    Attendance,
    AttendanceList,
    Meeting,
    MeetingState,
    Mode,
    NextMeeting,
)
from bmahr_desktop.domain.minutes import ListRow, PaperBlock, PaperList, PaperParagraph, TextKey
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.numbering import Label, format_label
from bmahr_desktop.thai.times import format_time

UNKNOWN = "............"
"""Stands for what is not known yet."""

_NUMBERED = re.compile(r"[0-9๐-๙(]|[ก-ฮ](?:[.)]|$)")
"""What clauses are numbered with; "ระเบียบวาระที่ ๓" is none."""


def meeting_name(number: int, year: int, digits: DigitStyle) -> str:
    """Return a meeting's number as papers cite it, "๑/๒๕๖๔"."""
    return made_in_style(f"{number}/{year}", digits)


def clock(text: str, digits: DigitStyle) -> str:
    """Return a time of day as papers print it, "๐๙.๓๐ น."."""
    return format_time(datetime.time.fromisoformat(text), digits)


def runs_of(template: str, **values: str | TextRun) -> tuple[TextRun, ...]:
    """Return a wording with its marked places filled; a run put in keeps its style."""
    runs: list[TextRun] = []
    for literal, name, _, _ in Formatter().parse(template):
        pieces: list[str | TextRun] = [literal]
        if name is not None:
            pieces.append(values[name])
        for piece in pieces:
            if isinstance(piece, TextRun):
                runs.append(piece)
            elif runs and not runs[-1].keep_digits:
                runs[-1] = TextRun(text=runs[-1].text + piece)
            else:
                runs.append(TextRun(text=piece))
    return tuple(run for run in runs if run.text)


def list_rows(
    people: tuple[Attendance, ...],
    digits: DigitStyle,
    notes: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[ListRow, ...]:
    """Return people as the rows of a list, numbered from one.

    A substitute is listed under his own name, with the post he stands in for as the last line.

    Args:
        people: Those in the list.
        digits: In which digits.
        notes: More lines, by their uids: late arrivals and leaving.
    """
    rows = []
    for number, one in enumerate(people, 1):
        lines = (one.name, *one.lines)
        if one.substitute_for:
            lines = (*lines, paper("in place of {post}", post=one.substitute_for))
        lines = (*lines, *(f"({note})" for note in (notes or {}).get(one.uid, ())))
        label = format_label(number, Label.NUMBER_DOT, digits)
        key = TextKey(one.uid, "name")
        if one.list is AttendanceList.PARTICIPANT:
            rows.append(ListRow(label, (one.name,), lines[1:], key))
        else:
            absent = one.list is AttendanceList.ABSENT
            at_right = one.reason if absent else one.title
            rows.append(ListRow(label, lines, (at_right,) if at_right else (), key))
    return tuple(rows)


def members_present(meeting: Meeting, mode: Mode) -> tuple[Attendance, ...]:
    """Return the members who take part in the room, or online.

    Only members of the committee count, not its secretaries who are none (standards A5); one whose
    place is not noted counts as in the room when the meeting is over, and as not there before.
    """
    return tuple(
        one
        for one in meeting.attendance
        if one.list is AttendanceList.PRESENT
        and one.role is not None
        and one.role.is_member
        and is_called(one, meeting)
        and (one.mode or Mode.ON_SITE) is mode
    )


def attendance_statement(
    meeting: Meeting, labels: Labels, digits: DigitStyle
) -> Iterator[PaperBlock]:
    """Yield the statement of how many members take part in the room and online, with the lists.

    Until somebody was called, dots stand for the number.
    """
    on_site = members_present(meeting, Mode.ON_SITE)
    online = members_present(meeting, Mode.ONLINE)
    room = TextRun(text=meeting.online.room, keep_digits=True)
    values: dict[str, str | TextRun] = {
        "members": labels.member,
        "venue": meeting.venue,
        "platform": meeting.online.platform,
        "room": room,
        "on_site": made_in_style(str(len(on_site)), digits),
        "online": made_in_style(str(len(online)), digits),
    }
    intro = [paper("At this meeting")]
    if meeting.mode is not Mode.ON_SITE:
        intro = [paper("This meeting is held online with the application {platform}")]
        if meeting.online.room:
            intro.append(paper("joined in room {room}"))
        if meeting.mode is Mode.HYBRID:
            intro.append(paper("or at {venue}"))
    if not on_site and not online and meeting.state is not MeetingState.CLOSED:
        values["on_site"] = values["online"] = UNKNOWN
    first = online if meeting.mode is Mode.ONLINE else on_site
    intro.append(_taking_part(meeting.mode, listed=bool(first)))
    yield PaperParagraph(runs_of(" ".join(intro), **values))
    if first:
        yield PaperList(list_rows(first, digits))
    if meeting.mode is Mode.HYBRID and online:
        second = paper("and {members} take part online, {online} persons:")
        yield PaperParagraph(runs_of(second, **values))
        yield PaperList(list_rows(online, digits))
    if online:
        identified = paper("All have identified themselves before the meeting, {online} persons")
        yield PaperParagraph(runs_of(identified, **values))


def _taking_part(mode: Mode, *, listed: bool) -> str:
    if mode is Mode.ONLINE:
        if listed:
            return paper("where {members} take part online, {online} persons:")
        return paper("where {members} take part online, {online} persons")
    if listed:
        return paper("where {members} take part at {venue}, {on_site} persons:")
    return paper("where {members} take part at {venue}, {on_site} persons")


def adoption_words(adoption: Adoption, digits: DigitStyle) -> str:
    """Return the wording with which earlier minutes are adopted, a line for each paragraph."""
    lines = [f"{one.label} {one.text}".strip() for one in adoption_statement(adoption, digits)]
    return "\n".join(lines)


def adoption_statement(adoption: Adoption, digits: DigitStyle) -> Iterator[PaperParagraph]:
    """Yield the wording with which earlier minutes are adopted, with the corrections."""
    cited = {
        "meeting": meeting_name(adoption.number, adoption.year, digits),
        "date": format_date(adoption.date, DateStyle.LONG, digits),
    }
    if not adoption.corrections:
        adopted = paper("adopts the minutes of meeting {meeting} on {date}", **cited)
        yield PaperParagraph((TextRun(text=adopted),))
        return
    yield PaperParagraph((TextRun(text=paper("to be corrected as follows")),))
    for number, correction in enumerate(adoption.corrections, 1):
        words = []
        if correction.page:
            words.append(paper("page {page}", page=correction.page))
        if correction.clause:
            words.append(_clause(correction.clause))
        words.append(paper("from “{old}” to “{new}”", old=correction.old, new=correction.new))
        label = format_label(number, Label.NUMBER_DOT, digits)
        yield PaperParagraph((TextRun(text=" ".join(words)),), label, 1, numbered=True)
    rest = paper("otherwise adopts the minutes of meeting {meeting} on {date}", **cited)
    yield PaperParagraph((TextRun(text=rest),))


def _clause(clause: str) -> str:
    """Return how a correction cites its clause: a number as "ข้อ ๖", other words as they are."""
    return paper("clause {clause}", clause=clause) if _NUMBERED.match(clause) else clause


def place(mode: Mode, venue: str) -> str:
    """Return where a meeting is held, as its heading says it; nothing when that is not known."""
    if mode is Mode.ONLINE:
        return paper("online")
    if not venue:
        return ""
    if mode is Mode.HYBRID:
        return paper("online and {venue}", venue=venue)
    return paper("at {venue}", venue=venue)


def next_meeting_statement(
    following: NextMeeting, short_name: str, digits: DigitStyle
) -> Iterator[PaperBlock]:
    """Yield the sentence that says when the committee meets again."""
    words = [
        paper(
            "The next meeting of {committee} is meeting {meeting} on {date}",
            committee=short_name,
            meeting=meeting_name(following.number, following.year, digits),
            date=format_date(following.date, DateStyle.WEEKDAY, digits),
        )
    ]
    if following.start:
        words.append(paper("at the time of {time}", time=clock(following.start, digits)))
    if where := place(following.mode, following.venue):
        words.append(where)
    yield PaperParagraph((TextRun(text=" ".join(words)),))
