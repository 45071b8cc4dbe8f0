"""What the values of a project's money and of its reports are called on the screen."""

from collections.abc import Mapping

from bmahr_desktop.domain.projects.money import EventKind
from bmahr_desktop.domain.projects.progress import Stage, Standing
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.look.marks import State

EVENTS: Mapping[EventKind, Message] = {
    EventKind.REQUESTED: msg("money asked for"),
    EventKind.ALLOTTED: msg("money allotted"),
    EventKind.TRANSFERRED: msg("money transferred"),
    EventKind.COMMITTED: msg("money committed"),
    EventKind.SPENT: msg("money spent"),
    EventKind.RETURNED: msg("money returned"),
}
STAGES: Mapping[Stage | None, Message] = {
    None: msg("stage not known"),
    Stage.IN_PROGRESS: msg("in progress: at the step…"),
    Stage.FINISHED: msg("finished by its indicators"),
}
ON_PLAN: Mapping[Standing | None, Message] = {
    None: msg("not known whether on plan"),
    Standing.AS_PLANNED: msg("on plan"),
    Standing.BEHIND: msg("behind the plan"),
    Standing.AHEAD: msg("ahead of the plan"),
}
ON_TARGET: Mapping[Standing | None, Message] = {
    None: msg("not known whether on target"),
    Standing.AS_PLANNED: msg("on target"),
    Standing.BEHIND: msg("below the target"),
    Standing.AHEAD: msg("above the target"),
}
STANDING_LOOKS: Mapping[Standing | None, State] = {
    None: State.NEUTRAL,
    Standing.AS_PLANNED: State.DONE,
    Standing.BEHIND: State.WAITING,
    Standing.AHEAD: State.PROGRESS,
}
