"""The command that sets a paper in type from a file; it needs no database."""

import argparse
from pathlib import Path

from bmahr_desktop.cli.words import DONE, say
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.minutes import set_minutes_from_file
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.places import resource

SAMPLE_MEETING = "1/2568"
OUT = Path("out")
"""Where a paper goes when nobody says where."""


def set_minutes(chosen: argparse.Namespace) -> int:
    """Set the minutes of a meeting that is recorded in an exchange file."""
    paper = set_minutes_from_file(chosen.file, chosen.meeting, chosen.committee, draft=chosen.draft)
    write_whole(chosen.out, paper.pdf)
    say(msg("{pages} pages: {file}", pages=paper.pages, file=chosen.out))
    return DONE


def without_window(folder: Path) -> int:
    """Say that there is no display, and set the minutes of the sample into a folder."""
    out = folder / "sample-minutes.pdf"
    paper = set_minutes_from_file(resource("sample", "data.json"), SAMPLE_MEETING)
    write_whole(out, paper.pdf)
    say(msg("There is no display for the window; the sample minutes were set instead."))
    say(msg("{pages} pages: {file}", pages=paper.pages, file=out))
    return DONE
