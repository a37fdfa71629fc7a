"""Which mentions tell that something is not so, and which deny."""

import pytest

from crossread.compare.negation import bare, is_denial, negates, rules_out
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


def test_to_deny_is_told_and_not_to_deny_is_not():
    assert is_denial(mention("the ministry denied any role", certainty="denied"))
    assert is_denial(mention("called the report baseless"))
    assert not is_denial(mention("the ministry did not deny the call", certainty="denied"))
    assert not is_denial(mention("the board rejected the offer", certainty="denied"))


def test_a_bare_proposition_has_no_words_of_negation_and_telling():
    assert bare(mention("the mayor said no order was never given")) == "the mayor order was given"


@pytest.mark.parametrize(
    ("text", "certainty", "ruled_out"),
    [
        ("there was no such impropriety", "attributed", True),
        ("there was impropriety in the talks", "denied", True),
        ("that was never the case", "attributed", True),
        ("there was no call", "denied", False),
        ("the call was made", "attributed", False),
    ],
)
def test_a_denied_negation_rules_nothing_out(text, certainty, ruled_out):
    assert rules_out(mention(text, certainty)) == ruled_out


def test_what_is_not_granted_is_not_denied():
    assert not is_denial(mention("her tenure had been denied", certainty="denied"))
    assert not is_denial(mention("the border guards denied him entry", certainty="denied"))
    assert is_denial(mention("the minister denied that bail was paid", certainty="denied"))
