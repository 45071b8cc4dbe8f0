import datetime
import json

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QTreeView,
)

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.operations import records
from bmahr_desktop.operations.people import read_person
from bmahr_desktop.operations.registers import list_meetings, list_people
from bmahr_desktop.ui.importing.dialog import ImportDialog
from bmahr_desktop.ui.importing.questions_model import OTHER, SAME
from bmahr_desktop.ui.notices import ErrorNote
from tests.meetings import uid
from tests.records import (
    PEOPLE,
    dump,
    exchange_of,
    full_meeting,
    office,
    replaced,
    second_meeting,
)


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def shown_rows(dialog):
    """Every row of the tree: how deep, and its three cells."""
    model = dialog.findChild(QTreeView, "import_tree").model()

    def under(parent, depth):
        for row in range(model.rowCount(parent)):
            cells = [model.index(row, column, parent) for column in range(3)]
            assert all(model.parent(cell) == parent for cell in cells)
            yield depth, *(cell.data() for cell in cells)
            yield from under(cells[0], depth + 1)

    return list(under(QModelIndex(), 0))


def people_on_file(desk):
    return desk.read(list_people, datetime.date(2025, 1, 1))


NEWCOMER = Person(uid=uid("new"), honorific="นางสาว", name="มาใหม่ ใจดี", job="นักวิชาการ")


def changed_office():
    """The office with one person more, one meeting elsewhere, and one name taken off its list."""
    first = full_meeting(venue="ห้องประชุมปั้นหยา", attendance=full_meeting().attendance[:-1])
    records = replaced(office(), people=(*office().people, NEWCOMER))
    return replaced(records, meetings=(first, second_meeting()))


def test_everything_of_a_new_file_is_taken_in(qtbot, empty_desk, file, bring_in):
    dialog = bring_in(empty_desk, file())
    heading, *under = shown_rows(dialog)
    assert heading == (0, f"เพิ่มใหม่ {_thai(len(under))} รายการ", "", "")
    assert (1, "การประชุม: ๑/๒๕๖๘", "", "") in under
    take = dialog.findChild(QPushButton, "import_take")
    assert take.text() == f"นำเข้า {_thai(len(under))} รายการ"
    with qtbot.waitSignal(dialog.taken_in) as taken:
        press(qtbot, dialog, "import_take")
    assert taken.args[0] == dialog.changes
    assert dialog.changes.wrote(Kind.MEETING, uid("meeting 2"))
    assert dialog.result() == ImportDialog.DialogCode.Accepted
    assert len(empty_desk.read(list_meetings)) == 2


def _thai(number):
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def test_what_would_change_is_shown_field_by_field(desk, file, bring_in):
    dialog = bring_in(desk, file(changed_office()))
    rows = shown_rows(dialog)
    assert (0, "เพิ่มใหม่ ๑ รายการ", "", "") in rows
    assert (1, "บุคคล: มาใหม่ ใจดี", "", "") in rows
    venue = full_meeting().venue
    at = rows.index((1, "การประชุม: ๑/๒๕๖๘", "ต่างกัน ๑ ช่อง", ""))
    assert rows[at + 1] == (2, "สถานที่", venue, "ห้องประชุมปั้นหยา")
    gone = full_meeting().attendance[-1].name
    assert (1, f"รายชื่อ: {gone} (ครั้งที่ ๑/๒๕๖๘)", "", "") in rows
    assert rows[-1][1].startswith("คงเดิม ตรงกันอยู่แล้ว")
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any("เพิ่มใหม่ ๑ แก้ไข ๑ นำออก ๑" in text for text in texts)


def test_a_long_change_is_read_at_full_length_below(desk, file, bring_in):
    long = "ผู้อำนวยการกองซึ่งมีชื่อยาวมาก " * 20
    people = tuple(replaced(one, job=long) if one.uid == uid("p1") else one for one in PEOPLE)
    dialog = bring_in(desk, file(replaced(office(), people=people)))
    tree = dialog.findChild(QTreeView, "import_tree")
    model = tree.model()
    whole = dialog.findChild(QPlainTextEdit, "import_whole_text")
    assert not whole.isVisible()
    field = model.index(0, 0, model.index(0, 0, model.index(0, 0)))
    assert len(model.index(0, 2, field.parent()).data()) < 200
    tree.setCurrentIndex(field)
    assert whole.isVisible()
    assert long.strip() in whole.toPlainText()
    assert "เดิม: ผู้อำนวยการกอง\n" in whole.toPlainText()


