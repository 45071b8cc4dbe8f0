"""The pack of a meeting, made in the window: one PDF, and what is not in it said in words."""

import io

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from bmahr_desktop.operations.attachments import attach, take_file
from bmahr_desktop.ui.notices import DecisionDialog
from tests.documents.pdfs import signed_pdf, simple_pdf
from tests.ui.desks import meeting_of


@pytest.fixture
def put(workspace, tmp_path):
    """Attach a file to the open meeting."""
    workspace.open_record(meeting_of(workspace))

    def put(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        entry = workspace.desk.read(take_file, path)
        workspace.desk.write(workspace, attach, workspace.meetings.pane.meeting, entry, "")

    return put


@pytest.fixture
def out(monkeypatch, tmp_path):
    path = tmp_path / "ชุด.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def make(workspace):
    heading = workspace.meetings.pane.heading
    action = next(one for one in heading.actions() if one.objectName() == "meeting_pack")
    assert action in heading.papers.menu().actions()
    assert action in workspace.commands()
    action.trigger()


def answer(told, number):
    """Read the dialog that is to open, and press a button in it."""

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, DecisionDialog):
            QTimer.singleShot(20, look)
            return
        told.append(dialog.accessibleDescription())
        button = dialog.findChild(QPushButton, f"decision_{number}")
        assert button is not None
        button.click()

    QTimer.singleShot(20, look)


def test_agenda_and_files_are_one_pdf(qtbot, workspace, put, out):
    put("แผน.pdf", simple_pdf("Plan"))
    make(workspace)
    foot = workspace.window_.foot
    assert foot._progress.isVisible()
    assert foot._stop.isVisible()
    qtbot.waitUntil(out.exists, timeout=20_000)
    qtbot.waitUntil(lambda: "ชุด.pdf" in foot._told.text())
    pages = PdfReader(io.BytesIO(out.read_bytes())).pages  # the paper thread has pdfium to itself
    words = ["".join(page.extract_text().split()) for page in pages]
    assert "ระเบียบวาระการประชุม" in words[0]
    assert "Plan" in words[-1]
    assert not foot._progress.isVisible()


def test_what_is_not_in_it_is_said_and_the_file_can_be_opened(
    qtbot, workspace, put, out, monkeypatch
):
    opened: list[str] = []
    told: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    put("บันทึกเสียง.mp3", b"not a document")
    put("สัญญา.pdf", signed_pdf("Deed"))
    answer(told, 1)
    make(workspace)
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    qtbot.waitUntil(lambda: opened == [str(out)])
    missing, signed = told[0].split("\n\n")
    assert "บันทึกเสียง" in missing
    assert "สัญญา" not in missing
    assert "สัญญา" in signed


def test_it_can_be_stopped_and_then_nothing_is_written(qtbot, workspace, put, out):
    put("แผน.pdf", simple_pdf("Plan"))
    make(workspace)
    errand = workspace.meetings.issuing._errand
    with qtbot.waitSignal(errand.ended, timeout=20_000):
        workspace.window_.foot._stop.click()
    assert not out.exists()
    assert not workspace.window_.foot._progress.isVisible()


def test_many_missing_files_are_told_in_short(qtbot, workspace, put, out):
    told: list[str] = []
    for number in range(14):
        put(f"เสียง{number}.mp3", b"sound %d" % number)
    answer(told, 2)
    make(workspace)
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    assert len(told[0].splitlines()) == 12


def test_a_place_that_cannot_be_written_to_is_told(qtbot, workspace, put, tmp_path, monkeypatch):
    blocked = tmp_path / "แฟ้มใดแฟ้มหนึ่ง"
    blocked.write_text("in the way")
    inside = str(blocked / "ชุด.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (inside, ""))
    told: list[str] = []
    answer(told, 1)
    make(workspace)
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    assert told[0]
