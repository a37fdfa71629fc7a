"""TimeML: well-formed, and the text unchanged between the marks."""

from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from crossread.annotate.times import document
from crossread.show.timeml import FORBIDDEN, render

DCT = "2024-05-16"


def test_marks_stand_around_the_words():
    text = "Sales & prices fell on Friday <again>."
    made = render(text, DCT, document(text, DCT)["times"])
    root = ElementTree.fromstring(made)
    assert "".join(root.find("TEXT").itertext()) == text
    (marked,) = root.find("TEXT").iter("TIMEX3")
    assert (marked.text, marked.get("type"), marked.get("value"), marked.get("tid")) == (
        "Friday",
        "DATE",
        "2024-05-10",
        "t1",
    )
    assert root.find("DCT/TIMEX3").get("functionInDocument") == "CREATION_TIME"


def test_no_creation_time_is_an_empty_one():
    assert ElementTree.fromstring(render("Nothing.", None, [])).find("DCT").text is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["", " on Friday, May 3", " three days ago"]))
def test_any_text_is_well_formed(text, words):
    whole = text + words
    root = ElementTree.fromstring(render(whole, DCT, document(whole, DCT)["times"]).encode())
    kept = "".join(root.find("TEXT").itertext())
    assert kept == FORBIDDEN.sub(" ", whole).replace("\r\n", "\n").replace("\r", "\n")
