from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from tests.ui.desks import meeting_of, record_of

CONTROL = Qt.KeyboardModifier.ControlModifier


def opened(qtbot, workspace):
    """The register, filled."""
    qtbot.keyClick(workspace.window_, Qt.Key.Key_2, CONTROL)
    tab = workspace.resolutions
    qtbot.waitUntil(lambda: tab.model.rowCount() > 0 and bool(tab.head.count.text()))
    return tab


def test_every_resolution_is_there_the_newest_first(qtbot, workspace):
    tab = opened(qtbot, workspace)
    lines = [row.line for row in tab.reading.rows_of(tab.model.uids)]
    held = [*((number, 2568) for number in range(1, 10)), (2, 2569)]
    meetings = [record_of(workspace, Kind.MEETING, meeting_of(workspace, *one)) for one in held]
    resolutions = [
        one.uid
        for meeting in meetings
        for item in meeting.agenda
        for matter in item.matters
        for one in matter.resolutions
    ]
    assert {line.uid for line in lines} == set(resolutions)
    numbers = [(line.year, line.number) for line in lines]
    assert numbers == sorted(numbers, reverse=True)
    assert str(len(lines)) in tab.head.count.text().translate(
        str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    )


def test_search_opens_at_the_place(qtbot, workspace):
    tab = opened(qtbot, workspace)
    tab.search.setText("ไม่เพิ่มงบประมาณ")
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    line = tab.model.line(0)
    assert "งบประมาณ" in tab.view._text.words()
    qtbot.keyClick(tab.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1)
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    pane = workspace.meetings.pane
    assert workspace.window_.tabs.currentIndex() == 0
    assert pane.meeting == line.meeting
    assert workspace.window_.focusWidget().toPlainText() == line.text


def test_nothing_found_is_said(qtbot, workspace):
    tab = opened(qtbot, workspace)
    tab.search.setText("ไม่มีคำนี้แน่นอน")
    qtbot.waitUntil(lambda: tab.found.currentWidget() is tab.found.none)
    tab.search.clear()
    qtbot.waitUntil(lambda: tab.found.currentWidget() is tab.table)


def test_a_change_shows_when_the_register_is_looked_at_again(qtbot, workspace):
    tab = opened(qtbot, workspace)
    line = tab.model.line(3)
    qtbot.keyClick(workspace.window_, Qt.Key.Key_1, CONTROL)
    workspace.desk.write(
        workspace, records.amend, Kind.RESOLUTION, line.uid, None, text="ถ้อยคำใหม่ของมติ"
    )
    qtbot.keyClick(workspace.window_, Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: tab.model.line(3).text == "ถ้อยคำใหม่ของมติ")
    assert tab.model.rowCount() > 40
