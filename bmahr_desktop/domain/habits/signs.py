"""What a line of minutes begins with: the signs of an item, a resolution, a list, an hour."""

import re
from dataclasses import dataclass

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.committee import Labels
from bmahr_desktop.domain.meeting import AttendanceList, SectionKind
from bmahr_desktop.domain.old_minutes import Piece
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.numbering import split_label
from bmahr_desktop.thai.searchkey import search_key

DIGITS = "0-9๐-๙"
_GAP = r"[ \t\u00a0\n]"
_GAPS = _GAP + "{0,8}+"

ITEM = re.compile(
    rf"{_GAPS}(?:ระเบียบ{_GAPS})?วาระ(?:การประชุม)?{_GAPS}(?:ที่)?{_GAPS}"
    rf"(?P<number>[{DIGITS}]{{1,2}})(?![{DIGITS}./]){_GAPS}[.:–-]?{_GAPS}(?P<more>\(ต่อ\))?"
)
_ITEM_NUMBER = re.compile(rf"(?:ระเบียบ)?วาระ[^{DIGITS}]*[{DIGITS}]+")
_AFTER_ITEM = ("ที่ประชุม", "ได้", "ของ", "และ", "ซึ่ง", "ตาม", "นั้น", "ในการ", "แล้ว")

_WHO = (
    r"(?:ของ)?(?:ที่ประชุม|คณะ(?:อนุ)?กรรมการฯ?|คณะทำงานฯ?|(?:อ\.?)?ก\.? ?(?:ก|พ)\.?(?: ?ฯ)?"
    r"|อนุกรรมการฯ?|อกก\.?ฯ?)"
)
_RESOLUTION = re.compile(
    rf"{_GAPS}(?:[{DIGITS}]+\.?(?:[{DIGITS}]+)?\.?{_GAP}+)?มติ"
    rf"{_GAPS}(?:{_WHO})?{_GAPS}(?P<colon>[:：])?"
)
_NO_RESOLUTION = ("ครั้งที่", "เมื่อ", "ใน", "ที่", "ดังกล่าว", "ของ", "ให้", "เดิม", "ก.", "อ.", "คณะ", "ค.")
_DECIDED = re.compile(
    rf"{_GAPS}(?:จากนั้น |ทั้งนี้ )?(?:ที่ประชุม|คณะ(?:อนุ)?กรรมการฯ?|อ\.ก\.ก\. ?ฯ?)(?:ได้)?"
    r"(?:ร่วมกัน)?(?:พิจารณา(?:แล้ว)?[ ]?)?(?:จึง)?(?:มีมติ|เห็นชอบ|รับทราบ|รับรอง|อนุมัติ|ไม่เห็นชอบ)"
)

LISTS = (
    (AttendanceList.ABSENT, re.compile(
        r"(?:(?:คณะ)?(?:อนุ)?กรรมการ)?(?:รายชื่อ)?(?:ผู้|ที่|อ\.ก\.ก\. ?ที่)"
        r"(?:ไม่(?:ได้)?(?:มา|เข้า)(?:ร่วม)?(?:การ)?ประชุม|ลา(?:การ)?ประชุม|ขาด(?:การ)?ประชุม|ติดราชการ"
        r"|ไม่สามารถ(?:มา|เข้า)(?:ร่วม)?(?:การ)?ประชุม(?:ได้)?)")),
    (AttendanceList.PARTICIPANT, re.compile(
        r"(?:รายชื่อ)?ผู้(?:เข้า)?ร่วม(?:การ)?ประชุม|(?:รายชื่อ)?ผู้(?:มา)?ชี้แจง|ผู้เข้าฟังการประชุม"
        r"|(?:รายชื่อ)?ผู้สังเกตการณ์")),
    (AttendanceList.PRESENT, re.compile(
        r"(?:(?:คณะ)?(?:อนุ)?กรรมการ)?(?:รายชื่อ)?(?:ผู้|ที่|อ\.ก\.ก\. ?ที่)"
        r"(?:มา|เข้า)(?:ร่วม)?(?:การ)?ประชุม")),
)  # fmt: skip
_LIST_REST = re.compile(
    rf"{_GAPS}(?P<colon>[:：])?{_GAPS}(?P<rest>.*?){_GAPS}"
    rf"(?:\(?(?:จำนวน|รวม){_GAPS}[{DIGITS}]+{_GAPS}(?:คน|ท่าน|ราย)\)?)?{_GAPS}[:：]?{_GAPS}",
    re.DOTALL,
)

