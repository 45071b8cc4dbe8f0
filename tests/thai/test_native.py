"""The library in C reads words as the reference in Python does, and says the same to Qt."""

import ctypes
import re
import runpy
import shutil
import subprocess
import sys
from array import array

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bmahr_desktop.places import resource
from bmahr_desktop.thai import segment
from bmahr_desktop.thai.clusters import FOLLOWERS
from bmahr_desktop.thai.native import LIBRARY, NativeReading, library, open_library
from bmahr_desktop.thai.segment import RUN, Reading, Segmenter
from bmahr_desktop.thai.words import SHIPPED, shipped_words
from tests.thai_texts import listed_words, sample_texts

LETTERS = [chr(code) for code in range(0x0E01, 0x0E4F) if RUN.match(chr(code))]
OFFICE = "สำนักงานคณะกรรมการข้าราชการกรุงเทพมหานครและบุคลากรกรุงเทพมหานคร"
NAMES = ("กมลรัตนวรรณ", "ศรีสุขเกษมสันติ์", "การ", "ประชุมชน", "เก็จเก", OFFICE)
UNKNOWN = (
    "ฆฌฆ",
    "ฆื่ฆ",
    "ฬั้ฬ",
    "ฆธิ์",
    "ฬเฏฺ",
    "เเเ",
    "ก็็็็",
    "ธ์",
    "ค่ั",
    "ฒ" * 300,
    "เ" * 300,
    "ก" + "้" * 300,
)
BUILDER = resource("native", "build.py")
NEVER_BEGINS_A_LINE = "ๆฯ)].,:;!?%/"

words = listed_words()
runs = st.lists(
    st.one_of(
        st.sampled_from(words), st.sampled_from(NAMES + UNKNOWN), st.text(LETTERS, max_size=8)
    )
).map("".join)
mixed = st.lists(
    st.one_of(
        st.sampled_from(words),
        st.sampled_from(NAMES + UNKNOWN),
        st.text(LETTERS, max_size=4),
        st.text(" \t\u00a0ๆฯ()[]/-–“”.,:%0๒aé\u200b😀", max_size=4),
        st.sampled_from(["ต่าง ๆ", "ฯลฯ", "ฯพณฯ", "กรุงเทพฯ", "พ.ศ. ๒๕๖๔", "e-Service"]),
    )
).map("".join)


def both(names=()):
    """The reading in C and the one in Python."""
    assert library(), f"no {LIBRARY.name}: it needs a C compiler, then `python3 dev.py setup`"
    native = NativeReading.with_names(names)
    assert native
    return native, Reading(shipped_words(), names)


PLAIN, NAMING = both(), both(NAMES)


@given(runs)
def test_both_read_the_same(run):
    native, python = PLAIN
    assert native.ends(run) == python.ends(run)


@given(runs)
def test_both_know_names_in_the_same_way(run):
    native, python = NAMING
    assert native.ends(run) == python.ends(run)


@given(st.lists(st.text(LETTERS, min_size=2, max_size=6), max_size=6), st.data())
def test_both_know_any_names(names, data):
    native, python = both(sorted(set(names)))
    run = "".join(data.draw(st.lists(st.sampled_from([*names, "ก", "เ", "การ", "้"]))))
    assert native.ends(run) == python.ends(run)


def test_both_read_every_word_of_the_list():
    native, python = PLAIN
    assert len(words) > 50_000
    for at in range(0, len(words), 20):
        run = "".join(words[at : at + 20])
        assert native.ends(run) == python.ends(run)


def test_both_read_the_sample_in_the_same_way():
    native, python = NAMING
    seen = 0
    for text in sample_texts(longer_than=0):
        for run in RUN.findall(text):
            assert native.ends(run) == python.ends(run)
            seen += 1
    assert seen > 1000


def test_a_run_of_any_length_is_read_as_a_whole():
    native, python = PLAIN
    run = "คณะกรรมการฆฌตากลม" * 5000
    assert native.ends(run) == python.ends(run)


def test_the_costs_are_the_same():
    """A cost that is nearly the same would show in few texts only."""
    source = resource("native", "thaibreak.c").read_text("utf-8")
    found = dict(re.findall(r"\b((?:UNKNOWN_)?[A-Z]+) = (\d+)[,; ]", source))
    for name in ("UNKNOWN_FIRST", "UNKNOWN_NEXT", "UNKNOWN_LETTER", "NAME"):
        assert int(found[name]) == getattr(segment, f"_{name}"), name


def test_no_word_of_the_list_is_longer_than_the_library_looks():
    assert max(map(len, words)) < 255


def test_a_name_that_is_too_long_for_the_library_is_read_in_python():
    name = "กมล" * 90
    assert NativeReading.with_names([name]) is None
    assert Segmenter([name]).words(f"มอบ{name}") == ["มอบ", name]


# ------------------------------------------------------------------ what Qt is told


def tis(text: str) -> bytes:
    """A text in UTF-16 code units as Qt hands it over (`to_tis620` in qunicodetools.cpp)."""
    units = array("H", text.encode("utf-16-le"))
    return bytes(
        unit if unit <= 0xA0 else unit - 0xE00 + 0xA0 if 0xE01 <= unit <= 0xE5B else 0xFF
        for unit in units
    )


def places_in(text: str) -> list[int]:
    """Where a line may end, in code units, as Qt asks for it."""
    opened = library()
    assert opened
    letters = tis(text)
    found = (ctypes.c_int * (len(letters) + 1))(*[-1] * (len(letters) + 1))
    size = ctypes.c_size_t(len(letters))
    count = opened.th_brk_find_breaks(None, letters, found, size)
    assert found[len(letters)] == -1, "written behind the end"
    return list(found[:count])


