import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.thai.numbering import (
    LETTERS,
    LEVELS,
    Label,
    Numbering,
    format_label,
    split_label,
    thai_letter,
)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 1, 1), "๑. ๒. ๓."),
        ((1, 2, 2, 1, 2), "๑. ๑.๑ ๑.๒ ๒. ๒.๑"),
        ((1, 2, 3, 3, 4, 4, 3, 4), "๑. ๑.๑ ๑.๑.๑ ๑.๑.๒ (๑) (๒) ๑.๑.๓ (๑)"),
        ((1, 4, 4, 2, 4), "๑. (๑) (๒) ๑.๑ (๑)"),
        ((1, 0, 1, 0, 2), "๑.  ๒.  ๒.๑"),
        # a level before its parent
        ((2, 2, 1, 2), "๑.๑ ๑.๒ ๒. ๒.๑"),
        ((3, 2, 1), "๑.๑.๑ ๑.๒ ๒."),
        ((1, 3, 2, 3), "๑. ๑.๑.๑ ๑.๒ ๑.๒.๑"),
        ((4, 4, 1, 4), "(๑) (๒) ๑. (๑)"),
        ((4, 2), "(๑) ๑.๑"),
    ],
)
def test_paragraphs_are_counted(levels: tuple[int, ...], expected: str) -> None:
    count = Numbering()
    assert " ".join(count.next(level) for level in levels) == expected


def test_the_count_goes_past_nine() -> None:
    count = Numbering(DigitStyle.ARABIC)
    assert [count.next(1) for _ in range(12)][-1] == "12."
    assert count.next(2) == "12.1"
    assert count.next(4) == "(1)"


def test_digits_can_change_on_the_way() -> None:
    count = Numbering()
    count.next(1)
    count.digits = DigitStyle.ARABIC
    assert count.next(2) == "1.1"


def test_a_look_ahead_counts_nothing() -> None:
    count = Numbering()
    count.next(1)
    assert [count.peek(level) for level in range(5)] == ["", "๒.", "๑.๑", "๑.๑.๑", "(๑)"]
    assert count.next(1) == "๒."


@pytest.mark.parametrize("level", [-1, 5])
def test_there_is_no_other_level(level: int) -> None:
    with pytest.raises(ValueError, match=str(level)):
        Numbering().next(level)


@given(st.lists(st.integers(1, LEVELS - 1), max_size=60))
def test_no_two_clauses_have_one_number(levels: list[int]) -> None:
    count = Numbering()
    numbers = [count.next(level) for level in levels]
    assert len(set(numbers)) == len(numbers)
    assert not any("๐" in number for number in numbers if len(levels) < 10)


@given(st.lists(st.integers(1, LEVELS), min_size=1, max_size=40), st.sampled_from(DigitStyle))
def test_automatic_numbers_are_recognised_when_typed(levels: list[int], digits: DigitStyle) -> None:
    count = Numbering(digits)
    numbers = [count.next(level) for level in levels]
    for level, number in zip(levels, numbers, strict=True):
        assert split_label(f"{number} เรื่องเพื่อพิจารณา") == (number, level, "เรื่องเพื่อพิจารณา")


@pytest.mark.parametrize(
    ("number", "letter"),
    [(1, "ก"), (2, "ข"), (3, "ค"), (4, "ง"), (5, "จ"), (41, "ฮ"), (42, "กก"), (43, "กข")],
)
def test_letters_count_as_offices_count(number: int, letter: str) -> None:
    assert thai_letter(number) == letter


def test_letters_never_repeat() -> None:
    letters = [thai_letter(number) for number in range(1, 41 + 41**2 + 2)]
    assert len(set(letters)) == len(letters)
    assert letters[-2:] == ["ฮฮ", "กกก"]
    assert not set("ฃฅฆฤฦ") & set(LETTERS)


def test_lists_count_from_one() -> None:
    with pytest.raises(ValueError, match="0"):
        thai_letter(0)
    with pytest.raises(ValueError, match="0"):
        format_label(0, Label.NUMBER_DOT)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (Label.NUMBER_DOT, "๒."),
        (Label.NUMBER_BRACKETS, "(๒)"),
        (Label.NUMBER_BRACKET, "๒)"),
        (Label.LETTER_DOT, "ข."),
        (Label.LETTER_BRACKETS, "(ข)"),
    ],
)
def test_labels_have_five_forms(form: Label, expected: str) -> None:
    assert format_label(2, form) == expected


