"""Text modules (ข้อความสำเร็จรูป): wordings that are put in by a short code."""

import re
import uuid
from collections.abc import Iterable, Mapping

from bmahr_desktop.domain.meeting import ResolutionKind
from bmahr_desktop.domain.records import Name, Order, Record, Text, Uid
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.searchkey import search_key

_SHIPPED = uuid.UUID("5a1c0a51-6d2f-4c52-9d0c-0c2b1f9e7a10")
_PLACE = re.compile(r"\{([^{}\n]{1,60})\}")


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


def shipped_modules() -> tuple[TextModule, ...]:
    """Return the wordings that every office has from the start; its own of the same code win.

    What stands in square brackets is to be written by hand.
    """
    shipped: tuple[tuple[str, ResolutionKind | None, str], ...] = (
        ("ทราบ", ResolutionKind.ACKNOWLEDGE, paper("acknowledged")),
        ("รับรอง", ResolutionKind.ADOPT, paper("adopts the minutes as presented")),
        ("ชอบ", ResolutionKind.APPROVE, paper("approves as proposed")),
        ("หลักการ", ResolutionKind.APPROVE_IN_PRINCIPLE, paper("approves in principle as proposed")),
        ("ไม่ชอบ", ResolutionKind.DISAPPROVE, paper("disapproves because [reason]")),
        ("อนุมัติ", ResolutionKind.AUTHORISE, paper("authorises as proposed")),
        (
            "มอบ",
            ResolutionKind.ASSIGN,
            paper("assigns [unit] to [task] and to report to the meeting"),
        ),
        (
            "แก้",
            ResolutionKind.AMEND,
            paper("has [text] corrected and laid before the next meeting"),
        ),
        (
            "ทบทวน",
            ResolutionKind.REVIEW,
            paper("has [point] reviewed and laid before the meeting again"),
        ),
        ("เลื่อน", ResolutionKind.DEFER, paper("defers this matter to the next meeting")),
        ("ถอน", ResolutionKind.WITHDRAW, paper("withdraws this matter from the agenda")),
        ("ไม่มี", None, paper("none")),
        ("เปิด", None, paper("the chair opened the meeting and went by the agenda")),
        ("เสนอ", None, paper("the secretary presented the details to the meeting")),
        ("สังเกต", None, paper("the meeting made these observations and proposals")),
        ("สืบ", None, paper("there are no matters arising")),
    )
    return tuple(
        TextModule(uid=str(uuid.uuid5(_SHIPPED, code)), code=code, text=text, resolution=kind)
        for code, kind, text in shipped
    )


def in_force(modules: Iterable[TextModule], committee: str) -> tuple[TextModule, ...]:
    """Return the modules that a committee goes by, its own before the shared ones.

    Args:
        modules: All that are on file.
        committee: The uid of the committee.
    """
    usable = [one for one in modules if one.committee in (None, committee)]
    usable.sort(key=lambda one: (one.committee is None, one.position, one.code))
    by_code: dict[str, TextModule] = {}
    for one in (*usable, *shipped_modules()):
        by_code.setdefault(search_key(one.code).strip(), one)
    return tuple(by_code.values())


def usual_wording(modules: Iterable[TextModule], kinds: Iterable[ResolutionKind]) -> str:
    """Return the usual wording of a resolution of some kinds, a line for each; "" for none.

    Args:
        modules: Those in force.
        kinds: What the resolution does.
    """
    known: dict[ResolutionKind, str] = {}
    for one in modules:
        if one.resolution is not None:
            known.setdefault(one.resolution, one.text)
    return "\n".join(known[kind] for kind in kinds if kind in known)


def filled(text: str, values: Mapping[str, str]) -> str:
    """Return a wording with its places "{…}" filled; one that is not known is left to be written.

    Args:
        text: The wording.
        values: What is known, by the name of the place; empty values count as not known.
    """

    def put(place: re.Match[str]) -> str:
        return values.get(place[1].strip()) or f"[{place[1].strip()}]"

    return _PLACE.sub(put, text)


def places_in(text: str) -> tuple[str, ...]:
    """Return the names of the places "{…}" in a wording, each once, in their order."""
    return tuple(dict.fromkeys(place.strip() for place in _PLACE.findall(text)))
