import io

import pikepdf
import pytest

from bmahr_desktop.documents.packing.enclosures import Why
from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import records
from bmahr_desktop.operations.attachments import attach, list_attachments, take_file
from bmahr_desktop.operations.pack import gather_pack, set_gathered, told_of, write_pack
from tests.documents.pdfs import signed_pdf, simple_pdf
from tests.meetings import uid
from tests.reading import Readers, squeezed
from tests.records import SHEET, in_english, sha

MEETING = uid("meeting")


@pytest.fixture
def put(full_store, tmp_path):
    def put(name, content, matter=""):
        path = tmp_path / name
        path.write_bytes(content)
        with full_store.reading() as session:
            entry = take_file(session, path)
        with full_store.writing() as session:
            attach(session, MEETING, entry, matter)

    return put


def gathered(store):
    with store.reading() as session:
        return gather_pack(session, MEETING)


def outline(pdf):
    def read(entry):
        return (str(entry.title), [read(child) for child in entry.children])

    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as found:
        return [read(entry) for entry in found.root]


def test_files_come_in_the_order_of_the_agenda(full_store, put):
    put("แผน.pdf", simple_pdf("Plan"), uid("m3"))
    put("แผนสอง.pdf", simple_pdf("Second plan"), uid("m4"))
    put("แผนสองผนวก.pdf", simple_pdf("Second plan, annex"), uid("m4"))
    found = gathered(full_store)
    assert [(one.title, one.label, len(one.under)) for one in found.enclosures] == [
        ("ระเบียบวาระ", "", 0),
        ("แผน", "๓.๑", 2),
        ("แผนสอง", "๓.๒.๑", 2),
        ("แผนสองผนวก", "๓.๒.๒", 2),
        ("หนังสือนำ", "๕.๑", 2),
    ]
    assert found.enclosures[1].under[1] == "๓.๑ เรื่อง แผนหนึ่ง"
    assert found.enclosures[1].size == len(simple_pdf("Plan"))


def test_the_pack_holds_the_agenda_and_every_file(full_store, put, tmp_path):
    put("แผน.pdf", simple_pdf("Plan"), uid("m3"))
    put("สัญญา.pdf", signed_pdf("Deed"))
    made = set_gathered(gathered(full_store))
    pages = [squeezed(text) for text in Readers(tmp_path).pages(made.pdf)]
    assert "เรื่องที่ประธานแจ้งให้ที่ประชุมทราบ" in pages[0]
    assert "Plan" in pages[-2]
    assert made.signed == ("สัญญา",)
    assert [(one.title, one.why) for one in made.left_out] == [
        ("ระเบียบวาระ", Why.BROKEN), ("หนังสือนำ", Why.OTHER_KIND),
    ]  # fmt: skip
    (_, first, second, third, last) = outline(made.pdf)
    assert [first, second] == [("ระเบียบวาระ", []), ("สัญญา", [])]
    assert third[1] == [("๓.๑ เรื่อง แผนหนึ่ง", [("แผน", [])])]
    assert last[1] == [("เรื่อง ระบบงาน", [("หนังสือนำ", [])])]
    with in_english():
        told = [worded(message) for message in told_of(made)]
    assert told == [
        "“ระเบียบวาระ”: the file is damaged",
        "“หนังสือนำ”: it is a file of a kind that cannot be shown as pages",
    ]


def test_the_same_records_give_the_same_bytes(full_store, put):
    put("แผน.pdf", simple_pdf("Plan"), uid("m3"))
    assert set_gathered(gathered(full_store)).pdf == set_gathered(gathered(full_store)).pdf


def test_an_agenda_made_elsewhere_stands_first(full_store, tmp_path):
    made = set_gathered(gathered(full_store), agenda=simple_pdf("By hand"))
    assert "Byhand" in squeezed(Readers(tmp_path).pages(made.pdf)[0])


@pytest.mark.parametrize("spoil", [b"altered", None])
def test_a_kept_file_that_is_not_what_it_was_is_not_shown(full_store, spoil):
    place = full_store.files.place(sha(SHEET))
    place.unlink()
    if spoil is not None:
        place.write_bytes(spoil)
    made = set_gathered(gathered(full_store))
    assert made.left_out[0].why is Why.MISSING


def test_what_was_removed_is_not_in_it(full_store):
    with full_store.writing() as session:
        for line in list_attachments(session, MEETING):
            records.remove(session, Kind.ATTACHMENT, line.uid)
    assert gathered(full_store).enclosures == ()


def test_it_is_written_whole(full_store, tmp_path):
    made = set_gathered(gathered(full_store))
    write_pack(made, tmp_path / "เล่ม" / "เอกสาร.pdf")
    assert (tmp_path / "เล่ม" / "เอกสาร.pdf").read_bytes() == made.pdf
    with pytest.raises(Refused):
        write_pack(made, tmp_path / "เล่ม")


def test_work_on_it_can_be_stopped(full_store):
    class StoppedError(Exception):
        pass

    def stop(page):
        raise StoppedError

    with pytest.raises(StoppedError):
        set_gathered(gathered(full_store), stop)
