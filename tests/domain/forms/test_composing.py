"""From a definition and what it is filled with to a paper of plain values."""

import datetime
from typing import Any

import pytest

from bmahr_desktop.domain.forms.checking import check_form
from bmahr_desktop.domain.forms.composing import blank_form, example_form, fill_form
from bmahr_desktop.domain.forms.paper import (
    FormLetter,
    FormLines,
    FormPairs,
    FormPaper,
    FormSignatures,
    FormTable,
    FormText,
)
from bmahr_desktop.domain.forms.scope import Material
from bmahr_desktop.domain.forms.terms import PROJECT, VOCABULARIES
from bmahr_desktop.domain.minutes import PaperParagraph, TextKey
from bmahr_desktop.i18n import use_language, worded
from tests.forms.projects import empty_project, full_project
from tests.forms.writing import fields, read
from tests.meetings import uid


def blocks(paper):
    parts = [paper.text, paper.after] if isinstance(paper, FormLetter) else paper.parts
    return [block for part in parts for block in part.blocks]


def plain(values) -> list[str]:
    return [one.text for one in values if isinstance(one, PaperParagraph)]


def words(block: Any) -> list[str]:
    """The words of a block, a line for each paragraph, pair or row."""
    match block:
        case FormText():
            return plain(block.blocks)
        case FormPairs():
            pairs = (pair for row in block.rows for pair in row)
            return [pair.label.text + "/".join(plain(pair.value)) for pair in pairs]
        case FormTable():
            rows = (*block.header, *block.rows)
            return ["|".join("/".join(plain(c.paragraphs)) for c in row.cells) for row in rows]
        case FormLines():
            return [f"<{block.count}>"]
        case FormSignatures():
            return [line for lines in block.blocks for line in plain(lines)]
    raise AssertionError(block)


def said(paper) -> list[str]:
    """The words of a form, from top to bottom."""
    return [line for block in blocks(paper) for line in words(block)]


def filled(form, project=None, **answers):
    return said(fill_form(form, Material(project=project, answers=answers)))


ALL_KINDS = fields(
    'name = "a"\nlabel = "ข้อความ"',
    'name = "b"\nkind = "number"\nlabel = "จำนวน"',
    'name = "c"\nkind = "money"\nlabel = "เงิน"',
    'name = "d"\nkind = "percent"\nlabel = "ร้อยละ"',
    'name = "e"\nkind = "date"\nlabel = "วันที่"',
    'name = "f"\nkind = "months"\nlabel = "เดือน"',
    'name = "g"\nkind = "choice"\nlabel = "เลือก"\nchoices = { x = "หนึ่ง", y = "สอง" }',
)


def test_every_kind_is_written_as_papers_print_it():
    assert filled(
        ALL_KINDS, a="ก 5", b=1383, c=191_800_050, d=4250, e="2020-10-09", f=[0, 1, 2, 5], g="y"
    ) == [
        "ข้อความ : ก ๕", "จำนวน : ๑,๓๘๓", "เงิน : ๑,๙๑๘,๐๐๐.๕๐", "ร้อยละ : ๔๒.๕",
        "วันที่ : ๙ ตุลาคม ๒๕๖๓", "เดือน : ต.ค. - ธ.ค., มี.ค.", "เลือก : สอง",
    ]  # fmt: skip


def test_what_is_unknown_is_said_and_never_zero():
    assert filled(ALL_KINDS) == [f"{one.label} : -" for one in ALL_KINDS.fields()]
    assert filled(ALL_KINDS, b=0, c=0, d=0)[1:4] == ["จำนวน : ๐", "เงิน : ๐", "ร้อยละ : ๐"]
    dotted = read('unknown = "......"\n[[section]]\n[[section.field]]\nlabel = "ก"\nname = "a"\n')
    assert filled(dotted) == ["ก : ......"]


def test_answers_of_a_wrong_kind_count_as_unknown():
    wrong = filled(ALL_KINDS, a=3, b="ก", c=1.5, d=True, e="31/2/2564", f="ก", g=[])
    assert wrong == filled(ALL_KINDS)


