"""Certified extracts of minutes, set in type."""

from collections.abc import Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.letters import UNNAMED
from bmahr_desktop.documents.lines import blank_lines, head_lines
from bmahr_desktop.documents.minutes import item_blocks
from bmahr_desktop.documents.press import WentOn, printed, setter_of
from bmahr_desktop.documents.styles import CM, styles_of
from bmahr_desktop.documents.typesetting.blocks import Block, Indented, Space, Whole, WithTail
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.extract import ExtractPaper
from bmahr_desktop.domain.letter_paper import Blank, BlankLine
from bmahr_desktop.i18n import paper

BEFORE_CERTIFICATION = 14.0
"""Sets what is certified apart from what certifies it, in points."""
BEFORE_SIGNING = 0.7 * CM


def set_extract(extract: ExtractPaper, went_on: WentOn = None) -> SetPaper:
    """Set a certified extract in type.

    Args:
        extract: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
        BadPictureError: If a picture cannot be read.
    """
    setter = setter_of(extract.imprint, styles_of(extract.imprint.form))
    return printed(list(_blocks(extract, setter)), extract.imprint, setter, went_on)


def _blocks(extract: ExtractPaper, setter: BodySetter) -> Iterator[Block]:
    yield from head_lines(extract.heading, setter)
    yield setter.line(extract.which, setter.styles.centred())
    yield Space(8)
    body = [block for item in extract.items for block in item_blocks(item, setter)]
    tail = Whole(list(_certification(extract, setter)))
    yield from body[:-1]
    # A page never holds the certification and the signature alone (standards A14).
    yield WithTail(body[-1], tail) if body else tail


def _certification(extract: ExtractPaper, setter: BodySetter) -> Iterator[Block]:
    yield Space(BEFORE_CERTIFICATION)
    for one in extract.certification:
        yield setter.paragraph(one, setter.styles.body())
    yield Space(BEFORE_SIGNING)
    half = setter.styles.width / 2
    yield from _dotted(extract.signed, setter)
    style = setter.styles.centred()
    for line in name_lines(extract):
        yield Indented(setter.line(line, style), half)
    if extract.date:
        yield Indented(setter.line(extract.date, style), half)
    else:
        yield from _dotted(paper("on the date"), setter)


def _dotted(label: str, setter: BodySetter) -> Iterator[Block]:
    """Yield a label with dots behind it, in the right half of the page."""
    half = setter.styles.width / 2
    for block in blank_lines([BlankLine((Blank(label),))], setter, half):
        yield Indented(block, half)


def name_lines(extract: ExtractPaper) -> tuple[str, ...]:
    """Return the lines under the signature: the name, or dots for it, and the position."""
    signature = extract.signature
    return (f"({signature.name or UNNAMED})", *signature.lines)
