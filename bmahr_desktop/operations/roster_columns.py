"""What the columns of a list of people hold: told by their headings, else by their content."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bmahr_desktop.domain.committee import Role
from bmahr_desktop.operations.roster_table import Rows
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.names import split_name
from bmahr_desktop.thai.searchkey import search_key


class Column(StrEnum):
    """What a column of a list of people holds."""

    IGNORED = "ignored"
    ORDER = "order"
    HONORIFIC = "honorific"
    GIVEN = "given"
    FAMILY = "family"
    NAME = "name"
    """The whole name; its title may stand before it."""
    JOB = "job"
    UNIT = "unit"
    ROLE = "role"
    """What they are in the committee."""
    SEAT = "seat"
    """Why they sit in it."""


Columns = tuple[Column, ...]

_LOOKED_AT = 200
_HEADED_WITHIN = 6
_LONGEST_HEADING = 60
_MOST = 0.8
_MANY = 0.5
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Sheet:
    """A list of people with its columns named.

    Attributes:
        headings: What stands over each column; empty where nothing does.
        rows: The rows below, with their numbers in what was pasted, from 1.
        columns: What each column holds.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    columns: Columns


def read_sheet(rows: Rows, units: Collection[str] = ()) -> Sheet:
    """Return a list with its columns named as far as they can be told.

    Args:
        rows: The table, all rows of one width.
        units: Names and short names of the units on file, as `plain_key` makes them.
    """
    width = len(rows[0])
    head = _heading_row(rows)
    headings = rows[head] if head >= 0 else ("",) * width
    numbered = tuple(enumerate(rows, 1))[head + 1 :]
    columns: list[Column | None] = [heading_column(one) if one else None for one in headings]
    body = [row for _, row in numbered[:_LOOKED_AT]]
    for kind, fits, share in _by_content(units):
        if kind in columns and kind is not Column.IGNORED:
            continue
        scores = {
            at: _share([row[at] for row in body], fits)
            for at, column in enumerate(columns)
            if column is None
        }
        fitting = [at for at, score in scores.items() if score >= share]
        if kind is not Column.IGNORED:
            fitting = sorted(fitting, key=lambda at: -scores[at])[:1]
        for at in fitting:
            columns[at] = kind
    found = tuple(one or Column.IGNORED for one in columns)
    return Sheet(headings, numbered, _settled(found, body))


def plain_key(text: str) -> str:
    """Return what a text has in common with others that say the same, spaces left out."""
    return _SPACES.sub("", search_key(text))


# ---------------------------------------------------------------- headings

_EXACT: dict[Column, frozenset[str]] = {
    Column.ORDER: frozenset(
        ("ลำดับ", "ลำดับที่", "ลําดับ", "ที่", "เลขที่", "ข้อ", "no", "no.", "#", "item", "order")
    ),
    Column.HONORIFIC: frozenset(("ยศ", "ยศ/คำนำหน้า", "title", "prefix", "honorific")),
    Column.GIVEN: frozenset(("ชื่อ", "ชื่อตัว", "ชื่อจริง", "firstname", "givenname", "forename")),
    Column.FAMILY: frozenset(("สกุล", "ชื่อสกุล", "lastname", "familyname", "surname")),
    Column.NAME: frozenset(
        ("รายชื่อ", "รายนาม", "ชื่อเต็ม", "ชื่อกรรมการ", "ชื่ออนุกรรมการ", "ชื่อและนามสกุล", "name", "fullname")
    ),
    Column.ROLE: frozenset(("บทบาท", "หน้าที่", "ฐานะ", "role", "องค์ประกอบ")),
    Column.SEAT: frozenset(("ประเภท", "ที่มา", "ในฐานะ", "ประเภทกรรมการ", "seat")),
    Column.UNIT: frozenset(("หน่วย", "กอง", "สำนัก", "ฝ่าย", "unit", "department", "office")),
    Column.JOB: frozenset(("position", "job", "jobtitle")),
}
_IGNORED_WORDS = re.compile(
    "อีเมล|อีเมล์|e-?mail|โทร|มือถือ|เบอร์|phone|mobile|fax|หมายเหตุ|remark|ลายมือชื่อ|ลงชื่อ|ลงนาม|ไลน์"
    "|line ?id|ที่อยู่|บัตรประ|เลขประจำตัว|อายุ|วันเกิด|เพศ|วันที่|ชื่อเล่น|รหัส|วุฒิการศึกษา"
)


