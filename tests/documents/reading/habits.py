"""Invented minutes as Word files, in ten habits of typing them."""

from io import BytesIO
from typing import Any

from docx.shared import Mm

from tests.documents.reading.hands import (
    ABSENT,
    FIRST,
    GUESTS,
    LONG,
    PEOPLE,
    Typed,
    head,
    lines,
    people_by_tabs,
    raw,
    signed,
    table_of,
    thai,
)
from tests.documents.reading.plain_habits import BY_HAND, BY_STYLES, IN_TABLES, IN_TWO_COLUMNS
from tests.records import picture

# ---------------------------------------------------------------- 5: typed like on a machine


def _typewritten(document: Any) -> None:
    head(document, align=None)
    lines(document, "ผู้มาประชุม")
    for number, (name, office, role) in enumerate(PEOPLE, 1):
        lines(document, f"    {thai(number)}. {name.replace(' ', '  ', 1)}          {role}")
        lines(document, *(f"       {line}" for line in office))
    lines(document, "ผู้ไม่มาประชุม   (จำนวน ๑ คน)")
    lines(document, f"    ๑. {ABSENT[0][0]}          {ABSENT[0][2]}", f"       {ABSENT[0][1][0]}")
    lines(document, "- ๒ -")
    lines(document, "ผู้เข้าร่วมประชุม")
    for number, (name, office) in enumerate(GUESTS, 1):
        lines(document, f"    {thai(number)}. {name}     {'     '.join(office)}")
    lines(document, "เริ่มประชุมเวลา  ๐๙.๓๐  น.")
    lines(document, "ระเบียบวาระที่ ๑   เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ")
    lines(document, "การดําเนินงานที่ผ่านมาเปนไปด้วยดีและได้รับความร่วมมือจากทุกส่วนราชการ-")
    lines(document, "ในสังกัดตลอดจนภาคเอกชนในพื้นที่", "เเละขอขอบคุณ")
    lines(document, "มติที่ประชุม   รับทราบ", "ระเบียบวาระที่ ๒...")
    lines(document, "- ๓ -")
    lines(document, "ระเบียบวาระที่ ๒   เรื่องอื่น ๆ")
    lines(document, "ผู้แทนกองระบบงานแจ้งว่าจะจัดอบรมในเดือนหน้า ขอให้ทุกหน่วยส่งรายชื่อ/")
    lines(document, "/มติที่...", "มติที่ประชุม   รับทราบ และมอบฝ่ายเลขานุการแจ้งเวียน")
    lines(document, "เลิกประชุมเวลา  ๑๑.๔๕  น.")
    lines(document, "", "ลงชื่อ ......................................... ผู้จดรายงานการประชุม")
    lines(document, "          ( นายเลิศ  ช่างจด )", "          หัวหน้าฝ่ายการประชุม")


TYPEWRITTEN = Typed(
    _typewritten,
    (
        FIRST,
        ("เรื่องอื่น ๆ", (("", ("รับทราบ และมอบฝ่ายเลขานุการแจ้งเวียน",)),)),
    ),
)

# ---------------------------------------------------------------- 6: all in few lines


def _in_few_lines(document: Any) -> None:
    lines(
        document,
        "รายงานการประชุมคณะกรรมการพัฒนาบริการ\nครั้งที่ ๓/๒๕๖๔\nวันที่ ๑๐ มีนาคม พ.ศ. ๒๕๖๔ เวลา ๐๙.๓๐ น.\n"
        "ณ ห้องประชุม ๑ ชั้น ๕",
    )
    lines(document, "กรรมการผู้มาประชุม")
    for name, office, role in PEOPLE:
        lines(document, f"{name} {' '.join(office[:1])} {role}", *office[1:])
    lines(document, "กรรมการที่ไม่มาประชุม (เนื่องจากติดราชการ)")
    lines(document, f"{ABSENT[0][0]} {ABSENT[0][1][0]}")
    lines(document, "ผู้ร่วมประชุม")
    for name, office in GUESTS:
        lines(document, f"{name}   {' '.join(office)}")
    lines(document, "เริ่มประชุม เวลา 0930 น.")
    lines(document, "วาระที่ ๑ : เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", f"- {LONG}", "- ไม่มีเรื่องอื่น")
    lines(document, "มติ : รับทราบ")
    lines(document, "วาระที่ ๒ : รับรองรายงานการประชุมครั้งที่ ๒/๒๕๖๔ วันที่ ๑๐ ก.พ. ๖๔")
    lines(document, 'มติ : ให้แก้ไขหน้า 3 ข้อ 1 จาก "เดิม" เป็น "แก้แล้ว" นอกนั้นรับรอง')
    lines(document, "วาระที่ ๓ : เรื่องเพื่อพิจารณา", "ข้อเท็จจริง : กองระบบงานรายงานว่าระบบขัดข้อง")
    lines(document, "มติ : ที่ประชุมมีมติ ดังนี้", "(๑) เห็นชอบให้กองระบบงานปรับปรุงระบบ", "(๒) ให้รายงานเป็นระยะ")
    lines(document, "เลิกประชุม เวลา ๑๑.๔๕ นาฬิกา", "นายเลิศ ช่างจด   ผู้จดรายงานการประชุม")


