"""A small office to put on file: one record of every kind, files that travel, and how to look."""

import datetime
import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
from PIL import Image

from bmahr_desktop.domain.agenda import AgendaTemplate, ItemKind, TemplateItem
from bmahr_desktop.domain.body import Cell, Paragraph, Picture, Table
from bmahr_desktop.domain.changes import Changes
from bmahr_desktop.domain.committee import Membership, Role, Rules
from bmahr_desktop.domain.dispatches import Dispatch, DispatchKind
from bmahr_desktop.domain.exchange import FORMAT, VERSION, Exchange, FileEntry
from bmahr_desktop.domain.follow_up import Attachment, FollowUp, Report
from bmahr_desktop.domain.forms.filled import FilledForm
from bmahr_desktop.domain.links import Link, LinkTarget
from bmahr_desktop.domain.meeting import (
    AgendaItem,
    Appendix,
    Assignment,
    Due,
    Matter,
    Meeting,
    MeetingState,
    MinutesState,
    Resolution,
    ResolutionKind,
)
from bmahr_desktop.domain.people import Person, Unit
from bmahr_desktop.domain.projects.money import BudgetLine, EventKind, Factor, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import IndicatorResult, Progress, Stage
from bmahr_desktop.domain.projects.project import (
    Accepted,
    Contact,
    Indicator,
    Project,
    ProjectText,
    Risk,
    Signatory,
    Step,
    StrategyLevel,
    StrategyLink,
    TargetGroup,
    TextKind,
)
from bmahr_desktop.domain.register_query import RegisterQuery, SavedSearch
from bmahr_desktop.i18n import use_language, worded
from bmahr_desktop.operations.exchange import LoadedExchange
from bmahr_desktop.operations.exchange_in import Preview, preview_import, take_in
from bmahr_desktop.operations.exchange_out import write_exchange
from bmahr_desktop.operations.search import keep_index
from bmahr_desktop.storage.edits import Sitting
from bmahr_desktop.storage.files import KeptFiles
from bmahr_desktop.storage.store import Store
from tests.meetings import AGENDA, committee, meeting, section, text, uid

replaced = msgspec.structs.replace
MORNING = datetime.datetime(2025, 1, 10, 3, tzinfo=datetime.UTC)


class Clock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.time = MORNING

    def __call__(self) -> datetime.datetime:
        return self.time

    def goes_on(self, **much: int) -> datetime.datetime:
        self.time += datetime.timedelta(**much)
        return self.time


def at_the_desk(key: str = "sitting-1", clock: Clock | None = None) -> Sitting:
    return Sitting(key, "pc เลขานุการ", clock or Clock())


def opened(path: Path, sitting: Sitting | None = None) -> Store:
    files = KeptFiles(path.with_suffix(".d") / "attachments")
    return Store(path, sitting or at_the_desk(), files)


def refill(store: Store, made: Path) -> None:
    """Make a file that is in use what another one is: quicker than a new one each time."""
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(store.path)) as target:
        source.backup(target)


# ---------------------------------------------------------------- a small office


def picture(colour: str = "green") -> bytes:
    out = BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "PNG")
    return out.getvalue()


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


PICTURE, LETTER, SHEET = picture(), "หนังสือ กท 0301/1".encode(), b"%PDF- sheet"
FILES = {sha(data): data for data in (PICTURE, LETTER, SHEET)}

