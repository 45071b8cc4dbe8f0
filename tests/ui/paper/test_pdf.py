import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from bmahr_desktop.ui.background import Progress, Stopped
from bmahr_desktop.ui.paper.finding import find_words
from bmahr_desktop.ui.paper.geometry import Tile
from bmahr_desktop.ui.paper.pdf import (
    UnreadablePaper,
    draw_each,
    draw_tiles,
    read_sizes,
    read_texts,
)

WHOLE = Tile(1, 0, 0, 600, 849, 600, 849)


@pytest.fixture
def progress():
    return Progress(None, lambda: None)


def ink(image):
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def test_a_paper_tells_the_size_of_each_page(paper):
    sizes = read_sizes(paper.pdf)
    assert len(sizes) == paper.pages
    assert sizes[0] == pytest.approx((595.28, 841.89), abs=0.01)


def test_parts_of_a_page_are_what_the_whole_page_shows(paper, progress):
    part = Tile(1, 100, 200, 300, 150, 600, 849)
    whole, piece = draw_tiles(paper.pdf, [WHOLE, part], progress)
    assert piece == whole.copy(QRect(100, 200, 300, 150))
    assert min(ink(piece)) < 60 < 255 == max(ink(piece))


def test_pages_are_drawn_in_the_order_asked_for(paper, progress):
    tiles = [WHOLE._replace(page=page) for page in (2, 1, 2)]
    second, first, again = draw_tiles(paper.pdf, tiles, progress)
    assert second == again != first


def test_each_part_is_handed_over_before_the_next_is_drawn(paper, progress):
    taken = []

    def take(tile, image):
        taken.append(tile.page)
        progress.stop()

    with pytest.raises(Stopped):
        draw_each(paper.pdf, [WHOLE, WHOLE._replace(page=2)], progress, take)
    assert taken == [1]


@pytest.mark.parametrize("pdf", [b"", b"no paper", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_paper_is_told_so(pdf, progress):
    with pytest.raises(UnreadablePaper):
        read_sizes(pdf)
    with pytest.raises(UnreadablePaper):
        draw_tiles(pdf, [WHOLE], progress)
    with pytest.raises(UnreadablePaper):
        read_texts(pdf, [1], progress)


def test_a_page_that_is_not_there_is_told_too(paper, progress):
    with pytest.raises(UnreadablePaper):
        draw_tiles(paper.pdf, [WHOLE._replace(page=99)], progress)


def test_words_are_read_whole_with_their_places(paper, progress):
    text = read_texts(paper.pdf, [1], progress)[1]
    assert "นางสาวมะลิวัลย์ แก้วประดับ" in text.text
    start = text.text.index("นางสาวมะลิวัลย์")
    (spot,) = text.spots(1, start, start + 5)
    assert 0 < spot.left < spot.right < 595
    assert 0 < spot.bottom < spot.top < 842
    assert text.inside(spot) == (start, start + 5)
    assert text.offset_at(spot.left, (spot.bottom + spot.top) / 2) == start


def test_a_search_reads_only_what_is_not_known(paper, progress):
    found = find_words(paper.pdf, paper.pages, {}, "แผน", progress)
    assert sorted(found.texts) == [1, 2, 3]
    assert find_words(b"", paper.pages, found.texts, "แผน", progress) == found
    assert found.hits


@pytest.mark.parametrize("query", ["๕๗๑ ๘๗๘", "571 878", "571  ๘๗๘"])
def test_digits_are_found_however_they_are_typed(paper, progress, query):
    (hit,) = find_words(paper.pdf, paper.pages, {}, query, progress).hits
    assert len(hit.spots) == 1


def test_a_search_can_be_stopped(paper, progress):
    progress.stop()
    with pytest.raises(Stopped):
        find_words(paper.pdf, paper.pages, {}, "แผน", progress)
