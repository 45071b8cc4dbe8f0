"""Projects are found by their words, and lead to resolutions and back."""

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import project_links, records
from bmahr_desktop.operations.project_places import find_project_part
from bmahr_desktop.operations.projects import add_project
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.ui.projects.resolutions_section import ResolutionsSection
from bmahr_desktop.ui.projects.risks import RisksSection
from bmahr_desktop.ui.window import MEETINGS, PROJECTS
from tests.meetings import uid


@pytest.mark.parametrize(
    "words", ["9999", "พัฒนาระบบงาน", "หลักการ", "เตรียมการแล้ว", "ดำเนินการ", "คนน้อย", "มหานคร"]
)
def test_a_project_is_found_by_the_words_of_any_part(desk, words):
    found = [one for one in desk.read(find_words, words) if one.kind is Kind.PROJECT]
    assert [one.record for one in found] == [uid("project")]
    assert found[0].where == ("" if words in ("9999", "พัฒนาระบบงาน") else "โครงการพัฒนาระบบงาน")


def test_every_part_leads_to_its_project(desk):
    for part in ("project", "pt", "pg", "ps", "st1", "pb", "pl", "pi", "pr", "pn", "pp"):
        place = desk.read(find_project_part, uid(part))
        assert (place.project, place.year, place.uid) == (uid("project"), 2568, uid(part))
    assert desk.read(find_project_part, uid("m1")) is None
    desk.write(desk, records.remove, Kind.PROJECT, uid("project"))
    assert desk.read(find_project_part, uid("pr")) is None


def test_a_part_opens_at_its_place_from_another_year(projects, focused):
    projects.work.show_year(2560)
    projects.settle()
    assert projects.work.go_to(uid("pr"))
    projects.settle()
    assert isinstance(projects.pane.section, RisksSection)
    assert projects.pane.section.rows.rows[0].isAncestorOf(focused())
    assert projects.list.current() == uid("project")
    assert projects.overview.filters.year.value() == 2568
    assert not projects.work.go_to(uid("nothing"))


def test_a_resolution_is_linked_from_the_project_and_opens(projects, qtbot):
    projects.work.open_project(uid("project"))
    section = projects.section(ResolutionsSection)
    section.none.button.click()
    qtbot.waitUntil(lambda: bool(section.search.found))
    wanted = section.search.found[0].uid
    qtbot.keyClick(section.search.line, Qt.Key.Key_Return)
    assert [one.opens for one in section.lines] == [wanted]
    back = projects.desk.read(project_links.read_links_to_projects, wanted)
    assert [(one.opens, one.text) for one in back] == [(uid("project"), "โครงการพัฒนาระบบงาน")]
    with qtbot.waitSignal(projects.work.open_wanted) as opened:
        qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert opened.args == [wanted]
    with pytest.raises(Refused):
        projects.desk.write(projects.work, project_links.link_to_project, wanted, uid("project"))
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    assert section.lines == ()
    projects.tab.undo._button.click()
    assert len(section.lines) == 1


def test_find_anything_opens_a_project_in_the_window(qtbot, workspace):
    made = ""

    def add(session):
        nonlocal made
        changes, made = add_project(session, "โครงการที่ไม่มีใครมี", 2569)
        return changes

    workspace.desk.write(workspace, add)
    assert workspace.window_.tabs.currentIndex() == MEETINGS
    workspace.find_anything()
    find = workspace.beside._find
    find.line.setText("ไม่มีใครมี")
    qtbot.waitUntil(lambda: any(one.hit for one in find._found))
    assert find._found[0].hit.kind is Kind.PROJECT
    qtbot.keyClick(find.line, Qt.Key.Key_Return)
    assert workspace.window_.tabs.currentIndex() == PROJECTS
    work = workspace.projects.work()
    assert work.pane.uid == made
    qtbot.waitUntil(lambda: work.tab.overview.list.current() == made)
    workspace.window_.activateWindow()
    qtbot.waitUntil(workspace.window_.isActiveWindow)
    qtbot.keyClick(work.pane, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert work.tab.overview.new.isVisible()
    qtbot.keyClick(work.pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert work.tab.overview.filters.search.hasFocus()
