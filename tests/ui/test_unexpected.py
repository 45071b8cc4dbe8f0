import faulthandler
import logging
import sys
import threading

import pytest
from PySide6.QtCore import QMessageLogger, QObject, Qt, QTimer, QtMsgType, Signal, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.domain.errors import Frozen, OutOfReach, Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.places import data_place
from bmahr_desktop.ui import logbook
from bmahr_desktop.ui import unexpected as module
from bmahr_desktop.ui.unexpected import Unexpected
from bmahr_desktop.ui.unexpected_dialog import UnexpectedDialog

pytestmark = pytest.mark.qt_no_exception_capture


class Window(QWidget):
    """Something typed in, and a button that is broken."""

    def __init__(self):
        super().__init__()
        self.edit = QLineEdit(self)
        self.edit.setAccessibleName("ชื่อเรื่อง")
        self.button = QPushButton("พัง", self)
        self.error = ValueError("มติหาย")
        self.button.clicked.connect(self.fail)
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        column.addWidget(self.button)

    def fail(self):
        raise self.error


@pytest.fixture
def place(tmp_path):
    return data_place(tmp_path / "office.sqlite")


@pytest.fixture
def unexpected(qapp, place, monkeypatch):
    """Installed; what it would write to the console too is left out."""
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    before = faulthandler.is_enabled()
    unexpected = Unexpected(place)
    unexpected.install()
    yield unexpected
    unexpected.remove()
    for dialog in dialogs():
        dialog.close()
    if before and sys.__stderr__ is not None:
        faulthandler.enable(sys.__stderr__)


@pytest.fixture
def window(qtbot):
    window = Window()
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    return window


def dialogs():
    return [w for w in QApplication.topLevelWidgets()
            if isinstance(w, UnexpectedDialog) and w.isVisible()]  # fmt: skip


def told(qtbot):
    """The dialog, once it is there."""
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    return dialog


def words(dialog):
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def press(qtbot, widget, name):
    qtbot.mouseClick(widget.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def log_of(place):
    return (place.logs / logbook.LOG).read_text(encoding="utf-8")


def test_what_is_typed_is_kept_first_then_it_is_said(qtbot, unexpected, window, place):
    kept = []

    def keep():
        assert dialogs() == []
        kept.append(True)
        return True

    unexpected.keep = keep
    window.button.click()
    dialog = told(qtbot)
    assert kept == [True]
    assert "ข้อความที่พิมพ์ไว้บันทึกครบแล้ว" in words(dialog)
    assert str(place.logs / logbook.LOG) in words(dialog)
    assert "ValueError: มติหาย" in log_of(place)
    go_on = dialog.findChild(QPushButton, "unexpected_go_on")
    assert go_on.text() == "ทำงานต่อ"
    assert go_on.isDefault()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialogs() == []
    assert window.isVisible()
    assert not place.rescue.exists()


@pytest.mark.parametrize("how", ["refused", "raised"])
def test_what_cannot_be_kept_is_saved_beside(qtbot, unexpected, window, place, how):
    def keep():
        if how == "raised":
            raise OSError("disk")
        return False

    window.edit.setText("ร่างมติที่ยังไม่บันทึก")
    unexpected.keep = keep
    window.button.click()
    dialog = told(qtbot)
    (saved,) = place.rescue.iterdir()
    assert saved.read_text(encoding="utf-8") == "ชื่อเรื่อง\nร่างมติที่ยังไม่บันทึก"
    assert str(saved) in words(dialog)
    assert "ร่างมติที่ยังไม่บันทึก" not in log_of(place)


def test_where_no_copy_can_be_written_it_is_said(qtbot, unexpected, window, place, monkeypatch):
    window.edit.setText("ร่างมติ")
    place.rescue.parent.mkdir(parents=True, exist_ok=True)
    place.rescue.write_text("a file stands where the folder would be")
    monkeypatch.setattr("tempfile.tempdir", str(place.rescue / "nowhere"))
    unexpected.keep = lambda: False
    window.button.click()
    dialog = told(qtbot)
    assert "คัดลอกไว้ก่อนปิดโปรแกรม" in words(dialog)
    press(qtbot, dialog, "unexpected_copy")
    assert "ร่างมติ" in QGuiApplication.clipboard().text()


def test_a_storm_is_one_dialog(qtbot, unexpected, window, place):
    for _ in range(20):
        window.button.click()
    dialog = told(qtbot)
    window.error = KeyError("another")
    window.button.click()
    qtbot.waitUntil(lambda: "another" in log_of(place))
    assert dialogs() == [dialog]
    assert log_of(place).count("ValueError: มติหาย") == 20


def test_the_same_fault_is_not_told_again_at_once(qtbot, unexpected, window, place, monkeypatch):
    window.button.click()
    told(qtbot).accept()
    window.button.click()
    with qtbot.waitSignal(unexpected.met, raising=False, timeout=50):
        QApplication.processEvents()
    assert dialogs() == []
    assert log_of(place).count("ValueError: มติหาย") == 2
    monkeypatch.setattr(module, "QUIET_S", 0.0)
    window.button.click()
    told(qtbot)


def test_another_fault_is_told_at_once(qtbot, unexpected, window):
    window.button.click()
    told(qtbot).accept()
    window.error = KeyError("another")
    window.button.click()
    assert "another" in told(qtbot).findChild(QPlainTextEdit, "unexpected_details").toPlainText()


def test_the_details_are_for_who_wants_them(qtbot, unexpected, window):
    window.button.click()
    dialog = told(qtbot)
    details = dialog.findChild(QPlainTextEdit, "unexpected_details")
    assert not details.isVisible()
    press(qtbot, dialog, "unexpected_show")
    assert details.isVisible()
    assert "Traceback" in details.toPlainText()
    assert window.edit.text() == ""
    press(qtbot, dialog, "unexpected_copy")
    assert QGuiApplication.clipboard().text() == details.toPlainText()
    press(qtbot, dialog, "unexpected_show")
    assert not details.isVisible()


def test_the_program_can_be_closed(qtbot, unexpected, window, monkeypatch):
    codes: list[int] = []
    monkeypatch.setattr(QApplication, "exit", codes.append)
    window.button.click()
    press(qtbot, told(qtbot), "unexpected_leave")
    assert codes == [70]
    assert dialogs() == []


def test_a_refusal_that_nobody_met_has_its_own_words(qtbot, unexpected, window):
    window.error = Refused(msg("The disk is full. Make room; what you typed is kept here."))
    window.button.click()
    assert "พื้นที่ดิสก์เต็ม" in words(told(qtbot))


def test_a_fault_of_another_thread_is_met(qtbot, unexpected, place):
    def fail():
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail, name="paper")
    thread.start()
    thread.join()
    told(qtbot)
    assert "[paper]" in log_of(place)
    assert "RuntimeError: in a thread" in log_of(place)


