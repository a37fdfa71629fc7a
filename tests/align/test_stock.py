"""That a cause is not known is told in ever other words; what else is not known is another matter."""

import pytest
from tests.stories import cross_read

from crossread.align.stock import leaves_cause_open, pairs
from crossread.model.mention import Link, Mention


def mention(text: str, report: str = "r00") -> Mention:
    return Mention(report, 0, len(text), text, text, "affirmed", "asserted", (Link(report, "report"),))


@pytest.mark.parametrize(
    "text",
    [
        "It is still unclear how the cables were damaged",
        "No word yet on an official cause of the damage",
        "the firm isn't sure what caused the cut",
        "What brought the bridge down remains a mystery",
        "investigators have yet to establish why he left",
    ],
)
def test_an_open_cause_is_known_by_its_words(text):
    assert leaves_cause_open(mention(text))


@pytest.mark.parametrize(
    "text", ["It is unclear how many people were hurt", "The cause was a valve", "Nobody knows who will pay for it"]
)
def test_what_else_is_open_is_no_cause(text):
    assert not leaves_cause_open(mention(text))


def test_pairs_are_of_two_reports():
    told = (mention("the cause is unknown"), mention("why it fell is unclear"), mention("the cause is unknown", "r01"))
    assert pairs(told) == {(0, 2), (1, 2)}


def test_two_reports_that_know_no_cause_tell_one_claim(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "Fire gutted the Ostrel mill on Monday. The cause of the fire is not known, the brigade said.",
            "b.txt": "The Ostrel mill burned down on Monday. It is still unclear what caused the blaze.",
        },
    )
    (claim,) = [c for c in dossier.claims if any("cause of the fire" in m.text for m in c.mentions)]
    assert {m.report for m in claim.mentions} == {"r00", "r01"}
