"""Reads HTML in one pass, however hostile: no search is ever repeated over the same text."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

# A quote counts only behind an equals sign, and only if it is closed. All is possessive: what was
# read once is never given back, so that no input takes more than a few looks at each character.
_TAG = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"""
    r"""(?P<rest>(?:[^>=]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)>"""
)
_ATTRIBUTE = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++)))?""")
_SIGN = re.compile("<(?=[a-zA-Z!?]|/[a-zA-Z])")
_RAW = {
    name: re.compile(f"</{name}", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_ENDLESS_NUMBER = re.compile("&#(?:[0-9]{8}|[xX][0-9a-fA-F]{8})[0-9a-fA-F]*+;?")
_LONGEST_TAG = 30_000


class Text(NamedTuple):
    """Text between tags."""

    text: str


class Open(NamedTuple):
    """The start of an element; names are in small letters."""

    name: str
    attributes: Mapping[str, str]


class Close(NamedTuple):
    """The end of an element."""

    name: str


def tokens(html: str) -> Iterator[Text | Open | Close]:
    """Yield the parts of an HTML text; comments and declarations are left out.

    Like a browser, what begins with an unclosed tag is dropped to the end.
    """
    at, end = 0, len(html)
    while at < end:
        found = _SIGN.search(html, at)
        sign = found.start() if found else end
        if sign > at:
            yield Text(entities(html[at:sign]))
        if sign == end:
            return
        if html[sign + 1] in "!?":
            at = _behind_declaration(html, sign)
            continue
        tag = _TAG.match(html, sign)
        if tag is None:
            return
        at = tag.end()
        name = tag["name"].lower()
        if tag["close"]:
            yield Close(name)
            continue
        yield Open(name, _attributes(tag["rest"]))
        if name in _RAW:
            closed = _RAW[name].search(html, at)
            at = closed.start() if closed else end


def entities(text: str) -> str:
    """Return a text with its character references resolved; absurd numbers are no characters."""
    return unescape(_ENDLESS_NUMBER.sub("", text)) if "&" in text else text


def _behind_declaration(html: str, sign: int) -> int:
    if html.startswith("<!--", sign):
        found = html.find("-->", sign + 2)
        return found + 3 if found >= 0 else len(html)
    found = html.find(">", sign)
    return found + 1 if found >= 0 else len(html)


def _attributes(rest: str) -> dict[str, str]:
    if len(rest) > _LONGEST_TAG:
        return {}
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(rest):
        found.setdefault(name.lower(), entities(double or single or bare))
    return found


def style_of(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return the declarations of an element's own style, in small letters."""
    found: dict[str, str] = {}
    for declaration in attributes.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip().lower()
    return found
