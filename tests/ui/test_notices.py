import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message
from bmahr_desktop.ui import notices
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.notices import Choice, DecisionDialog, EmptyState, ErrorNote, UndoBar, ask

DELETED = Message("ลบระเบียบวาระที่ {number} แล้ว", {"number": 3})
DELETE = Choice(Message("ลบระเบียบวาระ"), danger=True)
KEEP = Choice(Message("เก็บไว้"), safe=True)
QUESTION = Message("ลบระเบียบวาระที่ {number} หรือไม่", {"number": 3})


class Pane(QWidget):
    """A field, and a bar at the foot."""

    def __init__(self):
        super().__init__()
        column = QVBoxLayout(self)
        self.edit = QLineEdit(self)
        self.bar = UndoBar(self)
        column.addWidget(self.edit)
        column.addWidget(self.bar)


@pytest.fixture
def pane(qtbot):
    pane = Pane()
    qtbot.addWidget(pane)
    pane.show()
    pane.activateWindow()
    pane.edit.setFocus()
    qtbot.waitUntil(pane.edit.hasFocus)
    return pane


def test_what_was_done_can_be_taken_back(qtbot, pane):
    undone = []
    assert not pane.bar.isVisible()
    pane.bar.offer(DELETED, lambda: undone.append(3))
    assert pane.bar.isVisible()
    assert pane.bar.text() == "ลบระเบียบวาระที่ ๓ แล้ว"
    assert pane.edit.hasFocus()
    button = pane.findChild(QPushButton, "undo_bar_undo")
    assert pane.bar.text() in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert undone == [3]
    assert not pane.bar.isVisible()


def test_alt_z_takes_back_and_ctrl_z_stays_with_the_text(qtbot, pane):
    undone = []
    edit = pane.edit
    qtbot.keyClicks(edit, "abc")
    pane.bar.offer(DELETED, lambda: undone.append(3))
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (edit.text(), undone) == ("", [])
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: undone == [3])
    qtbot.keyClick(edit, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert undone == [3]


def test_only_the_last_can_be_taken_back(qtbot, pane):
    undone = []
    pane.bar.offer(DELETED, lambda: undone.append("first"))
    pane.bar.offer(DELETED, lambda: undone.append("second"))
    pane.findChild(QPushButton, "undo_bar_undo").click()
    assert undone == ["second"]


def test_an_undo_may_offer_again(qtbot, pane):
    pane.bar.offer(DELETED, lambda: pane.bar.offer(Message("กู้คืนแล้ว"), lambda: None))
    pane.findChild(QPushButton, "undo_bar_undo").click()
    assert pane.bar.isVisible()
    assert pane.bar.text() == "กู้คืนแล้ว"


def test_the_bar_goes_after_its_time(qtbot, pane):
    pane.bar.offer(DELETED, lambda: None)
    assert pane.bar._timer.isActive()
    assert pane.bar._timer.interval() == notices.SHOWN_MS == 15_000
    pane.bar._timer.start(1)
    qtbot.waitUntil(lambda: not pane.bar.isVisible())


def test_the_bar_does_not_go_from_under_the_keyboard(qtbot, pane):
    pane.bar.offer(DELETED, lambda: None)
    qtbot.keyClick(pane.edit, Qt.Key.Key_Tab)
    assert pane.findChild(QPushButton, "undo_bar_undo").hasFocus()
    with qtbot.waitSignal(pane.bar._timer.timeout):
        pane.bar._timer.start(1)
    assert pane.bar.isVisible()


def test_the_bar_can_be_closed(qtbot, pane):
    undone = []
    pane.bar.offer(DELETED, lambda: undone.append(3))
    close = pane.findChild(QToolButton, "undo_bar_close")
    assert close.accessibleName()
    qtbot.mouseClick(close, Qt.MouseButton.LeftButton)
    assert not pane.bar.isVisible()
    assert undone == []


def test_an_empty_place_says_what_belongs_there_and_the_next_step(qtbot):
    place = EmptyState(IconName.CALENDAR, Message("ยังไม่มีการประชุม"), Message("เรียกประชุม"))
    qtbot.addWidget(place)
    place.show()
    assert "ยังไม่มีการประชุม" in {label.text() for label in place.findChildren(QLabel)}
    assert place.button.text() == "เรียกประชุม"
    with qtbot.waitSignal(place.next_step):
        qtbot.keyClick(place.button, Qt.Key.Key_Space)


def test_an_empty_place_may_have_no_step(qtbot):
    place = EmptyState(IconName.CALENDAR, Message("ไม่มีผลการค้นหา"))
    qtbot.addWidget(place)
    place.show()
    assert not place.button.isVisible()


def test_an_error_is_seen_while_there_is_one(qtbot):
    note = ErrorNote()
    qtbot.addWidget(note)
    assert note.isHidden()
    note.show_text("กุมภาพันธ์มี <b>๒๘</b> วัน")
    assert not note.isHidden()
    assert note.text() == "กุมภาพันธ์มี <b>๒๘</b> วัน"
    note.show_text("")
    assert note.isHidden()


def decide(qtbot, do):
    """Do something in the next dialog."""

    def act():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DecisionDialog)
        do(dialog)

    QTimer.singleShot(0, act)


def test_buttons_are_named_by_what_they_do_and_the_safe_one_has_the_keyboard(qtbot, pane):
    dialog = DecisionDialog(QUESTION, Message("กู้คืนไม่ได้"), (DELETE, KEEP), pane)
    qtbot.addWidget(dialog)
    dialog.show()
    delete, keep = dialog.findChildren(QPushButton)
    assert (delete.text(), keep.text()) == ("ลบระเบียบวาระ", "เก็บไว้")
    qtbot.waitUntil(keep.hasFocus)
    assert keep.isDefault()
    assert dialog.accessibleName() == "ลบระเบียบวาระที่ ๓ หรือไม่"
    texts = dialog.findChildren(QLabel)
    assert {label.text() for label in texts} == {"ลบระเบียบวาระที่ ๓ หรือไม่", "กู้คืนไม่ได้"}
    selectable = Qt.TextInteractionFlag.TextSelectableByMouse
    assert all(label.textInteractionFlags() & selectable for label in texts)


@pytest.mark.parametrize(
    ("key", "chosen"), [(Qt.Key.Key_Escape, KEEP), (Qt.Key.Key_Return, KEEP), (None, DELETE)]
)
def test_what_is_chosen_comes_back(qtbot, pane, key, chosen):
    def do(dialog):
        if key is None:
            qtbot.mouseClick(dialog.findChild(QPushButton, "decision_1"), Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(dialog, key)

    decide(qtbot, do)
    assert ask(pane, QUESTION, None, DELETE, KEEP) is chosen


def test_closing_the_window_is_the_safe_choice_or_none(qtbot, pane):
    decide(qtbot, lambda dialog: dialog.close())
    assert ask(pane, QUESTION, None, DELETE, KEEP) is KEEP
    decide(qtbot, lambda dialog: dialog.close())
    assert ask(pane, QUESTION, None, DELETE) is None


def test_a_long_question_is_shown_whole(qtbot, pane):
    text = "ที่ประชุมมีมติเห็นชอบ " * 30
    dialog = DecisionDialog(Message(text), Message(text), (KEEP,), pane)
    qtbot.addWidget(dialog)
    dialog.show()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    assert dialog.width() >= 480
