"""Wordings with places."""

import pytest

from bmahr_desktop.domain.forms.templates import BadTemplate, Option, Place, parse_template


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("ก", ("ก",)),
        ("ก {a} ข", ("ก ", Place("a"), " ข")),
        ("{a:words}{b.c}", (Place("a", "words"), Place("b.c"))),
        ("{ ชื่อ : two lines }", (Place("ชื่อ", "two lines"),)),
        ("ก[ {a} ]ข", ("ก", Option((" ", Place("a"), " ")), "ข")),
        ("[ก] ]", ("[ก] ]",)),
        ("[{a}", ("[", Place("a"))),
        ("[[{a}]]", (Option(("[", Place("a"))), "]")),
        ("{{a}}", ("{a}",)),
    ],
)
def test_a_wording_is_taken_apart(text, parts):
    found = parse_template(text)
    assert found.parts == parts
    assert found.source == text


@pytest.mark.parametrize("text", ["{a", "a}", "{}", "{a b}", "{:x}", "{a\n}"])
def test_what_is_no_place_is_refused(text):
    with pytest.raises(BadTemplate):
        parse_template(text)


def test_all_places_are_found():
    assert [one.name for one in parse_template("{a} [{b} {c}] {d}").places()] == list("abcd")
