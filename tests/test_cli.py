"""The command line: exit codes, languages, and never a traceback for bad input."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bmahr_desktop import cli

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def sample(root):
    return str(root / "resources" / "sample" / "data.json")


def run(*arguments, **environment):
    return subprocess.run(
        [sys.executable, "-m", "bmahr_desktop", *arguments],
        capture_output=True, text=True, check=False,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )  # fmt: skip


def test_the_minutes_are_set(sample, tmp_path, capsys):
    out = tmp_path / "new" / "folder" / "paper.pdf"
    assert cli.main(["set", "minutes", sample, str(out), "--meeting", "2/2568"]) == 0
    assert out.read_bytes().startswith(b"%PDF-1.7")
    assert str(out) in capsys.readouterr().out
    assert [path.name for path in out.parent.iterdir()] == ["paper.pdf"]


def test_a_draft_says_so(sample, tmp_path):
    papers = []
    for options in ((), ("--draft",)):
        out = tmp_path / "paper.pdf"
        assert cli.main(["set", "minutes", sample, str(out), "--meeting", "2/2568", *options]) == 0
        papers.append(out.read_bytes())
    assert papers[0] != papers[1]


def test_several_meetings_are_listed(sample, tmp_path, capsys):
    assert cli.main(["set", "minutes", sample, str(tmp_path / "x.pdf"), "--lang", "en"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "Several meetings fit" in said.err
    assert "3/2568  --committee DSP" in said.err
    assert not (tmp_path / "x.pdf").exists()


def test_faults_are_told_in_the_language_asked_for(tmp_path, capsys):
    path = tmp_path / "data.json"
    path.write_text(json.dumps({"format": "bmahr-desktop/exchange", "version": 1, "x": 2}))
    for options, words in (
        (["--lang", "th"], "$: มี “x” ซึ่งไม่มีในรูปแบบแฟ้ม"),
        (["--lang=en"], "$: has “x”, which the format does not know"),
    ):
        assert cli.main(["set", "minutes", str(path), "out.pdf", *options]) == 1
        assert capsys.readouterr().err.strip() == words
    assert cli.main(["--lang", "th", "set", "minutes", str(path), "out.pdf"]) == 1
    assert "ไม่มีในรูปแบบแฟ้ม" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("locale", "words"),
    [("th_TH.UTF-8", "หน้า"), ("en_GB.UTF-8", "pages"), ("C.UTF-8", "pages"), ("de_DE", "pages")],
)
def test_the_language_follows_the_system(sample, tmp_path, monkeypatch, capsys, locale, words):
    monkeypatch.setenv("LANG", locale)
    assert cli.main(["set", "minutes", sample, str(tmp_path / "p.pdf"), "--meeting=2/2568"]) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [["set"], ["set", "minutes"], ["set", "minutes", "a"], ["sing"], ["--lang", "de"], ["--lang"],
     ["set", "minutes", "a", "b", "--no-such"], ["set", "minutes", "a", "b", "c"]],
)  # fmt: skip
@pytest.mark.parametrize("language", ["th", "en"])
def test_wrong_usage_is_two(arguments, language, monkeypatch, capsys):
    monkeypatch.setenv("LANG", "th_TH" if language == "th" else "C")
    with pytest.raises(SystemExit) as left:
        cli.main(arguments)
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert ("วิธีใช้" in said) is (language == "th")
    assert ("error" in said) is (language == "en")


def test_help_is_thai_throughout(monkeypatch, capsys):
    monkeypatch.setenv("LANG", "th_TH.UTF-8")
    for arguments in (["-h"], ["set", "-h"], ["set", "minutes", "-h"]):
        with pytest.raises(SystemExit) as left:
            cli.main(arguments)
        assert left.value.code == 0
        said = capsys.readouterr().out
        for word in ("usage", "options", "arguments", "show", "exit", "help message"):
            assert word not in said, said


def test_no_bad_input_ends_in_a_traceback(tmp_path, sample):
    (tmp_path / "folder").mkdir()
    (tmp_path / "locked.pdf").mkdir()
    bad = tmp_path / "bad.json"
    bad.write_bytes(b'{"format": "bmahr-desktop/exchange", "version": 1, "meetings": [7, null]}')
    cases = [
        [str(tmp_path / "none.json"), "o.pdf"],
        [str(tmp_path / "folder"), "o.pdf"],
        [str(bad), "o.pdf"],
        [sample, str(tmp_path / "locked.pdf"), "--meeting", "2/2568"],
        [sample, str(bad / "below a file" / "o.pdf"), "--meeting", "2/2568"],
        [sample, "o.pdf", "--meeting", "\udce0\udcb9"],
        [sample, "o.pdf", "--meeting", "2/2568", "--committee", ""],
    ]
    for case in cases:
        done = run("set", "minutes", *case)
        assert done.returncode == 1, case
        assert "Traceback" not in done.stderr, case
        assert done.stderr.strip(), case


def test_without_a_window_the_sample_is_set(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "bmahr_desktop"], cwd=tmp_path, capture_output=True, text=True,
        check=False, env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "window" in done.stdout
    assert (tmp_path / "out" / "sample-minutes.pdf").is_file()


def test_the_version_is_told(capsys):
    with pytest.raises(SystemExit) as left:
        cli.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.strip()
