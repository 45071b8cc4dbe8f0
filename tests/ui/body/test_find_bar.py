"""The bar that finds and replaces, by keys as they are pressed."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPushButton, QToolButton

from bmahr_desktop.domain.body import Cell, Table
from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.body.panel import BodyPanel
from bmahr_desktop.ui.look.digits import said, use_digits
from tests.ui.body.conftest import CONTROL, KEYS, SHIFT, Desk, plain

TABLE = Table((100,), ((Cell((plain("มติ ๒"),)),),))
BODY = (plain("มติ ๑ ร่าง"), TABLE, plain("มติ 3"))


class Window(QMainWindow):
    """A window whose own keys do something else."""

    def __init__(self):
        super().__init__()
        self.calls: list[str] = []


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    panel = BodyPanel(window)
    window.setCentralWidget(panel)
    for keys in ("Ctrl+F", "Ctrl+H", "Ctrl+I", "F3"):
        action = QAction(window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _=False, keys=keys: window.calls.append(keys))
        window.addAction(action)
    window.resize(700, 500)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    panel.editor.set_body(BODY)
    panel.editor.setFocus()
    return window


@pytest.fixture
def panel(window):
    return window.centralWidget()


@pytest.fixture
def desk(panel, write):
    return Desk(panel.editor, write)


def told(text, **values):
    return said(Message(text, values))


def place(at, count):
    return told("{at} of {count} places", at=at, count=count)


def type_in(write, line, text):
    line.selectAll()
    write(line, text)


def chosen(panel):
    cursor = panel.editor.textCursor()
    return cursor.selectedText(), cursor.block().text()


def test_ctrl_f_in_the_body_opens_its_bar_and_esc_goes_back(window, panel, desk, write):
    bar = panel.find_bar
    assert bar.isHidden()
    desk.press(KEYS.Key_F, CONTROL)
    assert bar.isVisible()
    assert bar.words.isHidden()
    assert bar.field.hasFocus()
    type_in(write, bar.field, "มติ")
    assert chosen(panel) == ("มติ", "มติ ๑ ร่าง")
    QTest.keyClick(bar.field, KEYS.Key_Escape)
    assert bar.isHidden()
    assert panel.editor.hasFocus()
    assert list(panel.editor.marks()) == []
    assert chosen(panel) == ("มติ", "มติ ๑ ร่าง")
    assert window.calls == []


def test_a_thai_keyboard_opens_it_too(window, panel):
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        key = QKeyEvent(kind, ord("ด"), CONTROL, 33, 0x46, 0, "\x06")
        QApplication.sendEvent(panel.editor, key)
        assert key.isAccepted()
    assert panel.find_bar.isVisible()


def test_keys_of_the_body_are_not_the_windows(window, panel, desk):
    desk.select("ร่าง")
    desk.press(KEYS.Key_I, CONTROL)
    assert panel.editor.body()[0].runs[-1].italic
    desk.press(KEYS.Key_F3)
    assert window.calls == []
    panel.editor.setReadOnly(True)
    desk.press(KEYS.Key_I, CONTROL)
    assert window.calls == ["Ctrl+I"]


@pytest.mark.parametrize(
    ("onward", "back"),
    [((KEYS.Key_Return, Qt.KeyboardModifier.NoModifier), (KEYS.Key_Return, SHIFT)),
     ((KEYS.Key_F3, Qt.KeyboardModifier.NoModifier), (KEYS.Key_F3, SHIFT))],
)  # fmt: skip
def test_keys_go_on_and_back_round_the_body_with_its_tables(panel, desk, write, onward, back):
    bar = panel.find_bar
    desk.press(KEYS.Key_F, CONTROL)
    type_in(write, bar.field, "มติ")
    assert bar.count.text() == place(1, 3)
    seen = []
    for key in (onward, onward, onward, back):
        QTest.keyClick(bar.field, *key)
        seen.append(chosen(panel)[1])
    assert seen == ["มติ ๒", "มติ 3", "มติ ๑ ร่าง", "มติ 3"]
    assert bar.count.text() == place(3, 3)


def test_f3_works_from_the_text_and_esc_there_ends_the_search(panel, desk, write):
    bar = panel.find_bar
    desk.press(KEYS.Key_F3)
    assert bar.field.hasFocus()
    type_in(write, bar.field, "มติ")
    panel.editor.setFocus()
    desk.press(KEYS.Key_F3)
    assert chosen(panel)[1] == "มติ ๒"
    desk.press(KEYS.Key_F3, SHIFT)
    assert chosen(panel)[1] == "มติ ๑ ร่าง"
    desk.press(KEYS.Key_Escape)
    assert bar.isHidden()


def test_it_looks_for_what_is_selected(panel, desk):
    desk.select("ร่าง")
    desk.press(KEYS.Key_F, CONTROL)
    assert panel.find_bar.field.text() == "ร่าง"
    assert panel.find_bar.count.text() == place(1, 1)
    desk.press(KEYS.Key_Escape)
    panel.editor.selectAll()
    desk.press(KEYS.Key_F, CONTROL)
    assert panel.find_bar.field.text() == "ร่าง"


def test_digits_are_alike_and_what_is_missing_is_said(panel, desk, write):
    bar = panel.find_bar
    desk.press(KEYS.Key_F, CONTROL)
    type_in(write, bar.field, "๓")
    assert chosen(panel) == ("3", "มติ 3")
    type_in(write, bar.field, "ไม่มีคำนี้")
    assert bar.count.text() == "ไม่พบ"
    assert not bar.findChild(QToolButton, "body_find_next").isEnabled()
    use_digits(DigitStyle.ARABIC)
    try:
        type_in(write, bar.field, "มติ")
        assert "1" in bar.count.text()
        assert bar.count.text() == place(1, 3)
    finally:
        use_digits(DigitStyle.THAI)


def test_ctrl_h_replaces_one_then_the_next(panel, desk, write):
    bar = panel.find_bar
    desk.press(KEYS.Key_H, CONTROL)
    assert bar.words.isVisible()
    type_in(write, bar.field, "มติ")
    QTest.keyClick(bar.field, KEYS.Key_Tab)
    assert bar.words.hasFocus()
    type_in(write, bar.words, "ผล")
    QTest.keyClick(bar.words, KEYS.Key_Return)
    assert desk.texts() == ["ผล ๑ ร่าง", "มติ 3"]
    QTest.keyClick(bar.words, KEYS.Key_Return)
    assert desk.rows() == [["ผล ๒"]]
    assert chosen(panel)[1] == "มติ 3"
    assert bar.count.text() == place(1, 1)


def test_all_are_replaced_in_one_step_and_counted(panel, desk, write):
    bar = panel.find_bar
    desk.press(KEYS.Key_H, CONTROL)
    type_in(write, bar.field, "มติ")
    type_in(write, bar.words, "ผล")
    button = bar.findChild(QPushButton, "body_replace_all")
    button.setFocus()
    QTest.keyClick(button, KEYS.Key_Return)
    assert desk.texts() == ["ผล ๑ ร่าง", "ผล 3"]
    assert desk.rows() == [["ผล ๒"]]
    assert bar.count.text() == told("Replaced in {count} places", count=3)
    desk.undo()
    assert panel.editor.body() == BODY


def test_words_are_replaced_by_nothing(panel, desk, write, qtbot):
    bar = panel.find_bar
    desk.press(KEYS.Key_H, CONTROL)
    type_in(write, bar.field, " ร่าง")
    qtbot.mouseClick(bar.findChild(QPushButton, "body_replace_one"), Qt.MouseButton.LeftButton)
    assert desk.texts()[0] == "มติ ๑ "


def test_only_finding_in_a_body_that_is_only_read(panel, desk):
    panel.editor.setReadOnly(True)
    desk.press(KEYS.Key_H, CONTROL)
    assert panel.find_bar.isHidden()
    panel.find_bar.open_bar(replacing=True)
    assert panel.find_bar.words.isHidden()
    desk.press(KEYS.Key_F, CONTROL)
    assert panel.find_bar.isVisible()


def test_the_count_follows_the_body_that_is_shown(panel, desk, write, qtbot):
    bar = panel.find_bar
    desk.press(KEYS.Key_F, CONTROL)
    type_in(write, bar.field, "มติ")
    panel.editor.set_body((plain("มติ มติ"),))
    assert bar.count.text() == told("Found in {count} places", count=2)
    panel.editor.setFocus()
    desk.press(KEYS.Key_End)
    desk.write("มติ")
    qtbot.waitUntil(lambda: bar.count.text() == told("Found in {count} places", count=3))


def test_everything_in_the_bar_has_a_name_and_is_reached_by_tab(panel, desk):
    desk.press(KEYS.Key_H, CONTROL)
    bar = panel.find_bar
    parts = [*bar.findChildren(QLineEdit), *bar.findChildren(QToolButton),
             *bar.findChildren(QPushButton)]  # fmt: skip
    assert len(parts) == 7
    for part in parts:
        assert part.objectName()
        assert part.accessibleName()
        assert part.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("width", [360, 560, 900])
def test_nothing_in_the_bar_is_cut(panel, desk, window, write, width):
    window.resize(width, 400)
    desk.press(KEYS.Key_H, CONTROL)
    bar = panel.find_bar
    type_in(write, bar.field, "มติ")
    QApplication.processEvents()
    for part in (bar.count, *bar.findChildren(QToolButton), *bar.findChildren(QPushButton)):
        assert part.width() >= part.sizeHint().width(), part.objectName()
        right = part.mapTo(bar, part.rect().topRight()).x()
        assert right <= bar.width(), part.objectName()
    assert bar.field.width() >= 96
    assert bar.words.width() == bar.field.width()
