"""Words: the library in C against the same reading in Python, and what it costs on the screen."""

import subprocess
from statistics import median

from benchmarks.line_ends import TEXT
from benchmarks.measuring import inside, python, seconds_of, show, surroundings
from bmahr_desktop.thai.native import NativeReading
from bmahr_desktop.thai.segment import RUN, Reading
from bmahr_desktop.thai.words import shipped_words

_LAID_OUT = """
import sys, time
from pathlib import Path
from bmahr_desktop.thai import native
if sys.argv[2].startswith("without"):
    native.LIBRARY = Path("/nowhere")
import bmahr_desktop.ui
from PySide6.QtWidgets import QApplication, QTextEdit
application = QApplication([])
editor = QTextEdit()
editor.resize(400, 600)
editor.show()
text = Path(sys.argv[1]).read_text("utf-8") * 12
begun = time.perf_counter()
editor.setPlainText(text)
editor.document().documentLayout().documentSize()
print(time.perf_counter() - begun)
"""
"""Lays out some 110,000 characters in an editor and prints the seconds."""


def words() -> None:
    """Read a text in words by both, and lay it out on the screen with the library and without."""
    runs = RUN.findall(TEXT.read_text(encoding="utf-8")) * 3
    letters = sum(map(len, runs))
    ways = {"in Python": Reading(shipped_words(), ()).ends}
    native = NativeReading.with_names(())
    if native is not None:
        ways["in C"] = native.ends
    figures = {}
    for name, ends in ways.items():
        figures[name] = inside(lambda _, ends=ends: [ends(run) for run in runs])  # type: ignore[misc]
    rows = [(name, seconds_of(figure)) for name, figure in figures.items()]
    if native is not None:
        ratio = figures["in C"].median / figures["in Python"].median
        rows.append(("ratio", f"{ratio:.2f} x"))
    show(f"Words: {letters} letters read", rows)
    times: dict[str, list[float]] = {"with our library": [], "without, as Qt does": []}
    for _ in range(5):
        for name, taken in times.items():
            taken.append(_laid_out(name))
    show(
        "Words: some 110,000 characters laid out in an editor of 400 pixels",
        [(name, f"{median(taken):.3f} s") for name, taken in times.items()],
    )


def _laid_out(name: str) -> float:
    done = subprocess.run(
        python("-c", _LAID_OUT, str(TEXT), name),
        env=surroundings(QT_QPA_PLATFORM="offscreen"), capture_output=True, text=True, check=True,
    )  # fmt: skip
    return float(done.stdout)
