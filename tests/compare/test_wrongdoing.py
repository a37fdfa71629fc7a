"""Wrongdoing alleged by one voice and ruled out by another."""

import pytest
from tests.stories import cross_read, told, words_of

CHARGE = "Senator Paul Kessler said that the payment to the mayor was a crime."


def pairs(tmp_path, other: str):
    dossier = cross_read(tmp_path, {"a.txt": CHARGE, "b.txt": other})
    return [c for c in told(dossier, "denial") if "of one matter" in c.explanation]


def test_a_crime_against_no_laws_broken(tmp_path):
    (only,) = pairs(
        tmp_path, "The mayor's lawyer, Ada Reen, said that no laws were broken in the payment to the mayor."
    )
    assert only.severity == "tension"
    assert "a crime" in words_of(only)
    assert "no laws were broken" in words_of(only)


@pytest.mark.parametrize(
    "other",
    [
        "Senator Paul Kessler said that no laws were broken in the payment to the mayor.",
        "The mayor's lawyer, Ada Reen, said that the price of bread rose in the payment week.",
    ],
)
def test_one_voice_and_another_matter_part_in_nothing(tmp_path, other):
    assert pairs(tmp_path, other) == []


def test_what_the_law_says_charges_nobody(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Professor Paul Kessler said that it is illegal for a mayor to accept a payment.",
            "b.txt": "The mayor's lawyer, Ada Reen, said that no laws were broken in the payment to the mayor.",
        },
    )
    assert not any("of one matter" in c.explanation for c in dossier.conflicts)
