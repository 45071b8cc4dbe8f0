"""What could not be written: kept beside the file, found again, put in with nothing lost."""

import datetime
import json
import os
import shutil
import stat

import msgspec
import pytest

from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.meeting import Due
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.history import trail_of
from bmahr_desktop.operations.rescue import (
    find_offers,
    forget_aside,
    in_words,
    keep_aside,
    put_in,
    rescued,
    settle,
    value_of,
    write_late,
)
from bmahr_desktop.places import data_place
from tests.meetings import uid
from tests.records import opened

NOW = datetime.datetime(2025, 1, 11, 4, tzinfo=datetime.UTC)
R5, A1 = uid("r5"), uid("a1")


@pytest.fixture
def place(full_store):
    return data_place(full_store.path)


@pytest.fixture
def passing(tmp_path):
    folder = tmp_path / "passing"
    folder.mkdir()
    return folder


def wording(value="ที่พิมพ์ไว้", before="", field="text", which=R5, kind=Kind.RESOLUTION):
    return rescued(kind, which, field, before, value, NOW, "ครั้งที่ 1 › มติ")


def section_of(store):
    with store.reading() as session:
        (matter,) = records.read_parts_of(session, Kind.MATTER, uid("i4"))
    return matter.record.sections[0]


def offered(store, place, passing):
    with store.reading() as session:
        return find_offers(session, place, passing)


def on_file(store, field="text", kind=Kind.RESOLUTION, which=R5):
    with store.reading() as session:
        return value_of(session, kind, which, field)


def test_a_text_kept_aside_is_offered_put_in_and_done_with(full_store, place, passing):
    stood = on_file(full_store)
    path = keep_aside(place, passing, "one", [wording()], NOW)
    assert path.parent == place.rescue
    (offer,) = offered(full_store, place, passing)
    assert (offer.value, offer.now, offer.gone) == ("ที่พิมพ์ไว้", stood, False)
    assert worded(offer.address[-1]).startswith("มติ")
    with full_store.writing() as session:
        put_in(session, offer)
    assert on_file(full_store) == "ที่พิมพ์ไว้"
    with full_store.reading() as session:
        line = trail_of(session, uid("meeting"))[0]
    assert line.uid == R5
    assert line.wording
    assert line.wording.content == stood
    settle(place, [offer])
    assert offered(full_store, place, passing) == []
    assert not path.exists()
    assert "ที่พิมพ์ไว้" in (place.rescue / "done" / path.name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "which", "field", "value"),
    [
        (Kind.MEETING, uid("meeting"), "date", datetime.date(2025, 3, 4)),
        (Kind.ASSIGNMENT, A1, "due.text", "โดยเร็ว"),
        (Kind.ASSIGNMENT, A1, "due", Due(text="โดยเร็ว")),
        (Kind.ASSIGNMENT, A1, "due", None),
        (Kind.RESOLUTION, R5, "before_adoption", False),
        (Kind.ITEM, uid("i4"), "kind", ItemKind.INFORM),
        (Kind.ATTENDANCE, None, "lines", ("ผู้อำนวยการ", "กอง")),
    ],
)
def test_a_field_of_any_sort_comes_back_as_it_was_typed(
    full_store, place, passing, kind, which, field, value
):
    if which is None:
        with full_store.reading() as session:
            which = records.read_parts_of(session, kind, uid("meeting"))[0].record.uid
    stood = on_file(full_store, field, kind, which)
    keep_aside(place, passing, "one", [wording(value, stood, field, which, kind)], NOW)
    (offer,) = offered(full_store, place, passing)
    assert offer.value == value
    with full_store.writing() as session:
        put_in(session, offer)
    assert on_file(full_store, field, kind, which) == value


def test_a_body_comes_back_with_all_its_blocks(full_store, place, passing):
    section = section_of(full_store)
    typed = (*section.body, *plain_body("เพิ่มท้าย"))
    text = wording(typed, section.body, "body", section.uid, Kind.SECTION)
    assert text.words.endswith("เพิ่มท้าย")
    keep_aside(place, passing, "one", [text], NOW)
    (offer,) = offered(full_store, place, passing)
    with full_store.writing() as session:
        put_in(session, offer)
    assert on_file(full_store, "body", Kind.SECTION, section.uid) == typed


def test_what_is_on_file_by_now_is_not_offered(full_store, place, passing):
    path = keep_aside(place, passing, "one", [wording(on_file(full_store))], NOW)
    assert offered(full_store, place, passing) == []
    assert not path.exists()
    assert (place.rescue / "done" / path.name).is_file()


def test_what_was_decided_is_not_offered_again_the_rest_is(full_store, place, passing):
    other = wording("อื่น", "", "assigned_to", A1, Kind.ASSIGNMENT)
    path = keep_aside(place, passing, "one", [wording(), other], NOW)
    offers = offered(full_store, place, passing)
    settle(place, [offers[0]])
    (left,) = offered(full_store, place, passing)
    assert left.text.uid == A1
    assert len(json.loads((place.rescue / "done" / path.name).read_bytes())["texts"]) == 2
    settle(place, [left])
    assert offered(full_store, place, passing) == []
    assert {one.name for one in (place.rescue / "done").iterdir()} == {
        "unkept-one.json", "unkept-one-2.json",
    }  # fmt: skip


