"""Runs the benchmarks named on the command line, or all of them."""

import sys

from benchmarks.archive import archive
from benchmarks.disks import disks
from benchmarks.faults import faults
from benchmarks.line_ends import line_ends
from benchmarks.live import live
from benchmarks.minutes import cold, grow, warm
from benchmarks.projects import projects
from benchmarks.register_window import register
from benchmarks.window import export, preview, save, start
from benchmarks.words import words

BENCHMARKS = {
    "cold": cold,
    "warm": warm,
    "grow": grow,
    "line-ends": line_ends,
    "start": start,
    "export": export,
    "preview": preview,
    "save": save,
    "live": live,
    "faults": faults,
    "disks": disks,
    "words": words,
    "archive": archive,
    "register": register,
    "projects": projects,
}


def main(names: list[str]) -> int:
    """Run them; return 2 if a name is unknown."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"unknown: {' '.join(unknown)}; there are: {' '.join(BENCHMARKS)}")
        return 2
    for name in names or BENCHMARKS:
        BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
