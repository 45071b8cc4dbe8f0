"""The papers before and after a meeting, as a secretary makes them in the window."""

import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Allowance, Role, Rules
from bmahr_desktop.domain.letters import Letterhead, LetterKind
from bmahr_desktop.domain.minutes import TextKey
from bmahr_desktop.operations import records
from bmahr_desktop.operations.letters import PaperKind
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.meetings.meeting_pane import _AGENDA, _LETTERS
from tests.ui.desks import meeting_of, record_of

HEAD = Letterhead(number_prefix="กท 0301/", signer_name="นายลงนาม จริงใจ")


def words_in(paper):
    """By pypdf: pdfium forbids simultaneous calls, and the window's paper thread makes them."""
    return search_key("".join(page.extract_text() for page in PdfReader(BytesIO(paper.pdf)).pages))


@pytest.fixture
def pane(qtbot, workspace):
    """The open meeting, its letters in view and on paper."""
    committee = workspace.meetings._committee
    workspace.desk.write(None, records.amend, Kind.COMMITTEE, committee, None, letterhead=HEAD)
    workspace.open_record(meeting_of(workspace))
    with qtbot.waitSignal(workspace.meetings.preview.set_in_type, timeout=20_000):
        workspace.meetings.pane.tabs.setCurrentIndex(_LETTERS)
    return workspace.meetings.pane.letters


@pytest.fixture
def form(pane):
    return pane.form


@pytest.fixture
def invitation(workspace, pane):
    """The invitation as it is on file now."""
    uid = workspace.meetings.pane.meeting
    return lambda: record_of(workspace, Kind.MEETING, uid).invitation


@pytest.fixture
def paper_after(qtbot, workspace):
    """The paper that is shown after something was done."""

    def after(act):
        with qtbot.waitSignal(workspace.meetings.preview.set_in_type, timeout=20_000) as seen:
            act()
        return words_in(seen.args[0])

    return after


def field(form, name):
    return form._rows[name].field


def choose(combo, value):
    at = combo._values.index(value)
    combo.setCurrentIndex(at)
    combo.activated.emit(at)


# ---------------------------------------------------------------- the invitation's fields


def test_what_is_typed_is_kept_and_printed(write, form, invitation, paper_after):
    assert invitation() is None

    def type_number():
        form.number.setFocus()
        write(form.number, "กท 0301/77")
        form.number.commit()

    assert search_key("กท ๐๓๐๑/๗๗") in paper_after(type_number)
    assert invitation().number == "กท 0301/77"


def test_an_emptied_invitation_is_none_again(write, form, invitation):
    write(form.to, "ประธาน")
    assert form.flush()
    assert invitation().to == "ประธาน"
    form.to.selectAll()
    form.to.del_()
    assert form.flush()
    assert invitation() is None


def test_empty_fields_show_what_will_be_printed(form):
    assert form.number.placeholderText() == "กท ๐๓๐๑/"
    assert form.to.placeholderText() == "อ.ก.ก. ทุกท่าน"
    assert form.signer.placeholderText() == "นายลงนาม จริงใจ"
    assert form.body.placeholderText().startswith("ด้วยกำหนดให้มีการประชุม")


def test_the_other_layout_brings_its_own_fields_and_paper(form, invitation, paper_after):
    assert field(form, "kind").value() is LetterKind.MEMO
    assert form._rows["references"].isHidden()
    shown = paper_after(lambda: choose(field(form, "kind"), LetterKind.EXTERNAL))
    assert search_key("ขอแสดงความนับถือ") in shown
    assert search_key("บันทึกข้อความ") not in shown
    assert not form._rows["references"].isHidden()
    assert invitation().kind is LetterKind.EXTERNAL
    assert "ระเบียบวาระการประชุม" in form.enclosures.placeholderText()


def test_short_notice_is_told_until_it_was_announced(qtbot, form, workspace):
    meeting = record_of(workspace, Kind.MEETING, workspace.meetings.pane.meeting)
    assert form.warning.isHidden()
    field(form, "date").choose(meeting.date - datetime.timedelta(1))
    assert not form.warning.isHidden()
    announced = form.findChild(QCheckBox, "invitation_announced")
    qtbot.keyClick(announced, Qt.Key.Key_Space)
    assert form.warning.isHidden()


def test_another_day_of_the_meeting_is_looked_at_again(form, workspace):
    meeting = record_of(workspace, Kind.MEETING, workspace.meetings.pane.meeting)
    field(form, "date").choose(meeting.date - datetime.timedelta(10))
    assert form.warning.isHidden()
    earlier = meeting.date - datetime.timedelta(8)
    workspace.desk.write(None, records.amend, Kind.MEETING, meeting.uid, None, date=earlier)
    assert not form.warning.isHidden()


def test_the_usual_text_can_be_taken_and_changed(qtbot, write, form, invitation):
    usual = form.usual.body
    form.prepared.click()
    assert form.body.toPlainText() == usual
    assert not form.prepared.isEnabled()
    write(form.body, "คำแรก ")
    assert form.flush()
    assert invitation().body.startswith("คำแรก ด้วยกำหนด")


def test_a_date_that_means_nothing_stays_with_its_reason(write, pane, form, invitation):
    line = field(form, "date").line
    line.setFocus()
    write(line, "๓๙ มกราคม")
    assert not pane.flush()
    assert field(form, "date").message()
    assert line.text() == "๓๙ มกราคม"
    pane.drop_unkept()
    assert pane.flush()
    assert invitation() is None


