"""Meets what nobody expected: keeps what was typed, writes it down, says so once and calmly."""

import logging
import sys
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.errors import Frozen, OutOfReach, Refused
from bmahr_desktop.places import DataPlace
from bmahr_desktop.ui.logbook import Logbook, as_text, log
from bmahr_desktop.ui.rescue import Kept, rescue_texts
from bmahr_desktop.ui.unexpected_dialog import UnexpectedDialog

QUIET_S = 30.0
"""So long after its dialog was closed the same fault is only logged."""

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_NO_FAULT = (OutOfReach, Frozen)
"""What is refused for good reasons, and is said in the foot."""
_BROKEN = 70
"""The exit code after a fault (EX_SOFTWARE)."""

Keep = Callable[[], bool]
Place = tuple[type[BaseException], str, int]


class Unexpected(QObject):
    """The one handler of exceptions that nothing else handled.

    Make it first thing after the application, and `install` it; give it `keep` when there is a
    window in which something can be typed.

    Attributes:
        keep: Keeps everything typed; returns whether all of it could be kept.
        calm: Says that the file is out of reach, or the record closed, where that is said; returns
            whether it could.
    """

    met = Signal(object)
    """Emitted in whatever thread an exception was met."""

    def __init__(self, place: DataPlace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.keep: Keep = lambda: True
        self.calm: Callable[[Refused], bool] = lambda _: False
        self._place = place
        self._logbook: Logbook | None = None
        self._before: tuple[Any, ...] | None = None
        self._dialog: UnexpectedDialog | None = None
        self._telling = False
        self._told: dict[Place, float] = {}
        self.met.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Begin to meet what is raised anywhere in the program, and what Qt warns of."""
        self._logbook = Logbook(self._place.logs)
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        sys.unraisablehook = self._on_unraisable
        self._before = (*hooks, qInstallMessageHandler(_on_qt))

    def remove(self) -> None:
        """Give everything back as it was before `install`."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook, handler = self._before
            qInstallMessageHandler(handler)
            self._before = None
        if self._logbook is not None:
            self._logbook.close()

    def move_to(self, place: DataPlace) -> None:
        """Write into the folders of another file from now on."""
        self._place = place
        if self._logbook is not None:
            self._logbook.close()
            self._logbook = Logbook(place.logs)

    # ------------------------------------------------------------ what is met

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if not issubclass(kind, Exception):  # somebody ends the program from outside
            sys.__excepthook__(kind, error, trace)
            QApplication.exit(_BROKEN)
            return
        self._meet(error)

    def _on_thread(self, met: threading.ExceptHookArgs) -> None:
        if isinstance(met.exc_value, Exception):
            self._meet(met.exc_value)

    def _on_unraisable(self, met: Any) -> None:
        words = met.err_msg or "Exception ignored in"
        log.error("%s: %r\n%s", words, type(met.object), as_text(met.exc_value))

    def _meet(self, error: BaseException) -> None:
        """Write it down; all else waits for the main thread to be free of what it is doing."""
        if isinstance(error, _NO_FAULT):
            log.warning("%s", error)  # it is no fault of the program, and comes again and again
            self.met.emit(error)
            return
        log.error("%s", as_text(error))
        sys.__excepthook__(type(error), error, error.__traceback__)
        self.met.emit(error)

    # ------------------------------------------------------------ what is told

    @Slot(object)
    def _tell(self, error: BaseException) -> None:
        """Keep what is typed, then show the dialog, unless it is there already."""
        if self._telling or self._is_told(error):
            return
        below = QApplication.activeModalWidget() is not None  # there the foot is not looked at
        if isinstance(error, _NO_FAULT) and not below and self.calm(error):
            return
        self._telling = True
        try:
            kept = self._keep_all()
            self._show(error, kept)
        except Exception as another:  # noqa: BLE001 -- the last line: there is nobody behind it
            log.critical("The fault could not be told: %s", as_text(another))
            self._telling = False

    def _is_told(self, error: BaseException) -> bool:
        told = self._told.get(_place_of(error))
        return told is not None and time.monotonic() - told < QUIET_S

    def _keep_all(self) -> Kept:
        try:
            if self.keep():
                return Kept(on_file=True)
        except Exception as error:  # noqa: BLE001 -- whatever it is, the texts are to be saved
            log.error("What was typed could not be kept: %s", as_text(error))
        return rescue_texts(self._place.rescue)

    def _show(self, error: BaseException, kept: Kept) -> None:
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()  # a menu holds the mouse and the keyboard
        above = QApplication.activeModalWidget() or QApplication.activeWindow()
        written = self._logbook is not None and self._logbook.written
        log_file = self._logbook.file if self._logbook and written else None
        self._dialog = UnexpectedDialog(error, kept, log_file, above)
        self._dialog.finished.connect(lambda _: self._on_finished(error))
        self._dialog.leave.connect(lambda: QApplication.exit(_BROKEN))
        self._dialog.open()

    def _on_finished(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._told[_place_of(error)] = time.monotonic()
        self._telling = False


def _place_of(error: BaseException) -> Place:
    """Return what tells one fault from another: what was raised, and where."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error), "", 0
    return type(error), trace.tb_frame.f_code.co_filename, trace.tb_lineno


def _on_qt(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    log.log(_LEVELS.get(kind, logging.WARNING), "Qt %s: %s", context.category or "", words)
