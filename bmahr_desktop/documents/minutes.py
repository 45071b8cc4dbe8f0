"""The minutes of a meeting, set in type (regulation on office work, 2526, clause 25)."""

from collections.abc import Callable, Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.press import printed, setter_of
from bmahr_desktop.documents.styles import CM, styles_of
from bmahr_desktop.documents.typesetting.blocks import (
    Beside,
    Block,
    Indented,
    NewPage,
    Space,
    Whole,
    WithTail,
)
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.paragraph import Bookmark
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.minutes import (
    MinutesPaper,
    PaperAppendix,
    PaperItem,
    PaperList,
    PaperMatter,
    SignatureBlock,
)
from bmahr_desktop.thai.digits import in_style

_GAP = 0.35 * CM
_SIGNATURE_HEIGHT = 1.4 * CM
"""Room to sign by hand."""


def set_minutes(minutes: MinutesPaper, went_on: Callable[[int], None] | None = None) -> SetPaper:
    """Set the minutes in type.

    Args:
        minutes: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
        BadPictureError: If a picture cannot be read.
    """
    imprint = Imprint(
        form=minutes.form,
        title=minutes.title,
        author=minutes.author,
        secrecy=minutes.secrecy,
        names=minutes.names,
        offices=minutes.offices,
        changed=minutes.changed,
    )
    setter = setter_of(imprint, styles_of(minutes.form))
    return printed(list(_blocks(minutes, setter)), imprint, setter, went_on, draft=minutes.draft)


def _blocks(minutes: MinutesPaper, setter: BodySetter) -> Iterator[Block]:
    yield from _title(minutes, setter)
    for people in minutes.lists:
        yield from _people(people, setter)
    styles = setter.styles
    yield Space(6)
    body: list[Block] = [setter.line(minutes.opening, styles.heading("P"), bold=True)]
    for item in minutes.items:
        body += item_blocks(item, setter)
    closing = [setter.line(minutes.closing, styles.heading("P"), bold=True)]
    tail = Whole([*closing, *_signatures(minutes.signatures, setter)])
    # A page never holds the closing and the signatures alone (standards A14).
    last = body.pop()
    yield from body
    yield WithTail(last, tail)
    for appendix in minutes.appendices:
        yield from _appendix(appendix, setter)


def _title(minutes: MinutesPaper, setter: BodySetter) -> Iterator[Block]:
    for number, line in enumerate(minutes.heading):
        style = setter.styles.centred("P" if number else "H1")
        yield setter.line(line, style, bold=True)
    yield Space(8)


def _people(people: PaperList, setter: BodySetter) -> Iterator[Block]:
    yield setter.line(people.heading, setter.styles.heading("H2"), bold=True)
    yield setter.people(people, setter.styles.width)


def item_blocks(item: PaperItem, setter: BodySetter) -> Iterator[Block]:
    """Yield an item of the agenda with its matters."""
    styles = setter.styles
    title = in_style(f"{item.label}  {item.title.text}", styles.digits)
    mark = Bookmark(" ".join(title.split()), 0)
    style = styles.heading("H2", before=10)
    label = setter.line(item.label, style, bold=True, bookmark=mark)
    width = max(styles.column, label.text.widths[-1] + _GAP)
    yield Beside(label, setter.paragraph(item.title, style, bold=True), width)
    for matter in item.matters:
        yield from _matter(matter, setter)


def _matter(matter: PaperMatter, setter: BodySetter) -> Iterator[Block]:
    styles = setter.styles
    if matter.title:
        words = f"{matter.title.label} {matter.title.text}".strip()
        mark = Bookmark(in_style(" ".join(words.split()), styles.digits), 1)
        heading = styles.heading("H3", left=styles.column)
        yield setter.paragraph(matter.title, heading, bold=True, bookmark=mark)
    for section in matter.sections:
        yield from setter.section(section.heading, section.blocks)
    if matter.resolution_label:
        yield setter.line(matter.resolution_label, styles.heading("H4"), bold=True)
    yield from setter.body(matter.resolutions)


def _signatures(signatures: tuple[SignatureBlock, ...], setter: BodySetter) -> Iterator[Block]:
    """Yield the signature blocks, centred on the right half of the page."""
    half = setter.styles.width / 2
    style = setter.styles.centred()
    for signature in signatures:
        yield Space(_SIGNATURE_HEIGHT)
        for at, line in enumerate((f"({signature.name})", *signature.lines)):
            key = signature.key if at == 0 else None
            yield Indented(setter.line(line, style, key=key), half)


def _appendix(appendix: PaperAppendix, setter: BodySetter) -> Iterator[Block]:
    yield NewPage()
    mark = Bookmark(in_style(appendix.title.text, setter.styles.digits), 0)
    centred = setter.styles.centred("H2")
    yield setter.paragraph(appendix.title, centred, bold=True, bookmark=mark)
    yield Space(8)
    yield from setter.body(appendix.blocks)
