"""Resolutions of a meeting with ticks, under those who are told them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.look.digits import shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID, row_height

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 10


@dataclass(frozen=True)
class Told:
    """Somebody, and what they can be told.

    Attributes:
        key: Names them in the tree.
        name: What they are called.
        resolutions: The uids of what they can be told.
        ticked: Those of them that have a tick at first.
    """

    key: str
    name: str
    resolutions: tuple[str, ...]
    ticked: frozenset[str]


class TicksTree(QTreeWidget):
    """Who is told what: Space ticks a resolution, or all of somebody's."""

    ticked = Signal()
    """Emitted when another tick stands."""

    def __init__(self, name: Message, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ticks_tree")
        self.setAccessibleName(worded(name))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(3 * GRID)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._filling = False
        self.itemChanged.connect(self._on_changed)

    def sizeHint(self) -> QSize:
        """Return the room for some rows; more of them scroll."""
        return QSize(super().sizeHint().width(), _ROWS * row_height())

    def show_told(self, told: Sequence[Told], lines: Mapping[str, ResolutionLine]) -> None:
        """Show who can be told what; ticks set by hand stay as they are."""
        by_hand = self._by_hand()
        self._filling = True
        self.clear()
        for one in told:
            self.addTopLevelItem(_row_of(one, lines, by_hand))
        self.expandAll()
        if (first := self.topLevelItem(0)) is not None:
            self.setCurrentItem(first)
        self._filling = False
        self.ticked.emit()

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Return by key what everybody is told who is told anything."""
        found = {}
        for top, rows in self._groups():
            uids = tuple(_key(row) for row in rows if _is_ticked(row))
            if uids:
                found[_key(top)] = uids
        return found

    def tick(self, uid: str, wanted: bool) -> None:
        """Tick a resolution wherever it stands, or take its ticks away."""
        for _, rows in self._groups():
            for row in rows:
                if _key(row) == uid:
                    row.setCheckState(0, _state(wanted))

    def _groups(self) -> Iterator[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]]:
        for number in range(self.topLevelItemCount()):
            top = self.topLevelItem(number)
            if top is not None:
                rows = map(top.child, range(top.childCount()))
                yield top, [row for row in rows if row is not None]

    def _by_hand(self) -> dict[tuple[str, str], bool]:
        found = {}
        for top, rows in self._groups():
            for row in rows:
                if _is_ticked(row) is not row.data(0, _KEY + 1):
                    found[_key(top), _key(row)] = _is_ticked(row)
        return found

    def _on_changed(self, *_: object) -> None:
        if not self._filling:
            self.ticked.emit()


def _row_of(
    one: Told, lines: Mapping[str, ResolutionLine], by_hand: Mapping[tuple[str, str], bool]
) -> QTreeWidgetItem:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    flags |= Qt.ItemFlag.ItemIsUserCheckable
    top = QTreeWidgetItem([one.name])
    top.setFlags(flags | Qt.ItemFlag.ItemIsAutoTristate)
    top.setIcon(0, icon(IconName.BUILDING))
    top.setData(0, _KEY, one.key)
    top.setToolTip(0, one.name)
    font = top.font(0)
    font.setWeight(font.Weight.DemiBold)
    top.setFont(0, font)
    for uid in one.resolutions:
        words = words_of(lines[uid])
        row = QTreeWidgetItem(top, [words])
        row.setFlags(flags)
        row.setData(0, _KEY, uid)
        row.setData(0, _KEY + 1, uid in one.ticked)
        row.setToolTip(0, lines[uid].text)
        row.setCheckState(0, _state(by_hand.get((one.key, uid), uid in one.ticked)))
    return top


def _state(wanted: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked


def _is_ticked(row: QTreeWidgetItem) -> bool:
    return row.checkState(0) is Qt.CheckState.Checked


def _key(row: QTreeWidgetItem) -> str:
    return str(row.data(0, _KEY))


def number_of(line: ResolutionLine) -> str:
    """Return where in its meeting something was resolved: item, matter, order; in shown digits."""
    matter = f".{line.matter_number}" if line.matter_number else ""
    order = f" ({line.order})" if line.siblings > 1 else ""
    return shown(f"{line.item}{matter}{order}")


def words_of(line: ResolutionLine) -> str:
    """Return in one line what was resolved, and where in the meeting."""
    about = " ".join((line.matter_title or line.item_title).split())
    text = " ".join(line.text.split())
    return f"{number_of(line)}  {text}" + (f"  ·  {about}" if about else "")


def of_matter(lines: Iterable[ResolutionLine], matter: object) -> list[ResolutionLine]:
    """Return the resolutions of one matter; all of them for None."""
    return [one for one in lines if matter is None or one.matter == matter]
