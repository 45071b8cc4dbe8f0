"""Text modules: whose come first, and what becomes of their places."""

import pytest

from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.modules import (
    TextModule,
    filled,
    in_force,
    shipped_modules,
    usual_wording,
)
from tests.meetings import uid


def module(code, text, **fields):
    return TextModule(uid(f"module {code} {text}"), code, text, **fields)


def test_every_kind_of_resolution_but_other_comes_with_its_usual_wording():
    known = {one.resolution for one in shipped_modules()}
    assert known - {None} == set(ResolutionKind) - {ResolutionKind.OTHER}
    assert len({one.code for one in shipped_modules()}) == len(shipped_modules())
    assert {one.uid for one in shipped_modules()} == {one.uid for one in shipped_modules()}


def test_a_committees_own_wins_over_the_shared_and_that_over_the_shipped():
    own = module("ทราบ", "รับทราบตามที่รายงาน", committee=uid("committee"))
    shared = module("ทราบ", "รับทราบร่วมกัน")
    other = module("ทราบ", "ของคณะอื่น", committee=uid("another"))
    wording = {one.code: one.text for one in in_force([shared, other, own], uid("committee"))}
    assert wording["ทราบ"] == own.text
    assert {one.code: one.text for one in in_force([shared, other], "x")}["ทราบ"] == shared.text
    assert {one.code: one.text for one in in_force([], "x")}["ทราบ"] == "รับทราบ"


def test_codes_are_one_whatever_the_way_of_typing():
    both = [module("นํ้า", "ของตน"), module("น้ำ", "ซ้ำ", position=1)]
    words = [one.text for one in in_force(both, "x")]
    assert words[0] == "ของตน"
    assert "ซ้ำ" not in words


def test_the_usual_wording_has_a_line_for_each_kind():
    kinds = (ResolutionKind.APPROVE, ResolutionKind.OTHER, ResolutionKind.ACKNOWLEDGE)
    assert usual_wording(shipped_modules(), kinds) == "เห็นชอบตามที่เสนอ\nรับทราบ"
    assert usual_wording(shipped_modules(), ()) == ""


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("ครั้งที่ {ครั้งที่} ของ {คณะ}", "ครั้งที่ ๑/๒๕๖๙ ของ [คณะ]"),
        ("{ ครั้งที่ } {ไม่รู้จัก}", "๑/๒๕๖๙ [ไม่รู้จัก]"),
        ("{ว่าง}", "[ว่าง]"),
        ('{} {{ครั้งที่}} { <b>&" }', '{} {๑/๒๕๖๙} [<b>&"]'),
        ("{ก\nข}", "{ก\nข}"),
        ("{ครั้งที่", "{ครั้งที่"),
    ],
)
def test_places_are_filled_or_left_to_be_written(text, becomes):
    assert filled(text, {"ครั้งที่": "๑/๒๕๖๙", "ว่าง": ""}) == becomes
