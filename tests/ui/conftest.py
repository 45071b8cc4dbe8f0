import pytest

from bmahr_desktop.ui.look.theme import Scheme, dress


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    """Every window under test looks like the program's, whatever the desktop wears."""
    dress(qapp, Scheme.LIGHT)
