"""Everything that docs/forms.md shows works."""

import re
from pathlib import Path

import pytest

from bmahr_desktop.domain.forms.composing import blank_form, example_form
from bmahr_desktop.domain.forms.definition import CHECKS
from bmahr_desktop.domain.forms.expressions import FUNCTIONS
from bmahr_desktop.domain.forms.kinds import STYLES, FieldKind
from bmahr_desktop.domain.forms.names import PROJECTS
from bmahr_desktop.domain.forms.terms import FORM, PROJECT, REPORT, VOCABULARIES
from bmahr_desktop.forms import fields, reading
from bmahr_desktop.forms.reading import read_definition
from bmahr_desktop.places import shipped_forms
from tests.forms.test_shelf import SHIPPED
from tests.forms.writing import faults

GUIDE = (shipped_forms().parent / "docs" / "forms.md").read_text("utf-8")
SNIPPETS = re.findall("```toml\n(.*?)```", GUIDE, re.DOTALL)
NAMES = set(re.findall(r"[`{\s(\"\[]([A-Za-z_][\w.]*)", GUIDE))


@pytest.mark.parametrize("snippet", SNIPPETS, ids=range(len(SNIPPETS)))
def test_a_snippet_is_a_form(snippet):
    assert faults(snippet) == []
    form = read_definition(snippet.encode(), "guide.toml")
    blank_form(form)
    example_form(form)


def test_the_first_mistake_is_told_as_the_guide_says():
    ((line, reason),) = faults(SNIPPETS[0].replace("name =", "nam ="))
    told = f"leave-2568.toml:{line}: {reason}"
    assert told in " ".join(GUIDE.split())


TAKEN = re.compile(r"(?:entries|top|one)\.(?!has|wrong)\w+\(\s*\"(\w+)\"")
KEYS = {
    key
    for module in (reading, fields)
    for key in TAKEN.findall(Path(str(module.__file__)).read_text("utf-8"))
}
ROWS = {
    name
    for kind, rows in VOCABULARIES.items()
    for name in rows
    if kind not in ("project", "report")
}
KNOWN = {
    "kinds": set(FieldKind),
    "functions": set(FUNCTIONS),
    "checks": set(CHECKS),
    "styles": {style for styles in STYLES.values() for style in styles},
    "project": {*PROJECT, PROJECTS},
    "report": {f"report.{name}" for name in REPORT},
    "form": {f"form.{name}" for name in FORM},
    "rows": ROWS,
    "keys": KEYS,
}


@pytest.mark.parametrize("known", KNOWN.values(), ids=KNOWN)
def test_the_guide_tells_all_that_can_be_written(known):
    assert known
    assert sorted(known - NAMES) == []


def test_the_guide_tells_all_shipped_forms():
    assert sorted(name for name in SHIPPED if f"`{name}`" not in GUIDE) == []
