"""Something that is folded away under a line until it is wanted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID


class Folded(QWidget):
    """A line with an arrow, and a widget under it that is seen while the line is pressed."""

    unfolded = Signal(bool)

    def __init__(
        self,
        name: str,
        words: Message,
        inner: QWidget,
        image: IconName | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Fold a widget away.

        Args:
            name: The object name of the line.
            words: What the line says.
            inner: What is folded; it moves in here.
            image: An icon in place of the arrow.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.inner, self._image = inner, image
        self.line = QToolButton(self)
        self.line.setObjectName(name)
        self.line.setCheckable(True)
        self.line.setAutoRaise(image is None)
        self.line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.line.toggled.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.line)
        column.addWidget(inner)
        self.set_words(words)
        self._show(False)

    def set_words(self, words: Message) -> None:
        """Say something else on the line."""
        text = said(words)
        self.line.setText(text)
        self.line.setAccessibleName(text)

    def unfold(self, *, wanted: bool = True) -> None:
        """Show what is folded, or fold it away again."""
        self.line.setChecked(wanted)

    def is_unfolded(self) -> bool:
        """Tell whether it is to be seen."""
        return self.line.isChecked()

    def _show(self, wanted: bool) -> None:
        arrow = IconName.CHEVRON_DOWN if wanted else IconName.CHEVRON_RIGHT
        self.line.setIcon(icon(self._image or arrow))
        self.inner.setVisible(wanted)
        self.unfolded.emit(wanted)
