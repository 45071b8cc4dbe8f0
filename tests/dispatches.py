"""Letters that go out after the meeting of `tests.meetings`, and what they tell."""

import datetime
from typing import Any

from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.meeting import AgendaItem, Assignment, Due, Matter, Meeting, Resolution
from tests.meetings import AGENDA, meeting, section, text, uid

NASTY = "เห็นชอบ <b>ให้</b> & \"กองระบบงาน\" 'ดำเนินการ' {x} 😀 ต่าง ๆ ฯลฯ"
VERBATIM = f"{NASTY}\n1. ย่อหน้าที่สอง ปี 2568\n2. ย่อหน้าที่สาม"
BY = datetime.date(2025, 3, 5)


def task(name: str, assigned_to: str = "", **more: Any) -> Assignment:
    return Assignment(uid=uid(name), assigned_to=assigned_to, **more)


def agenda(*resolutions: Resolution, **more: Any) -> tuple[AgendaItem, ...]:
    """The agenda of `tests.meetings` with one more matter, 4.1, and its only neighbour 4.2."""
    told = Matter(uid=uid("told"), title="เรื่อง การจัดทำแผน", resolutions=resolutions, **more)
    other = Matter(uid=uid("other"), title="เรื่อง อื่น", sections=(section(text("เนื้อหาอื่น")),),
                   resolutions=(Resolution(uid=uid("ro"), text="มติอื่นที่ไม่ได้คัด"),))  # fmt: skip
    item = AgendaItem(uid=uid("it"), title="เรื่องเพื่อพิจารณาอื่น", matters=(told, other))
    return (*AGENDA[:3], item, *AGENDA[3:])


def told_meeting(*resolutions: Resolution, **changes: Any) -> Meeting:
    return meeting(agenda=agenda(*resolutions), **changes)


ASSIGNED = Resolution(
    uid=uid("ra"), text=VERBATIM, before_adoption=True,
    assignments=(
        task("ta", "กองระบบงาน", unit=uid("u2"), due=Due(date=BY), report_to="ก.ก."),
        task("tb", "ฝ่ายเลขานุการ"),
        task("tc"),
    ),
)  # fmt: skip
AGAIN = Resolution(
    uid=uid("rb"), text="ให้รายงานทุกไตรมาส",
    assignments=(task("td", "กองระบบงาน", due=Due(text="เป็นระยะ", periodic=True)),),
)  # fmt: skip


def letter(kind: DispatchKind = DispatchKind.NOTICE, *resolutions: str, **more: Any) -> Dispatch:
    return Dispatch(uid=uid("letter"), kind=kind, resolutions=resolutions, **more)