def test_nothing_happens_without_the_button(qtbot, desk, full_store, file, bring_in):
    before = dump(full_store.path)
    dialog = bring_in(desk, file(changed_office()))
    press(qtbot, dialog, "import_leave")
    assert not dialog.isVisible()
    assert dialog.changes is None
    assert dump(full_store.path) == before


def test_a_file_that_is_on_record_already_offers_nothing(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file())
    assert not dialog.findChild(QPushButton, "import_take").isVisible()
    assert dialog.findChild(QPushButton, "import_leave").text() == "ปิด"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


# ---------------------------------------------------------------- faults


def test_faults_are_told_and_can_be_copied(qtbot, desk, tmp_path, bring_in):
    path = tmp_path / "bad.json"
    meetings = [{"number": "x"} for _ in range(60)]
    path.write_text(
        json.dumps({"format": "bmahr-desktop/exchange", "version": 1, "meetings": meetings})
    )
    dialog = bring_in(desk, path, "import_faults")
    faults = dialog.findChild(QListView, "import_fault_list").model()
    assert 100 <= faults.rowCount() <= 101
    press(qtbot, dialog, "import_copy_faults")
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0] == faults.index(0, 0).data()
    assert len(copied) == faults.rowCount()
    press(qtbot, dialog, "import_close_faults")
    assert not dialog.isVisible()
    assert dialog.changes is None


def test_a_file_that_is_not_there_is_said(desk, tmp_path, bring_in):
    dialog = bring_in(desk, tmp_path / "nowhere.json", "import_faults")
    faults = dialog.findChild(QListView, "import_fault_list").model()
    assert "nowhere.json" in faults.index(0, 0).data()


# ---------------------------------------------------------------- namesakes


def namesakes():
    """The same people and a unit under other uids, and a committee too."""
    people = tuple(replaced(one, uid=uid(f"x{one.uid}"), unit=None) for one in PEOPLE)
    unit = Unit(uid=uid("other unit"), name="สำนักงาน ก.ก.")
    return exchange_of(people=people, units=(unit,))


def tick(qtbot, dialog, row, column):
    """Answer by the keyboard."""
    table = dialog.findChild(QTableView, "import_question_table")
    table.setCurrentIndex(table.model().index(row, column))
    qtbot.keyClick(table, Qt.Key.Key_Space)


def test_namesakes_are_asked_first_and_the_same_ones_merge(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(namesakes()), "import_questions")
    table = dialog.findChild(QTableView, "import_question_table")
    qtbot.waitUntil(table.hasFocus)
    on = dialog.findChild(QPushButton, "import_go_on")
    assert not on.isEnabled()
    rows = table.model().rowCount()
    assert rows == 4
    for row in range(rows):
        assert not on.isEnabled()
        tick(qtbot, dialog, row, SAME)
    press(qtbot, dialog, "import_go_on")
    qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    assert not any(line[1].startswith("เพิ่มใหม่") for line in shown_rows(dialog))
    before = len(people_on_file(desk))
    with qtbot.waitSignal(dialog.taken_in):
        press(qtbot, dialog, "import_take")
    assert len(people_on_file(desk)) == before
    assert desk.read(read_person, uid("p1")).unit is None


def test_others_of_the_same_name_are_added(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(namesakes()), "import_questions")
    press(qtbot, dialog, "import_all_other")
    press(qtbot, dialog, "import_go_on")
    qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    before = len(people_on_file(desk))
    with qtbot.waitSignal(dialog.taken_in):
        press(qtbot, dialog, "import_take")
    assert len(people_on_file(desk)) == before + len(PEOPLE)


def test_one_answer_takes_the_place_of_the_other(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(namesakes()), "import_questions")
    table = dialog.findChild(QTableView, "import_question_table")
    ticked = Qt.ItemDataRole.CheckStateRole
    tick(qtbot, dialog, 0, SAME)
    tick(qtbot, dialog, 0, OTHER)
    states = [table.model().index(0, column).data(ticked) for column in (SAME, OTHER)]
    assert [Qt.CheckState(one) for one in states] == [
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
    ]


