"""Puts a font into a PDF: only the glyphs that were drawn, and what each stands for.

Every sign drawn has a code of its own, so that a reader of the PDF gets back exactly the
characters that were typed, in pypdf, pdfium, poppler and Acrobat alike. Moving marks with the text
operators inserts spaces on extraction; one code for a whole cluster breaks pdf.js; ActualText for
every word loses text in pdfium (all tried).
"""

import hashlib
from struct import pack
from typing import TYPE_CHECKING, Any

import uharfbuzz as hb

from bmahr_desktop.documents.typesetting.faces import Cluster, Face
from bmahr_desktop.documents.typesetting.objects import (
    array,
    dictionary,
    name,
    number,
    stream,
    string,
)
from bmahr_desktop.documents.typesetting.truetype import Font, NewGlyph

if TYPE_CHECKING:
    from bmahr_desktop.documents.typesetting.glyphs import Sign

_DROPPED_TABLES = "GSUB GPOS GDEF DSIG kern cmap name post OS/2 gasp"
_SYMBOLIC = 4
_CMAP_BLOCK = 100


class EmbeddedFont:
    """A face in one PDF. ReportLab calls `addObjects` when the document is finished."""

    def __init__(self, face: Face, document: Any) -> None:
        """Take a place among the document's fonts."""
        self.face = face
        self._signs: dict[Sign, int] = {}
        self._codes: dict[Cluster, str] = {}
        self.name = f"H{len(document.delayedFonts) + 1}"
        document.fontMapping[f"\0{face.name} {face.factor}"] = "/" + self.name
        document.delayedFonts.append(self)

    def code(self, cluster: Cluster) -> str:
        """Return a cluster as the hexadecimal digits of a string operand."""
        known = self._codes.get(cluster)
        if known is None:
            signs = self._signs
            known = "".join(
                f"{signs.setdefault(sign, len(signs) + 1):04X}" for sign in cluster.signs
            )
            self._codes[cluster] = known
        return known

    def addObjects(self, document: Any) -> None:  # noqa: N802 -- ReportLab's name
        """Write the font's objects."""
        data, glyphs = self._subset()
        cmap = self._to_unicode()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(cmap.encode()).digest()[:6])
        base = name(f"{tag}+{self.face.name}")
        refer = document.Reference
        to_gid = bytes(2) + b"".join(pack(">H", glyphs[code]) for code in self._signs.values())
        descendant = dictionary(
            Type=name("Font"),
            Subtype=name("CIDFontType2"),
            BaseFont=base,
            CIDSystemInfo=dictionary(
                Registry=string("Adobe"),
                Ordering=string("Identity"),
                Supplement=0,
            ),
            FontDescriptor=refer(self._descriptor(base, stream(document, data, Length1=len(data)))),
            DW=1000,
            W=array([1, array([number(sign.advance) for sign in self._signs])]),
            CIDToGIDMap=stream(document, to_gid),
        )
        font = dictionary(
            Type=name("Font"),
            Subtype=name("Type0"),
            BaseFont=base,
            Encoding=name("Identity-H"),
            DescendantFonts=array([refer(descendant)]),
            ToUnicode=stream(document, cmap.encode()),
        )
        document.idToObject["BasicFonts"].dict[self.name] = refer(font)

    def _descriptor(self, base: Any, file: Any) -> Any:
        face = self.face
        return dictionary(
            Type=name("FontDescriptor"),
            FontName=base,
            Flags=_SYMBOLIC,
            FontBBox=array([round(value) for value in face.bbox]),
            ItalicAngle=number(face.italic_angle),
            Ascent=round(face.ascent / face.factor),
            Descent=round(face.descent / face.factor),
            CapHeight=round(face.cap_height),
            StemV=round(face.weight / 5),
            FontFile2=file,
        )

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """Return the font with only what was drawn, and the glyph of each code."""
        wanted = hb.SubsetInput()
        wanted.glyph_set.update(
            {0}
            | {
                part.glyph
                for sign in self._signs
                for part in sign.parts
                if isinstance(part.glyph, int)
            }
        )
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED_TABLES.split()
        )
        plan = hb.SubsetPlan(self.face.hb_face, wanted)
        renumbered = plan.old_to_new_glyph_mapping
        font = Font(bytes(plan.execute().blob.data))
        glyphs: dict[int, int] = {}
        added: list[NewGlyph] = []
        for sign, code in self._signs.items():
            parts = tuple(
                (renumbered[part.glyph] if isinstance(part.glyph, int) else part.glyph, *part[1:])
                for part in sign.parts
            )
            if len(parts) == 1 and isinstance(parts[0][0], int) and parts[0][1:] == (0, 0):
                glyphs[code] = parts[0][0]
            else:
                glyphs[code] = font.glyph_count + len(added)
                added.append(NewGlyph(round(sign.advance / self.face.unit), parts))
        font.add(added)
        return font.data(), glyphs

    def _to_unicode(self) -> str:
        """Return the CMap that says which characters each code stands for."""
        rows = [
            f"<{code:04X}> <{sign.text.encode('utf-16-be').hex().upper()}>"
            for sign, code in self._signs.items()
        ]
        blocks = [rows[n : n + _CMAP_BLOCK] for n in range(0, len(rows), _CMAP_BLOCK)]
        body = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        )
