"""Where resolutions stand in the minutes, as other papers say it: "ระเบียบวาระที่ ๓.๑"."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.meeting import AgendaItem, Matter, Meeting, Resolution
from bmahr_desktop.domain.vote_words import names_joined
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle, made_in_style, to_arabic

_DEEPEST = 3


@dataclass(frozen=True)
class MatterPlace:
    """Where a matter stands in the minutes.

    Attributes:
        item: The item of the agenda.
        number: Of the item, from 1.
        label: "3.1" where the item has several matters with a title, else nothing.
    """

    item: AgendaItem
    number: int
    matter: Matter
    label: str

    @property
    def shown(self) -> str:
        """The number by which papers name it: "3.1", or that of its item."""
        return self.label or str(self.number)


def matter_places(meeting: Meeting) -> Iterator[MatterPlace]:
    """Yield the matters of a meeting with their numbers, as the minutes count them."""
    for number, item in enumerate(meeting.agenda, 1):
        several = sum(bool(matter.title) for matter in item.matters) > 1
        count = 0
        for matter in item.matters:
            count += bool(matter.title)
            label = f"{number}.{count}" if matter.title and several else ""
            yield MatterPlace(item, number, matter, label)


def find_part(meeting: Meeting, written: str) -> str | None:
    """Return the uid of what a number means: "3" an item, "3.1" a matter, "3.1.2" a resolution.

    In an item whose matters are not numbered, "3.2" is the second resolution.

    Args:
        meeting: The meeting.
        written: The number as the minutes count, in Thai or Arabic digits.
    """
    parts = to_arabic(written).strip().split(".")
    if not all(part.isdecimal() and int(part) for part in parts) or len(parts) > _DEEPEST:
        return None
    number, *inner = (int(part) for part in parts)
    if not inner:
        return meeting.agenda[number - 1].uid if number <= len(meeting.agenda) else None
    places = [one for one in matter_places(meeting) if one.number == number]
    if any(place.label for place in places):
        own = f"{number}.{inner[0]}"
        matter = next((one.matter for one in places if one.label == own), None)
        if matter is None or len(inner) == 1:
            return matter.uid if matter else None
        resolutions = matter.resolutions
    else:
        resolutions = tuple(one for place in places for one in place.matter.resolutions)
        if len(inner) > 1 and inner[0] != 1:
            return None
    return resolutions[inner[-1] - 1].uid if inner[-1] <= len(resolutions) else None


def parts_said(meeting: Meeting, wanted: Collection[str], digits: DigitStyle) -> str:
    """Return in words which parts of the minutes are meant, "ระเบียบวาระที่ ๓.๑ มติข้อ ๒".

    Args:
        meeting: The meeting.
        wanted: The uids of items, matters and resolutions.
        digits: In which digits.
    """
    found: dict[str, None] = {}
    for place in matter_places(meeting):
        if place.item.uid in wanted:
            found[_item_words(str(place.number), digits)] = None
        elif place.matter.uid in wanted:
            found[_item_words(place.shown, digits)] = None
        elif orders := _orders(place.matter.resolutions, wanted):
            words = _item_words(place.shown, digits)
            if len(orders) < len(place.matter.resolutions):
                numbers = names_joined([made_in_style(str(one), digits) for one in orders])
                words = " ".join((words, paper("resolution number {numbers}", numbers=numbers)))
            found[words] = None
    return names_joined(list(found))


def place_words(place: MatterPlace, digits: DigitStyle) -> str:
    """Return item and matter with their numbers and titles, in one line."""
    words = [_item_words(str(place.number), digits), place.item.title]
    words += [made_in_style(place.label, digits), place.matter.title]
    return " ".join(" ".join(words).split())


def order_of(place: MatterPlace, resolution: Resolution) -> int:
    """Return which resolution of its matter one is, from 1; 0 where the matter has but one."""
    several = len(place.matter.resolutions) > 1
    return place.matter.resolutions.index(resolution) + 1 if several else 0


def _item_words(number: str, digits: DigitStyle) -> str:
    return paper("Agenda item {number}", number=made_in_style(number, digits))


def _orders(resolutions: tuple[Resolution, ...], wanted: Collection[str]) -> list[int]:
    return [at for at, one in enumerate(resolutions, 1) if one.uid in wanted]
