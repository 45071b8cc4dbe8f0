"""Files that are broken, or made to do harm, never stop a pack."""

import datetime
import io
import struct
import zlib
from itertools import count

import pikepdf
import pytest
from PIL import Image

from bmahr_desktop.documents import pack
from bmahr_desktop.documents.pack import set_pack
from bmahr_desktop.documents.packing.enclosures import Enclosure, Limits, PackPaper, Why
from tests.documents.pdfs import FORM_FONT, packed, raw_pdf, show, simple_pdf, stream

CHANGED = datetime.datetime(2025, 1, 10, 3, tzinfo=datetime.UTC)
AGENDA = simple_pdf("Agenda")
QUICK = Limits(seconds=20)


def packed_with(content, file_name="a.pdf", limits=QUICK):
    file = Enclosure("เอกสาร", file_name, len(content or b""), content)
    return set_pack(PackPaper("เล่ม", AGENDA, "ระเบียบวาระ", (file,), CHANGED), limits=limits)


def sealed(*words, user="", owner="secret", aes=True):
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(simple_pdf(*words))) as document:
        strength = pikepdf.Encryption(user=user, owner=owner, R=6 if aes else 3, aes=aes,
                                      metadata=aes)  # fmt: skip
        document.save(out, encryption=strength)
    return out.getvalue()


def tree_cycle():
    return raw_pdf({
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 3 /Kids [3 0 R] >>",
        3: b"<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R] >>",
    })  # fmt: skip


def claims(pages):
    return simple_pdf("One").replace(b"/Count 1", b"/Count %d" % pages)


def bomb():
    """Sixty kilobytes that unpack to sixty megabytes, as the objects of the file."""
    squeezer = zlib.compressobj(9)
    data = b"".join(squeezer.compress(b"null " * 200_000) for _ in range(60)) + squeezer.flush()
    entries = b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"
    return raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 5: stream(data, entries)})


def swelling():
    """Many objects that are all the same large stream."""
    body = stream(b"x" * 200_000)
    listed = "".join(f"/X{n} {200 + n} 0 R " for n in range(400))
    objects = simple_pdf("One", page=f"/Group << {listed} >>")
    start = objects.index(b"xref\n")
    made = bytearray(objects[:start])
    place = len(made)
    made += b"200 0 obj\n" + body + b"\nendobj\n"
    table = objects[start:].split(b"trailer")[0].split(b"\n")
    rows = [row for row in table[2:] if row]
    rows += [b"0000000000 00000 f "] * (200 - len(rows)) + [b"%010d 00000 n " % place] * 400
    at = len(made)
    made += b"xref\n0 600\n" + b"\n".join(rows) + b"\ntrailer\n<< /Size 600 /Root 1 0 R >>\n"
    return bytes(made + b"startxref\n%d\n%%%%EOF\n" % at)


def deep(opening, closing, levels=20_000):
    nested = opening * levels + closing * levels
    return simple_pdf("One", page=f"/Group << /X {nested} >>")


def tiff_loop():
    """A fax whose second sheet is its first."""
    out = io.BytesIO()
    Image.new("1", (20, 20)).save(out, "TIFF")
    data = bytearray(out.getvalue())
    (first,) = struct.unpack_from("<I", data, 4)
    (count,) = struct.unpack_from("<H", data, first)
    struct.pack_into("<I", data, first + 2 + 12 * count, first)
    return bytes(data)


def picture(kind, size=(40, 30)):
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return out.getvalue()


