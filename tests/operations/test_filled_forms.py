import datetime
import io
import shutil
from pathlib import Path

import pytest
from pypdf import PdfReader

from bmahr_desktop.domain.body import Picture, plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused, StaleText
from bmahr_desktop.domain.forms.kinds import FieldKind
from bmahr_desktop.domain.forms.values import plain_value
from bmahr_desktop.operations import filled_forms, form_papers, records
from bmahr_desktop.operations.form_shelf import edition_of_year, forms_to_begin, shelf_of
from bmahr_desktop.operations.forms import set_form_paper, write_form_paper
from bmahr_desktop.operations.health import look_over
from bmahr_desktop.operations.papers import keep_picture
from bmahr_desktop.operations.rescue import (
    find_offers,
    keep_aside,
    put_in,
    rescued,
    write_late,
)
from bmahr_desktop.places import data_place
from tests.meetings import uid
from tests.records import FORM as KNOWN
from tests.records import PICTURE, PROJECT, index, said

NEXT = Path(__file__).resolve().parents[1] / "forms" / "data" / "progress-2564.toml"


def read(store, verb, *args, **kwargs):
    with store.reading() as session:
        return verb(session, *args, **kwargs)


def write(store, verb, *args, **kwargs):
    with store.writing() as session:
        return verb(session, *args, **kwargs)


def begun(store, *args, **kwargs):
    return write(store, filled_forms.begin_form, *args, **kwargs)[1]


def answers(store, own):
    return read(store, form_papers.read_filled, own).record.answers


def answer(store, own, **given):
    write(store, filled_forms.amend_form, Kind.FORM, own, None, answers=given)


def own_folder(store):
    folder = data_place(store.path).forms
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def drop(store, source=NEXT, name=None):
    """The office drops a definition into its folder."""
    return shutil.copy(source, own_folder(store) / (name or Path(source).name))


def words_of_pdf(pdf):
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def printed(store, own):
    paper = set_form_paper(read(store, form_papers.read_form_paper, own))
    return words_of_pdf(paper.pdf)


# ---------------------------------------------------------------- which there are


def test_a_file_dropped_into_the_folder_is_there_at_once(full_store):
    before = read(full_store, forms_to_begin)
    assert [one.definition.edition for one in before.of("progress")] == ["2563"]
    drop(full_store)
    after = read(full_store, forms_to_begin)
    assert [one.definition.edition for one in after.of("progress")] == ["2564", "2563"]
    assert [one.own for one in after.of("progress")] == [True, False]
    assert len(after.kinds()) == len(before.kinds())
    assert after.folder == str(own_folder(full_store))


def test_a_wrong_definition_is_told_while_the_others_work(full_store):
    (own_folder(full_store) / "broken.toml").write_text('form = "x"\nedition = 3\n', "utf-8")
    found = read(full_store, forms_to_begin)
    assert found.faults
    assert all("broken.toml" in str(one.values) for one in found.faults)
    assert found.of("progress")
    assert begun(full_store, "memo")


@pytest.mark.parametrize(
    ("year", "edition"), [(2563, "2563"), (2564, "2564"), (2570, "2564"), (2550, "2563")]
)
def test_the_edition_of_a_year(full_store, year, edition):
    drop(full_store)
    shelf = read(full_store, shelf_of)
    assert edition_of_year(shelf, "progress", year).edition == edition
    assert edition_of_year(shelf, "progress", year, "2563").edition == "2563"
    with pytest.raises(Refused):
        edition_of_year(shelf, "nothing", year)


def test_filled_forms_are_listed_the_last_one_first(full_store, clock):
    clock.goes_on(days=1)
    memo = begun(full_store, "memo", year=2568)
    lines = read(full_store, filled_forms.list_filled)
    assert [one.uid for one in lines] == [memo, KNOWN.uid]
    assert (lines[0].title, lines[0].project_name) == ("บันทึกข้อความ", "")
    assert (lines[1].project_name, lines[1].known, lines[1].newest) == (PROJECT.name, True, True)
    assert read(full_store, filled_forms.list_filled, PROJECT.uid) == lines[1:]
    assert read(full_store, filled_forms.list_filled, unbound=True) == lines[:1]
    drop(full_store)
    (line,) = read(full_store, filled_forms.list_filled, PROJECT.uid)
    assert (line.edition, line.newest) == ("2563", False)
    write(full_store, records.remove, Kind.FORM, memo)
    assert read(full_store, filled_forms.list_filled, unbound=True) == []


