"""Sources: who a source's words stand for."""

import pytest

from crossread.model.report import Published, Report
from crossread.model.span import Extent
from crossread.trace.certainty import certainty
from crossread.trace.chains import Chains


@pytest.fixture
def source(annotator):
    """Names of the chain behind a piece of a text, and how sure the piece is told."""

    def found(text: str, piece: str) -> tuple[list[str], str]:
        annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
        start = text.index(piece)
        extent = Extent(start, start + len(piece))
        chain = Chains(annotated).of(extent)
        return [link.name for link in chain[1:]], certainty(annotated, extent, chain)

    return found


@pytest.mark.parametrize("people", ["supporters", "backers", "delegates"])
def test_somebodys_followers_are_not_that_person(source, people):
    text = f"Senator Ann Marlow lost on Tuesday. Marlow {people} say that the count was wrong."
    assert source(text, "the count was wrong") == ([f"Marlow {people}"], "attributed")


def test_a_persons_campaign_is_not_that_person(source):
    text = "Senator Ann Marlow lost on Tuesday. The Ann Marlow campaign said the count was wrong."
    names, _ = source(text, "the count was wrong")
    assert names[-1].endswith("campaign")


def test_what_was_reported_by_nobody_in_particular_is_attributed(source):
    text = "A fault was reported on the eastern cable. It reportedly lay deep."
    assert source(text, "A fault was reported on the eastern cable") == (["unnamed reports"], "attributed")
    assert source(text, "It reportedly lay deep") == (["unknown"], "hedged")


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The ministry is open to accusations that it hid the leak.", "accusations"),
        ("The ministry is facing criticism that it hid the leak.", "criticism"),
        ("The ministry was hit by allegations that it hid the leak.", "allegations"),
        ("The ministry is under investigation over allegations that it hid the leak.", "allegations"),
        ("Police are looking into reports that it hid the leak.", "reports"),
    ],
)
def test_what_is_held_against_somebody_is_not_on_their_word(source, text, noun):
    assert source(text, "it hid the leak") == ([noun], "attributed")


def test_who_makes_the_charge_is_who_says_so(source):
    names, sure = source("Ann Marlow made the accusation that the ministry hid the leak.", "the ministry hid the leak")
    assert (names[-1], sure) == ("Ann Marlow", "attributed")


def test_whose_the_charge_is_stands_before_it(source):
    names, sure = source("Ann Marlow lost. She stands by her charge that nobody was warned.", "nobody was warned")
    assert (names[-1], sure) == ("Ann Marlow", "attributed")


def test_what_somebody_tells_of_a_suspicion_is_on_their_word(source):
    text = "There is a suspicion that there was a third man, Ann Marlow said."
    assert source(text, "there was a third man") == (["Ann Marlow"], "attributed")


@pytest.mark.parametrize("somebody", ["Another neighbour", "One worker", "Two passengers", "Friends of Ada Reen"])
def test_a_capital_at_the_head_of_a_sentence_makes_no_body(annotator, somebody):
    text = f"The bus stopped. {somebody} said the road was shut."
    annotated = annotator.annotate(Report("r00", "r.txt", "", text, "en", Published()))
    start = text.index("the road")
    link = Chains(annotated).of(Extent(start, len(text) - 1))[-1]
    assert (link.name, link.kind) == (somebody, "unnamed")


@pytest.mark.parametrize(
    ("text", "piece", "sure"),
    [
        ("Reen got into Tarn University, I think, and Olin stayed.", "Reen got into Tarn University", "hedged"),
        ("As far as we know the mill was shut.", "the mill was shut", "hedged"),
        ("He went as far as the bridge.", "He went as far as the bridge", "asserted"),
    ],
)
def test_an_aside_of_not_being_sure_leaves_it_open(source, text, piece, sure):
    assert source(text, piece)[1] == sure


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("The bridge, which engineers said was safe, collapsed on Friday.", "collapsed on Friday"),
        ("Ada Reen, who aides say has not decided, met Olin on Monday.", "met Olin on Monday"),
    ],
)
def test_what_follows_a_relative_clause_is_not_said_in_it(source, text, piece):
    assert source(text, piece) == ([], "asserted")


def test_she_of_whom_it_is_said_is_not_he_who_says_it(source):
    text = "Ada Kaff was struck in the side. She fell to the floor and died, he said."
    assert source(text, "She fell to the floor and died") == (["unknown"], "hedged")


@pytest.mark.parametrize("said", ["Olin said nothing after officers surrounded him.", "The judge denied bail to Olin."])
def test_who_says_nothing_or_refuses_a_thing_is_no_source(source, said):
    assert source(said, said[:-1])[0] == []
