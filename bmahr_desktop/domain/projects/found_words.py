"""The words by which a project is found."""

from collections.abc import Iterator

from bmahr_desktop.domain.body import words_of
from bmahr_desktop.domain.projects.project import Project


def name_words(project: Project) -> str:
    """Return what a project is called: code, name, and its other names."""
    return " ".join(filter(None, (project.code, project.name, *project.aliases)))


def found_words(project: Project) -> str:
    """Return all words that a project is found by, a line for each of its parts."""
    return "\n".join(line for line in _lines(project) if line.strip())


def _lines(project: Project) -> Iterator[str]:
    yield name_words(project)
    people = (project.manager, project.coordinator)
    yield " ".join((*project.offices, *(one.name for one in people), project.place, project.model))
    yield from (words_of(one.body) for one in project.texts)
    yield from (one.text for one in project.groups)
    for link in project.strategies:
        yield " ".join((link.plan, *(f"{one.label} {one.code} {one.text}" for one in link.levels)))
    yield from (one.text for one in project.steps)
    yield from (" ".join((one.activity, one.group, one.item, one.law)) for one in project.budget)
    yield from (f"{one.number} {one.note}" for one in project.ledger)
    for indicator in project.indicators:
        yield f"{indicator.code} {indicator.text} {indicator.target} {indicator.method}"
    yield from (f"{one.text} {one.response}" for one in project.risks)
    yield from (one.name for one in project.signatories)
    yield from (words_of(one.body) for one in project.progress)
    yield " ".join(one.title for one in project.attachments)
