"""Two reports against each other: what both tell, what only one tells, wording that they share."""

from dataclasses import dataclass
from itertools import combinations

from crossread.model.claim import Claim
from crossread.model.report import Report
from crossread.model.sourcing import SourcingEdge
from crossread.show.index import Index

LISTED = 8
"""Up to so many reports every pair is written out; with more (more than 28 pairs) the table of counts stands alone
and a pair is put together on demand."""


@dataclass(frozen=True)
class Pair:
    """One pair; the claims in order of weight, ``edges`` those that share text between the two."""

    a: Report
    b: Report
    both: tuple[Claim, ...]
    only_a: tuple[Claim, ...]
    only_b: tuple[Claim, ...]
    edges: tuple[SourcingEdge, ...]


def pairs(index: Index) -> list[Pair]:
    """Every pair of reports, or none where there are more than ``LISTED`` of them."""
    if len(index.read) > LISTED:
        return []
    return [_pair(a, b, index) for a, b in combinations(index.read, 2)]


def _pair(a: Report, b: Report, index: Index) -> Pair:
    edges = tuple(e for e in index.dossier.sourcing.edges if {e.source, e.to} == {a.id, b.id} and e.kind != "cites")
    return Pair(
        a,
        b,
        tuple(c for c in index.ranked if a.id in c.reports and b.id in c.reports),
        tuple(c for c in index.ranked if a.id in c.reports and b.id not in c.reports),
        tuple(c for c in index.ranked if b.id in c.reports and a.id not in c.reports),
        edges,
    )
