import pytest

from bmahr_desktop.domain.changes import Kind
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.domain.modules import TextModule, in_force, places_in, shipped_modules
from bmahr_desktop.operations import committees, modules, records
from bmahr_desktop.operations.course import read_course
from bmahr_desktop.operations.wordings import PLACES, known_values
from tests.meetings import uid

OWN = uid("committee")


@pytest.fixture
def write(full_store):
    def write(operation, *arguments, **fields):
        with full_store.writing() as session:
            return operation(session, *arguments, **fields)

    return write


@pytest.fixture
def add(write):
    def add(name, code, committee=None, **fields):
        one = TextModule(uid=uid(name), code=code, text=f"คำของ {name}", committee=committee)
        write(modules.add_module, one)
        return one.uid

    return add


def codes(store, committee=None):
    with store.reading() as session:
        return [one.code for one in modules.list_modules(session) if one.committee == committee]


def test_new_ones_stand_behind_those_of_their_owner(full_store, add, write):
    for name in ("ก", "ข", "ค"):
        add(name, name)
    add("อ.ก.ก.", "ก", OWN)
    assert (codes(full_store), codes(full_store, OWN)) == (["ก", "ข", "ค"], ["ก"])
    write(modules.move_module, uid("ค"), -1)
    assert codes(full_store) == ["ก", "ค", "ข"]
    write(modules.move_module, uid("ก"), -1)
    assert codes(full_store) == ["ก", "ค", "ข"]
    write(modules.amend_module, Kind.MODULE, uid("ค"), None, committee=OWN)
    assert (codes(full_store), codes(full_store, OWN)) == (["ก", "ข"], ["ก", "ค"])


@pytest.mark.parametrize("code", ["", " ", "สอง คำ", ";ชอบ", "{คณะ}", "ก" * 41])
def test_a_code_can_be_typed_in_one_go(add, code):
    with pytest.raises(Refused):
        add("ใหม่", code)


def test_a_code_is_had_once_by_each_owner(full_store, add, write):
    first = add("หนึ่ง", "เห็น๑")
    add("ของคณะ", "เห็น๑", OWN)
    with pytest.raises(Refused) as refused:
        add("สอง", "เห็น1")  # the same, typed with other digits
    assert refused.value.messages[0].values["words"] == "คำของ หนึ่ง"
    second = add("สอง", "เห็น๒")
    for fields in ({"code": "เห็น๑"}, {"code": "เห็น ๑"}):
        with pytest.raises(Refused):
            write(modules.amend_module, Kind.MODULE, second, None, **fields)
    with pytest.raises(Refused):
        write(modules.amend_module, Kind.MODULE, first, None, committee=OWN)
    write(records.remove, Kind.MODULE, first)
    write(modules.amend_module, Kind.MODULE, second, None, code="เห็น๑")
    with pytest.raises(Refused):
        write(modules.restore_module, first)
    write(modules.amend_module, Kind.MODULE, second, None, code="อื่น")
    write(modules.restore_module, first)
    assert codes(full_store) == ["เห็น๑", "อื่น"]


def test_an_own_one_takes_the_place_of_a_shipped_one(full_store, write):
    shipped = next(one for one in shipped_modules() if one.code == "ชอบ")
    write(modules.copy_shipped, shipped, uid("own"))
    write(modules.amend_module, Kind.MODULE, uid("own"), None, text="เห็นชอบตามที่เสนอทุกประการ")
    with full_store.reading() as session:
        mine = modules.list_modules(session)
        assert "ชอบ" not in [one.code for one in modules.unused_shipped(mine)]
        found = next(one for one in in_force(mine, OWN) if one.code == "ชอบ")
    assert (found.text, found.resolution) == ("เห็นชอบตามที่เสนอทุกประการ", shipped.resolution)
    with pytest.raises(Refused):
        write(modules.copy_shipped, shipped, uid("own again"))


def test_the_shipped_one_still_serves_where_only_one_committee_has_its_own(full_store, add):
    add("ของคณะ", "ชอบ", OWN)
    with full_store.reading() as session:
        unused = modules.unused_shipped(modules.list_modules(session))
    assert "ชอบ" in [one.code for one in unused]


def test_a_committee_goes_with_its_modules_and_comes_back_with_them(full_store, write, add):
    write(records.remove, Kind.MEETING, uid("meeting"))
    write(records.remove, Kind.MEETING, uid("meeting 2"))
    add("ของคณะ", "ชอบ", OWN)
    write(committees.remove_committee, OWN)
    assert codes(full_store, OWN) == []
    write(committees.restore_committee, OWN)
    assert codes(full_store, OWN) == ["ชอบ"]


def test_every_place_is_filled_from_a_meeting(full_store):
    with full_store.reading() as session:
        values = known_values(read_course(session, uid("meeting")))
    assert values.keys() == PLACES.keys()
    assert places_in("ที่ประชุม{คณะ}ครั้งที่ { ครั้งที่ } {คณะ} {}") == ("คณะ", "ครั้งที่")
