"""The sourcing picture: origins on the left, reports on the right, who cites whom and who shares wording with whom."""

from collections import defaultdict
from dataclasses import dataclass

from crossread.model.dossier import Dossier
from crossread.model.sourcing import SourcingEdge
from crossread.show.index import Index
from crossread.show.plain import anchor, label

MOST = 30
"""At most so many origins and so many reports are drawn, those with most edges first; the table has them all."""

STEP, TOP = 30, 34
LEFT, RIGHT, WIDTH = 330, 640, 980
LETTERS = 44
"""Characters of a name that fit beside its node."""

BULGE, BULGE_STEP = 70, 26
"""Pixels that an arc between reports stands out, and more for each report between them."""


@dataclass(frozen=True)
class Node:
    """A named point; ``target`` is where a click goes."""

    id: str
    name: str
    kind: str
    x: int
    y: int
    target: str


@dataclass(frozen=True)
class Line:
    """An edge as an SVG path."""

    source: str
    to: str
    kind: str
    style: str
    path: str
    title: str


@dataclass(frozen=True)
class Network:
    """Nodes and lines with the picture's size in pixels, and how many are only in the table."""

    origins: tuple[Node, ...]
    reports: tuple[Node, ...]
    lines: tuple[Line, ...]
    width: int
    height: int
    left_out: int


def network(dossier: Dossier, index: Index) -> Network:
    """Lay the sourcing edges out in two columns; an origin stands near the reports that cite it."""
    edges = [e for e in dossier.sourcing.edges if e.source in index.reports and e.source != e.to]
    busy: dict[str, int] = defaultdict(int)
    for edge in edges:
        busy[edge.source] += 1
        busy[edge.to] += 1
    reports = _busiest([r.id for r in index.read if busy[r.id]], busy)
    kept = set(reports)
    cited = [o.id for o in dossier.origins if busy[o.id] and any(e.to == o.id and e.source in kept for e in edges)]
    origins = _busiest(cited, busy)
    rows = {id: n for n, id in enumerate(reports)}
    near: dict[str, list[int]] = {o: [rows[e.source] for e in edges if e.to == o and e.source in rows] for o in origins}
    origins.sort(key=lambda o: (sum(near[o]) / len(near[o]), o))
    tallest = max(len(origins), len(reports), 1)
    left = _column(origins, LEFT, tallest, index)
    right = _column(reports, RIGHT, tallest, index)
    nodes = {n.id: n for n in (*left, *right)}
    lines = tuple(_line(e, nodes) for e in edges if e.source in nodes and e.to in nodes)
    everyone = len({id for id in busy if busy[id]})
    return Network(tuple(left), tuple(right), lines, WIDTH, TOP * 2 + STEP * (tallest - 1), everyone - len(nodes))


def _busiest(ids: list[str], busy: dict[str, int]) -> list[str]:
    kept = set(sorted(ids, key=lambda id: (-busy[id], id))[:MOST])
    return [id for id in ids if id in kept]


def _column(ids: list[str], x: int, tallest: int, index: Index) -> list[Node]:
    step = STEP * (tallest - 1) / max(1, len(ids) - 1) if len(ids) > 1 else 0
    start = TOP if len(ids) > 1 else TOP + STEP * (tallest - 1) / 2
    out = []
    for n, id in enumerate(ids):
        origin = index.origins.get(id)
        name = (
            label(index.named(origin.name), LETTERS)
            if origin and id not in index.reports
            else label(index.label(id), LETTERS)
        )
        kind = origin.kind if origin and id not in index.reports else "report"
        target = f"report-{anchor(id)}" if id in index.reports else f"origin-{anchor(id)}"
        out.append(Node(id, name, kind, x, round(start + n * step), target))
    return out


def _line(edge: SourcingEdge, nodes: dict[str, Node]) -> Line:
    a, b = nodes[edge.source], nodes[edge.to]
    title = f"{a.name} {verb(edge)} {b.name}"
    if a.x == b.x:
        out = a.x - 8 - BULGE - BULGE_STEP * abs(a.y - b.y) // STEP
        path = f"M{a.x - 8} {a.y}C{out} {a.y} {out} {b.y} {b.x - 8} {b.y}"
    else:
        middle = (a.x + b.x) // 2
        path = f"M{a.x - 8} {a.y}C{middle} {a.y} {middle} {b.y} {b.x + 8} {b.y}"
    style = "e-quoted" if edge.quoted else "e-rewritten" if edge.rewritten else ""
    return Line(edge.source, edge.to, edge.kind, style, path, title)


def verb(edge: SourcingEdge) -> str:
    """What an edge says in words."""
    if edge.kind == "cites":
        return "cites"
    if edge.kind == "same-copy":
        return "is a copy of" if edge.directed else "is the same copy as"
    if edge.rewritten:
        return "retells" if edge.directed else "tells the same in other words as"
    shared = "shares a quotation with" if edge.quoted else "shares wording with"
    return shared if edge.quoted or not edge.directed else "takes wording from"
