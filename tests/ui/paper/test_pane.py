import re

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from bmahr_desktop.i18n import Message
from bmahr_desktop.ui.paper import busy_line, revealing
from bmahr_desktop.ui.paper.geometry import MARGIN, PERCENTS, Fit, Zoom
from bmahr_desktop.ui.paper.pane import PaperPane

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WAITS = Message("ยังไม่มีเอกสาร")


def texts_of(pane):
    return [label.text() for label in pane.view.findChildren(QLabel) if label.isVisible()]


def picture(view):
    return view.viewport().grab().toImage()


def top(view):
    return view.verticalScrollBar().value()


def ink(image):
    """How many pixels are nearly black."""
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def pages_said(pane):
    """The digits of what tells the page and how many there are."""
    return "".join(re.findall("[๐-๙]", pane.findChild(QLabel, "paper_page").text()))


# ---------------------------------------------------------------- showing


def test_a_paper_is_shown_as_wide_as_the_view(pane, view, show, paper):
    show(paper)
    assert view.zoom == Zoom(Fit.WIDTH)
    box = view.box_of(1)
    assert (box.left(), box.top()) == (MARGIN, MARGIN)
    assert box.right() == view.viewport().width() - MARGIN - 1
    assert ink(picture(view)) > 300
    assert pages_said(pane) == "๑๓"


def test_only_what_shows_and_what_may_show_next_is_drawn(qtbot, view, show, long_paper):
    show(long_paper)
    assert long_paper.pages >= 8
    assert {tile.page for tile in view._pages._images} <= {1, 2}
    view.go_to_page(long_paper.pages)
    with qtbot.waitSignal(view.settled):
        pass
    assert {tile.page for tile in view._pages._seen} == {long_paper.pages}
    assert 3 not in {tile.page for tile in view._pages._images}


def test_a_paper_that_cannot_be_seen_is_not_drawn(qtbot, errands, paper):
    pane = PaperPane(errands)
    qtbot.addWidget(pane)
    pane.show_paper(paper.pdf, paper.text_map)
    qtbot.waitUntil(lambda: not errands.busy())
    assert pane.view._pages.held_bytes() == 0
    with qtbot.waitSignal(pane.view.settled):
        pane.show()
    assert pane.view._pages.held_bytes() > 0


def test_a_newer_paper_keeps_the_place_and_the_zoom(view, show, paper, newer):
    show(paper)
    view.set_zoom(Zoom(Fit.NONE, 150))
    view.verticalScrollBar().setValue(777)
    view.horizontalScrollBar().setValue(55)
    show(newer)
    assert (top(view), view.horizontalScrollBar().value(), view.zoom.percent) == (777, 55, 150)


def test_a_paper_about_something_else_begins_at_its_top(view, pane, show, paper, long_paper):
    show(paper)
    view.go_to_page(3)
    pane.begin_anew()
    show(long_paper)
    assert top(view) == 0
    view.go_to_page(3)
    show(paper)
    assert view.page() == 3


def test_the_old_picture_stays_until_the_new_is_there(qtbot, pane, view, show, held, paper, newer):
    show(paper)
    before = picture(view)
    reading = held()
    pane.show_paper(newer.pdf, newer.text_map)
    reading.let_go()
    drawing = held()  # behind the sizes of the newer paper, before its pictures
    qtbot.waitUntil(lambda: view._pages._pdf is newer.pdf)
    assert picture(view) == before
    with qtbot.waitSignal(view.settled):
        drawing.let_go()
    after = picture(view)
    assert after != before
    assert abs(ink(after) - ink(before)) < 200


def test_the_old_picture_stays_while_the_new_size_is_being_drawn(view, show, held, paper):
    show(paper)
    gate = held()
    view.zoom_by(1)
    assert ink(picture(view)) > 300
    gate.let_go()


def test_a_newer_paper_drops_the_older(qtbot, pane, view, held, errands, paper, newer, long_paper):
    gate = held()
    for one in (paper, long_paper, newer, long_paper, paper):
        pane.show_paper(one.pdf, one.text_map)
    told = []
    view.page_changed.connect(lambda page, count: told.append(count))
    with qtbot.waitSignal(view.settled):
        gate.let_go()
    assert set(told) == {paper.pages}


def test_a_shorter_paper_ends_where_it_ends(view, show, paper, long_paper):
    show(long_paper)
    view.go_to_page(long_paper.pages)
    show(paper)
    assert (view.page(), view.box_of(3).top()) == (3, MARGIN)


