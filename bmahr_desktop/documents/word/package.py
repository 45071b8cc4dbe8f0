"""A Word file from its beginning: ours in every part, and the same bytes for the same paper.

python-docx begins with a file of its own, made in America on another paper size, with fonts and
colours of a theme. This one has nothing in it that a paper did not ask for.
"""

import datetime
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

from bmahr_desktop import __version__
from bmahr_desktop.documents.office_zip import without_clock
from bmahr_desktop.documents.word.elements import fit

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = f'xmlns:w="{nsmap["w"]}"'
_LONGEST_PROPERTY = 255
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_WORD_2013 = "http://schemas.microsoft.com/office/word"

# doNotExpandShiftReturn: a typed line end must not stretch its line over the whole width.
_SETTINGS = f"""<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>\
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:doNotExpandShiftReturn/>\
<w:compatSetting w:name="compatibilityMode" w:uri="{_WORD_2013}" w:val="15"/></w:compat>\
<w:themeFontLang w:val="th-TH" w:eastAsia="th-TH" w:bidi="th-TH"/>\
<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""

_DOCUMENT = (
    f'<w:document {_W} xmlns:r="{nsmap["r"]}" xmlns:wp="{nsmap["wp"]}">'
    "<w:body><w:sectPr/></w:body></w:document>"
)
_PARTS = (
    ("word/styles.xml", CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    ("word/numbering.xml", CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
    ("word/settings.xml", CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    ("word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, RELATIONSHIP_TYPE.FONT_TABLE),
)
_OWN_PARTS = (
    ("docProps/core.xml", CONTENT_TYPE.OPC_CORE_PROPERTIES, RELATIONSHIP_TYPE.CORE_PROPERTIES),
    ("docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
     RELATIONSHIP_TYPE.EXTENDED_PROPERTIES),
    ("word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, RELATIONSHIP_TYPE.OFFICE_DOCUMENT),
)  # fmt: skip


@dataclass(frozen=True)
class WordAbout:
    """What a file says of itself.

    Attributes:
        author: Whose paper it is.
        changed: When its record was last changed.
    """

    title: str
    author: str
    changed: datetime.datetime


def new_document(about: WordAbout, font: str, similar: str | None) -> WordDocument:
    """Return an empty file.

    Args:
        about: What it says of itself.
        font: The name of its font.
        similar: The name of a font that may stand for it.
    """
    packed = BytesIO()
    with ZipFile(packed, "w") as package:
        for name, text in _texts(about, _font_table(font, similar)):
            package.writestr(name, (_HEAD + text).encode())
    packed.seek(0)
    return Document(packed)


def packed_bytes(document: WordDocument) -> bytes:
    """Return a file as it is kept; nothing in it tells when or on what PC it was written."""
    loose = BytesIO()
    document.save(loose)
    return without_clock(loose.getvalue())


def _texts(about: WordAbout, fonts: str) -> list[tuple[str, str]]:
    inside = [(name.removeprefix("word/"), kind) for name, _, kind in _PARTS]
    return [
        ("[Content_Types].xml", _content_types()),
        ("_rels/.rels", _relations([(name, kind) for name, _, kind in _OWN_PARTS])),
        ("docProps/core.xml", _core(about)),
        ("docProps/app.xml", _application()),
        ("word/document.xml", _DOCUMENT),
        ("word/_rels/document.xml.rels", _relations(inside)),
        ("word/styles.xml", f"<w:styles {_W}/>"),
        ("word/numbering.xml", f"<w:numbering {_W}/>"),
        ("word/settings.xml", _SETTINGS),
        ("word/fontTable.xml", fonts),
    ]


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{content}"/>'
        for name, content, _ in (*_OWN_PARTS, *_PARTS)
    )
    return (
        f'<Types xmlns="{_TYPES}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    )


def _relations(targets: list[tuple[str, str]]) -> str:
    found = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (target, kind) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{found}</Relationships>'


def _core(about: WordAbout) -> str:
    moment = about.changed.astimezone(datetime.UTC).replace(microsecond=0, tzinfo=None).isoformat()
    spaces = " ".join(f'xmlns:{name}="{nsmap[name]}"' for name in ("cp", "dc", "dcterms", "xsi"))
    title, author = (escape(fit(text)[:_LONGEST_PROPERTY]) for text in (about.title, about.author))
    return (
        f"<cp:coreProperties {spaces}><dc:title>{title}</dc:title>"
        f"<dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}Z</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}Z</dcterms:modified>'
        "<dc:language>th-TH</dc:language></cp:coreProperties>"
    )


def _application() -> str:
    return (
        f'<Properties xmlns="{_EXTENDED}"><Application>bmahr_desktop {__version__}</Application>'
        "</Properties>"
    )


def _font_table(font: str, similar: str | None) -> str:
    """Return what Word is told of the font: Thai, of varying width, without serifs."""
    other = f"<w:altName w:val={quoteattr(similar)}/>" if similar else ""
    return (
        f'<w:fonts {_W}><w:font w:name={quoteattr(fit(font))}>{other}<w:charset w:val="DE"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )
