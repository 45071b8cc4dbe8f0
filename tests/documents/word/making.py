"""Word files to look at: the minutes of a meeting with some blocks in them."""

from bmahr_desktop.documents.word.minutes import write_minutes
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.meeting import AgendaItem, Matter
from tests.documents.word.reading import WordFile, val, w
from tests.meetings import committee, meeting, section, uid


def word_of(*blocks, form=None, pictures=None, draft=False, **changes) -> WordFile:
    """The minutes of a meeting, with some blocks as its only body if there are any."""
    if blocks:
        matter = Matter(uid=uid("m"), sections=(section(*blocks),))
        item = AgendaItem(uid=uid("i"), title="เรื่องเพื่อพิจารณา", matters=(matter,))
        changes["agenda"] = (item,)
    owner = committee(**(form or {}))
    return WordFile(
        write_minutes(compose_minutes(meeting(**changes), owner, pictures or {}, draft=draft))
    )


def cm(twips: str) -> float:
    return int(twips) / 20 / 72 * 2.54


def indents(file: WordFile, paragraph) -> tuple[float, float]:
    """Left and first-line indent in cm: the paragraph's own, or its list's, or its style's."""
    number, at = val(paragraph, "pPr/numPr/numId"), val(paragraph, "pPr/numPr/ilvl")
    levels = file.part("word/numbering.xml").findall(w("abstractNum"))
    style = val(paragraph, "pPr/pStyle")
    places = [paragraph]
    places += [levels[int(number) - 1].findall(w("lvl"))[int(at)]] if number else []
    places += [file.document.styles.element.find(f"{w('style')}[@{w('styleId')}='{style}']")]
    found = (one.find(f"{w('pPr')}/{w('ind')}") for one in places)
    own = next(one for one in found if one is not None)
    return cm(own.get(w("left"), "0")), cm(own.get(w("firstLine"), "0"))


def is_set(paragraph, name: str) -> bool:
    return paragraph.find(f"{w('pPr')}/{w(name)}") is not None
