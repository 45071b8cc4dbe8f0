"""The editor on a record: kept as it is typed, with its pictures and statements."""

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from bmahr_desktop.domain.body import Composed, ComposedKind, Picture
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.ui.desk import Desk as Door
from bmahr_desktop.ui.records.body_field import BodyField
from tests.meetings import uid
from tests.records import picture, sha
from tests.ui.body.conftest import CONTROL, KEYS, Desk, plain

MEETING = uid("meeting")


@pytest.fixture
def door(full_store):
    return Door(full_store)


def sections(door):
    def read(session):
        for item in records.read_parts_of(session, Kind.ITEM, MEETING):
            for matter in item.record.matters:
                yield from matter.sections

    return list(door.read(lambda session: list(read(session))))


@pytest.fixture
def field(qtbot, door):
    field = BodyField(door)
    qtbot.addWidget(field)
    field.resize(600, 500)
    first = sections(door)[-1]
    field.show_body(Kind.SECTION, door.read(records.read, Kind.SECTION, first.uid), MEETING)
    field.show()
    qtbot.waitExposed(field)
    field.editor.setFocus()
    return field


@pytest.fixture
def hand(field, write):
    hand = Desk(field.editor, write)
    hand.press(KEYS.Key_End, CONTROL)
    return hand


def on_file(door, field):
    return door.read(records.read, Kind.SECTION, field._uid).record.body


def choose(qtbot, file):
    """Choose a file in the dialog that opens next."""

    def answer():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setText(str(file))
        dialog.accept()

    QTimer.singleShot(0, answer)


def test_what_is_typed_is_on_file_after_a_pause_and_undo_goes_on(qtbot, door, field, hand):
    before = on_file(door, field)
    with qtbot.waitSignal(field.kept):
        hand.write("\nน้ำ")
    assert on_file(door, field)[-1] == plain("น้ำ")
    hand.undo(2)
    assert field.flush()
    assert on_file(door, field) == before


def test_a_chosen_picture_is_kept_and_shown(qtbot, door, field, tmp_path, hand):
    before = field.editor.body()
    file = tmp_path / "ภาพ.png"
    file.write_bytes(picture("red"))
    choose(qtbot, file)
    hand.do("insert_picture")
    assert field.editor.body()[-1] == Picture(file=sha(picture("red")), width_mm=20.0)
    assert field.flush()
    assert on_file(door, field)[-1].file == sha(picture("red"))
    hand.undo()
    assert field.editor.body() == before


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"", None])
def test_what_is_no_picture_is_refused_in_words(qtbot, door, field, tmp_path, content, hand):
    before = field.editor.body()
    file = tmp_path / "ภาพ.png"
    if content is None:
        field.pictures.take(b"GIF89a")
    else:
        file.write_bytes(content)
        choose(qtbot, file)
        hand.do("insert_picture")
    assert field.note.text()
    assert field.editor.body() == before


def test_a_pasted_picture_is_kept_and_as_wide_as_on_the_screen(door, field, hand):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    mime = QMimeData()
    mime.setImageData(image)
    field.editor.insertFromMimeData(mime)
    pasted = field.editor.body()[-1]
    assert pasted.width_mm == 105.8
    assert field.flush()
    assert on_file(door, field)[-1] == pasted


def test_a_statement_follows_the_records(qtbot, door, field, hand):
    hand.write("\n")
    hand.do("insert_next_meeting")
    assert field.flush()
    assert on_file(door, field)[-1] == Composed(ComposedKind.NEXT_MEETING)
    words = field.editor.body_document.composed(ComposedKind.NEXT_MEETING)
    assert words

    def seen():
        field.editor.clearFocus()
        return field.editor.viewport().grab().toImage()

    before = seen()
    assert seen() == before
    door.write(door, records.amend, Kind.MEETING, MEETING, None, next_meeting=None)
    assert seen() != before
    assert not field.waiting()
    hand.undo()
    assert on_file(door, field)[-1] == Composed(ComposedKind.NEXT_MEETING)


def test_a_statement_becomes_ordinary_text(door, field, hand):
    hand.write("\n")
    hand.do("insert_next_meeting")
    words = field.editor.body_document.composed(ComposedKind.NEXT_MEETING)
    hand.do("detach")
    assert words.split("\n")[0] in hand.texts()


def test_what_no_record_can_hold_never_reaches_it(door, field, hand):
    hand.press(KEYS.Key_Return)
    hand.paste(text="ก\x00ข\ud800ค")
    assert field.flush()
    assert on_file(door, field)[-1] == plain("กขค")
    assert field.note.text() == ""


def test_a_body_of_another_record_has_its_own_undo(door, field, hand):
    hand.write("๑")
    mine = field._uid
    other = sections(door)[0].uid
    field.show_body(Kind.SECTION, door.read(records.read, Kind.SECTION, other), MEETING)
    words = field.editor.body()
    hand.undo()
    assert field.editor.body() == words
    read = door.read(records.read, Kind.SECTION, mine)
    field.show_body(Kind.SECTION, read, MEETING)
    assert field.editor.body() == read.record.body
    hand.undo()
    assert field.waiting()
