"""The commands about form definitions."""

import pytest
from pypdf import PdfReader

from bmahr_desktop import cli
from bmahr_desktop.places import shipped_forms
from tests.reading import squeezed

PROGRESS = shipped_forms() / "progress-2563.toml"


def run(*arguments):
    return cli.main(["--lang", "en", *map(str, arguments)])


def test_a_definition_is_checked(capsys):
    assert run("forms", "check", PROGRESS) == 0
    assert capsys.readouterr().out.startswith("The form “progress-2563” is in order")


def test_a_wrong_definition_is_told_with_file_line_and_reason(tmp_path, capsys):
    bad = tmp_path / "ผิด.toml"
    bad.write_text('form = "a"\nedition = "1"\ntitle = "ก"\n[[section]]\ntitel = "ข"\n', "utf-8")
    for command in (["check", bad], ["preview", bad, tmp_path / "x.pdf"]):
        assert run("forms", *command) == 1
        said = capsys.readouterr()
        assert said.err == "ผิด.toml:5: There is no “titel” here. Is “title” meant?\n"
        assert said.out == ""
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("name", ["out.pdf", "out.docx"])
def test_a_form_is_previewed(tmp_path, capsys, name):
    out = tmp_path / "new" / name
    assert run("forms", "preview", PROGRESS, out) == 0
    assert str(out) in capsys.readouterr().out
    if name.endswith(".pdf"):
        text = squeezed("".join(page.extract_text() for page in PdfReader(out).pages))
        assert "โครงการพัฒนาระบบให้คำปรึกษาด้านบุคลากร(ตัวอย่าง)" in text
    else:
        assert out.read_bytes().startswith(b"PK")


def test_forms_are_listed_with_those_of_the_office(tmp_path, capsys):
    assert run("forms", "list") == 0
    assert "progress-2563\tแบบแสดงรายงาน" in capsys.readouterr().out
    data = tmp_path / "office.sqlite"
    folder = tmp_path / "office.d" / "forms"
    folder.mkdir(parents=True)
    own = PROGRESS.read_text("utf-8").replace('edition = "2563"', 'edition = "2570"')
    (folder / "ปีหน้า.toml").write_text(own, "utf-8")
    (folder / "ผิด.toml").write_text("form", "utf-8")
    assert run("--data", data, "forms", "list") == 1
    said = capsys.readouterr().out
    assert "progress-2570\t" in said
    assert "ผิด.toml:1: " in said


def test_wrong_files_are_refused_with_words(tmp_path, capsys):
    for command in (
        ["check", tmp_path / "none.toml"],
        ["check", tmp_path],
        ["preview", PROGRESS, tmp_path],
    ):
        assert run("forms", *command) == 1
        assert capsys.readouterr().err.strip()
