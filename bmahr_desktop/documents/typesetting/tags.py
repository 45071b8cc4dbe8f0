"""The structure of a tagged PDF: what is a heading, a paragraph, a table, a picture.

It lets a screen reader read the paper aloud in order and an office program reflow it (ISO 32000-1,
14.7 and 14.8). What is drawn between `Canvas.begin_marked` and `end_marked` belongs to one element.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bmahr_desktop.documents.typesetting.objects import array, dictionary, name, string


@dataclass(eq=False)
class Element:
    """A part of the structure.

    Attributes:
        role: One of PDF's standard structure types: P, H1, Table, TR, TH, TD, Figure …
        parent: The element it belongs to; None for one that stands directly in the document.
        alternative: The words for what cannot be read, a picture's caption.
        columns: How many columns a table cell spans.
        rows: How many rows a table cell spans.
    """

    role: str
    parent: Element | None = None
    alternative: str = ""
    columns: int = 1
    rows: int = 1

    def child(self, role: str, *, columns: int = 1, rows: int = 1) -> Element:
        """Return a new element below this one."""
        return Element(role, self, columns=columns, rows=rows)


class StructureTree:
    """Collects the elements of one document, in the order in which they are first drawn."""

    def __init__(self) -> None:
        self._root = Element("Document")
        self._kids: dict[Element, list[Element | tuple[int, int]]] = {self._root: []}
        self._pages: list[list[Element]] = []

    def mark(self, element: Element, page: int) -> int:
        """Give out the number of the next marked content of a page (from 0)."""
        self._place(element)
        while len(self._pages) <= page:
            self._pages.append([])
        owners = self._pages[page]
        self._kids[element].append((page, len(owners)))
        owners.append(element)
        return len(owners) - 1

    def _place(self, element: Element) -> None:
        """Give an element its place, at the first time that something of it is drawn."""
        if element not in self._kids:
            parent = element.parent or self._root
            self._place(parent)
            self._kids[parent].append(element)
            self._kids[element] = []

    def write(self, document: Any, pages: list[Any]) -> None:
        """Add the structure to a finished document, whose pages are given as references."""
        tree = dictionary(Type=name("StructTreeRoot"))
        tree_reference = document.Reference(tree)
        references: dict[Element, Any] = {}
        root = self._write(document, self._root, tree_reference, pages, references)
        parents: list[Any] = []
        for number, owners in enumerate(self._pages):
            listed = array([references[element] for element in owners])
            parents += [number, document.Reference(listed)]
        tree["K"] = root
        tree["ParentTree"] = document.Reference(dictionary(Nums=array(parents)))
        tree["ParentTreeNextKey"] = len(self._pages)
        document.Catalog.StructTreeRoot = tree_reference
        document.Catalog.MarkInfo = dictionary(Marked="true")

    def _write(
        self,
        document: Any,
        element: Element,
        parent: Any,
        pages: list[Any],
        written: dict[Element, Any],
    ) -> Any:
        own = dictionary(Type=name("StructElem"), S=name(element.role), P=parent)
        reference = written[element] = document.Reference(own)
        marks = [kid for kid in self._kids[element] if not isinstance(kid, Element)]
        home = marks[0][0] if marks else None
        if home is not None:
            own["Pg"] = pages[home]
        kids = []
        for kid in self._kids[element]:
            if isinstance(kid, Element):
                kids.append(self._write(document, kid, reference, pages, written))
            elif kid[0] == home:
                kids.append(kid[1])
            else:
                kids.append(dictionary(Type=name("MCR"), Pg=pages[kid[0]], MCID=kid[1]))
        own["K"] = array(kids)
        if element.alternative:
            own["Alt"] = string(element.alternative)
        if element.role in ("TD", "TH"):
            own["A"] = _cell_attributes(element)
        return reference


def _cell_attributes(element: Element) -> Any:
    return dictionary(
        O=name("Table"),
        Scope=name("Column") if element.role == "TH" else None,
        ColSpan=element.columns if element.columns > 1 else None,
        RowSpan=element.rows if element.rows > 1 else None,
    )
