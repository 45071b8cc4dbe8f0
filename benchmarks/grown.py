"""Sets the largest minutes of the sample with its agenda several times over.

Run as a process: ``python -m benchmarks.grown TIMES OUT.pdf``. No two paragraphs are alike, so
that nothing is remembered from one time to the next.
"""

import sys
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.minutes import sample_paper
from bmahr_desktop.documents.minutes import set_minutes
from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.minutes import PaperParagraph


def main(times: str, out: str) -> None:
    """Set the paper and say how many pages it has."""
    paper = sample_paper()
    items = tuple(changed(item, time) for time in range(int(times)) for item in paper.items)
    grown = set_minutes(replace(paper, items=items))
    Path(out).write_bytes(grown.pdf)
    print(grown.pages, "pages")


def changed(part: Any, time: int) -> Any:
    """Return a part of a paper, every paragraph in it with a number of its own at the head."""
    if isinstance(part, PaperParagraph):
        return replace(part, runs=(TextRun(text=f"{time} "), *part.runs)) if time else part
    if isinstance(part, tuple):
        return tuple(changed(one, time) for one in part)
    if is_dataclass(part) and not isinstance(part, type):
        return replace(part, **{f.name: changed(getattr(part, f.name), time) for f in fields(part)})
    return part


if __name__ == "__main__":
    main(*sys.argv[1:])
