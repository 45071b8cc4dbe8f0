"""Checks before closing: the earlier minutes are adopted, and what is corrected stands in them."""

from collections.abc import Callable, Iterator

from bmahr_desktop.domain.adoption import Adoption, Correction
from bmahr_desktop.domain.chain import name_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.corrected import faults_in, short
from bmahr_desktop.domain.findings import Finding, Look, Weight
from bmahr_desktop.domain.meeting import Matter, MatterState
from bmahr_desktop.i18n import Message, msg


def adoptions(look: Look) -> Iterator[Finding]:
    """Minutes that are adopted are those of an earlier meeting, or its own."""
    for matter, cited in _adopting(look):
        own = cited.meeting == look.meeting.uid
        if cited.date >= look.meeting.date and not own:
            words = msg("The minutes adopted are not those of an earlier meeting.")
            yield Finding(words, Kind.MATTER, matter.uid, "adopts", Weight.WRONG)


def left_out(look: Look) -> Iterator[Finding]:
    """No minutes are forgotten that await adoption."""
    for one in look.left_out:
        yield look.of_meeting(
            msg("The minutes of meeting {number} await adoption, and no matter adopts them.",
                number=name_of(one.number, one.year)), "agenda",
        )  # fmt: skip


def corrections(look: Look) -> Iterator[Finding]:
    """What is corrected stands in the minutes, and is another wording."""
    for _, cited in _adopting(look):
        yield from _wordings(cited)
        original = look.originals.get(cited.meeting or "")
        if original is None:
            continue
        for fault in faults_in(original, cited.corrections):
            yield Finding(fault.message, Kind.CORRECTION, fault.correction, "old", Weight.WRONG)


def _wordings(cited: Adoption) -> Iterator[Finding]:
    for number, one in enumerate(cited.corrections, 1):
        if one.old and one.old == one.new:
            yield _at(one, msg("Correction {number}: the old words and the new are the same:"
                               " “{old}”.", number=number, old=short(one.old)))  # fmt: skip
        elif one.old and not one.new.strip():
            yield _at(one, msg("Correction {number}: no new words are given for “{old}”; they would"
                               " be taken out.", number=number, old=short(one.old)),
                      Weight.LOOK)  # fmt: skip


def _at(one: Correction, words: Message, weight: Weight = Weight.WRONG) -> Finding:
    return Finding(words, Kind.CORRECTION, one.uid, "new", weight)


def _adopting(look: Look) -> Iterator[tuple[Matter, Adoption]]:
    for _, matter in look.matters:
        if matter.adopts is not None and matter.state is not MatterState.UNDISCUSSED:
            yield matter, matter.adopts


ADOPTION_TESTS: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    adoptions,
    left_out,
    corrections,
)
