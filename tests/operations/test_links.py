"""Links between resolutions, walked both ways; finding an earlier one; citing it."""

import datetime

import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.committee import Committee
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.links import LinkKind
from bmahr_desktop.domain.meeting import AgendaItem, Matter, Resolution
from bmahr_desktop.i18n import worded
from bmahr_desktop.operations import editions, links, records
from bmahr_desktop.operations.chain import check
from bmahr_desktop.operations.health import look_over
from tests.meetings import meeting, uid
from tests.records import exchange_of, in_english, replaced, said, take

GIVEN, ADOPTED, PLAN = uid("r5"), uid("r8"), uid("r3")
SECOND = uid("meeting 2")


def write(store, operation, *arguments, **named):
    with store.writing() as session:
        return operation(session, *arguments, **named)


def read(store, operation, *arguments, **named):
    with store.reading() as session:
        return operation(session, *arguments, **named)


@pytest.fixture
def full_store(full_store):
    """The small office without any link."""
    write(full_store, records.remove, Kind.LINK, uid("link"))
    return full_store


def seen(store, resolution):
    found = read(store, links.read_links, resolution)
    return [(one.kind, one.back, one.opens, one.number) for one in found]


def test_a_link_is_walked_both_ways(full_store):
    write(full_store, links.link_resolution, ADOPTED, GIVEN, LinkKind.CONTINUES)
    assert seen(full_store, ADOPTED) == [(LinkKind.CONTINUES, False, GIVEN, 1)]
    assert seen(full_store, GIVEN) == [(LinkKind.CONTINUES, True, ADOPTED, 2)]
    (line,) = read(full_store, links.read_links, GIVEN)
    assert (line.committee, line.year, line.date) == ("TST", 2568, datetime.date(2025, 2, 5))
    assert line.text == "รับรองโดยไม่มีแก้ไข"
    assert look_over(full_store) == []


def test_a_link_of_the_whole_matter_is_one_of_each_resolution(full_store):
    write(full_store, links.add_link, uid("m3"), ADOPTED, LinkKind.CITES, words="ครั้งที่ ๒/๒๕๖๘")
    assert seen(full_store, PLAN) == seen(full_store, uid("r4"))
    assert seen(full_store, ADOPTED) == [(LinkKind.CITES, True, PLAN, 1)]
    (line,) = read(full_store, links.read_links, PLAN)
    assert line.words == "ครั้งที่ ๒/๒๕๖๘"


def test_links_are_made_in_a_closed_record_and_taken_away(full_store):
    write(full_store, editions.freeze, uid("meeting"))
    write(full_store, links.link_resolution, GIVEN, PLAN, LinkKind.CONCERNS)
    (line,) = read(full_store, links.read_links, GIVEN)
    write(full_store, records.remove, Kind.LINK, line.uid)
    assert seen(full_store, GIVEN) == seen(full_store, PLAN) == []
    write(full_store, records.restore, Kind.LINK, line.uid)
    assert seen(full_store, PLAN) == [(LinkKind.CONCERNS, True, GIVEN, 1)]


def test_the_same_link_and_one_to_itself_are_refused(full_store):
    write(full_store, links.link_resolution, ADOPTED, GIVEN, LinkKind.AMENDS)
    with pytest.raises(Refused) as refused:
        write(full_store, links.link_resolution, ADOPTED, GIVEN, LinkKind.AMENDS)
    assert said(refused) == "It is linked so already."
    with pytest.raises(Refused) as refused:
        write(full_store, links.link_resolution, GIVEN, GIVEN, LinkKind.CITES)
    assert said(refused) == "A resolution has no link to itself."
    write(full_store, links.link_resolution, ADOPTED, GIVEN, LinkKind.REVOKES)
    assert len(seen(full_store, GIVEN)) == 2


def test_a_matter_that_goes_on_from_another_is_linked_to_it(full_store):
    write(full_store, records.amend, Kind.MATTER, uid("m8"), None, continues=uid("m6"))
    assert seen(full_store, ADOPTED) == [(LinkKind.CONTINUES, False, GIVEN, 1)]
    assert seen(full_store, GIVEN) == [(LinkKind.CONTINUES, True, ADOPTED, 2)]
    write(full_store, records.remove, Kind.RESOLUTION, ADOPTED)
    assert seen(full_store, GIVEN) == [(LinkKind.CONTINUES, True, uid("m8"), 2)]
    write(full_store, records.remove, Kind.MATTER, uid("m8"))
    assert seen(full_store, GIVEN) == []


