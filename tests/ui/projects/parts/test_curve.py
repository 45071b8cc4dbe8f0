import datetime

from bmahr_desktop.ui.projects.curve import PictureSection
from bmahr_desktop.ui.projects.curve_words import picture_words
from tests.domain.projects.projects import REAL, STEPS, TODAY
from tests.records import replaced


def test_the_picture_tells_its_figures_to_those_who_do_not_see_it():
    words = picture_words(replaced(REAL, steps=STEPS), TODAY)
    assert "๖๐.๐๐" in words  # reported on 18 May
    assert "๑๘ พ.ค. ๖๓" in words
    assert "๒๕.๐๐" in words  # planned by the end of the first quarter
    assert "๑,๙๑๘,๐๐๐" in words
    assert "ธ.ค. ๖๒ ๒๕.๐๐" in words


def test_the_picture_follows_the_project(clerk):
    section = clerk.opens(PictureSection)
    assert "๒๐.๐๐" in section.view.accessibleDescription()
    assert "๒๐.๐๐" in section.standing.text()
    before = section.view.grab().toImage()
    clerk.day = datetime.date(2025, 3, 1)
    section.show_project(clerk.project().uid)
    assert section.view.grab().toImage() != before  # the line of today is elsewhere


def test_a_project_without_anything_has_a_picture_too():
    empty = replaced(REAL, steps=(), ledger=(), progress=())
    assert picture_words(empty, TODAY)
    assert "๐.๐๐" not in picture_words(empty, TODAY)