# ---------------------------------------------------------------- begun and answered


def test_a_form_of_a_project_needs_one(full_store):
    with pytest.raises(Refused) as refused:
        begun(full_store, "proposal")
    assert "Choose the project first" in said(refused)
    with pytest.raises(Refused):
        begun(full_store, "no such form")


def test_what_the_project_tells_stands_in_the_first_answers(full_store):
    own = begun(full_store, "training-report", project=PROJECT.uid)
    read_ = read(full_store, form_papers.read_filled, own)
    assert read_.record.year == 2568
    assert read_.record.answers == {
        "name": PROJECT.name, "office": "สำนักงาน", "division": "กองระบบงาน", "year": 2568,
        "start": "2024-10-01", "reporter": "นายสมมาตร ใจกว้าง", "phone": "๙๙๙๙",
    }  # fmt: skip


@pytest.mark.parametrize("bad", ["ก\x00", "x" * 200_001, [{"a": "\ud800"}]])
def test_what_no_text_may_hold_is_refused(full_store, bad):
    own = begun(full_store, "memo")
    with pytest.raises(Refused):
        answer(full_store, own, subject=bad)
    assert answers(full_store, own) == {}


def test_an_answer_that_could_not_be_written_is_written_late(full_store):
    own = begun(full_store, "memo")
    late = (Kind.FORM, own, "answers.subject")
    write(full_store, write_late, *late, None, "เรื่อง", filled_forms.amend_form)
    write(full_store, write_late, Kind.FORM, own, "answers.to", None, "ปลัด")
    assert answers(full_store, own) == {"subject": "เรื่อง", "to": "ปลัด"}
    with pytest.raises(StaleText):
        write(full_store, write_late, *late, "อื่น", "เรื่องใหม่")
    write(full_store, write_late, *late, "เรื่อง", None)
    assert answers(full_store, own) == {"to": "ปลัด"}


def test_what_a_list_knows_can_be_changed_and_dates_the_form(full_store, clock):
    own = begun(full_store, "memo")
    before = read(full_store, form_papers.read_filled, own)
    clock.goes_on(days=1)
    write(full_store, filled_forms.amend_form, Kind.FORM, own, before.version, title="บันทึก ก")
    after = read(full_store, form_papers.read_filled, own)
    assert after.record.title == "บันทึก ก"
    assert after.record.changed > before.record.changed
    with pytest.raises(StaleText):
        write(full_store, filled_forms.amend_form, Kind.FORM, own, before.version, title="ข")


# ---------------------------------------------------------------- editions


def test_a_filled_form_keeps_its_edition_beside_a_newer_one(full_store):
    old = begun(full_store, "progress", project=PROJECT.uid)
    drop(full_store)
    new = begun(full_store, "progress", project=PROJECT.uid)
    editions = [
        read(full_store, form_papers.read_filled, one).definition.edition for one in (old, new)
    ]
    assert editions == ["2563", "2564"]
    assert printed(full_store, old) != printed(full_store, new)
    _, renewed = write(full_store, filled_forms.renew_form, old)
    assert read(full_store, form_papers.read_filled, renewed).record.edition == "2564"


def test_a_form_whose_definition_is_gone_keeps_its_answers(full_store):
    file = drop(full_store)
    own = begun(full_store, "progress", "2564", PROJECT.uid)
    answer(full_store, own, note="เก็บไว้")
    file.unlink()
    read_ = read(full_store, form_papers.read_filled, own)
    assert read_.definition is None
    assert read_.record.answers["note"] == "เก็บไว้"
    with pytest.raises(Refused) as refused:
        read(full_store, form_papers.read_form_paper, own)
    assert "progress-2564" in said(refused)
    lines = {one.uid: one for one in read(full_store, filled_forms.list_filled)}
    assert not lines[own].known
    assert read(full_store, form_papers.check_filled, own, PROJECT.start) == ()
    drop(full_store)
    assert printed(full_store, own)


# ---------------------------------------------------------------- papers


def test_a_form_is_printed_with_its_answers_and_its_project(full_store, tmp_path):
    own = begun(full_store, "progress", project=PROJECT.uid)
    words = printed(full_store, own)
    assert "โครงการพัฒนาระบบงาน" in words
    assert "03000000-9999" in words
    paper = read(full_store, form_papers.read_form_paper, own)
    assert write_form_paper(paper, tmp_path / "a.docx") == 0
    assert write_form_paper(paper, tmp_path / "a.pdf") >= 1
    assert read(full_store, form_papers.read_blank_paper, "progress")


