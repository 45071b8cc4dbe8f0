import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication

from bmahr_desktop.ui.paper import revealing
from tests.ui.paper.looking import picture, top

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_a_click_leads_to_the_text_and_the_letter(qtbot, pane, view, show, paper, middle, piece_of):
    show(paper)
    piece = max((p for p in paper.text_map.pieces if p.page == 1), key=lambda p: p.stop - p.start)
    with qtbot.waitSignal(pane.clicked_text) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(piece))
    key, offset = clicked.args
    assert key == piece.key
    length = piece.stop - piece.start
    assert piece.start + length // 4 <= offset <= piece.stop - length // 4


def test_a_click_beside_the_text_leads_nowhere(qtbot, pane, view, show, paper):
    show(paper)
    came = []
    pane.clicked_text.connect(lambda key, offset: came.append(key))
    for at in (QPoint(2, 2), view.box_of(1).topLeft() + QPoint(5, 5)):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert came == []


def test_a_click_before_the_words_are_read_leads_near(qtbot, pane, view, show, middle, paper):
    show(paper)
    view._pages.texts.clear()
    piece = max((p for p in paper.text_map.pieces if p.page == 1), key=lambda p: p.stop - p.start)
    with qtbot.waitSignal(pane.clicked_text) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(piece))
    assert clicked.args[1] == pytest.approx((piece.start + piece.stop) / 2, abs=2)


def test_a_text_is_revealed_and_tinted_for_a_moment(qtbot, pane, view, show, paper, piece_of):
    show(paper)
    piece = piece_of(3)
    view._revealing._timer.setInterval(30)
    assert revealing.SHOWN_MS > 1000
    assert pane.reveal(piece.key, piece.start)
    tinted = picture(view)
    rect = view.rect_of(view._revealing.spot)
    assert view.viewport().rect().contains(rect.toRect())
    assert view.page() == 3
    corner = (rect.topLeft() + QPointF(1, 2)).toPoint()
    assert tinted.pixelColor(corner).saturation() > 20
    qtbot.waitUntil(lambda: view._revealing.spot is None)
    assert picture(view).pixelColor(corner).saturation() == 0


def test_a_text_that_is_not_on_paper_is_not_revealed(pane, view, show, paper):
    show(paper)
    assert not pane.reveal("nowhere")
    assert top(view) == 0


def test_what_shows_already_is_not_moved(pane, view, show, paper):
    show(paper)
    piece = [piece for piece in paper.text_map.pieces if piece.page == 1][5]
    assert pane.reveal(piece.key, piece.start)
    assert top(view) == 0


def test_a_text_is_revealed_on_the_paper_that_is_being_opened(qtbot, pane, view, paper, piece_of):
    piece = piece_of(3)
    with qtbot.waitSignal(view.settled):
        pane.show_paper(paper.pdf, paper.text_map)
        assert not pane.reveal(piece.key, piece.start)
    assert view.page() == 3


def test_words_are_chosen_with_the_mouse_and_copied(qtbot, view, show, paper):
    show(paper)
    text = view._pages.texts[1]
    start = text.text.index("นางสาวมะลิวัลย์")
    (spot,) = text.spots(1, start, start + len("นางสาวมะลิวัลย์"))
    rect = view.rect_of(spot)
    left = QPointF(rect.left() + 0.5, rect.center().y()).toPoint()
    right = QPointF(rect.right() - 0.5, rect.center().y()).toPoint()
    came = []
    view.clicked_text.connect(lambda key, offset: came.append(key))
    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(view.viewport(), button, pos=left)
    qtbot.mouseMove(view.viewport(), right - QPoint(9, 0))
    qtbot.mouseMove(view.viewport(), right)
    qtbot.mouseRelease(view.viewport(), button, pos=right)
    assert view.chosen_words() == "นางสาวมะลิวัลย์"
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "นางสาวมะลิวัลย์"
    assert came == []
    qtbot.mouseClick(view.viewport(), button, pos=QPoint(3, 3))
    assert view.chosen_words() == ""
