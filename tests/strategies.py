"""Exchange files as hypothesis makes them up: every kind of record, odd texts, uids of one pool.

Parts take their uids from a pool of their own, so that in two files made up one after the other the
same part is found under another owner, at another place, with another text, or not at all.
"""

import datetime
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from bmahr_desktop.domain.adoption import Adoption, Circulation, Correction, OldWords
from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.body import (
    Cell,
    CellAlign,
    Composed,
    ComposedKind,
    Numbering,
    Paragraph,
    Picture,
    Table,
    TextRun,
)
from bmahr_desktop.domain.committee import (
    Allowance,
    Committee,
    Labels,
    Membership,
    MinutesForm,
    Role,
    Rules,
)
from bmahr_desktop.domain.dispatches import Answer, Dispatch, DispatchKind
from bmahr_desktop.domain.exchange import Exchange
from bmahr_desktop.domain.follow_up import Attachment, FollowUp, Report
from bmahr_desktop.domain.forms.filled import FilledForm
from bmahr_desktop.domain.letters import Invitation, Letterhead, LetterKind
from bmahr_desktop.domain.links import Link, LinkTarget
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Assignment,
    Attendance,
    AttendanceList,
    Due,
    Matter,
    MatterState,
    Meeting,
    MeetingState,
    Mode,
    NextMeeting,
    Resolution,
    ResolutionKind,
    Section,
    SectionKind,
    Signature,
)
from bmahr_desktop.domain.modules import TextModule
from bmahr_desktop.domain.online import Online, Recording
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.presence import Away, Conflict
from bmahr_desktop.domain.projects.money import EventKind, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress
from bmahr_desktop.domain.projects.project import Contact, Project, ProjectText, Step, TextKind
from bmahr_desktop.domain.records import parts_of
from bmahr_desktop.domain.register_query import RegisterQuery, SavedSearch
from bmahr_desktop.domain.voting import Ballot, Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.thai.digits import DigitStyle
from tests.meetings import uid
from tests.records import LETTER, PICTURE, SHEET, exchange_of, listed, replaced, sha

Draw = Callable[[st.SearchStrategy[Any]], Any]

LARGE = settings(
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=(HealthCheck.too_slow, HealthCheck.data_too_large),
)
"""Such large examples take long to make, and minutes to shrink."""
ODD = [
    "", " ", "<b>&\"'", "=cmd()", "😀👩\u200d👧", "นํ้า", "เเม่น้ำ", "๑๒๓/2568", "ก\n\tข",
    "\u200bก\u00a0", "%s {x}", "'; DROP TABLE unit; --", "ﾊﾟ \u0e33\u0e48", "\ufffe\U0010ffff",
    "ก" * 300,
]  # fmt: skip
TEXTS = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=("Cs", "Cc"), max_codepoint=0x2FFFF), max_size=8
)
NAMES = TEXTS.filter(bool)
DAYS = st.dates()
MOMENTS = st.datetimes(
    datetime.datetime(1, 1, 2), datetime.datetime(9999, 12, 30),  # noqa: DTZ001 -- zones come below
    timezones=st.sampled_from([datetime.UTC, datetime.timezone(datetime.timedelta(hours=7))]),
)  # fmt: skip
RUNS = st.builds(TextRun, TEXTS, bold=st.booleans(), keep_digits=st.booleans())
PARAGRAPHS = st.builds(
    Paragraph, st.lists(RUNS, max_size=2).map(tuple), st.integers(0, 4),
    st.sampled_from(Numbering), TEXTS,
)  # fmt: skip
TABLES = st.builds(
    lambda widths, count, cell: Table(
        widths=tuple(widths), rows=((cell,) * len(widths),) * count, header_rows=count
    ),
    st.lists(st.floats(0.001, 100_000), min_size=1, max_size=3), st.integers(0, 2),
    st.builds(Cell, st.lists(PARAGRAPHS, max_size=1).map(tuple),
              align=st.none() | st.sampled_from(CellAlign)),
)  # fmt: skip
BLOCKS = (
    PARAGRAPHS
    | TABLES
    | st.builds(Picture, st.just(sha(PICTURE)), st.floats(5, 1000), TEXTS)
    | st.builds(Composed, st.sampled_from(ComposedKind))
)
BODIES = st.lists(BLOCKS, max_size=4).map(tuple)
MODES = st.sampled_from(Mode)


