"""The answer in three sentences."""

import msgspec
from sula import sula

from crossread.show.brief import MOST_CLAIMS, brief
from crossread.show.index import Index


def answer(**changes: object):
    """The brief of the ferry's dossier with some fields changed."""
    dossier = msgspec.structs.replace(sula(), **changes)
    return brief(dossier, Index(dossier))


def test_the_headline_counts():
    assert answer().headline == (
        "Six reports tell 14 claims.",
        "Three rest on two or more independent origins.",
        "The accounts contradict each other in four places and are hard to square in one more.",
    )


def test_what_only_a_model_points_to_is_no_difference_found():
    conflicts = tuple(msgspec.structs.replace(c, guess=c.severity == "tension") for c in sula().conflicts)
    told = answer(conflicts=conflicts).headline[2]
    assert told == "The accounts contradict each other in four places; a model points to one pair more to check."


def test_a_brief_shows_no_guess():
    guesses = tuple(msgspec.structs.replace(c, guess=True) for c in sula().conflicts)
    assert answer(conflicts=guesses).conflicts == ()
    assert (
        answer(conflicts=guesses[:1] + sula().conflicts[1:]).conflicts
        == answer(conflicts=sula().conflicts[1:]).conflicts
    )


def test_where_nothing_was_found_it_says_no_more_than_that():
    assert answer(conflicts=()).headline[2] == "No place was found where the accounts contradict each other."
    assert answer(claims=()).headline[1] == "None rests on two or more independent origins."


def test_claims_stand_in_order_of_weight():
    found = answer().claims
    assert len(found) == MOST_CLAIMS
    assert [c.id for c in found[:2]] == ["c00", "c04"]


def test_a_claim_that_says_no_more_than_one_above_it_gives_way():
    claims = sula().claims
    whole = msgspec.structs.replace(claims[0], gloss="Osk announced plans [to close the mill].")
    part = msgspec.structs.replace(claims[1], gloss="[Plans to] close the mill.")
    found = answer(claims=(whole, part, *claims[2:])).claims
    assert len({whole.id, part.id} & {c.id for c in found}) == 1


def test_a_copy_of_a_report_is_not_counted():
    reports = sula().reports
    copy = msgspec.structs.replace(reports[5], duplicate_of="r04")
    assert answer(reports=(*reports[:5], copy)).reports == 5
