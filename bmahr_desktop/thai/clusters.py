"""Thai letters and what may not be parted: the orthographic cluster.

A cluster is a consonant with the vowels and marks that belong to it, as ``เก้า`` is ``เ ก้ า``.
A word, and so a line, may end only where `legal_ends` allows it.
"""

LEADING_VOWELS = frozenset("เแโใไ")
"""Vowels written before the consonant that they are spoken after."""

FOLLOWERS = frozenset("ะัาำิีึืฺุูๅ็่้๊๋์ํ๎")
"""Letters that never begin a word."""

LETTERS = "ก-ฮะ-ฺเ-ๅ็-๎"
"""The letters that words are written with, as the inside of a regular expression's ``[]``."""

_TONES = frozenset("่้๊๋")
_MEDIAL_ONLY = frozenset("ัื็")  # a vowel that always has a consonant after it
_SILENCED_VOWELS = frozenset("ิุ")


def legal_ends(run: str) -> list[bool]:
    """Tell for every offset of a run of Thai letters whether a word may end there.

    Args:
        run: Thai letters only, as matched by `LETTERS`.

    Returns:
        One entry for each offset from 0 to ``len(run)``; both ends are True.
    """
    end = len(run)
    legal = [True] * (end + 1)
    for at in range(1, end):
        before, after = run[at - 1], run[at]
        if (
            after in FOLLOWERS
            or before in LEADING_VOWELS
            or before in _MEDIAL_ONLY
            or (at + 1 < end and run[at + 1] == "์")
            or (at + 2 < end and run[at + 1] in _SILENCED_VOWELS and run[at + 2] == "์")
            or (before in _TONES and at > 1 and run[at - 2] in "ัื")
        ):
            legal[at] = False
    return legal
