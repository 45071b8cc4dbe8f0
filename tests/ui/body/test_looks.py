"""Bold, italic, underlined, digits as typed."""

import pytest

from bmahr_desktop.domain.body import Paragraph, TextRun
from tests.ui.body.conftest import CONTROL, KEYS, SHIFT

FIELDS = {
    "bold": (KEYS.Key_B, CONTROL),
    "italic": (KEYS.Key_I, CONTROL),
    "underline": (KEYS.Key_U, CONTROL),
    "keep_digits": (KEYS.Key_D, CONTROL | SHIFT),
}


@pytest.mark.parametrize(("field", "keys"), FIELDS.items())
def test_a_key_marks_what_is_selected_and_takes_it_back(desk, field, keys):
    desk.write("ปี 2564 ครับ")
    desk.select("2564")
    desk.press(*keys)
    marked = Paragraph((TextRun("ปี "), TextRun("2564", **{field: True}), TextRun(" ครับ")))
    assert desk.editor.body() == (marked,)
    assert desk.editor.commands[field].isChecked()
    desk.press(*keys)
    assert desk.editor.body() == (Paragraph((TextRun("ปี 2564 ครับ"),)),)


def test_looks_add_up(desk):
    desk.write("ก 27001 ข")
    desk.select("27001")
    for keys in FIELDS.values():
        desk.press(*keys)
    assert desk.editor.body()[0].runs[1] == TextRun(
        "27001", bold=True, italic=True, underline=True, keep_digits=True
    )


def test_what_is_typed_after_the_key_is_bold(desk):
    desk.write("มติ ")
    desk.press(KEYS.Key_B, CONTROL)
    desk.write("เห็นชอบ")
    desk.press(KEYS.Key_B, CONTROL)
    desk.write(" ตามเสนอ")
    runs = desk.editor.body()[0].runs
    assert runs == (TextRun("มติ "), TextRun("เห็นชอบ", bold=True), TextRun(" ตามเสนอ"))


def test_bold_is_kept_over_levels_and_enter(desk):
    desk.press(KEYS.Key_B, CONTROL)
    desk.write("\tหนา")
    desk.do("deeper")
    desk.write("\nต่อ")
    assert [block.runs[0].bold for block in desk.editor.body()] == [True, True]
    assert [block.level for block in desk.editor.body()] == [2, 2]
