"""PDFs made by hand, sound and otherwise."""

import zlib
from collections.abc import Mapping

FORM_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def raw_pdf(objects: Mapping[int, bytes], *, root: int = 1, more: bytes = b"") -> bytes:
    """A PDF of these objects, each as it stands between `obj` and `endobj`."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    start, last = len(out), max(objects)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        if number in places:
            out += b"%010d 00000 n \n" % places[number]
        else:
            out += b"0000000000 00000 f \n"
    out += b"trailer\n<< /Size %d /Root %d 0 R %b >>\n" % (last + 1, root, more)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def packed(data: bytes, entries: bytes = b"") -> bytes:
    return stream(zlib.compress(data), b"/Filter /FlateDecode " + entries)


def show(words: str, x: int = 72, y: int = 700) -> bytes:
    """Operators that write a line of Latin letters."""
    return b"BT /F1 18 Tf %d %d Td (%b) Tj ET" % (x, y, words.encode("latin-1"))


def simple_pdf(
    *words: str,
    box: str = "0 0 595 842",
    page: str = "",
    root: str = "",
    contents: bytes | None = None,
    extra: Mapping[int, bytes] | None = None,
) -> bytes:
    """A PDF with a page for each text.

    Page number n (from 0) is object 10 + 2n and its content the next one.

    Args:
        words: What each page says.
        box: The media box.
        page: Further entries of every page.
        root: Further entries of the catalogue.
        contents: The operators of every page, instead of the words.
        extra: Further objects, from 100.
    """
    kids = " ".join(f"{10 + 2 * n} 0 R" for n in range(len(words)))
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode("latin-1"),
        2: f"<< /Type /Pages /Count {len(words)} /Kids [{kids}] /MediaBox [{box}] "
        f"/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
        3: FORM_FONT,
    }
    for number, text in enumerate(words):
        at = 10 + 2 * number
        own = f"<< /Type /Page /Parent 2 0 R /Contents {at + 1} 0 R {page} >>"
        objects[at] = own.encode("latin-1")
        objects[at + 1] = packed(show(text) if contents is None else contents)
    return raw_pdf(objects | dict(extra or {}))


def signed_pdf(*words: str) -> bytes:
    """A PDF with a visible signature over its bytes; what is signed is not sound, but covered."""
    hole = 512
    seal = b"0.9 1 0.9 rg 0 0 180 50 re f 0 g BT /F1 10 Tf 8 20 Td (Signed by Somchai) Tj ET"
    made = simple_pdf(
        *words,
        root="/AcroForm << /SigFlags 3 /Fields [100 0 R] >>",
        page="/Annots [100 0 R]",
        extra={
            100: b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 "
            b"/Rect [360 100 540 150] /V 101 0 R /AP << /N 102 0 R >> >>",
            101: b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached "
            b"/ByteRange [0000000000 0000000000 0000000000 0000000000] "
            b"/Contents <%b> >>" % (b"0" * hole),
            102: stream(
                seal,
                b"/Type /XObject /Subtype /Form /BBox [0 0 180 50] "
                b"/Resources << /Font << /F1 3 0 R >> >>",
            ),
        },
    )
    opens = made.index(b"/Contents <" + b"0" * hole) + len(b"/Contents ")
    closes = opens + hole + 2
    covered = b"[%010d %010d %010d %010d]" % (0, opens, closes, len(made) - closes)
    return made.replace(b"[0000000000 0000000000 0000000000 0000000000]", covered)
