"""Contradictions that a model tells: tensions of near mentions, never of one claim, never what is known already."""

import msgspec
import numpy as np
import pytest
from tests.compare.stories import embed, story

from crossread.compare import contradiction_features, contradictions
from crossread.compare.contradiction_features import NAMES, Told, days_part, figures_part, matrix
from crossread.compare.contradictions import candidates, find
from crossread.compare.pairs import Wordings
from crossread.model.mention import Link
from crossread.model.opposites import opposed
from crossread.model.stems import content_stems

CLOSED, OPEN = "The brewery in Hradek _closed in the autumn.", "The brewery in Hradek never _closed in the autumn."
TRAM = "The tram to the harbour _runs every hour."


def asks(share: float):
    """A pair model that gives every pair this share of contradiction."""

    def ask(_, pairs):
        rest = (1 - share) / 3
        return np.tile(np.array([rest, rest, share, rest], np.float32), (len(pairs), 1))

    return ask


@pytest.fixture(autouse=True)
def sure(monkeypatch):
    """Weights by which the pair model alone decides."""
    for table, names in ((contradictions.WEIGHTS, NAMES), (contradictions.SECOND_WEIGHTS, contradictions.SECOND)):
        for name in (*names, "bias"):
            monkeypatch.setitem(table, name, float(name == "contradicts"))


def found(told, share=0.9, known=(), groups=None):
    made = story(*told, groups=groups)
    mentions = [
        msgspec.structs.replace(m, polarity="negated" if "never" in m.text else m.polarity) for m in made.mentions
    ]
    made = msgspec.structs.replace(made, mentions=tuple(mentions))
    return find(Wordings(made, embed), asks(share), known)


def test_what_the_pair_model_holds_for_contradicted_is_a_tension():
    (only,) = found([CLOSED, OPEN])
    assert (only.kind, only.severity) == ("denial", "tension")
    assert [side.mentions[0].report for side in only.sides] == ["r00", "r01"]
    assert "r00 reports" in only.explanation
    assert "r01 reports" in only.explanation


def test_what_it_does_not_hold_for_contradicted_is_not_told():
    assert found([CLOSED, OPEN], share=0.01) == []


def test_far_mentions_are_not_weighed():
    assert found([CLOSED, TRAM]) == []


def test_mentions_of_one_claim_never_part():
    assert found([CLOSED, OPEN], groups=[(0, 1)]) == []


def test_what_is_known_is_not_told_again():
    known = found([CLOSED, OPEN])
    assert found([CLOSED, OPEN], known=known) == []


def test_one_claim_parts_from_few_others():
    words = ("cold", "wet", "long", "late", "dark", "mild", "last", "dry")
    told = found([CLOSED, *(f"The brewery in Hradek never _closed in the {word} autumn." for word in words)])
    assert len([c for c in told if c.sides[0].claim == "c000"]) == contradictions.MOST_OF_ONE


def many() -> list[str]:
    """Several pairs that part."""
    things = ("mill", "tram", "quay", "school", "bakery")
    return [f"The {thing} in Hradek {word}_closed in the autumn." for thing in things for word in ("", "never ")]


def test_a_reader_gets_no_more_than_can_be_checked(monkeypatch):
    assert len(found(many())) > 1
    monkeypatch.setattr(contradictions, "MOST", 1)
    assert len(found(many())) == 1


def test_blocks_change_nothing(monkeypatch):
    whole = candidates(Told(Wordings(story(*many()), embed))).tolist()
    monkeypatch.setattr(contradictions, "BLOCK", 3)
    assert candidates(Told(Wordings(story(*many()), embed))).tolist() == whole


def test_slices_change_nothing(monkeypatch):
    told = Told(Wordings(story(*many()), embed))
    pairs = candidates(told)
    whole = matrix(told, pairs)
    monkeypatch.setattr(contradiction_features, "SLICE", 2)
    assert np.array_equal(matrix(told, pairs), whole)


def test_what_the_pair_model_cannot_tell_is_not_told():
    assert found([CLOSED, OPEN], share=np.nan) == []


