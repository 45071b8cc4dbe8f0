"""Setting the minutes: cold against two peers, warm after a change, and how it grows."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import OUT, ROOT, compared, in_turn, inside, python, seconds_of, show
from benchmarks.same_text import parts_of, write_flat_odt
from bmahr_desktop.documents.minutes import set_minutes
from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.minutes import MinutesPaper, PaperParagraph
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.minutes import choose_meeting

SAMPLE = ROOT / "resources" / "sample" / "data.json"
MEETING = "1/2568"


def sample_paper(path: Path = SAMPLE) -> MinutesPaper:
    """Return the largest meeting of the sample as a paper."""
    loaded = read_exchange(path)
    exchange = loaded.exchange
    meeting = choose_meeting(exchange.committees, exchange.meetings, MEETING, None)
    return compose_minutes(meeting, exchange.committees[0], loaded.pictures)


def cold() -> None:
    """Whole processes: the command against LibreOffice and plain ReportLab on the same text."""
    sample_words()
    ours, floor = "bmahr-desktop set minutes", "ReportLab without shaping"
    commands = {
        ours: python("-m", "bmahr_desktop", "set", "minutes", str(SAMPLE),
                     str(OUT / "ours.pdf"), "--meeting", MEETING),
        floor: python("-m", "benchmarks.plain_reportlab", str(OUT / "words.json"),
                      str(ROOT / "resources" / "fonts" / "Sarabun-Light.ttf"),
                      str(OUT / "plain.pdf")),
        **libreoffice(),
    }  # fmt: skip
    figures = in_turn(commands)
    rows = compared(ours, figures)
    if "LibreOffice" not in commands:
        rows.append(("LibreOffice", "is not installed here: not compared"))
    show("Cold: the largest minutes of the sample, whole process", rows)


def sample_words() -> None:
    """Write the words of the largest minutes of the sample, as the peers read them."""
    OUT.mkdir(parents=True, exist_ok=True)
    parts = list(parts_of(sample_paper()))
    (OUT / "words.json").write_text(json.dumps(parts, ensure_ascii=False), encoding="utf-8")
    write_flat_odt(parts, OUT / "words.fodt")


def libreoffice() -> dict[str, list[str]]:
    """Return the command of LibreOffice on those words; none where it is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return {}
    command = [
        office, "--headless", f"-env:UserInstallation=file://{OUT / 'office'}",
        "--convert-to", "pdf", "--outdir", str(OUT), str(OUT / "words.fodt"),
    ]  # fmt: skip
    return {"LibreOffice": command}


def warm() -> None:
    """The same process again, after a change of one sentence."""
    paper = sample_paper()
    set_minutes(paper)
    figure = inside(lambda number: set_minutes(_with_a_change(paper, number)))
    show("Warm: set again after a change of one sentence", [("rebuild", seconds_of(figure))])


def _with_a_change(paper: MinutesPaper, number: int) -> MinutesPaper:
    item = paper.items[2]
    matter = item.matters[0]
    section = matter.sections[-1]
    block = section.blocks[-1]
    assert isinstance(block, PaperParagraph)
    words = TextRun(text=f"{block.text} แก้ไขเพิ่มเติมครั้งที่ {number}")
    changed = replace(section, blocks=(*section.blocks[:-1], replace(block, runs=(words,))))
    matter = replace(matter, sections=(*matter.sections[:-1], changed))
    item = replace(item, matters=(matter, *item.matters[1:]))
    return replace(paper, items=(*paper.items[:2], item, *paper.items[3:]))


def grow() -> None:
    """20 pages against 200: seconds and peak memory of a whole process."""
    times = {"once": 1, "twelve times": 12}
    commands = {
        name: python("-m", "benchmarks.grown", str(count), str(OUT / f"grown-{count}.pdf"))
        for name, count in times.items()
    }
    figures = in_turn(commands, runs=5)
    rows = [(name, seconds_of(figure)) for name, figure in figures.items()]
    ratio = figures["twelve times"].median / figures["once"].median
    rows.append(("twelve times against once", f"{ratio:.1f} x the seconds"))
    sizes = [(OUT / f"grown-{count}.pdf").stat().st_size // 1024 for count in times.values()]
    rows.append(("size of the files", " and ".join(f"{size} KB" for size in sizes)))
    show("Growth: the matters of the same minutes once and twelve times (over 200 pages)", rows)
