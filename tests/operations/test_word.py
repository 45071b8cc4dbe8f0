"""Papers as Word files on the disk."""

import pytest
from docx import Document

from bmahr_desktop.documents.word.minutes import write_minutes
from bmahr_desktop.domain.composition import compose_minutes
from bmahr_desktop.domain.errors import Refused
from bmahr_desktop.operations.word import write_minutes_docx
from tests.meetings import committee, meeting
from tests.records import said


@pytest.fixture
def minutes():
    return compose_minutes(meeting(), committee(), {})


def test_the_minutes_are_written_whole(minutes, tmp_path):
    out = tmp_path / "new" / "รายงาน.docx"
    write_minutes_docx(minutes, out)
    assert out.read_bytes() == write_minutes(minutes)
    assert Document(str(out)).paragraphs[0].text.startswith("รายงานการประชุม")


def test_what_cannot_be_written_is_refused_in_words(minutes, tmp_path):
    (tmp_path / "file").write_text("ก")
    with pytest.raises(Refused) as refused:
        write_minutes_docx(minutes, tmp_path / "file" / "x.docx")
    assert "cannot be written" in said(refused)
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
