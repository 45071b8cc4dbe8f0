from decimal import Decimal

import pytest

from bmahr_desktop.i18n import Message
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.look.digits import digits_in_use, said, shown, use_digits


@pytest.fixture(autouse=True)
def _thai_again():
    yield
    use_digits(DigitStyle.THAI)


def test_the_screen_shows_thai_digits_unless_told_otherwise():
    assert digits_in_use() is DigitStyle.THAI
    assert shown("6 มกราคม 2564") == "๖ มกราคม ๒๕๖๔"
    use_digits(DigitStyle.ARABIC)
    assert shown("๖ มกราคม ๒๕๖๔") == "6 มกราคม 2564"


def test_numbers_of_a_message_are_shown_and_typed_texts_are_left():
    message = Message(
        "{count:,} of {money:,.2f}: {typed} ({inner})",
        {
            "count": 1234,
            "money": Decimal("5678.9"),
            "typed": "31/2/2564",
            "inner": Message("year {year}", {"year": 2564}),
        },
    )
    # The English wording: nothing of it is in the catalogue.
    assert said(message) == "๑,๒๓๔ of ๕,๖๗๘.๙๐: 31/2/2564 (year ๒๕๖๔)"
    use_digits(DigitStyle.ARABIC)
    assert said(message) == "1,234 of 5,678.90: 31/2/2564 (year 2564)"
