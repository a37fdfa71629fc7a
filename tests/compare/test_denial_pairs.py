"""Which mentions may deny another, and how likely: negation by form, and what may be denied."""

import pytest
from tests.compare.stories import embed, story

from crossread.compare.denial_pairs import Likeness, negates
from crossread.compare.pairs import Wordings
from crossread.model.mention import Link, Mention


def mention(text: str, certainty="attributed", polarity="affirmed", form="clause") -> Mention:
    return Mention("r00", 0, len(text), text, text, polarity, certainty, (Link("r00", "report"),), form=form)


@pytest.mark.parametrize(
    "text",
    ["no such order was given", "The mayor denied it", "nobody had called", "talk of a sale was nonsense"],
)
def test_words_of_negation_and_denial_negate(text):
    assert negates(mention(text))


@pytest.mark.parametrize(
    "text",
    [
        "the ferry sailed at noon",
        "the captain declined to leave the bridge",
        "a spokesman did not respond",
        "which had never been opened",
        "the service may not be restored by Monday",
        "the union rejected the offer of the owners",
        "was nobody told?",
    ],
)
def test_silence_refusals_asides_and_chances_deny_nothing(text):
    assert not negates(mention(text))


def test_an_aside_with_a_word_of_denying_negates():
    assert negates(mention("which the ministry denied"))


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