def test_what_is_gone_is_told_by_the_words_it_was_cited_with(full_store):
    write(full_store, links.cite, uid("m8"), GIVEN, ADOPTED, "ครั้งที่ ๑/๒๕๖๘")
    write(full_store, records.remove, Kind.RESOLUTION, GIVEN)
    (line,) = read(full_store, links.read_links, ADOPTED)
    assert (line.opens, line.words) == ("", "ครั้งที่ ๑/๒๕๖๘")
    write(full_store, records.remove, Kind.LINK, line.uid)
    assert seen(full_store, ADOPTED) == []


def test_citing_twice_links_once(full_store):
    for _ in range(2):
        write(full_store, links.cite, uid("m8"), GIVEN, ADOPTED, "ครั้งที่ ๑/๒๕๖๘")
    assert len(seen(full_store, ADOPTED)) == 1
    assert not write(full_store, links.cite, uid("m8"), ADOPTED, ADOPTED, "ก")


# ---------------------------------------------------------------- finding one, citing it

OTHER = Committee(uid=uid("other"), code="OTH", name="คณะกรรมการอื่น", short_name="คณะอื่น")
ELSEWHERE = meeting(
    uid=uid("elsewhere"), committee=OTHER.uid, number=9, year=2563,
    date=datetime.date(2020, 12, 2), attendance=(), signatures=(), next_meeting=None,
    agenda=(AgendaItem(uid=uid("ie"), title="พิจารณา", matters=(
        Matter(uid=uid("me"), title="เรื่อง สวนลอยฟ้า",
               resolutions=(Resolution(uid=uid("re"), text="เห็นชอบสวนลอยฟ้า"),)),
    )),),
)  # fmt: skip


@pytest.fixture
def two_committees(full_store):
    take(full_store, exchange_of(committees=(OTHER,), meetings=(ELSEWHERE,)))
    return full_store


def found(store, typed, *more):
    return [one.uid for one in read(store, links.find_to_cite, typed, *more)]


def test_one_is_found_by_words_and_by_the_number_of_its_meeting(two_committees):
    assert found(two_committees, "สวนลอย") == [uid("re")]
    assert found(two_committees, "9/2563") == found(two_committees, "๙/๖๓") == [uid("re")]
    assert found(two_committees, "2/2568 รับรอง") == [ADOPTED]
    assert found(two_committees, "2/2568 ไม่มีคำนี้") == []
    assert found(two_committees, "เรื่อง แผนหนึ่ง") == [PLAN, uid("r4")]
    assert found(two_committees, "ไม่มีคำนี้แน่นอน") == []


def test_while_nothing_is_typed_the_newest_of_the_committee_are_offered(two_committees):
    assert found(two_committees, "", uid("committee"))[0] == ADOPTED
    assert uid("re") not in found(two_committees, "", uid("committee"))
    assert found(two_committees, "", OTHER.uid) == [uid("re")]
    assert len(found(two_committees, "", None, 3)) == 3


def test_a_citation_leaves_out_the_own_committee_and_names_another(two_committees):
    own = read(two_committees, links.words_to_cite, GIVEN, SECOND)
    assert own == "ในการประชุมครั้งที่ ๑/๒๕๖๘ เมื่อวันที่ ๘ มกราคม ๒๕๖๘"
    other = read(two_committees, links.words_to_cite, uid("re"), SECOND)
    assert other == "มติคณะกรรมการอื่น ครั้งที่ ๙/๒๕๖๓ เมื่อวันที่ ๒ ธันวาคม ๒๕๖๓"
    with pytest.raises(Refused):
        read(two_committees, links.words_to_cite, uid("nothing"), SECOND)


def test_what_is_cited_from_the_register_is_checked_against_it(two_committees):
    def wrong():
        with in_english():
            told = [worded(one.message) for one in read(two_committees, check, SECOND)]
        return [one for one in told if one.startswith("Meeting 9/2563")]

    words = read(two_committees, links.words_to_cite, uid("re"), SECOND)
    for text, expected in (
        (words, []),
        (words.replace("ธันวาคม", "มกราคม"),
         ["Meeting 9/2563 was on 2 ธันวาคม 2563, not on 2 มกราคม 2563."]),
    ):  # fmt: skip
        write(two_committees, records.amend, Kind.RESOLUTION, ADOPTED, None, text=text)
        assert wrong() == expected


def test_two_committees_of_one_name_are_both_meant(two_committees):
    twin = replaced(OTHER, uid=uid("twin"), code="TWN", name="คณะกรรมการแฝด")
    take(two_committees, exchange_of(committees=(twin,)))
    text = "มติคณะอื่น ครั้งที่ ๙/๒๕๖๓ เมื่อวันที่ ๒ ธันวาคม ๒๕๖๓"
    write(two_committees, records.amend, Kind.RESOLUTION, ADOPTED, None, text=text)
    with in_english():
        told = [worded(one.message) for one in read(two_committees, check, SECOND)]
    assert not [one for one in told if "2563" in one]
