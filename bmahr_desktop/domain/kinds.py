"""What the kinds of record are called."""

from collections.abc import Mapping

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.i18n import Message, msg

KIND_NAMES: Mapping[Kind, Message] = {
    Kind.UNIT: msg("unit"),
    Kind.PERSON: msg("person"),
    Kind.COMMITTEE: msg("committee"),
    Kind.MEMBERSHIP: msg("membership"),
    Kind.TEMPLATE: msg("agenda template"),
    Kind.MEETING: msg("meeting"),
    Kind.ATTENDANCE: msg("name in a list"),
    Kind.ITEM: msg("agenda item"),
    Kind.MATTER: msg("matter"),
    Kind.SECTION: msg("part of a matter"),
    Kind.RESOLUTION: msg("resolution"),
    Kind.ASSIGNMENT: msg("assignment"),
    Kind.CORRECTION: msg("correction"),
    Kind.SIGNATURE: msg("signature"),
    Kind.APPENDIX: msg("appendix"),
    Kind.ATTACHMENT: msg("attachment"),
    Kind.MODULE: msg("text module"),
    Kind.REPORT: msg("report on a task"),
    Kind.LINK: msg("link"),
    Kind.DISPATCH: msg("letter sent"),
    Kind.SEARCH: msg("saved search"),
    Kind.PROJECT: msg("project"),
    Kind.PROJECT_TEXT: msg("part of a proposal"),
    Kind.TARGET_GROUP: msg("target group"),
    Kind.STRATEGY: msg("link to a plan"),
    Kind.STEP: msg("step"),
    Kind.BUDGET_LINE: msg("line of the budget"),
    Kind.LEDGER_EVENT: msg("entry of the ledger"),
    Kind.INDICATOR: msg("indicator"),
    Kind.RISK: msg("risk"),
    Kind.SIGNATORY: msg("signature of a proposal"),
    Kind.PROGRESS: msg("progress report"),
    Kind.FORM: msg("form"),
}
