"""What is reported on a project, month by month."""

import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.projects.money import Satang
from bmahr_desktop.domain.records import Record, ShortText, Text, Uid

Hundredths = Annotated[
    int, Meta(ge=0, le=10_000, description="A share of the whole, in hundredths of a per cent.")
]


class Stage(StrEnum):
    """How far a project has come when it is reported on."""

    IN_PROGRESS = "in_progress"
    """อยู่ระหว่างขั้นตอน…"""
    FINISHED = "finished"
    """ดำเนินโครงการแล้วเสร็จตามตัวชี้วัด"""


class Standing(StrEnum):
    """Against the plan, or against the target."""

    AS_PLANNED = "as_planned"
    BEHIND = "behind"
    AHEAD = "ahead"


class IndicatorResult(Record, frozen=True):
    """What an indicator came to.

    Attributes:
        indicator: Its uid.
        target: The target as it stood then.
        result: What was reached, as written.
        percent: How much of the target was reached.
        evidence: The letters that show it, a line each.
    """

    indicator: Uid
    target: ShortText = ""
    result: Text = ""
    percent: Annotated[int, Meta(ge=0, le=1_000_000)] | None = None
    evidence: tuple[ShortText, ...] = ()


class Progress(Record, frozen=True):
    """A report on a project, as it was then; None stands for what nobody knows.

    Attributes:
        number: รายงานครั้งที่, from 1.
        written: The date as an old paper writes it, "2020-3-18".
        body: The stage in words.
        percent: How much is done in all.
        planned: How much was planned to be done by then, as the plan stood.
        spent: What was spent since the report before.
        on_plan, on_target: เป็นไปตามแผน, เป็นไปตามเป้าหมาย.
        results: What the indicators came to.
        corrects: The uid of the report that this one takes the place of.
        reason: Why it was corrected.
    """

    uid: Uid
    number: Annotated[int, Meta(ge=1, le=999)]
    date: datetime.date | None = None
    written: ShortText = ""
    stage: Stage | None = None
    body: Body = ()
    percent: Hundredths | None = None
    planned: Hundredths | None = None
    spent: Satang | None = None
    on_plan: Standing | None = None
    on_target: Standing | None = None
    results: tuple[IndicatorResult, ...] = ()
    corrects: Uid | None = None
    reason: ShortText = ""
    attachments: tuple[Attachment, ...] = ()