@given(mixed)
@example("การประชุม" * 100 + " ๆ " + "ฆ" * 700)
def test_qt_is_told_the_ends_of_words_and_no_others(text):
    bare = text.replace("😀", "--")  # two code units, as Qt counts
    told = places_in(text)
    assert told == sorted(set(told))
    assert all(0 < place < len(bare) for place in told)
    python = PLAIN[1]
    ends, inside = set(), set()
    for match in RUN.finditer(bare):
        ends |= {match.start() + end for end in python.ends(match[0])} - {match.end()}
        inside |= set(range(match.start() + 1, match.end()))
    assert {place for place in told if place in inside} == ends
    for place in told:
        assert bare[place] not in FOLLOWERS
        assert bare[place] not in NEVER_BEGINS_A_LINE


@pytest.mark.parametrize(
    "parted",
    [
        "ที่ประชุม |รับทราบ",
        "ต่าง ๆ |ของ|กรุงเทพมหานคร",
        "ต่างๆ|กัน",
        "กรุงเทพฯ|และ",
        "ขนม ฯลฯ |และ",
        "เรียนฯพณฯ",
        "โครงการ/|กิจกรรม",
        "สำนักงาน |(กทม.) |และ",
        "สำนักงาน|(กทม)|และ",
        "(ร่าง) |แผน",
        "ร้อยละ |๑๐ %",
        "ครั้ง|ที่ |๑/๒๕๖๔",
        "ก่อน-หลัง",
        "มี\u00a0มติ",
        "ว่า |“เห็นชอบ” |แล้ว",
    ],
)
def test_between_words_and_signs(parted):
    text = parted.replace("|", "")
    places, at = [], -1
    for number in range(parted.count("|")):
        at = parted.index("|", at + 1)
        places.append(at - number)
    assert places_in(text) == places


@given(
    st.text(
        st.one_of(
            st.characters(exclude_characters="\0", exclude_categories=["Cs"]),
            st.sampled_from(LETTERS),
        )
    )
)
def test_the_cursor_always_gets_on(text):
    opened = library()
    assert opened
    step = opened.th_next_cell
    step.restype = ctypes.c_size_t
    letters = tis(text)
    at = 0
    while at < len(letters):
        gone = step(letters[at:], ctypes.c_size_t(len(letters) - at), None, 1)
        assert 0 < gone <= len(letters) - at
        at += gone


@pytest.mark.parametrize(
    "cell", ["ก", "ก้", "น้ำ", "ที่", "ปฺ", "a", " ", "๑", "ๆ", "า", "เ", "😀", "é"]
)
def test_the_cursor_steps_over_a_letter_with_its_marks(cell):
    opened = library()
    assert opened
    step = opened.th_next_cell
    step.restype = ctypes.c_size_t
    letters = tis(cell + "ก")
    assert step(letters, ctypes.c_size_t(len(letters)), None, 1) == len(letters) - 1


# ------------------------------------------------------------------ the file


def test_it_is_opened_by_its_absolute_path():
    assert LIBRARY.is_absolute()
    opened = library()
    assert opened
    assert opened._name == str(LIBRARY)
    assert library() is opened


@pytest.mark.parametrize("content", [None, b"", b"\x7fELF and no more", b"MZ"])
def test_a_library_that_cannot_be_opened_is_done_without(tmp_path, content):
    path = tmp_path / LIBRARY.name
    if content is not None:
        path.write_bytes(content)
    assert open_library(path, SHIPPED) is None


def test_a_word_list_is_taken_once_and_only_if_it_is_one(tmp_path):
    """In a process of its own: this one has a word list already."""
    packed = SHIPPED.read_bytes()
    states = int.from_bytes(packed[4:8], "little")
    beyond = packed[:8] + (states - 1).to_bytes(4, "little") + packed[12:]
    wrong = [b"", b"BMW1", packed[:-1], b"BMW2" + packed[4:], beyond, b"BMW1" + bytes(4)]
    for number, content in enumerate([*wrong, packed]):
        (tmp_path / f"{number}.words").write_bytes(content)
    asked = (
        "import sys; from pathlib import Path;"
        "from bmahr_desktop.thai.native import LIBRARY, open_library;"
        "print([bool(open_library(LIBRARY, Path(name))) for name in sys.argv[1:]])"
    )
    files = [str(tmp_path / f"{number}.words") for number in [*range(len(wrong) + 1), len(wrong)]]
    done = subprocess.run(
        [sys.executable, "-c", asked, *files], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str([*[False] * len(wrong), True, False])


def test_two_builds_are_equal(tmp_path):
    builder = runpy.run_path(str(BUILDER))
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        assert builder["build"](LIBRARY.name, folder)
    made = [(tmp_path / name / LIBRARY.name).read_bytes() for name in ("one", "two")]
    assert made[0] == made[1]


def test_it_is_as_new_as_its_source(tmp_path):
    shutil.copytree(BUILDER.parent, tmp_path / "native")
    builder = runpy.run_path(str(tmp_path / "native" / "build.py"))
    (tmp_path / "native" / LIBRARY.name).unlink(missing_ok=True)
    assert builder["build"](LIBRARY.name)
    assert (tmp_path / "native" / LIBRARY.name).read_bytes() == LIBRARY.read_bytes()


def test_without_a_compiler_it_says_so_and_goes_on(tmp_path):
    done = subprocess.run(
        [sys.executable, str(shutil.copy(BUILDER, tmp_path)), "--both"],
        env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "no compiler" in done.stderr
    assert "will not wrap at words" in done.stderr
