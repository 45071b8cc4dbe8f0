"""What is overdue is said at the foot, calmly, and leads to the register."""

import datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QStatusBar, QTabWidget, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.operations import records
from bmahr_desktop.ui.follow_up.overdue import OverdueNotice
from tests.meetings import uid
from tests.ui.follow_up.conftest import APRIL


@pytest.fixture
def notice(desk, errands, standing):
    day = [datetime.date(2025, 3, 31)]
    foot, tabs = QStatusBar(), QTabWidget()
    for name in ("หนึ่ง", "สอง"):
        tabs.addTab(QWidget(), name)
    made: Any = OverdueNotice(desk, errands, foot, tabs, 1, today=lambda: day[0])
    made.day, made.foot = day, foot
    tabs.setParent(foot)
    standing(foot)
    return made


def test_nothing_is_to_be_seen_while_nothing_is_overdue(qtbot, desk, notice):
    notice.look()
    notice.day[0] = APRIL
    notice.look()
    qtbot.waitUntil(notice.button.isVisible)
    assert notice.button.text() == "มติเกินกำหนด ๑ เรื่อง"
    assert notice._tabs.tabToolTip(1) == notice.button.text()
    assert not notice._tabs.tabIcon(1).isNull()
    desk.write(desk, records.amend, Kind.ASSIGNMENT, uid("a1"), None, state=FollowUp.ENDED)
    qtbot.waitUntil(notice.button.isHidden)
    assert notice._tabs.tabIcon(1).isNull()


def test_it_leads_to_what_is_overdue(qtbot, notice):
    notice.day[0] = APRIL
    notice.look()
    qtbot.waitUntil(notice.button.isVisible)
    with qtbot.waitSignal(notice.wanted):
        notice.button.click()
