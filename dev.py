#!/usr/bin/env python3
"""From a fresh clone to the running program, and to the whole gate, with one command each.

    python3 dev.py run [ARGUMENTS]   set everything up, then start the program
    python3 dev.py test [PYTEST …]   set everything up, then the whole gate
    python3 dev.py check             the fast part of the gate
    python3 dev.py bench [NAME …]    the benchmarks, against a peer or a floor in the same run
    python3 dev.py package           the wheel and the frozen program, into dist/
    python3 dev.py setup             only set up, with the tools of development
    python3 dev.py lock              pin the newest versions that pyproject.toml allows (needs uv)

It needs nothing but Python 3.11 or newer and works the same on Linux and Windows. Everything it
makes lies in .venv/, out/, build/ and dist/.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
LOCALES = ROOT / "resources" / "locale"
ALL_CORES = ["-q", "-n", "auto", "--dist", "worksteal"]
"""How pytest spreads tests: each process gets neighbours, and takes from others when it is done."""

# What Qt loads on Linux, and the Debian package that brings it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Programs that only the gate and the package need.
TEST_PROGRAMS = {"pdftotext": "poppler-utils", "gcc": "gcc"}
PACKAGE_PROGRAMS = {"objdump": "binutils", "gcc": "gcc"}


def stop(message: str) -> NoReturn:
    """Leave with a message that says what to do."""
    sys.exit(f"dev.py: {message}")


def missing_packages(programs: dict[str, str]) -> list[str]:
    """Return the Debian packages that this Linux machine still lacks."""
    missing = [] if importlib.util.find_spec("ensurepip") else ["python3-venv"]
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing + [package for name, package in programs.items() if not shutil.which(name)]


def install_system(programs: dict[str, str]) -> None:
    """Install what the system lacks when root, else print the exact command."""
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(programs)
    if not packages:
        return
    commands = [
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        wanted = " && ".join("sudo " + " ".join(command) for command in commands)
        stop(f"the system lacks {' '.join(packages)}; on Debian or Ubuntu:\n  {wanted}")
    print("dev.py: installing", *packages, flush=True)
    for command in commands:
        done = subprocess.run(
            command,
            env=dict(os.environ, DEBIAN_FRONTEND="noninteractive"),
            stdout=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            stop(f"this failed: {' '.join(command)}")


def make_environment(uv: str | None) -> None:
    """Make .venv with the Python that runs this script."""
    if PYTHON.exists():
        return
    command = (
        [uv, "venv", "-q", "--python", sys.executable, str(VENV)]
        if uv
        else [sys.executable, "-m", "venv", str(VENV)]
    )
    if subprocess.run(command, check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop("cannot make the virtual environment .venv")


def install_lock(lock: Path) -> None:
    """Install one lock file, unless the environment already holds it (or the larger one)."""

    def state(path: Path) -> str:
        return hashlib.sha256(path.read_bytes() + sys.version.encode()).hexdigest()

    stamps = {path: VENV / f"{path.name}.sha256" for path in (RUN_LOCK, DEV_LOCK)}
    for path in {lock, DEV_LOCK}:
        if PYTHON.exists() and stamps[path].exists() and stamps[path].read_text() == state(path):
            return
    uv = shutil.which("uv")
    make_environment(uv)
    python = str(PYTHON)
    command = (
        [uv, "pip", "install", "-q", "--python", python]
        if uv
        else [python, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    )
    print(f"dev.py: installing {lock.name} with {'uv' if uv else 'pip'}", flush=True)
    if subprocess.run([*command, "--require-hashes", "-r", str(lock)], check=False).returncode:
        stop("installing failed; the network is needed this first time only")
    stamps[lock].write_text(state(lock))


def compile_catalogues() -> None:
    """Compile the message catalogues (.po) that changed into .mo files."""
    for source in LOCALES.glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            tool([str(LOCALES / "build_catalogues.py")])
            return


def build_library(*options: str) -> None:
    """Build the library that wraps Thai at words; without a compiler it says so and goes on."""
    tool([str(ROOT / "resources" / "native" / "build.py"), *options])


def setup(lock: Path, programs: dict[str, str] | None = None) -> None:
    """Bring the machine and .venv to where the program, or the gate, runs."""
    install_system(programs or {})
    install_lock(lock)
    compile_catalogues()
    build_library()


def environment() -> dict[str, str]:
    """Return the environment in which tools see the checkout."""
    return dict(os.environ, PYTHONPATH=str(ROOT), PYTHONUTF8="1")


def tool(arguments: list[str], **extra: str) -> None:
    """Run Python of .venv with these arguments; leave with its exit code if it fails."""
    code = subprocess.run(
        [str(PYTHON), *arguments], cwd=ROOT, env=environment() | extra, check=False
    ).returncode
    if code:
        sys.exit(code)


def run(arguments: list[str]) -> None:
    """Start the program; on Linux this process becomes it."""
    setup(RUN_LOCK)
    command = [str(PYTHON), "-m", "bmahr_desktop", *arguments]
    if WINDOWS:
        sys.exit(subprocess.call(command, env=environment()))
    os.execve(command[0], command, environment())


def check(_arguments: list[str]) -> None:
    """Format, lint, types, import contracts, and the tests that take seconds."""
    setup(DEV_LOCK, TEST_PROGRAMS)
    static_checks()
    tool(["-m", "pytest", *ALL_CORES, "tests/house", "tests/thai", "tests/domain"])


def static_checks() -> None:
    """Format, lint, types and import contracts."""
    tool(["-m", "ruff", "format", "--check", "-q", "."])
    tool(["-m", "ruff", "check", "-q", "."])
    tool(["-m", "mypy"])
    tool(["-c", "from importlinter.cli import lint_imports_command as c; c()"])


def test(arguments: list[str]) -> None:
    """Run the whole gate, on all cores; with arguments, only pytest with them."""
    setup(DEV_LOCK, TEST_PROGRAMS)
    if not arguments:
        static_checks()
    tool(["-m", "pytest", *(arguments or ALL_CORES)], QT_QPA_PLATFORM="offscreen")


def bench(arguments: list[str]) -> None:
    """Run the benchmarks."""
    setup(DEV_LOCK, TEST_PROGRAMS)
    tool(["-m", "benchmarks", *arguments])


def package(_arguments: list[str]) -> None:
    """Build the wheel, and freeze the program; the library in C for both systems."""
    setup(DEV_LOCK, PACKAGE_PROGRAMS)
    build_library("--both")
    tool(["-m", "build", "--wheel", "--no-isolation", "--outdir", "dist"])
    tool(["-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN", "build.spec"])


def lock(_arguments: list[str]) -> None:
    """Pin versions and hashes, the same for every platform; no registry is named."""
    uv = shutil.which("uv")
    if not uv:
        stop("'lock' needs uv: pip install uv")
    common = [
        "--universal",
        "--python-version",
        "3.11",
        "--generate-hashes",
        "--upgrade",
        "--no-emit-index-url",
        "--no-header",
        "--no-annotate",
        "-q",
        "pyproject.toml",
    ]
    for extra in (
        ["-o", RUN_LOCK.name],
        ["--group", "dev", "-c", RUN_LOCK.name, "-o", DEV_LOCK.name],
    ):
        subprocess.run([uv, "pip", "compile", *common, *extra], cwd=ROOT, check=True)


def main() -> None:
    """Do what the first argument names."""
    commands = {
        "run": run,
        "test": test,
        "check": check,
        "bench": bench,
        "package": package,
        "setup": lambda _: setup(DEV_LOCK, TEST_PROGRAMS),
        "lock": lock,
    }
    name, arguments = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("", [])
    if name not in commands:
        print(__doc__)
        sys.exit(0 if name in ("", "-h", "--help") else 2)
    commands[name](arguments)


if __name__ == "__main__":
    main()
