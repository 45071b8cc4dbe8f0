import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QToolButton

from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.fields.date_field import DateField
from bmahr_desktop.ui.fields.days import today_here
from bmahr_desktop.ui.look.digits import use_digits

EPIPHANY = datetime.date(2021, 1, 6)
TODAY = datetime.date(2021, 1, 8)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def field(put):
    field = DateField(today=lambda: TODAY)
    return put(field)


@pytest.fixture
def heard(field):
    """What the field told."""
    told: list[object] = []
    field.edited.connect(told.append)
    return told


def retype(write, field, text):
    field.line.selectAll()
    write(field.line, text)


@pytest.mark.parametrize(
    "text",
    ["๖ ม.ค. ๖๔", "6/1/2564", "6 มกราคม 2564", "2021-01-06", "วันพุธที่ ๖ มกราคม ๒๕๖๔", " 6.1.64 "],
)
def test_a_date_is_typed_in_any_style(qtbot, write, field, heard, text):
    write(field.line, text)
    assert field.date() is None
    assert field.line.text() == text
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.date() == EPIPHANY
    assert heard == [EPIPHANY]
    assert field.line.text() == "๖ มกราคม ๒๕๖๔"
    assert field.line.selectedText() == field.line.text()


def test_leaving_is_enough(write, field, heard, leave):
    write(field.line, "6/1/64")
    leave(field)
    assert heard == [EPIPHANY]
    assert "วันพุธที่ ๖" in field.line.toolTip()
    assert "วันพุธที่ ๖" in field.line.accessibleDescription()


def test_an_impossible_date_stays_with_the_reason(write, field, heard, leave):
    field.set_date(EPIPHANY)
    retype(write, field, "31/2/2564")
    leave(field)
    assert field.line.text() == "31/2/2564"
    assert "๒๘" in field.message()
    assert field.note.isVisible()
    assert field.message() in field.line.accessibleDescription()
    assert (field.date(), heard) == (EPIPHANY, [])

    field.setFocus()
    retype(write, field, "28/2/2564")
    leave(field)
    assert heard == [datetime.date(2021, 2, 28)]
    assert field.message() == ""
    assert not field.note.isVisible()


def test_the_same_date_in_other_words_is_no_change(write, field, heard, leave):
    field.set_date(EPIPHANY)
    retype(write, field, "6/1/64")
    leave(field)
    assert field.line.text() == "๖ มกราคม ๒๕๖๔"
    assert heard == []


def test_an_emptied_field_means_no_date(qtbot, field, heard, leave):
    field.set_date(EPIPHANY)
    field.line.selectAll()
    qtbot.keyClick(field.line, Qt.Key.Key_Delete)
    leave(field)
    assert heard == [None]
    assert field.date() is None


def test_setting_is_silent_and_never_overwrites_typing(write, field, heard):
    assert field.set_date(EPIPHANY)
    retype(write, field, "7/1")
    assert not field.set_date(TODAY)
    assert field.line.text() == "7/1"
    field.forget_typing()
    assert field.line.text() == "๖ มกราคม ๒๕๖๔"
    assert field.set_date(TODAY)
    assert field.line.text() == "๘ มกราคม ๒๕๖๔"
    assert heard == []


def test_a_refused_text_outlives_a_refresh_but_not_another_date(write, field, leave):
    field.set_date(EPIPHANY)
    retype(write, field, "31/2/2564")
    leave(field)
    assert not field.set_date(EPIPHANY)
    assert field.line.text() == "31/2/2564"
    assert field.set_date(TODAY)
    assert (field.line.text(), field.message()) == ("๘ มกราคม ๒๕๖๔", "")


@pytest.mark.parametrize(
    ("start", "key", "held", "expected"),
    [
        ((2021, 1, 6), Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (2021, 1, 7)),
        ((2021, 1, 1), Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, (2020, 12, 31)),
        ((2021, 1, 31), Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, (2021, 2, 28)),
        ((2021, 1, 31), Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, (2020, 12, 31)),
        ((2020, 2, 29), Qt.Key.Key_PageUp, CTRL, (2021, 2, 28)),
        ((2021, 1, 6), Qt.Key.Key_PageDown, CTRL, (2020, 1, 6)),
        ((2400, 12, 31), Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (2400, 12, 31)),
        ((1800, 1, 1), Qt.Key.Key_PageDown, CTRL, (1800, 1, 1)),
    ],
)
def test_keys_step(qtbot, field, start, key, held, expected):
    field.set_date(datetime.date(*start))
    qtbot.keyClick(field.line, key, held)
    assert field.date() == datetime.date(*expected)


