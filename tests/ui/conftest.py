import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from bmahr_desktop.operations.office import make_office, new_sitting
from bmahr_desktop.operations.sample import fill_with_sample
from bmahr_desktop.places import data_place
from bmahr_desktop.ui.look.theme import Scheme, dress
from tests.ui.desks import at_work, copied


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp):
    """Every window under test looks like the program's, whatever the desktop wears."""
    dress(qapp, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def passing(tmp_path, monkeypatch):
    """The PC's folder of passing files: what somebody's program kept aside there is not offered."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture
def write():
    """Type a text of any script; `qtbot.keyClicks` aborts the process at a Thai letter."""

    def write(widget, text):
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    return write


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory):
    """The invented year on file, made once; each test works on its own copy."""
    path = tmp_path_factory.mktemp("sample") / "records.sqlite"
    store = make_office(data_place(path), new_sitting())
    fill_with_sample(store)
    store.close()
    return path


@pytest.fixture
def sample_copy(sample_file, tmp_path):
    return copied(sample_file, tmp_path)


@pytest.fixture
def workspace(qtbot, sample_copy):
    """The window at work on the sample."""
    with at_work(qtbot, sample_copy) as found:
        yield found
