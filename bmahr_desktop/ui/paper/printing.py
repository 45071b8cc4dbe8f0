"""Prints a paper in its own size: drawn with the dots of the printer, in the paper thread."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QProgressBar, QProgressDialog, QPushButton, QWidget

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import msg, worded
from bmahr_desktop.operations.upkeep import write_whole
from bmahr_desktop.ui.background import Errand, Errands, Progress
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.notices import Choice, DecisionDialog
from bmahr_desktop.ui.paper.geometry import PageSize, Tile
from bmahr_desktop.ui.paper.pdf import UnreadablePaper, draw_each, read_sizes

MOST_DOTS = 600
"""To an inch. More cannot be seen, and would take four times as long."""

_BAND = 128  # dots: Python waits while Qt packs one up, so it must be done before a key is missed
_OVERLAP = 2  # dots: viewers of PDF show the seams of what only touches
_POINTS = 72
_SHOWN_AFTER_MS = 500
_WIDTH = 360


class NotPrinted(Exception):  # noqa: N818 -- named as one says it
    """Raised when the printer, or the file that is printed to, does not take the pages."""


def print_paper(parent: QWidget, pdf: bytes, errands: Errands, name: str = "") -> None:
    """Let the reader choose a printer, and print there; the window can be used meanwhile.

    Args:
        parent: The widget that asks; if it is closed for good, no further page is printed.
        pdf: The file.
        errands: The paper thread.
        name: What the list of the printer's jobs calls it.
    """
    errands.run(
        lambda progress: read_sizes(pdf),
        lambda sizes: _choose(parent, pdf, sizes, errands, name),
        partial(_say_failed, parent),
        context=parent,
    )


def start_printing(
    parent: QWidget, pdf: bytes, sizes: Sequence[PageSize], printer: QPrinter, errands: Errands
) -> Errand:
    """Print to a printer that was chosen; what takes long shows how far it is, and can be stopped.

    Args:
        parent: As for `print_paper`.
        pdf: The file.
        sizes: Of all its pages.
        printer: With the pages, copies and paper that were chosen.
        errands: The paper thread.
    """
    pages = _wanted(printer, len(sizes))
    printer.setFullPage(True)
    if printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
        printer.setResolution(MOST_DOTS)
    errand = errands.run(
        partial(_print, pdf, sizes, pages, printer),
        None,
        partial(_say_failed, parent),
        context=parent,
    )
    telling = _telling(parent, len(pages))

    def tell(done: int, total: int) -> None:
        telling.setLabelText(said(msg("Printing page {page} of {count}", page=done, count=total)))
        telling.setValue(done - 1)

    errand.went_on.connect(tell)
    telling.canceled.connect(errand.stop)
    errand.ended.connect(telling.deleteLater)
    return errand


def _choose(
    parent: QWidget, pdf: bytes, sizes: Sequence[PageSize], errands: Errands, name: str
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setPageSize(_paper_of(sizes[0]))
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    dialog.setWindowTitle(worded(msg("Print")))
    options = QAbstractPrintDialog.PrintDialogOption
    dialog.setOptions(options.PrintToFile | options.PrintPageRange | options.PrintCollateCopies)
    dialog.setMinMax(1, len(sizes))
    dialog.setFromTo(1, len(sizes))

    def decided(result: int) -> None:
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            return
        if _is_whole_file(printer):
            # Drawn anew it would be pictures of pages: a hundred times as large, without words.
            work = partial(_write, Path(printer.outputFileName()), pdf)
            errands.run(work, None, partial(_say_failed, parent), context=parent)
        else:
            start_printing(parent, pdf, sizes, printer, errands)

    dialog.finished.connect(decided)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _is_whole_file(printer: QPrinter) -> bool:
    """Tell whether all pages go once, in their order, into a PDF file."""
    return (
        printer.outputFormat() is QPrinter.OutputFormat.PdfFormat
        and bool(printer.outputFileName())
        and printer.printRange() is QPrinter.PrintRange.AllPages
        and printer.pageOrder() is QPrinter.PageOrder.FirstPageFirst
        and printer.copyCount() == 1
    )


def _write(path: Path, pdf: bytes, _progress: Progress) -> None:
    try:
        write_whole(path, pdf)
    except Refused as refused:
        raise NotPrinted(path) from refused


def _wanted(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print, in the order and as often as the printer cannot do by itself."""
    pages = list(range(1, count + 1))
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        chosen = printer.pageRanges()
        pages = [page for page in pages if chosen.contains(page)]
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    if printer.supportsMultipleCopies():
        return pages
    if printer.collateCopies():
        return pages * printer.copyCount()
    return [page for page in pages for _ in range(printer.copyCount())]


