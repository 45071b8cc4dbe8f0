"""No mark above or below a letter is ever cut, however its line is painted."""

import pytest
from PIL import Image, ImageChops
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter, QPalette, QTextCursor
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import Cell, Paragraph, Table, TextRun
from bmahr_desktop.ui.look.palette import Role, colour
from tests.ui.body.conftest import ALT, CONTROL, KEYS, SHIFT, numbered, plain

STACKED = "ปี่ ญฺู ที่ ฟ้ำ ฏุ ป็ ฬี๊ ฐุ๋ กู๎ ฎู้"
LEFT = 17
"""Where the words of a plain paragraph begin, in pixels."""
LINES = " ".join([STACKED] * 6)
BODY = (
    plain(LINES),
    numbered(1, LINES),
    Table((50, 50), ((Cell((plain(STACKED),)), Cell((numbered(1, STACKED),))),)),
    Paragraph((TextRun(STACKED, bold=True), TextRun(STACKED, keep_digits=True))),
)


def seen(desk):
    """What the screen shows, as it came about by painting part after part."""
    QApplication.processEvents()
    window = desk.editor.window()
    return window.screen().grabWindow(window.winId()).toImage()


def show(desk, body):
    desk.editor.set_body(body)
    desk.editor.setCursorWidth(0)


def is_cut(before, now):
    """Tell whether ink is gone; a pixel may be, where a letter leans over what is selected."""
    box = (LEFT, 0, before.width(), before.height())
    images = [pillow(image).crop(box) for image in (before, now)]
    gone = ImageChops.subtract(images[1], images[0]).histogram()
    return sum(gone[40:]) > 6


def pillow(image):
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    size, line = (grey.width(), grey.height()), grey.bytesPerLine()
    return Image.frombuffer("L", size, bytes(grey.constBits()), "raw", "L", line, 1)


def painted_anew(desk):
    desk.editor.viewport().repaint()
    return seen(desk)


@pytest.fixture
def quiet(desk, qtbot):
    """An editor in which what is selected looks like what is not, and the caret is not seen."""
    palette = desk.editor.palette()
    palette.setColor(QPalette.ColorRole.Highlight, colour(Role.BASE))
    palette.setColor(QPalette.ColorRole.HighlightedText, colour(Role.TEXT))
    desk.editor.setPalette(palette)
    qtbot.waitUntil(desk.editor.hasFocus)
    show(desk, BODY)
    desk.press(KEYS.Key_Home, CONTROL)
    return desk


def test_what_is_seen_can_be_told_apart(quiet):
    before = painted_anew(quiet)
    assert before == painted_anew(quiet)
    quiet.write("ก")
    assert before != seen(quiet)


def test_selecting_cuts_no_mark(quiet):
    before = painted_anew(quiet)
    for keys in [(KEYS.Key_Right, SHIFT)] * 7 + [(KEYS.Key_Down, SHIFT)] * 9:
        quiet.press(*keys)
        assert not is_cut(before, seen(quiet))
    quiet.editor.selectAll()
    assert not is_cut(before, seen(quiet))
    quiet.press(KEYS.Key_End, CONTROL)
    for keys in [(KEYS.Key_Left, SHIFT)] * 7 + [(KEYS.Key_Up, SHIFT)] * 9:
        quiet.press(*keys)
        assert not is_cut(before, seen(quiet))


def test_the_ground_of_what_is_found_cuts_no_mark(quiet, monkeypatch):
    monkeypatch.setattr("bmahr_desktop.ui.body.lines.colour", lambda _: colour(Role.BASE))
    before = painted_anew(quiet)
    quiet.editor.finder.find("ฟ้ำ")
    assert len(quiet.editor.marks()) > 10
    assert seen(quiet) == before


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: desk.write("ปี่"),
        lambda desk: desk.press(KEYS.Key_Delete),
        lambda desk: desk.press(KEYS.Key_Down, ALT),
        lambda desk: desk.do("bold"),
        lambda desk: desk.write("\n"),
        lambda desk: desk.editor.add_point("ฐุ๋"),
    ],
)
def test_changing_leaves_no_half_of_a_mark_behind(quiet, act):
    painted_anew(quiet)
    act(quiet)
    assert seen(quiet) == painted_anew(quiet)
    quiet.undo()
    assert seen(quiet) == painted_anew(quiet)


@pytest.mark.parametrize("selected", [False, True])
def test_all_ink_of_stacked_marks_is_in_the_line(quiet, selected):
    """Held against the same words painted on a sheet of their own, without any lines."""
    show(quiet, (plain(" "), plain(STACKED), plain(" ")))
    block = quiet.editor.document().begin().next()
    if selected:
        cursor = QTextCursor(block)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        quiet.editor.setTextCursor(cursor)
    layout = quiet.editor.document().documentLayout().blockBoundingRect(block)
    line = block.layout().lineAt(0)
    baseline = QPoint(int(layout.left() + line.x()), round(layout.top() + line.y() + line.ascent()))
    image = quiet.editor.viewport().grab().toImage()
    tall = 32
    here = QRect(baseline.x() - 4, baseline.y() - tall, 400, 2 * tall)
    found, wanted = ink(image.copy(here)), ink(on_a_sheet(quiet, here, baseline))
    assert found.keys() == wanted.keys()
    assert sum(found.values()) == pytest.approx(sum(wanted.values()), rel=0.02)


def on_a_sheet(desk, here, baseline):
    sheet = QImage(here.size(), QImage.Format.Format_RGB32)
    sheet.fill(colour(Role.BASE))
    painter = QPainter(sheet)
    painter.setFont(desk.editor.document().defaultFont())
    painter.setPen(colour(Role.TEXT))
    painter.drawText(baseline - here.topLeft(), STACKED)
    painter.end()
    return sheet


def ink(image):
    """Return the rows that have ink, and how many of their pixels do."""
    ground = colour(Role.BASE).rgb()
    rows = (
        sum(image.pixel(x, y) != ground for x in range(image.width()))
        for y in range(image.height())
    )
    return {y: count for y, count in enumerate(rows) if count}
