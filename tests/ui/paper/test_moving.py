import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton

from bmahr_desktop.ui.paper.geometry import MARGIN, PERCENTS, Fit, Zoom
from tests.ui.paper.looking import pages_said, top

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


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


def test_the_place_does_not_creep_while_the_pane_is_pulled_about(qtbot, pane, view, show, paper):
    show(paper)
    view.verticalScrollBar().setValue(501)
    place = view.place()
    for width in (*range(500, 600, 3), 600):
        pane.resize(width, pane.height())
        qtbot.waitUntil(lambda width=width: view.width() == width)
    assert view.place().down == pytest.approx(place.down, abs=1e-9)
    assert top(view) == 501


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
