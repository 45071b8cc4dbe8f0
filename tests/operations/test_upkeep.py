"""A file is the old one or the new one, and a refusal says why."""

import errno
import os
from pathlib import Path

import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.operations.upkeep import reason_of, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_and_its_folders_are_made(tmp_path: Path) -> None:
    path = tmp_path / "ปี ๒๕๖๘" / "รายงาน.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["รายงาน.pdf"]


def test_an_old_file_is_replaced_at_once(tmp_path: Path) -> None:
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"old")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["minutes.pdf"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(*((os, "fsync", full) if step == "fsync" else (Path, "replace", full)))
    path = tmp_path / "minutes.pdf"
    path.write_bytes(b"old")
    with pytest.raises(Refused) as refused:
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["minutes.pdf"]
    use_language("en")
    assert worded(refused.value.messages[0]) == f"“{path}” cannot be written: the disk is full."


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        write_whole(tmp_path, b"new")
    assert str(tmp_path) in worded(refused.value.messages[0])


def test_a_file_where_a_folder_is_needed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(Refused):
        write_whole(tmp_path / "a" / "b.pdf", b"new")
    assert (tmp_path / "a").read_bytes() == b""


def test_an_unknown_reason_keeps_the_words_of_the_system() -> None:
    use_language("en")
    assert worded(reason_of(OSError(errno.EIO, "Input/output error"))).endswith(
        "Input/output error"
    )
    assert worded(reason_of(OSError("odd"))).endswith("odd")
