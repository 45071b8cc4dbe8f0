"""A Word file as a package of parts, opened as if whoever made it meant harm.

Nothing in it is ever run, followed or written anywhere: parts are read one by one within limits,
and their XML is parsed without entities, definitions or a network.
"""

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree  # type: ignore[import-untyped]

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import Message, msg

Element = Any
"""An element of lxml, which has no types."""

LARGEST_FILE = 200_000_000
LARGEST_XML = 48_000_000
LARGEST_MEDIA = 20_000_000
MOST_UNPACKED = 400_000_000
MOST_PARTS = 5_000
MOST_TAGS = 4_000_000
"""Bytes, parts and tags that the largest honest file stays far below."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FORBIDDEN = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0(?:D\0O\0C|E\0N\0T)|\0<\0!\0(?:D\0O|E\0N)")
_ODD_NAME = re.compile(r"^/|^[A-Za-z]:|\\|\x00|(?:^|/)\.\.(?:/|$)")
_MACROS = re.compile(r"vbaProject|vbaData|macroEnabled", re.IGNORECASE)
_OFFICE = "/officeDocument"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/")
_LOOSE = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main":
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships":
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math":
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/drawingml/main":
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":
        b"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    b"http://purl.oclc.org/ooxml/drawingml/picture":
        b"http://schemas.openxmlformats.org/drawingml/2006/picture",
}  # fmt: skip
"""The names of Word's strict form, and those of its usual one."""


@dataclass(frozen=True)
class Relation:
    """What a part names by an id: another part of the package, or something outside."""

    kind: str
    target: str
    outside: bool


class Package:
    """A Word file that was found harmless."""

    def __init__(self, path: Path) -> None:
        """Open it.

        Raises:
            Refused: If it cannot be read, is no Word file, or is one to keep away from.
        """
        self.name = path.name
        self._zip = _opened(path)
        try:
            self._check_parts()
            self.main = self._main_part()
        except BaseException:
            self._zip.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def xml(self, part: str) -> Element | None:
        """Return the root of a part; None if there is no such part.

        Raises:
            Refused: If it is no sound XML, or more than can be taken in.
        """
        data = self.data(part, LARGEST_XML)
        if data is None:
            return None
        if _FORBIDDEN.search(data):
            raise Refused(
                msg("“{file}” holds definitions that no Word file needs; it is not opened.",
                    file=self.name)
            )  # fmt: skip
        if data.count(b"<") > MOST_TAGS:
            raise self._too_much()
        if _STRICT.search(data):
            for strict, loose in _LOOSE.items():
                data = data.replace(strict, loose)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
            huge_tree=False, remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as error:
            raise self._damaged() from error
        if root.getroottree().docinfo.doctype:
            raise self._damaged()
        return root

    def data(self, part: str, most: int = LARGEST_MEDIA) -> bytes | None:
        """Return what a part holds; None if there is no such part.

        Raises:
            Refused: If it is more than can be taken in, or damaged.
        """
        try:
            found = self._zip.getinfo(part)
        except KeyError:
            return None
        if found.file_size > most:
            raise self._too_much()
        try:
            with self._zip.open(found) as file:
                data = file.read(most + 1)
        except (BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError,
                zlib.error) as error:  # fmt: skip
            raise self._damaged() from error
        if len(data) > most:
            raise self._too_much()
        return data

    def relations(self, part: str) -> Mapping[str, Relation]:
        """Return what a part names, by id.

        Raises:
            Refused: If it is no sound XML.
        """
        folder = dirname(part)
        root = self.xml(join(folder, "_rels", f"{part.rpartition('/')[2]}.rels"))
        found = {}
        for one in root if root is not None else ():
            target, outside = one.get("Target", ""), one.get("TargetMode") == "External"
            if not outside:
                target = normpath(join("/", folder, target)).lstrip("/")
            found[one.get("Id", "")] = Relation(one.get("Type", ""), target, outside)
        return found

    def related(self, kind: str) -> Element | None:
        """Return the root of the part of a kind, "/styles", that the main part names."""
        for one in self.relations(self.main).values():
            if one.kind.endswith(kind) and not one.outside:
                return self.xml(one.target)
        return None

    # ------------------------------------------------------------------ before anything is read

    def _check_parts(self) -> None:
        listed = self._zip.infolist()
        if len(listed) > MOST_PARTS or sum(one.file_size for one in listed) > MOST_UNPACKED:
            raise self._too_much()
        names = [one.filename for one in listed]
        if len(set(names)) != len(names) or any(_ODD_NAME.search(name) for name in names):
            raise Refused(
                msg("“{file}” names parts outside itself; it is not opened.", file=self.name)
            )
        types = self.data("[Content_Types].xml", LARGEST_XML) or b""
        if any(_MACROS.search(name) for name in names) or b"macroEnabled" in types:
            raise Refused(
                msg(
                    "“{file}” holds macros. Save it in Word as “Word document (.docx)”, which has"
                    " none, and take that in.",
                    file=self.name,
                )
            )

    def _main_part(self) -> str:
        for one in self.relations("").values():
            if one.kind.endswith(_OFFICE) and not one.outside:
                return one.target
        raise Refused(_no_word_file(self.name))

    def _too_much(self) -> Refused:
        return Refused(
            msg("“{file}” unpacks to more than minutes ever are; it is not opened.", file=self.name)
        )

    def _damaged(self) -> Refused:
        return Refused(
            msg(
                "“{file}” is damaged. Open it in Word, save it again, and take that in.",
                file=self.name,
            )
        )


def _opened(path: Path) -> ZipFile:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(msg("“{file}” is too large for minutes.", file=path.name))
        with path.open("rb") as file:
            head = file.read(600)
    except OSError as error:
        words = error.strerror or str(error)
        raise Refused(
            msg("“{file}” cannot be read: {reason}.", file=path.name, reason=words)
        ) from error
    if head.startswith(_OLE):
        raise Refused(
            msg(
                "“{file}” is of Word's old kind (.doc), or locked by a password. Open it in Word,"
                " save it as “Word document (.docx)” without a password, and take that in.",
                file=path.name,
            )
        )
    try:
        return ZipFile(path)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refused(_no_word_file(path.name)) from error


def _no_word_file(name: str) -> Message:
    return msg(
        "“{file}” is no Word file. Open it in its own program, save it as “Word document (.docx)”,"
        " and take that in.",
        file=name,
    )
