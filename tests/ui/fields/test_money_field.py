import pytest
from PySide6.QtCore import Qt

from bmahr_desktop.ui.fields.money_field import MoneyField
from bmahr_desktop.ui.fields.percent_field import PercentField, share_shown


@pytest.fixture
def money(qtbot):
    field = MoneyField()
    qtbot.addWidget(field)
    return field


@pytest.fixture
def percent(qtbot):
    field = PercentField()
    qtbot.addWidget(field)
    return field


def typed(field, text):
    field.line.setText(text)
    field.line.setModified(True)
    field.commit()
    return field.value()


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("1,918,000.- บาท", 191_800_000),
        ("๓๔,๘๐๐", 3_480_000),
        ("1918000.5", 191_800_050),
        ("0", 0),
        ("", None),
    ],
)
def test_an_amount_is_read_however_it_is_written(money, text, satang):
    assert typed(money, text) == satang
    assert money.message() == ""


def test_an_amount_is_shown_with_separators_and_told_in_words(money):
    typed(money, "1918000.50")
    assert money.line.text() == "๑,๙๑๘,๐๐๐.๕๐"
    assert money.line.toolTip() == "หนึ่งล้านเก้าแสนหนึ่งหมื่นแปดพันบาทห้าสิบสตางค์"


@pytest.mark.parametrize("text", ["-", "12,34", "5.555", "-5", "9" * 16, "๕ ล้าน"])
def test_what_is_no_amount_is_refused_and_stays(money, text):
    money.set_value(700)
    assert typed(money, text) == 700
    assert money.message()
    assert money.line.text() == text


def test_money_may_go_away_where_that_makes_sense(qtbot):
    field = MoneyField(signed=True)
    qtbot.addWidget(field)
    assert typed(field, "-500") == -50_000


@pytest.mark.parametrize(
    ("text", "hundredths"),
    [("40", 4000), ("๔๐.๕", 4050), ("40.00 %", 4000), ("ร้อยละ 12.25", 1225), ("100", 10_000),
     ("0", 0), ("", None), ("40.", 4000)],
)  # fmt: skip
def test_a_share_is_read_however_it_is_written(percent, text, hundredths):
    assert typed(percent, text) == hundredths


@pytest.mark.parametrize("text", ["100.01", "12.345", "-1", "สี่สิบ", "1,000"])
def test_what_is_no_share_is_refused_and_stays(percent, text):
    assert typed(percent, text) is None
    assert percent.message()
    assert percent.line.text() == text


def test_the_arrows_step_a_share_within_its_bounds(percent, qtbot):
    percent.show()
    typed(percent, "99.5")
    qtbot.keyClick(percent.line, Qt.Key.Key_Up)
    assert percent.value() == 10_000
    qtbot.keyClick(percent.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(percent.edited) as told:
        qtbot.keyClick(percent.line, Qt.Key.Key_Down)
    assert told.args == [9800]


def test_a_whole_share_has_no_decimals():
    assert [share_shown(one) for one in (4000, 4025, 5, 10_000)] == ["๔๐", "๔๐.๒๕", "๐.๐๕", "๑๐๐"]
