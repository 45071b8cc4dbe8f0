import datetime
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.operations import committees, records
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.typed_field import TypedField
from bmahr_desktop.ui.office.window import OfficeWindow
from tests.meetings import uid

TODAY = datetime.date(2025, 6, 2)
SECTIONS = {"people": 0, "units": 1, "committees": 2, "templates": 3, "modules": 4}


class Elsewhere(QObject):
    """Another screen."""


class Driver:
    """The office window, and the hands of whoever uses it."""

    def __init__(self, qtbot, store, write):
        self.bot, self.type = qtbot, write
        self.desk = Desk(store)
        self.elsewhere = Elsewhere()
        self.window = OfficeWindow(self.desk, today=lambda: TODAY)
        qtbot.addWidget(self.window, before_close_func=lambda window: self.let_go())
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def let_go(self):
        window = self.window
        for pane in (window.people, window.units, window.committees, window.committees.seats,
                     window.templates, window.modules):  # fmt: skip
            pane.form.give_up()
        for field in self.window.findChildren(TypedField):
            field.forget_typing()

    def at(self, section):
        self.window.sections.setCurrentRow(SECTIONS[section])
        pane = getattr(self.window, section)
        pane.list.setFocus()
        return pane

    def find(self, name, kind=QWidget):
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def fill(self, name, text):
        """Go to a field, write over what it holds, and leave it by Tab."""
        field = self.find(name)
        field.setFocus()
        line = field.focusProxy() or field
        line.selectAll()
        if text:
            self.type(line, text)
        else:
            QTest.keyClick(line, Qt.Key.Key_Delete)
        popup = getattr(field, "_popup", None)  # an open list has the keyboard
        QTest.keyClick(popup if popup and popup.isVisible() else line, Qt.Key.Key_Tab)

    def key(self, widget, key, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(widget, key, held)

    def alt(self, widget, key):
        QTest.keyClick(widget, key, Qt.KeyboardModifier.AltModifier)

    def undo(self, pane):
        """Take back what was done last, by the keyboard."""
        assert pane.undo.isVisible()
        self.alt(pane.list, Qt.Key.Key_Z)
        self.bot.waitUntil(lambda: not pane.undo.isVisible())

    def read(self, operation, *arguments):
        return self.desk.read(operation, *arguments)

    def record(self, kind, name):
        return self.desk.read(partial(records.read, kind=kind, uid=uid(name))).record

    def write(self, operation, *arguments, **fields):
        return self.desk.write(self.elsewhere, operation, *arguments, **fields)

    def another_committee(self):
        other = Committee(uid=uid("other"), code="OTH", name="คณะอื่น")
        self.write(committees.found_committee, other)


def cells(pane, column=0):
    """What a column of a list shows, from top to bottom."""
    model = pane.list.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def office(qtbot, full_store, write):
    return Driver(qtbot, full_store, write)


@pytest.fixture
def bare_office(qtbot, store, write):
    return Driver(qtbot, store, write)
