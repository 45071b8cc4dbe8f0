"""A calendar of the Buddhist Era to choose a day on."""

import calendar
import datetime
from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bmahr_desktop.i18n import Message, language_in_use, msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.fields.days import MONTHS_A_YEAR, days_away, months_away, today_here
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour

_WEEK, _WEEKS = 7, 6
_SIDES = QSize(5 * GRID, 4 * GRID)
_RING = 2
_WHEEL_STEP = 120

_WEEKDAYS = (msg("Mo"), msg("Tu"), msg("We"), msg("Th"), msg("Fr"), msg("Sa"), msg("Su"))

# What a key moves by: days, then months.
_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (-_WEEK, 0),
    Qt.Key.Key_Down: (_WEEK, 0),
    Qt.Key.Key_PageUp: (0, -1),
    Qt.Key.Key_PageDown: (0, 1),
}


def first_weekday() -> int:
    """Return the day that weeks begin with: Sunday in Thai, else as the desktop has it."""
    if language_in_use() == "th":
        return calendar.SUNDAY
    monday = QLocale.system().firstDayOfWeek() is Qt.DayOfWeek.Monday
    return calendar.MONDAY if monday else calendar.SUNDAY


class DayButton(QAbstractButton):
    """One day of the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.date = datetime.date.min
        self._today = self._outside = False
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_day(self, date: datetime.date, *, today: bool, outside: bool, chosen: bool) -> None:
        """Show a day.

        Args:
            date: Which one.
            today: Whether it is today.
            outside: Whether it belongs to the month before or after.
            chosen: Whether it is the date of the field.
        """
        self.date = date
        self._today, self._outside = today, outside
        self.setText(shown(str(date.day)))
        self.setChecked(chosen)
        name = format_date(date, DateStyle.WEEKDAY, digits_in_use())
        self.setAccessibleName(worded(msg("{date}, today", date=name)) if today else name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of a day."""
        return _SIDES

    def nextCheckState(self) -> None:
        """Keep the check: it shows the date of the field, and a press closes the calendar."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave all keys to the calendar."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the day: filled when chosen, ringed when today, with a thick ring in focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        place = QRectF(self.rect()).adjusted(_RING, _RING, -_RING, -_RING)
        if self.isChecked() or self.underMouse():
            painter.setBrush(colour(Role.MAIN if self.isChecked() else Role.HOVER))
            painter.drawRoundedRect(place, GRID / 2, GRID / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._today:
            painter.setPen(QPen(colour(Role.ON_MAIN if self.isChecked() else Role.MUTED), 1))
            painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), GRID / 2, GRID / 2)
        if self.hasFocus():
            ring = colour(Role.TEXT if self.isChecked() else Role.FOCUS)
            painter.setPen(QPen(ring, _RING))
            outer = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(outer, GRID / 2, GRID / 2)
        if self._today:
            font = self.font()
            font.setBold(True)
            painter.setFont(font)
        painter.setPen(colour(self._ink()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _ink(self) -> Role:
        if self.isChecked():
            return Role.ON_MAIN
        return Role.MUTED if self._outside else Role.TEXT


class CalendarPopup(QFrame):
    """A month to choose a day of, over the window.

    Keys: arrows a day or a week, page up and page down a month, with Ctrl a year, Home and End the
    ends of the week, Enter takes the day, Esc leaves all as it was.
    """

    chosen = Signal(object)
    """Emitted with the date, or with None when the user wants no date."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = today_here,
        week_begins: int | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("calendar_popup")
        self.setProperty("look", "popup")
        self.setAccessibleName(worded(msg("Calendar")))
        self._today = today
        self._begins = first_weekday() if week_begins is None else week_begins
        self._date = today()
        self._at = self._date
        self._wheel = 0
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        column.addLayout(self._head())
        column.addLayout(self._grid())
        column.addLayout(self._foot())

    def open_below(self, field: QWidget, date: datetime.date | None) -> None:
        """Open at a date, or at today, below a field or above it where there is more room."""
        self._date = date or datetime.date.min
        self._show(date or self._today())
        size = self.sizeHint()
        under = field.mapToGlobal(QPoint(0, field.height() + GRID // 2))
        room = field.screen().availableGeometry()
        if under.y() + size.height() > room.bottom():
            under.setY(field.mapToGlobal(QPoint(0, -GRID // 2)).y() - size.height())
        under.setX(max(min(under.x(), room.right() - size.width()), room.left()))
        under.setY(max(under.y(), room.top()))
        self.move(under)
        self.show()
        self._button_at().setFocus(Qt.FocusReason.PopupFocusReason)

    def day(self) -> datetime.date:
        """Return the day that the keyboard is at."""
        return self._at

    def month_shown(self) -> str:
        """Return the heading: month and year."""
        return self._title.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, take the day, or leave."""
        key = Qt.Key(event.key())
        years = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _MOVES:
            days, months = _MOVES[key]
            self._show(months_away(days_away(self._at, days), months * self._times(years)))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            into = (self._at.weekday() - self._begins) % _WEEK
            self._show(days_away(self._at, -into if key == Qt.Key.Key_Home else 6 - into))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._take(self._at)
        elif key == Qt.Key.Key_F4:
            self.close()
        else:
            super().keyPressEvent(event)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the months by the wheel."""
        self._wheel += event.angleDelta().y()
        turns = int(self._wheel / _WHEEL_STEP)
        if turns:
            self._wheel -= turns * _WHEEL_STEP
            self._show(months_away(self._at, -turns))
        event.accept()

    def _times(self, years: bool) -> int:
        return MONTHS_A_YEAR if years else 1

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._title = QLabel(self)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        row.addWidget(self._turner("year_before", IconName.CHEVRONS_LEFT, msg("Year before"), -12))
        row.addWidget(self._turner("month_before", IconName.CHEVRON_LEFT, msg("Month before"), -1))
        row.addWidget(self._title, 1)
        row.addWidget(self._turner("month_after", IconName.CHEVRON_RIGHT, msg("Month after"), 1))
        row.addWidget(self._turner("year_after", IconName.CHEVRONS_RIGHT, msg("Year after"), 12))
        return row

    def _turner(self, name: str, picture: IconName, says: Message, months: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"calendar_{name}")
        button.setIcon(icon(picture))
        button.setAccessibleName(worded(says))
        button.setToolTip(worded(says))
        button.clicked.connect(lambda: self._show(months_away(self._at, months), focus=False))
        return button

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(0)
        for place in range(_WEEK):
            label = QLabel(worded(_WEEKDAYS[(self._begins + place) % _WEEK]), self)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            set_tone(label, Role.MUTED)
            grid.addWidget(label, 0, place)
        self._days = [DayButton(self) for _ in range(_WEEK * _WEEKS)]
        for place, button in enumerate(self._days):
            button.setObjectName(f"calendar_day_{place}")
            button.clicked.connect(lambda _checked=False, day=button: self._take(day.date))
            grid.addWidget(button, 1 + place // _WEEK, place % _WEEK)
        return grid

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GRID)
        today = QPushButton(worded(msg("Today")), self)
        today.setObjectName("calendar_today")
        today.clicked.connect(lambda: self._take(self._today()))
        none = QPushButton(worded(msg("No date")), self)
        none.setObjectName("calendar_none")
        none.clicked.connect(lambda: self._take(None))
        row.addWidget(today)
        row.addStretch(1)
        row.addWidget(none)
        return row

    def _show(self, date: datetime.date, *, focus: bool = True) -> None:
        """Show the month of a date; the keyboard goes to its day."""
        self._at = date
        self._title.setText(format_date(date, DateStyle.MONTH_YEAR, digits_in_use()))
        first = date.replace(day=1)
        start = first - datetime.timedelta((first.weekday() - self._begins) % _WEEK)
        today = self._today()
        for place, button in enumerate(self._days):
            day = start + datetime.timedelta(place)
            button.show_day(
                day,
                today=day == today,
                outside=day.month != date.month,
                chosen=day == self._date,
            )
            # One stop for Tab in the grid: the day that the arrows are at.
            here = Qt.FocusPolicy.StrongFocus if day == date else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(here)
        if focus:
            self._button_at().setFocus(Qt.FocusReason.OtherFocusReason)

    def _button_at(self) -> DayButton:
        return next(button for button in self._days if button.date == self._at)

    def _take(self, date: datetime.date | None) -> None:
        self.close()
        self.chosen.emit(date)
