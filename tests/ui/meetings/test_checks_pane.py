"""What the checks find is listed, and leads to its place by mouse and keys."""

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.operations import records
from bmahr_desktop.operations.chain import check
from bmahr_desktop.ui.meetings.checks_pane import ChecksPane
from tests.meetings import uid

FIRST = uid("meeting")


@pytest.fixture
def pane(qtbot, desk):
    pane = ChecksPane(desk)
    qtbot.addWidget(pane)
    pane.resize(380, 400)
    pane.show_meeting(FIRST)
    pane.show()
    pane.activateWindow()
    pane.list.setFocus()
    qtbot.waitUntil(pane.list.hasFocus)
    return pane


def test_all_findings_are_listed_with_their_weight(pane, desk):
    found = desk.read(check, FIRST)
    assert len(found) > 2
    assert pane.findings == found
    assert pane.list.count() == len(found)
    wrong = [one for one in found if one.weight is Weight.WRONG]
    assert pane.count(Weight.WRONG) == len(wrong)
    assert pane.count() == len(found)
    texts = {pane.list.item(row).text() for row in range(pane.list.count())}
    assert len(texts) == len(found)
    assert all(not pane.list.item(row).icon().isNull() for row in range(pane.list.count()))


def test_keys_go_round_the_findings(qtbot, pane):
    places = [(one.kind, one.uid, one.field) for one in pane.findings]
    with qtbot.waitSignal(pane.go_wanted) as gone:
        qtbot.keyClick(pane.list, Qt.Key.Key_F8)
    assert tuple(gone.args) == places[1]
    shift = Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(pane.list, Qt.Key.Key_F8, shift)
    with qtbot.waitSignal(pane.go_wanted) as gone:
        qtbot.keyClick(pane.list, Qt.Key.Key_F8, shift)
    assert tuple(gone.args) == places[-1]
    assert pane.chosen() == pane.findings[-1]
    with qtbot.waitSignal(pane.go_wanted) as gone:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert tuple(gone.args) == places[-1]


def test_what_was_mended_is_gone_when_it_is_checked_again(qtbot, pane, desk):
    empty = next(one for one in pane.findings if one.uid == uid("m4"))
    pane.list.setCurrentRow(pane.findings.index(empty))
    desk.write(pane, records.remove, Kind.MATTER, uid("m4"))
    pane.check_again()
    assert empty not in pane.findings
    assert pane.list.currentRow() == 0
    pane.list.setCurrentRow(1)
    chosen = pane.chosen()
    pane.check_again()
    assert pane.chosen() == chosen


def test_without_findings_the_pane_says_so(qtbot, pane):
    before = pane._summary.text()
    pane.show_meeting("")
    assert pane.list.count() == 0
    assert pane._summary.text() != before
    assert pane.chosen() is None
    with qtbot.assertNotEmitted(pane.go_wanted):
        qtbot.keyClick(pane, Qt.Key.Key_F8)
    assert not pane._stepping[0].isEnabled()
