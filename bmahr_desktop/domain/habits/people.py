"""People in the three lists, typed in columns, behind tabs, or in one line."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.meeting import AttendanceList, Mode
from bmahr_desktop.domain.old_minutes import FileRow, PersonRow
from bmahr_desktop.thai.names import split_name
from bmahr_desktop.thai.numbering import split_label
from bmahr_desktop.thai.searchkey import tidied

_COLUMN_GAP = re.compile(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,}")
_NUMBER = re.compile(r"\(?[0-9๐-๙]{1,3}[.)]?")
_BODY = (
    r"(?:(?:คณะ)?(?:อนุ)?กรรมการ(?:ผู้ทรงคุณวุฒิ|โดยตำแหน่ง|ผู้แทน\S*)?|อ\. ?ก\. ?ก\.(?: ?ฯ| วิสามัญ\S*)?"
    r"|ก\. ?(?:ก|พ)\.|คณะทำงาน|ผู้ทำงาน|ที่ประชุม)"
)
ROLE = re.compile(
    rf"(?:(?:รอง)?ประธาน(?: ?(?:ใน)?{_BODY})?(?:คนที่ ?\S+)?"
    rf"|(?:{_BODY} ?)?(?:(?:/|และ) ?)?(?:ผู้ช่วย)?เลขานุการ(?: ?(?:ใน)?{_BODY})?|{_BODY}|ที่ปรึกษา)"
    r"(?: ?\([^()]{1,60}\))?"
)
_ROLE_AT_END = re.compile(rf"(?<=\S)[ \u00a0]+(?P<role>{ROLE.pattern})$")
_REASON = re.compile(
    r"\(?(?:เนื่องจาก|เพราะ)?(?:ติด(?!ตาม|ต่อ)|ลา(?=$|ป่วย|กิจ|พัก|คลอด|อุป|ศึกษา|ประชุม| )|ไปราชการ"
    r"|เดินทางไป|ป่วย|อยู่ระหว่าง|ปฏิบัติ(?:ราชการ|ภารกิจ)|เกษียณ|ไม่แจ้ง|มีภารกิจ|ต่างประเทศ)"
)
_REASON_AT_END = re.compile(rf"[ \u00a0]+(?P<reason>{_REASON.pattern}[^\n]*)$")
_INSTEAD = re.compile(r"\(?(?:ปฏิบัติหน้าที่|มาประชุม|เข้าประชุม)?แทน[ :]*(?P<post>.+?)\)?")
_POSITION = re.compile(
    r"(?:ผู้|รอง|หัวหน้า|นัก|เจ้า|ปลัด|ประธาน|(?:อนุ)?กรรมการ|อ\.ก|เลขา|อธิ|คณบดี|คณะ|อาจารย์|ที่ปรึกษา"
    r"|สถาบัน|สำนัก|กอง|แทน|ติด|ลา|นิติกร|วิศวกร|แพทย์|พยาบาล|ครู|สถาปนิก|ศาสตร|ตัวแทน|ข้าราชการ|\()"
)
_ONLINE = re.compile(r"\(?(?:ประชุม)?(?:ผ่าน|ทาง)(?:สื่ออิเล็กทรอนิกส์|ระบบ\S*)|\(?(?i:online|zoom|webex)")
_LINES_OF_SEVERAL = 2


def role_of(title: str) -> Role | None:
    """Return what a role as printed means; None for words that are no role."""
    words = tidied(title)
    if not ROLE.fullmatch(words):
        return None
    if words.startswith("รองประธาน"):
        return Role.VICE_CHAIR
    if words.startswith("ประธาน"):
        return Role.CHAIR
    member = re.match(_BODY, words) is not None
    if "ผู้ช่วยเลขานุการ" in words:
        return Role.ASSISTANT_SECRETARY
    if "เลขานุการ" in words:
        return Role.MEMBER_SECRETARY if member else Role.SECRETARY
    return Role.MEMBER


def people_of_row(row: FileRow, kind: AttendanceList) -> tuple[PersonRow, ...] | None:
    """Return who stands in a row of a table; None where it only goes on from the row before.

    A cell in which several people stand, each numbered, gives them all.
    """
    columns = [list(cell.lines) for cell in row.cells]
    several = _several(columns)
    if several:
        return (
            tuple(found for lines in several if (found := person_of([lines], kind)) is not None)
            or None
        )
    numbered = bool(columns) and len(columns[0]) == 1 and _is_number(columns[0][0])
    columns = [lines for lines in columns if lines and not all(map(_is_number, lines))]
    if not columns:
        return ()
    if not numbered and not _may_begin(columns[0][0]):
        return None
    found = person_of([_parted(lines) for lines in columns], kind)
    return (found,) if found else None


def _several(columns: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines of each of several numbered people in one cell; nothing for one person."""
    for lines in columns:
        begins = [at for at, line in enumerate(lines) if split_label(line)]
        if len(begins) >= _LINES_OF_SEVERAL and begins[0] == 0:
            stops = [*begins[1:], len(lines)]
            alone = sum(bool(column) for column in columns) == 1
            if alone:
                return [list(lines[b:s]) for b, s in zip(begins, stops, strict=True)]
    return []


