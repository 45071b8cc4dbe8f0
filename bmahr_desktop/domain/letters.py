"""Letters of a committee: what its letterhead says, and the invitation to a meeting."""

import datetime
from enum import StrEnum

from bmahr_desktop.domain.records import Record, ShortText, Text

Lines = tuple[ShortText, ...]


class LetterKind(StrEnum):
    """The two layouts of letters (regulation on office work, 2526, clauses 11 and 12)."""

    MEMO = "memo"
    """บันทึกข้อความ, inside the office."""
    EXTERNAL = "external"
    """หนังสือภายนอก, with the Garuda."""


class Urgency(StrEnum):
    """How fast a letter must be dealt with (regulation on office work, 2526, clause 28)."""

    NONE = "none"
    URGENT = "urgent"
    VERY_URGENT = "very_urgent"
    MOST_URGENT = "most_urgent"


class Letterhead(Record, frozen=True):
    """What all letters of a committee's secretariat have alike.

    Attributes:
        office: The line ส่วนราชการ of a memo, "กอง… สำนักงาน ก.ก. (กลุ่มงาน…)".
        phone: As printed, "๐ ๒๒๒๔ ๐๐๐๐ ต่อ ๑๒".
        address: The owner and address at the head of an external letter, a line each.
        number_prefix: "กท ๐๓๐๑/".
        signer_name: In full with title.
        signer_lines: Position, and for whom they sign, a line each.
        contact: At the foot of an external letter: office, phone, e-mail, a line each.
    """

    office: ShortText = ""
    phone: ShortText = ""
    address: Lines = ()
    number_prefix: ShortText = ""
    signer_name: ShortText = ""
    signer_lines: Lines = ()
    contact: Lines = ()


class Invitation(Record, frozen=True):
    """The letter that calls a meeting; what is empty is made from the records.

    Attributes:
        kind: Its layout.
        number: In full, "กท ๐๓๐๑/๑๒๓".
        date: Of the letter; the days of notice are counted from it.
        to: เรียน; empty for all members.
        urgency: Printed at the head.
        references: อ้างถึง, a line each (external letters).
        enclosures: สิ่งที่ส่งมาด้วย, a line each; the agenda stands first unless other lines do.
        body: Text in place of the composed one; a line feed begins a paragraph.
        reply_by: Until when answers are awaited; None for no reply slip.
        reply_to: Where to, "ฝ่ายเลขานุการ โทร. …".
        announced: Whether the date was told at a meeting, so that no days of notice are due.
        signer_name, signer_lines: Who signs, when it is not the letterhead's signer.
    """

    kind: LetterKind = LetterKind.MEMO
    number: ShortText = ""
    date: datetime.date | None = None
    to: ShortText = ""
    urgency: Urgency = Urgency.NONE
    references: Lines = ()
    enclosures: Lines = ()
    body: Text = ""
    reply_by: datetime.date | None = None
    reply_to: ShortText = ""
    announced: bool = False
    signer_name: ShortText = ""
    signer_lines: Lines = ()
