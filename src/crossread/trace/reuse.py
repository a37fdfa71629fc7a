"""Text that reports share: copies, passages, rewritten copy, and which of two came first where that can be told."""

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from crossread.model.annotated import Annotated
from crossread.model.quotation import Quotation, quotations
from crossread.model.report import Report
from crossread.model.sourcing import EdgeKind, SourcingEdge
from crossread.model.span import Extent, Span
from crossread.trace.credits import credit_lines, own_outlet
from crossread.trace.fingerprints import Hasher, Worded, candidates, winnow
from crossread.trace.outlets import Outlets
from crossread.trace.outlets import load as load_outlets
from crossread.trace.passages import Passage, passages
from crossread.trace.rewrites import Rewrite, rewrites

# Up to this many reports every pair is compared; above, the index chooses the pairs.
EVERY_PAIR = 40
# A report is a copy of another when this share of its words lies in shared passages.
COPY = 0.7
# Share of a report's words that may lie in shared passages of the other for that one to be the longer original.
CUT = 0.5
# A passage is narrative when at least this many of its words stand outside quotation marks in both reports;
# "… ," he told reporters" adds three or four words to a shared quotation.
NARRATIVE = 7


class _Prepared(msgspec.Struct, frozen=True):
    report: Report
    worded: Worded
    said: tuple[Quotation, ...]


def edges(reports: Sequence[Annotated], outlets: Outlets | None = None) -> tuple[SourcingEdge, ...]:
    """Who shares text with whom: ``same-copy`` and ``shares-text`` edges, in order of report.

    A directed edge runs from the copy to its source; an undirected one from the lower report id to the higher.
    Shared quotations and shared narrative are told by separate edges, since only the latter joins two voices.
    """
    known = outlets or load_outlets()
    hasher = Hasher()
    prepared = [_prepare(r, hasher) for r in reports]
    out: list[SourcingEdge] = []
    copies: set[tuple[int, int]] = set()
    for a, b in pairs([p.worded for p in prepared]):
        for edge in _between(prepared[a], prepared[b], known):
            out.append(edge)
            if edge.kind == "same-copy":
                copies.add((a, b))
    out += [_rewritten(prepared, r, known) for r in rewrites(reports) if (r.a, r.b) not in copies]
    return tuple(sorted(out, key=lambda e: (e.source, e.to, e.kind, e.quoted, e.rewritten)))


def pairs(texts: Sequence[Worded]) -> list[tuple[int, int]]:
    """Pairs of texts worth comparing word for word."""
    if len(texts) <= EVERY_PAIR:
        return [(a, b) for a in range(len(texts)) for b in range(a + 1, len(texts))]
    return candidates(winnow(t.grams) for t in texts)


def _prepare(annotated: Annotated, hasher: Hasher) -> _Prepared:
    report = annotated.report
    debris = [Extent(d.start, d.end) for d in report.debris]
    said = tuple(q for q in quotations(report.text) if q.depth == 0)
    return _Prepared(report, hasher.text(report.text, debris), said)


def _between(a: _Prepared, b: _Prepared, outlets: Outlets) -> Iterator[SourcingEdge]:
    shared = passages(a.worded, b.worded)
    narrative = [p for p in shared if min(_outside(a, p.a), _outside(b, p.b)) >= NARRATIVE]
    quoted = [p for p in shared if p not in narrative]
    if narrative:
        share_a = _share(a.worded, [p.a for p in shared])
        share_b = _share(b.worded, [p.b for p in shared])
        edge = _edge(a, b, narrative, _direction(a.report, b.report, outlets) or _cut(share_a, share_b))
        kind: EdgeKind = "same-copy" if max(share_a, share_b) >= COPY else "shares-text"
        basis = f"{sum(p.same for p in narrative)} words the same"
        yield msgspec.structs.replace(edge, kind=kind, basis=basis)
    if quoted:
        basis = f"{sum(p.same for p in quoted)} words of quotation the same"
        yield msgspec.structs.replace(_edge(a, b, quoted, 0), quoted=True, basis=basis)


def _rewritten(prepared: list[_Prepared], rewrite: Rewrite, outlets: Outlets) -> SourcingEdge:
    a, b = prepared[rewrite.a], prepared[rewrite.b]
    steps = [Passage(x, y, 0) for x, y in rewrite.steps]
    edge = _edge(a, b, steps, _direction(a.report, b.report, outlets))
    basis = f"{len(steps)} sentences tell the same facts in the same order"
    return msgspec.structs.replace(edge, rewritten=True, basis=basis)


def _edge(a: _Prepared, b: _Prepared, shared: Sequence[Passage], way: int) -> SourcingEdge:
    """An edge over passages; ``way`` is 1 where ``a`` copies ``b``, -1 where ``b`` copies ``a``, 0 undetermined."""
    from_a = way > 0 or (way == 0 and a.report.id < b.report.id)
    spans = []
    for p in shared:
        one, two = _span(a.report, p.a), _span(b.report, p.b)
        spans += [one, two] if from_a else [two, one]
    ids = (a.report.id, b.report.id) if from_a else (b.report.id, a.report.id)
    return SourcingEdge(ids[0], ids[1], "shares-text", tuple(spans), directed=way != 0)


def _span(report: Report, extent: Extent) -> Span:
    return Span(report.id, extent.start, extent.end, extent.of(report.text))


def _outside(side: _Prepared, extent: Extent) -> int:
    """Words of a passage that stand outside quotation marks."""
    low, high = np.searchsorted(side.worded.starts, (extent.start, extent.end))
    starts = side.worded.starts[low:high]
    inside = np.zeros(len(starts), np.bool_)
    for q in side.said:
        inside |= (starts >= q.start) & (starts < q.end)
    return int((~inside).sum())


def _share(worded: Worded, extents: Sequence[Extent]) -> float:
    """Share of a text's words that lie in the extents."""
    if not worded.size:
        return 0.0
    inside = np.zeros(worded.size, np.bool_)
    for e in extents:
        inside |= (worded.starts >= e.start) & (worded.starts < e.end)
    return float(inside.mean())


def _direction(a: Report, b: Report, outlets: Outlets) -> int:
    """Which copies which, by credit lines, then by the days they came out; 0 where neither tells."""
    by_credit = _credits(a, b, outlets) - _credits(b, a, outlets)
    if by_credit:
        return by_credit
    if _before(b, a):
        return 1
    return -1 if _before(a, b) else 0


def _credits(report: Report, other: Report, outlets: Outlets) -> int:
    """1 where ``report`` credits the outlet of ``other``."""
    row = own_outlet(other, outlets)
    return int(row is not None and any(c.name == row.name for c in credit_lines(report, outlets)))


def _before(a: Report, b: Report) -> bool:
    """Whether ``a`` surely came out on an earlier day than ``b``."""
    return bool(a.published.latest and b.published.earliest and a.published.latest < b.published.earliest)


def _cut(share_a: float, share_b: float) -> int:
    """Containment: a text that lies nearly all in a much longer one was cut from it."""
    if share_a >= COPY and share_b < CUT:
        return 1
    return -1 if share_b >= COPY and share_a < CUT else 0
