import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from bmahr_desktop.ui.look.marks import Emphasis, emphasise
from bmahr_desktop.ui.look.measures import GRID, row_height
from bmahr_desktop.ui.look.palette import Role, colour, shade, wears_dark
from bmahr_desktop.ui.look.theme import Scheme, dress


@pytest.fixture(autouse=True)
def _light_again(qapp):
    yield
    dress(qapp, Scheme.LIGHT)


class Painted(QWidget):
    """Something that paints for itself."""

    def __init__(self):
        super().__init__()
        self.seen = []

    def event(self, event):
        if event.type() is QEvent.Type.PaletteChange:
            self.seen.append(colour(Role.ACCENT))
        return super().event(event)


def test_a_scheme_is_put_on_and_told(qapp, qtbot):
    painted = Painted()
    qtbot.addWidget(painted)
    painted.show()
    dress(qapp, Scheme.DARK)
    assert wears_dark()
    assert painted.palette().window().color() == shade(Role.WINDOW, dark=True)
    assert painted.seen
    assert painted.seen[-1] == shade(Role.ACCENT, dark=True)
    dress(qapp, Scheme.LIGHT)
    assert not wears_dark()
    assert painted.seen[-1] == shade(Role.ACCENT, dark=False)


def test_the_desktop_is_followed_only_when_asked(qapp):
    hints = qapp.styleHints()
    dress(qapp, Scheme.SYSTEM)
    before = wears_dark()
    assert before is (hints.colorScheme() is Qt.ColorScheme.Dark)
    dress(qapp, Scheme.DARK)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert wears_dark()


def ground(button):
    return button.grab().toImage().pixelColor(12, button.height() // 2)


def test_a_main_button_stands_out_in_both(qapp, qtbot):
    button = QPushButton("เริ่มประชุมที่นี่")
    qtbot.addWidget(button)
    assert ground(button) == shade(Role.RAISED, dark=False)
    emphasise(button, Emphasis.MAIN)
    assert ground(button) == shade(Role.MAIN, dark=False)
    dress(qapp, Scheme.DARK)
    assert ground(button) == shade(Role.MAIN, dark=True)


def test_the_focus_is_seen(qtbot):
    pane = QWidget()
    qtbot.addWidget(pane)
    edit, button = QLineEdit(pane), QPushButton("ที่", pane)
    button.move(0, 60)
    pane.show()
    pane.activateWindow()
    for widget in (edit, button):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        for x in (0, 1):
            seen = widget.grab().toImage().pixelColor(x, widget.height() // 2)
            assert seen == shade(Role.FOCUS, dark=False)


def test_rows_keep_to_the_grid_and_have_room_for_marks(qapp):
    assert row_height() % GRID == 0
    assert row_height() > QWidget().fontMetrics().height()


@pytest.mark.parametrize("focused", [False, True])
def test_a_choice_shows_its_words_whole(qtbot, focused):
    choice = QComboBox()
    qtbot.addWidget(choice)
    choice.addItem("ในห้องประชุมและผ่านสื่ออิเล็กทรอนิกส์ที่ญี่ปุ่น")
    choice.show()
    choice.activateWindow()
    if focused:
        choice.setFocus()
        qtbot.waitUntil(choice.hasFocus)
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    room = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    assert room.width() >= choice.fontMetrics().horizontalAdvance(choice.currentText())
    assert room.height() >= choice.fontMetrics().height()
