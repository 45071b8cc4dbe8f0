"""Hostile pastes: soon over, nothing read, nothing fetched, nothing left behind that harms."""

import ctypes
import os
import socket
import sys
import time
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication

from bmahr_desktop.domain.body import Table, words_of
from bmahr_desktop.ui.body.clipboard import MIME
from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.reading import read_body

LIMIT = 5.0
"""Seconds of this thread's own work, paste and first sight together."""
_TOUCHING = ("open", "os.", "socket.", "urllib.", "subprocess.", "shutil.", "ctypes.dlopen")
_seen: list[str] | None = None


def _note(event, arguments):
    if _seen is not None and event.startswith(_TOUCHING):
        _seen.append(f"{event} {arguments!r}"[:200])


sys.addaudithook(_note)  # cannot be taken back, so it looks only while a paste is watched


class Traps:
    """A file and a server that nobody may touch, not even Qt behind Python's back."""

    def __init__(self, folder):
        self.file = folder / "secret.png"
        self.file.write_bytes(b"\x89PNG secret")
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setblocking(False)
        self.address = f"http://127.0.0.1:{self._server.getsockname()[1]}/secret.png"
        self._watch = _inotify(folder)

    def sprung(self):
        try:
            self._server.accept()[0].close()
            calls = ["server called"]
        except BlockingIOError:
            calls = []
        try:
            return calls + ["file touched"] * bool(os.read(self._watch, 4096))
        except BlockingIOError:
            return calls

    def close(self):
        self._server.close()
        os.close(self._watch)


def _inotify(folder):
    """Watch a folder for anything opened or read in it, whoever does it."""
    libc = ctypes.CDLL(None, use_errno=True)
    opened, read, non_blocking = 0x20, 0x1, 0x800
    watch = libc.inotify_init1(non_blocking)
    assert watch >= 0
    assert libc.inotify_add_watch(watch, os.fsencode(folder), opened | read) >= 0
    return watch


@pytest.fixture
def traps(desk, tmp_path):
    desk.paste(html="<p>๑. ก😀<table><tr><td>ข</table>")  # what is loaded once is loaded by now
    desk.editor.grab()
    assert desk.editor.body()
    desk.editor.set_body(())
    folder = tmp_path / "private"
    folder.mkdir()
    traps = Traps(folder)
    yield traps
    traps.close()


@contextmanager
def watched(traps):
    """Hold to the limit of time, and to the rule that nothing is touched."""
    global _seen
    begun, _seen = time.thread_time(), []
    try:
        yield
    finally:
        seen, _seen = _seen, None
    assert seen == []
    assert traps.sprung() == []
    assert time.thread_time() - begun < LIMIT


def pasted(desk, traps, mime):
    """Paste, look at it, read it."""
    with watched(traps):
        desk.editor.insertFromMimeData(mime)
        QApplication.processEvents()
        desk.editor.grab()
        body = desk.editor.body()
    assert read_body(BodyDocument(body)) == body
    desk.undo()
    assert desk.editor.body() == ()
    return body


def mime_of(*, html=None, text=None, **formats):
    mime = QMimeData()
    if html is not None:
        mime.setHtml(html)
    if text is not None:
        mime.setText(text)
    for name, data in formats.items():
        mime.setData({"own": MIME, "rtf": "text/rtf"}[name], data)
    return mime


ROW = "<tr>" + "<td>ก</td>" * 100 + "</tr>"
EMPTY = "<tr>" + "<td></td>" * 40
BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))

