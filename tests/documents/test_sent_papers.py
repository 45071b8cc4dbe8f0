"""What goes out after a meeting, on paper and in Word: every word, at its place."""

import datetime
from functools import partial
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Pdf, pdfa

from bmahr_desktop.documents.extract import set_extract
from bmahr_desktop.documents.letters import set_letter
from bmahr_desktop.documents.listing import set_listing
from bmahr_desktop.documents.reply_slip import set_reply_slip
from bmahr_desktop.documents.word.extract import write_extract
from bmahr_desktop.documents.word.letters import write_letter
from bmahr_desktop.documents.word.listing import write_listing
from bmahr_desktop.documents.word.reply_slip import write_reply_slip
from bmahr_desktop.domain.dispatch_letter import compose_answer_slip, compose_dispatch
from bmahr_desktop.domain.dispatches import DispatchKind
from bmahr_desktop.domain.extract import Adopted, certifier_of, compose_extract
from bmahr_desktop.domain.follow_up import FollowUp, Report
from bmahr_desktop.domain.follow_up_table import Followed, compose_follow_up_table
from bmahr_desktop.domain.letters import LetterKind
from bmahr_desktop.domain.listing_paper import Surroundings
from bmahr_desktop.domain.meeting import Due, MinutesState, Resolution, Secrecy
from bmahr_desktop.domain.minutes import SignatureBlock, TextKey
from bmahr_desktop.domain.registers import ResolutionLine
from bmahr_desktop.domain.resolution_index import IndexPart, compose_index, shortened
from bmahr_desktop.thai.digits import DigitStyle
from tests.dispatches import AGAIN, ASSIGNED, BY, VERBATIM, letter, task, told_meeting
from tests.documents.drawing import CM, drawn_of, line_of
from tests.documents.word.reading import WordFile, text_of, w
from tests.invitations import writing_committee
from tests.meetings import uid
from tests.reading import Readers, squeezed
from tests.records import replaced

AS_TYPED = {"digits": DigitStyle.AS_TYPED}
LONG = "ผลการดำเนินงานของหน่วยงานต่าง ๆ ในสังกัดกรุงเทพมหานคร "
ON = datetime.date(2025, 6, 1)


def notice(*resolutions, layout=LetterKind.MEMO, **more):
    some = resolutions or (ASSIGNED,)
    one = letter(DispatchKind.NOTICE, *(r.uid for r in some), to="ผู้อำนวยการกองระบบงาน",
                 unit=uid("u2"), layout=layout)  # fmt: skip
    return compose_dispatch(one, told_meeting(*some, **more), writing_committee(**AS_TYPED))


def extract(*resolutions, wanted=("told",), on=None, adopted=None, signer=None, **more):
    found, owner = (
        told_meeting(*(resolutions or (ASSIGNED,)), **more),
        writing_committee(**AS_TYPED),
    )
    signer = signer or certifier_of(found, owner)
    return compose_extract(found, owner, {}, [uid(one) for one in wanted], signer, on, adopted)


def line_of_register(own=1, **more):
    values: dict[str, Any] = {
        "uid": uid(f"line {own}"), "committee": uid("committee"), "meeting": uid("meeting"),
        "number": 1, "year": 2568, "date": datetime.date(2025, 1, 8), "item": 3,
        "item_title": "เรื่องเพื่อพิจารณา", "matter": uid(f"matter {own}"),
        "matter_title": f"เรื่อง ที่ {own}", "order": 1, "text": VERBATIM,
    }  # fmt: skip
    return ResolutionLine(**(values | more))


REPORTS = (
    Report(uid=uid("q1"), date=datetime.date(2025, 2, 1), text="รายงานแรก", number="กท 0401/5",
           dated=datetime.date(2025, 1, 31), by="กองระบบงาน"),
    Report(uid=uid("q2"), date=datetime.date(2025, 3, 1), text="รายงานหลัง\n<b>&\" 😀"),
)  # fmt: skip
FOLLOWED = (
    Followed(line_of_register(1, siblings=2), (
        task("k1", "กองระบบงาน", due=Due(date=BY), reports=REPORTS, state=FollowUp.UNDER_WAY),
        task("k2", "ฝ่ายเลขานุการ", due=Due(periodic=True), next_due=datetime.date(2025, 9, 1)),
    )),
    Followed(line_of_register(2, matter_title="", text=""), ()),
)  # fmt: skip


