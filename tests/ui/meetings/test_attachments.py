from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDragEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import attachments, records
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.meetings.attachments.pane import AttachmentsPane
from tests.meetings import uid
from tests.records import SHEET
from tests.ui.meetings.attaching import choosing, drop, in_dialog, taken_in

MEETING, NEXT = uid("meeting"), uid("meeting 2")


@pytest.fixture(autouse=True)
def _no_files_of_matters(full_store):
    with full_store.writing() as session:
        records.remove(session, Kind.ATTACHMENT, uid("f1"))


@pytest.fixture
def pane(desk, standing):
    stop = {"before_close_func": lambda pane: pane.intake.stop()}
    return standing(AttachmentsPane(desk), MEETING, **stop)


@pytest.fixture
def files(tmp_path):
    """Two files of an office."""
    found = []
    for name, content in (("ใบลงทะเบียน.xlsx", b"one" * 900), ("แผนผัง.png", b"two" * 900_000)):
        path = tmp_path / name
        path.write_bytes(content)
        found.append(path)
    return found


def titles(pane, meeting=MEETING):
    return [line.title for line in pane._desk.read(attachments.list_attachments, meeting)]


def shown(pane):
    return [tuple(row.text(column) for column in range(3)) for row in pane.view.rows()]


class Opener(QObject):
    """Stands for the programs of the PC."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def show(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener():
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "show")  # type: ignore[arg-type]
    yield opener
    QDesktopServices.unsetUrlHandler("file")


# ---------------------------------------------------------------- in


def test_files_are_listed_with_kind_and_size(qtbot, pane, files):
    assert drop(pane, files)
    taken_in(qtbot, pane)
    rows = shown(pane)
    assert [row[0] for row in rows] == ["ระเบียบวาระ", "ใบลงทะเบียน", "แผนผัง"]
    assert rows[1][2].startswith("๓ ")
    assert rows[2][2].startswith("๒.๖ ")
    assert len({row[1] for row in rows}) == 3
    assert pane.form.title.text() == "แผนผัง"
    assert not pane.intake.isVisible()


def test_files_are_chosen_in_a_dialog(qtbot, pane, files):
    choosing(files[0])
    qtbot.keyClick(pane.view, Qt.Key.Key_Insert)
    taken_in(qtbot, pane)
    assert titles(pane) == ["ระเบียบวาระ", "ใบลงทะเบียน"]


def test_what_cannot_be_taken_in_is_told_and_the_rest_is(qtbot, pane, files, tmp_path, monkeypatch):
    monkeypatch.setattr(attachments, "LARGEST", 1024 * 1024)
    empty = tmp_path / "ว่าง.pdf"
    empty.write_bytes(b"")
    drop(pane, [empty, files[1], tmp_path, files[0]])
    taken_in(qtbot, pane)
    told = pane.outcome.note.text().split("\n")
    assert len(told) == 3
    assert "ว่าง.pdf" in told[0]
    assert "แผนผัง.png" in told[1]
    assert tmp_path.name in told[2]
    assert titles(pane) == ["ระเบียบวาระ", "ใบลงทะเบียน"]
    drop(pane, [empty])
    taken_in(qtbot, pane)
    assert len(pane.outcome.note.text().split("\n")) == 1


def test_the_same_file_again_is_refused(qtbot, pane, tmp_path):
    again = tmp_path / "ชื่อใหม่.pdf"
    again.write_bytes(SHEET)
    drop(pane, [again])
    taken_in(qtbot, pane)
    assert "ระเบียบวาระ" in pane.outcome.note.text()
    assert pane.count() == 1


def test_a_file_goes_to_the_meeting_that_it_was_dropped_on(qtbot, pane, files):
    drop(pane, files)
    pane.show_meeting(NEXT)
    taken_in(qtbot, pane)
    assert titles(pane, NEXT) == []
    assert len(titles(pane)) == 3
    assert pane.count() == 0


def test_waiting_files_can_be_stopped(qtbot, desk, files):
    errands, gate = Errands("test"), Event()
    pane = AttachmentsPane(desk, errands=errands)
    qtbot.addWidget(pane, before_close_func=lambda _: errands.stop())
    pane.show_meeting(MEETING)
    pane.show()
    errands.run(lambda _: gate.wait(5))  # something else is under way
    drop(pane, files)
    assert pane.intake.isVisible()
    button = pane.findChild(QAbstractButton, "attachment_stop")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not pane.intake.isVisible()
    drop(pane, files[:1])
    gate.set()
    taken_in(qtbot, pane)
    assert titles(pane) == ["ระเบียบวาระ", "ใบลงทะเบียน"]


def test_words_are_not_dropped(pane):
    data = QMimeData()
    data.setText("ข้อความ")
    event = QDragEnterEvent(
        QPointF(9, 9).toPoint(), Qt.DropAction.CopyAction, data,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(pane, event)
    assert not event.isAccepted()


def test_an_empty_list_says_what_belongs_there(qtbot, pane, files):
    pane.show_meeting(NEXT)
    assert not pane.view.isVisible()
    assert not pane.findChild(QAbstractButton, "attachment_open").isEnabled()
    choosing(files[0])
    step = pane.findChild(QAbstractButton, "empty_state_step")
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    taken_in(qtbot, pane)
    assert pane.view.isVisible()
    assert titles(pane, NEXT) == ["ใบลงทะเบียน"]


# ---------------------------------------------------------------- out


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, None])
def test_a_copy_is_opened_that_can_only_be_read(qtbot, pane, opener, key, full_store):
    if key:
        qtbot.keyClick(pane.view, key)
    else:
        row = pane.view.visualItemRect(pane.view.currentItem())
        qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
        qtbot.mouseDClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    (path,) = opener.opened
    assert path.endswith("ระเบียบวาระ.pdf")
    assert Path(path).read_bytes() == SHEET
    assert str(full_store.path.parent) not in path
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert opener.opened[1] != path


def test_what_might_be_a_program_is_not_opened(qtbot, pane, opener, tmp_path):
    program = tmp_path / "ตัวอย่าง.pdf.exe"
    program.write_bytes(b"MZ")
    drop(pane, [program])
    taken_in(qtbot, pane)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert opener.opened == []
    assert pane.outcome.note.text()


def test_a_copy_is_written_where_it_is_wanted(qtbot, pane, tmp_path):
    def choose(dialog):
        assert dialog.selectedFiles()[0].endswith("ระเบียบวาระ.pdf")
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("สำเนา.pdf")
        dialog.accept()

    in_dialog(choose)
    button = pane.findChild(QAbstractButton, "attachment_export")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (tmp_path / "สำเนา.pdf").read_bytes() == SHEET
    assert "สำเนา.pdf" in pane.outcome.told.text()


def test_a_file_that_is_gone_is_told(qtbot, pane, opener, full_store):
    (line,) = pane.listed
    full_store.files.place(line.sha256).unlink()
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert "ระเบียบวาระ.pdf" in pane.outcome.note.text()
    assert opener.opened == []


# ---------------------------------------------------------------- changes


def test_a_file_is_renamed(qtbot, pane, write):
    qtbot.keyClick(pane.view, Qt.Key.Key_F2)
    assert pane.form.title.hasFocus()
    write(pane.form.title, "ระเบียบวาระ ฉบับแก้ไข")
    qtbot.keyClick(pane.form.title, Qt.Key.Key_Return)
    assert titles(pane) == ["ระเบียบวาระ ฉบับแก้ไข"]
    assert shown(pane)[0][0] == "ระเบียบวาระ ฉบับแก้ไข"
    assert pane.listed[0].out_name == "ระเบียบวาระ ฉบับแก้ไข.pdf"


def test_files_move_and_go_and_come_back(qtbot, pane, files):
    drop(pane, files)
    taken_in(qtbot, pane)
    pane.view.setFocus()
    qtbot.keyClick(pane.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(pane) == ["ระเบียบวาระ", "แผนผัง", "ใบลงทะเบียน"]
    qtbot.keyClick(pane.view, Qt.Key.Key_Delete)
    assert titles(pane) == ["ระเบียบวาระ", "ใบลงทะเบียน"]
    assert pane.form.title.text() == "ใบลงทะเบียน"
    qtbot.keyClick(pane.view, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: not pane.undo.isVisible())
    assert titles(pane) == ["ระเบียบวาระ", "แผนผัง", "ใบลงทะเบียน"]
    assert pane.form.title.text() == "แผนผัง"


def test_a_change_elsewhere_is_shown(pane, desk):
    desk.write(desk, records.amend, Kind.ATTACHMENT, uid("f2"), None, title="อื่น")
    assert shown(pane)[0][0] == "อื่น"
    assert pane.form.title.text() == "อื่น"
