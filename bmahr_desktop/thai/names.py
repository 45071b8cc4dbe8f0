"""Names of people: the titles before them, the given name, the family name.

Thai joins most titles to the name without a space, so a title has to be told from a name that
merely begins with its letters. A text is taken for a title when one of these holds:

* it is an abbreviation with its dots (ดร., พ.ต.อ.);
* a space stands behind it (นาย สมชาย ใจดี);
* what follows it directly could be a name by itself: it begins as a Thai syllable can, and its
  first word has two characters or more. So นางนวล is นาง + นวล, and นางสาวิตรี is นาง + สาวิตรี, but
  นายิกา and the นายก of นายก สมาคม are names as they stand.

The longest title that fits is taken, then the next, as รองศาสตราจารย์ + ดร. or พลเอก + หม่อมหลวง;
นาย, นาง, นางสาว and พระ are always the last. Given names that a title's letters begin (พระนาย) and
offices that do (นายกรัฐมนตรี) are listed as such. คุณ, which official papers do not use, is a title
only with a space behind it, for คุณวุฒิ and คุณากร are names.
"""

import re
from dataclasses import dataclass

from bmahr_desktop.thai.searchkey import search_key, tidied

_GRADES = "(?:เอก|โท|ตรี|จัตวา)"
_RANK = (
    "(?:ว่าที่ ?)?(?:"
    "(?:พล(?:เรือ|อากาศ|ตำรวจ)?|พัน(?:ตำรวจ|จ่าอากาศ|จ่า)?|ร้อย(?:ตำรวจ)?|(?:นาวา|เรือ)(?:อากาศ)?"
    f"|จ่า(?:สิบ|อากาศ)?|สิบ(?:ตำรวจ)?){_GRADES}"
    "|จ่าสิบตำรวจ|(?:นาย)?ดาบตำรวจ|พลตำรวจ|พลทหาร|จอมพล(?:เรือ|อากาศ)?"
    r"|(?:พล\.(?:[ตรอ]\.)?|พ\.(?:[ตจอ]\.)?|ร\.(?:ต\.)?|น\.|จ\.(?:ส\.)?|ส\.(?:ต\.)?)[อทตจ]\."
    r"|ด\.ต\."
    r")(?:หญิง| หญิง(?= \S+ \S)|พิเศษ| ?\((?:พิเศษ|หญิง)\))?"
)
_PROFESSOR = (
    r"(?:(?:รอง|ผู้ช่วย)?ศาสตราจารย์|(?:รศ|ผศ|ศ)\.|(?:รศ|ผศ)(?= ))"
    r"(?:เกียรติคุณ|กิตติคุณ|คลินิก|ปฏิบัติ|พิเศษ| (?:เกียรติคุณ|กิตติคุณ)(?= \S+ \S| ดร\.)"
    r"| ?\((?:เกียรติคุณ|กิตติคุณ|คลินิก|พิเศษ)\))?"
)
_LEARNED = r"ดร\.|ดร(?= )|อาจารย์|อ\.(?= ?ดร\.)"
_MEDICAL = (
    "นายแพทย์|แพทย์หญิง|(?:ทันตแพทย์|สัตวแพทย์|เภสัชกร)(?:หญิง)?"
    r"|(?:นพ|พญ|ทพ|ทพญ|ภก|ภญ|น\.?สพ|สพ\.?ญ)\."
)
_NOBLE = r"หม่อมเจ้า|หม่อมราชวงศ์|หม่อมหลวง|ม\.จ\.|ม\.ร\.ว\.|ม\.ล\.|คุณหญิง|ท่านผู้หญิง"
_CIVIL = r"นาย|นางสาว|นาง|น\.ส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.|คุณ(?= )"
_MONK = "พระ(?:ครู(?:ปลัด|สมุห์|ใบฎีกา)?|มหา|ปลัด|สมุห์|ใบฎีกา|อาจารย์|อธิการ)?"
_FOREIGN = (
    r"(?i:(?:mrs|mr|ms|miss|dr|(?:(?:assoc|asst)\. ?)?prof|rev|h\.e)(?:\.|(?= ))"
    r"|(?:(?:associate |assistant )?professor|sir|dame|madam)(?= ))"
)

