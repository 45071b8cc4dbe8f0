"""Links of a matter to what was resolved before, and to projects and plans."""

from enum import StrEnum

from bmahr_desktop.domain.records import Record, ShortText, Uid


class LinkKind(StrEnum):
    """How a matter has to do with what it names."""

    CITES = "cites"
    """It cites it."""
    CONTINUES = "continues"
    AMENDS = "amends"
    REVOKES = "revokes"
    CONCERNS = "concerns"
    """It is about it: a project, a plan."""


class LinkTarget(StrEnum):
    """What a link may lead to."""

    RESOLUTION = "resolution"
    PROJECT = "project"
    PLAN = "plan"


class Link(Record, frozen=True):
    """A link from a matter, or from one of its resolutions; it is walked both ways.

    Attributes:
        target: The uid of what it leads to, which need not be on file.
        resolution: The resolution that has the link; None for the whole matter.
        words: How it is named where it is cited, "ครั้งที่ ๙/๒๕๖๓ เมื่อวันที่ ๒ ธันวาคม ๒๕๖๓".
    """

    uid: Uid
    leads_to: LinkTarget
    target: Uid
    kind: LinkKind = LinkKind.CITES
    resolution: Uid | None = None
    words: ShortText = ""
