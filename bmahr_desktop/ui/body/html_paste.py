"""Blocks of a body out of HTML, as Word, LibreOffice, Google Docs and web pages copy it.

Paragraphs, levels of lists, numbers, tables, bold, italic and underlined text are kept, all else is
dropped. Nothing is fetched and nothing is run.
"""

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from bmahr_desktop.domain.body import (
    DEEPEST_LEVEL,
    Block,
    Numbering,
    Paragraph,
    TextRun,
)
from bmahr_desktop.thai.digits import to_thai
from bmahr_desktop.ui.body.fitness import TooMuchError, fit_pasted
from bmahr_desktop.ui.body.html_table import (
    OpenCell,
    OpenTable,
    align_in,
    number_in,
    width_in,
)
from bmahr_desktop.ui.body.html_tokens import Close, Open, Text, style_of, tokens
from bmahr_desktop.ui.body.typed_numbers import LONGEST_LABEL, part_label

_DROPPED = frozenset(
    ("script", "style", "head", "title", "noscript", "template", "svg", "math", "object", "iframe",
     "select", "textarea", "button", "xml", "del", "audio", "video", "canvas", "xmp", "noembed",
     "noframes", "datalist")
)  # fmt: skip
_VOID = frozenset(
    ("br", "img", "hr", "meta", "link", "input", "col", "wbr", "base", "source", "area", "embed",
     "param", "track")
)  # fmt: skip
_APART = frozenset(
    ("p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
     "blockquote", "pre", "dd", "dt", "dl", "header", "footer", "center", "address", "tr", "td",
     "th", "table", "tbody", "thead", "tfoot", "body", "caption", "main", "aside", "nav", "figure",
     "figcaption")
)  # fmt: skip
_CELL = (frozenset(("td", "th")), frozenset(("table", "tr")))
_ENDS = {
    "p": (frozenset(("p",)), _APART - {"p"}),
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "table"))),
    "tr": (frozenset(("tr",)), frozenset(("table",))),
    "td": _CELL,
    "th": _CELL,
}
"""Which elements an element ends that stand open before it, and within what."""
_STYLES: Mapping[str, str] = {
    "b": "bold", "strong": "bold", "h1": "bold", "h2": "bold", "h3": "bold",
    "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
}  # fmt: skip
_DEEPEST = 200
_MOST_TOKENS = 300_000
"""Tags and texts that are read; Word needs some twenty for a paragraph."""
_WHITE = re.compile(r"[ \t\r\n\f]+")
_LIST_LEVEL = re.compile(r"level(\d)")
_COUNTED = re.compile(r"[0-9๐-๙.)]")


class Marks(NamedTuple):
    """How text looks at some place."""

    bold: bool = False
    italic: bool = False
    underline: bool = False


class _Element(NamedTuple):
    """An open element, with what held before it."""

    name: str
    marks: Marks
    hidden: bool
    number: bool


