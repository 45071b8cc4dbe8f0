from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.notices import DecisionDialog
from bmahr_desktop.ui.paper import printing
from bmahr_desktop.ui.paper.geometry import PageSize, Tile
from bmahr_desktop.ui.paper.pdf import draw_tiles, read_sizes
from bmahr_desktop.ui.paper.printing import print_paper, start_printing


@pytest.fixture(autouse=True)
def _coarse(monkeypatch):
    """As many dots as a proof needs: a sixteenth of what is printed."""
    monkeypatch.setattr(printing, "MOST_DOTS", 150)


@pytest.fixture
def printer(tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return printer


@pytest.fixture
def printed(qtbot, pane, printer, errands, tmp_path):
    """Print a paper, and return what came out."""

    def printed(pdf):
        errand = start_printing(pane, pdf, read_sizes(pdf), printer, errands)
        with qtbot.waitSignal(errand.ended):
            pass
        return (tmp_path / "printed.pdf").read_bytes()

    return printed


def page_of(pdf, page):
    tile = Tile(page, 0, 0, 595, 842, 595, 842)  # a pixel for a point
    (image,) = draw_tiles(pdf, [tile], Progress(None, lambda: None))
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def far(one, other):
    """How far two pictures are from each other, from 0 for not at all to 255."""
    pairs = list(zip(bytes(one.constBits()), bytes(other.constBits()), strict=True))
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def edges(image):
    """Where the first and the last ink is, from the left and from the top."""
    rows = [bytes(image.constScanLine(y))[: image.width()] for y in range(image.height())]
    down = [y for y, row in enumerate(rows) if min(row) < 160]
    across = [x for x, column in enumerate(zip(*rows, strict=True)) if min(column) < 160]
    return down[0], down[-1], across[0], across[-1]


def nearest(image, paper):
    """The page of a paper that a picture is most like."""
    return min(range(1, paper.pages + 1), key=lambda page: far(image, page_of(paper.pdf, page)))


def test_pages_are_printed_in_their_own_size_and_place(paper, printed):
    out = printed(paper.pdf)
    sizes = read_sizes(out)
    assert len(sizes) == 3
    assert sizes[0] == pytest.approx(read_sizes(paper.pdf)[0], abs=1)
    for page in (1, 2, 3):
        ours, theirs = edges(page_of(paper.pdf, page)), edges(page_of(out, page))
        assert theirs == pytest.approx(ours, abs=1)


def test_only_the_chosen_pages_are_printed_from_the_last(paper, printer, printed):
    printer.setFromTo(2, 3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    out = printed(paper.pdf)
    assert len(read_sizes(out)) == 2
    assert [nearest(page_of(out, page), paper) for page in (1, 2)] == [3, 2]


@pytest.mark.parametrize(
    ("collated", "order"), [(True, [1, 2, 3, 1, 2, 3]), (False, [1, 1, 2, 2, 3, 3])]
)
def test_copies_are_made_where_the_printer_makes_none(printer, collated, order):
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert not printer.supportsMultipleCopies()
    assert printing._wanted(printer, 3) == order


def test_a_page_lies_as_it_is(printer):
    upright, across = PageSize(595.28, 841.89), PageSize(841.89, 595.28)
    assert printing._paper_of(across).id() is printing._paper_of(upright).id()
    assert printing._paper_of(upright).id() is QPageSize.PageSizeId.A4
    assert printing._orientation(across) is not printing._orientation(upright)


def test_bands_cover_the_page_and_lie_over_each_other():
    bands = list(printing._bands(7, PageSize(595.28, 841.89), 600))
    assert {band.width for band in bands} == {band.full_width for band in bands} == {4961}
    assert (bands[0].y, bands[-1].y + bands[-1].height) == (0, 7016)
    assert all(a.y + a.height > b.y for a, b in pairwise(bands))


def test_printing_tells_how_far_it_is(qtbot, pane, long_paper, printer, errands):
    told = []
    errand = start_printing(pane, long_paper.pdf, read_sizes(long_paper.pdf), printer, errands)
    errand.went_on.connect(lambda done, count: told.append((done, count)))
    telling = pane.findChild(QProgressDialog, "printing")
    telling.setMinimumDuration(0)
    qtbot.waitUntil(telling.isVisible)
    assert not telling.isModal()
    qtbot.waitUntil(lambda: telling.value() > 0)
    with qtbot.waitSignal(errand.ended):
        pass
    assert told == sorted(told)
    assert {count for _, count in told} == {long_paper.pages}
    qtbot.waitUntil(lambda: pane.findChild(QProgressDialog, "printing") is None)


def test_printing_can_be_stopped_and_leaves_no_half_a_file(
    qtbot, pane, long_paper, printer, errands, tmp_path
):
    errand = start_printing(pane, long_paper.pdf, read_sizes(long_paper.pdf), printer, errands)
    with qtbot.waitSignal(errand.went_on):
        pass
    assert (tmp_path / "printed.pdf").exists()
    with qtbot.waitSignal(errand.ended):
        pane.findChild(QPushButton, "printing_stop").click()
    assert not (tmp_path / "printed.pdf").exists()


def test_what_cannot_be_printed_is_told_in_words(qtbot, pane, paper, printer, errands, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no folder" / "printed.pdf"))
    start_printing(pane, paper.pdf, read_sizes(paper.pdf), printer, errands)
    qtbot.waitUntil(lambda: pane.findChild(DecisionDialog) is not None)
    dialog = pane.findChild(DecisionDialog)
    assert dialog.accessibleName()
    dialog.accept()
    qtbot.waitUntil(lambda: pane.findChild(DecisionDialog) is None)
    assert pane.findChild(QProgressDialog, "printing") is None


def test_a_damaged_paper_is_told_in_words(qtbot, pane, errands):
    print_paper(pane, b"no paper", errands)
    qtbot.waitUntil(lambda: pane.findChild(DecisionDialog) is not None)
    pane.findChild(DecisionDialog).accept()


def test_the_printer_is_chosen_first(qtbot, pane, paper, errands):
    print_paper(pane, paper.pdf, errands, "รายงาน")
    qtbot.waitUntil(lambda: pane.findChild(QPrintDialog) is not None)
    dialog = pane.findChild(QPrintDialog)
    assert dialog.isVisible()
    assert (dialog.minPage(), dialog.maxPage()) == (1, 3)
    assert dialog.printer().docName() == "รายงาน"
    dialog.reject()
    qtbot.waitUntil(lambda: pane.findChild(QPrintDialog) is None)
    assert not errands.busy()


def accept(qtbot, pane, errands, path, **chosen):
    """Choose a PDF file, and what else is given, in the dialog that is open."""
    qtbot.waitUntil(lambda: pane.findChild(QPrintDialog) is not None)
    printer = pane.findChild(QPrintDialog).printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    for name, value in chosen.items():
        getattr(printer, name)(value)
    pane.findChild(QPrintDialog).done(QPrintDialog.DialogCode.Accepted)
    qtbot.waitUntil(lambda: errands.busy())
    qtbot.waitUntil(lambda: not errands.busy())


def test_the_whole_paper_printed_to_a_file_is_the_paper_itself(
    qtbot, pane, paper, errands, tmp_path
):
    print_paper(pane, paper.pdf, errands)
    accept(qtbot, pane, errands, tmp_path / "printed.pdf")
    assert (tmp_path / "printed.pdf").read_bytes() == paper.pdf
    assert QApplication.activeModalWidget() is None


def test_what_was_chosen_is_printed(qtbot, pane, paper, errands, tmp_path):
    print_paper(pane, paper.pdf, errands)
    last_first = QPrinter.PageOrder.LastPageFirst
    accept(qtbot, pane, errands, tmp_path / "printed.pdf", setPageOrder=last_first)
    printed = (tmp_path / "printed.pdf").read_bytes()
    assert printed != paper.pdf
    assert len(read_sizes(printed)) == 3


def test_a_file_that_cannot_be_written_is_told(qtbot, pane, paper, errands):
    print_paper(pane, paper.pdf, errands)
    accept(qtbot, pane, errands, "/proc/nowhere/printed.pdf")
    qtbot.waitUntil(lambda: pane.findChild(DecisionDialog) is not None)
    pane.findChild(DecisionDialog).accept()
