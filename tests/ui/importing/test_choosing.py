"""Each record of a file, and each field that differs, is taken or left by a box before it."""

import msgspec
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QPushButton, QTreeView

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.projects.project import Contact
from bmahr_desktop.operations import records
from bmahr_desktop.operations.project_sheets import projects_workbook
from bmahr_desktop.operations.projects import read_project
from tests.meetings import uid
from tests.records import PROJECT, office, replaced

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
SOME = Qt.CheckState.PartiallyChecked


def changed_project(**changes):
    return replaced(office(), projects=(replaced(PROJECT, **changes),))


def found(dialog, words):
    """The cell in the tree that begins with words."""
    model = dialog.findChild(QTreeView, "import_tree").model()
    waiting = [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            if index.data().startswith(words):
                return index
            waiting.append(index)
    raise LookupError(words)


def state(index):
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))


def tick(dialog, words, wanted):
    index = found(dialog, words)
    assert index.model().setData(index, wanted, Qt.ItemDataRole.CheckStateRole)
    return index


def take(qtbot, dialog):
    with qtbot.waitSignal(dialog.taken_in):
        dialog.findChild(QPushButton, "import_take").click()


def test_a_field_is_left_and_the_others_are_taken(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(changed_project(name="ชื่อใหม่", place="ที่ใหม่")))
    project = found(dialog, "โครงการ:")
    assert state(project) is ON
    tick(dialog, "ชื่อ", OFF)
    assert state(project) is SOME
    take(qtbot, dialog)
    kept = desk.read(read_project, PROJECT.uid)
    assert (kept.name, kept.place) == (PROJECT.name, "ที่ใหม่")


def test_a_field_inside_another_has_a_box_of_its_own(qtbot, desk, file, bring_in):
    manager = Contact("นายใหม่ ใจดี", "1111")
    dialog = bring_in(desk, file(changed_project(manager=manager)))
    tick(dialog, "ผู้รับผิดชอบ", OFF)
    take(qtbot, dialog)
    kept = desk.read(read_project, PROJECT.uid).manager
    assert kept in (
        msgspec.structs.replace(manager, name=PROJECT.manager.name),
        msgspec.structs.replace(manager, phone=PROJECT.manager.phone),
    )


def test_a_record_is_left_whole_and_taken_after_all(qtbot, desk, file, bring_in):
    dialog = bring_in(desk, file(changed_project(name="ชื่อใหม่", place="ที่ใหม่")))
    button = dialog.findChild(QPushButton, "import_take")
    project = tick(dialog, "โครงการ:", OFF)
    assert not button.isEnabled()
    assert state(found(dialog, "ชื่อ")) is OFF
    tick(dialog, "ชื่อ", ON)
    assert button.isEnabled()
    assert state(project) is SOME
    assert state(found(dialog, "ชื่อ")) is ON
    tick(dialog, "โครงการ:", ON)
    assert state(project) is ON
    take(qtbot, dialog)
    assert desk.read(read_project, PROJECT.uid).place == "ที่ใหม่"


def test_what_needs_a_record_is_left_and_taken_with_it(desk, file, bring_in):
    unit = Unit(uid("new unit"), "กองใหม่")
    person = Person(uid("new person"), "มาใหม่ ใจดี", unit=unit.uid)
    exchange = replaced(office(), units=(*office().units, unit), people=(*office().people, person))
    dialog = bring_in(desk, file(exchange))
    tick(dialog, "หน่วยงาน: กองใหม่", OFF)
    assert state(found(dialog, "บุคคล: มาใหม่")) is OFF
    tick(dialog, "บุคคล: มาใหม่", ON)
    assert state(found(dialog, "หน่วยงาน: กองใหม่")) is ON
    assert state(found(dialog, "บุคคล: มาใหม่")) is ON


def test_a_workbook_is_compared_and_taken_like_any_file(qtbot, desk, tmp_path, bring_in):
    path = tmp_path / "year.xlsx"
    path.write_bytes(desk.read(projects_workbook, 2568))
    dialog = bring_in(desk, path)
    assert not dialog.findChild(QPushButton, "import_take").isVisible()
    dialog.reject()
    desk.write(desk, records.amend, Kind.STEP, uid("st1"), None, text="เปลี่ยนไปแล้ว")
    dialog = bring_in(desk, path)
    assert PROJECT.name in found(dialog, "ขั้นตอน").data()
    take(qtbot, dialog)
    assert desk.read(read_project, PROJECT.uid).steps == PROJECT.steps


def test_a_workbook_that_cannot_be_read_is_said(desk, tmp_path, bring_in):
    (tmp_path / "bad.xlsx").write_bytes(b"nothing")
    dialog = bring_in(desk, tmp_path / "bad.xlsx", "import_faults")
    assert dialog.changes is None
    bring_in(desk, tmp_path / "nowhere.xlsx", "import_faults")
