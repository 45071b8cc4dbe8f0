"""Citing an earlier resolution while writing: found, worded, linked, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import links, records
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.meetings.agenda.citing import Citing
from bmahr_desktop.ui.meetings.agenda.matter import MatterPane
from bmahr_desktop.ui.notices import UndoBar
from tests.meetings import section, text, uid

SECOND, MATTER = uid("meeting 2"), uid("m8")
CITED = "ในการประชุมครั้งที่ ๑/๒๕๖๘ เมื่อวันที่ ๘ มกราคม ๒๕๖๘"
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
BODY = section(text("ตามที่"))


class Writing:
    """A matter of the second meeting, being written, with all that citing needs."""

    def __init__(self, qtbot, desk, errands):
        self.qtbot, self.desk = qtbot, desk
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.pane, self.undo = MatterPane(desk, self.window), UndoBar(self.window)
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane)
        column.addWidget(self.undo)
        self.citing = Citing(self.pane, lambda: SECOND, self.undo, desk, errands)
        self.pane.show_matter(desk.read(records.read, Kind.MATTER, MATTER), SECOND)
        self.window.resize(700, 600)
        self.window.show()
        self.activate()

    def activate(self):
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def cite(self, write, typed):
        """Ask by the key where the keyboard is, find and take one."""
        QApplication.processEvents()
        self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_K, BOTH)
        dialog = self.citing.dialog
        assert dialog is not None
        search = dialog.search
        self.qtbot.waitUntil(dialog.isVisible)
        write(search.line, typed)
        self.qtbot.keyClick(search.line, Qt.Key.Key_Return)
        self.qtbot.waitUntil(dialog.isHidden)
        self.activate()

    def links_of(self, resolution):
        return [one.opens for one in self.desk.read(links.read_links, resolution)]


@pytest.fixture
def writing(qtbot, desk):
    desk.write(desk, records.remove, Kind.LINK, uid("link"))
    desk.write(desk, records.add, Kind.SECTION, BODY, MATTER)
    errands = Errands("test")
    yield Writing(qtbot, desk, errands)
    errands.stop()


def words(desk):
    return words_of(desk.read(records.read, Kind.SECTION, BODY.uid).record.body)


def test_in_a_body_words_and_link_come_and_go_together(qtbot, write, desk, writing):
    writing.pane.go_to(Kind.SECTION, BODY.uid)
    editor = writing.pane.body.editor
    qtbot.keyClick(editor, Qt.Key.Key_End)
    writing.cite(write, "1/2568 กองระบบงาน")
    assert editor.hasFocus()
    assert writing.pane.flush()
    assert words(desk) == f"ตามที่{CITED}"
    assert writing.links_of(uid("r8")) == [uid("r5")]
    qtbot.keyClick(writing.window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(writing.undo.isHidden)
    assert writing.pane.flush()
    assert words(desk) == "ตามที่"
    assert writing.links_of(uid("r8")) == []


def test_in_the_wording_of_a_resolution_it_links_that_one(qtbot, write, desk, writing):
    writing.pane.go_to(Kind.RESOLUTION, uid("r8"))
    writing.cite(write, "มอบหมายให้กองระบบงาน")
    assert writing.pane.flush()
    made = desk.read(records.read, Kind.RESOLUTION, uid("r8")).record
    assert made.text == f"{CITED} รับรองโดยไม่มีแก้ไข"
    matter = desk.read(records.read, Kind.MATTER, MATTER).record
    [link] = matter.links
    assert (link.target, link.resolution, link.words) == (uid("r5"), uid("r8"), CITED)


def test_after_more_was_typed_only_the_link_is_taken_back(qtbot, write, desk, writing):
    writing.pane.go_to(Kind.SECTION, BODY.uid)
    qtbot.keyClick(writing.pane.body.editor, Qt.Key.Key_End)
    writing.cite(write, "1/2568 กองระบบงาน")
    write(writing.pane.body.editor, "ก")
    qtbot.keyClick(writing.window, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(writing.undo.isHidden)
    assert writing.pane.flush()
    assert words(desk) == f"ตามที่{CITED}ก"
    assert writing.links_of(uid("r8")) == []


def test_escape_cites_nothing(qtbot, desk, writing):
    writing.pane.go_to(Kind.SECTION, BODY.uid)
    QApplication.processEvents()
    qtbot.keyClick(writing.pane.body.editor, Qt.Key.Key_K, BOTH)
    qtbot.waitUntil(writing.citing.dialog.isVisible)
    qtbot.keyClick(writing.citing.dialog.search.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(writing.citing.dialog.isHidden)
    assert writing.pane.flush()
    assert words(desk) == "ตามที่"
