"""Lines that several papers have alike: at the head, behind a label, to be filled in."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import Beside, Block, Indented
from bmahr_desktop.documents.typesetting.leaders import Leader
from bmahr_desktop.documents.typesetting.paragraph import ParagraphStyle
from bmahr_desktop.domain.letter_paper import NOTHING, Blank, BlankLine
from bmahr_desktop.domain.minutes import PaperParagraph

GAP = 0.35 * CM
"""Between a label and its text: two spaces wide."""

_HAND_LEADING = 28.0
"""From line to line, so that there is room to write by hand."""
_STEP = 1.25 * CM
_APART = 6.0


def head_lines(lines: Sequence[str], setter: BodySetter) -> Iterator[Block]:
    """Yield the lines at the head of a paper, centred and bold."""
    for number, line in enumerate(lines):
        yield setter.line(line, setter.styles.centred("P" if number else "H1"), bold=True)


def hanging(
    label: str,
    lines: Sequence[PaperParagraph],
    setter: BodySetter,
    style: ParagraphStyle | None = None,
) -> Iterator[Block]:
    """Yield lines behind a label, all of them beginning where the first one does.

    Args:
        label: Before the first of them.
        lines: At least one.
        setter: With the styles of the paper.
        style: Of the label and the first line; the others stand close below.
    """
    style = style or setter.styles.base
    head = setter.line(label, style)
    at = behind_width(label, setter, style)
    column = max((_width(one.label, setter) for one in lines), default=0.0)
    yield Beside(head, _numbered(lines[0], setter, style, column), at)
    for one in lines[1:]:
        yield Indented(_numbered(one, setter, replace(style, before=0), column), at)


def behind_label(
    line: PaperParagraph, setter: BodySetter, style: ParagraphStyle
) -> Iterator[Block]:
    """Yield a line with its label, if it has one, in a column of its own."""
    words = replace(line, label="")
    if line.label:
        yield from hanging(line.label, (words,), setter, style)
    else:
        yield setter.paragraph(words, style)


def behind_width(label: str, setter: BodySetter, style: ParagraphStyle) -> float:
    """Return how far in a text behind a label begins, in points; 0 without a label."""
    return setter.line(label, style).text.widths[-1] + GAP if label else 0.0


def _numbered(
    line: PaperParagraph, setter: BodySetter, style: ParagraphStyle, column: float
) -> Block:
    """Return a line with its number in a column of its own, if it has one."""
    words = setter.paragraph(replace(line, label=""), style)
    return Beside(setter.line(line.label, style), words, column) if line.label else words


def _width(label: str, setter: BodySetter) -> float:
    line = setter.line(label, setter.styles.base)
    return line.text.widths[-1] + GAP / 2 if label else 0.0


# ---------------------------------------------------------------- to be filled in


def blank_lines(lines: Sequence[BlankLine], setter: BodySetter, width: float) -> Iterator[Block]:
    """Yield lines to be filled in by hand.

    Args:
        lines: The lines.
        setter: With the styles of the paper.
        width: Of the whole, in points.
    """
    for line in lines:
        left = _STEP * line.level
        yield Indented(_row(line.blanks, setter, width - left), left)


def _row(blanks: Sequence[Blank], setter: BodySetter, width: float) -> Block:
    first, *others = blanks
    block = _blank(first, setter)
    if not others:
        return block
    at = width * first.part
    return Beside(Indented(block, 0, _APART), _row(others, setter, width - at), at)


def _blank(blank: Blank, setter: BodySetter) -> Block:
    style = replace(setter.styles.base, leading=_HAND_LEADING)
    label = setter.line(blank.label, style)
    if not blank.dots:
        return label
    after = setter.line(blank.after, style) if blank.after else None
    return Leader(label, setter.paragraph(NOTHING, style), after=after)
