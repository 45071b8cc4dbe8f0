from hypothesis import given, settings

from bmahr_desktop.ui.body.document import BodyDocument
from bmahr_desktop.ui.body.reading import read_body
from tests.ui.body.bodies import bodies


@settings(max_examples=300, deadline=None)
@given(body=bodies)
def test_a_body_comes_back_as_it_went_in(qapp, body):
    assert read_body(BodyDocument(body)) == body
