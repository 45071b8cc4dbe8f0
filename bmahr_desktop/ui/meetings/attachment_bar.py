"""What can be done with files that are attached: buttons, and what new files belong to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.attachments import AttachmentPlace
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.attachment_form import PlaceField
from bmahr_desktop.ui.notices import ErrorNote


class AttachmentBar(QWidget):
    """Buttons over the list of files, and a choice of what new ones are attached to.

    Attributes:
        tools: Where the small buttons of the list go.
        target: What new files are attached to.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._needing: list[QWidget] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(GRID)
        row.addLayout(self._buttons)
        row.addStretch(1)
        row.addLayout(self.tools)
        self.target = PlaceField("attachment_target")
        self._target_row = QWidget(self)
        words = worded(msg("Attach new files to"))
        label = QLabel(words, self._target_row)
        label.setBuddy(self.target)
        self.target.setAccessibleName(words)
        second = QHBoxLayout(self._target_row)
        second.setContentsMargins(0, 0, 0, 0)
        second.setSpacing(GRID)
        second.addWidget(label)
        second.addWidget(self.target, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._target_row)

    def add(
        self,
        picture: IconName,
        words: Message,
        object_name: str,
        act: Callable[[], object],
        *,
        needing: bool = True,
    ) -> None:
        """Add a button.

        Args:
            picture: Its icon.
            words: What it says.
            object_name: Its name in the program.
            act: What it does.
            needing: Whether it needs a file to work on.
        """
        button = QPushButton(icon(picture), worded(words), self)
        button.setObjectName(object_name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self._buttons.addWidget(button)
        if needing:
            self.need([button])

    def need(self, widgets: Sequence[QWidget]) -> None:
        """Let widgets work only where there is a file to work on."""
        self._needing += widgets

    def show_places(self, places: Sequence[AttachmentPlace], *, files: bool) -> None:
        """Offer what new files can be attached to, and what can be done with those there."""
        self.target.show_places(places)
        self._target_row.setVisible(len(places) > 1)
        for widget in self._needing:
            widget.setEnabled(files)


class Outcome(QWidget):
    """What came of it, in words: that it was done, or why it was not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.note = ErrorNote(self)
        self.told = QLabel(self)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.note)
        column.addWidget(self.told)

    def show_fault(self, words: str) -> None:
        """Say why something was not done; an empty text, that all is well."""
        self.note.show_text(words)
        self.told.setVisible(False)

    def show_done(self, words: str) -> None:
        """Say what was done."""
        self.told.setText(words)
        self.told.setVisible(True)
