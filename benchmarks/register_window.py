"""The register as the eye meets it: opening it, scrolling anywhere, typing words, sorting."""

import time
from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from benchmarks.archive import archive_file, queries, spread
from benchmarks.at_work import dressed, pause, wait_for
from benchmarks.measuring import show
from bmahr_desktop.domain.registers import UNSORTED, SortedBy, Sorting
from bmahr_desktop.operations.office import new_sitting, open_office
from bmahr_desktop.places import data_place

_YEARS = (1, 20)
_SEED = 5
_OPENED, _SCROLLED, _TYPED = 9, 300, 60
_SIZE = (1366, 690)
_BEAT_MS = 2


def register() -> None:
    """Measure the register of an archive of twenty years beside that of one."""
    for years in _YEARS:
        show_register(f"{years} years", archive_file(years))


def show_register(name: str, file: Path) -> None:
    """Measure the register of a file."""
    dressed()
    store = open_office(data_place(file), new_sitting())
    opened, whole = [], []
    for _ in range(_OPENED + 1):
        tab, ended = _tab(store)
        first, order = _open(tab)
        opened.append(first)
        whole.append(order)
        ended()
    tab, ended = _tab(store)
    _open(tab)
    held, there = _scroll(tab, Random(_SEED))
    typed = _type(tab, queries(file, Random(_SEED), _TYPED))
    tab.search.clear()
    wait_for(tab.order_changed)
    beats = {by: _held_while(tab, partial(tab.sort, Sorting(by))) for by in SortedBy}
    count = len(tab.model.uids)
    ended()
    store.close()
    rows = [
        ("opening, until its lines are seen", spread(opened[1:])),
        ("until its whole order is known", spread(whole[1:])),
        ("scrolling: the window is held for", spread(held)),
        ("scrolling, until lines are seen", spread(there)),
        ("words typed, until lines are seen", spread(typed)),
    ]
    for by, (longest, seconds) in beats.items():
        words = f"{seconds * 1000:.0f} ms, window held {longest * 1000:.1f} ms at most"
        rows.append((f"sorting by {by.value}", words))
    show(f"The register in its window, {name}: {count} resolutions", rows)


def _tab(store: Any) -> tuple[Any, Callable[[], None]]:
    """Return the register, painted empty, and what ends it."""
    from bmahr_desktop.ui.agenda.tab import ResolutionsTab  # noqa: PLC0415
    from bmahr_desktop.ui.background import Errands  # noqa: PLC0415
    from bmahr_desktop.ui.desk import Desk  # noqa: PLC0415

    desk, errands = Desk(store), Errands("search")
    tab = ResolutionsTab(desk, errands)
    tab.resize(*_SIZE)
    tab.show()
    pause(50)

    def end() -> None:
        tab.end()
        errands.stop()
        tab.deleteLater()
        pause(1)

    return tab, end


def _open(tab: Any) -> tuple[float, float]:
    """Return the seconds until the first lines are painted, and until the order is known."""
    seen: list[float] = []

    def first(_: object) -> None:
        tab.table.viewport().repaint()
        seen.append(time.perf_counter())

    tab.reading.first_came.connect(first)
    begun = time.perf_counter()
    tab.refresh()
    wait_for(tab.order_changed)
    known = time.perf_counter()
    wait_for(tab.reading.offered_came)
    return seen[0] - begun, known - begun


def _scroll(tab: Any, chance: Random) -> tuple[list[float], list[float]]:
    """Return how long the window is held by going to a row, and until its lines are painted."""
    table, model = tab.table, tab.model
    held, there = [], []
    for _ in range(_SCROLLED):
        row = chance.randrange(len(model.uids))
        begun = time.perf_counter()
        table.verticalScrollBar().setValue(row)
        table.viewport().repaint()
        longest = time.perf_counter() - begun
        first = table.top_row()
        page = range(first, min(first + 16, len(model.uids)))
        while any(model.row_at(one) is None for one in page):
            _one_event()
        last = time.perf_counter()
        table.viewport().repaint()
        held.append(max(longest, time.perf_counter() - last))
        there.append(time.perf_counter() - begun)
        pause(30)  # what stands around it is read too, as while a hand rests
    return held, there


def _one_event() -> None:
    """Let the window sleep until something happens, and do that."""
    loop = QApplication.instance()
    assert loop is not None
    QEventLoop().processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _type(tab: Any, words: Iterable[str]) -> list[float]:
    """Return how long it takes until the first lines of what was typed are painted."""
    taken = []
    for one in words:
        tab.search.blockSignals(True)  # the pause of a hand between two keys does not count
        tab.search.setText(one)
        tab.search.blockSignals(False)
        seen: list[float] = []

        def come(*_: object, seen: list[float] = seen) -> None:
            tab.table.viewport().repaint()
            seen.append(time.perf_counter())

        tab.reading.first_came.connect(come)
        tab.order_changed.connect(come)
        begun = time.perf_counter()
        tab.read_again()
        wait_for(tab.order_changed)
        tab.reading.first_came.disconnect(come)
        tab.order_changed.disconnect(come)
        taken.append(seen[0] - begun)
    return taken


def _held_while(tab: Any, act: Callable[[], None]) -> tuple[float, float]:
    """Return for how long the window did nothing else at most while it acted, and how long it took.

    A beat every two milliseconds tells; the time of one beat is taken off.
    """
    beats = [time.perf_counter()]
    timer = QTimer(interval=_BEAT_MS)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    begun = time.perf_counter()
    act()
    wait_for(tab.order_changed)
    seconds = time.perf_counter() - begun
    pause(50)
    timer.stop()
    gaps = (after - before for before, after in pairwise(beats))
    tab.table.show_sorting(UNSORTED)
    return max(0.0, max(gaps) - _BEAT_MS / 1000), seconds
