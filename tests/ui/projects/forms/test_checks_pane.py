"""What does not add up stands beside the project; a key takes what is proposed."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.projects.checks_pane import ChecksPane
from tests.meetings import uid
from tests.records import FORM, PROJECT
from tests.ui.projects.forms.conftest import TODAY


@pytest.fixture
def checks(qtbot, full_store):
    """The pane beside the project on file, whose groups and weights are made wrong."""
    desk, errands = Desk(full_store), Errands("checks")
    pane: Any = ChecksPane(desk, errands, today=lambda: TODAY)
    qtbot.addWidget(pane)
    pane.desk, pane.errands = desk, errands
    amend(pane, Kind.TARGET_GROUP, "pg", per_meeting=20)
    pane.resize(300, 600)
    with qtbot.waitSignal(pane.told):
        pane.show_project(PROJECT.uid)
    pane.show()
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    yield pane
    errands.stop()


def amend(pane, kind, name, **fields):
    pane.desk.write(pane, records.amend, kind, uid(name), None, **fields)


def names(pane):
    return [one.check for one in pane.findings.told]


def choose(pane, check):
    pane.list.setCurrentRow(names(pane).index(check))


def settle(pane, qtbot):
    qtbot.waitUntil(lambda: not pane.errands.busy() and not pane._soon.isActive())


def test_each_finding_tells_place_stated_and_computed(checks):
    assert names(checks) == ["group", "budget_sum", "evidence", "overdue"]
    words = checks.list.item(0).text()
    assert words.splitlines()[1].startswith("กลุ่มเป้าหมาย · ")
    assert "๖๐" in words.splitlines()[1]
    assert "๔๐" in words.splitlines()[1]
    assert checks.mend.text()
    assert checks.mend.isVisible()
    choose(checks, "evidence")
    assert not checks.mend.isVisible()


def test_enter_leads_to_the_place(checks, qtbot):
    checks.list.setFocus()
    with qtbot.waitSignal(checks.go_wanted) as found:
        qtbot.keyClick(checks.list, Qt.Key.Key_Return)
    assert found.args == [Kind.TARGET_GROUP, uid("pg"), "people"]
    with qtbot.waitSignal(checks.go_wanted) as found:
        qtbot.keyClick(checks, Qt.Key.Key_F8)
    assert found.args == [Kind.PROJECT, PROJECT.uid, "funding"]
    with qtbot.waitSignal(checks.go_wanted) as found:
        qtbot.keyClick(checks, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert found.args[0] == Kind.TARGET_GROUP


def test_one_key_takes_the_correction_and_it_can_be_taken_back(checks, qtbot):
    with qtbot.waitSignal(checks.corrected) as done:
        qtbot.keyClick(checks, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    settle(checks, qtbot)
    group = checks.desk.read(records.read, Kind.TARGET_GROUP, uid("pg")).record
    assert group.people == 40
    assert "group" not in names(checks)
    assert "group_people" in names(checks)  # the total says 60
    done.args[1]()
    settle(checks, qtbot)
    assert checks.desk.read(records.read, Kind.TARGET_GROUP, uid("pg")).record.people == 60
    assert "group" in names(checks)


def test_a_difference_that_is_meant_is_folded_away_with_its_reason(checks, qtbot, write):
    checks.accept.click()
    assert checks.reason.field.hasFocus()
    qtbot.keyClick(checks.reason.field, Qt.Key.Key_Return)
    assert checks.reason.row.error()
    write(checks.reason.field, "นับผู้สังเกตการณ์ด้วย")
    qtbot.keyClick(checks.reason.field, Qt.Key.Key_Return)
    settle(checks, qtbot)
    assert "group" not in names(checks)
    assert checks.meant.isVisible()
    assert not checks.meant.list.isVisible()
    checks.meant.fold.unfold()
    assert "นับผู้สังเกตการณ์ด้วย" in checks.meant.list.item(0).text()
    checks.meant.again.click()
    settle(checks, qtbot)
    assert "group" in names(checks)
    assert not checks.meant.isVisible()


def test_a_reason_can_be_left(checks, qtbot):
    checks.accept.click()
    assert not checks.accept.isVisible()
    qtbot.keyClick(checks.reason.field, Qt.Key.Key_Escape)
    assert not checks.reason.isVisible()
    assert checks.accept.isVisible()
    assert "group" in names(checks)


def test_the_list_follows_every_change(checks, qtbot):
    choose(checks, "evidence")
    amend(checks, Kind.TARGET_GROUP, "pg", per_meeting=30)
    settle(checks, qtbot)
    assert names(checks) == ["budget_sum", "evidence", "overdue"]
    assert checks.chosen().check == "evidence"
    checks.desk.write(checks, records.remove, Kind.PROJECT, PROJECT.uid)
    settle(checks, qtbot)
    assert names(checks) == []


def test_the_checks_of_a_form_are_those_it_names(checks, qtbot):
    with qtbot.waitSignal(checks.told):
        checks.show_form(FORM.uid)
    assert "evidence" in names(checks)
    assert checks.findings.project == PROJECT.uid
    with qtbot.waitSignal(checks.told):
        checks.show_project(PROJECT.uid)
    checks.show_project("")
    assert names(checks) == []
    QApplication.processEvents()
