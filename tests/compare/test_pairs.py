"""Who tells a mention, and what, in words."""

import pytest

from crossread.compare.pairs import flat, teller
from crossread.model.mention import Link, Mention

REPORT, MINISTRY = Link("Newsline Live", "report"), Link("the ministry", "organisation")
PAPER = Link("Daily Lantern", "outlet")


@pytest.mark.parametrize(
    ("chain", "certainty", "who"),
    [
        ((REPORT, MINISTRY, PAPER), "denied", "the ministry"),  # denied a Daily Lantern report
        ((REPORT, MINISTRY, PAPER), "attributed", "Daily Lantern"),
        ((REPORT, PAPER), "denied", "Daily Lantern"),
        ((REPORT, MINISTRY, Link("unknown", "unnamed")), "attributed", "the ministry"),
        ((REPORT,), "asserted", ""),
    ],
)
def test_who_denies_a_papers_report_is_not_the_paper(chain, certainty, who):
    told = Mention("r05", 0, 5, "words", "words", "affirmed", certainty, chain)
    assert teller(told) == who


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“It is closed”", "It is closed"),
        ("called it “an invention”", "called it “an invention”"),
        ("an order to “kill everybody", "an order to “kill everybody"),
        ('"one"\nand "two"', '"one" and "two"'),
        ("“one” and “two”", "“one” and “two”"),
    ],
)
def test_a_quotation_mark_keeps_its_fellow(text, told):
    assert flat(text) == told
