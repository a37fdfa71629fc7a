"""Counting origins: by the rules of the dossier format, as a range, with a reason for each merge."""

from typing import Any

import pytest

from crossread.compose.origins import count, explain
from crossread.model.claim import Claim, Origin, OriginCount
from crossread.model.mention import Link, Mention
from crossread.model.quote import Quote
from crossread.model.sourcing import SourcingEdge
from crossread.model.span import Span

MINISTRY = Origin("o1", "harbour ministry", "organisation")
OWN = {f"r{i:02}": Origin(f"own{i}", f"Paper {i}", "report") for i in range(4)}
ORIGINS = (MINISTRY, *OWN.values())
TEXT = "the northern pier will stay shut until engineers have looked at every pile"


def said(report: str, origin: Origin, text: str = TEXT, **fields: Any) -> Mention:
    chain = (Link(f"report {report}", "report"),)
    chain += (Link(origin.name, "organisation", origin=origin.id),) if origin.kind != "report" else ()
    if origin.kind == "report":
        chain = (Link(f"report {report}", "report", origin=origin.id),)
    certainty = fields.pop("certainty", "attributed")
    return Mention(report, 0, len(text), text, text, "affirmed", certainty, chain, **fields)


def own(report: str, text: str = TEXT, **fields: Any) -> Mention:
    return said(report, OWN[report], text, **{"certainty": "asserted", **fields})


def edge(one: str, two: str, text: str = TEXT, **fields: Any) -> SourcingEdge:
    spans = (Span(one, 0, len(text), text), Span(two, 0, len(text), text))
    return SourcingEdge(one, two, fields.pop("kind", "shares-text"), spans, **fields)


def test_one_source_in_five_reports_is_one_origin_and_says_why():
    found = count([said(f"r{i:02}", MINISTRY) for i in range(4)], [], ORIGINS)
    assert (found.min, found.max, found.ids) == (1, 1, ("o1",))
    assert "harbour ministry" in found.reasons[0]


def test_own_voices_in_their_own_words_are_origins_of_their_own():
    found = count([own("r00"), own("r01", "nobody may walk on it")], [], ORIGINS)
    assert (found.min, found.max) == (2, 2)


def test_what_may_be_another_claim_counts_for_the_most_alone():
    told = [own("r00"), own("r01", "nobody may walk on it"), said("r02", MINISTRY, "the pier is rotten")]
    found = count(told, [], ORIGINS, sure=[told[:2], told[2:]])
    assert (found.min, found.max) == (2, 3)
    assert found.unsure == ("r02",)
    assert "r02 may tell something else" in found.reasons[-1]


def test_parts_of_one_origin_leave_nothing_unsure():
    told = [said("r00", MINISTRY), said("r01", MINISTRY, "the pier is rotten")]
    found = count(told, [], ORIGINS, sure=[told[:1], told[1:]])
    assert (found.min, found.max, found.unsure) == (1, 1, ())


def test_own_voices_in_the_same_words_are_one():
    found = count([own("r00"), own("r01")], [], ORIGINS)
    assert (found.min, found.max) == (1, 1)
    assert found.groups == (("own0", "own1"),)


def test_there_are_as_many_groups_as_origins():
    found = count([own("r00"), own("r01"), said("r02", MINISTRY, "the pier is rotten")], [], ORIGINS)
    assert len(found.groups) == found.min
    assert sorted(id for group in found.groups for id in group) == sorted(found.ids)
    assert "same words" in found.reasons[-1]


def test_a_shared_passage_joins_voices_and_a_rewrite_may():
    short, other = "pier shut", "the jetty is closed"
    same = count([own("r00", short), own("r01", other)], [edge("r00", "r01", short, basis="30 words")], ORIGINS)
    assert (same.min, same.max) == (1, 1)
    maybe = [edge("r00", "r01", short, rewritten=True, basis="5 sentences")]
    found = count([own("r00", short), own("r01", other)], maybe, ORIGINS)
    assert (found.min, found.max) == (1, 2)
    assert "may be one" in found.reasons[-1]


