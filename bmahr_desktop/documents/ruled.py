"""Parts of tables that are filled in by hand: the heads of columns, cells of lines."""

from collections.abc import Sequence

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.table import Cell, Row
from bmahr_desktop.domain.minutes import TextKey


def column_heads(columns: Sequence[str], setter: BodySetter) -> Row:
    """Return the row that names the columns, repeated on every page."""
    style = setter.styles.cell(Align.CENTER)
    cells = [
        Cell([setter.line(one, style, bold=True)], middle=True, heading=True) for one in columns
    ]
    return Row(cells, keep_with_next=True)


def lines_cell(
    lines: Sequence[str],
    setter: BodySetter,
    align: Align = Align.LEFT,
    *,
    columns: int = 1,
    bold: bool = False,
    key: TextKey | None = None,
) -> Cell:
    """Return a cell of some lines; the first of them is the text that a key names."""
    style = setter.styles.cell(align)
    return Cell(
        [
            setter.line(line, style, bold=bold, key=None if number else key)
            for number, line in enumerate(lines)
        ],
        columns,
    )
