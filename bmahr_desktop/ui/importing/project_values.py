"""How values of projects read beside each other: kinds, money, shares."""

from collections.abc import Mapping
from typing import Any

from bmahr_desktop.domain.projects.money import EventKind
from bmahr_desktop.domain.projects.progress import Stage, Standing
from bmahr_desktop.domain.projects.project import (
    Footing,
    GroupKind,
    IndicatorKind,
    ProjectKind,
    ProjectState,
    TextKind,
)
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.baht import format_baht
from bmahr_desktop.ui.look.digits import digits_in_use, shown

NAMES: tuple[Mapping[Any, Message], ...] = (
    {
        ProjectState.UNDER_WAY: msg("Project under way"),
        ProjectState.DONE: msg("Project finished"),
        ProjectState.NOT_DONE: msg("Project not carried out"),
    },
    {ProjectKind.PROJECT: msg("a project"), ProjectKind.ACTIVITY: msg("an activity")},
    {
        Footing.STRATEGIC: msg("serving a strategy"),
        Footing.ROUTINE: msg("everyday work"),
    },
    {GroupKind.TARGET: msg("target group"), GroupKind.RELATED: msg("people concerned")},
    {IndicatorKind.OUTPUT: msg("output"), IndicatorKind.OUTCOME: msg("outcome")},
    {
        EventKind.REQUESTED: msg("money asked for"),
        EventKind.ALLOTTED: msg("money allotted"),
        EventKind.TRANSFERRED: msg("money transferred"),
        EventKind.COMMITTED: msg("money committed"),
        EventKind.SPENT: msg("money spent"),
        EventKind.RETURNED: msg("money returned"),
    },
    {
        Stage.IN_PROGRESS: msg("in progress: at the step…"),
        Stage.FINISHED: msg("finished by its indicators"),
    },
    {
        Standing.AS_PLANNED: msg("as planned"),
        Standing.BEHIND: msg("behind"),
        Standing.AHEAD: msg("ahead"),
    },
    {
        TextKind.RATIONALE: msg("Principles and reasons"),
        TextKind.OBJECTIVES: msg("Objectives"),
        TextKind.TARGETS: msg("Targets"),
        TextKind.CHARACTERISTICS: msg("Characteristics"),
        TextKind.PLACE: msg("Duration and place"),
        TextKind.BENEFITS: msg("Benefits expected"),
        TextKind.MONITORING: msg("Monitoring of the progress"),
        TextKind.EVALUATION: msg("Evaluation"),
    },
)
"""What kinds are called, as in the tab of the projects."""

_MONEY = frozenset({"amount", "rate", "spent"})
_SHARES = frozenset({"weight", "percent", "planned"})


def counted(field: str, value: Any) -> str | None:
    """Return an amount in baht or a share in per cent; None for any other value.

    Args:
        field: Of the record; "funding.amount" for one of a value in it.
        value: Satang, or hundredths of a per cent.
    """
    name = field.rpartition(".")[2]
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    if name in _MONEY:
        return format_baht(value, digits_in_use())
    if name in _SHARES:
        whole, rest = divmod(value, 100)
        return shown(f"{whole}.{rest:02}")
    return None
