"""Find and replace in a body."""

from bmahr_desktop.domain.body import Cell, Paragraph, Table, TextRun
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.look.palette import Role, colour
from bmahr_desktop.ui.look.theme import Scheme, dress
from tests.ui.body.conftest import KEYS, plain


def shown(desk):
    return desk.editor.textCursor().selectedText()


def test_finds_however_it_is_typed_and_goes_round(desk):
    table = Table((100,), ((Cell((plain("ปี ๒๕๖๔"),)),),))
    desk.editor.set_body((plain("พ.ศ. 2564 ก่อน"), table, plain("หลัง ๒๕๖๔")))
    assert desk.editor.finder.find("๒๕๖๔") == 3
    assert len(desk.editor.marks()) == 3
    assert [desk.editor.finder.go() for _ in range(4)] == [0, 1, 2, 0]
    assert shown(desk) == "2564"
    assert desk.editor.finder.go(-1) == 2
    desk.editor.finder.clear()
    assert list(desk.editor.marks()) == []


def test_finds_nothing_quietly(desk):
    assert desk.editor.finder.find("ไม่มี") == 0
    assert desk.editor.finder.go() is None
    assert desk.editor.finder.replace_all("ก") == 0


def test_hits_follow_what_is_typed(desk, qtbot):
    desk.write("มติ ")
    desk.editor.finder.find("มติ")
    with qtbot.waitSignal(desk.editor.finder.found, check_params_cb=lambda count: count == 2):
        desk.write("มติ")


def test_replaces_one_then_the_next_in_their_own_style(desk):
    desk.editor.set_body((Paragraph((TextRun("ร่าง ก "), TextRun("ร่าง", bold=True))),))
    finder = desk.editor.finder
    finder.find("ร่าง")
    assert not finder.replace("แผน")
    assert finder.replace("แผน")
    assert finder.replace("แผน")
    assert desk.editor.body() == (Paragraph((TextRun("แผน ก "), TextRun("แผน", bold=True))),)


def test_replaces_all_as_one_step(desk):
    desk.editor.set_body((plain("ก ข ก 😀 ก"), plain("ก")))
    desk.editor.finder.find("ก")
    assert desk.editor.finder.replace_all("ค\nง\x00") == 4
    assert desk.texts() == ["ค ง ข ค ง 😀 ค ง", "ค ง"]
    desk.undo()
    assert desk.texts() == ["ก ข ก 😀 ก", "ก"]


def test_what_is_replaced_is_the_words_and_no_part_of_a_letter_with_its_marks(desk):
    desk.editor.set_body((plain("ทีที่ ที"),))
    finder = desk.editor.finder
    assert finder.find("ที") == 3
    assert finder.find("ที", exactly=True) == 2
    assert finder.replace_all("หน") == 2
    assert desk.texts() == ["หนที่ หน"]


def test_no_paragraph_becomes_too_long_by_replacing(desk):
    body = (plain("ก" * 60_000),)
    desk.editor.set_body(body)
    desk.editor.finder.find("ก")
    assert desk.editor.finder.replace_all("กข") == 0
    assert desk.editor.body() == body
    assert len(desk.refusals) == 1
    assert not desk.editor.document().isUndoAvailable()


def test_marks_go_along_with_what_is_typed_before_them(desk):
    desk.editor.set_body((plain("ก มติ 😀 มติ"), plain("มติ")))
    desk.editor.finder.find("มติ")
    first, *_ = desk.editor.marks()
    desk.go_behind("ก")
    desk.write("ขค")
    assert desk.editor.marks()[0] == (first.start + 2, first.end + 2)
    assert len(desk.editor.marks()) == 3
    desk.go_behind("มต")
    desk.write("x")
    assert len(desk.editor.marks()) == 2
    other = BodyDocument((plain("มติ"),), parent=desk.editor)
    desk.editor.show_document(other)
    assert list(desk.editor.marks()) == [(0, 3)]


def test_marks_are_seen_in_the_colours_of_the_window(desk, qapp):
    desk.editor.set_body((plain(" ".join(["มติ"] * 90)),))

    def seen():
        image = desk.editor.viewport().grab().toImage()
        wanted = colour(Role.WAITING_SOFT).rgb()
        points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
        return sum(image.pixel(x, y) == wanted for x, y in points)

    assert seen() == 0
    desk.editor.finder.find("มติ")
    light = seen()
    assert light > 500
    try:
        dress(qapp, Scheme.DARK)
        assert abs(seen() - light) < light / 4
    finally:
        dress(qapp, Scheme.LIGHT)
    desk.editor.finder.clear()
    assert seen() == 0


def test_replaces_nothing_in_a_body_that_is_only_read(desk):
    desk.editor.set_body((plain("ก"),))
    desk.editor.setReadOnly(True)
    assert desk.editor.finder.find("ก") == 1
    assert desk.editor.finder.replace_all("ข") == 0
    desk.editor.finder.go()
    assert not desk.editor.finder.replace("ข")
    desk.press(KEYS.Key_A)
    assert desk.texts() == ["ก"]
