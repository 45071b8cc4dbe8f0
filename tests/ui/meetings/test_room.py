"""List, meeting and paper side by side on small and usual screens."""

import pytest
from PySide6.QtWidgets import QApplication

from bmahr_desktop.ui.look.shrinking import ShrinkingButton
from tests.ui.desks import meeting_of


@pytest.fixture
def pane(workspace):
    workspace.open_record(meeting_of(workspace))
    assert workspace.meetings.paper.isVisible()
    assert workspace.meetings.tab.list.isVisible()
    return workspace.meetings.pane


def resized(workspace, width):
    workspace.window_.resize(width, 700)
    for _ in range(3):
        QApplication.processEvents()
    return workspace.window_.width()


def test_all_three_fit_into_1024_whatever_tab_is_shown(workspace, pane):
    for tab in range(pane.tabs.count()):
        pane.tabs.setCurrentIndex(tab)
        QApplication.processEvents()
        assert workspace.window_.minimumSizeHint().width() <= 1024, pane.tabs.tabText(tab)
    assert resized(workspace, 1024) == 1024
    buttons = pane.heading.findChildren(ShrinkingButton)
    assert [button.is_narrow() for button in buttons] == [True] * 3
    for button in buttons:
        assert pane.heading.rect().contains(button.geometry())
        assert button.toolTip()
        assert button.accessibleName()


def test_the_live_view_fits_too(workspace, pane):
    workspace.live.turn()
    QApplication.processEvents()
    assert workspace.window_.minimumSizeHint().width() <= 1024
    workspace.live.turn()


@pytest.mark.parametrize("width", [1366, 1920])
def test_there_is_room_for_every_word_where_screens_are_usual(workspace, pane, width):
    resized(workspace, width)
    workspace.meetings.tab.share_room()
    QApplication.processEvents()
    assert not any(button.is_narrow() for button in pane.heading.findChildren(ShrinkingButton))
    bar = pane.tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() < pane.tabs.width()
    assert workspace.meetings.paper.width() >= 300


def test_the_state_of_a_meeting_is_not_cut_in_a_narrow_list(workspace, pane):
    resized(workspace, 1024)
    header = workspace.meetings.tab.list.list.header()
    assert header.length() <= header.width()
