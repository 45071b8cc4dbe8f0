"""A typesetter with the bundled fonts, and a way to set blocks and read them back."""

import pytest

from bmahr_desktop.documents.fonts import family_named
from bmahr_desktop.documents.typesetting.document import A4, SetPaper, Sheet, set_paper
from bmahr_desktop.documents.typesetting.paragraph import Paragraph, ParagraphStyle
from bmahr_desktop.documents.typesetting.pdfa import About
from bmahr_desktop.documents.typesetting.text import Run, Typesetter
from bmahr_desktop.places import resource
from bmahr_desktop.thai.segment import Segmenter
from tests.reading import Readers


class NoFurniture:
    def below(self, canvas, page):
        pass

    def above(self, canvas, page):
        pass


@pytest.fixture(scope="session")
def family():
    return family_named("Sarabun")


@pytest.fixture(scope="session")
def typesetter():
    return Typesetter(Segmenter())


@pytest.fixture(scope="session")
def style(family):
    return ParagraphStyle(family)


@pytest.fixture
def paragraph(typesetter, style):
    def make(*runs, style=style, **options) -> Paragraph:
        made = tuple(Run(run) if isinstance(run, str) else run for run in runs)
        return Paragraph(typesetter, made, style, **options)

    return make


@pytest.fixture
def set_blocks():
    def run(blocks, sheet: Sheet | None = None, furniture=None, about=None) -> SetPaper:
        return set_paper(
            blocks,
            sheet or Sheet(),
            about or About("ทดสอบ"),
            furniture or NoFurniture(),
            resource("icc", "sRGB.icc"),
        )

    return run


@pytest.fixture
def sheet_of():
    """A sheet whose text has a width and height in points."""

    def make(width: float, height: float) -> Sheet:
        return Sheet((A4[0], A4[1]), 50, A4[0] - 50 - width, A4[1] - 50 - height, 50)

    return make


@pytest.fixture
def readers(tmp_path) -> Readers:
    return Readers(tmp_path)
