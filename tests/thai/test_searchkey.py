import sys
from itertools import pairwise, product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bmahr_desktop.thai.searchkey import (
    IGNORED,
    find_in,
    search_key,
    search_key_with_map,
    tidied,
)

DENSE = st.text(
    st.sampled_from("กนเแ ัิีุ็่้๊์ํำาๅ๎ฺ๑1Aßİ\u0301ﬃ\u200b\u00ad\u2060\ufeff\u00a0 \n\t"), max_size=25
)
TEXTS = DENSE | st.text(max_size=25)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ข้อ ๑๒", "ข้อ 12"),
        ("กรุง\u200bเทพ\u00adมหา\u2060นคร\ufeff", "กรุงเทพมหานคร"),
        ("ส\u200cำ\u200dนัก", "สำนัก"),
        ("ครั้งที่\u00a0๑", "ครั้งที่ 1"),
        ("เเผนงาน", "แผนงาน"),
        ("เ\u200bเผน", "แผน"),
        ("ก่ี", "กี่"),
        ("เก้ียว", "เกี้ยว"),
        ("สิทธ์ิ", "สิทธิ์"),
        ("เก่็ง", "เก็่ง"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("สํานัก", "สำนัก"),
        ("กา  ข\n\t ค", "กา ข ค"),
        (" ก ", " ก "),
        ("ก\u2003\u200b ข", "ก ข"),
        ("Bangkok STRASSE Straße", "bangkok strasse strasse"),
        ("อนุมัติ", "อนุมัติ"),
        ("กา่", "กา่"),
        ("ก็", "ก็"),
        ("ﬁ", "fi"),
        ("①Ａ", "①ａ"),
        ("", ""),
    ],
)
def test_all_ways_to_type_a_word_have_one_key(text: str, key: str) -> None:
    assert search_key(text) == key
    assert search_key_with_map(text)[0] == key


def test_thai_letters_are_never_taken_apart() -> None:
    thai = "".join(f"ก{chr(code)}" for code in range(0x0E01, 0x0E50)).replace("ํ", "")
    assert search_key(thai) == thai


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("กี่", [0, 1, 2, 3]),
        ("ก\u200bข", [0, 2, 3]),
        ("ก่ี", [0, 1, 2, 3]),
        ("นํ้าข", [0, 1, 2, 4, 5]),
        ("เเก", [0, 2, 3]),
        ("ก \n ข", [0, 1, 4, 5]),
        ("ßก", [0, 0, 1, 2]),
        ("ก\u00ad", [0, 2]),
        ("", [0]),
    ],
)
def test_the_map_tells_where_each_character_comes_from(text: str, where: list[int]) -> None:
    assert list(search_key_with_map(text)[1]) == where


@given(TEXTS)
def test_a_key_is_its_own_key(text: str) -> None:
    key = search_key(text)
    assert search_key(key) == key


def test_a_key_is_its_own_key_however_marks_are_strewn() -> None:
    for length in range(6):
        for letters in product("กเิ่์ํ๎าำ", repeat=length):
            key = search_key("".join(letters))
            assert search_key(key) == key


@given(TEXTS)
def test_the_map_fits_and_never_falls(text: str) -> None:
    key, where = search_key_with_map(text)
    assert key == search_key(text)
    assert len(where) == len(key) + 1
    assert where[-1] == len(text)
    assert all(before <= after for before, after in pairwise(where))
    assert all(offset < len(text) for offset in where[:-1])


@given(TEXTS)
def test_the_map_points_at_what_made_the_key(text: str) -> None:
    key, where = search_key_with_map(text)
    for at, letter in enumerate(key):
        if letter.isascii() and letter.isalpha():
            assert letter in search_key(text[where[at]])
        assert text[where[at]] not in IGNORED


@given(TEXTS)
def test_neither_invisible_characters_nor_digits_nor_case_matter(text: str) -> None:
    seeded = "\u200b".join(text).replace("1", "๑")
    assert search_key(seeded) == search_key(text)


def test_every_character_is_settled_at_once() -> None:
    characters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]
    everything = "\x00".join(characters)
    key = search_key(everything)
    assert search_key(key) == key


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("สำนักงาน ก.ก. และสํานักงานเขต", "สำนักงาน", ["สำนักงาน", "สํานักงาน"]),
        ("ดื่มนํ้าสะอาด", "น้ำ", ["นํ้า"]),
        ("ดื่มนํ้าสะอาด", "น", ["นํ้า"]),
        ("ข้อ ๑๒ และ 12", "12", ["๑๒", "12"]),
        ("กี่ ก่ี", "กี่", ["กี่", "ก่ี"]),
        ("ครั้งที่", "ที", ["ที่"]),
        ("ครั้งที่", "ี่", ["ที่"]),
        ("สำ", "ส", ["สำ"]),
        ("กรุง\u200bเทพ\u200bมหา", "กรุงเทพ", ["กรุง\u200bเทพ"]),
        ("กก\u200bก", "กก", ["กก"]),
        ("ต่าง \n ๆ นานา", "ต่าง ๆ", ["ต่าง \n ๆ"]),
        ("Straße", "s", ["S", "ß"]),
        ("Straße", "STRASSE", ["Straße"]),
        ("e\u0301te\u0301", "e", ["e\u0301", "e\u0301"]),
        ("กกก", "กก", ["กก"]),
        ("ก ข", " ก ", ["ก"]),
        ("กข", "ค", []),
        ("กข", "", []),
        ("กข", " \u200b", []),
        ("", "ก", []),
    ],
)
def test_found_words_are_marked_as_they_were_typed(
    text: str, query: str, marked: list[str]
) -> None:
    assert [text[start:end] for start, end in find_in(text, query)] == marked


@given(DENSE, st.integers(0, 24), st.integers(1, 5))
def test_what_stands_in_a_text_is_found_there(text: str, start: int, length: int) -> None:
    query = search_key(text)[start : start + length].strip(" ")
    assume(search_key(query) == query)  # not so for marks torn off their letter
    found = find_in(text, query)
    assert bool(found) == bool(query)
    assert all(0 <= begin < end <= len(text) for begin, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    assert all(search_key(query) in search_key(text[begin:end]) for begin, end in found)


@pytest.mark.parametrize("length", [60_000, 120_000])
@pytest.mark.parametrize("pattern", ["ํ", "่ิ", "ำ่", "ํ๎", "เ", " \n", "\u200b", "ß", "ก่ี"])
def test_no_text_takes_long(pattern: str, length: int) -> None:
    # Were any step quadratic, these texts would take minutes, not milliseconds.
    text = pattern * (length // len(pattern))
    key, where = search_key_with_map(text)
    assert len(where) == len(key) + 1
    assert find_in(text, "ฮ") == []


def test_tidy_text_keeps_its_letters() -> None:
    assert tidied(" ก\u00a0\u200b ข\n๑ A ") == "ก ข ๑ A"
