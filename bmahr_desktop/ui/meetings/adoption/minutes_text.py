"""The text of minutes, to be read and to choose words in, with its pages."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from bmahr_desktop.domain.old_words import Stretch
from bmahr_desktop.domain.passages import Looks, Pages, Passage
from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role, colour

_LINE = "\u2028"
_INDENT = 3 * GRID
_HEADED = (Looks.HEADING, Looks.TITLE)
_BEGINS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
COMPOSED = msg(
    "The program words this from the records. Correct the record that it is made of: a name in the"
    " lists, a title, a resolution."
)
_SEVERAL = msg("Choose words of one paragraph only.")
_NOTHING = msg("Choose the old words first.")


class MinutesText(QTextEdit):
    """Shows passages one below the other; words are chosen with the mouse or the keyboard."""

    chosen_changed = Signal()
    begin_wanted = Signal(str)
    """Emitted when the chosen words are to be reworded; with the letter that was typed, if any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("minutes_text")
        self.setAccessibleName(worded(msg("Text of the minutes")))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._passages: tuple[Passage, ...] = ()
        self._pages: Pages | None = None
        self._blocks: list[int] = []
        """The number of the passage of each block; -1 for the mark of a page."""
        self.selectionChanged.connect(self.chosen_changed)

    def show_passages(self, passages: Sequence[Passage], pages: Pages | None = None) -> None:
        """Show a text; what was chosen stays so where it is the same text.

        Args:
            passages: The text.
            pages: Tells on which page each begins; None while that is not known.
        """
        again = self.chosen() if tuple(passages) == self._passages else None
        scrolled = self.verticalScrollBar().value() if again is None else 0
        same = tuple(passages) == self._passages
        self._passages, self._pages = tuple(passages), pages
        self._fill()
        if isinstance(again, Stretch):
            self.choose(again)
        elif same:
            self.verticalScrollBar().setValue(scrolled)

    def _fill(self) -> None:
        self.blockSignals(True)
        self.clear()
        self._blocks = []
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        page = 1
        for number, passage in enumerate(self._passages):
            now = self._pages.of(number) if self._pages else None
            if now is not None and now > page:
                page = now
                self._add(cursor, -1, said(msg("— page {page} —", page=page)), _page_block())
            self._add(cursor, number, "", _block_of(passage))
            if passage.label:
                cursor.insertText(_label_of(passage), _looks(passage, label=True))
            cursor.insertText(passage.words.replace("\n", _LINE), _looks(passage))
        cursor.endEditBlock()
        self.blockSignals(False)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _add(self, cursor: QTextCursor, number: int, words: str, block: QTextBlockFormat) -> None:
        looks = QTextCharFormat()
        looks.setForeground(colour(Role.MUTED))
        if self._blocks:
            cursor.insertBlock(block, looks)
        else:
            cursor.setBlockFormat(block)
        self._blocks.append(number)
        cursor.insertText(words, looks)

    # ------------------------------------------------------------ what is chosen

    def choose(self, stretch: Stretch) -> None:
        """Choose words, and bring them into sight."""
        if stretch.passage not in self._blocks:
            return
        block = self.document().findBlockByNumber(self._blocks.index(stretch.passage))
        passage = self._passages[stretch.passage]
        begin = block.position() + units(_label_of(passage))
        cursor = QTextCursor(block)
        cursor.setPosition(begin + units(passage.words[: stretch.start]))
        stop = begin + units(passage.words[: stretch.stop])
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._centre()

    def _centre(self) -> None:
        """Bring the chosen words to the upper third, with what stands before and behind them."""
        bar = self.verticalScrollBar()
        top = self.cursorRect().top() - self.viewport().height() // 3
        bar.setValue(bar.value() + top)

    def chosen(self) -> Stretch | Message:
        """Return the chosen words; or in words why they cannot be corrected."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return _NOTHING
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        number = self._blocks[first.blockNumber()] if self._blocks else -1
        if first.blockNumber() != last.blockNumber():
            return _SEVERAL
        if number < 0 or self._passages[number].place is None:
            return COMPOSED if number >= 0 else _NOTHING
        passage = self._passages[number]
        begin = first.position() + units(_label_of(passage))
        words = passage.words
        start = _letters(words, cursor.selectionStart() - begin)
        stop = _letters(words, cursor.selectionEnd() - begin)
        while start < stop and words[start].isspace():
            start += 1
        while stop > start and words[stop - 1].isspace():
            stop -= 1
        return Stretch(number, start, stop) if start < stop else _NOTHING

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin to reword what is chosen: Enter, F2, or the first letter of the new words."""
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        plain = held == Qt.KeyboardModifier.NoModifier
        if plain and event.key() in _BEGINS:
            if not self.textCursor().hasSelection():
                cursor = self.textCursor()
                cursor.select(QTextCursor.SelectionType.WordUnderCursor)
                self.setTextCursor(cursor)
            self.begin_wanted.emit("")
        elif plain and self.textCursor().hasSelection() and event.text().strip():
            self.begin_wanted.emit(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of the other scheme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._passages:
            self.show_passages(self._passages, self._pages)


def units(words: str) -> int:
    """Return how many places of a text cursor words take: rare letters take two."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _letters(words: str, places: int) -> int:
    """Return how many letters stand before a place of a text cursor."""
    if places <= 0:
        return 0
    encoded = words.encode("utf-16-le", "surrogatepass")[: 2 * places]
    return len(encoded.decode("utf-16-le", "replace"))


def _label_of(passage: Passage) -> str:
    return f"{passage.label} " if passage.label else ""


def _block_of(passage: Passage) -> QTextBlockFormat:
    block = QTextBlockFormat()
    inner = 1 if passage.looks is Looks.CELL else 0
    block.setLeftMargin(_INDENT * (passage.level + inner))
    block.setTopMargin(GRID if passage.looks in _HEADED else 0)
    block.setBottomMargin(GRID // 2)
    return block


def _page_block() -> QTextBlockFormat:
    block = QTextBlockFormat()
    block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    block.setTopMargin(GRID)
    block.setBottomMargin(GRID)
    return block


def _looks(passage: Passage, *, label: bool = False) -> QTextCharFormat:
    looks = QTextCharFormat()
    ink: QColor = colour(Role.MUTED if label or passage.place is None else Role.TEXT)
    looks.setForeground(ink)
    if passage.looks in _HEADED:
        looks.setFontWeight(600)
    return looks
