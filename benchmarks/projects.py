"""Projects: the progress form as a cold command, and the overview of a year of five hundred."""

import datetime
import json
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from pypdf import PdfReader

from benchmarks.archive import spread
from benchmarks.at_work import dressed, pause
from benchmarks.measuring import OUT, ROOT, compared, in_turn, inside, python, seconds_of, show
from bmahr_desktop.domain.body import plain_body
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.money import EventKind, Funding, LedgerEvent
from bmahr_desktop.domain.projects.progress import Progress, Stage, Standing
from bmahr_desktop.domain.projects.project import (
    Contact,
    Indicator,
    Project,
    ProjectText,
    Step,
    TextKind,
)
from bmahr_desktop.domain.records import new_uid
from bmahr_desktop.operations import records
from bmahr_desktop.operations.office import make_office, new_sitting, open_office
from bmahr_desktop.operations.projects import list_projects
from bmahr_desktop.places import data_place

_YEAR, _COUNT, _REPORTS, _STEPS = 2563, 500, 9, 7
_OPENED = 7
_TODAY = datetime.date(2020, 7, 1)
_WORDS = (
    "จัดประชุมเชิงปฏิบัติการร่วมกับหน่วยงานที่เกี่ยวข้อง เพื่อรวบรวมข้อคิดเห็นและข้อเสนอแนะ "
    "นำมาปรับปรุงร่างรายงานผลการศึกษา"
    "และเสนอผู้บริหารพิจารณาให้ความเห็นชอบตามขั้นตอนที่กำหนดไว้ในแผนปฏิบัติราชการ "
)
_CODE = "03000000-0001"


def projects() -> None:
    """Measure both on a file with invented projects."""
    file = _made()
    _cold(file)
    _overview(file)


def _cold(file: Path) -> None:
    """Whole processes: the command against plain ReportLab on the same words."""
    out = OUT / "progress.pdf"
    ours, floor = "bmahr-desktop export form progress", "ReportLab without shaping"
    command = python(
        "-m", "bmahr_desktop", "--data", str(file), "export", "form", "progress", _CODE, str(out)
    )
    in_turn({ours: command}, runs=0)
    lines = [line for page in PdfReader(out).pages for line in page.extract_text().split("\n")]
    (OUT / "progress.json").write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")
    font = ROOT / "resources" / "fonts" / "Sarabun-Light.ttf"
    plain = python("-m", "benchmarks.plain_reportlab", str(OUT / "progress.json"), str(font),
                   str(OUT / "plain.pdf"))  # fmt: skip
    figures = in_turn({ours: command, floor: plain})
    title = f"Cold: the progress form of a project with {_REPORTS} reports, whole process"
    show(title, [*compared(ours, figures), ("to be", "1 s at most")])


def _overview(file: Path) -> None:
    """Reading the year, and opening its overview until it is painted."""
    dressed()
    store = open_office(data_place(file), new_sitting())

    def read(_: int) -> list[Any]:
        with store.reading() as session:
            return list(list_projects(session, _YEAR, _TODAY))

    figure = inside(read)
    count = len(read(0))
    opened = [_open(store) for _ in range(_OPENED + 1)][1:]
    store.close()
    show(
        f"The overview of a year of {count} projects",
        [("reading it", seconds_of(figure)), ("in the window, until painted", spread(opened)),
         ("to be", "200 ms at most")],
    )  # fmt: skip


def _open(store: Any) -> float:
    """Return the seconds until the overview of the year is painted in its tab."""
    from bmahr_desktop.ui.background import Errands  # noqa: PLC0415
    from bmahr_desktop.ui.desk import Desk  # noqa: PLC0415
    from bmahr_desktop.ui.foot import Foot  # noqa: PLC0415
    from bmahr_desktop.ui.memory import Memory  # noqa: PLC0415
    from bmahr_desktop.ui.projects.tab import ProjectsTab  # noqa: PLC0415
    from bmahr_desktop.ui.projects.work import ProjectsWork  # noqa: PLC0415

    errands = Errands("projects")
    tab = ProjectsTab(Desk(store), errands, today=lambda: _TODAY)
    tab.resize(1366, 690)
    work = ProjectsWork(tab, Desk(store), errands, Foot(), Memory(OUT / "window.ini"))
    tab.show()
    pause(50)
    begun = time.perf_counter()
    work.show_year(_YEAR)
    _until(errands)
    tab.overview.list.viewport().repaint()
    taken = time.perf_counter() - begun
    errands.stop()
    tab.deleteLater()
    pause(1)
    return taken


def _until(errands: Any) -> None:
    """Let the window work until nothing is being read."""
    from PySide6.QtCore import QEventLoop  # noqa: PLC0415

    loop = QEventLoop()
    while errands.busy():
        loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


# ---------------------------------------------------------------- invented


def _made() -> Path:
    """Return a file with the projects; it is made once."""
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / "projects.sqlite"
    if path.exists():
        path.unlink()
    store = make_office(data_place(path), new_sitting())
    chance = Random(6)
    with store.writing() as session:
        for number in range(1, _COUNT + 1):
            records.add(session, Kind.PROJECT, _project(number, chance))
    store.close()
    return path


def _project(number: int, chance: Random) -> Project:
    amount = chance.randrange(1, 400) * 1_000_000
    indicator = Indicator(new_uid(), "ร้อยละของงานที่แล้วเสร็จ", target="ร้อยละ ๘๐")
    return Project(
        uid=new_uid(), name=f"โครงการตัวอย่างที่ {number} พัฒนาระบบงาน", year=_YEAR,
        code=f"03000000-{number:04}", offices=("สำนักงานตัวอย่าง", f"กองตัวอย่าง {number % 12}"),
        manager=Contact("นายตัวอย่าง ใจดี", "1234"), start=datetime.date(2019, 10, 1),
        end=datetime.date(2020, 9, 30), funding=Funding(_YEAR, amount=amount),
        texts=tuple(ProjectText(new_uid(), kind, plain_body(_WORDS * 3)) for kind in TextKind),
        steps=tuple(
            Step(new_uid(), f"ขั้นตอนที่ {one + 1}", 1400 if one else 1600, (one, one + 1))
            for one in range(_STEPS)
        ),
        ledger=(LedgerEvent(new_uid(), EventKind.ALLOTTED, datetime.date(2019, 12, 2), amount),),
        indicators=(indicator,), progress=tuple(_reports(chance)),
    )  # fmt: skip


def _reports(chance: Random) -> Iterator[Progress]:
    done = 0
    for number in range(1, _REPORTS + 1):
        done = min(10_000, done + chance.randrange(0, 1500))
        month = 9 + number
        day = datetime.date(2019 + (month > 12), (month - 1) % 12 + 1, 19)
        yield Progress(
            new_uid(), number, day, stage=Stage.IN_PROGRESS, body=plain_body(_WORDS * 2),
            percent=done, spent=0, on_plan=Standing.AS_PLANNED, on_target=Standing.AS_PLANNED,
        )  # fmt: skip