def test_voices_that_share_much_elsewhere_may_be_one_in_all_they_tell():
    told = [own("r00", "pier shut"), own("r01", "the jetty is closed")]

    def elsewhere(times: int) -> list[SourcingEdge]:
        text = "told of the old pier " * times
        spans = tuple(Span(r, 500, 500 + len(text), text) for r in ("r00", "r01"))
        return [SourcingEdge("r00", "r01", "shares-text", spans)]

    found = count(told, elsewhere(12), ORIGINS)
    assert (found.min, found.max) == (1, 2)
    assert "share 60 words of other passages: may be one origin" in found.reasons[-1]
    assert count(told, elsewhere(4), ORIGINS).min == 2
    assert count([told[0], said("r01", MINISTRY, "the jetty is closed")], elsewhere(12), ORIGINS).min == 2


def test_a_shared_quotation_joins_no_voices():
    found = count(
        [own("r00", "pier shut"), own("r01", "it is closed")], [edge("r00", "r01", "pier", quoted=True)], ORIGINS
    )
    assert (found.min, found.max) == (2, 2)


def test_a_voice_that_takes_over_an_attributed_wording_is_its_source():
    found = count([said("r00", MINISTRY), own("r01")], [], ORIGINS)
    assert (found.min, found.max) == (1, 1)


def test_what_restates_its_own_report_counts_for_nothing():
    again = own("r00", "it is closed, as said", restates=True)
    assert count([said("r00", MINISTRY), again], [], ORIGINS).max == 1
    assert count([again], [], ORIGINS).max == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_order_of_mentions_does_not_change_the_count(order):
    mentions = [own("r00"), own("r01"), said("r02", MINISTRY, "the ministry keeps it closed")]
    found = count([mentions[i] for i in order], [], ORIGINS)
    assert (found.min, found.max) == (2, 2)


def test_why_names_every_origin_with_its_path():
    mentions = (said("r00", MINISTRY), said("r01", MINISTRY), own("r02", "nobody may pass"))
    found = count(mentions, [], ORIGINS)
    claim = Claim("c1", "The pier is shut.", "event", mentions, ("r00", "r01", "r02"), found, "corroborated")
    told = explain(claim, ORIGINS)
    assert "3 reports tell this, on 2 independent origins." in told
    assert "report r00 ← harbour ministry" in told
    assert "Paper 2 (report)" in told


def test_why_tells_a_range():
    claim = Claim(
        "c1", "g", "event", (own("r00"),), ("r00",), OriginCount(1, 2, ("own0",), ("r00 and r01 …",)), "mixed"
    )
    assert "1 to 2 independent origins" in explain(claim, ORIGINS)


def test_wordings_of_one_utterance_are_one_origin_whomever_each_report_gives_them_to():
    mayor = Origin("o2", "Mayor Okonjo", "person")
    mentions = [said("r00", MINISTRY, certainty="quoted"), said("r01", mayor, certainty="quoted")]
    spans = tuple(Span(m.report, m.start, m.end, m.text) for m in mentions)
    apart, joined = (
        count(mentions, [], (*ORIGINS, mayor)),
        count(mentions, [], (*ORIGINS, mayor), [Quote("q1", "", spans)]),
    )
    assert (apart.min, joined.min, joined.max) == (2, 1, 1)
    assert "utterance" in joined.reasons[-1]


def test_in_a_copy_whom_each_names_in_other_words_is_one():
    mentions = [said("r00", Origin("o8", "the rail operator", "organisation")), said("r01", MINISTRY)]
    origins = (*ORIGINS, Origin("o8", "the rail operator", "organisation"))
    copied, shared = edge("r00", "r01", kind="same-copy"), edge("r00", "r01")
    assert count(mentions, [copied], origins).max == 1
    assert count(mentions, [shared], origins).max == 2


def test_two_reports_of_one_outlet_may_be_one_voice():
    one, two = (Origin(f"own{i}", "Harbour Herald", "report") for i in (0, 1))
    found = count([said("r00", one), said("r01", two, "nobody may walk on it")], [], (one, two))
    assert (found.min, found.max) == (1, 2)
    assert "both of Harbour Herald" in found.reasons[0]


def test_the_same_words_of_unnamed_sources_may_be_those_of_one():
    one, two = (Origin(f"u{i}", f"unnamed sources of Paper {i}", "unnamed") for i in (0, 1))
    found = count([said("r00", one, certainty="quoted"), said("r01", two, certainty="quoted")], [], (one, two))
    assert (found.min, found.max) == (1, 2)
    other = count([said("r00", one), said("r01", two, "nobody may walk on it")], [], (one, two))
    assert (other.min, other.max) == (2, 2)
    copied = count([said("r00", one), said("r01", two, "nobody may walk on it")], [edge("r00", "r01")], (one, two))
    assert (copied.min, copied.max) == (1, 2)
