"""Pages of others look in the pack as they look alone, but for the number at their foot."""

import datetime
import io
from typing import Any

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageOps

from bmahr_desktop.documents.pack import set_pack
from bmahr_desktop.documents.packing.enclosures import Enclosure, PackPaper
from bmahr_desktop.documents.packing.pictures import without_notes
from tests.documents.pdfs import packed, show, simple_pdf, stream
from tests.reading import Readers, squeezed

CHANGED = datetime.datetime(2025, 1, 10, 3, tzinfo=datetime.UTC)
AGENDA = simple_pdf("Agenda")
SCALE = 0.6


def made_of(content, file_name="a.pdf"):
    file = Enclosure("เอกสาร", file_name, len(content), content)
    made = set_pack(PackPaper("เล่ม", AGENDA, "ระเบียบวาระ", (file,), CHANGED))
    assert made.left_out == ()
    return made.pdf


def drawn(pdf, number=0, *, forms=False):
    document = pypdfium2.PdfDocument(pdf)
    if forms:
        document.init_forms()
    page = document[number]
    image = page.render(scale=SCALE, may_draw_forms=forms).to_pil().convert("RGB")
    page.close()
    document.close()
    return image


def difference(alone, packed_page):
    """The box around all that differs, as parts of the page; None where nothing does."""
    assert alone.size == packed_page.size
    box = ImageChops.difference(alone, packed_page).convert("L").point(
        lambda value: 255 if value > 40 else 0).getbbox()  # fmt: skip
    wide, tall = alone.size
    return box and (box[0] / wide, box[1] / tall, box[2] / wide, box[3] / tall)


MARKS = b"0.8 0.9 1 rg 60 100 400 600 re f 1 0 0 RG 4 w 60 100 m 460 700 l S 0 g " + show(
    "Top of the page", 90, 650
)
BOXES: dict[str, dict[str, Any]] = {
    "A4": {},
    "turned to the right": {"page": "/Rotate 90"},
    "on its head": {"page": "/Rotate 180"},
    "turned to the left": {"page": "/Rotate -90"},
    "cut": {"page": "/CropBox [50 90 500 720]", "box": "-20 -30 595 842"},
    "cut and turned": {"page": "/CropBox [50 90 500 720] /Rotate 270", "box": "-20 -30 595 842"},
    "corners the other way": {"box": "595 842 0 0"},
    "far from the origin": {"box": "20 80 1000 1500", "page": "/CropBox [0 0 2000 2000]"},
    "large": {"box": "0 0 1684 2384"},
    "small": {"box": "40 80 300 420"},
    "in inches": {"page": "/UserUnit 2", "box": "0 0 595 720"},
    "states left open": {"contents": b"q 0.5 0 0 0.5 0 0 cm q " + MARKS},
    "more given back than taken": {"contents": MARKS + b" Q Q 0.2 0 0 0.2 9 9 cm"},
    "cut off by its clip": {"contents": MARKS + b" 60 100 50 50 re W n"},
    "white ink at the end": {"contents": MARKS + b" 1 1 1 rg 0 0 m"},
    "q in words": {
        "contents": MARKS + b" BT /F1 9 Tf 200 300 Td (q \\( q (q Q q) q) Tj ET % q q\n",
    },
    "content in parts": {
        "contents": b"", "page": "/Contents [100 0 R 101 0 R]",
        "extra": {100: packed(b"q " + MARKS[:40]), 101: stream(MARKS[40:] + b" Q")},
    },
}  # fmt: skip


@pytest.mark.parametrize("name", BOXES)
def test_only_the_right_foot_differs(name):
    options = {"contents": MARKS, **BOXES[name]}
    content = simple_pdf("", **options)
    if name == "content in parts":
        content = content.replace(b"/Contents 11 0 R ", b"")
    alone, together = drawn(content), drawn(made_of(content), 1)
    left, top, right, bottom = difference(alone, together)
    assert left > 0.35
    assert top > 0.92
    assert right < 0.99
    assert bottom < 0.995
    assert right > 0.93


def test_the_stamp_shows_on_a_dark_edge_too():
    dark = simple_pdf("", contents=b"0 g 0 0 595 842 re f")
    _, top, right, _ = difference(drawn(dark), drawn(made_of(dark), 1))
    assert top > 0.95
    assert right > 0.95


