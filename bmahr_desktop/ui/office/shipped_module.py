"""A text module that comes with the program: to be read, and to be replaced by an own one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.modules import TextModule
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role


class ShippedModule(QWidget):
    """The wording of a shipped module, and the way to one's own."""

    own_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shipped_module")
        self.code = QLabel(self)
        font = self.code.font()
        font.setWeight(font.Weight.DemiBold)
        self.code.setFont(font)
        self.text = QLabel(self)
        self.text.setObjectName("shipped_text")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = QLabel(worded(msg(
            "This wording comes with the program and stays as it is. Your own of the same code"
            " takes its place in all committees."
        )), self)  # fmt: skip
        told.setWordWrap(True)
        set_tone(told, Role.MUTED)
        words = worded(msg("Write your own in its place"))
        self.own = QPushButton(icon(IconName.COPY), words, self)
        self.own.setObjectName("module_own")
        self.own.setAutoDefault(False)
        self.own.clicked.connect(lambda _=False: self.own_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        column.setSpacing(GRID)
        for widget in (self.code, self.text, told):
            column.addWidget(widget)
        column.addWidget(self.own, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def show_module(self, module: TextModule) -> None:
        """Show the wording of a module."""
        self.code.setText(f";{module.code}")
        self.text.setText(module.text)
