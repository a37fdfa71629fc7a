"""The whole road on the demo story: everything told is verbatim, counted by the rules, and the same every time."""

import msgspec
import pytest
from tests.stories import cross_read, pipeline

from crossread.demo import path
from crossread.model.dossier import Dossier, spans_of
from crossread.read import read


@pytest.fixture(scope="module")
def demo() -> Dossier:
    return pipeline()(read([str(path())]))


def test_every_span_is_verbatim(demo):
    texts = {r.id: r.text for r in demo.reports}
    spans = spans_of(demo)
    assert spans
    assert [s for s in spans if texts[s.report][s.start : s.end] != s.text] == []


def test_every_report_is_in_the_dossier(demo):
    assert len(demo.reports) == 6
    assert demo.failures == ()


def test_the_same_reports_give_the_same_bytes(demo):
    again = pipeline()(read([str(path())]))
    assert msgspec.json.encode(again) == msgspec.json.encode(demo)


def test_a_claim_counts_each_report_once_and_names_its_origins(demo):
    known = {o.id for o in demo.origins}
    for claim in demo.claims:
        assert list(claim.reports) == sorted({m.report for m in claim.mentions})
        assert 1 <= claim.origins.min <= claim.origins.max
        assert set(claim.origins.ids) <= known


def test_corroborated_needs_two_origins(demo):
    assert all(c.origins.min >= 2 for c in demo.claims if c.status == "corroborated")


def test_a_chain_begins_with_its_report(demo):
    assert all(m.chain and m.chain[0].kind == "report" for c in demo.claims for m in c.mentions)


def test_the_sides_of_a_conflict_are_two_or_more(demo):
    assert all(len(c.sides) >= 2 and all(s.mentions for s in c.sides) for c in demo.conflicts)


def test_two_rewritings_of_one_agency_story_are_not_two_origins(demo):
    shared = [e for e in demo.sourcing.edges if e.kind in ("shares-text", "same-copy")]
    assert any({e.source, e.to} == {"r00", "r01"} for e in shared)


def test_what_matters_comes_first(demo):
    weights = [c.weight for c in demo.main_claims]
    assert weights == sorted(weights, reverse=True)


def test_page_text_is_no_claim(demo):
    told = " ".join(m.text for c in demo.claims for m in c.mentions)
    assert "email address" not in told
    assert "Share this" not in told


def test_another_language_is_told_and_stops_nothing(tmp_path):
    dossier = cross_read(
        tmp_path,
        {
            "a.txt": "The bridge over the Orrin closed on Monday. The mayor said that repairs would take a month.",
            "b.txt": "The Orrin bridge was closed on Monday. Repairs will take four weeks, the mayor said.",
            "c.txt": "Die Brücke über den Orrin ist seit Montag gesperrt. Die Arbeiten dauern laut der Bürgermeisterin "
            "einen Monat, und die Stadt bittet alle, den Umweg über die alte Straße zu nehmen.",
        },
    )
    assert [r.language for r in dossier.reports] == ["en", "en", "de"]
    assert any(g.kind == "unread-language" for g in dossier.gaps)
    assert not any(m.report == "r02" for c in dossier.claims for m in c.mentions)
