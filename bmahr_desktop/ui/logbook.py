"""What went wrong, in files that do not grow without end."""

import faulthandler
import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import IO

LOG = "bmahr_desktop.log"
CRASHES = "crashes.log"
LARGEST = 512 * 1024
OLDER = 3
"""So many full logs are kept beside the one that is written."""

log = logging.getLogger("bmahr_desktop")


class Logbook:
    """A folder with the log and with what Python leaves when the program ends by force.

    Nothing is made before something is written, but for the file of crashes.
    """

    def __init__(self, folder: Path) -> None:
        """Begin to write into a folder; a folder that cannot be written to is done without."""
        self.file = folder / LOG
        self._handler: logging.Handler | None = None
        self._crashes: IO[str] | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._open(folder)
        except OSError as error:
            log.warning("No log in %s: %s", folder, error.strerror)

    @property
    def written(self) -> bool:
        """Tell whether there is a log to be read."""
        return self._handler is not None and self.file.exists()

    def _open(self, folder: Path) -> None:
        self._crashes = _appended(folder / CRASHES)
        faulthandler.enable(self._crashes)
        handler = RotatingFileHandler(
            self.file, maxBytes=LARGEST, backupCount=OLDER, encoding="utf-8", delay=True
        )
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s [%(threadName)s] %(message)s")
        )
        # A log that cannot be written must not become a second fault.
        handler.handleError = lambda record: None  # type: ignore[method-assign]
        log.addHandler(handler)
        self._handler = handler

    def close(self) -> None:
        """Write no longer."""
        if self._handler is not None:
            log.removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None


def _appended(path: Path) -> IO[str]:
    """Open a file to write behind what it holds, unless that is too much."""
    full = path.exists() and path.stat().st_size > LARGEST
    return path.open("w" if full else "a", encoding="utf-8")


def as_text(error: BaseException) -> str:
    """Return an exception with its traceback, as Python words it."""
    return "".join(traceback.format_exception(error))