def table(followed=FOLLOWED, words="ปี 2568 ทุกหน่วยงาน", **around):
    values: dict[str, Any] = {
        "committee": writing_committee(**AS_TYPED),
        "names": {uid("committee"): "อ.ก.ก."},
    }
    return compose_follow_up_table(followed, words, ON, Surroundings(**(values | around)))


def index(followed, parts=tuple(IndexPart), units=None):
    around = Surroundings(writing_committee())
    return compose_index(followed, 2568, units or {}, around, parts)


def on_paper(pdf: bytes, tmp_path) -> str:
    return squeezed(Readers(tmp_path).pypdf(pdf))


def in_word(data: bytes) -> str:
    return squeezed("".join(WordFile(data).lines()))


def drawn(make) -> str:
    lines, _ = drawn_of(make)
    return squeezed("".join(one.text for one in lines))


# ---------------------------------------------------------------- letters


@pytest.mark.parametrize("layout", list(LetterKind))
def test_a_notice_holds_the_resolution_to_the_letter(layout, tmp_path):
    paper = notice(layout=layout)
    assert squeezed(VERBATIM) in drawn(lambda: set_letter(paper))
    plain = squeezed(VERBATIM.replace("😀", ""))
    assert plain in on_paper(set_letter(paper).pdf, tmp_path).replace("😀", "")
    lines = WordFile(write_letter(paper)).lines()
    at = lines.index(VERBATIM.split("\n")[0])
    assert "\n".join(lines[at : at + 3]) == VERBATIM


def test_a_notice_leads_back_to_the_resolution():
    made = set_letter(notice())
    assert made.text_map.find(TextKey(uid("ra"), "text"), len(VERBATIM) - 2)


def test_a_hundred_thousand_letters_are_all_sent():
    long = replaced(ASSIGNED, text=(LONG * 2000)[:100_000])
    assert squeezed(long.text) in in_word(write_letter(notice(long)))
    some = replaced(ASSIGNED, text=(LONG * 400)[:20_000])
    assert squeezed(some.text) in drawn(lambda: set_letter(notice(some))).replace("...", "")


@pytest.mark.parametrize("paragraphs", range(13, 20))
def test_a_signature_never_stands_alone(paragraphs):
    lines, _ = drawn_of(lambda: set_letter(notice(replaced(ASSIGNED, text="ก\n" * paragraphs))))
    signed = line_of(lines, "(นางปั้นหยา")
    assert line_of(lines, "จึงเรียนมาเพื่อโปรดทราบ").page == signed.page


def test_several_resolutions_say_the_same_in_word():
    paper = notice(ASSIGNED, AGAIN)
    assert in_word(write_letter(paper)) == drawn(lambda: set_letter(paper))


def test_the_slip_says_the_same_in_word_and_fits_a_page():
    one = letter(DispatchKind.CIRCULATION, reply_by=BY)
    slip = compose_answer_slip(one, told_meeting(), writing_committee())
    assert set_reply_slip(slip).pages == 1
    assert in_word(write_reply_slip(slip)) == drawn(lambda: set_reply_slip(slip))
    file = WordFile(write_reply_slip(slip))
    dots = [one for one in file.body.iter(w("tab")) if one.get(w("leader")) == "dot"]
    assert len(dots) == 2 + 4 * 4 + 1 + 3


# ---------------------------------------------------------------- extracts


def test_an_extract_has_its_matter_and_no_other():
    paper = extract()
    words = drawn(lambda: set_extract(paper))
    assert words.startswith(squeezed("รายงานการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบครั้งที่ ๑/๒๕๖๘"))
    assert squeezed("(คัดเฉพาะระเบียบวาระที่ ๔.๑)ระเบียบวาระที่ ๔เรื่องเพื่อพิจารณาอื่น") in words
    assert squeezed("มติ อ.ก.ก." + VERBATIM) in words
    assert squeezed("มติอื่นที่ไม่ได้คัด") not in words
    assert "ผู้มาประชุม" not in words
    assert in_word(write_extract(paper)) == words


def test_an_extract_of_one_resolution_keeps_its_number():
    words = drawn(lambda: set_extract(extract(ASSIGNED, AGAIN, wanted=("rb",))))
    assert squeezed("(คัดเฉพาะระเบียบวาระที่ ๔.๑ มติข้อ ๒)") in words
    assert squeezed("มติ อ.ก.ก.๒. ให้รายงานทุกไตรมาส") in words
    assert squeezed(VERBATIM) not in words


def test_an_extract_of_several_places_has_them_in_order():
    words = drawn(lambda: set_extract(extract(wanted=("m3", "told"))))
    assert words.index("แผนหนึ่ง") < words.index(squeezed("การจัดทำแผน"))
    assert squeezed("สาระสำคัญของเรื่อง๑. ข้อแรก๒. ข้อสอง") in words


@pytest.mark.parametrize(
    ("state", "adopted", "before", "said"),
    [
        (MinutesState.DRAFT, None, False, "ดังกล่าวยังมิได้รับการรับรอง"),
        (MinutesState.AWAITING_ADOPTION, None, True, "แต่ที่ประชุมให้ดำเนินการตามมติได้โดยไม่ต้องรอ"),
        (MinutesState.ADOPTED, Adopted(), False, "ดังกล่าวได้รับการรับรองแล้ว"),
        (MinutesState.ADOPTED, Adopted(2, 2568, datetime.date(2025, 2, 5)), False,
         "รับรองแล้ว ในการประชุมครั้งที่ ๒/๒๕๖๘ เมื่อวันที่ ๕ กุมภาพันธ์ ๒๕๖๘"),
        (MinutesState.ADOPTED, Adopted(date=BY), True, "รับรองแล้ว โดยวิธีเวียน เมื่อวันที่ ๕ มีนาคม ๒๕๖๘"),
    ],
)  # fmt: skip
def test_an_extract_says_whether_the_minutes_are_adopted(state, adopted, before, said):
    one = replaced(ASSIGNED, before_adoption=before)
    paper = extract(one, minutes_state=state, adopted=adopted)
    assert paper.certification[0].text == (
        "รับรองว่าคัดจากรายงานการประชุม อ.ก.ก. วิสามัญเกี่ยวกับการทดสอบ ครั้งที่ ๑/๒๕๖๘"
        " เมื่อวันที่ ๘ มกราคม ๒๕๖๘ ถูกต้อง"
    )
    assert said in paper.certification[1].text


def test_an_extract_is_signed_over_dots_on_the_right_half():
    lines, dots = drawn_of(lambda: set_extract(extract()))
    signed, name = line_of(lines, "ลงชื่อ"), line_of(lines, "(นางปั้นหยา")
    assert signed.left / CM == pytest.approx(11, abs=0.05)
    assert (name.left + name.right) / 2 / CM == pytest.approx(15, abs=0.02)
    assert len(dots) == 2
    dated, one = drawn_of(lambda: set_extract(extract(on=BY)))
    assert line_of(dated, "วันที่ ๕ มีนาคม ๒๕๖๘").page == 1
    assert len(one) == 1


def test_who_certifies_may_be_left_to_be_written():
    words = drawn(lambda: set_extract(extract(signer=SignatureBlock("", ()))))
    assert "(......" in words


@pytest.mark.parametrize("paragraphs", range(16, 24))
def test_the_certification_never_stands_alone(paragraphs):
    one = replaced(ASSIGNED, text="\n".join(f"ย่อหน้าที่ {n}" for n in range(paragraphs)))
    lines, _ = drawn_of(partial(set_extract, extract(one)))
    page = line_of(lines, "(นางปั้นหยา").page
    assert line_of(lines, "รับรองว่าคัด").page == page
    assert [one for one in lines if one.page == page and one.text.startswith("ย่อหน้าที่")]


# ---------------------------------------------------------------- the follow-up table


def cells(data: bytes) -> list[list[str]]:
    (made,) = WordFile(data).tables()
    return [
        ["\n".join(text_of(p) for p in cell.iter(w("p"))) for cell in row.findall(w("tc"))]
        for row in made.findall(w("tr"))
    ]


