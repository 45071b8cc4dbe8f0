"""Opens a PDF: its pages in order with what they inherit, and whether it is signed."""

import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pypdfium2
import pypdfium2.raw as pdfium
from pypdf import PdfReader, apply_configuration
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NullObject,
)

from bmahr_desktop.documents.packing.enclosures import UnfitError, Why

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # a broken file makes it say thousands

INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_SIGNED = b"/ByteRange"
_CHUNK = 1 << 20
_MOST_FIELDS = 100_000
_LARGEST_UNPACKED = 32_000_000
_HEADER_WITHIN = 1024


@dataclass(frozen=True)
class SourcePage:
    """A page as it stands in its file.

    Attributes:
        reference: Names it there; None where the tree holds the page itself.
        own: Its dictionary.
        inherited: What its ancestors say for it.
    """

    reference: IndirectObject | None
    own: DictionaryObject
    inherited: dict[str, Any]

    def raw(self, key: str) -> Any:
        """Return an entry of the page or of its ancestors, as a reference where it is one."""
        return self.own.raw_get(key) if key in self.own else self.inherited.get(key)


@dataclass(frozen=True)
class Source:
    """An opened file.

    Attributes:
        root: The catalogue.
        pages: In order.
        signed: Whether anybody signed it, or certified it.
    """

    root: DictionaryObject
    pages: list[SourcePage]
    signed: bool

    @property
    def form(self) -> DictionaryObject:
        """Its fields to fill in."""
        return as_dictionary(self.root.get("/AcroForm"))


def looks_like_pdf(content: bytes | Path) -> bool:
    """Tell whether a file begins as a PDF does; junk before it is passed over, as readers do.

    Raises:
        OSError: If it cannot be read.
    """
    with _stream(content) as stream:
        return b"%PDF-" in stream.read(_HEADER_WITHIN)


@contextmanager
def opened(content: bytes | Path, most: int, *, mended: bool = False) -> Iterator[Source]:
    """Open a PDF for as long as it is copied.

    Args:
        content: The file.
        most: So many pages it may have.
        mended: Have pdfium write it anew first: it mends more, and unlocks what opens without
            a password.

    Raises:
        UnfitError: If it can be told why it will not do.
        Exception: One of `copying.FAULTS`, if it is broken.
    """
    with ExitStack() as stack:
        stream = stack.enter_context(_stream(content))
        signed = _says_signed(stream)
        if mended:
            stream = _mended(content)
        stack.enter_context(_exact_names())
        stack.enter_context(
            apply_configuration(
                disable_legacy_handling=True,
                maximum_declared_stream_length=1 << 30,
                zlib_maximum_output_length=_LARGEST_UNPACKED,
            )
        )
        reader = PdfReader(stream)
        if reader.is_encrypted:
            raise ValueError("it is locked")
        root = reader.root_object
        pages = _pages(root, most)
        _refuse_live_form(root)
        yield Source(root, pages, signed or _is_signed(root, pages))


@contextmanager
def _stream(content: bytes | Path) -> Iterator[IO[bytes]]:
    with BytesIO(content) if isinstance(content, bytes) else content.open("rb") as stream:
        yield stream


@contextmanager
def _exact_names() -> Iterator[None]:
    """Read names as bytes: taken for Chinese or UTF-8, a Thai font's name would not come back."""
    before = NameObject.CHARSETS
    NameObject.CHARSETS = ("latin1",)  # type: ignore[assignment]
    try:
        yield
    finally:
        NameObject.CHARSETS = before


def _mended(content: bytes | Path) -> BytesIO:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise UnfitError(Why.LOCKED if locked else Why.BROKEN) from error
    try:
        out = BytesIO()
        document.save(out, flags=pdfium.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError as error:
        raise UnfitError(Why.BROKEN) from error
    finally:
        document.close()
    return out


# ---------------------------------------------------------------- pages


def _pages(root: DictionaryObject, most: int) -> list[SourcePage]:
    """Return the pages.

    Raises:
        UnfitError: If there are too many.
        ValueError: If there are none, or fewer than the file says.
    """
    tree = as_dictionary(root.get("/Pages"))
    pages: list[SourcePage] = []
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, dict[str, Any]]] = [(tree, {})]
    while waiting:
        raw, inherited = waiting.pop()
        reference = raw if isinstance(raw, IndirectObject) else None
        if reference is not None:
            if (reference.generation, reference.idnum) in seen:
                raise ValueError("a page twice in the tree")
            seen.add((reference.generation, reference.idnum))
        node = as_dictionary(raw)
        kids = resolved(node.get("/Kids"))
        if isinstance(kids, ArrayObject):
            passed = {key: node.raw_get(key) for key in INHERITED if key in node}
            waiting += [(kid, inherited | passed) for kid in reversed(kids)]
        elif node and node.get("/Type") != "/Pages":
            pages.append(SourcePage(reference, node, inherited))
        if len(pages) > most or len(waiting) > 2 * most:
            raise UnfitError(Why.TOO_MANY_PAGES)
    count = resolved(tree.get("/Count"))
    if not pages or (isinstance(count, int) and count > len(pages)):
        raise ValueError("pages are missing")
    return pages


def as_dictionary(value: Any) -> DictionaryObject:
    """Return the dictionary that a value is or refers to; an empty one if it is something else."""
    value = resolved(value)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def resolved(value: Any) -> Any:
    """Return what a value is or refers to; None for nothing."""
    for _ in range(8):
        if not isinstance(value, IndirectObject):
            break
        value = value.get_object()
    return None if isinstance(value, NullObject | IndirectObject) else value


def as_list(value: Any) -> list[Any]:
    """Return the items of the array that a value is or refers to, references among them as such."""
    value = resolved(value)
    return list(value) if isinstance(value, ArrayObject) else []


# ---------------------------------------------------------------- forms and signatures


def _refuse_live_form(root: DictionaryObject) -> None:
    """Refuse a form whose pages are made only by the program that wrote it (dynamic XFA)."""
    form = as_dictionary(root.get("/AcroForm"))
    rendered = resolved(root.get("/NeedsRendering"))
    live = isinstance(rendered, BooleanObject) and rendered.value
    if live or ("/XFA" in form and not as_list(form.get("/Fields"))):
        raise UnfitError(Why.LIVE_FORM)


def _says_signed(stream: IO[bytes]) -> bool:
    """Tell whether a file covers bytes of itself by a signature; that stands in it unpacked."""
    stream.seek(0)
    before = b""
    found = False
    while not found and (chunk := stream.read(_CHUNK)):
        found = _SIGNED in before + chunk
        before = chunk[-len(_SIGNED) :]
    stream.seek(0)
    return found


def _is_signed(root: DictionaryObject, pages: list[SourcePage]) -> bool:
    if as_dictionary(root.get("/Perms")):
        return True
    form = as_dictionary(root.get("/AcroForm"))
    waiting = as_list(form.get("/Fields"))
    for page in pages:
        waiting += as_list(page.own.get("/Annots"))
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_FIELDS:
        field = as_dictionary(waiting.pop())
        if id(field) in seen:
            continue
        seen.add(id(field))
        if field.get("/FT") == "/Sig" and as_dictionary(field.get("/V")):
            return True
        waiting += as_list(field.get("/Kids"))
    return False
