"""All forms at hand: those that the program brings along, and the office's own.

Files are looked at every time, so that one dropped into the office's folder is there at once; one
that is wrong is told of, and the others go on working.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.forms.faults import BadForm, FormFault
from bmahr_desktop.forms.reading import read_form_file
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.digits import to_arabic

ENDING = ".toml"
_MOST_FILES = 500
_NUMBER = re.compile("[0-9]+")


@dataclass(frozen=True)
class ListedForm:
    """An edition of a form, and where it comes from.

    Attributes:
        own: Whether the office made it, or changed it.
    """

    definition: Definition
    file: Path
    own: bool


@dataclass(frozen=True)
class Shelf:
    """The forms at hand.

    Attributes:
        forms: By name, the newest edition of each first.
        faults: What is wrong with files that are not used.
    """

    forms: tuple[ListedForm, ...]
    faults: tuple[FormFault, ...]

    def editions(self, form: str) -> tuple[ListedForm, ...]:
        """Return the editions of a form, the newest first."""
        return tuple(one for one in self.forms if one.definition.form == form)

    def find(self, form: str, edition: str = "") -> Definition:
        """Return an edition of a form; the newest where none is named.

        Args:
            form: "progress", or with its edition "progress-2563".
            edition: "2563".

        Raises:
            Refused: If there is no such form; the message tells which there are.
        """
        for one in self.forms:
            found = one.definition
            if (found.form == form and edition in ("", found.edition)) or (
                not edition and found.name == form
            ):
                return found
        known = " ".join(one.definition.name for one in self.forms)
        wanted = f"{form}-{edition}" if edition else form
        faults = (one.told() for one in self.faults)
        raise Refused(
            msg("There is no form “{name}”. There are: {known}.", name=wanted, known=known or "-"),
            *faults,
        )


def list_forms(shipped: Path, own: Path) -> Shelf:
    """Return all forms of two folders; of the same edition the office's own file counts.

    Args:
        shipped: What the program brings along.
        own: The office's folder; it need not exist.
    """
    found: dict[str, ListedForm] = {}
    faults: list[FormFault] = []
    for folder, is_own in ((shipped, False), (own, True)):
        here: dict[str, str] = {}
        for file in _files(folder):
            try:
                definition = _read(file, *_stamp(file))
            except BadForm as bad:
                faults += bad.faults
                continue
            if definition.name in here:
                said = msg("the form “{name}” stands in “{other}” already",
                           name=definition.name, other=here[definition.name])  # fmt: skip
                faults.append(FormFault(file.name, 0, said))
                continue
            here[definition.name] = file.name
            found[definition.name] = ListedForm(definition, file, is_own)
    return Shelf(tuple(_in_order(list(found.values()))), tuple(faults))


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    files = sorted(one for one in folder.iterdir() if one.suffix.lower() == ENDING)
    yield from [one for one in files if one.is_file()][:_MOST_FILES]


def _stamp(file: Path) -> tuple[int, int]:
    try:
        known = file.stat()
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size


@lru_cache(maxsize=256)
def _read(file: Path, changed: int, size: int) -> Definition:
    """Read a file, once while it does not change."""
    return read_form_file(file)


def _in_order(forms: Sequence[ListedForm]) -> Iterator[ListedForm]:
    newest_first = sorted(forms, key=lambda one: _by_number(one.definition.edition), reverse=True)
    yield from sorted(newest_first, key=lambda one: one.definition.form)


def _by_number(edition: str) -> tuple[int, str]:
    found = _NUMBER.search(to_arabic(edition))
    return (int(found[0]) if found else 0, edition)