START = re.compile(rf"{_GAPS}(?:เริ่ม|เปิด)(?:การ)?ประชุม{_GAPS}(?:เมื่อ)?(?:เวลา)?{_GAPS}[:：]?{_GAPS}")
END = re.compile(rf"{_GAPS}(?:เลิก|ปิด|จบ)(?:การ)?ประชุม{_GAPS}(?:เมื่อ)?(?:เวลา)?{_GAPS}[:：]?{_GAPS}")
TIME = re.compile(
    rf"(?P<time>[{DIGITS}]{{1,2}}{_GAP}?[.:：]{_GAP}?[{DIGITS}]{{2}}|[{DIGITS}]{{4}}(?={_GAPS}น)"
    rf"|[{DIGITS}]{{1,2}}(?={_GAPS}(?:น\.|นาฬิกา)))(?P<said>{_GAPS}(?:น\.?|นาฬิกา)(?![ก-๎]))?"
)
PAGE_NUMBER = re.compile(
    rf"[-–—]{_GAPS}[{DIGITS}]{{1,3}}{_GAPS}[-–—]|(?:หน้า(?:ที่)?|-){_GAPS}[{DIGITS}]{{1,3}}"
    rf"(?:{_GAPS}(?:/|จาก|ของ){_GAPS}[{DIGITS}]{{1,3}})?"
)
CATCH_WORD = re.compile(r"/?(?P<words>.{1,60}?)[ \t]*(?:\.{3,}|…+)[ \t]*")
SECRECY = {"ลับ": "confidential", "ลับมาก": "secret", "ลับที่สุด": "top_secret"}

_TITLE = re.compile(rf"{_GAPS}เรื่อง(?![ก-๎])|{_GAPS}เรื่อง(?=[ก-๎])")
_TOPIC = re.compile(rf"{_GAPS}เรื่อง[ \t\u00a0:]")

_ITEM_KINDS = (
    (ItemKind.NEXT_MEETING, re.compile(
        "กำหนด(?:วัน|การ)ประชุม|นัดประชุม|นัดหมาย|ประชุมครั้ง(?:ต่อไป|ถัดไป)")),
    (ItemKind.ADOPT, re.compile("รับรองรายงาน|รับรองมติ")),
    (ItemKind.CONTINUE, re.compile("สืบเนื่อง|ค้างพิจารณา|ค้าง")),
    (ItemKind.INFORM, re.compile("แจ้ง(?:ให้)?(?:ที่ประชุม|คณะ|ทราบ|เพื่อ)|(?:ประธาน|เลขานุการ).*แจ้ง")),
    (ItemKind.CONSIDER, re.compile("พิจารณา")),
    (ItemKind.ACKNOWLEDGE, re.compile("ทราบ")),
    (ItemKind.OTHER, re.compile("อื่น")),
)  # fmt: skip