def heading_column(text: str) -> Column | None:
    """Return what a column of this heading holds; None if that is no known heading."""
    key = plain_key(text)
    if not key or len(key) > _LONGEST_HEADING:
        return None
    for column, words in _EXACT.items():
        if key in words:
            return column
    for column, fits in _HEADINGS:
        if fits(key):
            return column
    return None


_HEADINGS: tuple[tuple[Column, Callable[[str], bool]], ...] = (
    (Column.IGNORED, lambda key: bool(_IGNORED_WORDS.search(key))),
    (Column.NAME, lambda key: key.startswith(("ชื่อ", "คำนำหน้า", "รายชื่อ")) and "สกุล" in key),
    (Column.HONORIFIC, lambda key: key.startswith("คำนำหน้า")),
    (Column.FAMILY, lambda key: key.startswith("นามสกุล")),
    (Column.ROLE, lambda key: key.startswith(("ตำแหน่งใน", "บทบาท", "หน้าที่ใน", "ฐานะใน"))),
    (Column.JOB, lambda key: key.startswith("ตำแหน่ง")),
    (Column.UNIT, lambda key: key.startswith(("หน่วยงาน", "สังกัด", "ส่วนราชการ", "ต้นสังกัด"))),
    (Column.NAME, lambda key: key.startswith(("รายชื่อ", "รายนาม", "ชื่อผู้", "ชื่อคณะ"))),
)


def _heading_row(rows: Rows) -> int:
    """Return which of the first rows is the headings'; -1 if none is."""
    best, found = 0, -1
    for number, row in enumerate(rows[:_HEADED_WITHIN]):
        filled = [cell for cell in row if cell]
        known = sum(heading_column(cell) is not None for cell in filled)
        # One known word among many cells is the content of a row, not its headings.
        if known > best and 2 * known >= len(filled):
            best, found = known, number
    return found


def _settled(columns: Columns, body: Sequence[Sequence[str]]) -> Columns:
    """Mend what headings say of columns whose content says otherwise, and let none say it twice."""
    settled = [
        Column.ROLE
        if one is Column.JOB and _share([row[at] for row in body], _is_role) >= _MANY
        else one
        for at, one in enumerate(columns)
    ]
    settled = [Column.IGNORED if one in settled[:at] else one for at, one in enumerate(settled)]
    return _named(settled, body)


def _named(settled: list[Column], body: Sequence[Sequence[str]]) -> Columns:
    """Take a column "ชื่อ" for whole names where there is no family name beside it."""
    if Column.NAME in settled:
        return tuple(Column.IGNORED if one is Column.GIVEN else one for one in settled)
    if Column.GIVEN in settled and Column.FAMILY not in settled:
        at = settled.index(Column.GIVEN)
        # Two columns under one merged heading: the second holds the family names.
        if at + 1 < len(settled) and settled[at + 1] is Column.IGNORED:
            given = _share([row[at] for row in body], lambda cell: " " not in cell)
            beside = _share([row[at + 1] for row in body], _is_one_word)
            if given >= _MOST and beside >= _MOST:
                settled[at + 1] = Column.FAMILY
                return tuple(settled)
        settled[at] = Column.NAME
    return tuple(settled)


# ---------------------------------------------------------------- content

