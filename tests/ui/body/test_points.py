"""What live recording asks for: a new point, and words where the caret is."""

from PySide6.QtCore import Qt

from tests.ui.body.conftest import CONTROL, KEYS, numbered, plain


def test_a_point_is_begun_behind_all_others(desk):
    assert desk.editor.add_point("  นายสมชาย\nใจดี ")
    desk.write("เสนอ")
    assert desk.editor.add_point()
    desk.write("สอง")
    assert desk.editor.body() == (numbered(1, "นายสมชาย ใจดี เสนอ"), numbered(1, "สอง"))
    desk.press(KEYS.Key_Home, CONTROL)
    desk.editor.clearFocus()
    assert desk.editor.add_point("ประธาน")
    assert desk.editor.hasFocus()
    assert desk.editor.textCursor().atEnd()
    assert desk.texts()[-1] == "ประธาน "


def test_a_point_is_one_step_of_undo(desk):
    desk.editor.set_body((numbered(2, "ก"), plain("ข")))
    desk.editor.add_point("นาย ค")
    assert desk.editor.body()[-1] == numbered(2, "นาย ค ")
    desk.undo()
    assert desk.editor.body() == (numbered(2, "ก"), plain("ข"))
    assert not desk.editor.document().isUndoAvailable()


def test_an_empty_paragraph_at_the_end_becomes_the_point(desk):
    desk.write("นำ\n")
    desk.editor.add_point("ก")
    assert desk.editor.body() == (plain("นำ"), numbered(1, "ก "))
    desk.editor.set_body(())
    desk.do("insert_table")
    desk.write("\tก")
    desk.press(KEYS.Key_1, Qt.KeyboardModifier.AltModifier)
    desk.editor.add_point("ข")
    assert desk.editor.body()[-1] == numbered(1, "ข ")
    assert desk.rows()[0] == ["", "ก", ""]


def test_the_point_is_plain_after_bold(desk):
    desk.press(KEYS.Key_B, CONTROL)
    desk.write("หนา\n")
    desk.editor.add_point()
    desk.write("บาง")
    assert desk.editor.body()[-1] == numbered(1, "บาง")


def test_text_is_put_in_where_the_caret_is(desk):
    desk.write("\tก ข")
    desk.select("ข")
    assert desk.editor.insert_text("ค\x00\nง")
    assert desk.editor.body() == (numbered(1, "ก ค"), numbered(1, "ง"))
    desk.undo()
    assert desk.editor.body() == (numbered(1, "ก ข"),)
    assert not desk.editor.insert_text("")
