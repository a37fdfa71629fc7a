"""What reads like telling and tells nothing is no claim; what tells something beside it is."""

import pytest

from crossread.annotate.annotator import Annotator
from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import units


def told_in(annotator: Annotator, text: str) -> list[str]:
    annotated = annotator.annotate(Report("r00", "r.txt", "0" * 64, text, "en", Published()))
    return [text[u.start : u.end] for u in units.find(annotated, Tree(annotated))]


@pytest.mark.parametrize(
    ("text", "told", "empty"),
    [
        ("Reports of a second letter deepen the mystery.", "", "mystery"),
        ("The outage highlighted the vulnerability of the network.", "", "vulnerability"),
        ("The harbour board said it would post updates on its website.", "", "updates"),
        ("The board closed the bridge. You would have too.", "closed the bridge", "would have"),
        ("As if Varde had not enough problems with its bridge, the trains stopped.", "", "enough problems"),
        ("In a surprising turn, the mayor refused to resign.", "the mayor refused to resign", "surprising turn"),
        ("Prosecutors charged her Of great weight in the case was a letter.", "", "charged her Of"),
    ],
)
def test_a_flourish_is_not_told(annotator, text, told, empty):
    found = told_in(annotator, text)
    assert not any(empty in unit for unit in found)
    assert not told or any(told in unit for unit in found)


def test_a_figure_makes_it_a_claim(annotator):
    found = told_in(annotator, "The strike deepened tensions among 400 workers in Varde.")
    assert any("tensions" in unit for unit in found)


def test_a_slight_participle_is_no_claim_of_its_own(annotator):
    assert "surrounding the talks" not in told_in(annotator, "Doubts surrounding the talks grew in Varde.")


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("She then opened fire on the others, Capt. James Clark said.", "Clark said"),
        ("The bridge was closed. Gov. Ada Osk said in response on Monday.", "Osk said"),
        ("Corporal Ann Lead, a dispatcher, told reporters. “He was gone.”", "told reporters"),
    ],
)
def test_that_somebody_spoke_is_no_claim_alone(annotator, text, only):
    assert not any(only in unit for unit in told_in(annotator, text))


@pytest.mark.parametrize("text", ["Osk said nothing in response.", "Osk told the council a lie about the bridge."])
def test_what_somebody_did_or_did_not_say_is_told(annotator, text):
    assert any(unit.endswith(text[4:-1]) for unit in told_in(annotator, text))


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Two aides, who asked not to be named, said the fleet had sailed.", "who asked not to be named"),
        ("According to two people familiar with the plan, Veres has sold it.", "According to two people"),
    ],
)
def test_who_tells_it_is_no_claim_alone(annotator, text, alone):
    found = told_in(annotator, text)
    assert found
    assert not any(unit.startswith(alone) and not unit.endswith(("sailed", "it")) for unit in found)


def test_who_would_not_be_named_and_spoke_tells_nothing_yet(annotator):
    found = told_in(annotator, "One friend, who asked not to be named, said the mill had closed.")
    assert not any(unit.endswith("said") for unit in found)
    assert any("the mill had closed" in unit for unit in found)