def test_every_field_has_a_name_and_is_reached_by_tab(form):
    for name, row in form._rows.items():
        assert row.field.accessibleName(), name
        target = row.field.focusProxy() or row.field
        assert target.focusPolicy() & Qt.FocusPolicy.TabFocus, name


# ---------------------------------------------------------------- which paper is shown


def test_the_letters_bring_their_paper_along_and_the_text_its_own(workspace, paper_after):
    work = workspace.meetings
    workspace.open_record(meeting_of(workspace))
    paper_after(lambda: work.pane.tabs.setCurrentIndex(_LETTERS))
    kinds = [work.preview.kind]
    assert work.pane.letters.shows[PaperKind.INVITATION].isChecked()
    shown = paper_after(lambda: work.pane.tabs.setCurrentIndex(_AGENDA))
    kinds.append(work.preview.kind)
    assert kinds == [PaperKind.INVITATION, PaperKind.MINUTES]
    assert shown.startswith(search_key("รายงานการประชุม"))


def test_a_paper_that_was_chosen_stays(workspace, pane, paper_after):
    work = workspace.meetings
    shown = paper_after(lambda: choose(work.preview.choice, PaperKind.SIGN_IN))
    assert shown.startswith(search_key("ใบลงชื่อการประชุม"))
    work.pane.tabs.setCurrentIndex(_AGENDA)
    assert work.preview.kind is PaperKind.SIGN_IN


@pytest.mark.parametrize(
    ("kind", "head"),
    [
        (PaperKind.AGENDA, "ระเบียบวาระการประชุม"),
        (PaperKind.REPLY_SLIP, "แบบตอบรับการประชุม"),
        (PaperKind.SIGN_IN, "ใบลงชื่อการประชุม"),
    ],
)
def test_a_button_shows_its_paper_even_if_the_paper_was_hidden(
    workspace, pane, paper_after, kind, head
):
    workspace.meetings.show_paper(False)
    assert paper_after(pane.shows[kind].click).startswith(search_key(head))
    assert not workspace.meetings.paper.isHidden()
    assert pane.shows[kind].isChecked()
    assert workspace.meetings.preview.choice.value() is kind


def test_the_payment_waits_for_allowances_and_then_follows_them(
    workspace, pane, paper_after, qtbot
):
    work = workspace.meetings

    def pays(rules):
        workspace.desk.write(
            None, records.amend, Kind.COMMITTEE, work._committee, None, rules=rules
        )

    pays(Rules())
    pane.shows[PaperKind.PAYMENT].click()
    qtbot.waitUntil(lambda: "เบี้ยประชุม" in said_in_place_of(work.paper), timeout=20_000)
    rules = Rules(allowances=(Allowance(Role.CHAIR, 200_000),))
    assert search_key("สองพันบาทถ้วน") in paper_after(lambda: pays(rules))


def said_in_place_of(paper) -> str:
    empty = paper.view._empty
    return "" if empty is None else empty._label.text()


def test_a_click_on_paper_leads_to_the_field(workspace, pane, form, qtbot):
    meeting = workspace.meetings.pane.meeting
    workspace.meetings.pane.tabs.setCurrentIndex(_AGENDA)
    workspace.meetings.paper.clicked_text.emit(TextKey(meeting, "invitation.to"), 0)
    assert workspace.meetings.pane.tabs.currentIndex() == _LETTERS
    qtbot.waitUntil(form.to.hasFocus)


# ---------------------------------------------------------------- out of the program


@pytest.fixture
def choose_file(monkeypatch, tmp_path):
    """Answer the dialog for files; the name proposed is kept."""
    proposed = []

    def answer(_parent, _title, name, _pattern, *_more):
        proposed.append(name)
        return str(tmp_path / "out" / f"paper.{name.rsplit('.', 1)[-1]}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    return proposed


def test_the_paper_that_is_shown_is_the_one_exported(
    qtbot, workspace, pane, choose_file, paper_after, tmp_path
):
    paper_after(pane.shows[PaperKind.AGENDA].click)
    qtbot.keyClick(workspace.window_, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    out = tmp_path / "out" / "paper.pdf"
    qtbot.waitUntil(out.exists, timeout=20_000)
    text = search_key(PdfReader(out).pages[0].extract_text())
    assert text.startswith(search_key("ระเบียบวาระการประชุม"))
    assert choose_file[0].endswith("ระเบียบวาระการประชุม ๑-๒๕๖๘.pdf")


def test_a_letter_goes_to_word_and_a_list_to_sign_does_not(
    qtbot, workspace, pane, choose_file, paper_after, tmp_path
):
    actions = {one.objectName(): one for one in workspace.meetings.pane.heading.actions()}
    actions["paper_word"].trigger()
    out = tmp_path / "out" / "paper.docx"
    qtbot.waitUntil(out.exists, timeout=20_000)
    assert out.read_bytes().startswith(b"PK")
    assert choose_file[0].endswith("หนังสือเชิญประชุม ๑-๒๕๖๘.docx")
    paper_after(pane.shows[PaperKind.SIGN_IN].click)
    assert not actions["paper_word"].isEnabled()
    assert "ใบลงชื่อ" in actions["minutes_print"].text()