def test_the_table_follows_every_task_with_its_reports_newest_last():
    heads, first, second, bare = cells(write_listing(table()))
    assert heads == ["ลำดับ", "ครั้งที่ / วันที่", "ระเบียบวาระ / เรื่อง", "มติ", "ผู้รับผิดชอบ", "กำหนด",
                     "สถานะ", "ผลการดำเนินงาน"]  # fmt: skip
    assert first == [
        "๑", "ครั้งที่ ๑/๒๕๖๘\n๘ ม.ค. ๒๕๖๘", "ระเบียบวาระที่ ๓ มติข้อ ๑\nเรื่อง ที่ 1", VERBATIM,
        "กองระบบงาน", "ภายในวันที่ ๕ มีนาคม ๒๕๖๘", "อยู่ระหว่างดำเนินการ\nเกินกำหนด\n(๘๘ วัน)",
        "๑ ก.พ. ๒๕๖๘\nหนังสือที่ กท 0401/5 ลงวันที่ ๓๑ ม.ค. ๒๕๖๘ (กองระบบงาน)\nรายงานแรก\n"
        "๑ มี.ค. ๒๕๖๘\nรายงานหลัง\n<b>&\" 😀",
    ]  # fmt: skip
    assert second == ["๑\n(ต่อ)", "", "", "", "ฝ่ายเลขานุการ", "เป็นระยะ\nครั้งต่อไป ๑ ก.ย. ๒๕๖๘",
                      "รอดำเนินการ", ""]  # fmt: skip
    assert bare == ["๒", "ครั้งที่ ๑/๒๕๖๘\n๘ ม.ค. ๒๕๖๘", "ระเบียบวาระที่ ๓\nเรื่องเพื่อพิจารณา", "",
                    "-", "-", "-", "-"]  # fmt: skip


def test_the_table_tells_what_was_looked_for_and_when_it_was_issued():
    paper = table()
    assert [one.text for one in paper.notes] == [
        "ปี 2568 ทุกหน่วยงาน", "ข้อมูล ณ วันที่ ๑ มิถุนายน ๒๕๖๘ จำนวน ๒ มติ เกินกำหนด ๑ รายการ",
    ]  # fmt: skip
    assert len(table(words=" ").notes) == 1


def test_the_table_lies_and_names_its_columns_on_every_page():
    many = [Followed(line_of_register(n), FOLLOWED[0].tasks) for n in range(12)]
    done = []
    lines, _ = drawn_of(lambda: done.append(set_listing(table(many))))
    assert done[0].pages > 2
    assert {one.page for one in lines if one.text == "ผู้รับผิดชอบ"} == set(range(1, done[0].pages + 1))
    assert min(one.left for one in lines) / CM + 0.01 >= 3
    assert max(one.right for one in lines) / CM <= 27.7
    assert not [one for one in lines if one.text.startswith("ระเบียบวา") and len(one.text) < 11]
    size = WordFile(write_listing(table(many))).body.find(f".//{w('pgSz')}")
    assert int(size.get(w("w"))) > int(size.get(w("h")))
    assert size.get(w("orient")) == "landscape"


def test_a_table_says_the_same_in_word():
    paper = table()
    assert sorted(in_word(write_listing(paper))) == sorted(drawn(lambda: set_listing(paper)))


def test_a_row_higher_than_a_page_goes_on_with_every_letter():
    long = line_of_register(1, text=(LONG * 300)[:15_000])
    made, pages = [], []
    lines, _ = drawn_of(lambda: made.append(set_listing(table([Followed(long, ())]))))
    pages = [one.page for one in lines]
    assert max(pages) > 3
    found = "".join(one.text for one in lines if 10 < one.left / CM < 11)
    assert squeezed(long.text) in squeezed(found)


def test_rows_of_several_committees_name_them():
    rows = cells(write_listing(table(committee=None)))
    assert rows[1][1].startswith("อ.ก.ก.\nครั้งที่ ๑/๒๕๖๘")


def test_a_list_is_as_secret_as_the_most_secret_meeting_in_it():
    paper = table(secrecies=frozenset({Secrecy.NONE, Secrecy.SECRET, Secrecy.CONFIDENTIAL}))
    assert paper.imprint.secrecy == "ลับมาก"
    assert table().imprint.secrecy == ""


def test_an_empty_table_says_so():
    for make in (table((), ""), index(())):
        assert "(ไม่มีมติ)" in drawn(partial(set_listing, make))
        assert "(ไม่มีมติ)" in in_word(write_listing(make))


