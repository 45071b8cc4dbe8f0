"""How the target of an indicator was understood, in words."""

import datetime
from decimal import Decimal

from bmahr_desktop.domain.projects.goals import Goal, GoalKind
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.ui.look.digits import digits_in_use, shown
from bmahr_desktop.ui.look.marks import State


def goal_words(goal: Goal) -> tuple[State, Message]:
    """Return how a target was understood: a state, and the words beside the field."""
    value = _number(goal.value)
    match goal.kind:
        case GoalKind.NONE:
            return State.NEUTRAL, msg("no target yet")
        case GoalKind.PERCENT if goal.least:
            return State.DONE, msg("read as: at least {value} per cent", value=value)
        case GoalKind.PERCENT:
            return State.DONE, msg("read as: {value} per cent", value=value)
        case GoalKind.AMOUNT if goal.least:
            return State.DONE, msg(
                "read as: at least {value} {counted}", value=value, counted=goal.counted
            )
        case GoalKind.AMOUNT:
            return State.DONE, msg("read as: {value} {counted}", value=value, counted=goal.counted)
        case GoalKind.DEADLINE:
            return State.DONE, msg("read as: by the end of {month}", month=_month(goal.month))
        case GoalKind.WORDS:
            return State.NEUTRAL, msg("in words: no number or month to compare with was found")


def _number(value: Decimal | None) -> str:
    if value is None:
        return ""
    whole = value == value.to_integral_value()
    return shown(f"{int(value):,}" if whole else f"{value.normalize():f}")


def _month(month: tuple[int, int] | None) -> str:
    if month is None:
        return ""
    return format_date(datetime.date(*month, 1), DateStyle.MONTH_YEAR, digits_in_use())
