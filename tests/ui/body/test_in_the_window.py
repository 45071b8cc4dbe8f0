"""The body at work in the window of the program, whose own keys it must not lose or take."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from bmahr_desktop.domain.changes import Kind
from tests.ui.body.conftest import CONTROL, KEYS
from tests.ui.desks import meeting_of, record_of, section_of


@pytest.fixture
def body(qtbot, workspace):
    section = section_of(workspace, meeting_of(workspace))
    workspace.open_record(section.uid)
    body = workspace.meetings.pane.agenda.matter.body
    body.editor.setFocus()
    qtbot.waitUntil(body.editor.hasFocus)
    return body


def test_ctrl_f_finds_in_the_body_and_elsewhere_in_the_list(workspace, body, qtbot):
    QTest.keyClick(body.editor, KEYS.Key_F, CONTROL)
    assert body.find_bar.field.hasFocus()
    QTest.keyClick(body.find_bar.field, KEYS.Key_Escape)
    assert body.find_bar.isHidden()
    search = workspace.meetings.tab.list.search
    other = workspace.meetings.pane.agenda.matter.title.title
    other.setFocus()
    QTest.keyClick(other, KEYS.Key_F, CONTROL)
    qtbot.waitUntil(search.hasFocus)
    assert body.find_bar.isHidden()


def test_ctrl_i_is_italic_in_the_body(workspace, body):
    body.editor.selectAll()
    QTest.keyClick(body.editor, KEYS.Key_I, CONTROL)
    runs = [run for block in body.editor.body() for run in getattr(block, "runs", ())]
    assert runs
    assert all(run.italic for run in runs)


def test_what_is_replaced_and_added_is_on_file(workspace, body, qtbot, write):
    section = section_of(workspace, meeting_of(workspace))
    QTest.keyClick(body.editor, KEYS.Key_H, CONTROL)
    write(body.find_bar.field, "ที่ประชุม")
    write(body.find_bar.words, "คณะ")
    QTest.keyClick(body.find_bar.words, KEYS.Key_Return)
    assert body.add_point("นายทดสอบ")
    assert body.insert_text("ขอบคุณ")
    assert body.flush()
    kept = record_of(workspace, Kind.SECTION, section.uid).body
    assert kept == body.editor.body()
    assert kept[-1].text == "นายทดสอบ ขอบคุณ"


def test_the_list_of_keys_shows_those_of_the_body(workspace, body):
    shown: list[str] = []

    def look():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        shown.extend(label.text() for label in dialog.findChildren(QLabel))
        dialog.reject()

    QTimer.singleShot(0, look)
    workspace.show_keys()
    assert {"Ctrl+F", "Ctrl+H", "F3", "Shift+F3", "Ctrl+Space", "F4"} <= set(shown)
