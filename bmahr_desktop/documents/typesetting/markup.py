"""Runs of text from a little markup, for wording that the program itself brings along.

Text of users never passes through here: it comes as `Run` and is never read as markup.
"""

from dataclasses import replace
from xml.parsers import expat

from bmahr_desktop.documents.typesetting.text import Color, Run


def runs_from_markup(text: str) -> tuple[Run, ...]:
    """Return the runs of a text with ``<b> <i> <u> <br/>`` and ``<font size color>``.

    ``&lt; &gt; &amp;`` stand for themselves; a size is in points, a colour is ``#rrggbb``.

    Raises:
        ValueError: If the markup is not well formed or has an element of another name.
    """
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.StartElementHandler = reader.begin
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.characters
    parser.buffer_text = True
    try:
        parser.Parse(f"<text>{text}</text>", True)
    except expat.ExpatError as error:
        raise ValueError(f"markup: {error}") from error
    return tuple(reader.runs)


class _Reader:
    """Collects runs while expat reads."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._styles = [Run("")]

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        style = self._styles[-1]
        if element == "b":
            style = replace(style, bold=True)
        elif element == "i":
            style = replace(style, italic=True)
        elif element == "u":
            style = replace(style, underline=True)
        elif element == "font":
            size = float(attributes["size"]) if "size" in attributes else style.size
            color = _color(attributes["color"]) if "color" in attributes else style.color
            style = replace(style, size=size, color=color)
        elif element == "br":
            self.characters("\n")
        elif element != "text":
            raise ValueError(f"markup: unknown element {element}")
        self._styles.append(style)

    def end(self, _element: str) -> None:
        self._styles.pop()

    def characters(self, text: str) -> None:
        self.runs.append(replace(self._styles[-1], text=text))


def _color(text: str) -> Color:
    digits = text.removeprefix("#")
    if len(digits) != 6 or not text.startswith("#"):
        raise ValueError(f"markup: not a colour: {text}")
    red, green, blue = (int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4))
    return red, green, blue
