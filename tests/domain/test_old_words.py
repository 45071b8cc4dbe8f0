"""Old words are found whatever way they are typed, and the nearest are offered."""

import random
import time
from types import SimpleNamespace

import pytest

from bmahr_desktop.domain.adoption import OldWords
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.corrected import Parts
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.old_words import Finder
from bmahr_desktop.domain.passages import Pages, Passage, passages_of
from bmahr_desktop.i18n import use_language
from tests.meetings import committee, section, text, uid
from tests.records import full_meeting, replaced


@pytest.fixture(scope="module")
def passages():
    use_language("th")
    return passages_of(full_meeting(), compose_minutes(full_meeting(), committee(), {}))


def clause_of(passages, words):
    return next(one.clause for one in passages if words in one.words)


def test_every_passage_leads_to_its_text_in_the_record(passages):
    parts = Parts(full_meeting())
    placed = [one for one in passages if one.place]
    assert len(placed) > 40
    for one in placed:
        whole = parts.text(one.place)
        assert whole is not None, one
        assert whole[one.place.start :].startswith(one.words)
        if one.words:
            assert whole[one.at(0).start] == one.words[0]


def test_no_text_of_the_record_is_left_out(passages):
    shown = {replaced(one.place, start=0) for one in passages if one.place}
    for fields in (("m3", "title"), ("r4", "text"), ("s", "label"), ("absent", "reason"),
                   ("นางสาวมะลิวัลย์ แก้วประดับ", "substitute_for")):  # fmt: skip
        assert OldWords(uid(fields[0]), fields[1]) in shown
    assert OldWords(uid("x1"), "body", (1, 1, 1, 0)) in shown


def test_what_the_program_words_is_read_but_has_no_place(passages):
    unplaced = [one.words for one in passages if one.place is None]
    assert any("เริ่มประชุมเวลา" in words for words in unplaced)
    assert any("การประชุมครั้งต่อไป" in words or "ครั้งที่ ๒/๒๕๖๘" in words for words in unplaced)


def test_clauses_are_the_numbers_that_words_stand_in(passages):
    assert clause_of(passages, "ประธานแจ้งเรื่องแรก") == "๑"
    assert clause_of(passages, "รายละเอียด") == "๑.๑"
    assert clause_of(passages, "ข้อสอง") == "๒"
    assert clause_of(passages, "ขอให้พิจารณา") == "๓.๑"
    assert clause_of(passages, "แผนสอง") == "๓.๒"
    assert clause_of(passages, "เรื่องกำหนดวันประชุม") == "ระเบียบวาระที่ ๔"
    assert clause_of(passages, "มะลิวัลย์").startswith("ผู้มาประชุม ")
    assert clause_of(passages, "มะลิวัลย์").endswith(" ๒")
    assert clause_of(passages, "รายงานภายใน") == "๒"
    assert clause_of(passages, "ตารางแนบ") == "แนบท้าย"


def test_a_paragraph_without_a_number_goes_on_from_the_one_before():
    blocks = (text("ก่อน"), text("หนึ่ง", 1), text("ต่อจากหนึ่ง", 1), text("ย่อย", 4), text("ท้าย"))
    plain = [blocks[0], blocks[1], replaced(blocks[2], numbering="none"), *blocks[3:]]
    record = full_meeting()
    matter = replaced(record.agenda[0].matters[0], sections=(section(*plain),))
    item = replaced(record.agenda[0], matters=(matter,))
    record = replaced(record, agenda=(item, *record.agenda[1:]))
    found = passages_of(record, compose_minutes(record, committee(), {}))
    cited = [clause_of(found, words) for words in ("ก่อน", "ต่อจากหนึ่ง", "ย่อย", "ท้าย")]
    assert cited == ["ระเบียบวาระที่ ๑", "๑", "๑ (๑)", "ระเบียบวาระที่ ๑"]


# ---------------------------------------------------------------- pages


def test_the_page_of_a_letter_is_that_of_its_line():
    key, other = TextKey("a", "body"), TextKey("b", "title")
    passages = (
        Passage("หัว"), Passage("ข้อความยาว", key=key), Passage("ต่อ", key=key, offset=12),
        Passage("ท้าย", key=other), Passage("ไม่มีที่"),
    )  # fmt: skip
    pieces = [
        SimpleNamespace(key=key, start=0, page=1), SimpleNamespace(key=key, start=6, page=2),
        SimpleNamespace(key=key, start=12, page=2), SimpleNamespace(key=other, start=0, page=3),
    ]  # fmt: skip
    pages = Pages(passages, pieces)
    asked = [(0, 0), (1, 0), (1, 5), (1, 6), (2, 0), (3, 2), (4, 0)]
    assert [pages.of(*one) for one in asked] == [1, 1, 1, 2, 2, 3, None]


