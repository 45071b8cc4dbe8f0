"""The slip with which somebody who is invited answers, set in type."""

from collections.abc import Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.lines import blank_lines, head_lines
from bmahr_desktop.documents.press import WentOn, office_styles, printed, setter_of
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import Block, Indented, Space
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.letter_paper import ReplySlip

_SIGNING = 0.5
"""The part of the width that is signed on."""


def set_reply_slip(slip: ReplySlip, went_on: WentOn = None) -> SetPaper:
    """Set a reply slip in type.

    Args:
        slip: The slip.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    setter = setter_of(slip.imprint, office_styles(slip.imprint.form))
    return printed(list(_blocks(slip, setter)), slip.imprint, setter, went_on)


def _blocks(slip: ReplySlip, setter: BodySetter) -> Iterator[Block]:
    yield from head_lines(slip.heading, setter)
    yield Space(0.6 * CM)
    yield from blank_lines(slip.lines, setter, setter.styles.width)
    yield Space(1.2 * CM)
    width = setter.styles.width * _SIGNING
    for block in blank_lines(slip.signing, setter, width):
        yield Indented(block, setter.styles.width - width)
    yield Space(0.8 * CM)
    for one in slip.note:
        yield setter.paragraph(one, setter.styles.body())
