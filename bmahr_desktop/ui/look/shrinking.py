"""Rows of buttons that give up their words, but not their icons, where there is too little room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

_SAVED = 16
"""By so many pixels the style sheet draws in the sides of a narrow button."""


class ShrinkingButton(QPushButton):
    """A button of an icon and words; narrow, of the icon only, its words where the mouse rests."""

    def __init__(self, picture: QIcon, words: str, parent: QWidget | None = None) -> None:
        """Make a button.

        Args:
            picture: What stays.
            words: What it says, already worded.
            parent: The widget that it stands in.
        """
        super().__init__(picture, words, parent)
        self._words, self._told = words, ""
        self._wide: QSize | None = None
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def is_narrow(self) -> bool:
        """Tell whether only the icon is shown."""
        return not self.text()

    def tell(self, words: str) -> None:
        """Say more of it where the mouse rests, as its key; without that, narrow, its words."""
        self._told = words
        self.setToolTip(words)

    def show_words(self, *, wanted: bool) -> None:
        """Show the words, or only the icon."""
        if wanted is not self.is_narrow():
            return
        self.setText(self._words if wanted else "")
        self.setToolTip(self._told or ("" if wanted else self._words))
        self.setProperty("narrow", not wanted)
        self.style().unpolish(self)
        self.style().polish(self)
        self.updateGeometry()

    def saved(self) -> int:
        """Return by how much the button is narrower without its words."""
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic.value, self._words)
        return words.width() + _SAVED

    def sizeHint(self) -> QSize:
        """Return the room for what is shown."""
        if self.is_narrow():
            return self.minimumSizeHint()
        self._wide = super().sizeHint()
        return self._wide

    def minimumSizeHint(self) -> QSize:
        """Return the room for the icon."""
        wide = self._wide or super().sizeHint()
        return QSize(wide.width() - self.saved(), wide.height())

    def event(self, event: QEvent) -> bool:
        """Measure anew when letters or style are others."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ScreenChangeInternal):
            self._wide = None
        return super().event(event)


class Shrinking(QObject):
    """Lets buttons of a widget shrink, one after the other, until all that is in it has room."""

    def __init__(self, host: QWidget, buttons: Sequence[ShrinkingButton]) -> None:
        """Watch a widget.

        Args:
            host: It has a layout, in which the buttons stand.
            buttons: In the order in which they shrink.
        """
        super().__init__(host)
        self._host, self._buttons = host, tuple(buttons)
        host.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when there is other room, or other words want it."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Show the words of as many buttons as have room for them."""
        layout = self._host.layout()
        if layout is None:
            return
        buttons = [one for one in self._buttons if not one.isHidden()]
        given_up = sum(one.saved() for one in buttons if one.is_narrow())
        missing = layout.sizeHint().width() + given_up - self._host.width()
        for button in buttons:
            button.show_words(wanted=missing <= 0)
            missing -= button.saved()
        layout.activate()
