import datetime
import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.filled_forms import begin_form
from bmahr_desktop.places import data_place
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.projects.forms_window import FormsWindow
from bmahr_desktop.ui.projects.forms_work import FormsWork
from tests.records import PROJECT

TODAY = datetime.date(2025, 1, 10)
HERE = Path(__file__).resolve().parent
NEXT = HERE.parents[2] / "forms" / "data" / "progress-2564.toml"
EVERY = HERE / "every-kind.toml"


class Forms:
    """The window of forms at work on a file, and short ways to what tests look at."""

    def __init__(self, qtbot, desk, store):
        self.qtbot, self.desk, self.store = qtbot, desk, store
        self.errands, self.papers = Errands("checks"), Errands("papers")
        self.window = FormsWindow(desk, self.errands, self.papers, today=lambda: TODAY)
        self.list, self.pane, self.new = self.window.list, self.window.pane, self.window.new

    @property
    def folder(self):
        """The office's own folder of forms."""
        folder = data_place(self.store.path).forms
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def drop(self, source=NEXT, name=None):
        return Path(shutil.copy(source, self.folder / (name or Path(source).name)))

    def begun(self, form, edition="", project=None):
        """A form on file."""
        made = ""

        def begin(session):
            nonlocal made
            changes, made = begin_form(session, form, edition, project, 2568)
            return changes

        self.desk.write(self.window, begin)
        return made

    def show(self, form, project=""):
        """The window, open at a form."""
        self.window.open_for(project, PROJECT.name if project else "", form)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        return self.pane.form

    def field(self, name):
        form: Any = self.pane.form
        return form._fields[name]

    def record(self):
        """The form that is shown, as it is on file."""
        return self.desk.read(records.read, Kind.FORM, self.pane.uid).record

    def answer(self, name):
        return self.record().answers.get(name)

    def settle(self):
        self.qtbot.waitUntil(
            lambda: (
                not (
                    self.errands.busy()
                    or self.papers.busy()
                    or self.window.preview._pause.isActive()
                )
            ),
            timeout=15_000,
        )

    def end(self):
        if not self.window.flush():
            self.pane.drop_unkept()  # a test that failed must not wait for an answer
        self.errands.stop()
        self.papers.stop()
        self.window.close()
        self.window.deleteLater()


@pytest.fixture
def forms(qtbot, full_store):
    made = Forms(qtbot, Desk(full_store), full_store)
    yield made
    made.end()


@pytest.fixture
def at_work(projects, memory):
    """The tab of the projects with checks and forms."""
    papers = Errands("papers")
    work = FormsWork(
        projects.work, projects.desk, (projects.errands, papers), projects.foot, memory
    )
    projects.papers = papers
    yield work
    projects.pane.flush()
    work.end()
    papers.stop()


@pytest.fixture
def save_as(monkeypatch):
    """The file that the next dialog is answered with."""

    def save_as(path):
        answer = lambda *_: (str(path), "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
        return path

    return save_as
