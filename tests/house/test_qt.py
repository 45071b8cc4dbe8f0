"""The Qt binding counts its references: 6.12.0 does not, and aborts Python 3.11 in an hour."""

import sys


def test_void_calls_keep_the_count_of_none(qapp):
    from PySide6.QtWidgets import QLineEdit

    field = QLineEdit()
    before = sys.getrefcount(None)
    for _ in range(50_000):
        field.setReadOnly(True)
    lost = before - sys.getrefcount(None)
    field.deleteLater()
    assert abs(lost) < 1_000
