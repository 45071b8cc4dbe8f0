"""The installed wheel works outside the checkout: its resources are found."""

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    root = Path(__file__).resolve().parents[2]
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)],
        cwd=root, check=True, capture_output=True,
    )  # fmt: skip
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """A virtual environment that sees this one's libraries but not the checkout."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    site = next(home.glob("lib/python3*/site-packages"))
    import reportlab

    libraries = Path(reportlab.__file__).parents[1]
    (site / "libraries.pth").write_text(f"{libraries}\n")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index",
         "--disable-pip-version-check", "--target", str(site), str(wheel)],
        check=True, capture_output=True,
    )  # fmt: skip
    return home / "bin" / "python"


def test_the_wheel_carries_what_the_program_reads(wheel):
    import zipfile

    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "resources/fonts/Sarabun-Light.ttf",
        "resources/words/thai.words",
        "resources/icc/sRGB.icc",
        "resources/locale/th/LC_MESSAGES/papers.mo",
        "resources/sample/data.json",
    ):
        assert name in names
    assert not [name for name in names if name.startswith("resources/") and name.endswith(".py")]


def test_the_installed_program_sets_the_sample(installed, tmp_path):
    done = subprocess.run(
        [str(installed), "-I", "-c", "import bmahr_desktop; print(bmahr_desktop.__file__)"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert str(installed.parents[1]) in done.stdout
    subprocess.run(
        [str(installed), "-I", "-m", "bmahr_desktop"], cwd=tmp_path, check=True, capture_output=True
    )
    assert (tmp_path / "out" / "sample-minutes.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_wheel_serves_every_system(wheel):
    import zipfile

    assert wheel.name.endswith("-py3-none-any.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert not [name for name in names if name.startswith("resources/native")]


def test_the_installed_window_opens_without_the_library_for_thai_lines(installed, tmp_path):
    home = {"BMAHR_HOME": str(tmp_path / "home"), "BMAHR_PROBE": str(tmp_path / "probe.txt")}
    data = str(tmp_path / "records.sqlite")
    for command in (
        ["-m", "bmahr_desktop", "--data", data, "sample"],
        ["-c", f"import sys, pathlib; from bmahr_desktop import app; "
               f"from bmahr_desktop.thai.native import library; assert library() is None; "
               f"sys.exit(app.run(pathlib.Path({data!r}), None))"],
    ):  # fmt: skip
        subprocess.run(
            [str(installed), "-I", *command], cwd=tmp_path, env=os.environ | home, check=True,
            capture_output=True, timeout=60,
        )  # fmt: skip
    assert "loaded" in (tmp_path / "probe.txt").read_text("ascii")