_SECTIONS = (
    (SectionKind.SUBSTANCE, r"สาระสำคัญ(?:ของเรื่อง)?|ความเป็นมา(?:และสาระสำคัญ)?|ต้นเรื่อง|เรื่องเดิม"
                            r"|ข้อเท็จจริง|ข้อกฎหมาย(?:ที่เกี่ยวข้อง)?|กฎหมายที่เกี่ยวข้อง|ระเบียบที่เกี่ยวข้อง"
                            r"|หลักการและเหตุผล|ข้อมูลประกอบการพิจารณา|การดำเนินการ(?:ที่ผ่านมา)?"
                            r"|ผลการดำเนินการ|เหตุผลและความจำเป็น"),
    (SectionKind.OPINION, r"(?:ข้อเสนอและ)?ความเห็น(?:ของ)?(?:ฝ่ายเลขานุการฯ?|สำนักงาน.{0,40}|กอง.{0,40}"
                          r"|สำนัก.{0,40}|ฝ่าย.{0,40}|หน่วยงาน.{0,40})|ข้อพิจารณา(?:และ(?:ข้อ)?เสนอแนะ)?"
                          r"|ข้อเสนอ(?:เพื่อพิจารณา|แนะ)?|ประเด็นเสนอ(?:ที่ประชุม)?(?:เพื่อ)?(?:พิจารณา)?"
                          r"|จึงเสนอที่ประชุมเพื่อโปรดพิจารณา"),
    (SectionKind.DISCUSSION, r"(?:ประเด็น)?การ(?:พิจารณา|อภิปราย)(?:ของ.{1,40})?"
                             r"|ประเด็น(?:การ)?(?:พิจารณา|อภิปราย|หารือ)(?:ของ.{1,40})?"
                             r"|(?:ข้อสังเกต|ความเห็น|ข้อคิดเห็น|ข้อเสนอแนะ)(?:และข้อเสนอแนะ)?"
                             r"(?:ของ)?(?:ที่ประชุม|คณะ(?:อนุ)?กรรมการฯ?|อ\.ก\.ก\. ?ฯ?|กรรมการ)"),
)  # fmt: skip
_SECTION_WORDS = tuple((kind, re.compile(words)) for kind, words in _SECTIONS)
_HEADED = re.compile(r"[^\n]{4,60}?(?:[ \t]*[:：][ \t]*|\t[ \t]*|[ \u00a0]{2,})")
_EDGE = " \t\u00a0\n:："
_SIGNED_LABEL = re.compile(
    rf"ผู้(?:จด|จัด|บันทึก|ตรวจ|ทาน|รับรอง|เรียบเรียง|จัดทำ)(?:และ(?:ตรวจ)?(?:จด)?)?(?:ทาน)?"
    rf"(?:บันทึก)?(?:รายงาน|ราย{_GAP}?งาน)?(?:การ)?(?:ประชุม)?"
)
APPENDIX = re.compile(
    r"(?:เอกสาร|บัญชี|รายละเอียด|ตาราง|สิ่งที่ส่งมา)?.{0,12}?แนบ(?:ท้าย)?|ภาคผนวก|สิ่งที่ส่งมาด้วย|เอกสารประกอบ"
)


@dataclass(frozen=True)
class ItemSign:
    """The beginning of an item: its number, and where its title begins."""

    number: int
    title_at: int
    again: bool


def item_of(text: str) -> ItemSign | None:
    """Return the item that a line begins; None for one that only speaks of an item."""
    found = ITEM.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    if rest.startswith(_AFTER_ITEM):
        return None
    return ItemSign(int(to_arabic(found["number"])), found.end(), bool(found["more"]))


def item_kind(title: str) -> ItemKind:
    """Guess what an item of a title is for."""
    key = search_key(title)
    return next((kind for kind, words in _ITEM_KINDS if words.search(key)), ItemKind.CONSIDER)


def resolution_at(piece: Piece, labels: Labels) -> int | None:
    """Return where the words of a resolution begin behind its label; None where none begins."""
    text = piece.text
    own = labels.resolution
    if text.startswith(own) and not text[len(own) :].lstrip().startswith(_NO_RESOLUTION):
        found = re.compile(rf"{_GAPS}[:：]?{_GAPS}").match(text, len(own))
        return found.end() if found else len(own)
    found = _RESOLUTION.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    blank = text[found.end() - 1 : found.end()] in (" ", "\t", "\u00a0", "\n", ":", "：")
    if rest and not found["colon"] and (not blank or rest.startswith(_NO_RESOLUTION)):
        return None
    if not rest or found["colon"] or piece.stands_out or _begins_bold(piece, found.end()):
        return found.end()
    return found.end() if len(found[0].strip()) > len("มติ") else None


