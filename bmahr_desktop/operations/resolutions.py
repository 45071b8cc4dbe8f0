"""Finding resolutions again."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.operations.registers import list_resolutions
from bmahr_desktop.operations.search import find_words
from bmahr_desktop.storage.agenda import ResolutionRow
from bmahr_desktop.storage.trees import batches

_MOST = 2000


def search_resolutions(
    session: Session, query: str = "", committee: str | None = None, year: int | None = None
) -> list[ResolutionLine]:
    """Return resolutions, of the newest meeting first.

    Args:
        session: The records.
        query: Words that each resolution, or the title of its matter, holds; all when empty.
        committee: A committee's uid; None for all.
        year: A year (พ.ศ.); None for all.
    """
    if not query.strip():
        return list_resolutions(session, committee, year)
    hits = find_words(session, query, [Kind.RESOLUTION, Kind.MATTER], _MOST)
    found = {hit.record for hit in hits if hit.kind is Kind.RESOLUTION}
    matters = [hit.record for hit in hits if hit.kind is Kind.MATTER]
    for some in batches(matters):
        found.update(
            session.scalars(select(ResolutionRow.uid).where(ResolutionRow.matter.in_(some)))
        )
    return list_resolutions(session, committee, year, sorted(found))
