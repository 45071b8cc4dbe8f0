import gc

import pytest

from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.importing.dialog import ImportDialog
from tests.records import FILES, office, put


@pytest.fixture
def errands(qapp):
    errands = Errands("worker")
    yield errands
    assert errands.stop()
    # What a failed errand leaves is a cycle; another test's thread must not be the one to find it.
    qapp.processEvents()
    del errands
    gc.collect()


@pytest.fixture
def desk(qapp, full_store):
    """The small office, open."""
    return Desk(full_store)


@pytest.fixture
def empty_desk(qapp, store):
    return Desk(store)


@pytest.fixture
def file(tmp_path):
    """Write records as an exchange file; the office's own without any."""

    def write(records=None):
        folder = tmp_path / "incoming"
        folder.mkdir(exist_ok=True)
        (folder / "files").mkdir(exist_ok=True)
        for name, data in FILES.items():
            (folder / "files" / name).write_bytes(data)
        return put(folder, records if records is not None else office())

    return write


@pytest.fixture
def bring_in(qtbot, errands):
    """Open the dialog on a file and wait until it shows a page."""

    def bring_in(desk, path, page="import_preview"):
        dialog = ImportDialog(desk, errands, path)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.page() == page)
        return dialog

    return bring_in
