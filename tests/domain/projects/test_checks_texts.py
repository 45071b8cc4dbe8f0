import pytest

from bmahr_desktop.domain.body import Numbering, Paragraph, TextRun
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.checks import every
from bmahr_desktop.domain.projects.project import (
    Contact,
    Indicator,
    ProjectText,
    Signatory,
    TextKind,
)
from bmahr_desktop.i18n import worded
from tests.domain.projects.projects import CODES, DAY, REAL, look, report, said, sent_back
from tests.meetings import uid


def told(seen):
    return {one.check: one for one in every(seen)}


def text(kind, *lines, labels=()):
    numbers = labels or ("",) * len(lines)
    return ProjectText(
        uid(kind.value), kind,
        tuple(
            Paragraph(runs=(TextRun(text=words),), label=label, level=1 if label else 0,
                      numbering=Numbering.TYPED if label else Numbering.NONE)
            for words, label in zip(lines, numbers, strict=True)
        ),
    )  # fmt: skip


def with_people(people=(), **changes):
    seen = look(**changes)
    return type(seen)(seen.project, seen.today, CODES, people=dict(people))


MANAGER = Contact("นายสมมาตร ใจกว้าง")


@pytest.mark.parametrize(
    ("other", "check"),
    [
        ("นายสมมาตร ใจกว้าง", ""),
        ("นาย สมมาตร  ใจกว้าง", ""),
        ("สมมาตร ใจกว้าง", "name_spelling"),
        ("นายสมมาต ใจกว้าง", "name_spelling"),
        ("นางสาวมาลี ใจกว้าง", ""),
    ],
)
def test_one_person_is_written_alike_everywhere(other, check):
    signer = Signatory(uid("n1"), "ผู้เสนอโครงการ", other)
    found = told(look(manager=MANAGER, signatories=(signer,)))
    assert ("name_spelling" in found) is bool(check)
    if check:
        assert found[check].correction == {"name": MANAGER.name}
        assert (found[check].kind, found[check].uid) == (Kind.SIGNATORY, uid("n1"))


def test_somebody_on_file_is_called_as_there():
    people = {uid("p1"): "นายสมมาตร ใจกว้าง", uid("p2"): "นายสมมาตร ใจกลาง"}
    wrong = Contact("นายสมมาตร ใจกวาง", "1234")
    found = told(with_people(people, manager=wrong, person=uid("p1")))["name_on_file"]
    assert (found.stated, found.computed) == (wrong.name, MANAGER.name)
    assert found.correction == {"manager": Contact(MANAGER.name, "1234")}
    signer = Signatory(uid("n1"), "ผู้เสนอ", "นายสมมาตร ใจกลาง", person=uid("p2"))
    both = with_people(people, manager=MANAGER, person=uid("p1"), signatories=(signer,))
    assert not {"name_on_file", "name_spelling"} & set(told(both))  # two people, much alike


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("ประชุมวันพุธที่ ๓ กุมภาพันธ์ ๒๕๖๔", False),
        ("ประชุมวันศุกร์ที่ ๓ กุมภาพันธ์ ๒๕๖๔", True),
        ("ภายในวันที่ 31 เมษายน 2564", True),
        ("ปี ๒๕๖๔ มกราคม", False),
    ],
)
def test_a_weekday_is_that_of_its_date(words, wrong):
    found = told(look(texts=(text(TextKind.RATIONALE, words),)))
    assert ("text_date" in found) is wrong
    found = told(look(progress=(report(1, DAY(2019, 10, 19), 100, body=said(words)),)))
    assert ("text_date" in found) is wrong


def test_a_code_that_is_cited_is_the_projects_own():
    own = text(TextKind.RATIONALE, f"รหัส {REAL.code} ตามแผน")
    assert "cited_code" not in told(look(texts=(own,)))
    other = text(TextKind.RATIONALE, "รหัส ๐๓๐๐๐๐๐๐-๒๔๕๘")
    found = told(look(texts=(other,)))["cited_code"]
    assert (found.stated, found.computed) == ("03000000-2458", REAL.code)
    assert "cited_code" not in told(look(texts=(other,), code=""))


def test_a_form_has_one_name():
    same = text(TextKind.MONITORING, "ตามแบบ สพข. ๒/๕๔", "ส่งแบบ สพข. 2/54 และ HRD 64")
    assert "form_name" not in told(look(texts=(same,)))
    other = text(TextKind.MONITORING, "ตามแบบ สพข. ๒/๕๔", "ส่งแบบ สพข ๒")
    assert told(look(texts=(other,)))["form_name"].computed == "สพข. 2/54"


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        (("๒.๑", "๒.๒", "๒.๓"), ""),
        (("๒.๑", "๒.๓"), "2.3"),
        (("1.", "2.", "1)"), ""),
        (("๑.", "๑.๑", "๑.๒", "๒."), ""),
        (("๑.", "๑.๑", "๓."), "3"),
    ],
)
def test_numbers_that_were_typed_follow_each_other(labels, wrong):
    body = text(TextKind.OBJECTIVES, *("เพื่อ" for _ in labels), labels=labels)
    found = told(look(texts=(body,)))
    assert (found["text_numbers"].stated if "text_numbers" in found else "") == wrong


def test_objectives_that_are_named_by_number_are_all_named():
    goals = "ตอบวัตถุประสงค์ข้อ ๑ และวัตถุประสงค์ข้อ ๒.๒"
    texts = (
        text(TextKind.OBJECTIVES, "ศึกษา", "พัฒนา", "เผยแพร่", labels=("๒.๑", "๒.๒", "๒.๓")),
        text(TextKind.TARGETS, goals),
    )
    found = told(look(texts=texts))
    assert found["objective_unused"].stated == "2.3"
    assert "objective" not in found
    whole = (texts[0], text(TextKind.TARGETS, goals, "วัตถุประสงค์ข้อที่ ๓"))
    assert "objective_unused" not in told(look(texts=whole))
    silent = (texts[0], text(TextKind.TARGETS, "จัดประชุม ๓๐ ครั้ง"))
    assert "objective_unused" not in told(look(texts=silent))
    stray = Indicator(uid("k9"), "วัดตามวัตถุประสงค์ข้อ ๗", target="ร้อยละ ๘๐")
    found = told(look(texts=whole, indicators=(stray,)))
    assert (found["objective"].uid, found["objective"].stated) == (uid("k9"), "7")


def test_letters_of_a_unit_rise_with_their_days():
    rising = (
        sent_back("a", 1, "กท ๐๓๐๑/๑๐", DAY(2020, 1, 6)),
        sent_back("b", 1, "กท 0301/11", DAY(2020, 1, 6)),
        sent_back("c", 1, "กท 0303/2", DAY(2020, 1, 3)),
        sent_back("d", 1, "กท 0301/1", DAY(2021, 1, 4)),
    )
    assert "letter_order" not in told(look(ledger=rising))
    late = sent_back("e", 1, "กท 0301/12", DAY(2020, 1, 2))
    assert told(look(ledger=(late, *rising)))["letter_order"].uid == uid("e")


def test_all_of_them_are_worded():
    texts = (text(TextKind.RATIONALE, "วันศุกร์ที่ ๓ กุมภาพันธ์ ๒๕๖๔ รหัส 03000000-0001"),)
    for one in every(look(texts=texts, manager=MANAGER)):
        assert worded(one.message)