REFUSED = {
    "100,000 cells": lambda: mime_of(html=f"<table>{ROW * 1000}</table>"),
    "100,000 empty cells": lambda: mime_of(html=f"<table>{EMPTY * 2_500}</table>"),
    "a million line ends": lambda: mime_of(html="<br>" * 1_000_000),
    "a million closing tags": lambda: mime_of(html="ก" + "</b>" * 1_000_000),
    "100,000 pieces of bold": lambda: mime_of(html="<p>" + "<b>ก</b>ข" * 40_000),
    "800,000 cells of tabs": lambda: mime_of(text=("ก" + "\t" * 39 + "\n") * 20_000),
    "a word of 100,001 letters": lambda: mime_of(text="ก" * 100_001),
    "more than is looked at": lambda: mime_of(html="ก" * 12_000_001),
    "ours, of 300,000 paragraphs": lambda: mime_of(
        own=b'{"body":[' + b",".join([b'{"kind":"paragraph"}'] * 300_000) + b"]}"
    ),
    "ours, of 200,000 cells": lambda: mime_of(
        own=b'{"body":[{"kind":"table","widths":[1,1,1,1],"rows":['
        + b",".join([b"[{},{},{},{}]"] * 50_000)
        + b"]}]}"
    ),
}
NOTHING = {
    "2 MB of <": lambda: mime_of(html="<" * 2_000_000),
    "a tag without end": lambda: mime_of(html="<p " + "a=" * 1_000_000),
    "comments in comments": lambda: mime_of(html="<!--[if gte mso 9]><xml>" * 100_000 + "ก"),
    "a script": lambda: mime_of(html="<script>" + "alert(1);" * 100_000 + "</script>"),
    "a number without end": lambda: mime_of(html="&#" + "9" * 3_000_000 + ";"),
    "RTF only": lambda: mime_of(rtf=rb"{\rtf1\field{\*\fldinst INCLUDEPICTURE C:\\secret.png}}"),
    "ours, nested deeply": lambda: mime_of(own=b'{"body":' + b"[" * 500_000),
    "ours, nested deeply elsewhere": lambda: mime_of(own=b'{"x":' + b'{"y":' * 500_000),
    "a million tabs": lambda: mime_of(text="\t" * 1_000_000),
    "tables without cells": lambda: mime_of(html="<table><tr>" * 100_000),
}
WORDS = {
    "deep nesting": (lambda: mime_of(html="<div><span>" * 100_000 + "ก"), "ก"),
    "elements never closed": (lambda: mime_of(html="<b>" * 199 + "</i>" * 250_000 + "ก"), "ก"),
    "lists in lists": (lambda: mime_of(html="<ol><li>" * 5_000 + "ก"), "ก"),
    "tables in tables": (lambda: mime_of(html="<table><tr><td>" * 5_000 + "ก"), "ก"),
    "a bomb of entities": (lambda: mime_of(html=f"<!DOCTYPE a [{BOMB}]><p>&e11;ก"), "]>\n&e11;ก"),
    "a style of a million": (lambda: mime_of(html=f"<p style='{'a:b;' * 250_000}'>ก"), "ก"),
    "Word's conditions": (lambda: mime_of(html="<![if !supportLists]>" * 100_000 + "<p>ก"), "ก"),
    "halves of pairs": (lambda: mime_of(text="ก\ud800ข\udc00"), "กข"),
    "no characters": (lambda: mime_of(text="\ufdd0ก\ufdef\ufffe\uffffข\U0001fffe"), "กข\U0001fffe"),
    "turned writing": (lambda: mime_of(text="\u202eก\u2066ข\u2069\u202d" * 3), "กข" * 3),
    "NUL": (lambda: mime_of(text="ก\x00ข\x00", html=""), "กข"),
    "a hidden page": (lambda: mime_of(html="<p style='display:none'>ข</p>ก"), "ก"),
    "zero width": (lambda: mime_of(text="ก" + "\u200b\u2060\ufeff" * 100_000 + "ข"), "กข"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_too_much_is_refused_in_words(desk, traps, name):
    assert pasted(desk, traps, REFUSED[name]()) == ()
    assert len(desk.refusals) == 1


@pytest.mark.parametrize("name", NOTHING)
def test_what_holds_no_words_brings_none(desk, traps, name):
    assert words_of(pasted(desk, traps, NOTHING[name]())).strip() == ""


@pytest.mark.parametrize("name", WORDS)
def test_only_words_come_in(desk, traps, name):
    mime, words = WORDS[name]
    assert words_of(pasted(desk, traps, mime())) == words
    assert desk.refusals == []


def test_huge_spans_are_cut_down(desk, traps):
    span = "rowspan=999999999 colspan=999999999"
    many = f"<tr><td {span}>ก</td></tr>" * 2_000
    assert not any(isinstance(one, Table) for one in pasted(desk, traps, mime_of(html=many)))
    (table,) = pasted(
        desk, traps, mime_of(html="<table><tr><td rowspan=65535 colspan=30>ก<tr><td>ข")
    )
    assert [[cell.span for cell in row] for row in table.rows] == [[30, 1], [1] * 31]


def test_nothing_that_is_named_is_read_or_fetched(desk, traps):
    named = (traps.file.as_uri(), traps.file, traps.address, "\\\\server\\share\\x.png")
    parts = "".join(
        f"<img src='{name}'><img srcset='{name} 2x'><link rel=stylesheet href='{name}'>"
        f"<object data='{name}'></object><iframe src='{name}'></iframe><embed src='{name}'>"
        f"<video poster='{name}'></video><body background='{name}'><base href='{name}'>"
        f"<p style='background:url({name});list-style-image:url(\"{name}\")'>ก</p>"
        f"<style>@import '{name}'; @font-face {{src: url({name})}}</style>"
        f"<svg><image href='{name}'/></svg><v:imagedata src='{name}'/>"
        f"<a href='{name}'>ข</a><meta http-equiv=refresh content='0;url={name}'>"
        for name in named
    )
    body = pasted(desk, traps, mime_of(html=parts))
    assert words_of(body) == "\n".join(["ก", "ข"] * len(named))


def test_what_could_run_is_dropped(desk, traps):
    html = (
        "<p onload='run()' onmouseover=run()>ก<a href='javascript:run()'>ข</a>"
        "<img src=x onerror=run()><svg onload=run()><script>run()</script></svg>"
        "<p style='width:expression(run())'>ค<template><p>ง</template><noscript>จ</noscript>"
        "<a href='data:text/html;base64,PHNjcmlwdD4='>ฉ</a>"
    )
    assert words_of(pasted(desk, traps, mime_of(html=html))) == "กข\nคฉ"


def test_data_of_pictures_is_never_unpacked(desk, traps):
    bomb = "data:image/svg+xml;base64," + "A" * 6_000_000
    html = f"<img src='{bomb}'><p style='background:url({bomb[:20_000]})'>ก"
    assert words_of(pasted(desk, traps, mime_of(html=html))) == "ก"


def test_files_are_not_opened(desk, traps):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(traps.file)), QUrl(traps.address)])
    assert not desk.editor.canInsertFromMimeData(mime)
    assert pasted(desk, traps, mime) == ()


def test_a_word_of_100_000_letters_is_taken(desk, traps):
    (word,) = pasted(desk, traps, mime_of(text="ก" * 100_000))
    assert len(word.text) == 100_000


def test_marks_upon_marks_are_taken(desk, traps):
    marks = "ก" + "่้๊๋" * 20_000
    (stack,) = pasted(desk, traps, mime_of(text=marks))
    assert stack.text == marks


def test_the_traps_do_spring(traps):
    """What is watched for would be seen."""
    with pytest.raises(AssertionError), watched(traps):
        traps.file.read_bytes()
    with socket.create_connection(("127.0.0.1", int(traps.address.split(":")[2].split("/")[0]))):
        assert traps.sprung()
