"""Reading Word files back, as Word does: what it shows, with the numbers that it counts."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def w(name: str) -> str:
    return qn(f"w:{name}")


def val(element, path: str):
    """The value of an element below another, by the names of the elements on the way."""
    found = element.find("/".join(w(name) for name in path.split("/")))
    return None if found is None else found.get(w("val"))


class Counting:
    """Counts as Word does, of which it is open whether it counts levels that were left out.

    Only what is the same either way may be relied on.
    """

    def __init__(self, numbering, *, passed_count: bool) -> None:
        self._passed_count = passed_count
        formats = {
            one.get(w("abstractNumId")): {
                int(level.get(w("ilvl"))): level for level in one.findall(w("lvl"))
            }
            for one in numbering.findall(w("abstractNum"))
        }
        self._levels = {
            one.get(w("numId")): formats[val(one, "abstractNumId")]
            for one in numbering.findall(w("num"))
        }
        self._counts: dict[str, dict[int, int]] = {}

    def label(self, number: str, at: int) -> str:
        levels, counts = self._levels[number], self._counts.setdefault(number, {})
        starts = {level: int(val(own, "start")) for level, own in levels.items()}
        if self._passed_count:
            counts.update({above: starts[above] for above in range(at) if above not in counts})
        counts[at] = counts.get(at, starts[at] - 1) + 1
        for deeper in [level for level in counts if level > at]:
            del counts[deeper]
        thai = val(levels[at], "numFmt") == "thaiNumbers"

        def digits(found: re.Match[str]) -> str:
            level = int(found[1]) - 1
            shown = str(counts.get(level, starts[level]))
            return shown.translate(_THAI) if thai else shown

        return re.sub(r"%(\d)", digits, val(levels[at], "lvlText"))


class WordFile:
    """A Word file, opened again."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.document: Any = Document(BytesIO(data))
        self.package = ZipFile(BytesIO(data))
        self.body = self.document.element.body

    def part(self, name: str):
        return parse_xml(self.package.read(name))

    def parts(self) -> Iterator[tuple[str, str]]:
        for name in self.package.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, self.package.read(name).decode()

    def lines(self, *, passed_count: bool = False) -> list[str]:
        """Every paragraph as Word shows it, those of tables too, from top to bottom."""
        counting = Counting(self.part("word/numbering.xml"), passed_count=passed_count)
        return [self._line(one, counting) for one in self.body.iter(w("p"))]

    def _line(self, paragraph, counting: Counting) -> str:
        number = val(paragraph, "pPr/numPr/numId")
        label = ""
        if number:
            label = counting.label(number, int(val(paragraph, "pPr/numPr/ilvl"))) + "\t"
        return label + text_of(paragraph)

    def paragraph(self, start: str):
        """The first paragraph that begins with a text."""
        return next(one for one in self.body.iter(w("p")) if text_of(one).startswith(start))

    def tables(self) -> list:
        return list(self.body.iter(w("tbl")))


def text_of(element) -> str:
    """The text of an element, without numbers that Word counts."""
    said = {w("t"): None, w("tab"): "\t", w("br"): "\n"}
    return "".join(
        said[one.tag] or one.text or ""
        for run in element.iter(w("r"))
        for one in run
        if one.tag in said
    )
