"""A line in which a project is picked, to link a resolution to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.project_links import list_names
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.labelled import Labelled
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.measures import GRID
from bmahr_desktop.ui.records.pick_field import Pick, PickField


class ProjectLine(QWidget):
    """A button; pressed, the line in which a project is found by any part of its name or code."""

    taken = Signal(str)
    """Emitted with the uid of the project that was picked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.button = QPushButton(icon(IconName.CHART_GANTT), worded(msg("Link a project…")), self)
        self.button.setObjectName("project_link_add")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.begin)
        self.field = PickField()
        self.field.setObjectName("project_link_pick")
        self.field.edited.connect(self._on_picked)
        self._row = Labelled(msg("The project that it concerns"), self.field, parent=self)
        self._row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID // 2)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._row)

    def begin(self) -> None:
        """Let a project be picked."""
        try:
            names = self._desk.read(list_names)
        except OutOfReach:
            return
        self.field.set_picks([
            Pick(one.uid, one.name, " · ".join(filter(None, (
                one.code, said(msg("B.E. {year}", year=shown(str(one.year))))))))
            for one in names
        ])  # fmt: skip
        self.field.set_value(None)
        self._row.show()
        self.button.hide()
        self.field.setFocus()

    def leave(self) -> None:
        """Pick none after all."""
        self.field.forget_typing()
        self._row.hide()
        self.button.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up by Esc."""
        if event.key() == Qt.Key.Key_Escape and not self._row.isHidden():
            self.leave()
            self.button.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_picked(self, uid: str | None) -> None:
        if uid:
            self.field.set_value(None)
            self.leave()
            self.taken.emit(uid)
