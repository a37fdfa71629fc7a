"""The sourcing graph as GraphML and GEXF: readable again, the same every time, safe against hostile names."""

import io

import networkx as nx
import pytest

from crossread.model.claim import Origin
from crossread.model.dossier import SCHEMA, Dossier, Made, StoryHead
from crossread.model.report import Published, Report
from crossread.model.sourcing import Sourcing, SourcingEdge
from crossread.model.span import Span
from crossread.show import graph


def report(id: str, outlet: str) -> Report:
    return Report(id, f"{id}.txt", "", "The pier closed on Monday.", "en", Published(), outlet=outlet)


@pytest.fixture
def dossier() -> Dossier:
    edges = (
        SourcingEdge("r00", "o1", "cites", (Span("r00", 0, 8, "The pier"),), directed=True),
        SourcingEdge("r00", "r01", "shares-text", rewritten=True, basis="4 sentences"),
        SourcingEdge("r01", "o9", "cites", directed=True),
    )
    return Dossier(
        schema=SCHEMA,
        made=Made("0", None, {}, {}),
        story=StoryHead("Pier & <harbour>\x00", None, None),
        reports=(report("r00", "Quay \x08Post"), report("r01", "Harbour Times")),
        actors=(),
        origins=(Origin("o1", "port <authority>", "organisation"), Origin("o2", "Quay Post", "report")),
        claims=(),
        conflicts=(),
        quotes=(),
        times=(),
        quantities=(),
        timeline=(),
        positions=(),
        moves=(),
        sourcing=Sourcing(edges),
        gaps=(),
        failures=(),
    )


def test_graphml_reads_back_with_every_edge_whose_ends_are_told(dossier):
    read = nx.read_graphml(io.BytesIO(graph.graphml(dossier).encode()), force_multigraph=True)
    assert set(read.nodes) == {"r00", "r01", "o1"}
    assert {(a, b, d["kind"]) for a, b, d in read.edges(data=True)} == {
        ("r00", "o1", "cites"),
        ("r00", "r01", "shares-text"),
    }
    assert read.nodes["o1"]["label"] == "port <authority>"
    assert read.nodes["r00"]["label"] == "Quay Post"


def test_gexf_reads_back_and_holds_no_day_of_writing(dossier):
    text = graph.gexf(dossier)
    assert "lastmodified" not in text
    read = nx.read_gexf(io.BytesIO(text.encode()))
    assert {d["kind"] for _, _, d in read.edges(data=True)} == {"cites", "shares-text"}


def test_the_same_dossier_gives_the_same_bytes(dossier):
    assert graph.graphml(dossier) == graph.graphml(dossier)
    assert graph.gexf(dossier) == graph.gexf(dossier)
