import pytest
from PySide6.QtCore import QPointF, QRect

from bmahr_desktop.ui.paper.geometry import (
    MARGIN,
    PERCENTS,
    TILE,
    Fit,
    Layout,
    PageSize,
    Place,
    Spot,
    Zoom,
    laid_out,
    stepped,
)

A4 = PageSize(595.28, 841.89)
PAGES = (A4, PageSize(841.89, 595.28), A4)


def test_pages_are_as_wide_as_the_view():
    layout = laid_out((A4, A4), Zoom(), 600, 400)
    assert [box.width() for box in layout.boxes] == [600 - 2 * MARGIN] * 2
    assert (layout.boxes[0].left(), layout.boxes[0].top()) == (MARGIN, MARGIN)
    assert layout.boxes[1].top() - layout.boxes[0].bottom() - 1 == MARGIN
    assert layout.width == 600
    assert layout.height == layout.boxes[1].bottom() + 1 + MARGIN


def test_a_whole_page_is_seen_at_once():
    layout = laid_out(PAGES, Zoom(Fit.PAGE), 600, 400)
    assert max(box.height() for box in layout.boxes) <= 400 - 2 * MARGIN
    assert {box.center().x() for box in layout.boxes} <= {299, 300}


def test_a_hundred_percent_is_the_size_on_paper():
    layout = laid_out((A4,), Zoom(Fit.NONE, 100), 300, 300)
    assert layout.percent() == 100
    assert layout.boxes[0].width() == round(210 / 25.4 * 96)
    assert layout.width == layout.boxes[0].width() + 2 * MARGIN


@pytest.mark.parametrize("width", [0, 1, 31, 40, 100_000])
def test_a_view_may_have_any_size(width):
    layout = laid_out(PAGES, Zoom(), width, width)
    assert PERCENTS[0] <= layout.percent() <= PERCENTS[-1]


def test_damaged_sizes_are_laid_out_too():
    layout = laid_out((PageSize(0, 0), A4), Zoom(), 600, 400)
    assert all(box.width() >= 1 <= box.height() for box in layout.boxes)


def test_without_pages_there_is_nowhere_to_be():
    layout = laid_out((), Zoom(), 600, 400)
    assert layout == Layout()
    assert layout.page_at(10) == 0
    assert list(layout.tiles(QRect(0, 0, 600, 400), 1)) == []
    assert layout.height_of(layout.place_at(77)) == 0
    assert layout.nearest(QPointF(3, 3)) is None


@pytest.mark.parametrize("y", [0, 5, MARGIN, 400, 800, 900.25, 1500])
def test_a_place_stays_at_its_words_whatever_the_size(y):
    before = laid_out(PAGES, Zoom(), 600, 400)
    after = laid_out(PAGES, Zoom(Fit.NONE, 200), 600, 400)
    place = before.place_at(y)
    assert before.height_of(place) == pytest.approx(y)
    assert after.place_at(after.height_of(place)) == pytest.approx(place)


def test_a_place_on_a_page_that_is_gone_is_on_the_last():
    layout = laid_out((A4, A4), Zoom(), 600, 400)
    assert layout.height_of(Place(9, 0)) == layout.boxes[1].top()


def test_points_and_rectangles_are_in_points_from_the_foot_of_the_page():
    layout = laid_out(PAGES, Zoom(), 600, 400)
    box = layout.boxes[2]
    point = layout.point_at(QPointF(box.left(), box.top()))
    assert point is not None
    assert (point.page, round(point.x), round(point.y)) == (3, 0, 842)
    assert layout.point_at(QPointF(box.left() - 1, box.top())) is None
    whole = layout.rect_of(Spot(3, 0, 0, *A4))
    assert whole.topLeft() == box.topLeft()
    assert whole.width() == pytest.approx(box.width(), abs=0.5)
    assert whole.height() == pytest.approx(box.height(), abs=0.5)


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
@pytest.mark.parametrize("percent", [50, 100, 400])
def test_the_parts_of_a_page_lie_close_and_none_is_large(ratio, percent):
    layout = laid_out(PAGES, Zoom(Fit.NONE, percent), 600, 400)
    everything = QRect(0, 0, layout.width, layout.height)
    tiles = list(layout.tiles(everything, ratio))
    for page, box in enumerate(layout.boxes, start=1):
        parts = [tile for tile in tiles if tile.page == page]
        full = (round(box.width() * ratio), round(box.height() * ratio))
        assert {(tile.full_width, tile.full_height) for tile in parts} == {full}
        assert sum(tile.width * tile.height for tile in parts) == full[0] * full[1]
        rects = [QRect(tile.x, tile.y, tile.width, tile.height) for tile in parts]
        assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
        assert max(max(tile.width, tile.height) for tile in parts) <= TILE


def test_only_parts_that_show_are_drawn():
    layout = laid_out(PAGES, Zoom(Fit.NONE, 400), 600, 400)
    seen = QRect(0, layout.boxes[1].top(), 600, 300)
    tiles = list(layout.tiles(seen, 1))
    assert {tile.page for tile in tiles} == {2}
    assert 0 < sum(tile.width * tile.height for tile in tiles) <= 4 * TILE * TILE


@pytest.mark.parametrize(
    ("percent", "steps", "result"),
    [
        (100, 1, 110), (100, -1, 90), (97, 1, 100), (97, -1, 90), (100, 3, 150),
        (29, -1, 25), (25, -1, 25), (400, 1, 400),
    ],
)  # fmt: skip
def test_larger_is_larger_and_smaller_is_smaller(percent, steps, result):
    assert stepped(percent, steps) == result
