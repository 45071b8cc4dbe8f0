"""Composes the index of a year's resolutions (ดัชนีมติ): by subject, and by unit."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from bmahr_desktop.domain.follow_up_table import Followed, place_number
from bmahr_desktop.domain.letter_paper import line
from bmahr_desktop.domain.listing_paper import (
    ListingPaper,
    ListingPart,
    Surroundings,
    bold,
    cell,
    centred,
    heads,
)
from bmahr_desktop.domain.meeting import Assignment
from bmahr_desktop.domain.minutes import PaperCell, PaperParagraph, PaperTable, TextKey
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.domain.statements import meeting_name
from bmahr_desktop.domain.task_words import day_words
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.clusters import FOLLOWERS, LEADING_VOWELS
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.digits import DigitStyle, made_in_style
from bmahr_desktop.thai.searchkey import search_key

_WIDTHS = (5.4, 5.6, 2.7, 2.3)
_LONGEST, _REACH = 160, 40
"""So many letters of a resolution are quoted at most; it ends at a space not further before."""
_BEFORE_SUBJECT = "เรื่อง"


class IndexPart(StrEnum):
    """The two parts of an index of resolutions."""

    SUBJECT = "subject"
    UNIT = "unit"


def compose_index(
    followed: Sequence[Followed],
    year: int,
    units: Mapping[str, str],
    around: Surroundings,
    parts: Collection[IndexPart] = tuple(IndexPart),
) -> ListingPaper:
    """Compose the index of a committee's resolutions in a year.

    Args:
        followed: The resolutions with their tasks.
        year: The year (พ.ศ.).
        units: The names of units on file, by their uids.
        around: Whose they are, and how the paper looks.
        parts: Which parts it has.
    """
    digits = around.form.digits
    printed = made_in_style(str(year), digits)
    name = around.committee.name if around.committee else ""
    heading = tuple(
        one for one in (paper("Index of resolutions"), name, paper("year {year}", year=printed))
        if one
    )  # fmt: skip
    count = made_in_style(str(len(followed)), digits)
    made = {
        IndexPart.SUBJECT: lambda: _by_subject(followed, digits),
        IndexPart.UNIT: lambda: _by_unit(followed, units, digits),
    }
    return ListingPaper(
        heading=heading,
        notes=(line(paper("{count} resolutions", count=count)),),
        parts=tuple(made[part]() for part in IndexPart if part in parts),
        imprint=around.imprint(" ".join(heading)),
    )


def subject_of(one: ResolutionLine) -> str:
    """Return what a resolution is about, without the word "เรื่อง" before it."""
    title = " ".join((one.matter_title or one.item_title).split())
    return title.removeprefix(_BEFORE_SUBJECT).strip() or title


def shortened(text: str, most: int = _LONGEST) -> str:
    """Return the beginning of a text in one line, its end at a space where there is one near."""
    words = " ".join(text.split())
    if len(words) <= most:
        return words
    space = words.rfind(" ", most - _REACH, most + 1)
    end = most if space < 0 else space
    while end > 1 and (words[end] in FOLLOWERS or words[end - 1] in LEADING_VOWELS):
        end -= 1
    return f"{words[:end].rstrip()}…"


def _by_subject(followed: Sequence[Followed], digits: DigitStyle) -> ListingPart:
    lines = sorted((one.line for one in followed), key=_in_dictionary)
    return _part(paper("By subject"), _entries(lines, digits))


def _by_unit(
    followed: Sequence[Followed], units: Mapping[str, str], digits: DigitStyle
) -> ListingPart:
    found: dict[str, list[ResolutionLine]] = defaultdict(list)
    names: dict[str, str] = {}
    for resolution, tasks in followed:
        for name in dict.fromkeys(_unit_of(units, task) for task in tasks):
            if name:
                key = search_key(name)
                names.setdefault(key, name)
                found[key].append(resolution)
    rows: list[tuple[PaperCell, ...]] = []
    for key in sorted(found, key=lambda one: sort_key(names[one])):
        rows.append((cell(bold(names[key]), span=len(_WIDTHS)),))
        rows += _entries(sorted(found[key], key=_in_dictionary), digits)
    return _part(paper("By unit"), rows)


def _part(heading: str, entries: Iterable[tuple[PaperCell, ...]]) -> ListingPart:
    rows = tuple(entries)
    columns = heads(paper("Subject"), paper("Resolution"), paper("Meeting and date"), paper("Item"))
    table = PaperTable(_WIDTHS, (columns, *rows), header_rows=1) if rows else None
    return ListingPart(heading, table, paper("(no resolution is listed)"))


def _in_dictionary(one: ResolutionLine) -> tuple[str, str, int, int, int, int]:
    """Return a key that sorts by subject, then by day, then as on the agenda."""
    subject = subject_of(one)
    place = (one.date.toordinal(), one.item, one.matter_number, one.order)
    return (sort_key(subject), one.committee, *place)


def _entries(
    lines: Sequence[ResolutionLine], digits: DigitStyle
) -> Iterator[tuple[PaperCell, ...]]:
    for one in lines:
        number = meeting_name(one.number, one.year, digits)
        yield (
            cell(_keyed(subject_of(one), TextKey(one.matter, "title"))),
            cell(_keyed(shortened(one.text), TextKey(one.uid, "text"))),
            cell(paper("meeting {meeting}", meeting=number), day_words(one.date, digits)),
            centred(place_number(one, digits)),
        )


def _keyed(words: str, key: TextKey) -> PaperParagraph:
    return PaperParagraph(line(words).runs, key=key)


def _unit_of(units: Mapping[str, str], task: Assignment) -> str:
    """Return the name of the unit that is to do a task: as on file, else as printed."""
    return units.get(task.unit or "", "") or " ".join(task.assigned_to.split())
