"""A paper as a Word file: its page, and what stands around the text of every page."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, cast
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.image import ImagePart

from bmahr_desktop.documents.fonts import BUNDLED, family_named
from bmahr_desktop.documents.styles import CM, TEXT_SIZE
from bmahr_desktop.documents.typesetting.picture import picture_size
from bmahr_desktop.documents.word.elements import (
    RED,
    Element,
    Letters,
    Shape,
    Tab,
    field,
    fit,
    make,
    paragraph,
    run,
    tab,
    twips,
)
from bmahr_desktop.documents.word.lists import NumberedLists
from bmahr_desktop.documents.word.package import WordAbout, new_document, packed_bytes
from bmahr_desktop.documents.word.pictures import for_word
from bmahr_desktop.documents.word.styles import SIMILAR, fill_styles, word_styles
from bmahr_desktop.domain.committee import MinutesForm
from bmahr_desktop.thai.digits import DigitStyle

_NUMBER_TOP = 1.15 * CM
"""Where the line with the page's number begins, so that its base line is as in the PDF."""
_LINE = 21.3
_BESIDE_NUMBER = 1.5 * CM
_SECRECY_SIZE = 1.5 * TEXT_SIZE
_SECRECY_LINE = 30.0
_EDGE = 0.3 * CM
_MIDDLE = Shape(align="center", after=4)
_WATERMARK_SIZE = 240.0
_LEADING = 1.33
_WIDEST_WATERMARK = 1.1
_AFTER_TABLE = 10.0
_BETWEEN_TABLES = 4.0
_EMU_PER_POINT = 12_700


@dataclass(frozen=True)
class WordMarks:
    """What stands on every page.

    Attributes:
        page_numbers: "- ๒ -" in the middle of the head, from the second page on.
        secrecy: Words in red at the head and foot.
        watermark: Words across the page, behind the text.
        header, footer: Free lines, their digits in the paper's style already.
        heading: Bold lines in the middle of the head: a title that stands on every page.
    """

    page_numbers: bool = True
    secrecy: str = ""
    watermark: str = ""
    header: str = ""
    footer: str = ""
    heading: tuple[str, ...] = ()


