"""What an operation changed, so that open screens can tell whether to read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of record, named as their tables."""

    UNIT = "unit"
    PERSON = "person"
    COMMITTEE = "committee"
    MEMBERSHIP = "membership"
    TEMPLATE = "agenda_template"
    MEETING = "meeting"
    ATTENDANCE = "attendance"
    ITEM = "agenda_item"
    MATTER = "matter"
    SECTION = "section"
    RESOLUTION = "resolution"
    ASSIGNMENT = "assignment"
    CORRECTION = "correction"
    SIGNATURE = "signature"
    APPENDIX = "appendix"
    ATTACHMENT = "attachment"
    MODULE = "text_module"
    REPORT = "report"
    LINK = "link"
    DISPATCH = "dispatch"
    SEARCH = "saved_search"
    PROJECT = "project"
    PROJECT_TEXT = "project_text"
    TARGET_GROUP = "target_group"
    STRATEGY = "strategy_link"
    STEP = "step"
    BUDGET_LINE = "budget_line"
    LEDGER_EVENT = "ledger_event"
    INDICATOR = "indicator"
    RISK = "risk"
    SIGNATORY = "signatory"
    PROGRESS = "progress"
    FORM = "filled_form"


@dataclass(frozen=True)
class Changes:
    """The outcome of one operation.

    Attributes:
        kinds: The kinds of record written.
        uids: The records written.
        meetings: The meetings that they are parts of.
    """

    kinds: frozenset[Kind] = frozenset()
    uids: frozenset[str] = frozenset()
    meetings: frozenset[str] = field(default_factory=frozenset)

    def __or__(self, other: Changes) -> Changes:
        """Return both together."""
        return Changes(
            self.kinds | other.kinds, self.uids | other.uids, self.meetings | other.meetings
        )

    def __bool__(self) -> bool:
        """Tell whether anything was written."""
        return bool(self.uids)

    def wrote(self, kind: Kind, uid: str) -> bool:
        """Tell whether this record of this kind was written."""
        return kind in self.kinds and uid in self.uids


NOTHING = Changes()