def test_labels_follow_the_digit_style() -> None:
    assert format_label(12, Label.NUMBER_BRACKET, DigitStyle.ARABIC) == "12)"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("๑. เรื่อง", ("๑.", 1, "เรื่อง")),
        ("12. เรื่อง", ("12.", 1, "เรื่อง")),
        ("๑๐๐. นายสมชาย", ("๑๐๐.", 1, "นายสมชาย")),
        ("๑.๑ เรื่อง", ("๑.๑", 2, "เรื่อง")),
        ("๑.๑. เรื่อง", ("๑.๑.", 2, "เรื่อง")),
        ("๖.๑.๑ เรื่อง", ("๖.๑.๑", 3, "เรื่อง")),
        ("(๑) เรื่อง", ("(๑)", 4, "เรื่อง")),
        ("1) เรื่อง", ("1)", 4, "เรื่อง")),
        ("ก. เรื่อง", ("ก.", 1, "เรื่อง")),
        ("(ญ) เรื่อง", ("(ญ)", 4, "เรื่อง")),
        ("- เรื่อง", ("-", 1, "เรื่อง")),
        ("• เรื่อง", ("•", 1, "เรื่อง")),
        ("\uf0b7\tเรื่อง", ("\uf0b7", 1, "เรื่อง")),
        ("\t๑.\u00a0\tเรื่อง", ("๑.", 1, "เรื่อง")),
        ("๑. ", ("๑.", 1, "")),
        ("๑. สอง\nบรรทัด", ("๑.", 1, "สอง\nบรรทัด")),
        # headings that begin like quantities
        ("๑.๑ ปี ๒๕๖๔", ("๑.๑", 2, "ปี ๒๕๖๔")),
        ("๑.๑ วัน เวลา และสถานที่", ("๑.๑", 2, "วัน เวลา และสถานที่")),
        ("๑.๑ ร้อยละของผู้ผ่าน", ("๑.๑", 2, "ร้อยละของผู้ผ่าน")),
        ("๑.๑ ล้านนาศึกษา", ("๑.๑", 2, "ล้านนาศึกษา")),
        ("๑.๑ พันธกิจ", ("๑.๑", 2, "พันธกิจ")),
        ("๑.๑ คนพิการ", ("๑.๑", 2, "คนพิการ")),
        ("๑. น. ส. สมศรี", ("๑.", 1, "น. ส. สมศรี")),
    ],
)
def test_typed_labels_are_recognised(text: str, expected: tuple[str, int, str]) -> None:
    assert split_label(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "เรื่อง",
        "๑.เรื่อง",
        "๑ เรื่อง",
        "๐๙.๓๐ น.",
        "๙.๓๐ น. เริ่มประชุม",
        "9.30 นาฬิกา",
        "๙.๓๐ - ๑๒.๐๐ น.",
        "๙.๓๐ –๑๒.๐๐ น.",
        "๑.๕ ล้านบาท",
        "๑.๕ ล้าน",
        "1.5 บาทต่อหน่วย",
        "๑.๕ เท่าของปีก่อน",
        "๒.๕ % ของทั้งหมด",
        "๑.๕ ปี",
        "๒.๕ กิโลเมตร จากสำนักงาน",
        "1.50 เมตร",
        "๔.๕ คะแนน",
        "๖.๑.๖๔ ประชุมครั้งแรก",
        "6.1.2564 ประชุม",
        "๒๕๖๔. เรื่อง",
        "๐. เรื่อง",
        "๑.๐ เรื่อง",
        "(๐) เรื่อง",
        "- ๒ -",
        "– 12 –",
        "-",
        "- ",
        "-๕ องศา",
        "ก. พ. ๒๕๖๔",
        "ก. ก. เห็นชอบ",
        "ค. ศ. 2021",
        "จ. เชียงใหม่",
        "น. ๑๒",
        "ก.ก. เห็นชอบ",
        "(ฃ) เรื่อง",
        "๑.๑.๑.๑ เรื่อง",
    ],
)
def test_what_only_looks_like_a_label_stays_text(text: str) -> None:
    assert split_label(text) is None


def test_a_dash_carries_on_the_level_before() -> None:
    assert split_label("- เรื่อง", before=3) == ("-", 3, "เรื่อง")
    assert split_label("๑. เรื่อง", before=3) == ("๑.", 1, "เรื่อง")


@given(st.text(st.sampled_from("12๑๓.()-– \tกขน.ล้านบาท"), max_size=15) | st.text())
def test_nothing_is_lost_in_splitting(text: str) -> None:
    split = split_label(text)
    if split is not None:
        label, level, rest = split
        assert 1 <= level <= LEVELS
        assert text.endswith(rest)
        assert text.removesuffix(rest).strip(" \t\u00a0") == label
