"""A project under the hands of a clerk: what tests of its steps, money and reports share."""

import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.ui.notices import UndoBar
from bmahr_desktop.ui.projects.sections import Around
from tests.meetings import uid

NOVEMBER = datetime.date(2024, 11, 20)
KEY = Qt.Key


class Clerk:
    """Works on the project of `tests.records` with the keyboard."""

    def __init__(self, qtbot, desk, write, errands):
        self.qtbot, self.desk, self.write = qtbot, desk, write
        self.day = NOVEMBER
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.column = QVBoxLayout(self.window)
        self.undo = UndoBar(self.window)
        self.column.addWidget(self.undo)
        self.around = Around(desk, errands, self.undo, lambda: self.day)
        self.section = None

    def opens(self, section):
        self.section = section(self.around, self.window)
        self.column.insertWidget(0, self.section, 1)
        self.window.resize(980, 700)
        self.window.show()
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        self.section.show_project(uid("project"))
        self.section.begin()
        return self.section

    def project(self):
        return self.desk.read(read_project, uid("project"))

    def press(self, *keys, held=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), key, held)
            QApplication.processEvents()

    def focused(self) -> Any:
        """The field that the keyboard is in."""
        return QApplication.focusWidget()

    def types(self, text):
        for part in (text[:1], text[1:]):  # the first letter opens the field of a cell
            self.write(QApplication.focusWidget(), part)
            QApplication.processEvents()

    def enters(self, text):
        """Type over what a field holds."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QLineEdit):
            focused.selectAll()
        self.types(text)
