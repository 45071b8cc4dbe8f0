"""Sound and video records: noted by their content, told apart when altered."""

import hashlib

import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations.recordings import compare_recording, describe_recording
from tests.records import replaced


def test_a_record_is_noted_with_the_mark_of_its_content(tmp_path):
    file = tmp_path / "ประชุม ๑.mp4"
    file.write_bytes(b"sound" * 1_000_000)
    read = []
    noted = describe_recording(file, lambda done, size: read.append((done, size)))
    assert (noted.name, noted.place, noted.size) == (file.name, str(tmp_path), 5_000_000)
    assert noted.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert read[-1] == (5_000_000, 5_000_000)
    assert len(read) > 1


def test_reading_can_be_stopped(tmp_path):
    file = tmp_path / "x.mp4"
    file.write_bytes(b"x")

    def stop(*_):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError):
        describe_recording(file, stop)


def test_an_altered_file_is_told_apart(tmp_path):
    file = tmp_path / "x.mp4"
    file.write_bytes(b"one")
    noted = describe_recording(file)
    assert "ไม่มีการแก้ไข" in worded(compare_recording(noted, describe_recording(file)))
    file.write_bytes(b"two")
    assert "ไม่ตรง" in worded(compare_recording(noted, describe_recording(file)))
    unmarked = replaced(noted, sha256=None)
    assert "เทียบไม่ได้" in worded(compare_recording(unmarked, noted))


def test_a_file_that_cannot_be_read_is_told_in_words(tmp_path):
    with pytest.raises(Refused) as refused:
        describe_recording(tmp_path / "หาย.mp4")
    assert "หาย.mp4" in worded(refused.value.messages[0])
