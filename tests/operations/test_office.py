"""The records of an office: made, opened, and by whom."""

import datetime
import getpass

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.people import Unit
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import make_office, new_sitting, open_office, utc_now
from bmahr_desktop.places import DataPlace, data_place
from tests.meetings import uid
from tests.records import at_the_desk, rows, said, tree


@pytest.fixture
def place(tmp_path):
    return DataPlace(tmp_path / "ปี ๒๕๖๘" / "x.sqlite", tmp_path / "ปี ๒๕๖๘" / "x.d")


def test_new_records_are_made_with_their_folder_and_opened_again(place):
    store = make_office(place, at_the_desk())
    with store.writing() as session:
        records.add(session, Kind.UNIT, Unit(uid=uid("u"), name="หน่วย"))
    store.close()
    store = open_office(place, at_the_desk())
    with store.reading() as session:
        assert records.read(session, Kind.UNIT, uid("u")).record.name == "หน่วย"
    store.close()
    assert [path.name for path in place.file.parent.iterdir()] == ["x.sqlite"]


def test_where_nothing_can_be_made(tmp_path):
    (tmp_path / "file").write_text("")
    before = tree(tmp_path)
    for path in (tmp_path / "file" / "x.sqlite", tmp_path / ("x" * 300), tmp_path):
        with pytest.raises(Refused) as refused:
            make_office(DataPlace(path, tmp_path), at_the_desk())
        assert said(refused)
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["none.sqlite", "no/where.sqlite", "", "x" * 300])
def test_where_nothing_is_to_be_opened(tmp_path, name):
    with pytest.raises(Refused) as refused:
        open_office(DataPlace(tmp_path / name, tmp_path), at_the_desk())
    assert "“" in said(refused)


def test_a_sitting_is_named_after_the_account_and_the_name_given(monkeypatch):
    monkeypatch.setattr(getpass, "getuser", lambda: "somchai")
    assert new_sitting("ปั้นหยา").actor == "somchai ปั้นหยา"
    assert new_sitting().actor == "somchai"
    assert new_sitting().key != new_sitting().key
    assert new_sitting().now is utc_now
    assert utc_now().tzinfo is datetime.UTC


@pytest.mark.parametrize("error", [OSError, KeyError])
def test_an_account_without_a_name_can_write_too(monkeypatch, place, error):
    def nobody():
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)
    store = make_office(place, new_sitting())
    with store.writing() as session:
        records.add(session, Kind.UNIT, Unit(uid=uid("u"), name="หน่วย"))
    store.close()
    assert rows(place.file, "SELECT actor FROM trail") == [("?",)]


def test_the_folder_of_a_file_is_never_the_file(tmp_path):
    assert data_place(tmp_path / "x.sqlite").folder == tmp_path / "x.d"
    assert data_place(tmp_path / "x.d").folder == tmp_path / "x.d.d"
    for odd in ("", ".", "..", "/", "x."):
        place = data_place(type(tmp_path)(odd))
        assert place.folder != place.file
