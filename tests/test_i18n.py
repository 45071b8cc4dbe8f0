"""Messages in two languages, wording of papers in one."""

from pathlib import Path

import pytest

from bmahr_desktop.i18n import (
    Message,
    language_of_system,
    msg,
    paper,
    use_language,
    worded,
)
from bmahr_desktop.places import data_folder


def test_a_message_is_worded_where_it_is_shown() -> None:
    message = msg("the disk is full")
    use_language("en")
    assert worded(message) == "the disk is full"
    use_language("th")
    assert worded(message) == "พื้นที่ดิสก์เต็ม"


def test_a_message_within_a_message_is_worded_too() -> None:
    use_language("th")
    message = msg("“{file}” cannot be written: {reason}.", file="ก", reason=msg("it is a folder"))
    assert "“ก”" in worded(message)
    assert "folder" not in worded(message)


def test_braces_in_values_are_text() -> None:
    use_language("en")
    assert worded(Message("say {words}", {"words": "{x} {0}"})) == "say {x} {0}"


def test_papers_are_thai_whatever_the_window_speaks() -> None:
    use_language("en")
    assert paper("Members present") == "ผู้มาประชุม"


def test_a_language_that_is_not_there() -> None:
    with pytest.raises(ValueError, match="de"):
        use_language("de")


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "th_TH.UTF-8"}, "th"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "th_TH.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "th_TH", "LANG": "C"}, "th"),
        ({}, "en"),
    ],
)
def test_language_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for variable, value in environment.items():
        monkeypatch.setenv(variable, value)
    assert language_of_system() == language


def test_the_data_folder_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BMAHR_HOME", str(tmp_path))
    assert data_folder() == tmp_path
    monkeypatch.delenv("BMAHR_HOME")
    assert data_folder() != tmp_path
    assert "bmahr-desktop" in data_folder().parts
