"""Twenty years: searching, the register, saving and starting, against bare FTS5 and one year."""

import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from random import Random

import msgspec

from benchmarks.measuring import OUT, python, show
from benchmarks.window import START, one_start
from bmahr_desktop.domain.body import Block, Paragraph, TextRun, words_of
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.query import read_query
from bmahr_desktop.domain.register_query import RegisterQuery
from bmahr_desktop.operations import records
from bmahr_desktop.operations.archive import generate_archive
from bmahr_desktop.operations.office import make_office, new_sitting, open_office
from bmahr_desktop.operations.registers import list_meetings
from bmahr_desktop.operations.resolutions import first_lines, open_register, read_lines
from bmahr_desktop.operations.sample import fill_index
from bmahr_desktop.operations.search import search_words
from bmahr_desktop.places import data_place
from bmahr_desktop.storage.store import Store

_YEARS = (1, 20)
_SEED = 5
_PAGE = 50
_QUERIES, _SHORT = 200, 100
_OPENED, _SCROLLED, _SAVED, _STARTED = 9, 100, 100, 7
_WORDS = (
    "คณะกรรมการ", "แผนปฏิบัติราชการ", "มอบหมาย", "งบประมาณ", "ที่ประชุม", "รับทราบ", "เห็นชอบ",
    "ผู้สูงอายุ", "ทางเดินเท้า", "ระบบสารสนเทศ", "รายงานผล", "สวนสาธารณะ", "อัตรากำลัง", "ข้อบัญญัติ",
)  # fmt: skip
_LETTERS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะาำิีึืุูเแโใไ่้๊๋์๐๑๒๓๔๕๖๗๘๙ "


def archive() -> None:
    """Measure an archive of twenty years beside one of one year."""
    files = {years: archive_file(years) for years in _YEARS}
    for years, file in files.items():
        _show_search(years, file)
    for years, file in files.items():
        _show_register(years, file)
    _show_savings(files)
    _show_sizes(files)
    _show_starts(files)


def archive_file(years: int) -> Path:
    """Return an archive of so many years, made when it is not there."""
    OUT.mkdir(parents=True, exist_ok=True)
    file = OUT / f"archive-{years}.sqlite"
    if not file.exists():
        begun = time.perf_counter()
        being_made = file.with_stem(f"making-{years}")
        for old in OUT.glob(f"{being_made.stem}*"):
            old.unlink()
        store = make_office(data_place(being_made), new_sitting())
        meetings = generate_archive(store, years, _SEED)
        store.close()
        being_made.rename(file)
        print(f"made {file}: {meetings} meetings in {time.perf_counter() - begun:.0f} s")
    return file


# ---------------------------------------------------------------- searching


def queries(file: Path, chance: Random, count: int) -> list[str]:
    """Return what somebody may look for: pieces of texts, words together, exact, without others."""
    with closing(sqlite3.connect(file)) as connection:
        uids = [uid for (uid,) in connection.execute("SELECT id FROM search_entry")]

        def piece(least: int, most: int) -> str:
            while True:
                asked = "SELECT key FROM search_entry WHERE id = ?"
                (key,) = connection.execute(asked, (chance.choice(uids),)).fetchone()
                start = chance.randrange(len(key))
                found: str = key[start : start + chance.randint(least, most)].strip()
                if len(found) >= least and '"' not in found and not found.startswith("-"):
                    return found

        ways: Sequence[Callable[[], str]] = (
            lambda: chance.choice(_WORDS),
            lambda: piece(3, 14),
            lambda: piece(3, 6),
            lambda: f"{chance.choice(_WORDS)} {piece(3, 8)}",
            lambda: " ".join(chance.sample(_WORDS, 2)),
            lambda: f'"{piece(8, 20)}"',
            lambda: f"{chance.choice(_WORDS)} -{chance.choice(_WORDS)}",
            lambda: f"{chance.choice(_WORDS)} ๒๕{chance.randint(49, 68)}",
            lambda: "".join(chance.choices(_LETTERS, k=5)),
        )
        made = (ways[number % len(ways)]() for number in range(3 * count))
        long = (one for one in made if max(map(len, read_query(one).wanted), default=0) > 2)
        return list(islice(long, count))


def short_queries(chance: Random, count: int) -> list[str]:
    """Return queries of one and two letters, most of them pairs that may not occur at all."""
    letters = _LETTERS.strip()
    return [
        chance.choice(letters) if number % 4 == 0 else "".join(chance.choices(letters, k=2))
        for number in range(count)
    ]


