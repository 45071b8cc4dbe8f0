"""Composes a form: from a definition and what it is filled with to the paper that prints it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from bmahr_desktop.domain.committee import AgendaLayout, Justification, MinutesForm
from bmahr_desktop.domain.forms.definition import (
    Definition,
    Field,
    FormLayout,
    Section,
)
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.letters import compose_letter
from bmahr_desktop.domain.forms.paper import (
    FilledPaper,
    FormBlock,
    FormLines,
    FormPairs,
    FormPaper,
    FormPart,
    FormSignatures,
    FormText,
    Look,
    Pair,
)
from bmahr_desktop.domain.forms.scope import Material, Scope
from bmahr_desktop.domain.forms.signing import signature_lines
from bmahr_desktop.domain.forms.tables import FormTables
from bmahr_desktop.domain.forms.wording import Wording
from bmahr_desktop.domain.imprint import Imprint
from bmahr_desktop.domain.projects.project import Project
from bmahr_desktop.thai.digits import in_style

_BODY_LINES = 4
"""How many lines are left to write a body on."""


def fill_form(definition: Definition, material: Material) -> FilledPaper:
    """Compose a form as it is filled.

    Args:
        definition: The form.
        material: The records that it shows, and its own answers.
    """
    return _composed(Scope(definition, material))


def blank_form(definition: Definition) -> FilledPaper:
    """Compose a form to be filled in by hand."""
    return _composed(Scope(definition, Material(), blank=True))


def example_form(definition: Definition, example: Mapping[str, Any] | None = None) -> FilledPaper:
    """Compose a form with the invented values that its definition gives; else a blank one."""
    values = definition.example if example is None else example
    if not values:
        return blank_form(definition)
    return _composed(Scope(definition, Material(), example=values))


def _composed(scope: Scope) -> FilledPaper:
    definition = scope.definition
    parts = tuple(
        FormPart(
            tuple(FormSection(scope, section).blocks()),
            section.landscape or definition.page.landscape,
            section.new_page,
            section.together,
        )
        for section in definition.sections
        if scope.holds(section.when)
    )
    parts = tuple(chain.from_iterable(_at_page_breaks(part) for part in parts))
    imprint = imprint_of(scope)
    wording = Wording(definition.digits, scope.material.pictures)
    if definition.layout is not FormLayout.SHEET:
        return compose_letter(scope, wording, parts, imprint)
    heading = tuple(wording.said(one, scope) for one in definition.page.heading)
    return FormPaper(heading, definition.page.every_page, parts, imprint)


def _at_page_breaks(part: FormPart) -> Iterator[FormPart]:
    """Yield a part as several, each beginning a page where the form says so."""
    blocks: list[FormBlock] = []
    new_page = part.new_page
    for block in part.blocks:
        if block == _BREAK:
            if blocks:
                yield FormPart(tuple(blocks), part.landscape, new_page, part.together)
            blocks, new_page = [], True
        else:
            blocks.append(block)
    if blocks or not part.blocks:
        yield FormPart(tuple(blocks), part.landscape, new_page, part.together)


_BREAK = FormLines(0)
"""Stands where a new page begins, until the parts are cut there."""


def imprint_of(scope: Scope) -> Imprint:
    """Return what a form's paper has besides its words."""
    definition, page = scope.definition, scope.definition.page
    left, right, top, bottom = page.margins
    form = MinutesForm(
        digits=definition.digits,
        layout=AgendaLayout.INDENTED,
        justification=Justification.SPREAD if page.spread else Justification.LEFT,
        margin_left_cm=left,
        margin_right_cm=right,
        margin_top_cm=top,
        margin_bottom_cm=bottom,
        page_numbers=page.numbers,
        catch_words=page.catch_words,
    )
    project = scope.material.project
    return Imprint(
        form=form,
        title=in_style(scope.material.title or definition.title, definition.digits),
        author=project.offices[0] if project and project.offices else "",
        names=frozenset(_names(project)) if project else frozenset(),
        offices=frozenset(project.offices if project else ()),
        changed=scope.material.changed,
    )


def _names(project: Project) -> Iterator[str]:
    """Yield the names of people in a project, which no line may break."""
    yield from (one.name for one in (project.manager, project.coordinator) if one.name)
    yield from (one.name for one in project.signatories if one.name)


