"""Thai wraps at words wherever Qt lays it out."""

import re
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QLabel, QListWidget, QStyle, QTextEdit

from bmahr_desktop.thai.clusters import LETTERS
from bmahr_desktop.thai.segment import RUN, Segmenter
from bmahr_desktop.thai.words import shipped_words
from tests.thai_texts import sample_texts

WIDTH = 400
THAI = re.compile(f"[{LETTERS}]")
ONE_RUN = (
    "ที่ประชุมพิจารณาแล้วเห็นชอบตามที่ฝ่ายเลขานุการเสนอและมอบหมายให้สำนักงานการเจ้าหน้าที่ดำเนินการ"
    "ต่อไปโดยให้รายงานความก้าวหน้าต่อคณะอนุกรรมการสามัญข้าราชการกรุงเทพมหานครในการประชุมครั้งต่อไป"
)


@pytest.fixture(scope="module")
def segmenter():
    """The reference, which knows nothing of the library that Qt asks."""
    return Segmenter(words=shipped_words())


def ends_of_words(text, segmenter):
    return {match.start() + end for match in RUN.finditer(text) for end in segmenter.ends(match[0])}


def ends_of_lines(layout):
    lines = [layout.lineAt(number) for number in range(layout.lineCount())]
    return [line.textStart() + line.textLength() for line in lines[:-1]]


def in_lines(text, font, width, segmenter):
    """The words of one run, as many on each line as fit."""
    metrics = QFontMetricsF(font)
    lines, begin, last = [], 0, 0
    for end in sorted(ends_of_words(text, segmenter)):
        if metrics.horizontalAdvance(text[begin:end]) > width:
            lines.append(text[begin:last])
            begin = last
        last = end
    return [*lines, text[begin:]]


@pytest.fixture
def editor(qtbot):
    editor = QTextEdit()
    qtbot.addWidget(editor)
    editor.resize(WIDTH, 300)
    editor.show()
    return editor


def test_an_editor_ends_no_line_inside_a_word(editor, segmenter):
    texts = sample_texts()
    editor.setPlainText("\n".join(texts))
    editor.document().documentLayout().documentSize()  # lays out what is not seen yet
    editor.moveCursor(QTextCursor.MoveOperation.End)
    between_letters = 0
    block = editor.document().begin()
    while block.isValid():
        text, ends = block.text(), ends_of_words(block.text(), segmenter)
        for end in ends_of_lines(block.layout()):
            if THAI.match(text[end - 1]) and THAI.match(text[end]):
                between_letters += 1
                assert end in ends, f"{text[end - 12 : end]}|{text[end : end + 12]}"
            elif text[end - 1] != " ":
                assert text[end] not in "ๆฯ)].,:;!?%/", f"{text[end - 12 : end]}|{text[end]}"
        block = block.next()
    assert between_letters > 300
    assert editor.toPlainText() == "\n".join(texts), "the text itself is not touched"


def test_an_editor_fills_its_lines(editor, segmenter):
    editor.setPlainText(ONE_RUN)
    layout = editor.document().begin().layout()
    width = editor.document().textWidth() - 2 * editor.document().documentMargin()
    expected = in_lines(ONE_RUN, editor.font(), width, segmenter)
    assert len(expected) > 3
    begin, lines = 0, []
    for end in [*ends_of_lines(layout), len(ONE_RUN)]:
        lines.append(ONE_RUN[begin:end])
        begin = end
    assert lines == expected


def painted(widget):
    widget.resize(WIDTH, 300)
    image = QImage(QSize(WIDTH, 300), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    widget.render(painter, QPoint())
    painter.end()
    return image


def label(text, wrapping):
    made = QLabel(text)
    made.setWordWrap(wrapping)
    made.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    return made


def test_a_label_wraps_at_words(qtbot, segmenter):
    wrapping = label(ONE_RUN, wrapping=True)
    broken = label("\n".join(in_lines(ONE_RUN, wrapping.font(), WIDTH, segmenter)), wrapping=False)
    for each in (wrapping, broken):
        qtbot.addWidget(each)
    assert broken.text().count("\n") > 2
    assert painted(wrapping) == painted(broken)


def test_a_rich_label_wraps_at_words(qtbot):
    rich = label(f"<p>{ONE_RUN}</p>", wrapping=True)
    qtbot.addWidget(rich)
    plain = label(ONE_RUN, wrapping=True)
    qtbot.addWidget(plain)
    assert rich.heightForWidth(WIDTH) == plain.heightForWidth(WIDTH)


def listed(text):
    made = QListWidget()
    made.setWordWrap(True)
    made.setFixedWidth(WIDTH)
    made.addItem(text)
    return made


def test_a_list_wraps_at_words(qtbot, segmenter):
    wrapping = listed(ONE_RUN)
    qtbot.addWidget(wrapping)
    painted(wrapping)
    margin = wrapping.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    room = wrapping.visualItemRect(wrapping.item(0)).width() - 2 * margin
    lines = in_lines(ONE_RUN, wrapping.font(), room, segmenter)
    broken = listed("\n".join(lines))
    qtbot.addWidget(broken)
    assert len(lines) > 3
    assert painted(wrapping) == painted(broken)


def test_the_cursor_goes_letter_by_letter_and_deletes_marks_one_by_one(qtbot, editor):
    editor.setPlainText("ที่น้ำใจ")
    places = [0]
    while editor.textCursor().position() < 8:
        editor.moveCursor(QTextCursor.MoveOperation.NextCharacter)
        places.append(editor.textCursor().position())
    assert places == [0, 3, 6, 7, 8]
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.toPlainText() == "ทีน้ำใจ"


def test_a_missing_library_leaves_thai_to_qt(tmp_path):
    """In a process of its own: this one has it for good."""
    asked = """
import sys
from pathlib import Path
from bmahr_desktop.thai import native
native.LIBRARY = Path(sys.argv[1])
import bmahr_desktop.ui
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel(sys.argv[2])
label.setWordWrap(True)
label.grab()
from bmahr_desktop.thai.segment import Segmenter
print(native.library(), "|".join(Segmenter().words("ที่ประชุมรับทราบ")))
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", asked, str(tmp_path / "none.so"), ONE_RUN],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "None ที่ประชุม|รับทราบ"
