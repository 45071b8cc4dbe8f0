"""The window for the room: the matter spoken about now and the wording of its resolution, large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role

_SMALLEST_PT = 14
_LINES = 22
"""So many lines of the wording stand on the screen: it is read from the last row of chairs."""


class RoomWindow(QWidget):
    """What everybody in the room may read; it takes no typing. Esc and F11 close it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("room_window")
        self.setWindowTitle(worded(msg("For the room")))
        self.meeting, self.item = QLabel(self), QLabel(self)
        self.title, self.wording = QLabel(self), QLabel(self)
        self._labels = (self.meeting, self.item, self.title, self.wording)
        for label, name in zip(self._labels, ("meeting", "item", "title", "wording"), strict=True):
            label.setObjectName(f"room_{name}")
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        set_tone(self.meeting, Role.MUTED)
        set_tone(self.item, Role.ACCENT)
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setSpacing(2 * GRID)
        for label in (self.item, self.title, self.wording):
            column.addWidget(label)
        column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setObjectName("room_area")
        self._area.setAccessibleName(worded(msg("For the room")))
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(5 * GRID, 3 * GRID, 5 * GRID, 3 * GRID)
        whole.addWidget(self.meeting)
        whole.addWidget(self._area, 1)
        self.resize(960, 540)

    def open_on_the_wall(self) -> None:
        """Open on the second screen, whole; as a window of its own where there is only one."""
        screens = QGuiApplication.screens()
        parent: QWidget | None = self.parentWidget()
        here = parent.screen() if parent is not None else None
        other = next((one for one in screens if one is not here), None)
        if other is not None:
            self.setGeometry(other.geometry())
            self.showFullScreen()
        else:
            self.show()
            self.raise_()

    def show_matter(
        self, meeting: str, label: str, item: str, title: str, wordings: Sequence[str]
    ) -> None:
        """Show a matter.

        Args:
            meeting: What the meeting is called.
            label: The number of the matter, "3.1"; empty for none.
            item: The title of the agenda item.
            title: That of the matter, when it has one of its own.
            wordings: Of its resolutions; nothing while there is none.
        """
        self.meeting.setText(shown(meeting))
        number = said(msg("Agenda item {number}", number=shown(label))) if label else ""
        self.item.setText("  ".join(filter(None, (number, item))))
        self.title.setText("" if title == item else title)
        self.title.setVisible(title not in ("", item))
        several = len(wordings) > 1
        lines = [
            f"{shown(f'{number}.')}  {text}" if several else text
            for number, text in enumerate(wordings, 1)
        ]
        self.wording.setText("\n".join(lines))
        self._set_sizes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the letters grow with the window."""
        super().resizeEvent(event)
        self._set_sizes()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the sizes when the scheme changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._set_sizes()

    def _set_sizes(self) -> None:
        base = max(_SMALLEST_PT, self.height() / _LINES * 0.55)
        for label, times, bold in (
            (self.meeting, 0.8, False),
            (self.item, 1.15, True),
            (self.title, 1.15, True),
            (self.wording, 1.35, False),
        ):
            font = label.font()
            font.setPointSizeF(base * times)
            font.setBold(bold)
            label.setFont(font)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc or F11."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the whole screen before it is closed, so that the next opening is a fresh one."""
        self.setWindowState(Qt.WindowState.WindowNoState)
        super().closeEvent(event)
