from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from bmahr_desktop.places import person_folder
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.fields.word_field import ChoiceField, WordField
from bmahr_desktop.ui.look.digits import digits_in_use, use_digits
from bmahr_desktop.ui.look.palette import wears_dark
from bmahr_desktop.ui.look.theme import Scheme, dress
from bmahr_desktop.ui.settings import LONGEST_NAME, Settings
from bmahr_desktop.ui.settings_dialog import SettingsDialog


@pytest.fixture
def settings(qapp):
    return Settings()


def again(settings):
    """The same, as the program finds it at its next start."""
    settings.sync()
    return Settings()


def test_at_first_it_is_thai_and_as_the_pc_is(settings):
    assert settings.language == "th"
    assert settings.digits is DigitStyle.THAI
    assert settings.scheme is Scheme.SYSTEM
    assert settings.secretary == ""
    assert settings.recent == ()


def test_what_is_chosen_is_found_again(qtbot, settings):
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.language = "en"
    settings.digits = DigitStyle.ARABIC
    settings.scheme = Scheme.DARK
    settings.secretary = " ปั้นหยา ฟื้นฟู "
    assert told == ["language", "digits", "scheme", "secretary"]
    found = again(settings)
    assert (found.language, found.digits, found.scheme) == ("en", DigitStyle.ARABIC, Scheme.DARK)
    assert found.secretary == "ปั้นหยา ฟื้นฟู"


def test_the_same_choice_is_no_change(qtbot, settings):
    with qtbot.assertNotEmitted(settings.changed):
        settings.scheme = settings.scheme
        settings.digits = settings.digits


@pytest.mark.parametrize("count", [1, 2, 7])
def test_files_of_late_the_last_first_and_five_at_most(settings, count):
    files = [Path(f"/งาน/ปี, {n}/secretary.sqlite") for n in range(count)]
    for file in files:
        settings.remember_file(file)
    assert again(settings).recent == tuple(reversed(files))[:5]


def test_a_file_stands_once_among_those_of_late(settings):
    first, second = Path("/a.sqlite"), Path("/b.sqlite")
    for file in (first, second, first):
        settings.remember_file(file)
    assert settings.recent == (first, second)


def test_a_file_of_settings_that_makes_no_sense_is_as_none(qapp):
    person_folder().mkdir(parents=True)
    (person_folder() / "person.ini").write_text(
        "[General]\nlanguage=xx\ndigits=as_typed\nscheme=pink\nrecent=@Invalid()\n"
        f"secretary={'a' * 500}\n"
    )
    found = Settings()
    assert (found.language, found.digits, found.scheme) == ("th", DigitStyle.THAI, Scheme.SYSTEM)
    assert found.recent == ()
    assert len(found.secretary) == LONGEST_NAME


# ---------------------------------------------------------------- the dialog


@pytest.fixture
def dialog(qtbot, settings, qapp):
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.activateWindow()
    yield dialog
    dress(qapp, Scheme.LIGHT)
    use_digits(DigitStyle.THAI)


def choose(qtbot, dialog, name, key):
    field = dialog.findChild(ChoiceField, name)
    field.setFocus()
    qtbot.keyClick(field, key)


def test_colours_change_at_once(qtbot, dialog, settings):
    choose(qtbot, dialog, "settings_scheme", Qt.Key.Key_End)
    assert wears_dark()
    assert again(settings).scheme is Scheme.DARK


def test_digits_change_at_once(qtbot, dialog, settings):
    with qtbot.waitSignal(settings.changed) as told:
        choose(qtbot, dialog, "settings_digits", Qt.Key.Key_Down)
    assert told.args == ["digits"]
    assert digits_in_use() is DigitStyle.ARABIC
    assert again(settings).digits is DigitStyle.ARABIC


def test_languages_are_called_by_their_own_names(qtbot, dialog, settings):
    field = dialog.findChild(ChoiceField, "settings_language")
    assert [field.itemText(row) for row in range(field.count())] == ["ไทย", "English"]
    choose(qtbot, dialog, "settings_language", Qt.Key.Key_Down)
    assert again(settings).language == "en"


@pytest.mark.parametrize("leave", ["enter", "escape", "button"])
def test_the_name_is_kept_however_one_leaves(qtbot, dialog, settings, write, leave):
    field = dialog.findChild(WordField, "settings_secretary")
    field.setFocus()
    write(field, "ปั้นหยา ฟื้นฟู")
    if leave == "button":
        button = dialog.findChild(QPushButton, "settings_close")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(field, Qt.Key.Key_Return if leave == "enter" else Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert again(settings).secretary == "ปั้นหยา ฟื้นฟู"


def test_what_was_chosen_before_is_shown(qtbot, settings):
    settings.secretary, settings.digits = "ปั้นหยา", DigitStyle.ARABIC
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    names = [field.text() for field in dialog.findChildren(WordField)]
    digits = [field.value() for field in dialog.findChildren(ChoiceField, "settings_digits")]
    assert (names, digits) == (["ปั้นหยา"], [DigitStyle.ARABIC])


def test_its_words_have_room(dialog):
    QApplication.processEvents()
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible() and widget.hasHeightForWidth():
            assert widget.height() >= widget.heightForWidth(widget.width())


def test_a_file_that_is_no_text_at_all_does_no_harm(qapp):
    person_folder().mkdir(parents=True)
    (person_folder() / "person.ini").write_bytes(b"\xff\xfe\x00[[[=\n\x00=\xff" * 50)
    settings = Settings()
    assert settings.language == "th"
    settings.language = "en"
    assert settings.language == "en"
