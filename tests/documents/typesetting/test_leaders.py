"""Lines to be filled in, blocks at the foot of a page, blocks at places of their own."""

from dataclasses import replace

import pytest

from bmahr_desktop.documents.typesetting.blocks import Arranged, AtFoot, NewPage, Piece, Space
from bmahr_desktop.documents.typesetting.leaders import Leader
from tests.documents.drawing import drawn_of, line_of

WORDS = "ที่ประชุมพิจารณาแล้วมีมติเห็นชอบตามที่ฝ่ายเลขานุการเสนอ "


@pytest.fixture
def leader(paragraph, style):
    def make(label, value, size=16):
        head = paragraph(label, style=replace(style, size=size))
        return Leader(head, paragraph(*([value] if value else [])))

    return make


@pytest.fixture
def drawn(set_blocks):
    def make(blocks, sheet):
        return drawn_of(lambda: set_blocks(blocks, sheet))

    return make


def test_label_and_value_of_different_sizes_stand_on_one_base_line(drawn, leader, sheet_of):
    lines, dots = drawn([leader("เรื่อง", "คำ", 29)], sheet_of(400, 300))
    assert lines[0].base == pytest.approx(lines[1].base)
    assert lines[0].size > 1.5 * lines[1].size
    assert dots[0].base == pytest.approx(lines[0].base)


def test_dots_run_from_the_label_to_the_right_edge(drawn, leader, sheet_of):
    lines, dots = drawn([leader("ที่", "")], sheet_of(400, 300))
    (one,) = dots
    assert one.right == pytest.approx(450)
    assert lines[0].right < one.left < lines[0].right + 4


def test_every_line_of_a_value_has_its_dots(drawn, leader, sheet_of):
    lines, dots = drawn([leader("เรื่อง", WORDS * 4)], sheet_of(300, 300))
    values = lines[1:]
    assert len(values) > 2
    assert [one.base for one in dots] == [one.base for one in values]
    assert len({one.left for one in values}) == 1
    assert {one.right for one in dots} == {350}
    assert all(one.left <= values[0].left for one in dots)


def test_words_behind_the_dots_stand_at_the_right_edge(drawn, paragraph, sheet_of):
    block = Leader(paragraph("ตำแหน่ง"), paragraph(), after=paragraph("แทน"))
    lines, dots = drawn([block], sheet_of(400, 300))
    assert [one.text for one in lines] == ["ตำแหน่ง", "แทน"]
    assert lines[1].right == pytest.approx(450)
    assert dots[0].right < lines[1].left


def test_the_height_is_that_of_what_is_drawn(leader):
    one, many = leader("ที่", "", 29).height(300), leader("ที่", WORDS * 4, 29).height(300)
    assert one == pytest.approx(29 * 1.33)
    assert many > one + 2 * 16 * 1.33


# ---------------------------------------------------------------- at the foot


def test_a_block_at_the_foot_stays_on_its_page_below_all_text(drawn, paragraph, sheet_of):
    blocks = [AtFoot(paragraph("ท้ายหน้า"), 10), *(paragraph(f"ก{n}") for n in range(20))]
    lines, _ = drawn(blocks, sheet_of(300, 300))
    foot = line_of(lines, "ท้ายหน้า")
    assert foot.page == 1
    assert foot.base < min(one.base for one in lines if one.page == 1 and one is not foot) - 10
    assert max(one.page for one in lines) == 2
    assert lines.index(foot) == sum(one.page == 1 for one in lines) - 1


def test_text_never_runs_into_what_stands_at_the_foot(drawn, paragraph, sheet_of):
    height = paragraph("ก").height(300)
    blocks = [paragraph("ก"), AtFoot(paragraph("ท้าย"), 8), *(paragraph(n) for n in "ขคงจ")]
    lines, _ = drawn(blocks, sheet_of(300, 5 * height + 9))
    assert [one.text for one in lines if one.page == 2] == ["จ"]


def test_a_foot_that_finds_no_room_goes_to_the_next_page(drawn, paragraph, sheet_of):
    high = paragraph("ก").height(300)
    blocks = [paragraph("ก"), AtFoot(paragraph("ท้าย"), 8)]
    lines, _ = drawn(blocks, sheet_of(300, 1.5 * high))
    assert [(one.page, one.text) for one in lines] == [(1, "ก"), (2, "ท้าย")]


def test_a_page_with_a_foot_alone_is_a_page(drawn, paragraph, sheet_of):
    blocks = [Space(9), AtFoot(paragraph("ท้าย")), NewPage(), paragraph("ก")]
    lines, _ = drawn(blocks, sheet_of(300, 300))
    assert [(one.page, one.text) for one in lines] == [(1, "ท้าย"), (2, "ก")]


# ---------------------------------------------------------------- at places of their own


def test_arranged_blocks_stand_where_they_are_put(drawn, paragraph, sheet_of):
    pieces = [Piece(paragraph("ก"), 0, 40, 100), Piece(paragraph("ข"), 200, 0, 100)]
    head = Arranged(pieces, 60, 15)
    assert head.height(300) == 45
    lines, _ = drawn([head, paragraph("ค")], sheet_of(300, 300))
    low, high, below = lines
    assert high.left - low.left == pytest.approx(200)
    assert high.base - low.base == pytest.approx(40)
    assert high.base == pytest.approx(350 + 15 - paragraph("ก").style.base)
    assert below.base == pytest.approx(high.base - 60)
