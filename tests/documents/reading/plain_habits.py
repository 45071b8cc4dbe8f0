"""Invented minutes in the usual habits of typing."""

from typing import Any

from tests.documents.reading.hands import (
    ABSENT,
    FIRST,
    GUESTS,
    LONG,
    PEOPLE,
    Typed,
    add_numbering,
    counted,
    head,
    lines,
    people_by_tabs,
    people_in_tables,
    signed,
    table_of,
)

# ---------------------------------------------------------------- 1: bold lines and tabs


def _by_hand(document: Any) -> None:
    head(document)
    people_by_tabs(document)
    lines(document, "เริ่มประชุมเวลา ๐๙.๓๐ น.", bold=True)
    lines(document, "ระเบียบวาระที่ ๑\tเรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", bold=True)
    lines(document, f"๑.\t{LONG}", "๑.๑\tพื้นที่เขตชั้นใน", "๑.๒\tพื้นที่เขตชั้นนอก", "๒.\tขอบคุณทุกฝ่าย")
    lines(document, "มติที่ประชุม", bold=True)
    lines(document, "รับทราบ")
    lines(document, "ระเบียบวาระที่ ๒\tเรื่องรับรองรายงานการประชุม ครั้งที่ ๒/๒๕๖๔", bold=True)
    lines(document, "ฝ่ายเลขานุการเสนอรายงานการประชุมครั้งที่ ๒/๒๕๖๔ เมื่อวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๔")
    lines(document, "มติที่ประชุม", bold=True)
    lines(
        document, "ให้แก้ไขดังนี้", "๑. หน้า ๓ ข้อ ๒ จาก “เก่า” เป็น “ใหม่”",
        "๒. หน้า ๕ จาก “ผิดที่หนึ่ง” เป็น “ถูก”",
        "นอกนั้นรับรองรายงานการประชุมครั้งที่ ๒/๒๕๖๔ เมื่อวันที่ ๑๐ กุมภาพันธ์ ๒๕๖๔",
    )  # fmt: skip
    lines(document, "ระเบียบวาระที่ ๓\tเรื่องเพื่อพิจารณา", "เรื่อง แผนบริการประชาชน", bold=True)
    lines(document, "สำนักวางแผนขอเสนอแผนบริการประชาชนเพื่อพิจารณา")
    lines(document, "สาระสำคัญของเรื่อง", bold=True)
    lines(document, "๑.\tหลักการของแผน", "๒.\tงบประมาณ ๑,๒๐๐,๐๐๐ บาท")
    lines(document, "ประเด็นการพิจารณา", bold=True)
    lines(document, "ที่ประชุมเห็นว่าควรเริ่มจากเขตชั้นใน")
    lines(document, "มติที่ประชุม", bold=True)
    lines(
        document, "๑.\tเห็นชอบแผนบริการประชาชนตามที่เสนอ",
        "๒.\tมอบหมายให้สำนักวางแผนรายงานความก้าวหน้าให้ที่ประชุมทราบภายในวันที่ ๓๐ เมษายน ๒๕๖๔",
    )  # fmt: skip
    lines(document, "เลิกประชุมเวลา ๑๑.๔๕ น.", bold=True)
    signed(document)


BY_HAND = Typed(
    _by_hand,
    (
        FIRST,
        ("เรื่องรับรองรายงานการประชุม ครั้งที่ ๒/๒๕๖๔", (("", ("",)),)),
        (
            "เรื่องเพื่อพิจารณา",
            (
                (
                    "เรื่อง แผนบริการประชาชน",
                    (
                        "เห็นชอบแผนบริการประชาชนตามที่เสนอ",
                        "มอบหมายให้สำนักวางแผนรายงานความก้าวหน้าให้ที่ประชุมทราบภายในวันที่ ๓๐ เมษายน ๒๕๖๔",
                    ),
                ),
            ),
        ),
    ),
)

# ---------------------------------------------------------------- 2: tables


