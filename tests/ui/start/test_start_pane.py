from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.places import data_folder, data_place
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.start.choice_button import ChoiceButton
from bmahr_desktop.ui.start.start_pane import StartPane

DAMAGED = msg("The file is damaged. Open the newest copy in “backups”.")


@pytest.fixture
def settings(qapp):
    return Settings()


@pytest.fixture
def pane(qtbot, settings):
    pane = StartPane(settings)
    qtbot.addWidget(pane)
    pane.resize(1366, 768)
    pane.show()
    pane.activateWindow()
    pane.setFocus()
    qtbot.waitUntil(choice(pane, "start_sample").hasFocus)
    return pane


def choice(pane, name):
    return pane.findChild(ChoiceButton, name)


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_sample_is_one_key_away(qtbot, pane):
    with qtbot.waitSignal(pane.sample_wanted):
        qtbot.keyClick(choice(pane, "start_sample"), Qt.Key.Key_Space)


def test_the_three_ways_are_gone_through_with_arrows_and_pressed_with_enter(qtbot, pane):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert choice(pane, "start_create").hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    with qtbot.waitSignal(pane.sample_wanted):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def file_dialog(qtbot, pane):
    qtbot.waitUntil(lambda: pane.findChild(QFileDialog) is not None)
    return pane.findChild(QFileDialog)


def test_a_new_file_is_made_where_the_data_lies_unless_another_place_is_chosen(qtbot, pane):
    data_folder().mkdir(parents=True)
    press(qtbot, choice(pane, "start_create"))
    dialog = file_dialog(qtbot, pane)
    assert Path(dialog.directory().absolutePath()) == data_folder()
    with qtbot.waitSignal(pane.create_wanted) as wanted:
        dialog.accept()
    assert wanted.args == [data_place().file]


def test_a_new_file_gets_its_ending(qtbot, pane, tmp_path):
    press(qtbot, choice(pane, "start_create"))
    dialog = file_dialog(qtbot, pane)
    dialog.setDirectory(str(tmp_path))
    dialog.findChild(QLineEdit).setText("งานประชุม")
    with qtbot.waitSignal(pane.create_wanted) as wanted:
        dialog.accept()
    assert wanted.args == [tmp_path / "งานประชุม.sqlite"]


def test_a_new_file_never_takes_the_place_of_another(qtbot, pane, tmp_path):
    data_folder().mkdir(parents=True)
    data_place().file.write_bytes(b"records")
    press(qtbot, choice(pane, "start_create"))
    dialog = file_dialog(qtbot, pane)
    with qtbot.assertNotEmitted(pane.create_wanted):
        dialog.findChild(QLineEdit).setText(data_place().file.name)
        dialog.accept()
    assert data_place().file.name in pane.refusal()
    assert "มีแฟ้มชื่อนี้อยู่แล้ว" in pane.refusal()


def test_a_name_that_is_free_is_proposed(qtbot, pane):
    data_folder().mkdir(parents=True)
    data_place().file.write_bytes(b"records")
    press(qtbot, choice(pane, "start_create"))
    with qtbot.waitSignal(pane.create_wanted) as wanted:
        file_dialog(qtbot, pane).accept()
    assert wanted.args == [data_folder() / "secretary-2.sqlite"]


def test_a_file_is_opened_from_a_dialog(qtbot, pane, settings, tmp_path):
    file = tmp_path / "office.sqlite"
    file.write_bytes(b"")
    settings.remember_file(file)
    press(qtbot, choice(pane, "start_open"))
    dialog = file_dialog(qtbot, pane)
    assert Path(dialog.directory().absolutePath()) == tmp_path
    dialog.selectFile(file.name)
    with qtbot.waitSignal(pane.open_wanted) as wanted:
        dialog.accept()
    assert wanted.args == [file]


def test_a_place_that_is_gone_does_not_matter(qtbot, pane, settings, tmp_path):
    settings.remember_file(tmp_path / "gone" / "further" / "office.sqlite")
    press(qtbot, choice(pane, "start_open"))
    assert Path(file_dialog(qtbot, pane).directory().absolutePath()) == tmp_path


# ---------------------------------------------------------------- files of late


