"""Puts in text modules and names while somebody writes, in a body or in a plain text field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from bmahr_desktop.ui.body.begun import Begun, CaretText
from bmahr_desktop.ui.body.fitness import fit_pasted
from bmahr_desktop.ui.body.gaps import is_gap, select_gap, select_next_gap
from bmahr_desktop.ui.body.offer_list import OfferList, Writing
from bmahr_desktop.ui.body.offers import (
    SIGN,
    Offer,
    Offers,
    module_of,
    module_offers,
    name_offers,
)
from bmahr_desktop.ui.body.words import Words

_PAUSE_MS = 400
"""How long typing rests before names are offered by themselves."""
_FEW = 8
"""More names than that are offered only when asked for."""
_LETTERS = 3
"""So many letters at least, without marks, for names to be offered by themselves."""
_KEEP = QTextCursor.MoveMode.KeepAnchor
_MODIFIERS = Qt.KeyboardModifier
_ENDS = (Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAKES = _ENDS[1:]
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_Up: -1, Qt.Key.Key_PageUp: -8}

Put = Callable[[int, int, str], bool]
"""Puts a text in place of what stands between two positions, as one step of undo; tells whether
there was room."""


class Completion(QObject):
    """Offers text modules and names at the caret of an edit.

    `;` and the code of a module put it in with the next space, Tab or Enter. A list shows what
    else may be meant: modules behind `;`, names after a pause or with Ctrl+Space, all modules with
    Ctrl+Space where no name is begun. Enter takes from it only what is chosen. F4, and Tab where a
    gap is selected, go to the next gap.
    """

    def __init__(self, writing: Writing, put: Put, words: Words | None = None) -> None:
        """Serve an edit.

        Args:
            writing: It owns the list.
            put: Changes its text.
            words: Knows where words begin.
        """
        super().__init__(writing)
        self._writing, self._put, self._words = writing, put, words or Words()
        self._offers: Offers | None = None
        self.list = OfferList(writing)
        self.list.taken.connect(self._take)
        self._of_modules = self._typed = False
        self._start, self._declined = 0, -1
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._offer_by_itself)
        writing.installEventFilter(self)
        for signal in (writing.textChanged, writing.cursorPositionChanged):
            signal.connect(self._soon.start)
        writing.verticalScrollBar().valueChanged.connect(self.close)

    def set_offers(self, offers: Offers | None) -> None:
        """Take what is offered from somewhere; from nowhere for None."""
        self._offers = offers
        self.close()

    def close(self) -> None:
        """Offer nothing any more."""
        self._pause.stop()
        self.list.hide()

    # ------------------------------------------------------------ what is offered

    def open(self) -> bool:
        """Offer what fits here: modules of the code begun, names, or else all modules.

        Returns:
            Whether there is anything.
        """
        if self._offers is None or self._writing.isReadOnly():
            return False
        code = self._text().code()
        if code is None and self._show_names(_FEW**2, 1, first=True):
            return True
        return self._show_modules(
            code or Begun(self._writing.textCursor().position(), ""), first=True
        )

    def _follow(self) -> None:
        """Offer what the letters typed lead to; nothing once the caret is elsewhere."""
        typed, self._typed = self._typed, False
        if self._offers is None or not typed:
            self.close()
            return
        if self.list.isVisible() and self._narrow():
            return
        self.close()
        if (code := self._text().code()) is not None:
            self._show_modules(code)
        else:
            self._pause.start()

    def _narrow(self) -> bool:
        """Offer what still fits of what is offered."""
        letters = self._text().since(self._start)
        if letters is None:
            return False
        if self._of_modules:
            return self._show_modules(Begun(self._start, letters.removeprefix(SIGN)))
        names = self._names(letters) if letters else []
        return names != [letters] and self._show(name_offers(names))

    def _offer_by_itself(self) -> None:
        selected = self._writing.textCursor().hasSelection()
        if self._writing.hasFocus() and not selected and not self._text().in_word(self._words):
            self._show_names(_FEW, _LETTERS)

    def _show_names(self, most: int, least: int, *, first: bool = False) -> bool:
        for begun in self._text().names(self._words):
            names = self._names(begun.letters) if begun.length >= least else []
            if names and len(names) <= most and names != [begun.letters]:
                if not first and begun.start == self._declined:
                    return False
                self._start, self._of_modules = begun.start, False
                return self._show(name_offers(names), first=first)
        return False

    def _names(self, letters: str) -> list[str]:
        return list(self._offers.names(letters)) if self._offers is not None else []

    def _show_modules(self, begun: Begun, *, first: bool = False) -> bool:
        self._start, self._of_modules = begun.start, True
        modules = self._offers.modules() if self._offers is not None else ()
        return self._show(module_offers(modules, begun.letters), first=first)

    def _show(self, offers: list[Offer], *, first: bool = False) -> bool:
        if not offers:
            self.list.hide()
            return False
        cursor = QTextCursor(self._writing.document())
        cursor.setPosition(self._start)
        self.list.show_offers(offers, self._writing.cursorRect(cursor), first=first)
        return True

    def _text(self) -> CaretText:
        return CaretText(self._writing.textCursor())

    # ------------------------------------------------------------ putting in

    def _take(self, offer: Offer) -> None:
        self._replace(self._start, offer.text)

    def _replace(self, start: int, text: str) -> None:
        """Put a text in place of what was typed for it, and go to its first gap."""
        self.close()
        self._declined = -1
        if self._put(start, self._writing.textCursor().position(), fit_pasted(text)):
            cursor = self._writing.textCursor()
            select_gap(cursor, start, cursor.position())
            self._writing.setTextCursor(cursor)
        self._soon.stop()

    def _expand(self) -> bool:
        """Put in the module whose code was typed in full."""
        code = self._text().code()
        if self._offers is None or code is None or self._writing.textCursor().hasSelection():
            return False
        module = module_of(self._offers.modules(), code.letters)
        if module is not None:
            self._replace(code.start, module.text)
        return module is not None

    def go_to_gap(self) -> bool:
        """Select the next gap to fill in; tell whether there is one."""
        cursor = self._writing.textCursor()
        found = not self._writing.isReadOnly() and select_next_gap(cursor)
        if found:
            self._writing.setTextCursor(cursor)
            self._writing.ensureCursorVisible()
        return found

    # ------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose, put in, or go to a gap."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                typed = event.text().isprintable() and bool(event.text())
                typed |= self.list.isVisible() and event.key() == Qt.Key.Key_Backspace
                self._typed = typed and not self._writing.isReadOnly()
                return not self._writing.isReadOnly() and self._press(event)
            case QEvent.Type.ShortcutOverride if isinstance(event, QKeyEvent):
                if self._is_own(event):
                    event.accept()
                    return True
            case QEvent.Type.InputMethod if isinstance(event, QInputMethodEvent):
                self._typed = bool(event.commitString())
            case QEvent.Type.FocusOut | QEvent.Type.Hide | QEvent.Type.Resize:
                self.close()
        return super().eventFilter(watched, event)

    def _is_own(self, event: QKeyEvent) -> bool:
        """Tell whether a key is wanted here, whatever shortcut it may be."""
        if event.key() == Qt.Key.Key_Escape:
            return self.list.isVisible()
        opens = event.key() == Qt.Key.Key_Space
        return opens and event.modifiers() == _MODIFIERS.ControlModifier

    def _press(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key()) if event.key() in _HANDLED else None
        key = Qt.Key.Key_Space if event.text() == " " else key
        modifiers = event.modifiers() & ~_MODIFIERS.KeypadModifier
        if key is Qt.Key.Key_Space and modifiers == _MODIFIERS.ControlModifier:
            self.open()
            return True
        if key is None or modifiers:
            return False
        if self.list.isVisible() and self._press_in_list(key):
            return True
        if key in _ENDS and self._expand():
            return True
        if key is Qt.Key.Key_F4:
            return self.go_to_gap()
        return key is Qt.Key.Key_Tab and is_gap(self._writing.textCursor()) and self.go_to_gap()

    def _press_in_list(self, key: Qt.Key) -> bool:
        if key in _STEPS and (_STEPS[key] > 0 or self.list.chosen()):
            self.list.step(_STEPS[key])
            return True
        if key is Qt.Key.Key_Escape:
            self._declined = self._start
            self.close()
            return True
        chosen = self.list.chosen()
        if key is Qt.Key.Key_Tab and self._of_modules and chosen is None:
            chosen = self.list.only()
        if key in _TAKES and chosen is not None:
            self._take(chosen)
            return True
        return False


_HANDLED = frozenset((*_ENDS, *_STEPS, Qt.Key.Key_Escape, Qt.Key.Key_F4))


def put_plainly(writing: QPlainTextEdit) -> Put:
    """Return what puts words into a plain text field, as one step of undo."""

    def put(start: int, end: int, text: str) -> bool:
        cursor = writing.textCursor()
        cursor.beginEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, _KEEP)
        cursor.insertText(text)
        cursor.endEditBlock()
        writing.setTextCursor(cursor)
        return True

    return put
