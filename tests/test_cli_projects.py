"""Projects and their forms, listed, printed and looked over by commands."""

import datetime
import io
import json
import shutil
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from bmahr_desktop import cli
from bmahr_desktop.operations import projects
from bmahr_desktop.places import data_place
from tests.reading import squeezed
from tests.records import PROJECT, dump, opened

CODE = PROJECT.code
NEXT = Path(__file__).resolve().parent / "forms" / "data" / "progress-2564.toml"


class Commands:
    """Runs commands on a file."""

    def __init__(self, path, capsys):
        self.path, self._capsys = path, capsys

    def __call__(self, *arguments):
        code = cli.main(["--lang", "en", "--data", str(self.path), *map(str, arguments)])
        told = self._capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err


@pytest.fixture
def run(full_store, capsys):
    """Run a command on the small office; return its code, what it said, what it complained of."""
    full_store.close()

    return Commands(full_store.path, capsys)


def words_in(path) -> str:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return squeezed("".join(page.extract_text() for page in pages))


def test_projects_are_listed(run):
    code, told, _ = run("list", "projects", "--year", 2568)
    (line,) = told.splitlines()
    assert code == 0
    assert line.split("\t")[:4] == [CODE, "2568", "20.00", "60,000"]
    assert PROJECT.name in line
    assert run("list", "projects", "--year", 2560)[1] == ""
    assert run("list", "projects")[1] == told


def test_the_progress_form_of_a_project(run, tmp_path):
    out = tmp_path / "progress.pdf"
    code, told, _ = run("export", "form", "progress", CODE, out)
    assert (code, "pages" in told) == (0, True)
    assert squeezed(PROJECT.name) in words_in(out)
    assert run("export", "form", "progress", CODE, out, "--report", 1)[0] == 0
    code, _, error = run("export", "form", "progress", CODE, out, "--report", 9)
    assert (code, "no report number 9" in error) == (1, True)


def test_a_proposal_by_a_part_of_the_name_and_for_word(run, tmp_path):
    assert run("export", "form", "proposal", CODE, tmp_path / "a.pdf")[0] == 0
    assert run("export", "form", "proposal-2564", "พัฒนาระบบ", tmp_path / "b.docx")[0] == 0
    assert (tmp_path / "b.docx").read_bytes().startswith(b"PK")


@pytest.mark.parametrize("name", ["progress", "proposal", "memo", "hrd", "training-report"])
def test_blank_forms(run, tmp_path, name):
    out = tmp_path / "blank.pdf"
    assert run("export", "form", name, "--blank", out)[0] == 0
    assert words_in(out)


def test_both_editions_stand_side_by_side(run, tmp_path):
    folder = data_place(run.path).forms
    folder.mkdir(parents=True)
    shutil.copy(NEXT, folder)
    old, new = tmp_path / "old.pdf", tmp_path / "new.pdf"
    assert run("export", "form", "progress-2563", "--blank", old)[0] == 0
    assert run("export", "form", "progress", "--blank", new)[0] == 0
    assert words_in(old) != words_in(new)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("progress", "99999999-9999", "x.pdf"), "There is no project"),
        (("progress", "x.pdf"), "Name a project"),
        (("progress", CODE, "x.pdf", "--blank"), "shows no project"),
        (("nothing", CODE, "x.pdf"), "There is no form"),
        (("memo", CODE, "x.pdf"), "shows no project"),
    ],
)
def test_what_cannot_be_printed_is_said(run, tmp_path, monkeypatch, arguments, words):
    monkeypatch.chdir(tmp_path)
    code, _, error = run("export", "form", *arguments)
    assert (code, words in error) == (1, True)
    assert not (tmp_path / "x.pdf").exists()


def test_the_year_goes_out_to_a_workbook_and_comes_back(run, tmp_path):
    out = tmp_path / "year.xlsx"
    assert run("export", "xlsx", "projects", "--year", 2568, out)[0] == 0
    code, told, _ = run("import", out, "--dry-run")
    assert (code, "New 0, changed 0, removed 0" in told) == (0, True)
    book = openpyxl.load_workbook(out)
    cell = next(one for one in book.worksheets[1]["B"] if one.value == "เตรียมการ")
    cell.value, cell.data_type = "=เตรียมการ", "s"  # a text, not a formula
    book.save(out)
    before = dump(run.path)
    code, told, _ = run("import", out, "--dry-run")
    assert (code, "เตรียมการ → =เตรียมการ" in told) == (0, True)
    assert dump(run.path) == before
    assert run("import", out)[0] == 0
    assert "changed 0" in run("import", out, "--dry-run")[1]


def test_a_workbook_that_is_none_is_said(run, tmp_path):
    (tmp_path / "bad.xlsx").write_bytes(b"no workbook")
    assert run("import", tmp_path / "bad.xlsx", "--dry-run")[0] == 1
    code, _, error = run("import", tmp_path / "none.xlsx", "--dry-run")
    assert (code, "cannot be read" in error) == (1, True)


def test_what_does_not_add_up_in_a_project_is_told(run):
    code, told, _ = run("check", "--project", CODE)
    assert code == 1
    assert "progress report: Report 1 tells results without a letter" in told
    code, told, _ = run("check", "--project", CODE, "--json")
    answer = json.loads(told)
    assert (code, answer["ok"]) == (1, False)
    assert {"evidence", "overdue"} <= {one["check"] for one in answer["findings"]}
    assert all(one["message"] and one["uid"] for one in answer["findings"])
    assert run("check", "--project", "ไม่มี")[0] == 1
    assert run("check")[0] == 0


def test_what_is_meant_so_is_told_apart(run):
    store = opened(run.path)
    with store.reading() as session:
        found = projects.check_project(session, PROJECT.uid, datetime.date(2025, 1, 10))
    with store.writing() as session:
        one = next(one for one in found if one.check == "evidence")
        projects.accept(session, PROJECT.uid, one, "ส่งเอกสารแล้ว")
    store.close()
    _, told, _ = run("check", "--project", CODE)
    assert "Meant so (ส่งเอกสารแล้ว)" in told
    answer = json.loads(run("check", "--project", CODE, "--json")[1])
    assert [one["reason"] for one in answer["meant"]] == ["ส่งเอกสารแล้ว"]


def test_meetings_and_resolutions_are_listed_by_year_too(run):
    assert len(run("list", "meetings", "--year", 2568)[1].splitlines()) == 2
    assert run("list", "meetings", "--year", 2560)[1] == ""
    assert run("list", "resolutions", "--year", 2560)[1] == ""
    assert run("list", "resolutions")[1] == run("list", "resolutions", "--year", 2568)[1]
    code, _, error = run("list", "people", "--year", 2568)
    assert (code, "have no year" in error) == (1, True)
