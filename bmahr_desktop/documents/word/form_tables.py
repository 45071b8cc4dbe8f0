"""Tables of forms as Word's: cells over several rows and columns, with and without rules."""

from collections.abc import Iterator, Sequence

from bmahr_desktop.documents.word.bodies import WordBody
from bmahr_desktop.documents.word.elements import (
    PLAIN,
    Element,
    Letters,
    Shape,
    keep_with_next,
    make,
    paragraph,
    run,
    twips,
)
from bmahr_desktop.documents.word.tables import shared
from bmahr_desktop.domain.forms.paper import FormCell, FormRow, FormTable
from bmahr_desktop.domain.minutes import PaperParagraph

_WRITTEN = 27.0
"""The least height of a row that is written by hand, in points."""
_SMALL = 11.5
_ARROW = "⟷"


def form_table(table: FormTable, words: WordBody, width: float) -> Element:
    """Return a table of a form.

    Args:
        table: The table.
        words: What makes the paragraphs.
        width: Of the whole, in points.
    """
    widths = shared(twips(width), table.widths)
    rows = _Rows(table, words, widths)
    side = 30 if table.tight else 80
    sides = {"top": 20, "left": side, "bottom": 40, "right": side}
    properties = make(
        "tblPr",
        make("tblStyle", val="TableGrid") if table.rules else None,
        make("tblW", w=sum(widths), type="dxa"),
        make("tblLayout", type="fixed"),
        make("tblCellMar", *(make(name, w=w, type="dxa") for name, w in sides.items())),
    )
    return make("tbl", properties, _grid(widths), *rows.made())


def columns_table(cells: Sequence[Sequence[Element]], width: float) -> Element:
    """Return elements beside each other, without rules.

    Args:
        cells: What stands in each column.
        width: Of the whole, in points.
    """
    widths = shared(twips(width), [1] * len(cells))
    made = [_cell(lines, own) for lines, own in zip(cells, widths, strict=True)]
    properties = make(
        "tblPr",
        make("tblW", w=sum(widths), type="dxa"),
        make("tblLayout", type="fixed"),
    )
    row = make("tr", make("trPr", make("cantSplit")), *made)
    return make("tbl", properties, _grid(widths), row)


class _Rows:
    """Makes the rows of one table; a cell over several rows goes on in those below."""

    def __init__(self, table: FormTable, words: WordBody, widths: Sequence[int]) -> None:
        self._table, self._words, self._widths = table, words, widths
        self._hanging: dict[int, tuple[int, int]] = {}
        """By its first column: how many rows a cell still goes on, and how many columns it has."""

    def made(self) -> Iterator[Element]:
        """Yield all rows."""
        for row in self._table.header:
            yield self._row(row, repeated=True)
        for row in self._table.rows:
            yield self._row(row, repeated=False)

    def _row(self, row: FormRow, *, repeated: bool) -> Element:
        cells: list[Element] = []
        waiting = list(row.cells)
        at = 0
        while at < len(self._widths):
            if at in self._hanging:
                left, columns = self._hanging.pop(at)
                if left > 1:
                    self._hanging[at] = (left - 1, columns)
                cells.append(_cell([], sum(self._widths[at : at + columns]), columns, merge=""))
            elif waiting:
                one = waiting.pop(0)
                columns = one.columns
                if one.rows > 1:
                    self._hanging[at] = (one.rows - 1, columns)
                cells.append(self._own(one, sum(self._widths[at : at + columns])))
            else:
                columns = 1
                cells.append(_cell([], self._widths[at]))
            at += columns
        if row.with_next or repeated:
            for cell in cells:
                for line in cell.p_lst:
                    keep_with_next(line)
        properties = make(
            "trPr",
            make("cantSplit") if repeated else None,
            make("trHeight", val=twips(_WRITTEN), hRule="atLeast") if row.written else None,
            make("tblHeader") if repeated else None,
        )
        return make("tr", properties if len(properties) else None, *cells)

    def _own(self, cell: FormCell, width: int) -> Element:
        align = str(cell.align) if cell.align else "center" if cell.heading else ""
        shape = Shape(align="" if align == "left" else align)
        if cell.arrow:
            lines = [paragraph([run(_ARROW)], "TableText", Shape(align="center"))]
        else:
            lines = [self._line(one, cell, shape) for one in cell.paragraphs]
        merge = "restart" if cell.rows > 1 else None
        return _cell(lines, width, cell.columns, merge=merge, middle=cell.heading or cell.arrow)

    def _line(self, one: PaperParagraph, cell: FormCell, shape: Shape) -> Element:
        if not (cell.bold or cell.small):
            return self._words.paragraph(one, "TableText", shape)
        size = self._words.styles.size(_SMALL) if cell.small else None
        letters = Letters(bold=cell.bold, size=size)
        label = [run(f"{one.label} ", letters)] if one.label else []
        return paragraph(
            [*label, *(run(piece.text, letters) for piece in one.runs)], "TableText", shape
        )


def _grid(widths: Sequence[int]) -> Element:
    return make("tblGrid", *(make("gridCol", w=width) for width in widths))


def _cell(
    lines: Sequence[Element],
    width: int,
    columns: int = 1,
    *,
    merge: str | None = None,
    middle: bool = False,
) -> Element:
    """Return a cell; `merge` is "restart" for the first of several rows and "" for the others."""
    merged = None
    if merge is not None:
        merged = make("vMerge", val=merge) if merge else make("vMerge")
    properties = make(
        "tcPr",
        make("tcW", w=width, type="dxa"),
        make("gridSpan", val=columns) if columns > 1 else None,
        merged,
        make("vAlign", val="center") if middle else None,
    )
    return make("tc", properties, *(lines or [paragraph([], "Normal", PLAIN)]))
