"""Dossiers that put what is shown to the test: one whose every word is hostile, one that is very large."""

# ruff: noqa: E501 - rows of records read best on one line

from crossread.model.actor import Actor, Naming
from crossread.model.claim import Claim, Origin, OriginCount
from crossread.model.conflict import Conflict, Side
from crossread.model.dossier import SCHEMA, Dating, Dossier, Made, StoryHead, TimelineEntry
from crossread.model.mention import Link, Mention
from crossread.model.quote import Quote
from crossread.model.report import Debris, Failure, Gap, Published, Report
from crossread.model.sourcing import Sourcing, SourcingEdge
from crossread.model.span import Span

HOSTILE = (
    "<script>window.pwned=1</script> </script><script>window.pwned=2</script> <!-- <script> --> ]]> "
    "<img src=x onerror=window.pwned=3> \"' onmouseover=window.pwned=4 x=' </noscript></template></style></title> "
    "javascript:window.pwned=5 \u202egnp.exe\u202c \u2066\u2067 العربية 🧨👩‍👩‍👧‍👦 \u0000\ufeff {{ 7*7 }} {% raw %} &lt;b&gt; "
)
LONG_WORD = "x" * 10_000


def hostile() -> Dossier:
    """Three reports whose every field tries to become something else than text."""
    bodies = [f"{HOSTILE}{LONG_WORD} tells one.\n\n{HOSTILE} ends.", f"{HOSTILE} tells two. {HOSTILE}", HOSTILE * 3]
    links = [
        "javascript:window.pwned=6",
        "https://example.org/?a=<b>&c='\"",
        "data:text/html,<script>window.pwned=7</script>",
    ]
    reports = tuple(
        Report(f"r0{i}", HOSTILE, "0" * 64, body, "en", Published(None, None, "unknown", HOSTILE), HOSTILE, HOSTILE, link,
               (HOSTILE,), (), i != 2, (Debris(0, 31, HOSTILE),))
        for i, (body, link) in enumerate(zip(bodies, links, strict=True))
    )  # fmt: skip
    spans = [Span(f"r0{i}", 0, len(HOSTILE), HOSTILE) for i in range(3)]
    inner = [Span(f"r0{i}", 8, 40, HOSTILE[8:40]) for i in range(3)]
    chain = (Link(HOSTILE, "report"), Link(HOSTILE, "person", "a0", "o0", 0, 10))
    mentions = tuple(
        Mention(s.report, s.start, s.end, s.text, s.text, "affirmed", "quoted", chain) for s in (*spans, *inner)
    )
    counted = OriginCount(1, 3, ("o0",), (HOSTILE,))
    claims = (
        Claim("c0", HOSTILE, "event", mentions[:3], ("r00", "r01", "r02"), counted, "mixed", 1.0),
        Claim("c1", LONG_WORD, "quote", mentions[3:], ("r00", "r01", "r02"), counted, "contradicted", 0.5),
        Claim("d0", HOSTILE, "event", mentions[3:], ("r00",), counted, "single-origin", 0.2, "c0", "where"),
    )
    dating = tuple(Dating(s.report, s.start, s.end, s.text, None, "2031-01-01") for s in inner)
    return Dossier(
        SCHEMA,
        Made(HOSTILE, None, {HOSTILE: HOSTILE}, {HOSTILE: HOSTILE}),
        StoryHead(HOSTILE, None, None),
        reports,
        (Actor("a0", HOSTILE, "person", (Naming(HOSTILE, tuple(spans)),)),),
        (Origin("o0", HOSTILE, "person", "a0"),),
        claims,
        (Conflict("x0", "number", "conflict", (Side(HOSTILE, "c0", (spans[0],)), Side(LONG_WORD, "c1", (inner[1],))), HOSTILE),),
        (Quote("q0", HOSTILE, (spans[0], inner[1])),),
        (),
        (),
        (TimelineEntry("e0", HOSTILE, ("c0",), None, "2031-01-01", "../2031-01-01", dating, False),),
        (),
        (),
        Sourcing((SourcingEdge("r00", "o0", "cites", (spans[0],)), SourcingEdge("r01", "r00", "shares-text", (inner[0],)))),
        (Gap(HOSTILE, HOSTILE),),
        (Failure(HOSTILE, "read", HOSTILE),),
    )  # fmt: skip


SENTENCE = "Statement {n} of report {r} says that pier {k} was closed for {d} days by the harbour office. "


def large(reports: int = 500, sentences: int = 30) -> Dossier:
    """Many reports; each claim is told by about four of them."""
    groups: dict[int, list[Mention]] = {}
    made: list[Report] = []
    for r in range(reports):
        id, text = f"r{r:03}", ""
        for n in range(sentences):
            at = len(text)
            told = (r * 7 + n * reports // 4) % (reports * sentences // 4)
            text += SENTENCE.format(n=n, r=r, k=told, d=told % 9)
            words = text[at:].rstrip()
            chain = (Link(f"Outlet {r}", "report", None, f"o{r}"), Link("harbour office", "organisation", None, "oh"))
            groups.setdefault(told, []).append(
                Mention(id, at, at + len(words), words, words, "affirmed", "attributed", chain)
            )
        day = f"2031-03-{r % 28 + 1:02}"
        made.append(Report(id, f"{id}.txt", f"{r:064}", text, "en", Published(day, day, "metadata", ""), f"Outlet {r}"))
    claims = tuple(
        Claim(f"c{k:05}", f"Pier {k} was closed for {k % 9} days.", "event", tuple(ms),
              tuple(sorted({m.report for m in ms})), OriginCount(1, 1, ("oh",)),
              "corroborated" if k % 3 == 0 else "single-origin", 1.0 / (1 + k))
        for k, ms in sorted(groups.items())
    )  # fmt: skip
    conflicts = tuple(
        Conflict(f"x{i}", "number", "conflict", tuple(
            Side(f"{i + j}", c.id, tuple(Span(m.report, m.start, m.end, m.text) for m in c.mentions[:2]))
            for j, c in enumerate(claims[2 * i : 2 * i + 2])), f"The accounts of pier {2 * i} part.")
        for i in range(min(100, len(claims) // 2))
    )  # fmt: skip
    edges = tuple(SourcingEdge(r.id, "oh", "cites") for r in made)
    origins = (
        Origin("oh", "harbour office", "organisation"),
        *(Origin(f"o{r}", f"Outlet {r}", "report") for r in range(reports)),
    )
    return Dossier(
        SCHEMA, Made("0.1.0", None, {}, {}), StoryHead("Piers", "2031-03-01", "2031-03-28"), tuple(made), (), origins,
        claims, conflicts, (), (), (), (), (), (), Sourcing(edges), (), (),
    )  # fmt: skip
