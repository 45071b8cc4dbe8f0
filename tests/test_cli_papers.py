"""Papers before and after a meeting, taken out by a command."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bmahr_desktop import cli
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.crest import keep_crest
from tests.invitations import HEAD, PAYS
from tests.meetings import uid
from tests.reading import squeezed
from tests.records import picture


@pytest.fixture
def run(full_store, capsys):
    """Run an export of the small office; return its code, what it said, what it complained of."""
    with full_store.writing() as session:
        records.amend(session, Kind.COMMITTEE, uid("committee"), None, letterhead=HEAD, rules=PAYS)
    full_store.close()

    def command(*arguments):
        data = str(full_store.path)
        code = cli.main(["--lang", "en", "--data", data, "export", *map(str, arguments)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return command


def first_page(path):
    return PdfReader(BytesIO(path.read_bytes())).pages[0]


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("agenda", "ระเบียบวาระการประชุม"),
        ("invitation", "บันทึกข้อความ"),
        ("reply-slip", "แบบตอบรับการประชุม"),
        ("sign-in", "ใบลงชื่อการประชุม"),
        ("payment", "หลักฐานการจ่ายเบี้ยประชุม"),
    ],
)
def test_every_paper_is_exported(run, tmp_path, name, head):
    out = tmp_path / "new folder" / "paper.pdf"
    code, told, _ = run(name, "๑/๒๕๖๘", out)
    assert (code, f"pages: {out}" in told) == (0, True)
    assert squeezed(first_page(out).extract_text()).startswith(head)


@pytest.mark.parametrize("name", ["agenda", "invitation"])
def test_what_is_edited_is_exported_for_word_by_its_ending(run, tmp_path, name):
    out = tmp_path / "paper.DOCX"
    assert run(name, "1/2568", out)[0] == 0
    assert out.read_bytes().startswith(b"PK")


def test_a_list_to_sign_has_no_word_file(run, tmp_path):
    out = tmp_path / "paper.docx"
    code, _, error = run("sign-in", "1/2568", out)
    assert (code, "Take the PDF" in error, out.exists()) == (1, True, False)


def test_the_garuda_comes_from_a_file(run, tmp_path):
    crest, out = tmp_path / "garuda.png", tmp_path / "paper.pdf"
    crest.write_bytes(picture())
    assert run("invitation", "1/2568", out, "--crest", crest)[0] == 0
    assert first_page(out).images
    code, _, error = run("invitation", "1/2568", out, "--crest", tmp_path / "missing.png")
    assert (code, "missing.png" in error) == (1, True)


def test_the_garuda_of_the_office_is_printed_unless_another_is_named(run, full_store, tmp_path):
    crest, out = tmp_path / "garuda.png", tmp_path / "paper.pdf"
    crest.write_bytes(picture())
    keep_crest(full_store.path.with_suffix(".d") / "forms", crest)
    assert run("invitation", "1/2568", out)[0] == 0
    assert first_page(out).images
    assert run("invitation", "1/2568", out, "--crest", tmp_path / "missing.png")[0] == 1
    assert run("agenda", "1/2568", out)[0] == 0
    assert not first_page(out).images


def test_a_meeting_that_is_not_there_is_told(run, tmp_path):
    code, _, error = run("agenda", "9/2599", tmp_path / "paper.pdf")
    assert (code, "There is no meeting" in error) == (1, True)
    assert not (tmp_path / "paper.pdf").exists()


def test_the_pack_is_exported_and_what_is_not_in_it_named(run, tmp_path):
    out = tmp_path / "new folder" / "pack.pdf"
    code, told, aside = run("pack", "1/2568", out)
    assert (code, f"pages: {out}" in told) == (0, True)
    assert squeezed(first_page(out).extract_text()).startswith("ระเบียบวาระการประชุม")
    assert "Only a sheet stands for “ระเบียบวาระ”" in aside
    assert run("pack", "9/2599", tmp_path / "none.pdf")[0] == 1
