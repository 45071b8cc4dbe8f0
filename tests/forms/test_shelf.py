"""The forms at hand: two folders, editions beside each other, and files that are wrong."""

import os
import time

import pytest

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.forms.shelf import list_forms
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.places import shipped_forms

SHIPPED = {
    "progress-2563",
    "proposal-2564",
    "training-report-2554",
    "hrd-2564",
    "memo-2526",
    "decision-memo-2526",
    "letter-2526",
}


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "forms"
    folder.mkdir()
    return folder


def written(folder, name, form="leave", edition="2568", title="ใบลา"):
    path = folder / name
    path.write_text(
        f'form = "{form}"\nedition = "{edition}"\ntitle = "{title}"\n[[section]]\n', "utf-8"
    )
    return path


def names(shelf):
    return {one.definition.name for one in shelf.forms}


def test_all_shipped_forms_are_in_order(own):
    shelf = list_forms(shipped_forms(), own)
    assert [worded(one.told()) for one in shelf.faults] == []
    assert names(shelf) == SHIPPED
    for one in shelf.forms:
        assert one.definition.notes or one.definition.form in ("memo", "letter")
        assert one.definition.example, one.file
        assert one.file.stem == one.definition.name


def test_a_folder_that_is_not_there_is_empty(tmp_path):
    assert names(list_forms(shipped_forms(), tmp_path / "none")) == SHIPPED


def test_the_offices_file_counts_and_next_years_edition_is_seen_at_once(own, root):
    theirs = (shipped_forms() / "progress-2563.toml").read_text("utf-8")
    (own / "ของเรา.toml").write_text(theirs.replace("1.1 รหัส", "1.1 เลขรหัส"), "utf-8")
    shelf = list_forms(shipped_forms(), own)
    found = shelf.find("progress")
    assert found.sections[1].title
    assert found.sections[1].title.source.startswith("1.1 เลขรหัส")
    next_year = root / "tests" / "forms" / "data" / "progress-2564.toml"
    (own / "progress-2564.toml").write_bytes(next_year.read_bytes())
    shelf = list_forms(shipped_forms(), own)
    assert [one.definition.edition for one in shelf.editions("progress")] == ["2564", "2563"]
    assert shelf.find("progress").edition == "2564"
    assert shelf.find("progress", "2563").edition == shelf.find("progress-2563").edition == "2563"
    assert [one.own for one in shelf.editions("progress")] == [True, True]


def test_a_changed_file_is_read_again(own):
    path = written(own, "a.toml")
    assert list_forms(own, own / "none").find("leave").title == "ใบลา"
    written(own, "a.toml", title="ใบลาใหม่")
    os.utime(path, ns=(time.time_ns(), time.time_ns() + 10**9))
    assert list_forms(own, own / "none").find("leave").title == "ใบลาใหม่"


def test_a_wrong_file_is_told_while_the_others_work(own):
    use_language("en")
    written(own, "good.toml")
    (own / "bad.toml").write_text('form = "leave"\nedition = 3\ntitle = "ก"\n', "utf-8")
    (own / "broken.toml").write_bytes(b"\xff")
    (own / "readme.txt").write_text("no form")
    (own / "folder.toml").mkdir()
    shelf = list_forms(own, own / "none")
    assert names(shelf) == {"leave-2568"}
    told = [worded(one.told()) for one in shelf.faults]
    assert told[0] == "bad.toml:2: “edition” must be a text in quotation marks."
    assert told[-1].startswith("broken.toml:1: it is not written in UTF-8.")


def test_two_files_of_one_edition_in_one_folder_are_told(own):
    use_language("en")
    written(own, "a.toml", title="หนึ่ง")
    written(own, "b.toml", title="สอง")
    shelf = list_forms(own, own / "none")
    assert shelf.find("leave").title == "หนึ่ง"
    (fault,) = shelf.faults
    assert worded(fault.told()) == "b.toml: the form “leave-2568” stands in “a.toml” already"


def test_a_form_that_is_not_there_is_refused_with_those_that_are(own):
    use_language("en")
    written(own, "a.toml")
    with pytest.raises(Refused) as refused:
        list_forms(own, own / "none").find("leaf", "1")
    assert worded(refused.value.messages[0]) == (
        "There is no form “leaf-1”. There are: leave-2568."
    )
