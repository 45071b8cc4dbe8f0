"""The Word file says what the PDF says, in the same order."""

import re
from dataclasses import replace

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bmahr_desktop.documents import minutes as of_minutes
from bmahr_desktop.documents.minutes import set_minutes
from bmahr_desktop.documents.styles import styles_of
from bmahr_desktop.documents.typesetting import text as of_text
from bmahr_desktop.documents.typesetting.ink import draw_clusters
from bmahr_desktop.documents.word.elements import fit
from bmahr_desktop.documents.word.minutes import write_minutes
from bmahr_desktop.domain.committee import AgendaLayout
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.meeting import AgendaItem, Appendix, Matter, Resolution
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.thai.digits import DigitStyle
from tests.documents.word.reading import WordFile
from tests.meetings import committee, meeting, section, uid
from tests.reading import squeezed
from tests.records import PICTURE, sha
from tests.strategies import BODIES, TEXTS

_TALL = 10_000_000.0


def said(text: str) -> str:
    """A text without what no reader sees."""
    return re.sub(of_text._INVISIBLE, "", squeezed(fit(text)))


def said_in_pdf(paper) -> str:
    """What paragraphs draw, from the first to the last.

    On one page as tall as it takes: a row that goes on to the next page would be read cell by cell
    on the one and again on the other. Labels and repeated headings are drawn as the paper has them.
    """
    drawn: list[str] = []

    def record(surface, shaped, start, stop, place, y):
        drawn.extend(cluster.text for cluster in shaped.clusters[start:stop])
        draw_clusters(surface, shaped, start, stop, place, y)

    def tall(form):
        styles = styles_of(form)
        width, _ = styles.sheet.size
        return replace(styles, sheet=replace(styles.sheet, size=(width, _TALL)))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bmahr_desktop.documents.typesetting.paragraph.draw_clusters", record)
        patch.setattr(of_minutes, "styles_of", tall)
        set_minutes(paper)
    return said("".join(drawn))


def said_in_word(paper) -> str:
    """What Word shows, whichever way it counts levels that were left out."""
    file = WordFile(write_minutes(paper))
    either, other = (said("".join(file.lines(passed_count=way))) for way in (False, True))
    assert either == other
    return either


@pytest.fixture(scope="module")
def sample(request):
    return read_exchange(request.config.rootpath / "resources" / "sample" / "data.json")


@pytest.mark.parametrize("layout", list(AgendaLayout))
def test_the_sample_reads_the_same(sample, layout):
    owner = sample.exchange.committees[0]
    form = msgspec.structs.replace(owner.form, layout=layout)
    owner = msgspec.structs.replace(owner, form=form)
    for one in sample.exchange.meetings:
        paper = compose_minutes(one, owner, sample.pictures)
        assert said_in_word(paper) == said_in_pdf(paper)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES, BODIES, TEXTS, st.sampled_from(DigitStyle))
def test_any_body_reads_the_same(body, second, words, digits):
    matter = Matter(
        uid=uid("m"), title=words,
        sections=(section(*body, heading=words), section(*second)),
        resolutions=(Resolution(uid=uid("r"), text=words), Resolution(uid=uid("s"), text="ก\nข")),
    )  # fmt: skip
    agenda = (AgendaItem(uid=uid("i"), title=words, matters=(matter, matter)),)
    appendices = (Appendix(uid=uid("a"), title=words or "ก", body=body),)
    held = meeting(agenda=agenda, appendices=appendices, venue=words)
    paper = compose_minutes(held, committee(digits=digits), {sha(PICTURE): PICTURE})
    assert said_in_word(paper) == said_in_pdf(paper)
