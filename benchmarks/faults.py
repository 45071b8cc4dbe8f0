"""Kills the recording program at random moments and looks what is left.

A kill is no power loss: what was given to the system is on the disk later, whoever was killed.
"""

import argparse
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.measuring import ROOT, python, show, surroundings

if TYPE_CHECKING:
    from benchmarks.recording import Key, Told

KILLS = 500
ONE_WRITE_S = 0.25
"""What a single write may take on a busy PC; what is typed while it lasts waits for the next."""
_AT_LEAST_S, _AT_MOST_S = 0.0, 2.0
_AIMED = 0.5
"""So many of the kills are aimed at a write."""
_WRITE_S = 0.015
_START_S = 60.0


@dataclass
class Outcome:
    """What a kill left behind.

    Attributes:
        seed: What it was chosen by.
        typed: How many sentences had been typed whole.
        lost: How many of them are not on file.
        oldest: How old the oldest of those was when the program was killed, in seconds.
        overdue: How old it was when the program was last heard of: what the PC did not let run
            cannot save.
        log: How many bytes lay in the log of the file.
        writing: Whether it was in the middle of a write.
        faults: What is wrong; nothing should be.
    """

    seed: int
    typed: int = 0
    lost: int = 0
    oldest: float = 0.0
    overdue: float = 0.0
    log: int = 0
    writing: bool = False
    faults: list[str] = field(default_factory=list)


def faults() -> None:
    """Hundreds of kills while the secretary types; what is lost, and how old it is."""
    from benchmarks.window import sample_file  # noqa: PLC0415 -- it loads the window

    # A process of its own: children of it load nothing but the secretary.
    command = python("-m", "benchmarks.faults", str(sample_file()), "--kills", str(KILLS))
    done = subprocess.run(command, env=surroundings(), cwd=ROOT, check=False, text=True,
                          stdout=subprocess.PIPE)  # fmt: skip
    outcomes = [Outcome(**json.loads(line)) for line in done.stdout.splitlines()]
    show(f"Killed while recording, {len(outcomes)} times", summary(outcomes))


def summary(outcomes: Sequence[Outcome]) -> list[tuple[str, str]]:
    """Return what the kills left behind, in rows."""
    from benchmarks.recording import PACE  # noqa: PLC0415

    faulty = [one for one in outcomes if one.faults]
    oldest = max((one.oldest for one in outcomes), default=0.0)
    overdue = max((one.overdue for one in outcomes), default=0.0)
    rows = [
        ("sentences typed", str(sum(one.typed for one in outcomes))),
        ("of them lost", str(sum(one.lost for one in outcomes))),
        ("the oldest lost one", f"{oldest:.2f} s when killed"),
        ("when last heard of", f"{overdue:.2f} s (at most {PACE.longest / 1000} s and a write)"),
        ("killed in the middle of a write", str(sum(one.writing for one in outcomes))),
        ("killed with a log beside the file", str(sum(one.log > 0 for one in outcomes))),
        ("damage, torn or older losses", str(len(faulty))),
    ]
    return rows + [(f"seed {one.seed}", "; ".join(one.faults)) for one in faulty]


# ---------------------------------------------------------------- killing


def kill_one(made: Path, seed: int) -> Outcome:
    """Have a child record on a copy of a file, kill it, and look what is left."""
    with tempfile.TemporaryDirectory(prefix="bmahr-faults-") as folder:
        file = Path(folder) / "records.sqlite"
        shutil.copy(made, file)
        if made.with_suffix(".d").is_dir():
            shutil.copytree(made.with_suffix(".d"), file.with_suffix(".d"))
        told, killed = _recorded(file, seed)
        log = file.with_name(f"{file.name}-wal")
        size = log.stat().st_size if log.exists() else 0
        outcome = Outcome(seed, log=size, writing=_was_writing(told))
        _look(file, told, killed, outcome)
    return outcome


def _recorded(file: Path, seed: int) -> "tuple[list[Told], float]":
    """Let a child record and kill it; return what it told, and when it was killed."""
    from benchmarks.recording import record  # noqa: PLC0415

    chance = random.Random(seed)
    context: Any = multiprocessing.get_context("spawn" if os.name == "nt" else "forkserver")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=record, args=(theirs, str(file), seed), daemon=True)
    child.start()
    theirs.close()
    told: list[Told] = []
    try:
        _listen(ours, told, _START_S, until="ready")
        _listen(ours, told, _START_S, until="end")
        _listen(ours, told, chance.uniform(_AT_LEAST_S, _AT_MOST_S))
        if chance.random() < _AIMED:
            _listen(ours, told, _AT_MOST_S, until="write")
            _hold(chance.uniform(0, _WRITE_S))
        killed = time.monotonic()
        child.kill()
        child.join()
        _listen(ours, told, _START_S)  # what was said before lies in the line
    finally:
        child.kill()
        child.join()
        ours.close()
    return told, killed


