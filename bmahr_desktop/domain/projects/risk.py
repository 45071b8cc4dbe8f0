"""How great a risk is: likelihood times impact, in bands that are a setting (standards E)."""

from enum import StrEnum

from bmahr_desktop.domain.projects.project import Risk
from bmahr_desktop.i18n import paper


class RiskBand(StrEnum):
    """The words for a risk's size."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very_high"


BANDS = ((3, RiskBand.LOW), (9, RiskBand.MEDIUM), (16, RiskBand.HIGH), (100, RiskBand.VERY_HIGH))
"""The greatest product of each band, for five by five."""


def score(risk: Risk) -> int | None:
    """Return likelihood times impact; None where either is unknown."""
    if risk.likelihood is None or risk.impact is None:
        return None
    return risk.likelihood * risk.impact


def band(risk: Risk, bands: tuple[tuple[int, RiskBand], ...] = BANDS) -> RiskBand | None:
    """Return the band of a risk; None where it is unknown."""
    size = score(risk)
    if size is None:
        return None
    return next(word for most, word in bands if size <= most)


def band_words(one: RiskBand) -> str:
    """Return the word for a band, as papers print it."""
    match one:
        case RiskBand.LOW:
            return paper("low risk")
        case RiskBand.MEDIUM:
            return paper("medium risk")
        case RiskBand.HIGH:
            return paper("high risk")
        case RiskBand.VERY_HIGH:
            return paper("very high risk")