def files_of_late(pane):
    rows = [w for w in pane.findChildren(ChoiceButton) if "recent" in w.objectName()]
    return [row for row in rows if row.isVisible()]


def test_files_of_late_are_one_click_away(qtbot, pane, settings):
    files = [Path(f"/office/{year}/{year}&co.sqlite") for year in range(2561, 2568)]
    for file in files:
        settings.remember_file(file)
    qtbot.waitUntil(lambda: len(files_of_late(pane)) == 5)
    newest = files_of_late(pane)[0]
    assert newest.accessibleName() == "2567&co.sqlite"
    assert newest.accessibleDescription() == str(files[-1].parent)
    with qtbot.waitSignal(pane.open_wanted) as wanted:
        press(qtbot, newest)
    assert wanted.args == [files[-1]]


def test_without_files_of_late_there_is_no_list(pane):
    assert files_of_late(pane) == []


# ---------------------------------------------------------------- refusals


def test_why_a_file_is_not_open_is_said_calmly_and_it_can_be_tried_again(qtbot, pane):
    again = pane.findChild(QPushButton, "start_again")
    assert not again.isVisible()
    pane.show_refusal(Path("/office/secretary.sqlite"), [DAMAGED])
    assert again.isVisible()
    assert "secretary.sqlite" in pane.refusal()
    assert "ไฟล์เสียหาย" in pane.refusal() or "แฟ้มเสียหาย" in pane.refusal()
    with qtbot.waitSignal(pane.open_wanted) as wanted:
        press(qtbot, again)
    assert wanted.args == [Path("/office/secretary.sqlite")]
    assert pane.refusal() == ""
    assert not again.isVisible()


def test_a_long_refusal_is_shown_whole(pane):
    pane.show_refusal(None, [Message("เหตุผลยาวมาก " * 40)])
    QApplication.processEvents()
    assert pane._why.height() >= pane._why.heightForWidth(pane._why.width())
    assert not pane.findChild(QPushButton, "start_again").isVisible()


def test_while_a_file_opens_nothing_else_is_wanted(qtbot, pane):
    pane.show_busy(Message("กำลังเปิดแฟ้ม…"))
    with qtbot.assertNotEmitted(pane.sample_wanted):
        press(qtbot, choice(pane, "start_sample"))
    pane.show_refusal(None, [DAMAGED])
    with qtbot.waitSignal(pane.sample_wanted):
        press(qtbot, choice(pane, "start_sample"))


# ---------------------------------------------------------------- dropping


def drop(pane, *files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    at, copy = QPointF(50, 50), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(at.toPoint(), copy, data, left, none)
    entering.ignore()
    QApplication.sendEvent(pane.viewport(), entering)
    if entering.isAccepted():
        QApplication.sendEvent(pane.viewport(), QDropEvent(at, copy, data, left, none))
    return entering.isAccepted()


def test_a_file_can_be_dropped(qtbot, pane, tmp_path):
    with qtbot.waitSignal(pane.open_wanted) as wanted:
        assert drop(pane, tmp_path / "งาน.SQLITE")
    assert wanted.args == [tmp_path / "งาน.SQLITE"]


@pytest.mark.parametrize("names", [["a.docx"], ["a.sqlite", "b.sqlite"]])
def test_what_is_no_single_file_of_ours_cannot_be_dropped(pane, tmp_path, names):
    assert not drop(pane, *(tmp_path / name for name in names))


# ---------------------------------------------------------------- room


@pytest.mark.parametrize("width", [1366, 683, 420])
def test_the_words_of_every_way_have_room(pane, width):
    pane.resize(width, 768)
    QApplication.processEvents()
    for button in pane.findChildren(ChoiceButton):
        assert button.height() >= button.heightForWidth(button.width())
        assert button.mapTo(pane, button.rect().topRight()).x() < width
    assert pane.horizontalScrollBar().maximum() == 0


def test_it_fits_the_smallest_screen_unscrolled(pane, settings):
    settings.remember_file(Path("/office/secretary.sqlite"))
    QApplication.processEvents()
    assert pane.verticalScrollBar().maximum() == 0


def test_everything_has_a_name(pane):
    for widget in pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.objectName(), widget
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