def test_a_blank_form_leaves_lines_dots_and_boxes():
    found = said(blank_form(ALL_KINDS))
    assert found[:2] == ["ข้อความ : ", "จำนวน : "]
    assert found[-1] == "เลือก : ☐\u00a0หนึ่ง   ☐\u00a0สอง"
    dotted = fields(
        'name = "a"\ndots = 9\nprinted = false', 'kind = "words"\ntext = "ก {a}[ ข {a}]"'
    )
    assert said(blank_form(dotted)) == ["ก ......... ข ........."]
    assert filled(dotted) == ["ก -"]
    assert filled(dotted, a="ค") == ["ก ค ข ค"]
    assert said(blank_form(fields('name = "a"\nkind = "body"\nlines = 7'))) == ["<7>"]


def test_digits_are_those_of_the_form_and_of_the_section():
    text = """digits = "arabic"
[[section]]
[[section.field]]
kind = "words"
text = "๑ {a}"
[[section]]
digits = "as_typed"
[[section.field]]
kind = "words"
text = "๒ 2 {a}"
[[section.field]]
name = "a"
printed = false
"""
    assert filled(read(text), a="๕") == ["1 5", "๒ 2 ๕"]


def test_what_holds_decides_what_is_there():
    form = fields(
        'name = "a"\nkind = "choice"\nchoices = ["x", "y"]\nprinted = false',
        'kind = "words"\ntext = "มี"\nwhen = "a"',
        'kind = "words"\ntext = "ไม่มี"\nwhen = "not a"',
        'kind = "words"\ntext = "เป็น x"\nwhen = "a is x"',
        'kind = "words"\ntext = "ไม่เป็น x"\nwhen = ["a", "a is not x"]',
        'kind = "words"\ntext = "เขียนมือ"\nwhen = "blank"',
    )
    assert filled(form) == ["ไม่มี"]
    assert filled(form, a="x") == ["มี", "เป็น x"]
    assert filled(form, a="y") == ["มี", "ไม่เป็น x"]
    assert said(blank_form(form)) == ["มี", "เป็น x", "ไม่เป็น x", "เขียนมือ"]


def test_fields_stand_beside_each_other():
    form = read(
        '[[section]]\ncolumns = 2\nbetween = " "\n'
        + "".join(
            f'[[section.field]]\nname = "{n}"\nlabel = "{n}"\n{more}\n'
            for n, more in (("a", ""), ("b", "wide = true"), ("c", ""), ("d", ""), ("e", ""))
        )
    )
    (pairs,) = blocks(fill_form(form, Material()))
    labels = [[pair.label.text for pair in row] for row in pairs.rows]
    assert labels == [["a "], ["b "], ["c ", "d "], ["e "]]


def test_texts_lead_back_to_where_they_are_kept():
    form = read(
        'record = "project"\n[[section]]\n[[section.field]]\nbind = "project.place"\nlabel = "ก"\n'
        '[[section.field]]\nname = "a"\nlabel = "ข"\n'
        '[[section.field]]\nkind = "body"\nbind = "project.targets"\n'
    )
    project = full_project()
    paper = fill_form(form, Material(project=project, uid="form", answers={"a": "หนึ่ง\nสอง"}))
    pairs, body = blocks(paper)
    place, own = (row[0].value for row in pairs.rows)
    assert place[0].key == TextKey(project.uid, "place")
    assert [(one.key, one.offset) for one in own] == [
        (TextKey("form", "answers.a"), 0),
        (TextKey("form", "answers.a"), 6),
    ]
    assert [one.key for one in body.blocks[:2]] == [
        TextKey(uid("targets"), "body", block) for block in (0, 1)
    ]


def test_every_term_of_a_project_can_be_read():
    for project in (full_project(), empty_project()):
        for term in PROJECT.values():
            found = term.read(project)
            if term.rows:
                for row in found:
                    assert [one.read(row) for one in VOCABULARIES[term.rows].values()]


def test_money_is_computed_from_the_ledger():
    form = read(
        'record = "project"\nunknown = "?"\n[[section]]\n[[section.field]]\nkind = "words"\n'
        'text = "{project.received} {project.returned} {project.used} {project.left}"\n'
    )
    assert filled(form, full_project()) == ["๑,๙๑๘,๐๐๐ ๑,๙๑๘,๐๐๐ ๐ ๐"]
    assert filled(form, empty_project()) == ["? ? ? ?"]


PROGRESS = """record = "project"
[words.stage]
in_progress = "อยู่ระหว่าง..."
finished = "แล้วเสร็จ "
[[section]]
[[section.field]]
kind = "table"
rows = "project.progress"
header = false
rules = false
blank_rows = 1
row = [[{ text = "{number}" }, { text = "{date:slashed_bare} {stage}{body} = {percent} %" }]]
[[section.field.column]]
[[section.field.column]]
"""


