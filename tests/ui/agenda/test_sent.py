"""Letters and papers of a resolution, from the register."""

import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.dispatches import DispatchKind
from bmahr_desktop.operations import records
from bmahr_desktop.operations.dispatches import IndexPart
from bmahr_desktop.operations.register_lines import tasks_of
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.agenda.register_papers import _MOST, RegisterPapers
from bmahr_desktop.ui.agenda.sent_section import SentSection
from bmahr_desktop.ui.background import Errands
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.meetings.meeting_pane import _LETTERS
from bmahr_desktop.ui.meetings.paper_choice import LetterPaper
from tests.meetings import uid

TODAY = datetime.date(2025, 2, 10)
MEETING, GIVEN, UNGIVEN = uid("meeting"), uid("r5"), uid("r8")
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def words_in(pdf):
    return search_key("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


@pytest.fixture
def desk(qapp, full_store):
    desk = Desk(full_store)
    for one in desk.read(records.read_parts_of, Kind.DISPATCH, MEETING):
        desk.write(desk, records.remove, Kind.DISPATCH, one.record.uid)
    return desk


@pytest.fixture
def papers(qtbot, desk):
    """The papers of the register, with a window and a thread of their own."""
    errands = Errands("paper")
    window = QWidget()
    qtbot.addWidget(window)
    papers = RegisterPapers(desk, errands, window, today=lambda: TODAY)
    yield papers
    assert errands.stop()
    if papers._window is not None:
        papers._window.close()
        papers._window.deleteLater()


@pytest.fixture
def section(qtbot, desk, papers):
    section = SentSection(desk, papers)
    qtbot.addWidget(section)
    section.resize(340, 300)
    section.show_resolution(GIVEN)
    section.show()
    return section


@pytest.fixture
def letters(desk):
    def read():
        return [one.record for one in desk.read(records.read_parts_of, Kind.DISPATCH, MEETING)]

    return read


@pytest.fixture
def ready(qtbot, papers):
    """The words of the paper that is shown after something was done."""

    def after(act):
        act()
        window = papers.window()
        qtbot.waitUntil(window.is_ready, timeout=20_000)
        return words_in(window._set.pdf)

    return after


# ---------------------------------------------------------------- the section


def test_a_notice_is_made_for_each_who_is_to_act_and_the_first_is_opened(qtbot, section, letters):
    assert section.list.isHidden()
    assert "ฝ่ายเลขานุการ" in section.untold.text()
    with qtbot.waitSignal(section.letter_wanted) as opened:
        qtbot.keyClick(section.tell, Qt.Key.Key_Space)
    made = letters()
    assert len(made) == 2
    assert all(one.resolutions == (GIVEN,) for one in made)
    assert opened.args == [made[0].uid]
    assert section.list.count() == 2
    assert section.untold.isHidden()


def test_who_was_told_is_opened_again_and_not_told_twice(qtbot, section, letters):
    section.tell_it()
    made = letters()
    with qtbot.waitSignal(section.letter_wanted) as opened:
        section.tell_it()
    assert letters() == made
    assert opened.args == [made[0].uid]


def test_it_says_how_many_it_reached(desk, section, letters):
    section.tell_it()
    first, second = letters()
    for one, numbers in ((first, "๑๒"), (second, "๒๒")):
        values = {"sent": TODAY, "received": TODAY}
        desk.write(None, records.amend, Kind.DISPATCH, one.uid, None, **values)
        assert "".join(sign for sign in section.reached.text() if sign in "๐๑๒๓๔๕") == numbers


def test_where_nobody_is_to_act_the_letter_waits_for_a_name(qtbot, desk, section):
    section.show_resolution(UNGIVEN)
    assert section.untold.isHidden()
    with qtbot.waitSignal(section.letter_wanted) as opened:
        section.tell_it()
    made = desk.read(records.read, Kind.DISPATCH, opened.args[0]).record
    assert (made.kind, made.to, made.resolutions) == (DispatchKind.NOTICE, "", (UNGIVEN,))


def test_enter_opens_the_letter(qtbot, section, letters):
    section.tell_it()
    section.list.setCurrentRow(1)
    with qtbot.waitSignal(section.letter_wanted) as opened:
        qtbot.keyClick(section.list, Qt.Key.Key_Return)
    assert opened.args == [letters()[1].uid]


def test_a_letter_is_seen_whole_however_narrow(qtbot, section):
    section.tell_it()
    one = section.list.visualItemRect(section.list.item(1))
    assert one.bottom() <= section.list.height()


# ---------------------------------------------------------------- papers


def test_the_extract_goes_out_as_pdf_and_for_word(
    qtbot, section, papers, ready, monkeypatch, tmp_path
):
    words = ready(lambda: qtbot.keyClick(section.extract, Qt.Key.Key_Space))
    assert search_key("มอบหมายให้กองระบบงาน") in words
    names = []

    def answer(_parent, _title, name, _pattern, *_more):
        names.append(name)
        return str(tmp_path / f"out.{name.rsplit('.', 1)[-1]}"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    window = papers.window()
    qtbot.keyClick(window.pane.view, Qt.Key.Key_E, CONTROL)
    assert words_in((tmp_path / "out.pdf").read_bytes()) == words
    window.buttons["word"].click()
    qtbot.waitUntil((tmp_path / "out.docx").exists, timeout=20_000)
    assert (tmp_path / "out.docx").read_bytes().startswith(b"PK")
    assert [name.rsplit(".", 1)[-1] for name in names] == ["pdf", "docx"]
    qtbot.waitUntil(lambda: "out.docx" in window._told.text())


def test_the_table_follows_the_order_and_says_what_was_looked_for(papers, ready):
    words = ready(lambda: papers.show_table([UNGIVEN, GIVEN], "ปี พ.ศ. ๒๕๖๘"))
    assert search_key("ปี พ.ศ. ๒๕๖๘") in words
    first, second = search_key("รับรองโดยไม่มีแก้ไข"), search_key("กองระบบงาน")
    assert 0 < words.index(first) < words.rindex(second)


def test_too_many_for_a_table_is_said(qtbot, papers):
    papers.show_table([GIVEN] * (_MOST + 1))
    view = papers.window().pane.view
    qtbot.waitUntil(lambda: view._empty is not None and "๓,๐๐๑" in view._empty._label.text())
    assert not papers.window().is_ready()
    assert not papers.window().buttons["pdf"].isEnabled()


def test_the_index_is_chosen_by_committee_year_and_part(papers, ready):
    words = ready(lambda: papers.show_index(uid("committee"), 2568))
    assert search_key("๒๕๖๘") in words
    bar = papers.index_bar()
    assert bar.wanted() == (uid("committee"), 2568)
    assert bar.parts() == tuple(IndexPart)
    at = bar.part._values.index(IndexPart.UNIT)
    bar.part.setCurrentIndex(at)
    by_unit = ready(lambda: bar.part.activated.emit(at))
    assert len(by_unit) < len(words)
    assert bar.isVisible()
    ready(lambda: papers.show_table([GIVEN]))
    assert not bar.isVisible()


# ---------------------------------------------------------------- in the window


def test_from_the_register_to_the_letter_and_out_to_a_folder(
    qtbot, workspace, monkeypatch, tmp_path
):
    qtbot.keyClick(workspace.window_, Qt.Key.Key_2, CONTROL)
    tab = workspace.resolutions
    qtbot.waitUntil(lambda: len(tab.model.uids) > 0)
    assigned = next(one for one in workspace.desk.read(_given) if one in tab.model.uids)
    tab.table.selectRow(list(tab.model.uids).index(assigned))
    qtbot.waitUntil(lambda: workspace.sent._uid == assigned)
    with qtbot.waitSignal(workspace.meetings.preview.set_in_type, timeout=20_000) as seen:
        workspace.sent.tell.click()
    pane = workspace.meetings.pane
    assert pane.tabs.currentIndex() == _LETTERS
    assert workspace.meetings.preview.kind is LetterPaper.LETTER
    after = pane.letters.after
    made = after.form.record
    assert made.resolutions == (assigned,)
    words = words_in(seen.args[0].pdf)
    assert search_key(made.to) in words
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    after.export_wanted.emit(False)
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.pdf"))) == after.count(), timeout=20_000)
    assert words_in(sorted(tmp_path.glob("*.pdf"))[0].read_bytes()) == words

    names = []

    def answer(_parent, _title, name, _pattern, *_more):
        names.append(name)
        return str(tmp_path / "one.docx"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    actions = {one.objectName(): one for one in pane.heading.actions()}
    actions["paper_word"].trigger()
    qtbot.waitUntil((tmp_path / "one.docx").exists, timeout=20_000)
    assert Path(names[0]).name.startswith("แจ้งมติ")


def test_another_meeting_has_none_of_the_letters(qtbot, workspace):
    work = workspace.meetings
    line = next(iter(workspace.desk.read(_given)))
    workspace.resolutions.view.sections[-1].show_resolution(line)
    workspace.sent.tell_it()
    first = work.pane.letters.after.form.record
    assert work.issuing.letter == work.preview._letter == first.uid
    work.preview.choice.set_value(LetterPaper.LETTER)
    work.preview.choice.chosen.emit(LetterPaper.LETTER)
    work.pane.tabs.setCurrentIndex(_LETTERS - 1)
    assert work.preview.kind is LetterPaper.LETTER
    other = next(one for one in work.tab.list.list.rows._all if one.uid != work.pane.meeting)
    workspace.open_record(other.uid)
    assert work.issuing.letter == work.preview._letter == ""


def _given(session):
    """The resolutions of the sample that somebody is to carry out."""
    return list(tasks_of(session))
