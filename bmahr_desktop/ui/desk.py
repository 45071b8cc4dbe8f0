"""The one door from screens to the records."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.ui.closed import ClosedRecords
from bmahr_desktop.ui.unkept import Unkept

P = ParamSpec("P")
R = TypeVar("R")


class Transactions(Protocol):
    """Anything that can open a transaction, from any thread."""

    def reading(self) -> AbstractContextManager[Any]:
        """See one state of the file, change nothing."""

    def writing(self) -> AbstractContextManager[Any]:
        """Commit at the end, roll back on any error."""


class Desk(QObject):
    """Runs operations and tells every screen what they changed.

    Attributes:
        unkept: What was typed and is not on file because the file is out of reach.
        closed: Which records are closed, so that nothing in them can be changed.
    """

    changed = Signal(object, object)
    """Emitted after a commit: the `Changes`, and the object that asked for them."""
    saved = Signal()
    """Emitted after every commit."""

    def __init__(self, store: Transactions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.unkept = Unkept(self, self)
        self.closed = ClosedRecords(self.read, self)
        self.changed.connect(lambda changes, _initiator: self.closed.on_changed(changes))
        self.saved.connect(self.unkept.on_saved)

    def read(
        self, operation: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Return what the operation reads; safe in any thread."""
        with self._store.reading() as session:
            return operation(session, *args, **kwargs)

    def write(
        self,
        initiator: QObject,
        operation: Callable[Concatenate[Any, P], Changes],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Changes:
        """Commit one operation, then announce its changes.

        Raises:
            Refused, StaleText: As the operation, or when the file cannot be written; nothing is
                then changed.
        """
        with self._store.writing() as session:
            changes = operation(session, *args, **kwargs)
        self.saved.emit()
        if changes:
            self.changed.emit(changes, initiator)
        return changes

    def write_aside(
        self, operation: Callable[Concatenate[Any, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Commit an operation that changes nothing a screen shows; safe in any thread."""
        with self._store.writing() as session:
            return operation(session, *args, **kwargs)
