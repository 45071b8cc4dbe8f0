"""A whole hybrid meeting recorded by the keyboard alone; its papers hold every word of it."""

import datetime
import io
import itertools

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Committee, Labels, Membership, MinutesForm, Role
from bmahr_desktop.domain.meeting import (
    AttendanceList,
    Meeting,
    MeetingState,
    MinutesState,
    Mode,
)
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import editions, records
from bmahr_desktop.operations.letters import PaperKind, read_paper, write_docx
from bmahr_desktop.operations.office import make_office, new_sitting
from bmahr_desktop.places import data_place
from bmahr_desktop.thai.searchkey import search_key
from bmahr_desktop.ui.meetings import closing
from tests.meetings import uid
from tests.ui.desks import at_work, record_of

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
FAMILIES = ["กล้าหาญ", "ขจรเดช", "คงมั่น", "งามพร้อม", "จิตดี", "ฉลาดคิด", "ชูชาติ", "ซื่อตรง", "ญาณดี"]
GIVEN = ["สมทรง", "ปรานี"]
MEMBERS = [f"{given} {family}" for given, family in itertools.product(GIVEN, FAMILIES)]
GUESTS = [f"นายแขก{family} คนนอก" for family in (*FAMILIES, "ท้าย")]
AGENDA = (
    (ItemKind.INFORM, "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ"),
    (ItemKind.ADOPT, "เรื่องรับรองรายงานการประชุม"),
    (ItemKind.CONSIDER, "เรื่องเพื่อพิจารณา"),
    (ItemKind.OTHER, "เรื่องอื่น ๆ (ถ้ามี)"),
    (ItemKind.NEXT_MEETING, "เรื่องกำหนดวันประชุม"),
)
# 16 members of whom three do not come, and two assistants: nine in the room, four online.
CALLED = "1121 2132 1131 2113 11".replace(" ", "")


def roles():
    return [Role.CHAIR, *[Role.MEMBER] * 14, Role.MEMBER_SECRETARY, *[Role.ASSISTANT_SECRETARY] * 2]


def fill(session):
    committee = Committee(
        uid=uid("live committee"), code="LIV", name="อ.ก.ก. วิสามัญเกี่ยวกับการทดลองงาน",
        short_name="อ.ก.ก.", labels=Labels(resolution="มติ อ.ก.ก.", member="อ.ก.ก.ฯ"),
        form=MinutesForm(page_numbers=False, catch_words=False),
    )  # fmt: skip
    records.add(session, Kind.COMMITTEE, committee)
    records.add(session, Kind.UNIT, Unit(uid=uid("live unit"), name="กองทดลองงาน"))
    titles = {
        Role.CHAIR: "ประธาน อ.ก.ก.", Role.MEMBER: "อ.ก.ก.",
        Role.MEMBER_SECRETARY: "อ.ก.ก. และเลขานุการ",
        Role.ASSISTANT_SECRETARY: "ผู้ช่วยเลขานุการ",
    }  # fmt: skip
    for number, (name, role) in enumerate(zip(MEMBERS, roles(), strict=True)):
        person = Person(uid=uid(f"live {number}"), honorific="นาง", name=name, job="ผู้ทรงคุณวุฒิ")
        records.add(session, Kind.PERSON, person)
        seat = Membership(
            uid=uid(f"live seat {number}"), committee=committee.uid, person=person.uid, role=role,
            title=titles[role], position=number,
        )  # fmt: skip
        records.add(session, Kind.MEMBERSHIP, seat, committee.uid)
    items = tuple(TemplateItem(title, kind) for kind, title in AGENDA)
    template = AgendaTemplate(uid("live template"), committee.uid, "ระเบียบวาระปกติ", items)
    records.add(session, Kind.TEMPLATE, template, committee.uid)
    before = Meeting(
        uid=uid("live before"), committee=committee.uid, number=8, year=2569,
        date=datetime.date(2026, 10, 7), start="09:30", end="11:00", state=MeetingState.CLOSED,
    )  # fmt: skip
    return records.add(session, Kind.MEETING, before)


@pytest.fixture
def prepared(tmp_path):
    path = tmp_path / "records.sqlite"
    store = make_office(data_place(path), new_sitting())
    with store.writing() as session:
        fill(session)
    store.close()
    return path


