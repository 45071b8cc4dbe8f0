"""Brings the catalogues up to date: ``.venv/bin/python resources/locale/update_catalogues.py``.

Every ``msg("…")`` of the code goes into ``bmahr_desktop.po`` (what people read on screen), every
``paper("…")`` into ``papers.po`` (what papers print). Translations are kept; what the code no
longer says is dropped; what is still to be translated is listed.
"""

import sys
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DOMAINS = {"bmahr_desktop": "msg", "papers": "paper"}


def extracted(keyword: str) -> Catalog:
    """Return every message that the code marks with a keyword."""
    catalogue = Catalog(locale="th", project="bmahr_desktop", fuzzy=False)
    found = extract_from_dir(
        ROOT / "bmahr_desktop", keywords={keyword: None}, comment_tags=(), strip_comment_tags=True
    )
    for name, _line, message, _comments, _context in found:
        catalogue.add(message, locations=[(Path(name).as_posix(), 0)])
    return catalogue


def updated(domain: str, keyword: str, language: str) -> Catalog:
    """Return a catalogue as the code wants it, with the translations that it has."""
    path = HERE / language / "LC_MESSAGES" / f"{domain}.po"
    catalogue = extracted(keyword)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
        for message in catalogue:
            if message.id and message.id in known:
                message.string = known[message.id].string
    return catalogue


def main() -> None:
    """Rewrite the catalogues; exit with 1 when something is not translated."""
    missing = 0
    for domain, keyword in DOMAINS.items():
        catalogue = updated(domain, keyword, "th")
        path = HERE / "th" / "LC_MESSAGES" / f"{domain}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
        for message in catalogue:
            if message.id and not message.string:
                print(f"{domain}: {message.id}")
                missing += 1
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
