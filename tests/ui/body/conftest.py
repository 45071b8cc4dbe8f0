import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bmahr_desktop.domain.body import Numbering, Paragraph, Table, TextRun
from bmahr_desktop.ui.body.editor import BodyEditor
from bmahr_desktop.ui.records.text_field import TextField
from tests.ui.body.office import Office

KEYS = Qt.Key
CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """An editor with the hands of somebody who works on it."""

    def __init__(self, editor, write):
        self.editor, self._write = editor, write
        self.refusals: list[object] = []
        editor.refused.connect(self.refusals.append)

    def write(self, text):
        """Type; Enter and Tab stand in the text as they are."""
        for letter in text:
            if letter == "\n":
                self.press(KEYS.Key_Return)
            elif letter == "\t":
                self.press(KEYS.Key_Tab)
            else:
                self._write(self.editor, letter)

    def press(self, key, modifiers=NONE, times=1):
        for _ in range(times):
            QTest.keyClick(self.editor, key, modifiers)

    def undo(self, times=1):
        self.press(KEYS.Key_Z, CONTROL, times)

    def do(self, command):
        self.editor.commands.refresh()
        self.editor.commands[command].trigger()

    def select(self, words):
        """Select words where they first stand."""
        found = self.editor.document().find(words)
        assert not found.isNull(), words
        self.editor.setTextCursor(found)

    def go_behind(self, words):
        self.select(words)
        cursor = self.editor.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.editor.setTextCursor(cursor)

    def paste(self, *, text=None, html=None):
        mime = QMimeData()
        if text is not None:
            mime.setText(text)
        if html is not None:
            mime.setHtml(html)
        self.editor.insertFromMimeData(mime)

    def texts(self):
        return [block.text for block in self.editor.body() if isinstance(block, Paragraph)]

    def labels(self):
        """Return what stands before each paragraph outside of tables and in them."""
        document = self.editor.body_document
        found, block = [], document.begin()
        while block.isValid():
            if document.labels.shown(block):
                found.append(document.labels.shown(block))
            block = block.next()
        return found

    def table(self):
        (table,) = [block for block in self.editor.body() if isinstance(block, Table)]
        return table

    def rows(self):
        """Return the words of the table, a list for each row."""
        return [["/".join(p.text for p in c.paragraphs) for c in row] for row in self.table().rows]


def numbered(level, text):
    return Paragraph((TextRun(text=text),), level, Numbering.AUTOMATIC)


def plain(text):
    return Paragraph((TextRun(text=text),) if text else ())


@pytest.fixture
def desk(qtbot, write):
    editor = BodyEditor()
    qtbot.addWidget(editor)
    editor.resize(700, 500)
    editor.show()
    qtbot.waitExposed(editor)
    editor.setFocus()
    return Desk(editor, write)


@pytest.fixture
def window(qtbot):
    """A window with an editor and a plain field that offer what the office has."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 500)
    editor, field, line = BodyEditor(window), TextField(window), QLineEdit(window)
    column = QVBoxLayout(window)
    for widget in (editor, field, line):
        column.addWidget(widget)
    editor.set_offers(Office())
    field.set_offers(Office())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    editor.setFocus()
    return window


@pytest.fixture
def writer(window, write):
    """The editor in it, with hands."""
    return Desk(window.findChild(BodyEditor), write)


@pytest.fixture
def field(window):
    field = window.findChild(TextField)
    field.setFocus()
    return field
