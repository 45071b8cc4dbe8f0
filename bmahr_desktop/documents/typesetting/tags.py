"""The structure of a tagged PDF: what is a heading, a paragraph, a table, a picture.

It lets a screen reader read the paper aloud in order and an office program reflow it (ISO 32000-1,
14.7 and 14.8). What is drawn between `Canvas.begin_marked` and `end_marked` belongs to one element.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    kids: list[Element | tuple[int, int]] = field(default_factory=list)
    placed: bool = False

    def child(self, role: str, *, columns: int = 1, rows: int = 1) -> Element:
        """Return a new element below this one."""
        return Element(role, self, columns=columns, rows=rows)

    def place(self, root: Element) -> None:
        """Take its place in the structure, at the first time that something of it is drawn."""
        if self.placed:
            return
        self.placed = True
        parent = self.parent or root
        parent.place(root)
        parent.kids.append(self)


class StructureTree:
    """Collects the elements of one document."""

    def __init__(self) -> None:
        self.root = Element("Document", placed=True)
        self._pages: list[list[Element]] = []

    def mark(self, element: Element, page: int) -> int:
        """Give out the number of the next marked content of a page (from 0)."""
        element.place(self.root)
        while len(self._pages) <= page:
            self._pages.append([])
        owners = self._pages[page]
        element.kids.append((page, len(owners)))
        owners.append(element)
        return len(owners) - 1

    def write(self, document: Any, pages: list[Any]) -> None:
        """Add the structure to a finished document, whose pages are given as references."""
        tree = dictionary(Type=name("StructTreeRoot"))
        tree_reference = document.Reference(tree)
        references: dict[int, Any] = {}
        root = self._write(document, self.root, tree_reference, pages, references)
        parents: list[Any] = []
        for number, owners in enumerate(self._pages):
            listed = array([references[id(element)] for element in owners])
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
        written: dict[int, Any],
    ) -> Any:
        own = dictionary(Type=name("StructElem"), S=name(element.role), P=parent)
        reference = written[id(element)] = document.Reference(own)
        kids = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._write(document, kid, reference, pages, written))
            else:
                page, number = kid
                kids.append(dictionary(Type=name("MCR"), Pg=pages[page], MCID=number))
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
