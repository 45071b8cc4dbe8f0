"""The pages: ReportLab's canvas, with Thai text, archive quality, structure and a map."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any, Protocol

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from bmahr_desktop.documents.typesetting.embedding import EmbeddedFont
from bmahr_desktop.documents.typesetting.objects import Stream, dictionary, name
from bmahr_desktop.documents.typesetting.pdfa import About, metadata, output_intent
from bmahr_desktop.documents.typesetting.tags import Element, StructureTree
from bmahr_desktop.documents.typesetting.textmap import TextMap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bmahr_desktop.documents.typesetting.faces import Face
    from bmahr_desktop.documents.typesetting.text import Text


class Furniture(Protocol):
    """What stands on every page around the text: numbers, catch-words, marks."""

    def below(self, canvas: PaperCanvas, page: int) -> None:
        """Draw what the text is written over; `page` counts from 1."""

    def above(self, canvas: PaperCanvas, page: int) -> None:
        """Draw what comes after the text."""


class PaperCanvas(Canvas):
    """A canvas that writes tagged PDF/A-2b.

    Attributes:
        page_size: Width and height in points.
        text_map: Where each text went.
        first_lines: For each page from 1, what stands on the first line of its text.
    """

    # What ReportLab's canvas keeps and has no public way to.
    _doc: Any
    _code: list[str]
    _pageNumber: int  # noqa: N815
    _formsinuse: list[str]
    _destinations: dict[str, Any]

    def __init__(
        self, page_size: tuple[float, float], about: About, furniture: Furniture, profile: bytes
    ) -> None:
        """Begin a document.

        Args:
            page_size: Width and height in points.
            about: What the file says of itself.
            furniture: Draws around the text of each page, when all pages are known.
            profile: The sRGB colour profile.
        """
        self._out = BytesIO()
        self.page_size = page_size
        super().__init__(
            self._out, pagesize=page_size, pageCompression=1, invariant=1, lang=about.language
        )
        self._about = about
        self._furniture = furniture
        self._profile = profile
        self._fonts: dict[Face, EmbeddedFont] = {}
        self._structure = StructureTree()
        self._line = 0
        self._levels = 0
        self._artifacts = 0
        self.text_map = TextMap()
        self.first_lines: dict[int, list[tuple[Text, int, int]]] = {}
        self._first_y = 0.0
        self._sizes: list[tuple[float, float]] = []

    def _make_preamble(self) -> None:
        # ReportLab's own sets Helvetica on every page, which PDF/A forbids unless embedded.
        self._preamble = "1 0 0 1 0 0 cm"

    # ------------------------------------------------------------------ drawing

    def font(self, face: Face) -> EmbeddedFont:
        """Return the face as this document embeds it."""
        known = self._fonts.get(face)
        if known is None:
            known = self._fonts[face] = EmbeddedFont(face, self._doc)
        return known

    def operators(self, text: str) -> None:
        """Add PDF operators to the page."""
        self._code.append(text)

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """What is drawn meanwhile belongs to an element of the structure."""
        if self._artifacts:
            yield
            return
        number = self._structure.mark(element, self._pageNumber - 1)
        self._code.append(f"/{element.role} <</MCID {number}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn meanwhile is no part of the text: rules, page numbers."""
        self._artifacts += 1
        if self._artifacts == 1:
            self._code.append("/Artifact BMC")
        yield
        self._artifacts -= 1
        if not self._artifacts:
            self._code.append("EMC")

    def next_line(self, text: Text, start: int, stop: int, y: float) -> int:
        """Count a line of the body and return its number on the page; 0 for an artifact.

        Args:
            text: What it shows.
            start: From which cluster.
            stop: To which cluster, that one excluded.
            y: Its base line, in points.
        """
        if self._artifacts:
            return 0
        if self._pageNumber not in self.first_lines:
            self.first_lines[self._pageNumber] = []
            self._line, self._first_y = 0, y
        if y == self._first_y:
            self.first_lines[self._pageNumber].append((text, start, stop))
        self._line += 1
        return self._line

    def mark_place(self, title: str, level: int, top: float) -> None:
        """Add an entry to the outline that leads to a height of this page.

        Args:
            title: What the outline shows.
            level: 0 at the top; one below a level that does not exist yet stands higher.
            top: In points from the page's lower edge.
        """
        level = min(level, self._levels)
        self._levels = level + 1
        key = f"place{len(self._destinations)}"
        self.bookmarkHorizontalAbsolute(key, top)
        self.addOutlineEntry(title, key, level)

    def has_image(self, key: str) -> bool:
        """Tell whether a picture is in the document already."""
        return bool(self._doc.hasForm(key))

    def draw_image(self, key: str, make: Any, x: float, y: float, w: float, h: float) -> None:
        """Draw a picture, embedded once under its key; `make()` returns its stream object."""
        if not self.has_image(key):
            self._doc.Reference(make(), pdfdoc.xObjectName(key))
        if key not in self._formsinuse:
            self._formsinuse.append(key)
        inner = self._doc.getXObjectName(key)
        self._code.append(f"q {w:.3f} 0 0 {h:.3f} {x:.3f} {y:.3f} cm /{inner} Do Q")

    def take_paper(self, size: tuple[float, float]) -> None:
        """Go on with paper of another size, in points; nothing is on the page yet."""
        self.page_size = size
        self.setPageSize(size)

    def showPage(self) -> None:  # noqa: N802 -- ReportLab's name
        """End the page, and remember how large it was."""
        self._sizes.append(self.page_size)
        super().showPage()

    # ------------------------------------------------------------------ finishing

    def finish(self) -> bytes:
        """Draw the furniture, write the rest, and return the file."""
        document = self._doc
        pages = document.Pages.pages
        for number, page in enumerate(pages, 1):
            self._add_furniture(page, number)
        references = [pdfdoc.PDFObjectReference(f"Page{n}") for n in range(1, len(pages) + 1)]
        self._structure.write(document, references)
        self._describe(document)
        self._identify(document, pages)
        document.SaveToFile(self._out, self)
        return self._out.getvalue()

    def _add_furniture(self, page: Any, number: int) -> None:
        layers = []
        self.page_size = self._sizes[number - 1]
        for draw in (self._furniture.below, self._furniture.above):
            self._code = []
            draw(self, number)
            layers.append("\n".join(self._code))
        content = "\n".join((layers[0], page.stream, layers[1])).strip() + "\n"
        page.Contents = Stream(dictionary(), content, [pdfdoc.PDFZCompress])
        page.Trans = None
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number - 1
        page.Tabs = name("S")

    def _describe(self, document: Any) -> None:
        about, info = self._about, document.info
        info.title, info.author, info.subject = about.title, about.author, about.subject
        info.creator = info.producer = about.creator
        stamp = document._timeStamp  # noqa: SLF001 -- else SOURCE_DATE_EPOCH decides
        offset = int((about.changed.utcoffset() or timedelta()).total_seconds())
        stamp.YMDhms = about.changed.timetuple()[:6]
        stamp.dhh, stamp.dmm = offset // 3600, offset % 3600 // 60
        catalogue = document.Catalog
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.OutputIntents = output_intent(document, self._profile)
        packet = Stream(dictionary(Type=name("Metadata"), Subtype=name("XML")), metadata(about), [])
        catalogue.Metadata = packet
        catalogue.ViewerPreferences = dictionary(DisplayDocTitle="true")
        document._pdfVersion = (1, 7)  # noqa: SLF001 -- no public way

    def _identify(self, document: Any, pages: list[Any]) -> None:
        """Give the file an identity made from its content."""
        digest = hashlib.sha256(metadata(self._about))
        for page in pages:
            digest.update(page.Contents.content.encode())
        identity = f"<{digest.hexdigest()[:32]}>"
        document._ID = f"\n[{identity}{identity}]\n".encode()  # noqa: SLF001 -- no public way