def _begins_bold(piece: Piece, stop: int) -> bool:
    """Tell whether the first characters of a piece are bold."""
    at = 0
    for run in piece.runs:
        if at >= stop:
            return True
        if run.text.strip() and not run.bold and at >= piece.counted:
            return False
        at += len(run.text)
    return True


def is_decision(text: str) -> bool:
    """Tell whether a sentence says by itself that the meeting decided, "ที่ประชุมมีมติ…"."""
    return _DECIDED.match(text) is not None


def list_of(text: str) -> tuple[AttendanceList, str] | None:
    """Return which list a line heads, and what else it says: why those in it were absent."""
    line = " ".join(text.split())
    label = split_label(line)
    line = label[2] if label else line
    for kind, words in LISTS:
        found = words.match(line)
        if found:
            rest = _LIST_REST.fullmatch(line, found.end())
            words_left = rest["rest"] if rest else line[found.end() :]
            if len(words_left) > 60 or words_left.startswith(("ได้", "มี", "ใน", "ทุก")):
                return None
            return kind, words_left.strip("() :")
    return None


@dataclass(frozen=True)
class SectionSign:
    """The heading of a part of a matter.

    Attributes:
        heading: As typed; None where it is the committee's usual one.
        text_at: Where text follows it in the line.
    """

    kind: SectionKind
    heading: str | None
    text_at: int


def section_of(piece: Piece, labels: Labels) -> SectionSign | None:
    """Return the part of a matter that a line heads."""
    text = piece.text
    bold = _bold_words(piece)
    if bold and bold < len(text):  # a heading in the line of its text is all that is bold there
        return _heading_in(text, 0, bold, labels)
    label = split_label(text)
    begin = len(text) - len(label[2]) if label and piece.bold else 0
    whole = _heading_in(text, begin, len(text), labels)
    if whole or bold:
        return whole
    # Typed without any bold letters: the committee's own words, a colon or a gap tell it.
    for kind, usual in _usual_headings(labels)[:2]:
        if text.startswith((f"{usual} ", f"{usual}\u00a0")):
            return SectionSign(kind, None, len(usual) + 1)
    found = _HEADED.match(text)
    return _heading_in(text, 0, found.end(), labels) if found else None


def _heading_in(text: str, start: int, stop: int, labels: Labels) -> SectionSign | None:
    words = text[start:stop].strip(_EDGE)
    for kind, usual in _usual_headings(labels):
        if words == usual:
            return SectionSign(kind, None, stop)
    for kind, pattern in _SECTION_WORDS:
        if pattern.fullmatch(words):
            return SectionSign(kind, words, stop)
    return None


def _bold_words(piece: Piece) -> int:
    """Return how many characters at the beginning of a piece are bold."""
    at = 0
    if piece.counted:
        return len(piece.text) if piece.bold else 0
    for run in piece.runs:
        if run.text.strip() and not run.bold:
            break
        at += len(run.text)
    return at


def _usual_headings(labels: Labels) -> tuple[tuple[SectionKind, str], ...]:
    return (
        (SectionKind.OPINION, labels.opinion),
        (SectionKind.DISCUSSION, labels.discussion),
        (SectionKind.SUBSTANCE, paper("Substance of the matter")),
    )


def names_topic(text: str) -> bool:
    """Tell whether a line begins with เรื่อง as the title of a matter does."""
    return _TOPIC.match(text) is not None


def is_signed_label(line: str) -> bool:
    """Tell whether a line under a signature says what was signed for, "ผู้จดรายงานการประชุม"."""
    return _SIGNED_LABEL.fullmatch(line.strip("() .…\t")) is not None


def signed_label_in(line: str) -> re.Match[str] | None:
    """Find such words at the end of a line."""
    return re.compile(rf"(?:{_SIGNED_LABEL.pattern})\)?$").search(line.strip())


def without_item(text: str) -> str:
    """Return a text without the number of an item at its beginning."""
    return _ITEM_NUMBER.sub("", text, count=1)
