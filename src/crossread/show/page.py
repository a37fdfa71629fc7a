"""The page: one self-contained HTML file of a dossier that needs no network and no script to be read.

The page carries a Content-Security-Policy that allows the hashes of its own style and scripts and nothing else
(https://www.w3.org/TR/CSP3/). Text of reports enters only through Jinja's autoescape or as escaped JSON.
"""

import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crossread.model.dossier import Dossier
from crossread.show import vocabulary
from crossread.show.brief import brief
from crossread.show.days import interval, readable
from crossread.show.index import Index
from crossread.show.marked import Marks, marked
from crossread.show.matrix import CODES, cell, columns, island_cells
from crossread.show.network import network, verb
from crossread.show.pairs import pairs
from crossread.show.plain import anchor, begun, label, live_link, web_link
from crossread.show.timeline import timeline
from crossread.show.wording import wordings

SCRIPTS = ("state.js", "elements.js", "claims.js", "matrix.js", "compare.js", "keys.js", "main.js")
"""Assets joined, in this order, into the page's one module."""

LARGE_REPORTS = 40
LARGE_CLAIMS = 1500
"""A dossier with more reports or more claims is drawn on demand: its longest parts stand in ``noscript`` elements,
which a browser with script does not lay out until they are asked for and one without script shows whole. Measured in
tests/browser/test_large.py."""

CHUNK = 100
"""Claims in one such part."""

WIDE = 8
"""Up to so many reports the matrix has a word under each symbol; with more the words are for screen readers."""

STATIC_ROWS, STATIC_COLUMNS = 200, 24
"""What a large dossier's matrix shows without script."""


class View(NamedTuple):
    """One view of the page: its anchor, its name, its template and how many things it holds."""

    id: str
    name: str
    template: str
    size: Callable[[Dossier], int] | None = None


VIEWS = (
    View("brief", "Brief", "brief.html"),
    View("conflicts", "Where accounts part", "conflicts.html", lambda d: len(d.conflicts)),
    View("matrix", "Claims × reports", "matrix.html"),
    View("claims", "Claims", "claims.html", lambda d: len(d.main_claims)),
    View("compare", "Two side by side", "compare.html"),
    View("timeline", "Timeline", "timeline.html", lambda d: len(d.timeline)),
    View("sourcing", "Sourcing", "sourcing.html"),
    View("quotes", "Quotations", "quotes.html", lambda d: len(d.quotes)),
    View("reports", "Reports", "reports.html", lambda d: len(d.reports)),
    View("gaps", "What could not be told", "gaps.html", lambda d: len(d.gaps) + len(d.failures)),
)
"""The views in order; a new one is a line here and a template in ``templates/parts``."""


def render(dossier: Dossier) -> str:
    """The whole page. The same dossier gives the same text."""
    index = Index(dossier)
    large = len(index.read) > LARGE_REPORTS or len(dossier.claims) > LARGE_CLAIMS
    style, boot, module = _asset("page.css"), _asset("boot.js"), _module()
    html = _environment().get_template("page.html").render(
        d=dossier,
        ix=index,
        large=large,
        views=VIEWS,
        brief=brief(dossier, index),
        picture=timeline(dossier),
        network=network(dossier, index),
        pairs=pairs(index),
        marks=Marks.of(dossier),
        island=_island(dossier, index, large),
        policy=policy(style, boot, module),
        style=Markup(style),
        boot=Markup(boot),
        module=Markup(module),
    )  # fmt: skip
    # NUL and lone surrogates cannot stand in an HTML document
    return html.replace("\x00", "\ufffd").encode("utf-8", "replace").decode("utf-8")


def policy(style: str, *scripts: str) -> str:
    """The Content-Security-Policy: nothing but this style, these scripts and pictures within the file."""
    allowed = " ".join(_hash(s) for s in scripts)
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {allowed}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


@lru_cache
def _asset(name: str) -> str:
    return files("crossread.show").joinpath("assets", name).read_text("utf-8")


@lru_cache
def _module() -> str:
    return "\n".join(_asset(name) for name in SCRIPTS)


@lru_cache
def _environment() -> Environment:
    env = Environment(
        loader=PackageLoader("crossread.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= {
        "CERTAINTY": vocabulary.CERTAINTY,
        "STATUS": vocabulary.STATUS,
        "SEVERITY": vocabulary.SEVERITY,
        "SILENT": vocabulary.SILENT,
        "NO_TEXT": vocabulary.NO_TEXT,
        "CHUNK": CHUNK,
        "WIDE": WIDE,
        "STATIC_ROWS": STATIC_ROWS,
        "STATIC_COLUMNS": STATIC_COLUMNS,
        "cell": cell,
        "marked": marked,
        "wordings": wordings,
        "verb": verb,
        "days": interval,
        "origins_of": vocabulary.origins,
        "tellers": vocabulary.tellers,
        "counted": vocabulary.counted,
        "live_link": live_link,
    }
    env.filters |= {"anchor": anchor, "label": label, "begun": begun, "web": web_link, "readable": readable}
    return env


def _island(dossier: Dossier, index: Index, large: bool) -> Markup:
    """What the scripts need, as JSON in which nothing can close its element."""
    order = {r.id: n for n, r in enumerate(columns(index))}
    actors = {a.id: n for n, a in enumerate(dossier.actors)}
    data: dict[str, Any] = {
        "large": large,
        "chunk": CHUNK,
        "wide": WIDE,
        "reports": [[anchor(r.id), index.label(r.id), int(r.complete)] for r in columns(index)],
        "actors": [label(a.name, 60) for a in dossier.actors],
        "certainty": [[s.symbol, s.word, c] for c, s in vocabulary.CERTAINTY.items()],
        "silent": [*vocabulary.SILENT[:2]],
        "noText": [*vocabulary.NO_TEXT[:2]],
        "status": {k: [s.symbol, s.word] for k, s in vocabulary.STATUS.items()},
        "claims": [
            [
                anchor(c.id),
                c.gloss if len(c.gloss) <= 240 else c.gloss[:239] + "…",
                c.kind,
                c.status,
                c.origins.min,
                c.origins.max,
                [actors[a] for a in index.actors_of[c.id]],
                island_cells(c, order),
            ]
            for c in index.ranked
        ],
    }
    assert len(CODES) <= 8  # a cell of a report that may tell something else adds 8
    text = msgspec.json.encode(data).decode()
    for unsafe in "<>&\u2028\u2029":
        text = text.replace(unsafe, f"\\u{ord(unsafe):04x}")
    return Markup(text)  # every character that could end the element is escaped above
