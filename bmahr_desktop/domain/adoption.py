"""The adoption of minutes: what was corrected, in what way they were adopted."""

import datetime
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.records import Record, ShortText, Text, Uid, YearBE

MeetingNumber = Annotated[int, Meta(ge=1, le=999)]


class OldWords(Record, frozen=True):
    """Where the words that a correction replaces stand in a frozen record.

    Attributes:
        record: The part of the meeting that holds them.
        field: Its field, "body", "text", "title", "name", "lines".
        path: The way to the text inside the field: numbers of blocks, rows, cells, paragraphs.
        start: The letter that they begin at, from 0.
    """

    record: Uid
    field: ShortText
    path: tuple[int, ...] = ()
    start: Annotated[int, Meta(ge=0)] = 0


class Correction(Record, frozen=True):
    """A change that the committee makes in earlier minutes.

    Attributes:
        place: Where the old words stand in the frozen record; None where it is not on file.
    """

    uid: Uid
    old: Text
    new: Text
    page: ShortText = ""
    clause: ShortText = ""
    place: OldWords | None = None


class Adoption(Record, frozen=True):
    """Earlier minutes that are adopted in a matter; its own meeting's, when they are urgent.

    Attributes:
        meeting: Their meeting, where it is on file.
        number, year, date: As cited.
    """

    number: MeetingNumber
    year: YearBE
    date: datetime.date
    meeting: Uid | None = None
    corrections: tuple[Correction, ...] = ()


class Circulation(Record, frozen=True):
    """The adoption of a meeting's own minutes by letters and answers.

    Attributes:
        reply_by: Until when answers are awaited; who is silent agrees.
        decided: When they were held to be adopted; None while answers are awaited.
        corrections: Those taken over from the answers.
    """

    reply_by: datetime.date | None = None
    decided: datetime.date | None = None
    corrections: tuple[Correction, ...] = ()