# ---------------------------------------------------------------- finding


def finder(*texts):
    places = (OldWords(uid(f"t{number}"), "text") for number in range(len(texts)))
    return Finder([Passage(words, place) for words, place in zip(texts, places, strict=True)])


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("จำนวน 12 คน", "จำนวน ๑๒ คน"),
        ("จำนวน๑๒คน", "จำนวน ๑๒ คน"),
        ("จำนวน\n ๑๒   คน", "จำนวน ๑๒ คน"),
        ("จำ-\nนวน ๑๒", "จำนวน ๑๒"),
        ("นํ้าท่วม", "น้ำท่วม"),
        ('"ตรงคำ"', "“ตรงคำ”"),
        ("เเก้ไข", "แก้ไข"),
    ],
)
def test_words_are_found_whatever_way_they_are_typed(words, wanted):
    one = finder("ที่ประชุมมีผู้มา จำนวน ๑๒ คน เรื่อง น้ำท่วม คำว่า “ตรงคำ” ขอแก้ไข", "ไม่เกี่ยว")
    found = one.find(words)
    assert [one.words(stretch) for stretch in found.stretches] == [wanted]
    assert not found.exact


def test_words_as_typed_come_before_all_else():
    one = finder("ปี ๒๕๖๘ และปี 2568", "ปี 2568 อีกครั้ง")
    found = one.find("ปี 2568")
    assert found.exact
    assert [(s.passage, s.start) for s in found.stretches] == [(0, 11), (1, 0)]
    assert finder("ก ข").find("  ข ").exact


def test_a_letter_is_not_parted_from_its_marks():
    found = finder("เรื่องน้ำ ๑").find("น้ำ1")
    assert [(s.start, s.stop) for s in found.stretches] == [(6, 11)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("มอบหมายให้กองบริหารงานทั่วไปดำเนินการ", "มอบหมายให้กองบริหารทั่วไปดำเนินการ"),
        ("ภายในวันที่ ๑๕ มีนาคม ๒๕๖๘", "ภายในวันที่ ๓๑ มีนาคม ๒๕๖๘"),
        ("เห็นชอบตามที่กรุงเทพมหานครเสนอทุกประการ", None),
        ("xyz", None),
    ],
)
def test_the_nearest_is_offered_in_whole_words(words, wanted):
    one = finder(
        "ที่ประชุมพิจารณาแล้วมีมติ มอบหมายให้กองบริหารทั่วไปดำเนินการ ภายในวันที่ ๓๑ มีนาคม ๒๕๖๘ ต่อไป",
        "รายงานผลให้ทราบ",
    )
    found = one.find(words)
    assert found.stretches == ()
    assert (one.words(found.nearest) if found.nearest else None) == wanted


def test_what_is_composed_is_not_found():
    one = Finder([Passage("เริ่มประชุมเวลา ๐๙.๓๐ น.")])
    assert one.find("เริ่มประชุม").stretches == ()
    assert finder("ก").find("  ") == finder("ก").find("")


def test_ninety_pages_are_looked_through_at_once():
    draw = random.Random(5)
    words = ["แผนงาน", "งบประมาณ", "ที่ประชุม", "พิจารณา", "เห็นชอบ", "กรุงเทพมหานคร", "๒๕๖๘", "และ", " "]
    texts = ["".join(draw.choices(words, k=30)) for _ in range(1_500)]
    texts[1_400] += " มอบหมายให้สำนักการโยธารายงานความก้าวหน้าทุกเดือน"
    one = finder(*texts)
    assert sum(map(len, texts)) > 220_000
    one.find("ที่ไม่มีอยู่เลย")
    begun = time.perf_counter()
    found = one.find("มอบหมายให้สำนักการโยธาฯ รายงานผลความก้าวหน้าทุกเดือน")
    assert time.perf_counter() - begun < 0.3
    assert "สำนักการโยธารายงานความก้าวหน้า" in one.words(found.nearest)