def test_pictures_take_no_more_room_than_they_may(qtbot, view, show, errands, long_paper):
    show(long_paper)
    for _ in range(4):
        for page in range(1, long_paper.pages + 1):
            view.go_to_page(page)
            picture(view)
            qtbot.waitUntil(lambda: not errands.busy())
        view.zoom_by(2)
    assert view._pages.held_bytes() <= 64 * 1024 * 1024


def test_paper_is_white_whatever_the_scheme(view, show, paper):
    show(paper)
    box = view.box_of(1)
    assert picture(view).pixelColor(box.topLeft() + QPoint(20, 20)) == Qt.GlobalColor.white


# ---------------------------------------------------------------- nothing to show


def test_an_empty_place_says_what_belongs_there(pane, show, paper):
    assert texts_of(pane)[-1]
    show(paper)
    assert texts_of(pane) == []
    pane.show_nothing(WAITS)
    assert "ยังไม่มีเอกสาร" in texts_of(pane)
    assert not pane.findChild(QToolButton, "paper_print").isEnabled()
    show(paper)
    assert texts_of(pane) == []
    assert pane.findChild(QToolButton, "paper_print").isEnabled()


def test_nothing_stays_nothing_though_a_paper_was_being_opened(
    qtbot, pane, view, held, errands, paper
):
    gate = held()
    pane.show_paper(paper.pdf, paper.text_map)
    pane.show_nothing(WAITS)
    gate.let_go()
    qtbot.waitUntil(lambda: not errands.busy())
    assert texts_of(pane)[-1] == "ยังไม่มีเอกสาร"
    assert view.page() == 0


def test_a_damaged_paper_is_told_in_words_and_a_good_one_shows_after(
    qtbot, pane, errands, show, paper
):
    show(paper)
    pane.show_paper(b"no paper", paper.text_map)
    qtbot.waitUntil(lambda: texts_of(pane) != [])
    show(paper)
    assert texts_of(pane) == []


def test_an_error_of_ours_reaches_the_handler_of_the_program(qtbot, pane, errands, paper):
    with qtbot.captureExceptions() as caught:
        pane.show_paper(3.14, paper.text_map)
        qtbot.waitUntil(lambda: not errands.busy())
    assert len(caught) == 1


def test_the_pane_may_be_closed_while_it_is_drawing(qtbot, errands, paper):
    pane = PaperPane(errands)
    pane.show()
    pane.show_paper(paper.pdf, paper.text_map)
    pane.open_find()
    pane._find.field.setText("a")
    pane.close()
    pane.deleteLater()
    del pane
    qtbot.waitUntil(lambda: not errands.busy())


def test_a_line_moves_while_a_paper_is_being_made(qtbot, pane, monkeypatch):
    line = pane.findChild(QWidget, "busy_line")
    pane.set_busy(True)
    pane.set_busy(False)
    assert busy_line.BUSY_AFTER_MS >= 200
    line._soon.setInterval(5)
    pane.set_busy(True)
    pane.set_busy(True)
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    step = line._step
    qtbot.waitUntil(lambda: line._step != step)
    pane.set_busy(False)
    assert not line.isVisible()


# ---------------------------------------------------------------- moving and zooming


def test_keys_move_through_the_paper(qtbot, view, show, paper):
    show(paper)
    bar = view.verticalScrollBar()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    page_down = top(view)
    assert 0 < view.viewport().height() - page_down < 100
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert top(view) == 2 * page_down
    qtbot.keyClick(view, Qt.Key.Key_Space, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert top(view) == 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert 0 < top(view) < 50
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert top(view) == bar.maximum()
    assert view.page() == 3
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert top(view) == 0


def test_keys_zoom(qtbot, pane, view, show, paper):
    show(paper)
    fitted = view.layout_now.percent()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        before = view.layout_now.percent()
        qtbot.keyClick(view, key, CONTROL)
        assert view.layout_now.percent() > before
    qtbot.keyClick(view, Qt.Key.Key_Minus, CONTROL)
    assert view.zoom.percent in PERCENTS
    pane.open_find()
    qtbot.keyClick(pane.findChild(QLineEdit, "paper_find_field"), Qt.Key.Key_0, CONTROL)
    assert (view.zoom, view.layout_now.percent()) == (Zoom(), fitted)


@pytest.mark.parametrize(("steps", "larger"), [(120, True), (-120, False), (60, None)])
def test_the_wheel_zooms_about_the_mouse(view, show, paper, steps, larger):
    show(paper)
    view.verticalScrollBar().setValue(300)
    at = QPointF(200, 300)
    before, point = view.layout_now.scale, view.layout_now.point_at(view.on_layout(at))
    wheel = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, steps),
        Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert (view.layout_now.scale > before, view.layout_now.scale < before) == (
        larger is True,
        larger is False,
    )
    after = view.layout_now.point_at(view.on_layout(at))
    assert after.page == point.page
    assert after.y == pytest.approx(point.y, abs=2)


