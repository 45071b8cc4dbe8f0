"""What stands around the text of a Word file: heads and feet of pages, notes, comments."""

from collections.abc import Iterator, Mapping

from docx.oxml.ns import qn

from bmahr_desktop.documents.reading.inline import InlineReader, runs_of
from bmahr_desktop.documents.reading.letters import Looks
from bmahr_desktop.documents.reading.package import Element, Package
from bmahr_desktop.i18n import Message, msg

_TOLD = {
    "tracked": msg("Changes are tracked in {count} places; they are read as accepted."),
    "unread": msg("{count} charts or embedded objects cannot be read; add them by hand."),
    "picture": msg("{count} pictures are of a kind that cannot be shown; add them by hand."),
    "box": msg("{count} text boxes are read where they hang."),
    "footnote": msg("{count} footnotes stand behind their paragraphs."),
    "merged": msg("{count} cells are merged downwards; their words stand in the uppermost."),
    "nested": msg("{count} tables within tables are read as lines."),
    "wide": msg("{count} tables are too wide to be kept as tables; they are read as lines."),
    "chunk": msg("{count} other files are embedded, which cannot be read; take them in alone."),
}


def told_of(marks: Mapping[str, int]) -> tuple[Message, ...]:
    """Return what is odd about a file in words, from how often each odd thing was met."""
    return tuple(Message(_TOLD[name].text, {"count": count}) for name, count in marks.items())


def words_around(package: Package, reader: InlineReader, looks: Looks) -> Iterator[str]:
    """Yield the words at the head and foot of pages, each once.

    Raises:
        Refused: If a part of the file is damaged.
    """
    told = set()
    for one in package.relations(package.main).values():
        if one.outside or not one.kind.endswith(("/header", "/footer")):
            continue
        root = package.xml(one.target)
        for paragraph in root.iter(qn("w:p")) if root is not None else ():
            inline = reader.read(paragraph, looks.of_paragraph(paragraph))
            words = "".join(run.text for run in runs_of(inline)).strip()
            if words and words not in told:
                told.add(words)
                yield words


def comments_in(package: Package) -> Iterator[str]:
    """Yield the words of comments in the margin.

    Raises:
        Refused: If a part of the file is damaged.
    """
    root = package.related("/comments")
    for comment in root.iter(qn("w:comment")) if root is not None else ():
        words = " ".join(one.text or "" for one in comment.iter(qn("w:t"))).strip()
        if words:
            yield words


def notes_in(root: Element | None, kind: str) -> dict[str, Element]:
    """Return notes by their ids; those that only draw lines have no references."""
    found = root.iterchildren(qn(f"w:{kind}")) if root is not None else ()
    return {one.get(qn("w:id"), ""): one for one in found}
