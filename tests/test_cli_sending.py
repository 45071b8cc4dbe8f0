"""What goes out after a meeting, taken out by a command."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bmahr_desktop import cli
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.operations import records
from tests.invitations import HEAD
from tests.meetings import uid
from tests.reading import squeezed
from tests.records import full_meeting, picture

UNIT, SECRETARIES = "ผู้อำนวยการกองระบบงาน", "หัวหน้าฝ่ายเลขานุการ"


@pytest.fixture
def run(full_store, capsys):
    """Run an export of the small office; return its code, what it said, what it complained of."""
    with full_store.writing() as session:
        records.amend(session, Kind.COMMITTEE, uid("committee"), None, letterhead=HEAD)
        for one in full_meeting().dispatches:
            records.remove(session, Kind.DISPATCH, one.uid)
    full_store.close()

    def command(*arguments):
        data = str(full_store.path)
        code = cli.main(["--lang", "en", "--data", data, "export", *map(str, arguments)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return command


def words_in(path) -> str:
    pages = PdfReader(BytesIO(path.read_bytes())).pages
    return squeezed("".join(page.extract_text() for page in pages))


def test_all_notices_go_into_a_folder(run, tmp_path):
    code, told, _ = run("notice", "๑/๒๕๖๘", tmp_path / "new" / "letters")
    found = sorted((tmp_path / "new" / "letters").iterdir())
    assert [one.name for one in found] == [f"01 {UNIT}.pdf", f"02 {SECRETARIES}.pdf"]
    assert (code, told.count("1 pages")) == (0, 2)
    assert squeezed("มอบหมายให้กองระบบงานรายงานผล") in words_in(found[0])
    assert run("notice", "1/2568", tmp_path / "word", "--word")[0] == 0
    assert {one.suffix for one in (tmp_path / "word").iterdir()} == {".docx"}


def test_one_notice_is_chosen_by_its_addressee(run, tmp_path):
    out = tmp_path / "one.pdf"
    code, _, error = run("notice", "1/2568", out)
    assert (code, UNIT in error, SECRETARIES in error, out.exists()) == (1, True, True, False)
    assert run("notice", "1/2568", out, "--to", "กองระบบ")[0] == 0
    assert squeezed(UNIT) in words_in(out)
    assert run("notice", "1/2568", tmp_path / "one.DOCX", "--to", "เลขา")[0] == 0
    assert (tmp_path / "one.DOCX").read_bytes().startswith(b"PK")


def test_somebody_without_a_task_is_told_too(run, tmp_path):
    out, crest = tmp_path / "other.pdf", tmp_path / "crest.png"
    crest.write_bytes(picture())
    told = ("--to", "ท่านผู้สนใจ", "--part", "3.1.2", "--crest", crest)
    assert run("notice", "1/2568", out, *told)[0] == 0
    words = words_in(out)
    assert squeezed("ท่านผู้สนใจ") in words
    assert squeezed("มอบหมายให้สำนักงานรายงานภายใน ๓ เดือน") in words
    assert squeezed("กองระบบงานรายงานผล") not in words
    assert PdfReader(BytesIO(out.read_bytes())).pages[0].images


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("1/2568", "--part", "9"), "There is no “9”"),
        (("1/2568", "--part", "3.2"), "Nothing was resolved there"),
        (("1/2568", "--part", "3.1"), "Nobody is to be told"),
        (("2/2568",), "Nobody is to be told"),
        (("9/2599",), "There is no meeting"),
    ],
)
def test_what_cannot_be_told_is_refused_with_words(run, tmp_path, arguments, said):
    code, _, error = run("notice", arguments[0], tmp_path / "n.pdf", *arguments[1:])
    assert (code, said in error, (tmp_path / "n.pdf").exists()) == (1, True, False)


def test_extracts_are_of_parts_by_their_numbers(run, tmp_path):
    out = tmp_path / "extract.pdf"
    assert run("extract", "1/2568", "3.1.2", "๕", out)[0] == 0
    words = words_in(out)
    assert squeezed("(คัดเฉพาะระเบียบวาระที่ ๓.๑ มติข้อ ๒") in words
    assert squeezed("มอบหมายให้กองระบบงาน") in words
    assert run("extract", "1/2568", "3", tmp_path / "extract.docx")[0] == 0
    assert run("extract", "1/2568", "9", out)[0] == 1


def test_lists_of_a_year_are_exported(run, tmp_path):
    table, index = tmp_path / "table.pdf", tmp_path / "index.pdf"
    assert run("follow-up", table, "--committee", "TST", "--year", 2568)[0] == 0
    assert squeezed("ฝ่ายเลขานุการ") in words_in(table)
    assert run("follow-up", table, "--unit", "ระบบงาน", "--open")[0] == 0
    words = words_in(table)
    assert squeezed("หน่วยงาน ระบบงาน เฉพาะที่ยังไม่แล้วเสร็จ") in words
    assert run("index", index, "--year", 2568)[0] == 0
    assert words_in(index).startswith("ดัชนีมติ")
    assert run("index", tmp_path / "index.docx", "--year", 2568, "--committee", "TST")[0] == 0
    assert run("index", index, "--year", 2568, "--committee", "ไม่มี")[0] == 1
