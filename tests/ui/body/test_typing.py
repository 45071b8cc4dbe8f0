"""Typing, Enter, Tab, Backspace, levels and the numbers before paragraphs."""

import pytest
from PySide6.QtTest import QTest

from bmahr_desktop.domain.body import Numbering, Paragraph, TextRun
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.look.digits import use_digits
from tests.ui.body.conftest import ALT, CONTROL, KEYS, SHIFT, numbered, plain


def test_what_is_typed_is_the_body(desk):
    desk.write("ที่ประชุมรับทราบ\nน้ำท่วม ญี่ปุ่น ปั้น")
    assert desk.editor.body() == (plain("ที่ประชุมรับทราบ"), plain("น้ำท่วม ญี่ปุ่น ปั้น"))


def test_an_empty_body_is_empty(desk):
    assert desk.editor.body() == ()
    desk.write("ก")
    desk.press(KEYS.Key_Backspace)
    desk.editor.set_saved()
    assert desk.texts() == [] or desk.texts() == [""]


def test_tab_and_enter_make_levels_with_numbers(desk):
    desk.write("\tหนึ่ง\n\tหนึ่งจุดหนึ่ง\nหนึ่งจุดสอง\n")
    desk.press(KEYS.Key_Backtab, SHIFT)
    desk.write("สอง")
    assert desk.editor.body() == (
        numbered(1, "หนึ่ง"),
        numbered(2, "หนึ่งจุดหนึ่ง"),
        numbered(2, "หนึ่งจุดสอง"),
        numbered(1, "สอง"),
    )
    assert desk.labels() == ["๑.", "๑.๑", "๑.๒", "๒."]


def test_the_fourth_level_is_in_brackets_and_the_deepest(desk):
    desk.write("\t\t\t\t\tลึก")
    assert desk.editor.body() == (numbered(4, "ลึก"),)
    assert desk.labels() == ["(๑)"]


def test_numbers_follow_the_digits_of_the_screen(desk):
    desk.write("\tหนึ่ง\nสอง")
    use_digits(DigitStyle.ARABIC)
    try:
        assert desk.labels() == ["1.", "2."]
    finally:
        use_digits(DigitStyle.THAI)


def test_enter_in_an_empty_numbered_paragraph_steps_out(desk):
    desk.write("\tหนึ่ง\n\tย่อย\n\n\nธรรมดา")
    assert desk.editor.body() == (numbered(1, "หนึ่ง"), numbered(2, "ย่อย"), plain("ธรรมดา"))


def test_backspace_at_the_start_takes_the_number_then_joins(desk):
    desk.editor.set_body((numbered(1, "หนึ่ง"), numbered(1, "สอง")))
    desk.go_behind("หนึ่ง")
    desk.press(KEYS.Key_Right)
    desk.press(KEYS.Key_Backspace)
    assert desk.labels() == ["๑."]
    desk.press(KEYS.Key_Backspace, times=2)
    assert desk.editor.body() == (numbered(1, "หนึ่งสอง"),)


def test_a_paragraph_taken_out_of_the_middle_counts_anew(desk):
    desk.editor.set_body(tuple(numbered(1, word) for word in ("ก", "ข", "ค")))
    desk.select("ข")
    desk.do("plain")
    assert desk.labels() == ["๑.", "๒."]
    desk.do("level_2")
    assert desk.labels() == ["๑.", "๑.๑", "๒."]


@pytest.mark.parametrize(
    ("keys", "level"),
    [(KEYS.Key_1, 1), (KEYS.Key_2, 2), (KEYS.Key_3, 3), (KEYS.Key_4, 4), (KEYS.Key_0, 0)],
)
def test_a_key_for_each_level(desk, keys, level):
    desk.write("\tก")
    desk.press(keys, ALT)
    assert desk.editor.body()[0].level == level


def test_levels_move_with_alt_and_arrows(desk):
    desk.write("ก")
    desk.press(KEYS.Key_Right, ALT, times=2)
    assert desk.editor.body()[0].level == 2
    desk.press(KEYS.Key_Left, ALT)
    assert desk.editor.body()[0].level == 1


