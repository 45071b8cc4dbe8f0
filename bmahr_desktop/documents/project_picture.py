"""The picture of a project on one page: its plan as bars, progress and money as lines."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from bmahr_desktop.documents.bodies import BodySetter
from bmahr_desktop.documents.gantt_block import GanttBlock
from bmahr_desktop.documents.lines import head_lines
from bmahr_desktop.documents.lines_block import LinesBlock, Scale, Series
from bmahr_desktop.documents.press import WentOn, office_styles, printed, setter_of
from bmahr_desktop.documents.ruled import column_heads, lines_cell
from bmahr_desktop.documents.styles import CM
from bmahr_desktop.documents.typesetting.blocks import Block, Space, stack_height
from bmahr_desktop.documents.typesetting.document import SetPaper
from bmahr_desktop.documents.typesetting.paragraph import Align
from bmahr_desktop.documents.typesetting.table import Row, Table, TableStyle
from bmahr_desktop.domain.projects.curve import stepped
from bmahr_desktop.domain.projects.picture import ProjectPicture
from bmahr_desktop.domain.projects.schedule import MONTHS, WHOLE
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import in_style

_MARGIN = 2.0 * CM
_SIZES = (12.0, 11.0, 10.0, 9.0)
"""Sizes of the plan, the first one that leaves room for the lines."""
_LEAST, _MOST = 7.0 * CM, 12.5 * CM
_PROGRESS = 0.58
_PARTS = 5
_GREEN, _BLUE, _AMBER, _RED = (
    (0.11, 0.36, 0.26),
    (0.12, 0.35, 0.56),
    (0.5, 0.31, 0.0),
    (0.66, 0.15, 0.11),
)


def set_project_picture(picture: ProjectPicture, went_on: WentOn = None) -> SetPaper:
    """Set the picture of a project in type: one page, unless it has very many steps.

    Args:
        picture: What it shows.
        went_on: Called with the number of each finished page; it may raise to stop.
    """
    styles = office_styles(picture.imprint.form)
    sheet = replace(styles.sheet, left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=1.5 * CM)
    setter = setter_of(picture.imprint, replace(styles, sheet=sheet))
    blocks = list(_blocks(picture, setter))
    return printed(blocks, picture.imprint, setter, went_on, catch_words=False)


def _blocks(picture: ProjectPicture, setter: BodySetter) -> Iterator[Block]:
    frame = setter.styles.sheet.frame
    head = [*head_lines(picture.heading, setter), Space(4)]
    standing = setter.line(picture.standing, setter.styles.centred(), bold=True)
    figures = _figures(picture, setter)
    fixed = [*head, standing, Space(4), figures, Space(6), Space(4)]
    room = frame.height - stack_height(fixed, frame.width) - 4
    plan, left = _plan(picture, setter, frame.width, room)
    yield from head
    yield standing
    yield Space(4)
    if plan is not None:
        yield plan
        yield Space(6)
    lines = max(_LEAST, min(left, _MOST))
    money = _money(picture, setter, lines * (1 - _PROGRESS))
    yield _progress(picture, setter, lines * _PROGRESS, money.at)
    yield Space(4)
    yield money
    yield figures


def _plan(
    picture: ProjectPicture, setter: BodySetter, width: float, room: float
) -> tuple[Block | None, float]:
    """Return the plan in the largest size that leaves room, and the room that is left."""
    if not picture.rows:
        return None, room
    made = GanttBlock(picture, setter, _SIZES[0])
    for size in _SIZES:
        made = GanttBlock(picture, setter, size)
        left = room - made.height(width)
        if left >= _LEAST:
            return made, left
    return made, _LEAST


def _progress(picture: ProjectPicture, setter: BodySetter, height: float, at: float) -> LinesBlock:
    values = tuple(WHOLE * part // _PARTS for part in range(_PARTS + 1))
    digits = setter.styles.digits
    labels = tuple(in_style(str(one // 100), digits) for one in values)
    series = (
        Series(paper("planned"), picture.curve.planned, _BLUE, dashed=True),
        Series(paper("reported"), picture.curve.reported, _GREEN, marked=True),
    )
    title = paper("Progress (%)")
    return LinesBlock(
        (title, picture.progress_told), Scale(values, labels), series, picture, setter, height, at
    )


def _money(picture: ProjectPicture, setter: BodySetter, height: float) -> LinesBlock:
    end = Fraction(MONTHS) if picture.today is None else picture.today
    series = (
        Series(
            paper("received, less returned"), stepped(picture.curve.received, end), _AMBER,
            dashed=True,
        ),
        Series(paper("used"), stepped(picture.curve.used, end), _RED),
    )  # fmt: skip
    scale = Scale(picture.money, picture.money_labels)
    return LinesBlock(
        (paper("Money (baht)"), picture.money_told), scale, series, picture, setter, height
    )


def _figures(picture: ProjectPicture, setter: BodySetter) -> Table:
    heads = column_heads([caption for caption, _ in picture.figures], setter)
    cells = [lines_cell((amount,), setter, Align.CENTER) for _, amount in picture.figures]
    return Table([1.0] * len(cells), [Row(cells, keep_whole=True)], TableStyle(), [heads])
