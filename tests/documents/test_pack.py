"""The pack of a meeting: what is in it, in which order, and what it says."""

import datetime
import io
import tracemalloc
from dataclasses import replace
from random import Random

import pikepdf
import pytest

from bmahr_desktop.documents.pack import set_pack
from bmahr_desktop.documents.packing.enclosures import (
    Enclosure,
    Limits,
    PackPaper,
    UnfitError,
    Why,
)
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle, to_thai
from tests.documents.pdfs import packed, raw_pdf, show, signed_pdf, simple_pdf, stream
from tests.reading import Readers, squeezed

CHANGED = datetime.datetime(2025, 1, 10, 3, tzinfo=datetime.UTC)
AGENDA = simple_pdf("Agenda one", "Agenda two")
THIRD = "๓ เรื่องเพื่อพิจารณา"


def file(title, content, name="แฟ้ม.pdf", label="", under=()):
    return Enclosure(title, name, len(content or b""), content, label=label, under=under)


def pack_of(*files, **more):
    return PackPaper("เอกสารประกอบการประชุม", AGENDA, "ระเบียบวาระ", files, CHANGED, **more)


@pytest.fixture
def pages_of(tmp_path):
    """The text of each page as pdfium reads it, without spaces."""
    return lambda made: [squeezed(text) for text in Readers(tmp_path).pages(made.pdf)]


def stamp(number, pages):
    words = paper("Enclosures, page {number}/{pages}", number=number, pages=pages)
    return squeezed(to_thai(words))


def places_of(read):
    return [tuple(page.objgen) for page in read.pages]


def outline_of(made):
    def read(entry):
        page = pages.index(tuple(entry.destination[0].objgen))
        return (str(entry.title), page, [read(child) for child in entry.children])

    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        pages = places_of(document)
        with document.open_outline() as outline:
            return [read(entry) for entry in outline.root]


# ---------------------------------------------------------------- order and numbers


def test_every_page_says_which_of_all_it_is(pages_of):
    made = set_pack(pack_of(file("แผน", simple_pdf("Plan one", "Plan two")), file("ข้อมูล", None)))
    said = pages_of(made)
    assert made.pages == len(said) == 5
    for number, (text, words) in enumerate(
        zip(said, ["Agendaone", "Agendatwo", "Planone", "Plantwo", ""], strict=True), 1
    ):
        assert words in text
        assert stamp(number, 5) in text


def test_numbers_are_arabic_where_the_form_says_so(pages_of):
    made = set_pack(pack_of(file("แผน", b"PK\x03\x04" * 500_000), digits=DigitStyle.ARABIC))
    for text in pages_of(made):
        assert "3" in text
        assert not set(text) & set("๐๑๒๓๔๕๖๗๘๙")


def test_the_outline_leads_to_each_file_below_its_item():
    plan = (THIRD, "๓.๑ เรื่อง แผน")
    made = set_pack(
        pack_of(
            file("แผนที่", simple_pdf("Map")),
            file("แผนหนึ่ง", simple_pdf("Plan", "Plan"), under=plan),
            file("ตาราง", b"PK", "ตาราง.xlsx", under=plan),
            file("งบประมาณ", simple_pdf("Budget"), under=(THIRD, "๓.๒ เรื่อง งบประมาณ")),
        )
    )
    assert outline_of(made) == [
        ("ระเบียบวาระ", 0, []),
        ("แผนที่", 2, []),
        (THIRD, 3, [
            ("๓.๑ เรื่อง แผน", 3, [("แผนหนึ่ง", 3, []), ("ตาราง", 5, [])]),
            ("๓.๒ เรื่อง งบประมาณ", 6, [("งบประมาณ", 6, [])]),
        ]),
    ]  # fmt: skip


def test_the_same_record_gives_the_same_bytes():
    paper_of = pack_of(file("แผน", simple_pdf("Plan")), file("สัญญา", signed_pdf("Deed")),
                       file("แผ่น", b"PK", "a.xlsx"))  # fmt: skip
    first = set_pack(paper_of).pdf
    assert first == set_pack(paper_of).pdf
    later = replace(paper_of, changed=CHANGED + datetime.timedelta(seconds=1))
    assert first != set_pack(later).pdf
    with pikepdf.open(io.BytesIO(first)) as read:
        assert str(read.docinfo.CreationDate) == "D:20250110030000Z"
        assert str(read.docinfo.Title) == "เอกสารประกอบการประชุม"


