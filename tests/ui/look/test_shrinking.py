import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from bmahr_desktop.ui.look.icons import IconName, icon
from bmahr_desktop.ui.look.shrinking import Shrinking, ShrinkingButton


class Row(QWidget):
    buttons: list[ShrinkingButton]
    shrinking: Shrinking


@pytest.fixture
def row(qtbot):
    host = Row()
    layout = QHBoxLayout(host)
    layout.addWidget(QLabel("ครั้งที่ ๑/๒๕๖๘", host))
    layout.addStretch(1)
    host.buttons = [
        ShrinkingButton(icon(name), words, host)
        for name, words in (
            (IconName.PEN, "บันทึกสด"),
            (IconName.CALENDAR, "การประชุมนี้"),
            (IconName.FILE_TEXT, "เอกสาร"),
        )
    ]
    for button in host.buttons:
        layout.addWidget(button)
    host.buttons[1].setMenu(QMenu(host))
    host.shrinking = Shrinking(host, host.buttons[::-1])
    qtbot.addWidget(host)
    host.show()
    return host


def narrow(row, width):
    row.resize(width, row.height())
    QApplication.processEvents()
    return [button.is_narrow() for button in row.buttons]


def test_words_go_one_after_the_other_and_come_back(row):
    wide = row.layout().sizeHint().width()
    assert narrow(row, wide) == [False, False, False]
    assert narrow(row, wide - 1) == [False, False, True]
    assert narrow(row, wide - row.buttons[2].saved() - 1) == [False, True, True]
    least = row.minimumSizeHint().width()
    assert narrow(row, least) == [True, True, True]
    assert row.width() == least
    assert narrow(row, wide) == [False, False, False]
    assert row.layout().sizeHint().width() == wide


def test_a_narrow_button_says_its_words_elsewhere(row):
    narrow(row, row.minimumSizeHint().width())
    live, meeting, _ = row.buttons
    assert (meeting.toolTip(), meeting.accessibleName()) == ("การประชุมนี้", "การประชุมนี้")
    live.tell("บันทึกการประชุม (Ctrl+L)")
    assert live.toolTip() == "บันทึกการประชุม (Ctrl+L)"
    narrow(row, 900)
    assert (live.toolTip(), meeting.toolTip()) == ("บันทึกการประชุม (Ctrl+L)", "")


def test_nothing_is_cut_at_any_width(row):
    for width in range(row.minimumSizeHint().width(), row.layout().sizeHint().width() + 20, 3):
        narrow(row, width)
        for button in row.buttons:
            assert button.width() >= button.sizeHint().width(), width
            assert row.rect().contains(button.geometry()), width


def test_it_is_as_high_as_other_buttons(qtbot, row):
    other = QPushButton(icon(IconName.PEN), "บันทึกสด", row)
    for width in (row.minimumSizeHint().width(), 900):
        narrow(row, width)
        assert {button.sizeHint().height() for button in row.buttons} == {other.sizeHint().height()}


def test_what_is_hidden_takes_no_room(row):
    wide = row.layout().sizeHint().width()
    row.buttons[0].hide()
    QApplication.processEvents()
    gone = row.buttons[0].sizeHint().width()
    assert narrow(row, wide - gone) == [False, False, False]
