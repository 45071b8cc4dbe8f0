"""Forms on paper: filled, long, empty and blank, each with every field."""

import re
from io import BytesIO

import pytest
from pikepdf import pdfa
from pypdf import PdfReader

from bmahr_desktop.documents.form_sheets.setting import set_form
from bmahr_desktop.documents.word.forms import write_form
from bmahr_desktop.domain.body import Paragraph
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.forms.composing import blank_form, example_form, fill_form
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.scope import Material
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.forms.reading import read_form_file
from bmahr_desktop.places import shipped_forms
from bmahr_desktop.thai.digits import to_arabic
from tests.documents.word.reading import WordFile
from tests.forms.projects import LONG, empty_project, full_project
from tests.forms.writing import fields, read
from tests.reading import squeezed

FORMS = sorted(one.stem for one in shipped_forms().glob("*.toml"))


def form_named(name):
    return read_form_file(shipped_forms() / f"{name}.toml")


def pages_of(paper) -> list[str]:
    """The text of each page, without spaces and in Arabic digits."""
    made = PdfReader(BytesIO(set_form(paper).pdf))
    return [folded(page.extract_text()) for page in made.pages]


def folded(text: str) -> str:
    return to_arabic(squeezed(text).replace("\u00a0", ""))


def in_word(paper) -> str:
    return folded("".join(WordFile(write_form(paper)).lines()))


def answers_of(form, long=""):
    """An answer for every question of a form, each saying which one it is."""
    plain = {
        FieldKind.NUMBER: 7, FieldKind.MONEY: 123_400, FieldKind.PERCENT: 5_000,
        FieldKind.DATE: "2021-02-03", FieldKind.MONTHS: [0, 1],
    }  # fmt: skip

    def answer(one):
        if one.choices:
            return one.choices[-1].value
        return plain.get(one.kind, f"ช่อง{one.name} {long}".strip())

    return {
        field.name: (
            [{column.name: answer(column) for column in field.table.columns}] * 3
            if field.table
            else answer(field)[: None if field.printed else 150]
            if isinstance(answer(field), str)
            else answer(field)
        )
        for field in form.asked()
    }


def filled(form, long=""):
    material = Material(project=full_project(long), year=2563, answers=answers_of(form, long))
    return fill_form(form, material)


@pytest.mark.parametrize("name", FORMS)
def test_every_field_is_on_the_paper_and_in_word(name):
    form = form_named(name)
    paper = filled(form)
    for text in ("".join(pages_of(paper)), in_word(paper)):
        for section in form.sections:
            if section.title and not section.title.places():
                assert folded(section.title.source) in text
        for field in form.fields():
            for column in field.table.columns if field.table and field.table.header else ():
                assert folded(re.sub(r"\{[^}]*\}.*", "", column.label)) in text, column.label
            if field.label and field.printed and not field.when:
                assert folded(field.label) in text, field.label
            if field.asked and field.kind in (FieldKind.TEXT, FieldKind.BODY, FieldKind.PERSON):
                assert folded(f"ช่อง{field.name}") in text, field.name


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("how", ["blank", "empty", "long", "example"])
def test_a_form_can_be_set_however_it_is_filled(name, how):
    form = form_named(name)
    if how == "blank":
        paper = blank_form(form)
    elif how == "example":
        paper = example_form(form)
    elif how == "empty":
        paper = fill_form(form, Material(project=empty_project()))
    else:
        paper = filled(form, LONG)
    text = "".join(pages_of(paper))
    assert text
    assert "None" not in text
    assert sorted(set(in_word(paper)) - set(text)) in ([], ["⟷"])
    if how == "long":
        words = folded(LONG[:40])
        assert text.count(words) >= text.count("ช่อง")


@pytest.mark.parametrize("name", FORMS)
def test_a_form_is_a_sound_archive_file(name, tmp_path):
    path = tmp_path / "form.pdf"
    path.write_bytes(set_form(filled(form_named(name))).pdf)
    pdfa.validate_written(path, "2b")


