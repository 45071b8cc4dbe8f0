import re

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QProgressDialog,
    QPushButton,
    QToolButton,
    QTreeView,
)

from bmahr_desktop.i18n import use_language
from bmahr_desktop.ui.language import QtWords, speak, with_key
from bmahr_desktop.ui.qt_words import QT_WORDS

PAIRS = [(context, text) for context, some in QT_WORDS.items() for text in some]
BESIDE = re.compile(r"\(&?\w\)|PDF|\(\*[.\w]*\)|%1|[0-9x(),. -]+|pt|&|Ctrl\+\w")


@pytest.fixture
def thai(qapp):
    translator = QtWords(qapp)
    assert qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def in_thai(text):
    return re.search("[ก-๙]", text) is not None and not re.search("[A-Za-z]", BESIDE.sub("", text))


def actions(menu):
    return [action.text().partition("\t")[0] for action in menu.actions() if action.text()]


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_is_in_thai(qtbot, thai, kind):
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    qtbot.addWidget(menu)
    assert actions(menu) == [
        "เลิกทำ(&U)", "ทำซ้ำ(&R)", "ตัด(&T)", "คัดลอก(&C)", "วาง(&P)", "ลบ", "เลือกทั้งหมด",
    ]  # fmt: skip


@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
def test_the_dialog_for_files_is_in_thai(qtbot, thai, tmp_path, mode):
    (tmp_path / "a.sqlite").write_bytes(b"")
    dialog = QFileDialog(None, "", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(mode)
    dialog.show()
    texts = [w.text() for w in dialog.findChildren(QLabel) if w.isVisible()]
    texts += [w.text() for w in dialog.findChildren(QPushButton) if w.isVisible()]
    texts += [w.toolTip() for w in dialog.findChildren(QToolButton) if w.toolTip()]
    tree = dialog.findChild(QTreeView)
    assert tree is not None
    header = tree.header()
    model = header.model()
    texts += [str(model.headerData(n, header.orientation())) for n in range(4)]
    assert len(texts) >= 12
    assert [text for text in texts if text and not in_thai(text)] == []


def test_buttons_of_a_message_are_in_thai(qtbot, thai):
    box = QMessageBox()
    qtbot.addWidget(box)
    buttons = QMessageBox.StandardButton
    for one in (buttons.Ok, buttons.Cancel, buttons.Yes, buttons.No, buttons.Close, buttons.Save):
        box.addButton(one)
    assert [b.text() for b in box.buttons() if not in_thai(b.text())] == []
    waiting = QProgressDialog()
    qtbot.addWidget(waiting)
    assert [button.text() for button in waiting.findChildren(QPushButton)] == ["หยุด"]


def test_a_text_of_no_interest_stays_as_qt_has_it(thai):
    assert QApplication.translate("QPageSize", "A4") == "A4"
    assert QApplication.translate("QLineEdit", "No such text") == "No such text"


def test_english_needs_no_words(qapp):
    use_language("en")
    speak(qapp)
    assert QApplication.translate("QLineEdit", "Select All") == "Select All"


@pytest.mark.parametrize(
    ("words", "source", "found"),
    [
        ("ตัด", "Cu&t", "ตัด(&T)"),
        ("ชื่อ:", "File &name:", "ชื่อ(&N):"),
        ("ตัวเลือกเพิ่มเติม >>", "&Options >>", "ตัวเลือกเพิ่มเติม(&O) >>"),
        ("ลบ", "Delete", "ลบ"),
    ],
)
def test_a_key_stands_behind_the_words(words, source, found):
    assert with_key(words, source) == found


def test_qt_still_says_what_we_have_words_for():
    """Qt's own catalogue knows every text of ours; what Qt no longer says falls out here."""
    theirs = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert theirs.load("qtbase_de", folder)
    assert [pair for pair in PAIRS if not theirs.translate(*pair)] == []


def test_everything_is_in_thai_and_keeps_its_places(thai):
    for context, text in PAIRS:
        found = QApplication.translate(context, text)
        assert in_thai(found), (context, text, found)
        assert found.count("%1") == text.count("%1")
        assert text.endswith(":") == found.endswith(":")
        key = re.search(r"&(\w)", text)
        assert ("&" in found) == (key is not None)
