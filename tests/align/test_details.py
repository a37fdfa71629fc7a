"""Details that several reports tell alike: one value, and mentions that are one claim or may well be."""

import numpy as np
import pytest

from crossread.align import details
from crossread.model.detail import Detail
from crossread.model.mention import Link, Mention
from crossread.model.story import Grouped, Story

FRIDAY, MONDAY = "2021-03-05/2021-03-05", "2021-03-08/2021-03-08"


def story(told: list[tuple[str, str, str | None]]) -> Story:
    """(report, claim, day or None) to a story with one mention each."""
    mentions = tuple(Mention(r, 0, 9, "it was so", "it was so", "affirmed", "asserted", (Link(r),)) for r, _, _ in told)
    claims = dict.fromkeys(claim for _, claim, _ in told)
    groups = tuple(Grouped(c, tuple(i for i, (_, own, _) in enumerate(told) if own == c)) for c in claims)
    days = tuple(Detail(i, "when", day, 0, 9, "it was so") for i, (_, _, day) in enumerate(told) if day)
    return Story(reports=(), mentions=mentions, groups=groups, details=days)


def grouped(told, chances=None, barred=()):
    chances = chances or {}
    pairs = np.array(sorted(chances), np.int64).reshape(-1, 2)
    scores = np.array([chances[i, j] for i, j in pairs.tolist()])
    bars = np.array([(i, j) in barred for i, j in pairs.tolist()], np.bool_)
    return details.grouped(story(told), pairs, scores, bars)


def test_a_day_that_some_tellers_of_a_claim_give_is_a_detail_of_it():
    (found,) = grouped([("r0", "c1", FRIDAY), ("r1", "c1", FRIDAY), ("r2", "c1", None)])
    assert (found.id, found.claim, found.kind, found.members) == ("d001", "c1", "when", (0, 1))


def test_what_all_tellers_of_a_claim_give_says_no_more_than_the_claim():
    assert grouped([("r0", "c1", FRIDAY), ("r1", "c1", FRIDAY)]) == ()


def test_another_day_is_another_detail():
    told = [("r0", "c1", FRIDAY), ("r1", "c1", FRIDAY), ("r2", "c1", MONDAY), ("r3", "c1", MONDAY)]
    assert [d.members for d in grouped(told)] == [(0, 1), (2, 3)]


@pytest.mark.parametrize(("chance", "joined"), [(0.9, True), (0.25, True), (0.1, False), (None, False)])
def test_claims_that_were_not_joined_share_a_detail_where_they_may_well_be_one(chance, joined):
    chances = {} if chance is None else {(0, 1): chance}
    assert bool(grouped([("r0", "c1", FRIDAY), ("r1", "c2", FRIDAY)], chances)) is joined


def test_an_old_event_told_again_shares_no_detail():
    assert grouped([("r0", "c1", FRIDAY), ("r1", "c2", FRIDAY)], {(0, 1): 0.9}, barred={(0, 1)}) == ()


def test_one_report_alone_tells_nothing_alike():
    assert grouped([("r0", "c1", FRIDAY), ("r0", "c2", FRIDAY), ("r1", "c1", None)], {(0, 1): 0.9}) == ()
