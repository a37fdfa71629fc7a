"""Relative clauses that stand alone get the noun that they leave out."""

import pytest
from tests.trace.test_propositions import writes


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        (
            "He asked Reed about statements he had made the previous night.",
            "he had made the previous night",
            "he had made statements",
        ),
        (
            "They filled the vacuum that Obama and Clinton created.",
            "Obama and Clinton created",
            "Obama and Clinton created the vacuum",
        ),
        ("The day he left the house was cold.", "he left the house", "he left the house"),
        ("The man who works in Reen fell.", "who works in Reen", "The man works in Reen"),
        ("They repeated the claims that he had died.", "he had died", "he had died"),
    ],
)
def test_a_relative_clause_gets_the_object_that_it_owes(annotator, text, part, told):
    assert writes(annotator, text, part).lower().startswith(told.lower())
