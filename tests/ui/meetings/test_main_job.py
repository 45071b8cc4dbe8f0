"""The main job: open a meeting, change a sentence, see the paper change, export; all is there."""

import io
import json

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QFileDialog

from bmahr_desktop.domain.body import Paragraph, words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.thai.searchkey import search_key
from tests.ui.desks import at_work, meeting_of, record_of, section_of

SENTENCE = "ที่ประชุมขอให้ฝ่ายเลขานุการตรวจสอบอีกครั้งหนึ่ง"


def words_in(pdf):
    """By pypdf: pdfium forbids simultaneous calls, and the window's paper thread makes them."""
    return search_key("".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


def opened(qtbot, workspace, uid):
    """Open a record at its place, and wait for the paper."""
    with qtbot.waitSignal(workspace.meetings.preview.set_in_type, timeout=20_000) as seen:
        workspace.open_record(uid)
    return seen.args[0]


@pytest.fixture
def choose_file(monkeypatch, tmp_path):
    """Answer the dialog for files; the name proposed is kept."""
    proposed = []

    def answer(_parent, _title, name, _pattern, *_more):
        proposed.append(name)
        return str(tmp_path / "out" / f"paper.{name.rsplit('.', 1)[-1]}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_a_changed_sentence_reaches_file_paper_and_the_next_start(
    qtbot, write, sample_copy, choose_file, tmp_path
):
    with at_work(qtbot, sample_copy) as workspace:
        section = section_of(workspace, meeting_of(workspace)).uid
        before = opened(qtbot, workspace, section)
        assert search_key(SENTENCE) not in words_in(before.pdf)
        editor = workspace.meetings.pane.agenda.matter.body.editor
        editor.moveCursor(QTextCursor.MoveOperation.End)
        with qtbot.waitSignal(workspace.meetings.preview.set_in_type, timeout=20_000) as seen:
            write(editor, SENTENCE)
        assert search_key(SENTENCE) in words_in(seen.args[0].pdf)
        assert SENTENCE in words_of(record_of(workspace, Kind.SECTION, section).body)
        assert "บันทึกแล้ว" in workspace.window_.foot._saved.text()
        qtbot.keyClick(workspace.window_, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        out = tmp_path / "out" / "paper.pdf"
        qtbot.waitUntil(out.exists, timeout=20_000)
        assert search_key(SENTENCE) in words_in(out.read_bytes())
        assert choose_file[0].endswith("รายงานการประชุม ๑-๒๕๖๘.pdf")
    with at_work(qtbot, sample_copy) as again:
        assert again.meetings.pane.meeting == meeting_of(again)
        assert SENTENCE in words_of(record_of(again, Kind.SECTION, section).body)


def test_undo_goes_on_over_what_was_saved(qtbot, write, workspace):
    section = section_of(workspace, meeting_of(workspace))
    opened(qtbot, workspace, section.uid)
    field = workspace.meetings.pane.agenda.matter.body
    write(field.editor, "ก่อน ")
    assert field.flush()
    write(field.editor, "หลัง ")
    assert field.flush()
    while field.editor.document().isUndoAvailable():
        field.editor.undo()
    assert field.flush()
    assert record_of(workspace, Kind.SECTION, section.uid).body == section.body


def test_what_is_typed_is_kept_when_the_window_is_closed_at_once(qtbot, write, sample_copy):
    with at_work(qtbot, sample_copy) as workspace:
        section = section_of(workspace, meeting_of(workspace)).uid
        workspace.open_record(section)
        write(workspace.meetings.pane.agenda.matter.body.editor, SENTENCE)
        workspace.window_.close()
    with at_work(qtbot, sample_copy) as again:
        assert SENTENCE in words_of(record_of(again, Kind.SECTION, section).body)


def test_a_click_in_the_paper_goes_to_the_text(qtbot, workspace):
    paper = opened(qtbot, workspace, meeting_of(workspace))
    pane = workspace.meetings.pane
    meeting = record_of(workspace, Kind.MEETING, pane.meeting)
    resolution = meeting.agenda[-1].matters[-1].resolutions[-1]
    key = TextKey(resolution.uid, "text")
    assert paper.text_map.find(key)
    workspace.meetings.paper.clicked_text.emit(key, 0)
    assert workspace.meetings.pane.agenda.matter.matter.uid == meeting.agenda[-1].matters[-1].uid
    assert workspace.window_.focusWidget().toPlainText() == resolution.text


def test_a_click_on_a_letter_puts_the_caret_before_it(qtbot, workspace):
    section = section_of(workspace, meeting_of(workspace))
    paper = opened(qtbot, workspace, section.uid)
    number, block = next(
        (n, one) for n, one in enumerate(section.body) if isinstance(one, Paragraph) and n > 3
    )
    key = TextKey(section.uid, "body", number)
    assert paper.text_map.find(key, 7)
    workspace.meetings.paper.clicked_text.emit(key, 7)
    cursor = workspace.meetings.pane.agenda.matter.body.editor.textCursor()
    assert cursor.block().text() == block.text
    assert cursor.positionInBlock() == 7


def test_the_paper_turns_to_the_part_that_is_looked_at(qtbot, workspace):
    section = section_of(workspace, meeting_of(workspace))
    opened(qtbot, workspace, meeting_of(workspace))
    with qtbot.waitSignal(workspace.meetings.pane.shown_on_paper) as shown:
        workspace.open_record(section.uid)
    view = workspace.meetings.paper.view
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)
    assert shown.args[0].record
    keys: list[TextKey] = []
    workspace.meetings.pane.shown_on_paper.connect(keys.append)
    workspace.meetings.pane.agenda.matter._choose_tab("resolutions")
    assert [key.part for key in keys] == ["text"]


def test_the_record_of_a_meeting_is_exported(qtbot, workspace, choose_file, tmp_path):
    workspace.open_record(meeting_of(workspace, 3))
    workspace.meetings.issuing.export_json()
    out = tmp_path / "out" / "paper.json"
    qtbot.waitUntil(out.exists, timeout=10_000)
    (meeting,) = json.loads(out.read_text(encoding="utf-8"))["meetings"]
    assert (meeting["number"], meeting["year"]) == (3, 2568)


def test_a_place_that_cannot_be_written_is_told_in_words(qtbot, workspace, monkeypatch):
    workspace.open_record(meeting_of(workspace, 3))
    nowhere = "/proc/nowhere/paper.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (nowhere, ""))
    workspace.meetings.issuing.export_pdf()
    foot = workspace.window_.foot
    qtbot.waitUntil(lambda: nowhere in foot._told.text(), timeout=20_000)


def test_the_paper_can_be_hidden_and_comes_back_as_it_is_now(qtbot, write, workspace):
    section = section_of(workspace, meeting_of(workspace)).uid
    opened(qtbot, workspace, section)
    work = workspace.meetings
    qtbot.keySequence(workspace.window_, QKeySequence("Ctrl+Shift+P"))
    assert work.paper.isHidden()
    write(work.pane.agenda.matter.body.editor, SENTENCE)
    assert work.flush()
    with qtbot.waitSignal(work.preview.set_in_type, timeout=20_000) as seen:
        qtbot.keySequence(workspace.window_, QKeySequence("Ctrl+Shift+P"))
    assert not work.paper.isHidden()
    assert search_key(SENTENCE) in words_in(seen.args[0].pdf)
