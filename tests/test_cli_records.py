"""The commands on an office's records: what they answer, and that bad input is told in words."""

import json
import os
import re
import subprocess
import sys

import pytest
from docx import Document

from bmahr_desktop import cli
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.people import Person
from bmahr_desktop.operations import records
from bmahr_desktop.storage.schema import make_file
from tests.meetings import committee, meeting, uid
from tests.records import (
    LETTER,
    PEOPLE,
    dump,
    exchange_of,
    index,
    office,
    opened,
    put,
    replaced,
    sha,
    take,
    tamper,
    tree,
)


@pytest.fixture
def run(full_store, capsys):
    """Run a command on the small office; return its code, what it said, what it complained of."""
    full_store.close()

    def command(*arguments, data=full_store.path):
        code = cli.main(["--lang", "en", "--data", str(data), *map(str, arguments)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        assert bool(told.err) == (code == cli.REFUSED and "check" not in arguments)
        return code, told.out, told.err

    return command


@pytest.fixture
def mail(tmp_path):
    """A folder to read files from."""
    folder = tmp_path / "mail"
    folder.mkdir()
    return folder


# ---------------------------------------------------------------- the sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The invented year, filled in by its command."""
    path = tmp_path_factory.mktemp("sample") / "s.sqlite"
    assert cli.main(["--data", str(path), "sample"]) == 0
    return path


def test_the_sample_fills_an_empty_file_once(run, sample, tmp_path):
    before = dump(sample)
    code, _, error = run("sample", data=sample)
    assert (code, error) == (
        1, "The file is not empty; the sample goes into an empty one only.\n"
    )  # fmt: skip
    assert dump(sample) == before
    make_file(tmp_path / "new.sqlite")
    code, out, _ = run("sample", data=tmp_path / "new.sqlite")
    assert code == 0
    assert out.startswith("The sample is on file: ")


def test_the_sample_is_sound_and_can_be_searched(run, sample):
    assert run("check", data=sample)[:2] == (0, "The file is in order.\n")
    code, out, _ = run("find", "แผนปฏิบัติการ", data=sample)
    assert code == 0
    assert out.count("\n") > 3
    code, out, _ = run("list", "meetings", data=sample)
    assert out.count("\n") == 12


def test_minutes_are_the_same_from_the_file_and_from_the_records(run, sample, root, tmp_path):
    code, out, _ = run("export", "minutes", "2/2568", tmp_path / "a.pdf", data=sample)
    assert (code, "pages" in out) == (0, True)
    given = root / "resources" / "sample" / "data.json"
    assert (
        cli.main(["set", "minutes", str(given), str(tmp_path / "b.pdf"), "--meeting=2/2568"]) == 0
    )
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert run("export", "minutes", "๒/๒๕๖๘", tmp_path / "c.pdf", "--draft", data=sample)[0] == 0
    assert (tmp_path / "c.pdf").read_bytes() != (tmp_path / "a.pdf").read_bytes()


def test_minutes_become_a_word_file_by_their_name(run, sample, tmp_path):
    out = tmp_path / "out" / "รายงาน.DOCX"
    code, said, _ = run("export", "minutes", "2/2568", out, data=sample)
    assert (code, said) == (0, f"Written: {out}\n")
    assert Document(str(out)).paragraphs[1].text == "ครั้งที่ ๒/๒๕๖๘"
    draft = tmp_path / "draft.docx"
    assert run("export", "minutes", "2/2568", draft, "--draft", data=sample)[0] == 0
    assert draft.read_bytes() != out.read_bytes()


# ---------------------------------------------------------------- in


def test_a_file_is_taken_into_new_records(run, mail, tmp_path):
    path = put(mail, office(), "all.zip")
    code, out, _ = run("import", path, data=tmp_path / "new" / "office.sqlite")
    assert code == 0
    assert re.fullmatch(r"New [1-9]\d+, changed 0, removed 0, left alone 0\.\n", out)
    code, out, _ = run("import", path, data=tmp_path / "new" / "office.sqlite")
    assert out.startswith("New 0, changed 0, removed 0, left alone ")


def test_a_dry_run_shows_and_writes_nothing(run, mail, full_store):
    other = replaced(PEOPLE[0], job='ปลัด<b>&"', honorific="นาง")
    people = tuple(other if one.uid == other.uid else one for one in office().people)
    path = put(mail, replaced(office(), people=people))
    before = dump(full_store.path)
    code, out, _ = run("import", path, "--dry-run")
    assert code == 0
    assert out.splitlines()[:3] == [
        "~ person: สมมาตร ใจกว้าง", "    honorific: นาย → นาง",
        '    job: ผู้อำนวยการกอง → ปลัด<b>&"',
    ]  # fmt: skip
    assert out.splitlines()[-1].startswith("New 0, changed 1, removed 0, left alone ")
    assert dump(full_store.path) == before
    assert run("import", path)[1].splitlines() == out.splitlines()[-1:]
    assert dump(full_store.path) != before


def test_a_dry_run_does_not_wait_for_a_writer(run, mail, full_store):
    path = put(mail, office())
    with full_store.writing():
        assert run("import", path, "--dry-run")[0] == 0
        code, _, error = run("import", path)
    assert (code, error) == (
        1, "Another program is writing to the file. Try again in a moment.\n"
    )  # fmt: skip


def test_a_change_in_a_long_text_is_shown_where_it_is(run, mail, full_store):
    long = "ข้อความยาว" * 30
    with full_store.writing() as session:
        records.amend(session, Kind.PERSON, uid("p2"), None, job=f"{long}เก่า")
    full_store.close()
    own = replaced(PEOPLE[1], job=f"{long}ใหม่")
    path = put(mail, exchange_of(people=[own]))
    out = run("import", path, "--dry-run")[1]
    assert "    job: …" in out
    assert "เก่า → …" in out
    assert "ใหม่\n" in out


def test_a_name_alone_is_refused_unless_it_is_to_count(run, mail, full_store):
    theirs = Person(uid=uid("theirs"), name=PEOPLE[1].name, job="หัวหน้า")
    path = put(mail, exchange_of(people=[theirs]))
    before = dump(full_store.path)
    for options in ((), ("--dry-run",)):
        code, out, error = run("import", path, *options)
        assert (code, out) == (1, "")
        assert f"A person “{PEOPLE[1].name}” is on file already" in error
        assert "--match-names" in error
        assert dump(full_store.path) == before
    code, out, _ = run("import", path, "--match-names")
    assert (code, out.split(",")[:2]) == (0, ["New 0", " changed 1"])


def test_a_bad_file_leaves_no_new_records_behind(run, mail, tmp_path):
    (mail / "bad.json").write_text("{}")
    before = tree(tmp_path)
    code, _, error = run("import", mail / "bad.json", data=tmp_path / "new.sqlite")
    assert (code, "no exchange file" in error) == (1, True)
    assert tree(tmp_path) == before


# ---------------------------------------------------------------- out


def test_all_or_a_part_goes_out(run, mail, tmp_path):
    code, out, _ = run("export", "json", tmp_path / "all.zip")
    assert (code, out) == (0, f"2 meetings: {tmp_path / 'all.zip'}\n")
    code, out, _ = run("export", "json", tmp_path / "x" / "one.json", "--meeting", "๒/2568",
                       "--committee", "tst")  # fmt: skip
    data = json.loads((tmp_path / "x" / "one.json").read_text(encoding="utf-8"))
    assert [one["number"] for one in data["meetings"]] == [2]
    assert run("export", "json", tmp_path / "c.json", "--committee", "ทดสอบ")[0] == 0
    assert run("import", tmp_path / "all.zip", data=tmp_path / "again.sqlite")[0] == 0
    assert run("export", "json", tmp_path / "b.zip", data=tmp_path / "again.sqlite")[0] == 0
    assert (tmp_path / "b.zip").read_bytes() == (tmp_path / "all.zip").read_bytes()


def test_an_ambiguous_meeting_lists_the_candidates(run, tmp_path, full_store):
    other = replaced(committee(), uid=uid("other"), code="OTH", name="อีกคณะหนึ่ง")
    second = meeting(
        uid=uid("theirs"), committee=other.uid, attendance=(), agenda=(), signatures=()
    )
    take(full_store, exchange_of(committees=[other], meetings=[second]))
    full_store.close()
    for kind in (("json", tmp_path / "x.json", "--meeting", "1/2568"),
                 ("minutes", "1/2568", tmp_path / "x.pdf")):  # fmt: skip
        code, out, error = run("export", *kind)
        assert (code, out) == (1, "")
        assert "--committee TST" in error
        assert "--committee OTH" in error
    assert tree(tmp_path / "home") == {}
    assert not list(tmp_path.glob("x.*"))
    assert run("export", "minutes", "1/2568", tmp_path / "x.pdf", "--committee", "OTH")[0] == 0


REFUSED = [
    ("export", "minutes", "99/2568", "OUT/x.pdf"),
    ("export", "minutes", "หนึ่ง", "OUT/x.pdf"),
    ("export", "minutes", "\udce0\udcb9", "OUT/x.pdf"),
    ("export", "minutes", "1/2568", "OUT"),
    ("export", "minutes", "1/2568", "OUT/file/x.pdf"),
    ("export", "minutes", "1/2568", "OUT/file/x.docx"),
    ("export", "minutes", "99/2568", "OUT/x.docx"),
    ("export", "minutes", "1/2568", "OUT/x.pdf", "--committee", "\udc00"),
    ("export", "json", "OUT"),
    ("export", "json", "OUT/x.json", "--committee", "ไม่มี"),
    ("export", "json", "OUT/x.json", "--meeting", "3/2568"),
    ("export", "json", "OUT/x.json", "--meeting", "=cmd()"),
    ("import", "OUT"),
    ("import", "OUT/none.json"),
    ("import", "OUT/\udcff.json"),
    ("import", "OUT/file"),
]


@pytest.mark.parametrize("arguments", REFUSED)
def test_what_cannot_be_done_is_told_in_words(run, tmp_path, full_store, arguments):
    out = tmp_path / "out"
    out.mkdir()
    (out / "file").write_text("<b>&\"'")
    before, files = dump(full_store.path), tree(out)
    code, said, error = run(*(one.replace("OUT", str(out)) for one in arguments))
    assert (code, said) == (1, "")
    assert error.strip()
    assert dump(full_store.path) == before
    assert tree(out) == files


@pytest.mark.parametrize("command", [("list", "people"), ("find", "ก"), ("check",)])
@pytest.mark.parametrize("data", ["", ".", "none.sqlite", "a/b/c", "\udce0.sqlite", "x" * 300])
def test_without_records_a_command_says_so(capsys, tmp_path, monkeypatch, command, data):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["--lang", "th", "--data", data, *command]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "ไม่" in told.err or "ยาว" in told.err
    assert [path.name for path in tmp_path.iterdir()] == []


# ---------------------------------------------------------------- looking


def test_lists_have_a_line_for_each(run):
    assert run("list", "meetings")[1].splitlines() == [
        "2/2568\tTST\t5 กุมภาพันธ์ 2568\tห้องประชุม ชั้น ๕",
        "1/2568\tTST\t8 มกราคม 2568\tห้องประชุม ชั้น ๕",
    ]
    resolutions = run("list", "resolutions")[1].splitlines()
    assert resolutions[0] == "2/2568 1.1\tTST\tรับรองโดยไม่มีแก้ไข"
    assert len(resolutions) == 6
    people = run("list", "people")[1].splitlines()
    assert people[1] == "นายไม่เกี่ยว ข้อง"
    assert people[2].startswith("นายสมมาตร ใจกว้าง\tผู้อำนวยการกอง\tกองระบบงาน\tTST")


@pytest.mark.parametrize(
    "words", ["<b>&\"'", "=cmd()|' /C calc'!A0", "ก\n\tข\nค", "👩\u200d👧", "ก" * 100_000]
)
def test_odd_texts_stay_on_their_line(run, full_store, words):
    with full_store.writing() as session:
        records.amend(session, Kind.RESOLUTION, uid("r5"), None, text=words)
        records.amend(session, Kind.PERSON, uid("p1"), None, job=words[:2000])
        records.amend(session, Kind.MEETING, uid("meeting"), None, venue=words[:2000])
    index(full_store)
    full_store.close()
    flat = " ".join(words.split())
    assert f"1/2568 5.1\tTST\t{flat}" in run("list", "resolutions")[1].splitlines()
    assert f"นายสมมาตร ใจกว้าง\t{flat[:2000]}\tกองระบบงาน\tTST" in run("list", "people")[1]
    assert len(run("list", "meetings")[1].splitlines()) == 2
    code, out, _ = run("find", words.split()[0][:50])
    assert code == 0
    assert "TST ๑/๒๕๖๘ resolution\t" in out


def test_what_is_found_is_shown_with_its_place(run):
    code, out, _ = run("find", "มอบหมายให้กองระบบงาน")
    assert (code, out.splitlines()) == (
        0, ["TST ๑/๒๕๖๘ resolution\tมอบหมายให้กองระบบงาน รายงานผล", "1 found."]
    )  # fmt: skip
    for nothing in ("", "ไม่มีคำนี้แน่", "\udce0\udcb9", "\x00"):
        assert run("find", nothing)[:2] == (0, "0 found.\n")


def test_what_is_wrong_is_told_to_people_and_programs(run, full_store):
    assert run("check", "--json")[:2] == (0, '{\n "ok": true,\n "findings": []\n}\n')
    full_store.files.place(sha(LETTER)).unlink()
    code, out, _ = run("check", "--json")
    assert (code, json.loads(out)) == (
        1,
        {"ok": False, "findings": [{
            "level": "fault",
            "message": "The file “หนังสือ.txt” is missing from the attachments folder.",
        }]},
    )  # fmt: skip
    code, out, _ = run("check")
    assert (code, out.splitlines()[-1]) == (1, "1 faults.")


def test_what_is_only_unusual_is_no_fault(run, full_store):
    tamper(full_store.path, "UPDATE meeting SET number = 1")
    code, out, _ = run("check")
    assert code == 0
    assert "Several meetings have the number ๑/๒๕๖๘" in out
    assert json.loads(run("check", "--json")[1])["ok"] is True


@pytest.mark.parametrize("what", [b"", b"no database at all" * 100, "cut"])
def test_a_damaged_file_is_told_by_every_command(run, full_store, tmp_path, what):
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(full_store.path.read_bytes()[:20000] if what == "cut" else what)
    before = tree(tmp_path)
    for command in (("list", "people"), ("find", "ก"), ("export", "json", tmp_path / "x.json")):
        code, out, error = run(*command, data=path)
        assert (code, out) == (1, "")
        assert error.strip()
    assert tree(tmp_path) == before


# ---------------------------------------------------------------- as a program


def test_as_a_program_it_answers_in_thai_and_survives_a_poor_terminal(full_store, root):
    full_store.close()

    def program(*arguments, **environment):
        return subprocess.run(
            [sys.executable, "-m", "bmahr_desktop", "--data", str(full_store.path), *arguments],
            capture_output=True, check=False,
            env=os.environ | {"PYTHONPATH": str(root)} | environment,
        )  # fmt: skip

    done = program("list", "meetings", LANG="th_TH.UTF-8")
    assert (done.returncode, "กุมภาพันธ์" in done.stdout.decode()) == (0, True)
    done = program("list", "meetings", PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u0e01" in done.stdout


def test_store_and_command_line_see_the_same(full_store, run):
    store = opened(full_store.path)
    with store.writing() as session:
        records.remove(session, Kind.MEETING, uid("meeting 2"))
    store.close()
    assert len(run("list", "meetings")[1].splitlines()) == 1