def test_the_stamp_is_small_on_paper_of_any_size():
    for box, most in (("0 0 595 842", 0.31), ("0 0 200 300", 0.6), ("0 0 90 700", 0.95)):
        blank = simple_pdf("", contents=b"", box=box)
        left, _, right, _ = difference(drawn(blank), drawn(made_of(blank), 1))
        assert right - left < most


def test_layers_that_are_off_stay_off():
    for usual in ("/OFF [100 0 R]", "/BaseState /OFF /ON [101 0 R]"):
        content = simple_pdf(
            "", root=f"/OCProperties << /OCGs [100 0 R 101 0 R] /D << {usual} >> >>",
            page="/Resources << /Properties << /L1 100 0 R /L2 101 0 R >> >>",
            contents=b"/OC /L1 BDC 1 0 0 rg 9 500 300 300 re f EMC "
            b"/OC /L2 BDC 0 0 1 rg 300 500 200 200 re f EMC",
            extra={100: b"<< /Type /OCG /Name (hidden) >>", 101: b"<< /Type /OCG /Name (seen) >>"},
        )  # fmt: skip
        pdf = made_of(content)
        assert difference(drawn(content), drawn(pdf, 1))[1] > 0.92
        colours = {colour for _, colour in drawn(pdf, 1).getcolors(100_000)}
        assert (255, 0, 0) not in colours
        assert (0, 0, 255) in colours


def test_remarks_stay_on_the_page():
    content = simple_pdf(
        "Text", page="/Annots [100 0 R]",
        extra={100: b"<< /Subtype /Square /Rect [100 400 300 500] /F 4 /C [1 0 0] /P 10 0 R "
                    b"/AP << /N 101 0 R >> >>",
               101: stream(b"1 0 0 rg 0 0 200 100 re f",
                           b"/Type /XObject /Subtype /Form /BBox [0 0 200 100]")},
    )  # fmt: skip
    assert difference(drawn(content), drawn(made_of(content), 1))[1] > 0.92


# ---------------------------------------------------------------- forms

LOOK = b"/Type /XObject /Subtype /Form /BBox [0 0 200 24] /Resources << /Font << /F1 3 0 R >> >>"


def form(fields, more="", extra=None):
    listed = " ".join(f"{number} 0 R" for number in fields)
    return simple_pdf(
        "Form", page=f"/Annots [{listed}]",
        root=f"/AcroForm << /Fields [{listed}] /DA (/Helv 0 Tf 0 g) {more} >>",
        extra=fields | (extra or {}),
    )  # fmt: skip


def widget(entries, rect="100 500 300 524"):
    return f"<< /Type /Annot /Subtype /Widget /F 4 /Rect [{rect}] {entries} >>".encode("latin-1")


def thai(words):
    return "<" + (b"\xfe\xff" + words.encode("utf-16-be")).hex() + ">"


FILLED = stream(b"/Tx BMC q 0.9 g 0 0 200 24 re f 0 g BT /F1 12 Tf 4 8 Td (Filled in) Tj ET Q EMC",
                LOOK)  # fmt: skip
TICK = stream(b"2 w 0 0 1 RG 2 2 m 18 18 l S", b"/Subtype /Form /BBox [0 0 20 20]")
NOTHING = stream(b"", b"/Subtype /Form /BBox [0 0 20 20]")


@pytest.fixture
def words_of(tmp_path):
    return lambda pdf: squeezed(Readers(tmp_path).pages(pdf)[1])


def test_filled_fields_look_as_they_did(words_of):
    content = form(
        {
            110: widget("/FT /Tx /T (name) /V (Filled in) /AP << /N 120 0 R >>"),
            111: widget("/FT /Btn /T (yes) /V /On /AS /On /AP << /N << /On 121 0 R /Off 122 0 R >> "
                        ">>", "100 400 140 440"),
            112: widget("/FT /Btn /T (no) /V /Off /AS /Off /AP << /N << /On 121 0 R /Off 122 0 R "
                        ">> >>", "200 400 240 440"),
            113: widget("/FT /Tx /T (hidden) /V (Secret) /AP << /N 120 0 R >>",
                        "100 300 300 324").replace(b"/F 4", b"/F 2"),
        },
        extra={120: FILLED, 121: TICK, 122: NOTHING},
    )  # fmt: skip
    pdf = made_of(content)
    assert "Filledin" in words_of(pdf)
    assert "Secret" not in words_of(pdf)
    assert difference(drawn(content, forms=True), drawn(pdf, 1))[1] > 0.92
    assert b"/AcroForm" not in pdf


