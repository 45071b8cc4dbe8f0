"""Where things lie: what the program brings along, and what the office makes with it.

The same expression serves a checkout, an installed wheel and a frozen program, because all three
keep ``resources/`` and ``forms/`` beside the package.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_BESIDE = Path(__file__).resolve().parent.parent

HOME_VARIABLE = "BMAHR_HOME"
"""The environment variable that moves the data folder, for a portable copy or for trials."""


def resource(*parts: str) -> Path:
    """Return the place of a file or folder that the program brings along."""
    return _BESIDE.joinpath("resources", *parts)


def shipped_forms() -> Path:
    """Return the folder of the form definitions that the program brings along."""
    return _BESIDE / "forms"


@dataclass(frozen=True)
class DataPlace:
    """Where the data of an office lies: one file of records, and folders for what is no record."""

    file: Path
    folder: Path

    @property
    def attachments(self) -> Path:
        """Files that were taken in, by their content."""
        return self.folder / "attachments"

    @property
    def papers(self) -> Path:
        """Papers as they were issued."""
        return self.folder / "papers"

    @property
    def forms(self) -> Path:
        """The office's own form definitions."""
        return self.folder / "forms"

    @property
    def backups(self) -> Path:
        """Copies of the file of records."""
        return self.folder / "backups"

    @property
    def rescue(self) -> Path:
        """What could not be written to the file."""
        return self.folder / "rescue"

    @property
    def logs(self) -> Path:
        """What went wrong."""
        return self.folder / "logs"


def data_place(file: Path | None = None) -> DataPlace:
    """Return where data lies: in the data folder, or in and beside a file that is named."""
    usual = data_folder() / "secretary.sqlite"
    if file is None or file.absolute() == usual.absolute():
        return DataPlace(usual, data_folder())
    folder = file.parent / f"{file.stem}.d"
    return DataPlace(file, folder if folder != file else file.parent / f"{file.name}.d")


def data_folder() -> Path:
    """Return the folder of the office's own data; it need not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("bmahr-desktop", False))


def person_folder() -> Path:
    """Return the folder of what one person has chosen for themselves; it need not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_config_dir("bmahr-desktop", False))
