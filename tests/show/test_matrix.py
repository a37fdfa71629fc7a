"""What one report does with one claim."""

import msgspec
from sula import sula

from crossread.show.index import Index
from crossread.show.matrix import cell, island_cells
from crossread.show.vocabulary import tellers

DOSSIER = sula()
REPORTS = {r.id: r for r in DOSSIER.reports}
CLAIMS = {c.id: c for c in DOSSIER.claims}


def code(claim: str, report: str) -> str:
    """The cell's code."""
    return cell(CLAIMS[claim], REPORTS[report]).code


def test_cells_tell_apart_what_reports_do():
    assert code("c00", "r04") == "asserted"
    assert code("c00", "r00") == "attributed"
    assert code("c05", "r03") == "quoted"
    assert code("c12", "r04") == "hedged"
    assert code("c04", "r03") == "denied"
    assert code("c04", "r01") == "silent"


def test_a_cut_report_is_never_silent():
    assert code("c04", "r05") == "no-text"
    assert code("c10", "r05") == "asserted"


def test_a_report_that_may_tell_something_else_is_marked():
    claim = CLAIMS["c03"]
    unsure = msgspec.structs.replace(claim, origins=msgspec.structs.replace(claim.origins, unsure=("r03",)))
    assert cell(unsure, REPORTS["r03"]).unsure
    assert not cell(unsure, REPORTS["r00"]).unsure
    assert island_cells(unsure, {"r03": 0}) == [0, 1 + 8]
    assert tellers(unsure) == f"{len(claim.reports) - 1}–{len(claim.reports)}"
    assert tellers(claim) == str(len(claim.reports))


def test_a_report_that_tells_twice_shows_the_stronger_and_counts_the_rest():
    shown = cell(CLAIMS["c04"], REPORTS["r04"])
    assert shown.code == "asserted"
    assert shown.more == 1


def test_the_data_island_holds_the_same_cells():
    index = Index(DOSSIER)
    order = {r.id: n for n, r in enumerate(index.read)}
    pairs = island_cells(CLAIMS["c03"], order)
    assert list(zip(pairs[::2], pairs[1::2], strict=True)) == [(0, 4), (1, 1), (3, 1)]
