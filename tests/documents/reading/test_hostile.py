"""Word files to keep away from are refused in words; odd ones are read."""

import struct
import time
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bmahr_desktop.documents.reading.flow import MOST_PARAGRAPHS, read_docx
from bmahr_desktop.domain.errors import Refused
from tests.documents.reading.habits import WITH_EVERYTHING
from tests.records import said

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def package(folder, document, more=None, types=TYPES):
    """A Word file of nothing but what is given."""
    path = folder / "แฟ้ม.docx"
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", types)
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr("word/document.xml", document)
        for name, data in (more or {}).items():
            file.writestr(name, data)
    return path


def words(body="<w:p><w:r><w:t>ก</w:t></w:r></w:p>", head=""):
    return (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )


def refused(path):
    with pytest.raises(Refused) as told:
        read_docx(path)
    return said(told)


def texts(path):
    return [one.text for one in read_docx(path).pieces if not one.table]


def test_a_file_of_the_least_is_read(tmp_path):
    assert texts(package(tmp_path, words())) == ["ก"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as “Word document (.docx)”"),
        (b"%PDF-1.7 nothing", "is no Word file"),
        (b"{\\rtf1 words}", "is no Word file"),
        (b"", "is no Word file"),
        (b"PK\x03\x04" + bytes(100), "is no Word file"),
    ],
)
def test_other_kinds_of_files_are_refused_with_what_to_do(tmp_path, content, told):
    path = tmp_path / "เก่า.doc"
    path.write_bytes(content)
    assert told in refused(path)


def test_what_cannot_be_reached_is_refused(tmp_path):
    assert "cannot be read" in refused(tmp_path / "ไม่มี.docx")
    assert "cannot be read" in refused(tmp_path)


def test_macros_are_refused(tmp_path):
    assert "macros" in refused(package(tmp_path, words(), {"word/vbaProject.bin": b"x"}))
    types = TYPES.replace("application/xml", "application/vnd.ms-word.document.macroEnabled+xml")
    assert "macros" in refused(package(tmp_path, words(), types=types))


@pytest.mark.parametrize("name", ["/etc/passwd", "../../x", "C:/x", "word\\..\\x"])
def test_parts_outside_the_file_are_refused(tmp_path, name):
    assert "outside itself" in refused(package(tmp_path, words(), {name: b"x"}))


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/x.dtd">',
        '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_entities_are_never_resolved(tmp_path, head):
    body = "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"
    assert "definitions" in refused(package(tmp_path, words(body, head)))
    wide = words(body, head).replace(
        '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-16"?>'
    )
    assert "definitions" in refused(package(tmp_path, wide.encode("utf-16")))


def test_a_bomb_is_refused_without_being_unpacked(tmp_path):
    big = words("<w:p><w:r><w:t>" + "ก" * 40_000_000 + "</w:t></w:r></w:p>")
    started = time.process_time()
    assert "unpacks to more" in refused(package(tmp_path, big))
    assert time.process_time() - started < 5


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path):
    path = package(tmp_path, words("<w:p/>" * 100_000))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"word/document.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    path.write_bytes(bytes(data))
    assert "damaged" in refused(path)


def test_a_million_paragraphs_are_refused_quickly(tmp_path):
    started = time.process_time()
    assert f"more than {MOST_PARAGRAPHS}" in refused(package(tmp_path, words("<w:p/>" * 1_000_000)))
    assert time.process_time() - started < 10


def test_broken_xml_is_refused(tmp_path):
    for broken in (words()[:-5], "", "ก", words("<w:p>" * 300), words("<x:p/>")):
        assert "damaged" in refused(package(tmp_path, broken)), broken[:40]


def test_a_file_without_text_is_refused(tmp_path):
    bare = f'<w:document xmlns:w="{W}"/>'
    assert "no Word file with text" in refused(package(tmp_path, bare))


