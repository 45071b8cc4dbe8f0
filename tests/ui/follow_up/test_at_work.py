"""Following up in the whole window: overdue at the start, a report, a link walked to its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.links import LinkKind
from bmahr_desktop.domain.register_query import DueWhen
from bmahr_desktop.operations import links, records
from tests.ui.desks import meeting_of, record_of

CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def test_from_the_start_to_the_report_and_back_along_a_link(qtbot, write, workspace):
    overdue = workspace.follow_up.overdue
    qtbot.waitUntil(lambda: overdue.count > 0)
    assert overdue.button.isVisible()
    qtbot.keyClick(workspace.window_, Qt.Key.Key_G, BOTH)
    tab = workspace.resolutions
    qtbot.waitUntil(lambda: len(tab.model.uids) == overdue.count)
    assert tab.head.query().due is DueWhen.OVERDUE
    assert workspace.window_.tabs.currentIndex() == 1

    first, second = list(tab.model.uids)[:2]
    section = workspace.follow_up.tasks
    qtbot.waitUntil(lambda: bool(section.cards) and not section.isHidden())
    qtbot.keyClick(tab.table, Qt.Key.Key_R, BOTH)
    form = section.cards[0].form
    qtbot.waitUntil(form.text.hasFocus)
    write(form.text, "รายงานผลแล้ว")
    qtbot.keyClick(form.text, Qt.Key.Key_Return, CONTROL)
    task = record_of(workspace, Kind.RESOLUTION, first).assignments[0]
    assert [one.text for one in task.reports] == ["รายงานผลแล้ว"]

    workspace.desk.write(workspace, links.link_resolution, second, first, LinkKind.REVOKES)
    found = workspace.follow_up.links
    qtbot.waitUntil(lambda: any(one.opens == second for one in found.lines))
    assert found.overruled.isVisible()
    found.list.setCurrentRow(next(n for n, one in enumerate(found.lines) if one.opens == second))
    qtbot.keyClick(found.list, Qt.Key.Key_Return)
    assert workspace.window_.tabs.currentIndex() == 0
    text = record_of(workspace, Kind.RESOLUTION, second).text
    assert workspace.window_.focusWidget().toPlainText() == text


def test_the_keyboard_goes_on_in_the_table_when_its_resolution_leaves_the_list(qtbot, workspace):
    qtbot.waitUntil(lambda: workspace.follow_up.overdue.count > 1)
    qtbot.keyClick(workspace.window_, Qt.Key.Key_G, BOTH)
    tab, section = workspace.resolutions, workspace.follow_up.tasks
    qtbot.waitUntil(lambda: bool(section.cards) and not section.isHidden())
    first, second = list(tab.model.uids)[:2]
    qtbot.keyClick(tab.table, Qt.Key.Key_S, BOTH)
    state = section.cards[0].task.state.field
    qtbot.waitUntil(state.hasFocus)
    qtbot.keyClick(state, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: first not in tab.model.uids)
    assert tab.found.uid() == second
    assert tab.table.hasFocus()


def test_a_wrong_day_is_put_right_as_proposed(qtbot, workspace):
    last = meeting_of(workspace, 2, 2569)
    meeting = record_of(workspace, Kind.MEETING, last)
    resolution = next(
        one
        for item in meeting.agenda
        for matter in item.matters
        for one in matter.resolutions
        if not one.composed
    )
    wrong = "ตามมติในการประชุมครั้งที่ ๘/๒๕๖๘ เมื่อวันที่ ๘ ตุลาคม ๒๕๖๘ ให้ทราบ"
    right = wrong.replace("๘ ตุลาคม", "๗ ตุลาคม")
    uid = resolution.uid
    amend = records.amend
    workspace.desk.write(workspace, amend, Kind.RESOLUTION, uid, None, text=wrong)
    workspace.open_record(uid)
    workspace.closing.open()
    checks = workspace.closing.panel.checks
    at = next(n for n, one in enumerate(checks.findings) if one.new)
    assert checks.mend.isHidden() or checks.chosen() is checks.findings[at]
    checks.list.setCurrentRow(at)
    assert "๗ ตุลาคม ๒๕๖๘" in checks.mend.text()
    QApplication.processEvents()
    qtbot.keyClick(checks.list, Qt.Key.Key_F8, CONTROL)
    qtbot.waitUntil(lambda: record_of(workspace, Kind.RESOLUTION, uid).text == right)
    assert not any(one.new for one in checks.findings)
    field = workspace.window_.focusWidget()
    assert field.toPlainText() == right
    field.undo()
    assert field.toPlainText() == wrong
