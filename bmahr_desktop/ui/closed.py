"""Which records are closed: shown everywhere, changed nowhere until they are opened again."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import OutOfReach
from bmahr_desktop.operations import editions

_IN_MEETINGS = frozenset(Kind) - {
    Kind.UNIT, Kind.PERSON, Kind.COMMITTEE, Kind.MEMBERSHIP, Kind.TEMPLATE, Kind.MODULE,
    Kind.SEARCH, Kind.REPORT, Kind.LINK, Kind.DISPATCH,
    Kind.PROJECT, Kind.PROJECT_TEXT, Kind.TARGET_GROUP, Kind.STRATEGY, Kind.STEP, Kind.BUDGET_LINE,
    Kind.LEDGER_EVENT, Kind.INDICATOR, Kind.RISK, Kind.SIGNATORY, Kind.PROGRESS, Kind.FORM,
}  # fmt: skip
"""What a closed record holds; reports, links and letters sent go on after it."""

Read = Callable[..., Any]


class ClosedRecords(QObject):
    """Knows the meetings whose record is closed, from memory; most days there is no change."""

    changed = Signal()
    """Emitted when a record was closed, or opened again."""

    def __init__(self, read: Read, parent: QObject) -> None:
        """Begin to know.

        Args:
            read: Runs an operation that reads.
            parent: What it lives with.
        """
        super().__init__(parent)
        self._read = read
        self._meetings: frozenset[str] | None = None

    def holds(self, meeting: str) -> bool:
        """Tell whether the record of a meeting is closed."""
        return meeting in self._known()

    def open_fields(self, kind: Kind, uid: str) -> frozenset[str] | None:
        """Return the fields of a record that go on after closing; None where nothing is closed."""
        if kind not in _IN_MEETINGS or not self._known():
            return None
        fields: frozenset[str] | None = self._read(editions.open_fields, kind, uid)
        return fields

    def on_changed(self, changes: Changes) -> None:
        """Look again when a meeting was written."""
        if Kind.MEETING not in changes.kinds or self._meetings is None:
            return
        before = self._meetings
        try:
            self._meetings = self._read(editions.frozen_meetings)
        except OutOfReach:
            return
        if self._meetings != before:
            self.changed.emit()

    def _known(self) -> frozenset[str]:
        if self._meetings is None:
            self._meetings = self._read(editions.frozen_meetings)
        return self._meetings


class Locking(QObject):
    """Locks what shows a part of a meeting while its record is closed."""

    def __init__(
        self, closed: ClosedRecords, lock: Callable[[bool], object], parent: QObject
    ) -> None:
        """Serve a part.

        Args:
            closed: Knows which records are closed.
            lock: Lets the part only be read, or changed again; called only for a change.
            parent: The part.
        """
        super().__init__(parent)
        self._closed, self._lock = closed, lock
        self._meeting, self._locked = "", False
        closed.changed.connect(self._look)

    def turn_to(self, meeting: str) -> None:
        """Go by the record of another meeting."""
        self._meeting = meeting
        self._look()

    def _look(self) -> None:
        locked = self._closed.holds(self._meeting)
        if locked is not self._locked:
            self._locked = locked
            self._lock(locked)
