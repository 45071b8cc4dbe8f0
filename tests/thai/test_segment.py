"""Where words end, against two other segmenters and against what Thai forbids."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.tokenize import word_tokenize

from bmahr_desktop.places import resource
from bmahr_desktop.thai.clusters import FOLLOWERS, LEADING_VOWELS, LETTERS, legal_ends
from bmahr_desktop.thai.segment import Segmenter
from bmahr_desktop.thai.words import read_words, shipped_words
from tests import icu

THAI = re.compile(f"[{LETTERS}]+")
DECLARATION = Path(__file__).parents[2] / "benchmarks" / "texts" / "udhr_th.txt"

thai_letters = st.text(
    st.sampled_from([chr(code) for code in range(0x0E01, 0x0E4F) if THAI.match(chr(code))])
)
any_text = st.text(st.one_of(st.characters(), st.sampled_from("กขคงเแไาิีุ่้์ๆฯ ๑๒()")))


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return Segmenter()


@pytest.mark.parametrize(
    "split",
    [
        "ที่ประชุม|รับทราบ",
        "คณะ|อนุกรรมการ|สามัญ|ข้าราชการ|กรุงเทพมหานคร",
        "เห็นชอบ|ตาม|ที่|ฝ่าย|เลขานุการ|เสนอ",
        "การ|เลื่อน|เงินเดือน|ข้าราชการ",
        "ผู้|ไม่|มา|ประชุม",
        "งบประมาณ|รายจ่าย|ประจำปี",
        "รับรอง|รายงานการประชุม",
        "มอบหมาย|ให้|สำนักงาน|การ|เจ้าหน้าที่|ดำเนินการ|ต่อไป",
        "ประธาน|กล่าว|เปิด|ประชุม|และ|ดำเนินการ|ประชุม|ตาม|ระเบียบวาระ",
    ],
)
def test_office_language_is_parted_at_words(segmenter: Segmenter, split: str) -> None:
    assert segmenter.words(split.replace("|", "")) == split.split("|")


@given(any_text)
def test_joined_words_are_the_text(text: str) -> None:
    parts = Segmenter().words(text)
    assert "".join(parts) == text
    assert all(parts)


@given(thai_letters)
def test_no_word_begins_or_ends_where_thai_forbids(text: str) -> None:
    for before, after in pairwise(Segmenter().words(text)):
        assert after[0] not in FOLLOWERS
        assert before[-1] not in LEADING_VOWELS


@given(thai_letters)
def test_ends_are_legal_ascending_and_reach_the_end(text: str) -> None:
    ends = Segmenter().ends(text)
    assert list(ends) == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(text)
    legal = legal_ends(text)
    assert all(legal[end] for end in ends)


def test_names_are_never_parted() -> None:
    name = "นางสาวกมลรัตนวรรณ ศรีสุขเกษมสันติ์"
    plain, knowing = Segmenter(), Segmenter([name])
    sentence = f"ที่ประชุมมอบหมายให้{name.split()[0]}เป็นผู้ประสานงานและ{name.split()[1]}เป็นเลขานุการ"
    for part in name.split():
        assert part not in plain.words(sentence), "the trial needs a name that is no listed word"
        assert part in knowing.words(sentence)


def test_an_unknown_row_stays_in_one_piece(segmenter: Segmenter) -> None:
    assert segmenter.words("ฆฌฆฌฆฌ") == ["ฆฌฆฌฆฌ"]


@pytest.mark.parametrize("word", ["สำนักงาน", "กรุงเทพมหานคร", "ประสิทธิ์", "พันธุ์", "เก็บ", "เลื่อน"])
def test_a_silenced_letter_and_its_vowel_stay_with_the_word(word: str) -> None:
    legal = legal_ends(word)
    inside = {at for at, ok in enumerate(legal) if ok} - {0, len(word)}
    for at in inside:
        assert word[at] not in FOLLOWERS
        assert "์" not in word[at : at + 2]


def _ends(words: list[str]) -> set[int]:
    ends, at = set(), 0
    for word in words:
        at += len(word)
        ends.add(at)
    return ends


def test_most_ends_are_seen_by_others_too(segmenter: Segmenter) -> None:
    """PyThaiNLP's newmm and ICU read a text that the list was not made from.

    An end that neither of them sees is suspect. The share is a floor under the quality, not a
    measure of it: dictionaries differ in what they call one word.
    """
    text = DECLARATION.read_text("utf-8")
    seen = suspect = 0
    for run in THAI.findall(text):
        ours = set(segmenter.ends(run)) - {len(run)}
        others = _ends(word_tokenize(run, engine="newmm")) | _ends(icu.words(run))
        seen += len(ours)
        suspect += len(ours - others)
    assert seen > 1500
    assert suspect / seen < 0.02


def test_most_words_of_others_are_kept_whole(segmenter: Segmenter) -> None:
    """Where both others see an end, so do we, except inside what we list as one word."""
    text = DECLARATION.read_text("utf-8")
    agreed = missed = 0
    for run in THAI.findall(text):
        both = _ends(word_tokenize(run, engine="newmm")) & _ends(icu.words(run))
        agreed += len(both)
        missed += len(both - set(segmenter.ends(run)))
    assert agreed > 1500
    assert missed / agreed < 0.1


def test_a_long_run_is_read_in_one_pass(segmenter: Segmenter) -> None:
    run = "คณะกรรมการ" * 5000
    assert segmenter.words(run)[0] == "คณะกรรมการ"
    assert len(segmenter.words(run)) == 5000


def test_a_file_that_is_no_word_list_is_refused(tmp_path: Path) -> None:
    packed = resource("words", "thai.words").read_bytes()
    for wrong in (b"", b"PK\x03\x04", packed[:-1], b"BMW2" + packed[4:]):
        path = tmp_path / "wrong.words"
        path.write_bytes(wrong)
        with pytest.raises(ValueError, match="not a word list"):
            read_words(path)


def test_the_list_holds_no_impossible_word() -> None:
    """A word that begins with a mark could never be reached, and would only cost memory."""
    words = shipped_words()
    for letter in FOLLOWERS:
        code = ord(letter) - 0x0E00
        assert words.check[words.base[0] + code] != code, letter
