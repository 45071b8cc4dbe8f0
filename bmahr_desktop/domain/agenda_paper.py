"""Composes the agenda paper of a meeting (ระเบียบวาระการประชุม)."""

from dataclasses import dataclass

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.heading import heading_lines
from bmahr_desktop.domain.imprint import Imprint, imprint_of
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Meeting
from bmahr_desktop.domain.minutes import PaperParagraph, TextKey
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle, made_in_style


@dataclass(frozen=True)
class AgendaMatter:
    """A matter on the agenda.

    Attributes:
        title: With its number, where the item has several; None for an untitled one.
        enclosures: What was sent out about it, "เอกสารประกอบ ๓.๑ ร่างแผน".
    """

    title: PaperParagraph | None
    enclosures: tuple[PaperParagraph, ...] = ()


@dataclass(frozen=True)
class AgendaEntry:
    """An item of the agenda."""

    label: str
    title: PaperParagraph
    matters: tuple[AgendaMatter, ...] = ()


@dataclass(frozen=True)
class AgendaPaper:
    """Everything that the agenda prints."""

    heading: tuple[str, ...]
    entries: tuple[AgendaEntry, ...]
    imprint: Imprint


def compose_agenda(meeting: Meeting, committee: Committee) -> AgendaPaper:
    """Compose the agenda of a meeting as its record stands."""
    heading = heading_lines(meeting, committee, paper("Agenda of the meeting of"))
    digits = committee.form.digits
    labels = enclosure_labels(meeting, digits)
    return AgendaPaper(
        heading=heading,
        entries=tuple(
            _entry(number, item, labels, digits) for number, item in enumerate(meeting.agenda, 1)
        ),
        imprint=imprint_of(meeting, committee, " ".join(heading[:2])),
    )


def enclosure_labels(meeting: Meeting, digits: DigitStyle) -> dict[str, str]:
    """Return the number of every enclosure, by the attachment's uid.

    The first one of matter ๓ is ๓.๑, and the only one of matter ๓.๒ is ๓.๒; where that has several,
    they are ๓.๒.๑ and ๓.๒.๒.
    """
    found = {}
    for number, item in enumerate(meeting.agenda, 1):
        for label, matter in zip(_labels(number, item), item.matters, strict=True):
            several = len(matter.attachments) > 1
            for at, one in enumerate(matter.attachments, 1):
                alone = label and not several
                own = label if alone else f"{label or number}.{at}"
                found[one.uid] = made_in_style(own, digits)
    return found


def _labels(number: int, item: AgendaItem) -> list[str]:
    """Return the number of each matter of an item; none where an item has but one."""
    titled = [matter for matter in item.matters if matter.title]
    labels = iter([f"{number}.{at}" for at in range(1, len(titled) + 1)])
    return [next(labels) if matter.title and len(titled) > 1 else "" for matter in item.matters]


def _entry(
    number: int, item: AgendaItem, enclosures: dict[str, str], digits: DigitStyle
) -> AgendaEntry:
    return AgendaEntry(
        paper("Agenda item {number}", number=made_in_style(str(number), digits)),
        _titled(item.title, TextKey(item.uid, "title")),
        tuple(
            _matter(matter, made_in_style(label, digits), enclosures)
            for label, matter in zip(_labels(number, item), item.matters, strict=True)
            if matter.title or matter.attachments
        ),
    )


def _matter(matter: Matter, label: str, labels: dict[str, str]) -> AgendaMatter:
    title = _titled(matter.title, TextKey(matter.uid, "title"), label)
    if matter.late:
        late = TextRun(text=" " + paper("(added to the agenda)"))
        title = PaperParagraph((*title.runs, late), label, key=title.key)
    return AgendaMatter(
        title if matter.title else None,
        tuple(
            _titled(one.title, TextKey(matter.uid, "title"), _reference(labels[one.uid]))
            for one in matter.attachments
        ),
    )


def _reference(number: str) -> str:
    return paper("Enclosure {number}", number=number)


def _titled(text: str, key: TextKey, label: str = "") -> PaperParagraph:
    return PaperParagraph((TextRun(text=text),), label, key=key)
