"""What a person chose for the window: language, digits, colours, name; and the files of late.

It lies in the person's folder, whatever file is open; how the window stood over a file is in
`memory`, beside that file. What cannot be read is as if it were never chosen.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal

from bmahr_desktop.i18n import LANGUAGES
from bmahr_desktop.places import person_folder
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.look.theme import Scheme

MOST_RECENT = 5
"""So many files are remembered."""

LONGEST_NAME = 100


class Settings(QObject):
    """Everything chosen, each under its own name; setting keeps it at once.

    Signals:
        changed: The name of the property that has another value now.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = person_folder() / "person.ini"
        self._person = QSettings(str(file), QSettings.Format.IniFormat)

    def sync(self) -> None:
        """Write what waits; Qt does so by itself now and then."""
        self._person.sync()

    @property
    def language(self) -> str:
        """The language of the window, from its next start on; one of `LANGUAGES`."""
        found = self._text("language")
        return found if found in LANGUAGES else LANGUAGES[0]

    @language.setter
    def language(self, language: str) -> None:
        self._keep("language", language, self.language)

    @property
    def digits(self) -> DigitStyle:
        """The digits that the screen shows, Thai or Arabic."""
        arabic = self._text("digits") == DigitStyle.ARABIC
        return DigitStyle.ARABIC if arabic else DigitStyle.THAI

    @digits.setter
    def digits(self, style: DigitStyle) -> None:
        self._keep("digits", style.value, self.digits)

    @property
    def scheme(self) -> Scheme:
        """The colours that the window wears."""
        found = self._text("scheme")
        return Scheme(found) if found in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._keep("scheme", scheme.value, self.scheme)

    @property
    def secretary(self) -> str:
        """What the one at the desk is called in the trail of changes; empty until asked."""
        return self._text("secretary")[:LONGEST_NAME]

    @secretary.setter
    def secretary(self, name: str) -> None:
        self._keep("secretary", name.strip()[:LONGEST_NAME], self.secretary)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files opened lately, the last one first; they need not exist any longer."""
        found = self._person.value("recent")
        names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return tuple(Path(name) for name in names if isinstance(name, str) and name)[:MOST_RECENT]

    def remember_file(self, file: Path) -> None:
        """Put a file first among those opened lately."""
        self._keep_recent([file, *(one for one in self.recent if one != file)])

    # ------------------------------------------------------------

    def _text(self, name: str) -> str:
        found = self._person.value(name, "")
        return found if isinstance(found, str) else ""

    def _keep(self, name: str, value: str, before: str) -> None:
        if value != before:
            self._person.setValue(name, value)
            self.changed.emit(name)

    def _keep_recent(self, files: list[Path]) -> None:
        self._person.setValue("recent", [str(file) for file in files[:MOST_RECENT]])
        self.changed.emit("recent")
