"""How letters address those who are to act: the head of a unit, a post, a person."""

import re

_POSTS = (
    "ผู้อำนวยการ", "ผู้บัญชาการ", "ผู้ว่า", "ผู้ช่วย", "ผู้แทน", "ผู้บริหาร", "ผู้จัดการ", "ผู้ทรงคุณวุฒิ", "หัวหน้า",
    "รอง", "ปลัด", "เลขานุการ", "เลขาธิการ", "ประธาน", "อธิบดี", "อธิการบดี", "คณบดี", "นายก", "นาย", "นาง",
    "อนุกรรมการ", "กรรมการ", "ศาสตราจารย์", "ดร.", "เจ้าหน้าที่", "นักทรัพยากรบุคคล", "ท่าน",
)  # fmt: skip
"""Words that a post, or the name of somebody, begins with."""
_HEADED = (
    ("สำนักงานเขต", "ผู้อำนวยการเขต"),
    ("สำนักงาน ก.พ.", "เลขาธิการ ก.พ."),
    ("คณะกรรมการ", "ประธานกรรมการ"),
    ("คณะอนุกรรมการ", "ประธานอนุกรรมการ"),
)
"""Units whose name is changed to make that of their head: the longest beginning first."""
_HEADS = (
    (re.compile(r"สำนักงาน ก\.ก\.|กลุ่ม|ฝ่าย|งาน|คณะทำงาน|หน่วยงาน|ส่วนราชการ|หน่วย"), "หัวหน้า"),
    (re.compile("กอง|สำนัก|สถาบัน|ส่วน|ศูนย์|โรงพยาบาล|โรงเรียน|วิทยาลัย"), "ผู้อำนวยการ"),
    (re.compile("กระทรวง|กรุงเทพมหานคร$"), "ปลัด"),
    (re.compile("กรม"), "อธิบดี"),
    (re.compile("มหาวิทยาลัย"), "อธิการบดี"),
    (re.compile(r"(?:อ\.)?ก\.[ก-ฮ]\."), "ประธาน "),
)  # fmt: skip


def head_of(name: str) -> str:
    """Return how the head of a unit is addressed: "ผู้อำนวยการกอง…", "หัวหน้าฝ่าย…".

    What is a post or a person already stays as it is, as does what the program does not know: it
    is a proposal that people look at.
    """
    words = " ".join(name.split())
    if words.startswith(_POSTS):
        return words
    for unit, post in _HEADED:
        if words.startswith(unit):
            return post + words.removeprefix(unit)
    for unit_like, post in _HEADS:
        if unit_like.match(words):
            return post + words
    return words
