"""The open project as it stands, read again shortly after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach, Refused
from bmahr_desktop.operations.projects import check_project, read_project
from bmahr_desktop.ui.projects.sections import PROJECT_KINDS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bmahr_desktop.domain.projects.discrepancies import Discrepancy
    from bmahr_desktop.domain.projects.project import Project
    from bmahr_desktop.ui.desk import Desk

_SOON_MS = 150


class ProjectReading(QObject):
    """Reads one project whole, with what does not add up in it.

    Attributes:
        project: As it was last read; None where none is open, or it is gone.
        findings: What does not add up and was not accepted as meant so.
    """

    came = Signal()
    """Emitted when the project was read."""
    gone = Signal()
    """Emitted when the open project is no longer on file."""

    def __init__(self, desk: Desk, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._today = desk, today
        self._uid = ""
        self.project: Project | None = None
        self.findings: tuple[Discrepancy, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self.read)
        desk.changed.connect(self._on_changed)

    def turn_to(self, uid: str) -> None:
        """Read another project; empty for none."""
        self._uid = uid
        self.project, self.findings = None, ()
        self.read()

    def read(self) -> None:
        """Read the project now."""
        self._soon.stop()
        if not self._uid:
            return
        try:
            self.project = self._desk.read(read_project, self._uid)
            self.findings = self._desk.read(check_project, self._uid, self._today())
        except OutOfReach:
            return
        except Refused:
            self.project, self.findings = None, ()
            self.gone.emit()
            return
        self.came.emit()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if self._uid and changes.kinds & (PROJECT_KINDS | {Kind.UNIT}):
            self._soon.start()