class WordPaper:
    """A Word file that is being written, from top to bottom."""

    def __init__(
        self, form: MinutesForm, about: WordAbout, marks: WordMarks, *, lying: bool = False
    ) -> None:
        """Begin a file.

        Args:
            form: Font, digits, margins and layout.
            about: What it says of itself.
            marks: What stands on every page.
            lying: Whether the paper lies on its side, for wide tables.
        """
        self.styles = word_styles(form, lying=lying)
        self.lists = NumberedLists(form.digits)
        self._document = new_document(about, self.styles.font, SIMILAR.get(self.styles.font))
        self._marks = marks
        self._part = cast(Any, self._document.part)
        self._body: Element = self._part.element.body
        self._end: Element = self._body.find(qn("w:sectPr"))
        self._pictures = 0
        self._images: dict[bytes, ImagePart] = {}
        fill_styles(self._part.part_related_by(RELATIONSHIP_TYPE.STYLES).element, self.styles)
        self._lay_out()

    def add(self, *elements: Element) -> None:
        """Add paragraphs and tables; two tables are kept apart, Word would join them."""
        for element in elements:
            before = self._end.getprevious()
            if element.tag == qn("w:tbl") and before is not None and before.tag == element.tag:
                self._end.addprevious(gap(_BETWEEN_TABLES))
            self._end.addprevious(element)

    def picture(self, data: bytes, width: float, tallest: float, alternative: str) -> Element:
        """Return a picture as a run.

        Args:
            data: Its file.
            width: At what width to show it, in points; not wider than the text.
            tallest: The greatest height, in points; a taller picture is shown smaller.
            alternative: What it shows, in words.

        Raises:
            BadPictureError: If the data is no picture.
        """
        size = _size(data, min(width, self.styles.width), tallest)
        return self._drawing(data, size, alternative, _INLINE)

    def picture_behind(
        self,
        data: bytes,
        room: tuple[float, float],
        place: tuple[float, float],
        alternative: str,
    ) -> Element:
        """Return a picture as a run that moves no words: it lies behind them.

        Args:
            data: Its file.
            room: The greatest width and height, in points; it stands in the middle of the width.
            place: Where the room begins: from the left of the text, and from the paper's upper
                edge.
            alternative: What it shows, in words.

        Raises:
            BadPictureError: If the data is no picture.
        """
        size = _size(data, *room)
        left, top = place[0] + (room[0] - size[0]) / 2, place[1]
        return self._drawing(data, size, alternative, _BEHIND, left=_emu(left), top=_emu(top))

    def _drawing(
        self, data: bytes, size: tuple[float, float], alternative: str, around: str, **place: int
    ) -> Element:
        self._pictures += 1
        extent = {"across": _emu(size[0]), "down": _emu(size[1])}
        picture = _PICTURE.format(
            number=self._pictures,
            identity=self._media(*for_word(data, size[0])),
            words=quoteattr(fit(alternative)),
            **extent,
        )
        spaces = nsdecls("w", "wp", "a", "pic", "r")
        return parse_xml(around.format(spaces=spaces, picture=picture, **extent, **place))

    def _media(self, data: bytes, kind: str) -> str:
        """Take in the file of a picture, once; return the name of the relation to it."""
        part = self._images.get(data)
        if part is None:
            name = PackURI(f"/word/media/image{len(self._images) + 1}.{kind}")
            part = self._images[data] = ImagePart(name, f"image/{kind}", data)
        identity: str = self._part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return identity

    def turn(self, *, lying: bool) -> None:
        """Go on with paper that lies, or stands, on a new page if anything is on this one."""
        if self._end.getprevious() is not None:
            last = paragraph([], "Normal", Shape(line=1))
            last.get_or_add_pPr().append(deepcopy(self._end))
            self._end.addprevious(last)
            for element in self._end.findall(qn("w:titlePg")):
                self._end.remove(element)
        short, long = (str(twips(one)) for one in sorted(self.styles.sheet.size))
        size = self._end.find(qn("w:pgSz"))
        size.set(qn("w:w"), long if lying else short)
        size.set(qn("w:h"), short if lying else long)
        size.set(qn("w:orient"), "landscape" if lying else "portrait")

    def finish(self) -> bytes:
        """Return the file; nothing can be added behind that."""
        last = self._end.getprevious()
        if last is None or last.tag == qn("w:tbl"):
            self._end.addprevious(gap(_BETWEEN_TABLES))
        self.lists.write_to(self._part.numbering_part.element)
        return packed_bytes(self._document)

    # ------------------------------------------------------------------ the page

    def _lay_out(self) -> None:
        """Describe the page and what stands on each."""
        sheet, marks = self.styles.sheet, self._marks
        width, height = sheet.size
        turned = {"orient": "landscape"} if width > height else {}
        top, foot = self._distances()
        margins = {
            "top": twips(sheet.top), "right": twips(sheet.right), "bottom": twips(sheet.bottom),
            "left": twips(sheet.left), "header": twips(top), "footer": twips(foot), "gutter": 0,
        }  # fmt: skip
        thai = self.styles.digits is DigitStyle.THAI
        self._end.extend(
            [
                *self._around("header", HeaderPart, self._head),
                *self._around("footer", FooterPart, self._foot),
                make("pgSz", w=twips(width), h=twips(height), **turned),
                make("pgMar", **margins),
                make("pgNumType", fmt="thaiNumbers" if thai else "decimal"),
                *([make("titlePg")] if marks.page_numbers else []),
            ]
        )

    def _distances(self) -> tuple[float, float]:
        """Return how far head and foot are from the edges of the paper."""
        marks = self._marks
        beside = not marks.header or self._has_room_beside()
        above = (_SECRECY_LINE if marks.secrecy else 0) + (0 if beside else _LINE)
        return max(_EDGE, _NUMBER_TOP - above), _EDGE if marks.secrecy else 0.5 * CM

    def _around(self, kind: str, part: Any, lines: Any) -> Iterator[Element]:
        """Yield the references to the head or foot of the first page and of all others."""
        for page in ("first", "default") if self._marks.page_numbers else ("default",):
            made = list(lines(first=page == "first"))
            root = parse_xml(f"<w:{'hdr' if kind == 'header' else 'ftr'} {nsdecls('w', 'r')}/>")
            root.extend(made or [paragraph([], kind.title())])
            name = PackURI(f"/word/{kind}{1 if page == 'first' else 2}.xml")
            content = CONTENT_TYPE.WML_HEADER if kind == "header" else CONTENT_TYPE.WML_FOOTER
            own = part(name, content, root, self._part.package)
            relation = RELATIONSHIP_TYPE.HEADER if kind == "header" else RELATIONSHIP_TYPE.FOOTER
            reference = make(f"{kind}Reference", type=page)
            reference.set(qn("r:id"), self._part.relate_to(own, relation))
            yield reference

    def _head(self, *, first: bool) -> Iterator[Element]:
        """Yield the lines at the head of a page: secrecy, the free line, the number."""
        marks = self._marks
        lines = []
        if marks.secrecy:
            lines.append(self._secrecy("Header"))
        number = [run("- "), *field("PAGE"), run(" -")] if marks.page_numbers and not first else []
        if marks.header and number and self._has_room_beside():
            middle = Shape(tabs=(Tab(self.styles.width / 2, "center"),))
            lines.append(paragraph([run(marks.header), tab(), *number], "Header", middle))
        else:
            if marks.header:
                lines.append(paragraph([run(marks.header)], "Header"))
            if number:
                lines.append(paragraph(number, "Header", Shape(align="center")))
        for line in marks.heading:
            lines.append(paragraph([run(line, Letters(bold=True))], "Header", _MIDDLE))
        if marks.watermark:
            lines = lines or [paragraph([], "Header")]
            lines[0].append(self._watermark(1 if first else 2))
        yield from lines

    def _has_room_beside(self) -> bool:
        """Tell whether the free line at the head leaves the middle to the page's number."""
        return measured(self._marks.header, TEXT_SIZE) < self.styles.width / 2 - _BESIDE_NUMBER

    def _foot(self, *, first: bool) -> Iterator[Element]:
        """Yield the lines at the foot of a page, alike on all of them."""
        marks = self._marks
        if marks.footer:
            yield paragraph([run(marks.footer)], "Footer")
        if marks.secrecy:
            yield self._secrecy("Footer")

    def _secrecy(self, style: str) -> Element:
        letters = Letters(bold=True, size=self.styles.size(_SECRECY_SIZE), color=RED)
        words = [run(self._marks.secrecy, letters)]
        more = self.styles.sheet.left - self.styles.sheet.right
        middle = Shape(
            left=max(0, -more), right=max(0, more), line=_SECRECY_LINE, align="center"
        )  # of the page, not of the text
        return paragraph(words, style, middle)

    def _watermark(self, number: int) -> Element:
        """Return words across the page, as Word's own command makes and removes them."""
        words = fit(self._marks.watermark)
        wide, high = measured(words, _WATERMARK_SIZE), _WATERMARK_SIZE * _LEADING
        too_wide = max(1.0, wide / (_WIDEST_WATERMARK * self.styles.sheet.size[0]))
        return parse_xml(
            _WATERMARK.format(
                spaces=nsdecls("w"),
                number=number,
                width=f"{wide / too_wide:.1f}",
                height=f"{high / too_wide:.1f}",
                font=quoteattr(f"font-family:'{fit(self.styles.font)}';font-size:1pt"),
                words=quoteattr(words),
            )
        )


