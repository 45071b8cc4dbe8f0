"""Somebody picked from the register of people."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.registers import PersonLine
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.records.pick_field import Pick, PickField


class PersonField(PickField):
    """Somebody found by any part of name, position or unit; the value is their uid."""

    def __init__(self, parent: QWidget | None = None, *, may_add: bool = False) -> None:
        super().__init__(parent, may_add=may_add)
        self.setObjectName("person_field")

    def set_people(self, people: Iterable[PersonLine]) -> None:
        """Offer people, in the order given."""
        self.set_picks(
            [
                Pick(one.uid, one.printed, " · ".join(filter(None, (one.job, one.unit))))
                for one in people
            ]
        )

    def nothing_found(self) -> Message:
        """Return what is told when nobody is called as typed."""
        return msg("Nobody in the register is called so. Choose from the list.")
