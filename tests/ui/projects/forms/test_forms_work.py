"""The checks and the forms in the tab of the projects; files out of it and back."""

import zipfile

import openpyxl
from PySide6.QtWidgets import QToolButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.ui.projects.forms_section import FormsSection
from tests.meetings import uid
from tests.records import FORM, PROJECT


def opened(projects, at_work):
    projects.work.open_project(PROJECT.uid)
    settle(projects)
    projects.qtbot.waitUntil(lambda: bool(at_work.checks.findings.told))


def settle(projects):
    def quiet():
        return not (projects.errands.busy() or projects.papers.busy())

    projects.settle()
    projects.qtbot.waitUntil(quiet, timeout=15_000)


def test_the_checks_stand_beside_the_project_and_lead_into_it(projects, at_work):
    opened(projects, at_work)
    assert [one.check for one in at_work.checks.findings.told] == [
        one.check for one in projects.pane.findings
    ]
    checks = [one.check for one in at_work.checks.findings.told]
    at_work.checks.list.setCurrentRow(checks.index("evidence"))
    at_work.checks.go()
    assert projects.pane.section is not None
    assert Kind.PROGRESS in projects.pane.section.kinds


def test_forms_are_begun_in_the_project_and_open_in_their_window(projects, at_work, qtbot):
    opened(projects, at_work)
    section = projects.section(FormsSection)
    assert section.list.count() == 1
    section.new.form.set_value("proposal")
    section.new._offer_editions("proposal")
    section.new.begin.click()
    window = at_work._window
    assert window is not None
    assert window.isVisible()
    assert window.pane.read.definition.form == "proposal"
    assert section.list.count() == 2
    with qtbot.waitSignal(projects.pane.turned):
        window.place_wanted.emit(PROJECT.uid, Kind.STEP, uid("st1"), "text")
    assert Kind.STEP in projects.pane.section.kinds
    assert at_work.go_to(FORM.uid)
    assert window.pane.uid == FORM.uid
    assert not at_work.go_to(PROJECT.uid)
    settle(projects)


def test_the_office_has_forms_of_no_project(projects, at_work):
    button = projects.window.findChild(QToolButton, "projects_files")
    names = [one.objectName() for one in button.menu().actions()]
    assert names == ["office_forms", "projects_to_excel", "projects_from_excel"]
    button.menu().actions()[0].trigger()
    assert at_work._window.scope.value() == "unbound"
    settle(projects)


def test_a_project_is_sent_as_papers_and_a_data_file(projects, at_work, save_as, tmp_path):
    opened(projects, at_work)
    folder = save_as(tmp_path / "out")
    folder.mkdir()
    at_work.files.send()
    settle(projects)
    papers = sorted(folder.glob("*.pdf"))
    assert len(papers) == 1
    (data,) = folder.glob("*.zip")
    assert PROJECT.code in data.name
    assert zipfile.is_zipfile(data)
    found = read_exchange(data).exchange
    assert (found.projects, found.forms) == ((PROJECT,), (FORM,))


def test_the_year_goes_out_to_excel_and_back(projects, at_work, save_as, tmp_path, qtbot):
    out = save_as(tmp_path / "year.xlsx")
    at_work.files.export_workbook()
    settle(projects)
    book = openpyxl.load_workbook(out)
    assert book.worksheets[0].cell(2, 2).value is not None
    with qtbot.waitSignal(at_work.files.import_wanted) as wanted:
        at_work.files.import_workbook()
    assert wanted.args == [out]


def test_what_is_typed_in_the_window_is_kept_with_the_tab(projects, at_work, write):
    opened(projects, at_work)
    at_work.go_to(FORM.uid)
    title = at_work._window.pane.head.title
    title.setFocus()
    write(title, "ชื่อ")
    assert at_work.flush()
    assert projects.desk.read(records.read, Kind.FORM, FORM.uid).record.title == "ชื่อ"
    settle(projects)
