"""The pack of a meeting: its agenda and all that is attached, in one PDF."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.documents.agenda import set_agenda
from bmahr_desktop.documents.pack import set_pack
from bmahr_desktop.documents.packing.enclosures import Enclosure, PackPaper, SetPack, Why
from bmahr_desktop.domain.agenda_paper import (
    AgendaEntry,
    AgendaMatter,
    AgendaPaper,
    compose_agenda,
    enclosure_labels,
)
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.heading import before_name, number_words
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Meeting
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.i18n import Message, msg, paper
from bmahr_desktop.operations.committees import read_committee
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.meeting import FileRow
from bmahr_desktop.thai.digits import in_style

_Under = tuple[str, ...]


@dataclass(frozen=True)
class GatheredPack:
    """What goes into the pack of a meeting.

    Attributes:
        title: What the file is called where readers show it.
        agenda: The agenda as the record stands.
        enclosures: The files of the meeting, then those of its matters in the agenda's order.
    """

    title: str
    agenda: AgendaPaper
    enclosures: tuple[Enclosure, ...]


def gather_pack(session: Session, meeting: str) -> GatheredPack:
    """Return what goes into the pack of a meeting; each file is looked at, whether it is whole.

    Raises:
        Refused: If the meeting is not on file.
    """
    record = read_meeting(session, meeting)
    committee = read_committee(session, record.committee)
    agenda = compose_agenda(record, committee)
    names = before_name(paper("Enclosures of the meeting of"), committee.name)
    labels = enclosure_labels(record, committee.form.digits)
    files: KeptFiles = session.info["files"]
    known = {row.sha256: row for row in session.scalars(select(FileRow))}
    return GatheredPack(
        f"{names} {number_words(record, committee)}",
        agenda,
        tuple(
            _enclosure(one, known.get(one.file), files, labels.get(one.uid, ""), under)
            for one, under in _attached(record, agenda)
        ),
    )


def set_gathered(
    gathered: GatheredPack,
    went_on: Callable[[int], None] | None = None,
    agenda: bytes | None = None,
) -> SetPack:
    """Make a pack; in the paper thread only.

    Args:
        gathered: What goes into it.
        went_on: Called with the number of each finished page; it may raise to stop.
        agenda: An agenda that was made otherwise, as a PDF; None for the one of the record.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    imprint = gathered.agenda.imprint
    digits = imprint.form.digits
    return set_pack(
        PackPaper(
            title=in_style(gathered.title, digits),
            agenda=set_agenda(gathered.agenda).pdf if agenda is None else agenda,
            agenda_title=paper("Agenda of the meeting"),
            enclosures=gathered.enclosures,
            changed=imprint.changed,
            author=imprint.author,
            digits=digits,
        ),
        went_on,
    )


def write_pack(pack: SetPack, path: Path) -> None:
    """Write a pack where it is wanted.

    Raises:
        Refused: If it cannot be written.
    """
    write_whole(path, pack.pdf)


def told_of(pack: SetPack) -> tuple[Message, ...]:
    """Return in words what is not in a pack as pages, one line for each file."""
    return tuple(
        msg("“{file}”: {reason}", file=one.title, reason=_reason(one.why)) for one in pack.left_out
    )


def _reason(why: Why) -> Message:
    reasons = {
        Why.OTHER_KIND: msg("it is a file of a kind that cannot be shown as pages"),
        Why.MISSING: msg("the kept file is missing or was altered"),
        Why.EMPTY: msg("the file is empty"),
        Why.BROKEN: msg("the file is damaged"),
        Why.LOCKED: msg("it is locked with a password"),
        Why.LIVE_FORM: msg("it is a form that only its own program can show"),
        Why.TOO_MANY_PAGES: msg("it has too many pages"),
        Why.TOO_LARGE: msg("the pack would become too large"),
        Why.PAGE_TOO_LARGE: msg("a page of it is larger than any paper"),
        Why.PICTURE_TOO_LARGE: msg("the picture is too large"),
        Why.TOO_INTRICATE: msg("it is made in a way that cannot be read"),
    }
    return reasons[why]


# ---------------------------------------------------------------- what is attached


def _attached(meeting: Meeting, agenda: AgendaPaper) -> Iterator[tuple[Attachment, _Under]]:
    """Yield each file with the entries of the outline that it stands below."""
    for one in meeting.attachments:
        yield one, ()
    for item, entry in zip(meeting.agenda, agenda.entries, strict=True):
        for matter, shown in zip(_printed(item), entry.matters, strict=True):
            for one in matter.attachments:
                yield one, _headings(entry, shown)


def _printed(item: AgendaItem) -> list[Matter]:
    """Return the matters that the agenda prints."""
    return [matter for matter in item.matters if matter.title or matter.attachments]


def _headings(entry: AgendaEntry, matter: AgendaMatter) -> _Under:
    own = (_words(matter.title),) if matter.title else ()
    return (f"{entry.label} {_words(entry.title)}", *own)


def _words(paragraph: PaperParagraph) -> str:
    return f"{paragraph.label} {''.join(run.text for run in paragraph.runs)}".strip()


def _enclosure(
    attachment: Attachment, row: FileRow | None, files: KeptFiles, label: str, under: _Under
) -> Enclosure:
    try:
        content = files.find(attachment.file)
    except OSError:
        content = None  # the sheet says that it was not found
    return Enclosure(
        title=attachment.title,
        file_name=row.name if row else "",
        size=row.size if row else 0,
        content=content,
        media_type=row.media_type if row else "",
        label=label,
        under=under,
    )
