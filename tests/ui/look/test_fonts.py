import itertools
from struct import unpack, unpack_from

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QPainterPath, QRawFont, QTextLayout
from PySide6.QtWidgets import QLineEdit, QListWidget

from bmahr_desktop.places import resource
from bmahr_desktop.ui.look.fonts import ASCENT, DESCENT, FAMILY, SIZE, Style, screen_copy

CONSONANTS = "กญฎฏฐนปฝฟภฤศฬอฮ"
ABOVE, BELOW, TONES = ["", *"ิีึืั"], ["", *"ุู"], ["", *"่้๊๋์"]
# What Thai can be written with: a vowel above or below, and one mark of a tone over it.
CLUSTERS = [
    *map("".join, itertools.product(CONSONANTS, ABOVE, TONES)),
    *map("".join, itertools.product(CONSONANTS, BELOW, TONES)),
    *map("".join, itertools.product(CONSONANTS, TONES, "ำ")),
]
MARKS = "ที่ ป้ำ กี่ ปั้ม ญี่ปุ่น ฐู ฏุ กฎุมพี ซื้อ ปื๊ด ฎู"


def source(name: str = "Sarabun-Regular.ttf") -> bytes:
    return resource("fonts", name).read_bytes()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_no_cluster_reaches_out_of_its_line(bold, italic):
    font = QFont(FAMILY)
    font.setPixelSize(1000)
    font.setBold(bold)
    font.setItalic(italic)
    metrics = QFontMetricsF(font)
    assert metrics.ascent() == pytest.approx(1000 * ASCENT, abs=1)
    for cluster in CLUSTERS:
        shape = QPainterPath()  # metrics know nothing of marks that are moved up
        shape.addText(0, 0, font, cluster)
        ink = shape.boundingRect()
        assert ink.top() >= -metrics.ascent(), cluster
        assert ink.bottom() <= metrics.descent(), cluster


def test_the_font_as_it_comes_would_cut_marks(qapp):
    """Else the copy would be for nothing."""
    raw = QRawFont(source(), 1000)
    assert raw.ascent() < 1000 * ASCENT
    assert raw.descent() < 1000 * DESCENT


def test_a_copy_is_a_sound_font_under_another_name(qapp):
    data = screen_copy(source(), Style("Regular"))
    assert sum(unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == 0xB1B0AFBA
    for n in range(unpack_from(">H", data, 4)[0]):
        tag, wanted, offset, length = unpack_from(">4sLLL", data, 12 + 16 * n)
        table = bytearray(data[offset : offset + length] + bytes(-length % 4))
        if tag == b"head":
            table[8:12] = bytes(4)
        assert sum(unpack(f">{len(table) // 4}L", table)) & 0xFFFFFFFF == wanted, tag
    assert QRawFont(data, 16).familyName() == FAMILY
    assert "Copyright 2018 The Sarabun Project Authors".encode("utf-16-be") in data
    assert FAMILY != "Sarabun"


def test_the_window_is_set_in_it(qapp):
    font = QFont(qapp.font())
    assert (QFontInfo(font).family(), font.pointSize()) == (FAMILY, SIZE)
    styles = set()
    for bold, italic in itertools.product((False, True), repeat=2):
        font.setBold(bold)
        font.setItalic(italic)
        styles.add(QRawFont.fromFont(font).styleName())
    assert styles == {"Regular", "Bold", "Italic", "Bold Italic"}


def glyphs(text: str, font: QFont) -> dict[str, list[int]]:
    """The families that set a text, with the numbers of the glyphs taken from each."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return {run.rawFont().familyName(): run.glyphIndexes() for run in layout.glyphRuns()}


def test_thai_is_set_in_it_alone(qapp):
    assert glyphs(MARKS.replace(" ", ""), qapp.font()).keys() == {FAMILY}


@pytest.mark.parametrize("sign", "☑☐●◐○✓✗⚠")
def test_signs_that_it_lacks_are_lent(qapp, sign):
    lent = glyphs(sign, qapp.font())
    assert lent.keys() == {"DejaVu Sans"}
    assert 0 not in lent["DejaVu Sans"]


def ink(widget) -> int:
    image = widget.grab().toImage()
    rows = range(2, image.height() - 2)  # within the border
    return sum(image.pixelColor(x, y).lightness() < 128 for y in rows for x in range(8, 380))


def test_a_line_edit_cuts_no_mark(qtbot):
    counts = []
    for height in (0, 30):
        edit = QLineEdit(MARKS)
        qtbot.addWidget(edit)
        edit.resize(400, edit.sizeHint().height() + height)
        counts.append(ink(edit))
    assert counts[0] == counts[1] > 500


def test_a_row_of_a_list_cuts_no_mark(qtbot):
    counts = []
    for height in (0, 64):
        rows = QListWidget()
        qtbot.addWidget(rows)
        rows.addItem(MARKS)
        if height:
            rows.item(0).setSizeHint(QSize(380, height))
        rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows.resize(400, 100)
        counts.append(ink(rows))
    assert counts[0] == counts[1] > 500
