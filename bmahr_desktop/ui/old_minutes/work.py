"""Files are found and read one after the other in a thread; the window goes on meanwhile."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.old_minutes import KnownRecords
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.old_minutes import reading
from bmahr_desktop.ui.old_minutes.files_model import FilesModel
from bmahr_desktop.ui.old_minutes.reading import Gathered
from bmahr_desktop.ui.old_minutes.taken_file import Look, TakenFile


class Work(QObject):
    """Reads the files of a list.

    Signals:
        went_on: How many are done, of how many, and what is under way.
        ended: Nothing is under way any longer.
        found: What could not be looked into, once new files are in the list.
        looked: A file that was read, or recognised again, or refused.

    Attributes:
        errands: The thread.
        committee: Whose minutes they are; None while there is none.
        first: The file that somebody waits for; it is read before the others.
    """

    went_on = Signal(int, int, object)
    ended = Signal()
    found = Signal(object)
    looked = Signal(object)

    def __init__(self, desk: Desk, files: FilesModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._files = desk, files
        self.errands = Errands("old_minutes", self)
        self.committee: Committee | None = None
        self.first: TakenFile | None = None
        self._known: KnownRecords | None = None
        self._errand: Errand | None = None
        self._stopped = self._held = False
        desk.changed.connect(self._on_changed)

    def busy(self) -> bool:
        """Tell whether files are being read."""
        return self._errand is not None

    def stop(self) -> None:
        """Read no more until `resume`."""
        self._stopped = True
        self._give_up()
        self.ended.emit()

    def resume(self) -> None:
        """Read those that wait."""
        self._stopped = False
        self.go_on()

    def hold(self, *, held: bool) -> None:
        """Let the thread do something else first, or go on behind it."""
        self._held = held
        if held:
            self._give_up()
        else:
            self.go_on()

    def end(self) -> None:
        """Give up everything, and end the thread."""
        self._stopped = True
        self._give_up()
        self.errands.stop()

    def _give_up(self) -> None:
        if self._errand is not None:
            self._errand.stop()
        self._errand = None

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.kinds & {Kind.PERSON, Kind.UNIT}:
            self._known = None

    # ------------------------------------------------------------ files

    def add(self, paths: Iterable[Path]) -> None:
        """Find files, in folders too, and read them behind those that wait."""
        some, already = tuple(paths), len(self._files.files)
        self._stopped = False

        def work(_progress: Progress) -> Gathered:
            return reading.gather(some, already)

        self.errands.run(work, self._on_gathered, context=self)

    def _on_gathered(self, gathered: Gathered) -> None:
        self._files.add(gathered.files)
        self.found.emit(gathered.faults)
        self.go_on()

    def read_all_anew(self) -> None:
        """Read everything that is not kept once more, as for another committee."""
        self._give_up()
        for file in self._files.files:
            if not file.kept:
                file.look, file.refusals = None, ()
        self._files.refresh()
        self.resume()

    # ------------------------------------------------------------ reading

    def go_on(self) -> None:
        """Read the next file that waits, unless something is under way or was stopped."""
        if self.busy() or self._held or self.committee is None:
            return
        waiting = [one for one in self._files.files if one.waits()]
        if not waiting or self._stopped:
            self.ended.emit()
        elif self._known is None:
            desk = self._desk
            self._run(lambda _: reading.read_people(desk), self._on_known, self._on_unknown)
        else:
            file = next((one for one in waiting if one is self.first), waiting[0])
            self._read(file, self.committee, self._known)
            whole = len(self._files.files)
            words = msg("Reading “{file}”…", file=file.name)
            self.went_on.emit(whole - len(waiting), whole, words)

    def _run(
        self,
        work: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        self._errand = self.errands.run(work, done, failed, context=self)

    def _on_known(self, known: KnownRecords) -> None:
        self._known, self._errand = known, None
        self.go_on()

    def _on_unknown(self, error: Exception) -> None:
        self._errand = None
        self.ended.emit()
        if not isinstance(error, Refused):
            raise error
        self.found.emit(error.messages)

    def _read(self, file: TakenFile, committee: Committee, known: KnownRecords) -> None:
        desk, path, said, scan = self._desk, file.path, dict(file.said), file.scan

        def work(progress: Progress) -> Look:
            if scan:
                return reading.look_at_scan(desk, path, committee, known)
            return reading.read_file(path, committee, known, said, progress)

        self._run(work, partial(self._on_read, file), partial(self._on_unread, file))

    def _on_read(self, file: TakenFile, look: Look) -> None:
        self.show_look(file, look)
        self._errand = None
        self.go_on()

    def _on_unread(self, file: TakenFile, error: Exception) -> None:
        if isinstance(error, Refused):
            file.refusals = error.messages
        else:
            file.refusals = (msg("“{file}” cannot be understood by this program.", file=file.name),)
        self._files.refresh()
        self.looked.emit(file)
        self._errand = None
        self.go_on()
        if not isinstance(error, Refused):
            raise error

    def show_look(self, file: TakenFile, look: Look) -> None:
        """Put into the list what was read of a file."""
        file.look = look
        self._files.refresh()
        self.looked.emit(file)

    # ------------------------------------------------------------ once more

    def read_again(self, file: TakenFile) -> None:
        """Recognise a file again with what somebody says of it now."""
        said = dict(file.said)
        work = reading.again_of(self._desk, file, self.committee)
        if work is None:
            return

        def done(look: Look) -> None:
            # What was said meanwhile is on its way; this would take it back on the screen.
            if not file.kept and file.said == said:
                self.show_look(file, look)

        self.errands.run(work, done, channel=f"again {id(file)}", context=self)