def test_what_was_written_last_stands_alone_until_all_is_on_file(full_store, place, passing):
    keep_aside(place, passing, "one", [wording("ก")], NOW)
    path = keep_aside(place, passing, "one", [wording("ก ข")], NOW)
    assert [one.value for one in offered(full_store, place, passing)] == ["ก ข"]
    assert list(place.rescue.iterdir()) == [path]
    forget_aside(place, passing, "one")
    assert offered(full_store, place, passing) == []
    forget_aside(place, passing, "one")


def test_nobody_else_at_the_pc_can_read_it(place, passing):
    for name in ("near", "far"):
        path = keep_aside(place, passing, name, [wording()], NOW)
        if os.name != "nt":
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        place.file.unlink(missing_ok=True)


# ---------------------------------------------------------------- another disk


def test_with_its_own_folder_out_of_reach_it_lies_among_the_passing_files(
    full_store, place, passing
):
    place.folder.mkdir(exist_ok=True)
    place.rescue.write_bytes(b"no folder can be made here")
    far = keep_aside(place, passing, "one", [wording("ก")], NOW)
    assert far.parent == passing
    (offer,) = offered(full_store, place, passing)
    place.rescue.unlink()
    near = keep_aside(place, passing, "one", [wording("ก ข")], NOW)
    assert near.parent == place.rescue
    assert not far.exists()
    assert offer.path == far


def test_no_folder_is_made_where_a_disk_belongs(full_store, tmp_path, passing):
    away = data_place(tmp_path / "usb" / "office.sqlite")
    path = keep_aside(away, passing, "one", [wording()], NOW)
    assert path.parent == passing
    assert not (tmp_path / "usb").exists()


def test_a_disk_that_has_another_name_today_is_known_by_its_records(
    full_store, place, passing, tmp_path
):
    """The text was typed on drive E:, which is F: today."""
    away = data_place(tmp_path / "usb" / "office.sqlite")
    keep_aside(away, passing, "one", [wording()], NOW)
    assert [one.value for one in offered(full_store, place, passing)] == ["ที่พิมพ์ไว้"]
    shutil.copytree(place.folder.parent, tmp_path / "usb", ignore=lambda *_: ["usb", "passing"])
    shutil.copy(full_store.path, away.file)  # there it is, under its own name
    assert offered(full_store, place, passing) == []
    other = opened(away.file)
    assert [one.value for one in offered(other, away, passing)] == ["ที่พิมพ์ไว้"]
    other.close()


def test_the_rescue_of_another_office_is_left_alone(full_store, place, passing, tmp_path):
    away = data_place(tmp_path / "other" / "office.sqlite")
    keep_aside(away, passing, "one", [wording(which=uid("nobody"))], NOW)
    assert offered(full_store, place, passing) == []
    assert list(passing.iterdir())


# ---------------------------------------------------------------- what does not fit


@pytest.mark.parametrize(
    "content", [b"", b"{}", b'{"format":"bmahr-desktop rescue"', b"\xff\xfe", b"[1]"]
)
def test_a_file_that_is_none_of_ours_is_left_as_it_is(full_store, place, passing, content):
    place.rescue.mkdir(parents=True)
    path = place.rescue / "unkept-x.json"
    path.write_bytes(content)
    keep_aside(place, passing, "y", [wording()], NOW)
    assert [one.value for one in offered(full_store, place, passing)] == ["ที่พิมพ์ไว้"]
    assert path.read_bytes() == content


@pytest.mark.parametrize("value", [12, None, [{"kind": "what"}]])
def test_a_value_that_does_not_fit_its_field_is_offered_as_words(full_store, place, passing, value):
    odd = msgspec.structs.replace(wording(), value=msgspec.Raw(msgspec.json.encode(value)))
    keep_aside(place, passing, "one", [odd], NOW)
    (offer,) = offered(full_store, place, passing)
    assert offer.gone
    assert offer.value == "ที่พิมพ์ไว้"


def test_a_removed_record_is_told_with_its_place(full_store, place, passing):
    keep_aside(place, passing, "one", [wording()], NOW)
    with full_store.writing() as session:
        records.remove(session, Kind.RESOLUTION, R5)
    (offer,) = offered(full_store, place, passing)
    assert offer.gone
    assert len(offer.address) == 4
    with pytest.raises(Refused), full_store.writing() as session:
        put_in(session, offer)


def test_what_was_changed_meanwhile_is_not_written_over(full_store, place, passing):
    keep_aside(place, passing, "one", [wording()], NOW)
    (offer,) = offered(full_store, place, passing)
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, R5, None, text="แก้ที่อื่น")
    with pytest.raises(StaleText), full_store.writing() as session:
        put_in(session, offer)
    assert on_file(full_store) == "แก้ที่อื่น"
    with pytest.raises(StaleText), full_store.writing() as session:
        write_late(session, Kind.RESOLUTION, R5, "text", "ก่อนหน้า", "ใหม่")
    with full_store.writing() as session:
        assert not write_late(session, Kind.RESOLUTION, R5, "text", "ก่อนหน้า", "แก้ที่อื่น")


def test_any_value_has_words():
    assert in_words(None) == ""
    assert in_words(("ก", "ข")) == "ก\nข"
    assert in_words(plain_body("ก\nข")) == "ก\nข"
    assert in_words(()) == ""
    assert in_words(12) == "12"
