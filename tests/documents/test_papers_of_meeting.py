"""The agenda, the sign-in sheets and the evidence of payment on paper."""

from functools import partial
from io import BytesIO
from itertools import pairwise

import pytest
from pikepdf import Pdf, pdfa

from bmahr_desktop.documents.agenda import set_agenda
from bmahr_desktop.documents.payment import set_payment
from bmahr_desktop.documents.sign_in import set_sign_in
from bmahr_desktop.domain.agenda_paper import compose_agenda
from bmahr_desktop.domain.follow_up import Attachment
from bmahr_desktop.domain.meeting import AgendaItem, Matter
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.domain.payment import compose_payment
from bmahr_desktop.domain.sign_in import compose_sign_in
from tests.documents.drawing import CM, drawn_of, line_of
from tests.invitations import writing_committee
from tests.meetings import PEOPLE, meeting, present, uid
from tests.reading import Readers, squeezed
from tests.records import replaced

LONG = "เรื่องที่มีชื่อยาวมากเกี่ยวกับการพัฒนาบริการดิจิทัลด้านบุคลากรของกรุงเทพมหานครและหน่วยงานในสังกัด"
MANY = tuple(present(f"นายคนที่ {n} นามสกุลยาว") for n in range(1, 31))


def agenda(**changes):
    return compose_agenda(meeting(**changes), writing_committee())


def sign_in(**changes):
    return compose_sign_in(meeting(**changes), writing_committee())


def payment(**changes):
    return compose_payment(meeting(**changes), writing_committee())


# ---------------------------------------------------------------- the agenda


def test_titles_stand_in_a_column_behind_their_numbers():
    lines, _ = drawn_of(lambda: set_agenda(agenda()))
    label, title = line_of(lines, "ระเบียบวาระที่ ๓"), line_of(lines, "เรื่องเพื่อพิจารณา")
    assert label.left / CM == pytest.approx(3, abs=0.02)
    assert label.base == title.base
    assert title.left > label.right
    first, second = line_of(lines, "๓.๑"), line_of(lines, "๓.๒")
    assert first.left == second.left == pytest.approx(title.left)
    assert line_of(lines, "เรื่อง แผนหนึ่ง").base == first.base


def test_enclosures_stand_below_the_text_of_their_matter():
    file = Attachment(uid=uid("a"), file="0" * 64, title="ร่างแผน")
    one, two = (Matter(uid=uid(f"n{n}"), title=f"แผน {n}", attachments=(file,)) for n in (1, 2))
    items = tuple(
        AgendaItem(uid=uid(f"j{n}"), title=f"เรื่อง {n}", matters=matters)
        for n, matters in enumerate(((one, two), (replaced(two, title="เดี่ยว"),)))
    )
    lines, _ = drawn_of(lambda: set_agenda(agenda(agenda=items)))
    enclosed = [one.left for one in lines if one.text.startswith("เอกสารประกอบ")]
    texts = [line_of(lines, title).left for title in ("แผน ๑", "แผน ๒", "เดี่ยว")]
    assert enclosed == pytest.approx(texts)
    assert min(texts[:2]) > texts[2]


def test_a_long_title_goes_on_below_its_beginning():
    items = tuple(
        AgendaItem(uid=uid(f"i{n}"), title=LONG * 3, matters=(
            Matter(uid=uid(f"m{n}"), title=LONG * 3, attachments=(
                Attachment(uid=uid(f"a{n}"), file="0" * 64, title=LONG * 3),
            )),
        ))
        for n in range(12)
    )  # fmt: skip
    lines, _ = drawn_of(lambda: set_agenda(agenda(agenda=items)))
    titles = [one for one in lines if one.page == 1 and one.text.startswith("เรื่องที่มี")]
    assert min(one.left for one in lines) / CM >= 2.99
    assert max(one.right for one in lines) / CM <= 19.01
    assert len({round(one.left) for one in titles}) == 2
    assert max(one.page for one in lines) > 1
    line_of(lines, "เอกสารประกอบ ๑๒.๑")


def test_the_agenda_has_an_outline_and_leads_back_to_its_matters():
    paper = set_agenda(agenda())
    pdf = Pdf.open(BytesIO(paper.pdf))
    with pdf.open_outline() as outline:
        titles = [one.title for one in outline.root]
    assert titles[2] == "ระเบียบวาระที่ ๓ เรื่องเพื่อพิจารณา"
    assert paper.text_map.find(TextKey(uid("m3"), "title"))
    assert paper.text_map.find(TextKey(uid("i1"), "title"))


# ---------------------------------------------------------------- sheets to sign


def test_the_sheets_have_room_to_sign_and_name_their_columns_on_every_page():
    paper = sign_in(attendance=MANY)
    done = []
    lines, _ = drawn_of(lambda: done.append(set_sign_in(paper)))
    assert done[0].pages >= 2
    for page in range(1, done[0].pages + 1):
        assert [one for one in lines if one.page == page and one.text.startswith("ลายมือชื่อ")]
    names = [one for one in lines if one.text.startswith("นายคนที่") and one.page == 1]
    steps = {round(a.base - b.base) for a, b in pairwise(names)}
    assert all(step >= 1.0 * CM for step in steps)


def test_the_sheets_show_everybody_and_lead_back_to_them(tmp_path):
    paper = set_sign_in(sign_in())
    text = squeezed(Readers(tmp_path).pdfium(paper.pdf))
    for one in PEOPLE:
        assert squeezed(one.name) in text
        assert paper.text_map.find(TextKey(one.uid, "name"))


# ---------------------------------------------------------------- evidence of payment


def test_the_evidence_lies_on_its_side_with_amounts_at_the_right():
    lines, _ = drawn_of(lambda: set_payment(payment()))
    amounts = [one for one in lines if one.text in ("๒,๐๐๐", "๑,๖๐๐", "๘๐๐.๕๐", "๗,๖๐๐.๕๐")]
    assert len(amounts) == 6
    assert len({round(one.right, 2) for one in amounts}) == 1
    assert max(one.right for one in lines) / CM > 25
    assert line_of(lines, "รวม ๕ คน").base == amounts[-1].base


def test_the_payer_never_signs_on_a_page_without_a_receiver():
    for count in range(1, 31):
        lines, _ = drawn_of(partial(set_payment, payment(attendance=MANY[:count])))
        payer = line_of(lines, "จำนวนเงินเป็นตัวอักษร")
        assert payer.page == max(one.page for one in lines)
        assert [one for one in lines if one.page == payer.page and "รวม" in one.text], count


def test_no_word_is_broken_in_the_heads_of_columns():
    for make in (lambda: set_payment(payment()), lambda: set_sign_in(sign_in())):
        lines, _ = drawn_of(make)
        assert line_of(lines, "ลำดับ").text == "ลำดับ"
        assert not [one for one in lines if one.text.endswith("อิเล็กทรอนิ")]


@pytest.mark.parametrize(
    "make",
    [lambda: set_agenda(agenda()), lambda: set_sign_in(sign_in()), lambda: set_payment(payment())],
)
def test_each_is_archive_quality_and_the_same_again(make, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(make().pdf)
    report = pdfa.validate_written(path, "2b")
    assert (report.verdict, list(report.findings)) == ("pass", [])
    assert make().pdf == path.read_bytes()
