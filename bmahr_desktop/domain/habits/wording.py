"""What the wording of a resolution tells: what it does, who is to act, by when, what it adopts.

All of it is a guess from how resolutions are usually worded, for a person to look at.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.habits.facts import cited_in, dates_in
from bmahr_desktop.domain.meeting import Assignment, Due, ResolutionKind
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.thai.dates import MONTHS, MONTHS_SHORT, BadDate, parse_month
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.searchkey import search_key, tidied

_GAP = r"[ \t\u00a0\n]"
_GAPS = _GAP + "{0,8}+"
_DIGIT = "[0-9๐-๙]"
_BEFORE = (
    r"(?:^|\n|[ \t](?:และ|โดย|ทั้งนี้|พร้อมทั้ง|รวมทั้ง|ตลอดจน|อีกทั้ง)?|(?<=มติ)|(?<=เห็นควร)|(?<=แล้ว)"
    r"|(?<=เอกฉันท์)|(?<=ประชุม)|(?<=กรรมการ)|(?<=ก\.ฯ)|(?<=จึง)|(?<=ให้)|(?<=และ)"
    r"|(?<=[0-9๐-๙]\.)|(?<=\)))[ \t]*"
)


def _deciding(words: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + f"(?:{words})")


_KINDS = (
    (ResolutionKind.ACKNOWLEDGE, _deciding("รับทราบ|(?:(?<=มติ)|(?<![^\\n]))ทราบ")),
    (ResolutionKind.ADOPT, re.compile(
        _BEFORE + "(?:นอกนั้น)?รับรอง(?=$|รายงาน|มติ|โดย| |ตาม)|นอกนั้นรับรอง"
        "|(?<!รอ)(?<!รอการ)รับรองรายงานการประชุม")),
    (ResolutionKind.DISAPPROVE, re.compile(
        "ไม่(?:ให้ความ)?เห็นชอบ|ไม่เห็นด้วย|ไม่อนุมัติ|ไม่รับหลักการ")),
    (ResolutionKind.APPROVE_IN_PRINCIPLE, re.compile("(?<!ไม่)เห็นชอบ(?:ใน)?หลักการ|รับหลักการ")),
    (ResolutionKind.APPROVE, _deciding("(?:ให้ความ)?เห็นชอบ|เห็นควร(?:เห็นชอบ|ให้ความเห็นชอบ)|เห็นด้วย")),
    (ResolutionKind.AUTHORISE, _deciding("อนุมัติ|อนุญาต")),
    (ResolutionKind.ASSIGN, re.compile("มอบหมาย|มอบ(?=ให้|ฝ่าย|สำนัก|กอง|กลุ่ม)")),
    (ResolutionKind.AMEND, re.compile(
        "ให้(?:มีการ)?แก้ไข|โดยแก้ไข|ให้(?:รับ|นำ)(?:ข้อเสนอแนะ|ข้อสังเกต|ความเห็น)[^\n]{0,120}?ไปปรับ"
        "|โดยให้(?:ปรับปรุง|เพิ่ม|ตัด|กำหนด|ระบุ)")),
    (ResolutionKind.REVIEW, re.compile("ให้[^\n]{0,80}?ทบทวน|นำกลับไป(?:พิจารณา)?ทบทวน")),
    (ResolutionKind.DEFER, re.compile(
        "เลื่อน(?:การพิจารณา|วาระ|เรื่อง|ไป|ออกไป)|ชะลอ(?:เรื่อง|การพิจารณา)|รอการพิจารณา"
        "|ให้นำ(?:กลับ)?(?:มา)?เสนอ(?:ใหม่|อีกครั้ง)")),
    (ResolutionKind.WITHDRAW, re.compile("ถอนเรื่อง|ถอนวาระ|ให้ถอน")),
)  # fmt: skip
_EXCLUDES = {
    ResolutionKind.APPROVE: (ResolutionKind.DISAPPROVE, ResolutionKind.APPROVE_IN_PRINCIPLE),
    ResolutionKind.AUTHORISE: (ResolutionKind.DISAPPROVE,),
}
_BEFORE_ADOPTION = re.compile("ไม่ต้องรอ(?:การ)?รับรอง|โดยไม่(?:ต้อง)?รอ(?:ให้มี)?การรับรอง|ก่อนรับรองรายงาน")


def kinds_of(text: str) -> tuple[ResolutionKind, ...]:
    """Guess what a resolution does, in the order of `ResolutionKind`; nothing for no known word."""
    key = search_key_of_lines(text)
    found = [kind for kind, words in _KINDS if words.search(key)]
    if ResolutionKind.ASSIGN not in found and _GIVEN_TO.search(key):
        found.append(ResolutionKind.ASSIGN)
    kept = [kind for kind in found if not any(one in found for one in _EXCLUDES.get(kind, ()))]
    order = list(ResolutionKind)
    return tuple(sorted(kept, key=order.index))


def search_key_of_lines(text: str) -> str:
    """Return the search key of each line of a text, on a line of its own."""
    return "\n".join(search_key(line) for line in text.split("\n"))


def may_act_before_adoption(text: str) -> bool:
    """Tell whether a resolution says that nobody need wait for these minutes to be adopted."""
    return _BEFORE_ADOPTION.search(text) is not None


# ---------------------------------------------------------------- who is to act

_GIVEN_TO = re.compile(
    rf"(?:มอบหมาย|มอบ)(?:งาน)?{_GAPS}(?:ให้)?{_GAPS}"
    r"|(?:เห็นชอบ|อนุมัติ|รับทราบ)[ ]?(?:และ|โดย)?[ ]?ให้(?=สำนัก|กอง|ฝ่าย|กลุ่ม|ส่วน|หน่วย|ผู้อำนวยการ)"
    r"|(?:และ|โดย|ทั้งนี้)[ ]?(?:ขอ)?ให้(?=สำนัก|กอง|ฝ่ายเลขานุการ|กลุ่มงาน|หน่วยงาน)"
)
_TASK = re.compile(
    r"(?:[ \t\u00a0]+(?:เพื่อ|ไป|โดย|ให้|ทำหน้าที่|เป็น)|ไป(?=[ก-ฮเ-ไ])|ดำเนินการ|จัดทำ|จัดส่ง"
    r"|จัดหา|จัดให้|จัดประชุม|รวบรวม|รายงาน|เสนอ|"
    r"ประสาน|ปรับปรุง|ศึกษา|พิจารณา|ตรวจ|ทบทวน|แจ้ง|ติดตาม|เผยแพร่|ยกร่าง|วิเคราะห์|รับ(?!ผิด)|กำหนด|แก้ไข|เร่ง|สำรวจ|"
    r"หารือ|เพิ่ม|ทดลอง|สรุป|ชี้แจง|ขยาย|นำ|ร่าง|ออก(?=หนังสือ|แบบ|คำสั่ง)|ส่ง|ทำ(?!งาน)|เตรียม|ขอ|กำกับ|ดูแล|สนับสนุน|เชิญ)"
)
_TOGETHER = re.compile(rf"{_GAPS}(?:ร่วมกับ|และ|,){_GAPS}")
_OFFICE = re.compile(
    r"(?:สำนักงาน|สำนัก|กอง|ฝ่าย|กลุ่ม|ส่วน|หน่วย|ศูนย์|สถาบัน|คณะ|อ\.ก\.ก|ก\.ก|ผู้|ประธาน|เลขา|หัวหน้า|ปลัด|รอง|นาย|นาง"
    r"|ทุก|กรุงเทพ|สยป|สกก|สพข|อนุกรรมการ|โรงเรียน|เขต)"
)
_LONGEST_OFFICE = 120
_SECRETARIAT = ("ฝ่ายเลขานุการฯ", "ฝ่ายเลขานุการ", "สำนักงานเขต", "หน่วยงานที่เกี่ยวข้อง", "ทุกหน่วยงาน")
_REPORT_TO = re.compile(
    r"(?:รายงาน|เสนอ|แจ้ง)[^\n]{0,80}?(?:ให้|ต่อ) ?"
    r"(?P<who>ที่ประชุม|อ\. ?ก\. ?ก\.(?: ?ฯ)?|ก\. ?ก\.|คณะ(?:อนุ)?กรรมการฯ?)"
    r"(?: ?(?:ทราบ|พิจารณา|เพื่อ)| ?$)"
)


def assignments_of(
    text: str, units: Iterable[Unit] = (), held: datetime.date | None = None
) -> tuple[Assignment, ...]:
    """Guess who is to do what a resolution says, and by when.

    Args:
        text: The resolution.
        units: Those on file; a name that is one of theirs is read to its end.
        held: When the meeting was held, from which "ภายใน ๓๐ วัน" counts.
    """
    names = {unit.name: unit for unit in units if len(unit.name) > 3}
    known = sorted({*names, *_SECRETARIAT}, key=len, reverse=True)
    given: list[str] = []
    for found in _GIVEN_TO.finditer(text):
        for who in _offices(text, found.end(), known):
            if who not in given:
                given.append(who)
    if not given and "มอบหมาย" not in text:
        return ()
    due, report_to = due_of(text, held), _REPORT_TO.search(text)
    return tuple(
        Assignment(
            uid=new_uid(),
            assigned_to=who,
            unit=_unit_of(who, names),
            due=due,
            report_to=tidied(report_to["who"]) if report_to else "",
        )
        for who in given or [""]
    )


def _unit_of(who: str, names: dict[str, Unit]) -> str | None:
    unit = names.get(who) or next((names[n] for n in names if who.startswith(f"{n} ")), None)
    return unit.uid if unit else None


def _offices(text: str, start: int, known: Sequence[str]) -> Iterator[str]:
    """Yield the offices named from a place on: "กอง… สำนักงาน ก.ก. ร่วมกับสำนัก…"."""
    while True:
        if not _OFFICE.match(text, start) and not any(text.startswith(n, start) for n in known):
            return
        stop = _end_of_office(text, start, known)
        who = tidied(text[start:stop])
        if not who:
            return
        yield who
        joined = _TOGETHER.match(text, stop)
        if joined is None or joined.end() == start:
            return
        start = joined.end()


def _end_of_office(text: str, start: int, known: Sequence[str]) -> int:
    stop = _known_end(text, start, known)
    if stop > start:
        above = re.compile(rf"{_GAP}+").match(text, stop)
        further = _known_end(text, above.end(), known) if above else stop
        return further if above and further > above.end() else stop
    line_end = text.find("\n", start)
    last = min(start + _LONGEST_OFFICE, line_end if line_end >= 0 else len(text))
    for pattern in (_TASK, _TOGETHER):
        found = pattern.search(text, start + 4, last)
        if found:
            last = min(last, found.start())
    return last


def _known_end(text: str, start: int, known: Sequence[str]) -> int:
    name = next((one for one in known if text.startswith(one, start)), "")
    return start + len(name)


# ---------------------------------------------------------------- by when

_MONTH = "|".join([*MONTHS, *map(re.escape, MONTHS_SHORT)])
_DUE_MONTH = re.compile(
    rf"(?:ใน(?:การประชุม|คราวประชุม)?(?:ครั้ง)?(?:ประจำ)?|ภายใน)(?:สิ้น)?เดือน{_GAPS}"
    rf"(?P<month>(?:{_MONTH}){_GAPS}(?:พ\.ศ\.{_GAPS})?{_DIGIT}{{2,4}})"
)
_DUE_DAY = re.compile(r"(?:ภายใน|ไม่เกิน|ถึง|ก่อน)(?:วัน)")
_DUE_SPAN = re.compile(rf"ภายใน{_GAPS}(?P<count>{_DIGIT}{{1,3}}){_GAPS}(?P<what>วัน|สัปดาห์|เดือน|ปี)")
_PERIODIC = re.compile(
    r"เป็นระยะ(?: ?ๆ)?|เป็นประจำ(?:ทุก[ก-๙]{1,12})?"
    r"|ทุก(?:เดือน|ครั้งที่มีการประชุม|ครั้ง|ไตรมาส|ปี|สัปดาห์| ?[0-9๐-๙]{1,2} (?:เดือน|สัปดาห์|วัน))"
)
_NEXT_TIME = re.compile(r"(?:ใน)?(?:การ|คราว)ประชุม(?:ครั้ง|คราว)?(?:ต่อไป|ถัดไป|หน้า)")
_DAYS = {"วัน": 1, "สัปดาห์": 7}
_MONTHS_OF = {"เดือน": 1, "ปี": 12}
_LATEST_YEAR = 2400


def due_of(text: str, held: datetime.date | None = None) -> Due | None:
    """Guess by when a resolution is to be carried out; None where it does not say.

    Args:
        text: The resolution.
        held: When the meeting was held, from which "ภายใน ๓๐ วัน" counts.
    """
    if found := _DUE_DAY.search(text):
        day = next(
            (one for one in dates_in(text) if found.start() <= one.start <= found.end()), None
        )
        if day and day.date:
            return Due(text=tidied(text[found.start() : day.stop]), date=day.date)
    if found := _DUE_MONTH.search(text):
        try:
            year, month = parse_month(found["month"])
        except BadDate:
            return Due(text=tidied(found[0]))
        return Due(text=tidied(found[0]), month=f"{year:04}-{month:02}")
    if found := _DUE_SPAN.search(text):
        return _due_span(found, held)
    if found := _NEXT_TIME.search(text):
        return Due(text=tidied(found[0]))
    if found := _PERIODIC.search(text):
        return Due(text=tidied(found[0]), periodic=True)
    return None


def _due_span(found: re.Match[str], held: datetime.date | None) -> Due:
    count, what, words = int(to_arabic(found["count"])), found["what"], tidied(found[0])
    if held is None:
        return Due(text=words)
    if what in _DAYS:
        return Due(text=words, date=held + datetime.timedelta(days=count * _DAYS[what]))
    month = held.year * 12 + held.month - 1 + count * _MONTHS_OF[what]
    if month // 12 >= _LATEST_YEAR:
        return Due(text=words)
    return Due(text=words, month=f"{month // 12:04}-{month % 12 + 1:02}")


# ---------------------------------------------------------------- what it adopts

_FROM_TO = re.compile(
    rf"จาก{_GAPS}(?:คำว่า|ข้อความ|เดิม)?{_GAPS}"
    rf"(?:“(?P<old>[^\n]{{0,1500}}?)”|\"(?P<old2>[^\"\n]{{0,1500}})\"){_GAPS}"
    rf"(?:แก้ไข)?(?:ให้)?(?:เป็น|แก้เป็น){_GAPS}(?:คำว่า|ข้อความ)?{_GAPS}"
    rf"(?:“(?P<new>[^\n]{{0,1500}})”|\"(?P<new2>[^\"\n]{{0,1500}})\")"
)
_PAGE = re.compile(rf"หน้า(?:ที่)?{_GAPS}(?P<page>{_DIGIT}+)")
_CLAUSE = re.compile(
    rf"ข้อ(?:ที่)?{_GAPS}(?P<clause>{_DIGIT}+(?:\.{_DIGIT}+)*(?:{_GAP}?\([^)]{{1,4}}\))?)"
)


def adoption_of(title: str, text: str) -> Adoption | None:
    """Return the earlier minutes that a matter adopts, with the corrections; None if none is named.

    Args:
        title: Of the item or matter, which often cites them in full.
        text: The resolution.
    """
    cited = [one for words in (text, title) for one in cited_in(words)]
    dated = next((one for one in cited if one.date), None)
    if dated is None or dated.date is None:
        return None
    return Adoption(
        number=dated.number,
        year=dated.year,
        date=dated.date,
        corrections=tuple(corrections_in(text)),
    )


def corrections_in(text: str) -> Iterator[Correction]:
    """Yield the corrections จาก “…” เป็น “…” that a text lists, a line each."""
    for line in text.split("\n"):
        found = _FROM_TO.search(line)
        if found is None:
            continue
        before = line[: found.start()]
        page, clause = _PAGE.search(before), _CLAUSE.search(before)
        yield Correction(
            uid=new_uid(),
            old=found["old"] if found["old"] is not None else found["old2"] or "",
            new=found["new"] if found["new"] is not None else found["new2"] or "",
            page=page["page"] if page else "",
            clause=clause["clause"] if clause else "",
        )
