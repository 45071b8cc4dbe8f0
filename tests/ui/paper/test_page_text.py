from array import array

import pytest

from bmahr_desktop.ui.paper.geometry import Spot
from bmahr_desktop.ui.paper.page_text import PageText, made_text


def page(*lines):
    """Lines of characters 10 points wide and high, from a height of 100 points down."""
    boxes = array("f")
    for number, line in enumerate(lines):
        bottom = 100 - 10 * number
        for at in range(len(line)):
            boxes.extend((10 * at, bottom, 10 * at + 10, bottom + 10))
        if number < len(lines) - 1:
            boxes.extend(8 * [0])
    return made_text("\r\n".join(lines), boxes)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("ประ", "ชุม"), "ประชุม"),
        (("ปี", "2568"), "ปี 2568"),
        (("word", "เดิม"), "word เดิม"),
        (("มี ", "2"), "มี 2"),
        (("น้ำ", "ใส"), "น้ำใส"),
        (("๑๒", "๓๔"), "๑๒ ๓๔"),
        (("เดียว",), "เดียว"),
        ((), ""),
    ],
)
def test_lines_are_joined_as_they_were_before_they_were_set(lines, text):
    made = page(*lines)
    assert made.text == text
    assert len(made.boxes) == 4 * len(text)


def test_a_stretch_over_two_lines_is_in_two_places():
    assert page("กขค", "งจฉ").spots(7, 1, 5) == [
        Spot(7, 10, 100, 30, 110),
        Spot(7, 0, 90, 20, 100),
    ]


def test_a_stretch_of_nothing_is_nowhere():
    made = page("กขค", "งจฉ")
    assert made.spots(1, 3, 3) == []
    assert PageText("", array("f"), ()).spots(1, 0, 5) == []


@pytest.mark.parametrize(
    ("x", "y", "offset"),
    [(0, 105, 0), (4, 105, 0), (6, 105, 1), (24, 95, 5), (99, 95, 6), (12, 500, 1), (12, -50, 4)],
)
def test_each_place_has_a_nearest_letter(x, y, offset):
    assert page("กขค", "งจฉ").offset_at(x, y) == offset


def test_a_rectangle_holds_the_letters_whose_middle_is_in_it():
    made = page("กขค", "งจฉ")
    assert made.inside(Spot(1, 8, 90, 30, 100)) == (4, 6)
    assert made.inside(Spot(1, 300, 90, 400, 100)) == (0, 0)


def test_short_lines_end_a_paragraph_when_they_are_copied():
    made = page("กขคงจฉชซฌญ", "กขค", "งจฉชซฌญกขค")
    assert made.words(0, 23) == "กขคงจฉชซฌญกขค\nงจฉชซฌญกขค"
    assert made.words(2, 13) == "คงจฉชซฌญกขค"
    assert page().words(0, 5) == ""
