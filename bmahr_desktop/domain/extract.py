"""Composes certified extracts of minutes (คัดรายงานการประชุม)."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from bmahr_desktop.domain import heading
from bmahr_desktop.domain.citing import matter_places, parts_said
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.composition import compose_heading, compose_items
from bmahr_desktop.domain.imprint import Imprint, imprint_of
from bmahr_desktop.domain.letter_paper import line
from bmahr_desktop.domain.meeting import Meeting, MinutesState
from bmahr_desktop.domain.minutes import PaperItem, PaperParagraph, SignatureBlock
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date


@dataclass(frozen=True)
class Adopted:
    """In which meeting minutes were adopted.

    Attributes:
        number, year: None where they were adopted by circulation.
        date: None where it is not known.
    """

    number: int | None = None
    year: int | None = None
    date: datetime.date | None = None


@dataclass(frozen=True)
class ExtractPaper:
    """Everything that a certified extract prints.

    Attributes:
        heading: The lines at the head, those of the minutes.
        which: What was extracted, "(คัดเฉพาะระเบียบวาระที่ ๓.๑)".
        items: The items of the agenda, with the matters extracted.
        certification: That it is true, and whether the minutes are adopted.
        signed: Before the dotted line that is signed on.
        signature: Who certifies it.
        date: The day of certifying; empty to leave room for it.
        imprint: Its form, and what the file says of itself.
    """

    heading: tuple[str, ...]
    which: str
    items: tuple[PaperItem, ...]
    certification: tuple[PaperParagraph, ...]
    signed: str
    signature: SignatureBlock
    date: str
    imprint: Imprint


def compose_extract(
    meeting: Meeting,
    committee: Committee,
    pictures: Mapping[str, bytes],
    wanted: Collection[str],
    signature: SignatureBlock,
    on: datetime.date | None = None,
    adopted: Adopted | None = None,
) -> ExtractPaper:
    """Compose an extract of the minutes of a meeting.

    Args:
        meeting: The meeting with all that is recorded of it.
        committee: Whose meeting it is.
        pictures: The files of the pictures in its bodies, by their SHA-256.
        wanted: The uids of items, matters and resolutions.
        signature: Who certifies it.
        on: The day of certifying; None to leave room for it.
        adopted: Where its minutes were adopted, if they were and it is known.
    """
    digits = committee.form.digits
    lines = compose_heading(meeting, committee)
    which = paper("(only {parts} is extracted)", parts=parts_said(meeting, wanted, digits))
    date = format_date(on, DateStyle.LONG, digits) if on else ""
    return ExtractPaper(
        heading=lines,
        which=which,
        items=compose_items(meeting, committee, pictures, wanted),
        certification=(
            line(_certified(meeting, committee)),
            line(_adoption_words(meeting, committee, wanted, adopted)),
        ),
        signed=paper("signed"),
        signature=signature,
        date=paper("date {date}", date=date) if on else "",
        imprint=imprint_of(meeting, committee, " ".join((*lines[:2], which))),
    )


def certifier_of(meeting: Meeting, committee: Committee) -> SignatureBlock:
    """Return who certifies extracts: the letterhead's signer, else who took the minutes."""
    head = committee.letterhead
    if head.signer_name or not meeting.signatures:
        return SignatureBlock(head.signer_name, head.signer_lines)
    first = meeting.signatures[0]
    return SignatureBlock(first.name, first.lines)


def _certified(meeting: Meeting, committee: Committee) -> str:
    digits = committee.form.digits
    minutes = heading.before_name(
        paper("Certified to be taken from the minutes of"), committee.name
    )
    return paper(
        "{minutes} meeting {meeting} on {date} and to be true",
        minutes=minutes,
        meeting=meeting_name(meeting.number, meeting.year, digits),
        date=format_date(meeting.date, DateStyle.LONG, digits),
    )


def _adoption_words(
    meeting: Meeting, committee: Committee, wanted: Collection[str], adopted: Adopted | None
) -> str:
    """Return whether the minutes are adopted; if not, whether the resolutions hold already."""
    digits = committee.form.digits
    if meeting.minutes_state is not MinutesState.ADOPTED:
        if _all_before_adoption(meeting, wanted):
            return paper("They are not adopted yet; the resolution is to be done before they are")
        return paper("They are not adopted yet")
    if adopted is None or adopted.date is None:
        return paper("They are adopted")
    date = format_date(adopted.date, DateStyle.LONG, digits)
    if adopted.number is None or adopted.year is None:
        return paper("They were adopted by circulation on {date}", date=date)
    number = meeting_name(adopted.number, adopted.year, digits)
    return paper("They were adopted in meeting {meeting} on {date}", meeting=number, date=date)


def _all_before_adoption(meeting: Meeting, wanted: Collection[str]) -> bool:
    """Tell whether all resolutions of an extract may be acted on before the minutes are adopted."""
    found = [
        resolution.before_adoption
        for place in matter_places(meeting)
        for resolution in place.matter.resolutions
        if resolution.uid in wanted or {place.item.uid, place.matter.uid} & set(wanted)
    ]
    return bool(found) and all(found)
