"""Links between resolutions, walked both ways; finding an earlier one to cite."""

import datetime
import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes, Kind
from bmahr_desktop.domain.cited_meetings import citation
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.links import Link, LinkKind, LinkTarget
from bmahr_desktop.domain.not_held import NOT_HELD
from bmahr_desktop.domain.query import read_query
from bmahr_desktop.domain.records import Record, new_uid
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.i18n import msg
from bmahr_desktop.operations import records
from bmahr_desktop.operations.register_lines import lines_of
from bmahr_desktop.operations.search import find_records
from bmahr_desktop.storage.agenda import ItemRow, LinkRow, MatterRow, ResolutionRow
from bmahr_desktop.storage.committee import CommitteeRow
from bmahr_desktop.storage.meeting import MeetingRow
from bmahr_desktop.storage.trees import batches
from bmahr_desktop.thai.digits import to_arabic
from bmahr_desktop.thai.searchkey import search_key

_NUMBER = re.compile(r"(?<![0-9])([0-9]{1,3})/([0-9]{4}|[0-9]{2})(?![0-9])")
_CENTURY = 2500
_LOOKED_AT = 200
OVERRULING = (LinkKind.REVOKES, LinkKind.AMENDS)
"""What a later resolution does to an earlier one that whoever reads it must know."""


class LinkLine(Record, frozen=True):
    """A link as it is seen from one resolution.

    Attributes:
        uid: The link's; empty where a matter goes on from an earlier one.
        kind: How the one that links has to do with the other.
        back: Whether it is the other that links to this one.
        opens: The uid of the resolution or matter at the other end; empty where it is not on file.
        committee: The code of the committee that met there.
        number, year, date: Of the meeting there.
        text: The wording there, or the title of the matter.
        about: What it is about there: the title of the matter, else of its item.
        words: How it was cited.
        leads_to: What stands at the other end; of a project `text` is the name.
    """

    uid: str
    kind: LinkKind
    back: bool
    opens: str = ""
    committee: str = ""
    number: int = 0
    year: int = 0
    date: datetime.date | None = None
    text: str = ""
    words: str = ""
    leads_to: LinkTarget = LinkTarget.RESOLUTION
    about: str = ""


# ---------------------------------------------------------------- reading


def read_links(session: Session, resolution: str) -> list[LinkLine]:
    """Return what a resolution has to do with, then what has to do with it, newest first."""
    matter = session.scalar(select(ResolutionRow.matter).where(ResolutionRow.uid == resolution))
    if matter is None:
        return []
    row = LinkRow
    living = select(row).where(row.removed.is_(None), row.leads_to == LinkTarget.RESOLUTION)
    out = living.where(
        row.matter == matter, row.resolution.is_(None) | (row.resolution == resolution)
    )
    lines = [
        line_of_link(session, link, link.target, "", back=False)
        for link in session.scalars(out.order_by(row.position, row.uid))
    ]
    lines += _continued(session, matter)
    back = [
        line_of_link(session, link, link.resolution or "", link.matter, back=True)
        for link in session.scalars(living.where(row.target == resolution))
    ]
    back += _continuing(session, matter)
    back = [one for one in back if one.opens]  # what links may have been removed
    return lines + sorted(back, key=lambda one: one.date or datetime.date.min, reverse=True)


def line_of_link(session: Session, link: LinkRow, to: str, matter: str, *, back: bool) -> LinkLine:
    """Return a link to or from a resolution; where `to` is empty, that of the matter."""
    found = _place(session, ResolutionRow.uid == to) if to else _of_matter(session, matter)
    return LinkLine(link.uid, link.kind, back, words=link.words, **found)


def _continued(session: Session, matter: str) -> Iterator[LinkLine]:
    """Yield the matter that a matter goes on from."""
    earlier = session.scalar(select(MatterRow.continues).where(MatterRow.uid == matter))
    if earlier and (found := _of_matter(session, earlier)):
        yield LinkLine("", LinkKind.CONTINUES, False, **found)


def _continuing(session: Session, matter: str) -> Iterator[LinkLine]:
    """Yield the matters that go on from a matter."""
    row = MatterRow
    later = select(row.uid).where(row.continues == matter, row.removed.is_(None))
    for uid in session.scalars(later).all():
        if found := _of_matter(session, uid):
            yield LinkLine("", LinkKind.CONTINUES, True, **found)


