"""The agenda of a meeting, set in type."""

from collections.abc import Iterator
from dataclasses import replace

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.lines import GAP, behind_label, behind_width, head_lines
from bmahr_desktop.documents.press import WentOn, printed, setter_of
from bmahr_desktop.documents.styles import styles_of
from bmahr_desktop.documents.typesetting.blocks import Beside, Block, Indented, Space
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.paragraph import Bookmark
from bmahr_desktop.domain.agenda_paper import AgendaEntry, AgendaMatter, AgendaPaper


def set_agenda(agenda: AgendaPaper, went_on: WentOn = None) -> SetPaper:
    """Set the agenda of a meeting in type.

    Args:
        agenda: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    setter = setter_of(agenda.imprint, styles_of(agenda.imprint.form))
    return printed(list(_blocks(agenda, setter)), agenda.imprint, setter, went_on)


def _blocks(agenda: AgendaPaper, setter: BodySetter) -> Iterator[Block]:
    yield from head_lines(agenda.heading, setter)
    yield Space(10)
    column = max((_width(entry.label, setter) for entry in agenda.entries), default=0.0)
    for entry in agenda.entries:
        yield from _entry(entry, setter, column)


def _width(label: str, setter: BodySetter) -> float:
    return setter.line(label, setter.styles.base, bold=True).text.widths[-1] + GAP


def _entry(entry: AgendaEntry, setter: BodySetter, column: float) -> Iterator[Block]:
    style = setter.styles.heading("H2", before=8)
    words = setter.digits(" ".join(f"{entry.label} {entry.title.text}".split()))
    label = setter.line(entry.label, style, bold=True, bookmark=Bookmark(words, 0))
    yield Beside(label, setter.paragraph(entry.title, style, bold=True), column)
    for matter in entry.matters:
        for block in _matter(matter, setter):
            yield Indented(block, column)


def _matter(matter: AgendaMatter, setter: BodySetter) -> Iterator[Block]:
    """Yield a matter, and its enclosures where its own text begins."""
    style = replace(setter.styles.base, after=2)
    at = 0.0
    if matter.title:
        yield from behind_label(matter.title, setter, style)
        at = behind_width(matter.title.label, setter, style)
    for one in matter.enclosures:
        for block in behind_label(one, setter, style):
            yield Indented(block, at)
