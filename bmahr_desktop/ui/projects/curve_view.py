"""The picture of a project on the screen: progress planned and reported, money below it."""

import datetime
from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from bmahr_desktop.domain.projects.axes import money_scale
from bmahr_desktop.domain.projects.curve import Curve, Point, across, curve_of, stepped
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.projects.schedule import MONTHS, WHOLE, month_of
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.baht import SATANG, format_baht
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.curve_words import picture_words
from bmahr_desktop.ui.projects.steps_model import month_names

_SMALLEST = 10.0
_MARK = 4.0
_KEY = 24
_DASHED = Qt.PenStyle.DashLine
_SOLID = Qt.PenStyle.SolidLine
_Series = tuple[Message, Role, Qt.PenStyle]
_PLANNED: _Series = (msg("planned"), Role.PROGRESS, _DASHED)
_REPORTED: _Series = (msg("reported"), Role.ACCENT, _SOLID)
_HAD: _Series = (msg("received, less returned"), Role.WAITING, _DASHED)
_USED: _Series = (msg("used"), Role.DANGER, _SOLID)


class CurveView(QWidget):
    """Draws the picture; its figures stand in its accessible description."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("project_curve")
        self.setAccessibleName(worded(msg("Picture of the progress")))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._curve = Curve()
        self._year = 2500
        self._today: datetime.date | None = None

    def show_project(self, project: Project, today: datetime.date) -> None:
        """Show a project as it stands on a day."""
        self._curve, self._year, self._today = curve_of(project), project.year, today
        self.setAccessibleDescription(picture_words(project, today))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable room."""
        return QSize(90 * GRID, 44 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Return the least room in which all words can be read."""
        return QSize(44 * GRID, 44 * GRID)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both parts, one above the other."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPointSizeF(max(_SMALLEST, font.pointSizeF() * 0.86))
        painter.setFont(font)
        line = QFontMetricsF(font).height()
        painter.fillRect(self.rect(), colour(Role.BASE))
        scale = money_scale(self._curve.most_money)
        labels = [format_baht(one, digits_in_use()) for one in scale]
        left = max(painter.fontMetrics().horizontalAdvance(one) for one in (*labels, "100 %"))
        left += 2 * GRID
        room = self.height() - 2 * GRID
        above = room * 0.6
        whole = QRectF(0, GRID, self.width(), above)
        below = QRectF(0, GRID + above, self.width(), room - above)
        plot = whole.adjusted(left, line + GRID, -2 * GRID, -line - GRID)
        self._paint_progress(painter, whole, plot)
        plot = below.adjusted(left, line + GRID, -2 * GRID, -line - GRID)
        self._paint_money(painter, below, plot, (scale, labels))
        if self.hasFocus():
            painter.setPen(QPen(colour(Role.FOCUS), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    # ------------------------------------------------------------ the two parts

    def _paint_progress(self, painter: QPainter, whole: QRectF, plot: QRectF) -> None:
        marks = range(0, WHOLE + 1, WHOLE // 5)
        labels = [shown(f"{one // 100} %") for one in marks]
        self._paint_grid(painter, plot, [one / WHOLE for one in marks], labels)
        self._paint_key(painter, whole, plot, worded(msg("Progress (%)")), (_PLANNED, _REPORTED))
        self._paint_line(painter, plot, self._curve.planned, WHOLE, _PLANNED)
        self._paint_line(painter, plot, self._curve.reported, WHOLE, _REPORTED)
        self._paint_marks(painter, plot, self._curve.reported, WHOLE)
        if not (self._curve.planned or self._curve.reported):
            self._paint_nothing(painter, plot, msg("Nothing is planned or reported yet."))

    def _paint_money(
        self,
        painter: QPainter,
        whole: QRectF,
        plot: QRectF,
        axis: tuple[Sequence[int], Sequence[str]],
    ) -> None:
        scale, labels = axis
        top = max(scale[-1], SATANG)
        self._paint_grid(painter, plot, [one / top for one in scale], labels)
        self._paint_key(painter, whole, plot, worded(msg("Money (baht)")), (_HAD, _USED))
        self._paint_line(painter, plot, self._stepped(self._curve.received), top, _HAD)
        self._paint_line(painter, plot, self._stepped(self._curve.used), top, _USED)
        if not self._curve.received:
            self._paint_nothing(painter, plot, msg("No decision on money is on file."))

    def _stepped(self, points: Sequence[Point]) -> tuple[Point, ...]:
        """Return a line of money, up to today."""
        return stepped(points, across(self._year, self._today) if self._today else Fraction(MONTHS))

    # ------------------------------------------------------------ what both are made of

    def _paint_grid(
        self, painter: QPainter, plot: QRectF, heights: Sequence[float], labels: Sequence[str]
    ) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        line = painter.fontMetrics().height()
        for height, label in zip(heights, labels, strict=True):
            y = plot.bottom() - height * plot.height()
            painter.setPen(QPen(colour(Role.LINE), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(colour(Role.MUTED))
            beside = QRectF(0, y - line / 2, plot.left() - GRID, line)
            painter.drawText(beside, right, label)
        width = plot.width() / MONTHS
        names = month_names(self._year)
        widest = max(painter.fontMetrics().horizontalAdvance(one) for one in names)
        for month, name in enumerate(names):
            x = plot.left() + month * width
            painter.setPen(QPen(colour(Role.LINE), 1))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.setPen(colour(Role.MUTED))
            words = name if widest + 4 <= width else name.partition(" ")[0]
            under = QRectF(x, plot.bottom() + 2, width, line)
            painter.drawText(under, Qt.AlignmentFlag.AlignCenter, words)
        painter.setPen(QPen(colour(Role.BORDER), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        if self._today and month_of(self._year, self._today) is not None:
            x = self._x(plot, across(self._year, self._today))
            painter.setPen(QPen(colour(Role.DANGER), 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))

    def _paint_key(
        self,
        painter: QPainter,
        whole: QRectF,
        plot: QRectF,
        title: str,
        series: Sequence[_Series],
    ) -> None:
        """Write what the part shows, and which line is which."""
        metrics = painter.fontMetrics()
        y, line = whole.top(), metrics.height()
        centred = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(colour(Role.TEXT))
        painter.drawText(QRectF(GRID, y, plot.width(), line), centred, title)
        x = GRID + metrics.horizontalAdvance(title) + 3 * GRID
        for name, role, style in series:
            painter.setPen(QPen(colour(role), 2, style))
            painter.drawLine(QPointF(x, y + line / 2), QPointF(x + _KEY, y + line / 2))
            painter.setPen(colour(Role.TEXT))
            words = worded(name)
            width = metrics.horizontalAdvance(words)
            painter.drawText(QRectF(x + _KEY + GRID / 2, y, width + 2, line), centred, words)
            x += _KEY + width + 3 * GRID

    def _paint_line(
        self, painter: QPainter, plot: QRectF, points: Sequence[Point], top: int, series: _Series
    ) -> None:
        _, role, style = series
        painter.setPen(QPen(colour(role), 2, style))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([self._at(plot, one, top) for one in points]))

    def _paint_marks(
        self, painter: QPainter, plot: QRectF, points: Sequence[Point], top: int
    ) -> None:
        painter.setPen(QPen(colour(Role.BASE), 1))
        painter.setBrush(colour(Role.ACCENT))
        for point in points:
            painter.drawEllipse(self._at(plot, point, top), _MARK, _MARK)
        if points:
            self._write_last(painter, plot, points[-1], top)

    def _write_last(self, painter: QPainter, plot: QRectF, point: Point, top: int) -> None:
        """Write the last figure beside its mark, where there is room."""
        words = shown(f"{point.value // 100}.{point.value % 100:02} %")
        metrics, at = painter.fontMetrics(), self._at(plot, point, top)
        width, height = metrics.horizontalAdvance(words) + 4, metrics.height()
        x = at.x() + GRID if at.x() + GRID + width < plot.right() else at.x() - GRID - width
        y = min(max(at.y() - height / 2, plot.top()), plot.bottom() - height)
        room = QRectF(x, y, width, height)
        painter.fillRect(room, colour(Role.BASE))
        painter.setPen(colour(Role.ACCENT))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_nothing(self, painter: QPainter, plot: QRectF, words: Message) -> None:
        painter.setPen(colour(Role.MUTED))
        painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, worded(words))

    def _x(self, plot: QRectF, at: Fraction) -> float:
        return plot.left() + float(at) / MONTHS * plot.width()

    def _at(self, plot: QRectF, point: Point, top: int) -> QPointF:
        return QPointF(
            self._x(plot, point.across), plot.bottom() - point.value / top * plot.height()
        )
