"""Forms are begun, filled in, printed and taken out of the program in a window of their own."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.operations import records
from bmahr_desktop.operations.filled_forms import list_filled
from tests.meetings import uid
from tests.records import FORM, PROJECT
from tests.ui.projects.forms.conftest import EVERY


def press(forms, name):
    forms.window.findChild(QPushButton, name).click()


def offered(field):
    return [field.itemText(at) for at in range(field.count())]


def test_a_memo_is_begun_filled_in_and_its_paper_follows(forms, write, qtbot):
    forms.show("")
    assert not forms.window.findChild(QPushButton, "forms_pdf").isEnabled()
    forms.window.begin.unfold()
    assert forms.new.form.hasFocus()
    forms.new.form.set_value("memo")
    forms.new._offer_editions("memo")
    with qtbot.waitSignal(forms.window.preview.set_in_type, timeout=15_000) as set_:
        press(forms, "new_form_begin")
    assert forms.list.count() == 1
    assert forms.field("office").hasFocus()
    write(forms.field("office"), "กองระบบงาน")
    forms.field("subject").setFocus()
    write(forms.field("subject"), "ขอส่งรายงาน")
    before = set_.args[0].pdf
    with qtbot.waitSignal(forms.window.preview.set_in_type, timeout=15_000) as set_:
        assert forms.pane.flush()
    assert forms.record().answers["subject"] == "ขอส่งรายงาน"
    assert set_.args[0].pdf != before
    forms.settle()


def test_forms_of_a_project_and_those_of_none_stand_apart(forms):
    memo = forms.begun("memo")
    forms.show("", PROJECT.uid)
    assert [one.uid for one in forms.list.lines] == [FORM.uid]
    assert "แบบแสดงรายงานความก้าวหน้าและข้อมูลเกี่ยวกับโครงการ" in offered(forms.new.form)
    forms.show(memo)
    assert [one.uid for one in forms.list.lines] == [memo]
    assert "โครงการ" not in offered(forms.new.form)
    forms.show(FORM.uid)  # it shows a project: the list widens to find it
    assert forms.pane.uid == FORM.uid
    assert len(forms.list.lines) == 2
    forms.settle()


def test_a_file_dropped_into_the_folder_is_offered_when_the_window_is_turned_to(forms):
    forms.show(FORM.uid, PROJECT.uid)
    forms.window.begin.unfold()
    forms.new.form.set_value("progress")
    forms.new._offer_editions("progress")
    assert offered(forms.new.edition) == ["๒๕๖๓"]
    forms.drop()
    QApplication.sendEvent(forms.window, QEvent(QEvent.Type.WindowActivate))
    assert offered(forms.new.edition)[0].startswith("๒๕๖๔ (")
    assert offered(forms.new.edition)[1:] == ["๒๕๖๓"]
    assert forms.new.edition.value() == "2564"
    forms.settle()


def test_wrong_definitions_are_told_with_file_line_and_reason(forms):
    (forms.folder / "wrong.toml").write_text('form = "x"\nedition = "1"\ntitel = "ก"\n', "utf-8")
    forms.show("")
    forms.window.begin.unfold()
    told = forms.window.findChild(QLabel, "form_faults")
    assert told.isVisible()
    assert "wrong.toml:๓:" in told.text()
    assert str(forms.folder) in told.text()
    assert forms.new.form.count() >= 4
    (forms.folder / "wrong.toml").unlink()
    forms.new.refresh()
    assert not told.isVisible()


def test_two_editions_stand_side_by_side(forms, qtbot):
    old = forms.begun("progress", "2563", PROJECT.uid)
    forms.drop()
    forms.show(old, PROJECT.uid)
    assert forms.pane.renew.isVisible()
    forms.pane.renew.click()
    new = forms.pane.uid
    assert new != old
    assert forms.pane.read.definition.edition == "2564"
    assert not forms.pane.renew.isVisible()
    forms.list.choose(old)
    assert forms.pane.read.definition.edition == "2563"
    forms.settle()


def test_a_form_whose_definition_is_gone_says_so_and_keeps_its_answers(forms, qtbot):
    file = forms.drop(EVERY)
    own = forms.begun("every-kind", project=PROJECT.uid)
    forms.show(own, PROJECT.uid)
    forms.settle()
    file.unlink()
    forms.pane.read_again()
    assert forms.pane.form is None
    assert "every-kind-2568" in forms.pane.gone.text()
    assert forms.pane.head.title.isVisible()
    forms.settle()
    forms.drop(EVERY)
    forms.pane.read_again()
    assert forms.pane.gone.text() == ""
    qtbot.waitUntil(lambda: forms.field("remark").isVisible())
    forms.settle()


def test_the_name_the_date_and_the_last_report_are_kept(forms, write, qtbot):
    forms.show(FORM.uid, PROJECT.uid)
    head = forms.pane.head
    head.title.setFocus()
    write(head.title, "รายงานเดือนธันวาคม")
    head.date.line.setFocus()
    write(head.date.line, "20/12/2567")
    assert forms.pane.flush()
    assert head.report.count() == 2
    head.report.setFocus()
    qtbot.keyClick(head.report, Qt.Key.Key_Down)
    found = forms.record()
    assert (found.title, found.date.isoformat(), found.report) == (
        "รายงานเดือนธันวาคม", "2024-12-20", 1,
    )  # fmt: skip
    assert forms.list.item(0).text().startswith("รายงานเดือนธันวาคม")
    forms.settle()


def test_a_form_is_removed_and_put_back(forms, qtbot):
    forms.show(FORM.uid, PROJECT.uid)
    forms.list.setFocus()
    qtbot.keyClick(forms.list, Qt.Key.Key_Delete)
    assert (forms.list.count(), forms.pane.uid) == (0, "")
    assert forms.desk.read(list_filled) == []
    forms.window.undo._button.click()
    assert (forms.list.count(), forms.pane.uid) == (1, FORM.uid)
    forms.settle()


def test_the_paper_is_written_as_pdf_for_word_and_blank(forms, qtbot, save_as, tmp_path):
    forms.show(FORM.uid, PROJECT.uid)
    for button, name, begins in (
        ("forms_pdf", "a.pdf", b"%PDF"),
        ("forms_word", "a.docx", b"PK"),
        ("forms_blank", "blank.pdf", b"%PDF"),
    ):
        out = save_as(tmp_path / name)
        with qtbot.waitSignal(forms.window.tools.issuing.written, timeout=15_000):
            press(forms, button)
        assert out.read_bytes().startswith(begins)
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "blank.pdf").read_bytes()
    assert forms.window.findChild(QPushButton, "forms_open").isVisible()
    forms.settle()


def test_what_cannot_be_written_is_said(forms, qtbot, save_as, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    forms.show(FORM.uid, PROJECT.uid)
    save_as(tmp_path / "file" / "a.pdf")
    with qtbot.waitSignal(forms.window.tools.issuing.refused, timeout=15_000):
        press(forms, "forms_pdf")
    assert forms.window.tools.note.text()
    forms.settle()


def test_a_click_on_the_paper_leads_to_the_answer_or_to_the_project(forms, qtbot):
    memo = forms.begun("memo")
    forms.show(memo)
    forms.window.paper.clicked_text.emit(TextKey(memo, "answers.subject"), 0)
    assert forms.field("subject").hasFocus()
    forms.show(FORM.uid, PROJECT.uid)
    with qtbot.waitSignal(forms.window.place_wanted) as found:
        forms.window.paper.clicked_text.emit(TextKey(uid("st1"), "text"), 0)
    assert found.args == [PROJECT.uid, Kind.STEP, uid("st1"), "text"]
    forms.settle()


def test_the_paper_beside_can_be_hidden(forms, qtbot):
    forms.show(FORM.uid, PROJECT.uid)
    forms.settle()
    press(forms, "forms_paper")
    assert forms.window.paper.isHidden()
    press(forms, "forms_paper")
    assert not forms.window.paper.isHidden()
    forms.settle()


def test_a_form_whose_project_was_removed_says_so(forms):
    forms.show(FORM.uid, PROJECT.uid)
    forms.settle()
    forms.desk.write(forms.window, records.remove, Kind.PROJECT, PROJECT.uid)
    forms.settle()
    assert forms.pane.read.material.project is None
