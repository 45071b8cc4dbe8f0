"""One file of old minutes: what was read from it, what somebody said of it, how it stands."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import msgspec

from bmahr_desktop.domain.agenda import TemplateItem
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.meeting import Meeting, MinutesState
from bmahr_desktop.domain.old_minutes import PartKind
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.domain.proposals.meeting import Question
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.attachments import safe_name
from bmahr_desktop.operations.old_minutes import SCANS, OldMinutes
from bmahr_desktop.operations.old_minutes_edits import (
    PartEdit,
    PartKey,
    open_questions,
    whole_heading,
    with_edits,
    with_heading,
)
from bmahr_desktop.operations.old_minutes_intake import Intake, Source
from bmahr_desktop.operations.old_minutes_scans import (
    TypedResolution,
    registered_meeting,
)

_HARMLESS = frozenset(("attendance", "start", "end"))
"""Questions about these are usual of old minutes, and hold nobody up."""


class Standing(StrEnum):
    """How it stands with a file."""

    WAITING = "waiting"
    READY = "ready"
    LOOK = "look"
    ON_FILE = "on_file"
    REFUSED = "refused"
    KEPT = "kept"


@dataclass(frozen=True)
class Look:
    """What was read from a file.

    Attributes:
        source: The file, as it was then.
        heading: The fields of the heading as found; None where nothing was.
        minutes: What was recognised and proposed; None for a paper that is only registered.
        missing: Lines of the file that are on no record and in no report.
        usual: The committee's usual items, for a paper whose resolutions are typed.
        units: Those on file, for the same.
    """

    source: Source
    heading: Mapping[str, Any]
    minutes: OldMinutes | None = None
    missing: tuple[str, ...] = ()
    usual: tuple[TemplateItem, ...] = ()
    units: tuple[Unit, ...] = ()


@dataclass(eq=False)
class TakenFile:
    """A file in the list.

    Attributes:
        path: Where it lies.
        scan: Whether it is kept as it is, and its resolutions typed.
        look: What was read; None until it was.
        refusals: Why it was refused.
        said: What somebody said that pieces are, by their numbers.
        edits: What somebody said of records, by the parts that became them.
        typed: The fields of the heading that somebody typed.
        adopted: Whether its minutes are adopted; None while that is as usual.
        rows: The resolutions typed from a paper.
        seen: Whether somebody looked it over and found it good.
        kept: The uid of the meeting that it was kept as.
        kept_as: The number and year of that meeting.
        attached: The uid of the attachment, where it was only attached to that meeting.
        before: The uid of the meeting that was removed for it.
    """

    path: Path
    scan: bool = False
    look: Look | None = None
    refusals: tuple[Message, ...] = ()
    said: dict[int, PartKind] = field(default_factory=dict)
    edits: dict[PartKey, PartEdit] = field(default_factory=dict)
    typed: dict[str, Any] = field(default_factory=dict)
    adopted: bool | None = None
    rows: list[TypedResolution] = field(default_factory=list)
    seen: bool = False
    kept: str = ""
    kept_as: tuple[int, int] | None = None
    attached: str = ""
    before: str = ""

    @property
    def name(self) -> str:
        """What it is called, without what no list can show."""
        return f"{safe_name(self.path.stem)}{self.path.suffix}"

    @property
    def may_open(self) -> bool:
        """Whether the PC may be asked to show it: it is no program."""
        return self.path.suffix.lower() in (*SCANS, ".docx")

    def stale(self) -> bool:
        """Tell whether something was said of it that it was not recognised again with yet."""
        minutes = self.look.minutes if self.look else None
        return minutes is not None and dict(minutes.reading.put_right) != self.said

    def touched(self) -> bool:
        """Tell whether somebody typed or said something that is not kept yet."""
        return not self.kept and bool(self.said or self.edits or self.typed or self.rows)

    def waits(self) -> bool:
        """Tell whether it is still to be read."""
        return self.look is None and not self.refusals and not self.kept

    # ------------------------------------------------------------ what would be kept

    def heading(self) -> Mapping[str, Any]:
        """Return the fields of the heading as they would be kept; None for what is missing."""
        return whole_heading(self.look.heading if self.look else {}, self.typed)

    def number(self) -> tuple[int, int] | None:
        """Return number and year, if both are known."""
        if self.kept:
            return self.kept_as
        heading = self.heading()
        if heading["number"] is None or heading["year"] is None:
            return None
        return heading["number"], heading["year"]

    def date(self) -> datetime.date | None:
        """Return the day, if it is known."""
        day: datetime.date | None = self.heading()["date"]
        return day

    def questions(self) -> tuple[Question, ...]:
        """Return what is still to be looked at, the needed ones first."""
        minutes = self.look.minutes if self.look else None
        found = minutes.proposal.questions if minutes else ()
        return open_questions(found, self.heading(), self.typed)

    def doubts(self) -> bool:
        """Tell whether somebody should look at it before it is kept."""
        questions = self.questions()
        if any(one.needed for one in questions):
            return True
        if self.seen or self.look is None:
            return False
        if self.scan:
            return not self.rows
        return bool(self.look.missing) or any(one.about not in _HARMLESS for one in questions)

    def meeting(self, committee: Committee, *, adopted: bool) -> Meeting | None:
        """Return the meeting as it would be kept; None while number, year or date is missing."""
        heading, look = self.heading(), self.look
        date = self.date()
        if look is None or date is None or self.number() is None:
            return None
        if look.minutes is not None:
            meeting = look.minutes.proposal.meeting
            meeting = with_edits(meeting, look.minutes.reading.parts, self.edits)
        else:
            meeting = registered_meeting(committee, date, self.rows, look.usual, look.units)
            blank = {"venue": "", "mode": meeting.mode}
            heading = {k: blank.get(k) if v is None else v for k, v in heading.items()}
        state = MinutesState.ADOPTED if adopted else MinutesState.AWAITING_ADOPTION
        meeting = with_heading(meeting, heading, self.typed)
        return msgspec.structs.replace(meeting, minutes_state=state)

    def intake(self, committee: Committee, *, adopted: bool) -> Intake | None:
        """Return what would go on file; None while number, year or date is missing."""
        meeting = self.meeting(committee, adopted=adopted)
        if meeting is None or self.look is None:
            return None
        minutes = self.look.minutes
        pictures = minutes.reading.file.pictures if minutes else {}
        needed = tuple(
            msg("“{file}”: {question}", file=self.name, question=one.message)
            for one in self.questions()
            if one.needed
        )
        return Intake(self.name, meeting, needed, self.look.source, pictures)
