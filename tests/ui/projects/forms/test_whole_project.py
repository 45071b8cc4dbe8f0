"""A clerk makes a project of seven steps, reports three months, and takes its paper out."""

import io

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.projects import read_project
from bmahr_desktop.ui.projects.forms_section import FormsSection
from bmahr_desktop.ui.projects.progress import ProgressSection
from bmahr_desktop.ui.projects.steps import StepsSection
from tests.reading import squeezed

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
CONTROL, NOTHING = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
SEVEN = (
    ("แต่งตั้งคณะทำงาน", "๕", 0, 1),
    ("ศึกษาข้อมูล", "15", 1, 2),
    ("ประชุม ครั้งที่ ๑", "20", 3, 1),
    ("ประชุม ครั้งที่ ๒", "20", 4, 1),
    ("จัดทำร่าง", "20", 5, 2),
    ("เสนอผู้บริหาร", "10", 8, 1),
    ("สรุปผล", "10", 10, 2),
)
MONTHS = (
    ("๑๙ พ.ย. ๒๕๖๗", "๕", "แต่งตั้งคณะทำงานแล้ว"),
    ("19/12/2567", "12.5", "ศึกษาข้อมูลได้ครึ่งหนึ่ง"),
    ("๒๐ มกราคม ๒๕๖๘", "20", "ศึกษาข้อมูลครบถ้วน"),
)


class Clerk:
    """Types where the keyboard is."""

    def __init__(self, qtbot, write):
        self.qtbot, self.write = qtbot, write

    def type(self, words):
        self.write(QApplication.focusWidget(), words)
        return self

    def key(self, *keys, held=NOTHING):
        for one in keys:
            self.qtbot.keyClick(QApplication.focusWidget(), one, held)
            QApplication.processEvents()
        return self


def plan(clerk, section):
    """Write seven steps with their months, by keys alone."""
    section.begin()
    clerk.key(KEY.Key_Space)
    for number, (text, weight, first, count) in enumerate(SEVEN):
        if number:
            clerk.key(KEY.Key_Insert)
        clerk.type(text).key(KEY.Key_Tab).type(weight).key(KEY.Key_Tab)
        clerk.key(*[KEY.Key_Right] * first, KEY.Key_Space)
        clerk.key(*[KEY.Key_Right] * (count - 1), held=SHIFT)
    assert section.flush()


def report(clerk, section):
    """Write three reports, each begun from the one before."""
    for day, percent, words in MONTHS:
        section.add()
        section.form.date.field.setFocus()
        section.form.date.field.line.selectAll()
        clerk.type(day)
        section.form.body.editor.setFocus()
        clerk.key(KEY.Key_A, held=CONTROL).type(words)
        line = section.form.percent._field
        line.setFocus()
        line.line.selectAll()
        clerk.type(percent).key(KEY.Key_Return)
        assert section.flush()


def words_in(path):
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return squeezed("".join(page.extract_text() for page in pages))


def settle(projects):
    def quiet():
        return not (projects.errands.busy() or projects.papers.busy())

    projects.settle()
    projects.qtbot.waitUntil(quiet, timeout=15_000)


def test_a_clerk_fills_once_and_every_paper_agrees(
    projects, at_work, write, qtbot, save_as, tmp_path
):
    clerk = Clerk(qtbot, write)
    projects.making.begin()
    clerk.type("โครงการที่ทำใหม่ทั้งหมด").key(KEY.Key_Tab, KEY.Key_Tab)
    clerk.type("03000000-0001").key(KEY.Key_Return)
    settle(projects)

    plan(clerk, projects.section(StepsSection))
    report(clerk, projects.section(ProgressSection))
    made = projects.desk.read(read_project, projects.pane.uid)
    assert [one.weight for one in made.steps] == [500, 1500, 2000, 2000, 2000, 1000, 1000]
    assert [one.percent for one in made.progress] == [500, 1250, 2000]
    assert made.progress[-1].date.isoformat() == "2025-01-20"
    qtbot.waitUntil(lambda: bool(at_work.checks.findings.project))
    assert "weights" not in {one.check for one in at_work.checks.findings.told}

    section = projects.section(FormsSection)
    section.new.form.setFocus()
    assert section.new.form.value() == "progress"
    section.new.begin.click()
    window = at_work._window
    out = save_as(tmp_path / "progress.pdf")
    with qtbot.waitSignal(window.tools.issuing.written, timeout=15_000):
        window.findChild(QPushButton, "forms_pdf").click()
    settle(projects)
    words = words_in(out)
    for one in ("โครงการที่ทำใหม่ทั้งหมด", "03000000-0001", "รายงานครั้งที่3", "20.00 %"):
        assert squeezed(one) in words
    for _, _, told in MONTHS:
        assert squeezed(told) in words

    folder = save_as(tmp_path / "post")
    folder.mkdir()
    at_work.files.send()
    settle(projects)
    (data,) = folder.glob("*.zip")
    assert read_exchange(data).exchange.projects == (made,)
    (paper,) = folder.glob("*.pdf")
    assert words_in(paper) == words
