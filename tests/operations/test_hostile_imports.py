"""Files that nobody should take in: each is refused in words, and nothing is changed."""

import json
import shutil
import struct
import tempfile
import zipfile
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import LANGUAGES, use_language, worded
from bmahr_desktop.operations import exchange_file
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.exchange_in import preview_import, take_in
from bmahr_desktop.operations.exchange_out import gather, write_exchange
from tests.meetings import uid
from tests.records import FILES, LETTER, PICTURE, dump, office, opened, sha, tree

ENCODED = msgspec.json.encode(office())
SHEET_OF_PAPER = "files/" + sha(LETTER)


def plain():
    return json.loads(ENCODED)


def beside(folder, data, files=FILES):
    """A JSON document, bytes or a text or records, with files beside it."""
    if not isinstance(data, bytes | str):
        data = json.dumps(data, ensure_ascii=False)
    data = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    (folder / "files").mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / "files" / name).write_bytes(content)
    (folder / "data.json").write_bytes(data)
    return folder / "data.json"


def zipped(folder, entries, method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(folder / "all.zip", "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return folder / "all.zip"


def whole(change=bytes):
    """The office as a zip, whose bytes are changed afterwards."""

    def make(folder):
        files = {f"files/{name}": content for name, content in FILES.items()}
        path = zipped(folder, {"data.json": ENCODED} | files)
        path.write_bytes(change(path.read_bytes()))
        return path

    return make


def raw(data):
    return lambda folder: beside(folder, data)


def changed(change, files=FILES):
    """The office with one change that makes it wrong."""

    def make(folder):
        data = plain()
        found = change(data)
        return beside(folder, data if found is None else found, files)

    return make


def to(value, *path):
    """Put a value somewhere in the office."""

    def change(data):
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return changed(change)


def written(old, new):
    """Replace something in the text of the file."""
    text = ENCODED.decode()
    assert old in text
    return raw(text.replace(old, new, 1))


MEETING = next(n for n, one in enumerate(plain()["meetings"]) if one["number"] == 1)
of_meeting = partial(lambda *path: ("meetings", MEETING, *path))
BODY = of_meeting("agenda", 4, "matters", 0, "sections", 0, "body")


def flipped(place):
    def change(data):
        data = bytearray(data)
        data[place] ^= 0xFF
        return bytes(data)

    return change


def flagged(offset_local, offset_central, value):
    """Set a field of the first entry in both its headers."""

    def change(data):
        data = bytearray(data)
        central = data.index(b"PK\x01\x02")
        struct.pack_into("<H", data, offset_local, value)
        struct.pack_into("<H", data, central + offset_central, value)
        return bytes(data)

    return change


def huge_picture():
    out = BytesIO()
    Image.new("1", (8_000, 8_000)).save(out, "PNG")
    return out.getvalue()


def picture_of(data):
    """The office showing another picture."""

    def make(folder):
        text = ENCODED.decode().replace(sha(PICTURE), sha(data))
        return beside(folder, text, FILES | {sha(data): data})

    return make


HOSTILE = {
    # no JSON of ours
    "nothing": raw(b""),
    "no JSON": raw("สวัสดี"),
    "half of it": raw(ENCODED[: len(ENCODED) // 2]),
    "two of it": raw(ENCODED + ENCODED),
    "UTF-16": raw(ENCODED.decode().encode("utf-16")),
    "no UTF-8": raw(b'{"format": "\xff\xfe"}'),
    "a list": raw("[]"),
    "null": raw("null"),
    "nested without end": raw("[" * 200_000),
    "nested in a field": written('"online":{', '"online":' + '{"a":' * 100_000),
    "not a number": written('"number":1,', '"number":NaN,'),
    "infinite": written('"code":"TST"', '"code":"TST","form":{"indent_cm":1e999}'),
    "too many digits": written('"number":1,', f'"number":{"9" * 5000},'),
    "a field twice": written('"number":1,', '"number":1,"number":1,'),
    "a half pair in a name": written('"number":1,', '"number":1,"\\ud800":1,'),
    "a half pair in a text": written("ผู้ทรงคุณวุฒิ", "ผู้\\udc00"),
    "a raw half pair": written("ผู้ทรงคุณวุฒิ", "ผู้\udc00"),
    "a zero character": written("ผู้ทรงคุณวุฒิ", "ผู้\\u0000"),
    "an escape sequence": written("ผู้ทรงคุณวุฒิ", "\\u001b[2J"),
    # of another format
    "another format": to("other", "format"),
    "a newer version": to(3, "version"),
    "a version in words": to("1", "version"),
    "no version": changed(lambda data: data.pop("version") and None),
    # no records of ours
    "a field that nobody knows": to("x", *of_meeting("sql")),
    "no uid": changed(lambda data: data["people"][0].pop("uid") and None),
    "a uid in capitals": to(uid("p1").upper(), "people", 0, "uid"),
    "a uid that is a path": to("../../etc/passwd", "people", 0, "uid"),
    "a uid with a line feed": to(uid("free") + "\n", "people", 2, "uid"),
    "an empty name": to("", "people", 0, "name"),
    "a name of 2,001": to("ก" * 2001, "people", 0, "name"),
    "a text of 100,001": to("ก" * 100_001, *of_meeting("agenda", 0, "title")),
    "the 30th of February": to("2025-02-30", *of_meeting("date")),
    "a year of another era": to(2025, *of_meeting("year")),
    "no such hour": to("24:00", *of_meeting("start")),
    "a moment nowhere": to("2025-01-01T00:00:00", *of_meeting("changed")),
    "a moment before all": to("0001-01-01T00:00:00+07:00", *of_meeting("changed")),
    "a moment after all": to("9999-12-31T23:59:59-07:00", *of_meeting("changed")),
    "true for a number": to(True, *of_meeting("number")),
    "a number for a text": to(7, *of_meeting("venue")),
    "null for a list": to(None, *of_meeting("agenda")),
    "a text for a body": to("<script>", *BODY),
    "a block of no kind": to([{"kind": "script", "src": "x"}], *BODY),
    "a level too deep": to([{"kind": "paragraph", "level": 5}], *BODY),
    "a row too short": to([{"kind": "table", "widths": [1, 1], "rows": [[{}]]}], *BODY),
    "a million columns": to([{"kind": "table", "widths": [1] * 1000}], *BODY),
    # records that do not hold together
    "a uid twice": to(uid("p1"), *of_meeting("agenda", 0, "uid")),
    "a code twice": changed(
        lambda data: data["committees"].append(data["committees"][0] | {"uid": uid("free")})
    ),
    "a person of nowhere": to(uid("nobody"), "memberships", 0, "person"),
    "a meeting of no committee": to(uid("nobody"), *of_meeting("committee")),
    "a uid of another kind on file": changed(
        lambda data: json.dumps(data, ensure_ascii=False).replace(uid("p3"), uid("a1x"))
        .replace(uid("i4"), uid("meeting 2x")).replace(uid("u3"), uid("sitting"))
        .replace(uid("x1"), uid("p3"))
    ),
    "a code of another committee on file": changed(
        lambda data: json.dumps(data, ensure_ascii=False).replace(uid("committee"), uid("free"))
    ),
    # files
    "a file that is a path": to("../../../etc/passwd", "files", 0, "sha256"),
    "a file of less than nothing": to(-1, "files", 0, "size"),
    "a file that is not listed": to([], "files"),
    "a file that is not there": changed(lambda _: None, {sha(PICTURE): PICTURE}),
    "a file that was altered": changed(lambda _: None, FILES | {sha(LETTER): b"altered"}),
    "a picture that is none": picture_of(b"MZ\x90\x00 not a picture"),
    "a picture that fills the memory": picture_of(huge_picture()),
    # zips
    "a zip without records": lambda folder: zipped(folder, {"other.json": ENCODED}),
    "a zip with a way out": lambda folder: zipped(folder, {"../data.json": ENCODED}),
    "a zip without its files": lambda folder: zipped(folder, {"data.json": ENCODED}),
    "a zip with files elsewhere": lambda folder: zipped(
        folder, {"data.json": ENCODED} | {f"files/../{n}": data for n, data in FILES.items()}
    ),
    "half a zip": whole(lambda data: data[: len(data) // 2]),
    "a zip with a wrong sum": whole(flagged(14, 16, 7)),
    "a zip with scrambled data": whole(flipped(60)),
    "a zip behind a password": whole(flagged(6, 8, 1)),
    "a zip of another method": whole(flagged(8, 10, 99)),
    "a zip that says bzip2": whole(flagged(8, 10, zipfile.ZIP_BZIP2)),
    "a zip that says LZMA": whole(flagged(8, 10, zipfile.ZIP_LZMA)),
    "a zip bomb": lambda folder: zipped(folder, {"data.json": b" " * 3_000_000 + ENCODED}),
    "a bomb among its files": lambda folder: zipped(
        folder, {"data.json": ENCODED, SHEET_OF_PAPER: bytes(3_000_000)}
    ),
    # no file
    "a folder": lambda folder: folder,
    "nothing there": lambda folder: folder / "none.json",
    "below a file": lambda folder: beside(folder, b"{}") / "x.json",
}  # fmt: skip


def taken_in(store, path):
    loaded = read_exchange(path)
    with store.writing() as session:
        take_in(session, preview_import(session, loaded), loaded)


def test_there_are_enough_of_them():
    assert len(HOSTILE) >= 50


@pytest.fixture(scope="module")
def office_store(office_file, tmp_path_factory):
    """The small office, from before the first file to after the last."""
    path = tmp_path_factory.mktemp("hostile") / "records.sqlite"
    shutil.copy(office_file, path)
    shutil.copytree(office_file.with_suffix(".d"), path.with_suffix(".d"))
    store = opened(path)
    before = exported(store)
    yield store
    assert exported(store) == before
    store.close()


def exported(store):
    out = store.path.parent / "out" / "data.json"
    with store.reading() as session:
        write_exchange(gather(session), out, store.files.read)
    return out.read_bytes()


@pytest.mark.parametrize("what", HOSTILE)
def test_it_is_refused_in_words_and_nothing_is_changed(office_store, tmp_path, monkeypatch, what):
    monkeypatch.setattr(exchange_file, "LARGEST_DATA", 2_000_000)
    monkeypatch.setattr(exchange_file, "LARGEST_FILE", 2_000_000)
    folder = tmp_path / "mail" / "inner"
    folder.mkdir(parents=True)
    path = HOSTILE[what](folder)
    before = dump(office_store.path), tree(tmp_path), tree(office_store.path.parent)
    with pytest.raises(Refused) as refused:
        taken_in(office_store, path)
    words = {}
    for language in LANGUAGES:
        use_language(language)
        words[language] = [worded(message).strip() for message in refused.value.messages]
        assert words[language]
        assert all(words[language])
    assert words["th"] != words["en"]
    assert before == (
        dump(office_store.path), tree(tmp_path), tree(office_store.path.parent)
    )  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    places=st.lists(st.floats(0, 0.9999), min_size=1, max_size=3), byte=st.integers(0, 255),
    part=st.sampled_from(["all", "names"]),
)  # fmt: skip
def test_any_damage_to_a_zip_is_refused_or_harmless(places, byte, part):
    with tempfile.TemporaryDirectory() as name:
        path = whole()(Path(name))
        data = bytearray(path.read_bytes())
        start = data.index(b"PK\x01\x02") if part == "names" else 0
        for place in places:
            data[start + int(place * (len(data) - start))] = byte
        path.write_bytes(data)
        with suppress(Refused):
            assert read_exchange(path).exchange.format


def test_the_file_that_they_are_made_of_is_sound(store, tmp_path):
    taken_in(store, whole()(tmp_path))
    taken_in(store, beside(tmp_path / "json", plain()))
    with store.reading() as session:
        assert gather(session) == office()
