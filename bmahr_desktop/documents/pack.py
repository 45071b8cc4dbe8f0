"""The pack of a meeting: the agenda and everything that belongs to it, in one PDF.

The pages of others stay as they are but for a small number at their foot. A signed file is shown
without that number, and its original is embedded byte for byte; what cannot be shown as pages has
a sheet that says so. Only the paper thread may make a pack: pdfium forbids simultaneous calls.
"""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from pypdf.generic import ArrayObject, IndirectObject

from bmahr_desktop import __version__
from bmahr_desktop.documents.packing.binding import (
    Entry,
    Layers,
    embed,
    enter,
    names_of,
    write_outline,
)
from bmahr_desktop.documents.packing.copying import FAULTS, Copier
from bmahr_desktop.documents.packing.enclosures import (
    Enclosure,
    LeftOut,
    Limits,
    PackPaper,
    SetPack,
    UnfitError,
    Why,
)
from bmahr_desktop.documents.packing.geometry import Box
from bmahr_desktop.documents.packing.leaves import Leaf, copy_pages, finish_pages
from bmahr_desktop.documents.packing.output import PackFile, array, dictionary, moment, name
from bmahr_desktop.documents.packing.pictures import looks_like_picture, picture_pages
from bmahr_desktop.documents.packing.reading import Source, looks_like_pdf, opened
from bmahr_desktop.documents.packing.sheets import DividerSheet, set_sheets
from bmahr_desktop.documents.packing.stamps import write_stamps
from bmahr_desktop.documents.typesetting.document import A4

_PICTURES = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".jp2", ".ppm", ".pgm",
    ".pbm",
})  # fmt: skip


def set_pack(
    pack: PackPaper, went_on: Callable[[int], None] | None = None, limits: Limits | None = None
) -> SetPack:
    """Make a pack.

    Args:
        pack: What goes into it.
        went_on: Called with the number of each finished page; it may raise to stop.
        limits: How much goes into it; the usual limits where None.

    Raises:
        UnfitError: If the agenda itself cannot be read.
    """
    return _Binder(pack, went_on or (lambda _: None), limits or Limits()).bind()