def test_files_are_read_where_they_lie(tmp_path, pages_of):
    path = tmp_path / "kept"
    path.write_bytes(simple_pdf("From a file"))
    made = set_pack(pack_of(Enclosure("แผน", "แผน.pdf", 9, path)))
    assert "Fromafile" in pages_of(made)[2]
    path.unlink()
    made = set_pack(pack_of(Enclosure("แผน", "แผน.pdf", 9, path)))
    assert made.left_out[0].why is Why.MISSING


def test_it_tells_how_far_it_is_and_can_be_stopped():
    told: list[int] = []
    set_pack(pack_of(file("แผน", simple_pdf("One", "Two"))), told.append)
    assert set(told) >= {1, 2, 3, 4}
    assert told[-1] == 4

    class EnoughError(Exception):
        pass

    def stop(page):
        if page == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        set_pack(pack_of(file("แผน", simple_pdf("One", "Two"))), stop)


def test_an_agenda_that_cannot_be_read_is_no_pack():
    with pytest.raises(UnfitError):
        set_pack(replace(pack_of(), agenda=b"%PDF-"))


# ---------------------------------------------------------------- sheets and limits


def test_a_sheet_says_what_is_supplied_separately(pages_of):
    book = file("ตารางงบประมาณ", b"PK\x03\x04" * 900_000, "งบ 2568.xlsx", "3.1", (THIRD,))
    made = set_pack(pack_of(book))
    said = pages_of(made)[2]
    for words in (
        paper("Enclosure {number}", number="๓.๑"),
        "ตารางงบประมาณ",
        paper("File: {name}", name="งบ 2568.xlsx"),
        paper("Size: {size} MB", size="๓.๔"),
        paper("This document is supplied separately"),
        paper("It is a file of a kind that cannot be shown as pages."),
    ):
        assert squeezed(words) in to_thai(said).replace("๒๕๖๘", "2568")
    assert [(one.title, one.why) for one in made.left_out] == [("ตารางงบประมาณ", Why.OTHER_KIND)]


def test_a_name_of_any_length_stays_on_its_sheet(pages_of):
    long = file("งบ" * 1000, b"PK", f"{'แฟ้ม' * 500}.xlsx", "๑" * 500)
    made = set_pack(pack_of(long, long))
    assert made.pages == 4


def test_what_would_be_too_many_pages_has_a_sheet(pages_of):
    short, long = simple_pdf("a", "b"), simple_pdf(*"abcdef")
    made = set_pack(
        pack_of(file("สั้น", short), file("ยาว", long), file("สั้นอีก", short)),
        limits=Limits(pages=7),
    )
    assert [(one.title, one.why) for one in made.left_out] == [("ยาว", Why.TOO_MANY_PAGES)]
    assert made.pages == 2 + 2 + 1 + 2


def test_what_would_be_too_large_has_a_sheet():
    heavy = simple_pdf("a", contents=Random(1).randbytes(300_000))
    made = set_pack(pack_of(file("หนึ่ง", heavy), file("สอง", heavy)), limits=Limits(size=500_000))
    assert [(one.title, one.why) for one in made.left_out] == [("สอง", Why.TOO_LARGE)]
    assert len(made.pdf) < 500_000


def test_a_large_pack_is_in_memory_about_once(tmp_path):
    files = []
    for number in range(4):
        picture = stream(Random(number).randbytes(10_000_000),
                         b"/Type /XObject /Subtype /Image /Width 1 /Height 1")  # fmt: skip
        path = tmp_path / str(number)
        path.write_bytes(simple_pdf("a", extra={100: picture}, page="/Group << /X 100 0 R >>"))
        files.append(Enclosure(str(number), "a.pdf", 1, path))
    set_pack(pack_of())  # fonts are read
    tracemalloc.start()
    made = set_pack(pack_of(*files))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(made.pdf) > 40_000_000
    assert most < 2.2 * len(made.pdf)


# ---------------------------------------------------------------- signed files


