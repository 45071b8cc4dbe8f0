"""What the values of projects are called on the screen."""

from collections.abc import Mapping

from bmahr_desktop.domain.projects.project import (
    Footing,
    GroupKind,
    IndicatorKind,
    ProjectKind,
    ProjectState,
    TextKind,
)
from bmahr_desktop.domain.projects.risk import RiskBand
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.look.marks import State

PROJECT_STATES: Mapping[ProjectState, Message] = {
    ProjectState.UNDER_WAY: msg("Project under way"),
    ProjectState.DONE: msg("Project finished"),
    ProjectState.NOT_DONE: msg("Project not carried out"),
}
PROJECT_LOOKS: Mapping[ProjectState, State] = {
    ProjectState.UNDER_WAY: State.PROGRESS,
    ProjectState.DONE: State.DONE,
    ProjectState.NOT_DONE: State.NEUTRAL,
}
PROJECT_NAMES: Mapping[ProjectKind, Message] = {
    ProjectKind.PROJECT: msg("a project"),
    ProjectKind.ACTIVITY: msg("an activity"),
}
FOOTINGS: Mapping[Footing, Message] = {
    Footing.STRATEGIC: msg("serving a strategy"),
    Footing.ROUTINE: msg("everyday work"),
}
GROUP_KINDS: Mapping[GroupKind, Message] = {
    GroupKind.TARGET: msg("target group"),
    GroupKind.RELATED: msg("people concerned"),
}
INDICATOR_KINDS: Mapping[IndicatorKind | None, Message] = {
    None: msg("output or outcome?"),
    IndicatorKind.OUTPUT: msg("output"),
    IndicatorKind.OUTCOME: msg("outcome"),
}
TEXTS: Mapping[TextKind, Message] = {
    TextKind.RATIONALE: msg("Principles and reasons"),
    TextKind.OBJECTIVES: msg("Objectives"),
    TextKind.TARGETS: msg("Targets"),
    TextKind.CHARACTERISTICS: msg("Characteristics"),
    TextKind.PLACE: msg("Duration and place"),
    TextKind.BENEFITS: msg("Benefits expected"),
    TextKind.MONITORING: msg("Monitoring of the progress"),
    TextKind.EVALUATION: msg("Evaluation"),
}
RISK_LOOKS: Mapping[RiskBand, State] = {
    RiskBand.LOW: State.DONE,
    RiskBand.MEDIUM: State.PROGRESS,
    RiskBand.HIGH: State.WAITING,
    RiskBand.VERY_HIGH: State.DANGER,
}
