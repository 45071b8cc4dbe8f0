"""What forms can show of the records: names, their kinds, and how they are read.

These names are what a definition binds to; they stay the same when the records change. Those with
a `field` can also be written back to the record by a screen.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from bmahr_desktop.domain.forms.expressions import bounded, total
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.projects.accounts import counted, standing_reports
from bmahr_desktop.domain.projects.costs import product
from bmahr_desktop.domain.projects.money import BudgetLine, EventKind
from bmahr_desktop.domain.projects.project import Project, Step, StrategyLevel, TextKind
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.baht import format_baht
from bmahr_desktop.thai.digits import DigitStyle

Read = Callable[[Any], Any]


@dataclass(frozen=True)
class Term:
    """Something of a record that a form can show.

    Attributes:
        kind: What it is.
        read: Gives it, from the record.
        field: The record's field that it is, to be written; "" where it is computed.
        rows: For a table, the vocabulary of its rows.
        style: How it is usually written.
    """

    kind: FieldKind
    read: Read
    field: str = ""
    rows: str = ""
    style: str = ""


def _is(kind: FieldKind, *fields: str, style: str = "") -> Iterator[tuple[str, Term]]:
    """Yield terms that are fields of the record, under the same names."""
    for one in fields:
        yield one, Term(kind, attrgetter(one), one, style=style)


def _rows(name: str, rows: str, read: Read | None = None) -> tuple[str, Term]:
    field = "" if read else name
    return name, Term(FieldKind.TABLE, read or attrgetter(name), field, rows)


def _body(kind: TextKind) -> tuple[str, Term]:
    def read(project: Project) -> Any:
        return next((one.body for one in project.texts if one.kind is kind), ())

    return kind.value, Term(FieldKind.BODY, read, f"texts.{kind.value}")


# ---------------------------------------------------------------- what is computed


def money_of(project: Project, *kinds: EventKind) -> int | None:
    """Return the sum of a project's decisions of some kinds; None while none is on file at all.

    What only confirms earlier decisions is not added again.
    """
    decided = counted(project.ledger)
    if not decided:
        return None
    amounts = [one.amount for one in decided if one.kind in kinds]
    return total(amounts) if amounts else 0


def received(project: Project) -> int | None:
    """Return what a project was given, in satang; None while nothing is known of its money."""
    return money_of(project, EventKind.ALLOTTED, EventKind.TRANSFERRED)


def used(project: Project) -> int | None:
    """Return what a project has spent, in satang.

    The decisions tell; without any, the reports, if each of them says what was spent.
    """
    if counted(project.ledger):
        return money_of(project, EventKind.SPENT)
    return total([one.spent for one in standing_reports(project.progress)])


def left_over(project: Project) -> int | None:
    """Return what a project still has, in satang."""
    parts = (received(project), money_of(project, EventKind.RETURNED), used(project))
    given, returned, spent = parts
    if given is None or returned is None or spent is None:
        return None
    return bounded(given - returned - spent)


def _strategy_levels(project: Project) -> tuple[StrategyLevel, ...]:
    return tuple(level for link in project.strategies for level in link.levels)


def _formula(line: BudgetLine) -> str:
    """Return how a cost is made up: "๖๐๐ บาท x ๓๐ คน x ๕ ครั้ง"."""
    if line.rate is None or not line.factors:
        return ""
    rate = paper("{amount} baht", amount=format_baht(line.rate, DigitStyle.ARABIC))
    factors = (f"{one.count:,} {one.measure}".strip() for one in line.factors)
    return " x ".join((rate, *factors))


def _total(rows: str, field: str) -> Read:
    def read(project: Project) -> int | None:
        found: Sequence[Any] = getattr(project, rows)
        return total([getattr(one, field) for one in found])

    return read


def _last(field: str) -> Read:
    def read(project: Project) -> Any:
        reports = standing_reports(project.progress)
        return getattr(reports[-1], field) if reports else None

    return read


def _money(*kinds: EventKind) -> Read:
    return lambda project: money_of(project, *kinds)


def _step_months(step: Step) -> tuple[int, ...]:
    return tuple(sorted(set(step.months)))


def _is_other(kind: str) -> Read:
    return lambda project: tuple(one for one in project.groups if one.kind.value == kind)


# ---------------------------------------------------------------- the vocabularies

_K = FieldKind

PROJECT: Mapping[str, Term] = dict(
    [
        *_is(_K.TEXT, "name", "code", "model", "place", "certification"),
        *_is(_K.TEXT, "offices"),
        *_is(_K.NUMBER, "year", "funding.year", style="plain"),
        *_is(_K.NUMBER, "people", "meetings"),
        *_is(_K.CHOICE, "kind", "footing", "state"),
        *_is(_K.DATE, "start", "end"),
        *_is(_K.PERSON, "manager.name", "coordinator.name"),
        *_is(_K.TEXT, "manager.phone", "coordinator.phone"),
        *_is(_K.UNIT, "manager.office", "coordinator.office"),
        *_is(_K.UNIT, "funding.office"),
        *_is(_K.TEXT, "funding.programme", "funding.category", "funding.item", "funding.source"),
        *_is(_K.MONEY, "funding.amount"),
        *_is(_K.CHOICE, "funding.funded", "funding.added"),
        _body(TextKind.RATIONALE),
        _body(TextKind.OBJECTIVES),
        _body(TextKind.TARGETS),
        _body(TextKind.CHARACTERISTICS),
        ("places", Term(_K.BODY, _body(TextKind.PLACE)[1].read, "texts.place")),
        _body(TextKind.BENEFITS),
        _body(TextKind.MONITORING),
        _body(TextKind.EVALUATION),
        ("office", Term(_K.UNIT, lambda one: "\n".join(one.offices[:1]))),
        ("division", Term(_K.UNIT, lambda one: "\n".join(one.offices[1:2]))),
        ("group", Term(_K.UNIT, lambda one: "\n".join(one.offices[2:3]))),
        ("requested", Term(_K.MONEY, _money(EventKind.REQUESTED))),
        ("received", Term(_K.MONEY, received)),
        ("committed", Term(_K.MONEY, _money(EventKind.COMMITTED))),
        ("used", Term(_K.MONEY, used)),
        ("returned", Term(_K.MONEY, _money(EventKind.RETURNED))),
        ("left", Term(_K.MONEY, left_over)),
        ("costs", Term(_K.MONEY, _total("budget", "amount"))),
        ("weights", Term(_K.PERCENT, _total("steps", "weight"))),
        ("percent", Term(_K.PERCENT, _last("percent"))),
        ("reported", Term(_K.DATE, _last("date"))),
        _rows("steps", "step"),
        _rows("budget", "cost"),
        _rows("ledger", "event"),
        _rows("indicators", "indicator"),
        _rows("risks", "risk"),
        _rows("signatories", "signatory"),
        _rows("groups", "group"),
        _rows("target_groups", "group", _is_other("target")),
        _rows("related_groups", "group", _is_other("related")),
        _rows("levels", "level", _strategy_levels),
        _rows("progress", "report", lambda one: tuple(standing_reports(one.progress))),
    ]
)
REPORT: Mapping[str, Term] = dict(
    [
        *_is(_K.NUMBER, "number", style="plain"),
        *_is(_K.DATE, "date"),
        *_is(_K.CHOICE, "stage", "on_plan", "on_target"),
        *_is(_K.BODY, "body"),
        *_is(_K.PERCENT, "percent", "planned"),
        *_is(_K.MONEY, "spent"),
        *_is(_K.TEXT, "reason"),
        _rows("results", "result"),
    ]
)

VOCABULARIES: Mapping[str, Mapping[str, Term]] = {
    "project": PROJECT,
    "report": REPORT,
    "result": dict(
        [*_is(_K.TEXT, "target", "result", "evidence"), *_is(_K.PERCENT, "percent")],
    ),
    "step": dict(
        [
            *_is(_K.TEXT, "text"),
            *_is(_K.PERCENT, "weight"),
            ("months", Term(_K.MONTHS, _step_months, "months")),
            *_is(_K.DATE, "finished"),
        ]
    ),
    "cost": dict(
        [
            *_is(_K.TEXT, "activity", "group", "item", "law"),
            *_is(_K.MONEY, "rate", "amount"),
            ("formula", Term(_K.TEXT, _formula)),
            ("product", Term(_K.MONEY, lambda line: bounded(product(line)))),
        ]
    ),
    "event": dict(
        [
            *_is(_K.CHOICE, "kind"),
            *_is(_K.DATE, "date", "dated"),
            *_is(_K.MONEY, "amount"),
            *_is(_K.TEXT, "number", "note"),
        ]
    ),
    "indicator": dict(
        [
            *_is(_K.TEXT, "text", "code", "target", "method", "instrument", "period"),
            *_is(_K.CHOICE, "kind"),
        ]
    ),
    "risk": dict([*_is(_K.TEXT, "text", "response"), *_is(_K.NUMBER, "likelihood", "impact")]),
    "signatory": dict([*_is(_K.TEXT, "role", "lines"), *_is(_K.PERSON, "name")]),
    "group": dict(
        [
            *_is(_K.CHOICE, "kind"),
            *_is(_K.TEXT, "text"),
            *_is(_K.NUMBER, "people", "meetings", "per_meeting"),
        ]
    ),
    "level": dict(_is(_K.TEXT, "label", "code", "text")),
}
"""What each kind of row can show."""

FORM: Mapping[str, FieldKind] = {
    "title": FieldKind.TEXT,
    "edition": FieldKind.TEXT,
    "year": FieldKind.NUMBER,
    "date": FieldKind.DATE,
}
"""What is known of the form itself: "form.year"."""
