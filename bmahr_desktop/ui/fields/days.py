"""Steps from day to day, within the years that can be typed."""

import calendar
import datetime
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QDate

from bmahr_desktop.thai.dates import FIRST_YEAR, LAST_YEAR

Today: TypeAlias = Callable[[], datetime.date]
"""Tells which day it is."""

MONTHS_A_YEAR = 12

_FIRST, _LAST = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)


def today_here() -> datetime.date:
    """Return the date of today where the program runs."""
    today = QDate.currentDate()
    return datetime.date(today.year(), today.month(), today.day())


def days_away(date: datetime.date, days: int) -> datetime.date:
    """Return the date some days away, or the nearest that can be typed."""
    return min(max(date + datetime.timedelta(days), _FIRST), _LAST)


def months_away(date: datetime.date, months: int) -> datetime.date:
    """Return the same day some months away, or the last of a shorter month."""
    at, month = divmod(date.year * MONTHS_A_YEAR + date.month - 1 + months, MONTHS_A_YEAR)
    year = min(max(at, FIRST_YEAR), LAST_YEAR)
    if year != at:
        return _FIRST if at < year else _LAST
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(date.day, last))