def _hold(seconds: float) -> None:
    """Wait a few milliseconds, exactly."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        continue


def _listen(line: Connection, told: "list[Told]", seconds: float, until: str = "") -> None:
    """Take in what is told, for some time, or until something is; or until the end of the line."""
    deadline = time.monotonic() + seconds
    try:
        while (left := deadline - time.monotonic()) > 0:
            if line.poll(left):
                told.append(line.recv())
                if until and told[-1].what == until:
                    return
    except EOFError:
        if until == "ready":
            raise


def _was_writing(told: "Sequence[Told]") -> bool:
    said = Counter(one.what for one in told)
    return said["write"] > said["written"]


# ---------------------------------------------------------------- looking


def _look(file: Path, told: "Sequence[Told]", killed: float, outcome: Outcome) -> None:
    """Open the file as the program does, and compare it with what was told."""
    from benchmarks.recording import PACE  # noqa: PLC0415
    from bmahr_desktop.domain.changes import Kind  # noqa: PLC0415
    from bmahr_desktop.domain.errors import Refused  # noqa: PLC0415
    from bmahr_desktop.operations import records  # noqa: PLC0415
    from bmahr_desktop.operations.office import new_sitting, open_office  # noqa: PLC0415
    from bmahr_desktop.places import data_place  # noqa: PLC0415
    from bmahr_desktop.storage.condition import damage_in  # noqa: PLC0415

    faults = outcome.faults
    try:
        store = open_office(data_place(file), new_sitting())
    except Refused as refused:
        faults.append(f"it does not open: {refused}")
        return
    with store.reading() as session:
        for key, typed in _typed(told).items():
            words = _words(session, key)
            _compare(key, typed, words, killed, outcome)
        meeting = next(one for one in told if one.what == "text").key
        assert meeting is not None
        _compare_order(session, told, faults)
    with store.writing() as session:  # one can go on with it
        kind, uid, _ = meeting
        records.remove(session, Kind(kind), uid)
    store.close()
    faults += damage_in(file, deep=True)
    outcome.overdue = max(0.0, outcome.oldest - (killed - told[-1].at))
    if outcome.overdue > PACE.longest / 1000 + ONE_WRITE_S:
        faults.append(f"a sentence {outcome.overdue:.2f} s old is lost")


@dataclass
class _Typed:
    """What was typed into one text: what stood there, then sentences with the time of their end."""

    before: str
    sentences: list[tuple[str, float | None]] = field(default_factory=list)


def _typed(told: "Sequence[Told]") -> "dict[Key, _Typed]":
    found = {one.key: _Typed(one.words) for one in told if one.what == "text" and one.key}
    ends = {one.serial: one.at for one in told if one.what == "end"}
    for one in told:
        if one.what == "begin" and one.key:
            found[one.key].sentences.append((one.words, ends.get(one.serial)))
    return found


def _words(session: Any, key: "Key") -> str:
    from bmahr_desktop.domain.body import words_of  # noqa: PLC0415
    from bmahr_desktop.domain.changes import Kind  # noqa: PLC0415
    from bmahr_desktop.operations import records  # noqa: PLC0415

    kind, uid, name = key
    found = getattr(records.read(session, Kind(kind), uid).record, name)
    return found if isinstance(found, str) else words_of(found)


def _compare(key: "Key", typed: _Typed, words: str, killed: float, outcome: Outcome) -> None:
    """Whatever is on file is a beginning of what was typed; count what is not there yet."""
    whole = typed.before + "".join(sentence for sentence, _ in typed.sentences)
    if not whole.startswith(words) or not words.startswith(typed.before):
        outcome.faults.append(f"{key[0]} {key[2]}: it is not what was typed: …{words[-60:]!r}")
        return
    end = len(typed.before)
    for sentence, at in typed.sentences:
        end += len(sentence)
        if at is None:
            continue
        outcome.typed += 1
        if end > len(words):
            outcome.lost += 1
            outcome.oldest = max(outcome.oldest, killed - at)


def _compare_order(session: Any, told: "Sequence[Told]", faults: list[str]) -> None:
    """The agenda stands as it was told last, or as it was being made to stand."""
    from bmahr_desktop.domain.changes import Kind  # noqa: PLC0415
    from bmahr_desktop.operations import records  # noqa: PLC0415
    from bmahr_desktop.operations.whereabouts import find_record  # noqa: PLC0415

    orders = [one for one in told if one.order]
    done = next((n for n in range(len(orders) - 1, 0, -1) if orders[n].what == "ordered"), 0)
    place = find_record(session, orders[0].order[0])
    assert place is not None
    now = tuple(one.record.uid for one in records.read_parts_of(session, Kind.ITEM, place.meeting))
    allowed = {one.order for one in orders[done:]}
    added = [uid for uid in now if uid not in orders[0].order]
    if now not in allowed and tuple(uid for uid in now if uid not in added[-1:]) not in allowed:
        faults.append(
            f"the agenda is in another order: {Counter(now) - Counter(orders[done].order)}"
        )


# ---------------------------------------------------------------- a process of its own


def main(arguments: Sequence[str] | None = None) -> int:
    """Kill as often as wanted, and print a line of JSON for each; 1 if anything was amiss."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--at-once", type=int, default=2)
    wanted = parser.parse_args(arguments)
    if os.name != "nt":
        multiprocessing.get_context("forkserver").set_forkserver_preload(["benchmarks.recording"])
    seeds = range(wanted.seed, wanted.seed + wanted.kills)
    amiss = False
    with ThreadPoolExecutor(wanted.at_once) as pool:
        for outcome in pool.map(lambda seed: kill_one(wanted.file, seed), seeds):
            print(json.dumps(asdict(outcome), ensure_ascii=False), flush=True)
            amiss = amiss or bool(outcome.faults)
    return int(amiss)


if __name__ == "__main__":
    sys.exit(main())