def _of_matter(session: Session, matter: str) -> dict[str, Any]:
    """Return where the first resolution of a matter stands, or the matter itself."""
    return _place(session, ResolutionRow.matter == matter) or _place(
        session, MatterRow.uid == matter
    )


def _place(session: Session, which: Any) -> dict[str, Any]:
    """Return the other end of a link as a line tells it; nothing where it is not on file."""
    meeting = MeetingRow
    rows = (MatterRow, ItemRow, meeting)
    asked = (
        select(
            ResolutionRow.uid, ResolutionRow.text, MatterRow.uid, MatterRow.title, ItemRow.title,
            CommitteeRow.code, meeting.number, meeting.year, meeting.date,
        )
        .select_from(MatterRow)
        .outerjoin(
            ResolutionRow,
            (ResolutionRow.matter == MatterRow.uid) & ResolutionRow.removed.is_(None),
        )
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(meeting, ItemRow.meeting == meeting.uid)
        .join(CommitteeRow, meeting.committee == CommitteeRow.uid)
        .where(which, *(row.removed.is_(None) for row in rows))
        .order_by(ResolutionRow.position)
    )  # fmt: skip
    found = session.execute(asked.limit(1)).first()
    if found is None:
        return {}
    resolution, text, matter, title, item, code, number, year, date = found
    return {
        "opens": resolution or matter, "text": text or title or item, "about": title or item,
        "committee": code, "number": number, "year": year, "date": date,
    }  # fmt: skip


# ---------------------------------------------------------------- writing


def add_link(
    session: Session,
    matter: str,
    target: str,
    kind: LinkKind,
    resolution: str | None = None,
    words: str = "",
    leads_to: LinkTarget = LinkTarget.RESOLUTION,
) -> Changes:
    """Link a matter, or one of its resolutions, to an earlier resolution, or to a project.

    Args:
        session: The transaction.
        matter: The uid of the matter.
        target: The uid of the earlier resolution.
        kind: What the matter has to do with it.
        resolution: The resolution of the matter that has the link; None for all of it.
        words: How it is cited.
        leads_to: What the target is.

    Raises:
        Refused: If it would link to itself, or is linked so already.
    """
    if target == resolution:
        raise Refused(msg("A resolution has no link to itself."))
    row = LinkRow
    same = select(row.uid).where(
        row.matter == matter, row.target == target, row.kind == kind, row.removed.is_(None)
    )
    if resolution is not None:
        same = same.where(row.resolution.is_(None) | (row.resolution == resolution))
    if session.scalar(same.limit(1)) is not None:
        raise Refused(msg("It is linked so already."))
    made = Link(uid=new_uid(), leads_to=leads_to, target=target, kind=kind,
                resolution=resolution, words=words)  # fmt: skip
    return records.add(session, Kind.LINK, made, matter)


def link_resolution(session: Session, resolution: str, target: str, kind: LinkKind) -> Changes:
    """Link a resolution to an earlier one; see `add_link`."""
    matter = session.get_one(ResolutionRow, resolution).matter
    return add_link(session, matter, target, kind, resolution)


def cite(session: Session, matter: str, target: str, resolution: str | None, words: str) -> Changes:
    """Note that a matter, or one of its resolutions, cites an earlier one; once is enough."""
    if target == resolution:
        return Changes()
    try:
        return add_link(session, matter, target, LinkKind.CITES, resolution, words)
    except Refused:
        return Changes()


def words_to_cite(session: Session, target: str, meeting: str) -> str:
    """Return how a meeting cites an earlier resolution: committee, number and date.

    Raises:
        Refused: If it is no longer on file.
    """
    for line in lines_of(session, [target]):
        own = session.get_one(MeetingRow, meeting).committee == line.committee
        name = "" if own else session.get_one(CommitteeRow, line.committee).name
        return citation(line.number, line.year, line.date, name)
    raise Refused(msg("This is no longer on file."))


# ---------------------------------------------------------------- finding one