def _telling(parent: QWidget, count: int) -> QProgressDialog:
    """Return what tells of long printing; it comes up by itself, and holds up nothing."""
    telling = QProgressDialog(parent)
    telling.setObjectName("printing")
    telling.setWindowTitle(worded(msg("Print")))
    telling.setWindowModality(Qt.WindowModality.NonModal)
    telling.setMinimumWidth(_WIDTH)
    telling.setLabelText(said(msg("Printing page {page} of {count}", page=1, count=count)))
    bar = QProgressBar(telling)
    bar.setObjectName("printing_bar")
    bar.setAccessibleName(telling.labelText())
    bar.setTextVisible(False)
    telling.setBar(bar)
    stop = QPushButton(worded(msg("Stop printing")), telling)
    stop.setObjectName("printing_stop")
    telling.setCancelButton(stop)
    telling.setRange(0, count)
    telling.setMinimumDuration(_SHOWN_AFTER_MS)
    telling.setValue(0)
    return telling


def _say_failed(parent: QWidget, error: Exception) -> None:
    if not isinstance(error, NotPrinted | UnreadablePaper):
        raise error
    reason = (
        msg("The printer does not take it, or the file cannot be written.")
        if isinstance(error, NotPrinted)
        else msg("The file of the paper is damaged or locked.")
    )
    close = Choice(msg("Close this message"), safe=True)
    dialog = DecisionDialog(msg("The paper was not printed."), reason, (close,), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _print(
    pdf: bytes,
    sizes: Sequence[PageSize],
    pages: Sequence[int],
    printer: QPrinter,
    progress: Progress,
) -> None:
    """Print pages; in the paper thread.

    Raises:
        NotPrinted: If the printer does not take them.
        UnreadablePaper: If a page cannot be read.
    """
    _check_file(printer.outputFileName())
    painter = QPainter()
    try:
        for done, page in enumerate(pages, start=1):
            progress.check()
            progress.tell(done, len(pages))
            size = sizes[page - 1]
            printer.setPageOrientation(_orientation(size))
            if not (printer.newPage() if painter.isActive() else painter.begin(printer)):
                raise NotPrinted
            painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
            dots = min(printer.resolution(), MOST_DOTS)
            painter.resetTransform()
            painter.scale(printer.resolution() / dots, printer.resolution() / dots)
            bands = _bands(page, size, dots)
            draw_each(pdf, bands, progress, partial(_lay, painter), printing=True)
    except BaseException:
        _give_up(printer, painter)
        raise
    if (pages and not painter.end()) or printer.printerState() is QPrinter.PrinterState.Error:
        raise NotPrinted


def _check_file(name: str) -> None:
    """See whether the file that is printed to, if any, can be written: Qt does not say why not."""
    if name:
        try:
            Path(name).touch()
        except OSError as error:
            raise NotPrinted from error


def _give_up(printer: QPrinter, painter: QPainter) -> None:
    """Take back what was sent to the printer, or written to a file."""
    if not painter.isActive():
        return
    printer.abort()
    painter.end()
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _lay(painter: QPainter, tile: Tile, image: QImage) -> None:
    """Lay a part of a page down; grey takes a third of the room and time of colours."""
    if image.allGray():
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    painter.drawImage(QPoint(tile.x, tile.y), image)


def _bands(page: int, size: PageSize, dots: int) -> Iterator[Tile]:
    """Give the parts of a page from the top, each as wide as the page."""
    width, height = round(size.width * dots / _POINTS), round(size.height * dots / _POINTS)
    for top in range(0, height, _BAND):
        yield Tile(page, 0, top, width, min(_BAND + _OVERLAP, height - top), width, height)


def _paper_of(size: PageSize) -> QPageSize:
    """Return the paper for a page; it lies upright, and is turned for each page."""
    short, long = sorted(size)
    points = QPageSize.Unit.Point
    return QPageSize(QSizeF(short, long), points, "", QPageSize.SizeMatchPolicy.FuzzyMatch)


def _orientation(size: PageSize) -> QPageLayout.Orientation:
    orientations = QPageLayout.Orientation
    return orientations.Landscape if size.width > size.height else orientations.Portrait
