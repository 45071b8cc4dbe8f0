"""An exchange file is read whole, or refused with every fault at its place."""

import copy
import hashlib
import json
import zipfile
from io import BytesIO

import msgspec
import pytest
from PIL import Image

from bmahr_desktop.domain.body import Picture
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.exchange_schema import exchange_schema
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.operations.exchange import read_exchange
from tests.meetings import committee, meeting, section, uid


def png() -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), "green").save(out, "PNG")
    return out.getvalue()


PICTURE = png()
SHA = hashlib.sha256(PICTURE).hexdigest()


def document() -> dict:
    """A sound file, as plain JSON."""
    agenda = list(meeting().agenda)
    matter = agenda[0].matters[0]
    shown = msgspec.structs.replace(
        matter, sections=(*matter.sections, section(Picture(file=SHA, caption="ภาพ")))
    )
    agenda[0] = msgspec.structs.replace(agenda[0], matters=(shown,))
    exchange = Exchange(
        format="bmahr-desktop/exchange",
        version=1,
        committees=(committee(),),
        meetings=(meeting(agenda=tuple(agenda)),),
    )
    plain = json.loads(msgspec.json.encode(exchange))
    plain["files"] = [{"sha256": SHA, "name": "../../ภาพ.png", "size": len(PICTURE)}]
    plain["units"] = [{"uid": uid("u1"), "name": "สำนักงาน"}]
    plain["people"] = [{"uid": uid("p1"), "name": "สมมาตร ใจกว้าง", "unit": uid("u1")}]
    return plain


@pytest.fixture
def write(tmp_path):
    def run(data, *, picture: bytes | None = PICTURE):
        path = tmp_path / "data.json"
        text = data if isinstance(data, str | bytes) else json.dumps(data, ensure_ascii=False)
        path.write_bytes(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text)
        if picture is not None:
            (tmp_path / "files").mkdir(exist_ok=True)
            (tmp_path / "files" / SHA).write_bytes(picture)
        return path

    return run


@pytest.fixture
def faults(write):
    """Read a file that has faults; return them in English."""

    def run(data, **options) -> list[str]:
        path = write(data, **options)
        with pytest.raises(Refused) as refused:
            read_exchange(path)
        use_language("en")
        try:
            return [worded(message) for message in refused.value.messages]
        finally:
            use_language("th")

    return run


def test_a_sound_file_is_read(write):
    loaded = read_exchange(write(document()))
    assert loaded.exchange.meetings[0].attendance == meeting().attendance
    assert loaded.pictures == {SHA: PICTURE}


def test_what_is_read_is_what_was_written(write):
    loaded = read_exchange(write(document())).exchange
    assert json.loads(msgspec.json.encode(loaded)) == document()


def test_a_byte_order_mark_is_no_fault(write):
    text = json.dumps(document(), ensure_ascii=False)
    assert read_exchange(write("\ufeff" + text)).exchange.version == 1


def zipped(tmp_path, entries: dict[str, bytes]):
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def test_a_zip_is_read_like_a_folder(tmp_path):
    data = json.dumps(document(), ensure_ascii=False).encode()
    path = zipped(tmp_path, {"data.json": data, f"files/{SHA}": PICTURE, "../evil": b"x"})
    assert read_exchange(path).pictures == {SHA: PICTURE}
    assert not (tmp_path.parent / "evil").exists()


def test_a_zip_without_data_is_refused(tmp_path):
    with pytest.raises(Refused) as refused:
        read_exchange(zipped(tmp_path, {"other.json": b"{}"}))
    assert "data.json" in worded(refused.value.messages[0])


def test_a_zip_bomb_is_refused(tmp_path, monkeypatch):
    from bmahr_desktop.operations import exchange_file

    monkeypatch.setattr(exchange_file, "LARGEST_DATA", 10_000)
    path = zipped(tmp_path, {"data.json": b" " * 1_000_000})
    assert path.stat().st_size < 10_000
    with pytest.raises(Refused):
        read_exchange(path)


def test_a_damaged_zip_is_refused(tmp_path):
    path = zipped(tmp_path, {"data.json": b"x" * 1000})
    data = bytearray(path.read_bytes())
    data[40:60] = b"\0" * 20
    path.write_bytes(data)
    with pytest.raises(Refused):
        read_exchange(path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "The file is not JSON from line 1, column 1, on."),
        ('{"format": ', "The file is not JSON from line 1, column 12, on."),
        (b"\xff\xfe{\x00}\x00", "The file is not in UTF-8 (byte 0)."),
        ("[]", "This is no exchange file of this program"),
        ('{"format": "other"}', "This is no exchange file of this program"),
        ('{"a": 1, "a": 2}', "“a” stands twice in the same record."),
        ('{"a": NaN}', "NaN is not a number that JSON allows."),
        ('{"a": -Infinity}', "-Infinity is not a number that JSON allows."),
        ('{"a": ' + "9" * 5000 + "}", "is too large."),
        ("[" * 100_000, "The file is nested too deeply."),
        ('{"format": "bmahr-desktop/exchange", "version": 3}', "made by a newer program"),
    ],
)
def test_what_is_no_exchange_file(faults, text, fault):
    assert fault in faults(text)[0]


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused):
        read_exchange(tmp_path / "no such file.json")
    with pytest.raises(Refused):
        read_exchange(tmp_path)


