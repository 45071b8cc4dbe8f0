"""The bar above a body, by mouse and by keys, wide and narrow."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from bmahr_desktop.domain.body import Table
from bmahr_desktop.ui.body.bar import BodyBar
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.table_picker import TablePicker
from tests.ui.body.conftest import KEYS, numbered, plain


@pytest.fixture
def bar(qtbot, desk):
    bar = BodyBar()
    qtbot.addWidget(bar)
    bar.resize(560, bar.sizeHint().height())
    bar.follow(desk.editor)
    bar.show()
    qtbot.waitExposed(bar)
    return bar


def button(bar, name):
    return bar.findChild(QToolButton, f"{name}_button")


def opened(bar, name):
    """Open a menu as a click does, without the loop in which it would wait."""
    menu = button(bar, name).menu()
    menu.popup(QPoint(0, 0))
    return menu


def names(menu):
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def test_everything_finds_room_at_560(bar):
    assert bar.sizeHint().width() <= 560
    assert not button(bar, "more").isVisible()
    for one in bar.findChildren(QToolButton):
        assert not one.isVisible() or one.width() >= one.sizeHint().width()
    last = button(bar, "statement")
    assert last.mapTo(bar, QPoint(last.width(), 0)).x() <= bar.width()


@pytest.mark.parametrize("width", [500, 400, 250, 100, 50])
def test_what_finds_no_room_is_in_the_menu_at_the_end(bar, width):
    bar.resize(width, bar.height())
    assert bar.width() == width
    shown = [b for b in bar.findChildren(QToolButton) if b.isVisible()]
    assert button(bar, "more") in shown
    assert all(b.mapTo(bar, QPoint(b.width(), 0)).x() <= width for b in shown)
    menu = opened(bar, "more")
    hidden = [b for b in bar.findChildren(QToolButton) if not b.isVisible()]
    assert len([a for a in menu.actions() if not a.isSeparator()]) == len(hidden)
    menu.close()
    bar.resize(600, bar.height())
    assert all(b.isVisible() for b in hidden)


def test_every_button_has_a_name_and_says_its_keys(bar):
    for one in bar.findChildren(QToolButton):
        assert one.objectName()
        assert one.accessibleName()
        assert one.toolTip()
        assert one.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert "Ctrl+B" in button(bar, "bold").toolTip()


def test_buttons_do_what_they_say_and_show_what_is_on(bar, desk, qtbot):
    desk.write("มติ")
    desk.editor.selectAll()
    qtbot.mouseClick(button(bar, "bold"), Qt.MouseButton.LeftButton)
    assert desk.editor.body()[0].runs[0].bold
    assert button(bar, "bold").isChecked()
    qtbot.mouseClick(button(bar, "deeper"), Qt.MouseButton.LeftButton)
    assert desk.labels() == ["๑."]


def test_levels_are_in_a_menu(bar, desk):
    desk.write("มติ")
    menu = opened(bar, "levels")
    assert {"plain", "level_1", "level_4", "number_typed", "move_up"} <= set(names(menu))
    next(action for action in menu.actions() if action.objectName() == "level_2").trigger()
    menu.close()
    assert desk.editor.body()[0].level == 2


def test_a_table_is_picked_with_the_arrow_keys(bar, desk, qtbot):
    desk.write("ก่อน")
    menu = opened(bar, "table")
    picker = menu.findChild(TablePicker)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is picker or picker.hasFocus())
    for key in (KEYS.Key_Right, KEYS.Key_Down, KEYS.Key_Down):
        QTest.keyClick(picker, key)
    assert picker.accessibleName()
    QTest.keyClick(picker, KEYS.Key_Return)
    assert not menu.isVisible()
    table = desk.editor.body()[1]
    assert isinstance(table, Table)
    assert (len(table.rows), len(table.widths)) == (4, 4)
    assert "delete_table" in names(opened(bar, "table"))
    button(bar, "table").menu().close()


def test_a_table_is_picked_with_the_mouse(bar, desk, qtbot):
    menu = opened(bar, "table")
    picker = menu.findChild(TablePicker)
    qtbot.mouseMove(picker, QPoint(40, 40))
    qtbot.mouseClick(picker, Qt.MouseButton.LeftButton, pos=QPoint(40, 65))
    assert (len(desk.table().rows), len(desk.table().widths)) == (3, 2)


def test_the_picker_stays_in_its_bounds(qtbot):
    picker = TablePicker()
    qtbot.addWidget(picker)
    for key in (KEYS.Key_Left, KEYS.Key_Up):
        for _ in range(20):
            QTest.keyClick(picker, key)
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.keyClick(picker, KEYS.Key_Space)
    assert picked.args == [1, 1]
    for key in (KEYS.Key_Right, KEYS.Key_Down):
        for _ in range(20):
            QTest.keyClick(picker, key)
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.keyClick(picker, KEYS.Key_Return)
    assert picked.args == [10, 8]


def test_a_picture_is_asked_for(bar, desk, qtbot):
    with qtbot.waitSignal(desk.editor.picture_wanted):
        qtbot.mouseClick(button(bar, "insert_picture"), Qt.MouseButton.LeftButton)


def test_statements_are_in_a_menu(bar, desk):
    menu = opened(bar, "statement")
    next(a for a in menu.actions() if a.objectName() == "insert_next_meeting").trigger()
    menu.close()
    assert desk.editor.body()[0].statement == "next_meeting"


def test_follows_another_editor_or_none(bar, desk, qtbot):
    other = BodyEditor()
    qtbot.addWidget(other)
    other.set_body((plain("อื่น"),))
    bar.follow(other)
    qtbot.mouseClick(button(bar, "deeper"), Qt.MouseButton.LeftButton)
    assert other.body() == (numbered(1, "อื่น"),)
    assert desk.editor.body() == ()
    bar.follow(None)
    assert not bar.isEnabled()
    bar.follow(desk.editor)
    assert bar.isEnabled()


def test_outlives_the_editor(bar, qtbot):
    editor = BodyEditor()
    bar.follow(editor)
    with qtbot.waitSignal(editor.destroyed):
        editor.deleteLater()
    assert not bar.isEnabled()


def test_nothing_is_offered_for_a_body_that_is_only_read(bar, desk):
    desk.editor.setReadOnly(True)
    assert not button(bar, "bold").isEnabled()
    menu = opened(bar, "table")
    picker = menu.findChild(TablePicker)
    assert not picker.isEnabled()
    menu.close()


def test_the_menu_of_the_text_offers_what_can_be_done_there(desk):
    desk.write("มติ")
    menu = desk.editor.commands.menu(desk.editor)
    offered = [action.text() for action in menu.actions()]
    assert desk.editor.commands["paste_plain"].text() in offered
    inner = [a.objectName() for m in menu.actions() if m.menu() for a in m.menu().actions()]
    assert "insert_table" in inner
    assert "delete_row" not in inner
    menu.deleteLater()


def test_every_command_is_under_the_name_of_its_group(desk):
    groups = desk.editor.commands.groups()
    assert sum(map(len, groups.values())) == len(desk.editor.actions())
    keys = [a.shortcut().toString() for a in desk.editor.actions() if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