def test_a_form_shows_reports_up_to_one(full_store):
    for day in ("2024-12-19", "2025-01-20"):
        report = type(PROJECT.progress[0])(
            uid(day), 2 if "12" in day else 3, body=plain_body(f"รายงานของ {day}"), percent=3000
        )
        write(full_store, records.add, Kind.PROGRESS, report, PROJECT.uid)
    own = begun(full_store, "progress", project=PROJECT.uid)
    assert read(full_store, form_papers.read_filled, own).reports == (1, 2, 3)
    assert "รายงานของ 2025-01-20" in printed(full_store, own)
    write(full_store, filled_forms.amend_form, Kind.FORM, own, None, report=2)
    words = printed(full_store, own)
    assert "รายงานของ 2024-12-19" in words
    assert "รายงานของ 2025-01-20" not in words
    project_paper = form_papers.read_project_paper
    with pytest.raises(Refused, match="no report number"):
        read(full_store, project_paper, "progress", PROJECT.uid, 9)
    paper = set_form_paper(read(full_store, project_paper, "progress", PROJECT.uid, 1))
    assert "2024-12-19" not in words_of_pdf(paper.pdf)


def test_a_project_is_printed_on_a_form_that_nobody_began(full_store):
    paper = read(full_store, form_papers.read_project_paper, "proposal", PROJECT.uid)
    assert PROJECT.name in words_of_pdf(set_form_paper(paper).pdf)
    with pytest.raises(Refused, match="shows no project"):
        read(full_store, form_papers.read_project_paper, "memo", PROJECT.uid)


def test_pictures_in_answers_are_printed(full_store):
    own = begun(full_store, "memo")
    sha = write(full_store, keep_picture, PICTURE)
    body = plain_value(FieldKind.BODY, (Picture(sha, caption="ภาพ"),))
    answer(full_store, own, text=body)
    material = read(full_store, form_papers.read_filled, own).material
    assert material.pictures == {sha: PICTURE}
    assert b"/Image" in set_form_paper(read(full_store, form_papers.read_form_paper, own)).pdf


def test_what_does_not_add_up_in_a_form_and_in_its_project(full_store):
    own = begun(full_store, "memo")
    found = read(full_store, form_papers.check_filled, own, PROJECT.start)
    assert {(one.check, one.kind, one.field) for one in found} == {
        ("form", Kind.FORM, "office"), ("form", Kind.FORM, "subject"), ("form", Kind.FORM, "to"),
    }  # fmt: skip
    shown = begun(full_store, "progress", project=PROJECT.uid)
    found = read(full_store, form_papers.check_filled, shown, PROJECT.start)
    assert "evidence" in {one.check for one in found}
    assert "weight" not in {one.check for one in found}


def test_a_form_without_its_project_says_so(full_store):
    write(full_store, records.remove, Kind.PROJECT, PROJECT.uid)
    with pytest.raises(Refused, match="no longer on file"):
        read(full_store, form_papers.read_form_paper, KNOWN.uid)
    with pytest.raises(Refused, match="no longer on file"):
        read(full_store, form_papers.read_filled, uid("nobody"))


def test_an_answer_kept_aside_is_offered_and_put_in(full_store, tmp_path):
    own = begun(full_store, "memo")
    place = data_place(full_store.path)
    now = datetime.datetime(2025, 1, 10, tzinfo=datetime.UTC)
    texts = [
        rescued(Kind.FORM, own, "answers.subject", None, "เรื่องที่เขียนไม่ได้", now),
        rescued(Kind.FORM, own, "answers.rows", None, [{"a": 1}], now),
    ]
    keep_aside(place, tmp_path, "one", texts, now)
    for offer in read(full_store, find_offers, place, tmp_path):
        assert not offer.gone
        write(full_store, put_in, offer)
    assert answers(full_store, own) == {"subject": "เรื่องที่เขียนไม่ได้", "rows": [{"a": 1}]}
    assert read(full_store, find_offers, place, tmp_path) == []


def test_a_form_of_no_project_goes_through_the_index_and_the_file_is_in_order(full_store):
    begun(full_store, "memo", year=2568)
    index(full_store)
    assert look_over(full_store) == []
