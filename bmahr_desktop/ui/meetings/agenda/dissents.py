"""Those who do not agree with a resolution, and why (standards A15)."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QToolButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.meeting import Attendance
from bmahr_desktop.domain.voting import Dissent
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.meetings.people.offers import SuggestedField
from bmahr_desktop.ui.records.list_tools import tool
from bmahr_desktop.ui.records.text_field import TextField


class DissentRow(QWidget):
    """One who dissents."""

    changed = Signal()
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dissent_row")
        self._dissent: Dissent | None = None
        self._people: dict[str, str] = {}
        self.name = SuggestedField()
        self.name.setObjectName("dissent_name")
        self.reasons = TextField(lines=2, most=6)
        self.reasons.setObjectName("dissent_reasons")
        self.written = QCheckBox(worded(msg("handed in in writing")), self)
        self.written.setObjectName("dissent_written")
        self.name_row = Labelled(msg("Who dissents"), self.name, parent=self)
        away = tool(IconName.TRASH, worded(msg("Remove this dissent")), "dissent_remove", self)
        away.clicked.connect(self.remove_wanted)
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GRID, 0, 0, 0)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self.name_row, 0, 0)
        grid.addWidget(self.written, 0, 1, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(away, 0, 2, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(Labelled(msg("Reasons"), self.reasons, parent=self), 1, 0, 1, 3)
        grid.setColumnStretch(0, 1)
        self.name.committed.connect(lambda _: self.changed.emit())
        self.reasons.committed.connect(lambda _: self.changed.emit())
        self.written.clicked.connect(self.changed)

    def show_dissent(self, dissent: Dissent, people: Sequence[Attendance]) -> None:
        """Show one, and offer the names of those who are there."""
        self._dissent = dissent
        self._people = {one.name: one.uid for one in people}
        self.name.suggest(list(self._people))
        self.name.set_text_quietly(dissent.name)
        self.reasons.set_text_quietly(dissent.reasons)
        self.written.setChecked(dissent.written)

    def dissent(self) -> Dissent | None:
        """Return what stands there; None while nobody is named."""
        name = self.name.text().strip()
        if not name or self._dissent is None:
            return None
        return msgspec.structs.replace(
            self._dissent,
            name=name,
            reasons=self.reasons.toPlainText(),
            written=self.written.isChecked(),
            attendance=self._people.get(name),
        )

    def commit(self) -> None:
        """Make the fields say what is typed."""
        self.name.commit()
        self.reasons.commit()


class DissentsForm(QWidget):
    """All who dissent from a resolution."""

    changed = Signal(object)
    """Emitted with the dissents that are to be kept."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dissents_form")
        self._people: Sequence[Attendance] = ()
        self.rows: list[DissentRow] = []
        self._rows = QVBoxLayout()
        add = QToolButton(self)
        add.setObjectName("dissent_add")
        add.setText(worded(msg("Add a dissent")))
        add.setIcon(icon(IconName.PLUS))
        add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        add.clicked.connect(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addLayout(self._rows)
        column.addWidget(add)

    def show_dissents(self, dissents: Sequence[Dissent], people: Sequence[Attendance]) -> None:
        """Show who dissents; a row in which nobody is named yet stays, below."""
        self._people = people
        unnamed = [row for row in self.rows if row.dissent() is None]
        named = [row for row in self.rows if row not in unnamed]
        for row in named[len(dissents) :]:
            self._drop(row)
        while len(named) < len(dissents):
            named.append(self._new_row())
        for row, dissent in zip(named, dissents, strict=False):
            row.show_dissent(dissent, people)

    def add(self) -> None:
        """Add a row, and go to the name."""
        row = self._new_row()
        row.show_dissent(Dissent(name="?"), self._people)
        row.name.set_text_quietly("")
        row.name.setFocus()

    def commit(self) -> None:
        """Make the fields say what is typed."""
        for row in self.rows:
            row.commit()

    def _new_row(self) -> DissentRow:
        row = DissentRow(self)
        row.changed.connect(self._tell)
        row.remove_wanted.connect(lambda row=row: self._remove(row))
        self._rows.addWidget(row)
        self.rows.append(row)
        return row

    def _remove(self, row: DissentRow) -> None:
        self._drop(row)
        self._tell()

    def _drop(self, row: DissentRow) -> None:
        self.rows.remove(row)
        self._rows.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _tell(self) -> None:
        found = [row.dissent() for row in self.rows]
        self.changed.emit(tuple(one for one in found if one is not None))
