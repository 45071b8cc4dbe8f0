import gc
import subprocess
import threading
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from shiboken6 import Shiboken

from bmahr_desktop.ui import background
from bmahr_desktop.ui.background import Errands, Stopped

MAIN = threading.get_ident()


@pytest.fixture
def errands(qapp):
    errands = Errands("test")
    yield errands
    assert errands.stop()


@pytest.fixture
def context():
    return QObject()


class Gate:
    """Work that holds the thread up until it is let go, or asked to stop."""

    def __init__(self):
        self.begun = threading.Event()
        self._open = threading.Event()
        self.was_stopped = False

    def __call__(self, progress):
        self.begun.set()
        while not self._open.wait(0.001):
            if progress.stop_wanted():
                self.was_stopped = True
                raise Stopped
        return "through"

    def open(self):
        self._open.set()


def nothing(progress):
    return None


def begun(came, progress):
    came.append("begun")


def test_work_is_done_elsewhere_and_its_result_comes_back(qtbot, errands):
    came: list[tuple[int, int]] = []
    errands.run(
        lambda progress: threading.get_ident(),
        lambda worker: came.append((worker, threading.get_ident())),
    )
    assert errands.busy()
    qtbot.waitUntil(lambda: bool(came))
    worker, here = came[0]
    assert (here, worker != MAIN, errands.busy()) == (MAIN, True, False)


def test_one_job_after_the_other_in_the_order_given(qtbot, errands):
    came: list[object] = []
    running = []

    def work(number, progress):
        running.append(number)
        assert len(running) == 1
        running.clear()
        return number

    for number in range(50):
        errands.run(partial(work, number), came.append)
    qtbot.waitUntil(lambda: not errands.busy())
    assert came == list(range(50))


