"""The sheets on which those who come to a meeting sign, set in type."""

from collections.abc import Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.lines import head_lines
from bmahr_desktop.documents.press import WentOn, office_styles, printed, setter_of
from bmahr_desktop.documents.ruled import column_heads, lines_cell
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import Block, Space
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from bmahr_desktop.domain.minutes import ListRow
from bmahr_desktop.domain.sign_in import SignInList, SignInPaper

_WIDTHS = (1.2, 8.2, 4.0, 2.6)
_ROW = 1.0 * CM
"""The least height of a row: room to sign."""


def set_sign_in(sheet: SignInPaper, went_on: WentOn = None) -> SetPaper:
    """Set the sign-in sheets of a meeting in type.

    Args:
        sheet: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    setter = setter_of(sheet.imprint, office_styles(sheet.imprint.form))
    blocks = list(_blocks(sheet, setter))
    return printed(blocks, sheet.imprint, setter, went_on, catch_words=False)


def _blocks(sheet: SignInPaper, setter: BodySetter) -> Iterator[Block]:
    yield from head_lines(sheet.heading, setter)
    yield Space(6)
    for one in sheet.lists:
        yield setter.line(one.heading, setter.styles.heading("H2"), bold=True)
        yield _table(one, sheet, setter)


def _table(listed: SignInList, sheet: SignInPaper, setter: BodySetter) -> Table:
    heads = column_heads(sheet.columns, setter)
    return Table(_WIDTHS, [_row(row, setter) for row in listed.rows], TableStyle(), [heads])


def _row(row: ListRow, setter: BodySetter) -> Row:
    cells = [
        lines_cell((row.number,), setter, Align.CENTER),
        lines_cell(row.lines, setter, key=row.key),
        Cell([Space(_ROW)]),
        lines_cell(row.at_right, setter),
    ]
    return Row(cells, keep_whole=True)
