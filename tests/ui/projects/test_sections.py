import datetime

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.project import (
    IndicatorKind,
    Project,
    ProjectText,
    StrategyLevel,
    StrategyLink,
    TextKind,
)
from bmahr_desktop.operations import records
from bmahr_desktop.ui.look.marks import State
from bmahr_desktop.ui.projects.contents import SECTIONS, section_of
from bmahr_desktop.ui.projects.identity import IdentitySection
from bmahr_desktop.ui.projects.indicators import IndicatorsSection
from bmahr_desktop.ui.projects.place import PlaceSection
from bmahr_desktop.ui.projects.risks import RisksSection
from bmahr_desktop.ui.projects.signatories import SignatoriesSection
from bmahr_desktop.ui.projects.strategies import StrategiesSection
from bmahr_desktop.ui.projects.targets import TargetsSection
from bmahr_desktop.ui.projects.text_section import BenefitsSection, RationaleSection
from tests.meetings import uid
from tests.records import PROJECT

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def open_project(projects):
    projects.work.open_project(uid("project"))
    return projects


def standing(label) -> State:
    return label.state


def test_what_is_complete_has_a_tick(open_project):
    bare = Project(uid("bare"), "โครงการ", 2568)
    whole = {one.__name__ for one in SECTIONS if one.is_complete(PROJECT)}
    assert {"IdentitySection", "RationaleSection", "TargetsSection", "StrategiesSection",
            "RisksSection"} <= whole  # fmt: skip
    assert not any(one.is_complete(bare) for one in SECTIONS[:10])
    told = [open_project.pane.list.item(row).toolTip() for row in range(2)]
    assert all("ครบแล้ว" in one or "complete" in one for one in told)


def test_every_record_of_a_project_has_its_section():
    assert section_of(Kind.PROJECT, None, "end") is PlaceSection
    assert section_of(Kind.PROJECT, None, "manager.name") is IdentitySection
    assert section_of(Kind.PROJECT, None, "people") is TargetsSection
    text = ProjectText(uid("t"), TextKind.BENEFITS)
    assert section_of(Kind.PROJECT_TEXT, text, "body") is BenefitsSection
    assert section_of(Kind.RISK, None, "") is RisksSection


def test_a_group_that_does_not_add_up_says_so_and_takes_the_product(open_project):
    section = open_project.section(TargetsSection)
    (row,) = section.groups.rows
    assert standing(row.sum) is State.DONE
    assert not row.take.isVisible()
    field = row._entries["meetings"].row.field
    field.line.setFocus()
    field.line.selectAll()
    open_project.qtbot.keyClicks(field.line, "3")
    field.commit()
    assert standing(row.sum) is State.WAITING
    assert standing(section.totals.sum) is State.DONE
    row.take.click()
    assert standing(row.sum) is State.DONE
    assert open_project.project().groups[0].people == 90
    assert standing(section.totals.sum) is State.WAITING


def test_rows_are_added_moved_and_removed_by_keys(open_project, qtbot, write):
    rows = open_project.section(IndicatorsSection).rows
    first = rows.rows[0]
    qtbot.keyClick(first.number, Qt.Key.Key_Insert)
    assert len(rows.rows) == 2
    write(QApplication.focusWidget(), "มีแผน")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, ALT)
    assert rows.uids()[1] == uid("pi")
    assert rows.rows[0].isAncestorOf(QApplication.focusWidget())
    assert open_project.project().indicators[0].text == "มีแผน"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert rows.rows[0].number.hasFocus()
    qtbot.keyClick(rows.rows[0].number, Qt.Key.Key_Delete)
    assert rows.uids() == [uid("pi")]
    assert rows.rows[0].number.hasFocus()
    open_project.tab.undo._button.click()
    assert rows.rows[0].record.text == "มีแผน"
    assert rows.rows[0].number.text() in ("1", "๑")


def test_what_is_typed_in_a_row_outlives_rows_added_elsewhere(open_project, write):
    rows = open_project.section(IndicatorsSection).rows
    target = rows.rows[0].target
    target.setFocus()
    write(target, "ไม่")
    open_project.desk.write(
        open_project.work, records.add, Kind.INDICATOR,
        msgspec.structs.replace(PROJECT.indicators[0], uid=uid("other")), uid("project"), 0,
    )  # fmt: skip
    assert rows.uids() == [uid("other"), uid("pi")]
    assert target.text().startswith("ไม่")
    assert target.hasFocus()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ไม่น้อยกว่าร้อยละ ๘๐", "80"),
        ("ภายในเดือนกรกฎาคม 2568", "2568"),
        ("จำนวน 2 ระบบ", "ระบบ"),
        ("ดีขึ้น", ""),
    ],
)
def test_how_a_target_is_read_is_told_while_typing(open_project, typed, words):
    row = open_project.section(IndicatorsSection).rows.rows[0]
    row.target.setText(typed)
    assert words in row.goal.text().translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    assert (row.goal.state is State.DONE) == bool(words)


