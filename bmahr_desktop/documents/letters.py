"""Letters, set in type: บันทึกข้อความ and หนังสือภายนอก (standards B 2-5, C)."""

from collections.abc import Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.letter_head import LetterHead
from bmahr_desktop.documents.press import WentOn, office_styles, printed, setter_of
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import (
    AtFoot,
    Block,
    Indented,
    Space,
    Whole,
    WithTail,
)
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.domain.letter_paper import LetterPaper
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.minutes import SignatureBlock

_SIGNATURE_HEIGHT = 1.4 * CM
"""Room to sign by hand."""
BEFORE_CLOSING = 12
_BEFORE_CONTACT = 6
UNNAMED = "." * 45
"""Where a name is to be written by hand."""


def set_letter(letter: LetterPaper, crest: bytes | None = None, went_on: WentOn = None) -> SetPaper:
    """Set a letter in type.

    Args:
        letter: The letter.
        crest: The file of the office's picture of the Garuda; None leaves its room free.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
        BadPictureError: If the crest cannot be read.
    """
    setter = setter_of(letter.imprint, office_styles(letter.imprint.form))
    return printed(list(letter_blocks(letter, setter, crest)), letter.imprint, setter, went_on)


def letter_blocks(
    letter: LetterPaper, setter: BodySetter, crest: bytes | None = None
) -> Iterator[Block]:
    """Yield a letter as blocks, so that a longer paper can begin with it."""
    if letter.contact:
        lines = [setter.paragraph(one, setter.styles.base) for one in letter.contact]
        yield AtFoot(Whole(lines), _BEFORE_CONTACT)
    head = LetterHead(letter, setter, crest)
    if letter.kind is LetterKind.MEMO:
        yield from head.memo()
    else:
        yield from head.external()
    yield Space(6)
    body = list(setter.body(letter.body))
    tail = Whole(list(_ending(letter, setter)))
    yield from body[:-1]
    # A page never holds the closing and the signature alone (standards A14).
    yield WithTail(body[-1], tail) if body else tail


def _ending(letter: LetterPaper, setter: BodySetter) -> Iterator[Block]:
    """Yield the closing and the signature, centred on the right half."""
    half = setter.styles.width / 2
    if letter.closing:
        yield Space(BEFORE_CLOSING)
        yield Indented(setter.line(letter.closing, setter.styles.centred()), half)
    yield from signature_blocks(letter.signature, setter)


def signature_blocks(signature: SignatureBlock, setter: BodySetter) -> Iterator[Block]:
    """Yield room to sign and the name below, centred on the right half of the page."""
    half = setter.styles.width / 2
    style = setter.styles.centred()
    yield Space(_SIGNATURE_HEIGHT)
    for line in (f"({signature.name or UNNAMED})", *signature.lines):
        yield Indented(setter.line(line, style), half)