def test_what_work_raises_is_told_in_the_main_thread(qtbot, errands):
    failures = []

    def failed(error):
        failures.append((repr(error), threading.get_ident()))

    errands.run(lambda progress: 1 // 0, None, failed)
    qtbot.waitUntil(lambda: bool(failures))
    assert failures == [("ZeroDivisionError('integer division or modulo by zero')", MAIN)]


def test_an_error_nobody_expects_reaches_the_handler_of_the_program(qtbot, errands):
    def failed(error):
        raise error

    with qtbot.captureExceptions() as caught:
        errands.run(lambda progress: 1 // 0)
        errands.run(lambda progress: [][0], None, failed)
        qtbot.waitUntil(lambda: not errands.busy())
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError, IndexError]


def test_the_thread_goes_on_after_an_error(qtbot, errands):
    came: list[object] = []
    errands.run(lambda progress: 1 // 0, None, came.append)
    errands.run(lambda progress: "next", came.append)
    qtbot.waitUntil(lambda: len(came) == 2)
    assert came[1] == "next"


def test_a_newer_job_of_a_channel_drops_the_older(qtbot, errands, context):
    came: list[object] = []
    gate = Gate()
    running = errands.run(gate, came.append, channel="set", context=context)
    assert gate.begun.wait(5)
    waiting = errands.run(nothing, came.append, channel="set", context=context)
    errands.run(lambda progress: "other channel", came.append, channel="find", context=context)
    errands.run(lambda progress: "other context", came.append, channel="set")
    errands.run(lambda progress: "newest", came.append, channel="set", context=context)
    assert (running.stopped(), waiting.stopped()) == (True, True)
    qtbot.waitUntil(lambda: not errands.busy())
    assert came == ["other channel", "other context", "newest"]
    assert gate.was_stopped


def test_stopped_work_gives_up_and_calls_nobody(qtbot, errands):
    came: list[object] = []
    gate = Gate()
    errand = errands.run(gate, came.append, came.append)
    assert gate.begun.wait(5)
    with qtbot.waitSignal(errand.ended):
        errand.stop()
    assert (came, gate.was_stopped) == ([], True)


def test_work_that_finished_before_it_heard_of_the_stop_calls_nobody(qtbot, errands):
    came: list[object] = []
    over = threading.Event()
    errand = errands.run(lambda progress: over.set(), came.append)
    assert over.wait(5)
    errand.stop()
    qtbot.waitUntil(lambda: not errands.busy())
    assert came == []


def test_work_that_waits_can_be_stopped_before_it_begins(qtbot, errands):
    came: list[object] = []
    gate = Gate()
    errands.run(gate)
    errand = errands.run(partial(begun, came), came.append)
    errand.stop()
    gate.open()
    with qtbot.waitSignal(errand.ended):
        pass
    assert came == []


def test_nobody_is_called_once_the_context_is_gone(qtbot, errands):
    came: list[object] = []
    gate = Gate()
    context = QObject()
    errand = errands.run(gate, came.append, came.append, context=context)
    assert gate.begun.wait(5)
    with qtbot.waitSignal(errand.ended):
        Shiboken.delete(context)
    assert (came, gate.was_stopped) == ([], True)


def test_progress_is_told_but_not_oftener_than_the_eye_follows(qtbot, errands):
    told = []
    gate = Gate()

    def work(progress):
        for done in range(10_000):
            progress.tell(done, 10_000)
        return gate(progress)

    errand = errands.run(work)
    errand.went_on.connect(lambda done, total: told.append((done, total)))
    assert gate.begun.wait(5)
    qtbot.waitUntil(lambda: bool(told))
    gate.open()
    qtbot.waitUntil(lambda: not errands.busy())
    assert len(told) < 100
    assert {total for _, total in told} == {10_000}


def test_the_window_lives_while_the_thread_is_busy(qtbot, errands):
    ticks = []
    errand = errands.run(lambda progress: [progress.check() for _ in iter(int, 1)])
    timer = QTimer(interval=1)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    qtbot.waitUntil(lambda: len(ticks) >= 20, timeout=2000)
    errand.stop()


def test_at_the_end_waiting_work_is_dropped_and_the_running_stopped(qapp):
    errands = Errands("test")
    came: list[object] = []
    gate = Gate()
    running = errands.run(gate, came.append)
    waiting = errands.run(partial(begun, came), came.append)
    assert gate.begun.wait(5)
    assert errands.stop()
    late = errands.run(partial(begun, came), came.append)
    qapp.processEvents()
    assert (came, gate.was_stopped, errands.busy()) == ([], True, False)
    assert [one.stopped() for one in (running, waiting, late)] == [True, True, True]
    assert errands.stop()


def test_a_thread_that_is_thrown_away_ends_by_itself(qtbot, qapp):
    errands = Errands("test")
    gate = Gate()
    errands.run(gate)
    assert gate.begun.wait(5)
    Shiboken.delete(errands)
    qtbot.waitUntil(lambda: gate.was_stopped)
    qtbot.waitUntil(lambda: not background._Worker._alive)
    assert gc.isenabled()


def test_what_work_holds_is_freed_in_the_main_thread(qtbot, errands):
    freed = []

    class Thing:
        pass

    things = [Thing() for _ in range(200)]
    for thing in things:
        weakref.finalize(thing, lambda: freed.append(threading.get_ident()))
        errands.run(partial(lambda thing, progress: None, thing))
    del thing
    things.clear()
    qtbot.waitUntil(lambda: len(freed) == 200)
    assert set(freed) == {MAIN}


def test_garbage_is_collected_in_the_main_thread_only(qtbot, monkeypatch, qapp):
    monkeypatch.setattr(background, "_SWEEP_EVERY_MS", 10)
    freed = []

    class Ring:
        def __init__(self):
            self.me = self

    def litter(progress):
        while not progress.stop_wanted():
            Ring()

    errands = Errands("test")
    errand = errands.run(litter)
    for _ in range(20):
        ring = Ring()
        weakref.finalize(ring, lambda: freed.append(threading.get_ident()))
    del ring
    qtbot.waitUntil(lambda: len(freed) == 20)
    errand.stop()
    assert set(freed) == {MAIN}
    assert not gc.isenabled()
    assert errands.stop()
    qtbot.waitUntil(gc.isenabled)


QUITS = """
from PySide6.QtCore import QCoreApplication, QTimer
from bmahr_desktop.ui.background import Errands

def work(progress):
    while True:
        progress.check()

app = QCoreApplication([])
errands = Errands("test")
errands.run(work)
errands.run(work)
QTimer.singleShot(20, app.quit)
raise SystemExit(app.exec())
"""


def test_the_program_may_quit_at_any_time(python, root):
    ended = subprocess.run(
        [*python, "-c", QUITS], cwd=root, capture_output=True, text=True, timeout=30, check=False
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