def test_a_risk_says_how_great_it_is(open_project):
    row = open_project.section(RisksSection).rows.rows[0]
    assert standing(row.band) is State.PROGRESS
    row.keep("likelihood", 5)
    assert standing(row.band) is State.WAITING
    row.keep("impact", 5)
    assert standing(row.band) is State.DANGER
    row.keep("impact", None)
    assert not row.band.isVisible()


def test_levels_of_a_plan_are_added_typed_and_removed(open_project, write, qtbot):
    row = open_project.section(StrategiesSection).rows.rows[0]
    row.levels.add_button.click()
    write(QApplication.focusWidget(), "มิติที่")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    write(QApplication.focusWidget(), "5.1")
    assert open_project.pane.flush()
    levels = open_project.project().strategies[0].levels
    assert [(one.label, one.code) for one in levels] == [("ด้านที่", "๕"), ("มิติที่", "5.1")]
    row.levels.remove(0)
    assert [one.code for one in open_project.project().strategies[0].levels] == ["5.1"]


def test_a_place_in_a_plan_is_taken_from_another_project(open_project):
    other = Project(uid("other"), "อื่น", 2567, strategies=(
        StrategyLink(uid("sl"), "แผนอื่น", (StrategyLevel("ด้านที่", "๗", "การบริหาร"),)),))  # fmt: skip
    open_project.desk.write(open_project.work, records.add, Kind.PROJECT, other)
    section = open_project.section(StrategiesSection)
    (pick,) = section.used.matching("บริหาร")
    section.used.choose(pick.uid)
    taken = open_project.project().strategies[1]
    assert (taken.plan, taken.levels) == ("แผนอื่น", other.strategies[0].levels)
    assert taken.uid != uid("sl")
    assert section.used.value() is None


def test_a_unit_that_is_picked_is_printed_with_its_path(open_project):
    form = open_project.section(IdentitySection).form
    form.keep("offices", ())
    form.unit.choose(uid("u2"))
    form.unit.choose(uid("u1"))
    form.unit.choose(uid("u2"))
    assert len(open_project.project().offices) == len(form._paths[uid("u2")])
    form.keep("offices", ("พิมพ์เอง",))
    form.unit.choose(uid("u1"))
    assert open_project.project().offices == ("พิมพ์เอง",)


def test_whoever_is_picked_to_sign_is_printed(open_project):
    rows = open_project.section(SignatoriesSection).rows
    assert rows.add()
    made = rows.rows[-1]
    made._entries["person"].row.field.choose(uid("p2"))
    signer = open_project.project().signatories[-1]
    assert signer.name
    assert signer.lines


def test_days_outside_of_the_year_are_told_at_once(open_project):
    section = open_project.section(PlaceSection)
    assert not section.form.standing.isVisible()
    section.form.keep("end", datetime.date(2024, 9, 1))
    assert standing(section.form.standing) is State.WAITING
    section.form.keep("end", datetime.date(2026, 1, 1))
    assert section.form.standing.isVisible()
    section.form.keep("end", datetime.date(2025, 9, 30))
    assert not section.form.standing.isVisible()


def test_a_text_that_is_not_there_is_begun_and_one_that_is_goes_on(open_project, write):
    section = open_project.section(BenefitsSection)
    assert section.text.none.isVisible()
    section.text.none.button.click()
    write(section.text.body.editor, "ได้ประโยชน์")
    rationale = open_project.section(RationaleSection)
    assert rationale.text.body.isVisible()
    texts = {one.kind: one.body for one in open_project.project().texts}
    assert texts[TextKind.BENEFITS][0].runs[0].text == "ได้ประโยชน์"
    assert "หลักการ" in rationale.text.body.editor.toPlainText()


def test_what_is_chosen_of_an_indicator_is_kept(open_project):
    row = open_project.section(IndicatorsSection).rows.rows[0]
    field = row._entries["kind"].row.field
    field.chosen.emit(IndicatorKind.OUTCOME)
    assert open_project.project().indicators[0].kind is IndicatorKind.OUTCOME
