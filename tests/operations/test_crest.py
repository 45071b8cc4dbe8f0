import io

import pytest
from PIL import Image

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations.crest import (
    crest_file,
    crest_of,
    keep_crest,
    office_crest,
    remove_crest,
)
from tests.records import picture


def jpeg():
    file = io.BytesIO()
    Image.new("RGB", (30, 40), "green").save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def source(tmp_path):
    def source(name, data):
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return source


@pytest.fixture
def forms(full_store):
    """Where the office of the store keeps how its papers look."""
    return full_store.path.with_suffix(".d") / "forms"


def of_letters(store):
    with store.reading() as session:
        return crest_of(session)


def test_at_first_there_is_none(full_store, forms):
    assert of_letters(full_store) is None
    assert office_crest(forms) is None
    remove_crest(forms)


def test_the_last_one_taken_in_is_that_of_all_letters(full_store, forms, source):
    file = source("ครุฑ.PNG", picture())
    keep_crest(forms, file)
    file.unlink()
    assert of_letters(full_store) == picture()
    keep_crest(forms, source("ครุฑ.jpeg", jpeg()))
    assert of_letters(full_store) == jpeg()
    assert [one.name for one in forms.iterdir()] == ["crest.jpg"]
    remove_crest(forms)
    assert of_letters(full_store) is None


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nbroken", b"%PDF-1.7", b"\xff\xd8\xff" + b"x" * 99]
)
def test_what_is_no_picture_is_refused_and_the_one_before_stays(forms, source, data):
    keep_crest(forms, source("ครุฑ.png", picture()))
    with pytest.raises(Refused):
        keep_crest(forms, source("อื่น.png", data))
    assert office_crest(forms) == picture()


def test_a_file_that_is_not_there_is_told_by_its_name(forms, tmp_path):
    with pytest.raises(Refused) as refused:
        keep_crest(forms, tmp_path / "ไม่มี.png")
    assert refused.value.messages[0].values["file"] == "ไม่มี.png"


def test_one_that_was_spoiled_since_is_told(full_store, forms, source):
    keep_crest(forms, source("ครุฑ.png", picture()))
    kept = crest_file(forms)
    assert kept is not None
    kept.write_bytes(b"spoiled")
    with pytest.raises(Refused):
        of_letters(full_store)


def test_a_folder_that_cannot_be_made_is_told(tmp_path, source):
    blocked = tmp_path / "data.d"
    blocked.write_text("in the way")
    with pytest.raises(Refused):
        keep_crest(blocked / "forms", source("ครุฑ.png", picture()))
