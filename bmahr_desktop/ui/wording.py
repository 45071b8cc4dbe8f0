"""What the values of the records are called on the screen."""

from collections.abc import Mapping
from typing import TypeVar

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.committee import AgendaLayout, Justification, Role
from bmahr_desktop.domain.dispatches import Answer, DispatchKind
from bmahr_desktop.domain.follow_up import FollowUp
from bmahr_desktop.domain.kinds import KIND_NAMES
from bmahr_desktop.domain.letters import LetterKind, Urgency
from bmahr_desktop.domain.meeting import (
    AttendanceList,
    MatterState,
    MeetingState,
    MinutesState,
    Mode,
    ResolutionKind,
    Secrecy,
    SectionKind,
)
from bmahr_desktop.domain.voting import Choice, VoteMethod
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.look.marks import State

V = TypeVar("V")

MODES: Mapping[Mode, Message] = {
    Mode.ON_SITE: msg("In the meeting room"),
    Mode.ONLINE: msg("By electronic means"),
    Mode.HYBRID: msg("In the room and by electronic means"),
}
MEETING_STATES: Mapping[MeetingState, Message] = {
    MeetingState.PREPARING: msg("Being prepared"),
    MeetingState.IN_SESSION: msg("In session"),
    MeetingState.CLOSED: msg("Closed"),
    MeetingState.POSTPONED: msg("Postponed"),
    MeetingState.CANCELLED: msg("Cancelled"),
    MeetingState.NO_QUORUM: msg("No quorum"),
}
MINUTES_STATES: Mapping[MinutesState, Message] = {
    MinutesState.DRAFT: msg("Draft"),
    MinutesState.AWAITING_ADOPTION: msg("Awaiting adoption"),
    MinutesState.ADOPTED: msg("Adopted"),
}
MEETING_LOOKS: Mapping[MeetingState, State] = {
    MeetingState.PREPARING: State.NEUTRAL,
    MeetingState.IN_SESSION: State.PROGRESS,
    MeetingState.CLOSED: State.DONE,
    MeetingState.POSTPONED: State.WAITING,
    MeetingState.CANCELLED: State.DANGER,
    MeetingState.NO_QUORUM: State.DANGER,
}
MINUTES_LOOKS: Mapping[MinutesState, State] = {
    MinutesState.DRAFT: State.NEUTRAL,
    MinutesState.AWAITING_ADOPTION: State.WAITING,
    MinutesState.ADOPTED: State.DONE,
}
SECRECY: Mapping[Secrecy, Message] = {
    Secrecy.NONE: msg("Not secret"),
    Secrecy.CONFIDENTIAL: msg("Confidential"),
    Secrecy.SECRET: msg("Secret"),
    Secrecy.TOP_SECRET: msg("Top secret"),
}
ROLES: Mapping[Role, Message] = {
    Role.CHAIR: msg("Chair"),
    Role.VICE_CHAIR: msg("Vice chair"),
    Role.MEMBER: msg("Member"),
    Role.MEMBER_SECRETARY: msg("Member and secretary"),
    Role.SECRETARY: msg("Secretary (no member)"),
    Role.ASSISTANT_SECRETARY: msg("Assistant secretary"),
}
LISTS: Mapping[AttendanceList, Message] = {
    AttendanceList.PRESENT: msg("Members present"),
    AttendanceList.ABSENT: msg("Members absent"),
    AttendanceList.PARTICIPANT: msg("Others present"),
}
ITEM_KINDS: Mapping[ItemKind, Message] = {
    ItemKind.INFORM: msg("The chair informs"),
    ItemKind.ADOPT: msg("Adoption of minutes"),
    ItemKind.CONTINUE: msg("Matters arising"),
    ItemKind.ACKNOWLEDGE: msg("For acknowledgement"),
    ItemKind.CONSIDER: msg("For consideration"),
    ItemKind.OTHER: msg("Other matters"),
    ItemKind.NEXT_MEETING: msg("Date of the next meeting"),
}
SECTION_KINDS: Mapping[SectionKind, Message] = {
    SectionKind.TEXT: msg("Text"),
    SectionKind.REQUEST: msg("Request"),
    SectionKind.SUBSTANCE: msg("Substance"),
    SectionKind.OPINION: msg("Opinion of the office"),
    SectionKind.DISCUSSION: msg("Discussion"),
}
RESOLUTION_KINDS: Mapping[ResolutionKind, Message] = {
    ResolutionKind.ACKNOWLEDGE: msg("acknowledge"),
    ResolutionKind.ADOPT: msg("adopt"),
    ResolutionKind.APPROVE: msg("approve"),
    ResolutionKind.APPROVE_IN_PRINCIPLE: msg("approve in principle"),
    ResolutionKind.DISAPPROVE: msg("disapprove"),
    ResolutionKind.AUTHORISE: msg("authorise"),
    ResolutionKind.ASSIGN: msg("assign"),
    ResolutionKind.AMEND: msg("have it corrected"),
    ResolutionKind.REVIEW: msg("have it reviewed"),
    ResolutionKind.DEFER: msg("defer"),
    ResolutionKind.WITHDRAW: msg("withdraw"),
    ResolutionKind.OTHER: msg("other"),
}
DIGITS: Mapping[DigitStyle, Message] = {
    DigitStyle.THAI: msg("Thai digits"),
    DigitStyle.ARABIC: msg("Arabic digits"),
    DigitStyle.AS_TYPED: msg("As typed"),
}
LAYOUTS: Mapping[AgendaLayout, Message] = {
    AgendaLayout.COLUMN: msg("Item numbers in a column at left"),
    AgendaLayout.INDENTED: msg("First lines indented (the regulation's form)"),
}
JUSTIFICATIONS: Mapping[Justification, Message] = {
    Justification.SPREAD: msg("Both edges straight"),
    Justification.LEFT: msg("Left edge straight"),
}
MATTER_STATES: Mapping[MatterState, Message] = {
    MatterState.PENDING: msg("Not yet discussed"),
    MatterState.DISCUSSED: msg("Discussed"),
    MatterState.UNDISCUSSED: msg("Left for the next meeting"),
}
FOLLOW_UPS: Mapping[FollowUp, Message] = {
    FollowUp.WAITING: msg("Waiting"),
    FollowUp.UNDER_WAY: msg("Under way"),
    FollowUp.DONE: msg("Carried out"),
    FollowUp.ENDED: msg("Ended without result"),
}
VOTE_METHODS: Mapping[VoteMethod, Message] = {
    VoteMethod.OPEN: msg("Open vote, by name"),
    VoteMethod.SECRET: msg("Secret vote, totals only"),
}
VOTES: Mapping[Choice, Message] = {
    Choice.IN_FAVOUR: msg("In favour"),
    Choice.AGAINST: msg("Against"),
    Choice.ABSTAINED: msg("Abstained"),
}
LETTER_KINDS: Mapping[LetterKind, Message] = {
    LetterKind.MEMO: msg("Memo (inside the office)"),
    LetterKind.EXTERNAL: msg("External letter"),
}
URGENCY: Mapping[Urgency, Message] = {
    Urgency.NONE: msg("Not urgent"),
    Urgency.URGENT: msg("Urgent"),
    Urgency.VERY_URGENT: msg("Very urgent"),
    Urgency.MOST_URGENT: msg("Most urgent"),
}
DISPATCH_KINDS: Mapping[DispatchKind, Message] = {
    DispatchKind.NOTICE: msg("Notice of resolutions"),
    DispatchKind.EXTRACT: msg("Extract of the minutes"),
    DispatchKind.DRAFT: msg("Draft minutes"),
    DispatchKind.CIRCULATION: msg("Adoption by circulation"),
}
ANSWERS: Mapping[Answer | None, Message] = {
    None: msg("No answer yet"),
    Answer.AGREES: msg("Agrees"),
    Answer.CORRECTS: msg("Wants it corrected"),
    Answer.DISAGREES: msg("Does not agree"),
}
KINDS = KIND_NAMES


def choices(names: Mapping[V, Message]) -> list[tuple[object, Message]]:
    """Return values with their names, for a field of choices."""
    return [(value, name) for value, name in names.items()]
