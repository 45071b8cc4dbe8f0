"""The record of a meeting held online: recordings and faults, kept with the meeting."""

import pytest
from PySide6.QtWidgets import QFileDialog

from bmahr_desktop.domain.changes import Kind
from tests.ui.desks import meeting_of, record_of


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Answer every question for a file with one that can be written."""
    file = tmp_path / "ประชุม.mp4"
    file.write_bytes(b"sound and pictures")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    return file


def test_a_recording_is_noted_compared_and_removed(qtbot, write, workspace, chosen):
    meeting = meeting_of(workspace, 3)
    workspace.open_record(meeting)
    pane = workspace.meetings.pane
    pane.tabs.setCurrentIndex(0)
    field = pane.header.recordings
    before = record_of(workspace, Kind.MEETING, meeting).online.recordings
    field.add.click()
    kept = lambda: record_of(workspace, Kind.MEETING, meeting).online.recordings  # noqa: E731
    qtbot.waitUntil(lambda: len(kept()) == len(before) + 1)
    noted = kept()[-1]
    assert (noted.name, noted.size) == (chosen.name, 18)
    field.list.setCurrentRow(len(before))
    assert noted.sha256 in field.told.text()
    chosen.write_bytes(b"something else")
    field.compare.click()
    qtbot.waitUntil(lambda: "ไม่ตรง" in field.told.text())
    field.remove.click()
    assert kept() == before
    field.stop()


def test_a_file_that_vanished_is_told_beside_the_list(qtbot, workspace, chosen):
    workspace.open_record(meeting_of(workspace, 3))
    workspace.meetings.pane.tabs.setCurrentIndex(0)
    field = workspace.meetings.pane.header.recordings
    chosen.unlink()
    field.add.click()
    qtbot.waitUntil(lambda: chosen.name in field.note.text())
    field.stop()
