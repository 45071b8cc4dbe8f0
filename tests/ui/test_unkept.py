"""A full disk, a disk that goes away, a program that is killed: what is typed is never lost."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import event

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import utc_now
from bmahr_desktop.operations.rescue import find_offers, keep_aside, rescued
from bmahr_desktop.ui.fields.pausing import USUAL, Pace, use_pace
from bmahr_desktop.ui.notices import DecisionDialog
from bmahr_desktop.ui.rescue_dialog import RescueDialog
from bmahr_desktop.ui.rescue_keeper import passing_files
from tests.ui.desks import at_work, meeting_of, record_of

SENTENCE = "ที่ประชุมขอให้ฝ่ายเลขานุการตรวจสอบอีกครั้งหนึ่ง "
QUICK = Pace(pause=40, longest=200, again=150, aside=20)


@pytest.fixture(autouse=True)
def quick():
    use_pace(QUICK)
    yield
    use_pace(USUAL)


class Disk:
    """The disk of a file in use, full from a moment on: SQLite may take no page more."""

    def __init__(self, workspace):
        self._engine = workspace._store.engine
        self._full = False
        event.listen(self._engine, "begin", self._on_begin)
        with closing(sqlite3.connect(workspace.place.file)) as connection:
            connection.execute("VACUUM")  # nothing is free within the file either

    def _on_begin(self, connection):
        if connection.get_execution_options().get("reading"):
            return
        pages = 1 if self._full else 1_000_000  # SQLite takes 1 for "no more than there are"
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    def fill(self):
        self._full = True

    def make_room(self):
        self._full = False


LONG = SENTENCE * 300
"""More than fits into the pages that a file has left."""


@pytest.fixture
def disk(workspace):
    return Disk(workspace)


@pytest.fixture
def pane(workspace):
    return workspace.meetings.pane


@pytest.fixture
def sections(workspace):
    """Two parts of different matters."""
    found = record_of(workspace, Kind.MEETING, meeting_of(workspace))
    matters = [matter for item in found.agenda for matter in item.matters if matter.sections]
    return matters[0].sections[0].uid, matters[-1].sections[0].uid


def body(workspace, section):
    return words_of(record_of(workspace, Kind.SECTION, section).body)


def typed(pane, text):
    """Type much at once, as a paste is."""
    editor = pane.agenda.matter.body.editor
    cursor = editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    editor.setTextCursor(cursor)
    editor.textCursor().insertText(text)


def foot(workspace):
    return workspace.window_.foot._saved.text()


def in_dialog(kind, act):
    """Act in the next dialog of a kind, as soon as it is there."""

    def look():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            timer.stop()
            act(dialog)

    timer = QTimer(QApplication.instance(), interval=20)
    timer.timeout.connect(look)
    timer.start()


# ---------------------------------------------------------------- while one types


def test_what_is_typed_is_on_file_within_a_second_of_a_pause_and_five_without_one():
    assert USUAL.pause <= 1_000
    assert USUAL.longest <= 5_000


def test_typing_without_a_pause_is_on_file_all_the_same(qtbot, write, workspace, pane, sections):
    workspace.open_record(sections[0])
    field = pane.agenda.matter.body
    seen = []
    field.kept.connect(lambda: seen.append(field.editor.toPlainText()))
    for number in range(40):
        write(field.editor, str(number % 10))
        qtbot.wait(QUICK.pause // 2)
    assert len(seen) >= 3
    qtbot.waitUntil(lambda: field.editor.toPlainText() == seen[-1])


def test_so_is_a_line_and_a_text_of_several_lines(qtbot, write, workspace, pane):
    resolution = record_of(workspace, Kind.MEETING, meeting_of(workspace)).agenda[2].matters[0]
    workspace.open_record(resolution.resolutions[0].uid)
    form = pane.agenda.matter.resolutions._forms[0]
    item = pane.agenda.matter.title
    for field, kept in ((form.text, form), (item.title, item)):
        seen: list[str] = []
        kept.amended.connect(seen.append)
        for number in range(30):
            write(field, str(number % 10))
            qtbot.wait(QUICK.pause // 2)
        assert len(seen) >= 2


# ---------------------------------------------------------------- a full disk


def test_on_a_full_disk_one_goes_on_and_nothing_is_lost(qtbot, workspace, pane, disk, sections):
    first, second = sections
    workspace.open_record(first)
    disk.fill()
    typed(pane, LONG)
    qtbot.waitUntil(lambda: workspace.rescue.copy is not None)
    assert "ดิสก์เต็ม" in pane.agenda.matter.body.note.text()
    assert "ดิสก์เต็ม" in foot(workspace)
    assert LONG not in body(workspace, first)
    workspace.open_record(second)  # no question stands in the way
    assert pane.agenda.matter.body._uid == second
    typed(pane, f"อีก{LONG}")
    waiting = workspace.desk.unkept.pending
    qtbot.waitUntil(lambda: len(waiting()) == 2)
    assert len(list(workspace.place.rescue.iterdir())) == 1
    workspace.open_record(first)  # it shows what was typed, not what is on file
    assert LONG in pane.agenda.matter.body.editor.toPlainText()
    typed(pane, "ต่ออีก")
    workspace.open_record(second)
    disk.make_room()
    qtbot.waitUntil(lambda: not waiting(), timeout=5_000)
    assert f"{LONG}ต่ออีก" in body(workspace, first)
    assert f"อีก{LONG}" in body(workspace, second)
    assert list(workspace.place.rescue.iterdir()) == []
    assert "บันทึกแล้ว" in foot(workspace)
    assert not pane.agenda.matter.body.note.text()


def test_a_resolution_on_a_full_disk_waits_as_a_body_does(qtbot, workspace, pane, disk):
    meeting = record_of(workspace, Kind.MEETING, meeting_of(workspace))
    one = meeting.agenda[2].matters[0].resolutions[0].uid
    workspace.open_record(one)
    form = pane.agenda.matter.resolutions._forms[0]
    disk.fill()
    form.text.setPlainText(LONG)
    waiting = workspace.desk.unkept.pending
    qtbot.waitUntil(lambda: len(waiting()) == 1)
    assert "ดิสก์เต็ม" in form.wording.error()
    workspace.open_record(meeting.agenda[0].uid)
    workspace.open_record(one)
    form = pane.agenda.matter.resolutions._forms[0]
    assert form.text.toPlainText() == LONG
    assert "ดิสก์เต็ม" in form.wording.error()
    workspace.open_record(meeting.agenda[0].uid)
    disk.make_room()
    qtbot.waitUntil(lambda: not waiting(), timeout=5_000)
    assert record_of(workspace, Kind.RESOLUTION, one).text == LONG


def test_closing_says_that_it_is_kept_aside_and_the_next_start_offers_it(
    qtbot, sample_copy, passing
):
    with at_work(qtbot, sample_copy) as workspace:
        meeting = record_of(workspace, Kind.MEETING, meeting_of(workspace))
        matters = [m for item in meeting.agenda for m in item.matters if m.sections]
        section = matters[0].sections[0].uid
        disk = Disk(workspace)
        workspace.open_record(section)
        disk.fill()
        typed(workspace.meetings.pane, LONG)
        in_dialog(DecisionDialog, lambda dialog: dialog.findChild(object, "decision_1").click())
        workspace.window_.close()
        assert workspace.window_.isVisible()
        in_dialog(DecisionDialog, lambda dialog: dialog.findChild(object, "decision_2").click())
        workspace.window_.close()
        assert not workspace.window_.isVisible()
    seen = []

    def put_in(dialog):
        seen.append(dialog.list.item(0).text())
        seen.append(dialog.comparison.before.text.toPlainText())
        seen.append(dialog.comparison.after.text.toPlainText())
        window = dialog.parentWidget()
        dialog.put.click()
        window.activateWindow()

    in_dialog(RescueDialog, put_in)
    with at_work(qtbot, sample_copy) as again:
        assert "๑/๒๕๖๘" in seen[0]
        assert LONG not in seen[1]
        assert LONG in seen[2]
        assert LONG in body(again, section)
        again.open_record(section)
        assert LONG in again.meetings.pane.agenda.matter.body.editor.toPlainText()
        assert [one.name for one in again.place.rescue.iterdir()] == ["done"]


def test_with_no_room_anywhere_the_text_stays_in_its_field(
    qtbot, workspace, pane, disk, sections, passing, monkeypatch
):
    (passing / "file").write_bytes(b"no folder either")
    monkeypatch.setattr("tempfile.tempdir", str(passing / "file"))
    workspace.place.folder.mkdir(exist_ok=True)
    workspace.place.rescue.write_bytes(b"no folder")
    workspace.open_record(sections[0])
    disk.fill()
    typed(pane, LONG)
    qtbot.waitUntil(lambda: "ดิสก์เต็ม" in foot(workspace))
    qtbot.wait(4 * QUICK.aside)
    assert workspace.rescue.copy is None
    workspace.place.rescue.unlink()
    qtbot.waitUntil(lambda: workspace.rescue.copy is not None)
    disk.make_room()
    qtbot.waitUntil(workspace.desk.unkept.empty)
    assert LONG in body(workspace, sections[0])


# ---------------------------------------------------------------- a disk that goes away


def test_a_disk_that_goes_away_and_comes_back(qtbot, sample_file, tmp_path, passing):
    usb, pulled = tmp_path / "usb", tmp_path / "pulled out"
    usb.mkdir()
    shutil.copy(sample_file, usb / "office.sqlite")
    with at_work(qtbot, usb / "office.sqlite") as workspace:
        meeting = record_of(workspace, Kind.MEETING, meeting_of(workspace))
        matters = [m for item in meeting.agenda for m in item.matters if m.sections]
        section = matters[0].sections[0].uid
        workspace.open_record(section)
        workspace.meetings.show_paper(False)
        usb.rename(pulled)
        typed(workspace.meetings.pane, SENTENCE)
        qtbot.waitUntil(lambda: workspace.rescue.copy is not None)
        assert workspace.rescue.copy.parent == passing
        assert not usb.exists()
        assert "แฟ้มไม่อยู่ที่เดิมแล้ว" in foot(workspace)
        typed(workspace.meetings.pane, "ยังพิมพ์ต่อได้")
        qtbot.wait(2 * QUICK.longest)
        outline = workspace.meetings.pane.agenda.outline
        shown = outline.current()
        with qtbot.capture_exceptions() as refused:  # the program says it in the foot
            outline.choose(meeting.agenda[-1].uid)
            qtbot.waitUntil(lambda: outline.current() == shown)
        assert {one[0] for one in refused} == {OutOfReach}
        pulled.rename(usb)
        qtbot.waitUntil(workspace.desk.unkept.empty, timeout=5_000)
        assert f"{SENTENCE}ยังพิมพ์ต่อได้" in body(workspace, section)
        assert list(passing.iterdir()) == []


def test_a_record_that_was_removed_elsewhere_leaves_its_text(qtbot, workspace, pane, sections):
    workspace.open_record(sections[0])
    typed(pane, "ยังไม่ได้บันทึก")
    with workspace._store.writing() as session:
        records.remove(session, Kind.SECTION, sections[0])
    qtbot.waitUntil(lambda: workspace.rescue.copy is not None)
    (offer,) = workspace.desk.read(find_offers, workspace.place, workspace.place.folder)
    assert offer.gone
    assert "ยังไม่ได้บันทึก" in offer.value
    workspace.desk.unkept.settle(sections[0])


# ---------------------------------------------------------------- the offer


def rescue_of(workspace, *texts):
    """Keep texts aside as an earlier program would have."""
    made = [rescued(Kind.RESOLUTION, uid, "text", "", text, utc_now()) for uid, text in texts]
    return keep_aside(workspace.place, passing_files(), "old", made, utc_now())


@pytest.fixture
def resolutions(workspace):
    meeting = record_of(workspace, Kind.MEETING, meeting_of(workspace))
    return [one for item in meeting.agenda for m in item.matters for one in m.resolutions]


def offered(qtbot, workspace):
    workspace.beside.offer_rescued(workspace.place)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RescueDialog)
    return dialog


def test_one_puts_in_or_leaves_or_decides_later(qtbot, workspace, resolutions):
    first, second, third = resolutions[:3]
    path = rescue_of(
        workspace, (first.uid, "หนึ่งใหม่"), (second.uid, "สองใหม่"), (third.uid, "สามใหม่")
    )
    dialog = offered(qtbot, workspace)
    assert dialog.list.count() == 3
    dialog.put.click()
    dialog.keep.click()
    assert dialog.list.count() == 1
    dialog.later.click()
    now = [record_of(workspace, Kind.RESOLUTION, one.uid).text for one in resolutions[:3]]
    assert now == ["หนึ่งใหม่", second.text, third.text]
    assert path.is_file()
    dialog = offered(qtbot, workspace)
    assert dialog.comparison.after.text.toPlainText() == "สามใหม่"
    dialog.copy.click()
    assert QApplication.clipboard().text() == "สามใหม่"
    dialog.keep.click()
    assert not path.exists()
    workspace.beside.offer_rescued(workspace.place)
    assert QApplication.activeModalWidget() is None


def test_what_was_changed_meanwhile_is_shown_again_before_it_is_written_over(
    qtbot, workspace, resolutions
):
    one = resolutions[0].uid
    rescue_of(workspace, (one, "ที่กู้ไว้"))
    dialog = offered(qtbot, workspace)
    with workspace._store.writing() as session:
        records.amend(session, Kind.RESOLUTION, one, None, text="แก้ทีหลัง")
    dialog.put.click()
    assert dialog.note.text()
    assert dialog.comparison.before.text.toPlainText() == "แก้ทีหลัง"
    dialog.put.click()
    assert record_of(workspace, Kind.RESOLUTION, one).text == "ที่กู้ไว้"


def test_a_text_whose_record_is_gone_can_be_copied(qtbot, workspace, resolutions):
    rescue_of(workspace, (resolutions[0].uid, "ที่กู้ไว้"))
    with workspace._store.writing() as session:
        records.remove(session, Kind.RESOLUTION, resolutions[0].uid)
    dialog = offered(qtbot, workspace)
    assert not dialog.put.isEnabled()
    assert dialog.note.text()
    dialog.copy.click()
    assert QApplication.clipboard().text() == "ที่กู้ไว้"
    dialog.keep.click()
