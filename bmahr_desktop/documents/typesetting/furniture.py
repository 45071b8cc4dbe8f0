"""What stands around the text of a page: numbers, catch-words, secrecy, watermark, free lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bmahr_desktop.documents.typesetting.breaks import AFTER_PREFIX
from bmahr_desktop.documents.typesetting.ink import Place, draw_clusters
from bmahr_desktop.documents.typesetting.text import BLACK, RED, Color, Run, Text, Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bmahr_desktop.documents.typesetting.canvas import PaperCanvas
    from bmahr_desktop.documents.typesetting.families import Family

_GRAY: Color = (0.88, 0.88, 0.88)
_CM = 72 / 2.54


@dataclass(frozen=True)
class PageMarks:
    """What is drawn on every page; lengths in points, sizes as official sizes.

    Attributes:
        number: The words of a page's number, or nothing for none.
        number_height: Its base line, from the top edge.
        number_on_first: Whether the first page shows its number.
        catch_words: Whether each page announces the first words of the next at its right foot.
        catch_word_slash: Whether a stroke stands before them.
        secrecy: Words in red at the head and foot of every page.
        watermark: Words across every page, behind the text.
        header, footer: Free lines at the head and foot.
        left, right: The margins.
        foot: The base line of what stands at the foot, from the lower edge.
    """

    number: Callable[[int], str] | None = None
    number_height: float = 1.7 * _CM
    number_on_first: bool = False
    catch_words: bool = False
    catch_word_slash: bool = False
    secrecy: str = ""
    watermark: str = ""
    header: str = ""
    footer: str = ""
    left: float = 3 * _CM
    right: float = 2 * _CM
    foot: float = 1.3 * _CM
    size: float = 16


class PageFurniture:
    """Draws `PageMarks`."""

    def __init__(self, typesetter: Typesetter, family: Family, marks: PageMarks) -> None:
        """Take what to draw and the fonts."""
        self._typesetter, self._family, self._marks = typesetter, family, marks

    def below(self, canvas: PaperCanvas, page: int) -> None:
        """Draw what the text is written over: watermark, head, number."""
        marks = self._marks
        width, height = canvas.page_size
        with canvas.artifact():
            if marks.watermark:
                self._watermark(canvas)
            if marks.secrecy:
                self._centred(canvas, marks.secrecy, height - 1.0 * _CM, marks.size * 1.5, RED)
            if marks.header:
                self._line(canvas, marks.header, marks.left, height - 1.1 * _CM, 0)
            if marks.number and (page > 1 or marks.number_on_first):
                y = height - marks.number_height
                self._line(canvas, marks.number(page), (marks.left + width - marks.right) / 2, y)

    def above(self, canvas: PaperCanvas, page: int) -> None:
        """Draw what comes after the text: catch-words, foot."""
        marks = self._marks
        with canvas.artifact():
            if marks.catch_words and page + 1 in canvas.first_lines:
                words = catch_words(canvas.first_lines[page + 1])
                stroke = "/" if marks.catch_word_slash else ""
                right = canvas.page_size[0] - marks.right
                if words:  # the next page may begin with lines to write on
                    self._line(canvas, f"{stroke}{words}...", right, marks.foot, 1)
            if marks.footer:
                self._line(canvas, marks.footer, marks.left, 0.7 * _CM, 0)
            if marks.secrecy:
                self._centred(canvas, marks.secrecy, 0.6 * _CM, marks.size * 1.5, RED)

    def _text(self, words: str, size: float, color: Color = BLACK, *, bold: bool = False) -> Text:
        return self._typesetter.text((Run(words, bold=bold, color=color),), self._family, size)

    def _line(
        self, canvas: PaperCanvas, words: str, x: float, y: float, align: float = 0.5
    ) -> None:
        """Draw words whose `align` part (0 left, 1 right) lies at x."""
        text = self._text(words, self._marks.size)
        place = Place(x - align * text.widths[-1])
        draw_clusters(canvas, text, 0, len(text.clusters), place, y)

    def _centred(
        self, canvas: PaperCanvas, words: str, y: float, size: float, color: Color
    ) -> None:
        text = self._text(words, size, color, bold=True)
        place = Place((canvas.page_size[0] - text.widths[-1]) / 2)
        draw_clusters(canvas, text, 0, len(text.clusters), place, y)

    def _watermark(self, canvas: PaperCanvas) -> None:
        width, height = canvas.page_size
        size = 240.0
        text = self._text(self._marks.watermark, size, _GRAY, bold=True)
        if text.widths[-1] > 1.1 * width:
            size *= 1.1 * width / text.widths[-1]
            text = self._text(self._marks.watermark, size, _GRAY, bold=True)
        turn = 0.6428, 0.766  # the sine and cosine of 40 degrees
        canvas.operators(
            f"q {turn[1]:g} {turn[0]:g} {-turn[0]:g} {turn[1]:g} {width / 2:.2f} "
            f"{height / 2:.2f} cm"
        )
        place = Place(-text.widths[-1] / 2)
        draw_clusters(canvas, text, 0, len(text.clusters), place, -0.2 * size)
        canvas.operators("Q")


_FEWEST_LETTERS = 9
"""A catch-word shows at least so many clusters, if the line has as many."""


def catch_words(line: Sequence[tuple[Text, int, int]]) -> str:
    """Return the first words of a line, enough to know it again.

    Official papers show two or three words ("ซึ่งไม่ตรง...", "๒. มอบหมายให้..."); no number stands
    alone, and no prefix without what follows it.

    Args:
        line: The texts on it from left to right, each from one cluster to another: a list has
            the number in one column and the name in the next.
    """
    words = ""
    for text, start, stop in line:
        words = f"{words} {_first_words(text, start, stop)}".strip()
        if len(words) >= _FEWEST_LETTERS:
            break
    return words.rstrip(".")


def _first_words(text: Text, start: int, stop: int) -> str:
    first = text.offsets[start]
    for place, penalty in zip(text.places, text.penalties, strict=True):
        if start + _FEWEST_LETTERS <= place < stop and penalty < AFTER_PREFIX:
            return text.string[first : text.offsets[place]].strip()
    return text.string[first : text.offsets[stop]].strip()
