"""Checks before closing: every item is recorded and decided, and every task has an owner."""

from collections.abc import Callable, Iterator

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.attending import matter_told
from bmahr_desktop.domain.ballots import dissent_faults, vote_faults
from bmahr_desktop.domain.body import Paragraph
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Finding, Look, Weight
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Assignment,
    Due,
    Matter,
    MatterState,
    Resolution,
    ResolutionKind,
)
from bmahr_desktop.i18n import Message, msg

_MAY_STAY_OPEN = (ItemKind.OTHER, ItemKind.NEXT_MEETING)
"""Items that may end without a resolution."""


def has_text(matter: Matter) -> bool:
    """Tell whether something is recorded of a matter besides its resolutions."""
    return matter.adopts is not None or any(
        not isinstance(block, Paragraph) or block.text.strip()
        for section in matter.sections
        for block in section.body
    )


def is_decided(matter: Matter) -> bool:
    """Tell whether a matter has a resolution with a wording, typed or made from corrections."""
    return any(
        one.text.strip() or (one.composed and matter.adopts is not None)
        for one in matter.resolutions
    )


def _of(matter: Matter, words: Message, field: str, weight: Weight = Weight.LOOK) -> Finding:
    return Finding(words, Kind.MATTER, matter.uid, field, weight)


def items(look: Look) -> Iterator[Finding]:
    """The agenda has items, and each of them something to speak about."""
    if not look.meeting.agenda:
        yield look.of_meeting(msg("The agenda is empty."), "agenda", Weight.WRONG)
    for number, item in enumerate(look.meeting.agenda, 1):
        if not item.title.strip():
            words = msg("Item {item} has no title.", item=number)
            yield Finding(words, Kind.ITEM, item.uid, "title", Weight.WRONG)
        if not item.matters and item.kind not in _MAY_STAY_OPEN:
            words = msg("Nothing is recorded under item {item}.", item=number)
            yield Finding(words, Kind.ITEM, item.uid, "")


def decisions(look: Look) -> Iterator[Finding]:
    """Every matter is recorded and decided, or is left for the next meeting."""
    for item, matter in look.matters:
        label = matter_told(look.meeting, matter.uid)
        yield from _decision(item, matter, label)


def _decision(item: AgendaItem, matter: Matter, label: Message) -> Iterator[Finding]:
    decided, recorded = is_decided(matter), has_text(matter)
    if matter.state is MatterState.UNDISCUSSED:
        if decided:
            yield _of(matter, msg("Item {item} is left for the next meeting, but has a resolution;"
                                  " the minutes will not print it.", item=label),
                      "resolutions")  # fmt: skip
        return
    if not decided and not recorded and matter.state is MatterState.PENDING:
        if item.kind not in _MAY_STAY_OPEN or matter.title.strip():
            yield _of(matter, msg("Item {item} was not discussed. Record it, or leave it for the"
                                  " next meeting.", item=label), "", Weight.WRONG)  # fmt: skip
        return
    if not recorded:
        yield _of(matter, msg("Nothing is recorded under item {item} but its resolution.",
                              item=label) if decided else
                  msg("Nothing is recorded under item {item}.", item=label),
                  "sections")  # fmt: skip
    if not matter.resolutions and item.kind not in _MAY_STAY_OPEN:
        words = msg("Item {item} has no resolution.", item=label)
        yield _of(matter, words, "resolutions", Weight.WRONG)


def resolutions(look: Look) -> Iterator[Finding]:
    """A resolution has a wording; what it assigns has an owner and a time."""
    for _, matter in look.matters:
        if matter.state is MatterState.UNDISCUSSED:
            continue
        label = matter_told(look.meeting, matter.uid)
        for one in matter.resolutions:
            yield from _resolution(matter, one, label)


def _resolution(matter: Matter, one: Resolution, label: Message) -> Iterator[Finding]:
    def found(words: Message, field: str) -> Finding:
        return Finding(words, Kind.RESOLUTION, one.uid, field, Weight.WRONG)

    if not one.text.strip() and not (one.composed and matter.adopts is not None):
        yield found(msg("A resolution in item {item} has no wording.", item=label), "text")
    if ResolutionKind.ASSIGN in one.kinds and not one.assignments:
        yield found(
            msg("A resolution in item {item} assigns, but nobody is named.", item=label),
            "assignments",
        )
    for assignment in one.assignments:
        yield from _assignment(assignment, label)


def _assignment(one: Assignment, label: Message) -> Iterator[Finding]:
    if not (one.assigned_to.strip() or one.unit or one.person):
        words = msg("A task in item {item} has no owner.", item=label)
        yield Finding(words, Kind.ASSIGNMENT, one.uid, "assigned_to", Weight.WRONG)
    if one.due is None or one.due == Due():
        words = msg("A task in item {item} has no time by which it is done.", item=label)
        yield Finding(words, Kind.ASSIGNMENT, one.uid, "due")


def votes(look: Look) -> Iterator[Finding]:
    """Votes and dissents are those of people who were there."""
    for _, matter in look.matters:
        for one in matter.resolutions:
            if one.vote is None and not one.dissents:
                continue
            for words in vote_faults(look.meeting, matter, one):
                yield Finding(words, Kind.RESOLUTION, one.uid, "vote", Weight.WRONG)
            for words in dissent_faults(look.meeting, matter, one):
                yield Finding(words, Kind.RESOLUTION, one.uid, "dissents")


AGENDA_TESTS: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    items,
    decisions,
    resolutions,
    votes,
)
