"""Units: which office belongs to which, and the form on one of them."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations import people
from bmahr_desktop.operations.people import units_below
from bmahr_desktop.operations.records import Read
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import EmptyState
from bmahr_desktop.ui.office.draft_form import DraftForm
from bmahr_desktop.ui.office.lists import Node, Tree
from bmahr_desktop.ui.office.merge_opening import MergeOpening
from bmahr_desktop.ui.office.names import unit_picks
from bmahr_desktop.ui.office.register_pane import RegisterPane
from bmahr_desktop.ui.records.list_tools import moving, removing
from bmahr_desktop.ui.records.pick_field import PickField


def _amend(session: Any, _kind: Kind, uid: str, version: int | None, **fields: Any) -> Changes:
    return people.amend_unit(session, uid, version, **fields)


class UnitForm(DraftForm):
    """Names, letter code and place of a unit."""

    operation: Callable[..., Changes] = staticmethod(_amend)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Kind.UNIT, parent)
        self.setObjectName("unit_form")
        self._units: list[Unit] = []
        self.parent_unit = PickField()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(2 * GRID)
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(self.word("name", msg("&Name of the unit")), 0, 0, 1, 2)
        grid.addWidget(self.word("short_name", msg("&Short name")), 1, 0, top)
        code = self.word(
            "code", msg("&Letter code"), msg("The four digits of its letters' numbers")
        )
        grid.addWidget(code, 1, 1, top)
        above = self.typed(
            "parent",
            msg("&Belongs to"),
            self.parent_unit,
            msg("Leave it empty for an office that belongs to none."),
        )
        grid.addWidget(above, 2, 0, 1, 2)

    def show_units(self, units: list[Unit]) -> None:
        """Offer the units that this one may belong to."""
        self._units = units
        uid = self.record.uid if self.record else ""
        self.parent_unit.set_picks(unit_picks(units, {uid, *units_below(units, uid)}))

    def show_record(self, read: Read | None) -> None:
        """Show a unit."""
        super().show_record(read)
        self.show_units(self._units)

    def put_on_file(self, record: Any) -> None:
        """Put a new unit behind its neighbours."""
        self._desk.write(self, people.add_unit, record)


class UnitsPane(RegisterPane[Tree, UnitForm]):
    """The units, each under the one it belongs to."""

    kind = Kind.UNIT
    removed_words = msg("The unit was removed")

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, Tree(), UnitForm(desk), parent)
        self.setObjectName("units_pane")
        self._units: list[Unit] = []
        self.list.setObjectName("units_tree")
        self.list.setAccessibleName(worded(msg("Units")))
        self.list.keys.shift_wanted.connect(self.shift)
        empty = EmptyState(
            IconName.BUILDING,
            msg("No unit is on file yet. Begin with the office that the others belong to."),
            msg("Add a unit"),
        )
        self.merging = MergeOpening(self, desk)
        tools = [
            (IconName.PLUS, msg("Add a unit below (Insert)"), "unit_add", self.add),
            (IconName.BUILDING, msg("Add a unit at the top level"), "unit_add_top", self.add_top),
            *moving("unit", self.move_chosen),
            (IconName.OUTDENT, msg("A level up (Alt+←)"), "unit_out", lambda: self.shift(-1)),
            (IconName.INDENT, msg("A level down (Alt+→)"), "unit_in", lambda: self.shift(1)),
            self.merging.tool(),
            removing("unit", self.remove),
        ]
        self.lay_out(tools, empty, self.padded(self.form))
        self.splitter.setSizes([600, 460])

    def refill(self) -> None:
        """Read the units again."""
        self._units = self._desk.read(people.list_units)
        known: set[str] = set()
        nodes = []
        for one in self._units:
            text = f"{one.name}  ({one.short_name})" if one.short_name else one.name
            nodes.append(Node(one.uid, text, one.parent if one.parent in known else None))
            known.add(one.uid)
        self.list.fill(nodes)
        self.form.show_units(self._units)

    def add(self) -> None:
        """Begin a unit that belongs to the chosen one."""
        self._begin_below(self.list.current() or None)

    def add_top(self) -> None:
        """Begin a unit that belongs to none."""
        self._begin_below(None)

    def _begin_below(self, above: str | None) -> None:
        if self.leave_draft():
            self.begin(Unit(uid=new_uid(), name="", parent=above))

    def take_away(self, uid: str) -> Changes:
        """Remove a unit."""
        return self._desk.write(self, people.remove_unit, uid)

    def put_elsewhere(self, uid: str, by: int) -> None:
        """Move a record up or down among its neighbours."""
        self._desk.write(self, people.move_unit, uid, by)

    def shift(self, by: int) -> None:
        """Let the chosen unit belong to its upper neighbour, or to what its own unit belongs to."""
        uid = self.list.current()
        if not uid or not self.form.flush():
            return
        known = {one.uid: one for one in self._units}
        one = known[uid]
        if by > 0:
            beside = [other.uid for other in self._units if other.parent == one.parent]
            at = beside.index(uid)
            if not at:
                return
            above: str | None = beside[at - 1]
        else:
            if one.parent not in known:
                return
            above = known[one.parent].parent
        self.form.keep("parent", above)
        self.form.show_field("parent")
        self.list.choose(uid)
