"""Makes the pack of a meeting in the paper thread, and words what is to be known of it.

Loading what reads other programs' files takes a third of a second: the thread does that too.
"""

from pathlib import Path

from bmahr_desktop.i18n import Message, msg, verbatim, worded
from bmahr_desktop.operations.pack import gather_pack, set_gathered, told_of, write_pack
from bmahr_desktop.ui.background import Progress
from bmahr_desktop.ui.desk import Desk
from bmahr_desktop.ui.look.digits import said

_MOST_TOLD = 10
"""So many files are named; in the pack each has its sheet anyway."""


def make_pack(
    desk: Desk, meeting: str, out: Path, progress: Progress
) -> tuple[int, Message | None]:
    """Write the pack of a meeting; for the paper thread.

    Args:
        desk: The records.
        meeting: The meeting's uid.
        out: The file; what stood there before is replaced whole.
        progress: Is told the number of each finished page.

    Returns:
        How many pages it has, and what is to be known of it; None when all is as usual.

    Raises:
        Refused: If it cannot be made or written.
    """

    def went_on(page: int) -> None:
        progress.check()
        progress.tell(page, 0)

    pack = set_gathered(desk.read(gather_pack, meeting), went_on)
    progress.check()
    write_pack(pack, out)
    missing = [said(one) for one in told_of(pack)]
    signed = [said(msg("“{file}”", file=title)) for title in pack.signed]
    parts = (
        (msg("Only a sheet stands for these; take them along separately:"), missing),
        (msg("Signed, so left without a page number; the original is enclosed in the file:"),
         signed),
    )  # fmt: skip
    blocks = ["\n".join((worded(head), *_short(lines))) for head, lines in parts if lines]
    return pack.pages, verbatim("\n\n".join(blocks)) if blocks else None


def _short(lines: list[str]) -> list[str]:
    rest = len(lines) - _MOST_TOLD
    return [*lines[:_MOST_TOLD], said(msg("and {count} more", count=rest))] if rest > 0 else lines
