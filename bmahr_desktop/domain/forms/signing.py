"""Signatures of a form."""

from bmahr_desktop.domain.forms.definition import Field, TableParts
from bmahr_desktop.domain.forms.evaluating import Lookup
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.names import NamesInTable
from bmahr_desktop.domain.forms.scope import RowScope, Scope
from bmahr_desktop.domain.forms.wording import Wording
from bmahr_desktop.domain.minutes import PaperParagraph


def signature_lines(field: Field, scope: Scope, wording: Wording) -> tuple[PaperParagraph, ...]:
    """Return the lines of a signature, from the one to sign on down; empty ones fall away."""
    if field.signing is None:
        return ()
    signer = signer_of(field, scope)
    made: list[PaperParagraph] = []
    for line in field.signing.lines:
        blocks = wording.filled(line, signer)
        made += [one for one in blocks if isinstance(one, PaperParagraph) and one.text.strip()]
    return tuple(made)


def signer_of(field: Field, scope: Scope) -> Lookup:
    """Return what is known of who signs: the one of the role, or somebody of that role unnamed."""
    signing = field.signing
    if signing is None or not signing.rows:
        return scope
    table = Field(FieldKind.TABLE, table=TableParts(rows=signing.rows))
    found = () if scope.blank else scope.rows(table)
    for row in found:
        if row.value("role").data == signing.role:
            return row
    names = NamesInTable(scope.names, TableParts(rows=signing.rows))
    return RowScope(scope, names, {"role": signing.role}, 1, None)