IN_FEW_LINES = Typed(
    _in_few_lines,
    (
        FIRST,
        (
            "รับรองรายงานการประชุมครั้งที่ ๒/๒๕๖๔ วันที่ ๑๐ ก.พ. ๖๔",
            (("", ('ให้แก้ไขหน้า 3 ข้อ 1 จาก "เดิม" เป็น "แก้แล้ว" นอกนั้นรับรอง',)),),
        ),
        (
            "เรื่องเพื่อพิจารณา",
            (
                (
                    "",
                    (
                        "ที่ประชุมมีมติ ดังนี้\nเห็นชอบให้กองระบบงานปรับปรุงระบบ",
                        "ให้รายงานเป็นระยะ",
                    ),
                ),
            ),
        ),
    ),
)

# ---------------------------------------------------------------- 7: what Word can do


def _with_everything(document: Any) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = "ลับ"
    section.footer.paragraphs[0].text = "ฝ่ายการประชุม สำนักวางแผน"
    head(document)
    people_by_tabs(document)
    lines(document, "เริ่มประชุมเวลา ๐๙.๓๐ น.")
    lines(document, "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ")
    raw(
        document,
        '<w:r><w:t xml:space="preserve">ประธานแจ้งว่า </w:t></w:r>'
        "<w:del><w:r><w:delText>ข้อความที่ลบแล้ว</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>งบประมาณได้รับอนุมัติ</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ข้อความที่ซ่อนไว้</w:t></w:r>",
    )
    raw(
        document,
        '<w:r><w:t>มีกรอบข้อความ</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        "<w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>"
        "<w:p><w:r><w:t>ข้อความในกรอบ</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        "<v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>ข้อความในกรอบ</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    raw(
        document,
        '<w:hyperlink><w:r><w:t xml:space="preserve">ดูที่เว็บไซต์ </w:t></w:r></w:hyperlink>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>วันนี้</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    )
    document.add_picture(BytesIO(picture()), width=Mm(50))
    document.add_paragraph("ภาพที่ ๑ สำนักงาน", style="Caption")
    table = table_of(
        document, [("หัวข้อ", "ผล", ""), ("งานหนึ่ง", "เสร็จ", "ดี"), ("งานสอง", "", "พอใช้")]
    )
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 1).merge(table.cell(2, 1))
    inner = table.cell(2, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "ข้างใน", "อีกชั้น"
    lines(document, "มติที่ประชุม", "รับทราบ", "เลิกประชุมเวลา ๑๑.๔๕ น.")
    signed(document)
    document.add_page_break()
    lines(document, "เอกสารแนบท้าย ตารางสรุป", bold=True)
    lines(document, "หมายเหตุ ตัวเลขเบื้องต้น")
    table_of(document, [("ก", "ข"), ("๑", "๒")])


WITH_EVERYTHING = Typed(
    _with_everything,
    (FIRST,),
    more={
        "appendix": "เอกสารแนบท้าย ตารางสรุป",
        "left_out": ("ลับ", "ฝ่ายการประชุม สำนักวางแผน", "ข้อความที่ลบแล้ว", "ข้อความที่ซ่อนไว้"),
        "secrecy": "confidential",
    },
)

# ---------------------------------------------------------------- 8: resolutions without a heading


def _decided_in_sentences(document: Any) -> None:
    head(document)
    people_by_tabs(document, lambda number: f"{number})")
    lines(document, "เปิดประชุมเวลา 09.30 น.")
    lines(document, "ระเบียบวาระที่ 1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", LONG, "ที่ประชุมรับทราบ")
    lines(document, "ระเบียบวาระที่ 2 เรื่องเพื่อพิจารณา")
    lines(document, "2.1 การปรับปรุงอาคาร", bold=True)
    lines(document, "กองอาคารเสนอให้ปรับปรุงอาคาร", "ที่ประชุมพิจารณาแล้วมีมติเห็นชอบให้ปรับปรุงอาคาร")
    lines(document, "2.2 การจัดงานประจำปี", bold=True)
    lines(document, "ฝ่ายกิจกรรมเสนอจัดงาน", "ที่ประชุมมีมติอนุมัติ")
    lines(document, "ระเบียบวาระที่ 3 เรื่องอื่น ๆ", "ไม่มี", "ปิดประชุมเวลา 11.45 น.")
    signed(document)


DECIDED_IN_SENTENCES = Typed(
    _decided_in_sentences,
    (
        ("เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", (("", ("ที่ประชุมรับทราบ",)),)),
        (
            "เรื่องเพื่อพิจารณา",
            (
                ("การปรับปรุงอาคาร", ("ที่ประชุมพิจารณาแล้วมีมติเห็นชอบให้ปรับปรุงอาคาร",)),
                ("การจัดงานประจำปี", ("ที่ประชุมมีมติอนุมัติ",)),
            ),
        ),
        ("เรื่องอื่น ๆ", (("", ()),)),
    ),
)

# ---------------------------------------------------------------- 9: many resolutions


def _resolved_one_by_one(document: Any) -> None:
    head(document)
    table_of(
        document,
        [
            ("ผู้มาประชุม", "", ""),
            *((f"{thai(n)}.", "\n".join((a, *o)), r) for n, (a, o, r) in enumerate(PEOPLE, 1)),
            ("ผู้ไม่มาประชุม", "", ""),
            *((f"{thai(n)}.", "\n".join((a, *o)), r) for n, (a, o, r) in enumerate(ABSENT, 1)),
            ("ผู้เข้าร่วมประชุม", "", ""),
            *((f"{thai(n)}.", a, "\n".join(o)) for n, (a, o) in enumerate(GUESTS, 1)),
        ],
        ruled=False,
    )
    lines(document, "เริ่มประชุมเวลา ๙.๓๐ น.")
    lines(document, "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", bold=True)
    lines(document, "๑.๑ ความคืบหน้าของโครงการ", LONG, "มติที่ประชุม  รับทราบ")
    lines(document, "๑.๒ การย้ายสำนักงาน", "จะย้ายในเดือนหน้า", "มติที่ประชุม  รับทราบ และให้แจ้งเวียน")
    lines(document, "ระเบียบวาระที่ ๒ เรื่องกำหนดวันประชุม", bold=True)
    lines(
        document,
        "กำหนดการประชุมครั้งที่ ๔/๒๕๖๔ ในวันพุธที่ ๗ เมษายน ๒๕๖๔ เวลา ๑๓.๓๐ น. ณ ห้องประชุมใหญ่",
        "มติที่ประชุม  รับทราบ", "เลิกประชุมเวลา ๑๑.๔๕ น.",
    )  # fmt: skip
    signed(document)


RESOLVED_ONE_BY_ONE = Typed(
    _resolved_one_by_one,
    (
        (
            "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ",
            (
                ("ความคืบหน้าของโครงการ", ("รับทราบ",)),
                ("การย้ายสำนักงาน", ("รับทราบ และให้แจ้งเวียน",)),
            ),
        ),
        ("เรื่องกำหนดวันประชุม", (("", ("รับทราบ",)),)),
    ),
    more={"next": (4, 2564, "2021-04-07", "13:30", "ห้องประชุมใหญ่")},
)

# ---------------------------------------------------------------- 10: odd, and not complete


def _odd(document: Any) -> None:
    lines(document, "(ร่าง) รายงานการประชุม", "คณะกรรมการพัฒนาบริการ", "ครั้งที่ ๓ / ๒๕๖๔", "๑๐/๐๓/๒๕๖๔")
    lines(document, "สถานที่ประชุม : ห้องประชุม ๑ ชั้น ๕", "คติพจน์ บริการด้วยใจ")
    people_by_tabs(document)
    lines(document, "ผู้ที่ได้รับเชิญท่านอื่นติดภารกิจทั้งหมด")
    lines(document, "เริ่มประชุมเวลา ๐๙.๓๐ น. โดยนายสมหมาย ใจมั่น ทำหน้าที่ประธาน")
    lines(document, "ระเบียบวาระที่ ๑ เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", LONG)
    lines(document, "ระเบียบวาระที่ ๒ ที่ประชุมได้พิจารณาในครั้งก่อนแล้วนั้น ขอให้ติดตามต่อไป")
    lines(document, "มติ ก.ก. ครั้งที่ ๑/๒๕๖๔ ให้ถือปฏิบัติต่อไป", "มติที่ประชุม", "รับทราบ")
    lines(document, "ระเบียบวาระที่ ๓ เรื่องสืบเนื่อง", "ไม่มี", "มติที่ประชุม", "รับทราบ")
    lines(document, "เลิกประชุม", "หมายเหตุ เอกสารประกอบเก็บไว้ที่ฝ่ายการประชุม")
    signed(document)


ODD = Typed(
    _odd,
    (FIRST, ("เรื่องสืบเนื่อง", (("", ("รับทราบ",)), ("", ())))),
    hours=("09:30", None),
)

HABITS = {
    "by hand": BY_HAND,
    "in tables": IN_TABLES,
    "by styles": BY_STYLES,
    "in two columns": IN_TWO_COLUMNS,
    "typewritten": TYPEWRITTEN,
    "in few lines": IN_FEW_LINES,
    "with everything": WITH_EVERYTHING,
    "decided in sentences": DECIDED_IN_SENTENCES,
    "resolved one by one": RESOLVED_ONE_BY_ONE,
    "odd": ODD,
}