_NAME_FOLLOWS = r"(?= \S|[เแโใไ][ก-ฮ]|[ก-ฮ](?!์)\S|[A-Za-zÀ-ɏ])"
_GOING_ON = f"(?:{_RANK}|{_PROFESSOR}|{_LEARNED}|{_MEDICAL}|{_NOBLE}|{_FOREIGN}){_NAME_FOLLOWS}"
_TITLES = re.compile(f"{_MONK}{_NAME_FOLLOWS}|(?:{_GOING_ON} ?)*+(?:(?:{_CIVIL}){_NAME_FOLLOWS})?")

_WITHOUT_DOT = re.compile("(?:ดร|รศ|ผศ)(?= |$)")
_NAMES = frozenset(("พระนาย", "พระพาย", "พระเพลิง", "พระจันทร์", "พระลักษณ์", "พระราม"))
_NO_NAME = re.compile(
    "นายก(?:รัฐมนตรี|เทศมนตรี|สมาคม|สภา|องค์การ|เมืองพัทยา)|นายทะเบียน|นายอำเภอ|นายจ้าง|นายช่าง|นายหน้า"
    "|พระเจ้า|พระองค์|พระบาท|พระวรวงศ์|พระนางเจ้า|พระราช(?:ินี|ชนนี)"
)
_ENDS_IN_RANK = re.compile(f"(?:.*[ .)])?{_RANK}(?: หญิง)?")
_LATIN_END = re.compile(r"[A-Za-z]\.?$")
_LATIN_START = re.compile("[A-Za-zÀ-ɏ]")
_NOT_COMPARED = re.compile("[ ‐‑–-]")
_SERVICE = re.compile(r" ร\.น\.$")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, each as it was written.

    Attributes:
        honorific: All the titles before the name, as รองศาสตราจารย์ ดร., or nothing.
        given: The given name.
        family: Everything behind the given name: ใจดี, ณ เชียงใหม่, a foreign middle name too.
    """

    honorific: str
    given: str
    family: str


def split_name(text: str) -> PersonName:
    """Split a printed name into its parts; what is a title is told in the module's description.

    Spaces between titles stay as typed, since papers print both รศ.ดร. and รศ. ดร.; runs of spaces
    become one, characters without width are dropped, and ดร, รศ and ผศ get the dot they lack.
    """
    name = tidied(text)
    titles = ""
    if not _NO_NAME.match(name) and name.partition(" ")[0] not in _NAMES:
        found = _TITLES.match(name)
        titles = found[0] if found else ""
    given, _, family = name[len(titles) :].lstrip().partition(" ")
    return PersonName(_WITHOUT_DOT.sub(r"\g<0>.", titles.rstrip()), given, family)


def join_name(name: PersonName) -> str:
    """Return a name as papers print it.

    A title joins the name without a space, as in รองศาสตราจารย์สมชาย, but a rank of the forces or
    the police has one behind it, as in พลตำรวจเอก สมชาย (Royal Institute, rules on spacing). So
    has a foreign title, and any title before a foreign name.
    """
    spaced = (
        _ENDS_IN_RANK.fullmatch(name.honorific)
        or _LATIN_END.search(name.honorific)
        or _LATIN_START.match(name.given)
    )
    titled = name.honorific + (" " if name.honorific and spaced else "") + name.given
    return f"{titled} {name.family}".strip()


def same_person_key(text: str) -> str:
    """Return what names of one person have in common, whatever titles and spaces they carry.

    It is for proposing that two records are one person; two people may share it.
    """
    name = split_name(text)
    bare = _SERVICE.sub("", f"{name.given} {name.family}")
    return _NOT_COMPARED.sub("", search_key(bare))
