"""The sourcing graph for graph programs: GraphML (Gephi, yEd, Cytoscape) and GEXF 1.2.

Nodes are reports and origins; edges are who cites whom and who shares text with whom.
"""

import io
import re
import xml.etree.ElementTree as ET

import networkx as nx

from crossread.model.dossier import Dossier

# Characters that XML 1.0 cannot hold (section 2.2); hostile text may.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_GEXF = "http://www.gexf.net/1.2draft"


def graph(dossier: Dossier) -> "nx.MultiDiGraph[str]":
    """The graph itself: node and edge attributes are texts, numbers and truth values only."""
    out: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=_clean(dossier.story.title))
    for report in dossier.reports:
        name = report.outlet or report.title or report.id
        out.add_node(report.id, label=_clean(name), kind="report", published=report.published.earliest or "")
    reports = {r.id for r in dossier.reports}
    for origin in dossier.origins:
        if origin.kind != "report":
            out.add_node(origin.id, label=_clean(origin.name), kind=origin.kind, published="")
    for i, edge in enumerate(dossier.sourcing.edges):
        if edge.to not in out or edge.source not in reports:
            continue
        out.add_edge(
            edge.source,
            edge.to,
            key=f"e{i}",
            kind=edge.kind,
            directed=edge.directed,
            quoted=edge.quoted,
            rewritten=edge.rewritten,
            basis=_clean(edge.basis),
            weight=max(1, len(edge.passages)),
        )
    return out


def graphml(dossier: Dossier) -> str:
    """GraphML 1.0 (http://graphml.graphdrawing.org/specification.html)."""
    return "\n".join(nx.generate_graphml(graph(dossier), named_key_ids=True)) + "\n"


def gexf(dossier: Dossier) -> str:
    """GEXF 1.2 (https://gexf.net). The library writes the day of writing into it; that is taken out."""
    ET.register_namespace("", _GEXF)
    root = ET.fromstring("\n".join(nx.generate_gexf(graph(dossier))))
    for meta in root.findall(f"{{{_GEXF}}}meta"):
        root.remove(meta)
    ET.indent(root)
    buffer = io.BytesIO()
    ET.ElementTree(root).write(buffer, encoding="utf-8", xml_declaration=True)
    return buffer.getvalue().decode() + "\n"


def _clean(text: str) -> str:
    return _ILLEGAL.sub("", text)
