import datetime

import pytest

from bmahr_desktop.domain.body import Cell, Paragraph, Picture, Table, TextRun
from bmahr_desktop.domain.committee import MinutesForm, Role, Rules, Share
from bmahr_desktop.domain.meeting import Due, MeetingState, Mode, ResolutionKind
from bmahr_desktop.domain.projects.progress import Stage
from bmahr_desktop.i18n import worded
from bmahr_desktop.storage.shapes import SHAPES
from bmahr_desktop.thai.digits import DigitStyle
from bmahr_desktop.ui.importing import field_names, values
from bmahr_desktop.ui.importing.field_names import field_name
from bmahr_desktop.ui.importing.values import paired, spread, text_of
from bmahr_desktop.ui.look.digits import use_digits


@pytest.fixture(autouse=True)
def _thai_digits():
    use_digits(DigitStyle.THAI)


def paragraph(text):
    return Paragraph(runs=(TextRun(text),))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "–"),
        ("", "–"),
        ((), "–"),
        ("สองบรรทัด\nในช่องเดียว", "สองบรรทัด ในช่องเดียว"),
        (2564, "๒๕๖๔"),
        (2.5, "๒.๕"),
        (datetime.date(2021, 1, 6), "๖ ม.ค. ๒๕๖๔"),
        (datetime.datetime(2021, 1, 6, 2, 30, tzinfo=datetime.UTC), "๖ ม.ค. ๒๕๖๔ ๐๙.๓๐"),
        (("บรรทัดหนึ่ง", "บรรทัดสอง"), "บรรทัดหนึ่ง · บรรทัดสอง"),
        (Due(text="ในเดือนมีนาคม", date=datetime.date(2021, 3, 1)), "ในเดือนมีนาคม · ๑ มี.ค. ๒๕๖๔"),
        ((paragraph("หนึ่ง"), paragraph("สอง")), "หนึ่ง · สอง"),
        (Table(widths=(1.0,), rows=((Cell(paragraphs=(paragraph("ช่อง"),)),),)), "ช่อง"),
        ("uid-1", "กองระบบงาน"),
    ],
)  # fmt: skip
def test_a_value_reads_as_the_screen_words_it(value, text):
    found = text_of(value, {"uid-1": "กองระบบงาน"})
    assert found.removesuffix(" · ไม่ใช่") == text


@pytest.mark.parametrize(
    "value",
    [True, False, Mode.HYBRID, MeetingState.CLOSED, Role.CHAIR, (ResolutionKind.APPROVE,),
     Share(1, 3), Picture(file="0" * 64)],
)  # fmt: skip
def test_no_value_of_ours_is_shown_as_the_file_has_it(value):
    text = text_of(value, {})
    assert any("ก" <= letter <= "๛" for letter in text)
    assert "_" not in text


def test_a_value_with_fields_of_its_own_is_parted():
    old, new = MinutesForm(), MinutesForm(font="TH SarabunPSK", digits=DigitStyle.ARABIC)
    assert [name for name, _, _ in spread("form", old, new)] == ["form.digits", "form.font"]
    stricter = Rules(quorum=Share(2, 3))
    assert list(spread("rules", Rules(), stricter)) == [("rules.quorum", Share(1, 2), Share(2, 3))]
    assert list(spread("due", None, Due(text="มีนาคม"))) != []


def test_long_texts_are_shown_where_they_differ():
    same = "ข้อความที่เหมือนกัน " * 30
    pair = paired("text", f"{same}เดิม", f"{same}ใหม่ " + "ต่อท้าย " * 60, {})
    assert "เดิม" in pair.before
    assert "ใหม่" in pair.after
    assert pair.after.startswith("…")
    assert pair.after.endswith("…")
    assert max(len(pair.before), len(pair.after)) <= values._SHOWN + 2


def test_a_text_that_only_loses_its_end_is_shown():
    same = "ก" * 300
    pair = paired("text", f"{same}ท้าย", same, {})
    assert pair.before.endswith("ท้าย")
    assert pair.after.endswith("ก")


@pytest.mark.parametrize("kind", SHAPES)
def test_every_field_that_can_differ_has_a_name(kind):
    shape = SHAPES[kind]
    fields = [*shape.columns, *([shape.owner, "position"] if shape.owner else [])]
    fields += [f"{name}_{column}" for name, one in shape.inlined.items() for column in one.columns]
    fields += ["body"] if shape.body else []
    for field in fields:
        if field != "uid":
            known = field in field_names._ANYWHERE or (kind, field) in field_names._BY_KIND
            assert known, (kind, field)
            assert worded(field_name(kind, field))


def test_fields_of_a_form_have_names_too():
    for record in (MinutesForm(), Rules(), Due()):
        for field in record.__struct_fields__:
            assert field in field_names._ANYWHERE, field


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("funding.amount", 6_000_000, "๖๐,๐๐๐"),
        ("spent", 50, "๐.๕๐"),
        ("percent", 4025, "๔๐.๒๕"),
        ("people", 60, "๖๐"),
        ("stage", Stage.FINISHED, "ดำเนินโครงการแล้วเสร็จตามตัวชี้วัด"),
    ],
)
def test_values_of_projects_read_as_they_are_written(field, value, words):
    assert paired(field, None, value, {}).after == words


def test_answers_of_a_form_are_told_one_by_one():
    found = list(spread("answers", {"a": 1, "b": 2}, {"b": 3, "c": 4}))
    assert found == [("answers.a", 1, None), ("answers.b", 2, 3), ("answers.c", None, 4)]
