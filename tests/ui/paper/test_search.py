import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from bmahr_desktop.ui.paper.marks import Selection

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def field(pane):
    return pane.findChild(QLineEdit, "paper_find_field")


@pytest.fixture
def look(qtbot, pane, view, field, write):
    """Open the bar with Ctrl+F, type words, and wait for the answer."""

    def look(words):
        qtbot.keyClick(view, Qt.Key.Key_F, CONTROL)
        assert field.hasFocus()
        with qtbot.waitSignal(view.search.changed):
            write(field, words)
        return view.search.position()

    return look


def test_words_are_found_and_the_first_is_gone_to(qtbot, pane, view, show, paper, look):
    show(paper)
    at, count = look("แผน")
    assert (at, count) == (1, 2)
    assert "๒" in pane.findChild(QLabel, "paper_find_count").text()
    hit = view.search._hits[0]
    assert view.viewport().rect().contains(view.rect_of(hit.spots[0]).toRect())
    current, others = view.search.marked(range(1, 4))
    assert (len(current), len(others)) == (1, 1)


def test_marks_are_seen_on_the_page(qtbot, view, show, paper, look):
    show(paper)
    look("แผน")
    rect = view.rect_of(view.search._hits[0].spots[0])
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(rect.center().toPoint()).saturation() > 40


def test_a_search_goes_round(qtbot, view, show, paper, look, field):
    show(paper)
    assert look("แผน") == (1, 2)
    steps = []
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Enter, SHIFT),
        (Qt.Key.Key_F3, SHIFT),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(field, key, modifier)
        steps.append(view.search.position()[0])
    assert steps == [2, 1, 2, 1, 2]


@pytest.mark.parametrize("words", ["571", "๕๗๑"])
def test_digits_are_found_however_they_are_typed(view, show, paper, look, words):
    show(paper)
    assert look(words) == (1, 1)


def test_what_is_not_there_is_told(qtbot, pane, show, paper, look):
    show(paper)
    assert look("ไม่มีคำนี้") == (0, 0)
    assert pane.findChild(QLabel, "paper_find_count").text()
    assert not pane.findChild(QToolButton, "paper_find_next").isEnabled()


def test_escape_ends_the_search_and_goes_back_to_the_paper(
    qtbot, pane, view, show, paper, look, field
):
    show(paper)
    look("แผน")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.isVisible()
    assert view.hasFocus()
    assert view.search.marked(range(1, 4)) == ([], [])
    pane.open_find()
    assert field.selectedText() == "แผน"
    qtbot.waitUntil(lambda: view.search.position() == (1, 2))


def test_chosen_words_are_looked_for(qtbot, pane, view, show, paper, look, field):
    show(paper)
    look("แผน")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    view.go_to_page(1)
    start = view._pages.texts[1].text.index("มะลิวัลย์")
    view._pointer.choose(Selection((1, start), (1, start + len("มะลิวัลย์"))))
    for _ in range(2):
        pane.open_find()
        assert field.text() == "มะลิวัลย์"
        qtbot.waitUntil(lambda: view.search.position() == (1, 3))
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert view.search.position() == (0, 0)


def test_the_search_begins_on_the_page_that_is_read_and_goes_round(view, show, paper, look):
    show(paper)
    view.go_to_page(2)
    assert look("มะลิวัลย์") == (3, 3)
    view.go_to_page(3)
    assert look("มะลิวัลย์") == (1, 3)


def test_a_newer_paper_is_searched_and_nothing_moves(
    qtbot, view, show, paper, newer, long_paper, look
):
    show(paper)
    assert look("แผน") == (1, 2)
    view.search.step(1)
    view.verticalScrollBar().setValue(123)
    show(newer)
    assert view.search.position() == (2, 2)
    assert view.verticalScrollBar().value() == 123
    show(long_paper)
    assert view.search.position() == (2, 12)
    assert view.verticalScrollBar().value() == 123


def test_words_that_come_with_a_newer_paper_do_not_move_it(
    qtbot, view, show, paper, newer, look, field
):
    show(paper)
    assert look("ห้องใหญ่") == (0, 0)
    view.verticalScrollBar().setValue(900)
    show(newer)
    assert view.search.position() == (0, 3)
    assert view.verticalScrollBar().value() == 900
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert view.search.position() == (1, 3)
    assert view.page() == 1


def test_a_search_begun_on_the_older_paper_still_goes_to_its_words(
    qtbot, pane, view, show, paper, newer, held, field
):
    show(paper)
    gate = held()
    pane.open_find()
    field.setText("แผน")
    pane.show_paper(newer.pdf, newer.text_map)
    gate.let_go()
    qtbot.waitUntil(lambda: view.search.position() == (1, 2))


def test_the_newest_words_count(qtbot, view, show, paper, held, pane, field):
    show(paper)
    gate = held()
    pane.open_find()
    told = []
    view.search.changed.connect(lambda: told.append(view.search.position()[1]))
    for words in ("แ", "แผ", "แผน", "แผนหนึ่ง"):
        field.setText(words)
    gate.let_go()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [1]


def test_emptying_the_field_ends_the_search(qtbot, view, show, paper, held, look, field):
    show(paper)
    look("แผน")
    gate = held()
    field.setText("แผนหนึ่ง")
    field.clear()
    gate.let_go()
    assert view.search.position() == (0, 0)


def test_f3_opens_the_bar(qtbot, view, show, paper, field):
    show(paper)
    qtbot.keyClick(view, Qt.Key.Key_F3)
    assert field.isVisible()
