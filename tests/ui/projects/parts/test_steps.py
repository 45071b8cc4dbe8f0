import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.schedule import planned_months
from bmahr_desktop.operations import records
from bmahr_desktop.ui.projects.steps import StepsSection
from bmahr_desktop.ui.projects.steps_model import FINISHED, FIRST_MONTH, SUM, TEXT, WEIGHT
from tests.meetings import uid
from tests.ui.projects.parts.project_parts import KEY

SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
SEVEN = (
    ("แต่งตั้งคณะทำงาน", "๕", 0, 1),
    ("ศึกษาข้อมูล", "10", 0, 3),
    ("ประชุมเชิงปฏิบัติการ ครั้งที่ ๑", "20.5", 2, 2),
    ("ประชุมเชิงปฏิบัติการ ครั้งที่ ๒", "๑๙.๕", 4, 2),
    ("จัดทำร่างแผน", "25", 6, 2),
    ("เสนอผู้บริหารให้ความเห็นชอบ", "15", 8, 2),
    ("สรุปผลและรายงาน", "5", 10, 2),
)


def words(section, row, column):
    return section.pane.model.index(row, column).data()


def go(section, row, column):
    section.pane.table.go_to(row, column)
    QApplication.processEvents()


def drag(qtbot, table, row, first, last):
    def centre(month):
        return table.visualRect(table.parts.index(row, FIRST_MONTH + month)).center()

    left, view = Qt.MouseButton.LeftButton, table.viewport()
    qtbot.mousePress(view, left, pos=centre(first))
    qtbot.mouseMove(view, centre(last) - QPoint(1, 0))
    qtbot.mouseMove(view, centre(last))
    QApplication.processEvents()
    qtbot.mouseRelease(view, left, pos=centre(last))


@pytest.fixture
def section(clerk):
    return clerk.opens(StepsSection)


@pytest.fixture
def none(clerk):
    for step in clerk.project().steps:
        clerk.desk.write(clerk.undo, records.remove, Kind.STEP, step.uid)
    return clerk.opens(StepsSection)


def test_a_clerk_makes_seven_steps_and_their_months_by_the_keyboard_alone(clerk, none):
    assert none.pane.editor.empty.isVisible()
    clerk.press(KEY.Key_Space)  # the button of the empty place adds the first one
    for number, (text, weight, first, count) in enumerate(SEVEN):
        if number:
            clerk.press(KEY.Key_Insert)
        clerk.types(text)
        clerk.press(KEY.Key_Tab)
        clerk.enters(weight)
        clerk.press(KEY.Key_Tab)  # from the weight to the months
        clerk.press(*[KEY.Key_Right] * first)
        clerk.press(KEY.Key_Space)
        clerk.press(*[KEY.Key_Right] * (count - 1), held=SHIFT)
    steps = clerk.project().steps
    assert [one.text for one in steps] == [text for text, *_ in SEVEN]
    assert [one.weight for one in steps] == [500, 1000, 2050, 1950, 2500, 1500, 500]
    assert [one.months for one in steps] == [
        tuple(range(first, first + count)) for _, _, first, count in SEVEN
    ]
    assert "๗" in words(none, 7, TEXT)
    assert words(none, 7, WEIGHT) == "๑๐๐.๐๐"
    assert words(none, 6, SUM) == "๑๐๐.๐๐"
    assert StepsSection.is_complete(clerk.project())


def test_what_lacks_of_a_hundred_is_told(clerk, section):
    go(section, 1, WEIGHT)
    clerk.types("๕๕")
    clerk.press(KEY.Key_Return)
    assert clerk.project().steps[1].weight == 5500
    assert "๕.๐๐" in words(section, 2, TEXT)
    assert not StepsSection.is_complete(clerk.project())


