import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from bmahr_desktop.operations.crest import crest_file, office_crest
from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.ui.crest_field import CrestField
from bmahr_desktop.ui.settings import Settings
from bmahr_desktop.ui.settings_dialog import SettingsDialog
from tests.records import picture
from tests.ui.desks import meeting_of


@pytest.fixture
def forms(tmp_path):
    return tmp_path / "office.d" / "forms"


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """The file that the dialog for files is answered with."""
    path = tmp_path / "ครุฑของเรา.png"
    path.write_bytes(picture())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


@pytest.fixture
def dialog(qtbot, forms):
    dialog = SettingsDialog(Settings(), forms=forms)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_a_picture_is_taken_in_shown_small_and_taken_away(qtbot, dialog, forms, chosen):
    field = dialog.findChild(CrestField)
    assert field.none.isVisible()
    assert not field.remove.isVisible()
    with qtbot.waitSignal(dialog.crest_changed):
        press(qtbot, dialog, "crest_choose")
    assert office_crest(forms) == picture()
    shown = field.picture.pixmap().deviceIndependentSize()
    assert 0 < max(shown.width(), shown.height()) <= field.picture.width()
    assert not field.none.isVisible()
    with qtbot.waitSignal(dialog.crest_changed):
        press(qtbot, dialog, "crest_remove")
    assert office_crest(forms) is None
    assert field.none.isVisible()


def test_what_cannot_be_taken_in_is_said_below(qtbot, dialog, forms, chosen):
    chosen.write_bytes(b"no picture")
    with qtbot.assertNotEmitted(dialog.crest_changed):
        press(qtbot, dialog, "crest_choose")
    field = dialog.findChild(CrestField)
    assert field.note.text()
    assert crest_file(forms) is None
    chosen.write_bytes(picture())
    press(qtbot, dialog, "crest_choose")
    assert field.note.text() == ""


def test_one_that_was_spoiled_is_told_and_can_be_taken_away(qtbot, forms):
    forms.mkdir(parents=True)
    (forms / "crest.png").write_bytes(b"spoiled")
    field = CrestField(forms)
    qtbot.addWidget(field)
    field.show()
    assert "crest.png" in field.note.text()
    field.remove.click()
    assert (field.note.text(), crest_file(forms)) == ("", None)


def test_without_a_file_of_records_there_is_nothing_to_choose(qtbot):
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    assert dialog.findChild(CrestField) is None


def test_the_letter_beside_the_text_shows_it_at_once(qtbot, workspace, chosen):
    workspace.open_record(meeting_of(workspace))
    preview = workspace.meetings.preview
    with qtbot.waitSignal(preview.set_in_type, timeout=20_000) as seen:
        preview.show_kind(PaperKind.INVITATION)
    assert b"/Subtype /Image" not in seen.args[0].pdf
    field = CrestField(workspace.place.forms)
    qtbot.addWidget(field)
    field.changed.connect(preview.set_again)
    with qtbot.waitSignal(preview.set_in_type, timeout=20_000) as seen:
        field.take(chosen)
    assert b"/Subtype /Image" in seen.args[0].pdf