def test_steps_are_told_once_after_a_pause(qtbot, field, heard):
    field.set_date(EPIPHANY)
    with qtbot.waitSignal(field.edited):
        for _ in range(5):
            qtbot.keyClick(field.line, Qt.Key.Key_Up)
        assert heard == []
    assert heard == [datetime.date(2021, 1, 11)]


def test_steps_are_not_overwritten_but_can_be_forgotten(qtbot, field, heard):
    field.set_date(EPIPHANY)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert not field.set_date(EPIPHANY)
    assert field.line.text() == "๗ มกราคม ๒๕๖๔"
    field.forget_typing()
    assert field.date() == EPIPHANY
    assert field.set_date(TODAY)
    field.commit()
    assert heard == []


def test_steps_are_told_on_leaving_too(qtbot, field, heard, leave):
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.date() == TODAY
    leave(field)
    assert heard == [TODAY]


def test_a_step_goes_from_what_is_typed(qtbot, write, field):
    write(field.line, "6/1/64")
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.date() == datetime.date(2021, 1, 7)
    retype(write, field, "nonsense")
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.line.text() == "nonsense"
    assert field.message()


def test_arabic_digits_when_the_screen_has_them(field):
    use_digits(DigitStyle.ARABIC)
    try:
        field.set_date(EPIPHANY)
        assert field.line.text() == "6 มกราคม 2564"
    finally:
        use_digits(DigitStyle.THAI)


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Down, ALT), (Qt.Key.Key_F4, None)])
def test_a_day_is_chosen_on_the_calendar(qtbot, field, heard, key, held):
    field.set_date(EPIPHANY)
    qtbot.keyClick(field.line, key, held or Qt.KeyboardModifier.NoModifier)
    popup = field._popup
    assert popup.isVisible()
    assert popup.day() == EPIPHANY
    qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(popup.focusWidget(), Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert heard == [datetime.date(2021, 1, 7)]
    assert field.line.text() == "๗ มกราคม ๒๕๖๔"
    qtbot.waitUntil(field.line.hasFocus)


def test_escape_from_the_calendar_changes_nothing(qtbot, write, field):
    write(field.line, "6/1/64")
    qtbot.mouseClick(field.findChild(QToolButton, "date_field_calendar"), Qt.MouseButton.LeftButton)
    assert field._popup.day() == EPIPHANY
    qtbot.keyClick(field._popup, Qt.Key.Key_Escape)
    assert not field._popup.isVisible()
    assert field.date() == EPIPHANY


def test_no_date_can_be_chosen(qtbot, field, heard):
    field.set_date(EPIPHANY)
    field.open_calendar()
    qtbot.mouseClick(field._popup.findChild(object, "calendar_none"), Qt.MouseButton.LeftButton)
    assert heard == [None]


def test_the_menu_of_the_field_is_no_leaving(write, field):
    write(field.line, "6/1/")
    place = QPoint(5, 5)
    QApplication.sendEvent(
        field.line,
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, field.line.mapToGlobal(place)),
    )
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert (field.line.text(), field.message()) == ("6/1/", "")
    menu.close()


def test_a_read_only_date_can_not_be_changed(qtbot, field):
    field.set_date(EPIPHANY)
    field.setReadOnly(True)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_F4, Qt.Key.Key_Delete):
        qtbot.keyClick(field.line, key)
    assert (field.date(), field._popup) == (EPIPHANY, None)


def test_today_is_a_date():
    assert isinstance(today_here(), datetime.date)


def test_a_name_reaches_what_has_the_keyboard(field):
    field.setAccessibleName("วันที่ประชุม")
    assert field.line.accessibleName() == "วันที่ประชุม"