def _in_tables(document: Any) -> None:
    lines(document, "รายงานการประชุมคณะกรรมการพัฒนาบริการ ครั้งที่ 3/2564")
    lines(document, "เมื่อวันพุธที่ 10 มีนาคม 2564 เวลา 9.30 น.", "ณ ห้องประชุม ๑ ชั้น ๕")
    people_in_tables(document, ruled=True)
    lines(document, "เริ่มประชุมเวลา 9:30 น.")
    lines(document, "ประธานกล่าวเปิดการประชุมและดำเนินการประชุมตามระเบียบวาระ ดังนี้")
    lines(document, "ระเบียบวาระที่ 1", "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "- ไม่มี -")
    lines(document, "มติที่ประชุม : รับทราบ")
    lines(document, "ระเบียบวาระที่ 2", "เรื่องเพื่อพิจารณา")
    lines(document, "2.1 เรื่อง การจัดซื้อระบบ", LONG, "มติที่ประชุม อนุมัติตามเสนอ")
    lines(document, "2.2 เรื่อง ขอขยายเวลา", "กองระบบงานขอขยายเวลาออกไป 30 วัน")
    table_of(document, [("ลำดับ", "รายการ", "มติที่ประชุม"), ("1", "ระยะเวลา", "30 วัน")])
    lines(document, "มติที่ประชุม", "เห็นชอบ")
    lines(document, "ปิดประชุมเวลา 11:45 น.")
    table_of(
        document,
        [("ลงชื่อ................ผู้จดรายงานการประชุม", "ลงชื่อ................ผู้ตรวจรายงานการประชุม"),
         ("(นายเลิศ ช่างจด)", "(นายสมหมาย ใจมั่น)"), ("หัวหน้าฝ่ายการประชุม", "ประธานกรรมการ")],
        ruled=False,
    )  # fmt: skip


IN_TABLES = Typed(
    _in_tables,
    (
        FIRST,
        (
            "เรื่องเพื่อพิจารณา",
            (
                ("เรื่อง การจัดซื้อระบบ", ("อนุมัติตามเสนอ",)),
                ("เรื่อง ขอขยายเวลา", ("เห็นชอบ",)),
            ),
        ),
    ),
    more={"signed": ("นายเลิศ ช่างจด", "นายสมหมาย ใจมั่น")},
)

# ---------------------------------------------------------------- 3: Word's numbers and styles


def _by_styles(document: Any) -> None:
    document.add_paragraph("รายงานการประชุมคณะกรรมการพัฒนาบริการ", style="Title")
    for text in ("ครั้งที่ ๓/๒๕๖๔", "๑๐ มี.ค. ๖๔", "ผ่านสื่ออิเล็กทรอนิกส์ และห้องประชุม ๑ ชั้น ๕"):
        document.add_paragraph(text, style="Subtitle")
    own = add_numbering(
        document,
        [("thaiNumbers", "ระเบียบวาระที่ %1"), ("thaiNumbers", "%1.%2"), ("thaiNumbers", "(%3)")],
    )
    lines(document, "ผู้มาประชุม", style="Heading 1")
    for name, office, role in PEOPLE:
        lines(document, f"{name}\t{role}\n" + "\n".join(office))
    lines(document, "ผู้ไม่มาประชุม", style="Heading 1")
    for name, office, reason in ABSENT:
        lines(document, f"{name} ({reason})", *office)
    lines(document, "ผู้เข้าร่วมประชุม", style="Heading 1")
    for name, office in GUESTS:
        lines(document, f"{name}\t{office[0]}", *office[1:])
    lines(document, "เริ่มประชุมเวลา ๐๙.๓๐ น.")
    counted(document, "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", own, 0)
    lines(document, LONG)
    lines(document, "มติที่ประชุม", style="Heading 3")
    lines(document, "รับทราบ")
    counted(document, "เรื่องเสนอเพื่อทราบ", own, 0)
    counted(document, "เรื่อง ผลการดำเนินงาน", own, 1)
    lines(document, "ผลการดำเนินงานเป็นไปตามแผน")
    lines(document, "มติที่ประชุม", style="Heading 3")
    lines(document, "รับทราบผลการดำเนินงาน")
    counted(document, "เรื่อง ผลการเบิกจ่าย", own, 1)
    counted(document, "เบิกจ่ายแล้วร้อยละ ๔๐", own, 2)
    counted(document, "คงเหลือร้อยละ ๖๐", own, 2)
    lines(document, "มติที่ประชุม", style="Heading 3")
    lines(document, "รับทราบ และให้เร่งรัดการเบิกจ่าย")
    lines(document, "เลิกประชุมเวลา ๑๑.๔๕ น.")
    signed(document)


BY_STYLES = Typed(
    _by_styles,
    (
        FIRST,
        (
            "เรื่องเสนอเพื่อทราบ",
            (
                ("เรื่อง ผลการดำเนินงาน", ("รับทราบผลการดำเนินงาน",)),
                ("เรื่อง ผลการเบิกจ่าย", ("รับทราบ และให้เร่งรัดการเบิกจ่าย",)),
            ),
        ),
    ),
)

# ---------------------------------------------------------------- 4: one table


def _in_two_columns(document: Any) -> None:
    head(document)
    people_in_tables(document, ruled=False)
    table_of(
        document,
        [
            ("", "เริ่มประชุมเวลา ๐๙.๓๐ น."),
            ("ระเบียบวาระที่ ๑", f"เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ\n{LONG}"),
            ("มติที่ประชุม", "รับทราบ"),
            ("ระเบียบวาระที่ ๒", "เรื่องเพื่อพิจารณา\nเรื่อง แผนงานประจำปี\nกองระบบงานเสนอแผนงานประจำปี"),
            ("มติที่ประชุม", "เห็นชอบแผนงานประจำปี\nมอบหมายให้กองระบบงานดำเนินการต่อไป"),
            ("", "เลิกประชุมเวลา ๑๑.๔๕ น."),
        ],
        ruled=False,
    )
    signed(document)


IN_TWO_COLUMNS = Typed(
    _in_two_columns,
    (
        FIRST,
        (
            "เรื่องเพื่อพิจารณา",
            (
                (
                    "เรื่อง แผนงานประจำปี",
                    ("เห็นชอบแผนงานประจำปี\nมอบหมายให้กองระบบงานดำเนินการต่อไป",),
                ),
            ),
        ),
    ),
)
