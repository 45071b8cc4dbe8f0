"""Builds the library that tells Qt where Thai lines may end: ``python3 resources/native/build.py``.

It builds for the system that it runs on; with ``--both`` also for the other one, as far as there
is a compiler for it. What is newer than its source stays. Two builds by one compiler are equal,
byte for byte. Where no compiler is it says so: the program goes on without.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = (HERE / "thaibreak.c", HERE / "libthai.map", Path(__file__).resolve())
FLAGS = (
    "-std=c99", "-Os", "-Wall", "-Wextra", "-shared", "-s",
    "-ffreestanding", "-nostdlib", "-fno-stack-protector",
)  # fmt: skip
LINUX, WINDOWS = "libthai.so.0", "thai.dll"
OWN = {"linux": LINUX, "win32": WINDOWS}.get(sys.platform, "")
FLAGS_OF = {
    LINUX: (
        "-fPIC", "-fvisibility=hidden", f"-Wl,-soname,{LINUX}", "-Wl,-z,defs",
        "-Wl,--version-script,libthai.map", "-Wl,--build-id=none",
    ),
    WINDOWS: ("-Wl,-e,DllMainCRTStartup", "-Wl,--no-insert-timestamp"),
}  # fmt: skip
MINGW = "x86_64-w64-mingw32-gcc"
NEEDED = {LINUX: "gcc on Linux", WINDOWS: "MinGW-w64; Debian: gcc-mingw-w64-x86-64"}


def compiler_for(name: str) -> str | None:
    """Return the compiler that can build a library; None if there is none."""
    if name == OWN == LINUX:
        candidates = ["gcc", "cc", "clang"]
    elif name == OWN:
        candidates = [MINGW, "gcc"]
    else:
        candidates = [MINGW] if name == WINDOWS else []
    return next((found for one in candidates if (found := shutil.which(one))), None)


def build(name: str, folder: Path = HERE) -> bool:
    """Build a library into a folder; return whether it is there and as new as its source."""
    target = folder / name
    if target.exists() and target.stat().st_mtime >= max(s.stat().st_mtime for s in SOURCES):
        return True
    compiler = compiler_for(name)
    if compiler is None:
        say(f"no compiler here for {name} ({NEEDED[name]})")
        return False
    made = folder / f"{name}.{os.getpid()}"  # a program that runs has the old one in its memory
    command = [compiler, *FLAGS, *FLAGS_OF[name], "-o", str(made), SOURCES[0].name]
    try:
        subprocess.run(command, cwd=HERE, check=True)
        made.replace(target)
    except (OSError, subprocess.CalledProcessError) as fault:
        made.unlink(missing_ok=True)
        say(f"{name} could not be built: {fault}")
        return False
    return True


def say(words: str) -> None:
    """Tell whoever sets up or packs the program."""
    print(f"resources/native: {words}", file=sys.stderr, flush=True)


def main(arguments: list[str]) -> None:
    """Build what is wanted; without a library for this system, say what that means."""
    built = {name: build(name) for name in FLAGS_OF if name == OWN or "--both" in arguments}
    if not built.get(OWN):
        say("Thai on the screen will not wrap at words of our list; all else works")


if __name__ == "__main__":
    main(sys.argv[1:])