def test_the_progress_form_says_everything_of_its_project():
    project = full_project()
    pages = pages_of(filled(form_named("progress-2563")))
    title = folded("** แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ **")
    assert [page.count(title) for page in pages] == [1] * len(pages)
    text = "".join(page.replace(title, "") for page in pages)
    for words in (
        "1. ชื่อโครงการและหน่วยงานที่รับผิดชอบโครงการ", "1.1 รหัสโครงการและชื่อโครงการ",
        "ชื่อโครงการ/กิจกรรม : โครงการสมมุติ", "รหัสโครงการ... : 03000000-0001",
        "ปีงบประมาณ พ.ศ. : 2563", "เริ่มต้นโครงการ : 1/10/2562", "งบประมาณที่ได้รับ : 1,918,000 บาท",
        "สิ้นสุดโครงการ : 30/9/2563", "งบประมาณที่ใช้ไป : 0 บาท", "1.2 หน่วยงานที่รับผิดชอบ",
        "หน่วยงานที่รับผิดชอบ. : สำนักงานสมมุติ / กองสมมุติ / กลุ่มงานสมมุติ",
        "ชื่อผู้รับผิดชอบ... : นางสาวสมใจ ทดสอบ โทร. 1234",
        "ผู้ประสานงาน สยป : นายสมคิด ทดลอง โทร. 5678",
        "1.3 หลักการและเหตุผล", "1.4 วัตถุประสงค์ของโครงการ", "1.5 เป้าหมายของโครงการ..",
        "1.6 สนับสนุนแผนพัฒนา กทม. ระยะ 20 ปี "
        "(ยุทธศาสตร์-ประเด็นยุทธศาสตร์-กลยุทธ์ตามแผนฯ /ตัวชี้วัด)",
        "2. รายงานความก้าวหน้าของโครงการและการใช้จ่ายงบประมาณ",
        "ประเด็นยุทธศาสตร์ : ด้านที่ ๕ - ชั้นบน", "เป้าหมายที่ : ๕.๓.๑ ชั้นล่าง",
        "รายงานครั้งที่1 :: 19/10/2562 : อยู่ระหว่างขั้นตอน...จัดหาที่ปรึกษา",
        ":: ความก้าวหน้าของงานฯ = ........ % : งบประมาณที่เบิกใช้ (ครั้งที่ 1) = ........ บาท",
        "รายงานครั้งที่2 :: 20/1/2563 : ดำเนินโครงการแล้วเสร็จตามตัวชี้วัด โดยมีรายละเอียด 1. ข้อหนึ่ง",
        ":: ความก้าวหน้าของงานฯ = 100.00 % : งบประมาณที่เบิกใช้ (ครั้งที่ 2) = 0 บาท"
        " : เป็นไปตามแผน : ต่ำกว่าเป้าหมาย",
        "ขอรับรองว่า ข้อมูลที่ปรากฏในเอกสารฉบับนี้ หน่วยงานได้จัดพิมพ์จากระบบงานจริง เพื่อเป็นหลักฐานไว้ตรวจสอบ",
        "(ผู้รับผิดชอบโครงการ)", "ตำแหน่ง ช่องposition",
    ):  # fmt: skip
        assert folded(words) in text, words
    assert "ฉบับที่ถูกแก้แล้ว" not in text
    for one in project.texts[:3]:
        for block in one.body:
            if isinstance(block, Paragraph):
                assert folded(block.text) in text


def test_the_digits_of_the_plan_stay_as_typed():
    made = PdfReader(BytesIO(set_form(filled(form_named("progress-2563"))).pdf))
    text = "".join(page.extract_text() for page in made.pages)
    assert "ด้านที่ ๕" in text
    assert "2563" in text
    assert "๒" not in text


def test_two_editions_stand_beside_each_other(root):
    later = read_form_file(root / "tests" / "forms" / "data" / "progress-2564.toml")
    old, new = ("".join(pages_of(filled(one))) for one in (form_named("progress-2563"), later))
    assert "รายงานผลรายเดือน" in new
    assert folded("ช่องproblems") in new
    assert "รายงานผลรายเดือน" not in old
    assert folded("19 ต.ค. 62") in new


