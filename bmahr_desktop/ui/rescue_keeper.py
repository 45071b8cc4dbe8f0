"""Keeps what is not on file beside it, for as long as the file is out of reach."""

import tempfile
import uuid
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg
from bmahr_desktop.operations.addresses import address_of
from bmahr_desktop.operations.office import utc_now
from bmahr_desktop.operations.rescue import (
    RescuedText,
    address_in_words,
    forget_aside,
    keep_aside,
    rescued,
)
from bmahr_desktop.places import DataPlace
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.fields.pausing import pace
from bmahr_desktop.ui.foot import Foot
from bmahr_desktop.ui.unkept import Pending


def passing_files() -> Path:
    """Return the PC's folder of passing files."""
    return Path(tempfile.gettempdir())


class RescueKeeper(QObject):
    """Writes what is not on file into ``rescue/``, and takes it away when all is on file.

    Attributes:
        copy: The file that all of it is in now; None when there is none.
    """

    def __init__(self, desk: Desk, place: DataPlace, foot: Foot, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._place, self._foot = desk, place, foot
        self._name = str(uuid.uuid4())
        self._texts: dict[tuple[str, str], tuple[Pending, RescuedText]] = {}
        self.copy: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=pace().aside)
        self._soon.timeout.connect(self.write)
        desk.unkept.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        if self._desk.unkept.empty():
            self._soon.stop()
            self._forget()
        elif self.copy is not None:
            self.write()  # once it is kept aside, it is kept up to date
        else:
            self._tell()
            if not self._soon.isActive():
                self._soon.start()

    def write(self) -> bool:
        """Keep aside what is not on file now; return whether all of it is safe somewhere."""
        self._soon.stop()
        pending = self._desk.unkept.pending()
        if not pending:
            return True
        self._texts = {one.key: self._text_of(one) for one in pending}
        texts = [text for _, text in self._texts.values()]
        try:
            self.copy = keep_aside(self._place, passing_files(), self._name, texts, utc_now())
        except Refused:
            self.copy = None
            self._soon.start()
        self._tell()
        return self.copy is not None

    def reason(self) -> Message | None:
        """Return why something is not on file; None when everything is."""
        pending = self._desk.unkept.pending()
        return pending[0].why if pending else None

    def _text_of(self, one: Pending) -> tuple[Pending, RescuedText]:
        """Return a text as it is kept aside; what is known of it is not asked again."""
        known = self._texts.get(one.key)
        if known is not None and known[0].value == one.value:
            return known
        place = known[1].place if known is not None else self._address(one)
        made = rescued(one.kind, one.uid, one.field, one.before, one.value, utc_now(), place)
        return one, made

    def _address(self, one: Pending) -> str:
        try:
            return address_in_words(self._desk.read(address_of, one.kind, one.uid))
        except Refused:  # the disk is away; the uid says where it belongs
            return ""

    def _forget(self) -> None:
        self._texts.clear()
        if self.copy is not None:
            self.copy = None
            forget_aside(self._place, passing_files(), self._name)

    def _tell(self) -> None:
        why = self.reason()
        if why is None:
            return
        if self.copy is None:
            self._foot.show_unsaved(msg("Not saved yet: {reason}", reason=why))
        else:
            self._foot.show_unsaved(
                msg("Kept aside until it can be saved: {reason}", reason=why),
                msg("What you typed is in “{file}”.", file=str(self.copy)),
            )
