"""What is painted, and a body that is only read."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QTextCursor

from bmahr_desktop.domain.body import (
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    TextRun,
    plain_body,
)
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.look.theme import Scheme, dress
from tests.ui.body.conftest import CONTROL, KEYS, numbered, plain


def file_of(image, kind="PNG"):
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return buffer.data().data()


def green(width=40, height=30):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    return file_of(image)


def count(desk, tint):
    image = desk.editor.viewport().grab().toImage()
    wanted = QColor(tint).rgb()
    points = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
    return sum(image.pixel(x, y) == wanted for x, y in points)


@pytest.mark.parametrize("keys", ["ก", "\n", "\t"])
def test_a_body_that_is_only_read_stays_as_it_is(desk, keys):
    body = (numbered(1, "อ่าน"),)
    desk.editor.set_body(body)
    desk.editor.setReadOnly(True)
    desk.write(keys)
    for key in (KEYS.Key_Backspace, KEYS.Key_Delete):
        desk.press(key)
    for key in (KEYS.Key_V, KEYS.Key_X, KEYS.Key_B, KEYS.Key_Backspace, KEYS.Key_Z):
        desk.press(key, CONTROL)
    assert desk.editor.body() == body
    enabled = [action.objectName() for action in desk.editor.actions() if action.isEnabled()]
    assert enabled == ["find", "find_next", "find_previous"]
    desk.editor.setReadOnly(False)
    desk.do("deeper")
    assert desk.editor.body()[0].level == 2


def test_a_picture_is_shown_and_a_missing_one_says_so(desk):
    picture = Picture(file="a" * 64, width_mm=60)
    desk.editor.set_body((picture,), {"a" * 64: green()}.get)
    assert count(desk, "#00ff00") > 200
    desk.editor.set_body((picture,))
    assert count(desk, "#00ff00") == 0
    assert count(desk, colour(Role.NEUTRAL_SOFT)) > 200
    desk.editor.set_body((picture,), lambda _: b"GIF89a no picture of ours")
    assert count(desk, colour(Role.NEUTRAL_SOFT)) > 200


def test_a_picture_is_never_wider_than_the_column(desk):
    desk.editor.set_body((Picture(file="a" * 64, width_mm=1000),), {"a" * 64: green()}.get)
    assert desk.editor.horizontalScrollBar().maximum() == 0


def test_a_picture_that_a_camera_took_lying_stands_upright():
    import io

    from PIL import Image

    from bmahr_desktop.ui.body.objects import size_of_picture

    exif = Image.Exif()
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (40, 30)).save(out, "JPEG", exif=exif)
    size = size_of_picture(out.getvalue())
    assert (size.width(), size.height()) == (30, 40)


def test_a_caption_is_typed_below_the_picture(desk):
    desk.editor.set_body((Picture(file="a" * 64),))
    desk.press(KEYS.Key_End, CONTROL)
    desk.write("คำบรรยาย")
    assert desk.editor.body() == (Picture(file="a" * 64, caption="คำบรรยาย"),)


def test_a_statement_is_read_from_the_records_again(desk):
    words = ["เก่า"]
    statement = Composed(ComposedKind.ATTENDANCE, 1, Numbering.AUTOMATIC)
    desk.editor.set_body((statement,), composed=lambda _: words[0])
    document = desk.editor.body_document
    heights = [document.size().height()]
    words[0] = "ใหม่\nสอง\nสาม"
    document.remake_statements()
    heights.append(document.size().height())
    assert heights[0] < heights[1]
    assert not desk.editor.is_modified()
    assert desk.labels() == ["๑."]


def test_a_statement_cannot_be_typed_into_but_detached(desk):
    statement = Composed(ComposedKind.NEXT_MEETING, 1, Numbering.AUTOMATIC)
    desk.editor.set_body(
        (statement,), composed=lambda _: "ก\nข", detach=lambda _: plain_body("ก\nข")
    )
    desk.press(KEYS.Key_Home, CONTROL)
    desk.write("ก่อน")
    assert desk.editor.body() == (plain("ก่อน"), statement)
    desk.undo()
    desk.press(KEYS.Key_End, CONTROL)
    desk.do("detach")
    assert desk.editor.body()[-2:] == (
        numbered(1, "ก"),
        Paragraph((TextRun("ข"),), 1),
    )


def test_a_statement_takes_the_number_of_the_empty_paragraph(desk):
    desk.write("\t")
    desk.do("insert_attendance")
    assert desk.editor.body() == (Composed(ComposedKind.ATTENDANCE, 1, Numbering.AUTOMATIC),)


def test_no_file_is_read_and_nothing_is_fetched(desk, tmp_path):
    file = tmp_path / "secret.png"
    file.write_bytes(green(200, 200))
    desk.paste(html=f'ก<img src="{file.as_uri()}"><img src="http://localhost/x.png">')
    assert count(desk, "#00ff00") == 0
    assert desk.texts() == ["ก"]


def test_numbers_are_painted_beside_the_text_and_dark_is_dark(desk, qapp):
    desk.editor.set_body((numbered(1, "ก"),))
    desk.editor.clearFocus()
    first = desk.editor.document().begin()
    left = desk.editor.cursorRect(QTextCursor(first)).left()

    def inked():
        image = desk.editor.viewport().grab().toImage()
        ground = colour(Role.BASE).rgb()
        return any(image.pixel(x, y) != ground for x in range(14, left - 4) for y in range(10, 40))

    assert inked()
    try:
        dress(qapp, Scheme.DARK)
        assert count(desk, "#ffffff") == 0
        assert inked()
    finally:
        dress(qapp, Scheme.LIGHT)
    desk.do("plain")
    assert desk.labels() == []


def test_thai_is_wrapped_between_words(desk):
    """Qt has no rules for Thai: without our library lines would end anywhere or nowhere."""
    desk.editor.set_body((plain("ประชุม" * 60),))
    layout = desk.editor.document().begin().layout()
    assert layout.lineCount() > 3
    starts = [layout.lineAt(n).textStart() for n in range(layout.lineCount())]
    assert [at for at in starts if at % len("ประชุม")] == []


def test_documents_outlive_the_editor_that_showed_them(qtbot, desk):
    kept = BodyDocument((plain("ก"),))
    desk.editor.show_document(kept)
    desk.editor.set_body((plain("ข"),))
    assert kept.body() == (plain("ก"),)
