"""Look-ups over one dossier."""

import msgspec
import pytest
from dossiers import hostile
from sula import TEXTS, sula

from crossread.model.quote import Quote
from crossread.model.report import Published
from crossread.model.span import Span
from crossread.show.index import CONTEXT, Index

DOSSIER = sula()
INDEX = Index(DOSSIER)


def test_reports_are_named_by_their_outlet_and_never_alike():
    assert INDEX.label("r00") == "Larkmoor Post"
    twice = msgspec.structs.replace(DOSSIER, reports=tuple(
        msgspec.structs.replace(r, outlet="Post") for r in DOSSIER.reports))  # fmt: skip
    assert len(set(Index(twice).labels.values())) == len(DOSSIER.reports)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("in/beacon.html", "beacon"),
        ("in/004_785a6bbcc55bdfd7.txt", "report 004"),
        ("785a6bbcc55bdfd7aa.txt", "785a6bbcc55bdfd7aa"),
    ],
)
def test_a_report_without_outlet_or_title_is_named_by_its_file(path, name):
    bare = msgspec.structs.replace(DOSSIER.reports[0], outlet=None, title=None, path=path)
    assert Index(msgspec.structs.replace(DOSSIER, reports=(bare, *DOSSIER.reports[1:]))).label("r00") == name


def test_words_stand_in_their_context():
    start = TEXTS["r04"].index("152 people")
    before, words, after = INDEX.context("r04", start, start + 10)
    assert words == "152 people"
    assert before.endswith("with ")
    assert after.startswith(" aboard")
    assert max(len(before), len(after)) <= CONTEXT + 2
    assert "\n" not in before + after


def test_a_place_finds_the_mention_of_the_claim_asked_for():
    start = TEXTS["r04"].index("broken radar")
    found = INDEX.mention_at("r04", start, start + 12, "c04")
    assert found is not None
    assert found.claim == "c04"
    assert INDEX.mention_at("r04", len(TEXTS["r04"]) - 2, len(TEXTS["r04"])) is None


def test_actors_of_a_claim_are_those_named_in_it_or_behind_it():
    assert INDEX.actors_of["c10"] == ["a1", "a2"]
    assert INDEX.actors_of["c05"] == ["a0"]


def test_a_claim_has_a_history_in_order_of_publication():
    assert [s.who for s in INDEX.history(INDEX.claims["c10"])] == [("Northern Gazette",), ("Evening Herald",)]
    assert INDEX.history(INDEX.claims["c00"])[0].who == ("Larkmoor Post", "Coast News Agency")
    assert INDEX.history(INDEX.claims["c10"])[-1].when == "date unknown"
    assert not INDEX.history(INDEX.claims["c10"])[-1].later


def test_a_history_tells_an_order_only_where_days_do():
    days = {"r00": ("2025-03-01", "2025-03-02"), "r01": ("2025-03-02", "2025-03-02"), "r02": ("2025-03-04", None)}
    reports = [
        msgspec.structs.replace(r, published=Published(*days.get(r.id, (None, None)))) for r in INDEX.dossier.reports
    ]
    claim = msgspec.structs.replace(INDEX.claims["c00"], reports=("r00", "r01", "r02"))
    index = Index(msgspec.structs.replace(INDEX.dossier, reports=tuple(reports)))
    assert [s.later for s in index.history(claim)] == [False, False, True]


def test_anchors_are_unique():
    for index in (INDEX, Index(hostile())):
        anchors = [p.anchor for places in index.placed.values() for p in places]
        assert len(set(anchors)) == len(anchors)


def test_ids_in_the_dossiers_own_sentences_become_names():
    assert INDEX.named("r00 and r99 say “r01” of c03.") == "Larkmoor Post and r99 say “r01” of claim c03."
    assert INDEX.named("Larkmoor Post (r00) says; Post (r01)") == "Larkmoor Post says; Post (Coast News Agency)"
    assert INDEX.named("unnamed sources of report r01") == "unnamed sources of Coast News Agency"
    assert INDEX.named("by 2031-03-10: “2031-03-10”") == "by 10 March 2031: “2031-03-10”"
    assert [p.target for p in INDEX.pieces("r00: c03") if p.target] == ["report-r00", "claim-c03"]


def test_one_outlets_reports_are_named_once_with_their_number():
    first, second = (msgspec.structs.replace(r, outlet="Post") for r in INDEX.dossier.reports[:2])
    index = Index(msgspec.structs.replace(INDEX.dossier, reports=(first, second, *INDEX.dossier.reports[2:])))
    assert index.named("Post (r01) says so") == "Post (2) says so"


def test_words_told_twice_are_shown_once():
    wide, narrow = Span("r00", 0, 9, "The ferry"), Span("r00", 4, 9, "ferry")
    assert INDEX.once((narrow, wide, wide, Span("r01", 4, 9, "ferry"))) == [wide, Span("r01", 4, 9, "ferry")]


def test_a_detail_belongs_to_its_claim_and_is_none_of_the_claims_told():
    assert [c.id for c in INDEX.details["c00"]] == ["d001"]
    assert "d001" not in {c.id for c in INDEX.ranked}
    assert not any(p.claim == "d001" for places in INDEX.placed.values() for p in places)


def test_a_file_that_is_called_like_another_report_is_not_that_report():
    assert INDEX.named("r04.json is cut; r04 is not.") == f"r04.json is cut; {INDEX.label('r04')} is not."


def test_a_wording_that_nobody_sets_in_marks_is_reported_speech():
    text = 'The pier is lost, Reen said. "The hall is lost too," said Olin.'
    report = msgspec.structs.replace(DOSSIER.reports[0], id="r00", text=text)
    spoken = Span("r00", text.index("The hall"), text.index(',"'), "The hall is lost too")
    told = Span("r00", 0, 16, "The pier is lost")
    quotes = (Quote("q0", "Reen", (told, told)), Quote("q1", "Olin", (spoken,)))
    index = Index(msgspec.structs.replace(DOSSIER, reports=(report, *DOSSIER.reports[1:]), quotes=quotes))
    assert index.is_reported((told,))
    assert not index.is_reported((told, spoken))
    assert [q.id for q in index.quotations] == ["q1", "q0"]
