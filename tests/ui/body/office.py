"""An office whose text modules and names are offered."""

from PySide6.QtWidgets import QApplication

from bmahr_desktop.ui.body.offers import Snippet

MODULES = (
    Snippet("ชอบ", "เห็นชอบตามที่เสนอ", "ที่ประชุมมีมติเห็นชอบตามที่เสนอ"),
    Snippet("ไม่ชอบ", "ไม่เห็นชอบ", "ไม่เห็นชอบ เนื่องจาก [เหตุผล]"),
    Snippet("มอบ1", "มอบหมายหน่วยงาน", "มอบหมาย [หน่วยงาน] ดำเนินการ [เรื่อง] (๑)"),
    Snippet("ยาว", "หลายบรรทัด", "บรรทัดแรก\nบรรทัดสอง"),
    Snippet("ติด", "มอบหมายติดกัน", "มอบหมายให้[หน่วยงาน]ดำเนินการ"),
    Snippet("ข้อ", "เป็นข้อ", "๑. ข้อแรก\n๒. ข้อสอง\n๒.๑ ข้อย่อย"),
)
NAMES = (
    "นายสมชาย ใจดี", "นายสมหมาย ใจเย็น", "นางสาวอรุณี แสงทอง",
    "สำนักงาน ก.ก.", "สำนักการโยธา", "สำนักการระบายน้ำ", "กองการเจ้าหน้าที่",
    *(f"ฝ่ายที่ {n}" for n in range(20)),
)  # fmt: skip


class Office:
    """Offers from memory, and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def modules(self):
        return MODULES

    def names(self, prefix):
        self.asked.append(prefix)
        return [name for name in NAMES if name.startswith(prefix)]


def shown(editor):
    """What the list shows; nothing while it is hidden."""
    QApplication.processEvents()
    offers = editor.completion.list
    model = offers.model()
    lines = [model.index(row, 0).data() for row in range(model.rowCount())]
    return lines if offers.isVisible() else []


def selected(editor):
    return editor.textCursor().selectedText()
