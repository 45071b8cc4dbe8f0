"""Times whole processes, several commands in turn, and prints medians with their ratio."""

import os
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "out" / "bench"
RUNS = 7
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True)
class Figure:
    """What the runs of one command took: seconds of the clock and megabytes at the peak."""

    seconds: list[float]
    megabytes: list[float]

    @property
    def median(self) -> float:
        """Return the median of the seconds."""
        return statistics.median(self.seconds)

    @property
    def peak(self) -> float:
        """Return the largest peak of memory, in megabytes."""
        return max(self.megabytes)


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment of a command: this checkout, compiled once as an installed one is."""
    kept = {name: value for name, value in os.environ.items() if name != _UNCOMPILED}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": str(OUT / "compiled")} | more


def run_once(command: Sequence[str]) -> tuple[float, float]:
    """Run a command; return its seconds and its peak of memory in megabytes.

    Raises:
        RuntimeError: If it fails.
    """
    environment = surroundings()
    begun = time.perf_counter()
    child = os.posix_spawn(
        command[0],
        list(command),
        environment,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(OUT / "output.txt"), os.O_WRONLY | os.O_CREAT, 0o644),
            (os.POSIX_SPAWN_DUP2, 1, 2),
        ],
    )
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise RuntimeError(f"failed: {' '.join(command)}\n{(OUT / 'output.txt').read_text()}")
    return seconds, usage.ru_maxrss / 1024


def in_turn(commands: Mapping[str, Sequence[str]], runs: int = RUNS) -> dict[str, Figure]:
    """Run commands in turn, A B C A B C …, after one round that does not count."""
    OUT.mkdir(parents=True, exist_ok=True)
    figures = {name: Figure([], []) for name in commands}
    for round_number in range(runs + 1):
        for name, command in commands.items():
            seconds, megabytes = run_once(command)
            if round_number:
                figures[name].seconds.append(seconds)
                figures[name].megabytes.append(megabytes)
    return figures


def inside(work: Callable[[int], object], runs: int = RUNS) -> Figure:
    """Time work inside this process, after one run that does not count."""
    figure = Figure([], [])
    for number in range(runs + 1):
        begun = time.perf_counter()
        work(number)
        if number:
            figure.seconds.append(time.perf_counter() - begun)
    return figure


def python(*arguments: str) -> list[str]:
    """Return a command that runs this Python."""
    return [sys.executable, *arguments]


def show(title: str, rows: Sequence[tuple[str, str]]) -> None:
    """Print a small table."""
    print(f"\n{title}")
    for name, words in rows:
        print(f"  {name:<34} {words}")


def compared(ours: str, figures: Mapping[str, Figure]) -> list[tuple[str, str]]:
    """Return the figures as rows of a table, with the ratio of ours to each of the others."""
    rows = [(name, seconds_of(figure)) for name, figure in figures.items()]
    for name, figure in figures.items():
        if name != ours:
            rows.append((f"ratio to {name}", f"{figures[ours].median / figure.median:.2f} x"))
    return rows


def seconds_of(figure: Figure) -> str:
    """Return a figure in words."""
    low, high = min(figure.seconds), max(figure.seconds)
    memory = f", peak {figure.peak:.0f} MB" if figure.megabytes else ""
    return f"{figure.median:.3f} s ({low:.3f}-{high:.3f}){memory}"
