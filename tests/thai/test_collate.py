import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus.common import thai_words

from bmahr_desktop.thai.collate import sort_key
from tests import icu

CONSONANTS = "กขฃคฆงจซณดตนปมยรฤลฦวศสหอฮ"
TEXTS = st.text(st.sampled_from("กขเแใ่้็์ำาะิ๑1aAb -.ฯๆ"), max_size=8) | st.text(max_size=8)


@pytest.fixture(scope="module")
def icu_order() -> icu.Collator:
    """ICU's Thai order, with foreign letters before Thai ones as ours has them."""
    rules = icu.Collator().rules()
    assert "[reorder Thai]" in rules
    return icu.Collator(rules=rules.replace("[reorder Thai]", ""))


def assert_in_order(words: list[str], order: icu.Collator) -> None:
    ordered = sorted(words, key=sort_key)
    wrong = [
        (before, after) for before, after in pairwise(ordered) if order.compare(before, after) > 0
    ]
    assert wrong == []


def test_a_dictionary_comes_out_in_the_order_of_icu(icu_order: icu.Collator) -> None:
    words = sorted(thai_words())
    assert len(words) > 60_000
    assert_in_order(words, icu_order)


def test_random_syllables_come_out_in_the_order_of_icu(icu_order: icu.Collator) -> None:
    chance = random.Random(2564)

    def syllable() -> str:
        return "".join(
            (
                chance.choice(["", "", "เ", "แ", "โ", "ใ", "ไ"]),
                chance.choice(CONSONANTS),
                chance.choice(["", "", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ฺ"]),
                chance.choice(["", "", "", "็", "่", "้", "๊", "๋", "์", "๎"]),
                chance.choice(["", "", "ะ", "า", "ำ", "ๅ"]),
            )
        )

    assert_in_order(
        ["".join(syllable() for _ in range(chance.randint(1, 2))) for _ in range(8_000)], icu_order
    )


def test_random_foreign_words_come_out_in_the_order_of_icu(icu_order: icu.Collator) -> None:
    chance = random.Random(2563)
    letters = "abcABCéZ012๐๑๒กขา$+"
    words = ["".join(chance.choices(letters, k=chance.randint(1, 4))) for _ in range(8_000)]
    assert_in_order(words, icu_order)


@pytest.mark.parametrize(
    "ordered",
    [
        # leading vowels after their consonant
        "กก กะ กา เก แก โก ใก ไก ขก เข",
        # marks only break ties
        "เปน เป็น เปิน เปิ่น แป้น",
        "กา ก่า ก้า ก๊า ก๋า กาก",
        "กา ก่า กาง ก้าง",
        "กก ก-ก่ กก้ ก-ก๊",
        # vowels
        "กะ กัก กา กาฮ กำ กิ กี กึ กื กุ กู เก แก โก ใก ไก",
        # ฤ and ฦ are letters of their own
        "รา ฤ ลา ฦ วา",
        # digits, foreign letters, Thai letters
        "1 ๒ 3 a A b กา",
        "1ก ๑ข 1ค ๒ก",
        "Excel excels กรม",
    ],
)
def test_words_come_out_in_dictionary_order(ordered: str) -> None:
    words = ordered.split()
    backwards = words[::-1]
    assert sorted(backwards, key=sort_key) == words


def test_spaces_and_punctuation_hardly_count() -> None:
    words = ["ต่าง ๆ", "ต่างกัน", "ต่าง-ข้อ", "ต่างคน"]
    assert sorted(words, key=sort_key) == words


def test_foreign_words_come_first_where_icu_has_them_last(icu_order: icu.Collator) -> None:
    thai = icu.Collator()
    assert thai.compare("กรม", "Excel") < 0
    assert sort_key("Excel") < sort_key("กรม")


@pytest.mark.parametrize(
    ("typed", "right", "after"),
    [("นํ้า", "น้ำ", "น้ำก"), ("เเผน", "แผน", "แผนก"), ("ก่ี", "กี่", "กี่ก"), ("ก\u200bข", "กข", "กขก")],
)
def test_a_word_typed_wrong_stands_beside_the_right_one(typed: str, right: str, after: str) -> None:
    assert max(sort_key(right), sort_key(typed)) < sort_key(after)
    assert sort_key(typed).split("\x01")[:2] == sort_key(right).split("\x01")[:2]


@given(TEXTS, TEXTS)
def test_only_a_text_and_itself_are_equal(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


@given(st.lists(TEXTS, max_size=12), st.randoms(use_true_random=False))
def test_a_list_always_comes_out_in_one_way(texts: list[str], chance: random.Random) -> None:
    shuffled = texts[:]
    chance.shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == sorted(texts, key=sort_key)


@given(TEXTS)
def test_the_levels_of_a_key_cannot_run_together(text: str) -> None:
    *levels, kept = sort_key(text).split("\x01", 3)
    assert len(levels) == 3
    assert kept == text