class Hands:
    """A keyboard, and somebody who only looks."""

    def __init__(self, qtbot, write, window):
        self._qtbot, self._write, self._window = qtbot, write, window
        self.typed = []

    def look_at_window(self):
        """Without a window manager nobody gives the window back what a dialog took."""
        if QApplication.activeModalWidget() is None and QApplication.focusWidget() is None:
            self._window.activateWindow()
        self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def at(self):
        widget = QApplication.focusWidget()
        return widget.objectName() if widget is not None else ""

    def press(self, *keys, held=NONE):
        self.look_at_window()
        for key in keys:
            self._qtbot.keyClick(QApplication.focusWidget(), key, held)
            QApplication.processEvents()  # the window gets its turn, as between two keys of a hand

    def type(self, text, keep=True):
        self._write(QApplication.focusWidget(), text)
        QApplication.processEvents()
        if keep:
            self.typed.append(text)

    def tab_to(self, name):
        self.look_at_window()
        for _ in range(120):
            if self.at() == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(name)

    def in_dialog(self, act):
        """Do something in the dialog that is about to open."""

        def when_open():
            dialog, now = QApplication.activeModalWidget(), QApplication.focusWidget()
            if dialog is None or now is None or not dialog.isAncestorOf(now):
                QTimer.singleShot(20, when_open)
                return
            try:
                act(dialog)
            finally:
                if isinstance(dialog, QDialog) and dialog.isVisible():
                    dialog.reject()

        QTimer.singleShot(20, when_open)


def convene(hands):
    def fill_in(_dialog):
        hands.tab_to("new_mode")
        hands.press(Qt.Key.Key_End)
        hands.tab_to("new_venue")
        hands.press(Qt.Key.Key_A, held=CTRL)
        hands.type("ห้องประชุมทดลอง ชั้น ๙")
        hands.tab_to("new_platform")
        hands.type("ระบบประชุมทดลอง")
        hands.press(Qt.Key.Key_Tab)
        hands.type("12 345 678")
        hands.press(Qt.Key.Key_Return)

    hands.in_dialog(fill_in)
    hands.press(Qt.Key.Key_N, held=CTRL)


def call_the_roll(hands, live):
    hands.press(Qt.Key.Key_Insert)
    for guest in GUESTS:
        hands.type(guest)
        hands.press(Qt.Key.Key_Escape)  # closes the list of those on file
        hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    assert live.roll.list.hasFocus()
    hands.press(Qt.Key.Key_F9, Qt.Key.Key_Home)
    for key in CALLED:
        hands.press(Qt.Key(ord(key)))
        if key == "3":
            hands.press(Qt.Key.Key_3, Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_6)


def add_matters(hands, workspace):
    """Two matters under the third item, in the tab of the agenda."""
    outline = workspace.meetings.pane.agenda.outline
    hands.tab_to("agenda_outline")
    hands.press(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down)
    for title in ("แผนการทดลองงานประจำปี", "หลักเกณฑ์การประเมินผลงาน"):
        hands.press(Qt.Key.Key_Insert)
        hands.type(title)
        hands.tab_to("agenda_outline")
    assert outline.topLevelItem(2).childCount() == 2


def say(hands, speaker, words):
    hands.press(Qt.Key.Key_F7)
    if speaker:
        hands.type(speaker)
    hands.press(Qt.Key.Key_Return)
    hands.type(words)


def resolve(hands, *pieces):
    hands.press(Qt.Key.Key_F6)
    for text, keep in pieces:
        hands.type(text, keep)


def record(hands, live):
    following = lambda: hands.press(Qt.Key.Key_Return, held=CTRL)  # noqa: E731
    say(hands, "", "สำนักงานย้ายที่ทำการตั้งแต่เดือนธันวาคม")
    say(hands, "", 'มีผู้ทรงคุณวุฒิเข้าร่วมเป็นครั้งแรก <b>&"๑"')
    following()
    following()
    say(hands, "นางสมทรง ขจรเดช", "เห็นว่าควรกำหนดตัวชี้วัดให้ชัดเจน ป๊ายปี่ปู่")
    say(hands, "", "ที่ประชุมขอให้ปรับระยะเวลาเป็น ๖ เดือน")
    resolve(hands, (";ชอบ ", False))
    resolve(hands, ("มอบหมายให้กองทดลองงานรายงานผลให้ที่ประชุมทราบภายในเดือนมกราคม", True))
    hands.tab_to("assignment_add")
    hands.press(Qt.Key.Key_Space)
    hands.type("กองทดลองงาน")
    hands.press(Qt.Key.Key_Tab)
    following()
    say(hands, "", "หลักเกณฑ์ควรใช้กับทุกสายงาน")
    resolve(hands, ("เห็นชอบในหลักการ โดยให้รับข้อสังเกตไปปรับปรุง", True))
    resolve(hands, ("ให้เวียนหลักเกณฑ์แก่ทุกหน่วยงาน", True))
    following()
    say(hands, "", "ไม่มีผู้เสนอเรื่องอื่น")
    following()
    say(hands, "", "ฝ่ายเลขานุการจะแจ้งกำหนดการอีกครั้ง")
    hands.press(Qt.Key.Key_F12)
    assert live.course.meeting.state is MeetingState.CLOSED


