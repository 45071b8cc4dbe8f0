"""From the menu, and from “find anything”, to old minutes and back to the meeting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from bmahr_desktop.ui.old_minutes.taken_file import Standing
from tests.ui.old_minutes.conftest import typed_file


@pytest.fixture
def opened(qtbot, workspace):
    """The window of old minutes, opened from the menu."""
    workspace.window_.findChild(QAction, "old_minutes_command").trigger()
    old = workspace.beside._old_minutes
    qtbot.waitUntil(old.isActiveWindow)
    yield old
    if workspace.beside._old_minutes is not None:
        old.end()


@pytest.fixture
def read(qtbot, opened, tmp_path):
    opened.take((typed_file(tmp_path, 4),))
    qtbot.waitUntil(lambda: bool(opened.files.files) and not opened.work.busy())
    qtbot.waitUntil(lambda: opened.files.files[0].look is not None)
    return opened.files.files[0]


def test_the_committee_at_hand_is_chosen_and_the_kept_meeting_opens(qtbot, workspace, opened, read):
    words = [one.text() for one in workspace.commands()]
    assert "นำรายงานการประชุมเก่าเข้า…" in words  # what “find anything” offers
    assert opened.committee.value() == workspace.meetings.tab.list.committee.value()
    assert opened.files.standing(read) is Standing.LOOK  # the file names another committee
    with qtbot.waitSignal(opened.keeping.done):
        qtbot.keyClick(opened, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    opened.list.setFocus()
    qtbot.keyClick(opened.list, Qt.Key.Key_Return)
    assert workspace.meetings.pane.meeting == read.kept
    qtbot.waitUntil(workspace.window_.isActiveWindow)


def test_the_file_is_not_left_with_something_put_right(workspace, opened, read, answer):
    opened.preview.heading.number.choose(9)
    asked = answer(2)
    assert not workspace.may_close()
    assert asked
    answer(2)
    workspace._leaving(lambda: asked.append("left"))()
    assert "left" not in asked
    answer(1)
    workspace._leaving(lambda: asked.append("left"))()
    assert "left" in asked
    read.typed.clear()
