"""Files that cannot be read, that are of a meeting on file, that are too many, or oddly called."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton

from bmahr_desktop.operations.attachments import list_attachments
from bmahr_desktop.operations.registers import list_meetings
from bmahr_desktop.ui.old_minutes import reading
from bmahr_desktop.ui.old_minutes.taken_file import Standing
from tests.ui.old_minutes.conftest import typed_file


def meetings(desk):
    return {(one.number, one.year): one for one in desk.read(list_meetings)}


@pytest.fixture
def damaged(tmp_path):
    path = tmp_path / "เสียหาย.docx"
    path.write_bytes(b"PK\x03\x04 no more than that")
    return path


# ---------------------------------------------------------------- refused


def test_a_damaged_file_is_told_and_the_others_are_read(old, taken, damaged, tmp_path):
    old_word = tmp_path / "เก่า.doc"
    old_word.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    sheet = tmp_path / "ตาราง.xlsx"
    sheet.write_bytes(b"x")
    files = taken(damaged, old_word, sheet, typed_file(tmp_path, 1))
    standings = [old.files.standing(one) for one in files]
    assert standings == [Standing.REFUSED] * 3 + [Standing.READY]
    for file in files[:3]:
        old.choose(file)
        assert file.name in old.preview.end.words.text()
    assert "อ่านไม่ได้ ๓" in old.summary.text()


def test_a_file_that_was_mended_is_read_again(qtbot, old, taken, press, damaged, tmp_path):
    (file,) = taken(damaged)
    typed_file(tmp_path, 2, name=damaged.name)
    press(old, "old_read_again")
    qtbot.waitUntil(lambda: old.files.standing(file) is Standing.READY)
    assert file.number() == (2, 2564)


def test_a_file_that_cannot_be_read_is_registered_instead(qtbot, old, taken, press, damaged):
    (file,) = taken(damaged)
    press(old, "old_register")
    qtbot.waitUntil(lambda: file.look is not None)
    assert old.preview.typing.isVisible()
    assert old.files.standing(file) is Standing.LOOK


def test_nothing_to_read_is_said(qtbot, old, tmp_path):
    (tmp_path / "ว่าง").mkdir()
    with qtbot.waitSignal(old.work.found):
        old.take((tmp_path / "ว่าง",))
    assert "ว่าง" in old.note.text()


def test_a_file_changed_after_it_was_read_is_not_kept(qtbot, old, desk, taken, press, tmp_path):
    path = typed_file(tmp_path, 1)
    (file,) = taken(path)
    typed_file(tmp_path, 2, name=path.name)
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    assert meetings(desk) == {}
    assert path.name in old.note.text()
    assert old.files.standing(file) is Standing.READY


# ---------------------------------------------------------------- on file already


@pytest.fixture
def twice(qtbot, old, taken, press, tmp_path):
    """A meeting on file, and another file of the same meeting."""
    (first,) = taken(typed_file(tmp_path, 1))
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    (second,) = taken(typed_file(tmp_path, 1, more=("ฉบับแก้ไขแล้ว",), name="แก้ไข.docx"))
    old.choose(second)
    return first, second


def test_a_number_on_file_is_asked_about_and_nothing_written(
    old, desk, twice, press, answer, qtbot
):
    first, second = twice
    assert old.files.standing(second) is Standing.ON_FILE
    assert not old.keep_all.isEnabled()
    asked = answer(3)
    press(old, "old_keep")
    assert "๑/๒๕๖๔" in asked[0]
    assert [one.uid for one in desk.read(list_meetings)] == [first.kept]
    assert len(desk.read(list_attachments, first.kept)) == 1
    with qtbot.waitSignal(old.meeting_wanted) as wanted:
        press(old, "old_twin")
    assert wanted.args == [first.kept]


def test_the_file_can_be_attached_to_the_one_on_file(old, desk, twice, press, answer):
    first, second = twice
    answer(2)
    press(old, "old_keep")
    titles = [one.title for one in desk.read(list_attachments, first.kept)]
    assert titles == ["รายงาน 1", "แก้ไข"]
    assert old.files.standing(second) is Standing.KEPT
    old.undo._button.click()
    assert len(desk.read(list_attachments, first.kept)) == 1


def test_the_one_on_file_is_replaced_only_when_that_is_said(qtbot, old, desk, twice, press, answer):
    first, second = twice
    answer(1)
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    assert [one.uid for one in desk.read(list_meetings)] == [second.kept]
    old.undo._button.click()
    assert [one.uid for one in desk.read(list_meetings)] == [first.kept]


def test_two_files_of_one_meeting_are_not_kept_together(old, taken, tmp_path):
    files = taken(typed_file(tmp_path, 1), typed_file(tmp_path, 1, name="อีกฉบับ.docx"))
    assert [old.files.standing(one) for one in files] == [Standing.LOOK] * 2
    assert "อีกฉบับ.docx" in old.preview._questions.text()
    assert not old.keep_all.isEnabled()


# ---------------------------------------------------------------- many, and stopping


@pytest.fixture
def hundred(tmp_path):
    folder = tmp_path / "ร้อยแฟ้ม"
    folder.mkdir()
    data = typed_file(tmp_path, 1).read_bytes()
    for number in range(100):
        (folder / f"{number:03}.docx").write_bytes(data)
    return folder


def test_reading_a_hundred_files_can_be_stopped_and_goes_on(qtbot, old, hundred, press):
    old.take((hundred,))
    qtbot.waitUntil(lambda: sum(one.look is not None for one in old.files.files) >= 2)
    press(old, "old_stop")
    qtbot.waitUntil(lambda: not old.work.busy())
    waiting = [one for one in old.files.files if one.waits()]
    assert len(old.files.files) == 100
    assert len(waiting) > 50
    assert not old.bar.isVisible()
    last = waiting[-1]
    old.choose(last)
    press(old, "old_resume")
    qtbot.waitUntil(lambda: last.look is not None)  # what one looks at is read first
    assert any(one.waits() for one in old.files.files)
    press(old, "old_stop")


def test_the_window_can_be_closed_while_it_reads(qtbot, old, hundred):
    old.take((hundred,))
    qtbot.waitUntil(lambda: old.work.busy() and bool(old.files.files))
    with qtbot.waitSignal(old.closed):
        old.close()


def test_too_many_files_are_refused_in_words(tmp_path):
    for number in range(reading.MOST + 1):
        (tmp_path / f"{number}.docx").touch()
    gathered = reading.gather((tmp_path,))
    assert gathered.files == ()
    assert str(reading.MOST) in str(gathered.faults[0].values)
    some = tuple(tmp_path / f"{number}.docx" for number in range(5))
    assert len(reading.gather(some, already=reading.MOST - 2).files) == 2


# ---------------------------------------------------------------- odd names


@pytest.mark.parametrize("name", ["..\\..\\ออกไป.docx", "บรรทัด\nสอง.docx", "\u202efdp.docx"])
def test_an_odd_name_is_only_a_name(qtbot, old, desk, office, taken, press, tmp_path, name):
    path = tmp_path / name
    typed_file(tmp_path, 1).rename(path)
    (file,) = taken(path)
    assert "\n" not in file.name
    assert "\u202e" not in file.name
    with qtbot.waitSignal(old.keeping.done):
        press(old, "old_keep")
    (line,) = desk.read(list_attachments, file.kept)
    assert not set(line.title) & set("\\/\n\u202e")
    kept = office.files.place(line.sha256)
    assert kept.is_file()
    assert kept.is_relative_to(office.path.with_suffix(".d"))


def test_a_path_that_goes_up_is_read_where_it_leads(old, taken, tmp_path):
    (tmp_path / "ก").mkdir()
    path = typed_file(tmp_path, 1)
    (file,) = taken(tmp_path / "ก" / ".." / path.name)
    assert file.name == path.name
    assert old.files.standing(file) is Standing.READY


# ---------------------------------------------------------------- dropped, left


def test_files_are_dropped_on_the_window(qtbot, old, tmp_path):
    path = typed_file(tmp_path, 1)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)), QUrl("https://example.org/x.docx")])
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(50, 300), copy, data, left, none)
    QApplication.sendEvent(old, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(old, QDropEvent(QPointF(50, 300), copy, data, left, none))
    qtbot.waitUntil(lambda: bool(old.files.files) and not old.work.busy())
    qtbot.waitUntil(lambda: old.files.files[0].look is not None)
    assert [one.path for one in old.files.files] == [Path(path)]


def test_leaving_with_something_put_right_is_asked(qtbot, old, taken, answer, tmp_path):
    (file,) = taken(typed_file(tmp_path, 1))
    old.preview.heading.number.choose(9)
    assert file.touched()
    answer(2)
    old.close()
    assert old.isVisible()
    answer(1)
    with qtbot.waitSignal(old.closed):
        old.close()


def test_a_file_is_taken_off_the_list_and_not_off_the_disk(qtbot, old, taken, answer, tmp_path):
    path = typed_file(tmp_path, 1)
    (file,) = taken(path)
    old.preview.heading.number.choose(9)
    old.list.setFocus()
    answer(2)
    qtbot.keyClick(old.list, Qt.Key.Key_Delete)
    assert old.files.files == [file]
    answer(1)
    qtbot.keyClick(old.list, Qt.Key.Key_Delete)
    assert old.files.files == []
    assert path.is_file()
    assert old.findChild(QPushButton, "empty_state_step").isVisible()