def test_a_signed_file_is_shown_unstamped_and_goes_along_as_it_is(pages_of):
    deed = signed_pdf("Deed one", "Deed two")
    made = set_pack(pack_of(file("สัญญา", deed, "สัญญา.pdf", "๔"), file("แผน", simple_pdf("Plan"))))
    said = pages_of(made)
    assert made.pages == 6
    assert made.signed == ("สัญญา",)
    assert made.left_out == ()
    assert squeezed(paper("This document bears an electronic signature")) in said[2]
    assert "๔-๕" in said[2].replace("4", "๔").replace("5", "๕")
    assert stamp(3, 6) in said[2]
    assert said[3] == "DeedoneSignedbySomchai"
    assert said[4] == "DeedtwoSignedbySomchai"
    assert stamp(6, 6) in said[5]
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        (attached,) = read.attachments.values()
        assert attached.get_file().read_bytes() == deed
        assert attached.filename == "สัญญา.pdf"
        assert "/AcroForm" not in read.Root


CERTIFIED = simple_pdf(
    "Form", root="/Perms << /DocMDP 100 0 R >>",
    extra={100: b"<< /Type /Sig /Filter /Adobe.PPKLite /Contents <00> >>"},
)  # fmt: skip
TIME_STAMPED = simple_pdf(
    "Form", root="/AcroForm << /Fields [100 0 R] >>",
    extra={100: b"<< /FT /Sig /T (a) /Kids [101 0 R] >>",
           101: b"<< /FT /Sig /V << /Type /DocTimeStamp /Contents <00> >> >>"},
)  # fmt: skip
ON_THE_PAGE_ONLY = simple_pdf(
    "Form", page="/Annots [100 0 R]",
    extra={100: b"<< /Subtype /Widget /FT /Sig /Rect [0 0 0 0] /V << /Contents <00> >> >>"},
)  # fmt: skip
TO_BE_SIGNED = simple_pdf(
    "Form", root="/AcroForm << /SigFlags 1 /Fields [100 0 R] >>", page="/Annots [100 0 R]",
    extra={100: b"<< /Subtype /Widget /FT /Sig /T (Sign here) /Rect [9 9 99 99] >>"},
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "signed"),
    [(CERTIFIED, True), (TIME_STAMPED, True), (ON_THE_PAGE_ONLY, True), (TO_BE_SIGNED, False)],
)
def test_any_signature_is_respected(content, signed, pages_of):
    made = set_pack(pack_of(file("แบบ", content)))
    assert bool(made.signed) is signed
    assert (stamp(made.pages, made.pages) in pages_of(made)[-1]) is not signed


def test_a_signed_file_whose_pages_cannot_be_shown_is_supplied_separately():
    made = set_pack(pack_of(file("สัญญา", signed_pdf("Deed").replace(b"/Kids", b"/Kidz"))))
    assert made.left_out[0].why is Why.BROKEN
    assert made.signed == ()


# ---------------------------------------------------------------- nothing acts


ACTS = {
    100: b"<< /S /JavaScript /JS (app.alert\\(1\\)) /Next 101 0 R >>",
    101: b"<< /Type /Action /S /Launch /F (calc.exe) >>",
    102: b"<< /Type /Filespec /F (virus.exe) /EF << /F 103 0 R >> >>",
    103: stream(b"MZ virus", b"/Type /EmbeddedFile"),
    104: b"<< /Subtype /Link /Rect [9 9 99 99] /A 101 0 R >>",
    105: b"<< /Subtype /FileAttachment /Rect [9 9 99 99] /FS 102 0 R >>",
    106: b"<< /Subtype /Screen /Rect [9 9 99 99] /A << /S /Rendition /JS (x) >> >>",
    107: b"<< /Subtype /Text /Rect [9 9 99 99] /Contents (A remark) /AA << /E 100 0 R >> >>",
    108: b"<< /Subtype /Widget /FT /Btn /Ff 65536 /Rect [9 9 99 99] /F 4 /A 100 0 R >>",
    109: b"<< /Subtype /Link /Rect [9 9 99 99] /A << /S /URI /URI (file:///etc/passwd) >> >>",
}


