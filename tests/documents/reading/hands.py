"""How invented minutes are typed into Word files: lines, lists, tables, raw XML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

PEOPLE = (
    ("นายสมหมาย ใจมั่น", ("ผู้ทรงคุณวุฒิ",), "ประธานกรรมการ"),
    ("นางสาวพิมพ์ใจ แสนดี", ("ผู้อำนวยการสำนักวางแผน", "แทนปลัดเมือง"), "กรรมการ"),
    ("รองศาสตราจารย์ ดร.วิทยา ณ บางกอก", ("คณะรัฐศาสตร์ มหาวิทยาลัยธารา",), "กรรมการ"),
    ("นายเลิศ ช่างจด", ("หัวหน้าฝ่ายการประชุม",), "กรรมการและเลขานุการ"),
)
ABSENT = (("นางมาลี ไม่ว่าง", ("ผู้ทรงคุณวุฒิ",), "ติดราชการ"),)
GUESTS = (
    ("นายแขก มาชี้แจง", ("นักวิชาการคอมพิวเตอร์ชำนาญการ", "กองระบบงาน")),
    ("นางสาวฟัง เงียบงัน", ("นักทรัพยากรบุคคลปฏิบัติการ",)),
)
LONG = (
    "ตามที่สำนักวางแผนได้ศึกษาแนวทางการจัดบริการแก่ประชาชนในพื้นที่เขตชั้นในและเขตชั้นนอก "
    "พบว่ามีผู้ใช้บริการเพิ่มขึ้นร้อยละ ๑๒ เมื่อเทียบกับปีก่อน"
)


@dataclass(frozen=True)
class Typed:
    """A file, and what there is in it.

    Attributes:
        lists: How many are present, absent, and others.
        items: Of each item its title, and of each matter its title and its resolutions.
        names: Of those listed, in order; if they are not the usual ones.
    """

    make: Callable[[Any], None]
    items: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...]
    lists: tuple[int, int, int] = (4, 1, 2)
    number: tuple[int, int] = (3, 2564)
    date: str = "2021-03-10"
    hours: tuple[str | None, str | None] = ("09:30", "11:45")
    venue: str = "ห้องประชุม ๑ ชั้น ๕"
    more: dict[str, Any] = field(default_factory=dict)

    def write(self, folder: Path) -> Path:
        document = Document()
        self.make(document)
        path = folder / "รายงาน.docx"
        document.save(str(path))
        return path


# ---------------------------------------------------------------- ways to type


def lines(document: Any, *texts: str, bold: bool = False, style: str | None = None) -> None:
    for text in texts:
        paragraph = document.add_paragraph(style=style)
        paragraph.add_run(text).bold = bold or None


def head(document: Any, committee: str = "คณะกรรมการพัฒนาบริการ", align: int | None = 1) -> None:
    for text in (
        f"รายงานการประชุม{committee}",
        "ครั้งที่ ๓/๒๕๖๔",
        "วันพุธที่ ๑๐ มีนาคม ๒๕๖๔",
        "ณ ห้องประชุม ๑ ชั้น ๕",
    ):
        paragraph = document.add_paragraph()
        paragraph.add_run(text).bold = True
        paragraph.alignment = align


def thai(number: int) -> str:
    return str(number).translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))


def people_by_tabs(document: Any, label: Callable[[int], str] = lambda n: f"{thai(n)}.") -> None:
    lines(document, "ผู้มาประชุม", bold=True)
    for number, (name, office, role) in enumerate(PEOPLE, 1):
        lines(document, f"{label(number)}\t{name}\t{role}")
        lines(document, *(f"\t{line}" for line in office))
    lines(document, "ผู้ไม่มาประชุม", bold=True)
    for number, (name, office, reason) in enumerate(ABSENT, 1):
        lines(document, f"{label(number)}\t{name}\t{reason}", *(f"\t{one}" for one in office))
    lines(document, "ผู้เข้าร่วมประชุม", bold=True)
    for number, (name, office) in enumerate(GUESTS, 1):
        lines(document, f"{label(number)}\t{name}\t{office[0]}", *(f"\t{o}" for o in office[1:]))


def table_of(document: Any, rows: Iterable[Iterable[str]], *, ruled: bool = True) -> Any:
    filled = [list(row) for row in rows]
    table = document.add_table(rows=len(filled), cols=len(filled[0]))
    if ruled:
        table.style = "Table Grid"
    else:
        for style in table._tbl.tblPr.findall(qn("w:tblStyle")):
            table._tbl.tblPr.remove(style)
    for cells, words in zip(table.rows, filled, strict=True):
        for cell, text in zip(cells.cells, words, strict=True):
            first, *others = text.split("\n")
            cell.paragraphs[0].add_run(first)
            for other in others:
                cell.add_paragraph(other)
    return table


def people_in_tables(document: Any, *, ruled: bool) -> None:
    lines(document, "ผู้มาประชุม")
    rows = [
        (f"{n}.", "\n".join((name, *office)), role)
        for n, (name, office, role) in enumerate(PEOPLE, 1)
    ]
    table_of(document, rows, ruled=ruled)
    lines(document, "ผู้ไม่มาประชุม")
    rows = [(f"{n}.", "\n".join((a, *o)), r) for n, (a, o, r) in enumerate(ABSENT, 1)]
    table_of(document, rows, ruled=ruled)
    lines(document, "ผู้เข้าร่วมประชุม")
    rows = [(f"{n}.", name, "\n".join(o)) for n, (name, o) in enumerate(GUESTS, 1)]
    table_of(document, rows, ruled=ruled)


def signed(document: Any) -> None:
    lines(document, "(นายเลิศ ช่างจด)", "หัวหน้าฝ่ายการประชุม", "ผู้จดรายงานการประชุม")


def add_numbering(document: Any, levels: Iterable[tuple[str, str]]) -> int:
    """Define a list of Word's own; return its id."""
    numbering = document.part.numbering_part.element
    own = 77
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{own}">'
        f'<w:multiLevelType w:val="multilevel"/>{made}</w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{own}"><w:abstractNumId w:val="{own}"/></w:num>')
    )
    return own


def counted(document: Any, text: str, number: int, level: int, *, bold: bool = False) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold or None
    paragraph._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{number}"/></w:numPr>'
        )
    )


def raw(document: Any, xml: str) -> None:
    """Add a paragraph of raw XML."""
    names = nsdecls("w", "r", "wp", "a")
    document.element.body.find(qn("w:sectPr")).addprevious(
        parse_xml(f"<w:p {names} {_MORE}>{xml}</w:p>")
    )


_MORE = (
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


FIRST = ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", (("", ("รับทราบ",)),))