def changed(change) -> dict:
    data = copy.deepcopy(document())
    change(data)
    return data


def a_meeting(data: dict) -> dict:
    return data["meetings"][0]


FAULTS = [
    (lambda d: d.pop("version"), "$: lacks “version”"),
    (lambda d: d.update(version="1"), "$.version: is “1”; expected one of: 1, 2"),
    (lambda d: d.update(extra=1), "$: has “extra”, which the format does not know"),
    (lambda d: d.update(meetings={}), "$.meetings: is a record in braces; expected a list"),
    (lambda d: a_meeting(d).pop("date"), "$.meetings[0]: lacks “date”"),
    (
        lambda d: a_meeting(d).update(date="2025-02-30"),
        "$.meetings[0].date: is “2025-02-30”; expected a date of the Common Era, as 2021-01-06",
    ),
    (
        lambda d: a_meeting(d).update(date=None),
        "$.meetings[0].date: is empty (null); expected text",
    ),
    (
        lambda d: a_meeting(d).update(start="9.30"),
        "$.meetings[0].start: is “9.30”; expected a time of 24 hours, as 09:30",
    ),
    (
        lambda d: a_meeting(d).update(uid="1"),
        "$.meetings[0].uid: is “1”; expected a UUID in small letters, as 0b2f6a1c-…",
    ),
    (lambda d: a_meeting(d).update(number=0), "$.meetings[0].number: is 0; the least is 1"),
    (lambda d: a_meeting(d).update(number=1000), "$.meetings[0].number: is 1000; the most is 999"),
    (
        lambda d: a_meeting(d).update(number=1.5),
        "$.meetings[0].number: is a number; expected a whole number",
    ),
    (
        lambda d: a_meeting(d).update(number=True),
        "$.meetings[0].number: is true or false; expected a whole number",
    ),
    (lambda d: a_meeting(d).update(year=2025), "$.meetings[0].year: is 2025; the least is 2400"),
    (
        lambda d: a_meeting(d).update(mode="phone"),
        "$.meetings[0].mode: is “phone”; expected one of: hybrid, on_site, online",
    ),
    (
        lambda d: a_meeting(d).update(changed="2025-01-10"),
        "$.meetings[0].changed: is “2025-01-10”; expected a moment with its time zone,"
        " as 2021-01-06T09:30:00+07:00",
    ),
    (
        lambda d: a_meeting(d)["attendance"][2].update(name=""),
        "$.meetings[0].attendance[2].name: is empty; expected text",
    ),
    (
        lambda d: a_meeting(d)["agenda"][0].update(title="ก" * 100_001),
        "$.meetings[0].agenda[0].title: has 100001 characters; at most 100000 are allowed",
    ),
    (
        lambda d: d["committees"][0].update(code="a b"),
        "$.committees[0].code: is “a b”; expected a short code of letters and digits,"
        " without spaces",
    ),
    (
        lambda d: d["files"][0].update(sha256="x"),
        "$.files[0].sha256: is “x”; expected a SHA-256 of 64 hexadecimal digits",
    ),
]


@pytest.mark.parametrize(("change", "fault"), FAULTS)
def test_a_fault_is_named_with_its_place(faults, change, fault):
    assert fault in faults(changed(change))


def body_of(data: dict) -> list:
    return a_meeting(data)["agenda"][0]["matters"][0]["sections"][0]["body"]


BODY = "$.meetings[0].agenda[0].matters[0].sections[0].body[0]"
BODY_FAULTS = [
    ({"kind": "song"}, f"{BODY}.kind: is “song”; expected one of: paragraph, table, picture"),
    ({}, f"{BODY}: lacks “kind”"),
    (3, f"{BODY}: is a whole number; expected a record in braces"),
    (
        {"kind": "paragraph", "level": 9},
        f"{BODY}.level: is 9; the most is 4",
    ),
    (
        {"kind": "paragraph", "runs": [{"text": 1}]},
        f"{BODY}.runs[0].text: is a whole number; expected text",
    ),
    (
        {"kind": "table", "widths": [], "rows": []},
        f"{BODY}.widths: has 0 entries; at least 1 are needed",
    ),
    (
        {"kind": "table", "widths": [0, 1], "rows": []},
        f"{BODY}.widths[0]: is 0; it must be more than 0",
    ),
    (
        {"kind": "table", "widths": [1, 1], "rows": [[{}]]},
        f"{BODY}.rows[0]: covers 1 columns; the table has 2",
    ),
    (
        {"kind": "table", "widths": [1], "rows": [[{}]], "header_rows": 2},
        f"{BODY}.header_rows: is 2; the most is 1",
    ),
    (
        {"kind": "picture", "file": "0" * 64},
        f"{BODY}.file: names a file that is not listed in “files”: {'0' * 64}",
    ),
]


