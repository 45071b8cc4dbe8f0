"""Whether the wordings in a definition make sense: places, conditions, and what is computed."""

from collections.abc import Callable, Sequence

from bmahr_desktop.domain.forms.definition import Definition
from bmahr_desktop.domain.forms.expressions import Condition, Expression, kind_of
from bmahr_desktop.domain.forms.kinds import STYLES, FieldKind
from bmahr_desktop.domain.forms.names import Named, Names
from bmahr_desktop.domain.forms.templates import DOTS, Template
from bmahr_desktop.forms.computing import per_row_in
from bmahr_desktop.forms.entries import Faults
from bmahr_desktop.forms.toml_lines import Path
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.reading import Unreadable, quoted

Find = Callable[[str], Named | None]


class Wordings:
    """Looks at the wordings of one definition."""

    def __init__(self, definition: Definition, faults: Faults) -> None:
        """Take the definition, and where to tell what is wrong."""
        self._definition, self._faults = definition, faults
        self._names = Names(definition)

    def _template(self, template: Template | None, path: Path, find: Find) -> None:
        for place in template.places() if template else ():
            if place.name == DOTS:
                continue
            named = find(place.name)
            if named is None:
                self._no_name(place.name, path)
            elif named.many or named.kind is FieldKind.TABLE:
                said = msg("“{name}” has many values; one place can show only one.",
                           name=place.name)  # fmt: skip
                self._faults.add(path, said)
            elif place.style and place.style not in STYLES.get(named.kind, ()):
                self._bad_style(place.style, named.kind, path)
            elif self._is_wordless(place.name, named):
                said = msg("A choice needs “choices”, or [words.{name}] at the head of the file.",
                           name=place.name.rpartition(".")[2])  # fmt: skip
                self._faults.add(path, said)

    def _is_wordless(self, name: str, named: Named) -> bool:
        known = name.rpartition(".")[2] in self._definition.words
        return named.kind is FieldKind.CHOICE and named.shown is None and not known

    def _places(self, template: Template, path: Path, known: set[str]) -> None:
        for place in template.places():
            if place.name not in known:
                self._no_name(place.name, path)

    def _conditions(self, conditions: Sequence[Condition], path: Path, find: Find) -> None:
        for one in conditions:
            if find(one.name) is None:
                self._no_name(one.name, (*path, "when"))

    def _expression(self, expression: Expression, path: Path, find: Find) -> FieldKind | None:
        def known(name: str) -> FieldKind | None:
            named = find(name)
            return named.kind if named else None

        try:
            kind = kind_of(expression, known)
        except Unreadable as unreadable:
            self._faults.add(path, unreadable.message)
            return None
        self._many(expression, path, find)
        return kind

    def _many(self, expression: Expression, path: Path, find: Find) -> None:
        """Tell of columns where one number is wanted, and the other way round."""
        for name, summed in per_row_in(expression):
            named = find(name)
            table = named is not None and (named.many or named.kind is FieldKind.TABLE)
            if table and not summed:
                said = msg("“{name}” has many values; add them up with sum({name}).", name=name)
                self._faults.add(path, said)
            elif summed and not table:
                said = msg("“{name}” is no column of a table, so that it has no sum.", name=name)
                self._faults.add(path, said)

    # ------------------------------------------------------------------ telling

    def _no_name(self, name: str, path: Path) -> None:
        self._faults.add(path, self._unknown(name))

    def _unknown(self, name: str) -> Message:
        root = name.partition(".")[0]
        if root in ("project", "report", "projects") and self._definition.record.value == "none":
            return msg("“{name}” needs record = “project” at the head of the file.",
                       name=quoted(name))  # fmt: skip
        return msg("There is no “{name}” in this form.", name=quoted(name))

    def _bad_style(self, style: str, kind: FieldKind, path: Path) -> None:
        known = STYLES.get(kind, ())
        said = msg("There is no style “{style}” of “{kind}”, only {known}.",
                   style=quoted(style), kind=kind.value, known=" ".join(known) or "-")  # fmt: skip
        self._faults.add(path, said)
