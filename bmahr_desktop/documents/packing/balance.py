"""Whether a page gives back the state of drawing that it took.

What is drawn behind the page stands where it should only if each `q` has its `Q`; not all programs
take care of that.
"""

import re
from typing import Any, NamedTuple

from pypdf.filters import decode_stream_data
from pypdf.generic import StreamObject

from bmahr_desktop.documents.packing.copying import FAULTS

_LARGEST = 16_000_000
"""So many bytes of a page's drawing are looked at; a longer one is trusted."""
_MOST = 100
"""A page that leaves more states open is broken on purpose."""
_QUICK = frozenset({"/FlateDecode", "/Fl", "/ASCIIHexDecode", "/AHx"})
_TOKEN = re.compile(
    rb"%[^\r\n]*"
    rb"|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\))*\)"
    rb"|<[0-9A-Fa-f\s]*>"
    rb"|/[^\s()<>\[\]{}/%]*"
    rb"|(?<![^\s\])>}])BI(?=[\s/]).*?[\s]EI(?=\s|$)"
    rb"|(?<![^\s\])>}])[qQ](?![^\s\[(</{%])",
    re.DOTALL,
)


class Depths(NamedTuple):
    """How deep the saved states are.

    Attributes:
        lowest: The lowest depth on the way, 0 or below.
        last: The depth at the end.
    """

    lowest: int = 0
    last: int = 0


UNMOVED = Depths()
"""Nothing is left open."""


def depths_of(streams: list[Any]) -> Depths:
    """Return how a page leaves the saved states that it began with.

    Args:
        streams: Its content, as it stands in its file.
    """
    contents: list[bytes] = []
    total = 0
    for stream in streams:
        data = _unpacked(stream)
        total += len(data or b"")
        if data is None or total > _LARGEST:
            return UNMOVED
        contents.append(data)
    found = _counted(b"\n".join(contents))
    return found if found.lowest > -_MOST and found.last < _MOST else UNMOVED


def _counted(content: bytes) -> Depths:
    lowest = depth = 0
    for token in _TOKEN.finditer(content):
        if token.end() - token.start() == 1:
            depth += 1 if token.group() == b"q" else -1
            lowest = min(lowest, depth)
    return Depths(lowest, depth)


def _unpacked(stream: Any) -> bytes | None:
    """Return the operators of a stream; None where it takes long to unpack them."""
    if not isinstance(stream, StreamObject):
        return b""
    filters = stream.get("/Filter") or []
    named = {filters} if isinstance(filters, str) else {str(one) for one in filters}
    if not named <= _QUICK:
        return None
    try:
        data = decode_stream_data(stream)
    except FAULTS:
        return None
    return bytes(data)
