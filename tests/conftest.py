"""What every test may need."""

import os
import sys
from pathlib import Path

import pytest

from bmahr_desktop.i18n import use_language

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    """No test reads or writes the data of whoever runs it, or speaks their language."""
    monkeypatch.setenv("BMAHR_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "C.UTF-8")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(variable, raising=False)
    use_language("th")


@pytest.fixture
def python() -> list[str]:
    """The command that runs this Python again."""
    return [sys.executable]
