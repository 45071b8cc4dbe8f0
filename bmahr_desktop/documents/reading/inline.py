"""What stands in a paragraph of a Word file: words, and what hangs on them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from bmahr_desktop.documents.reading.letters import Look, Looks
from bmahr_desktop.domain.body import TextRun

Element = Any

_W = qn("w:p")[:-1]
_M_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_EMU_PER_MM = 36_000
_BOX = qn("w:txbxContent")
_PICTURES = (f"{_A}blip", f"{_V}imagedata")

# Typed in two signs what is one letter; and what has no width, and parts words that are one.
_TWO_SIGNS = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_NO_WIDTH = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SHY_END = re.compile("(?<=[ก-๛])(?:-|\u00ad) *\n(?=[ก-๛])|\u00ad *\n")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass
class Inline:
    """What a paragraph holds.

    Attributes:
        runs: Words and how each looks.
        boxes: Text boxes that hang on it.
        pictures: The ids of pictures, their width in mm and what they show.
        footnotes: The ids of notes, each with "footnote" or "endnote".
        struck: Words that somebody deleted with tracking on.
        hidden: Words that are hidden.
        unread: How many objects there are that are no words and no pictures: charts, equations
            as pictures, embedded files.
        added: Whether words were added with tracking on.
        new_page: Whether a page is ended in it.
    """

    runs: list[tuple[str, Look]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[tuple[str, float, str]] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    unread: int = 0
    added: bool = False
    new_page: bool = False


class InlineReader:
    """Reads paragraphs."""

    def __init__(self, looks: Looks) -> None:
        """Take the styles of the file."""
        self._looks = looks
        self._actions: dict[str, Callable[[Element, Look, Inline], None]] = {
            "t": self._words,
            "tab": lambda _, look, into: into.runs.append(("\t", look)),
            "ptab": lambda _, look, into: into.runs.append(("\t", look)),
            "cr": lambda _, look, into: into.runs.append(("\n", look)),
            "br": self._break,
            "noBreakHyphen": lambda _, look, into: into.runs.append(("-", look)),
            "softHyphen": lambda _, look, into: into.runs.append(("\u00ad", look)),
            "sym": self._sign,
            "footnoteReference": self._note("footnote"),
            "endnoteReference": self._note("endnote"),
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
        }

    def read(self, paragraph: Element, look: Look) -> Inline:
        """Return what a paragraph holds."""
        found = Inline()
        self._children(paragraph, look, found)
        return found

    def _children(self, node: Element, look: Look, into: Inline) -> None:
        for child in node:
            tag = child.tag
            if tag == f"{_MC}AlternateContent":
                self._children(_chosen(child), look, into)
            elif tag in (f"{_MC}Choice", f"{_MC}Fallback"):
                self._children(child, look, into)
            elif isinstance(tag, str) and tag.startswith(_W):
                self._word(child, tag[len(_W) :], look, into)
            else:
                words = "".join(one.text or "" for one in child.iter(_M_T))
                into.runs.append((words, look))

    def _word(self, child: Element, tag: str, look: Look, into: Inline) -> None:
        match tag:
            case "r":
                self._run(child, look, into)
            case "del" | "moveFrom":
                texts = child.iter(qn("w:delText"), qn("w:t"))
                into.struck.append("".join(one.text or "" for one in texts))
            case "ins" | "moveTo":
                into.added = True
                self._children(child, look, into)
            case (
                "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "customXml"
                | "dir" | "bdo" | "ruby" | "rubyBase"
            ):  # fmt: skip
                self._children(child, look, into)

    def _run(self, run: Element, paragraph: Look, into: Inline) -> None:
        look = self._looks.of_run(run, paragraph)
        if look.hidden:
            into.hidden.append("".join(one.text or "" for one in run.iter(qn("w:t"))))
            return
        for child in run:
            tag = child.tag
            if isinstance(tag, str) and tag.startswith(_W):
                action = self._actions.get(tag[len(_W) :])
                if action:
                    action(child, look, into)
                elif tag == qn("w:ruby"):
                    self._children(child, look, into)
            elif tag == f"{_MC}AlternateContent":
                for part in _chosen(child):
                    self._drawing(part, look, into)

    @staticmethod
    def _words(node: Element, look: Look, into: Inline) -> None:
        into.runs.append((node.text or "", look))

    @staticmethod
    def _break(node: Element, look: Look, into: Inline) -> None:
        if node.get(qn("w:type")) == "page":
            into.new_page = True
        into.runs.append(("\n", look))

    @staticmethod
    def _sign(node: Element, look: Look, into: Inline) -> None:
        """Take a sign by its place in a font of signs, which means nothing elsewhere."""
        code = _number(node.get(qn("w:char")), 16)
        own = not 0x20 <= code <= 0xFFFD or 0xD800 <= code <= 0xF8FF
        into.runs.append(("□" if own else chr(code), look))

    @staticmethod
    def _note(kind: str) -> Callable[[Element, Look, Inline], None]:
        def noted(node: Element, look: Look, into: Inline) -> None:
            into.footnotes.append((kind, node.get(qn("w:id"), "")))
            into.runs.append((f"[{len(into.footnotes)}]", look))

        return noted

    @staticmethod
    def _drawing(node: Element, _: Look, into: Inline) -> None:
        boxes = list(_outermost(node, _BOX))
        into.boxes += boxes
        shown = [one for one in node.iter(*_PICTURES) if not _is_boxed(one, node)]
        extent = next(node.iter(f"{_WP}extent"), None)
        wide = _number(extent.get("cx")) / _EMU_PER_MM if extent is not None else 0.0
        about = next(node.iter(f"{_WP}docPr"), None)
        words = about.get("descr", "") if about is not None else ""
        for one in shown:
            identity = one.get(f"{_R}embed") or one.get(f"{_R}id") or ""
            into.pictures.append((identity, wide or 160.0, words))
        for art in node.iter(f"{_V}textpath"):
            into.runs.append((art.get("string", ""), Look()))
        chart = any("chart" in str(one.tag) or "diagram" in str(one.tag) for one in node.iter())
        into.unread += bool(chart or (not shown and node.tag == qn("w:object")))


def _is_boxed(element: Element, node: Element) -> bool:
    """Tell whether an element of a drawing stands in a text box, which is read by itself."""
    for above in element.iterancestors():
        if above is node:
            return False
        if above.tag == _BOX:
            return True
    return False


def _outermost(node: Element, tag: str) -> Iterator[Element]:
    """Yield elements of a tag that are in no other one of it; of two forms of one, the first."""
    if node.tag == tag:
        yield node
        return
    if node.tag == f"{_MC}AlternateContent":
        node = _chosen(node)
    for child in node:
        yield from _outermost(child, tag)


def _chosen(alternatives: Element) -> Element:
    """Return one of several forms of the same: the first, or what there is."""
    choice = alternatives.find(f"{_MC}Choice")
    return next(iter(alternatives), alternatives) if choice is None else choice


def _number(text: str | None, base: int = 10) -> int:
    try:
        return int(text or "0", base)
    except ValueError:
        return 0


def runs_of(inline: Inline) -> tuple[TextRun, ...]:
    """Return the words of a paragraph, tidied, each stretch of one look a run.

    Letters typed in two signs become one, what has no width goes, and a word that was parted by a
    hyphen at the end of a typed line is whole again.
    """
    whole = "".join(text for text, _ in inline.runs)
    looks = [look for text, look in inline.runs for _ in text]
    for pattern in (_SHY_END, _NO_WIDTH, _UNFIT):
        whole, looks = _without(whole, looks, pattern)
    whole, looks = _joined(whole, looks)
    runs: list[TextRun] = []
    start = 0
    for at in range(1, len(whole) + 1):
        if at == len(whole) or _style(looks[at]) != _style(looks[start]):
            bold, italic, underline = _style(looks[start])
            runs.append(
                TextRun(text=whole[start:at], bold=bold, italic=italic, underline=underline)
            )
            start = at
    return tuple(runs)


def _style(look: Look) -> tuple[bool, bool, bool]:
    return look.bold, look.italic, look.underline


def _without(text: str, looks: list[Look], pattern: re.Pattern[str]) -> tuple[str, list[Look]]:
    if not pattern.search(text):
        return text, looks
    kept: list[Look] = []
    parts, at = [], 0
    for found in pattern.finditer(text):
        parts.append(text[at : found.start()])
        kept += looks[at : found.start()]
        at = found.end()
    return "".join(parts) + text[at:], kept + looks[at:]


def _joined(text: str, looks: list[Look]) -> tuple[str, list[Look]]:
    """Write ํา and เเ, typed in two signs, in one."""
    parts: list[str] = []
    kept: list[Look] = []
    at = 0
    for found in re.finditer(f"{_TWO_SIGNS.pattern}|เเ", text):
        parts.append(text[at : found.start()])
        kept += looks[at : found.start()]
        tone = found[1] or found[2] or ""
        made = "แ" if found[0] == "เเ" else f"{tone}ำ"
        parts.append(made)
        kept += [looks[found.start()]] * len(made)
        at = found.end()
    return "".join(parts) + text[at:], kept + looks[at:]