def close_the_record(hands, qtbot, workspace):
    panel = workspace.closing.panel
    assert panel.isVisible()
    hands.tab_to("close_record")

    def answer(_dialog):
        for _ in range(5):
            button = QApplication.focusWidget()
            assert isinstance(button, QPushButton)
            if button.text() == worded(closing.CLOSE.label):
                hands.press(Qt.Key.Key_Space)
                return
            hands.press(Qt.Key.Key_Tab)

    hands.in_dialog(answer)
    hands.press(Qt.Key.Key_Space)
    meeting = workspace.meetings.pane.meeting
    qtbot.waitUntil(lambda: workspace.desk.read(editions.is_frozen, meeting), timeout=30_000)


def plain(text):
    return search_key("".join(text.split()))


def pdf_text(data):
    document = pypdfium2.PdfDocument(data)
    return plain("".join(page.get_textpage().get_text_range() for page in document))


def docx_text(data):
    document = docx.Document(io.BytesIO(data))
    words = []
    for block in document.element.body.iter(qn("w:t")):
        words.append(block.text or "")
    return plain("".join(words))


def test_a_whole_meeting_by_the_keyboard(qtbot, write, prepared, tmp_path):
    with at_work(qtbot, prepared) as workspace:
        hands = Hands(qtbot, write, workspace.window_)
        convene(hands)
        pane = workspace.meetings.pane
        qtbot.waitUntil(lambda: pane.meeting not in ("", uid("live before")))
        add_matters(hands, workspace)
        hands.press(Qt.Key.Key_L, held=CTRL)
        live = pane.live
        hands.press(Qt.Key.Key_R, held=CTRL)
        call_the_roll(hands, live)
        record(hands, live)
        meeting = record_of(workspace, Kind.MEETING, pane.meeting)
        close_the_record(hands, qtbot, workspace)
        closed = record_of(workspace, Kind.MEETING, pane.meeting)
        assert closed.minutes_state is MinutesState.AWAITING_ADOPTION
        (edition,) = workspace.desk.read(editions.list_editions, pane.meeting)
        pdf = workspace.desk.read(editions.read_edition, edition.paper)
        write_docx(
            workspace.desk.read(read_paper, pane.meeting, PaperKind.MINUTES), tmp_path / "x.docx"
        )
    check_record(meeting)
    for words in (pdf_text(pdf), docx_text((tmp_path / "x.docx").read_bytes())):
        at = 0
        for text in hands.typed:
            assert plain(text) in words, text
        for text in ("จำนวน ๙ คน", "จำนวน ๔ คน", "เห็นชอบตามที่เสนอ", "รับรองรายงานการประชุม"):
            assert plain(text) in words, text
        for name in MEMBERS:
            at = words.index(plain(name), 0)
            assert at >= 0


def check_record(meeting):
    listed = [one.list for one in meeting.attendance]
    assert (meeting.mode, meeting.number, meeting.year) == (Mode.HYBRID, 9, 2569)
    assert listed.count(AttendanceList.PRESENT) == 15
    assert listed.count(AttendanceList.ABSENT) == 3
    assert listed.count(AttendanceList.PARTICIPANT) == 10
    assert len(meeting.agenda) == 5
    found = [r for item in meeting.agenda for matter in item.matters for r in matter.resolutions]
    assert len(found) == 7
    assert [one.assigned_to for r in found for one in r.assignments] == ["กองทดลองงาน"]
    assert {one.unit for r in found for one in r.assignments} == {uid("live unit")}
    assert all(
        one.reason == "ติดราชการ" for one in meeting.attendance if one.list is AttendanceList.ABSENT
    )
