"""A line in which one of many records is found by any part of what it is called."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyledItemDelegate, QToolButton, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.thai.reading import Unreadable, quoted
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID

_MOST = 200
"""So many are offered at once; who wants another types more of its name."""
_SEEN = 9
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_LIST_WIDTH = 56 * GRID


@dataclass(frozen=True)
class Pick:
    """A record that can be picked.

    Attributes:
        uid: The record.
        name: What it is called, and what the field shows.
        about: What tells it from others of the same name; it is searched too.
    """

    uid: str
    name: str
    about: str = ""

    @property
    def line(self) -> str:
        """Return name and description, as the list offers them."""
        return f"{self.name}  ·  {self.about}" if self.about else self.name


class PickField(TypedField[str]):
    """A record picked from a list that narrows while its name is typed; the value is its uid.

    Keys: down, F4 or Alt+Down the list; Enter takes what is chosen in it.
    """

    new_wanted = Signal(str)
    """Emitted with what is typed when the last line of the list, “add …”, is chosen."""

    def __init__(self, parent: QWidget | None = None, *, may_add: bool = False) -> None:
        """Make a field.

        Args:
            parent: The widget that it stands in.
            may_add: Whether the list ends with a line that asks for a new record.
        """
        super().__init__(parent)
        self.setObjectName("pick_field")
        self._may_add = may_add
        self._picks: dict[str, Pick] = {}
        self._keys: list[tuple[str, Pick]] = []
        self._offered: list[Pick | None] = []
        self._lines = QStringListModel(self)
        self._list = QCompleter(self._lines, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_SEEN)
        self._list.setWidget(self.line)
        self._popup = QListView()
        self._popup.setObjectName("pick_list")
        self._popup.setAccessibleName(worded(msg("What can be chosen")))
        self._popup.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._popup.setMinimumWidth(_LIST_WIDTH)
        self._list.setPopup(self._popup)
        # The delegate of a bare completer knows nothing of the style sheet's row height.
        self._popup.setItemDelegate(QStyledItemDelegate(self._popup))
        self._list.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.line.textEdited.connect(self._narrow)
        self._add_button()

    def _add_button(self) -> None:
        opens = QAction(icon(IconName.CHEVRON_DOWN), worded(msg("Choose from the list")), self)
        opens.setToolTip(worded(msg("Choose from the list (F4)")))
        opens.triggered.connect(self.open_list)
        self.line.addAction(opens, self.line.ActionPosition.TrailingPosition)
        for button in self.line.findChildren(QToolButton):
            button.setObjectName("pick_open")
            button.setAccessibleName(worded(msg("Choose from the list")))

    # ------------------------------------------------------------ what can be picked

    def set_picks(self, picks: Sequence[Pick]) -> None:
        """Offer records; what was picked is shown by its name of now."""
        self._picks = {pick.uid: pick for pick in picks}
        self._keys = [(search_key(pick.line), pick) for pick in picks]
        if not self.line.isModified():
            self._show()

    def matching(self, text: str) -> list[Pick]:
        """Return the records that hold every word of a text, those that begin with it first."""
        words = search_key(text).split()
        found = [
            (not key.startswith(words[0]) if words else False, number, pick)
            for number, (key, pick) in enumerate(self._keys)
            if all(word in key for word in words)
        ]
        return [pick for *_, pick in sorted(found, key=lambda one: one[:2])]

    def open_list(self) -> None:
        """Offer everything, what is picked now chosen."""
        self.line.setFocus()
        self._offer(self.matching(""), "")
        value = self.value()
        at = next((n for n, one in enumerate(self._offered) if one and one.uid == value), -1)
        self._highlight(at)

    def _narrow(self, text: str) -> None:
        self._offer(self.matching(text) if text.strip() else [], text)
        if self._offered and self._offered[0] is not None:
            self._highlight(0)

    def _offer(self, picks: Sequence[Pick], text: str) -> None:
        self._offered = list(picks[:_MOST])
        lines = [pick.line for pick in picks[:_MOST]]
        if self._may_add and text.strip():
            self._offered.append(None)
            lines.append(worded(msg("Add “{name}”…", name=quoted(text))))
        self._lines.setStringList(lines)
        if lines:
            self._list.complete()
        else:
            self._popup.hide()

    def _highlight(self, row: int) -> None:
        if row >= 0:
            self._popup.setCurrentIndex(self._list.completionModel().index(row, 0))

    def _on_activated(self, index: QModelIndex) -> None:
        pick = self._offered[index.row()]
        if pick is None:
            self.new_wanted.emit(self.line.text().strip())
        else:
            self.choose(pick.uid)

    # ------------------------------------------------------------ as a typed field

    def read(self, text: str) -> str:
        """Return the uid of the record that a text names.

        Raises:
            Unreadable: If no record is called so, or several are.
        """
        key = search_key(text).strip()
        same = [pick for pick in self._picks.values() if search_key(pick.name) == key]
        found = same or self.matching(text)
        if len(found) == 1:
            return found[0].uid
        if found:
            raise Unreadable(
                msg("{count} are called so. Choose one from the list.", count=len(found))
            )
        raise Unreadable(self.nothing_found())

    def nothing_found(self) -> Message:
        """Return what is told when nothing is called as typed."""
        return msg("Nothing on file is called so. Choose from the list.")

    def set_value(self, value: str | None) -> bool:
        """Show a record without a signal; an empty uid is none."""
        return super().set_value(value or None)

    def worded_value(self, value: str) -> str:
        """Return what the record is called."""
        pick = self._picks.get(value)
        return pick.name if pick else worded(msg("(no longer on file)"))

    def described(self, value: str) -> str:
        """Return what the record is called, and what tells it from others."""
        pick = self._picks.get(value)
        return pick.line if pick else ""

    def _show(self) -> None:
        super()._show()
        if not self.line.hasFocus():
            self.line.setCursorPosition(0)  # a long name is seen from its beginning

    def on_key(self, event: QKeyEvent) -> bool:
        """Open the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4):
            self.open_list()
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is chosen in the open list when it is left by Tab."""
        if (
            isinstance(event, QFocusEvent)
            and event.type() is QEvent.Type.FocusOut
            and event.reason() in _BY_TAB
            and self._popup.isVisible()
        ):
            row = self._popup.currentIndex().row()
            pick = self._offered[row] if row >= 0 else None
            self._popup.hide()
            if pick is not None:
                self.choose(pick.uid)
        return super().eventFilter(watched, event)