class FormSection:
    """Composes one section of a form."""

    def __init__(self, scope: Scope, section: Section) -> None:
        """Take what the form is filled with, and the section."""
        self._scope, self._section = scope, section
        digits = section.digits or scope.definition.digits
        self._wording = Wording(digits, scope.material.pictures)
        self._tables = FormTables(scope, self._wording)

    def blocks(self) -> Iterator[FormBlock]:
        """Yield what the section prints, from top to bottom."""
        section = self._section
        if section.title is not None:
            look = Look.TITLE if section.level == 1 else Look.SUBTITLE
            yield FormText((self._wording.said(section.title, self._scope),), look, bold=True)
        waiting: list[Field] = []
        for field in section.fields:
            if not field.printed or not self._scope.holds(field.when):
                continue
            gathers = _gathers(field)
            if waiting and (_gathers(waiting[-1]) != gathers or not gathers):
                yield from self._together(waiting)
                waiting = []
            waiting.append(field)
        if waiting:
            yield from self._together(waiting)

    def _together(self, fields: Sequence[Field]) -> Iterator[FormBlock]:
        """Yield fields that stand beside each other, or one that stands alone."""
        match _gathers(fields[0]):
            case "pairs":
                yield from self._pairs(fields)
            case "signatures":
                yield from self._signatures(fields)
            case _:
                for field in fields:
                    yield from self._alone(field)

    # ------------------------------------------------------------------ labels with values

    def _pairs(self, fields: Sequence[Field]) -> Iterator[FormBlock]:
        """Yield labels with their values in columns; a wide one begins a row of its own."""
        section = self._section
        rows: list[tuple[Pair, ...]] = []
        beside: list[Pair] = []
        for field in fields:
            if field.wide or len(beside) == section.columns:
                rows += [tuple(beside)] if beside else []
                beside = []
            if field.wide:
                rows.append((self._pair(field),))
            else:
                beside.append(self._pair(field))
        rows += [tuple(beside)] if beside else []
        level = fields[0].level
        yield FormPairs(tuple(rows), section.columns, section.label_width, level)

    def _pair(self, field: Field) -> Pair:
        value = self._wording.blocks(field, self._scope, self._scope.of(field))
        label = self._wording.line(field.label + self._section.between)
        return Pair(label, value, max(field.lines, 1))

    # ------------------------------------------------------------------ the others

    def _alone(self, field: Field) -> Iterator[FormBlock]:
        match field.kind:
            case FieldKind.PAGE_BREAK:
                yield _BREAK
            case FieldKind.TABLE:
                if field.label:
                    yield FormText((self._wording.line(field.label),), Look.SUBTITLE, bold=True)
                yield from self._tables.printed(field)
            case FieldKind.HEADING:
                words = self._wording.said(field.text, self._scope)
                yield FormText((words,), Look.SUBTITLE, True, field.align, field.level)
            case FieldKind.WORDS if field.text is not None:
                words_ = self._wording.filled(field.text, self._scope)
                look = Look.TEXT if field.align is None else Look.FLUSH
                yield FormText(words_, look, field.bold, field.align, field.level)
            case _:
                yield from self._value(field)

    def _value(self, field: Field) -> Iterator[FormBlock]:
        """Yield a value that takes the whole width, below its label."""
        if field.label:
            label = self._wording.line(field.label)
            yield FormText((label,), Look.SUBTITLE, bold=True, level=field.level)
        known = self._scope.of(field)
        value = self._wording.blocks(field, self._scope, known)
        if value and (known.known or not field.by_hand):
            look = Look.TEXT if field.align is None else Look.FLUSH
            yield FormText(value, look, field.bold, field.align, field.level)
        elif self._scope.blank or field.by_hand:
            usual = _BODY_LINES if field.kind is FieldKind.BODY else 1
            yield FormLines(field.lines or usual, field.level)

    def _signatures(self, fields: Sequence[Field]) -> Iterator[FormBlock]:
        """Yield signatures, those beside each other in one block."""
        groups: list[list[Field]] = []
        for field in fields:
            if groups and field.signing and field.signing.beside:
                groups[-1].append(field)
            else:
                groups.append([field])
        for group in groups:
            lines = (signature_lines(one, self._scope, self._wording) for one in group)
            yield FormSignatures(tuple(lines))


def _gathers(field: Field) -> str:
    """Return with what kind of others a field stands together; "" for alone."""
    if field.kind is FieldKind.SIGNATURE:
        return "signatures"
    alone = (FieldKind.TABLE, FieldKind.HEADING, FieldKind.WORDS, FieldKind.PAGE_BREAK)
    if field.kind in alone or field.kind is FieldKind.BODY or not field.label:
        return ""
    return "pairs"
