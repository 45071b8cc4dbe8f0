"""How a project looks in the overview: name over code, a thin bar, overdue by icon and word."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from bmahr_desktop.domain.projects.lines import ProjectLine
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.fields.percent_field import WHOLE
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import icon_of, text_role
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.projects.overview_model import LINE, OverviewModel, cell_words
from bmahr_desktop.ui.projects.overview_rows import Column, days_overdue
from bmahr_desktop.ui.projects.wording import PROJECT_LOOKS

_SIDE = 16
_BAR = 6
_MARK = 2
_SMALLER = 0.92
_PAD = GRID
Index = QModelIndex | QPersistentModelIndex


class OverviewPaint(QStyledItemDelegate):
    """Draws the cells; in the narrow list one column says the most of all five.

    Attributes:
        narrow: Whether only the first column is shown.
    """

    def __init__(self, model: OverviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._view = model, parent
        self.narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of two lines of words; of one for a heading."""
        line = QFontMetrics(self._view.font()).height()
        heading = self._model.line(index) is None
        return QSize(10 * GRID, line + GRID if heading else line + self._second().height() + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        line = index.data(LINE)
        full = QStyleOptionViewItem(option)
        self.initStyleOption(full, index)
        if line is None:
            full.font.setWeight(QFont.Weight.DemiBold)
            self._draw_ground(painter, full, full.text)
            return
        self._draw_ground(painter, full, "")
        place = QRect(full.rect).adjusted(_PAD, GRID // 2, -_PAD, -(GRID // 2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._view.font())
        match Column(index.column()):
            case Column.NAME:
                self._draw_name(painter, place, line)
            case Column.STATE:
                look = PROJECT_LOOKS[line.state]
                words = cell_words(line, Column.STATE, self._model.today)
                self._draw_marked(painter, place, icon_of(look), text_role(look), words)
            case Column.PROGRESS:
                self._draw_progress(painter, place, line)
            case Column.DUE if days_overdue(line, self._model.today):
                words = cell_words(line, Column.DUE, self._model.today)
                self._draw_marked(painter, place, IconName.CLOCK, Role.DANGER, words)
            case column:
                words = cell_words(line, column, self._model.today)
                right = column is Column.LEFT
                self._draw_words(painter, place, words, right=right)
        painter.restore()

    # ------------------------------------------------------------ parts

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, words: str) -> None:
        option.text = words
        drawn = QStyle.ControlElement.CE_ItemViewItem
        self._view.style().drawControl(drawn, option, painter, self._view)

    def _draw_name(self, painter: QPainter, place: QRect, line: ProjectLine) -> None:
        height = painter.fontMetrics().height()
        first = QRect(place.left(), place.top(), place.width(), height)
        self._draw_words(painter, first, line.name)
        second = QRect(place.left(), place.top() + height, place.width(), self._second().height())
        painter.setFont(self._small())
        if self.narrow:
            second = self._draw_narrow(painter, second, line)
        unit = "" if self.narrow or self._model.wanted.grouped else line.unit_name
        about = " · ".join((line.code or said(msg("no code yet")), *filter(None, [unit])))
        self._draw_words(painter, second, about, Role.MUTED)

    def _draw_narrow(self, painter: QPainter, place: QRect, line: ProjectLine) -> QRect:
        """Draw state, progress and a late report at the right end; return the room left."""
        today = self._model.today
        right = place.right()
        if days_overdue(line, today):
            right -= _SIDE
            box = QRect(right, place.center().y() - _SIDE // 2, _SIDE, _SIDE)
            icon(IconName.CLOCK, Role.DANGER).paint(painter, box)
            word = said(msg("overdue"))
            width = painter.fontMetrics().horizontalAdvance(word) + GRID // 2
            painter.setPen(colour(Role.DANGER))
            flags = Qt.AlignmentFlag.AlignVCenter
            right -= width
            painter.drawText(QRect(right, place.top(), width, place.height()), flags, word)
            right -= GRID // 2
        words = cell_words(line, Column.PROGRESS, today)
        width = painter.fontMetrics().horizontalAdvance(words) + 2
        painter.setPen(colour(Role.TEXT))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        right -= width
        painter.drawText(QRect(right, place.top(), width, place.height()), flags, words)
        if not days_overdue(line, today):  # what is overdue is under way
            look = PROJECT_LOOKS[line.state]
            right -= _SIDE + GRID // 2
            box = QRect(right, place.center().y() - _SIDE // 2, _SIDE, _SIDE)
            icon(icon_of(look), text_role(look)).paint(painter, box)
        return QRect(place.left(), place.top(), right - place.left() - GRID, place.height())

    def _draw_progress(self, painter: QPainter, place: QRect, line: ProjectLine) -> None:
        height = painter.fontMetrics().height()
        words = cell_words(line, Column.PROGRESS, self._model.today)
        top = QRect(place.left(), place.top(), place.width(), height)
        self._draw_words(painter, top, words)
        ground = QRectF(place.left(), place.top() + height + _BAR / 2, place.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Role.LINE))
        painter.drawRoundedRect(ground, _BAR / 2, _BAR / 2)
        if line.percent:
            done = QRectF(ground)
            done.setWidth(max(_BAR, ground.width() * min(line.percent, WHOLE) / WHOLE))
            behind = line.planned is not None and line.percent < line.planned
            painter.setBrush(colour(Role.WAITING if behind else Role.ACCENT))
            painter.drawRoundedRect(done, _BAR / 2, _BAR / 2)
        if line.planned is not None:
            at = ground.left() + (ground.width() - _MARK) * min(line.planned, WHOLE) / WHOLE
            painter.setBrush(colour(Role.TEXT))
            painter.drawRect(QRectF(at, ground.top() - _MARK, _MARK, _BAR + 2 * _MARK))

    def _draw_marked(
        self, painter: QPainter, place: QRect, name: IconName, role: Role, words: str
    ) -> None:
        box = QRect(place.left(), place.center().y() - _SIDE // 2, _SIDE, _SIDE)
        icon(name, role).paint(painter, box)
        self._draw_words(painter, place.adjusted(_SIDE + GRID // 2, 0, 0, 0), words, role)

    def _draw_words(
        self, painter: QPainter, place: QRect, words: str, role: Role = Role.TEXT,
        *, right: bool = False,
    ) -> None:  # fmt: skip
        painter.setPen(colour(role))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | side, cut)

    def _small(self) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(max(10.0, font.pointSizeF() * _SMALLER))
        return font

    def _second(self) -> QFontMetrics:
        return QFontMetrics(self._small())