class HtmlReader:
    """Reads one HTML text."""

    def __init__(self, most: int) -> None:
        """Take the most paragraphs to read."""
        self.blocks: list[Block] = []
        self._most, self._count = most, 0
        self._names: Counter[str] = Counter()
        self._open: list[_Element] = []
        self._too_deep = self._dropped = self._hidden = 0
        self._marks = Marks()
        self._runs: list[TextRun] = []
        self._level, self._label = 0, ""
        self._lists: list[tuple[str, int]] = []
        self._table: OpenTable | None = None

    def read(self, html: str) -> list[Block]:
        """Return the blocks.

        Raises:
            TooMuchError: If there are more paragraphs, tags or cells than may be.
        """
        for number, token in enumerate(tokens(html)):
            if number > _MOST_TOKENS:
                raise TooMuchError
            match token:
                case Text():
                    self._read_text(token.text)
                case Open():
                    self._begin(token)
                case Close():
                    self._end(token.name)
        self._flush()
        self._end_table()
        return self.blocks

    # ------------------------------------------------------------------ elements

    def _begin(self, token: Open) -> None:
        name = token.name
        if self._dropped or name in _DROPPED:
            self._dropped += name in _DROPPED
            return
        if name in _VOID:
            self._read_void(name)
            return
        if name in _ENDS:
            self._end_unclosed(*_ENDS[name])
        if len(self._open) >= _DEEPEST:
            self._too_deep += 1
            return
        if name in _APART:
            self._flush()
        style = style_of(token.attributes)
        listed = style.get("mso-list", "")
        hidden = _is_hidden(token.attributes, style)
        self._hidden += hidden
        self._open.append(_Element(name, self._marks, hidden, listed == "ignore"))
        self._names[name] += 1
        self._marks = _marked(self._marks, name, style)
        if level := _LIST_LEVEL.search(listed):
            self._level = min(int(level[1]) or 1, DEEPEST_LEVEL)
        self._begin_list(name, token.attributes)
        self._begin_table(name, token.attributes, style)

    def _end_unclosed(self, names: frozenset[str], within: frozenset[str]) -> None:
        """End an element whose own end tag was left out, as HTML allows."""
        if any(self._names[name] for name in names):
            for element in reversed(self._open):
                if element.name in within:
                    return
                if element.name in names:
                    self._end(element.name)
                    return

    def _read_void(self, name: str) -> None:
        if name == "hr" or (name == "br" and self._runs and self._runs[-1].text.endswith("\n")):
            self._flush()
        elif name == "br" and self._runs and not self._hidden:
            self._add("\n")

    def _end(self, name: str) -> None:
        if self._dropped:
            self._dropped -= name in _DROPPED
            return
        if self._too_deep and name not in _VOID:
            self._too_deep -= 1
            return
        if name in _APART:
            self._flush()
        if not self._names[name]:
            return
        at = next(n for n in range(len(self._open) - 1, -1, -1) if self._open[n].name == name)
        self._marks = self._open[at].marks
        self._hidden -= sum(element.hidden for element in self._open[at:])
        self._names.subtract(element.name for element in self._open[at:])
        del self._open[at:]
        if name in ("ul", "ol") and self._lists:
            self._lists.pop()
        self._end_in_table(name)

    # ------------------------------------------------------------------ lists and tables

    def _begin_list(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in ("ul", "ol"):
            self._lists.append((name, number_in(attributes.get("start", ""), 9999) - 1))
        elif name == "li" and self._lists:
            kind, count = self._lists[-1]
            self._lists[-1] = (kind, count + 1)
            self._level = min(len(self._lists), DEEPEST_LEVEL)
            self._label = _list_label(self._lists)

    def _begin_table(
        self, name: str, attributes: Mapping[str, str], style: Mapping[str, str]
    ) -> None:
        align = align_in(attributes.get("align", "") or style.get("text-align", ""))
        table = self._table
        if name == "table":
            if table is None:
                self._table = OpenTable()
            else:
                table.inner += 1
        elif table is None or table.inner:
            return
        elif name in ("thead", "tr"):
            table.in_header = table.in_header or name == "thead"
            if name == "tr":
                table.begin_row()
        elif name in ("td", "th"):
            across, down = attributes.get("colspan", ""), attributes.get("rowspan", "")
            width = width_in(attributes.get("width", "") or style.get("width", ""))
            cell = OpenCell(number_in(across, 50), number_in(down, 200), width, align)
            table.begin_cell(cell, heading=name == "th")
        elif table.cell and align and not table.cell.paragraphs:
            table.cell.align = align

    def _end_in_table(self, name: str) -> None:
        table = self._table
        if table is None:
            return
        if name == "table":
            if table.inner:
                table.inner -= 1
            else:
                self._end_table()
        elif name == "thead" and not table.inner:
            table.in_header = False
        elif name in ("td", "th") and not table.inner:
            table.cell = None

    def _end_table(self) -> None:
        table, self._table = self._table, None
        if table is None:
            return
        made = table.made()
        if made is not None:
            self.blocks.append(made)
        else:
            self.blocks += [p for row in table.rows for cell in row for p in cell.paragraphs]

    # ------------------------------------------------------------------ text

    def _read_text(self, text: str) -> None:
        if self._dropped or self._hidden:
            return
        if any(element.number for element in self._open[-4:]):
            self._label += _WHITE.sub("", text).replace("\u00a0", "")
        else:
            self._add(_WHITE.sub(" ", text))

    def _add(self, text: str) -> None:
        text = fit_pasted(text).replace("\u00a0", " ")
        if text:
            self._runs.append(TextRun(text, *self._marks))

    def _flush(self) -> None:
        """End a paragraph."""
        runs, label, level = tidied(self._runs), self._label, self._level
        self._runs = []
        if not runs:
            return
        self._label, self._level = "", 0
        self._count += 1
        if self._count > self._most:
            raise TooMuchError
        if label:
            shown = label if _COUNTED.search(label) else "-"  # bullets are letters of odd fonts
            paragraph = Paragraph(runs, level or 1, Numbering.TYPED, shown[:LONGEST_LABEL])
        else:
            paragraph = part_label(Paragraph(runs))
        cell = self._table.cell if self._table else None
        (self.blocks if cell is None else cell.paragraphs).append(paragraph)


def _is_hidden(attributes: Mapping[str, str], style: Mapping[str, str]) -> bool:
    """Tell whether an element is not shown, or is a comment of Word's."""
    return (
        style.get("display") == "none"
        or style.get("mso-hide") == "all"
        or style.get("mso-element", "").startswith("comment")
        or "msocom" in attributes.get("class", "").lower()
    )


def _marked(marks: Marks, name: str, style: Mapping[str, str]) -> Marks:
    """Return how the text of an element looks."""
    if name in _STYLES:
        marks = marks._replace(**{_STYLES[name]: True})
    if weight := style.get("font-weight"):
        heavy = weight in ("bold", "bolder") or (weight.isdecimal() and weight >= "600")
        marks = marks._replace(bold=heavy)
    if slant := style.get("font-style"):
        marks = marks._replace(italic=slant in ("italic", "oblique"))
    if line := style.get("text-decoration", style.get("text-decoration-line")):
        marks = marks._replace(underline="underline" in line)
    return marks


def _list_label(lists: list[tuple[str, int]]) -> str:
    """Return the number or dash that a list shows before its entry."""
    kind, number = lists[-1]
    if kind == "ul":
        return "-"
    if len(lists) >= DEEPEST_LEVEL:
        return to_thai(f"({number})")
    if len(lists) > 1 and all(kind == "ol" for kind, _ in lists):
        return to_thai(".".join(str(count) for _, count in lists))
    return to_thai(f"{number}.")


def tidied(runs: list[TextRun]) -> tuple[TextRun, ...]:
    """Return runs as HTML means them: no spaces at the ends, never two in a row."""
    parts: list[tuple[Marks, list[str]]] = []
    before = ""
    for run in runs:
        text = run.text
        if before in ("", " ", "\n"):
            text = text.lstrip(" ") if before else text.lstrip()
        if not text:
            continue
        marks = Marks(run.bold, run.italic, run.underline)
        if not parts or parts[-1][0] != marks:
            parts.append((marks, []))
        parts[-1][1].append(text)
        before = text[-1]
    while parts:
        marks, texts = parts.pop()
        if text := "".join(texts).rstrip():
            parts.append((marks, [text]))
            break
    return tuple(TextRun("".join(texts), *marks) for marks, texts in parts)
