"""Tables of a Word file: those of bodies, with rules, and lists of people, without."""

from collections.abc import Sequence
from itertools import accumulate, pairwise

from bmahr_desktop.documents.structure import is_heading
from bmahr_desktop.documents.styles import CM, TABLE_SIZE, TEXT_SIZE
from bmahr_desktop.documents.word.elements import (
    PLAIN,
    TWIPS,
    Element,
    Shape,
    keep_with_next,
    make,
    paragraph,
    twips,
)
from bmahr_desktop.documents.word.lists import NumberedList, NumberedLists
from bmahr_desktop.documents.word.text import WordText
from bmahr_desktop.domain.minutes import ListRow, PaperCell, PaperList, PaperTable

_GRAY = "EDEDED"
_LEAST_COLUMN = 170
"""The narrowest column, in twentieths of a point: room for one letter between the rules."""
_NUMBER_WIDTH = 1.0 * CM
_LETTER = 0.38
"""How wide a letter is on average, in parts of the size: enough to guess a row's height."""
_FEW_LINES = 5
"""Rows with no more lines are never parted, as in the PDF;"""
_MANY_LINES = 20
"""headings and people only with more: Word would cut off what is longer than a page."""


class WordTables:
    """Makes the tables of one file."""

    def __init__(self, words: WordText, lists: NumberedLists) -> None:
        """Take what makes the paragraphs inside, and the file's lists."""
        self._words, self._lists = words, lists

    # ------------------------------------------------------------------ with rules

    def table(self, table: PaperTable) -> Element:
        """Return a table over the whole width of the text."""
        widths = shared(twips(self._words.styles.width), table.widths)
        rows = [self._row(table, number, widths) for number in range(len(table.rows))]
        properties = make(
            "tblPr",
            make("tblStyle", val="TableGrid"),
            make("tblW", w=sum(widths), type="dxa"),
            make("tblLayout", type="fixed"),
        )
        return make("tbl", properties, _grid(widths), *rows)

    def _row(self, table: PaperTable, number: int, widths: Sequence[int]) -> Element:
        cells = table.rows[number]
        repeated = number < table.header_rows
        title = len(cells) == 1 and len(widths) > 1
        heading = not title and (repeated or is_heading(cells))
        made, lines, at = [], 0.0, 0
        for cell in cells:
            width = sum(widths[at : at + cell.span])
            made.append(self._cell(cell, width, heading=heading))
            lines = max(lines, _lines(cell, width))
            at += cell.span
        whole = lines <= (_MANY_LINES if heading or title or repeated else _FEW_LINES)
        row = _table_row(made, whole=whole, repeated=repeated)
        if heading or title or repeated:
            for cell in made:
                for line in cell.p_lst:
                    keep_with_next(line)
        return row

    def _cell(self, cell: PaperCell, width: int, *, heading: bool) -> Element:
        align = str(cell.align) if cell.align else "center" if heading else ""
        shape = Shape(align="" if align == "left" else align)
        count = self._lists.begin(suffix="space")
        lines = [self._words.in_list(one, count, "TableText", shape) for one in cell.paragraphs]
        return _table_cell(lines, width, span=cell.span, heading=heading)

    # ------------------------------------------------------------------ people

    def people(self, block: PaperList, width: float, left: float) -> Element:
        """Return a list of people in three columns without rules."""
        right = (0.54 if block.wide_right else 0.3) * (width - _NUMBER_WIDTH)
        points = (_NUMBER_WIDTH, width - _NUMBER_WIDTH - right, right)
        widths = [twips(one) for one in points]
        count = self._lists.begin(suffix="nothing")
        rows = [self._person(row, widths, count) for row in block.rows]
        sides = {"top": 0, "left": 0, "bottom": 60, "right": 113}
        properties = make(
            "tblPr",
            make("tblW", w=sum(widths), type="dxa"),
            make("tblInd", w=twips(left), type="dxa"),
            make("tblLayout", type="fixed"),
            make("tblCellMar", *(make(side, w=w, type="dxa") for side, w in sides.items())),
        )
        return make("tbl", properties, _grid(widths), *rows)

    def _person(self, row: ListRow, widths: Sequence[int], count: NumberedList) -> Element:
        place = count.place(row.number, 1)
        if place is None:
            number = self._words.line(row.number)
        else:
            number = paragraph([], "Normal", Shape(number=place))
        columns = [
            [number],
            [self._words.line(line) for line in row.lines],
            [self._words.line(line) for line in row.at_right],
        ]
        cells = [_table_cell(lines, width) for lines, width in zip(columns, widths, strict=True)]
        letters = sum(map(len, (*row.lines, *row.at_right)))
        lines = len(row.lines) + letters * _LETTER * TEXT_SIZE / (widths[1] / TWIPS)
        return _table_row(cells, whole=lines <= _MANY_LINES)


def shared(total: int, widths: Sequence[float]) -> list[int]:
    """Return a width shared in some proportion, each part wide enough for a letter.

    Args:
        total: In twentieths of a point.
        widths: In any unit.
    """
    least = min(_LEAST_COLUMN, total // len(widths))
    free = total - least * len(widths)
    scale = total / sum(widths)
    above = [max(0.0, width * scale - least) for width in widths]
    part = free / (sum(above) or 1)
    edges = [round(edge) for edge in accumulate((least + one * part for one in above), initial=0)]
    return [stop - start for start, stop in pairwise(edges)]


def _lines(cell: PaperCell, width: int) -> float:
    """Return about how many lines a cell has at a width in twentieths of a point."""
    letters = max(1.0, width / TWIPS / (_LETTER * TABLE_SIZE))
    return sum(1 + len(one.text) // letters for one in cell.paragraphs)


def _grid(widths: Sequence[int]) -> Element:
    return make("tblGrid", *(make("gridCol", w=width) for width in widths))


def _table_row(cells: Sequence[Element], *, whole: bool, repeated: bool = False) -> Element:
    properties = make(
        "trPr",
        make("cantSplit") if whole else None,
        make("tblHeader") if repeated else None,
    )
    return make("tr", properties if len(properties) else None, *cells)


def _table_cell(
    lines: Sequence[Element], width: int, *, span: int = 1, heading: bool = False
) -> Element:
    properties = make(
        "tcPr",
        make("tcW", w=width, type="dxa"),
        make("gridSpan", val=span) if span > 1 else None,
        make("shd", val="clear", color="auto", fill=_GRAY) if heading else None,
        make("vAlign", val="center") if heading else None,
    )
    return make("tc", properties, *(lines or [paragraph([], "Normal", PLAIN)]))
