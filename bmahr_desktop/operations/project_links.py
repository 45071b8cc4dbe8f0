"""Links between resolutions and projects, walked both ways."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.links import LinkKind, LinkTarget
from bmahr_desktop.domain.records import Record
from bmahr_desktop.operations.links import LinkLine, add_link, line_of_link
from bmahr_desktop.storage.agenda import LinkRow, ResolutionRow
from bmahr_desktop.storage.projects import ProjectRow
from bmahr_desktop.thai.collate import sort_key


class ProjectName(Record, frozen=True):
    """What a project is called, for who wants to name one."""

    uid: str
    name: str
    code: str
    year: int


def list_names(session: Session) -> list[ProjectName]:
    """Return what all projects are called, the newest year first, then in dictionary order."""
    row = ProjectRow
    query = select(row.uid, row.name, row.code, row.year).where(row.removed.is_(None))
    found = [ProjectName(*values) for values in session.execute(query)]
    return sorted(found, key=lambda one: (-one.year, sort_key(one.name)))


def read_links_to_projects(session: Session, resolution: str) -> list[LinkLine]:
    """Return the projects that a resolution, or the whole of its matter, has to do with."""
    matter = session.scalar(select(ResolutionRow.matter).where(ResolutionRow.uid == resolution))
    link, project = LinkRow, ProjectRow
    query = (
        select(link, project)
        .outerjoin(project, (link.target == project.uid) & project.removed.is_(None))
        .where(
            link.matter == matter,
            link.resolution.is_(None) | (link.resolution == resolution),
            link.leads_to == LinkTarget.PROJECT,
            link.removed.is_(None),
        )
        .order_by(link.position, link.uid)
    )
    return [
        LinkLine(
            one.uid, one.kind, False, words=one.words, leads_to=LinkTarget.PROJECT,
            **({"opens": at.uid, "text": at.name, "year": at.year} if at else {}),
        )
        for one, at in session.execute(query)
    ]  # fmt: skip


def read_links_of_project(session: Session, project: str) -> list[LinkLine]:
    """Return the resolutions that have to do with a project, the newest first."""
    row = LinkRow
    query = select(row).where(
        row.target == project, row.leads_to == LinkTarget.PROJECT, row.removed.is_(None)
    )
    lines = [
        line_of_link(session, one, one.resolution or "", one.matter, back=True)
        for one in session.scalars(query)
    ]
    known = [one for one in lines if one.opens]  # what links may have been removed
    return sorted(known, key=lambda one: one.date or datetime.date.min, reverse=True)


def link_to_project(
    session: Session, resolution: str, project: str, kind: LinkKind = LinkKind.CONCERNS
) -> Changes:
    """Note that a resolution has to do with a project.

    Raises:
        Refused: If it is linked so already.
    """
    matter = session.get_one(ResolutionRow, resolution).matter
    name = session.get_one(ProjectRow, project).name
    return add_link(session, matter, project, kind, resolution, name, LinkTarget.PROJECT)
