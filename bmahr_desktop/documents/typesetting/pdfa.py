"""What makes a PDF an archive copy: PDF/A-2b (ISO 19005-2).

Fonts are embedded and colours defined by an sRGB profile; the same facts stand in the document
information and in its XMP metadata.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from bmahr_desktop.documents.typesetting.objects import array, dictionary, name, stream, string


@dataclass(frozen=True)
class About:
    """What the file says about itself.

    Attributes:
        title: Shown by readers in the title bar.
        author: The body that issues the paper.
        subject: What it is about.
        creator: The program.
        changed: When the record was last changed; the only date in the file, so that the same
            record gives the same bytes.
        language: Of the text, as BCP 47 names it.
    """

    title: str
    author: str = ""
    subject: str = ""
    creator: str = ""
    changed: datetime = datetime(2000, 1, 1, tzinfo=UTC)
    language: str = "th-TH"


@cache
def read_profile(path: Path) -> bytes:
    """Return a colour profile, read once."""
    return path.read_bytes()


def output_intent(document: Any, profile: bytes) -> Any:
    """Return the entry of the catalogue that says which RGB is meant."""
    intent = dictionary(
        Type=name("OutputIntent"),
        S=name("GTS_PDFA1"),
        OutputConditionIdentifier=string("sRGB"),
        Info=string("sRGB IEC61966-2.1"),
        DestOutputProfile=stream(document, profile, N=3),
    )
    return array([intent])


def metadata(about: About) -> bytes:
    """Return the XMP packet."""
    stamp = about.changed.isoformat(timespec="seconds")
    title, author, subject, creator = (
        escape(_printable(text))
        for text in (about.title, about.author, about.subject, about.creator)
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
        ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
        "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>'
        "</dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>"
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>"
        f"<xmp:CreatorTool>{creator}</xmp:CreatorTool><pdf:Producer>{creator}</pdf:Producer>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    ).encode()


def _printable(text: str) -> str:
    """Return the text without what XML and PDF cannot hold (controls, lone surrogates)."""
    return "".join(
        " " if character < " " else "\ufffd" if "\ud800" <= character <= "\udfff" else character
        for character in text
        if character not in "\ufffe\uffff"
    )
