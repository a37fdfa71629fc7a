"""Quotation marks: where a text quotes, with marks of every shape and marks that are missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossread.model.quotation import quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text)]


@given(st.text(alphabet="ab .,!?\n\"“”'‘’«»„", max_size=60))
def test_quotations_lie_in_the_text_in_order(text):
    found = quotations(text)
    assert list(found) == sorted(found)
    for q in found:
        assert 0 <= q.start < q.end <= len(text)
        assert q.start <= q.inner().start <= q.inner().end <= q.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "the pier is shut" twice.', ['"the pier is shut"']),
        ("She said “the pier is shut,” he wrote.", ["“the pier is shut,”"]),
        ("They call it 'the wall', he said.", ["'the wall'"]),
        ('"It is shut.\n\nIt stays shut. "\n\nHe left.', ['"It is shut.\n\nIt stays shut. "']),
        ('It is "dead.\n\nVery dead ". He left. "So," he said.', ['"dead.\n\nVery dead "', '"So,"']),
        ("'It is shut, ' he said.", ["'It is shut, '"]),
        ("He said: 'It is shut.\n\nIt stays shut.'\n\nHe left.", ["'It is shut.\n\nIt stays shut.'"]),
        ("In the 'nineties it was shut.\n\nHe said so.' No", []),
        ("The crews' boats and the port's cranes stood still.", []),
        ('He said "the pier is shut,” and “we stay," she said. "Go.”', ['"the pier is shut,”', '“we stay,"', '"Go.”']),
        (
            '"They call it “the wall” here," he said. “It is 5" wide,” she said.',
            ['"They call it “the wall” here,"', '“It is 5" wide,”'],
        ),
        ("He said ''the pier's shut,'' and left. ''Go.''", ["''the pier's shut,''", "''Go.''"]),
        ("Er nannte es „eine Farce“ und ging.", ["„eine Farce“"]),
    ],
)
def test_marks_of_every_shape(text, expected):
    assert quoted(text) == expected


def test_paragraphs_of_one_speech_are_one_quotation():
    text = '"We waited a week.\n"Nobody came to the gate," said the driver.'
    assert quoted(text) == ['"We waited a week.\n"Nobody came to the gate,"']


def test_a_quotation_never_closed_ends_with_its_paragraph():
    text = "“We waited a week.\nThe port opened on Monday."
    (found,) = quotations(text)
    assert not found.closed
    assert text[found.start : found.end] == "“We waited a week."


def test_a_quotation_inside_one_is_deeper():
    text = "\"She told me 'go home', and I went,\" he said."
    assert [q.depth for q in quotations(text)] == [0, 1]


def test_names_and_terms_in_marks_are_told_from_speech():
    kinds = {q.kind for q in quotations("the so-called “shadow fleet” and the ship “Star of the North”")}
    assert kinds == {"term", "title"}
    assert [q.kind for q in quotations("He called it “a lie”.")] == ["speech"]
