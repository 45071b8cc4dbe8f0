"""Checks before a meeting is closed: small tests, each of which may find something.

Nothing is blocked by them (4Minitz, `lessons.md` 12): a secretary looks, mends or goes on.
"""

from collections.abc import Callable, Iterator, Mapping

from bmahr_desktop.domain.body import Composed, ComposedKind
from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.closing_adoption import ADOPTION_TESTS
from bmahr_desktop.domain.closing_agenda import AGENDA_TESTS
from bmahr_desktop.domain.closing_citations import cited_meetings
from bmahr_desktop.domain.closing_people import PEOPLE_TESTS, absences, names
from bmahr_desktop.domain.closing_words import WORD_TESTS
from bmahr_desktop.domain.findings import Finding, Look, Weight
from bmahr_desktop.domain.meeting import Meeting, MeetingState, Mode, Secrecy
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.dates import buddhist_year

Test = Callable[[Look], Iterator[Finding]]


def check_meeting(look: Look) -> tuple[Finding, ...]:
    """Return all that the checks find, in the order of the paper: head, people, agenda, end.

    Of a meeting that was not held only what its short minutes print is looked at.
    """
    tests = NOT_HELD_TESTS.get(look.meeting.state, TESTS)
    return tuple(finding for test in tests for finding in test(look))


# ---------------------------------------------------------------- number, date and hours


def number_and_year(look: Look) -> Iterator[Finding]:
    """A number follows the one before; its year is the date's (standards A3)."""
    meeting, earlier = look.meeting, look.earlier
    dated = buddhist_year(meeting.date)
    if meeting.year != dated:
        yield look.of_meeting(
            msg("The year {year} is not that of the date, {right}.", year=meeting.year,
                right=dated), "year",
        )  # fmt: skip
    if earlier is None:
        return
    expected = earlier.number + 1 if earlier.year == meeting.year else 1
    if meeting.number != expected:
        yield look.of_meeting(
            msg("The number {number} does not follow: the meeting before was {before}.",
                number=name_of(meeting.number, meeting.year),
                before=name_of(earlier.number, earlier.year)), "number",
        )  # fmt: skip
    if meeting.date < earlier.date:
        yield look.of_meeting(
            msg("The date lies before that of the meeting before."), "date", Weight.WRONG
        )


def hours(look: Look) -> Iterator[Finding]:
    """A meeting begins, and ends later."""
    meeting = look.meeting
    if meeting.start is None:
        yield look.of_meeting(msg("The time of the beginning is missing."), "start", Weight.WRONG)
    if meeting.end is None:
        yield look.of_meeting(msg("The time of the end is missing."), "end", Weight.WRONG)
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        yield look.of_meeting(
            msg("The meeting ends before it begins: {end} is not after {start}.",
                end=_clock(meeting.end), start=_clock(meeting.start)),
            "end", Weight.WRONG,
        )  # fmt: skip


def places(look: Look) -> Iterator[Finding]:
    """A meeting is held somewhere; of one held online the law wants a recording (standards D)."""
    meeting = look.meeting
    if meeting.mode is not Mode.ONLINE and not (meeting.venue or meeting.venue_line).strip():
        yield look.of_meeting(msg("The venue is missing."), "venue")
    if meeting.mode is Mode.ON_SITE:
        return
    if not meeting.online.platform.strip():
        yield look.of_meeting(msg("The meeting system is missing."), "online.platform")
    if not meeting.online.recordings and meeting.secrecy is Secrecy.NONE:
        yield look.of_meeting(
            msg("No recording is noted. A meeting held online is recorded unless it is secret."),
            "online.recordings",
        )


def next_meeting(look: Look) -> Iterator[Finding]:
    """The next meeting comes later, with the next number."""
    meeting, following = look.meeting, look.meeting.next_meeting
    if following is None:
        if _says_when(meeting):
            yield look.of_meeting(
                msg("The date of the next meeting is missing."), "next_meeting", Weight.WRONG
            )
        return
    if following.date <= meeting.date:
        yield look.of_meeting(
            msg("The next meeting is not later than this one."), "next_meeting.date", Weight.WRONG
        )
    if following.year != buddhist_year(following.date):
        yield look.of_meeting(
            msg("The year {year} is not that of the date, {right}.", year=following.year,
                right=buddhist_year(following.date)), "next_meeting.year",
        )  # fmt: skip
    expected = meeting.number + 1 if following.year == meeting.year else 1
    if following.number != expected:
        yield look.of_meeting(
            msg("The next meeting would be number {right}, not {number}.",
                right=name_of(expected, following.year),
                number=name_of(following.number, following.year)), "next_meeting.number",
        )  # fmt: skip


def _clock(time: str) -> Message:
    hour, minute = time.split(":")
    return msg("{hour:02}.{minute:02} o'clock", hour=int(hour), minute=int(minute))


def _says_when(meeting: Meeting) -> bool:
    statement = ComposedKind.NEXT_MEETING
    return any(
        isinstance(block, Composed) and block.statement is statement
        for item in meeting.agenda
        for matter in item.matters
        for section in matter.sections
        for block in section.body
    )


def signatures(look: Look) -> Iterator[Finding]:
    """Somebody signs the minutes (standards A11)."""
    if not look.meeting.signatures:
        yield look.of_meeting(
            msg("Nobody signs the minutes. Add who took them."), "signatures", Weight.WRONG
        )


TESTS: tuple[Test, ...] = (
    number_and_year,
    hours,
    places,
    *PEOPLE_TESTS,
    *AGENDA_TESTS,
    *ADOPTION_TESTS,
    *WORD_TESTS,
    cited_meetings,
    next_meeting,
    signatures,
)
"""All tests, in the order of the paper."""

NOT_HELD_TESTS: Mapping[MeetingState, tuple[Test, ...]] = {
    MeetingState.POSTPONED: (number_and_year, signatures),
    MeetingState.CANCELLED: (number_and_year, signatures),
    MeetingState.NO_QUORUM: (number_and_year, names, absences, signatures),
}
"""The tests of meetings that were not held: they have no end, no decisions and no quorum."""
