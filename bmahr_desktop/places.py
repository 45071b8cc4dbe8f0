"""Where things lie: what the program brings along, and what the office makes with it.

The same expression serves a checkout, an installed wheel and a frozen program, because all three
keep ``resources/`` and ``forms/`` beside the package.
"""

import os
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


def data_folder() -> Path:
    """Return the folder of the office's own data; it need not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("bmahr-desktop", False))
