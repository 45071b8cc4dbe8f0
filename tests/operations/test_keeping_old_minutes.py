"""Minutes of old are put right and go on file; our own Word files come back as they were."""

import datetime

import pytest

from bmahr_desktop import cli
from bmahr_desktop.domain.agenda import ItemKind
from bmahr_desktop.domain.body import Numbering, Picture, Table
from bmahr_desktop.domain.committee import Role
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.meeting import (
    AttendanceList,
    MatterState,
    MeetingState,
    MinutesState,
    ResolutionKind,
)
from bmahr_desktop.domain.old_minutes import Confidence, PartKind
from bmahr_desktop.domain.proposals.accounting import unaccounted
from bmahr_desktop.operations import registers
from bmahr_desktop.operations.exchange import read_exchange
from bmahr_desktop.operations.health import Level, look_over
from bmahr_desktop.operations.old_minutes import (
    KnownRecords,
    files_in,
    keep_old_minutes,
    propose_meeting,
    put_right,
    read_known,
    read_old_minutes,
)
from bmahr_desktop.operations.papers import read_meeting
from bmahr_desktop.operations.word import write_minutes_docx
from bmahr_desktop.places import resource
from tests.documents.reading.habits import HABITS, ODD, WITH_EVERYTHING
from tests.documents.reading.plain_habits import BY_HAND
from tests.meetings import committee, meeting, uid
from tests.operations.test_old_minutes import COMMITTEE, NOBODY, squeezed
from tests.records import exchange_of, rows, said, take

HELD = (MeetingState.CLOSED, MeetingState.IN_SESSION)


def taken(path, owner=COMMITTEE, known=NOBODY):
    return propose_meeting(read_old_minutes(path, owner), owner, known)


@pytest.fixture
def office(store):
    take(store, exchange_of(committees=(COMMITTEE,)), {})
    return store


# ---------------------------------------------------------------- our own files


@pytest.fixture(scope="module")
def sample():
    return read_exchange(resource("sample", "data.json"))


def agenda_of(record):
    return [
        (
            item.title,
            item.kind,
            [(m.title, m.state is MatterState.UNDISCUSSED) for m in item.matters],
        )
        for item in record.agenda
    ]


def corrections_of(record):
    return [
        (m.adopts.number, m.adopts.year, m.adopts.date,
         [(c.page, c.clause, c.old, c.new) for c in m.adopts.corrections])
        for item in record.agenda for m in item.matters if m.adopts
    ]  # fmt: skip


def resolutions_of(record):
    return [r for item in record.agenda for m in item.matters for r in m.resolutions]


def test_minutes_written_by_us_come_back_the_same(sample, tmp_path):
    (owner,) = sample.exchange.committees
    known = KnownRecords(sample.exchange.people, sample.exchange.units)
    held = [one for one in sample.exchange.meetings if one.state in HELD]
    assert len(held) > 5
    for number, one in enumerate(held):
        path = tmp_path / f"{number}.docx"
        write_minutes_docx(compose_minutes(one, owner, sample.pictures), path)
        minutes = taken(path, owner, known)
        back = minutes.proposal.meeting
        for name in ("number", "year", "date", "start", "end", "mode", "venue", "secrecy",
                     "next_meeting"):  # fmt: skip
            assert getattr(back, name) == getattr(one, name), (one.number, name)
        assert agenda_of(back) == agenda_of(one)
        assert corrections_of(back) == corrections_of(one)
        _compare_resolutions(resolutions_of(one), resolutions_of(back))
        _compare_people(one, back)
        assert [s.title for s in back.appendices] == [s.title for s in one.appendices]
        assert unaccounted(minutes.reading, back, owner) == ()
        assert [q for q in minutes.proposal.questions if q.needed] == []


def _compare_resolutions(ours, back):
    assert len(ours) == len(back)
    for one, other in zip(ours, back, strict=True):
        assert other.composed == one.composed
        assert other.before_adoption == one.before_adoption
        voted = one.vote is not None or one.dissents
        assert other.text.startswith(one.text) if voted else other.text == one.text
        assert set(other.kinds) & set(one.kinds)


