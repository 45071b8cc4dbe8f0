"""Has Qt speak as the rest of the window does: its menus, its dialogs for files and printing."""

import re

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from bmahr_desktop.i18n import language_in_use, worded
from bmahr_desktop.ui.qt_words import QT_WORDS

_KEY = re.compile(r"&(\w)")
_MARKS = re.compile("[:…]$|( [<>]{2})$")


class QtWords(QTranslator):
    """Words Qt's own texts from our catalogue, in the language in use when it is made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = {
            (context, text): with_key(worded(message), text)
            for context, some in QT_WORDS.items()
            for text, message in some.items()
        }

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        source_text: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Return our wording, or nothing where Qt's own is to stand."""
        return self._words.get((context, source_text))  # type: ignore[return-value]


def with_key(words: str, source: str) -> str:
    """Return a wording with the key of Qt's text behind it, as Thai programs show it: "เปิด(&O)".

    A colon, or what else ends a label, stays at the end.
    """
    key = _KEY.search(source)
    if key is None:
        return words
    end = _MARKS.search(words)
    at = end.start() if end else len(words)
    return f"{words[:at]}(&{key[1].upper()}){words[at:]}"


def speak(app: QCoreApplication) -> None:
    """Have Qt speak the language in use; call it once, before the first window is made.

    English is what Qt speaks by itself.
    """
    if language_in_use() != "en":
        app.installTranslator(QtWords(app))
