"""What the window tells: how many files stand how, what is under way, what was refused."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.ui.look.digits import said
from bmahr_desktop.ui.old_minutes.filing import Filing
from bmahr_desktop.ui.old_minutes.layout import OldMinutesLayout
from bmahr_desktop.ui.old_minutes.taken_file import Standing
from bmahr_desktop.ui.old_minutes.work import Work

_COUNTED = (
    (Standing.READY, msg("{count} ready")),
    (Standing.LOOK, msg("{count} to be looked at")),
    (Standing.ON_FILE, msg("{count} on file already")),
    (Standing.REFUSED, msg("{count} cannot be read")),
    (Standing.WAITING, msg("{count} not read yet")),
    (Standing.KEPT, msg("{count} kept")),
)


class Telling(QObject):
    """Keeps the words around the list up to date."""

    def __init__(self, window: OldMinutesLayout, work: Work, filing: Filing) -> None:
        """Listen to the work.

        Args:
            window: Where it is told.
            work: What is read.
            filing: What is kept.
        """
        super().__init__(window)
        self._window, self._work, self._filing = window, work, filing
        work.went_on.connect(self._on_went_on)
        work.ended.connect(self.tell_work)
        work.looked.connect(lambda _: self.tell())
        window.files.dataChanged.connect(lambda *_: self.tell())

    def tell(self) -> None:
        """Say how many files stand how, and what can be kept."""
        window = self._window
        count = window.files.count()
        parts = [
            said(Message(words.text, {"count": count[standing]}))
            for standing, words in _COUNTED
            if count[standing]
        ]
        window.summary.setText("  ·  ".join(parts))
        ready = count[Standing.READY]
        window.keep_all.setEnabled(ready > 0)
        window.keep_all.setText(said(msg("Keep all that are ready ({count})", count=ready)))
        window.keep_all.setAccessibleName(window.keep_all.text())
        file = window.files.file(window.list.currentIndex().row())
        window.keep_one.setEnabled(file is not None and file.look is not None)
        window.middle.setCurrentIndex(1 if window.files.files else 0)
        self.tell_work()

    def tell_work(self) -> None:
        """Say whether anything is under way, and offer to stop it or to go on."""
        keeping = self._filing.under_way
        window, busy = self._window, self._work.busy() or keeping
        for widget in (window.bar, window.stop):
            widget.setVisible(busy)
        window.committee.setReadOnly(keeping)
        if not busy:
            window.under_way.setText("")
        waits = any(one.waits() for one in window.files.files)
        window.resume.setVisible(waits and not busy)

    def show_faults(self, faults: Sequence[Message]) -> None:
        """Say what could not be done; nothing for none."""
        self._window.note.show_text("\n".join(said(one) for one in faults))

    def _on_went_on(self, done: int, total: int, words: Message) -> None:
        window = self._window
        window.under_way.setText(said(words))
        window.under_way.setToolTip(window.under_way.text())
        window.bar.setRange(0, total)
        window.bar.setValue(done)
        window.bar.setAccessibleName(window.under_way.text())
        self.tell_work()
