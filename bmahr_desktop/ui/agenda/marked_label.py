"""Words that can be read and copied, with what was looked for marked in them."""

import html
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from bmahr_desktop.thai.searchkey import find_keys_in
from bmahr_desktop.ui.look.palette import Role, colour


class MarkedLabel(QLabel):
    """A label of typed text; nothing in it is taken for markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._words, self._keys = "", tuple[str, ...]()

    def show_words(self, words: str, keys: Sequence[str] = ()) -> None:
        """Show words, marking where they hold any of some search keys."""
        self._words, self._keys = words, tuple(keys)
        self._word()

    def words(self) -> str:
        """Return the words as they were typed."""
        return self._words

    def marks(self) -> list[tuple[int, int]]:
        """Return where something is marked: start and stop in the words."""
        return find_keys_in(self._words, self._keys)

    def changeEvent(self, event: QEvent) -> None:
        """Mark in the colours of now."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._keys:
            self._word()

    def _word(self) -> None:
        places = self.marks()
        self.setTextFormat(Qt.TextFormat.RichText if places else Qt.TextFormat.PlainText)
        self.setText("".join(self._marked(places)) if places else self._words)

    def _marked(self, places: Sequence[tuple[int, int]]) -> Iterator[str]:
        ground = colour(Role.WAITING_SOFT).name()
        at = 0
        for start, stop in places:
            yield _escaped(self._words[at:start])
            yield f'<span style="background-color:{ground}">'
            yield f"{_escaped(self._words[start:stop])}</span>"
            at = stop
        yield _escaped(self._words[at:])


def _escaped(words: str) -> str:
    return html.escape(words).replace("\n", "<br>")
