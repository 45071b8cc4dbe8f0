"""Citing earlier meetings, and finding citations that do not fit the file."""

import datetime

import pytest

from bmahr_desktop.domain.cited_meetings import Held, citation, citations_in
from bmahr_desktop.domain.closing_citations import cited_meetings
from bmahr_desktop.domain.findings import Look, Weight
from bmahr_desktop.i18n import worded
from tests.domain.test_closing import saying, sound
from tests.meetings import committee, uid
from tests.records import in_english

OWN, OTHER = uid("committee"), uid("other")
HELD = Held(
    names={
        "อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ": frozenset({OWN}),
        "อ.ก.ก.": frozenset({OWN}),
        "อ.ก.ก.ฯ": frozenset({OWN}),
        "ก.ก.": frozenset({OTHER}),
    },
    meetings={
        OWN: {
            (2567, 8): frozenset({datetime.date(2024, 11, 6)}),
            (2567, 10): frozenset({datetime.date(2024, 12, 25)}),
            (2568, 1): frozenset({datetime.date(2025, 1, 8)}),
        },
        OTHER: {(2560, 12): frozenset({datetime.date(2018, 2, 1)})},
    },
)


def found(*paragraphs, held=HELD):
    look = Look(sound(agenda=saying(*paragraphs)), committee(), held=held)
    with in_english():
        return [(worded(one.message), one.weight, one.offset) for one in cited_meetings(look)]


@pytest.mark.parametrize(
    "text",
    [
        "ตามมติ อ.ก.ก. ครั้งที่ ๘/๒๕๖๗ เมื่อวันที่ ๖ พฤศจิกายน ๒๕๖๗",
        "ในการประชุมครั้งที่ 8/2567 เมื่อวันพุธที่ 6 พฤศจิกายน 2567 และครั้งที่ 10/2567 (25 ธ.ค. 67)",
        "มติ ก.ก. ครั้งที่ ๑๒/๒๕๖๐ ลงวันที่ ๑ กุมภาพันธ์ ๒๕๖๑",  # as the documents cite it
        "ครั้งที่ ๘/๒๕๖๗ ที่ผ่านมา และวันที่ ๑ มกราคม ๒๕๖๘ เป็นวันหยุด",
        "มติคณะรัฐมนตรี ครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๓ ธันวาคม ๒๕๖๗",  # not on file, nobody knows
        "การประชุมครั้งที่ ๑/๒๕๖๘ เมื่อวันที่ ๘ มกราคม ๒๕๖๘",
        "กำหนดการประชุมครั้งที่ ๒/๒๕๖๘ ในวันที่ ๕ กุมภาพันธ์ ๒๕๖๘",  # the next one
        "ไม่มีเลขครั้งที่ประชุม",
    ],
)  # fmt: skip
def test_what_fits_is_not_found(text):
    assert found(text) == []


def test_a_wrong_day_is_found_at_its_letter_with_the_right_one():
    text = "ตามมติ อ.ก.ก. ครั้งที่ ๘/๒๕๖๗ เมื่อวันที่ ๖ ธันวาคม ๒๕๖๗ ให้"
    words = "Meeting 8/2567 was on 6 พฤศจิกายน 2567, not on 6 ธันวาคม 2567."
    assert found("", text) == [(words, Weight.WRONG, text.index("เมื่อ"))]


def test_a_wrong_number_is_told_by_the_day():
    text = "ในการประชุมครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๒๕ ธันวาคม ๒๕๖๗"
    words = "The meeting on 25 ธันวาคม 2567 was number 10/2567, not 9/2567."
    assert found(text) == [(words, Weight.WRONG, text.index("ครั้งที่"))]


def test_a_meeting_that_there_was_not_is_wrong_and_an_older_one_only_a_hint():
    [(words, weight, _)] = found("ในการประชุมครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๔ ธันวาคม ๒๕๖๗")
    assert (words, weight) == ("There is no meeting 9/2567 on file.", Weight.WRONG)
    [(words, weight, _)] = found("ในการประชุมครั้งที่ ๓/๒๕๖๐ เมื่อวันที่ ๔ เมษายน ๒๕๖๐")
    assert weight is Weight.LOOK
    assert words.startswith("Meeting 3/2560 is older than the file.")
    [(words, weight, _)] = found("มติ ก.ก. ครั้งที่ ๓/๒๕๖๙")
    assert (words, weight) == ("Meeting 3/2569 is not on file yet.", Weight.LOOK)


def test_of_a_committee_without_meetings_nothing_is_said():
    assert found("ในการประชุมครั้งที่ ๙/๒๕๖๗", held=Held()) == []


def test_a_citation_is_worded_as_the_committee_does_and_is_found_again():
    date = datetime.date(2020, 12, 2)
    own = citation(9, 2563, date)
    assert own == "ในการประชุมครั้งที่ ๙/๒๕๖๓ เมื่อวันที่ ๒ ธันวาคม ๒๕๖๓"
    other = citation(9, 2563, date, "อ.ก.ก. วิสามัญ")
    assert other == "มติ อ.ก.ก. วิสามัญ ครั้งที่ ๙/๒๕๖๓ เมื่อวันที่ ๒ ธันวาคม ๒๕๖๓"
    assert citation(9, 2563, date, "คณะกรรมการ ก").startswith("มติคณะกรรมการ ก ครั้งที่")
    for words in (own, other):
        [cited] = citations_in(words)
        assert (cited.number, cited.year, cited.date) == (9, 2563, date)
        assert words[cited.start : cited.stop] == words[words.index("ครั้งที่") :]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("ครั้งที่ ๘/๒๕๖๗ เมื่อวันที่ ๖ ธันวาคม ๒๕๖๗ ให้", "เมื่อวันที่ ๖ ธันวาคม ๒๕๖๗",
         "เมื่อวันที่ ๖ พฤศจิกายน ๒๕๖๗"),
        ("ครั้งที่ 8/2567 เมื่อวันศุกร์ที่ 6 ธันวาคม 2567", "เมื่อวันศุกร์ที่ 6 ธันวาคม 2567",
         "เมื่อวันพุธที่ 6 พฤศจิกายน 2567"),
        ("ครั้งที่ ๘/๒๕๖๗ (๖ ธ.ค. ๖๗)", "๖ ธ.ค. ๖๗", "๖ พฤศจิกายน ๒๕๖๗"),
        ("ในการประชุมครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๒๕ ธันวาคม ๒๕๖๗", "ครั้งที่ ๙/๒๕๖๗",
         "ครั้งที่ ๑๐/๒๕๖๗"),
        ("ในการประชุมครั้งที่ ๙/๒๕๖๗ เมื่อวันที่ ๔ ธันวาคม ๒๕๖๗", "", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_comes_with_what_would_be_right(text, old, new):
    look = Look(sound(agenda=saying(text)), committee(), held=HELD)
    [finding] = cited_meetings(look)
    assert (finding.old, finding.new) == (old, new)
    if old:
        assert text[finding.offset :].startswith(old)
        mended = text.replace(old, new)
        assert not found(mended)