def _parted(lines: Sequence[str]) -> list[str]:
    return [one for line in lines for one in line.split("\n") if one.strip()]


def _is_number(words: str) -> bool:
    return _NUMBER.fullmatch(words.strip()) is not None


def _may_begin(line: str) -> bool:
    label = split_label(line)
    return label is not None or bool(split_name(line).honorific)


def is_person_line(text: str) -> bool:
    """Tell whether a line of a list names somebody, and does not go on from the line before."""
    return _may_begin(text)


def person_of_line(text: str, kind: AttendanceList) -> PersonRow | None:
    """Return who a typed line names: "๑. นาย ก ข  ตำแหน่ง  กรรมการ"; None for nobody."""
    label = split_label(text)
    rest = label[2] if label else text
    columns = [one for one in _COLUMN_GAP.split(rest.strip()) if one]
    return person_of([_parted([column]) for column in columns], kind)


def person_of(columns: Sequence[Sequence[str]], kind: AttendanceList) -> PersonRow | None:
    """Return somebody from columns of lines, the name first.

    Args:
        columns: Without numbers of their own, each with at least one line.
        kind: The list.
    """
    if not columns or not columns[0]:
        return None
    first, *lines = columns[0]
    label = split_label(first)
    name, behind = split_line(label[2] if label else first, kind)
    if not name:
        return None
    row = PersonRow(name)
    for words in (*behind, *lines):
        row = with_line(row, words, kind)
    for column in columns[1:]:
        if kind is AttendanceList.ABSENT and len(columns) == _LINES_OF_SEVERAL and not row.reason:
            row = _with_reason(row, column)
            continue
        for words in column:
            row = with_line(row, words, kind)
    return row


def _with_reason(row: PersonRow, column: Sequence[str]) -> PersonRow:
    """Take what stands right of one who is absent; it is a reason unless it is a role."""
    words = tidied(" ".join(column))
    if len(column) > 1 or role_of(words) or (_POSITION.match(words) and not _REASON.match(words)):
        for line in column:
            row = with_line(row, line, AttendanceList.ABSENT)
        return row
    return replace(row, reason=words)


def with_line(row: PersonRow, line: str, kind: AttendanceList) -> PersonRow:
    """Return somebody with one more line: a role, a post stood in for, a reason, or an office."""
    words = tidied(line)
    if not words:
        return row
    if kind is not AttendanceList.PARTICIPANT:
        role = role_of(words)
        if role and not row.title:
            return replace(row, title=words, role=role)
    instead = _INSTEAD.fullmatch(words)
    if instead and not row.substitute_for:
        return replace(row, substitute_for=instead["post"])
    if kind is AttendanceList.ABSENT and _REASON.match(words) and not row.reason:
        return replace(row, reason=words.strip("()"))
    if _ONLINE.fullmatch(words.rstrip(")")) and row.mode is None:
        row = replace(row, mode=Mode.ONLINE)
    return replace(row, lines=(*row.lines, words))


def split_line(line: str, kind: AttendanceList) -> tuple[str, tuple[str, ...]]:
    """Split a line into a name, and what stands behind it: position, role or reason."""
    words = tidied(line)
    behind: list[str] = []
    if kind is not AttendanceList.PARTICIPANT:
        ends = [_ROLE_AT_END]
        ends += [_REASON_AT_END] if kind is AttendanceList.ABSENT else []
        for pattern in ends:
            found = pattern.search(words)
            if found:
                behind.insert(0, found[0].strip())
                words = words[: found.start()]
    name = split_name(words)
    if not name.honorific:
        return words, tuple(behind)
    parts = name.family.split(" ")
    for at in range(1, len(parts)):
        if _POSITION.match(parts[at]) and parts[at - 1] != "ณ":
            rest = " ".join(parts[at:])
            cut = words[: len(words) - len(rest)].rstrip()
            return cut, (rest, *behind)
    return words, tuple(behind)
