import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from bmahr_desktop.i18n import Message
from bmahr_desktop.ui.fields.line import CleanLine, cleaned
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField

A, B, C = Message("ห้องประชุม"), Message("สื่ออิเล็กทรอนิกส์"), Message("ทั้งสองอย่าง")


@pytest.fixture
def field(put):
    field = WordField()
    return put(field)


@pytest.fixture
def heard(field):
    """What the field told."""
    told: list[object] = []
    field.committed.connect(told.append)
    return told


def test_typing_is_committed_after_a_pause(qtbot, write, field, heard):
    with qtbot.waitSignal(field.committed):
        write(field, "ห้อง")
        assert field.waiting()
        assert heard == []
    assert heard == ["ห้อง"]
    assert not field.waiting()


def test_typing_without_a_pause_is_committed_too(qtbot, write, field):
    field._pausing.pause.setInterval(60_000)
    field._pausing.longest.setInterval(0)
    with qtbot.waitSignal(field.committed):
        write(field, "a")


def test_leaving_and_enter_commit_at_once(qtbot, write, field, heard, leave):
    write(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert heard == ["a"]
    write(field, "b")
    leave(field)
    assert heard == ["a", "ab"]


def test_nothing_changed_is_nothing_said(qtbot, write, field, heard, leave):
    assert field.set_text_quietly("ห้อง ๕")
    write(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    leave(field)
    assert heard == []


def test_typing_is_never_overwritten(write, field, heard):
    field.set_text_quietly("old")
    write(field, "er")
    assert not field.set_text_quietly("new")
    assert field.text() == "older"
    field.commit()
    assert field.set_text_quietly("new")
    assert field.text() == "new"
    assert heard == ["older"]


def test_undo_goes_over_what_was_committed(qtbot, write, field, heard):
    write(field, "one")
    field.commit()
    # What comes back from the records is the same text.
    assert field.set_text_quietly("one")
    write(field, " two")
    field.commit()
    while field.isUndoAvailable():
        qtbot.keySequence(field, QKeySequence.StandardKey.Undo)
    assert field.text() == ""
    field.commit()
    assert heard == ["one", "one two", ""]
    qtbot.keySequence(field, QKeySequence.StandardKey.Redo)
    assert field.text()


DIRTY = "\r\nห้อง\tประชุม\r\n\r\nชั้น\u2028๕\x07\x00\ufffe\r\n"
CLEAN = "ห้อง ประชุม ชั้น ๕"


def test_what_is_cleaned():
    assert cleaned(DIRTY) == CLEAN
    assert cleaned("a\ud800b\udfffc 😀") == "abc 😀"
    assert cleaned(" as typed  ") == " as typed  "


def test_pasting_is_cleaned_and_can_be_undone(qtbot, write, field):
    write(field, "ที่ ")
    QGuiApplication.clipboard().setText(DIRTY)
    qtbot.keySequence(field, QKeySequence.StandardKey.Paste)
    assert field.text() == "ที่ " + CLEAN
    qtbot.keySequence(field, QKeySequence.StandardKey.Undo)
    assert field.text() == "ที่ "


def test_the_menu_pastes_clean_too(write, field):
    write(field, "ที่ ")
    QGuiApplication.clipboard().setText(DIRTY)
    menu = field.createStandardContextMenu()
    assert "edit-paste" in {action.objectName() for action in menu.actions()}
    menu.deleteLater()
    place = QPoint(4, 4)
    QApplication.sendEvent(
        field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.mapToGlobal(place))
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    paste = next(action for action in menu.actions() if action.objectName() == "edit-paste")
    paste.trigger()
    menu.close()
    assert field.text() == "ที่ " + CLEAN
    assert field.isUndoAvailable()


def test_what_is_dropped_is_cleaned(qtbot, field):
    data = QMimeData()
    data.setText(DIRTY)
    field.dropEvent(
        QDropEvent(
            QPointF(2, 2), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert field.text() == CLEAN


def test_half_a_pair_of_surrogates_does_not_get_out(qtbot):
    """Qt cuts between the halves when a length is set; such a text can not be stored."""
    donor = QLineEdit()
    qtbot.addWidget(donor)
    donor.setMaxLength(2)
    donor.setText("a😀")
    donor.selectAll()
    donor.copy()
    line = CleanLine()
    qtbot.addWidget(line)
    line.paste()
    line.paste_clean()
    assert set(line.text()) <= {"a"}
    line.text().encode()


@pytest.fixture
def choice(put):
    choice = ChoiceField([("room", A), ("online", B), (None, C)])
    return put(choice)


@pytest.fixture
def chosen(choice):
    """What the field told."""
    told: list[object] = []
    choice.chosen.connect(told.append)
    return told


def test_only_what_the_user_chooses_is_told(qtbot, choice, chosen):
    assert choice.value() == "room"
    choice.set_value("online")
    assert (choice.value(), choice.currentText(), chosen) == ("online", B.text, [])
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert (choice.value(), chosen) == (None, [None])
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert chosen == [None]


def test_a_choice_from_the_list_by_mouse(qtbot, choice, chosen):
    choice.showPopup()
    rows = choice.view()
    place = rows.visualRect(choice.model().index(1, 0)).center()
    qtbot.mouseMove(rows.viewport(), place)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: chosen == ["online"])
    assert choice.value() == "online"


def test_what_is_not_offered_is_refused(choice):
    with pytest.raises(ValueError, match="elsewhere"):
        choice.set_value("elsewhere")
    assert choice.value() == "room"


def test_nothing_can_be_chosen(qtbot):
    choice = ChoiceField([("room", A)])
    qtbot.addWidget(choice)
    choice.set_value(None)
    assert (choice.value(), choice.currentIndex()) == (None, -1)


def test_other_choices_keep_what_was_chosen(choice, chosen):
    choice.set_value("online")
    choice.set_choices([("post", C), ("online", B)])
    assert (choice.value(), choice.currentText(), choice.count()) == ("online", B.text, 2)
    choice.set_choices([("post", C)])
    assert choice.value() == "post"
    assert chosen == []


def turn(choice):
    QApplication.sendEvent(
        choice,
        QWheelEvent(
            QPointF(4, 4), QPointF(4, 4), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        ),
    )  # fmt: skip


def test_the_wheel_turns_it_only_in_focus(choice, chosen, leave):
    leave(choice)
    turn(choice)
    assert (choice.value(), chosen) == ("room", [])
    choice.setFocus()
    turn(choice)
    assert chosen == ["online"]


def test_rows_of_the_list_have_room_for_marks(choice):
    assert choice.view().sizeHintForRow(0) >= 32


def test_a_choice_that_is_only_read_is_not_changed_by_hand(qtbot, put):
    field = put(ChoiceField([(1, A), (2, B)]))
    field.setReadOnly(True)
    with qtbot.assertNotEmitted(field.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Down)
        qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
        assert not field.view().isVisible()
    field.set_value(2)
    assert (field.value(), field.currentText()) == (2, B.text)
    field.setReadOnly(False)
    with qtbot.waitSignal(field.chosen):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.value() == 1
