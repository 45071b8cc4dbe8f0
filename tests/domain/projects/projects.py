"""A project as real ones are: reported every month, all its money sent back."""

import datetime

import msgspec

from bmahr_desktop.domain.body import Paragraph, TextRun
from bmahr_desktop.domain.projects.discrepancies import ProjectLook, UnitCodes
from bmahr_desktop.domain.projects.money import EventKind, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress, Stage, Standing
from bmahr_desktop.domain.projects.project import Indicator, Project, Step, TargetGroup
from tests.meetings import uid

DAY = datetime.date
TODAY = DAY(2020, 7, 1)
CODES = UnitCodes({"0301": "สำนักงาน", "0303": "กองระบบงาน"})


def said(words):
    return (Paragraph(runs=(TextRun(text=words),)),)


def report(number, day, percent, written="", **changes):
    values = {
        "stage": Stage.IN_PROGRESS, "body": said(f"ทำขั้นตอนที่ {number}"), "spent": 0,
        "on_plan": Standing.AS_PLANNED, "on_target": Standing.AS_PLANNED,
    }  # fmt: skip
    return Progress(
        uid(f"report {number}"), number, day, written, percent=percent, **(values | changes)
    )


def sent_back(name, amount, number, day, **changes):
    return LedgerEvent(uid(name), EventKind.RETURNED, day, amount * 100, number, day, **changes)


REPORTS = (
    report(1, DAY(2019, 10, 19), 100, "19/10/2562"),
    report(2, DAY(2019, 11, 19), 300, "19/11/2562"),
    report(3, DAY(2019, 12, 19), 500, "19/12/2562"),
    report(4, DAY(2020, 1, 20), 1000, "20/1/2563"),
    report(5, DAY(2020, 2, 19), 3000, "19/2/2563"),
    report(6, DAY(2020, 3, 18), 4000, "2020-3-18"),
    report(7, DAY(2020, 4, 15), None, "15/4/2563", spent=None, on_plan=None, on_target=None),
    report(8, DAY(2020, 5, 18), 6000, "18/5/2563"),
    report(9, DAY(2020, 6, 17), 10_000, "17/06/2563", stage=Stage.FINISHED),
)
LEDGER = (
    LedgerEvent(uid("given"), EventKind.ALLOTTED, DAY(2019, 12, 2), 191_800_000, "กท 0301/1900"),
    sent_back("first", 1_318_000, "กท 0301/751", DAY(2020, 4, 24)),
    sent_back("rest", 600_000, "กท 0303/828", DAY(2020, 4, 28)),
    sent_back("all", 1_918_000, "กท 0301/865", DAY(2020, 5, 20),
              confirms=(uid("first"), uid("rest"))),
)  # fmt: skip
REAL = Project(
    uid("real"), "โครงการปรับปรุงระบบงาน", 2563, "03000000-9999", start=DAY(2019, 10, 1),
    end=DAY(2020, 9, 30), people=900, meetings=30, funding=Funding(2563, amount=191_800_000),
    groups=(TargetGroup(uid("group"), people=900, meetings=30, per_meeting=30),),
    indicators=(
        Indicator(uid("k1"), "ร้อยละของภารกิจที่สำรวจ", target="ร้อยละ 100"),
        Indicator(uid("k2"), "มีแผนพัฒนา", target="ภายในเดือนพฤษภาคม 2563"),
    ),
    ledger=LEDGER, progress=REPORTS,
)  # fmt: skip
STEPS = (
    Step(uid("s1"), "ศึกษา", 2500, (0, 1, 2), DAY(2019, 12, 30)),
    Step(uid("s2"), "ประชุม", 5000, (3, 4, 5, 6)),
    Step(uid("s3"), "รายงานผล", 2500, (8,)),
)


def look(project=REAL, **changes):
    return ProjectLook(msgspec.structs.replace(project, **changes), TODAY, CODES)
