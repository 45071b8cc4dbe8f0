"""What findings of a project read like: where, what is stated and computed, what is proposed."""

import re
from collections.abc import Mapping

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.projects.discrepancies import Discrepancy
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui import wording
from bmahr_desktop.ui.look.digits import said, shown
from bmahr_desktop.ui.look.icons import IconName
from bmahr_desktop.ui.look.palette import Role

_DAY = "[0-9]{1,2} [ก-๙.]+ [0-9]{4}"
_FIGURES = re.compile(rf"-?(?:0|[1-9][0-9,]*)(?:\.[0-9]+)?|{_DAY}(?: - {_DAY})?")
_PLACES: Mapping[str, Message] = {
    "code": msg("code of the project"),
    "start": msg("first day"),
    "end": msg("last day"),
    "people": msg("number of people"),
    "meetings": msg("number of meetings"),
    "funding": msg("money of the project"),
    "ledger": msg("decisions on money"),
    "progress": msg("progress reports"),
    "manager": msg("person in charge"),
    "coordinator": msg("coordinator"),
}
_PROPOSALS: Mapping[str, Message] = {
    "told_twice": msg("Note that it only tells others again"),
    "on_plan": msg("Write “behind the plan”"),
    "era": msg("Show the date as {right}"),
}
LOOKS: Mapping[Weight, tuple[IconName, Role, Message]] = {
    Weight.WRONG: (IconName.ALERT_TRIANGLE, Role.DANGER, msg("To be put right: {what}")),
    Weight.LOOK: (IconName.EYE, Role.WAITING, msg("To be looked at: {what}")),
}


def place_of(found: Discrepancy) -> str:
    """Return where a finding is."""
    if found.kind is Kind.PROJECT and found.field.partition(".")[0] in _PLACES:
        return said(_PLACES[found.field.partition(".")[0]])
    return said(wording.KINDS[found.kind])


def message_of(found: Discrepancy) -> str:
    """Return what is wrong, its figures in the digits of the screen."""
    values = {
        name: _figured(value) if isinstance(value, str) else value
        for name, value in found.message.values.items()
    }
    return said(Message(found.message.text, values))


def _figured(value: str) -> str:
    """Return an amount, a share or a day in the digits of the screen; what was typed as it is."""
    return shown(value) if _FIGURES.fullmatch(value) else value


def told(found: Discrepancy) -> str:
    """Return a finding in lines: what is wrong, where, and both sides."""
    lines = [message_of(found)]
    sides = []
    if found.stated:
        sides.append(said(msg("stated {value}", value=_figured(found.stated))))
    if found.computed:
        counted = _FIGURES.fullmatch(found.computed)
        other = (
            msg("computed {value}", value=_figured(found.computed))
            if counted
            else msg("against {value}", value=found.computed)
        )
        sides.append(said(other))
    lines.append(" · ".join([place_of(found), *sides]))
    return "\n".join(lines)


def proposal(found: Discrepancy) -> str:
    """Return what taking the correction would do; "" where nothing is proposed."""
    if not found.correction:
        return ""
    right = _figured(found.computed)
    known = _PROPOSALS.get(found.check)
    if known is not None:
        return said(Message(known.text, {"right": right}))
    return said(msg("Write “{right}”", right=right))
