"""What the form of a project is made of: sections, one at a time in the middle of the pane.

To add a section to the form:

1. Write a class derived from `Section` in a module of this package, with its `title`, the `kinds`
   of the records that it shows, and `is_complete`. It is made when it is first turned to, so that
   thirty of them cost nothing; what the list at left needs of it is told by the class itself.
2. Put the class into `contents.SECTIONS` at its place, the order of the papers.

A section reads and writes by `self.desk` and listens to `desk.changed` by itself. Rows of records
(`rows.RecordRows`) and fields of the project itself (`project_form.ProjectForm`) are ready made.
`ProjectPane` reads the project again after each change and tells it to others by its signals.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import Message, worded
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.notices import UndoBar

PROJECT_KINDS = frozenset(
    {Kind.PROJECT, Kind.PROJECT_TEXT, Kind.TARGET_GROUP, Kind.STRATEGY, Kind.STEP,
     Kind.BUDGET_LINE, Kind.LEDGER_EVENT, Kind.INDICATOR, Kind.RISK, Kind.SIGNATORY,
     Kind.PROGRESS, Kind.ATTACHMENT}
)  # fmt: skip
"""What a project is made of."""


@dataclass(frozen=True)
class Around:
    """What sections work with.

    Attributes:
        desk: The door to the records.
        errands: Where long reads and searches are done.
        undo: The bar at the foot that offers to take something back.
        today: Tells which day it is.
        papers: The thread in which papers are set; without it none can be made.
    """

    desk: Desk
    errands: Errands
    undo: UndoBar
    today: Callable[[], datetime.date]
    papers: Errands | None = None


class Section(QWidget):
    """A part of the form of a project.

    Attributes:
        title: As the list at left calls it; the heading over it says the same.
        kinds: The kinds of records whose findings count here.
        fields: The fields of the project itself whose findings count here, "funding".
        roomy: Whether it uses all the height there is, and scrolls by itself; else it stands in an
            area that scrolls.
        desk, around: What it works with.
        column: What its widgets are added to.
    """

    title: ClassVar[Message]
    kinds: ClassVar[frozenset[Kind]] = frozenset()
    fields: ClassVar[frozenset[str]] = frozenset()
    roomy: ClassVar[bool] = False

    open_wanted = Signal(str)
    """Emitted with the uid of a record elsewhere that is to be opened at its place."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        """Make the section; `show_project` follows at once.

        Args:
            around: What it works with.
            parent: The widget that it stands in.
        """
        super().__init__(parent)
        self.around, self.desk = around, around.desk
        self.setAccessibleName(worded(self.title))
        self.heading = QLabel(worded(self.title), self)
        font = self.heading.font()
        font.setWeight(font.Weight.DemiBold)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self.heading.setFont(font)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GRID, GRID, 2 * GRID, 2 * GRID)
        self.column.setSpacing(2 * GRID)
        self.column.addWidget(self.heading)

    # ------------------------------------------------------------ told by the class

    @classmethod
    def is_complete(cls, project: Project) -> bool:
        """Tell whether nothing is left to be written here, as far as can be told."""
        raise NotImplementedError

    @classmethod
    def holds(cls, kind: Kind, part: Record | None, field: str) -> bool:
        """Tell whether a record, or a field of the project itself, is shown here.

        Args:
            kind: Of which kind the record is.
            part: The record, where it is a part of the project that was read.
            field: The field of it; "" for none in particular.
        """
        return field.partition(".")[0] in cls.fields if kind is Kind.PROJECT else kind in cls.kinds

    # ------------------------------------------------------------ told by itself

    def show_project(self, uid: str | None) -> None:
        """Show what belongs to a project, in place of the one before; None for no project.

        What was typed for the one before has been flushed by then. It is called again with the
        same project each time that the section is turned to.
        """
        raise NotImplementedError

    def flush(self) -> bool:
        """Keep what is typed; return whether it is on file or safely held."""
        return True

    def drop_unkept(self) -> None:
        """Throw away what could not be kept, and show what is on file; the user wants it so."""

    def go_to(self, kind: Kind, uid: str, field: str) -> bool:
        """Put the keyboard into a field of a record; return whether it is there."""
        self.begin()
        return True

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        at: QWidget | None = self.nextInFocusChain()
        while at is not None and self.isAncestorOf(at):
            if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isEnabled() and at.isVisible():
                at.setFocus(Qt.FocusReason.TabFocusReason)
                return
            at = at.nextInFocusChain()
