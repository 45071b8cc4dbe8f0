"""Checks before closing: what the texts say, against the rule of wording and the records."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Finding, Look, PlainText, Weight, at_text
from bmahr_desktop.domain.meeting import Mode
from bmahr_desktop.domain.statements import members_present
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.dates import MONTHS, MONTHS_SHORT, WEEKDAYS, BadDate, parse_date
from bmahr_desktop.thai.digits import to_arabic

_RIGHT_WORDS = {
    "บันทึกการประชุม": "รายงานการประชุม",
    "ผู้บันทึกการประชุม": "ผู้จดรายงานการประชุม",
    "ผู้บันทึกรายงานการประชุม": "ผู้จดรายงานการประชุม",
    "ผู้เข้าประชุม": "ผู้มาประชุม",
    "ผู้ไม่เข้าประชุม": "ผู้ไม่มาประชุม",
    "ผู้ที่ไม่เข้าประชุม": "ผู้ไม่มาประชุม",
    "ผู้ที่ไม่มาประชุม": "ผู้ไม่มาประชุม",
    "เปิดประชุมเวลา": "เริ่มประชุมเวลา",
    "ปิดประชุมเวลา": "เลิกประชุมเวลา",
    "วาระการประชุม": "ระเบียบวาระการประชุม",
}
"""The wording of the regulation, for what is often written instead (standards A2)."""

_WRONG_WORDS = re.compile(
    "(?<!ระเบียบ)(?:" + "|".join(sorted(_RIGHT_WORDS, key=len, reverse=True)) + ")"
)
_DIGITS = "[0-9๐-๙]"
_NAMES = "|".join(re.escape(name) for name in (*MONTHS, *MONTHS_SHORT))
_WEEKDAY = re.compile(rf"วัน(?:{'|'.join(WEEKDAYS)}|พฤหัส) ?ที่ ?$")
_DATE = re.compile(
    rf"{_DIGITS}{{1,2}} ?(?:{_NAMES}) ?(?:พ\.ศ\. ?)?(?:{_DIGITS}{{4}}|{_DIGITS}{{2}}(?!{_DIGITS}))"
)
_LONGEST_WEEKDAY = 20
_MEETING = re.compile(rf"ครั้งที่ ?({_DIGITS}{{1,3}}) ?/ ?({_DIGITS}{{4}})")
_MARKS = ("[", "{", ".....", "……", "____", "xxx", "xxx".upper())
"""One of these is in every blank: looking for them is much quicker than for a pattern."""
_BLANK = re.compile(
    r"\[(?:…|\.{2,}|\s*|[^\[\]\n]{0,60}[ก-๎][^\[\]\n]{0,60})\]"
    r"|\.{5,}|…{2,}|_{4,}|\{[^{}\n]{1,60}\}|[xX]{3,}"
)
_COUNT = re.compile(rf"จำนวน ?({_DIGITS}{{1,3}}) ?คน")
_PLACES = re.compile("เข้าร่วมประชุม ณ|ประชุมผ่านสื่ออิเล็กทรอนิกส์")
_ONLINE = "ประชุมผ่านสื่ออิเล็กทรอนิกส์"


def wording(look: Look) -> Iterator[Finding]:
    """The words are those of the regulation (standards A2)."""
    for text in look.texts:
        if not any(wrong in text.words for wrong in _RIGHT_WORDS):
            continue
        for found in _WRONG_WORDS.finditer(text.words):
            words = msg("“{wrong}” is not the regulation's word; it writes “{right}”.",
                        wrong=found[0], right=_RIGHT_WORDS[found[0]])  # fmt: skip
            yield at_text(words, text, found.start(), Weight.LOOK)
    for block in look.meeting.signatures:
        if "ผู้บันทึก" in block.label:
            words = msg("“{wrong}” is not the regulation's word; it writes “{right}”.",
                        wrong=block.label, right="ผู้จดรายงานการประชุม")  # fmt: skip
            yield Finding(words, Kind.SIGNATURE, block.uid, "label")


def dates(look: Look) -> Iterator[Finding]:
    """A day of the week is that of its date, and the date exists."""
    for text in look.texts:
        for found in _DATE.finditer(text.words):
            start = found.start()
            if start and text.words[start - 1].isdigit():
                continue  # the last digits of a year, "๒๕๖๗ มกราคม …"
            before = _WEEKDAY.search(text.words, max(0, start - _LONGEST_WEEKDAY), start)
            start = before.start() if before else start
            fault = _fault_of(text.words[start : found.end()])
            if fault is not None:
                yield at_text(fault, text, start, Weight.WRONG)


@lru_cache(maxsize=2_000)
def _fault_of(written: str) -> Message | None:
    try:
        parse_date(written)
    except BadDate as error:
        return error.message
    return None


def blanks(look: Look) -> Iterator[Finding]:
    """Nothing was left to be filled in."""
    for text in look.texts:
        if not any(mark in text.words for mark in _MARKS):
            continue
        for found in _BLANK.finditer(text.words):
            words = msg("“{blank}” was left to be filled in.", blank=found[0][:20])
            yield at_text(words, text, found.start(), Weight.WRONG)


def citations(look: Look) -> Iterator[Finding]:
    """Meetings are cited by the numbers that they have."""
    for text in look.texts:
        for found in _MEETING.finditer(text.words):
            cited = (int(to_arabic(found[2])), int(to_arabic(found[1])))
            fault = _citation_fault(look, text, cited)
            if fault is not None:
                yield at_text(fault, text, found.start(), Weight.WRONG)


def _citation_fault(look: Look, text: PlainText, cited: tuple[int, int]) -> Message | None:
    meeting = look.meeting
    own = (meeting.year, meeting.number)
    name = name_of(cited[1], cited[0])
    adopted = _adopted_by(text)
    if adopted is not None and cited not in (adopted, own):
        return msg("Meeting {cited} is cited; the minutes adopted are those of {right}.",
                   cited=name, right=name_of(adopted[1], adopted[0]))  # fmt: skip
    following = meeting.next_meeting
    known = {own, (following.year, following.number) if following else own}
    if text.decides and cited > own and cited not in known:
        return msg("Meeting {cited} is cited, which has not been held yet.", cited=name)
    return None


def _adopted_by(text: PlainText) -> tuple[int, int] | None:
    """Return year and number of the minutes that a text must mean: those that are adopted there."""
    if text.matter is not None:
        adopts = text.matter.adopts if text.decides or text.kind is Kind.MATTER else None
    elif text.item is not None and text.item.kind is ItemKind.ADOPT and len(text.item.matters) == 1:
        adopts = text.item.matters[0].adopts
    else:
        adopts = None
    return (adopts.year, adopts.number) if adopts else None


def counts(look: Look) -> Iterator[Finding]:
    """Numbers of members that were typed are those of the lists."""
    listed = {
        mode: len(members_present(look.meeting, mode)) for mode in (Mode.ON_SITE, Mode.ONLINE)
    }
    for text in look.texts:
        if "จำนวน" not in text.words:
            continue
        for found in _COUNT.finditer(text.words):
            before = list(_PLACES.finditer(text.words, max(0, found.start() - 120), found.start()))
            if not before:
                continue
            mode = Mode.ONLINE if before[-1][0] == _ONLINE else Mode.ON_SITE
            said = int(to_arabic(found[1]))
            if said != listed[mode]:
                words = msg("The text says {said} persons; the lists have {listed}.",
                            said=said, listed=listed[mode])  # fmt: skip
                yield at_text(words, text, found.start(), Weight.WRONG)


WORD_TESTS: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    wording,
    dates,
    blanks,
    citations,
    counts,
)