def _show_search(years: int, file: Path) -> None:
    chance = Random(_SEED)
    asked = queries(file, chance, _QUERIES)
    plain = _plain_index(file)
    store = open_office(data_place(file), new_sitting())
    bare, peer = sqlite3.connect(file), sqlite3.connect(plain)
    _search(store, _WORDS[0])  # what is loaded only once
    ours, bares, ranked = [], [], []
    for one in asked:
        ours.append(_timed(_search, store, one))
        bares.append(_timed(_bare, bare, one))
        ranked.append(_timed(_ranked, peer, one))
    short = [_timed(_search, store, one) for one in short_queries(chance, _SHORT)]
    for opened in (bare, peer, store):
        opened.close()
    rows = [
        ("a search, first 50 with snippets", spread(ours)),
        ("bare FTS5, all rowids of the index", f"{spread(bares)}, {_ratio(ours, bares)}"),
        ("FTS5 with positions, 50 by rank", f"{spread(ranked)}, {_ratio(ours, ranked)}"),
        ("one and two characters", spread(short)),
    ]
    show(f"Searching, {years} years: {len(asked)} queries and {len(short)} short ones", rows)


def _search(store: Store, typed: str) -> None:
    with store.reading() as session:
        search_words(session, typed, most=_PAGE)


def _bare(connection: sqlite3.Connection, typed: str) -> None:
    """Ask the index for a query's trigrams, and take every row that it proposes."""
    keys = read_query(typed).wanted
    grams = {key[at : at + 3] for key in keys for at in range(len(key) - 2)}
    matched = " AND ".join(f'"{gram}"' for gram in sorted(grams))
    asked = "SELECT rowid FROM search_index WHERE search_index MATCH ?"
    connection.execute(asked, (matched,)).fetchall()


def _ranked(connection: sqlite3.Connection, typed: str) -> None:
    """Ask a usual trigram index for the same, as SQLite's manual does it."""
    query = read_query(typed)
    matched = " AND ".join(f'"{word}"' for word in query.wanted if len(word) > 2)
    for word in query.unwanted:
        matched = f'({matched}) NOT "{word}"'
    asked = (
        "SELECT rowid, snippet(plain, 0, '[', ']', '…', 60) FROM plain WHERE plain MATCH ?"
        f" ORDER BY rank LIMIT {_PAGE}"
    )
    connection.execute(asked, (matched,)).fetchall()


def _plain_index(file: Path) -> Path:
    """Return a usual index of the same texts, as a floor and peer, made when it is not there."""
    plain = file.with_stem(f"{file.stem}-plain")
    if not plain.exists():
        being_made = file.with_stem(f"{file.stem}-making")
        being_made.unlink(missing_ok=True)
        with closing(sqlite3.connect(being_made)) as connection:
            connection.execute("CREATE VIRTUAL TABLE plain USING fts5(key, tokenize='trigram')")
            connection.execute("ATTACH ? AS archive", (str(file),))
            connection.execute(
                "INSERT INTO plain(rowid, key) SELECT id, key FROM archive.search_entry"
            )
            connection.commit()
        being_made.rename(plain)
    return plain


# ---------------------------------------------------------------- the register


def _show_register(years: int, file: Path) -> None:
    chance = Random(_SEED)
    store = open_office(data_place(file), new_sitting())
    lines: list[int] = []

    def seen() -> None:
        with store.reading() as session:
            first_lines(session, RegisterQuery(), _PAGE)

    def opened() -> None:
        with store.reading() as session:
            lines.append(len(open_register(session, RegisterQuery()).uids))

    seeing = [_timed(seen) for _ in range(_OPENED)]
    opening = [_timed(opened) for _ in range(_OPENED)]
    with store.reading() as session:
        uids = open_register(session, RegisterQuery()).uids

    def scrolled() -> None:
        start = chance.randrange(len(uids))
        with store.reading() as session:
            read_lines(session, uids[start : start + _PAGE])

    scrolling = [_timed(scrolled) for _ in range(_SCROLLED)]
    store.close()
    rows = [
        ("opening: its first lines", spread(seeing)),
        ("its whole order, in the background", spread(opening)),
        (f"scrolling to any row: {_PAGE} lines", spread(scrolling)),
    ]
    show(f"The register, {years} years: {lines[-1]} resolutions", rows)


