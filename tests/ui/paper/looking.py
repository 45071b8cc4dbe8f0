"""What is to be seen of a paper."""

import re

from PySide6.QtWidgets import QLabel


def picture(view):
    return view.viewport().grab().toImage()


def top(view):
    return view.verticalScrollBar().value()


def ink(image):
    """How many pixels are nearly black."""
    return sum(
        image.pixelColor(x, y).lightness() < 100
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def pages_said(pane):
    """The digits of what tells the page and how many there are."""
    return "".join(re.findall("[๐-๙]", pane.findChild(QLabel, "paper_page").text()))
