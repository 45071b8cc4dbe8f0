"""The office's picture of the Garuda: shown small, taken in from a file, taken away."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.crest import keep_crest, office_crest, remove_crest
from bmahr_desktop.ui.file_dialogs import ask_which
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import ErrorNote

_SIDE = 8 * GRID


class CrestField(QWidget):
    """What letters show as the Garuda; every choice is kept at once."""

    changed = Signal()
    """Emitted when there is another picture, or none."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """Show the picture that is kept.

        Args:
            folder: Where it is kept.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.setObjectName("crest_field")
        self._folder = folder
        self.picture = QLabel(self)
        self.picture.setObjectName("crest_picture")
        self.picture.setFixedSize(_SIDE, _SIDE)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.none = QLabel(worded(msg("No picture yet: its room is left free.")), self)
        self.none.setWordWrap(True)
        set_tone(self.none, Role.MUTED)
        self.choose = self._button(IconName.IMAGE, worded(msg("Choose a picture…")), "crest_choose")
        self.choose.clicked.connect(self._on_choose)
        self.remove = self._button(IconName.TRASH, worded(msg("Take it away")), "crest_remove")
        self.remove.clicked.connect(self._on_remove)
        self.note = ErrorNote(self)
        self._lay_out()
        self._show()

    def _button(self, name: IconName, words: str, object_name: str) -> QPushButton:
        button = QPushButton(icon(name), words, self)
        button.setObjectName(object_name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(GRID // 2)
        right.addLayout(buttons)
        right.addWidget(self.none)
        right.addWidget(self.note)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)

    # ------------------------------------------------------------ choosing

    def _on_choose(self) -> None:
        file = ask_which(
            self, msg("The office's picture of the Garuda"), msg("Pictures"), "*.png *.jpg *.jpeg"
        )
        if file is not None:
            self.take(file)

    def take(self, file: Path) -> None:
        """Take a picture in; why it cannot be is said below."""
        try:
            keep_crest(self._folder, file)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.note.show_text("")
        self._show()
        self.changed.emit()

    def _on_remove(self) -> None:
        try:
            remove_crest(self._folder)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
            return
        self.note.show_text("")
        self._show()
        self.choose.setFocus()
        self.changed.emit()

    def _show(self) -> None:
        """Show what is kept; a file that was spoiled since is told, and can be taken away."""
        data: bytes | None = b""
        try:
            data = office_crest(self._folder)
        except Refused as refused:
            self.note.show_text(said(refused.messages[0]))
        self.picture.setPixmap(self._small(data) if data else QPixmap())
        there = data is not None
        self.picture.setAccessibleName(worded(msg("The office's picture of the Garuda")))
        self.picture.setVisible(there)
        self.none.setVisible(not there)
        self.remove.setVisible(there)

    def _small(self, data: bytes) -> QPixmap:
        """Return a picture as large as its place, sharp on any screen, on paper white."""
        ratio = self.devicePixelRatioF()
        side = int((_SIDE - GRID) * ratio)
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = QImage.fromData(data).scaled(QSize(side, side), keep, smooth)
        white = QImage(image.size(), QImage.Format.Format_RGB32)
        white.fill(Qt.GlobalColor.white)
        made = QPixmap.fromImage(image if not image.hasAlphaChannel() else _over(white, image))
        made.setDevicePixelRatio(ratio)
        return made


def _over(ground: QImage, image: QImage) -> QImage:
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground
