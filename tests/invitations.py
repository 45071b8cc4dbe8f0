"""A committee that writes letters and pays, and an invitation to build on."""

import datetime
from typing import Any

from bmahr_desktop.domain.committee import Allowance, Committee, Role, Rules
from bmahr_desktop.domain.letters import Invitation, Letterhead, LetterKind
from bmahr_desktop.domain.meeting import Meeting
from tests.meetings import committee, meeting
from tests.records import replaced

HEAD = Letterhead(
    office="กองระบบงาน สำนักงาน ก.ก.", phone="๐ ๒๒๒๔ ๐๐๐๐",
    address=("สำนักงาน ก.ก.", "๑๗๓ ถนนดินสอ", "กรุงเทพมหานคร ๑๐๒๐๐"),
    number_prefix="กท ๐๓๐๑/", signer_name="นางปั้นหยา ฟื้นฟู",
    signer_lines=("ผู้อำนวยการกอง", "อ.ก.ก. และเลขานุการ"),
    contact=("กองระบบงาน", "โทร. ๐ ๒๒๒๔ ๐๐๐๐"),
)  # fmt: skip
PAYS = Rules(
    allowances=(
        Allowance(Role.CHAIR, 200_000), Allowance(Role.MEMBER, 160_000),
        Allowance(Role.MEMBER_SECRETARY, 160_000), Allowance(Role.ASSISTANT_SECRETARY, 80_050),
    ),
    allowance_basis="คำสั่งที่ ๑/๒๕๖๘",
)  # fmt: skip
MEMO = Invitation(number="กท ๐๓๐๑/๑๒", date=datetime.date(2025, 1, 3))
EXTERNAL = replaced(MEMO, kind=LetterKind.EXTERNAL)


def writing_committee(**form: Any) -> Committee:
    """The committee of `tests.meetings` with a letterhead and allowances."""
    return replaced(committee(**form), letterhead=HEAD, rules=PAYS)


def invited(invitation: Invitation | None = MEMO, **changes: Any) -> Meeting:
    """The meeting of `tests.meetings` with an invitation."""
    return meeting(invitation=invitation, **changes)
