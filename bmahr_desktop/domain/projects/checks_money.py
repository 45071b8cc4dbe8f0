"""Checks of a project's money: formulas, sums, the ledger, letters."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.findings import Weight
from bmahr_desktop.domain.projects.accounts import balance, counted
from bmahr_desktop.domain.projects.costs import product, total
from bmahr_desktop.domain.projects.discrepancies import (
    Discrepancy,
    ProjectLook,
    day_told,
    money_told,
)
from bmahr_desktop.domain.projects.money import EventKind, LedgerEvent
from bmahr_desktop.i18n import msg
from bmahr_desktop.thai.searchkey import search_key

_LETTER = re.compile(r"กท\s*(?P<code>[0-9]{4})\s*/")
_ORDER = (EventKind.REQUESTED, EventKind.ALLOTTED, EventKind.COMMITTED, EventKind.SPENT)
_MOST_PARTS = 4
"""So many returns at most are tried as the parts of a sum."""


def formulas(look: ProjectLook) -> Iterator[Discrepancy]:
    """Rate times people times times is the amount of a line."""
    for number, line in enumerate(look.project.budget, 1):
        found = product(line)
        if found is not None and line.amount is not None and found != line.amount:
            yield Discrepancy(
                "formula",
                msg("The formula of line {number} makes {found} baht, not {amount}.",
                    number=number, found=money_told(found), amount=money_told(line.amount)),
                Kind.BUDGET_LINE, line.uid, "amount", money_told(line.amount), money_told(found),
                {"amount": found}, Weight.WRONG,
            )  # fmt: skip


def sums(look: ProjectLook) -> Iterator[Discrepancy]:
    """The lines make the amount that is asked for."""
    project = look.project
    stated, found = project.funding.amount, total(project.budget)
    if stated is None or not project.budget or stated == found:
        return
    if any(line.amount is None for line in project.budget):
        return
    yield look.of_project(
        "budget_sum",
        msg("The lines of the budget make {found} baht, but {stated} baht are asked for.",
            found=money_told(found), stated=money_told(stated)),
        "funding", money_told(stated), money_told(found), weight=Weight.WRONG,
    )  # fmt: skip


def returned(look: ProjectLook) -> Iterator[Discrepancy]:
    """Money that was returned is not received any more."""
    project = look.project
    sums_ = balance(project.ledger)
    stated = project.funding.amount
    if sums_.returned and stated is not None and stated != sums_.received - sums_.returned:
        yield look.of_project(
            "returned",
            msg("{stated} baht are shown as received, but {returned} baht of it were returned.",
                stated=money_told(stated), returned=money_told(sums_.returned)),
            "funding", money_told(stated), money_told(sums_.received - sums_.returned),
        )  # fmt: skip
    if sums_.left < 0:
        yield look.of_project(
            "overspent",
            msg("{used} baht were used, more than the {had} baht that were there.",
                used=money_told(sums_.used), had=money_told(sums_.received - sums_.returned)),
            "ledger", money_told(sums_.used), money_told(sums_.received - sums_.returned),
            weight=Weight.WRONG,
        )  # fmt: skip


def told_twice(look: ProjectLook) -> Iterator[Discrepancy]:
    """A letter that names the sum of earlier returns is no further return."""
    events = [one for one in look.project.ledger if one.kind is EventKind.RETURNED]
    for event in events:
        if event.confirms:
            yield from _other_number(look.project.ledger, event)
            continue
        if parts := _parts(event, [one for one in counted(events) if one is not event]):
            yield Discrepancy(
                "told_twice",
                msg("The letter {number} names {amount} baht, the sum of {count} returns before."
                    " It may only tell them again.",
                    number=event.number or "-", amount=money_told(event.amount),
                    count=len(parts)),
                Kind.LEDGER_EVENT, event.uid, "confirms", money_told(event.amount), "",
                {"confirms": tuple(one.uid for one in parts)},
            )  # fmt: skip


def _other_number(ledger: Sequence[LedgerEvent], event: LedgerEvent) -> Iterator[Discrepancy]:
    told = [one for one in ledger if one.uid in event.confirms]
    others = sorted({one.number for one in told if one.number and one.number != event.number})
    if event.number and others:
        yield Discrepancy(
            "two_numbers",
            msg("One return stands under several letters: {numbers}, and {number}.",
                numbers=", ".join(others), number=event.number),
            Kind.LEDGER_EVENT, event.uid, "number", event.number, ", ".join(others),
        )  # fmt: skip
    amounts = [one.amount for one in told]
    if event.amount is None or None in amounts:
        return
    found = sum(amount or 0 for amount in amounts)
    if found != event.amount:
        yield Discrepancy(
            "confirmed_sum",
            msg("The entries that are told again make {found} baht, not {amount}.",
                found=money_told(found), amount=money_told(event.amount)),
            Kind.LEDGER_EVENT, event.uid, "amount", money_told(event.amount), money_told(found),
            {"amount": found}, Weight.WRONG,
        )  # fmt: skip


def _parts(event: LedgerEvent, others: Sequence[LedgerEvent]) -> tuple[LedgerEvent, ...]:
    """Return earlier returns whose sum an event names; nothing where there are none."""
    if event.amount is None or event.date is None:
        return ()
    before = [
        one for one in others if one.amount and one.date is not None and one.date <= event.date
    ]
    for size in range(1, min(len(before), _MOST_PARTS) + 1):
        for some in combinations(before, size):
            if sum(one.amount or 0 for one in some) == event.amount:
                return some
    return ()


def order(look: ProjectLook) -> Iterator[Discrepancy]:
    """Money is asked for, allotted, committed and spent in this order; letters come first."""
    ledger = look.project.ledger
    firsts = {
        kind: min((one.date for one in ledger if one.kind is kind and one.date), default=None)
        for kind in _ORDER
    }
    known = [(kind, day) for kind, day in firsts.items() if day is not None]
    for (_, before), (kind, day) in pairwise(known):
        if day < before:
            event = next(one for one in ledger if one.kind is kind and one.date == day)
            yield Discrepancy(
                "ledger_order",
                msg("It is dated before what must come first ({day}).", day=day_told(before)),
                Kind.LEDGER_EVENT, event.uid, "date", day_told(day), day_told(before),
            )  # fmt: skip
    for event in ledger:
        if event.dated and event.date and event.dated > event.date:
            yield Discrepancy(
                "letter_date",
                msg("The letter is dated after the day of the entry."),
                Kind.LEDGER_EVENT, event.uid, "dated", day_told(event.dated),
                day_told(event.date),
            )  # fmt: skip


def letters(look: ProjectLook) -> Iterator[Discrepancy]:
    """A letter's number begins with the code of a unit that is known."""
    if not look.codes.names:
        return
    for event in look.project.ledger:
        found = _LETTER.search(search_key(event.number))
        if found and found["code"] not in look.codes.names:
            yield Discrepancy(
                "letter_code",
                msg("No unit on file has the code {code}.", code=found["code"]),
                Kind.LEDGER_EVENT, event.uid, "number", event.number,
            )  # fmt: skip