# ---------------------------------------------------------------- the index


def entry(own, title, text="เห็นชอบ", tasks=(), **more):
    return Followed(line_of_register(own, matter_title=title, text=text, **more), tasks)


def test_subjects_stand_in_the_order_of_the_dictionary():
    titles = ["เรื่อง ยาน", "เรื่อง เกณฑ์", "กา", "เรื่อง ขวัญ", "เรื่อง แก้ว", "เรื่องนา"]
    paper = index([entry(n, title) for n, title in enumerate(titles)], [IndexPart.SUBJECT])
    rows = cells(write_listing(paper))
    assert rows[0] == ["เรื่อง", "มติ", "ครั้งที่ / วันที่", "ระเบียบวาระ"]
    assert [row[0] for row in rows[1:]] == ["กา", "เกณฑ์", "แก้ว", "ขวัญ", "นา", "ยาน"]


def test_one_subject_goes_by_day_and_untitled_matters_by_their_item():
    some = [
        entry(1, "เรื่อง แผน", "หลัง", number=2, date=datetime.date(2025, 2, 5)),
        entry(2, "แผน", "ก่อน"),
        entry(3, "", "รับทราบ", matter_number=2),
    ]
    rows = cells(write_listing(index(some, [IndexPart.SUBJECT])))
    assert [row[:3] for row in rows[1:3]] == [
        ["แผน", "ก่อน", "ครั้งที่ ๑/๒๕๖๘\n๘ ม.ค. ๒๕๖๘"], ["แผน", "หลัง", "ครั้งที่ ๒/๒๕๖๘\n๕ ก.พ. ๒๕๖๘"],
    ]  # fmt: skip
    assert (rows[3][0], rows[3][3]) == ("เพื่อพิจารณา", "๓.๒")


def test_units_have_what_they_are_to_do():
    unit = uid("u2")
    some = [
        entry(1, "ข", tasks=(task("1", "กองฯ", unit=unit), task("2", "กองฯ", unit=unit))),
        entry(2, "ก", tasks=(task("3", "เกาะ"), task("4", "กองฯ", unit=unit))),
        entry(3, "ค"),
    ]
    rows = cells(write_listing(index(some, [IndexPart.UNIT], {unit: "กองระบบงาน"})))
    assert [row[0] for row in rows[1:]] == ["กองระบบงาน", "ก", "ข", "เกาะ", "ก"]


def test_long_resolutions_are_shortened_between_words():
    assert shortened("สั้น\nสองบรรทัด") == "สั้น สองบรรทัด"
    long = shortened("คำยาวมาก " * 40)
    assert len(long) <= 161
    assert long.endswith("คำยาวมาก…")
    assert shortened("กำ" * 200)[-2] not in "ก"
    assert shortened("แก" * 200)[-2] != "แ"


def test_the_index_has_both_parts_and_an_outline():
    made = set_listing(index([entry(1, "ก", tasks=(task("1", "กอง"),))]))
    with Pdf.open(BytesIO(made.pdf)).open_outline() as outline:
        assert [one.title for one in outline.root] == ["ดัชนีตามเรื่อง", "ดัชนีตามหน่วยงาน"]
    assert made.pages == 2


# ---------------------------------------------------------------- all of them

ALL: dict[str, tuple[Any, Any, Any]] = {
    "notice": (set_letter, write_letter, notice),
    "extract": (set_extract, write_extract, extract),
    "table": (set_listing, write_listing, table),
    "index": (set_listing, write_listing, lambda: index(FOLLOWED)),
}


@pytest.mark.parametrize("name", ALL)
def test_each_is_archive_quality_and_the_same_again(name, tmp_path):
    in_pdf, in_docx, make = ALL[name]
    path = tmp_path / "paper.pdf"
    path.write_bytes(in_pdf(make()).pdf)
    report = pdfa.validate_written(path, "2b")
    assert (report.verdict, list(report.findings)) == ("pass", [])
    assert in_pdf(make()).pdf == path.read_bytes()
    assert in_docx(make()) == in_docx(make())


def test_every_resolution_without_a_number_is_whole():
    plain = Resolution(uid=uid("ra"), text="")
    assert set_letter(notice(plain)).pages == 1
    assert set_extract(extract(plain)).pages == 1
