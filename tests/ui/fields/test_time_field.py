import datetime

import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.ui.fields.time_field import TimeField, time_here


@pytest.fixture
def field(put):
    field = TimeField(now=lambda: datetime.time(9, 31, 40))
    return put(field)


@pytest.fixture
def heard(field):
    """What the field told."""
    told: list[object] = []
    field.edited.connect(told.append)
    return told


@pytest.mark.parametrize("text", ["๐๙.๓๐", "9.30", "0930", "9:30", "๙.๓๐ น.", "เวลา 09.30 น."])
def test_a_time_is_typed_in_any_style(write, field, heard, leave, text):
    write(field.line, text)
    leave(field)
    assert field.value() == "09:30"
    assert heard == ["09:30"]
    assert field.line.text() == "๐๙.๓๐ น."


def test_a_whole_hour(qtbot, write, field, heard):
    write(field.line, "๙ น.")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert heard == ["09:00"]


@pytest.mark.parametrize(("text", "why"), [("9.75", "๗๕"), ("25.00", "๒๕"), ("9", "")])
def test_what_is_no_time_stays_with_the_reason(write, field, heard, leave, text, why):
    write(field.line, text)
    leave(field)
    assert field.line.text() == text
    assert field.message()
    assert why in field.message()
    assert (field.value(), heard) == (None, [])


@pytest.mark.parametrize(
    ("start", "key", "expected"),
    [
        ("09:30", Qt.Key.Key_Up, "09:35"),
        ("09:00", Qt.Key.Key_Down, "08:55"),
        ("23:58", Qt.Key.Key_Up, "23:59"),
        ("00:02", Qt.Key.Key_Down, "00:00"),
        (None, Qt.Key.Key_Up, "09:31"),
    ],
)
def test_keys_step(qtbot, field, start, key, expected):
    field.set_value(start)
    qtbot.keyClick(field.line, key)
    assert field.value() == expected


def test_now_is_one_key_away_and_told_at_once(qtbot, write, field, heard):
    write(field.line, "half a ti")
    qtbot.keyClick(field.line, Qt.Key.Key_F5)
    assert heard == ["09:31"]
    assert (field.line.text(), field.message()) == ("๐๙.๓๑ น.", "")


def test_f5_with_control_is_somebody_elses(qtbot, field):
    qtbot.keyClick(field.line, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert field.value() is None


def test_the_time_of_now_is_a_time():
    assert isinstance(time_here(), datetime.time)
