"""A date: typed in any style, or chosen on a calendar of the Buddhist Era."""

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date, parse_date
from bmahr_desktop.ui.fields.calendar_popup import CalendarPopup
from bmahr_desktop.ui.fields.days import MONTHS_A_YEAR, days_away, months_away, today_here
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.digits import digits_in_use
from bmahr_desktop.ui.look.icons import IconName, icon

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 1,
    Qt.Key.Key_PageDown: -1,
}
_DAYS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class DateField(TypedField[datetime.date]):
    """A date, shown as ๖ มกราคม ๒๕๖๔.

    Keys: up and down a day, page up and page down a month, with Ctrl a year; F5 today; F4 or
    Alt+Down the calendar.
    """

    def __init__(
        self, parent: QWidget | None = None, *, today: Callable[[], datetime.date] = today_here
    ) -> None:
        super().__init__(parent)
        self.setObjectName("date_field")
        self._today = today
        self._popup: CalendarPopup | None = None
        opens = QAction(icon(IconName.CALENDAR), worded(msg("Calendar")), self)
        opens.setToolTip(worded(msg("Choose on a calendar (F4)")))
        opens.triggered.connect(self.open_calendar)
        self.line.addAction(opens, self.line.ActionPosition.TrailingPosition)
        for button in self.line.findChildren(QToolButton):
            button.setObjectName("date_field_calendar")
            button.setAccessibleName(worded(msg("Choose on a calendar")))
        self._opens = opens

    def date(self) -> datetime.date | None:
        """Return the date, or None."""
        return self.value()

    def set_date(self, date: datetime.date | None) -> bool:
        """Show a date without a signal; see `TypedField.set_value`."""
        return self.set_value(date)

    def read(self, text: str) -> datetime.date:
        """Return the date that a typed text means.

        Raises:
            BadDate: If it means none.
        """
        return parse_date(text)

    def worded_value(self, value: datetime.date) -> str:
        """Return a date as the field shows it."""
        return format_date(value, DateStyle.LONG, digits_in_use())

    def described(self, value: datetime.date) -> str:
        """Return a date with its day of the week."""
        return format_date(value, DateStyle.WEEKDAY, digits_in_use())

    def setReadOnly(self, read_only: bool) -> None:
        """Let the date be read and copied but not changed."""
        super().setReadOnly(read_only)
        self._opens.setEnabled(not read_only)

    def on_key(self, event: QKeyEvent) -> bool:
        """Step by a key, or open the calendar."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_F4 or (
            key == Qt.Key.Key_Down and held == Qt.KeyboardModifier.AltModifier
        ):
            self.open_calendar()
            return True
        if key == Qt.Key.Key_F5 and not held:
            self.choose(self._today())
            return True
        far = held == Qt.KeyboardModifier.ControlModifier
        if key not in _STEPS or (held and (not far or key in _DAYS)):
            return False
        self._step(key, far=far)
        return True

    def open_calendar(self) -> None:
        """Open the calendar below the field, at the date that is typed now."""
        if self.line.isReadOnly():
            return
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.commit()
        if self._popup is None:
            self._popup = CalendarPopup(self, today=self._today)
            self._popup.chosen.connect(self.choose)
        self._popup.open_below(self.line, self.value())

    def _step(self, key: int, *, far: bool) -> None:
        if not self.understand():
            return
        date, by = self.value(), _STEPS[Qt.Key(key)]
        if date is None:
            self.step_to(self._today())
        elif key in _DAYS:
            self.step_to(days_away(date, by))
        else:
            self.step_to(months_away(date, by * (MONTHS_A_YEAR if far else 1)))
