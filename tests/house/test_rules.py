"""The house rules that no linter knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_FILE, LONGEST_CLASS, MOST_METHODS, LONGEST_FUNCTION = 400, 250, 20, 60
FORBIDDEN_NAMES = re.compile(r"(Manager|Helper|Service|Utils?)$|^(misc|common|utils?|helpers?)$")
ROOT = Path(__file__).resolve().parents[2]


def sources() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    ).stdout.split()  # fmt: skip
    names = listed or [str(p.relative_to(ROOT)) for p in ROOT.glob("*/**/*.py")]
    return [ROOT / name for name in names if (ROOT / name).is_file() and ".venv" not in name]


def length(node: ast.AST) -> int:
    return (node.end_lineno or 0) - node.lineno + 1  # type: ignore[attr-defined]


def too_long(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    shown = path.relative_to(ROOT)
    if text.count("\n") > LONGEST_FILE:
        yield f"{shown}: {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef):
            methods = sum(isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef) for n in node.body)
            if length(node) > LONGEST_CLASS or methods > MOST_METHODS:
                yield f"{shown}: class {node.name}: {length(node)} lines, {methods} methods"
        function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if function and length(node) > LONGEST_FUNCTION:
            yield f"{shown}: {node.name}: {length(node)} lines"  # type: ignore[attr-defined]


def test_files_classes_and_functions_are_short():
    assert [fault for path in sources() for fault in too_long(path)] == []


def test_nothing_is_named_for_nothing():
    faults = []
    for path in sources():
        if FORBIDDEN_NAMES.search(path.stem):
            faults.append(str(path.relative_to(ROOT)))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and FORBIDDEN_NAMES.search(node.name):
                faults.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert faults == []


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        ("nobody sleeps", r"\b(?:time\.)?sleep\("),
        ("every TODO names an issue", r"(?:TODO|FIXME|XXX)(?!\(#\d+\))\b"),
        ("no test is skipped", r"pytest\.(?:skip|importorskip)|mark\.(?:skip|skipif|xfail)"),
        ("no check is silenced whole", r"# noqa(?!: [A-Z])|# type: ignore(?!\[)|except:"),
        ("no error is passed over", r"except[^\n]*:\n\s+pass\b"),
    ],
)
def test_a_rule_of_the_house(rule, pattern):
    faults = []
    for path in sources():
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        faults += [
            f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, found.start()) + 1}"
            for found in re.finditer(pattern, text)
        ]
    assert faults == [], rule


def test_every_package_says_what_it_is():
    for package in (ROOT / "bmahr_desktop").glob("**/__init__.py"):
        assert ast.get_docstring(ast.parse(package.read_text(encoding="utf-8"))), package


def test_no_registry_is_named():
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "dev.py"):
        assert "://" not in (ROOT / name).read_text(encoding="utf-8"), name


def test_both_locks_pin_the_same_versions():
    def pins(name: str) -> dict[str, str]:
        text = (ROOT / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))

    run, dev = pins("requirements.lock"), pins("requirements-dev.lock")
    assert run
    assert {name: dev.get(name) for name in run} == run