class _Binder:
    """Puts one pack together."""

    def __init__(self, pack: PackPaper, went_on: Callable[[int], None], limits: Limits) -> None:
        self._pack, self._went_on, self._limits = pack, went_on, limits
        self._file = PackFile()
        self._tree = self._file.reserve()
        self._leaves: list[Leaf] = []
        self._stamps: list[tuple[IndirectObject, int]] = []
        self._sheets: list[tuple[DividerSheet, Leaf]] = []
        self._outline: list[Entry] = []
        self._layers = Layers()
        self._embedded: list[IndirectObject] = []
        self._left_out: list[LeftOut] = []
        self._signed: list[str] = []

    def bind(self) -> SetPack:
        """Return the pack."""
        pack = self._pack
        agenda = Enclosure(pack.agenda_title, "", len(pack.agenda), pack.agenda)
        self._put(agenda)
        for enclosure in pack.enclosures:
            try:
                self._put(enclosure)
            except UnfitError as unfit:
                self._left_out.append(LeftOut(enclosure.title, unfit.why))
                leaf = self._add_sheet(DividerSheet(enclosure, unfit.why))
                enter(self._outline, enclosure.under, enclosure.title, leaf)
        self._write_sheets()
        pages = len(self._leaves)
        write_stamps(self._file, self._stamps, pages, pack.digits, self._tell)
        pdf = self._finish()
        return SetPack(pdf, pages, tuple(self._left_out), tuple(self._signed))

    def _tell(self) -> None:
        self._went_on(len(self._leaves))

    # ------------------------------------------------------------ files

    def _put(self, enclosure: Enclosure) -> None:
        """Put a file in.

        Raises:
            UnfitError: If that cannot be; then nothing of it is in.
        """
        content, size = _content(enclosure)
        if looks_like_pdf(content):
            copier, leaves, layers, signed = self._read_pdf(content, size)
        elif looks_like_picture(content):
            copier = self._copier(size)
            leaves = picture_pages(content, copier, self._tree, self._room())
            layers, signed = self._layers, False
        else:
            known = enclosure.suffix == ".pdf" or enclosure.suffix in _PICTURES
            raise UnfitError(Why.BROKEN if known else Why.OTHER_KIND)
        embedded = size if signed else 0
        if self._file.size + copier.bytes + embedded > self._limits.size:
            raise UnfitError(Why.TOO_LARGE)
        self._layers = layers
        first = leaves[0]
        if signed:
            first = self._add_signed(enclosure, content, len(leaves))
        for leaf in leaves:
            self._add(leaf, stamped=not signed)
        finish_pages(copier, leaves)
        copier.keep()
        enter(self._outline, enclosure.under, enclosure.title, first)

    def _read_pdf(
        self, content: bytes | Path, size: int
    ) -> tuple[Copier, list[Leaf], Layers, bool]:
        for mended in (False, True):
            copier = self._copier(size)
            try:
                with opened(content, self._room(), mended=mended) as source:
                    leaves = self._copy(source, copier)
                    layers = self._layers.take(source.root, copier)
                    copier.run()
                    return copier, leaves, layers, source.signed
            except FAULTS as fault:
                if mended:
                    raise UnfitError(Why.BROKEN) from fault
        raise AssertionError

    def _copy(self, source: Source, copier: Copier) -> list[Leaf]:
        done = len(self._leaves)

        def went_on() -> None:
            nonlocal done
            done += 1
            self._went_on(done)

        return copy_pages(source, copier, self._tree, went_on)

    def _room(self) -> int:
        """Return how many pages the next file may have."""
        room = self._limits.pages - len(self._leaves)
        if room < 1:
            raise UnfitError(Why.TOO_MANY_PAGES)
        return room

    def _copier(self, size: int) -> Copier:
        until = monotonic() + self._limits.seconds

        def go_on() -> None:
            self._tell()
            if monotonic() > until:
                raise UnfitError(Why.TOO_INTRICATE)

        # A page may show one picture twice; a file made to swell says so a thousand times.
        return Copier(
            self._file, objects=self._limits.objects, size=2 * size + 1_000_000, go_on=go_on
        )

    def _add_signed(self, enclosure: Enclosure, content: bytes | Path, pages: int) -> Leaf:
        data = content if isinstance(content, bytes) else content.read_bytes()
        reference = embed(self._file, data, enclosure.file_name, enclosure.title)
        self._embedded.append(reference)
        self._signed.append(enclosure.title)
        first = len(self._leaves) + 2
        return self._add_sheet(DividerSheet(enclosure, None, (first, first + pages - 1)))

    # ------------------------------------------------------------ pages

    def _add(self, leaf: Leaf, *, stamped: bool = True) -> None:
        self._leaves.append(leaf)
        if stamped:
            stamp = self._file.reserve()
            self._stamps.append((stamp, len(self._leaves)))
            leaf.show_stamp(stamp)

    def _add_sheet(self, sheet: DividerSheet) -> Leaf:
        leaf = Leaf(self._file.reserve(), dictionary(), Box(0, 0, *A4))
        self._sheets.append((sheet, leaf))
        self._add(leaf)
        return leaf

    def _write_sheets(self) -> None:
        copier = Copier(self._file, objects=1_000_000, size=self._limits.size, go_on=self._tell)
        pages = set_sheets([sheet for sheet, _ in self._sheets], self._pack.digits, copier)
        leaves = [leaf for _, leaf in self._sheets]
        for leaf, page in zip(leaves, pages, strict=True):
            page[name("Parent")] = self._tree
            leaf.page = page
        finish_pages(copier, leaves)
        copier.keep()

    def _finish(self) -> bytes:
        file, pack = self._file, self._pack
        kids = array(*(leaf.reference for leaf in self._leaves))
        file.put(self._tree, dictionary(Type=name("Pages"), Kids=kids, Count=len(kids)))
        catalogue = file.add(
            dictionary(
                Type=name("Catalog"), Pages=self._tree, Lang="th-TH",
                Outlines=write_outline(file, self._outline), PageMode=name("UseOutlines"),
                ViewerPreferences=dictionary(DisplayDocTitle=True),
                OCProperties=self._layers.properties(), Names=names_of(self._embedded),
                AF=ArrayObject(self._embedded) if self._embedded else None,
            )
        )  # fmt: skip
        creator = f"bmahr_desktop {__version__}"
        changed = moment(pack.changed)
        info = file.add(
            dictionary(
                Title=pack.title, Author=pack.author or None, Creator=creator, Producer=creator,
                CreationDate=changed, ModDate=changed,
            )
        )  # fmt: skip
        return file.finish(catalogue, info)


def _content(enclosure: Enclosure) -> tuple[bytes | Path, int]:
    """Return a file and its size.

    Raises:
        UnfitError: If it is missing or empty.
    """
    content = enclosure.content
    try:
        if content is None:
            raise UnfitError(Why.MISSING)
        size = len(content) if isinstance(content, bytes) else content.stat().st_size
        if not size:
            raise UnfitError(Why.EMPTY)
        if isinstance(content, Path):
            with content.open("rb"):
                return content, size
    except OSError as error:
        raise UnfitError(Why.MISSING) from error
    return content, size