UNITS = (
    Unit(uid=uid("u0"), name="กรุงเทพมหานคร", short_name="กทม."),
    Unit(uid=uid("u1"), name="สำนักงาน ก.ก.", code="0301", parent=uid("u0"), position=1),
    Unit(uid=uid("u2"), name="กองระบบงาน", parent=uid("u1"), position=2),
    Unit(uid=uid("u3"), name="กองที่ไม่มีใครอ้างถึง", parent=uid("u0"), position=3),
)
PEOPLE = (
    Person(uid=uid("p1"), honorific="นาย", name="สมมาตร ใจกว้าง", job="ผู้อำนวยการกอง",
           unit=uid("u2")),
    Person(uid=uid("p2"), honorific="นาง", name="ปั้นหยา ฟื้นฟู", job="เลขานุการ"),
    Person(uid=uid("p3"), honorific="นาย", name="ไม่เกี่ยว ข้อง"),
)  # fmt: skip
SEATS = (
    Membership(uid=uid("seat1"), committee=uid("committee"), person=uid("p1"), role=Role.CHAIR,
               title="ประธาน", seat="ผู้ทรงคุณวุฒิ", since=datetime.date(2024, 10, 1),
               instrument="มติ ก.ก. ครั้งที่ ๙/๒๕๖๗"),
    Membership(uid=uid("seat2"), committee=uid("committee"), person=uid("p2"), position=1,
               role=Role.MEMBER_SECRETARY, until=datetime.date(2025, 9, 30)),
)  # fmt: skip
TEMPLATES = (
    AgendaTemplate(uid=uid("t1"), committee=uid("committee"), name="ปกติ", items=(
        TemplateItem(title="เรื่องแจ้ง", kind=ItemKind.INFORM), TemplateItem(title="อื่น ๆ"),
    )),
)  # fmt: skip
TABLE = Table(
    widths=(1.5, 2.0),
    header_rows=1,
    rows=(
        (Cell(paragraphs=(text("หัวตาราง"),), span=2),),
        (Cell(paragraphs=(text("ซ้าย"), Paragraph())), Cell(paragraphs=(text("ขวา", bold=True),))),
    ),
)
GIVEN = Resolution(
    uid=uid("r5"), text="มอบหมายให้กองระบบงาน\nรายงานผล", before_adoption=True,
    kinds=(ResolutionKind.APPROVE, ResolutionKind.ASSIGN),
    assignments=(
        Assignment(uid=uid("a1"), assigned_to="กองระบบงาน", unit=uid("u2"), person=uid("p1"),
                   due=Due(text="ในเดือนมีนาคม", month="2025-03"), report_to="ก.ก."),
        Assignment(uid=uid("a2"), assigned_to="ฝ่ายเลขานุการ", needed="สรุปผล", reports=(
            Report(uid=uid("report"), date=datetime.date(2025, 3, 20), text="ส่งสรุปผลแล้ว",
                   number="กท ๐๙๙๙/๑๒", by="ฝ่ายเลขานุการ", attachments=(
                       Attachment(uid=uid("f3"), file=sha(LETTER), title="สรุปผล"),)),
        )),
    ),
)  # fmt: skip
FULL_ITEM = AgendaItem(
    uid=uid("i4"), title="เรื่องอื่น ๆ (ถ้ามี)", kind=ItemKind.OTHER,
    matters=(
        Matter(uid=uid("m6"), title="เรื่อง ระบบงาน", resolutions=(GIVEN,),
               sections=(section(text("ก่อน"), TABLE, Picture(file=sha(PICTURE), caption="ภาพ")),),
               attachments=(Attachment(uid=uid("f1"), file=sha(LETTER), title="หนังสือนำ"),),
               links=(Link(uid=uid("link"), leads_to=LinkTarget.RESOLUTION, target=uid("r8")),)),
    ),
)  # fmt: skip
NOTICE = Dispatch(uid=uid("d1"), kind=DispatchKind.NOTICE, to="ผู้อำนวยการกองระบบงาน",
                  unit=uid("u2"), person=uid("p1"), resolutions=(uid("r5"),),
                  sent=datetime.date(2025, 1, 20))  # fmt: skip
SEARCHES = (
    SavedSearch(uid=uid("search"), name="ค้างดำเนินการ", query=RegisterQuery(state=FollowUp.WAITING)),
)


PROJECT = Project(
    uid=uid("project"), name="โครงการพัฒนาระบบงาน", year=2568, code="03000000-9999",
    aliases=("พัฒนาระบบงาน",), unit=uid("u2"), person=uid("p1"), offices=("สำนักงาน", "กองระบบงาน"),
    manager=Contact("นายสมมาตร ใจกว้าง", "๙๙๙๙"), start=datetime.date(2024, 10, 1), people=60,
    funding=Funding(2568, amount=6_000_000, funded=True),
    texts=(ProjectText(uid("pt"), TextKind.RATIONALE, (text("หลักการ"), TABLE)),),
    groups=(TargetGroup(uid("pg"), text="ข้าราชการ", people=60, meetings=2, per_meeting=30),),
    strategies=(StrategyLink(uid("ps"), "แผน", (StrategyLevel("ด้านที่", "๕", "มหานคร"),)),),
    steps=(Step(uid("st1"), "เตรียมการ", 4000, (0, 1)), Step(uid("st2"), "ดำเนินการ", 6000, (2, 3))),
    budget=(BudgetLine(uid("pb"), item="ค่าอาหาร", rate=5000, factors=(Factor(60, "คน"),),
                       amount=300_000),),
    ledger=(LedgerEvent(uid("pl"), EventKind.ALLOTTED, datetime.date(2024, 11, 5), 6_000_000),),
    indicators=(Indicator(uid("pi"), "ร้อยละของผู้เข้าร่วม", target="ร้อยละ ๘๐"),),
    risks=(Risk(uid("pr"), "คนน้อย", 2, 3, "ชวนเพิ่ม"),),
    signatories=(Signatory(uid("pn"), "ผู้เสนอโครงการ", "นายสมมาตร ใจกว้าง", person=uid("p1")),),
    progress=(Progress(uid("pp"), 1, datetime.date(2024, 11, 19), "19/11/2567", Stage.IN_PROGRESS,
                       (text("เตรียมการแล้ว"),), 2000, spent=0,
                       results=(IndicatorResult(uid("pi"), result="ยังไม่วัด"),)),),
    accepted=(Accepted("weights", "ตามแบบเดิม"),),
)  # fmt: skip
FORM = FilledForm(
    uid("form"), "progress", "2563", year=2568, project=uid("project"), answers={"ผู้รับรอง": "ก"}
)


