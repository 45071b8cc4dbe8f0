"""Files are put on file one after the other, each in a transaction of its own, and taken back."""

from collections import deque
from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import attach
from bmahr_desktop.operations.old_minutes_intake import Intake, take_source
from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.old_minutes import reading
from bmahr_desktop.ui.old_minutes.files_model import FilesModel
from bmahr_desktop.ui.old_minutes.taken_file import Look, TakenFile
from bmahr_desktop.ui.old_minutes.work import Work

Wanted = tuple[TakenFile, str]
"""A file to be kept, and the uid of the meeting in whose place; empty for none."""


class Filing(QObject):
    """Keeps files; reading waits meanwhile.

    Signals:
        kept: A file that is on file now.
        all_kept: All that were to be kept are, or were refused.
        refused: A file that could not be kept, and the `Refused`.

    Attributes:
        under_way: Whether something is being written.
    """

    kept = Signal(object)
    all_kept = Signal()
    refused = Signal(object, object)

    def __init__(self, desk: Desk, files: FilesModel, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._files, self._work = desk, files, work
        self._waiting: deque[Wanted] = deque()
        self._count = (0, 0)
        self.under_way = False

    def keep(self, wanted: Sequence[Wanted]) -> None:
        """Put files on file, one after the other."""
        if self.under_way:
            return
        self._work.hold(held=True)
        self._waiting = deque(wanted)
        self._count = (0, len(self._waiting))
        self.under_way = True
        self._go_on()

    def stop(self) -> None:
        """Keep no more; what is being written is written to its end, so that the list knows it."""
        self._waiting.clear()

    def _go_on(self) -> None:
        committee = self._work.committee
        if not self._waiting or committee is None:
            self.under_way = False
            self.all_kept.emit()
            self._work.hold(held=False)
            return
        file, instead_of = self._waiting.popleft()
        again = reading.again_of(self._desk, file, committee) if file.stale() else None
        if again is not None:
            self._waiting.appendleft((file, instead_of))
            failed = partial(self._on_not_kept, file)
            self._work.errands.run(again, partial(self._on_again, file), failed, context=self)
            return
        intake = file.intake(committee, adopted=self._files.adopted(file))
        if intake is None or file.kept:
            self._go_on()
        else:
            self._write(file, intake, instead_of)

    def _on_again(self, file: TakenFile, look: Look) -> None:
        self._work.show_look(file, look)
        self._go_on()

    def _write(self, file: TakenFile, intake: Intake, instead_of: str) -> None:
        desk, uid = self._desk, intake.meeting.uid

        def work(_progress: Progress) -> Changes:
            return reading.keep(desk, intake, instead_of)

        self._work.errands.run(
            work,
            lambda changes: self._on_kept(file, uid, instead_of, changes),
            partial(self._on_not_kept, file),
            context=self,
        )
        done, total = self._count
        self._count = (done + 1, total)
        self._work.went_on.emit(done, total, msg("Keeping “{file}”…", file=file.name))

    def _on_kept(self, file: TakenFile, uid: str, instead_of: str, changes: Changes) -> None:
        file.before = instead_of
        self._note(file, uid)
        self._desk.saved.emit()
        self._desk.changed.emit(changes, self)
        self.kept.emit(file)
        self._go_on()

    def _note(self, file: TakenFile, uid: str) -> None:
        file.kept_as = file.number()
        file.kept, file.look = uid, None
        self._files.refresh()

    def _on_not_kept(self, file: TakenFile, error: Exception) -> None:
        if not isinstance(error, Refused):
            self._waiting.clear()
            self._go_on()
            raise error
        self.refused.emit(file, error)
        self._go_on()

    # ------------------------------------------------------------ otherwise

    def attach(self, file: TakenFile, meeting: str) -> None:
        """Attach a file to a meeting that is on file; nothing else of it is changed.

        Raises:
            Refused: If it cannot be kept, or is attached there already.
        """
        if file.look is None:
            return
        entry = self._desk.read(take_source, file.look.source)
        changes = self._desk.write(self, attach, meeting, entry)
        file.attached = next(iter(changes.uids))
        self._note(file, meeting)
        self.kept.emit(file)
        self.all_kept.emit()

    def take_back(self, files: Iterable[TakenFile]) -> Message | None:
        """Take off file again what was kept; return why not, if it could not be done."""
        try:
            for file in files:
                self._take_back(file)
        except Refused as refused:
            return refused.messages[0]
        finally:
            self._files.refresh()
            self._work.resume()
        return None

    def _take_back(self, file: TakenFile) -> None:
        if not file.kept:
            return
        if file.attached:
            self._desk.write(self, records.remove, Kind.ATTACHMENT, file.attached)
        else:
            self._desk.write(self, records.remove, Kind.MEETING, file.kept)
            if file.before:
                self._desk.write(self, records.restore, Kind.MEETING, file.before)
        file.kept, file.kept_as, file.before, file.attached = "", None, "", ""
