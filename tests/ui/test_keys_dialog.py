import re
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from bmahr_desktop.ui.body.command_list import COMMANDS
from bmahr_desktop.ui.keys_dialog import _SIZE, KeysDialog, on_keyboard, shared
from tests.ui.desks import meeting_of


def shown(dialog):
    """The keys that each tab lists."""
    found = {}
    for tab in range(dialog.tabs.count()):
        labels = dialog.tabs.widget(tab).findChildren(QLabel, "key")
        found[tab] = [label.text() for label in labels]
    return found


@pytest.fixture
def opened(workspace):
    """What is seen of the list of keys, as F1 opens it in a window of 1366 by 768."""

    def opened(look):
        seen = []

        def when_open():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, KeysDialog):
                QTimer.singleShot(20, when_open)
                return
            seen.append(look(dialog))
            close = dialog.findChild(QPushButton, "keys_close")
            assert close is not None
            close.click()

        QTimer.singleShot(0, when_open)
        workspace.show_keys()
        return seen[0]

    return opened


def test_every_key_of_a_meeting_held_is_listed_before_it_is_recorded(workspace, opened):
    assert workspace.live.conduct is None
    keys = opened(shown)
    conduct: Any = workspace.live.conduct
    named = {one.objectName(): on_keyboard(one.shortcut()) for one in conduct.actions}
    assert named["live_start"] == "F9"
    assert [name for name, key in named.items() if key not in keys[1]] == []
    for key in "1234567":
        assert key in keys[1]


def test_every_command_with_keys_is_listed(workspace, opened):
    workspace.open_record(meeting_of(workspace))
    keys = opened(shown)
    listed = {key for some in keys.values() for key in some}
    commands = [one for one in workspace.commands() if not one.shortcut().isEmpty()]
    assert len(commands) > 15
    missing = [one.text() for one in commands if on_keyboard(one.shortcut()) not in listed]
    assert missing == []
    of_body = [on_keyboard(QKeySequence(one.keys)) for one in COMMANDS if one.keys]
    assert set(of_body) <= {*keys[2], *keys[3]}


def test_while_recording_the_same_is_listed_once(workspace, opened):
    workspace.open_record(meeting_of(workspace))
    workspace.live.turn()
    keys = opened(shown)
    assert keys[1].count("F9") == 1
    assert "F9" not in keys[0]
    workspace.live.turn()


def test_each_tab_is_seen_whole_on_a_small_screen(workspace, opened):
    def look(dialog):
        told = []
        assert dialog.width() <= dialog.screen().availableSize().width()
        dialog.resize(_SIZE)  # as on a screen of 1366 by 768
        for tab in range(dialog.tabs.count()):
            dialog.tabs.setCurrentIndex(tab)
            QApplication.processEvents()
            area = dialog.tabs.widget(tab)
            assert isinstance(area, QScrollArea)
            told.append((area.verticalScrollBar().maximum(), area.horizontalScrollBar().maximum()))
        return dialog.size(), told

    size, told = opened(look)
    assert size.width() <= 1366
    assert size.height() <= 768 - 40  # the frame of the window
    assert told == [(0, 0)] * 7


def test_columns_are_as_even_as_can_be_and_in_order():
    sections = [(name, [("k", "w")] * count) for name, count in
                (("a", 10), ("b", 1), ("c", 2), ("d", 9), ("e", 4), ("f", 4))]  # fmt: skip
    columns = shared(sections, 3)
    assert [name for some in columns for name, _ in some] == list("abcdef")
    assert max(sum(len(lines) + 2 for _, lines in some) for some in columns) == 15
    assert shared(sections[:1], 3)[0] or shared(sections[:1], 3)[-1]


def test_its_words_are_thai(workspace, opened):
    """Words of keys and names of programs apart, nothing English is left."""

    def look(dialog):
        labels = dialog.findChildren(QLabel)
        return [one.text() for one in labels if one.objectName() != "key"]

    known = r"Ctrl|Shift|Alt|Tab|Enter|Esc|Insert|Delete|PDF|JSON|Word|F\d+"
    words = [re.sub(known, "", text) for text in opened(look)]
    assert [text for text in words if re.search("[A-Za-z]{3}", text)] == []