def test_a_look_that_is_turned_or_moved_fits_its_field():
    content = form(
        {
            110: widget("/FT /Btn /T (a) /V /On /AS /On /AP << /N << /On 120 0 R >> >>",
                        "100 400 140 480"),
        },
        extra={120: stream(b"0 1 0 rg 5 5 40 20 re f 1 0 0 rg 5 5 9 9 re f",
                           b"/Subtype /Form /BBox [5 5 45 25] /Matrix [0 1 -1 0 30 -4]")},
    )  # fmt: skip
    pdf = made_of(content)
    assert difference(drawn(content, forms=True), drawn(pdf, 1))[1] > 0.92


def test_what_was_filled_in_without_a_look_is_set_in_our_type(words_of):
    content = form(
        {
            110: widget(f"/FT /Tx /T (a) /V {thai('นายสมชาย ใจดี')}"),
            111: widget("/FT /Tx /T (b) /Ff 4096 /Q 1 /V (One line\\rand another one that is long "
                        "enough to be broken)", "100 300 300 390"),
            112: widget("/FT /Ch /T (c) /V [(First) (Second)]", "100 200 300 224"),
            113: widget("/FT /Tx /T (d) /Ff 8192 /V (password)", "100 100 300 124"),
            114: widget("/T (e) /Parent 130 0 R", "100 50 300 74"),
        },
        extra={130: f"<< /FT /Tx /V {thai('ค่าจากแม่')} /Kids [114 0 R] >>".encode()},
    )  # fmt: skip
    pdf = made_of(content)
    said = words_of(pdf)
    assert "นายสมชายใจดี" in said
    assert "Onelineandanotheronethatislongenoughtobebroken" in said
    assert "First,Second" in said
    assert "ค่าจากแม่" in said
    assert "password" not in said
    left, top, _, _ = difference(drawn(simple_pdf("Form")), drawn(pdf, 1))
    assert 0.16 < left < 0.2
    assert 0.37 < top < 0.41


def test_a_form_that_asks_for_it_is_drawn_anew(words_of):
    content = form(
        {110: widget(f"/FT /Tx /T (a) /V {thai('ค่าใหม่')} /AP << /N 120 0 R >>")},
        more="/NeedAppearances true", extra={120: FILLED},
    )  # fmt: skip
    said = words_of(made_of(content))
    assert "ค่าใหม่" in said
    assert "Filled" not in said


def test_a_look_without_fonts_of_its_own_takes_those_of_the_form(words_of):
    bare = stream(b"BT /F1 12 Tf 4 8 Td (Borrowed) Tj ET", b"/BBox [0 0 200 24]")
    content = form(
        {110: widget("/FT /Tx /T (a) /V (Borrowed) /AP << /N 120 0 R >>")},
        more="/DR << /Font << /F1 3 0 R >> >>", extra={120: bare},
    )  # fmt: skip
    assert "Borrowed" in words_of(made_of(content))


# ---------------------------------------------------------------- pictures


