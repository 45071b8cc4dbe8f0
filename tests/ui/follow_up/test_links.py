"""The links of a resolution beside the register."""

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.links import LinkKind
from bmahr_desktop.operations import links, records
from bmahr_desktop.ui.follow_up.links_section import LinksSection
from tests.meetings import uid
from tests.ui.follow_up.conftest import take_back

GIVEN, ADOPTED = uid("r5"), uid("r8")


@pytest.fixture
def section(desk, errands, standing):
    made = LinksSection(desk, errands)
    made.show_resolution(ADOPTED)
    return standing(made)


def lines(section):
    return [section.list.item(row).text() for row in range(section.list.count())]


def add(qtbot, write, section, typed, kind=None):
    section.begin()
    if kind is not None:
        section.kind.set_value(kind)
    write(section.search.line, typed)
    qtbot.waitUntil(lambda: [one.uid for one in section.search.found][:1] == [GIVEN])
    qtbot.keyClick(section.search.line, Qt.Key.Key_Return)


def test_a_link_is_found_while_typing_and_walked_both_ways(qtbot, write, desk, section):
    assert section.list.isHidden()
    add(qtbot, write, section, "มอบหมายให้กองระบบ", LinkKind.CONTINUES)
    qtbot.waitUntil(section.list.hasFocus)
    (line,) = lines(section)
    assert line.startswith("สืบเนื่องจาก")
    assert "TST ๑/๒๕๖๘" in line
    assert section.list.hasFocus()
    with qtbot.waitSignal(section.open_wanted) as opened:
        qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert opened.args == [GIVEN]
    section.show_resolution(GIVEN)
    (line,) = lines(section)
    assert "TST ๒/๒๕๖๘" in line
    with qtbot.waitSignal(section.open_wanted) as opened:
        qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert opened.args == [ADOPTED]


def test_a_link_is_removed_and_put_back(qtbot, write, desk, section):
    add(qtbot, write, section, "1/2568 กองระบบงาน")
    qtbot.waitUntil(section.list.hasFocus)
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    assert lines(section) == []
    assert section.add.hasFocus()
    take_back(qtbot, section)
    assert len(lines(section)) == 1


def test_the_same_link_is_refused_in_words_and_escape_gives_up(qtbot, write, section):
    add(qtbot, write, section, "มอบหมายให้กองระบบ")
    qtbot.waitUntil(section.list.hasFocus)
    add(qtbot, write, section, "มอบหมายให้กองระบบ")
    qtbot.waitUntil(lambda: bool(section.note.text()))
    assert not section.adding.isHidden()
    qtbot.keyClick(section.search.line, Qt.Key.Key_Escape)
    assert section.adding.isHidden()
    assert len(lines(section)) == 1


def test_a_resolution_that_was_revoked_says_so_at_its_head(qtbot, desk, section):
    qtbot.addWidget(section.overruled)
    desk.write(desk, links.link_resolution, ADOPTED, GIVEN, LinkKind.REVOKES)
    assert section.overruled.isHidden()
    section.show_resolution(GIVEN)
    assert not section.overruled.isHidden()
    assert "ถูกยกเลิกโดย" in section.overruled.words.text()
    assert "๒/๒๕๖๘" in section.overruled.words.text()
    section.show_resolution(ADOPTED)
    assert section.overruled.isHidden()


def test_a_matter_that_goes_on_is_no_link_to_be_removed(qtbot, desk, section):
    desk.write(desk, records.amend, Kind.MATTER, uid("m8"), None, continues=uid("m6"))
    assert len(lines(section)) == 1
    section.list.setFocus()
    qtbot.keyClick(section.list, Qt.Key.Key_Delete)
    assert section.note.text()
    assert len(lines(section)) == 1