def huge_png(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress(bytes(3 * 1000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SOUND = simple_pdf("One", "Two", "Three")
HOSTILE = {
    "empty": (b"", "a.pdf", Why.EMPTY),
    "zeros": (bytes(5000), "a.pdf", Why.BROKEN),
    "only a header": (b"%PDF-1.7\n", "a.pdf", Why.BROKEN),
    "words": (b"%PDF-1.4 and nothing else of a PDF", "a.pdf", Why.BROKEN),
    "cut in the middle": (SOUND[: len(SOUND) // 2], "a.pdf", Why.BROKEN),
    "no catalogue": (raw_pdf({2: b"<< /Type /Pages /Count 0 /Kids [] >>"}), "a.pdf", Why.BROKEN),
    "no pages": (
        raw_pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] >>"}),
        "a.pdf", Why.BROKEN,
    ),
    "the tree bites its tail": (tree_cycle(), "a.pdf", Why.BROKEN),
    "100000 pages claimed": (claims(100_000), "a.pdf", Why.BROKEN),
    "a page as large as a town": (
        simple_pdf("One", box="0 0 1000000000 1000000000"), "a.pdf", Why.PAGE_TOO_LARGE,
    ),
    "an object bomb": (bomb(), "a.pdf", Why.BROKEN),
    "locked": (sealed("One", user="open"), "a.pdf", Why.LOCKED),
    "content is missing": (
        simple_pdf("One").replace(b"/Contents 11 0 R", b"/Contents 99 0 R"), "a.pdf", Why.BROKEN,
    ),
    "a form that is a program": (
        simple_pdf("Please wait", root="/NeedsRendering true /AcroForm << /XFA (x) /Fields [] >>"),
        "a.pdf", Why.LIVE_FORM,
    ),
    "a cut picture": (picture("JPEG", (900, 700))[:4000], "a.jpg", Why.BROKEN),
    "zeros for a picture": (bytes(400), "a.png", Why.BROKEN),
    "a picture bomb": (huge_png(30_000, 30_000), "a.png", Why.PICTURE_TOO_LARGE),
    "a picture larger than can be": (
        huge_png(2**31 - 1, 2**31 - 1), "a.png", Why.PICTURE_TOO_LARGE,
    ),
    "a picture short of rows": (huge_png(3000, 3000), "a.png", Why.BROKEN),
    "no picture in it": (b"\xff\xd8\xff\xe0" + bytes(50), "a.jpg", Why.BROKEN),
    "PostScript": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "a.eps", Why.OTHER_KIND),
    "gone": (None, "a.pdf", Why.MISSING),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_sheet_stands_for_what_cannot_be_read(name):
    content, file_name, why = HOSTILE[name]
    made = packed_with(content, file_name)
    assert [one.why for one in made.left_out] == [why]
    assert made.pages == 2
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        assert read.check_pdf_syntax() == []


@pytest.mark.parametrize(
    "content",
    [
        b"junk before\n" + simple_pdf("One"),
        simple_pdf("One").replace(b"startxref", b"startxxxx"),
        simple_pdf("One").replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [595 842 0 0]"),
        simple_pdf("One").replace(b"/MediaBox [0 0 595 842]", b"/MediaBox [0 0 0 (x)]"),
        sealed("One"),
        sealed("One", aes=False),
        simple_pdf("One", page="/Annots [100 0 R 100 0 R 101 0 R 7 (x)]",
                   extra={100: b"<< /Subtype /Link /Rect [0 0 9 9] /A 100 0 R /Parent 100 0 R >>",
                          101: b"[101 0 R]"}),
        simple_pdf("One", root="/AcroForm << /Fields [100 0 R] >>", page="/Annots [100 0 R]",
                   extra={100: b"<< /Subtype /Widget /FT /Tx /Rect [0 0 99 20] /Parent 100 0 R "
                               b"/Kids [100 0 R] /AP << /N 100 0 R >> >>"}),
        simple_pdf("One", contents=show("One") + b" Q" * 5000),
        simple_pdf("One", page="/Rotate 45 /UserUnit -3"),
        deep("[", "]"),
    ],
)  # fmt: skip
def test_what_can_be_read_in_spite_of_its_faults_is_put_in(content):
    made = packed_with(content)
    assert made.left_out == ()
    assert made.pages == 2
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        assert read.check_pdf_syntax() == []
        assert b"One" in read.pages[1].Contents[1].read_bytes()


def test_streams_that_are_all_one_do_not_swell_the_pack():
    made = packed_with(swelling())
    assert [one.why for one in made.left_out] == [Why.TOO_INTRICATE]
    assert len(made.pdf) < 1_000_000


def test_a_file_of_too_many_objects_is_left_out():
    many = {200 + n: b"<< >>" for n in range(300)}
    listed = "".join(f"/X{n} {n} 0 R " for n in many)
    file = simple_pdf("One", page=f"/Group << {listed} >>", extra=many)
    assert packed_with(file, limits=Limits(objects=250)).left_out[0].why is Why.TOO_INTRICATE
    assert packed_with(file, limits=Limits(objects=1000)).left_out == ()


def test_a_file_that_takes_too_long_is_left_out(monkeypatch):
    ticks = count(step=8)
    monkeypatch.setattr(pack, "monotonic", lambda: next(ticks))
    many = {200 + n: b"<< >>" for n in range(300)}
    listed = "".join(f"/X{n} {n} 0 R " for n in many)
    file = simple_pdf("One", page=f"/Group << {listed} >>", extra=many)
    assert packed_with(file).left_out[0].why is Why.TOO_INTRICATE
    assert packed_with(SOUND).left_out == ()


def test_a_fax_that_never_ends_is_left_out_or_read_once():
    made = packed_with(tiff_loop(), "a.tif")
    assert made.pages == 2


def test_dictionaries_within_dictionaries_end():
    made = packed_with(deep("<< /X ", ">>", 900))
    assert made.pages == 2


@pytest.mark.parametrize("at", range(0, 100, 4))
def test_a_scratched_file_never_stops_a_pack(at):
    """Twenty-five times another byte of every hundred is wrong."""
    scratched = bytearray(simple_pdf("One", "Two", extra={100: packed(b"x" * 99), 101: FORM_FONT}))
    for place in range(at, len(scratched), 100):
        scratched[place] ^= 0x15
    made = packed_with(bytes(scratched))
    assert made.pages in (2, 3)
    with pikepdf.open(io.BytesIO(made.pdf)) as read:
        assert len(read.pages) == made.pages
        assert read.get_warnings() == []
