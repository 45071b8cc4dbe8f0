"""What a project received, returned, used and has left: computed, never typed."""

import datetime
from collections.abc import Iterable, Sequence

from bmahr_desktop.domain.projects.money import EventKind, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.records import Record


class Balance(Record, frozen=True):
    """The sums of a ledger, in satang.

    Attributes:
        requested, committed: They stand beside; nothing follows from them.
        unknown: How many events have no amount, so that the sums are no more than known.
    """

    received: int = 0
    returned: int = 0
    used: int = 0
    requested: int = 0
    committed: int = 0
    unknown: int = 0

    @property
    def left(self) -> int:
        """What is left: received, less what was returned and used."""
        return self.received - self.returned - self.used


def balance(events: Iterable[LedgerEvent], until: datetime.date | None = None) -> Balance:
    """Return the sums of a ledger.

    Received is what was allotted, and transferred in or out. An event that only tells others again
    is not summed.

    Args:
        events: The ledger.
        until: Only what was decided on this day or before; what has no date counts.
    """
    sums = dict.fromkeys(EventKind, 0)
    unknown = 0
    for event in counted(events):
        if until is not None and event.date is not None and event.date > until:
            continue
        unknown += event.amount is None
        sums[event.kind] += event.amount or 0
    return Balance(
        received=sums[EventKind.ALLOTTED] + sums[EventKind.TRANSFERRED],
        returned=sums[EventKind.RETURNED],
        used=sums[EventKind.SPENT],
        requested=sums[EventKind.REQUESTED],
        committed=sums[EventKind.COMMITTED],
        unknown=unknown,
    )


def counted(events: Iterable[LedgerEvent]) -> list[LedgerEvent]:
    """Return the events that are summed."""
    return [event for event in events if not event.confirms]


def standing_reports(reports: Iterable[Progress]) -> list[Progress]:
    """Return the reports that hold, in their order: of a corrected one, its last correction."""
    every = list(reports)
    replaced = {one.corrects for one in every if one.corrects is not None}
    return sorted((one for one in every if one.uid not in replaced), key=lambda one: one.number)


def spent_since(
    events: Iterable[LedgerEvent], after: datetime.date | None, until: datetime.date
) -> int:
    """Return what was spent after one day, up to another: what a report proposes."""
    return sum(
        event.amount or 0
        for event in counted(events)
        if event.kind is EventKind.SPENT
        and event.date is not None
        and (after is None or event.date > after)
        and event.date <= until
    )


def reported_spending(reports: Sequence[Progress]) -> int | None:
    """Return what the standing reports tell was spent in all; None while none tells anything."""
    told = [one.spent for one in standing_reports(reports) if one.spent is not None]
    return sum(told) if told else None