def _compare_people(ours, back):
    for one, other in zip(ours.attendance, back.attendance, strict=True):
        for name in ("list", "name", "substitute_for", "reason", "person"):
            assert getattr(other, name) == getattr(one, name)
        assert other.lines[: len(one.lines)] == one.lines
        if one.list is AttendanceList.PRESENT:
            assert (other.title, other.role) == (one.title, one.role)
    signed = [(one.name, one.lines, one.label, one.person) for one in ours.signatures]
    assert [(one.name, one.lines, one.label, one.person) for one in back.signatures] == signed


def test_the_small_meeting_comes_back_with_its_numbers(tmp_path):
    path = tmp_path / "x.docx"
    write_minutes_docx(compose_minutes(meeting(), committee(), {}), path)
    back = taken(path, committee()).proposal.meeting
    substance = back.agenda[2].matters[0].sections[1]
    assert [(one.text, one.numbering) for one in substance.body] == [
        ("ข้อแรก", Numbering.AUTOMATIC), ("ข้อสอง", Numbering.AUTOMATIC),
    ]  # fmt: skip
    assert [one.kind for one in back.agenda[2].matters[0].sections] == [
        "request",
        "substance",
        "opinion",
    ]


# ---------------------------------------------------------------- putting right, and keeping


def test_what_somebody_says_is_taken_for_sure_and_leads_on(tmp_path):
    reading = read_old_minutes(ODD.write(tmp_path), COMMITTEE)
    wrong = next(part for part in reading.parts if part.text.startswith("ระเบียบวาระที่ ๒"))
    assert wrong.kind is PartKind.PARAGRAPH
    right = put_right(reading, COMMITTEE, {wrong.piece: PartKind.ITEM})
    part = next(part for part in right.parts if part.piece == wrong.piece)
    assert (part.kind, part.confidence, part.item) == (PartKind.ITEM, Confidence.SURE, 2)
    agenda = propose_meeting(right, COMMITTEE, NOBODY).proposal.meeting.agenda
    assert [item.title.split(" ")[0] for item in agenda] == [
        "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ", "ที่ประชุมได้พิจารณาในครั้งก่อนแล้วนั้น", "เรื่องสืบเนื่อง",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", list(PartKind))
def test_any_piece_may_be_said_to_be_anything_and_nothing_is_lost(tmp_path, kind):
    reading = read_old_minutes(BY_HAND.write(tmp_path), COMMITTEE)
    for piece in (reading.pieces[3], reading.pieces[22], reading.pieces[-2]):
        changed = put_right(reading, COMMITTEE, {piece.number: kind})
        minutes = propose_meeting(changed, COMMITTEE, NOBODY)
        said_of_it = [one.text for one in changed.parts if one.piece == piece.number]
        assert said_of_it
        kept = unaccounted(changed, minutes.proposal.meeting, COMMITTEE)
        assert squeezed(piece.text) in squeezed("".join((*said_of_it, *kept)))


def test_meetings_go_on_file_closed_and_adopted(office, tmp_path):
    minutes = taken(WITH_EVERYTHING.write(tmp_path))
    with office.writing() as session:
        changes = keep_old_minutes(session, [minutes])
    with office.reading() as session:
        kept = read_meeting(session, minutes.proposal.meeting.uid)
        assert registers.list_resolutions(session)[0].text == "รับทราบ"
    assert (kept.state, kept.minutes_state) == (MeetingState.CLOSED, MinutesState.ADOPTED)
    assert kept.uid in changes.uids
    assert kept.attendance == minutes.proposal.meeting.attendance
    assert kept.agenda == minutes.proposal.meeting.agenda
    blocks = kept.agenda[0].matters[0].sections[0].body
    shown = next(one for one in blocks if isinstance(one, Picture))
    assert (shown.caption, round(shown.width_mm)) == ("ภาพที่ ๑ สำนักงาน", 50)
    assert office.files.read(shown.file) is not None
    table = next(one for one in blocks if isinstance(one, Table))
    assert [sum(cell.span for cell in row) for row in table.rows] == [3, 3, 3]
    assert [one for one in look_over(office) if one.level is not Level.NOTICE] == []


def test_all_meetings_go_on_file_or_none(office, tmp_path):
    good = taken(BY_HAND.write(tmp_path))
    twin = taken(WITH_EVERYTHING.write(tmp_path))
    with pytest.raises(Refused) as told, office.writing() as session:
        keep_old_minutes(session, [good, twin])
    assert "both of meeting 3/2564" in said(told)
    assert rows(office.path, "SELECT count(*) FROM meeting") == [(0,)]
    with office.writing() as session:
        keep_old_minutes(session, [good])
    with pytest.raises(Refused) as told, office.writing() as session:
        keep_old_minutes(session, [twin])
    assert "meeting 3/2564 is on file already" in said(told)


def test_what_is_needed_is_asked_for_and_not_guessed(office, tmp_path):
    from docx import Document

    document = Document()
    document.add_paragraph("รายงานการประชุมคณะอนุกรรมการอื่น")
    document.add_paragraph("วันจันทร์ที่ ๓๒ มีนาคม ๒๕๖๔")
    document.add_paragraph("ระเบียบวาระที่ ๑ เรื่องอื่น ๆ")
    document.save(str(tmp_path / "x.docx"))
    minutes = taken(tmp_path / "x.docx")
    needed = [one.about for one in minutes.proposal.questions if one.needed]
    assert needed == ["number", "date"]
    assert "committee" in [one.about for one in minutes.proposal.questions]
    with pytest.raises(Refused) as told, office.writing() as session:
        keep_old_minutes(session, [minutes])
    assert "Which is it?" in said(told)
    assert "When was it?" in said(told)


def test_a_weekday_that_does_not_fit_is_asked_about_only(tmp_path):
    from docx import Document

    document = Document()
    for text in ("รายงานการประชุมคณะกรรมการพัฒนาบริการ ครั้งที่ ๑/๒๕๖๔", "วันจันทร์ที่ ๖ มกราคม ๒๕๖๔"):
        document.add_paragraph(text)
    document.save(str(tmp_path / "x.docx"))
    minutes = taken(tmp_path / "x.docx")
    assert minutes.proposal.meeting.date == datetime.date(2021, 1, 6)
    assert [one.about for one in minutes.proposal.questions if one.about == "date"] == ["date"]


def test_people_and_units_on_file_are_known(full_store, tmp_path):
    with full_store.reading() as session:
        known = read_known(session)
    path = tmp_path / "x.docx"
    write_minutes_docx(compose_minutes(meeting(), committee(), {}), path)
    back = taken(path, committee(), known).proposal.meeting
    assert back.attendance[0].person == uid("p1")
    assert back.attendance[0].role is Role.MEMBER
    assert back.agenda[0].kind is ItemKind.INFORM
    assert ResolutionKind.ASSIGN in resolutions_of(back)[3].kinds


# ---------------------------------------------------------------- the command


@pytest.fixture
def run(office, capsys):
    office.close()

    def command(*arguments):
        code = cli.main(["--lang", "en", "--data", str(office.path), *map(str, arguments)])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, told.out, told.err

    return command


def test_the_command_shows_and_then_keeps(run, office, tmp_path):
    path = BY_HAND.write(tmp_path)
    code, out, _ = run("import-minutes", path, "--committee", "SVC", "--dry-run")
    assert code == 0
    assert "agenda item\t1 เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ" in out
    assert "3.1.2\tresolution" in out
    assert rows(office.path, "SELECT count(*) FROM meeting") == [(0,)]
    code, out, _ = run("import-minutes", path, "--committee", "SVC")
    assert (code, out.splitlines()[-1]) == (0, "1 meetings are on file.")
    assert "3/2564" in run("list", "meetings")[1]
    assert run("find", "แผนบริการ")[1].splitlines()[-1] != "0 found."


def test_the_command_takes_a_folder(run, office, tmp_path):
    folder = tmp_path / "ปี 2564"
    folder.mkdir()
    for number, typed in enumerate(list(HABITS.values())[:3]):
        typed.write(folder).rename(folder / f"{number}.docx")
    (folder / "~$0.docx").write_bytes(b"lock")
    (folder / "อ่าน.txt").write_text("ก")
    code, _, error = run("import-minutes", folder, "--committee", "SVC")
    assert code == cli.REFUSED
    assert "both of meeting" in error
    (folder / "เก่า.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    code, out, error = run("import-minutes", folder, "--committee", "SVC", "--dry-run")
    assert code == cli.REFUSED
    assert "“เก่า.doc” is of Word's old kind" in error
    assert "0.docx:" in out
    assert rows(office.path, "SELECT count(*) FROM meeting") == [(0,)]


def test_a_folder_without_minutes_is_refused(tmp_path):
    with pytest.raises(Refused) as told:
        files_in(tmp_path)
    assert "no Word files" in said(told)
