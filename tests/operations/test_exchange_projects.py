"""Projects travel with all that their papers need; older files are still read."""

import json
import shutil

import pytest

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.values import plain_value
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.exchange_out import gather, gather_projects, write_exchange
from bmahr_desktop.operations.filled_forms import amend_form, begin_form
from bmahr_desktop.operations.papers import keep_picture
from bmahr_desktop.operations.projects import add_project
from tests.meetings import uid
from tests.records import FORM, PICTURE, PROJECT, office, opened, put, replaced, said, sha


def carried(source, target, tmp_path, *projects):
    """What reaches another office by a file."""
    path = tmp_path / "project.zip"
    with source.reading() as session:
        write_exchange(gather_projects(session, projects), path, source.files.read)
    loaded = read_exchange(path)
    with target.writing() as session:
        take_in(session, preview_import(session, loaded), loaded)
    with target.reading() as session:
        return gather(session)


def test_a_project_reaches_another_office_whole(full_store, store_elsewhere, tmp_path):
    found = carried(full_store, store_elsewhere, tmp_path, PROJECT.uid)
    assert found.projects == (PROJECT,)
    assert found.forms == (FORM,)
    assert found.meetings == ()
    assert {one.uid for one in found.people} == {uid("p1")}
    assert uid("u2") in {one.uid for one in found.units}
    assert len(found.units) < len(office().units) + 1


@pytest.fixture
def store_elsewhere(blank_file, tmp_path):
    path = tmp_path / "elsewhere" / "records.sqlite"
    path.parent.mkdir()
    shutil.copy(blank_file, path)
    store = opened(path)
    yield store
    store.close()


def test_only_the_projects_that_are_wanted_travel(full_store):
    with full_store.writing() as session:
        _, other = add_project(session, "อีกโครงการ", 2568)
        begin_form(session, "memo")
    with full_store.reading() as session:
        found = gather_projects(session, [other])
    assert [one.uid for one in found.projects] == [other]
    assert (found.forms, found.people, found.files) == ((), (), ())


def test_pictures_in_answers_travel_with_their_form(full_store, store_elsewhere, tmp_path):
    with full_store.writing() as session:
        _, own = begin_form(session, "training-report", project=PROJECT.uid)
        picture = keep_picture(session, PICTURE)
        body = plain_value(FieldKind.BODY, (Picture(picture),))
        amend_form(session, Kind.FORM, own, None, answers={"results": body})
    found = carried(full_store, store_elsewhere, tmp_path, PROJECT.uid)
    assert picture in {one.sha256 for one in found.files}
    assert store_elsewhere.files.read(picture) == PICTURE


def test_a_form_whose_picture_is_missing_is_told(tmp_path):
    body = plain_value(FieldKind.BODY, (Picture(sha(b"nowhere")),))
    form = replaced(FORM, answers={"text": body})
    path = put(tmp_path, replaced(office(), forms=(form,)))
    with pytest.raises(Refused) as refused:
        read_exchange(path)
    assert "forms" in said(refused)


def test_a_form_whose_project_is_not_in_the_file_is_told(tmp_path):
    path = put(tmp_path, replaced(office(), projects=()))
    with pytest.raises(Refused) as refused:
        read_exchange(path)
    assert "names a project that is not in the file" in said(refused)


def test_a_file_of_the_first_version_is_still_read(tmp_path):
    path = put(tmp_path, replaced(office(), projects=(), forms=()))
    document = json.loads(path.read_text("utf-8"))
    document["version"] = 1
    path.write_text(json.dumps(document, ensure_ascii=False), "utf-8")
    found = read_exchange(path).exchange
    assert (found.version, found.projects) == (1, ())
    assert len(found.meetings) == 2
