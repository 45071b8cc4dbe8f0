"""How styles and paragraphs of a Word file make words look, as far as it tells what they are."""

from dataclasses import dataclass, replace
from typing import Any

from docx.oxml.ns import qn

Element = Any
_OFF = frozenset(("0", "false", "off", "none"))
_DEEPEST = 20
_TITLES = frozenset(("title", "subtitle"))


@dataclass(frozen=True)
class Look:
    """How the words of a style look, and what its paragraphs are.

    Attributes:
        outline: The level of a heading from 1; -1 for a title; 0 for text.
        number: The list that its paragraphs are counted in, and the level from 0.
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    hidden: bool = False
    centred: bool = False
    new_page: bool = False
    caption: bool = False
    outline: int = 0
    number: tuple[str, int] | None = None

    def with_letters(self, properties: Element | None) -> "Look":
        """Return the look that the properties of a run make of it.

        Thai is bold or slanted by the properties of complex scripts; either counts.
        """
        if properties is None:
            return self
        return replace(
            self,
            bold=_either(properties, ("w:b", "w:bCs"), self.bold),
            italic=_either(properties, ("w:i", "w:iCs"), self.italic),
            underline=_either(properties, ("w:u",), self.underline),
            hidden=_either(properties, ("w:vanish",), self.hidden),
        )

    def with_shape(self, properties: Element | None) -> "Look":
        """Return the look that the properties of a paragraph make of it."""
        if properties is None:
            return self
        look = self
        align = _val(properties, "w:jc")
        if align:
            look = replace(look, centred=align == "center")
        level = _val(properties, "w:outlineLvl")
        if level.isdecimal():
            look = replace(look, outline=int(level) + 1 if int(level) < 9 else 0)
        counted = properties.find(qn("w:numPr"))
        if counted is not None:
            inherited = look.number or ("", 0)
            number = _val(counted, "w:numId") or inherited[0]
            at = _val(counted, "w:ilvl")
            place = min(int(at), 8) if at.isdecimal() else inherited[1]
            look = replace(look, number=None if number in ("", "0") else (number, place))
        return replace(look, new_page=_either(properties, ("w:pageBreakBefore",), look.new_page))


class Looks:
    """The styles of a file."""

    def __init__(self, styles: Element | None) -> None:
        """Take the part of the file that defines them; None if it has none."""
        self._nodes: dict[str, Element] = {}
        self._known: dict[str, Look] = {}
        self._usual = ""
        self._plain = Look()
        for node in styles if styles is not None else ():
            if node.tag == qn("w:docDefaults"):
                run = node.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
                self._plain = Look().with_letters(run)
            elif node.tag == qn("w:style"):
                own = node.get(qn("w:styleId"), "")
                self._nodes[own] = node
                kind = node.get(qn("w:type"))
                if kind == "paragraph" and node.get(qn("w:default")) in ("1", "true"):
                    self._usual = own

    def of_paragraph(self, paragraph: Element) -> Look:
        """Return how a paragraph looks before its runs say anything."""
        properties = paragraph.find(qn("w:pPr"))
        style = "" if properties is None else _val(properties, "w:pStyle")
        return self._of(style or self._usual).with_shape(properties)

    def of_run(self, run: Element, paragraph: Look) -> Look:
        """Return how a run looks in a paragraph."""
        properties = run.find(qn("w:rPr"))
        if properties is None:
            return paragraph
        node = self._nodes.get(_val(properties, "w:rStyle"))
        own = None if node is None else node.find(qn("w:rPr"))
        return paragraph.with_letters(own).with_letters(properties)

    def _of(self, style: str, depth: int = 0) -> Look:
        known = self._known.get(style)
        node = self._nodes.get(style)
        if known is not None or node is None or depth > _DEEPEST:
            return known or self._plain
        base = _val(node, "w:basedOn")
        look = self._of(base, depth + 1) if base else self._plain
        look = look.with_letters(node.find(qn("w:rPr"))).with_shape(node.find(qn("w:pPr")))
        name = _val(node, "w:name").casefold()
        if name in _TITLES:
            look = replace(look, outline=-1)
        if name == "caption":
            look = replace(look, caption=True)
        self._known[style] = look
        return look


def _val(node: Element, tag: str) -> str:
    found = node.find(qn(tag))
    return "" if found is None else str(found.get(qn("w:val"), ""))


def _either(properties: Element, tags: tuple[str, ...], otherwise: bool) -> bool:
    """Tell whether any of some switches is on; what they were before if none is named."""
    found = [one for tag in tags if (one := properties.find(qn(tag))) is not None]
    if not found:
        return otherwise
    return any(str(one.get(qn("w:val"), "1")).lower() not in _OFF for one in found)
