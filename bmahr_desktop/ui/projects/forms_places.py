"""Where in a project a value of a form is kept, and what it reads like."""

from collections.abc import Iterator, Mapping

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.forms.definition import Field, Shown, TableParts
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.scope import RowScope, Scope
from bmahr_desktop.domain.forms.values import Value, written
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.projects.money import BudgetLine, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import (
    Indicator,
    Project,
    ProjectText,
    Risk,
    Signatory,
    Step,
    StrategyLink,
    TargetGroup,
)
from bmahr_desktop.domain.records import Record, parts_of
from bmahr_desktop.i18n import msg
from bmahr_desktop.ui.look.digits import said

Place = tuple[Kind, str, str]
"""A record of a project, and a field of it."""

_KINDS: Mapping[type[Record], Kind] = {
    Project: Kind.PROJECT,
    ProjectText: Kind.PROJECT_TEXT,
    TargetGroup: Kind.TARGET_GROUP,
    StrategyLink: Kind.STRATEGY,
    Step: Kind.STEP,
    BudgetLine: Kind.BUDGET_LINE,
    LedgerEvent: Kind.LEDGER_EVENT,
    Indicator: Kind.INDICATOR,
    Risk: Kind.RISK,
    Signatory: Kind.SIGNATORY,
    Progress: Kind.PROGRESS,
}
_SUMS = {
    "requested": "ledger", "received": "ledger", "committed": "ledger", "used": "ledger",
    "returned": "ledger", "left": "ledger", "costs": "budget", "weights": "steps",
    "percent": "progress", "reported": "progress", "office": "offices", "division": "offices",
    "group": "offices", "target_groups": "groups", "related_groups": "groups",
    "levels": "strategies",
}  # fmt: skip
"""What is computed from parts of a project: where those are."""
_MOST_ROWS = 8
_MOST_LETTERS = 600


def place_of_key(key: TextKey, project: Project | None) -> Place | None:
    """Return the place of a text of a project; None for what is no part of it."""
    for _, part in parts_of(project):
        if getattr(part, "uid", "") == key.record and type(part) in _KINDS:
            return _KINDS[type(part)], key.record, key.part
    return None


def place_of_path(path: str, project: Project | None) -> Place | None:
    """Return where a path of a form, "project.steps", leads to; None for no place in a project."""
    root, _, name = path.partition(".")
    if project is None or root not in ("project", "report"):
        return None
    if root == "report":
        return Kind.PROJECT, project.uid, "progress"
    part = "place" if name == "places" else name
    text = next((one for one in project.texts if one.kind.value == part), None)
    text = None if name == "place" else text  # the line beside the body of the same name
    if text is not None:
        return Kind.PROJECT_TEXT, text.uid, "body"
    return Kind.PROJECT, project.uid, _SUMS.get(name, name)


def words_in(field: Field, scope: Scope) -> str:
    """Return what a field that is not asked for shows, in plain words, shortened."""
    if field.kind is FieldKind.TABLE:
        words = "\n".join(_rows(field, scope))
    else:
        words = words_of_value(scope.of(field), scope)
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS]}…"


def words_of_value(value: Value, scope: Scope) -> str:
    """Return a value as the form prints it, in plain words."""
    if value.kind is FieldKind.BODY:
        return words_of(value.data or ()).strip()
    definition = scope.definition
    return written(value, "", definition.digits, definition.dates)


def _rows(field: Field, scope: Scope) -> Iterator[str]:
    table = field.table or TableParts()
    rows = scope.rows(field)
    for row in rows[:_MOST_ROWS]:
        yield " · ".join(filter(None, (_cell(column, row, scope) for column in table.columns)))
    if len(rows) > _MOST_ROWS:
        yield said(msg("and {count} more", count=len(rows) - _MOST_ROWS))


def _cell(column: Shown, row: RowScope, scope: Scope) -> str:
    return " ".join(words_of_value(row.of(column), scope).split())
