"""Where the money of a project comes from, as a proposal says it."""

from bmahr_desktop.domain.projects.money import Funding
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.baht import format_baht_full
from bmahr_desktop.thai.digits import DigitStyle, made_in_style


def funding_words(funding: Funding, digits: DigitStyle = DigitStyle.THAI) -> str:
    """Return the sentence that names year, office, programme, category, item and amount.

    What is not known is left out; nothing is said where nothing is known.
    """
    words = []
    if funding.year:
        year = made_in_style(str(funding.year), digits)
        words.append(paper("the budget of fiscal year {year}", year=year))
    if funding.office:
        words.append(paper("of {office}", office=funding.office))
    for before, name in (
        (paper("programme"), funding.programme),
        (paper("category of expenditure"), funding.category),
        (paper("item of the budget"), funding.item),
    ):
        if name:  # somebody may have written the word before it already
            words.append(name if name.startswith(before) else f"{before}{name}")
    if funding.amount is not None:
        amount = format_baht_full(funding.amount, digits)
        words.append(paper("amounting to {amount}", amount=amount))
    return " ".join(words)