FEW = st.integers(0, 1)
VOTES = st.builds(
    Vote, st.sampled_from(VoteMethod), st.just(()) | st.just((Ballot(uid("any"), Choice.AGAINST),)),
    st.integers(0, 9), casting=st.none() | st.sampled_from(Choice),
)  # fmt: skip
DISSENTS = st.lists(st.builds(Dissent, NAMES, TEXTS, st.booleans()), max_size=1).map(tuple)


class _Parts:
    """Makes parts up, each uid of the pool given once."""

    def __init__(self, draw: Draw, people: list[str], units: list[str]) -> None:
        self.draw, self.people, self.units = draw, people, units
        self._waiting: dict[str, list[str]] = {}

    def some(self, name: str, make: Callable[[str], Any], most: int = 2) -> tuple[Any, ...]:
        """Up to so many records, their uids in any order."""
        if name not in self._waiting:
            pool = [uid(f"{name} {number}") for number in range(8)]
            self._waiting[name] = list(self.draw(st.permutations(pool)))
        waiting = self._waiting[name]
        count = min(self.draw(st.integers(0, most)), len(waiting))
        return tuple(make(waiting.pop()) for _ in range(count))

    def one_of(self, uids: list[str]) -> str | None:
        return self.draw(st.none() | st.sampled_from(uids)) if uids else None

    def texts(self, *names: str) -> dict[str, str]:
        return {name: self.draw(TEXTS) for name in names}

    def section(self, own: str) -> Section:
        heading = self.draw(st.none() | TEXTS)
        return Section(own, self.draw(st.sampled_from(SectionKind)), self.draw(BODIES), heading)

    def assignment(self, own: str) -> Assignment:
        due = self.draw(st.none() | st.builds(Due, TEXTS, st.none() | DAYS, periodic=st.booleans()))
        unit, person = self.one_of(self.units), self.one_of(self.people)
        words = self.texts("assigned_to", "report_to")
        state = self.draw(st.sampled_from(FollowUp))
        reports = self.some("report", self.report, 1)
        return Assignment(
            own, words["assigned_to"], unit, person, due, words["report_to"], self.draw(TEXTS),
            state, self.draw(st.none() | DAYS), reports,
        )  # fmt: skip

    def report(self, own: str) -> Report:
        files = self.some("attachment", self.attachment, 1)
        return Report(
            own, self.draw(DAYS), self.draw(TEXTS), by=self.draw(TEXTS), attachments=files
        )

    def link(self, own: str) -> Link:
        return Link(own, self.draw(st.sampled_from(LinkTarget)), uid("any"), words=self.draw(TEXTS))

    def dispatch(self, own: str) -> Dispatch:
        return Dispatch(
            own, self.draw(st.sampled_from(DispatchKind)), to=self.draw(TEXTS),
            unit=self.one_of(self.units), person=self.one_of(self.people),
            resolutions=(uid("any"),) * self.draw(FEW), text=self.draw(TEXTS),
            sent=self.draw(st.none() | DAYS), answer=self.draw(st.none() | st.sampled_from(Answer)),
        )  # fmt: skip

    def resolution(self, own: str) -> Resolution:
        kinds = tuple(self.draw(st.lists(st.sampled_from(ResolutionKind), max_size=2)))
        assigned = self.some("assignment", self.assignment)
        vote, dissents = self.draw(st.none() | VOTES), self.draw(DISSENTS)
        return Resolution(
            own, self.draw(TEXTS), kinds, assignments=assigned, vote=vote, dissents=dissents
        )

    def correction(self, own: str) -> Correction:
        place = self.draw(st.none() | st.just(OldWords(uid("any"), "body", (0, 1), 4)))
        words = self.texts("old", "new", "page", "clause")
        return Correction(own, words["old"], words["new"], words["page"], words["clause"], place)

    def attachment(self, own: str) -> Attachment:
        return Attachment(own, sha(self.draw(st.sampled_from([LETTER, SHEET]))), self.draw(NAMES))

    def matter(self, own: str) -> Matter:
        adopts = None
        if self.draw(st.booleans()):
            corrections = self.some("correction", self.correction)
            adopts = Adoption(1, 2567, self.draw(DAYS), self.one_of([uid("any")]), corrections)
        return Matter(
            own, self.draw(TEXTS), self.some("section", self.section),
            self.some("resolution", self.resolution), adopts,
            self.some("attachment", self.attachment), self.draw(st.sampled_from(MatterState)),
            self.draw(st.booleans()), self.draw(st.booleans()), self.one_of([uid("any")]),
            (Conflict(uid("any"), self.draw(TEXTS)),) if self.draw(st.booleans()) else (),
            self.draw(st.integers(0, 9999)), self.some("link", self.link, 1),
        )  # fmt: skip

    def item(self, own: str) -> AgendaItem:
        kind = self.draw(st.sampled_from(ItemKind))
        return AgendaItem(own, self.draw(TEXTS), kind, self.some("matter", self.matter))

    def attendance(self, own: str) -> Attendance:
        return Attendance(
            own, self.draw(st.sampled_from(AttendanceList)), self.draw(NAMES),
            tuple(self.draw(st.lists(TEXTS, max_size=2))),
            self.draw(st.none() | st.sampled_from(Role)), mode=self.draw(st.none() | MODES),
            person=self.one_of(self.people), stands_for=self.one_of([uid("any")]),
            joined=self.draw(st.sampled_from([None, "09:30"])),
            away=(Away(uid("any"), None, self.draw(TEXTS)),) if self.draw(st.booleans()) else (),
            **self.texts("title", "substitute_for", "reason", "identified", "identified_by"),
        )  # fmt: skip

    def signature(self, own: str) -> Signature:
        lines = tuple(self.draw(st.lists(TEXTS, max_size=2)))
        return Signature(own, self.draw(NAMES), lines, self.draw(TEXTS), self.one_of(self.people))

    def appendix(self, own: str) -> Appendix:
        return Appendix(own, self.draw(NAMES), self.draw(BODIES))


