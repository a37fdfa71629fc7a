"""Claims: the gloss, the kind and the status by the counting rules."""

import pytest

from crossread.compose.claims import gloss, kind, status
from crossread.model.claim import OriginCount
from crossread.model.mention import Link, Mention


def mention(proposition: str, certainty="asserted", form="clause", report="r00") -> Mention:
    return Mention(report, 0, 1, "x", proposition, "affirmed", certainty, (Link(report, "report"),), form=form)


@pytest.mark.parametrize(
    ("least", "conflict", "told"),
    [(1, False, "single-origin"), (2, False, "corroborated"), (1, True, "contradicted"), (2, True, "mixed")],
)
def test_status(least, conflict, told):
    assert status(OriginCount(least, 3, ("o1",)), conflict) == told


def test_the_gloss_is_the_proposition_that_shares_most():
    told = [
        mention("the bridge closed on Monday"),
        mention("the old bridge closed on Monday at noon"),
        mention("traffic"),
    ]
    assert gloss(told) == "The bridge closed on Monday."


def told_as(text: str, proposition: str) -> Mention:
    return Mention("r00", 0, len(text), text, proposition, "affirmed", "asserted", (Link("r00", "report"),))


def test_what_is_told_in_one_piece_goes_before_what_was_completed():
    pieces = [
        told_as("naming the group a gang", "the ministry naming the group a gang"),
        told_as("The ministry named the group a gang", "The ministry named the group a gang"),
    ]
    assert gloss(pieces) == "The ministry named the group a gang."
    leaning = [told_as("It named the group a gang", "It named the group a gang"), pieces[0]]
    assert gloss(leaning) == gloss(leaning[::-1])


def test_a_gloss_is_one_line():
    assert gloss([mention("the bridge\nclosed —")]) == "The bridge closed."


@pytest.mark.parametrize(
    ("mentions", "told"),
    [
        ([mention("a")], "event"),
        ([mention("a", "attributed")], "statement"),
        ([mention("a", "quoted")], "quote"),
        ([mention("a", form="role")], "state"),
    ],
)
def test_kind(mentions, told):
    assert kind(mentions) == told
