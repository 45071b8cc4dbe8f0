"""Which keys were pressed, whatever keyboard is in use."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_LATIN = range(0x30, 0x5B)
"""What Windows calls the keys 0 to 9 and A to Z, whatever letter they write."""
_LETTERS = range(0x80, 0x01000000)


def pressed(event: QKeyEvent) -> QKeySequence:
    """Return the keys of an event as a shortcut names them.

    On a Thai keyboard Ctrl and ด are Ctrl+F: Qt knows that of shortcuts, not of events.
    """
    key, native = event.key(), event.nativeVirtualKey()
    if key in _LETTERS and native in _LATIN:
        key = native
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(modifiers.value | key)
