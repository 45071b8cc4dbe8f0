"""From a form as plain values to its pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.form_sheets.parts import FormSetter
from bmahr_desktop.documents.form_sheets.running_head import RunningHead
from bmahr_desktop.documents.form_sheets.stacks import Together
from bmahr_desktop.documents.letters import letter_blocks
from bmahr_desktop.documents.press import (
    WentOn,
    lying,
    office_styles,
    printed,
    setter_of,
)
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import Block, NewPage, Space, WithTail
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.filling import NewSheet, TooTallError
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.paper import FilledPaper, FormLetter, FormPaper, FormPart
from bmahr_desktop.i18n import msg

_INDENT = 1.25 * CM
"""Of the first lines of a form's text."""
_BEFORE_ORDERS = 0.8 * CM


def set_form(paper: FilledPaper, crest: bytes | None = None, went_on: WentOn = None) -> SetPaper:
    """Set a form in type.

    Args:
        paper: The form, filled or blank.
        crest: The file of the office's picture of the Garuda, for letters.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If something in it cannot stand on a page.
        BadPictureError: If a picture cannot be read.
    """
    try:
        if isinstance(paper, FormLetter):
            return _set_letter(paper, crest, went_on)
        return _set_sheet(paper, went_on)
    except TooTallError as error:
        raise Refused(
            msg("Something in the form is taller than a page. Make its columns wider.")
        ) from error


def _set_letter(paper: FormLetter, crest: bytes | None, went_on: WentOn) -> SetPaper:
    imprint = paper.letter.imprint
    setter = setter_of(imprint, office_styles(imprint.form))
    *head, tail = letter_blocks(paper.letter, setter, crest)
    forms = FormSetter(setter)
    text = forms.part(paper.text)
    # A page never holds the closing and the signature alone (standards A14).
    blocks = [*head, *text[:-1], WithTail(text[-1], tail) if text else tail]
    if paper.after.blocks:
        blocks += [Space(_BEFORE_ORDERS), Together(forms.part(paper.after))]
    return printed(blocks, imprint, setter, went_on)


def _set_sheet(paper: FormPaper, went_on: WentOn) -> SetPaper:
    imprint = paper.imprint
    styles = replace(office_styles(imprint.form), indent=_INDENT)
    head = None
    lines = _heading(paper, setter_of(imprint, styles))
    if lines and paper.every_page:
        head = RunningHead(lines, styles)
        sheet = replace(styles.sheet, top=styles.sheet.top + head.height)
        styles = replace(styles, sheet=sheet)
    starts_lying = bool(paper.parts) and paper.parts[0].landscape
    upright, turned = styles, lying(styles)
    first = turned if starts_lying else upright
    setter = setter_of(imprint, first)
    blocks: list[Block] = [head.first()] if head else [*lines, *([Space(6)] if lines else [])]
    for part, turns in _with_turns(paper.parts):
        own = turned if part.landscape else upright
        if turns:
            blocks.append(NewSheet(own.sheet.size, own.sheet.frame))
        elif part.new_page:
            blocks.append(NewPage())
        blocks += FormSetter(setter_of(imprint, own)).part(part)
    around = head.around if head else None
    return printed(blocks, imprint, setter, went_on, around=around)


def _with_turns(parts: Sequence[FormPart]) -> Iterator[tuple[FormPart, bool]]:
    """Yield the parts, and whether the paper is turned before each."""
    before = parts[0].landscape if parts else False
    for part in parts:
        yield part, part.landscape is not before
        before = part.landscape


def _heading(paper: FormPaper, setter: BodySetter) -> list[Block]:
    return [
        setter.paragraph(line, setter.styles.centred("P" if number else "H1"), bold=True)
        for number, line in enumerate(paper.heading)
    ]