# ---------------------------------------------------------------- saving, size, start


def _show_savings(files: dict[int, Path]) -> None:
    stores = {years: open_office(data_place(file), new_sitting()) for years, file in files.items()}
    sections = {years: _a_section(store) for years, store in stores.items()}
    taken: dict[int, list[float]] = {years: [] for years in stores}
    for number in range(_SAVED):
        for years, store in stores.items():  # in turn: the disk is the same for both
            taken[years].append(_timed(_save, store, sections[years], number))
    for store in stores.values():
        fill_index(store)  # what waits is read anew by each search
        store.close()
    first, last = _YEARS
    rows = [(f"{years} years", spread(some)) for years, some in taken.items()]
    rows.append(("twenty years against one", _ratio(taken[last], taken[first], 0.5)))
    show("Saving a sentence", rows)


def _a_section(store: Store) -> str:
    with store.reading() as session:
        newest = list_meetings(session)[0].uid
        meeting = records.read(session, Kind.MEETING, newest).record
    (uid, *_) = (s.uid for item in meeting.agenda for m in item.matters for s in m.sections)
    return str(uid)


def _save(store: Store, section: str, number: int) -> None:
    with store.writing() as session:
        body = records.read(session, Kind.SECTION, section).record.body
        words = Paragraph(runs=(TextRun(text=f"แก้ไขเพิ่มเติมครั้งที่ {number}"),))
        records.write_body(session, Kind.SECTION, section, None, (*body[:-1], words))


def _show_sizes(files: dict[int, Path]) -> None:
    rows = []
    for years, file in files.items():
        whole, words = file.stat().st_size, sum(_bytes_in(_texts(file)))
        told = f"{whole / 1e6:.0f} MB for {words / 1e6:.1f} MB of text, {whole / words:.2f} x"
        rows.append((f"{years} years", told))
    show("Size of the file", rows)


def _bytes_in(texts: Iterable[str]) -> Iterator[int]:
    return (len(one.encode()) for one in texts)


def _texts(file: Path) -> Iterator[str]:
    """Yield every text in a file that somebody typed, once, without its markup."""
    decoder = msgspec.json.Decoder(Block)
    with closing(sqlite3.connect(file)) as connection:
        for (block,) in connection.execute("SELECT content FROM block"):
            yield words_of((decoder.decode(block),))
        for table, columns in (
            ("resolution", "text"), ("matter", "title"), ("agenda_item", "title"),
            ("meeting", "venue"), ("attendance", "name || lines || title || reason"),
            ("assignment", "assigned_to || report_to"), ("signature", "name || lines || label"),
            ("correction", "old || new || clause"), ("person", "name || honorific || job"),
            ("unit", "name"), ("committee", "name"), ("membership", "title || seat || instrument"),
        ):  # fmt: skip
            for (words,) in connection.execute(f"SELECT {columns} FROM {table}"):
                yield words


def _show_starts(files: dict[int, Path]) -> None:
    loaded: dict[int, list[float]] = {years: [] for years in files}
    listed: dict[int, list[float]] = {years: [] for years in files}
    for number in range(_STARTED + 1):
        for years, file in files.items():
            marks = one_start(python("-c", START, str(file)))
            if number:
                loaded[years].append(marks["loaded"])
                listed[years].append(marks["listed"])
    first, last = _YEARS
    rows = [
        (f"{years} years: listed, loaded", f"{spread(listed[years])}; {spread(loaded[years])}")
        for years in files
    ]
    ratio = _ratio(loaded[last], loaded[first], 0.5)
    rows.append(("loaded, twenty years against one", ratio))
    show("Start", rows)


# ---------------------------------------------------------------- figures


def _timed(work: Callable[..., object], *arguments: object) -> float:
    begun = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - begun


def _at(seconds: Sequence[float], share: float) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * share))]


def spread(seconds: Sequence[float]) -> str:
    """Return the median of some times, the 95th percentile and the longest, in words."""
    middle, high = statistics.median(seconds), _at(seconds, 0.95)
    longest = max(seconds)
    return f"{middle * 1000:.1f} ms, 95th {high * 1000:.1f} ms, longest {longest * 1000:.1f} ms"


def _ratio(ours: Sequence[float], other: Sequence[float], share: float = 0.95) -> str:
    words = "median" if share == 0.5 else f"{share * 100:.0f}th"
    return f"{_at(ours, share) / _at(other, share):.2f} x ({words})"
