"""What every paper of a meeting has alike: its form, what the file says of itself, its names."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bmahr_desktop.domain.committee import Committee, MinutesForm
from bmahr_desktop.domain.meeting import Meeting, Secrecy
from bmahr_desktop.i18n import paper

_ROOM = re.compile("ห้อง(?!ประชุม )[ก-๎]+")


@dataclass(frozen=True)
class Imprint:
    """What a paper has besides its words.

    Attributes:
        form: How the committee prints its papers.
        title, author: For the file.
        secrecy: The class of secrecy as printed, or nothing.
        names: Of people and rooms in it, which no line may break.
        offices: Names of offices in it, which lines break reluctantly.
        changed: When the record was last changed.
    """

    form: MinutesForm
    title: str
    author: str
    secrecy: str = ""
    names: frozenset[str] = field(default_factory=frozenset)
    offices: frozenset[str] = field(default_factory=frozenset)
    changed: datetime.datetime = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def imprint_of(meeting: Meeting, committee: Committee, title: str) -> Imprint:
    """Return the imprint of a paper about a meeting."""
    return Imprint(
        form=committee.form,
        title=title,
        author=committee.name,
        secrecy=secrecy_words(meeting.secrecy),
        names=frozenset(one.name for one in meeting.attendance) | rooms_in(meeting),
        offices=frozenset(offices_in(meeting)),
        changed=meeting.changed,
    )


def secrecy_words(secrecy: Secrecy) -> str:
    """Return the class of secrecy as printed (regulation on official secrets, 2544)."""
    match secrecy:
        case Secrecy.NONE:
            return ""
        case Secrecy.CONFIDENTIAL:
            return paper("confidential")
        case Secrecy.SECRET:
            return paper("secret")
        case Secrecy.TOP_SECRET:
            return paper("top secret")


def offices_in(meeting: Meeting) -> Iterator[str]:
    """Yield the names of offices that the record itself knows.

    Names from elsewhere would break lines differently on another PC.
    """
    for lines in (*(a.lines for a in meeting.attendance), *(s.lines for s in meeting.signatures)):
        yield from lines
    for item in meeting.agenda:
        for matter in item.matters:
            for resolution in matter.resolutions:
                yield from (one.assigned_to for one in resolution.assignments)


def rooms_in(meeting: Meeting) -> frozenset[str]:
    """Return the names of rooms that the meeting speaks of, which no line may break."""
    following = meeting.next_meeting.venue if meeting.next_meeting else ""
    return frozenset(_ROOM.findall(f"{meeting.venue} {following}"))
