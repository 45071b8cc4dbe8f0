"""How papers say votes, dissent and conflicts of interest (standards A15 and D)."""

from collections.abc import Iterator, Mapping

from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.meeting import Matter, Meeting, Resolution
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.domain.voting import Choice, Dissent, Vote, VoteMethod
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.digits import DigitStyle, made_in_style


def names_joined(names: list[str]) -> str:
    """Return names as a Thai sentence lists them: "ก ข และ ค"."""
    if len(names) < 2:
        return "".join(names)
    return paper("{names} and {last}", names=" ".join(names[:-1]), last=names[-1])


def decided_statement(
    meeting: Meeting, resolution: Resolution, digits: DigitStyle
) -> Iterator[PaperParagraph]:
    """Yield how a resolution was voted on and who dissents; nothing where nobody objected."""
    if resolution.vote is not None:
        yield PaperParagraph((TextRun(text=vote_words(meeting, resolution.vote, digits)),))
    for dissent in resolution.dissents:
        yield PaperParagraph((TextRun(text=dissent_words(dissent)),))


def vote_words(meeting: Meeting, vote: Vote, digits: DigitStyle) -> str:
    """Return a vote in a sentence: names only of those against and abstaining in an open one."""
    secret = vote.method is VoteMethod.SECRET
    names = {} if secret else {one.uid: one.name for one in meeting.attendance}
    words = [paper("The meeting voted in secret") if secret else paper("The meeting voted openly")]
    counts = {choice: made_in_style(str(vote.count(choice)), digits) for choice in Choice}
    words += [
        paper("{count} votes for", count=counts[Choice.IN_FAVOUR]),
        paper("{count} votes against", count=counts[Choice.AGAINST])
        + _named(vote, Choice.AGAINST, names),
        paper("{count} abstained", count=counts[Choice.ABSTAINED])
        + _named(vote, Choice.ABSTAINED, names),
    ]
    if vote.is_tied and vote.casting is Choice.IN_FAVOUR:
        words.append(paper("the votes being equal, the chair cast one more vote for it"))
    if vote.is_tied and vote.casting is Choice.AGAINST:
        words.append(paper("the votes being equal, the chair cast one more vote against it"))
    return " ".join(words)


def _named(vote: Vote, choice: Choice, names: Mapping[str, str]) -> str:
    told = [
        names[one.attendance]
        for one in vote.ballots
        if one.choice is choice and one.attendance in names
    ]
    return " " + paper("namely {names}", names=names_joined(told)) if told else ""


def dissent_words(dissent: Dissent) -> str:
    """Return somebody's dissent in a sentence."""
    reasons = " ".join(dissent.reasons.split())
    said = (
        paper("{name} does not agree with this resolution because {reasons}",
              name=dissent.name, reasons=reasons)
        if reasons
        else paper("{name} does not agree with this resolution", name=dissent.name)
    )  # fmt: skip
    written = paper("and handed in a written dissent")
    return f"{said} {written}" if dissent.written else said


def conflict_statement(meeting: Meeting, matter: Matter) -> Iterator[PaperParagraph]:
    """Yield who was not in the room for a matter because they have an interest in it."""
    names = {one.uid: one.name for one in meeting.attendance}
    for conflict in matter.conflicts:
        name = names.get(conflict.attendance)
        if name is None:
            continue
        said = paper("{name} was not at the meeting for this item, having an interest", name=name)
        if conflict.reason.strip():
            said += " " + paper("({reason})", reason=conflict.reason.strip())
        yield PaperParagraph((TextRun(text=said),))
