"""What a new meeting takes over from earlier ones, and what it does not, each with a tick."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from bmahr_desktop.i18n import Message, msg, worded
from bmahr_desktop.operations.carrying import Carried, Carrying
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.measures import row_height

_MATTER, _FROM, _WHY = range(3)
_UID = Qt.ItemDataRole.UserRole
_ROWS = 4


class CarryList(QTreeWidget):
    """Two groups: what comes, ticked, and what stays behind, not ticked; Space ticks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("carry_list")
        self.setAccessibleName(worded(msg("Taken over from earlier meetings")))
        headings = (msg("Matter"), msg("From meeting"), msg("Why"))
        self.setHeaderLabels([worded(heading) for heading in headings])
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(_MATTER, QHeaderView.ResizeMode.Stretch)
        for column in (_FROM, _WHY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def sizeHint(self) -> QSize:
        """Return the room for a few rows; more of them scroll."""
        return QSize(super().sizeHint().width(), (_ROWS + 1) * row_height())

    def show_carrying(self, carrying: Carrying) -> None:
        """Show what comes and what does not; what was ticked by hand stays so."""
        by_hand = self._by_hand()
        self.clear()
        self._add_group(msg("Taken over"), carrying.comes, by_hand)
        self._add_group(msg("Not taken over"), carrying.stays, by_hand)
        self.expandAll()
        if rows := self._rows():
            self.setCurrentItem(rows[0])

    def chosen(self) -> tuple[str, ...]:
        """Return the uids of the matters that are ticked."""
        return tuple(
            str(row.data(_MATTER, _UID))
            for row in self._rows()
            if row.checkState(_MATTER) is Qt.CheckState.Checked
        )

    def tick(self, matter: str, ticked: bool) -> None:
        """Tick a matter, or take its tick away."""
        for row in self._rows():
            if row.data(_MATTER, _UID) == matter:
                row.setCheckState(
                    _MATTER, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
                )

    def is_empty(self) -> bool:
        """Tell whether earlier meetings have nothing at all to take over."""
        return not self._rows()

    def _rows(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        found = (top.child(number) for top in tops if top for number in range(top.childCount()))
        return [row for row in found if row is not None]

    def _by_hand(self) -> dict[str, bool]:
        found = {}
        for row in self._rows():
            ticked = row.checkState(_MATTER) is Qt.CheckState.Checked
            if ticked is not row.data(_FROM, _UID):
                found[str(row.data(_MATTER, _UID))] = ticked
        return found

    def _add_group(self, title: Message, some: Sequence[Carried], by_hand: dict[str, bool]) -> None:
        if not some:
            return
        top = QTreeWidgetItem(
            [said(msg("{group} ({count})", group=title, count=len(some))), "", ""]
        )
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        top.setFirstColumnSpanned(True)
        font = top.font(_MATTER)
        font.setBold(True)
        top.setFont(_MATTER, font)
        self.addTopLevelItem(top)
        for one in some:
            row = QTreeWidgetItem([shown(one.title), shown(one.meeting), said(one.reason)])
            row.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
            )
            ticked = by_hand.get(one.matter, one.comes)
            row.setCheckState(_MATTER, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            row.setData(_MATTER, _UID, one.matter)
            row.setData(_FROM, _UID, one.comes)
            for column in range(self.columnCount()):
                row.setToolTip(column, f"{row.text(_MATTER)}\n{row.text(_WHY)}")
            top.addChild(row)
