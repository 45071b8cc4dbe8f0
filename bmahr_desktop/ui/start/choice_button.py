"""A broad button that says what it does in two lines: in a word, and in a sentence."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour

_ICON = 3 * GRID
_LEAST = 30 * GRID
_ROUND = 6.0


class ChoiceButton(QAbstractButton):
    """An icon, a title and a line below; pressed by mouse, Space or Enter.

    The line below is broken where it is too long, or elided in its middle if it is a place.
    """

    def __init__(
        self,
        name: IconName,
        title: str,
        below: str,
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        """Make a button.

        Args:
            name: The icon at left.
            title: What it does, in a word or two, or a file's name.
            below: The same in a sentence, or where a file lies.
            parent: The widget that it stands in.
            small: Whether it stands back behind others: no frame, the line below elided.
        """
        super().__init__(parent)
        self._icon = icon(name, Role.MUTED if small else Role.ACCENT)
        self._below = below
        self._small = small
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.setAccessibleDescription(below)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(not small)
        self.setSizePolicy(policy)
        if small:
            self.setToolTip(below)

    # ------------------------------------------------------------ its size

    def sizeHint(self) -> QSize:
        """Return the room for both lines, side by side unbroken."""
        wanted = max(
            QFontMetrics(self._title_font()).horizontalAdvance(self.text()),
            0 if self._small else self.fontMetrics().horizontalAdvance(self._below),
        )
        width = max(_LEAST, self._left() + wanted + 2 * GRID)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least width in which it can be read; the height goes by the width given."""
        lines = QFontMetrics(self._title_font()).height() + self.fontMetrics().height()
        return QSize(_LEAST, 2 * self._margin() + lines)

    def hasHeightForWidth(self) -> bool:
        """Tell that a narrow one is higher."""
        return not self._small

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        title = QFontMetrics(self._title_font()).height()
        return 2 * self._margin() + title + self._below_height(width - self._left() - 2 * GRID)

    def _below_height(self, width: int) -> int:
        if self._small:
            return self.fontMetrics().height()
        room = QRect(0, 0, max(1, width), 10_000)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self._below).height()

    def _margin(self) -> int:
        return GRID // 2 if self._small else GRID + GRID // 2

    def _left(self) -> int:
        return 2 * GRID + _ICON + 2 * GRID

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(not self._small)
        return font

    # ------------------------------------------------------------ its looks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over it."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show that the mouse is gone."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and both lines in the colours of now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        top = (self.height() - _ICON) // 2
        self._icon.paint(painter, 2 * GRID, top, _ICON, _ICON, mode=mode)
        self._draw_words(painter)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = Role.SELECTION if self.isDown() else Role.HOVER if over else Role.RAISED
        focused = self.hasFocus()
        line = Role.FOCUS if focused else Role.BORDER
        width = 2.0 if focused else 1.0
        bare = self._small and not focused
        painter.setPen(Qt.PenStyle.NoPen if bare else QPen(colour(line), width))
        painter.setBrush(Qt.BrushStyle.NoBrush if self._small and not over else colour(ground))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND
        )

    def _draw_words(self, painter: QPainter) -> None:
        left, top = self._left(), self._margin()
        width = self.width() - left - 2 * GRID
        title = self._title_font()
        height = QFontMetrics(title).height()
        enabled = self.isEnabled()
        painter.setFont(title)
        painter.setPen(colour(Role.TEXT if enabled else Role.DISABLED))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        words = QFontMetrics(title).elidedText(self.text(), Qt.TextElideMode.ElideMiddle, width)
        painter.drawText(
            QRect(left, top, width, height), flags | Qt.TextFlag.TextShowMnemonic, words
        )
        painter.setFont(self.font())
        painter.setPen(colour(Role.MUTED if enabled else Role.DISABLED))
        below = QRect(left, top + height, width, self.height() - top - height)
        if self._small:
            elided = self.fontMetrics().elidedText(self._below, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(below, flags, elided)
        else:
            painter.drawText(below, flags | Qt.TextFlag.TextWordWrap, self._below)
