"""The keys and the mouse go by words, where Qt goes from space to space."""

import pytest
from PySide6.QtCore import QPoint, Qt

from tests.ui.body.conftest import CONTROL, KEYS, SHIFT

TEXT = "ที่ประชุมรับทราบ ตามที่เสนอ"
STARTS = [0, 9, 17, 20, 23]


@pytest.fixture
def desk(desk):
    desk.write(TEXT)
    desk.press(KEYS.Key_Home)
    return desk


def place(desk):
    return desk.editor.textCursor().position()


def test_the_cursor_goes_word_by_word(desk):
    there = [place(desk)]
    while place(desk) < len(TEXT):
        desk.press(KEYS.Key_Right, CONTROL)
        there.append(place(desk))
    back = []
    while place(desk) > 0:
        desk.press(KEYS.Key_Left, CONTROL)
        back.append(place(desk))
    assert there == [*STARTS, len(TEXT)]
    assert back == STARTS[::-1]


def test_words_are_selected_and_removed(desk):
    desk.press(KEYS.Key_Right, CONTROL)
    desk.press(KEYS.Key_Right, CONTROL | SHIFT)
    assert desk.editor.textCursor().selectedText() == "รับทราบ "
    desk.press(KEYS.Key_Left)
    desk.press(KEYS.Key_Delete, CONTROL)
    assert desk.texts() == ["ที่ประชุมตามที่เสนอ"]
    desk.press(KEYS.Key_Backspace, CONTROL)
    assert desk.texts() == ["ตามที่เสนอ"]


def test_a_double_click_takes_a_word(desk, qtbot):
    cursor = desk.editor.textCursor()
    cursor.setPosition(TEXT.index("ทราบ"))
    spot = desk.editor.cursorRect(cursor).center() + QPoint(2, 0)
    qtbot.mouseDClick(desk.editor.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert desk.editor.textCursor().selectedText() == "รับทราบ"