def test_the_proposal_has_its_ten_parts_its_tables_and_its_signatures():
    material = Material(project=full_project())
    text = "".join(pages_of(fill_form(form_named("proposal-2564"), material)))
    at = 0
    for words in (
        "ชื่อโครงการ", "หน่วยงานที่รับผิดชอบ กองสมมุติ สำนักงานสมมุติ", "ปีงบประมาณ พ.ศ.",
        "1. หลักการและเหตุผล", "2. วัตถุประสงค์", "3. เป้าหมาย", "4. ลักษณะของโครงการ",
        "(1) ประเภทโครงการ โครงการตามยุทธศาสตร์", "(2) สอดคล้องหรือเชื่อมโยงกับยุทธศาสตร์/แผน",
        "(3) รูปแบบโครงการ", "5. ระยะเวลาและสถานที่ดำเนินการ", "6. แผนปฏิบัติการ",
        "ขั้นตอนการดำเนินงาน", "7. งบประมาณ", "รายการค่าใช้จ่าย",
        "(50 บาท x 30 คน x 30 ครั้ง)", "รวมเป็นเงินทั้งสิ้น 1,918,000 บาท",
        "(หนึ่งล้านเก้าแสนหนึ่งหมื่นแปดพันบาทถ้วน)", "ทั้งนี้ ให้ถัวเฉลี่ยจ่ายได้ตามความเป็นจริง",
        "8. ความเสี่ยงของโครงการและแนวทางการบริหารความเสี่ยง", "การประเมินความเสี่ยง", "ปานกลาง",
        "9. ประโยชน์ที่จะได้รับ", "10. การติดตามประเมินผล", "10.1 ตัวชี้วัดความสำเร็จ", "ผลลัพธ์",
        "10.2 การติดตามความก้าวหน้า", "10.3 การประเมินผลโครงการ", "ผู้เสนอโครงการ",
        "(นางสาวสมใจ ทดสอบ)", "ผู้อนุมัติโครงการ",
    ):  # fmt: skip
        at = text.index(folded(words), at)


def test_a_section_lies_on_its_side():
    form = read(
        '[[section]]\n[[section.field]]\nkind = "words"\ntext = "ตั้ง"\n'
        '[[section]]\nlandscape = true\n[[section.field]]\nkind = "words"\ntext = "นอน"\n'
        '[[section]]\n[[section.field]]\nkind = "words"\ntext = "ตั้งอีก"\n',
    )
    paper = fill_form(form, Material())
    made = PdfReader(BytesIO(set_form(paper).pdf))
    shapes = [page.mediabox.width > page.mediabox.height for page in made.pages]
    assert shapes == [False, True, False]
    assert folded("นอน") in folded(made.pages[1].extract_text())
    assert in_word(paper) == folded("ตั้งนอนตั้งอีก")


def test_a_signature_is_never_alone():
    words = '[[section.field]]\nkind = "words"\ntext = "บรรทัด"\n'
    sign = '[[section.field]]\nkind = "signature"\nsign = ["ลงชื่อ", "ตำแหน่ง"]\n'
    for count in range(24, 34):
        pages = pages_of(fill_form(read("[[section]]\n" + words * count + sign), Material()))
        assert "บรรทัด" in pages[-1], count
        assert "ตำแหน่ง" in pages[-1]


def test_what_belongs_together_is_parted_only_when_no_page_has_room():
    line = '[[section.field]]\nkind = "words"\ntext = "บรรทัด"\n'
    both = "[[section]]\n" + line * 15 + "[[section]]\ntogether = true\n" + line * 15
    assert [page.count("บรรทัด") for page in pages_of(fill_form(read(both), Material()))] == [15, 15]
    whole = "[[section]]\ntogether = true\n" + line * 60
    assert len(pages_of(fill_form(read(whole), Material()))) >= 2


def test_what_no_page_can_hold_is_refused_with_words():
    column = '[[section.field.column]]\nname = "{name}"\nlabel = "{label}"\nwidth = {width}\n'
    table = 'name = "t"\nkind = "table"\n' + "".join(
        column.format(name=f"c{n}", label="หัว " * 100, width=0.1 if n else 100) for n in range(40)
    )
    with pytest.raises(Refused):
        set_form(fill_form(fields(table), Material()))


def test_a_long_answer_beside_another_is_parted_between_pages():
    form = read(
        '[[section]]\ncolumns = 2\n[[section.field]]\nname = "a"\nlabel = "ก"\n'
        '[[section.field]]\nname = "b"\nlabel = "ข"\n'
    )
    answers = {"a": LONG * 4, "b": f"ท้าย {LONG}"}
    pages = pages_of(fill_form(form, Material(answers=answers)))
    assert len(pages) > 1
    assert folded(LONG) in "".join(pages).replace(folded("ท้าย"), "")


def test_the_same_form_gives_the_same_bytes():
    form = form_named("proposal-2564")
    assert set_form(filled(form)).pdf == set_form(filled(form)).pdf
    assert write_form(filled(form)) == write_form(filled(form))


def test_places_on_paper_lead_back_to_the_project():
    paper = filled(form_named("progress-2563"))
    keys = {piece.key for piece in set_form(paper).text_map.pieces}
    project = full_project()
    assert TextKey(project.uid, "name") in keys
    assert TextKey(project.texts[0].uid, "body", 1) in keys
    assert TextKey(project.uid, "certification") not in keys
