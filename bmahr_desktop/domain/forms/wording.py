"""Wordings of a form as paragraphs: places filled, or left to be written by hand."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.forms.bodies import body_blocks, in_digits
from bmahr_desktop.domain.forms.definition import Shown
from bmahr_desktop.domain.forms.evaluating import Lookup
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.templates import DOTS, Option, Part, Place, Template
from bmahr_desktop.domain.forms.values import Value, boxes, written
from bmahr_desktop.domain.minutes import PaperBlock, PaperParagraph
from bmahr_desktop.thai.digits import DigitStyle, in_style

_USUAL_DOTS: Mapping[FieldKind, int] = {
    FieldKind.NUMBER: 12,
    FieldKind.PERCENT: 12,
    FieldKind.MONEY: 20,
    FieldKind.DATE: 30,
    FieldKind.CHOICE: 24,
    FieldKind.BODY: 160,
}
_DOTS, _MOST_DOTS = 40, 200
_DOT = "."


class Wording:
    """Fills the wordings of one section of a form."""

    def __init__(self, digits: DigitStyle, pictures: Mapping[str, bytes]) -> None:
        """Take the style of digits, and the files of pictures in bodies."""
        self.digits, self._pictures = digits, pictures

    # ------------------------------------------------------------------ values

    def blocks(self, shown: Shown, scope: Lookup, value: Value) -> tuple[PaperBlock, ...]:
        """Return a value as paragraphs; what is not known as such."""
        if shown.text is not None and (value.known or scope.blank):
            alone = len(shown.text.parts) == 1 and isinstance(shown.text.parts[0], Place)
            return () if scope.blank and alone else self.filled(shown.text, scope)
        if not value.known:
            boxed = value.choices and (scope.blank or shown.style == "boxes")
            if not boxed:
                return self._no(shown, scope)
            return tuple(self.line(one) for one in boxes(value.choices).split("\n"))
        if value.kind is FieldKind.BODY:
            return tuple(body_blocks(value.data, self.digits, self._pictures, value.key))
        words = written(value, shown.style, self.digits, scope.definition.dates)
        offset, made = 0, []
        for line in words.split("\n"):
            made.append(replace(self.line(line), key=value.key, offset=offset))
            offset += len(line) + 1
        return tuple(made)

    def _no(self, shown: Shown, scope: Lookup) -> tuple[PaperBlock, ...]:
        """Return what stands where nothing is known."""
        words = scope.definition.unknown if shown.unknown is None else shown.unknown
        return () if scope.blank or not words else (self.line(words),)

    def line(self, text: str) -> PaperParagraph:
        """Return a text as a paragraph, its digits in the form's style."""
        runs = (TextRun(text=text),) if text else ()
        return in_digits(PaperParagraph(runs), self.digits)

    # ------------------------------------------------------------------ wordings

    def said(self, template: Template | None, scope: Lookup) -> PaperParagraph:
        """Return a wording as one paragraph."""
        paragraphs = [
            one
            for one in (self.filled(template, scope) if template else ())
            if isinstance(one, PaperParagraph)
        ]
        if len(paragraphs) < 2:
            return paragraphs[0] if paragraphs else PaperParagraph(())
        runs = [one.runs for one in paragraphs]
        space = (TextRun(text=" "),)
        return PaperParagraph(sum((space + one for one in runs[1:]), runs[0]))

    def filled(self, template: Template, scope: Lookup) -> tuple[PaperBlock, ...]:
        """Return a wording as paragraphs.

        A line feed begins a new one. A body begins on the line where it stands, and what follows
        it goes on behind its last paragraph.
        """
        made: list[PaperBlock] = [PaperParagraph(())]
        for part in self._known_parts(template, scope):
            if isinstance(part, str):
                first, *others = part.split("\n")
                _go_on(made, self._runs(first))
                made += [PaperParagraph(self._runs(one)) for one in others]
            else:
                self._put(part, scope, made)
        return tuple(made)

    def _known_parts(self, template: Template, scope: Lookup) -> Iterator[str | Place]:
        """Yield the parts of a wording without the options of which nothing is known."""
        for part in template.parts:
            if not isinstance(part, Option):
                yield part
            elif scope.blank or all(_is_known(one, scope) for one in part.parts):
                yield from part.parts

    def _put(self, place: Place, scope: Lookup, made: list[PaperBlock]) -> None:
        value = Value(FieldKind.TEXT) if place.name == DOTS else scope.value(place.name)
        if not value.known or place.name == DOTS:
            _go_on(made, self._runs(self._missing(place, value, scope)))
        elif value.kind is FieldKind.BODY:
            first, *others = body_blocks(value.data, self.digits, self._pictures, value.key)
            if isinstance(first, PaperParagraph):
                label = self._runs(f"{first.label} ") if first.label else ()
                _go_on(made, (*label, *first.runs))
            else:
                made.append(first)
            made += others
        else:
            text = written(value, place.style, self.digits, scope.definition.dates)
            first_line, *more = text.split("\n")
            _go_on(made, self._runs(first_line))
            made += [PaperParagraph(self._runs(one)) for one in more]

    def _missing(self, place: Place, value: Value, scope: Lookup) -> str:
        """Return dots to write on, or what the form says where nothing is known."""
        if place.name == DOTS:
            wanted = int(place.style) if place.style.isdecimal() else _DOTS
            return _DOT * min(wanted, _MOST_DOTS)
        named = scope.named(place.name)
        shown = named.shown if named else None
        if scope.blank:
            usual = _USUAL_DOTS.get(value.kind, _DOTS)
            return _DOT * min((shown.dots if shown else 0) or usual, _MOST_DOTS)
        if shown is not None and shown.unknown is not None:
            return shown.unknown
        return scope.definition.unknown

    def _runs(self, text: str) -> tuple[TextRun, ...]:
        style = self.digits
        return (TextRun(text=in_style(text, style), keep_digits=True),) if text else ()


def _is_known(part: Part, scope: Lookup) -> bool:
    return not isinstance(part, Place) or scope.value(part.name).known


def _go_on(made: list[PaperBlock], runs: tuple[TextRun, ...]) -> None:
    """Add runs to the last paragraph; behind a table or a picture begins a new one."""
    last = made[-1]
    if isinstance(last, PaperParagraph):
        made[-1] = replace(last, runs=(*last.runs, *runs), key=None)
    elif runs:
        made.append(PaperParagraph(runs))