def test_reports_are_shown_in_order_up_to_one_in_their_last_version():
    form = read(PROGRESS)
    whole = [
        "๑|๑๙/๑๐/๒๕๖๒ อยู่ระหว่าง...จัดหาที่ปรึกษา = - %",
        "๒|๒๐/๑/๒๕๖๓ แล้วเสร็จ โดยมีรายละเอียด/๑. ข้อหนึ่ง = ๑๐๐ %",
    ]
    assert filled(form, full_project()) == whole
    one = Material(project=full_project(), report=1)
    assert said(fill_form(form, one)) == whole[:1]


MONTHS = """record = "project"
[[section]]
[[section.field]]
kind = "table"
rows = "project.steps"
arrows = "{arrows}"
months_under = "{under}"
[[section.field.column]]
label = "ขั้นตอน"
bind = "text"
[[section.field.column]]
label = "พ.ศ."
kind = "months"
bind = "months"
"""


@pytest.mark.parametrize(
    ("arrows", "under", "heads", "spans"),
    [
        ("each", "fiscal", [(1, 2), (12, 1)], [1] * 13),
        ("span", "calendar", [(1, 2), (3, 1), (9, 1)], [1, 2, *[1] * 10]),
    ],
)
def test_months_have_arrows_and_two_rows_of_heads(arrows, under, heads, spans):
    form = read(MONTHS.format(arrows=arrows, under=under))
    (table,) = blocks(fill_form(form, Material(project=full_project())))
    upper, lower = table.header
    assert [(cell.columns, cell.rows) for cell in upper.cells] == heads
    assert [cell.paragraphs[0].text for cell in lower.cells][:4] == ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค."]
    first = table.rows[0]
    assert [cell.columns for cell in first.cells] == spans
    marked = sum(bool(cell.paragraphs) for cell in first.cells[1:])
    assert marked == (3 if arrows == "each" else 1)
    assert [cell.arrow for cell in first.cells].count(True) == (0 if arrows == "each" else 1)
    assert len(table.widths) == 13
    if under == "calendar":
        years = [cell.paragraphs[0].text for cell in upper.cells[1:]]
        assert years == ["พ.ศ. ๒๕๖๒", "พ.ศ. ๒๕๖๓"]


def test_columns_with_something_in_common_share_a_head():
    form = fields(
        'name = "t"\nkind = "table"\n'
        + "".join(
            f'[[section.field.column]]\nname = "{n}"\nlabel = "{n}"\n{more}\n'
            for n, more in (
                ("a", ""), ("b", 'under = "ก"'), ("c", 'under = "ก"\nkind = "money"'), ("d", ""),
            )
        )
    )  # fmt: skip
    (table,) = blocks(fill_form(form, Material()))
    upper, lower = table.header
    assert [(cell.columns, cell.rows) for cell in upper.cells] == [(1, 2), (2, 1), (1, 2)]
    assert [cell.paragraphs[0].text for cell in lower.cells] == ["b", "c"]
    assert table.rows == ()


def test_numbers_can_have_names():
    form = fields(
        'name = "n"\nkind = "number"\nlabel = "ก"\n'
        'bands = [{ upto = 3, words = "ต่ำ" }, { upto = 9, words = "กลาง" }, { words = "สูง" }]'
    )
    assert [filled(form, n=n)[0] for n in (3, 4, 9, 10)] == [
        "ก : ต่ำ", "ก : กลาง", "ก : กลาง", "ก : สูง",
    ]  # fmt: skip


def test_who_signs_is_found_by_the_role():
    form = read(
        'record = "project"\n[[section]]\n'
        + "".join(
            '[[section.field]]\nkind = "signature"\nrows = "project.signatories"\n'
            f'role = "{role}"\n'
            f'sign = ["ลงชื่อ{{dots:3}}", "{{role}}", "({{name}})", "[{{lines}}]"]\n'
            for role in ("ผู้เสนอโครงการ", "ผู้อนุมัติโครงการ")
        )
    )
    proposer = ["ลงชื่อ...", "ผู้เสนอโครงการ", "(นางสาวสมใจ ทดสอบ)", "ผู้อำนวยการกองสมมุติ", "สำนักงานสมมุติ"]
    assert filled(form, full_project()) == [*proposer, "ลงชื่อ...", "ผู้อนุมัติโครงการ", "(-)"]