@pytest.mark.parametrize(("block", "fault"), BODY_FAULTS)
def test_a_fault_in_a_body_is_named_with_its_place(faults, block, fault):
    def change(data):
        body_of(data)[0] = block

    assert any(found.startswith(fault) for found in faults(changed(change)))


def test_all_faults_are_named_at_once(faults):
    def change(data):
        a_meeting(data).update(date="x", number=0, mode="y")
        body_of(data)[0] = {"kind": "paragraph", "runs": [{"text": 1}, {}]}
        data["committees"][0].pop("name")

    found = faults(changed(change))
    assert len(found) == 6


def test_very_many_faults_are_counted(faults):
    def change(data):
        data["people"] = [{} for _ in range(500)]

    found = faults(changed(change))
    assert len(found) == 101
    assert found[-1] == "… and 900 more faults."


RELATION_FAULTS = [
    (
        lambda d: a_meeting(d).update(committee=uid("other")),
        f"$.meetings[0].committee: names a committee that is not in the file: {uid('other')}",
    ),
    (
        lambda d: d["people"][0].update(unit=uid("other")),
        f"$.people[0].unit: names a unit that is not in the file: {uid('other')}",
    ),
    (
        lambda d: a_meeting(d)["attendance"][0].update(person=uid("other")),
        f"$.meetings[0].attendance[0].person: names a person that is not in the file:"
        f" {uid('other')}",
    ),
    (
        lambda d: d["people"].append(d["people"][0]),
        f"$.people[1].uid: “{uid('p1')}” is used twice in the file",
    ),
    (
        lambda d: d["committees"].append(
            d["committees"][0] | {"uid": uid("second"), "code": "tst"}
        ),
        "$.committees[1].code: “tst” is used twice in the file",
    ),
    (
        lambda d: a_meeting(d)["agenda"][1]["matters"][0].pop("adopts"),
        "$.meetings[0].agenda[1].matters[0].resolutions[0]: is composed, but the matter adopts"
        " no minutes (“adopts”)",
    ),
]


@pytest.mark.parametrize(("change", "fault"), RELATION_FAULTS)
def test_records_that_do_not_fit_together(faults, change, fault):
    assert faults(changed(change)) == [fault]


def test_a_picture_that_is_missing_altered_or_none(faults, tmp_path):
    place = "$.meetings[0].agenda[0].matters[0].sections[1].body[0].file: "
    assert faults(document(), picture=None) == [place + f"the file {SHA} is missing or was altered"]
    assert faults(document(), picture=b"other") == [
        place + f"the file {SHA} is missing or was altered"
    ]
    junk = hashlib.sha256(b"junk").hexdigest()
    (tmp_path / "files" / junk).write_bytes(b"junk")
    data = json.loads(json.dumps(document()).replace(SHA, junk))
    assert faults(data) == [place + f"the file {junk} is no picture that can be shown"]


@pytest.mark.parametrize("code", ["\\ud800", "\\u0000", "\\u001b"])
def test_characters_that_no_text_may_hold(faults, code):
    text = json.dumps(document(), ensure_ascii=False).replace("รับทราบ", f"รับ{code}ทราบ", 1)
    name = "U+" + code[2:].upper()
    assert faults(text)[0].endswith(f"holds a character that no text may hold: {name}")


def test_surrogate_pairs_and_line_feeds_are_text(write):
    text = json.dumps(document(), ensure_ascii=False).replace("รับทราบ", "\\ud83d\\ude00\\n\\t", 1)
    loaded = read_exchange(write(text))
    assert loaded.exchange.meetings[0].agenda[0].matters[0].resolutions[0].text == "😀\n\t"


def test_the_faults_are_worded_in_thai_too(write):
    with pytest.raises(Refused) as refused:
        read_exchange(write(changed(lambda d: a_meeting(d).pop("date"))))
    assert worded(refused.value.messages[0]) == "$.meetings[0]: ไม่มี “date”"


def test_the_schema_in_the_documentation_is_the_one_in_use(root):
    path = root / "docs" / "exchange" / "exchange-2.schema.json"
    in_use = json.loads(json.dumps(exchange_schema()))
    assert json.loads(path.read_text(encoding="utf-8")) == in_use


def test_the_worked_example_is_read(root):
    loaded = read_exchange(root / "docs" / "exchange" / "example.json")
    assert loaded.exchange.meetings
    assert loaded.exchange.committees


def test_every_field_of_the_schema_is_described_or_plain():
    for name, definition in exchange_schema()["$defs"].items():
        assert definition.get("description"), name
