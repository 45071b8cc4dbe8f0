"""Text modules by their codes, names after a pause: typed, chosen, declined."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from bmahr_desktop.domain.body import Numbering, Paragraph, TextRun
from tests.ui.body.conftest import CONTROL, KEYS, SHIFT, numbered, plain
from tests.ui.body.office import MODULES, selected, shown


@pytest.fixture
def desk(writer):
    return writer


# ------------------------------------------------------------------ codes


@pytest.mark.parametrize("end", [" ", "\n", "\t"])
def test_a_code_and_space_tab_or_enter_put_the_module_in(desk, end):
    desk.write("มติ ;ชอบ" + end)
    assert desk.texts() == ["มติ ที่ประชุมมีมติเห็นชอบตามที่เสนอ"]
    desk.write(" จบ")
    assert desk.texts() == ["มติ ที่ประชุมมีมติเห็นชอบตามที่เสนอ จบ"]


def test_it_is_one_step_of_undo(desk):
    desk.write("มติ;ชอบ ")
    desk.undo()
    assert desk.texts() == ["มติ;ชอบ"]
    desk.press(KEYS.Key_Y, CONTROL)
    assert desk.texts() == ["มติที่ประชุมมีมติเห็นชอบตามที่เสนอ"]


def test_what_is_no_code_stays_as_typed(desk):
    desk.write("ก;ขค ง; จ;ชอ\n;\n")
    assert desk.texts() == ["ก;ขค ง; จ;ชอ", ";", ""]


def test_digits_of_a_code_are_alike(desk):
    desk.write(";มอบ๑ ")
    assert desk.texts()[0].startswith("มอบหมาย")


def test_the_module_takes_on_level_and_looks(desk):
    desk.press(KEYS.Key_B, CONTROL)
    desk.write("\tก ;ชอบ ")
    (block,) = desk.editor.body()
    assert (block.level, block.numbering) == (1, Numbering.AUTOMATIC)
    assert block.runs == (TextRun("ก ที่ประชุมมีมติเห็นชอบตามที่เสนอ", bold=True),)


def test_further_lines_are_paragraphs_as_enter_makes_them(desk):
    desk.write("\tก ;ยาว ")
    assert desk.editor.body() == (numbered(1, "ก บรรทัดแรก"), numbered(1, "บรรทัดสอง"))
    desk.undo()
    assert desk.editor.body() == (numbered(1, "ก ;ยาว"),)


def test_numbers_of_a_module_are_numbers(desk):
    desk.write(";ข้อ ")
    assert desk.editor.body() == (
        numbered(1, "ข้อแรก"), numbered(1, "ข้อสอง"), numbered(2, "ข้อย่อย"),
    )  # fmt: skip


def test_a_module_goes_into_a_cell(desk):
    desk.do("insert_table")
    desk.write(";ยาว ")
    assert desk.rows()[0] == ["บรรทัดแรก/บรรทัดสอง", "", ""]


def test_nothing_happens_in_a_body_that_is_only_read(desk):
    desk.editor.set_body((plain(";ชอบ"),))
    desk.press(KEYS.Key_End)
    desk.editor.setReadOnly(True)
    desk.write(" ")
    desk.press(KEYS.Key_Space, CONTROL)
    assert desk.texts() == [";ชอบ"]
    assert shown(desk.editor) == []
    assert not desk.editor.insert_text("ก")
    assert not desk.editor.add_point("ก")


def test_no_room_leaves_what_was_typed(desk):
    desk.editor.set_body((Paragraph((TextRun("ก" * 99_990),)),))
    desk.press(KEYS.Key_End, CONTROL)
    desk.write(";ชอบ ")
    assert desk.texts()[0].endswith("ก;ชอบ")
    assert len(desk.refusals) == 1
    assert not desk.editor.textCursor().hasSelection()


# ------------------------------------------------------------------ the list


def test_the_sign_shows_the_modules_and_more_letters_fewer(desk):
    desk.write("ก ;")
    assert len(shown(desk.editor)) == len(MODULES)
    desk.write("ช")
    assert shown(desk.editor) == ["เห็นชอบตามที่เสนอ", "ไม่เห็นชอบ"]
    desk.press(KEYS.Key_Backspace)
    assert len(shown(desk.editor)) == len(MODULES)
    desk.write("ฮฮ")
    assert shown(desk.editor) == []


def test_enter_takes_only_what_is_chosen(desk):
    desk.write(";ช")
    assert shown(desk.editor)
    desk.press(KEYS.Key_Return)
    assert desk.texts() == [";ช", ""]
    assert shown(desk.editor) == []
    desk.write(";ไม่")
    assert shown(desk.editor) == ["ไม่เห็นชอบ"]
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Return)
    assert desk.texts()[1] == "ไม่เห็นชอบ เนื่องจาก [เหตุผล]"
    assert selected(desk.editor) == "[เหตุผล]"


def test_tab_takes_the_only_one(desk):
    desk.write("ก;ไม่")
    assert shown(desk.editor) == ["ไม่เห็นชอบ"]
    desk.press(KEYS.Key_Tab)
    assert desk.texts() == ["กไม่เห็นชอบ เนื่องจาก [เหตุผล]"]


def test_the_list_is_walked_and_left(desk):
    desk.write(";")
    QApplication.processEvents()
    offers = desk.editor.completion.list
    desk.press(KEYS.Key_Down, times=2)
    assert offers.chosen().code == "ไม่ชอบ"
    desk.press(KEYS.Key_Up, times=2)
    assert offers.chosen() is None
    desk.press(KEYS.Key_PageDown)
    assert offers.chosen().code == "ข้อ"
    desk.press(KEYS.Key_Escape)
    assert shown(desk.editor) == []
    assert desk.texts() == [";"]
    desk.press(KEYS.Key_Return)
    assert desk.texts() == [";", ""]


@pytest.mark.parametrize("leave", ["caret", "focus", "body", "undo"])
def test_the_list_goes_when_one_turns_elsewhere(desk, window, leave):
    desk.write("กข ;")
    assert shown(desk.editor)
    if leave == "caret":
        desk.press(KEYS.Key_Home)
    elif leave == "focus":
        window.findChild(QLineEdit).setFocus()
    elif leave == "undo":
        desk.undo()
    else:
        desk.editor.set_body((plain("อื่น"),))
    assert shown(desk.editor) == []


def test_a_click_takes_a_line_and_the_text_keeps_the_focus(desk, qtbot):
    desk.write(";")
    assert shown(desk.editor)
    offers = desk.editor.completion.list
    place = offers.visualRect(offers.model().index(0, 0)).center()
    qtbot.mouseClick(offers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.texts() == ["ที่ประชุมมีมติเห็นชอบตามที่เสนอ"]
    assert desk.editor.hasFocus()
    assert shown(desk.editor) == []


def test_ctrl_space_offers_all_modules_where_nothing_is_begun(desk):
    desk.press(KEYS.Key_Space, CONTROL)
    assert len(shown(desk.editor)) == len(MODULES)
    desk.write("หลาย")
    assert shown(desk.editor) == ["หลายบรรทัด"]
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Return)
    assert desk.texts() == ["บรรทัดแรก", "บรรทัดสอง"]


@pytest.mark.parametrize("height", [500, 300, 200])
@pytest.mark.parametrize("lines", [0, 3, 25])
def test_the_list_is_inside_of_the_window(desk, window, height, lines):
    window.resize(600, height)
    QApplication.processEvents()
    desk.press(KEYS.Key_Return, times=lines)
    desk.write("ก " * 45 + ";")
    assert shown(desk.editor)
    offers = desk.editor.completion.list
    assert window.rect().contains(offers.geometry())
    caret = desk.editor.cursorRect()
    line = desk.editor.viewport().mapTo(window, QPoint(caret.x(), caret.center().y())).y()
    assert not offers.geometry().top() <= line <= offers.geometry().bottom()


def test_the_list_goes_with_its_editor(desk, window, qtbot):
    desk.write(";")
    assert shown(desk.editor)
    offers = desk.editor.completion.list
    assert offers.parentWidget() is window
    gone = []
    offers.destroyed.connect(lambda: gone.append(True))
    desk.editor.deleteLater()
    qtbot.waitUntil(lambda: gone == [True])


def test_letters_of_an_input_method_are_letters(desk):
    event = QInputMethodEvent()
    event.setCommitString(";")
    QApplication.sendEvent(desk.editor, event)
    assert len(shown(desk.editor)) == len(MODULES)


# ------------------------------------------------------------------ names


def test_names_come_after_a_pause_and_leave_enter_alone(desk, qtbot):
    desk.write("มอบหมายสำนักการ")
    assert shown(desk.editor) == []
    qtbot.waitUntil(lambda: shown(desk.editor) == ["สำนักการโยธา", "สำนักการระบายน้ำ"])
    assert desk.editor.completion.list.chosen() is None
    desk.press(KEYS.Key_Return)
    assert desk.texts() == ["มอบหมายสำนักการ", ""]


def test_a_chosen_name_takes_the_place_of_its_letters(desk, qtbot):
    desk.write("มอบหมายนายสม")
    qtbot.waitUntil(lambda: len(shown(desk.editor)) == 2)
    desk.write("หม")
    assert shown(desk.editor) == ["นายสมหมาย ใจเย็น"]
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Tab)
    assert desk.texts() == ["มอบหมายนายสมหมาย ใจเย็น"]
    desk.undo()
    assert desk.texts() == ["มอบหมายนายสมหม"]


def test_ctrl_space_asks_for_names_at_once(desk):
    desk.write("ตาม กอง")
    desk.press(KEYS.Key_Space, CONTROL)
    assert shown(desk.editor) == ["กองการเจ้าหน้าที่"]
    desk.press(KEYS.Key_Return)
    assert desk.texts() == ["ตาม กองการเจ้าหน้าที่"]
    desk.write("และฝ่าย")
    desk.press(KEYS.Key_Space, CONTROL)
    assert len(shown(desk.editor)) == 20
    desk.press(KEYS.Key_Down, times=2)
    desk.press(KEYS.Key_Tab)
    assert desk.texts() == ["ตาม กองการเจ้าหน้าที่และฝ่ายที่ 2"]


@pytest.mark.parametrize("typed", ["สำนักงาน ก.ก.", "ฝ่าย", "นา", "เรื่องอื่น"])
def test_nothing_comes_by_itself_where_it_helps_little(desk, qtbot, typed):
    desk.write(typed)
    office = desk.editor.completion._offers
    with qtbot.waitSignal(desk.editor.completion._pause.timeout):
        office.asked.clear()
    assert shown(desk.editor) == []


def test_what_was_declined_does_not_come_again_by_itself(desk, qtbot):
    desk.write("สำนักการ")
    qtbot.waitUntil(lambda: bool(shown(desk.editor)))
    desk.press(KEYS.Key_Escape)
    with qtbot.waitSignal(desk.editor.completion._pause.timeout):
        desk.write("ร")
    assert shown(desk.editor) == []
    desk.press(KEYS.Key_Space, CONTROL)
    assert shown(desk.editor) == ["สำนักการระบายน้ำ"]


def test_nothing_is_offered_inside_of_a_word(desk, qtbot):
    desk.editor.set_body((plain("สำนักกรโยธา"),))
    desk.go_behind("สำนักก")
    with qtbot.waitSignal(desk.editor.completion._pause.timeout):
        desk.write("า")
    assert shown(desk.editor) == []


def test_names_are_offered_in_a_gap_between_words(desk, qtbot):
    desk.write(";ติด ")
    assert selected(desk.editor) == "[หน่วยงาน]"
    desk.write("สำนักการ")
    qtbot.waitUntil(lambda: len(shown(desk.editor)) == 2)
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Return)
    assert desk.texts() == ["มอบหมายให้สำนักการโยธาดำเนินการ"]


def test_without_offers_keys_are_as_ever(desk):
    desk.editor.set_offers(None)
    desk.write(";ชอบ ")
    desk.press(KEYS.Key_Space, CONTROL)
    assert desk.texts() == [";ชอบ "]
    assert shown(desk.editor) == []


def test_shift_and_enter_in_a_list_are_the_texts(desk):
    desk.write(";")
    desk.press(KEYS.Key_Down)
    desk.press(KEYS.Key_Return, SHIFT)
    assert desk.texts()[0].startswith(";")