def test_the_number_that_comes_next_becomes_the_number(desk):
    desk.write("๑. แรก\nสอง\n")
    assert desk.editor.body()[:2] == (numbered(1, "แรก"), numbered(1, "สอง"))
    assert desk.labels()[:2] == ["๑.", "๒."]


@pytest.mark.parametrize("typed", ["๙.๓๐ น. เริ่ม", "๑.๕ ล้านบาท", "๕. ไม่ต่อเนื่อง", "ก.พ. อนุมัติ"])
def test_a_time_an_amount_or_another_number_stays_as_typed(desk, typed):
    desk.write(typed)
    assert desk.editor.body() == (plain(typed),)


def test_a_dash_goes_on_from_line_to_line(desk):
    desk.write("- ก\nข")
    labels = [(block.numbering, block.label) for block in desk.editor.body()]
    assert labels == [(Numbering.TYPED, "-")] * 2


def test_a_label_is_typed_in_its_own_field(desk):
    desk.write("เรื่อง")
    desk.press(KEYS.Key_F2)
    (field,) = [c for c in desk.editor.viewport().children() if c.objectName() == "label_field"]
    desk._write(field, "ข้อ ๑๒")
    QTest.keyClick(field, KEYS.Key_Return)
    (block,) = desk.editor.body()
    assert (block.numbering, block.label, block.text) == (Numbering.TYPED, "ข้อ ๑๒", "เรื่อง")
    desk.press(KEYS.Key_End)
    desk.press(KEYS.Key_Return)
    assert desk.labels() == ["ข้อ ๑๒", "ข้อ ๑๓"]


def test_the_field_of_a_label_goes_with_its_body(desk, qtbot):
    desk.write("เรื่อง")
    desk.press(KEYS.Key_F2)
    (field,) = [c for c in desk.editor.viewport().children() if c.objectName() == "label_field"]
    with qtbot.waitSignal(field.destroyed):
        desk.editor.set_body((plain("อื่น"),))
    assert desk.editor.body() == (plain("อื่น"),)


def test_escape_leaves_the_label_as_it_was(desk):
    desk.write("\tเรื่อง")
    desk.press(KEYS.Key_F2)
    (field,) = [c for c in desk.editor.viewport().children() if c.objectName() == "label_field"]
    desk._write(field, "ผิด")
    QTest.keyClick(field, KEYS.Key_Escape)
    assert desk.editor.body() == (numbered(1, "เรื่อง"),)


def test_paragraphs_move_past_each_other(desk):
    desk.editor.set_body((numbered(1, "ก"), numbered(1, "ข")))
    desk.press(KEYS.Key_Down, ALT)
    assert desk.texts() == ["ข", "ก"]
    desk.press(KEYS.Key_Up, ALT)
    assert desk.texts() == ["ก", "ข"]


def test_ctrl_and_arrows_go_by_thai_words(desk):
    desk.write("คณะกรรมการมีมติเห็นชอบ")
    desk.press(KEYS.Key_Left, CONTROL)
    assert desk.editor.textCursor().positionInBlock() == len("คณะกรรมการมีมติ")
    desk.press(KEYS.Key_Backspace, CONTROL)
    assert desk.texts() == ["คณะกรรมการเห็นชอบ"]


def test_backspace_takes_one_mark_of_thai(desk):
    desk.write("ที่")
    desk.press(KEYS.Key_Backspace)
    assert desk.texts() == ["ที"]


def test_text_of_other_scripts_and_faces_is_kept(desk):
    words = "é漢😀 العربية \u200fם"
    desk.write(words)
    assert desk.texts() == [words]


def test_a_paragraph_has_an_end_and_says_so(desk):
    desk.editor.set_body((Paragraph((TextRun(text="ก" * 99_999),)),))
    desk.press(KEYS.Key_End, CONTROL)
    desk.write("ขค")
    assert desk.texts()[0].endswith("กข")
    assert len(desk.refusals) == 1
    desk.write("\nต่อ")
    assert desk.texts()[1] == "ต่อ"


def test_half_a_character_and_nul_cannot_be_typed(desk):
    desk.write("ก\x00ข\ufdd0\uffffค")
    assert desk.texts() == ["กขค"]
