"""How likely one mention denies another."""

from tests.compare.stories import embed, story

from crossread.compare.denial_pairs import Likeness
from crossread.compare.pairs import Wordings


def test_the_same_thing_negated_is_likelier_than_another():
    told = story(
        "The brewery in Hradek _closes in the autumn.",
        "The brewery in Hradek never _closes in the autumn.",
        "The tram to the harbour _runs every hour.",
    )
    likeness = Likeness(Wordings(told, embed))
    assert likeness.rows == [1]
    assert likeness.chances()[0, 0] > likeness.chances()[0, 2]


def test_nothing_denies_itself_or_another_negation():
    told = story("The brewery never _closes in the autumn.", "The brewery never _closes in the autumn.")
    assert not Likeness(Wordings(told, embed)).may.any()
