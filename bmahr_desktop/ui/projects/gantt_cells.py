"""How the months of a step are painted: the plan as a bar, what is finished, today's line."""

from fractions import Fraction

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from bmahr_desktop.domain.projects.curve import across
from bmahr_desktop.domain.projects.gantt import Bar, finished_bar, planned_bars
from bmahr_desktop.domain.projects.project import Step
from bmahr_desktop.domain.projects.schedule import MONTHS, month_of
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use, said
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.parts_cells import Index
from bmahr_desktop.ui.projects.parts_table import PartsDelegate
from bmahr_desktop.ui.projects.steps_model import FIRST_MONTH, StepsModel

BAND = 5
"""How thick the bar of what is finished is."""
_ROUND = 4
_INNER_SIZE = 10.0
_AIR = 2


class GanttCells(PartsDelegate):
    """Paints the twelve months of each step; other cells as usual.

    A bar that covers several cells is painted whole in each of them, cut at the cell's edge, so
    that words in it go on over the edges.
    """

    def __init__(self, model: StepsModel, parent: QTableView) -> None:
        super().__init__(model, parent)
        self._steps = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell."""
        month = index.column() - FIRST_MONTH
        step = self._steps.part(index.row())
        if not 0 <= month < MONTHS:
            super().paint(painter, option, index)
            return
        painter.save()
        painter.setClipRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour(Role.HOVER))
        self.paint_lines(painter, option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if step is None:
            self._paint_plan(painter, option, index)
        else:
            self._paint_step(painter, option.rect, step, index.row())
        self._paint_today(painter, option.rect)
        self.paint_ring(painter, option)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a cell; a month needs none of its own."""
        if 0 <= index.column() - FIRST_MONTH < MONTHS:
            return QSize(self.view.columnWidth(index.column()), 0)
        return super().sizeHint(option, index)

    def _paint_plan(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.setPen(colour(Role.TEXT))
        painter.setFont(_smaller(option.font))
        painter.drawText(option.rect, Qt.AlignmentFlag.AlignCenter, str(index.data() or ""))

    def _paint_step(self, painter: QPainter, rect: QRect, step: Step, row: int) -> None:
        font = _smaller(painter.font())
        metrics = QFontMetrics(font)
        inner = metrics.height()
        height = min(rect.height() - 2 * _AIR, inner + BAND + _AIR)
        top = rect.top() + (rect.height() - height) // 2
        shown = Step(step.uid, months=self._steps.months(row), finished=step.finished)
        painter.setPen(QPen(colour(Role.ACCENT), 1))
        painter.setBrush(colour(Role.SELECTION))
        for bar in planned_bars(shown):
            painter.drawRoundedRect(self._rect(bar, top, height), _ROUND, _ROUND)
        done = finished_bar(shown, self._steps.year)
        if done is None or step.finished is None:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Role.ACCENT))
        painter.drawRoundedRect(self._rect(done, top + height - BAND, BAND), 2, 2)
        day = format_date(step.finished, DateStyle.SHORT, digits_in_use())
        words = said(msg("done {day}", day=day))
        widest = max(
            (self._rect(bar, top, height - BAND) for bar in planned_bars(shown)),
            key=lambda one: one.width(),
            default=self._rect(done, top, height - BAND),
        )
        if metrics.horizontalAdvance(words) + 2 * _AIR <= widest.width():
            painter.setFont(font)
            painter.setPen(colour(Role.TEXT))
            painter.drawText(widest, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_today(self, painter: QPainter, rect: QRect) -> None:
        today = self.today()
        if month_of(self._steps.year, today) is None:
            return
        x = self._x(across(self._steps.year, today))
        painter.setPen(QPen(colour(Role.DANGER), 2))
        painter.drawLine(round(x), rect.top(), round(x), rect.bottom())

    def _rect(self, bar: Bar, top: float, height: float) -> QRectF:
        left, right = self._x(bar.start), self._x(bar.stop)
        return QRectF(left + 1, top, max(right - left - 3, 2), height)

    def _x(self, at: Fraction) -> float:
        """Return where a place in the year lies on the screen."""
        month = min(int(at), MONTHS - 1)
        column = FIRST_MONTH + month
        width = self.view.columnWidth(column)
        return self.view.columnViewportPosition(column) + float(at - month) * width


def _smaller(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(min(made.pointSizeF(), _INNER_SIZE))
    return made


def legend() -> str:
    """Return in words what the colours of the plan mean."""
    return worded(msg("Light bar: planned. Dark line below it: finished. Red line: today."))
