"""All checks of a project, in the order in which their findings are listed."""

from collections.abc import Callable, Iterator

from bmahr_desktop.domain.projects import (
    checks_money,
    checks_names,
    checks_plan,
    checks_progress,
    checks_texts,
)
from bmahr_desktop.domain.projects.discrepancies import Discrepancy, ProjectLook

CHECKS: tuple[Callable[[ProjectLook], Iterator[Discrepancy]], ...] = (
    checks_plan.code,
    checks_plan.dates,
    checks_plan.groups,
    checks_plan.weights,
    checks_plan.months,
    checks_plan.indicators,
    checks_money.formulas,
    checks_money.sums,
    checks_money.returned,
    checks_money.told_twice,
    checks_money.order,
    checks_money.letters,
    checks_progress.numbers,
    checks_progress.figures,
    checks_progress.eras,
    checks_progress.claims,
    checks_progress.spending,
    checks_progress.standing,
    checks_progress.overdue,
    checks_names.names,
    checks_texts.weekdays,
    checks_texts.own_code,
    checks_texts.form_names,
    checks_texts.numbering,
    checks_texts.objectives,
    checks_texts.letter_order,
)


def look_over(look: ProjectLook) -> tuple[Discrepancy, ...]:
    """Return all that does not add up and was not accepted as meant so."""
    meant = {one.check for one in look.project.accepted}
    return tuple(one for one in every(look) if one.mark not in meant)


def every(look: ProjectLook) -> Iterator[Discrepancy]:
    """Yield all that does not add up, what was accepted too."""
    for check in CHECKS:
        yield from check(look)