def test_the_plan_by_months_stands_below_the_steps(clerk, section):
    ends = planned_months(clerk.project().steps)
    model = section.pane.model
    last = model.rowCount() - 1
    assert model.index(last, FIRST_MONTH).data() == "๒๐"
    spoken = model.index(last, FIRST_MONTH + 3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert ends[3] == 10_000
    assert spoken == "ม.ค. ๖๘ ๑๐๐.๐๐"


def test_a_month_is_read_aloud(section):
    def spoken(month):
        index = section.pane.model.index(0, FIRST_MONTH + month)
        return index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken(0).startswith("ต.ค. ๖๗")
    assert spoken(0) != spoken(2).replace("ธ.ค.", "ต.ค.")


def test_months_are_drawn_with_the_mouse_in_one_write(clerk, section, qtbot):
    written = []
    clerk.desk.changed.connect(lambda changes, _: written.append(changes))
    drag(qtbot, section.pane.table, 0, 3, 6)
    assert clerk.project().steps[0].months == (0, 1, 3, 4, 5, 6)
    assert len(written) == 1
    drag(qtbot, section.pane.table, 0, 6, 5)  # what is pressed first is planned: it is taken away
    assert clerk.project().steps[0].months == (0, 1, 3, 4)
    assert len(written) == 2


def test_drawing_on_by_keys_can_go_back(clerk, section):
    go(section, 0, FIRST_MONTH + 1)
    clerk.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, held=SHIFT)
    assert clerk.project().steps[0].months == (0, 1, 2, 3, 4)
    clerk.press(KEY.Key_Left, KEY.Key_Left, held=SHIFT)
    assert clerk.project().steps[0].months == (0, 1, 2)


def test_a_weight_that_is_none_stays_as_typed_with_the_reason(clerk, section):
    go(section, 0, WEIGHT)
    clerk.types("สี่สิบ")
    clerk.press(KEY.Key_Return)
    assert words(section, 0, WEIGHT) == "สี่สิบ"
    assert "สี่สิบ" in section.pane.editor.note.text()
    assert clerk.project().steps[0].weight == 4000
    assert not section.flush()
    clerk.press(KEY.Key_F2)
    assert clerk.focused().text() == "สี่สิบ"
    clerk.enters("40.5")
    clerk.press(KEY.Key_Return)
    assert section.pane.editor.note.text() == ""
    assert clerk.project().steps[0].weight == 4050
    assert section.flush()


def test_a_step_is_removed_and_put_back(clerk, section):
    go(section, 0, TEXT)
    clerk.press(KEY.Key_Delete)
    assert [one.uid for one in clerk.project().steps] == [uid("st2")]
    clerk.undo._button.click()
    assert [one.uid for one in clerk.project().steps] == [uid("st1"), uid("st2")]
    assert section.pane.table.currentIndex().row() == 0


def test_steps_change_places_by_alt_and_arrows(clerk, section):
    go(section, 0, TEXT)
    clerk.press(KEY.Key_Down, held=ALT)
    assert [one.uid for one in clerk.project().steps] == [uid("st2"), uid("st1")]
    assert section.pane.table.currentIndex().row() == 1


def test_a_step_is_finished_today_by_f5(clerk, section):
    go(section, 0, FINISHED)
    clerk.press(KEY.Key_F2)
    clerk.press(KEY.Key_F5, KEY.Key_Return)
    assert clerk.project().steps[0].finished == clerk.day


def test_typing_is_kept_when_another_section_is_turned_to(clerk, section):
    go(section, 0, TEXT)
    clerk.press(KEY.Key_F2)
    clerk.enters("เตรียมงาน")
    assert section.flush()
    assert clerk.project().steps[0].text == "เตรียมงาน"


def test_what_others_write_is_shown(clerk, section):
    clerk.desk.write(clerk.undo, records.amend, Kind.STEP, uid("st2"), None, text="ทำจริง")
    assert words(section, 1, TEXT) == "ทำจริง"


def test_a_finding_is_gone_to(clerk, section):
    assert section.go_to(Kind.STEP, uid("st2"), "weight")
    index = section.pane.table.currentIndex()
    assert (index.row(), index.column()) == (1, WEIGHT)
