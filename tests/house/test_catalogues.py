"""Every message has its Thai wording, and the same places for values."""

import ast
import importlib.util
import re
import string
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "resources" / "locale"
DOMAINS = {"bmahr_desktop": "msg", "papers": "paper"}


def extracted(keyword: str) -> set[str]:
    spec = importlib.util.spec_from_file_location("update", LOCALE / "update_catalogues.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return {str(message.id) for message in module.extracted(keyword) if message.id}


def catalogue(domain: str) -> Catalog:
    with (LOCALE / "th" / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale="th", abort_invalid=True)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(("domain", "keyword"), DOMAINS.items())
def test_every_message_is_translated(domain, keyword):
    known = {str(m.id): m for m in catalogue(domain) if m.id}
    wanted = extracted(keyword)
    assert wanted
    assert sorted(wanted - known.keys()) == [], "run resources/locale/update_catalogues.py"
    assert sorted(known.keys() - wanted) == [], "no longer said by the code"
    assert [text for text, m in known.items() if not m.string or m.fuzzy] == []


def hidden_wordings(tree: ast.AST):
    """Yield the lines of wordings that the extraction does not see: in an f-string, or renamed."""
    names = set(DOMAINS.values())
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for part in ast.walk(node):
                if isinstance(part, ast.Call) and getattr(part.func, "id", "") in names:
                    yield part.lineno
        if isinstance(node, ast.ImportFrom):
            yield from (node.lineno for one in node.names if one.name in names and one.asname)


def test_every_wording_can_be_seen_by_the_extraction():
    for source in (ROOT / "bmahr_desktop").rglob("*.py"):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        assert list(hidden_wordings(tree)) == [], source
    assert list(hidden_wordings(ast.parse("from i18n import paper as p\nf'{msg(1)}'"))) == [1, 2]


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_translation_keeps_the_places_of_values(domain):
    faults = [m.id for m in catalogue(domain) if places(str(m.id)) != places(str(m.string))]
    assert faults == []


def test_a_thai_message_speaks_thai():
    for message in catalogue("bmahr_desktop"):
        said = re.sub(r"\{\w+\}|--\w+", "", str(message.id))
        if re.search("[A-Za-z]", said):
            assert re.search("[ก-๙]", str(message.string)), message.id


@pytest.mark.parametrize("domain", [*DOMAINS, "argparse"])
def test_thai_text_is_spelled_soundly(domain):
    """No vowel or tone stands alone, no decomposed sara am, no double space, ๆ has its spaces."""
    for message in catalogue(domain):
        text = str(message.string)
        assert not re.search("(?:^|[^ก-ฮะ-ฺ็-๎])[ัิ-ฺ็-๎]", text), text
        assert "ํา" not in text, text
        assert not re.search(r"[^ \n]ๆ|ๆ[^ \n\")”]", text), text