def test_a_question_denies_nothing():
    assert found([CLOSED, "The brewery in Hradek never _closed in the autumn?"]) == []


def told_by(name: str, report: str = "r00") -> list[list[int]]:
    """Candidates where both mentions stand in one report on one word."""
    made = story(CLOSED, OPEN)
    link = Link(name, "unnamed" if name == "unknown" else "person")
    mentions = tuple(
        msgspec.structs.replace(m, report=report, start=100 * k, end=100 * k + 40, chain=(m.chain[0], link))
        for k, m in enumerate(made.mentions)
    )
    return candidates(Told(Wordings(msgspec.structs.replace(made, mentions=mentions), embed))).tolist()


def test_one_voice_in_one_report_does_not_part_from_itself():
    assert told_by("Ada Reen") == []
    assert told_by("unknown") == [[1, 0]]


@pytest.mark.parametrize(
    ("other", "kinds"),
    [
        ("A fire in Hradek _killed eleven people.", ["number"]),
        ("A fire in Hradek _killed many people on 5 May 2024.", []),
        ("A fire in Hradek _spared the people.", []),
    ],
)
def test_the_kind_is_what_stands_in_the_two_and_only_some_are_guessed(other, kinds):
    assert [c.kind for c in found(["A fire in Hradek _killed nine people on 4 May 2024.", other])] == kinds


def test_the_first_of_a_pair_answers_the_second():
    told = Told(Wordings(story(OPEN, CLOSED), embed))
    assert candidates(told).tolist() == [[0, 1]]
    told = Told(Wordings(story(CLOSED, OPEN), embed))
    assert candidates(told).tolist() == [[1, 0]]
    told = Told(Wordings(story(CLOSED, CLOSED), embed))
    assert candidates(told).tolist() == [[0, 1]]


def test_a_story_without_mentions_has_none():
    assert found([]) == []


def test_figures_and_days_part_only_where_none_meets():
    told = Told(
        Wordings(
            story("A fire _killed nine people on 4 May 2024.", "A fire _killed eleven people on 5 May 2024.", TRAM),
            embed,
        )
    )
    assert figures_part(told.figures[0], told.figures[1])
    assert not figures_part(told.figures[0], told.figures[2])
    schools = Told(Wordings(story("A fire _closed three schools."), embed))
    assert not figures_part(told.figures[0], schools.figures[0])
    assert days_part(told.days[0], told.days[1])
    assert not days_part(told.days[0], told.days[0])
    x = dict(zip(NAMES, matrix(told, np.array([(0, 1)]))[0].tolist(), strict=True))
    assert x["figures"] == x["days"] == 1.0
    assert x["negated"] == 0.0
    assert x["figures*clauses"] == x["clauses"]


def test_opposite_words_are_known():
    stems = [
        frozenset(content_stems(t)) for t in ("the offer was accepted", "the offer was rejected", "the offer stands")
    ]
    assert opposed(stems[0], stems[1])
    assert not opposed(stems[0], stems[2])


def test_what_is_ruled_out_twice_is_agreed_on():
    told = Told(Wordings(story(OPEN, CLOSED), embed))
    told.ruled_out[:] = True
    assert candidates(told).tolist() == []


def test_a_negation_somewhere_within_denies_nothing():
    told = story(CLOSED, OPEN)  # the second's own main clause is not marked as negated
    assert find(Wordings(told, embed), asks(0.9), ()) == []


@pytest.mark.parametrize(("thing", "count"), [("A _sale of the brewery in Hradek.", 1), ("The _brewery in Hradek.", 0)])
def test_a_phrase_is_denied_only_by_what_tells_of_it(thing, count):
    made = story(thing, "There was never a sale of the _estate in Hradek.")
    phrase, answer = made.mentions
    told = (msgspec.structs.replace(phrase, form="phrase"), msgspec.structs.replace(answer, polarity="negated"))
    assert len(find(Wordings(msgspec.structs.replace(made, mentions=told), embed), asks(0.9), ())) == count