_NUMBER = re.compile(r"\(?\d{1,4}[.)]{0,2}")
_CONTACT = re.compile(r".*@.*\..*|(?:โทร\.? ?)?[\d\s()+.,#*-]{7,}", re.DOTALL)
_OFFICE = re.compile(
    "(?:สำนัก|กอง|กลุ่ม|ฝ่าย|กรม|กระทรวง|ศูนย์|มหาวิทยาลัย|คณะ|สถาบัน|บริษัท|โรงพยาบาล|โรงเรียน|วิทยาลัย|สมาคม|มูลนิธิ|ธนาคาร"
    "|สภา|เทศบาล|เขต)"
)
_POST = re.compile(
    "(?:อดีต|ว่าที่)?(?:ผู้อำนวยการ|ผู้ช่วย|ผู้ตรวจ|ผู้แทน|ผู้เชี่ยวชาญ|ผู้ทรงคุณวุฒิ|หัวหน้า|รอง|นัก|เจ้าพนักงาน|เจ้าหน้าที่|ปลัด|เลขา|อธิ"
    "|คณบดี|อาจารย์|ศาสตราจารย์|ที่ปรึกษา|นิติกร|วิศวกร|ผอ|ประธาน|กรรมการผู้|พนักงาน|ข้าราชการ)"
)
_POST_ONLY = re.compile(
    "ประธาน(?:สภา|เจ้าหน้าที่|บริษัท)|เลขานุการ(?:สำนัก|กอง|กรม|รัฐ|สภา|ผู้)|ผู้อำนวยการ|รองผู้"
)
_LETTERS_ONLY = re.compile(r"[^\W\d_]+[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\w. ‐-]*")


def _by_content(
    units: Collection[str],
) -> tuple[tuple[Column, Callable[[str], bool], float], ...]:
    """Return how columns without a known heading are told, the surest first."""
    return (
        (Column.IGNORED, lambda cell: bool(_CONTACT.fullmatch(to_arabic(cell))), _MOST),
        (Column.ORDER, is_order, _MOST),
        (Column.HONORIFIC, _is_title, _MOST),
        (Column.NAME, _is_titled_name, _MANY),
        (Column.ROLE, _is_role, _MANY),
        (Column.UNIT, lambda cell: plain_key(cell) in units or bool(_OFFICE.match(cell)), _MANY),
        (Column.JOB, lambda cell: bool(_POST.match(cell)), 0.4),
        (Column.NAME, _is_two_words, _MANY),
    )


def _share(cells: Sequence[str], fits: Callable[[str], bool]) -> float:
    """Return which part of the cells that hold anything fits."""
    filled = [cell for cell in cells if cell]
    return sum(map(fits, filled)) / len(filled) if filled else 0.0


def is_order(cell: str) -> bool:
    """Tell whether a cell holds a number in a list, "๑", "๑.", "(1)"."""
    return bool(_NUMBER.fullmatch(to_arabic(cell).strip()))


def _is_title(cell: str) -> bool:
    return split_name(f"{cell} ทดสอบ ระบบ").given == "ทดสอบ"


def _is_titled_name(cell: str) -> bool:
    name = split_name(cell.partition("\n")[0])
    return bool(name.honorific and name.given and name.family)


def _is_role(cell: str) -> bool:
    # "ประธาน…" and "เลขานุการ…" begin posts of an office too.
    found = role_of(cell)
    return found is not None and (found is Role.MEMBER or not _POST_ONLY.match(cell))


def _is_two_words(cell: str) -> bool:
    words = cell.split("\n")[0].split()
    return 1 < len(words) < 5 and all(_LETTERS_ONLY.fullmatch(word) for word in words)


def _is_one_word(cell: str) -> bool:
    return bool(_LETTERS_ONLY.fullmatch(cell)) and len(cell.split()) < 3


# ---------------------------------------------------------------- roles

_MEMBER = re.compile("กรรมการ|อ\\.ก\\.ก\\.|คณะทำงาน|สมาชิก|ผู้ทำงาน|ก\\.ก\\.")


def role_of(text: str) -> Role | None:
    """Return the role in a committee that a title means; None if it means none.

    A member who is an assistant secretary besides is a member, for members count for the quorum.
    """
    key = plain_key(text)
    member = bool(_MEMBER.search(key))
    if "ที่ปรึกษา" in key:
        return None
    if "เลขานุการ" in key or "เลขาฯ" in key:
        if "ผู้ช่วย" in key:
            return Role.MEMBER if member and "และ" in key else Role.ASSISTANT_SECRETARY
        return Role.MEMBER_SECRETARY if member and "และ" in key else Role.SECRETARY
    if "ประธาน" in key:
        return Role.VICE_CHAIR if "รองประธาน" in key else Role.CHAIR
    return Role.MEMBER if member else None
