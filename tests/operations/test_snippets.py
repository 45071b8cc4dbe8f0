"""The words around what was found, and the marks in them."""

import pytest

from bmahr_desktop.operations.snippets import snippet
from bmahr_desktop.thai.clusters import FOLLOWERS, LEADING_VOWELS

LONG = "ที่ประชุมได้พิจารณาเรื่องต่างๆแล้วเห็นว่าควรให้เกียรติแก่ผู้เกี่ยวข้องทุกฝ่ายโดยเร็ว" * 6


def marked(text, keys):
    shown, marks = snippet(text, keys)
    return [shown[slice(*mark)] for mark in marks]


def test_every_word_is_marked_wherever_it_stands():
    words = "แผนงานเมือง และแผนงานคลอง ปี ๒๕๖๔"
    assert snippet(words, ["แผน", "2564"])[0] == words
    assert marked(words, ["แผน", "2564"]) == ["แผน", "แผน", "๒๕๖๔"]
    assert marked(words, ["แผนงาน", "งานเมือง"]) == ["แผนงานเมือง", "แผนงาน"]


def test_the_line_that_holds_most_is_shown():
    text = f"แผน {LONG}\n{LONG}\nแผน ของ โดรน\n{LONG}"
    shown, _ = snippet(text, ["แผน", "โดรน"])
    assert "แผน ของ โดรน" in shown
    assert marked(text, ["แผน", "โดรน"]) == ["แผน", "โดรน"]


def test_an_exact_stretch_may_go_on_in_the_next_line():
    text = f"{LONG}\nต้น เห็นชอบ\nให้ดำเนินการ {LONG}"
    assert marked(text, ["เห็นชอบ ให้"]) == ["เห็นชอบ ให้"]


@pytest.mark.parametrize("before", range(30))
def test_a_long_text_is_cut_between_clusters(before):
    text = f"{LONG[before:]} คำที่หา{LONG}"
    for words in (text, text.replace(" ", "")):
        shown, marks = snippet(words, ["คำที่หา"])
        assert [shown[slice(*mark)] for mark in marks] == ["คำที่หา"]
        assert shown[0] == shown[-1] == "…"
        assert len(shown) < 200
        assert shown[1] not in FOLLOWERS
        assert shown[-2] not in LEADING_VOWELS
        cut = shown[1:-1]
        assert cut in words
        behind = words[words.index(cut) + len(cut) :]
        assert behind[0] not in FOLLOWERS


def test_sentences_are_shown_whole_where_they_end_nearby():
    text = f"{'ก' * 200} ต้นประโยคอยู่ตรงนี้และยาวพอสมควรจริงๆ คำที่หา{'ข' * 85} {'ค' * 200}"
    shown, _ = snippet(text, ["คำที่หา"])
    assert shown.startswith("…ต้นประโยค")
    assert shown.endswith("ข…")


def test_a_text_without_the_words_is_shown_from_its_beginning():
    assert snippet("สั้น ๆ", ["ไม่มี"]) == ("สั้น ๆ", ())
    shown, marks = snippet(LONG, ["ไม่มีคำนี้"])
    assert shown == f"{LONG[: len(shown) - 1]}…"
    assert marks == ()