def test_a_letter_has_its_head_its_text_and_what_follows():
    form = read(
        'layout = "letter"\n[letter]\nto = "{to}"\nreferences = ["{refs}"]\nclosing = "ขอแสดง"\n'
        '[[section]]\n[[section.field]]\nname = "to"\nprinted = false\n'
        '[[section.field]]\nname = "refs"\nprinted = false\n'
        '[[section.field]]\nname = "text"\nkind = "body"\n'
        '[[section.field]]\nname = "who"\nprinted = false\n'
        '[[section.field]]\nkind = "signature"\nsign = ["{who}", "ตำแหน่ง"]\n'
        '[[section.field]]\nkind = "words"\ntext = "ท้าย"\n'
    )
    paper = fill_form(form, Material(answers={"to": "ก", "refs": "ข\nค", "text": "ง", "who": "จ"}))
    assert isinstance(paper, FormLetter)
    letter = paper.letter
    assert (letter.to.text, letter.closing, letter.body) == ("ก", "ขอแสดง", ())
    assert [(one.label, one.text) for one in letter.references] == [("๑.", "ข"), ("๒.", "ค")]
    assert (letter.signature.name, letter.signature.lines) == ("จ", ("ตำแหน่ง",))
    assert said(paper) == ["ง", "ท้าย"]
    bare = fill_form(form, Material())
    assert isinstance(bare, FormLetter)
    assert bare.letter.references == ()
    assert bare.letter.signature.name == ""


def test_checks_tell_what_is_missing_and_what_differs():
    use_language("en")
    form = fields(
        'name = "a"\nkind = "money"\nlabel = "ก"\nrequired = true',
        'name = "b"\nkind = "money"',
        head='[[check]]\nstated = "a"\ncomputed = "b * 2"\nsays = "{stated} ไม่ใช่ {computed}"\n',
    )
    assert [worded(one.message) for one in check_form(form, Material())] == [
        "“ก” is not filled in."
    ]
    right = Material(answers={"a": 200, "b": 100})
    assert check_form(form, right) == ()
    (found,) = check_form(form, Material(answers={"a": 300, "b": 100}))
    assert (worded(found.message), found.field) == ("๓ ไม่ใช่ ๒", "a")
    assert (found.stated, found.computed) == ("๓", "๒")


def test_an_example_stands_for_records_and_answers():
    form = read(
        'record = "project"\n[[section]]\n[[section.field]]\nkind = "words"\n'
        'text = "{project.manager.name} {a} {form.year} {project.received} {project.start:short}"\n'
        '[[section.field]]\nname = "a"\nprinted = false\n'
        '[example]\na = "ข"\n[example.form]\nyear = 2564\n[example.project]\nreceived = "1,500"\n'
        'start = "6 ม.ค. 64"\n[example.project.manager]\nname = "ก"\n'
    )
    assert said(example_form(form)) == ["ก ข ๒๕๖๔ ๑,๕๐๐ ๖ ม.ค. ๖๔"]
    assert said(example_form(form, {"a": "ค"})) == ["- ค - - -"]


def test_all_projects_of_a_year_are_shown():
    form = read(
        'record = "projects"\n[[section]]\n[[section.field]]\nkind = "table"\nrows = "projects"\n'
        'header = false\n[[section.field.column]]\ntext = "{row} {name} {manager.name}"\n'
    )
    material = Material(projects=(full_project(), empty_project()))
    assert said(fill_form(form, material)) == [
        "๑ โครงการสมมุติ นางสาวสมใจ ทดสอบ",
        "๒ โครงการว่าง -",
    ]


def test_a_page_break_begins_a_page():
    form = fields('kind = "words"\ntext = "ก"', 'kind = "page_break"', 'kind = "words"\ntext = "ข"')
    paper = fill_form(form, Material())
    assert isinstance(paper, FormPaper)
    assert [part.new_page for part in paper.parts] == [False, True]


def test_the_paper_knows_names_and_its_last_change():
    changed = datetime.datetime(2020, 6, 17, tzinfo=datetime.UTC)
    form = read('record = "project"\n[[section]]\n')
    paper = fill_form(form, Material(project=full_project(), changed=changed))
    assert isinstance(paper, FormPaper)
    imprint = paper.imprint
    assert imprint.names == {"นางสาวสมใจ ทดสอบ", "นายสมคิด ทดลอง"}
    assert (imprint.title, imprint.changed) == ("แบบทดสอบ", changed)
