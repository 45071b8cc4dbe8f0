"""People and the units they work in."""

from bmahr_desktop.domain.records import Name, Order, Record, ShortText, Uid
from bmahr_desktop.thai.names import PersonName, join_name


class Unit(Record, frozen=True):
    """An office: หน่วยงาน, ส่วนราชการ, กลุ่มงาน, or a body outside the city.

    Attributes:
        short_name: As people write it, "สกก.".
        code: The four digits of its letter numbers, "0301".
        parent: The unit it belongs to.
    """

    uid: Uid
    name: Name
    short_name: ShortText = ""
    code: ShortText = ""
    parent: Uid | None = None
    position: Order = 0


class Person(Record, frozen=True):
    """Somebody.

    Attributes:
        honorific: Title before the name, as printed: "นาย", "รองศาสตราจารย์ ดร.".
        name: Given name and family name.
        job: The position held now, "ผู้อำนวยการกอง…".
        unit: Where they work.
    """

    uid: Uid
    name: Name
    honorific: ShortText = ""
    job: ShortText = ""
    unit: Uid | None = None

    @property
    def printed(self) -> str:
        """Return the name as papers print it, the title joined to it where that is the rule."""
        given, _, family = self.name.partition(" ")
        return join_name(PersonName(self.honorific, given, family))
