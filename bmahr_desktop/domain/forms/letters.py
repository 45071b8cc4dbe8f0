"""Forms that are letters: a memo or an external letter, with the form's sections as its text."""

from collections.abc import Sequence

from bmahr_desktop.domain.forms.definition import FormLayout
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.paper import (
    FormBlock,
    FormLetter,
    FormPart,
    FormSignatures,
)
from bmahr_desktop.domain.forms.scope import Scope
from bmahr_desktop.domain.forms.signing import signer_of
from bmahr_desktop.domain.forms.templates import Template
from bmahr_desktop.domain.forms.wording import Wording
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.letter_paper import NOTHING, LetterPaper, listed
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.minutes import (
    PaperParagraph,
    SignatureBlock,
)


def compose_letter(
    scope: Scope, wording: Wording, parts: Sequence[FormPart], imprint: Imprint
) -> FormLetter:
    """Compose a letter.

    Args:
        scope: The form with what it is filled with.
        wording: What fills its wordings.
        parts: Its sections: the text up to the first signature, and what follows it.
        imprint: What the paper has besides its words.
    """
    text, after = _at_signature(parts)
    said = _Said(scope, wording)
    own, digits = scope.definition.letter, scope.definition.digits
    memo = scope.definition.layout is FormLayout.MEMO
    letter = LetterPaper(
        kind=LetterKind.MEMO if memo else LetterKind.EXTERNAL,
        office=said.line(own.office),
        number=said.line(own.number, dotted=not memo),
        date=said.line(own.date, dotted=not memo),
        subject=said.line(own.subject, dotted=not memo),
        to=said.line(own.to, dotted=True),
        body=(),
        signature=_signature(scope, wording),
        imprint=imprint,
        address=said.lines(own.address),
        references=listed(said.lines(own.references), digits),
        enclosures=listed(said.lines(own.enclosures), digits),
        closing="" if memo else said.line(own.closing).text,
        contact=said.lines(own.contact),
        urgency=said.line(own.urgency).text,
    )
    return FormLetter(letter, FormPart(tuple(text)), FormPart(tuple(after)))


class _Said:
    """The lines around the text of a letter."""

    def __init__(self, scope: Scope, wording: Wording) -> None:
        self._scope, self._wording = scope, wording

    def line(self, template: Template | None, *, dotted: bool = False) -> PaperParagraph:
        """Return a line; nothing where nothing is known for it, so that its room stays free.

        Args:
            template: Its wording.
            dotted: Whether a blank form has dots there.
        """
        if template is None:
            return NOTHING
        if dotted and self._scope.blank:
            return self._wording.said(template, self._scope)
        values = [self._scope.value(one.name) for one in template.places()]
        if values and not any(value.known for value in values):
            return NOTHING
        return self._wording.said(template, self._scope)

    def lines(self, templates: Sequence[Template]) -> tuple[PaperParagraph, ...]:
        """Return lines without those of which nothing is known; a text may give several."""
        made: list[PaperParagraph] = []
        for template in templates:
            if self.line(template) is not NOTHING:
                blocks = self._wording.filled(template, self._scope)
                made += [one for one in blocks if isinstance(one, PaperParagraph) and one.text]
        return tuple(made)


def _at_signature(parts: Sequence[FormPart]) -> tuple[list[FormBlock], list[FormBlock]]:
    """Part a letter at its first signature, which is in neither part."""
    before: list[FormBlock] = []
    after: list[FormBlock] = []
    signed = False
    for block in (one for part in parts for one in part.blocks):
        if isinstance(block, FormSignatures) and not signed:
            signed = True
        else:
            (after if signed else before).append(block)
    return before, after


def _signature(scope: Scope, wording: Wording) -> SignatureBlock:
    """Return who signs: the name, and the lines below it."""
    field = next(
        (one for one in scope.definition.fields() if one.kind is FieldKind.SIGNATURE), None
    )
    if field is None or field.signing is None:
        return SignatureBlock("", ())
    signer = signer_of(field, scope)
    first, *others = field.signing.lines
    known = any(signer.value(one.name).known for one in first.places())
    lines = [
        one.text
        for line in others
        for one in wording.filled(line, signer)
        if isinstance(one, PaperParagraph) and one.text.strip()
    ]
    return SignatureBlock(wording.said(first, signer).text if known else "", tuple(lines))