@st.composite
def exchanges(draw: Draw) -> Exchange:
    """Records that hold together, in the order of files."""
    units: list[Unit] = []
    for number in range(draw(st.integers(0, 3))):
        above = draw(st.none() | st.sampled_from([unit.uid for unit in units])) if units else None
        units.append(Unit(uid(f"unit {number}"), draw(NAMES), draw(TEXTS), parent=above))
    known = [unit.uid for unit in units]
    people = [
        Person(uid(f"person {number}"), draw(NAMES), draw(TEXTS), draw(TEXTS),
               draw(st.none() | st.sampled_from(known)) if known else None)
        for number in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    parts = _Parts(draw, [person.uid for person in people], known)
    codes = draw(st.permutations(["AB", "ก๒", "c.3"]))
    committees = [
        Committee(
            uid(f"committee {number}"), codes[number], draw(NAMES), draw(TEXTS),
            parts.one_of(known), Labels(member=draw(NAMES)) if draw(st.booleans()) else Labels(),
            Rules(notice_days=draw(st.integers(0, 365)),
                  allowances=(Allowance(Role.CHAIR, draw(st.integers(0, 10**8))),) * draw(FEW)),
            MinutesForm(digits=draw(st.sampled_from(DigitStyle)), indent_cm=draw(st.floats(0, 20))),
            Letterhead(draw(TEXTS)) if draw(st.booleans()) else Letterhead(),
        )
        for number in range(3)
    ]  # fmt: skip
    one = st.sampled_from([committee.uid for committee in committees])
    seats = [
        Membership(uid(f"seat {number}"), draw(one), person.uid, draw(st.sampled_from(Role)),
                   draw(TEXTS), since=draw(st.none() | DAYS), position=draw(st.integers(0, 9)),
                   ex_officio=draw(st.booleans()), substitutes=(person.uid,) * draw(FEW))
        for number, person in enumerate(people)
    ]  # fmt: skip
    items = (TemplateItem(draw(TEXTS), draw(st.sampled_from(ItemKind))),)
    templates = [AgendaTemplate(uid("template"), draw(one), draw(NAMES), items)]
    modules = [
        TextModule(uid("module"), draw(NAMES), draw(TEXTS), draw(TEXTS),
                   draw(st.none() | st.sampled_from(ResolutionKind)), draw(st.none() | one))
    ]  # fmt: skip
    searches = [SavedSearch(uid("search"), draw(NAMES), RegisterQuery(draw(TEXTS)))]
    meetings = [_meeting(draw, parts, uid(f"meeting {n}"), draw(one)) for n in range(2)]
    projects = [_project(draw, parts, number, codes) for number in range(draw(st.integers(0, 2)))]
    forms = [FilledForm(uid("form"), draw(NAMES), draw(TEXTS), answers={"ก": draw(TEXTS)})]
    made = exchange_of(
        units=units, people=people, committees=committees, memberships=seats,
        templates=templates, modules=modules, searches=searches,
        meetings=meetings, projects=projects, forms=forms,
    )  # fmt: skip
    shown = {p.file for _, p in parts_of(made) if isinstance(p, Picture | Attachment)}
    files = listed(*(data for data in (PICTURE, LETTER, SHEET) if sha(data) in shown))
    return replaced(made, files=files)


def _project(draw: Draw, parts: _Parts, number: int, codes: list[str]) -> Project:
    money, share = st.none() | st.integers(0, 10**9), st.none() | st.integers(0, 10_000)
    years = st.integers(2400, 2999)
    return Project(
        uid(f"project {number}"), draw(NAMES), draw(years),
        draw(st.sampled_from(["", codes[number]])),
        unit=parts.one_of(parts.units), person=parts.one_of(parts.people),
        manager=Contact(draw(TEXTS), draw(TEXTS)), start=draw(st.none() | DAYS),
        funding=draw(st.just(Funding()) | st.builds(Funding, years, TEXTS, amount=money)),
        texts=parts.some("text", lambda own: ProjectText(
            own, draw(st.sampled_from(TextKind)), draw(BODIES)), 1),
        steps=parts.some("step", lambda own: Step(
            own, draw(TEXTS), draw(share), tuple(draw(st.sets(st.integers(0, 11)))))),
        ledger=parts.some("event", lambda own: LedgerEvent(
            own, draw(st.sampled_from(EventKind)), draw(st.none() | DAYS), draw(money))),
        progress=parts.some("progress", lambda own: Progress(
            own, draw(st.integers(1, 9)), draw(st.none() | DAYS), body=draw(BODIES),
            percent=draw(share), attachments=parts.some("attachment", parts.attachment, 1))),
        attachments=parts.some("attachment", parts.attachment, 1), changed=draw(MOMENTS),
    )  # fmt: skip


def _meeting(draw: Draw, parts: _Parts, own: str, committee: str) -> Meeting:
    recordings = (Recording(draw(NAMES), draw(TEXTS), sha(LETTER), len(LETTER)),)
    online = Online(draw(TEXTS), draw(TEXTS), draw(TEXTS), recordings, draw(TEXTS))
    online = online if draw(st.booleans()) else Online()
    letter = st.builds(Invitation, st.sampled_from(LetterKind), TEXTS, st.none() | DAYS, body=TEXTS)
    again = NextMeeting(draw(st.integers(1, 999)), 2999, draw(DAYS), mode=draw(MODES))
    return Meeting(
        own, committee, draw(st.integers(1, 999)), draw(st.integers(2400, 2999)), draw(DAYS),
        draw(st.sampled_from([None, "00:00", "23:59"])), mode=draw(MODES), venue=draw(TEXTS),
        online=online, state=draw(st.sampled_from(MeetingState)),
        attendance=parts.some("attendance", parts.attendance, 3),
        agenda=parts.some("item", parts.item), next_meeting=draw(st.none() | st.just(again)),
        signatures=parts.some("signature", parts.signature, 1),
        appendices=parts.some("appendix", parts.appendix, 1),
        attachments=parts.some("attachment", parts.attachment), changed=draw(MOMENTS),
        invitation=draw(st.none() | letter), state_reason=draw(TEXTS),
        put_off_to=draw(st.none() | DAYS), again=parts.one_of([uid("any")]),
        short_quorum=draw(st.booleans()), current=parts.one_of([uid("any")]),
        dispatches=parts.some("dispatch", parts.dispatch, 1),
        circulated=draw(st.none() | st.builds(Circulation, st.none() | DAYS)),
    )  # fmt: skip
