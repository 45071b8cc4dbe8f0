"""What holds a pack together: the outline, layers that are switched off, embedded originals."""

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, IndirectObject

from bmahr_desktop.documents.packing.copying import Copier
from bmahr_desktop.documents.packing.leaves import Leaf
from bmahr_desktop.documents.packing.output import PackFile, array, dictionary, name, stream, words
from bmahr_desktop.documents.packing.reading import as_dictionary, as_list, resolved
from bmahr_desktop.documents.packing.sheets import in_one_line

_LONGEST = 250
_MOST_LAYERS = 5_000


@dataclass
class Entry:
    """An entry of the outline.

    Attributes:
        leaf: The page it leads to.
    """

    title: str
    leaf: Leaf
    below: list["Entry"] = field(default_factory=list)


def enter(entries: list[Entry], under: Sequence[str], title: str, leaf: Leaf) -> None:
    """Add an entry to an outline, below headings that are made as they come."""
    for heading in under:
        if not entries or entries[-1].title != heading:
            entries.append(Entry(heading, leaf))
        entries = entries[-1].below
    entries.append(Entry(title, leaf))


def write_outline(file: PackFile, entries: Sequence[Entry]) -> IndirectObject | None:
    """Write the outline and return its root; None for an empty one."""
    if not entries:
        return None
    root = file.reserve()
    kids = _write_level(file, entries, root)
    return file.put(
        root,
        dictionary(Type=name("Outlines"), First=kids[0], Last=kids[-1], Count=_count(entries)),
    )


def _count(entries: Sequence[Entry]) -> int:
    return sum(1 + _count(entry.below) for entry in entries)


def _write_level(
    file: PackFile, entries: Sequence[Entry], parent: IndirectObject
) -> list[IndirectObject]:
    own = [file.reserve() for _ in entries]
    for at, entry in enumerate(entries):
        kids = _write_level(file, entry.below, own[at])
        file.put(
            own[at],
            dictionary(
                Title=in_one_line(entry.title, _LONGEST) or "-",
                Parent=parent,
                Prev=own[at - 1] if at else None,
                Next=own[at + 1] if at + 1 < len(own) else None,
                First=kids[0] if kids else None,
                Last=kids[-1] if kids else None,
                Count=_count(entry.below) or None,
                Dest=_place(entry.leaf),
            ),
        )
    return own


def _place(leaf: Leaf) -> ArrayObject:
    if leaf.turn:
        return array(leaf.reference, name("Fit"))
    return array(leaf.reference, name("XYZ"), leaf.seen.left, leaf.seen.top, 0)


# ---------------------------------------------------------------- layers


@dataclass
class Layers:
    """The layers of all files; what one of them does not show, the pack does not show."""

    all: list[IndirectObject] = field(default_factory=list)
    off: list[IndirectObject] = field(default_factory=list)
    automatic: list[DictionaryObject] = field(default_factory=list)

    def take(self, root: DictionaryObject, copier: Copier) -> "Layers":
        """Return the layers with those of a file."""
        properties = as_dictionary(root.get("/OCProperties"))
        usual = as_dictionary(properties.get("/D"))
        listed = _references(properties.get("/OCGs"))
        off = _references(usual.get("/OFF"))
        if resolved(usual.get("/BaseState")) == "/OFF":
            on = {(one.idnum, one.generation) for one in _references(usual.get("/ON"))}
            off = [one for one in listed if (one.idnum, one.generation) not in on]
        automatic = [copier.value(as_dictionary(one)) for one in as_list(usual.get("/AS"))[:50]]
        return Layers(
            [*self.all, *map(copier.reference, listed)],
            [*self.off, *map(copier.reference, off)],
            [*self.automatic, *(one for one in automatic if isinstance(one, DictionaryObject))],
        )

    def properties(self) -> DictionaryObject | None:
        """Return what the catalogue says of them; None if there are none."""
        if not self.all:
            return None
        usual = dictionary(
            Order=array(),
            OFF=ArrayObject(self.off) if self.off else None,
            AS=ArrayObject(self.automatic) if self.automatic else None,
        )
        return dictionary(OCGs=ArrayObject(self.all), D=usual)


def _references(value: Any) -> list[IndirectObject]:
    return [one for one in as_list(value) if isinstance(one, IndirectObject)][:_MOST_LAYERS]


# ---------------------------------------------------------------- embedded originals


def embed(file: PackFile, data: bytes, file_name: str, description: str) -> IndirectObject:
    """Write a file into the pack as an attached one, and return what names it there."""
    packed = zlib.compress(data)
    sum_of_it = hashlib.md5(data, usedforsecurity=False).digest()
    content = file.add(
        stream(
            packed, Type=name("EmbeddedFile"), Subtype=name("application/pdf"),
            Filter=name("FlateDecode"),
            Params=dictionary(Size=len(data), CheckSum=ByteStringObject(sum_of_it)),
        )
    )  # fmt: skip
    return file.add(
        dictionary(
            Type=name("Filespec"), F=file_name, UF=file_name, Desc=description,
            AFRelationship=name("Source"), EF=dictionary(F=content, UF=content),
        )
    )  # fmt: skip


def names_of(embedded: Sequence[IndirectObject]) -> DictionaryObject | None:
    """Return the tree of names of what is embedded; None for nothing."""
    if not embedded:
        return None
    pairs = []
    for number, reference in enumerate(embedded, 1):
        pairs += [words(f"{number:05d}"), reference]
    return dictionary(EmbeddedFiles=dictionary(Names=ArrayObject(pairs)))
