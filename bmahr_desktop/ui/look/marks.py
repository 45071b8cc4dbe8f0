"""What says something by its looks: icons by themselves, chips of a state, tones, main buttons."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID, ICON
from bmahr_desktop.ui.look.palette import Role, colour


class Emphasis(StrEnum):
    """How a button stands among others."""

    PLAIN = "plain"
    MAIN = "main"
    """What one came for; at most one to be seen."""
    DANGER = "danger"
    """Something is lost by it."""


class State(StrEnum):
    """The five ways in which anything of the committee may stand."""

    NEUTRAL = "neutral"
    PROGRESS = "progress"
    DONE = "done"
    WAITING = "waiting"
    DANGER = "danger"


_ICONS = {
    State.NEUTRAL: IconName.CIRCLE_DASHED,
    State.PROGRESS: IconName.PLAY,
    State.DONE: IconName.CHECK_CIRCLE,
    State.WAITING: IconName.CLOCK,
    State.DANGER: IconName.ALERT_TRIANGLE,
}


def emphasise(button: QPushButton, emphasis: Emphasis) -> None:
    """Make a button look as it counts."""
    button.setProperty("emphasis", emphasis.value)
    button.style().unpolish(button)
    button.style().polish(button)


def set_tone(label: QLabel, role: Role) -> None:
    """Set the words of a label in the colour of a role, in either scheme."""
    label.setProperty("tone", role.value)
    label.style().unpolish(label)
    label.style().polish(label)


def text_role(state: State) -> Role:
    """Return the colour that a state's icon and word are shown in."""
    return Role(state.value)


def ground_role(state: State) -> Role:
    """Return the colour of the ground of a state's chip."""
    return Role(f"{state.value}_soft")


def icon_of(state: State) -> IconName:
    """Return the icon of a state."""
    return _ICONS[state]


class IconLabel(QWidget):
    """An icon by itself, for the eye only: what it says must also stand in words."""

    def __init__(
        self,
        name: IconName,
        role: Role | None = None,
        side: int = ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon(name, role)
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colours of now."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self._mode())
        painter.end()

    def _mode(self) -> QIcon.Mode:
        return QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled


class CutLabel(QLabel):
    """Words on one line that are cut where the room ends; the whole belongs into its tip."""

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(6 * GRID, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        end = Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(self.text(), end, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class StateChip(QWidget):
    """A state as an icon and a word on a soft ground."""

    def __init__(
        self,
        state: State,
        text: str,
        name: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show a state.

        Args:
            state: Which of the five ways.
            text: Its word, as ``รอรับรอง``.
            name: An icon of its own, instead of that of the way.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(state, text, name)

    def show_state(self, state: State, text: str, name: IconName | None = None) -> None:
        """Show another state."""
        self._state = state
        self._text = text
        self._icon = icon(name or _ICONS[state], text_role(state))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word of the state."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the room for icon and word."""
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(self._text)
        return QSize(GRID + ICON - 4 + GRID // 2 + width + GRID + 2, metrics.height())

    def changeEvent(self, event: QEvent) -> None:
        """Ask for other room when the font changes."""
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, icon and word in the colours of now."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(ground_role(self._state)))
        painter.drawRoundedRect(QRectF(self.rect()), GRID / 2, GRID / 2)
        side = ICON - 4
        left = GRID
        self._icon.paint(painter, left, (self.height() - side) // 2, side, side)
        painter.setPen(colour(text_role(self._state)))
        words = self.rect().adjusted(left + side + GRID // 2, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._text)
        painter.end()
