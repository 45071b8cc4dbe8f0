"""Whether the names in a definition can be told apart."""

import re
from collections.abc import Iterator

from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.domain.forms.expressions import FUNCTIONS, NAME
from bmahr_desktop.domain.forms.names import BLANK, PROJECTS, ROW
from bmahr_desktop.domain.forms.templates import DOTS
from bmahr_desktop.forms.entries import Faults
from bmahr_desktop.forms.toml_lines import Path
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.reading import quoted

_NAME = re.compile(NAME)
_LONGEST = 40
_TAKEN = ("project", "report", "form", "not", "is", PROJECTS, ROW, BLANK, DOTS, *FUNCTIONS)


def look_at_names(definition: Definition, faults: Faults) -> None:
    """Tell of names that are none, that mean something else already, or that stand twice."""
    known: set[str] = set()
    for path, name in _names(definition):
        _look(path, name, known, faults)
    for s, section in enumerate(definition.sections):
        for f, field in enumerate(section.fields):
            own: set[str] = set()
            for c, column in enumerate(field.table.columns if field.table else ()):
                if column.name:
                    path = ("section", s, "field", f, "column", c, "name")
                    _look(path, column.name, own, faults)


def _names(definition: Definition) -> Iterator[tuple[Path, str]]:
    for s, section in enumerate(definition.sections):
        for f, field in enumerate(section.fields):
            if field.name:
                yield ("section", s, "field", f, "name"), field.name


def _look(path: Path, name: str, known: set[str], faults: Faults) -> None:
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        faults.add(
            path,
            msg(
                "“{name}” cannot be a name: letters and digits without spaces, a letter first.",
                name=quoted(name),
            ),
        )
    elif name in _TAKEN:
        faults.add(path, msg("“{name}” means something else already.", name=name))
    elif name in known:
        faults.add(path, msg("There are two “{name}”.", name=name))
    known.add(name)
