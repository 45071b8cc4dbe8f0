"""Letters and the agenda as Word files: the words of the PDF, in the same order."""

from io import BytesIO

import pytest
from docx.oxml.ns import qn
from PIL import Image

from bmahr_desktop import i18n
from bmahr_desktop.documents.agenda import set_agenda
from bmahr_desktop.documents.letters import set_letter
from bmahr_desktop.documents.word.agenda import write_agenda
from bmahr_desktop.documents.word.letters import write_letter
from bmahr_desktop.domain.agenda_paper import compose_agenda
from bmahr_desktop.domain.invitation import compose_invitation
from bmahr_desktop.domain.letters import Urgency
from bmahr_desktop.domain.meeting import Secrecy
from tests.documents.drawing import drawn_of
from tests.documents.word.making import cm, indents
from tests.documents.word.reading import WordFile, w
from tests.invitations import EXTERNAL, HEAD, MEMO, invited, writing_committee
from tests.meetings import meeting, uid
from tests.reading import squeezed
from tests.records import full_meeting as meeting_with_files
from tests.records import replaced


def letter(invitation, **changes):
    return compose_invitation(invited(invitation, **changes), writing_committee())


def crest_of(size) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, "black").save(out, "PNG")
    return out.getvalue()


def in_pdf(make) -> str:
    lines, _ = drawn_of(make)
    return squeezed("".join(one.text for one in lines))


def in_word(data: bytes) -> str:
    return squeezed("".join(WordFile(data).lines()))


def test_a_memo_says_the_same_in_word():
    paper = letter(replaced(MEMO, urgency=Urgency.URGENT, body="ย่อหน้า 1\nย่อหน้าสอง"))
    assert in_word(write_letter(paper)) == in_pdf(lambda: set_letter(paper))


def test_an_external_letter_says_the_same_but_for_the_order_of_its_head():
    paper = letter(replaced(EXTERNAL, references=("หนังสือหนึ่ง", "หนังสือสอง")))
    word, pdf = in_word(write_letter(paper)), in_pdf(lambda: set_letter(paper))
    assert sorted(word) == sorted(pdf)
    start = word.index("เรื่องขอเชิญ")
    assert word[start:] == pdf[pdf.index("เรื่องขอเชิญ") :]
    assert word.endswith(squeezed("".join(HEAD.contact)))


def test_the_agenda_says_the_same_in_word():
    paper = compose_agenda(meeting(), writing_committee())
    assert in_word(write_agenda(paper)) == in_pdf(lambda: set_agenda(paper))


def test_enclosures_stand_below_the_text_of_their_matter_in_word():
    (sheet,) = meeting_with_files().attachments

    def enclosed(matter):
        return replaced(matter, attachments=(replaced(sheet, uid=uid(matter.title)),))

    agenda = tuple(
        replaced(item, matters=tuple(enclosed(one) for one in item.matters))
        for item in meeting().agenda
    )
    file = WordFile(write_agenda(compose_agenda(meeting(agenda=agenda), writing_committee())))
    for above, enclosure in (("๓.๑", "๓.๑"), ("ระเบียบวาระที่ ๔", "๔.๑")):
        text, _ = indents(file, file.paragraph(above))
        line = file.paragraph(f"เอกสารประกอบ {enclosure}")
        hangs = line.find("/".join((w("pPr"), w("ind")))).get(w("hanging"))
        assert indents(file, line)[0] - cm(hangs) == pytest.approx(text, abs=0.01)


@pytest.mark.parametrize(("invitation", "room"), [(MEMO, (0, 1.5)), (EXTERNAL, (6.6, 2.8))])
@pytest.mark.parametrize("of_picture", [(80, 80), (40, 160)])
def test_the_garuda_stands_where_the_pdf_has_it(invitation, room, of_picture):
    paper = letter(invitation)
    bare, with_crest = (
        WordFile(write_letter(paper, crest)) for crest in (None, crest_of(of_picture))
    )
    assert list(with_crest.lines()) == list(bare.lines())  # it moves no words
    assert not list(bare.body.iter(qn("wp:anchor")))
    (anchor,) = with_crest.body.iter(qn("wp:anchor"))
    assert anchor in list(next(with_crest.body.iter(w("p"))).iter(qn("wp:anchor")))
    left, top = (int(one.text) / 360_000 for one in anchor.iter(qn("wp:posOffset")))
    extent = anchor.find(qn("wp:extent"))
    wide, high = (int(extent.get(name)) / 360_000 for name in ("cx", "cy"))
    (space,) = (one for one in anchor.iter(qn("wp:docPr")))
    assert space.get("descr") == i18n.paper("the Garuda")
    assert wide / high == pytest.approx(of_picture[0] / of_picture[1], rel=0.01)
    assert left + wide / 2 == pytest.approx(room[0] + room[1] / 2, abs=0.01)
    assert wide <= room[1] + 0.01
    assert high <= (3.01 if invitation is EXTERNAL else 1.51)
    assert top == pytest.approx(1.5, abs=0.01)


@pytest.mark.parametrize("invitation", [MEMO, EXTERNAL])
def test_the_same_letter_gives_the_same_bytes(invitation):
    paper = letter(invitation, secrecy=Secrecy.SECRET)
    assert write_letter(paper) == write_letter(paper)
