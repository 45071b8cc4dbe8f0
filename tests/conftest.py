"""What every test may need."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bmahr_desktop.i18n import use_language
from bmahr_desktop.storage.schema import make_file
from bmahr_desktop.storage.store import Store
from tests.records import Clock, at_the_desk, office, opened, take

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


@pytest.fixture(scope="session")
def blank_file(tmp_path_factory) -> Path:
    """A new file of records, made once; each test works on its own copy."""
    path: Path = tmp_path_factory.mktemp("blank") / "records.sqlite"
    make_file(path)
    return path


@pytest.fixture(scope="session")
def office_file(blank_file, tmp_path_factory) -> Path:
    """The same with the small office of `tests.records` on file."""
    path: Path = tmp_path_factory.mktemp("office") / "records.sqlite"
    shutil.copy(blank_file, path)
    store = opened(path)
    take(store, office())
    store.close()
    return path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(blank_file, tmp_path, clock) -> Iterator[Store]:
    """An empty file."""
    yield from _copied(blank_file, tmp_path, clock)


@pytest.fixture
def full_store(office_file, tmp_path, clock) -> Iterator[Store]:
    """The small office, a day later, in a new sitting."""
    clock.goes_on(days=1)
    yield from _copied(office_file, tmp_path, clock)


def _copied(made: Path, folder: Path, clock: Clock) -> Iterator[Store]:
    path = folder / "records.sqlite"
    shutil.copy(made, path)
    if made.with_suffix(".d").is_dir():
        shutil.copytree(made.with_suffix(".d"), path.with_suffix(".d"))
    store = opened(path, at_the_desk("sitting-2", clock))
    yield store
    store.close()
