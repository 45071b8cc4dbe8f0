import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from bmahr_desktop.ui.records.list_keys import ListKeys

KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def press(qapp):
    """Press a key; return what it was taken for."""
    owner = QObject()

    def press(key, held=HELD.NoModifier, **kwargs):
        keys = ListKeys(owner, **kwargs)
        told: list[object] = []
        keys.add_wanted.connect(lambda: told.append("add"))
        keys.remove_wanted.connect(lambda: told.append("remove"))
        keys.edit_wanted.connect(lambda: told.append("edit"))
        keys.move_wanted.connect(lambda by: told.append(("move", by)))
        keys.shift_wanted.connect(lambda by: told.append(("shift", by)))
        taken = keys.hear(QKeyEvent(QEvent.Type.KeyPress, key, held))
        assert taken is bool(told)
        return told

    return press


@pytest.mark.parametrize(
    ("key", "held", "meant"),
    [
        (KEY.Key_Insert, HELD.NoModifier, ["add"]),
        (KEY.Key_Delete, HELD.KeypadModifier, ["remove"]),
        (KEY.Key_F2, HELD.NoModifier, ["edit"]),
        (KEY.Key_Enter, HELD.KeypadModifier, ["edit"]),
        (KEY.Key_Up, HELD.AltModifier, [("move", -1)]),
        (KEY.Key_Down, HELD.AltModifier | HELD.KeypadModifier, [("move", 1)]),
        (KEY.Key_Down, HELD.NoModifier, []),
        (KEY.Key_Down, HELD.AltModifier | HELD.ShiftModifier, []),
        (KEY.Key_A, HELD.NoModifier, []),
    ],
)
def test_a_key_means_the_same_in_every_list(press, key, held, meant):
    assert press(key, held) == meant
    assert press(key, held, levels=True, alone=True) == meant


def test_only_where_there_are_levels_do_arrows_shift_them(press):
    assert press(KEY.Key_Left, HELD.AltModifier) == []
    assert press(KEY.Key_Left, HELD.AltModifier, levels=True) == [("shift", -1)]
    assert press(KEY.Key_Right, HELD.AltModifier, levels=True) == [("shift", 1)]


def test_another_key_held_may_leave_no_meaning(press):
    assert press(KEY.Key_Delete, HELD.ShiftModifier) == ["remove"]
    assert press(KEY.Key_Delete, HELD.ShiftModifier, alone=True) == []
