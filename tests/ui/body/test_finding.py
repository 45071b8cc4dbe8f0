"""Find and replace in a body."""

from bmahr_desktop.domain.body import Cell, Paragraph, Table, TextRun
from tests.ui.body.conftest import KEYS, plain


def shown(desk):
    return desk.editor.textCursor().selectedText()


def test_finds_however_it_is_typed_and_goes_round(desk):
    table = Table((100,), ((Cell((plain("ปี ๒๕๖๔"),)),),))
    desk.editor.set_body((plain("พ.ศ. 2564 ก่อน"), table, plain("หลัง ๒๕๖๔")))
    assert desk.editor.finder.find("๒๕๖๔") == 3
    assert len(desk.editor.extraSelections()) == 3
    assert [desk.editor.finder.go() for _ in range(4)] == [0, 1, 2, 0]
    assert shown(desk) == "2564"
    assert desk.editor.finder.go(-1) == 2
    desk.editor.finder.clear()
    assert desk.editor.extraSelections() == []


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


def test_replaces_nothing_in_a_body_that_is_only_read(desk):
    desk.editor.set_body((plain("ก"),))
    desk.editor.setReadOnly(True)
    assert desk.editor.finder.find("ก") == 1
    assert desk.editor.finder.replace_all("ข") == 0
    desk.editor.finder.go()
    assert not desk.editor.finder.replace("ข")
    desk.press(KEYS.Key_A)
    assert desk.texts() == ["ก"]
