import pytest

from bmahr_desktop.ui.desk import Desk


@pytest.fixture
def desk(qapp, full_store):
    return Desk(full_store)


@pytest.fixture
def standing(qtbot):
    """Show a pane on a meeting, its list with the keyboard."""

    def standing(pane, meeting, **how):
        qtbot.addWidget(pane, **how)
        pane.resize(620, 590)
        pane.show_meeting(meeting)
        pane.show()
        pane.activateWindow()
        pane.view.setFocus()
        qtbot.waitUntil(pane.view.hasFocus)
        return pane

    return standing