def test_what_lies_outside_is_never_fetched(tmp_path):
    names = (
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    body = f'<w:p><w:r><w:drawing {names}><a:blip r:embed="r9"/></w:drawing></w:r></w:p>'
    outside = RELATIONS.replace("word/document.xml", "file:///etc/passwd").replace(
        'Id="r1"', 'Id="r9" TargetMode="External"'
    )
    path = package(tmp_path, words(body), {"word/_rels/document.xml.rels": outside})
    read = read_docx(path)
    assert [one.picture.sha256 for one in read.pieces if one.picture] == [""]


def test_tables_as_deep_as_they_may_be_are_read(tmp_path):
    deep = "<w:p><w:r><w:t>ในสุด</w:t></w:r></w:p>"
    for _ in range(40):
        deep = f"<w:tbl><w:tr><w:tc>{deep}<w:p/></w:tc></w:tr></w:tbl>"
    (piece,) = read_docx(package(tmp_path, words(deep))).pieces
    assert piece.table is not None
    assert "ในสุด" in "".join(row.text for row in piece.table.rows)


@pytest.mark.parametrize(
    "body",
    [
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="x"/></w:numPr></w:pPr></w:p>',
        '<w:p><w:r><w:sym w:char="zz"/></w:r></w:p>',
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-4"/></w:tcPr></w:tc></w:tr></w:tbl>',
        '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="9999999999"/></w:trPr></w:tr></w:tbl>',
        '<w:p><w:pPr><w:outlineLvl w:val="ก"/><w:pStyle w:val="ไม่มี"/></w:pPr></w:p>',
        "<w:tbl/><w:sdt/><w:p><w:r/><w:del/></w:p>",
        '<w:p><w:r><w:footnoteReference w:id="5"/></w:r></w:p>',
    ],
)
def test_odd_values_are_taken_as_best_they_can(tmp_path, body):
    assert "ท้าย" in texts(package(tmp_path, words(f"{body}<w:p><w:r><w:t>ท้าย</w:t></w:r></w:p>")))


DAMAGE = st.tuples(
    st.integers(0, 1_000_000),
    st.integers(0, 3),
    st.sampled_from([b"", b"0", b"-", b"99999", "ก".encode()]) | st.binary(max_size=4),
)
"""Where, how many bytes go, and what comes; what is still XML is read."""


@pytest.fixture(scope="module")
def parts(tmp_path_factory):
    with ZipFile(WITH_EVERYTHING.write(tmp_path_factory.mktemp("whole"))) as file:
        return Parts({name: file.read(name) for name in file.namelist()})


class Parts(dict):
    def __repr__(self):
        return "the parts"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    name=st.sampled_from(["word/document.xml", "word/numbering.xml", "word/styles.xml"]),
    damage=st.lists(DAMAGE, min_size=1, max_size=3),
)
def test_what_is_read_in_spite_of_damage_holds_every_word(parts, tmp_path_factory, name, damage):
    """Bytes changed inside the parts, not only in the package around them."""
    part = bytearray(parts[name])
    for place, gone, come in damage:
        at = place % len(part)
        part[at : at + gone] = come
    path = tmp_path_factory.mktemp("damaged") / "x.docx"
    with ZipFile(path, "w") as file:
        for one, data in parts.items():
            file.writestr(one, bytes(part) if one == name else data)
    try:
        found = read_docx(path)
    except Refused as told:
        reason = told.messages[0].text
        event(reason)
        assert any(words in reason for words in ("damaged", "definitions", "no Word file"))
        return
    event("read")
    document = bytes(part) if name == "word/document.xml" else parts["word/document.xml"]
    everything = "".join(held_in(found).split())
    for text in typed_in(document):
        assert "".join(text.split()) in everything


def typed_in(document):
    """The words of a part, but for those in boxes."""
    return [
        one.text
        for one in parse_xml(document).iter(f"{{{W}}}t")
        if one.text and all(above.tag.startswith(f"{{{W}}}") for above in one.iterancestors())
    ]


def held_in(found):
    pieces = [one.text for one in found.pieces]
    rows = [row.text for one in found.pieces if one.table for row in one.table.rows]
    return "".join((*pieces, *rows, *(one.text for one in found.left_out)))


def test_a_new_document_of_word_is_read(tmp_path):
    document = Document()
    document.add_paragraph("บรรทัดหนึ่ง")
    document.save(str(tmp_path / "x.docx"))
    assert texts(tmp_path / "x.docx") == ["บรรทัดหนึ่ง"]
