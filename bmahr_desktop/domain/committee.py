"""A committee, who sits in it, and the form of its papers."""

import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.letters import Letterhead
from bmahr_desktop.domain.records import Name, Order, Record, ShortText, Uid
from bmahr_desktop.thai.digits import DigitStyle

Centimetres = Annotated[float, Meta(ge=0, le=20)]


class AgendaLayout(StrEnum):
    """How the text of the minutes stands on the page."""

    COLUMN = "column"
    """The item's number in a column at left, all text to its right: the committee's own form."""
    INDENTED = "indented"
    """First lines indented, the others from margin to margin: the form of the regulation."""


class Justification(StrEnum):
    """How lines fill the width."""

    SPREAD = "spread"
    LEFT = "left"


class MinutesForm(Record, frozen=True):
    """How a committee prints its minutes (the options of the regulation on office work).

    Attributes:
        digits: Thai or Arabic digits, or as typed.
        font: "Sarabun", the bundled font, or the name of a font of the PC such as
            "TH SarabunPSK"; kept with the paper, never detected while printing.
        say_when: Whether the date in the heading begins with "เมื่อวันที่" instead of "วันที่".
        indent_cm: First-line indent; in the column form, the width of the left column.
        page_numbers: "- ๒ -" at the head of every page but the first.
        catch_words: Each page ends with the first words of the next.
        catch_word_slash: A stroke stands before them.
        header, footer: Free lines on every page.
    """

    digits: DigitStyle = DigitStyle.THAI
    font: Name = "Sarabun"
    layout: AgendaLayout = AgendaLayout.COLUMN
    justification: Justification = Justification.SPREAD
    say_when: bool = False
    indent_cm: Centimetres = 2.5
    margin_left_cm: Centimetres = 3.0
    margin_right_cm: Centimetres = 2.0
    margin_top_cm: Centimetres = 2.5
    margin_bottom_cm: Centimetres = 2.0
    page_numbers: bool = True
    catch_words: bool = True
    catch_word_slash: bool = False
    header: ShortText = ""
    footer: ShortText = ""


class Labels(Record, frozen=True):
    """Words that each committee prints in its own way.

    Attributes:
        resolution: Before a resolution, "มติ อ.ก.ก." or "มติที่ประชุม".
        member: What members are called in a statement, "อ.ก.ก.ฯ".
        opinion: Before the office's opinion, "ความเห็นของสำนักงาน ก.ก.".
        discussion: Before the discussion, "ประเด็นการพิจารณาของ อ.ก.ก.".
    """

    resolution: Name = "มติที่ประชุม"
    member: Name = "คณะกรรมการ"
    opinion: Name = "ความเห็นของฝ่ายเลขานุการ"
    discussion: Name = "ประเด็นการพิจารณา"


class Role(StrEnum):
    """What somebody is in a committee."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    MEMBER_SECRETARY = "member_secretary"
    SECRETARY = "secretary"
    ASSISTANT_SECRETARY = "assistant_secretary"

    @property
    def is_member(self) -> bool:
        """Tell whether they count for the quorum; a secretary who is no member does not."""
        return self not in (Role.SECRETARY, Role.ASSISTANT_SECRETARY)


class Share(Record, frozen=True):
    """A part of the whole, "1 of 2"."""

    parts: Annotated[int, Meta(ge=1, le=100)] = 1
    of: Annotated[int, Meta(ge=1, le=100)] = 2


class Allowance(Record, frozen=True):
    """What one in a role is paid for a meeting.

    Attributes:
        satang: The amount; 100 satang are one baht.
    """

    role: Role
    satang: Annotated[int, Meta(ge=0, le=100_000_000)] = 0


class Rules(Record, frozen=True):
    """What a committee goes by; the defaults are those of the law (standards D).

    Attributes:
        quorum: How many of the members in office must take part, at least.
        quorum_again: The same at a meeting called again for want of a quorum.
        again_within_days: How soon it must be held to count as called again.
        notice_days: How many days ahead the invitation goes out, at least.
        allowances: What a meeting pays to whom; roles that are not named get nothing.
        allowance_basis: What the payment rests on, as printed: the decree, the order.
    """

    quorum: Share = Share(1, 2)
    quorum_again: Share = Share(1, 3)
    again_within_days: Annotated[int, Meta(ge=1, le=365)] = 14
    notice_days: Annotated[int, Meta(ge=0, le=365)] = 3
    allowances: tuple[Allowance, ...] = ()
    allowance_basis: ShortText = ""


class Committee(Record, frozen=True):
    """A committee.

    Attributes:
        code: Short and unique, for commands: "SHR".
        name: In full, as in the heading of its minutes.
        short_name: "อ.ก.ก.".
    """

    uid: Uid
    code: Annotated[str, Meta(pattern="^[A-Za-z0-9ก-๙._-]{1,20}$")]
    name: Name
    short_name: ShortText = ""
    secretariat: Uid | None = None
    labels: Labels = Labels()
    rules: Rules = Rules()
    form: MinutesForm = MinutesForm()
    letterhead: Letterhead = Letterhead()


class Membership(Record, frozen=True):
    """Somebody's seat in a committee, for some time.

    Attributes:
        title: The role as printed, "อ.ก.ก. และเลขานุการ".
        seat: Why they sit there: "ผู้ทรงคุณวุฒิ", "ปลัดกรุงเทพมหานคร".
        since, until: First and last day; None while it is open.
        instrument: What appointed them: "มติ ก.ก. ครั้งที่ …".
        ex_officio: Whether the seat goes with the post, whoever holds it.
        substitutes: Uids of the people who may stand in.
    """

    uid: Uid
    committee: Uid
    person: Uid
    role: Role = Role.MEMBER
    title: ShortText = ""
    seat: ShortText = ""
    position: Order = 0
    since: datetime.date | None = None
    until: datetime.date | None = None
    instrument: ShortText = ""
    ex_officio: bool = False
    substitutes: tuple[Uid, ...] = ()
