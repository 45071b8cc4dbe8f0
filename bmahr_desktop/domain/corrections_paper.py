"""The list of corrections that a committee made in its minutes (บัญชีแก้ไขรายงานการประชุม)."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from bmahr_desktop.domain.adoption import Correction
from bmahr_desktop.domain.body import CellAlign, TextRun
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.heading import before_name, number_words
from bmahr_desktop.domain.imprint import imprint_of
from bmahr_desktop.domain.listing_paper import ListingPaper, ListingPart
from bmahr_desktop.domain.meeting import Meeting
from bmahr_desktop.domain.minutes import PaperCell, PaperParagraph, PaperTable
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import made_in_style

_WIDTHS = (1.1, 1.3, 2.8, 5.4, 5.4)


@dataclass(frozen=True)
class AdoptedBy:
    """By what minutes were adopted.

    Attributes:
        number, year: Of the meeting that adopted them; 0 where they went round by letter.
        date: Its day, or that of adopting; None while it is open.
        item: The number of the item on its agenda.
    """

    number: int = 0
    year: int = 0
    date: datetime.date | None = None
    item: int = 0


def compose_corrections(
    meeting: Meeting,
    committee: Committee,
    corrections: Sequence[Correction],
    adopted: AdoptedBy,
) -> ListingPaper:
    """Return the list of corrections as a paper.

    Args:
        meeting: Whose minutes are corrected.
        committee: Its committee.
        corrections: In the order of the resolution.
        adopted: By what they were adopted.
    """
    digits = committee.form.digits
    title = paper("List of corrections to the minutes of")
    heading = (
        before_name(title, committee.name),
        number_words(meeting, committee),
        paper("date {date}", date=format_date(meeting.date, DateStyle.LONG, digits)),
    )
    headings = (
        paper("No."), paper("Page"), paper("Clause"), paper("Wording before"),
        paper("Corrected to"),
    )  # fmt: skip
    rows = [tuple(_cell(words, CellAlign.CENTER) for words in headings)]
    for number, one in enumerate(corrections, 1):
        cited = (made_in_style(str(number), digits), one.page or "-", one.clause or "-")
        narrow = [_cell(words, CellAlign.CENTER) for words in cited]
        rows.append((*narrow, _cell(one.old), _cell(one.new or paper("(taken out)"))))
    table = PaperTable(_WIDTHS, tuple(rows), header_rows=1)
    notes = tuple(PaperParagraph((TextRun(text=words),)) for words in _how(adopted, committee))
    imprint = imprint_of(meeting, committee, " ".join(heading[:2]))
    part = ListingPart("", table if corrections else None, paper("Nothing is corrected"))
    return ListingPaper(heading, notes, (part,), imprint)


def _how(adopted: AdoptedBy, committee: Committee) -> list[str]:
    digits = committee.form.digits
    if adopted.date is None:
        return []
    date = format_date(adopted.date, DateStyle.LONG, digits)
    if not adopted.number:
        return [paper("Adopted by circulation on {date}", date=date)]
    number = meeting_name(adopted.number, adopted.year, digits)
    words = paper("By resolution of meeting {meeting} on {date}", meeting=number, date=date)
    item = paper("Agenda item {number}", number=made_in_style(str(adopted.item), digits))
    return [f"{words} {item}"]


def _cell(words: str, align: CellAlign | None = None) -> PaperCell:
    lines = words.split("\n")
    return PaperCell(tuple(PaperParagraph((TextRun(text=one),)) for one in lines), align=align)
