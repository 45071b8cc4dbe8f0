import calendar
import datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from bmahr_desktop.i18n import use_language
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.fields.calendar_popup import CalendarPopup, DayButton, first_weekday
from bmahr_desktop.ui.look.digits import use_digits

WEDNESDAY = datetime.date(2021, 1, 6)
TODAY = datetime.date(2021, 1, 8)
CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def field(qtbot):
    field = QWidget()
    field.resize(200, 40)
    qtbot.addWidget(field)
    field.show()
    return field


@pytest.fixture
def popup(qtbot, field):
    popup = CalendarPopup(field, today=lambda: TODAY, week_begins=calendar.SUNDAY)
    popup.open_below(field, WEDNESDAY)
    yield popup
    popup.close()


def press(qtbot, key, held=NONE):
    qtbot.keyClick(QGuiApplication.focusObject(), key, held)


def day_of(popup, date):
    return next(button for button in popup.findChildren(DayButton) if button.date == date)


def test_it_shows_the_month_in_years_of_the_buddhist_era(popup):
    assert popup.month_shown() == "มกราคม ๒๕๖๔"
    days = popup.findChildren(DayButton)
    assert len(days) == 42
    assert days[0].date == datetime.date(2020, 12, 27)
    assert [button.text() for button in days if button.isChecked()] == ["๖"]
    assert day_of(popup, WEDNESDAY).hasFocus()
    assert day_of(popup, WEDNESDAY).accessibleName() == "วันพุธที่ ๖ มกราคม ๒๕๖๔"
    assert day_of(popup, TODAY).accessibleName().startswith("วันศุกร์ที่ ๘ มกราคม ๒๕๖๔")
    assert day_of(popup, TODAY).accessibleName() != "วันศุกร์ที่ ๘ มกราคม ๒๕๖๔"


@pytest.mark.parametrize(
    ("key", "held", "expected"),
    [
        (Qt.Key.Key_Left, NONE, (2021, 1, 5)),
        (Qt.Key.Key_Right, NONE, (2021, 1, 7)),
        (Qt.Key.Key_Up, NONE, (2020, 12, 30)),
        (Qt.Key.Key_Down, NONE, (2021, 1, 13)),
        (Qt.Key.Key_Home, NONE, (2021, 1, 3)),
        (Qt.Key.Key_End, NONE, (2021, 1, 9)),
        (Qt.Key.Key_PageUp, NONE, (2020, 12, 6)),
        (Qt.Key.Key_PageDown, NONE, (2021, 2, 6)),
        (Qt.Key.Key_PageUp, CTRL, (2020, 1, 6)),
        (Qt.Key.Key_PageDown, CTRL, (2022, 1, 6)),
    ],
)
def test_keys_move_and_enter_takes(qtbot, popup, key, held, expected):
    press(qtbot, key, held)
    date = datetime.date(*expected)
    assert popup.day() == date
    assert day_of(popup, date).hasFocus()
    with qtbot.waitSignal(popup.chosen) as taken:
        press(qtbot, Qt.Key.Key_Enter)
    assert taken.args == [date]
    assert not popup.isVisible()


def test_a_click_takes_a_day(qtbot, popup):
    with qtbot.waitSignal(popup.chosen) as taken:
        qtbot.mouseClick(day_of(popup, datetime.date(2021, 2, 2)), Qt.MouseButton.LeftButton)
    assert taken.args == [datetime.date(2021, 2, 2)]


def test_the_arrows_turn_the_month_and_the_year(qtbot, popup):
    for name, expected in (
        ("month_before", "ธันวาคม ๒๕๖๓"),
        ("year_after", "ธันวาคม ๒๕๖๔"),
        ("month_after", "มกราคม ๒๕๖๕"),
        ("year_before", "มกราคม ๒๕๖๔"),
    ):
        button = popup.findChild(QToolButton, f"calendar_{name}")
        assert button.accessibleName()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert popup.month_shown() == expected


def test_the_wheel_turns_the_months(popup):
    for turn, expected in ((60, "มกราคม ๒๕๖๔"), (60, "ธันวาคม ๒๕๖๓"), (-240, "กุมภาพันธ์ ๒๕๖๔")):
        QGuiApplication.sendEvent(
            popup,
            QWheelEvent(
                QPointF(9, 9), QPointF(9, 9), QPoint(), QPoint(0, turn),
                Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip
        assert popup.month_shown() == expected


def test_the_ends_of_what_can_be_typed_are_the_ends(qtbot, field, popup):
    popup.open_below(field, datetime.date(2400, 12, 31))
    press(qtbot, Qt.Key.Key_Right)
    press(qtbot, Qt.Key.Key_PageDown, CTRL)
    assert popup.day() == datetime.date(2400, 12, 31)
    popup.open_below(field, datetime.date(1800, 1, 1))
    press(qtbot, Qt.Key.Key_Up)
    assert popup.day() == datetime.date(1800, 1, 1)


def test_today_and_no_date_are_one_press_away(qtbot, popup, field):
    for name, expected in (("calendar_today", TODAY), ("calendar_none", None)):
        popup.open_below(field, WEDNESDAY)
        with qtbot.waitSignal(popup.chosen) as taken:
            qtbot.mouseClick(popup.findChild(QPushButton, name), Qt.MouseButton.LeftButton)
        assert taken.args == [expected]


def test_tab_goes_through_the_grid_in_one_step(qtbot, popup):
    stops = set()
    for _ in range(8):
        stops.add(QGuiApplication.focusObject().objectName())
        press(qtbot, Qt.Key.Key_Tab)
    assert len([stop for stop in stops if stop.startswith("calendar_day")]) == 1
    assert {"calendar_today", "calendar_none", "calendar_year_after"} <= stops


def test_the_keyboard_presses_the_arrows_and_keeps_them(qtbot, popup):
    button = popup.findChild(QToolButton, "calendar_month_after")
    button.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert popup.isVisible()
    assert popup.month_shown() == "กุมภาพันธ์ ๒๕๖๔"
    assert button.hasFocus()


def test_no_date_opens_at_today(field, popup):
    popup.open_below(field, None)
    assert popup.day() == TODAY
    assert not [button for button in popup.findChildren(DayButton) if button.isChecked()]


def test_it_stays_on_the_screen(field, popup):
    room = field.screen().availableGeometry()
    field.move(room.right() - 40, room.bottom() - 60)
    popup.open_below(field, WEDNESDAY)
    assert room.contains(popup.frameGeometry())


def test_weeks_begin_as_the_language_has_it(qtbot, field):
    assert first_weekday() == calendar.SUNDAY
    monday = CalendarPopup(field, today=lambda: TODAY, week_begins=calendar.MONDAY)
    monday.open_below(field, WEDNESDAY)
    assert monday.findChildren(DayButton)[0].date == datetime.date(2020, 12, 28)
    monday.close()
    use_language("en")
    assert first_weekday() in (calendar.SUNDAY, calendar.MONDAY)
    english = CalendarPopup(field, today=lambda: TODAY, week_begins=calendar.SUNDAY)
    assert "Su" in {label.text() for label in english.findChildren(QLabel)}


def test_arabic_digits_when_the_screen_has_them(field):
    use_digits(DigitStyle.ARABIC)
    try:
        popup = CalendarPopup(field, today=lambda: TODAY)
        popup.open_below(field, WEDNESDAY)
        popup.close()
        assert popup.month_shown() == "มกราคม 2564"
        assert day_of(popup, WEDNESDAY).text() == "6"
    finally:
        use_digits(DigitStyle.THAI)
