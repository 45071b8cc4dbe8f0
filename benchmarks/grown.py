"""Sets the largest minutes of the sample with its agenda several times over.

Run as a process: ``python -m benchmarks.grown TIMES OUT.pdf``.
"""

import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.minutes import sample_paper
from bmahr_desktop.documents.minutes import set_minutes


def main(times: str, out: str) -> None:
    """Set the paper and say how many pages it has."""
    paper = sample_paper()
    grown = set_minutes(replace(paper, items=paper.items * int(times)))
    Path(out).write_bytes(grown.pdf)
    print(grown.pages, "pages")


if __name__ == "__main__":
    main(*sys.argv[1:])
