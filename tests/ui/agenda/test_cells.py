"""Words in a cell: cut where the room ends, the first place that was found kept."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from bmahr_desktop.thai.clusters import FOLLOWERS
from bmahr_desktop.thai.searchkey import find_in
from bmahr_desktop.ui.agenda.cells import Laid, paint_marked
from bmahr_desktop.ui.look.palette import Role, colour

LONG = (
    "ให้สำนักงานที่เกี่ยวข้องทั้งหมดเร่งรัดการดำเนินการตามที่ที่ประชุมมีมติไว้แล้ว และรายงานผลต่อที่ประชุม"
    " โดยใช้งบประมาณเหลือจ่ายประจำปี พ.ศ. ๒๕๖๘ ภายในกำหนดเวลา"
)


@pytest.fixture
def painter(qtbot):
    pixmap = QPixmap(1200, 40)
    pixmap.fill()
    painter = QPainter(pixmap)
    yield painter
    painter.end()


@pytest.mark.parametrize("width", [40, 120, 200, 333, 600])
@pytest.mark.parametrize("words", ["งบประมาณ", "ที่", "๒๕๖๘"])
def test_the_first_place_is_seen_in_any_width(painter, width, words):
    marks = tuple(find_in(LONG, words))
    found = Laid().marked(painter, LONG, marks, width)
    shown = found.layout.text()
    assert painter.fontMetrics().horizontalAdvance(shown) <= width + 1
    assert found.grounds or width == 40
    for left, right in found.grounds:
        assert -1 <= left < right <= width + 1
    inner = shown.strip("…")
    assert inner in LONG
    assert inner[:1] not in FOLLOWERS
    paint_marked(painter, QRect(0, 0, width, 40), LONG, marks, Laid(), colour(Role.TEXT))


def test_words_for_which_there_is_room_are_not_cut(painter):
    marks = tuple(find_in(LONG, "งบประมาณ"))
    found = Laid().marked(painter, LONG, marks, 1200)
    assert found.layout.text() == LONG
    assert len(found.grounds) == 1
    text, height = Laid().plain(painter, LONG, 1200)
    assert (text.text(), height > 0) == (LONG, True)


@pytest.mark.parametrize("width", [30, 150, 400])
def test_long_words_are_cut_at_the_end(painter, width):
    text, _ = Laid().plain(painter, LONG * 20, width)
    assert text.text().endswith("…")
    assert (LONG * 20).startswith(text.text().rstrip("…"))
    assert painter.fontMetrics().horizontalAdvance(text.text()) <= width + 1
