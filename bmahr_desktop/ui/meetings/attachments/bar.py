"""What can be done with files that are attached: buttons, and what new files belong to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.attachments import AttachmentPlace
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton
from bmahr_desktop.ui.meetings.attachments.form import PlaceField
from bmahr_desktop.ui.notices import ErrorNote


class AttachmentBar(QWidget):
    """Buttons over the list of files, and a choice of what new ones are attached to.

    Attributes:
        tools: Where the small buttons of the list go.
        target: What new files are attached to.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._needing: list[tuple[QWidget, bool]] = []
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(GRID)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(0)
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
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
        column.addWidget(self._row)
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
        button = ShrinkingButton(icon(picture), worded(words), self._row)
        button.setObjectName(object_name)
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self._buttons.addWidget(button)
        if needing:
            self.need([button])

    def let_shrink(self) -> None:
        """Let the buttons shrink where there is little room, the last one first."""
        self._shrinking = Shrinking(self._row, self._row.findChildren(ShrinkingButton)[::-1])

    def need(self, widgets: Sequence[QWidget], *, changing: bool = False) -> None:
        """Let widgets work only where there is a file to work on.

        Args:
            widgets: What works on a file.
            changing: Whether that changes the record, so that it waits until that is open.
        """
        self._needing += [(widget, changing) for widget in widgets]

    def show_places(
        self, places: Sequence[AttachmentPlace], *, files: bool, closed: bool = False
    ) -> None:
        """Offer what new files can be attached to, and what can be done with those there.

        Args:
            places: What files can belong to.
            files: Whether there are any.
            closed: Whether the record is only read.
        """
        self.target.show_places(places)
        self._target_row.setVisible(len(places) > 1)
        for widget, changing in self._needing:
            widget.setEnabled(files and not (changing and closed))


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
