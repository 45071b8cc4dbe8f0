"""The money of a project: decisions in a ledger, and what each thing costs."""

import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.records import Record, ShortText, Text, Uid, YearBE

Satang = Annotated[int, Meta(ge=0, le=10**17, description="Money in satang.")]
SignedSatang = Annotated[
    int, Meta(ge=-(10**17), le=10**17, description="Money in satang; what goes away is negative.")
]


class EventKind(StrEnum):
    """What is decided about money."""

    REQUESTED = "requested"
    """ขอจัดสรร"""
    ALLOTTED = "allotted"
    """อนุมัติเงินประจำงวด"""
    TRANSFERRED = "transferred"
    """โอนเปลี่ยนแปลง, to the project or away from it."""
    COMMITTED = "committed"
    """ก่อหนี้ผูกพัน"""
    SPENT = "spent"
    """เบิกจ่าย"""
    RETURNED = "returned"
    """ส่งคืน"""


class LedgerEvent(Record, frozen=True):
    """A decision about a project's money.

    Attributes:
        amount: Positive, but for what is transferred away.
        number: Of the letter, "กท ๐๓๐๑/๗๕๑".
        dated: Of that letter.
        confirms: Events that this one only tells again, so that it is not summed.
    """

    uid: Uid
    kind: EventKind
    date: datetime.date | None = None
    amount: SignedSatang | None = None
    number: ShortText = ""
    dated: datetime.date | None = None
    note: Text = ""
    confirms: tuple[Uid, ...] = ()


class Factor(Record, frozen=True):
    """How many, in a formula of costs: "๓๐ คน"."""

    count: Annotated[int, Meta(ge=0, le=10**9)]
    measure: ShortText = ""


class BudgetLine(Record, frozen=True):
    """What one thing costs.

    Attributes:
        activity, group, item: The first three columns of the proposal's table.
        rate: What one costs; with the factors it must equal the amount.
        law: The rule that allows it.
    """

    uid: Uid
    activity: Text = ""
    group: Text = ""
    item: Text = ""
    rate: Satang | None = None
    factors: tuple[Factor, ...] = ()
    amount: Satang | None = None
    law: Text = ""


class Funding(Record, frozen=True):
    """Where the money comes from.

    Attributes:
        office: Whose budget.
        programme: แผนงาน.
        category: หมวดรายจ่าย.
        item: รายการ.
        amount: In all; None where it is not known.
        source: กทม., รัฐบาล or other; "" for none.
        funded: Whether it is given; None where nobody said.
    """

    year: YearBE | None = None
    office: ShortText = ""
    programme: ShortText = ""
    category: ShortText = ""
    item: ShortText = ""
    amount: Satang | None = None
    source: ShortText = ""
    funded: bool | None = None
    added: bool = False
    """เป็นโครงการเพิ่มเติม"""
