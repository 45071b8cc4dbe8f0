"""What a secretary does with the minutes of a meeting."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from bmahr_desktop.documents.minutes import set_minutes
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.chain import CALLED_OFF
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import MeetingState
from bmahr_desktop.domain.minutes import MinutesPaper
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.searchkey import search_key

_NUMBER = re.compile(r"\s*([0-9]{1,3})\s*/\s*([0-9]{4})\s*")


def set_minutes_from_file(
    path: Path,
    meeting: str | None = None,
    committee: str | None = None,
    *,
    draft: bool = False,
    went_on: Callable[[int], None] | None = None,
) -> SetPaper:
    """Set the minutes of a meeting that is recorded in an exchange file.

    Args:
        path: The exchange file.
        meeting: Its number, "1/2564"; needed when the file holds several.
        committee: The committee's code, or a part of its name that no other has.
        draft: Whether to mark every page as a draft.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the file has faults, or the meeting is not the only one that fits.
    """
    loaded = read_exchange(path)
    committees, meetings = loaded.exchange.committees, loaded.exchange.meetings
    chosen = choose_meeting(committees, meetings, meeting, committee)
    owner = next(one for one in committees if one.uid == chosen.committee)
    minutes = compose_minutes(chosen, owner, loaded.pictures, draft=draft)
    return set_minutes(minutes, went_on)


def set_paper(minutes: MinutesPaper, went_on: Callable[[int], None] | None = None) -> SetPaper:
    """Set the minutes in type; safe outside the main thread.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    return set_minutes(minutes, went_on)


class HasCode(Protocol):
    """A committee, in a file or on file."""

    @property
    def uid(self) -> str:
        """Names it for ever."""

    @property
    def code(self) -> str:
        """Names it in commands."""

    @property
    def name(self) -> str:
        """In full."""


class HasNumber(Protocol):
    """A meeting, in a file or on file."""

    @property
    def committee(self) -> str:
        """The uid of its committee."""

    @property
    def number(self) -> int:
        """Its number in the year."""

    @property
    def year(self) -> int:
        """The year (พ.ศ.)."""

    @property
    def state(self) -> MeetingState:
        """How far it has come."""


C = TypeVar("C", bound=HasCode)
M = TypeVar("M", bound=HasNumber)


def choose_meeting(
    committees: Sequence[HasCode], meetings: Sequence[M], meeting: str | None, committee: str | None
) -> M:
    """Return the one meeting that is meant.

    A number is that of the meeting that was or will be held, should one that was put off or called
    off have had it before.

    Args:
        committees: All there are.
        meetings: All there are.
        meeting: A number, "1/2564"; None when there is only one.
        committee: A committee's code, or a part of its name; None when it is clear without.

    Raises:
        Refused: If none or several fit; the candidates are listed.
    """
    owners = {one.uid: one for one in committees}
    if committee is not None:
        only = choose_committee(committees, committee)
        owners = {only.uid: only}
    wanted = None if meeting is None else meeting_number(meeting)
    found = [
        one
        for one in meetings
        if one.committee in owners and wanted in (None, (one.number, one.year))
    ]
    if len(found) > 1 and wanted is not None:
        found = [one for one in found if one.state not in CALLED_OFF] or found
    if len(found) == 1:
        return found[0]
    candidates = found or [one for one in meetings if one.committee in owners]
    listed = [
        msg(
            "  {number}/{year}  --committee {code}  {name}",
            number=one.number,
            year=one.year,
            code=owners[one.committee].code,
            name=owners[one.committee].name,
        )
        for one in candidates
    ]
    if not candidates:
        raise Refused(msg("The file holds no meeting."))
    if not found:
        raise Refused(msg("There is no meeting {meeting}. There are:", meeting=meeting), *listed)
    raise Refused(msg("Several meetings fit. Say which with --meeting and --committee:"), *listed)


def choose_committee(committees: Sequence[C], wanted: str) -> C:
    """Return the committee with a code, or the only one whose name holds some words.

    Raises:
        Refused: If none or several fit; the candidates are listed.
    """
    key = search_key(wanted).strip()
    exact = [one for one in committees if search_key(one.code) == key]
    found = exact or [one for one in committees if key and key in search_key(one.name)]
    if len(found) == 1:
        return found[0]
    listed = [msg("  {code}  {name}", code=one.code, name=one.name) for one in found or committees]
    if found:
        raise Refused(msg("Several committees fit “{wanted}”:", wanted=wanted), *listed)
    raise Refused(msg("No committee fits “{wanted}”. There are:", wanted=wanted), *listed)


def meeting_number(text: str) -> tuple[int, int]:
    """Read a meeting's number and year (พ.ศ.), "1/2564" or "๑/๒๕๖๔".

    Raises:
        Refused: If it is none.
    """
    found = _NUMBER.fullmatch(to_arabic(text))
    if not found:
        raise Refused(msg("“{text}” is no number of a meeting. Write it as 1/2564.", text=text))
    return int(found[1]), int(found[2])
