"""Minutes that are a scan or a PDF: registered with their file, their resolutions typed."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from sqlalchemy.orm import Session

from bmahr_desktop.domain.agenda import TemplateItem
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.habits.facts import dates_in, meetings_in
from bmahr_desktop.domain.habits.signs import item_kind
from bmahr_desktop.domain.habits.wording import assignments_of, may_act_before_adoption
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Matter,
    MatterState,
    Meeting,
    MeetingState,
    MinutesState,
    Mode,
    Resolution,
    ResolutionKind,
)
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.i18n import paper
from bmahr_desktop.operations.committees import templates_of
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.searchkey import search_key

MOST_ITEMS = 40
"""Agendas have no more items than that."""

_GAP = r"[ _.\-–/]{1,3}"
_NUMBER_FIRST = re.compile(rf"(?<!\d)(?P<number>\d{{1,3}}){_GAP}(?P<year>2[45]\d\d)(?!\d)")
_YEAR_FIRST = re.compile(rf"(?<!\d)(?P<year>2[45]\d\d){_GAP}(?P<number>\d{{1,3}})(?!{_GAP}?\d)")


def guess_heading(file_name: str) -> Mapping[str, Any]:
    """Return what the name of a file tells of number, year and date; None where it tells nothing.

    "รายงานการประชุม ครั้งที่ 3-2555 วันที่ 14 มี.ค. 55.pdf" tells all of them.
    """
    words = to_arabic(PurePath(file_name).stem).replace("_", " ")
    days = [one for one in dates_in(words) if one.date is not None]
    date = days[0].date if days else None
    rest = words
    for one in days:
        rest = rest[: one.start] + " " * (one.stop - one.start) + rest[one.stop :]
    said = next(iter(meetings_in(rest)), None)
    number: int | None = said.number if said else None
    year: int | None = (said.year or None) if said else None
    found = _NUMBER_FIRST.search(rest) or _YEAR_FIRST.search(rest)
    if found and not year and number in (None, int(found["number"])):
        number, year = int(found["number"]) or None, int(found["year"])
    return {"number": number, "year": year, "date": date}


@dataclass(frozen=True)
class TypedResolution:
    """A resolution typed from a paper.

    Attributes:
        item: The number of its item of the agenda, from 1.
        item_title: What the item is called.
        matter: What was laid before the committee; empty for the item's only, untitled matter.
        text: Its wording.
        kinds: What it does.
    """

    item: int
    item_title: str
    matter: str
    text: str
    kinds: tuple[ResolutionKind, ...] = ()


def usual_items(session: Session, committee: str) -> tuple[TemplateItem, ...]:
    """Return the items of the committee's first template, by which items are called."""
    return next((one.items for one in templates_of(session, committee)), ())


def registered_meeting(
    committee: Committee,
    date: datetime.date,
    typed: Sequence[TypedResolution],
    usual: Sequence[TemplateItem] = (),
    units: Iterable[Unit] = (),
) -> Meeting:
    """Return the meeting that a paper is registered as, closed and adopted.

    Its number is that of the date's year until its heading is put in.

    Args:
        committee: Whose meeting it was.
        date: When it was held.
        typed: The resolutions; those of one item and one matter stand together, in their order.
        usual: The committee's usual items, for the titles of those that nothing was typed of.
        units: Those on file, to know what was assigned to them.
    """
    known = tuple(units)
    last = max((one.item for one in typed), default=0)
    agenda = tuple(
        _item(at, [one for one in typed if one.item == at], usual, known, date)
        for at in range(1, last + 1)
    )
    return Meeting(
        uid=new_uid(), committee=committee.uid, number=1, year=2500, date=date, mode=Mode.ON_SITE,
        state=MeetingState.CLOSED, minutes_state=MinutesState.ADOPTED, agenda=agenda,
    )  # fmt: skip


def _item(
    at: int,
    typed: Sequence[TypedResolution],
    usual: Sequence[TemplateItem],
    units: tuple[Unit, ...],
    date: datetime.date,
) -> AgendaItem:
    own = next((one.item_title for one in typed if one.item_title), "")
    title = own or (usual[at - 1].title if at <= len(usual) else "") or paper("(not typed in)")
    matters: dict[str, list[TypedResolution]] = {}
    for one in typed:
        matters.setdefault(search_key(one.matter), []).append(one)
    return AgendaItem(
        uid=new_uid(),
        title=title,
        kind=item_kind(title),
        matters=tuple(_matter(some, units, date) for some in matters.values()),
    )


def _matter(
    typed: Sequence[TypedResolution], units: tuple[Unit, ...], date: datetime.date
) -> Matter:
    resolutions = tuple(
        Resolution(
            uid=new_uid(),
            text=one.text,
            kinds=one.kinds,
            assignments=assignments_of(one.text, units, date),
            before_adoption=may_act_before_adoption(one.text),
        )
        for one in typed
    )
    return Matter(
        uid=new_uid(), title=typed[0].matter, resolutions=resolutions, state=MatterState.DISCUSSED
    )
