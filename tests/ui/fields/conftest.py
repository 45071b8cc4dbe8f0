import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget


@pytest.fixture
def put(qtbot):
    """Show a field in a window of its own, with another field to go to, and enter it."""

    def put(field):
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.addWidget(field)
        other = QLineEdit(pane)
        other.setObjectName("other")
        column.addWidget(other)
        qtbot.addWidget(pane)
        field.pane = pane  # kept as long as the field
        pane.show()
        pane.activateWindow()
        field.setFocus()
        target = field.focusProxy() or field
        qtbot.waitUntil(target.hasFocus)
        return field

    return put


@pytest.fixture
def leave(qtbot):
    """Go to the other field."""

    def leave(field):
        other = field.pane.findChild(QLineEdit, "other")
        other.setFocus()
        qtbot.waitUntil(other.hasFocus)

    return leave
