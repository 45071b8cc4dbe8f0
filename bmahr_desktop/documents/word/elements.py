"""The elements that Word files are made of, their properties in the order that Word asks for."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

Element = Any
"""An element of lxml, which has no types."""

TWIPS = 20
"""Word measures lengths in twentieths of a point,"""
_HALVES = 2
"""and the size of letters in half points."""
RED = "CC0000"

_XML_SPACE = qn("xml:space")
# XML 1.0 cannot hold these, not even escaped; and an order to write from right to left would show
# the text of a paper backwards, which the PDF does not do either.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\r\x0e-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
_THAI = re.compile("[ก-๛]")
_PIECES = re.compile("(\n)")


def make(tag: str, *children: Element, **attributes: object) -> Element:
    """Return an element of Word's vocabulary.

    Args:
        tag: Without a prefix, "p".
        children: What stands in it; None is left out.
        attributes: Of Word's vocabulary, too.
    """
    element: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(child for child in children if child is not None)
    return element


def fit(text: str) -> str:
    """Return a text without the characters that a Word file cannot hold."""
    return _UNFIT.sub("", text)


def twips(points: float) -> int:
    """Return a length in points as Word counts it."""
    return round(points * TWIPS)


# ---------------------------------------------------------------- letters


@dataclass(frozen=True)
class Letters:
    """How the letters of a run look.

    Attributes:
        size: In points as the font sees them; the style's own when None.
        color: Six hexadecimal digits; black when empty.
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float | None = None
    color: str = ""


UPRIGHT = Letters()


def run(text: str, letters: Letters = UPRIGHT) -> Element:
    """Return a text in one style as a run; a line feed ends the line, a tab is a space."""
    text = fit(text).replace("\t", " ")
    element = make("r", deepcopy(_properties(letters, thai=_THAI.search(text) is not None)))
    for piece in _PIECES.split(text):
        if piece == "\n":
            element.append(make("br"))
        elif piece:
            written = make("t")
            written.text = piece
            written.set(_XML_SPACE, "preserve")
            element.append(written)
    return element


def tab(letters: Letters = UPRIGHT) -> Element:
    """Return a run with a tab."""
    return make("r", deepcopy(_properties(letters, thai=False)), make("tab"))


def field(instruction: str) -> Iterator[Element]:
    """Yield the runs of a field that Word fills in."""
    yield make("r", make("fldChar", fldCharType="begin"))
    code = make("instrText")
    code.text = f" {instruction} "
    code.set(_XML_SPACE, "preserve")
    yield make("r", code)
    yield make("r", make("fldChar", fldCharType="separate"))
    yield make("r", make("t"))
    yield make("r", make("fldChar", fldCharType="end"))


def letters_of(letters: Letters) -> list[Element]:
    """Return the properties of letters, each for Latin and, again, for Thai ("cs")."""
    found = []
    for name, wanted in (("b", letters.bold), ("i", letters.italic)):
        if wanted:
            found += [make(name), make(f"{name}Cs")]
    if letters.color:
        found.append(make("color", val=letters.color))
    if letters.size is not None:
        halves = round(letters.size * _HALVES)
        found += [make("sz", val=halves), make("szCs", val=halves)]
    if letters.underline:
        found.append(make("u", val="single"))
    return found


@lru_cache(maxsize=256)
def _properties(letters: Letters, *, thai: bool) -> Element:
    """Return the properties of a run; "cs" tells Word that the script is a complex one."""
    found = letters_of(letters)
    return make("rPr", *found, make("cs") if thai else None) if found or thai else None


# ---------------------------------------------------------------- paragraphs


@dataclass(frozen=True)
class Tab:
    """A tab stop.

    Attributes:
        at: In points from the margin.
        kind: "left", "center" or "right".
        leader: "none" or "dot": what fills the way there.
    """

    at: float
    kind: str = "left"
    leader: str = "none"


@dataclass(frozen=True)
class Shape:
    """How a paragraph differs from its style; lengths in points, None for the style's own.

    Attributes:
        left, right: Indents of all lines.
        first: The indent of the first line, from where the others begin; negative to hang.
        before, after: Space above and below.
        line: The distance of lines, exactly.
        align: "left", "center", "right", "both" or "thaiDistribute".
        keep_with_next: Whether a page may not end behind it.
        keep_whole: Whether it is never parted.
        new_page: Whether it begins a page.
        number: The list and the level in it that Word counts it in.
    """

    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    align: str = ""
    keep_with_next: bool = False
    keep_whole: bool = False
    new_page: bool = False
    tabs: tuple[Tab, ...] = ()
    number: tuple[int, int] | None = None


PLAIN = Shape()


def paragraph(runs: Sequence[Element], style: str, shape: Shape = PLAIN) -> Element:
    """Return a paragraph.

    Args:
        runs: What stands in it.
        style: The id of its style.
        shape: How it differs from that.
    """
    name = make("pStyle", val=style) if style != "Normal" else None
    properties = make("pPr", name, *shape_of(shape))
    return make("p", properties if len(properties) else None, *runs)


def shape_of(shape: Shape, spacing: Element = None) -> Iterator[Element]:
    """Yield the properties of a paragraph, in the order that Word asks for.

    Args:
        shape: What they are.
        spacing: Lines and the space around, when they are more than the shape says.
    """
    wanted = (
        ("keepNext", shape.keep_with_next),
        ("keepLines", shape.keep_whole),
        ("pageBreakBefore", shape.new_page),
    )
    yield from (make(name) for name, so in wanted if so)
    if shape.number:
        number, level = shape.number
        yield make("numPr", make("ilvl", val=level), make("numId", val=number))
    if shape.tabs:
        stops = (
            make("tab", val=stop.kind, leader=stop.leader, pos=twips(stop.at))
            for stop in shape.tabs
        )
        yield make("tabs", *stops)
    if spacing is not None:
        yield spacing
    elif lengths := _lengths(before=shape.before, after=shape.after, line=shape.line):
        rule = {"lineRule": "exact"} if "line" in lengths else {}
        yield make("spacing", **lengths, **rule)
    hanging = shape.first is not None and shape.first < 0
    first = {"hanging": -(shape.first or 0)} if hanging else {"firstLine": shape.first}
    if indents := _lengths(left=shape.left, right=shape.right, **first):
        yield make("ind", **indents)
    if shape.align:
        yield make("jc", val=shape.align)


def _lengths(**lengths: float | None) -> dict[str, int]:
    return {name: twips(points) for name, points in lengths.items() if points is not None}


def keep_with_next(element: Element) -> None:
    """Let no page end behind a paragraph, or behind the last row of a table."""
    if element.tag == qn("w:tbl"):
        for below in element.findall(f".//{qn('w:tr')}[last()]//{qn('w:p')}"):
            keep_with_next(below)
        return
    properties = element.get_or_add_pPr()
    if properties.find(qn("w:keepNext")) is None:
        named = properties.find(qn("w:pStyle"))
        properties.insert(0 if named is None else 1, make("keepNext"))


def keep_end_with_next(elements: Sequence[Element]) -> None:
    """Let no page end behind some elements, though a gap behind a table be the last of them."""
    for element in elements[-1:]:
        keep_with_next(element)
    for element in elements[-2:-1]:
        if element.tag == qn("w:tbl"):
            keep_with_next(element)
