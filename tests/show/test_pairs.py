"""Two reports against each other."""

from dossiers import large
from sula import sula

from crossread.show.index import Index
from crossread.show.pairs import pairs


def test_every_claim_of_two_reports_stands_in_exactly_one_list():
    index = Index(sula())
    found = pairs(index)
    assert len(found) == 15
    for pair in found:
        lists = [*pair.both, *pair.only_a, *pair.only_b]
        told = {c.id for c in index.ranked if {pair.a.id, pair.b.id} & set(c.reports)}
        assert sorted(c.id for c in lists) == sorted(told)


def test_shared_wording_belongs_to_its_pair():
    with_edges = [(p.a.id, p.b.id) for p in pairs(Index(sula())) if p.edges]
    assert with_edges == [("r00", "r03"), ("r01", "r02")]


def test_many_reports_are_not_paired_in_advance():
    assert pairs(Index(large(20, 2))) == []
