"""Threads for long work, so that the window never waits.

One `Errands` is one thread. The program has two: the paper thread, in which all type is set, all
PDF is drawn and pdfium is called (it forbids simultaneous calls), and a worker for long reads and
imports with a session of their own.
"""

import gc
import sys
from collections import deque
from collections.abc import Callable
from threading import Condition
from time import monotonic
from typing import Any, ClassVar, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QThread, QTimer, Signal
from shiboken6 import isValid

T = TypeVar("T")

TELL_EVERY_S = 0.05
SWITCH_INTERVAL_S = 0.0001
"""A thread busy with Python gives way this often; Python's own 5 ms are felt in every key press."""

_STACK_BYTES = 8 * 1024 * 1024  # Windows gives a thread less than pdfium may need
_SWEEP_EVERY_MS = 250
_SWEEP_DUE = (2000, 10, 160)  # new objects each time, a few milliseconds; all of them rarely


class Stopped(Exception):  # noqa: N818 -- it is no error
    """Raised inside work whose result nobody wants any longer."""


class Progress:
    """What running work sees of its errand. Safe to use from any thread."""

    def __init__(self, context: QObject | None, post: Callable[[], None]) -> None:
        self._context = context
        self._post = post
        self._stop = False
        self._told_at = 0.0
        self.latest = (0, 0)

    def stop_wanted(self) -> bool:
        """Tell whether the result is wanted no longer."""
        return self._stop or not (self._context is None or isValid(self._context))

    def check(self) -> None:
        """Give up here if the result is wanted no longer.

        Raises:
            Stopped: To be let through by the work.
        """
        if self.stop_wanted():
            raise Stopped

    def tell(self, done: int, total: int) -> None:
        """Say how far the work has come; may be called as often as one likes."""
        self.latest = (done, total)
        now = monotonic()
        if now - self._told_at >= TELL_EVERY_S:
            self._told_at = now
            self._post()

    def stop(self) -> None:
        """Ask the work to give up."""
        self._stop = True


class Errand(QObject):
    """Work under way, as the main thread sees it.

    Signals:
        went_on: How far it has come, and of how much; not oftener than the eye can follow.
        ended: Once, after the callback, or without one where the errand was stopped.
    """

    went_on = Signal(int, int)
    ended = Signal()

    def __init__(self, progress: Progress) -> None:
        super().__init__()
        self._progress = progress

    def stop(self) -> None:
        """Want the result no longer: no callback will be called, and the work is asked to end."""
        self._progress.stop()

    def stopped(self) -> bool:
        """Tell whether the result is wanted no longer."""
        return self._progress.stop_wanted()


class _Job:
    """The part of an errand that the thread may hold. It must not be the last to hold widgets."""

    def __init__(self, work: Callable[[Progress], Any], progress: Progress) -> None:
        self._work = work
        self.progress = progress
        self.result: Any = None
        self.error: BaseException | None = None

    def perform(self) -> None:
        """Do the work; what it raises is kept for the main thread."""
        try:
            self.progress.check()
            self.result = self._work(self.progress)
        except Stopped:
            self.progress.stop()
        except BaseException as error:  # noqa: BLE001 -- raised again in the main thread
            self.error = error


_Channel = tuple[QObject | None, str]


class _Open(NamedTuple):
    """The part of an errand that stays in the main thread."""

    errand: Errand
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    channel: _Channel | None


