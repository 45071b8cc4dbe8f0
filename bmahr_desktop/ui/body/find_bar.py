"""The bar with which words are found and replaced in a body."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.body.pressed import pressed
from bmahr_desktop.ui.fields.line import CleanLine
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.notices import announce

_NARROW = 12 * GRID
_LARGE, _PAUSE_MS = 100_000, 150
"""A body of so many signs is searched only when typing pauses."""
_LONGEST = 200
"""A longer selection is not what is to be found."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BodyFindBar(QWidget):
    """A field for words, how often they are there, the way to the next, and other words for them.

    It opens by itself when its editor asks for it. Keys: Enter or F3 the next place, with Shift the
    one before; Enter in the lower field replaces; Esc goes back to the text.
    """

    def __init__(self, editor: BodyEditor, parent: QWidget | None = None) -> None:
        """Serve an editor.

        Args:
            editor: Where words are found.
            parent: Its parent, which also shows the editor.
        """
        super().__init__(parent)
        self.setObjectName("body_find_bar")
        self.setAccessibleName(worded(msg("Search and replace")))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._editor = editor
        self._from, self._told = 0, False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._look_on)
        self.field = self._line("body_find_field", msg("Find in the body"))
        self.words = self._line("body_replace_field", msg("Replace by"))
        self.count = QLabel(self)
        self.count.setObjectName("body_find_count")
        set_tone(self.count, Role.MUTED)
        self._lay_out()
        self.field.textChanged.connect(self._on_typed)
        editor.finder.found.connect(self._on_found)
        editor.search_wanted.connect(self.open_bar)
        editor.step_wanted.connect(self.step)
        editor.search_left.connect(self.close_bar)
        self._tell()
        self.hide()

    def _lay_out(self) -> None:
        steps = (
            (IconName.CHEVRON_UP, "body_find_previous", msg("Previous place"), "Shift+F3", -1),
            (IconName.CHEVRON_DOWN, "body_find_next", msg("Next place"), "F3", 1),
        )
        upper, lower = QHBoxLayout(), QHBoxLayout()
        upper.addWidget(self.count)
        self._steps = []
        for image, name, words, keys, by in steps:
            button = self._tool(image, name, words, keys)
            button.clicked.connect(lambda _=False, by=by: self.step(by))
            self._steps.append(button)
            upper.addWidget(button)
        close = self._tool(IconName.X, "body_find_close", msg("Close the search"), "Esc")
        close.clicked.connect(self.close_bar)
        upper.addWidget(close)
        self._one = self._button("body_replace_one", msg("Replace"), msg("Replace this place"))
        self._all = self._button("body_replace_all", msg("All places"), msg("Replace all places"))
        self._one.clicked.connect(self._replace)
        self._all.clicked.connect(self._replace_all)
        lower.addWidget(self._one)
        lower.addWidget(self._all)
        for row in (upper, lower):
            row.setSpacing(GRID // 2)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self.field, 0, 0)
        grid.addLayout(upper, 0, 1)
        grid.addWidget(self.words, 1, 0)
        grid.addLayout(lower, 1, 1)
        grid.setColumnStretch(0, 1)
        order = (self.field, self.words, *self._steps, self._one, self._all, close)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _line(self, name: str, words: Message) -> CleanLine:
        line = CleanLine(self)
        line.setObjectName(name)
        line.setAccessibleName(worded(words))
        line.setPlaceholderText(worded(words))
        line.setMinimumWidth(_NARROW)
        return line

    def _tool(self, image: IconName, name: str, words: Message, keys: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(image, Role.TEXT))
        button.setAccessibleName(worded(words))
        button.setToolTip(f"{worded(words)} ({keys})")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _button(self, name: str, words: Message, told: Message) -> QPushButton:
        button = QPushButton(worded(words), self)
        button.setObjectName(name)
        button.setAccessibleName(worded(told))
        button.setToolTip(worded(told))
        button.setAutoDefault(False)
        return button

    # ------------------------------------------------------------ opened and closed

    def open_bar(self, replacing: bool = False) -> None:
        """Be ready to type; words selected in the text are looked for, others stay.

        Args:
            replacing: Whether the words may be replaced as well.
        """
        cursor = self._editor.textCursor()
        self._from = cursor.selectionStart()
        document, last = cursor.document(), cursor.selectionEnd()
        one = document.findBlock(self._from) == document.findBlock(last)
        chosen = cursor.selectedText() if one else ""
        for widget in (self.words, self._one, self._all):
            widget.setVisible(replacing and not self._editor.isReadOnly())
        if self._editor.hasFocus() and 0 < len(chosen) <= _LONGEST:
            self.field.setText(chosen.replace("\ufffc", " ").strip())
        self._look()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Go away, back to the text."""
        self.hide()
        self._pause.stop()
        self._editor.finder.clear()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------ finding and replacing

    def _look(self) -> None:
        self._editor.finder.find(self.field.text(), exactly=not self.words.isHidden())

    def _on_typed(self) -> None:
        self._told = False
        if self.isHidden():
            return
        if self._editor.document().characterCount() > _LARGE:
            self._pause.start()
        else:
            self._look_on()

    def _look_on(self) -> None:
        """Go to the first place behind where the search began."""
        self._pause.stop()
        self._look()
        self._editor.finder.go(start=self._from)
        self._tell()

    def _settle(self) -> None:
        if self._pause.isActive():
            self._look_on()

    def step(self, by: int) -> None:
        """Go to the next place, or to the one before for -1; open the bar if it is closed."""
        if self.isHidden():
            self.open_bar()
            if not self.field.text():
                return
        self._told = False
        self._settle()
        self._editor.finder.go(by)
        self._from = self._editor.textCursor().selectionStart()
        self._tell()

    def _replace(self) -> None:
        self._told = False
        self._settle()
        self._editor.finder.replace(self.words.text())
        self._from = self._editor.textCursor().selectionStart()
        self._tell()

    def _replace_all(self) -> None:
        self._settle()
        done = self._editor.finder.replace_all(self.words.text())
        if done:
            self._told = True
            self._say(said(msg("Replaced in {count} places", count=done)))

    def _on_found(self, _count: int) -> None:
        if not self._told:
            self._tell()

    def _tell(self) -> None:
        """Say at which of how many places the caret is."""
        finder = self._editor.finder
        total = finder.total()
        for button in (*self._steps, self._one, self._all):
            button.setEnabled(total > 0)
        if not self.field.text().strip():
            self._say("")
            return
        at = finder.current()
        if not total:
            told = msg("Not found")
        elif at is None:
            told = msg("Found in {count} places", count=total)
        else:
            told = msg("{at} of {count} places", at=at + 1, count=total)
        self._say(said(told))

    def _say(self, words: str) -> None:
        if words != self.count.text():
            self.count.setText(words)
            self.count.setVisible(bool(words))
            if words:
                announce(self, words)

    # ------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the search from the window while the focus is in here."""
        own = isinstance(event, QKeyEvent) and pressed(event).toString() in _KEYS
        if own and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find, replace, go on and close by the keyboard."""
        at = self.focusWidget()
        if event.key() in _ENTER and isinstance(at, QAbstractButton):
            at.click()
        elif event.key() in _ENTER and at is self.words:
            self._replace()
        elif (act := _KEYS.get(pressed(event).toString())) is not None:
            act(self)
        else:
            super().keyPressEvent(event)


_KEYS = {
    "F3": lambda bar: bar.step(1),
    "Shift+F3": lambda bar: bar.step(-1),
    "Return": lambda bar: bar.step(1),
    "Enter": lambda bar: bar.step(1),
    "Shift+Return": lambda bar: bar.step(-1),
    "Shift+Enter": lambda bar: bar.step(-1),
    "Ctrl+F": lambda bar: bar.open_bar(),
    "Ctrl+H": lambda bar: bar.open_bar(replacing=True),
    "Esc": lambda bar: bar.close_bar(),
}