def test_a_fault_nobody_can_raise_is_only_logged(qtbot, unexpected, place):
    class Bad:
        def __del__(self):
            raise RuntimeError("in a finaliser")

    bad = Bad()
    del bad
    assert "in a finaliser" in log_of(place)
    QApplication.processEvents()
    assert dialogs() == []


def test_qt_warnings_are_only_logged(qtbot, unexpected, place):
    qWarning("the %s is odd")
    assert "the %s is odd" in log_of(place)
    QMessageLogger().debug("quiet")
    QApplication.processEvents()
    assert dialogs() == []
    assert module._LEVELS[QtMsgType.QtWarningMsg] == logging.WARNING


def test_an_open_menu_does_not_stand_in_the_way(qtbot, unexpected, window):
    menu = QMenu(window)
    menu.addAction("รายการ")
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert QApplication.activePopupWidget() is menu
    window.fail_later = QTimer.singleShot(0, window.fail)
    told(qtbot)
    assert not menu.isVisible()


def test_a_fault_while_telling_does_not_go_round_and_round(qtbot, unexpected, window, place):
    class Sender(QObject):
        fired = Signal()

    sender = Sender()
    sender.fired.connect(window.fail)

    def keep():
        sender.fired.emit()
        return True

    unexpected.keep = keep
    window.button.click()
    told(qtbot)
    assert log_of(place).count("ValueError") == 2


def test_the_log_does_not_grow_without_end(unexpected, place, monkeypatch):
    for handler in logbook.log.handlers:
        if getattr(handler, "baseFilename", "") == str(place.logs / logbook.LOG):
            monkeypatch.setattr(handler, "maxBytes", 2000)
    for number in range(200):
        logbook.log.error("%s %s", number, "x" * 50)
    sizes = [path.stat().st_size for path in place.logs.glob(f"{logbook.LOG}*")]
    assert len(sizes) == 1 + logbook.OLDER
    assert max(sizes) <= 2000


def test_a_crash_leaves_its_trace_in_the_log_folder(unexpected, place):
    assert faulthandler.is_enabled()
    assert (place.logs / logbook.CRASHES).exists()


def test_without_a_folder_for_the_log_all_else_goes_on(qtbot, qapp, window, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    place = data_place(tmp_path / "office.sqlite")
    place.folder.write_text("a file stands where the folder would be")
    unexpected = Unexpected(place)
    unexpected.install()
    try:
        window.button.click()
        dialog = told(qtbot)
        assert "bmahr_desktop.log" not in words(dialog)
        dialog.accept()
    finally:
        unexpected.remove()


def test_it_goes_with_the_file(qtbot, unexpected, window, tmp_path):
    other = data_place(tmp_path / "other.sqlite")
    unexpected.move_to(other)
    window.button.click()
    told(qtbot)
    assert "ValueError" in log_of(other)


def test_all_is_given_back(qapp, place):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    unexpected = Unexpected(place)
    unexpected.install()
    assert sys.excepthook != before[0]
    unexpected.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert not any(
        getattr(handler, "baseFilename", "").startswith(str(place.folder))
        for handler in logbook.log.handlers
    )


# ---------------------------------------------------------------- the disk is away


@pytest.fixture(params=[OutOfReach, Frozen])
def away(request, window):
    """The window cannot read its file just now, or may not write to a closed record."""
    window.error = request.param(msg("The disk does not answer. Check that it is still connected."))
    return window


def test_a_file_out_of_reach_is_told_calmly_where_that_is_told(qtbot, unexpected, away):
    told = []

    def calm(refused):
        told.append(refused)
        return True

    unexpected.calm = calm
    away.button.click()
    qtbot.waitUntil(lambda: bool(told))
    away.button.click()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == [away.error, away.error]
    assert dialogs() == []


def test_it_is_told_in_a_dialog_where_nobody_sees_the_foot(qtbot, unexpected, away):
    unexpected.calm = lambda _: False
    away.button.click()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "ดิสก์ไม่ตอบสนอง" in "\n".join(one.text() for one in dialogs()[0].findChildren(QLabel))
