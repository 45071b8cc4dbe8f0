"""A small invented committee, and meetings of it to build on."""

import datetime
import uuid
from typing import Any

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.body import Composed, ComposedKind, Numbering, Paragraph, TextRun
from bmahr_desktop.domain.committee import Committee, Labels, MinutesForm, Role
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Attendance,
    AttendanceList,
    Matter,
    Meeting,
    Mode,
    NextMeeting,
    Resolution,
    Section,
    SectionKind,
    Signature,
)
from bmahr_desktop.domain.online import Online


def uid(name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, name))


def committee(**form) -> Committee:
    return Committee(
        uid=uid("committee"),
        code="TST",
        name="อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ",
        short_name="อ.ก.ก.",
        labels=Labels(resolution="มติ อ.ก.ก.", member="อ.ก.ก.ฯ", opinion="ความเห็นของสำนักงาน"),
        form=MinutesForm(**form),
    )


def text(words: str, level: int = 0, **run) -> Paragraph:
    numbering = Numbering.AUTOMATIC if level else Numbering.NONE
    return Paragraph(runs=(TextRun(text=words, **run),), level=level, numbering=numbering)


def section(*blocks, kind=SectionKind.TEXT, heading=None) -> Section:
    own = uid(f"{kind} {heading} {blocks!r}")
    return Section(uid=own, kind=kind, body=tuple(blocks), heading=heading)


def present(name: str, role=Role.MEMBER, mode=Mode.ON_SITE, **more) -> Attendance:
    return Attendance(
        uid=uid(name), list=AttendanceList.PRESENT, name=name, role=role, title="อ.ก.ก.",
        mode=mode, **more,
    )  # fmt: skip


PEOPLE = (
    present("นายสมมาตร ใจกว้าง", Role.CHAIR),
    present("นางสาวมะลิวัลย์ แก้วประดับ", lines=("ผู้อำนวยการกอง", "สำนักงาน"),
            substitute_for="ปลัดเมือง"),
    present("ดร.วิชัย ณ บางกอก", mode=Mode.ONLINE),
    present("นางปั้นหยา ฟื้นฟู", Role.MEMBER_SECRETARY),
    present("นายเลขา ช่วยงาน", Role.ASSISTANT_SECRETARY),
    Attendance(uid=uid("absent"), list=AttendanceList.ABSENT, name="นายติด ภารกิจ",
               lines=("ผู้ทรงคุณวุฒิ",), role=Role.MEMBER, reason="ติดราชการ"),
    Attendance(uid=uid("guest"), list=AttendanceList.PARTICIPANT, name="นางแขก มาเยือน",
               lines=("นักทรัพยากรบุคคล", "สำนักงาน ก.ก.")),
)  # fmt: skip

ADOPTION = Adoption(
    number=9, year=2567, date=datetime.date(2024, 12, 4),
    corrections=(
        Correction(uid=uid("c1"), old="เก่า", new="ใหม่", page="๑๑", clause="๖"),
        Correction(uid=uid("c2"), old="ผิด", new="ถูก"),
    ),
)  # fmt: skip

AGENDA = (
    AgendaItem(uid=uid("i1"), title="เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", matters=(
        Matter(uid=uid("m1"), sections=(section(
            text("ประธานแจ้งเรื่องแรก", 1), text("รายละเอียด", 2),
            Composed(statement=ComposedKind.ATTENDANCE, level=1, numbering=Numbering.AUTOMATIC),
        ),), resolutions=(Resolution(uid=uid("r1"), text="รับทราบ"),)),
    )),
    AgendaItem(uid=uid("i2"), title="เรื่องรับรองรายงานการประชุม", matters=(
        Matter(uid=uid("m2"), adopts=ADOPTION,
               resolutions=(Resolution(uid=uid("r2"), composed=True),)),
    )),
    AgendaItem(uid=uid("i3"), title="เรื่องเพื่อพิจารณา", matters=(
        Matter(uid=uid("m3"), title="เรื่อง แผนหนึ่ง", sections=(
            section(text("ขอให้พิจารณา"), kind=SectionKind.REQUEST),
            section(text("ข้อแรก", 1), text("ข้อสอง", 1), kind=SectionKind.SUBSTANCE),
            section(text("เห็นควรเห็นชอบ"), kind=SectionKind.OPINION),
        ), resolutions=(
            Resolution(uid=uid("r3"), text="เห็นชอบ"),
            Resolution(uid=uid("r4"), text="มอบหมายให้สำนักงาน\nรายงานภายใน 3 เดือน"),
        )),
        Matter(uid=uid("m4"), title="เรื่อง แผนสอง"),
    )),
    AgendaItem(uid=uid("i5"), title="เรื่องกำหนดวันประชุม", matters=(
        Matter(uid=uid("m5"),
               sections=(section(Composed(statement=ComposedKind.NEXT_MEETING)),)),
    )),
)  # fmt: skip


def meeting(**changes) -> Meeting:
    values: dict[str, Any] = {
        "uid": uid("meeting"), "committee": uid("committee"), "number": 1, "year": 2568,
        "date": datetime.date(2025, 1, 8), "start": "09:30", "end": "11:40", "mode": Mode.HYBRID,
        "venue": "ห้องประชุม ชั้น ๕", "online": Online(platform="Webex", room="571 878"),
        "attendance": PEOPLE, "agenda": AGENDA,
        "next_meeting": NextMeeting(number=2, year=2568, date=datetime.date(2025, 2, 5),
                                    start="13:30", venue="ห้องเดิม"),
        "signatures": (Signature(uid=uid("s"), name="นางปั้นหยา ฟื้นฟู",
                                 lines=("ผู้อำนวยการ", "อ.ก.ก. และเลขานุการ"),
                                 label="ผู้จดรายงานการประชุม"),),
        "changed": datetime.datetime(2025, 1, 10, 3, tzinfo=datetime.UTC),
    }  # fmt: skip
    return Meeting(**(values | changes))
