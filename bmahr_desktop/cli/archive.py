"""The command that invents an archive of many years."""

import argparse
import sys
from time import monotonic

from bmahr_desktop.cli.words import DONE, REFUSED, say
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations.archive import Part, generate_archive
from bmahr_desktop.operations.office import make_office, new_sitting, open_office
from bmahr_desktop.places import data_place

_SAID_EVERY_S = 2.0


def generate(chosen: argparse.Namespace) -> int:
    """Fill an empty file with an invented archive, saying how far it has come."""
    place = data_place(chosen.data)
    sitting = new_sitting()
    store = open_office(place, sitting) if place.file.exists() else make_office(place, sitting)
    said_at = monotonic()

    def told(part: Part, done: int, of: int) -> None:
        nonlocal said_at
        if monotonic() - said_at < _SAID_EVERY_S:
            return
        said_at = monotonic()
        words = {
            Part.WRITTEN: msg("{done} of {all} meetings are written.", done=done, all=of),
            Part.INDEXED: msg("{done} of {all} records are in the index.", done=done, all=of),
        }
        say(words[part])

    try:
        count = generate_archive(store, chosen.years, chosen.seed, told)
    except KeyboardInterrupt:
        say(msg("Stopped. What was written so far is on file; it does not go on."), sys.stderr)
        return REFUSED
    finally:
        store.close()
    say(msg("The archive is on file: {count} meetings.", count=count))
    return DONE