class _Worker(QThread):
    """Does one job after the other."""

    came_back = Signal()
    told = Signal()
    _alive: ClassVar[set["_Worker"]] = set()  # a running QThread must never be collected

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setStackSize(_STACK_BYTES)
        self.running: _Job | None = None
        self._waiting: deque[_Job] = deque()
        self._finished: deque[_Job] = deque()
        self._changed = Condition()
        self._closing = False
        self.finished.connect(self._forget, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Start the thread."""
        self._alive.add(self)
        Sweep.hold()
        sys.setswitchinterval(SWITCH_INTERVAL_S)
        self.start()

    def put(self, job: _Job) -> None:
        """Add a job at the end."""
        with self._changed:
            self._waiting.append(job)
            self._changed.notify()

    def withdraw(self, job: _Job) -> bool:
        """Take a job back if it was not begun."""
        with self._changed:
            if job not in self._waiting:
                return False
            self._waiting.remove(job)
            return True

    def take_finished(self) -> _Job | None:
        """Return the oldest finished job, once for each `came_back`; None after closing."""
        with self._changed:
            return self._finished.popleft() if self._finished else None

    def close(self) -> None:
        """Begin no other job, and ask the running one to end."""
        with self._changed:
            self._closing = True
            self._waiting.clear()
            self._finished.clear()
            if self.running is not None:
                self.running.progress.stop()
            self._changed.notify()

    def run(self) -> None:
        """Wait for jobs and do them, until closed."""
        while (job := self._next()) is not None:
            job.perform()
            with self._changed:
                self.running = None
                self._finished.append(job)
            # Let go before telling: what the work holds must be freed by the main thread.
            del job
            self.came_back.emit()

    def _next(self) -> _Job | None:
        with self._changed:
            while not (self._waiting or self._closing):
                self._changed.wait()
            self.running = self._waiting.popleft() if self._waiting else None
            return self.running

    def _forget(self) -> None:
        self._alive.discard(self)
        Sweep.release()


class Errands(QObject):
    """A thread of its own that runs jobs one after the other, in the order they were given.

    To be used from the main thread. It starts with its first job and ends with the application.
    """

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._worker = _Worker(name)
        self._open: dict[_Job, _Open] = {}
        self._newest: dict[_Channel, _Job] = {}
        self._closed = False
        queued = Qt.ConnectionType.QueuedConnection
        self._worker.came_back.connect(self._deliver, queued)
        self._worker.told.connect(self._relay, queued)
        self.destroyed.connect(self._worker.close)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(self.stop)

    def run(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        channel: str = "",
        *,
        context: QObject | None = None,
    ) -> Errand:
        """Have work done in the thread; the callbacks are called in the main thread.

        Args:
            work: Must touch no widget. Long work calls ``progress.check()`` now and then.
            done: Called with what the work returned.
            failed: Called with what the work raised; without it, or where it raises the exception
                again, the exception reaches the application's one handler.
            channel: A newer job of a context's channel replaces the one that waits, and asks the
                one that runs to stop; the callbacks of both are then not called.
            context: No callback is called once this object was destroyed.
        """
        progress = Progress(context, self._worker.told.emit)
        errand = Errand(progress)
        if self._closed:
            errand.stop()
            return errand
        job = _Job(work, progress)
        place = (context, channel) if channel else None
        if place is not None:
            self._replace(place, job)
        self._open[job] = _Open(errand, done, failed, place)
        if not self._worker.isRunning():
            self._worker.begin()
        self._worker.put(job)
        return errand

    def busy(self) -> bool:
        """Tell whether any job is not finished."""
        return bool(self._open)

    def stop(self, within_ms: int = 5000) -> bool:
        """End the thread; jobs that wait are dropped, the one that runs is asked to stop.

        Returns:
            Whether it ended in that time; if not, Qt will abort the program when it quits.
        """
        if not self._closed:
            self._closed = True
            self._worker.close()
            for one in self._open.values():
                one.errand.stop()
            self._open.clear()
            self._newest.clear()
        return self._worker.wait(within_ms)

    def _replace(self, channel: _Channel, job: _Job) -> None:
        older = self._newest.get(channel)
        self._newest[channel] = job
        if older is None or older not in self._open:
            return
        older.progress.stop()
        if self._worker.withdraw(older):
            gone = self._open.pop(older)  # held, for a signal does not hold what it belongs to
            gone.errand.ended.emit()

    def _deliver(self) -> None:
        job = self._worker.take_finished()
        if job is None or job not in self._open:
            return
        one = self._open.pop(job)
        if one.channel is not None and self._newest.get(one.channel) is job:
            del self._newest[one.channel]
        try:
            if one.errand.stopped():
                return
            if job.error is None:
                if one.done is not None:
                    one.done(job.result)
            elif one.failed is not None and isinstance(job.error, Exception):
                one.failed(job.error)
            else:
                raise job.error
        finally:
            one.errand.ended.emit()

    def _relay(self) -> None:
        job = self._worker.running
        if job in self._open and not job.progress.stop_wanted():
            self._open[job].errand.went_on.emit(*job.progress.latest)


class Sweep(QObject):
    """Collects Python's cyclic garbage in the main thread only, while other threads run.

    Python collects in whatever thread happens to ask for memory. A forgotten widget in a cycle
    would be destroyed there: Qt then hangs or ends the program (both seen).
    """

    _only: ClassVar["Sweep | None"] = None
    _holders: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())
        self._timer = QTimer(self, interval=_SWEEP_EVERY_MS)
        self._timer.timeout.connect(self._sweep)
        self._timer.start()

    @classmethod
    def hold(cls) -> None:
        """Begin, for one thread more."""
        cls._holders += 1
        if cls._only is None or not isValid(cls._only):
            gc.disable()
            gc.freeze()  # what is there by now stays, and need not be looked through each time
            cls._only = cls()

    @classmethod
    def release(cls) -> None:
        """End, when the last thread has ended."""
        cls._holders -= 1
        if cls._holders == 0 and cls._only is not None:
            gc.unfreeze()
            gc.enable()
            if isValid(cls._only):
                cls._only.deleteLater()
            cls._only = None

    def _sweep(self) -> None:
        """Collect the oldest generation that is due."""
        count = gc.get_count()
        for generation in (2, 1, 0):
            if count[generation] > _SWEEP_DUE[generation]:
                gc.collect(generation)
                return
