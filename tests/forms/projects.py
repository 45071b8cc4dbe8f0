"""Projects to show on forms: with everything, with everything long, with nothing."""

import datetime

from bmahr_desktop.domain.body import Cell, Paragraph, Table, TextRun, plain_body
from bmahr_desktop.domain.projects.money import BudgetLine, EventKind, Factor, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress, Stage, Standing
from bmahr_desktop.domain.projects.project import (
    Contact,
    GroupKind,
    Indicator,
    IndicatorKind,
    Project,
    ProjectText,
    Risk,
    Signatory,
    Step,
    StrategyLevel,
    StrategyLink,
    TargetGroup,
    TextKind,
)
from tests.meetings import uid

LONG = "ข้อความยาวเกี่ยวกับการพัฒนาระบบให้คำปรึกษาด้านบุคลากรของหน่วยงาน " * 30
TABLE = Table(
    widths=(1, 1),
    rows=((Cell((Paragraph((TextRun("ซ้ายสุด"),)),)), Cell((Paragraph((TextRun("ขวาสุด"),)),))),),
)

LEDGER = (
    LedgerEvent(uid=uid("e1"), kind=EventKind.ALLOTTED, amount=191_800_000),
    LedgerEvent(uid=uid("e2"), kind=EventKind.RETURNED, amount=131_800_000),
    LedgerEvent(uid=uid("e3"), kind=EventKind.RETURNED, amount=60_000_000),
    LedgerEvent(
        uid=uid("e4"), kind=EventKind.RETURNED, amount=191_800_000, confirms=(uid("e2"), uid("e3"))
    ),
)
SIGNATORIES = (
    Signatory(
        uid=uid("n1"),
        role="ผู้เสนอโครงการ",
        name="นางสาวสมใจ ทดสอบ",
        lines=("ผู้อำนวยการกองสมมุติ", "สำนักงานสมมุติ"),
    ),
)


def empty_project() -> Project:
    """A project of which only the name and the year are known."""
    return Project(uid=uid("empty"), name="โครงการว่าง", year=2563)


def texts(long: str = "") -> tuple[ProjectText, ...]:
    """A body of every kind, each with a table at its end."""
    return tuple(
        ProjectText(
            uid=uid(kind),
            kind=kind,
            body=(
                *plain_body(f"เนื้อความ{number}ที่หนึ่ง {long}\nเนื้อความ{number}ที่สอง"),
                TABLE,
            ),
        )
        for number, kind in enumerate(TextKind)
    )


def progress(long: str = "") -> tuple[Progress, ...]:
    """Two reports, one of them corrected, not in their order."""
    return (
        Progress(
            uid=uid("p2"),
            number=2,
            date=datetime.date(2020, 1, 20),
            stage=Stage.FINISHED,
            body=plain_body(f"โดยมีรายละเอียด {long}".rstrip() + "\n1. ข้อหนึ่ง"),
            percent=10_000,
            spent=0,
            on_plan=Standing.AS_PLANNED,
            on_target=Standing.BEHIND,
        ),
        Progress(
            uid=uid("p1"),
            number=1,
            date=datetime.date(2019, 10, 19),
            stage=Stage.IN_PROGRESS,
            body=plain_body(f"จัดหาที่ปรึกษา {long}".strip()),
            corrects=uid("p0"),
        ),
        Progress(uid=uid("p0"), number=1, body=plain_body("ฉบับที่ถูกแก้แล้ว")),
    )


def full_project(long: str = "") -> Project:
    """A project with everything; each of its texts says which one it is, then something long."""

    def said(words: str) -> str:
        return f"{words} {long}".strip()

    return Project(
        uid=uid("full"),
        name=said("โครงการสมมุติ"),
        year=2563,
        code="03000000-0001",
        offices=(said("สำนักงานสมมุติ"), "กองสมมุติ", "กลุ่มงานสมมุติ"),
        manager=Contact(name="นางสาวสมใจ ทดสอบ", phone="1234"),
        coordinator=Contact(name="นายสมคิด ทดลอง", phone="5678"),
        start=datetime.date(2019, 10, 1),
        end=datetime.date(2020, 9, 30),
        model=said("โครงการศึกษา"),
        place=said("ห้องประชุมสมมุติ"),
        people=900,
        meetings=30,
        funding=Funding(
            year=2563, office="สำนักงานสมมุติ", programme="แผนหนึ่ง", category="หมวดสอง",
            item=said("รายการสาม"), amount=191_800_000,
        ),
        texts=texts(long),
        groups=(
            TargetGroup(uid=uid("g1"), text=said("กลุ่มหนึ่ง"), people=900, meetings=30,
                        per_meeting=30),
            TargetGroup(uid=uid("g2"), kind=GroupKind.RELATED, text="กลุ่มสอง", people=5),
        ),
        strategies=(
            StrategyLink(
                uid=uid("s"),
                levels=(
                    StrategyLevel(label="ประเด็นยุทธศาสตร์", code="ด้านที่ ๕", text=said("ชั้นบน")),
                    StrategyLevel(label="เป้าหมายที่", text="๕.๓.๑ ชั้นล่าง"),
                ),
            ),
        ),
        steps=tuple(
            Step(uid=uid(f"st{n}"), text=said(f"ขั้นตอน{n}"), weight=2_500, months=(n, n + 1, n + 4))
            for n in range(4)
        ),
        budget=(
            BudgetLine(uid=uid("b1"), activity=said("กิจกรรมหนึ่ง"), group="กลุ่ม", item="ค่าอาหาร",
                       rate=5_000, factors=(Factor(30, "คน"), Factor(30, "ครั้ง")),
                       amount=4_500_000, law=said("ระเบียบหนึ่ง")),
            BudgetLine(uid=uid("b2"), item="ค่าจ้าง", amount=187_300_000),
        ),
        ledger=LEDGER,
        indicators=(
            Indicator(uid=uid("i"), text=said("ตัวชี้วัดหนึ่ง"), kind=IndicatorKind.OUTCOME,
                      target="ร้อยละ 80", method=said("วิธีหนึ่ง"), instrument="แบบสอบถาม",
                      period="ส.ค. 63"),
        ),
        risks=(Risk(uid=uid("r"), text=said("ความเสี่ยงหนึ่ง"), likelihood=2, impact=3,
                    response="แนวทางหนึ่ง"),),
        signatories=SIGNATORIES,
        progress=progress(long),
    )  # fmt: skip
