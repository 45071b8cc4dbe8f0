"""A Word file as pieces from top to bottom, and what stands around them."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from docx.oxml.ns import qn

from bmahr_desktop.documents.reading.inline import Inline, InlineReader, runs_of
from bmahr_desktop.documents.reading.letters import Looks
from bmahr_desktop.documents.reading.numbering import WordNumbers
from bmahr_desktop.documents.reading.package import Element, Package, Relation
from bmahr_desktop.documents.reading.surroundings import (
    comments_in,
    notes_in,
    told_of,
    words_around,
)
from bmahr_desktop.documents.typesetting.picture import BadPictureError, picture_size
from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.old_minutes import (
    FileCell,
    FilePicture,
    FileRow,
    FileTable,
    FileText,
    LeftOut,
    Piece,
)
from bmahr_desktop.i18n import msg

MOST_PARAGRAPHS = 30_000
LONGEST_PARAGRAPH = 50_000
MOST_COLUMNS = 40
DEEPEST_TABLE = 6
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_WRAPPERS = frozenset(
    qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_GONE = frozenset((qn("w:del"), qn("w:moveFrom")))
_NARROWEST, _WIDEST = 5.0, 1000.0


def read_docx(path: Path) -> FileText:
    """Read a Word file.

    Raises:
        Refused: If it is none, is damaged, holds macros, or more than minutes ever do.
    """
    package = Package(path)
    try:
        return _Flow(package).read()
    finally:
        package.close()


class _Flow:
    """One file on its way to pieces."""

    def __init__(self, package: Package) -> None:
        self._package = package
        looks = Looks(package.related("/styles"))
        self._looks, self._inline = looks, InlineReader(looks)
        self._numbers = WordNumbers(package.related("/numbering"))
        self._relations = package.relations(package.main)
        self._notes = {
            kind: notes_in(package.related(f"/{kind}s"), kind) for kind in ("footnote", "endnote")
        }
        self._count = 0
        self._new_page = False
        self._struck: list[str] = []
        self._hidden: list[str] = []
        self._pictures: dict[str, bytes] = {}
        self._marks: dict[str, int] = {}

    def read(self) -> FileText:
        root = self._package.xml(self._package.main)
        body = None if root is None else root.find(qn("w:body"))
        if body is None:
            raise Refused(msg("“{file}” is no Word file with text.", file=self._package.name))
        if sum(1 for _ in body.iter(qn("w:p"))) > MOST_PARAGRAPHS:
            raise Refused(
                msg(
                    "“{file}” has more than {most} paragraphs; minutes never have so many.",
                    file=self._package.name,
                    most=MOST_PARAGRAPHS,
                )
            )
        pieces = tuple(self._blocks(body, 0))
        around = tuple(words_around(self._package, self._inline, self._looks))
        comments = comments_in(self._package)
        left_out = [
            *(LeftOut(words, msg("at the head or foot of every page")) for words in around),
            *(LeftOut(words, msg("struck out, with tracking on")) for words in self._struck),
            *(LeftOut(words, msg("hidden in the file")) for words in self._hidden),
            *(LeftOut(words, msg("a comment in the margin")) for words in comments),
        ]
        return FileText(
            name=self._package.name,
            pieces=pieces,
            left_out=tuple(left_out),
            notes=told_of(self._marks),
            pictures=self._pictures,
            around=around,
        )

    def _number(self) -> int:
        self._count += 1
        return self._count

    # ------------------------------------------------------------------ blocks

    def _blocks(self, parent: Element, depth: int) -> Iterator[Piece]:
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self._paragraph(child, depth)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child, depth)
            elif child.tag in _WRAPPERS:
                yield from self._blocks(child, depth)
            elif child.tag in _GONE:
                self._struck.append("".join(t.text or "" for t in child.iter(qn("w:delText"))))
            elif child.tag == qn("w:altChunk"):
                self._mark("chunk")

    def _paragraph(self, paragraph: Element, depth: int) -> Iterator[Piece]:
        look = self._looks.of_paragraph(paragraph)
        inline = self._inline.read(paragraph, look)
        self._note(inline)
        runs = runs_of(inline)
        label = self._numbers.label(*look.number) if look.number else ""
        new_page = self._new_page or look.new_page
        ends_first = inline.new_page and not "".join(r.text for r in runs).split("\n")[0].strip()
        self._new_page = inline.new_page and not ends_first
        words = _stripped(runs)
        if sum(len(run.text) for run in words) > LONGEST_PARAGRAPH:
            raise Refused(
                msg(
                    "“{file}” has a paragraph of more than {most} letters; minutes never have one.",
                    file=self._package.name,
                    most=LONGEST_PARAGRAPH,
                )
            )
        if words:
            counted = TextRun(text=f"{label}\t") if label else None
            yield Piece(
                self._number(),
                (counted, *words) if counted else words,
                counted=len(label) + 1 if label else 0,
                outline=look.outline,
                centred=look.centred,
                new_page=new_page or ends_first,
                caption=look.caption,
            )
        elif depth and label:  # a column of numbers alone, beside another one of names
            yield Piece(self._number(), (TextRun(text=label),), counted=len(label))
        elif new_page or ends_first:
            self._new_page = True
        for identity, width, said in inline.pictures:
            yield self._picture(identity, width, said)
        for box in inline.boxes:
            self._mark("box")
            yield from self._blocks(box, 0)
        for at, (kind, identity) in enumerate(inline.footnotes, 1):
            yield from self._footnote(kind, identity, at)

    def _footnote(self, kind: str, identity: str, at: int) -> Iterator[Piece]:
        note = self._notes[kind].get(identity)
        for number, paragraph in enumerate(note.iter(qn("w:p")) if note is not None else ()):
            inline = self._inline.read(paragraph, self._looks.of_paragraph(paragraph))
            self._note(inline)
            words = _stripped(runs_of(inline))
            if words:
                self._mark("footnote")
                mark = () if number else (TextRun(text=f"[{at}] "),)
                yield Piece(self._number(), (*mark, *words))

    def _note(self, inline: Inline) -> None:
        self._struck += [words for words in inline.struck if words.strip()]
        self._hidden += [words for words in inline.hidden if words.strip()]
        for mark, there in (("tracked", inline.added or inline.struck), ("unread", inline.unread)):
            if there:
                self._mark(mark)

    def _mark(self, name: str) -> None:
        self._marks[name] = self._marks.get(name, 0) + 1

    # ------------------------------------------------------------------ tables

    def _table(self, table: Element, depth: int) -> Iterator[Piece]:
        rows = list(_children(table, "tr"))
        if not rows:
            return
        if depth > DEEPEST_TABLE:
            for paragraph in table.iter(qn("w:p")):
                yield from self._paragraph(paragraph, 0)
            return
        number = self._number()
        made = [self._row(node, depth) for node in rows]
        columns = max(sum(cell.span for cell in cells) for _, cells, _ in made)
        pictures = [piece for _, _, found in made for piece in found]
        if columns > MOST_COLUMNS:
            self._mark("wide")
            for row, cells, _ in made:
                words = FileRow(row, tuple(cells)).text
                yield Piece(row, (TextRun(text=words),))
            yield from pictures
            return
        filled = tuple(FileRow(row, _filled(cells, columns)) for row, cells, _ in made)
        widths = _widths(table, columns)
        heads = 0
        for node in rows:
            if node.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
                break
            heads += 1
        yield Piece(
            number,
            table=FileTable(widths, filled, min(heads, 20, len(filled)), _is_ruled(table)),
        )
        yield from pictures

    def _row(self, row: Element, depth: int) -> tuple[int, list[FileCell], list[Piece]]:
        number = self._number()
        cells, pictures = [], []
        properties = row.find(qn("w:trPr"))
        before, after = _skipped(properties, "gridBefore"), _skipped(properties, "gridAfter")
        cells += [FileCell(span=before)] if before else []
        for node in _children(row, "tc"):
            own = node.find(qn("w:tcPr"))
            span = 1
            if own is not None:
                found = own.find(qn("w:gridSpan"))
                if found is not None:
                    span = _limited(found.get(qn("w:val")), 1, MOST_COLUMNS + 1)
                if own.find(qn("w:vMerge")) is not None:
                    self._mark("merged")
            paragraphs: list[Piece] = []
            for piece in self._blocks(node, depth + 1):
                if piece.picture:
                    pictures.append(piece)
                elif piece.table:
                    self._mark("nested")
                    paragraphs += _flattened(piece.table)
                else:
                    paragraphs.append(piece)
            cells.append(FileCell(tuple(paragraphs), span))
        cells += [FileCell(span=after)] if after else []
        return number, cells or [FileCell()], pictures

    # ------------------------------------------------------------------ pictures

    def _picture(self, identity: str, width: float, words: str) -> Piece:
        relation = self._relations.get(identity, Relation("", "", outside=True))
        data = None if relation.outside else self._package.data(relation.target)
        sha256 = ""
        if data is not None and data.startswith(_PICTURES):
            try:
                picture_size(data)
                sha256 = hashlib.sha256(data).hexdigest()
                self._pictures[sha256] = data
            except BadPictureError:
                sha256 = ""
        if not sha256:
            self._mark("picture")
        wide = min(max(width, _NARROWEST), _WIDEST)
        return Piece(self._number(), picture=FilePicture(sha256, wide, words))


def _children(parent: Element, tag: str) -> Iterator[Element]:
    """Yield children of a tag, those in wrappers too."""
    for child in parent:
        if child.tag == qn(f"w:{tag}"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, tag)


def _stripped(runs: tuple[TextRun, ...]) -> tuple[TextRun, ...]:
    """Return runs without white space around the whole; nothing when there is nothing else."""
    kept = list(runs)
    while kept and (text := kept[0].text.lstrip()) != kept[0].text:
        kept[0:1] = [_said(kept[0], text)] if text else []
    while kept and (text := kept[-1].text.rstrip()) != kept[-1].text:
        kept[-1:] = [_said(kept[-1], text)] if text else []
    return tuple(kept)


def _said(run: TextRun, text: str) -> TextRun:
    return TextRun(text=text, bold=run.bold, italic=run.italic, underline=run.underline)


def _limited(text: str | None, least: int, most: int) -> int:
    try:
        return min(max(int(text or least), least), most)
    except ValueError:
        return least


def _skipped(properties: Element | None, tag: str) -> int:
    found = None if properties is None else properties.find(qn(f"w:{tag}"))
    return 0 if found is None else _limited(found.get(qn("w:val")), 0, MOST_COLUMNS + 1)


def _filled(cells: list[FileCell], columns: int) -> tuple[FileCell, ...]:
    missing = columns - sum(cell.span for cell in cells)
    return (*cells, FileCell(span=missing)) if missing else tuple(cells)


def _widths(table: Element, columns: int) -> tuple[float, ...]:
    grid = table.find(qn("w:tblGrid"))
    columns_of = grid if grid is not None else ()
    found = [float(_limited(one.get(qn("w:w")), 1, 100_000)) for one in columns_of]
    return tuple(found) if len(found) == columns else (1.0,) * columns


def _is_ruled(table: Element) -> bool:
    """Tell whether a table draws lines: by a style, which nearly always does, or of its own."""
    properties = table.find(qn("w:tblPr"))
    if properties is None:
        return False
    borders = properties.find(qn("w:tblBorders"))
    if borders is not None:
        return any(one.get(qn("w:val")) not in (None, "nil", "none") for one in borders)
    return properties.find(qn("w:tblStyle")) is not None


def _flattened(table: FileTable) -> Iterator[Piece]:
    """Yield a table in a cell as lines, the words of each row parted by tabs."""
    for row in table.rows:
        if words := " ".join(row.text.split("\n")).strip():
            yield Piece(row.number, (TextRun(text=words),))