def test_nothing_that_acts_comes_along():
    content = simple_pdf(
        "Harmless to look at",
        root="/OpenAction 100 0 R /AA << /WC 100 0 R >> /AcroForm << /Fields [108 0 R] /XFA (x) >> "
        "/Names << /JavaScript << /Names [(a) 100 0 R] >> "
        "/EmbeddedFiles << /Names [(virus.exe) 102 0 R] >> >> /AF [102 0 R]",
        page="/AA << /O 100 0 R >> /PieceInfo << /X 103 0 R >> /AF [102 0 R] /Annots [104 0 R "
        "105 0 R 106 0 R 107 0 R 108 0 R 109 0 R]",
        extra=ACTS,
    )
    made = set_pack(pack_of(file("แฟ้ม", content)))
    assert made.left_out == ()
    for words in (b"JavaScript", b"Launch", b"virus", b"OpenAction", b"/AA", b"Rendition",
                  b"passwd", b"calc.exe", b"EmbeddedFile", b"XFA"):  # fmt: skip
        assert words not in made.pdf, words
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        (note,) = read.pages[2].Annots
        assert str(note.Contents) == "A remark"


# ---------------------------------------------------------------- links


def test_links_lead_where_they_led():
    content = simple_pdf(
        "One", "Two", "Three",
        root="/Dests << /there [14 0 R /XYZ 0 700 0] >> /Names << /Dests << /Kids [106 0 R] >> >>",
        page="/Annots [101 0 R 102 0 R 103 0 R 104 0 R 105 0 R]",
        extra={
            101: b"<< /Subtype /Link /Rect [1 1 9 9] /Dest [12 0 R /Fit] >>",
            102: b"<< /Subtype /Link /Rect [2 1 9 9] /A << /S /GoTo /D /there >> >>",
            103: b"<< /Subtype /Link /Rect [3 1 9 9] /Dest (by name) >>",
            104: b"<< /Subtype /Link /Rect [4 1 9 9] /A << /S /URI /URI (https://bangkok.go.th) "
                 b"/Next << /S /Launch /F (x) >> >> >>",
            105: b"<< /Subtype /Link /Rect [5 1 9 9] /A << /S /GoToR /F (x.pdf) /D [0 /Fit] >> >>",
            106: b"<< /Names [(by name) << /D [10 0 R /FitH 300] >>] /Kids [106 0 R] >>",
        },
    )  # fmt: skip
    made = set_pack(pack_of(file("แฟ้ม", content)))
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        pages = places_of(read)
        links = list(read.pages[2].Annots)
        assert [int(link.Rect[0]) for link in links] == [1, 2, 3, 4]
        assert [pages.index(tuple(link.Dest[0].objgen)) for link in links[:3]] == [3, 4, 2]
        assert list(links[2].Dest)[1:] == [pikepdf.Name.FitH, 300]
        assert str(links[3].A.URI) == "https://bangkok.go.th"
        assert "/Next" not in links[3].A


def test_one_file_twice_has_pages_of_its_own():
    link = b"<< /Subtype /Link /Rect [1 1 9 9] /Dest [10 0 R /Fit] >>"
    content = simple_pdf("One", "Two", page="/Annots [101 0 R]", extra={101: link})
    made = set_pack(pack_of(file("แฟ้ม", content), file("แฟ้ม", content)))
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        pages = places_of(read)
        leads = [pages.index(tuple(page.Annots[0].Dest[0].objgen)) for page in list(read.pages)[2:]]
    assert leads == [2, 2, 4, 4]


def test_a_pack_can_be_put_into_a_pack(pages_of):
    inner = set_pack(pack_of(file("สัญญา", signed_pdf("Deed")), file("แผน", simple_pdf("Plan"))))
    made = set_pack(pack_of(file("เล่มก่อน", inner.pdf)))
    said = pages_of(made)
    assert made.pages == 2 + 5
    assert made.signed == ()
    assert stamp(5, 5) in said[-1]
    assert stamp(7, 7) in said[-1]
    assert b"EmbeddedFile" not in made.pdf


def test_objects_in_streams_of_objects_are_read(pages_of):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(simple_pdf("Packed", "tightly"))) as document:
        document.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)
    made = set_pack(pack_of(file("แฟ้ม", out.getvalue())))
    assert "tightly" in pages_of(made)[3]


def test_names_in_an_old_thai_code_still_find_their_font(pages_of):
    """A font named in cp874 bytes, which are no UTF-8, is found by the page that uses it."""
    content = raw_pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << "
           b"/Font << /#a1#d2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        5: packed(show("Found").replace(b"/F1", b"/\xa1\xd2")),
    })  # fmt: skip
    made = set_pack(pack_of(file("แฟ้ม", content)))
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        assert b"/#a1#d2" in read.pages[2].Resources.Font.unparse().lower()
    assert "Found" in pages_of(made)[2]
