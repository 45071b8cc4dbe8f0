"""A project with all that its papers ask for."""

import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from bmahr_desktop.domain.body import Body
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.projects.money import BudgetLine, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import Hundredths, Progress
from bmahr_desktop.domain.records import Name, Record, ShortText, Stamp, Text, Uid, YearBE

Lines = tuple[ShortText, ...]
FiscalMonth = Annotated[
    int, Meta(ge=0, le=11, description="A month of the fiscal year; 0 is October.")
]
Count = Annotated[int, Meta(ge=0, le=10**9)]


class ProjectKind(StrEnum):
    """What it is called."""

    PROJECT = "project"
    ACTIVITY = "activity"


class Footing(StrEnum):
    """Whether it serves a strategy or is everyday work."""

    STRATEGIC = "strategic"
    ROUTINE = "routine"


class ProjectState(StrEnum):
    """How far it has come."""

    UNDER_WAY = "under_way"
    DONE = "done"
    NOT_DONE = "not_done"


class TextKind(StrEnum):
    """The parts of a proposal that are written freely."""

    RATIONALE = "rationale"
    OBJECTIVES = "objectives"
    TARGETS = "targets"
    CHARACTERISTICS = "characteristics"
    PLACE = "place"
    BENEFITS = "benefits"
    MONITORING = "monitoring"
    EVALUATION = "evaluation"


class ProjectText(Record, frozen=True):
    """A part of a proposal that is written freely."""

    uid: Uid
    kind: TextKind
    body: Body = ()


class GroupKind(StrEnum):
    """Whom a project is for, or who has to do with it."""

    TARGET = "target"
    """กลุ่มเป้าหมาย"""
    RELATED = "related"
    """ผู้เกี่ยวข้อง"""


class TargetGroup(Record, frozen=True):
    """People whom a project gathers.

    Attributes:
        text: Who they are.
        people: In all; it equals meetings times people per meeting.
    """

    uid: Uid
    kind: GroupKind = GroupKind.TARGET
    text: Text = ""
    people: Count | None = None
    meetings: Count | None = None
    per_meeting: Count | None = None


class Step(Record, frozen=True):
    """A step of the work.

    Attributes:
        weight: Its share of the whole work.
        months: When it is worked on, in ascending order.
        finished: When it was finished; None while it is not.
    """

    uid: Uid
    text: Text = ""
    weight: Hundredths | None = None
    months: tuple[FiscalMonth, ...] = ()
    finished: datetime.date | None = None


class IndicatorKind(StrEnum):
    """ผลผลิต or ผลลัพธ์."""

    OUTPUT = "output"
    OUTCOME = "outcome"


class Indicator(Record, frozen=True):
    """What success is measured by.

    Attributes:
        target: As written, "ร้อยละ ๘๐", "ภายในเดือนกรกฎาคม ๒๕๖๔".
        method: วิธีการคำนวณ.
        instrument: เครื่องมือในการใช้วัด.
        period: When it is measured, as written.
    """

    uid: Uid
    text: Text = ""
    code: ShortText = ""
    kind: IndicatorKind | None = None
    target: ShortText = ""
    method: Text = ""
    instrument: Text = ""
    period: ShortText = ""


class Risk(Record, frozen=True):
    """What may go wrong, and what is done about it."""

    uid: Uid
    text: Text = ""
    likelihood: Annotated[int, Meta(ge=1, le=10)] | None = None
    impact: Annotated[int, Meta(ge=1, le=10)] | None = None
    response: Text = ""


class StrategyLevel(Record, frozen=True):
    """A level of a plan, "ประเด็นยุทธศาสตร์ : ๕ มหานครประชาธิปไตย"."""

    label: ShortText = ""
    code: ShortText = ""
    text: ShortText = ""


class StrategyLink(Record, frozen=True):
    """The place in a plan that a project serves.

    Attributes:
        plan: The plan's name.
        levels: From the uppermost down.
        node: The uid of the place in a plan on file.
    """

    uid: Uid
    plan: ShortText = ""
    levels: tuple[StrategyLevel, ...] = ()
    node: Uid | None = None


class Signatory(Record, frozen=True):
    """Who signs a proposal, and as what: "ผู้เสนอโครงการ"."""

    uid: Uid
    role: ShortText = ""
    name: ShortText = ""
    lines: Lines = ()
    person: Uid | None = None


class Contact(Record, frozen=True):
    """Whom to call."""

    name: ShortText = ""
    phone: ShortText = ""
    office: ShortText = ""


class Accepted(Record, frozen=True):
    """A difference that is meant: the check that tells it stays quiet.

    Attributes:
        check: Which check, with what it found: a change of either lets it speak again.
    """

    check: ShortText
    reason: ShortText


class Project(Record, frozen=True):
    """A project or activity of a fiscal year.

    Attributes:
        code: "03000000-2457"; empty while none was given.
        aliases: Other wordings of its name, found in older papers.
        year: The fiscal year.
        unit: Where it is done, the innermost unit on file.
        offices: The same as printed: office, division, group.
        manager, person: Who is in charge, as printed and on file.
        coordinator: ผู้ประสานงาน of another office.
        model: รูปแบบโครงการ.
        place: Where it is done, one line.
        people, meetings: In all, as the targets state them.
        certification: In place of the usual words at the end of a report.
        accepted: What was found not to add up and is meant so.
        changed: When the record was last changed (UTC).
    """

    uid: Uid
    name: Name
    year: YearBE
    code: ShortText = ""
    aliases: tuple[ShortText, ...] = ()
    kind: ProjectKind = ProjectKind.PROJECT
    footing: Footing = Footing.STRATEGIC
    state: ProjectState = ProjectState.UNDER_WAY
    unit: Uid | None = None
    offices: Lines = ()
    manager: Contact = Contact()
    person: Uid | None = None
    coordinator: Contact = Contact()
    start: datetime.date | None = None
    end: datetime.date | None = None
    model: ShortText = ""
    place: ShortText = ""
    people: Count | None = None
    meetings: Count | None = None
    funding: Funding = Funding()
    certification: Text = ""
    texts: tuple[ProjectText, ...] = ()
    groups: tuple[TargetGroup, ...] = ()
    strategies: tuple[StrategyLink, ...] = ()
    steps: tuple[Step, ...] = ()
    budget: tuple[BudgetLine, ...] = ()
    ledger: tuple[LedgerEvent, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    risks: tuple[Risk, ...] = ()
    signatories: tuple[Signatory, ...] = ()
    progress: tuple[Progress, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    changed: Stamp = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
