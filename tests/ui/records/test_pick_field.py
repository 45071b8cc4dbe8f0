import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.ui.records.person_field import PersonField
from bmahr_desktop.ui.records.pick_field import Pick, PickField

UNITS = (
    Pick("u1", "สำนักงาน ก.ก.", "สกก."),
    Pick("u2", "กองระบบงาน", "สำนักงาน ก.ก."),
    Pick("u3", "กองคลัง"),
    Pick("u4", "ฝ่ายบริหาร", "กองคลัง"),
    Pick("u5", "ฝ่ายบริหาร", "กองระบบงาน"),
)


class Pane(QWidget):
    """The field, and another to go to."""

    def __init__(self):
        super().__init__()
        self.field = PickField(may_add=True)
        self.field.set_picks(UNITS)
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.other)


@pytest.fixture
def pane(qtbot):
    pane = Pane()
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    pane.field.setFocus()
    qtbot.waitUntil(pane.field.line.hasFocus)
    return pane


def offered(field):
    return field._lines.stringList()


def leave(qtbot, pane):
    pane.field._popup.hide()
    pane.other.setFocus()
    qtbot.waitUntil(pane.other.hasFocus)


def test_the_list_narrows_while_typing(pane, write):
    write(pane.field.line, "กอง")
    assert pane.field._popup.isVisible()
    assert offered(pane.field)[:2] == ["กองระบบงาน  ·  สำนักงาน ก.ก.", "กองคลัง"]
    write(pane.field.line, "ระบบ")
    assert len(offered(pane.field)) == 3  # the unit, what is in it, and “add …”


def test_enter_takes_the_first_and_announces_it(qtbot, pane, write):
    write(pane.field.line, "สกก")
    with qtbot.waitSignal(pane.field.edited) as told:
        QTest.keyClick(pane.field._popup, Qt.Key.Key_Return)
    assert told.args == ["u1"]
    assert pane.field.line.text() == "สำนักงาน ก.ก."
    assert not pane.field._popup.isVisible()


def test_arrows_choose_in_the_list(qtbot, pane, write):
    QTest.keyClick(pane.field.line, Qt.Key.Key_F4)
    assert len(offered(pane.field)) == 5
    QTest.keyClick(pane.field._popup, Qt.Key.Key_Down)
    QTest.keyClick(pane.field._popup, Qt.Key.Key_Down)
    QTest.keyClick(pane.field._popup, Qt.Key.Key_Return)
    assert pane.field.value() == "u2"


def test_leaving_takes_what_is_called_so_alone(qtbot, pane, write):
    write(pane.field.line, "กองคลัง")
    leave(qtbot, pane)
    assert pane.field.value() == "u3"
    assert pane.field.message() == ""


@pytest.mark.parametrize("typed", ["ฝ่ายบริหาร", "ไม่มีหน่วยนี้"])
def test_what_means_none_or_several_stays_with_the_reason(qtbot, pane, write, typed):
    pane.field.set_value("u1")
    pane.field.line.selectAll()
    write(pane.field.line, typed)
    leave(qtbot, pane)
    assert pane.field.line.text() == typed
    assert pane.field.message()
    assert pane.field.value() == "u1"


def test_emptying_means_none(qtbot, pane):
    pane.field.set_value("u1")
    pane.field.line.selectAll()
    QTest.keyClick(pane.field.line, Qt.Key.Key_Delete)
    with qtbot.waitSignal(pane.field.edited) as told:
        leave(qtbot, pane)
    assert told.args == [None]


def test_a_new_record_can_be_asked_for(qtbot, pane, write):
    write(pane.field.line, "กองใหม่")
    assert len(offered(pane.field)) == 1
    QTest.keyClick(pane.field._popup, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.field.new_wanted) as told:
        QTest.keyClick(pane.field._popup, Qt.Key.Key_Return)
    assert told.args == ["กองใหม่"]


def test_escape_closes_the_list_and_keeps_the_text(pane, write):
    write(pane.field.line, "กอง")
    QTest.keyClick(pane.field._popup, Qt.Key.Key_Escape)
    assert not pane.field._popup.isVisible()
    assert pane.field.line.text() == "กอง"


def test_a_picked_record_is_shown_by_its_name_of_now(pane):
    pane.field.set_value("u3")
    pane.field.set_picks([Pick("u3", "กองการคลัง")])
    assert pane.field.line.text() == "กองการคลัง"
    pane.field.set_picks([])
    assert pane.field.line.text() not in ("", "กองการคลัง")


def test_people_are_found_by_name_position_or_unit(qtbot):
    field = PersonField()
    qtbot.addWidget(field)
    field.set_people(
        [
            PersonLine("p1", "นายสมมาตร ใจกว้าง", "ผู้อำนวยการ", "กองระบบงาน"),
            PersonLine("p2", "นางปั้นหยา ฟื้นฟู", "เลขานุการ", ""),
        ]
    )
    assert [pick.uid for pick in field.matching("ระบบ ใจ")] == ["p1"]
    assert [pick.uid for pick in field.matching("เลขา")] == ["p2"]
    assert len(field.matching("")) == 2