def test_the_end_of_an_enlarged_paper_can_be_reached(qtbot, view, show, paper):
    show(paper)
    view.set_zoom(Zoom(Fit.NONE, 200))
    assert view.horizontalScrollBar().isVisible()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.box_of(3).bottom() + MARGIN < view.viewport().height()
    view.set_zoom(Zoom(Fit.PAGE))
    assert not view.horizontalScrollBar().isVisible()
    assert view.box_of(3).height() == pytest.approx(view.viewport().height() - 2 * MARGIN, abs=1)


def test_the_size_can_be_chosen_and_is_told(qtbot, pane, view, show, paper):
    show(paper)
    button = pane.findChild(QPushButton, "paper_zoom")
    fitted = button.text()
    choices = {action.data(): action for action in button.menu().actions()}
    assert choices[Zoom()].isChecked()
    choices[Zoom(Fit.PAGE)].trigger()
    assert view.zoom.fit is Fit.PAGE
    choices[Zoom(Fit.NONE, 150)].trigger()
    assert (view.zoom, button.text()) == (Zoom(Fit.NONE, 150), "๑๕๐ %")
    assert [zoom for zoom, action in choices.items() if action.isChecked()] == [view.zoom]
    qtbot.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert button.text() == fitted


def test_buttons_go_from_page_to_page(qtbot, pane, view, show, paper):
    show(paper)
    forth, back = (
        pane.findChild(QToolButton, name) for name in ("paper_next_page", "paper_previous_page")
    )
    qtbot.mouseClick(forth, Qt.MouseButton.LeftButton)
    assert (pages_said(pane), view.box_of(2).top()) == ("๒๓", MARGIN)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert (pages_said(pane), top(view)) == ("๑๓", 0)


def test_the_place_stays_while_the_pane_is_pulled_about(qtbot, pane, view, show, paper):
    show(paper)
    view.go_to_page(2)
    place = view.place()
    for width in (433, 777, 341, 601, 600):
        pane.resize(width, pane.height())
        qtbot.waitUntil(lambda width=width: view.width() == width)
    assert view.place() == place
    assert view.box_of(2).top() == MARGIN


def test_printing_and_exporting_are_asked_for(qtbot, pane, show, paper):
    show(paper)
    with qtbot.waitSignal(pane.print_wanted):
        pane.findChild(QToolButton, "paper_print").click()
    with qtbot.waitSignal(pane.export_wanted):
        pane.findChild(QToolButton, "paper_export").click()


def test_everything_that_can_be_used_has_a_name(pane, show, paper):
    show(paper)
    for kind in (QToolButton, QPushButton, QLineEdit):
        for widget in pane.findChildren(kind):
            if widget.objectName().startswith("paper"):
                assert widget.accessibleName(), widget.objectName()
    assert "นางสาวมะลิวัลย์" in pane.view.accessibleDescription()


def test_tools_fold_where_there_is_little_room(qtbot, pane, show, paper):
    show(paper)
    larger = pane.findChild(QToolButton, "paper_zoom_in")
    assert larger.isVisible()
    pane.resize(pane.minimumSizeHint().width(), 400)
    assert pane.width() <= 300
    assert not larger.isVisible()
    assert pages_said(pane) == "๑๓"
    assert pane.findChild(QToolButton, "paper_print").isVisible()
    pane.resize(600, 400)
    assert larger.isVisible()


def test_tab_goes_as_one_reads(qtbot, pane, view, show, paper):
    show(paper)
    pane.findChild(QToolButton, "paper_zoom_out").setFocus()
    names: list[str] = []
    while not view.hasFocus() and len(names) < 20:
        focused = QApplication.focusWidget()
        assert focused is not None
        names.append(focused.objectName().removeprefix("paper_"))
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "zoom_out", "zoom", "zoom_in", "previous_page", "next_page", "find", "print", "export",
    ]  # fmt: skip


# ---------------------------------------------------------------- from paper to text and back


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
