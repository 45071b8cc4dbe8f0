"""The mouse, an input method, and the keys that Qt alone would take wrongly."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import Cell, Composed, ComposedKind, Picture, Table
from bmahr_desktop.ui.body.columns import edge_at
from tests.ui.body.conftest import CONTROL, KEYS, SHIFT, numbered, plain

LEFT = Qt.MouseButton.LeftButton
TWO = Table((50, 50), ((Cell((plain("ก"),)), Cell((plain("ข"),))),))


def place_of(desk, words):
    """Where the middle of some words is seen."""
    found = desk.editor.document().find(words)
    first = QTextCursor(found)
    first.setPosition(found.selectionStart())
    a, b = desk.editor.cursorRect(first).center(), desk.editor.cursorRect(found).center()
    return QPoint((a.x() + b.x()) // 2, a.y())


def test_a_double_click_selects_a_thai_word(desk):
    desk.editor.set_body((plain("คณะกรรมการมีมติเห็นชอบตามเสนอ"),))
    QTest.mouseDClick(desk.editor.viewport(), LEFT, pos=place_of(desk, "มติ"))
    assert desk.editor.textCursor().selectedText() == "มีมติ"


def test_delete_takes_a_letter_with_its_marks(desk):
    desk.editor.set_body((plain("ที่ฟ้ำญี่"),))
    desk.press(KEYS.Key_Delete)
    assert desk.texts() == ["ฟ้ำญี่"]
    desk.press(KEYS.Key_Right)
    desk.press(KEYS.Key_Delete)
    assert desk.texts() == ["ฟ้ำ"]


def move(widget, at, buttons=Qt.MouseButton.NoButton):
    button, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    kind, place = QEvent.Type.MouseMove, QPointF(at)
    event = QMouseEvent(kind, place, widget.mapToGlobal(place), button, buttons, none)
    QApplication.sendEvent(widget, event)


def test_the_edge_of_a_column_is_dragged_as_one_step(desk, qtbot):
    desk.editor.set_body((plain("ก่อน"), TWO))
    y = place_of(desk, "ข").y()
    edges = [x for x in range(desk.editor.viewport().width())
             if edge_at(desk.editor.body_document, QPoint(x, y), QPoint(0, 0))]  # fmt: skip
    at = QPoint(edges[len(edges) // 2], y)
    viewport = desk.editor.viewport()
    move(viewport, at)
    assert viewport.cursor().shape() is Qt.CursorShape.SplitHCursor
    qtbot.mousePress(viewport, LEFT, pos=at)
    move(viewport, at + QPoint(100, 0), LEFT)
    qtbot.mouseRelease(viewport, LEFT, pos=at + QPoint(100, 0))
    left, right = desk.table().widths
    assert left > 60 > 40 > right
    desk.undo()
    assert desk.table() == TWO


@pytest.mark.parametrize("thing", [Picture(file="a" * 64), Composed(ComposedKind.ATTENDANCE)])
def test_a_click_selects_a_picture_or_a_statement_and_delete_removes_it(desk, thing):
    desk.editor.set_body((plain("ก"), thing, plain("ข")), composed=lambda _: "ผู้มาประชุม")
    at = place_of(desk, "ก") + QPoint(60, 50)
    QTest.mouseClick(desk.editor.viewport(), LEFT, pos=at)
    assert desk.editor.textCursor().hasSelection()
    desk.press(KEYS.Key_Delete)
    assert type(thing) not in map(type, desk.editor.body())
    desk.undo()
    assert thing in desk.editor.body()


def test_the_wheel_with_ctrl_leaves_the_size_of_the_text(desk):
    size = desk.editor.font().pointSizeF()
    place, global_ = QPointF(50, 50), desk.editor.viewport().mapToGlobal(QPointF(50, 50))
    event = QWheelEvent(place, global_, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                        CONTROL, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(desk.editor.viewport(), event)
    assert not event.isAccepted()
    assert desk.editor.font().pointSizeF() == size


# ------------------------------------------------------------------ input methods


def commit(desk, text, preedit=""):
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(desk.editor, event)


def test_what_an_input_method_makes_is_typed(desk):
    desk.write("\tก")
    commit(desk, "", "ข")
    commit(desk, "ข้อ")
    assert desk.editor.body() == (numbered(1, "กข้อ"),)
    desk.select("ก")
    commit(desk, "น้ำ\x00\ufdd0")
    assert desk.editor.body() == (numbered(1, "น้ำข้อ"),)


def test_an_input_method_finds_no_way_beside_a_statement_or_into_a_body_only_read(desk):
    statement = Composed(ComposedKind.NEXT_MEETING)
    desk.editor.set_body((statement,))
    commit(desk, "ก่อน")
    assert desk.editor.body() == (plain("ก่อน"), statement)
    desk.editor.setReadOnly(True)
    commit(desk, "ไม่")
    assert desk.editor.body() == (plain("ก่อน"), statement)


def test_an_input_method_is_told_where_a_paragraph_ends(desk):
    desk.editor.set_body((plain("ก" * 99_999),))
    desk.press(KEYS.Key_End, CONTROL)
    commit(desk, "ขค")
    assert len(desk.texts()[0]) == 99_999
    assert len(desk.refusals) == 1


# ------------------------------------------------------------------ drag and drop


def drop(desk, mime, at, action=Qt.DropAction.CopyAction):
    place = QPointF(at)
    event = QDropEvent(place, action, mime, LEFT, Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
    if desk.editor.canInsertFromMimeData(mime):
        desk.editor.dropEvent(event)


def test_what_is_dropped_is_pasted_where_it_falls(desk):
    desk.editor.set_body((numbered(1, "ต้นปลาย"), TWO))
    mime = QMimeData()
    mime.setHtml("<b>กลาง</b><script>x</script><img src='file:///etc/passwd'>")
    drop(desk, mime, desk.editor.cursorRect().center())
    assert [block.text for block in desk.editor.body()[:1]] == ["กลางต้นปลาย"]
    assert desk.editor.body()[0].runs[0].bold
    drop(desk, mime, place_of(desk, "ข"))
    assert desk.rows() == [["ก", "กลางข"]] or desk.rows() == [["ก", "ขกลาง"]]
    desk.undo(2)
    assert desk.editor.body() == (numbered(1, "ต้นปลาย"), TWO)


def test_files_are_not_dropped_into_the_text(desk, tmp_path):
    mime = QMimeData()
    mime.setText((tmp_path / "x.png").as_uri())
    mime.setData("text/uri-list", (tmp_path / "x.png").as_uri().encode())
    drop(desk, mime, QPoint(30, 30))
    assert desk.editor.body() == ()


def test_selected_cells_are_emptied_not_torn(desk):
    desk.editor.set_body((TWO, plain("หลัง")))
    desk.select("ก")
    desk.press(KEYS.Key_Right, SHIFT, times=2)
    desk.press(KEYS.Key_Delete)
    assert desk.rows() == [["", ""]]
    desk.undo()
    assert desk.editor.body() == (TWO, plain("หลัง"))