def gap(points: float = _AFTER_TABLE) -> Element:
    """Return an empty paragraph of some height, as it is wanted behind a table."""
    return paragraph([], "Normal", Shape(line=points))


def measured(words: str, official: float) -> float:
    """Return how wide bold words are, in points, as the bundled font shows them."""
    family = family_named(BUNDLED)
    advances = sum(cluster.advance for cluster in family.clusters(words, bold=True))
    return advances * official * family.scale / 1000


_WATERMARK = """<w:r {spaces} xmlns:v="urn:schemas-microsoft-com:vml" \
xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>\
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" \
path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>\
<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>\
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>\
<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/>\
<v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>\
<v:path textpathok="t" o:connecttype="custom" \
o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>\
<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" \
xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>\
<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s205{number}" \
type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:{width}pt;\
height:{height}pt;rotation:320;z-index:-251658752;mso-position-horizontal:center;\
mso-position-horizontal-relative:page;mso-position-vertical:center;\
mso-position-vertical-relative:page" o:allowincell="f" fillcolor="#e0e0e0" stroked="f">\
<v:textpath style={font} string={words}/></v:shape></w:pict></w:r>"""

_INLINE = """<w:r {spaces}><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">\
<wp:extent cx="{across}" cy="{down}"/>{picture}</wp:inline></w:drawing></w:r>"""
_BEHIND = """<w:r {spaces}><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" \
simplePos="0" relativeHeight="1" behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1">\
<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin"><wp:posOffset>{left}</wp:posOffset>\
</wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>\
<wp:extent cx="{across}" cy="{down}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>\
{picture}</wp:anchor></w:drawing></w:r>"""
_PICTURE = """<wp:docPr id="{number}" name="picture{number}" descr={words}/>\
<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>\
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">\
<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="picture{number}" descr={words}/>\
<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{identity}"/>\
<a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>\
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"""


def _size(data: bytes, width: float, tallest: float) -> tuple[float, float]:
    """Return how large a picture is shown, in points."""
    across, down = picture_size(data)
    shown = min(width, tallest * across / down)
    return shown, shown * down / across


def _emu(points: float) -> int:
    return round(points * _EMU_PER_POINT)