def find_to_cite(
    session: Session,
    typed: str,
    committee: str | None = None,
    most: int = 30,
    before: datetime.date | None = None,
) -> list[ResolutionLine]:
    """Return earlier resolutions by words and by the number of their meeting, the best first.

    Args:
        session: The records.
        typed: Words of the resolution or its matter; "9/2563" for the number of a meeting.
        committee: The committee whose newest ones are shown while nothing is typed.
        most: At most so many.
        before: Only those of meetings before this day; None for all.
    """
    typed = to_arabic(typed)
    number = _NUMBER.search(typed)
    if number is not None:
        rest = typed[: number.start()] + " " + typed[number.end() :]
        uids = _of_meetings(session, int(number[1]), _year(number[2]), committee, before)
        uids = uids if rest.strip() else uids[:most]
        found = _matching(list(lines_of(session, uids)), rest)
    elif typed.strip():
        found = list(lines_of(session, _holding(session, typed, most)))
    else:
        found = list(lines_of(session, _newest(session, committee, most, before)))
    return [one for one in found if before is None or one.date < before][:most]


def _year(digits: str) -> int:
    return int(digits) + (_CENTURY if len(digits) == len("63") else 0)


def _matching(lines: list[ResolutionLine], words: str) -> list[ResolutionLine]:
    query = read_query(words)
    return [
        one for one in lines
        if query.is_met_by(search_key(f"{one.text} {one.matter_title} {one.item_title}"))
    ]  # fmt: skip


def _holding(session: Session, typed: str, most: int) -> list[str]:
    hits = find_records(session, read_query(typed), [Kind.RESOLUTION, Kind.MATTER], _LOOKED_AT)
    of_matters = _resolutions_of(session, [h.record for h in hits if h.kind is Kind.MATTER])
    found: dict[str, None] = {}
    for hit in hits:
        of_hit = [hit.record] if hit.kind is Kind.RESOLUTION else of_matters.get(hit.record, [])
        found |= dict.fromkeys(of_hit)
        if len(found) >= most:
            break
    return list(found)


def _resolutions_of(session: Session, matters: list[str]) -> dict[str, list[str]]:
    row = ResolutionRow
    found: dict[str, list[str]] = {}
    for some in batches(matters):
        asked = select(row.matter, row.uid).where(row.matter.in_(some), row.removed.is_(None))
        for matter, uid in session.execute(asked.order_by(row.position)):
            found.setdefault(matter, []).append(uid)
    return found


def _of_meetings(
    session: Session,
    number: int,
    year: int,
    committee: str | None,
    before: datetime.date | None,
) -> list[str]:
    """Return the resolutions of meetings of a number, those of one's own committee first."""
    meetings = select(MeetingRow.uid).where(
        MeetingRow.number == number, MeetingRow.year == year, MeetingRow.removed.is_(None)
    )
    if before is not None:
        meetings = meetings.where(MeetingRow.date < before)
    # Asked for one after the other: together SQLite would begin with all resolutions.
    asked = _in_meetings().where(MeetingRow.uid.in_(session.scalars(meetings).all()))
    own = MeetingRow.committee != committee
    return list(session.scalars(asked.order_by(own, MeetingRow.date.desc(), *_ORDER)))


def _newest(
    session: Session, committee: str | None, most: int, before: datetime.date | None
) -> list[str]:
    asked = _in_meetings()
    # So few meetings are looked through that any has its resolutions within them.
    recent = select(MeetingRow.uid).where(
        MeetingRow.removed.is_(None), MeetingRow.state.not_in(NOT_HELD)
    )
    if committee is not None:
        recent = recent.where(MeetingRow.committee == committee)
    if before is not None:
        recent = recent.where(MeetingRow.date < before)
    uids = session.scalars(recent.order_by(MeetingRow.date.desc()).limit(most)).all()
    asked = asked.where(MeetingRow.uid.in_(uids))
    return list(session.scalars(asked.order_by(MeetingRow.date.desc(), *_ORDER).limit(most)))


_ORDER = (MeetingRow.uid, ItemRow.position, MatterRow.position, ResolutionRow.position)


def _in_meetings() -> Select[Any]:
    rows = (ResolutionRow, MatterRow, ItemRow, MeetingRow)
    return (
        select(ResolutionRow.uid)
        .join(MatterRow, ResolutionRow.matter == MatterRow.uid)
        .join(ItemRow, MatterRow.item == ItemRow.uid)
        .join(MeetingRow, ItemRow.meeting == MeetingRow.uid)
        .where(MeetingRow.state.not_in(NOT_HELD), *(row.removed.is_(None) for row in rows))
    )
