"""Text modules (ข้อความสำเร็จรูป): wordings that are put in by a short code."""

from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.records import Name, Order, Record, Text, Uid


class TextModule(Record, frozen=True):
    """A wording that is typed again and again.

    Attributes:
        code: What is typed for it, after ";": "ชอบ".
        title: What a list calls it.
        text: The wording; places such as "{หน่วยงาน}" are filled when it is put in.
        resolution: The kind of resolution that it is the usual wording of.
        committee: Whose it is; None for every committee's.
    """

    uid: Uid
    code: Name
    text: Text
    title: Text = ""
    resolution: ResolutionKind | None = None
    committee: Uid | None = None
    position: Order = 0
