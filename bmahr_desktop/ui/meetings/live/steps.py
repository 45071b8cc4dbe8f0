"""The steps of a meeting: its matters, one after the other, as the screen numbers them."""

from dataclasses import dataclass

from bmahr_desktop.domain.attending import matter_label
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Meeting
from bmahr_desktop.thai.digits import DigitStyle


@dataclass(frozen=True)
class Step:
    """A matter in its place.

    Attributes:
        label: As printed, "3" or "3.1", in Arabic digits.
        item: The item of the agenda.
        matter: The matter, without its texts.
    """

    label: str
    item: AgendaItem
    matter: Matter

    @property
    def uid(self) -> str:
        """The uid of the matter."""
        return self.matter.uid

    @property
    def title(self) -> str:
        """The title of the matter; that of its item where it has none of its own."""
        return self.matter.title or self.item.title


def steps_in(meeting: Meeting) -> tuple[Step, ...]:
    """Return the steps of a meeting, numbered as its paper numbers them."""
    return tuple(
        Step(matter_label(meeting, matter.uid, DigitStyle.ARABIC), item, matter)
        for item in meeting.agenda
        for matter in item.matters
    )
