"""The evidence of paying allowances for a meeting, set in type."""

from collections.abc import Iterator

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.lines import blank_lines, head_lines
from bmahr_desktop.documents.press import WentOn, lying, office_styles, printed, setter_of
from bmahr_desktop.documents.ruled import column_heads, lines_cell
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import Block, Indented, Space, Whole, WithTail
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.table import Cell, Row, Table, TableStyle
from bmahr_desktop.domain.payment import Payee, PaymentPaper

_WIDTHS = (1.4, 6.6, 4.2, 2.6, 4.2, 2.6, 3.1)
_ROW = 1.0 * CM
"""The least height of a row: room to sign."""
_SIGNING = 0.4


def set_payment(payment: PaymentPaper, went_on: WentOn = None) -> SetPaper:
    """Set the evidence of payment in type.

    Args:
        payment: The paper.
        went_on: Called with the number of each finished page; it may raise to stop.

    Raises:
        Refused: If the PC lacks the font of the committee's form.
    """
    setter = setter_of(payment.imprint, lying(office_styles(payment.imprint.form)))
    blocks = list(_blocks(payment, setter))
    return printed(blocks, payment.imprint, setter, went_on, catch_words=False)


def _blocks(payment: PaymentPaper, setter: BodySetter) -> Iterator[Block]:
    yield from head_lines(payment.heading, setter)
    yield Space(6)
    if payment.basis:
        yield setter.line(payment.basis, setter.styles.centred())
    rows = [*(_row(one, setter) for one in payment.payees), _total(payment, setter)]
    table = Table(_WIDTHS, rows, TableStyle(), [column_heads(payment.columns, setter)])
    # The payer never signs on a page without a receiver.
    yield WithTail(table, Whole(list(_ending(payment, setter))))


def _row(payee: Payee, setter: BodySetter) -> Row:
    cells = [
        lines_cell((payee.number,), setter, Align.CENTER),
        lines_cell(payee.lines, setter, key=payee.key),
        lines_cell((payee.title,), setter),
        lines_cell((payee.amount,), setter, Align.RIGHT),
        Cell([Space(_ROW)]),
        Cell(),
        lines_cell((payee.remark,) if payee.remark else (), setter),
    ]
    return Row(cells, keep_whole=True)


def _total(payment: PaymentPaper, setter: BodySetter) -> Row:
    cells = [
        lines_cell((payment.total_label,), setter, Align.CENTER, columns=3, bold=True),
        lines_cell((payment.total,), setter, Align.RIGHT, bold=True),
        Cell(columns=3),
    ]
    return Row(cells, keep_whole=True)


def _ending(payment: PaymentPaper, setter: BodySetter) -> Iterator[Block]:
    """Yield the sum in words, and where the payer signs."""
    yield setter.line(payment.words, setter.styles.base, bold=True)
    yield Space(0.8 * CM)
    width = setter.styles.width * _SIGNING
    for block in blank_lines(payment.signing, setter, width):
        yield Indented(block, setter.styles.width - width)
