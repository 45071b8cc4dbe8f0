import datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from bmahr_desktop.documents.project_picture import set_project_picture
from bmahr_desktop.domain.projects.picture import compose_picture
from bmahr_desktop.operations.project_papers import read_picture
from bmahr_desktop.thai.digits import DigitStyle
from tests.domain.projects.projects import REAL, STEPS
from tests.meetings import uid
from tests.records import replaced

DAY = datetime.date(2020, 5, 21)


def text_of(pdf):
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def set_in_type(project=REAL, digits=DigitStyle.THAI, **changes):
    return set_project_picture(compose_picture(replaced(project, **changes), DAY, digits))


def test_the_page_holds_plan_progress_and_money():
    made = set_in_type(steps=STEPS)
    text = text_of(made.pdf)
    assert made.pages == 1
    for words in ("โครงการปรับปรุงระบบงาน", "ศึกษา", "๒๕.๐๐", "๑,๙๑๘,๐๐๐", "ต.ค.", "ก.ย."):
        assert words in text, words


def test_words_in_a_bar_are_whole():
    text = text_of(set_in_type(steps=STEPS).pdf)
    assert "๓๐ ธ.ค. ๖๒" in text


def test_digits_may_be_arabic():
    text = text_of(set_in_type(steps=STEPS, digits=DigitStyle.ARABIC).pdf)
    assert "25.00" in text
    assert "๒๕.๐๐" not in text


def test_nothing_known_is_no_nought():
    made = set_in_type(steps=(), ledger=(), progress=())
    assert made.pages == 1
    assert "๐.๐๐" not in text_of(made.pdf)


@pytest.mark.parametrize("count", [1, 12, 40])
def test_every_step_finds_its_place(count):
    words = "จัดประชุมเชิงปฏิบัติการเพื่อทบทวนบทบาทหน้าที่และจัดลำดับความสำคัญของภารกิจ"
    steps = tuple(
        replaced(STEPS[0], uid=uid(f"n{n}"), text=f"{n} {words}", months=(n % 12,))
        for n in range(count)
    )
    made = set_in_type(steps=steps)
    assert made.pages == (1 if count < 13 else 3)
    assert text_of(made.pdf).count("จัดประชุมเชิงปฏิบัติการ") == count


def test_the_same_project_gives_the_same_bytes():
    assert set_in_type(steps=STEPS).pdf == set_in_type(steps=STEPS).pdf


def test_it_is_read_from_the_file(full_store):
    with full_store.reading() as session:
        picture = read_picture(session, uid("project"), DAY)
    assert picture.heading[1] == "โครงการพัฒนาระบบงาน"
    assert [row.text for row in picture.rows] == ["เตรียมการ", "ดำเนินการ"]