def full_meeting(**changes: Any) -> Meeting:
    """A meeting that holds a record of every kind."""
    first, *rest = meeting().attendance
    values = {
        "agenda": (*AGENDA, FULL_ITEM),
        "attendance": (replaced(first, person=uid("p1")), *rest),
        "appendices": (Appendix(uid=uid("x1"), title="แนบท้าย", body=(text("ตารางแนบ"), TABLE)),),
        "attachments": (Attachment(uid=uid("f2"), file=sha(SHEET), title="ระเบียบวาระ"),),
        "dispatches": (NOTICE,),
        "state": MeetingState.CLOSED,
        "minutes_state": MinutesState.AWAITING_ADOPTION,
    }
    return meeting(**(values | changes))


def second_meeting() -> Meeting:
    """The next one of the same committee, short."""
    matter = Matter(uid=uid("m8"), title="เรื่อง รับรองรายงาน",
                    resolutions=(Resolution(uid=uid("r8"), text="รับรองโดยไม่มีแก้ไข"),))  # fmt: skip
    item = AgendaItem(uid=uid("i8"), title="เรื่องรับรองรายงานการประชุม", matters=(matter,))
    return meeting(
        uid=uid("meeting 2"), number=2, date=datetime.date(2025, 2, 5), attendance=(),
        agenda=(item,), signatures=(), next_meeting=None, end=None,
    )  # fmt: skip


def exchange_of(**lists: Any) -> Exchange:
    """Records in the order of files."""
    ordered = {name: tuple(sorted(some, key=lambda one: one.uid)) for name, some in lists.items()}
    return Exchange(format=FORMAT, version=VERSION, **ordered)


def listed(*contents: bytes) -> tuple[FileEntry, ...]:
    names = {PICTURE: "ภาพ.png", LETTER: "หนังสือ.txt", SHEET: "ระเบียบวาระ.pdf"}
    entries = [FileEntry(sha(data), names.get(data, "แฟ้ม"), len(data), "x/y") for data in contents]
    return tuple(sorted(entries, key=lambda entry: entry.sha256))


def office() -> Exchange:
    """One record of every kind, sorted as a file is."""
    records = exchange_of(
        units=UNITS, people=PEOPLE, memberships=SEATS, templates=TEMPLATES,
        committees=(replaced(committee(), secretariat=uid("u1"), rules=Rules(notice_days=7)),),
        searches=SEARCHES, meetings=(full_meeting(), second_meeting()),
        projects=(PROJECT,), forms=(FORM,),
    )  # fmt: skip
    return replaced(records, files=listed(PICTURE, LETTER, SHEET))


# ---------------------------------------------------------------- in, out, and looking


def loaded(exchange: Exchange, files: Mapping[str, bytes] = FILES) -> LoadedExchange:
    """Records as if they were read from a file that was found sound."""
    return LoadedExchange(exchange, {}, files.get)


def previewed(store: Store, exchange: Exchange, same: Mapping[str, str] | None = None) -> Preview:
    with store.reading() as session:
        return preview_import(session, loaded(exchange), same)


def take(store: Store, exchange: Exchange, files: Mapping[str, bytes] = FILES) -> Changes:
    """Put records on file, as an import does, and index them."""
    with store.writing() as session:
        preview = preview_import(session, loaded(exchange))
        changes = take_in(session, preview, loaded(exchange, files))
    index(store)
    return changes


def index(store: Store) -> None:
    left = 1
    while left:
        with store.writing() as session:
            left = keep_index(session)


def put(folder: Path, exchange: Exchange, name: str = "data.json") -> Path:
    """Write an exchange file into a folder, with the files of the office beside it."""
    path = folder / name
    write_exchange(exchange, path, FILES.get)
    return path


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in a file of records, table by table, the index's own included."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        names = sorted(name for (name,) in tables.fetchall() if name != "search_index")
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in names}


def rows(path: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def tamper(path: Path, *statements: str) -> None:
    """Change a file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def tree(folder: Path) -> dict[str, str]:
    """Every file in a folder with its SHA-256; SQLite's passing logs left out."""
    return {
        str(path.relative_to(folder)): sha(path.read_bytes()) if path.is_file() else "folder"
        for path in sorted(folder.rglob("*"))
        if not path.name.endswith(("-wal", "-shm"))
    }


@contextmanager
def in_english() -> Iterator[None]:
    use_language("en")
    try:
        yield
    finally:
        use_language("th")


def said(refused: Any) -> str:
    """The English words of what was refused."""
    with in_english():
        return "\n".join(worded(message) for message in refused.value.messages)
