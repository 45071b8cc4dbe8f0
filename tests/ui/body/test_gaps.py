"""Gaps of a text module, filled one after another; the same in a plain text field."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.body.conftest import CONTROL, KEYS, plain
from tests.ui.body.office import selected


@pytest.fixture
def desk(writer):
    return writer


# ------------------------------------------------------------------ gaps


def test_gaps_are_filled_one_after_another(desk):
    desk.write("[1] ;มอบ1 ")
    assert selected(desk.editor) == "[หน่วยงาน]"
    desk.write("สนง.")
    desk.press(KEYS.Key_F4)
    assert selected(desk.editor) == "[เรื่อง]"
    desk.write("ต่อไป")
    assert desk.texts() == ["[1] มอบหมาย สนง. ดำเนินการ ต่อไป (๑)"]
    before = desk.editor.textCursor().position()
    desk.press(KEYS.Key_F4)
    assert desk.editor.textCursor().position() == before


def test_tab_goes_from_gap_to_gap_and_is_tab_elsewhere(desk):
    desk.editor.set_body((plain("[ก] และ {ข}"), plain("😀 [ค…]")))
    desk.press(KEYS.Key_F4)
    seen = [selected(desk.editor)]
    for _ in range(3):
        desk.press(KEYS.Key_Tab)
        seen.append(selected(desk.editor))
    assert seen == ["[ก]", "{ข}", "[ค…]", "[ก]"]
    desk.press(KEYS.Key_Home)
    desk.press(KEYS.Key_Tab)
    assert desk.editor.body()[0].level == 1


# ------------------------------------------------------------------ plain text


def test_a_plain_field_has_the_same(qtbot, field, write):
    committed: list[str] = []
    field.committed.connect(committed.append)
    write(field, "มติ ;ไม่ชอบ ")
    assert field.toPlainText() == "มติ ไม่เห็นชอบ เนื่องจาก [เหตุผล]"
    assert selected(field) == "[เหตุผล]"
    write(field, "ไม่พร้อม")
    QTest.keyClick(field, KEYS.Key_Z, CONTROL)
    QTest.keyClick(field, KEYS.Key_Z, CONTROL)
    assert field.toPlainText() == "มติ ;ไม่ชอบ"
    field.setPlainText("")
    write(field, "มอบหมายกองการ")
    QTest.keyClick(field, KEYS.Key_Space, CONTROL)
    QTest.keyClick(field, KEYS.Key_Return)
    assert field.toPlainText() == "มอบหมายกองการเจ้าหน้าที่"
    field.commit()
    assert committed[-1] == "มอบหมายกองการเจ้าหน้าที่"


def test_the_list_over_a_plain_field_is_no_leaving(qtbot, field, write):
    write(field, ";")
    QApplication.processEvents()
    assert field._completion.list.isVisible()
    assert field.waiting()
    QTest.keyClick(field, KEYS.Key_Down)
    QTest.keyClick(field, KEYS.Key_Return)
    assert field.toPlainText() == "ที่ประชุมมีมติเห็นชอบตามที่เสนอ"
