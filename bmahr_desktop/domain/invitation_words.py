"""The text of an invitation, as the program words it from the records."""

from collections.abc import Iterator

from bmahr_desktop.domain import heading, letter_paper
from bmahr_desktop.domain.body import TextRun
from bmahr_desktop.domain.committee import Committee, Share
from bmahr_desktop.domain.letters import Invitation, LetterKind
from bmahr_desktop.domain.meeting import AgendaItem, Meeting, Mode, Secrecy
from bmahr_desktop.domain.minutes import PaperParagraph
from bmahr_desktop.i18n import paper
from bmahr_desktop.thai.baht import number_words
from bmahr_desktop.thai.dates import DateStyle, format_date
from bmahr_desktop.thai.digits import made_in_style

_AGENDA = "ระเบียบวาระ"


class InvitationWords:
    """Words one invitation; whatever text was written in its place is left aside."""

    def __init__(self, meeting: Meeting, committee: Committee) -> None:
        """Take the records."""
        self._meeting, self._committee = meeting, committee
        self._record = meeting.invitation or Invitation()
        self._digits = committee.form.digits

    def paragraphs(self) -> Iterator[PaperParagraph]:
        """Yield the text as the program words it."""
        yield self._call()
        if self._lists_agenda():
            for number, item in enumerate(self._meeting.agenda, 1):
                yield self._item(number, item)
        if self._meeting.short_quorum:
            yield letter_paper.line(self._short_quorum())
        if self._meeting.mode is not Mode.ON_SITE:
            yield letter_paper.line(self._online())
        yield letter_paper.line(self._close())

    def _lists_agenda(self) -> bool:
        """Tell whether the items stand in the text: the enclosures that were typed lack them."""
        typed = self._record.enclosures
        return bool(typed) and not any(_AGENDA in one for one in typed)

    def _call(self) -> PaperParagraph:
        meeting = self._meeting
        words = [
            heading.before_name(paper("A meeting is called of"), self._committee.name),
            heading.number_words(meeting, self._committee),
            paper("on {date}", date=heading.time_words(meeting, self._committee)),
        ]
        runs = [TextRun(text=" ".join(words))]
        if meeting.mode is not Mode.ONLINE and meeting.venue:
            runs.append(TextRun(text=" " + paper("at {venue}", venue=meeting.venue)))
        if meeting.mode is not Mode.ON_SITE:
            runs += self._access()
        runs.append(TextRun(text=" " + self._agenda_said()))
        return PaperParagraph(tuple(runs))

    def _access(self) -> Iterator[TextRun]:
        """Yield how one takes part online; numbers of rooms and addresses stay as typed."""
        online, also = self._meeting.online, self._meeting.mode is Mode.HYBRID
        yield TextRun(text=" " + (paper("and online") if also else paper("online")))
        if online.platform:
            yield TextRun(text=" " + paper("with the system"))
            yield TextRun(text=" " + online.platform, keep_digits=True)
        if online.room:
            yield TextRun(text=" " + paper("room number"))
            yield TextRun(text=" " + online.room, keep_digits=True)
        if online.link:
            yield TextRun(text=" " + paper("at the address"))
            yield TextRun(text=" " + online.link, keep_digits=True)

    def _agenda_said(self) -> str:
        if self._lists_agenda():
            return paper("with this agenda:")
        if self._record.kind is LetterKind.MEMO and not self._record.enclosures:
            return paper("with the agenda that goes with this memo")
        return paper("with the agenda that is enclosed")

    def _item(self, number: int, item: AgendaItem) -> PaperParagraph:
        printed = made_in_style(str(number), self._digits)
        label = paper("Agenda item {number}", number=printed)
        words = f"{label} {item.title}"
        return PaperParagraph((TextRun(text=" ".join(words.split())),), level=1)

    def _short_quorum(self) -> str:
        share = share_words(self._committee.rules.quorum_again)
        return paper("This meeting is called again; {share} are a quorum", share=share)

    def _online(self) -> str:
        if self._meeting.secrecy is not Secrecy.NONE:
            return paper("Those who take part online identify themselves first")
        return paper("Those who take part online identify themselves; the meeting is recorded")

    def _close(self) -> str:
        words = [paper("You are asked to come on that day")]
        record = self._record
        if record.reply_by:
            date = format_date(record.reply_by, DateStyle.WEEKDAY, self._digits)
            words.append(paper("and to send the reply slip by {date}", date=date))
            if record.reply_to:
                words.append(paper("to {place}", place=record.reply_to))
        return " ".join(words)


def share_words(share: Share) -> str:
    """Return a share of the members in words: "หนึ่งในสาม", "กึ่งหนึ่ง"."""
    if share.of == 2 * share.parts:
        return paper("half")
    return paper(
        "{parts} of {whole}", parts=number_words(share.parts), whole=number_words(share.of)
    )
