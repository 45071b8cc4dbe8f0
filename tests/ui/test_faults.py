"""The program is killed while a secretary types: what is on file is whole, and nearly all of it."""

import json
import os
import subprocess

import pytest

from benchmarks.faults import Outcome, _compare, _compare_order, _Typed
from benchmarks.recording import PACE, Told
from bmahr_desktop.domain.changes import Kind
from tests.meetings import uid

KILLS = 10


def test_killed_at_any_moment_nothing_older_than_the_interval_is_lost(sample_file, python, root):
    done = subprocess.run(
        [*python, "-m", "benchmarks.faults", str(sample_file), "--kills", str(KILLS)],
        cwd=root, env=os.environ | {"PYTHONPATH": str(root)}, capture_output=True, text=True,
        check=False, timeout=300,
    )  # fmt: skip
    outcomes = [Outcome(**json.loads(line)) for line in done.stdout.splitlines()]
    assert [one.faults for one in outcomes if one.faults] == [], done.stderr
    assert len(outcomes) == KILLS, done.stderr
    assert done.returncode == 0
    assert sum(one.typed for one in outcomes) >= KILLS
    assert any(one.log for one in outcomes)
    assert any(one.writing for one in outcomes)


# ---------------------------------------------------------------- who looks, sees


def compared(words, sentences=(("หนึ่ง ", 1.0), ("สอง ", 2.0), ("สาม", None)), killed=2.1):
    outcome = Outcome(seed=0)
    typed = _Typed("ก่อน ", list(sentences))
    _compare((Kind.SECTION, "uid", "body"), typed, words, killed, outcome)
    return outcome


def test_what_is_lost_is_counted_with_its_age():
    assert compared("ก่อน หนึ่ง สอง สา").lost == 0
    some = compared("ก่อน หนึ่ง ส")
    assert (some.typed, some.lost, some.faults) == (2, 1, [])
    assert some.oldest == pytest.approx(0.1)
    assert compared("ก่อน ").oldest == pytest.approx(1.1)
    assert PACE.longest == 500


@pytest.mark.parametrize("words", ["", "ก่อ", "ก่อน สอง ", "ก่อน หนึ่ง สองสอง", "หนึ่ง ก่อน "])
def test_what_was_never_typed_is_a_fault(words):
    assert compared(words).faults


def test_an_agenda_in_an_order_that_nobody_made_is_a_fault(full_store):
    items = [uid(f"i{number}") for number in range(1, 5)]

    def faults(*orders):
        found: list[str] = []
        told = [Told(what, 0.0, order=tuple(order)) for what, order in orders]
        with full_store.reading() as session:
            _compare_order(session, told, found)
        return found

    moved = [items[1], items[0], *items[2:]]
    assert faults(("order", items)) == []
    assert faults(("order", items), ("order", moved)) == []
    assert faults(("order", items), ("order", moved), ("ordered", moved))
    assert faults(("order", moved))
