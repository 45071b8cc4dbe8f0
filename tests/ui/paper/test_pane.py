import threading

import pypdfium2
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from bmahr_desktop.i18n import Message
from bmahr_desktop.ui.paper import busy_line
from bmahr_desktop.ui.paper.geometry import MARGIN, Fit, PageSize, Zoom
from bmahr_desktop.ui.paper.pane import PaperPane
from bmahr_desktop.ui.paper.printing import start_printing
from tests.ui.paper.looking import ink, pages_said, picture, top

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WAITS = Message("ยังไม่มีเอกสาร")


def texts_of(pane):
    return [label.text() for label in pane.view.findChildren(QLabel) if label.isVisible()]


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


def test_what_was_passed_by_is_not_drawn(qtbot, view, show, held, long_paper):
    show(long_paper)
    gate = held()
    for page in (4, 7):
        view.go_to_page(page)
        picture(view)
    with qtbot.waitSignal(view.settled):
        gate.let_go()
    drawn = {tile.page for tile in view._pages._images}
    assert 7 in drawn
    assert 4 not in drawn


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


def test_pdfium_is_called_in_one_thread_and_every_document_is_closed(
    qtbot, pane, view, show, errands, monkeypatch, paper, newer, tmp_path
):
    calls: list[tuple[str, int]] = []

    class Watched(pypdfium2.PdfDocument):  # type: ignore[misc]
        def __init__(self, *args):
            calls.append(("opened", threading.get_ident()))
            super().__init__(*args)

        def __getitem__(self, at):
            calls.append(("page", threading.get_ident()))
            return super().__getitem__(at)

        def close(self, **how):
            calls.append(("closed", threading.get_ident()))
            super().close(**how)

    monkeypatch.setattr(pypdfium2, "PdfDocument", Watched)
    show(paper)
    view.zoom_by(1)
    view.search.look_for("แผน", 1)
    view.go_to_page(3)
    show(newer)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    errand = start_printing(pane, paper.pdf, (PageSize(300, 400),), printer, errands)
    with qtbot.waitSignal(errand.ended):
        pass
    kinds = [kind for kind, _ in calls]
    assert kinds.count("opened") == kinds.count("closed") > 5
    assert kinds.count("page") > 5
    threads = {thread for _, thread in calls}
    assert len(threads) == 1
    assert threading.get_ident() not in threads
