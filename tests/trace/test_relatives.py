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


@pytest.mark.parametrize(
    ("text", "part", "told"),
    [
        (
            "The court struck down the law, which Reen signed in May and which the senate had passed without debate.",
            "which Reen signed in May",
            "Reen signed the law in May",
        ),
        (
            "The court struck down the law, which Reen signed in May and which the senate had passed without debate.",
            "which the senate had passed without debate",
            "the senate had passed the law without debate",
        ),
        (
            "He owns a house in Tarn, which he wants to sell by May.",
            "which he wants to sell by May",
            "he wants to sell a house in Tarn",
        ),
        ("The fire, which killed two men, is out.", "which killed two men", "The fire killed two men"),
    ],
)
def test_what_a_relative_pronoun_stands_for_is_told_behind_its_verb(annotator, text, part, told):
    assert writes(annotator, text, part).lower().startswith(told.lower())