def test_one_can_go_back_to_the_questions(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(namesakes()), "import_questions")
    press(qtbot, dialog, "import_all_same")
    press(qtbot, dialog, "import_go_on")
    qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    press(qtbot, dialog, "import_back")
    assert dialog.page() == "import_questions"
    press(qtbot, dialog, "import_all_other")
    press(qtbot, dialog, "import_go_on")
    qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    assert any(line[1].startswith("เพิ่มใหม่") for line in shown_rows(dialog))


def test_a_committee_of_the_same_code_can_only_be_the_same(qtbot, desk, file, bring_in):
    text = json.dumps(json.loads(file().read_text()))
    path = file()
    path.write_text(text.replace(uid("committee"), uid("another committee")))
    dialog = bring_in(desk, path, "import_questions")
    press(qtbot, dialog, "import_all_other")
    assert not dialog.findChild(QPushButton, "import_go_on").isEnabled()
    press(qtbot, dialog, "import_all_same")
    press(qtbot, dialog, "import_go_on")
    qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    assert not dialog.findChild(QPushButton, "import_take").isVisible()


# ---------------------------------------------------------------- all or nothing


def test_reading_can_be_stopped(qtbot, desk, errands, file):
    dialog = ImportDialog(desk, errands, file())
    qtbot.addWidget(dialog)
    dialog.open()
    assert [bar.isVisible() for bar in dialog.findChildren(QProgressBar)] == [True]
    press(qtbot, dialog, "import_stop")
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: not errands.busy())
    assert dialog.changes is None


def test_taking_in_can_be_stopped_before_it_is_written(
    qtbot, desk, full_store, file, bring_in, errands
):
    before = dump(full_store.path)
    dialog = bring_in(desk, file(changed_office()))
    with full_store.writing():  # another one is writing, so that this one has to wait
        press(qtbot, dialog, "import_take")
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.page() == "import_busy"
    qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    assert dump(full_store.path) == before
    assert dialog.findChild(ErrorNote).text()


def test_a_file_in_use_is_said_and_can_be_tried_again(qtbot, desk, full_store, file, bring_in):
    dialog = bring_in(desk, file(changed_office()))
    with full_store.writing():
        press(qtbot, dialog, "import_take")
        qtbot.waitUntil(lambda: dialog.page() == "import_preview")
    assert "มีโปรแกรมอื่นกำลังบันทึก" in dialog.findChild(ErrorNote).text()
    with qtbot.waitSignal(dialog.taken_in):
        press(qtbot, dialog, "import_take")


def test_only_what_was_shown_is_taken_in(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(changed_office()))
    desk.write_aside(records.amend, Kind.PERSON, uid("p2"), None, job="เปลี่ยนระหว่างนี้")
    press(qtbot, dialog, "import_take")
    note = dialog.findChild(ErrorNote)
    qtbot.waitUntil(lambda: dialog.page() == "import_preview" and bool(note.text()))
    assert dialog.changes is None
    assert any("เปลี่ยนระหว่างนี้" in line[2] for line in shown_rows(dialog))
    with qtbot.waitSignal(dialog.taken_in):
        press(qtbot, dialog, "import_take")
    assert desk.read(read_person, uid("p2")).job == "เลขานุการ"


def test_thousands_of_records_are_shown_at_once(qtbot, empty_desk, file, bring_in):
    people = tuple(Person(uid=uid(f"many {n}"), name=f"ชื่อที่ {n} สกุล") for n in range(3000))
    dialog = bring_in(empty_desk, file(exchange_of(people=people)))
    model = dialog.findChild(QTreeView, "import_tree").model()
    group = model.index(0, 0)
    assert model.rowCount(group) == 3000
    assert "๓๐๐๐" in dialog.findChild(QPushButton, "import_take").text()


@pytest.mark.parametrize("page", ["import_preview", "import_questions", "import_faults"])
def test_every_page_can_be_worked_by_the_keyboard(qtbot, desk, file, bring_in, tmp_path, page):
    path = {
        "import_preview": lambda: file(changed_office()),
        "import_questions": lambda: file(namesakes()),
        "import_faults": lambda: tmp_path / "nowhere.json",
    }[page]()
    dialog = bring_in(desk, path, page)
    dialog.activateWindow()
    shown = dialog._pages.currentWidget()
    buttons = [b for b in shown.findChildren(QPushButton) if b.isVisible() and b.isEnabled()]
    reached = set()
    for _ in range(12):
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
        reached.add(dialog.focusWidget())
    assert set(buttons) <= reached
    assert all(button.accessibleName() for button in buttons)
