import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.fields.word_field import WordField

HINT = Message("พิมพ์ตามหนังสือ")


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize("text", ["วันที่(&D)", "วันที่ (&D)"])
def test_a_label_names_its_field_and_leads_to_it(qtbot, text, beside):
    first, second = WordField(), DateField()
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.addWidget(first)
    column.addWidget(Labelled(Message(text), second, beside=beside))
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    assert second.line.accessibleName() == second.accessibleName() == "วันที่"
    qtbot.keyClick(pane, Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    assert second.line.hasFocus()


@pytest.mark.parametrize(("text", "name"), [("A && B", "A & B"), ("&วันที่", "วันที่")])
def test_a_name_has_no_mark_of_a_key(qtbot, text, name):
    row = Labelled(Message(text), QLineEdit())
    qtbot.addWidget(row)
    assert row.field.accessibleName() == name


def test_hint_and_error_are_seen_and_heard(qtbot):
    row = Labelled(Message("ชื่อ"), QLineEdit(), hint=HINT)
    qtbot.addWidget(row)
    row.show()
    assert row.field.accessibleDescription() == HINT.text
    row.show_error(Message("{year} is too far away", {"year": 2564}))
    assert row.note.isVisible()
    assert "๒๕๖๔" in row.error()
    assert row.error() in row.field.accessibleDescription()
    row.show_error(None)
    assert not row.note.isVisible()
    assert row.field.accessibleDescription() == HINT.text


def test_a_hint_stays_beside_what_the_field_tells_of_its_value(qtbot):
    row = Labelled(Message("วันที่"), DateField(), hint=HINT)
    qtbot.addWidget(row)
    row.field.set_date(datetime.date(2021, 1, 6))
    assert "วันพุธ" in row.field.line.accessibleDescription()
    assert HINT.text in row.field.line.accessibleDescription()
