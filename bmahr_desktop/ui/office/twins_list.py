"""Who may be on file twice, and who was merged before, as two lists to choose from."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.joining import Joined
from bmahr_desktop.operations.twins import Likeness, Twins
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.office.lists import Line, Register

_LIKENESS: Mapping[Likeness, Message] = {
    Likeness.SAME_NAME: msg("the same name"),
    Likeness.SHORT_NAME: msg("name and short name"),
    Likeness.ALIKE: msg("much alike"),
}
_LIKELY, _BEFORE = range(2)
_WIDTH = 136


class TwinsList(QTabWidget):
    """Pairs that may be one, and mergings that can be taken back.

    Signals:
        pair_chosen: With both uids.
        joined_chosen: With the `Joined`.
    """

    pair_chosen = Signal(str, str)
    joined_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("twins_tabs")
        self.setAccessibleName(worded(msg("Names on file twice")))
        self.setDocumentMode(True)
        self._pairs: dict[str, Twins] = {}
        self._joined: dict[str, Joined] = {}
        self.likely = self._register("twins_likely", msg("May be the same"), msg("Why"))
        self.likely.chosen.connect(self._on_pair)
        self.before = self._register("twins_before", msg("Merged before"), msg("Merged on"))
        self.before.chosen.connect(self._on_joined)
        self.currentChanged.connect(lambda _: self.choose_first())

    def _register(self, name: str, words: Message, second: Message) -> Register:
        found = Register((msg("Names"), second), wide=0)
        found.setObjectName(name)
        found.setAccessibleName(worded(words))
        found.setColumnWidth(1, _WIDTH)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(found)
        self.addTab(page, worded(words))
        return found

    def show_pairs(self, pairs: Sequence[Twins], names: Mapping[str, str]) -> None:
        """Show who may be one."""
        self._pairs = {f"{two.one} {two.other}": two for two in pairs}
        self.likely.fill(
            [
                Line(
                    key,
                    (
                        f"{names.get(two.one, '')}  ·  {names.get(two.other, '')}",
                        worded(_LIKENESS[two.likeness]),
                    ),
                )
                for key, two in self._pairs.items()
            ]
        )
        words = msg("May be the same ({count})", count=len(pairs))
        self.setTabText(_LIKELY, said(words))

    def show_joined(self, joined: Sequence[Joined], dates: Mapping[int, str]) -> None:
        """Show what was merged before, each with its day."""
        self._joined = {str(one.number): one for one in joined}
        self.before.fill(
            [
                Line(key, (f"{one.away}  →  {one.into}", dates.get(one.number, "")))
                for key, one in self._joined.items()
            ]
        )
        words = msg("Merged before ({count})", count=len(joined))
        self.setTabText(_BEFORE, said(words))

    def shows_likely(self) -> bool:
        """Tell whether the list of who may be one is in front."""
        return self.currentIndex() == _LIKELY

    def choose_first(self) -> None:
        """Choose in the list in front, what was chosen or its first line."""
        register = self.likely if self.shows_likely() else self.before
        uid = register.current() or next(iter(register.uids()), "")
        if uid:
            register.choose(uid)
            (self._on_pair if self.shows_likely() else self._on_joined)(uid)

    def choose_with(self, uid: str) -> bool:
        """Choose the first pair that a record is in; return whether there is one."""
        keys = (key for key, two in self._pairs.items() if uid in (two.one, two.other))
        return self.likely.choose(next(keys, ""))

    def _on_pair(self, key: str) -> None:
        two = self._pairs[key]
        self.pair_chosen.emit(two.one, two.other)

    def _on_joined(self, key: str) -> None:
        self.joined_chosen.emit(self._joined[key])
