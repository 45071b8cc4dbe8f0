"""The window: how soon it is there, how soon the paper follows, how soon a sentence is on disk."""

import os
import statistics
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.at_work import dressed, pause, press, wait_for, window_on
from benchmarks.measuring import (
    OUT,
    compared,
    in_turn,
    inside,
    python,
    show,
    surroundings,
)
from bmahr_desktop.domain.body import Paragraph, TextRun
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import make_office, new_sitting, open_office
from bmahr_desktop.operations.registers import list_committees, list_meetings
from bmahr_desktop.operations.sample import fill_with_sample
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.store import Store

FILE = OUT / "sample.sqlite"
LARGEST = (1, 2568)
"""The meeting of the sample with the longest minutes."""
_STARTS = 9
START = """
import gc, sys
gc.disable()
from pathlib import Path
from bmahr_desktop import app
sys.exit(app.run(Path(sys.argv[1]), None))
"""
"""What `__main__` does where there is a display."""
_LETTERS = 300


def sample_file() -> Path:
    """Return the file of the sample, made when it is not there."""
    OUT.mkdir(parents=True, exist_ok=True)
    if not FILE.exists():
        store = make_office(data_place(FILE), new_sitting())
        fill_with_sample(store)
        store.close()
    return FILE


def opened_sample() -> tuple[Store, str]:
    """Return the sample, and the uid of its largest meeting."""
    store = open_office(data_place(sample_file()), new_sitting())
    with store.reading() as session:
        (committee,) = list_committees(session)
        found = list_meetings(session, committee.uid)
    return store, next(one.uid for one in found if (one.number, one.year) == LARGEST)


# ---------------------------------------------------------------- starting


def start() -> None:
    """From the command to the first painting and to a usable list, against a bare window."""
    sample_file()
    commands = {
        "bare": python("-m", "benchmarks.bare_window"),
        "ours": python("-c", START, str(FILE)),
    }
    times: dict[str, dict[str, list[float]]] = {name: {} for name in commands}
    for round_number in range(_STARTS + 1):
        for name, command in commands.items():
            for mark, seconds in one_start(command).items():
                if round_number:
                    times[name].setdefault(mark, []).append(seconds)
    floor = statistics.median(times["bare"]["painted"])
    rows = [("a bare QMainWindow painted", f"{floor:.3f} s")]
    for mark, words in (
        ("painted", "first painting"),
        ("listed", "the list of the meetings shown"),
        ("loaded", "the file open, the meeting shown"),
    ):
        ours = statistics.median(times["ours"][mark])
        rows.append((words, f"{ours:.3f} s, {ours / floor:.2f} x"))
    show("Start: from the command on, medians", rows)


def one_start(command: Sequence[str]) -> dict[str, float]:
    """Start the program once; return after how many seconds each mark was reached."""
    probe = OUT / "probe.txt"
    probe.unlink(missing_ok=True)
    environment = surroundings(BMAHR_PROBE=str(probe), BMAHR_HOME=str(OUT / "home"))
    if "DISPLAY" not in os.environ:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begun = time.monotonic_ns()
    subprocess.run(command, env=environment, check=True, timeout=60, stdout=subprocess.DEVNULL)
    lines = (line.split() for line in probe.read_text(encoding="ascii").splitlines())
    return {mark: (int(when) - begun) / 1e9 for mark, when in lines}


# ---------------------------------------------------------------- papers


def export() -> None:
    """The minutes from the file of records, against LibreOffice on the same text."""
    from benchmarks.minutes import libreoffice, sample_words  # noqa: PLC0415

    sample_words()
    sample_file()
    ours = "bmahr-desktop export minutes"
    commands = {
        ours: python("-m", "bmahr_desktop", "--data", str(FILE), "export", "minutes",
                     "{}/{}".format(*LARGEST), str(OUT / "exported.pdf")),
        **libreoffice(),
    }  # fmt: skip
    figures = in_turn(commands)
    rows = compared(ours, figures)
    if len(commands) == 1:
        rows.append(("LibreOffice", "is not installed here: not compared"))
    show("Cold: the largest minutes from the file of records, whole process", rows)


def preview() -> None:
    """Typing into the largest minutes while the paper beside is set again and again."""
    dressed()
    store, meeting = opened_sample()
    workspace = window_on(store, FILE)
    work = workspace.meetings
    work.tab.list.choose(meeting)
    section = _longest_section(workspace.desk.read(records.read, Kind.MEETING, meeting).record)
    work.go_to(section)
    editor = work.pane.agenda.matter.body.editor
    wait_for(work.preview.set_in_type)
    keys, papers = _type(editor, work), []
    for _ in range(5):
        press(editor, "ก")
        work.pane.agenda.matter.body.flush()
        begun = time.perf_counter()
        wait_for(work.preview.set_in_type)
        papers.append(time.perf_counter() - begun)
    workspace.end()
    store.close()
    keys.sort()
    rows = [
        ("from the saving to the paper", f"{statistics.median(papers) * 1000:.0f} ms"),
        ("a key press, median", f"{statistics.median(keys) * 1000:.1f} ms"),
        ("a key press, 99th percentile", f"{keys[int(len(keys) * 0.99)] * 1000:.1f} ms"),
        ("a key press, longest", f"{keys[-1] * 1000:.1f} ms"),
    ]
    show("Preview: the paper beside the text, 22 pages, typing on meanwhile", rows)


def _longest_section(meeting: Meeting) -> str:
    sections = [
        section for item in meeting.agenda for matter in item.matters for section in matter.sections
    ]
    longest = max(sections, key=lambda one: len(one.body))
    return longest.uid


def _type(editor: object, work: object) -> list[float]:
    """Type without a pause, the text being saved and the paper set meanwhile; return the times."""
    taken = []
    body = work.pane.agenda.matter.body  # type: ignore[attr-defined]
    for number in range(_LETTERS):
        begun = time.perf_counter()
        press(editor, "กาขคงนมยว "[number % 10])
        QApplication.processEvents()
        taken.append(time.perf_counter() - begun)
        if number % 20 == 0:
            body.flush()
        pause(30)
    return taken


# ---------------------------------------------------------------- keeping


def save() -> None:
    """One sentence of a body changed and on disk; the index comes later."""
    store, meeting = opened_sample()
    with store.reading() as session:
        record = records.read(session, Kind.MEETING, meeting).record
        section = _longest_section(record)
        body = records.read(session, Kind.SECTION, section).record.body

    def change(number: int) -> None:
        words = Paragraph(runs=(TextRun(text=f"แก้ไขเพิ่มเติมครั้งที่ {number}"),))
        with store.writing() as session:
            records.write_body(session, Kind.SECTION, section, None, (*body[:-1], words))

    figure = inside(change, runs=200)
    store.close()
    rows = [
        ("median", f"{figure.median * 1000:.1f} ms"),
        ("95th percentile", f"{sorted(figure.seconds)[190] * 1000:.1f} ms"),
    ]
    show(f"Saving one sentence of a body of {len(body)} blocks", rows)
