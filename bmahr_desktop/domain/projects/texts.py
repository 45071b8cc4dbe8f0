"""All words of a project, a paragraph each, with their place."""

from collections.abc import Iterator
from dataclasses import dataclass

from bmahr_desktop.domain.body import Body, Paragraph, Picture, Table, TextRun
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.projects.accounts import standing_reports
from bmahr_desktop.domain.projects.project import Project, TextKind


@dataclass(frozen=True)
class ProjectWords:
    """A text of a project, a paragraph at most.

    Attributes:
        kind, uid, field: The record that holds it, and the field.
        label: Its number as somebody typed it; "" where none was typed.
        level: How deep it is numbered; 0 for plain text.
        part: Which part of a proposal it stands in; None for anything else.
    """

    words: str
    kind: Kind
    uid: str
    field: str
    label: str = ""
    level: int = 0
    part: TextKind | None = None


def texts_of(project: Project) -> Iterator[ProjectWords]:
    """Yield every text of a project, of its reports only those that hold."""
    for text in project.texts:
        for one in paragraphs_of(text.body):
            yield ProjectWords(
                one.text, Kind.PROJECT_TEXT, text.uid, "body", one.label, one.level, text.kind
            )
    for kind, records, fields in (
        (Kind.TARGET_GROUP, project.groups, ("text",)),
        (Kind.STEP, project.steps, ("text",)),
        (Kind.BUDGET_LINE, project.budget, ("activity", "group", "item", "law")),
        (Kind.LEDGER_EVENT, project.ledger, ("note",)),
        (Kind.INDICATOR, project.indicators, ("text", "method", "instrument", "period")),
        (Kind.RISK, project.risks, ("text", "response")),
    ):
        for record in records:
            for field in fields:
                for line in getattr(record, field).split("\n"):
                    if line.strip():
                        yield ProjectWords(line, kind, record.uid, field)
    for report in standing_reports(project.progress):
        for one in paragraphs_of(report.body):
            yield ProjectWords(one.text, Kind.PROGRESS, report.uid, "body", one.label, one.level)


def paragraphs_of(body: Body) -> Iterator[Paragraph]:
    """Yield the paragraphs of a body, those in its tables too; captions as paragraphs."""
    for block in body:
        match block:
            case Paragraph():
                yield block
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from cell.paragraphs
            case Picture() if block.caption:
                yield Paragraph(runs=(TextRun(block.caption),))
            case _:
                continue