def photo(kind, size=(1600, 1200), turn=None, mode="RGB", **more):
    """White, its upper left quarter red, a blue line at the right."""
    image = Image.new("RGB", size, "white")
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, size[0] // 2, size[1] // 2), fill="red")
    canvas.rectangle((size[0] - size[0] // 8, 0, *size), fill="blue")
    if turn:
        exif = image.getexif()
        exif[0x0112] = turn
        exif[0x010F] = "Camera of Somchai"
        more["exif"] = exif
    out = io.BytesIO()
    image.convert(mode).save(out, kind, **more)
    return out.getvalue()


def ink_of(image):
    """The box around what is not white, as parts of the page, above the stamp."""
    wide, tall = image.size
    upper = image.crop((0, 0, wide, int(tall * 0.955))).convert("L")
    box = upper.point(lambda value: 255 if value < 250 else 0).getbbox()
    return box[0] / wide, box[1] / tall, box[2] / wide, box[3] / tall


def near(colour, other):
    return all(abs(a - b) < 30 for a, b in zip(colour, other, strict=True))


def test_a_picture_becomes_a_page_with_margins():
    page = drawn(made_of(photo("JPEG"), "a.jpg"), 1)
    assert page.width > page.height
    left, top, right, bottom = ink_of(page)
    assert left > 0.03
    assert top > 0.04
    assert right < 0.97
    assert bottom < 0.94
    upright = drawn(made_of(photo("PNG", (900, 2400)), "a.png"), 1)
    assert upright.width < upright.height


def test_a_small_picture_is_not_made_larger():
    page = drawn(made_of(photo("PNG", (200, 100)), "a.png"), 1)
    left, _, right, _ = ink_of(page)
    assert (right - left) * 210 == pytest.approx(200 / 96 * 25.4, abs=2)
    fine = drawn(made_of(photo("PNG", (2480, 1000), dpi=(300, 300)), "a.png"), 1)
    assert fine.width > fine.height  # 21 cm wide, so it lies across


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_photo_stands_as_the_camera_was_held(turn):
    data = photo("JPEG", (1200, 1200), turn)
    page = drawn(made_of(data, "a.jpg"), 1)
    with Image.open(io.BytesIO(data)) as image:
        wanted = ImageOps.exif_transpose(image)
    left, top, right, bottom = 0.072, 0.19, 0.928, 0.795
    for x in (0.1, 0.3, 0.7, 0.9):
        for y in (0.1, 0.3, 0.7, 0.9):
            colour = wanted.getpixel((int(x * 1199), int(y * 1199)))
            place = (
                (left + x * (right - left)) * page.width,
                (top + y * (bottom - top)) * page.height,
            )
            assert near(page.getpixel(tuple(map(int, place))), colour), (x, y)


def test_a_photo_goes_in_as_it_is_but_for_what_the_camera_noted():
    data = photo("JPEG", turn=6, quality=60)
    pdf = made_of(data, "a.jpg")
    assert b"Somchai" in data
    assert b"Somchai" not in pdf
    assert without_notes(data) in pdf
    with Image.open(io.BytesIO(data)) as one, Image.open(io.BytesIO(without_notes(data))) as other:
        assert one.tobytes() == other.tobytes()


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("PNG", "P"), ("PNG", "RGBA"), ("PNG", "1"), ("PNG", "L"), ("JPEG", "CMYK"),
     ("GIF", "P"), ("TIFF", "RGB"), ("TIFF", "1"), ("TIFF", "CMYK"), ("WEBP", "RGB"),
     ("BMP", "RGB"), ("TIFF", "L"), ("PNG", "I;16")],
)  # fmt: skip
def test_pictures_of_any_kind_are_shown(kind, mode):
    if mode == "I;16":
        out = io.BytesIO()
        plain = Image.open(io.BytesIO(photo("PNG", mode="L"))).convert("I")
        plain.point(lambda value: value * 257).convert("I;16").save(out, "PNG")
        data = out.getvalue()
    else:
        data = photo(kind, mode=mode)
    page = drawn(made_of(data, f"a.{kind.lower()}"), 1)
    left, top, _, bottom = ink_of(page)
    dark = page.getpixel((int((left + 0.1) * page.width), int((top + 0.1) * page.height)))
    white = page.getpixel((int(0.6 * page.width), int((bottom - 0.1) * page.height)))
    assert min(dark) < 140
    assert min(white) > 240


def test_a_fax_has_as_many_pages_as_sheets():
    out = io.BytesIO()
    first, *others = [Image.new("1", (1728, 2200), number % 2) for number in range(3)]
    first.save(out, "TIFF", save_all=True, append_images=others, compression="group4")
    pdf = made_of(out.getvalue(), "fax.tif")
    assert len(pypdfium2.PdfDocument(pdf)) == 4
    assert near(drawn(pdf, 1).getpixel((180, 250)), (0, 0, 0))
    assert near(drawn(pdf, 2).getpixel((180, 250)), (255, 255, 255))


def test_a_huge_photo_is_made_no_finer_than_print():
    out = io.BytesIO()
    Image.effect_noise((6000, 5000), 60).convert("RGB").save(out, "JPEG", quality=70)
    pdf = made_of(out.getvalue(), "a.jpg")
    assert len(pdf) < len(out.getvalue()) / 2
