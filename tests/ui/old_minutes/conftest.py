import pytest
from docx import Document
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.old_minutes.window import OldMinutesWindow
from tests.documents.reading.plain_habits import BY_HAND
from tests.meetings import uid
from tests.records import exchange_of, take

COMMITTEE = Committee(uid=uid("committee"), code="SVC", name="คณะกรรมการพัฒนาบริการ")
DAYS = {1: "๖ มกราคม", 2: "๑๐ กุมภาพันธ์", 3: "๑๐ มีนาคม", 4: "๗ เมษายน"}
_THAI = dict(zip("0123456789", "๐๑๒๓๔๕๖๗๘๙", strict=True))


def typed_file(folder, number, habit=BY_HAND, more=(), name=""):
    """Invented minutes of a meeting, all on Wednesdays of 2564; with sentences of their own."""
    document = Document()
    habit.make(document)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            text = run.text.replace("ครั้งที่ ๓/๒๕๖๔", f"ครั้งที่ {_THAI[str(number)]}/๒๕๖๔")
            run.text = text.replace("๑๐ มีนาคม", DAYS[number])
        if paragraph.text.startswith("มติ") and more:
            paragraph.insert_paragraph_before(more[0])
            more = more[1:]
    path = folder / (name or f"รายงาน {number}.docx")
    document.save(str(path))
    return path


@pytest.fixture
def office(store):
    take(store, exchange_of(committees=(COMMITTEE,)), {})
    return store


@pytest.fixture
def desk(qapp, office):
    return Desk(office)


@pytest.fixture
def old(qtbot, desk):
    """The window, empty."""
    window = OldMinutesWindow(desk, COMMITTEE.uid)
    window.resize(1300, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.end()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def taken(qtbot, old):
    """Take files in, and wait until all are read."""

    def taken(*paths, count=None):
        before = len(old.files.files)
        old.take(paths)
        wanted = before + (len(paths) if count is None else count)

        def done():
            files = old.files.files
            return len(files) == wanted and not any(one.waits() for one in files)

        qtbot.waitUntil(done, timeout=20_000)
        qtbot.waitUntil(lambda: not old.work.busy())
        return old.files.files[before:]

    return taken


@pytest.fixture
def press(qtbot):
    def press(window, name):
        button = window.findChild(QPushButton, name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return press


@pytest.fixture
def answer(qtbot):
    """Press a button of the next question, by its number, once it is asked."""

    def answer(number):
        asked = []

        def press():
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, press)
                return
            asked.append(dialog.accessibleName())
            button = dialog.findChild(QPushButton, f"decision_{number}")
            assert button is not None
            button.click()

        QTimer.singleShot(0, press)
        return asked

    return answer
