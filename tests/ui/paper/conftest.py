from dataclasses import dataclass
from threading import Event

import msgspec
import pytest
from PySide6.QtCore import QPointF

from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.operations.minutes import set_paper
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.paper.geometry import Spot
from bmahr_desktop.ui.paper.pane import PaperPane
from tests.meetings import AGENDA, committee, meeting

WIDTH, HEIGHT = 600, 700


def set_meeting(**changes):
    return set_paper(compose_minutes(meeting(**changes), committee(), {}))


@pytest.fixture(scope="session")
def paper():
    """Minutes of three pages."""
    return set_meeting()


@pytest.fixture(scope="session")
def newer():
    """The same, and a word changed on the first page."""
    return set_meeting(venue="ห้องใหญ่ ชั้น ๙")


@pytest.fixture(scope="session")
def long_paper():
    """The same agenda again and again."""
    agenda = tuple(
        msgspec.structs.replace(item, uid=f"{item.uid}-{round_}")
        for round_ in range(6)
        for item in AGENDA
    )
    return set_meeting(agenda=agenda)


@pytest.fixture
def errands(qapp):
    errands = Errands("paper")
    yield errands
    assert errands.stop()


@pytest.fixture
def pane(qtbot, errands):
    pane = PaperPane(errands)
    qtbot.addWidget(pane)
    pane.resize(WIDTH, HEIGHT)
    pane.show()
    pane.activateWindow()
    pane.view.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    return pane


@pytest.fixture
def view(pane):
    return pane.view


@pytest.fixture
def show(qtbot, pane, errands):
    """Show a paper, and wait until all of it that shows is drawn and read."""

    def show(paper):
        with qtbot.waitSignal(pane.view.settled):
            pane.show_paper(paper.pdf, paper.text_map)
        qtbot.waitUntil(lambda: not errands.busy())
        return paper

    return show


@dataclass
class Held:
    """The thread, held up until it is let go."""

    errands: Errands

    def __post_init__(self):
        self._gate, begun = Event(), Event()

        def work(progress):
            begun.set()
            while not self._gate.wait(0.001):
                progress.check()

        self.errands.run(work)
        assert begun.wait(5)

    def let_go(self):
        self._gate.set()


@pytest.fixture
def held(errands):
    return lambda: Held(errands)


@pytest.fixture
def piece_of(paper):
    """The first piece of a text that is printed on a page."""

    def piece_of(page, paper=paper):
        return next(piece for piece in paper.text_map.pieces if piece.page == page)

    return piece_of


@pytest.fixture
def middle(view):
    """Where a piece of a text lies in the viewport."""

    def middle(piece):
        spot = Spot(piece.page, piece.left, piece.bottom, piece.right, piece.top)
        return QPointF(view.rect_of(spot).center()).toPoint()

    return middle
