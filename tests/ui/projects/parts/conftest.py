import pytest

from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from tests.ui.projects.parts.project_parts import Clerk


@pytest.fixture
def clerk(qtbot, full_store, write):
    """Somebody at work on the project of the small office."""
    errands = Errands("test")
    yield Clerk(qtbot, Desk(full_store), write, errands)
    errands.stop()
