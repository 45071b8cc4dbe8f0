"""Original and adopted version beside each other, what differs marked; they scroll together."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.passages import Passage
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.originals import Text
from bmahr_desktop.thai.differences import Mark, Words, differences
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.marks import set_tone
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.look.palette import Role
from bmahr_desktop.ui.meetings.adoption.minutes_text import units
from bmahr_desktop.ui.records.comparison import Comparison, Side
from bmahr_desktop.ui.records.list_tools import tool

_KEYS = (Qt.Key.Key_F3, Qt.Key.Key_Escape)


class VersionsPane(QWidget):
    """Compares two versions of the same minutes.

    Keys: F3 and Shift+F3 go from difference to difference, Esc goes back.
    """

    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versions_pane")
        self._places: list[tuple[int, int]] = []
        """Where each difference begins, in the original and in the adopted version."""
        self._at = -1
        self._moving = False
        words = worded(msg("Back to the adoption (Esc)"))
        self.back = QPushButton(icon(IconName.ARROW_LEFT), words, self)
        self.back.setObjectName("versions_back")
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.leave_wanted)
        self.told = QLabel(self)
        self.told.setObjectName("versions_told")
        set_tone(self.told, Role.MUTED)
        self.comparison = Comparison(msg("Original"), msg("Adopted version"), self)
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.back)
        head.addStretch(1)
        head.addWidget(self.told)
        for name, label, object_name, by in (
            (IconName.ARROW_UP, msg("The difference before (Shift+F3)"), "versions_previous", -1),
            (IconName.ARROW_DOWN, msg("The next difference (F3)"), "versions_next", 1),
        ):
            button = tool(name, worded(label), object_name, self)
            button.clicked.connect(lambda _=False, by=by: self.step(by))
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(head)
        column.addWidget(self.comparison, 1)
        both = (self.comparison.before, self.comparison.after)
        for side, other in (both, both[::-1]):
            bar = side.text.verticalScrollBar()
            bar.valueChanged.connect(partial(self._follow, side, other))

    def show_versions(self, original: Text, adopted: Text) -> None:
        """Compare two versions, and go to the first difference."""
        before, after = _plain(original.passages), _plain(adopted.passages)
        self.comparison.show_texts(before, after)
        self._places = _places(differences(before, after))
        self._at = -1
        self.told.setText(said(msg("{count} differences", count=len(self._places))))
        self.comparison.before.text.setFocus()
        self.step(1)

    def step(self, by: int) -> None:
        """Go to the next difference, or to the one before."""
        count = len(self._places)
        if not count:
            return
        self._at = (self._at + by) % count if self._at >= 0 or by > 0 else count - 1
        self.told.setText(said(msg("Difference {at} of {count}", at=self._at + 1, count=count)))
        self._moving = True
        both = (self.comparison.before, self.comparison.after)
        for side, place in zip(both, self._places[self._at], strict=True):
            _show(side, place)
        self._moving = False

    def position(self) -> tuple[int, int]:
        """Return at which difference one is, from 1, and how many there are."""
        return self._at + 1, len(self._places)

    def _follow(self, side: Side, other: Side, value: int) -> None:
        """Scroll the other side as far as this one."""
        if self._moving:
            return
        most, its = side.text.verticalScrollBar().maximum(), other.text.verticalScrollBar()
        self._moving = True
        its.setValue(round(value * its.maximum() / most) if most else 0)
        self._moving = False

    def event(self, event: QEvent) -> bool:
        """Keep its keys from the window while the focus is in here."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from difference to difference with F3, back with Esc."""
        if event.key() == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave_wanted.emit()
        else:
            super().keyPressEvent(event)


def _plain(passages: Sequence[Passage]) -> str:
    return "\n".join(f"{one.label} {one.words}".strip() for one in passages)


def _places(words: Sequence[Words]) -> list[tuple[int, int]]:
    """Return where each difference begins on both sides, as places of a text cursor."""
    found: list[tuple[int, int]] = []
    before = after = 0
    within = False
    for one in words:
        if one.mark is Mark.SAME:
            within = False
        elif not within:
            found.append((before, after))
            within = True
        size = units(one.text)
        before += size * (one.mark is not Mark.NEW)
        after += size * (one.mark is not Mark.GONE)
    return found


def _show(side: Side, place: int) -> None:
    """Put the caret of a side at a place, in its upper third."""
    cursor = QTextCursor(side.text.document())
    cursor.setPosition(min(place, side.text.document().characterCount() - 1))
    side.text.setTextCursor(cursor)
    bar = side.text.verticalScrollBar()
    bar.setValue(bar.value() + side.text.cursorRect().top() - side.text.viewport().height() // 3)
