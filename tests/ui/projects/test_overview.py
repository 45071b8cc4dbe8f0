import datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.accounts import Balance
from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.domain.projects.project import Footing, Project, ProjectKind, ProjectState
from bmahr_desktop.operations import records
from bmahr_desktop.ui.projects.overview_rows import Column, OverviewRows, Wanted
from tests.meetings import uid
from tests.ui.projects.conftest import TODAY, Projects

DAY = datetime.date


def line(name, **changes):
    values: Any = {
        "code": "", "year": 2568, "kind": ProjectKind.PROJECT, "footing": Footing.STRATEGIC,
        "state": ProjectState.UNDER_WAY, "unit": None, "unit_name": "", "person": "",
    }  # fmt: skip
    return ProjectLine(uid(name), name=name, **(values | changes))


LINES = (
    line("โครงการข", code="03000000-0002", unit_name="กองใหญ่", percent=5000, person="นายสมมาตร"),
    line("โครงการก", unit_name="กองเล็ก", percent=None, money=Balance(received=500, used=100)),
    line("โครงการค", state=ProjectState.DONE, percent=10_000, money=Balance(received=100),
         next_due=DAY(2025, 1, 1)),
)  # fmt: skip


def names(**wanted):
    groups = OverviewRows(LINES).wanted(Wanted(**wanted))
    return [one.name[-1] for group in groups for one in group.lines]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, "กขค"),
        ({"descending": True}, "คขก"),
        ({"column": Column.PROGRESS}, "ขคก"),
        ({"column": Column.PROGRESS, "descending": True}, "คขก"),
        ({"column": Column.LEFT}, "คกข"),
        ({"column": Column.DUE}, "คกข"),
        ({"column": Column.STATE, "descending": True}, "คกข"),
        ({"words": "สมมาตร"}, "ข"),
        ({"words": "0002 กองใหญ่"}, "ข"),
        ({"unit": "กองเล็ก"}, "ก"),
        ({"state": ProjectState.DONE}, "ค"),
        ({"words": "ไม่มี"}, ""),
    ],
)
def test_filtered_and_sorted_with_the_unknown_last(wanted, found):
    assert "".join(names(**wanted)) == found


def test_grouped_by_unit_those_without_one_last():
    groups = OverviewRows(LINES).wanted(Wanted(grouped=True))
    assert [group.name for group in groups][:2] == ["กองเล็ก", "กองใหญ่"]
    assert [one.name for one in groups[2].lines] == ["โครงการค"]


@pytest.fixture
def three(projects):
    """Three more projects beside that of the office."""
    with projects.desk._store.writing() as session:
        for number, name in enumerate(("กิจกรรมหนึ่ง", "กิจกรรมสอง", "โครงการสาม")):
            made = Project(uid(name), name, 2568, offices=("สำนัก", f"กอง {number % 2}"),
                           state=tuple(ProjectState)[number])  # fmt: skip
            records.add(session, Kind.PROJECT, made)
    projects.work._stale = True
    projects.refresh()
    return projects


def test_the_year_is_listed_and_narrowed_while_typing(three, write):
    assert three.names() == ["กิจกรรมสอง", "กิจกรรมหนึ่ง", "โครงการพัฒนาระบบงาน", "โครงการสาม"]
    write(three.overview.filters.search, "กิจกรรม")
    assert three.names() == ["กิจกรรมสอง", "กิจกรรมหนึ่ง"]
    three.qtbot.keyClick(three.overview.filters.search, Qt.Key.Key_Down)
    assert three.list.hasFocus()
    assert three.list.current() == uid("กิจกรรมสอง")
    three.overview.filters.search.setText("ไม่มีเลย")
    three.overview._none.button.click()
    assert len(three.names()) == 4


def test_grouped_by_unit_and_folded(three):
    three.overview.filters.grouped.click()
    headings = [name for name in three.names() if " · " in name]
    assert len(headings) == 3
    first = three.list.rows.index(0, 0)
    assert three.list.isExpanded(first)
    three.list.setCurrentIndex(first)
    three.qtbot.keyClick(three.list, Qt.Key.Key_Left)
    assert not three.list.isExpanded(first)
    three.overview.filters.search.setText("กิจกรรม")
    three.overview.filters.search.clear()
    assert not three.list.isExpanded(three.list.rows.index(0, 0))


def test_a_heading_sorts_and_sorts_back(three):
    three.list.header().sectionClicked.emit(Column.STATE)
    assert three.names()[-1] == "โครงการสาม"
    three.list.header().sectionClicked.emit(Column.STATE)
    assert three.names()[0] == "โครงการสาม"


def test_what_is_wanted_is_remembered(three, qtbot, desk, memory):
    three.overview.filters.grouped.click()
    three.list.header().sectionClicked.emit(Column.PROGRESS)
    three.work.open_project(uid("กิจกรรมสอง"))
    three.work.remember()
    again = Projects(qtbot, desk, memory)
    assert again.overview.filters.wanted().grouped
    assert again.overview.filters.wanted().column is Column.PROGRESS
    assert again.pane.uid == uid("กิจกรรมสอง")
    again.end()


def test_enter_opens_and_the_list_becomes_narrow(three, focused):
    three.list.choose(uid("โครงการสาม"))
    three.list.setFocus()
    assert not three.tab.is_open()
    three.window.resize(1700, 800)
    three.qtbot.keyClick(three.list, Qt.Key.Key_Return)
    assert three.pane.uid == uid("โครงการสาม")
    assert three.list.is_narrow()
    assert three.pane.isAncestorOf(focused())
    three.list.setFocus()
    three.qtbot.keyClick(three.list, Qt.Key.Key_Up)
    assert three.pane.uid == uid("project")
    three.window.resize(1300, 700)
    assert three.overview.isHidden()
    three.work.toggle_overview()
    assert not three.list.is_narrow()
    assert three.list.hasFocus()
    assert three.list.current() == uid("project")


def test_an_empty_year_offers_the_one_next_step(projects, focused):
    projects.work.show_year(2560)
    projects.settle()
    assert projects.overview.empty.isVisible()
    projects.overview.empty.button.click()
    assert focused() is projects.overview.new.name
    assert projects.overview.new.year.value() == 2560


def test_every_cell_is_painted(three):
    assert TODAY.year == 2025
    wide = three.list.grab().toImage()
    three.list.set_narrow(True)
    assert three.list.grab().toImage() != wide
