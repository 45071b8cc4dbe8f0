"""Places in plans that projects serve: those used before, to be taken again."""

from collections import Counter

from sqlalchemy import select
from sqlalchemy.orm import Session

from bmahr_desktop.domain.projects.project import StrategyLevel
from bmahr_desktop.domain.records import Record
from bmahr_desktop.i18n import paper
from bmahr_desktop.storage.projects import ProjectRow, StrategyRow
from bmahr_desktop.thai.collate import sort_key
from bmahr_desktop.thai.searchkey import search_key


class UsedStrategy(Record, frozen=True):
    """A place in a plan that projects serve.

    Attributes:
        plan: The plan's name.
        levels: From the uppermost down.
        projects: How many projects serve it.
    """

    plan: str
    levels: tuple[StrategyLevel, ...]
    projects: int = 1

    @property
    def words(self) -> str:
        """The levels in one line, the uppermost first."""
        return " › ".join(
            " ".join(filter(None, (one.label, one.code, one.text))) for one in self.levels
        )


def list_used(session: Session, without: str = "") -> list[UsedStrategy]:
    """Return the places in plans that projects serve, in dictionary order; each once.

    Args:
        session: The records.
        without: Leave out what this project serves already.
    """
    query = (
        select(StrategyRow.project, StrategyRow.plan, StrategyRow.levels)
        .join(ProjectRow, StrategyRow.project == ProjectRow.uid)
        .where(StrategyRow.removed.is_(None), ProjectRow.removed.is_(None))
    )
    counted: Counter[str] = Counter()
    first: dict[str, UsedStrategy] = {}
    own: set[str] = set()
    for project, plan, levels in session.execute(query):
        if not levels:
            continue
        one = UsedStrategy(plan, levels)
        key = search_key(f"{plan}\n{one.words}")
        counted[key] += 1
        first.setdefault(key, one)
        if project == without:
            own.add(key)
    found = [
        UsedStrategy(one.plan, one.levels, counted[key])
        for key, one in first.items()
        if key not in own
    ]
    return sorted(found, key=lambda one: (sort_key(one.plan), sort_key(one.words)))


def list_labels(session: Session) -> list[str]:
    """Return what levels of plans are called: the usual words, then those used before."""
    usual = (
        paper("side of a plan"), paper("dimension of a plan"), paper("goal of a plan"),
        paper("objective of a plan"), paper("strategic issue"), paper("strategic sub-issue"),
        paper("strategy of a plan"), paper("tactic of a plan"), paper("indicator of a plan"),
    )  # fmt: skip
    query = select(StrategyRow.levels).where(StrategyRow.removed.is_(None))
    used = {one.label for levels in session.scalars(query) for one in levels if one.label}
    return [*usual, *sorted(used - set(usual), key=sort_key)]
