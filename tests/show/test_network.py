"""The sourcing picture draws what the dossier tells and names what it leaves out."""

from itertools import pairwise

from dossiers import large
from sula import sula

from crossread.model.sourcing import SourcingEdge
from crossread.show.index import Index
from crossread.show.network import MOST, network, verb


def test_every_origin_and_report_with_an_edge_is_drawn_once():
    dossier = sula()
    made = network(dossier, Index(dossier))
    ids = [n.id for n in (*made.origins, *made.reports)]
    assert sorted(ids) == sorted({i for e in dossier.sourcing.edges for i in (e.source, e.to)})
    assert len(made.lines) == len(dossier.sourcing.edges)
    assert made.left_out == 0


def test_no_two_nodes_of_a_column_overlap():
    dossier = sula()
    made = network(dossier, Index(dossier))
    for column in (made.origins, made.reports):
        ys = [n.y for n in column]
        assert all(b - a >= 20 for a, b in pairwise(ys))
        assert all(0 < y < made.height for y in ys)


def test_an_edge_says_what_it_is():
    said = [verb(e) for e in sula().sourcing.edges]
    assert said.count("cites") == 14
    assert "shares wording with" in said
    assert "shares a quotation with" in said
    retold = SourcingEdge("r01", "r00", "shares-text", directed=True, rewritten=True)
    assert verb(retold) == "retells"


def test_a_large_story_is_cut_and_says_so():
    dossier = large(50, 4)
    made = network(dossier, Index(dossier))
    assert len(made.reports) == MOST
    assert made.left_out == 50 - MOST
