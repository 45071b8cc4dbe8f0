"""What does not add up in a form itself; nothing is ever blocked by it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.forms.definition import Definition, Equation
from bmahr_desktop.domain.forms.evaluating import computed
from bmahr_desktop.domain.forms.expressions import Expression, names_in
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.scope import Material, Scope
from bmahr_desktop.domain.forms.templates import Place
from bmahr_desktop.domain.forms.values import Value, written
from bmahr_desktop.i18n import Message, msg, verbatim


@dataclass(frozen=True)
class FormFinding:
    """Something in a form to look at.

    Attributes:
        message: What is wrong.
        field: The field to go to; a name of the definition, or a path into the records.
        stated, computed: Both sides where two things differ, as printed.
    """

    message: Message
    field: str
    stated: str = ""
    computed: str = ""


def check_form(definition: Definition, material: Material) -> tuple[FormFinding, ...]:
    """Return what does not add up: fields that must be filled in, and things that must agree."""
    scope = Scope(definition, material)
    return (*_missing(scope), *_differing(scope))


def _missing(scope: Scope) -> Iterator[FormFinding]:
    for section in scope.definition.sections:
        for field in section.fields:
            if not field.required or not scope.holds((*section.when, *field.when)):
                continue
            table = field.kind is FieldKind.TABLE
            if not (scope.rows(field) if table else scope.of(field).known):
                label = field.label or field.name or field.bind
                said = msg("“{field}” is not filled in.", field=label)
                yield FormFinding(said, field.name or field.bind)


def _differing(scope: Scope) -> Iterator[FormFinding]:
    for equation in scope.definition.equations:
        stated, found = computed(equation.stated, scope), computed(equation.computed, scope)
        if stated.known and found.known and stated.data != found.data:
            yield _difference(equation, stated, found, scope.definition)


def _difference(
    equation: Equation, stated: Value, found: Value, definition: Definition
) -> FormFinding:
    sides = {
        "stated": written(stated, "", definition.digits, definition.dates),
        "computed": written(found, "", definition.digits, definition.dates),
    }
    words = "".join(
        part if isinstance(part, str) else sides.get(part.name, "")
        for part in equation.says.parts
        if isinstance(part, str | Place)
    )
    return FormFinding(verbatim(words), _first_name(equation.stated), **sides)


def _first_name(expression: Expression) -> str:
    return next(names_in(expression), "")
