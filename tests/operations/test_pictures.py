import io

import pytest
from PIL import Image

from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations import papers
from tests.records import picture, sha


def keep(store, data):
    with store.writing() as session:
        return papers.keep_picture(session, data)


def jpeg():
    out = io.BytesIO()
    Image.new("RGB", (30, 20), "green").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("data", [picture(), jpeg()])
def test_a_picture_is_kept_under_its_sha(store, data):
    assert keep(store, data) == sha(data)
    with store.reading() as session:
        assert papers.read_picture(session, sha(data)) == data
    assert keep(store, data) == sha(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"%PDF-1.7", b"<svg/>", picture()[:60], b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"],
)
def test_what_is_no_picture_is_refused_in_words(store, data):
    with pytest.raises(Refused):
        keep(store, data)
    assert not list(store.path.parent.glob("**/attachments/**/*"))


def test_what_is_too_large_is_refused_in_words(store, monkeypatch):
    with pytest.raises(Refused) as refused:
        keep(store, picture() + bytes(papers.LARGEST_PICTURE))
    assert refused.value.messages[0].values == {"most": 20}


def test_what_the_disk_refuses_is_told_in_words(store):
    place = store.path.with_suffix(".d")
    place.mkdir()
    (place / "attachments").write_bytes(b"a file stands where the folder should be")
    with pytest.raises(Refused):
        keep(store, picture())
