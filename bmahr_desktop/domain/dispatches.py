"""Letters that go out after a meeting: notices of resolutions, extracts, the draft minutes."""

import datetime
from enum import StrEnum

from bmahr_desktop.domain.letters import LetterKind, Lines, Urgency
from bmahr_desktop.domain.records import Record, ShortText, Text, Uid


class DispatchKind(StrEnum):
    """What a letter is sent for."""

    NOTICE = "notice"
    """แจ้งมติ: to those who are to act."""
    EXTRACT = "extract"
    """คัดรายงานการประชุม: a certified extract."""
    DRAFT = "draft"
    """The draft minutes, to be looked through before the next meeting."""
    CIRCULATION = "circulation"
    """The minutes, to be adopted by answering."""


class Answer(StrEnum):
    """What came back from one whom the minutes were sent to."""

    AGREES = "agrees"
    CORRECTS = "corrects"
    DISAGREES = "disagrees"


class Dispatch(Record, frozen=True):
    """A letter to one addressee; what is empty is made from the records.

    Attributes:
        layout: Memo or external letter.
        to: เรียน, "ผู้อำนวยการกอง…".
        unit, person: Who it goes to, where they are on file.
        resolutions: The uids of the resolutions that it tells.
        number: In full, "กท ๐๓๐๑/๑๒๓".
        date: Of the letter.
        text: Text in place of the composed one; a line feed begins a paragraph.
        reply_by: Until when an answer is awaited.
        sent, received: When it went out, and when it reached them.
        answered: When they answered.
        answer: What they answered; words beside it in `answer_text`.
        signer_name, signer_lines: Who signs, when it is not the letterhead's signer.
    """

    uid: Uid
    kind: DispatchKind
    layout: LetterKind = LetterKind.MEMO
    to: ShortText = ""
    unit: Uid | None = None
    person: Uid | None = None
    resolutions: tuple[Uid, ...] = ()
    number: ShortText = ""
    date: datetime.date | None = None
    urgency: Urgency = Urgency.NONE
    references: Lines = ()
    enclosures: Lines = ()
    text: Text = ""
    reply_by: datetime.date | None = None
    sent: datetime.date | None = None
    received: datetime.date | None = None
    answered: datetime.date | None = None
    answer: Answer | None = None
    answer_text: Text = ""
    signer_name: ShortText = ""
    signer_lines: Lines = ()
