"""A clerk makes a project by the keyboard alone."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.projects import find_project
from bmahr_desktop.ui.projects.indicators import IndicatorsSection
from bmahr_desktop.ui.projects.targets import TargetsSection
from bmahr_desktop.ui.projects.text_section import ObjectivesSection, RationaleSection
from tests.meetings import uid

CTRL = Qt.KeyboardModifier.ControlModifier


class Hands:
    """Types where the keyboard is."""

    def __init__(self, qtbot, write):
        self.qtbot, self._write = qtbot, write

    def type(self, words):
        self._write(QApplication.focusWidget(), words)
        return self

    def key(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key, held)
            QApplication.processEvents()
        return self


def test_a_project_is_made_by_keys_alone(projects, write, qtbot):
    hands, tab = Hands(qtbot, write), Qt.Key.Key_Tab
    projects.making.begin()
    hands.type("โครงการใหม่เอี่ยม").key(tab, tab).type("03000000-0001").key(Qt.Key.Key_Return)
    projects.settle()
    assert projects.project().name == "โครงการใหม่เอี่ยม"
    assert projects.list.current() == projects.pane.uid
    assert not projects.overview.new.isVisible()

    hands.key(Qt.Key.Key_PageDown, held=CTRL).type("หลักการและเหตุผลของเรา")
    hands.key(Qt.Key.Key_PageDown, held=CTRL).type("เพื่อทดลอง")
    assert isinstance(projects.pane.section, ObjectivesSection)
    targets = projects.section(TargetsSection)
    targets.groups.add_button.setFocus()
    hands.key(Qt.Key.Key_Space).type("ข้าราชการ").key(tab, tab).type("2").key(tab).type("30")
    hands.key(tab).type("60").key(tab)
    assert projects.pane.flush()
    made = projects.project()
    (group,) = made.groups
    assert (group.text, group.meetings, group.per_meeting, group.people) == ("ข้าราชการ", 2, 30, 60)
    texts = {one.kind: one.body for one in made.texts if one.body}
    assert texts[RationaleSection.text_kind][0].runs[0].text == "หลักการและเหตุผลของเรา"
    assert texts[ObjectivesSection.text_kind][0].runs[0].text == "เพื่อทดลอง"


def test_what_a_new_project_needs_is_said_and_nothing_is_lost(projects, write, qtbot):
    hands, line = Hands(qtbot, write), projects.overview.new
    projects.making.begin()
    hands.key(Qt.Key.Key_Return)
    assert line._name.error()
    hands.type("ซ้ำ").key(Qt.Key.Key_Tab, Qt.Key.Key_Tab).type("03000000-9999")
    hands.key(Qt.Key.Key_Return)
    assert "03000000-9999" in line.note.text()
    assert line.isVisible()
    hands.key(Qt.Key.Key_Escape)
    assert not line.isVisible()
    projects.making.begin()
    assert (line.name.text(), line.code.text()) == ("ซ้ำ", "03000000-9999")


def test_a_code_that_is_taken_is_told_at_its_field(projects, write):
    projects.making._make("อีกโครงการ", 2568, "")
    projects.settle()
    form = projects.pane.section.form
    field = form._entries["code"].row.field
    field.setFocus()
    write(field, "03000000-9999")
    field.commit()
    assert "03000000-9999" in form._entries["code"].row.error()
    assert projects.project().code == ""
    assert not projects.pane.flush()
    assert field.text() == "03000000-9999"
    field.setText("")
    field.commit()
    assert projects.pane.flush()


def test_the_project_of_the_next_year_begins_as_this_one_was_planned(projects):
    projects.work.open_project(uid("project"))
    projects.making.continue_in_next_year(uid("project"))
    projects.settle()
    made = projects.project()
    assert (made.year, made.code, made.progress) == (2569, "", ())
    assert [one.text for one in made.steps] == ["เตรียมการ", "ดำเนินการ"]
    assert projects.names() == ["โครงการพัฒนาระบบงาน"]
    projects.tab.undo._button.click()
    projects.settle()
    assert projects.pane.uid == uid("project")


def test_a_removed_project_is_put_back(projects):
    projects.list.choose(uid("project"))
    projects.list.setFocus()
    projects.qtbot.keyClick(projects.list, Qt.Key.Key_Delete)
    projects.qtbot.waitUntil(lambda: projects.overview.empty.isVisible())
    projects.tab.undo._button.click()
    projects.settle()
    assert projects.pane.uid == uid("project")
    projects.making.remove(uid("project"))
    assert not projects.tab.is_open()
    assert projects.pane.uid == ""
    with projects.desk._store.reading() as session:
        assert find_project(session, "03000000-9999") is None


def test_alt_and_arrows_turn_the_sections_too(projects, qtbot, write):
    projects.work.open_project(uid("project"))
    name = projects.pane.section.form._entries["name"].row.field
    name.setFocus()
    write(name, "!")
    qtbot.keyClick(name, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert isinstance(projects.pane.section, RationaleSection)
    assert projects.project().name.startswith("!")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp, CTRL)
    assert projects.pane.list.currentRow() == 0


def test_findings_are_counted_where_they_belong(projects, qtbot):
    projects.work.open_project(uid("project"))
    rows = projects.section(IndicatorsSection).rows
    projects.desk.write(projects.work, records.amend, Kind.INDICATOR, uid("pi"), None, target="")
    at = projects.pane.sections.index(IndicatorsSection)
    qtbot.waitUntil(lambda: projects.pane.list.count_of(at) == 1)
    assert rows.rows[0].target.text() == ""
    found = next(one for one in projects.pane.findings if one.kind is Kind.INDICATOR)
    projects.pane.list.setCurrentRow(0)
    assert projects.pane.open_at(found.kind, found.uid, found.field)
    assert QApplication.focusWidget() is rows.rows[0].target


def test_what_cannot_be_kept_is_not_left_without_a_word(projects, write, qtbot):
    projects.making._make("อีกโครงการ", 2568, "")
    projects.settle()
    field = projects.pane.section.form._entries["code"].row.field
    field.setText("03000000-9999")
    pressed = []

    def press(name):
        def look():
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                return False
            pressed.append(name)
            button = dialog.findChild(QPushButton, name)
            assert button is not None
            button.click()
            return True

        QTimer.singleShot(50, look)

    press("decision_1")
    projects.work.show_overview()
    assert projects.tab.is_open()
    assert field.text() == "03000000-9999"
    press("decision_2")
    projects.work.show_overview()
    assert not projects.tab.is_open()
    assert pressed == ["decision_1", "decision_2"]
    assert projects.project().code == ""
