"""From a story's marks to its key, in the format of the stories' keys that score_dossier.py reads."""

from __future__ import annotations

import hashlib
import json
from itertools import combinations

from attributions import attributions_of
from chains import Row, chain_of, span
from markup import Mark, Report
from story import Story

CONVENTIONS = {
    "origin": "innermost independent source; all voices of one body share the origin its story.toml names; "
    "unnamed sources are one origin per outlet that quotes them; own:rNN = outlet voice without "
    "source; own voice inside a passage copied from elsewhere has the origin it was copied from",
    "status": "derived: conflict -> contradicted (1 origin) or mixed (>1); else corroborated (>1 origin) or "
    "single-origin; tensions and refinements do not change it",
    "speaker_chain": "only what the report's own text says; a source known from elsewhere appears in origins",
    "restatement": "member repeats its own report with the same chain; never counts as report or origin",
    "times": "earliest/latest: what the report alone settles",
}


def report_json(report: Report) -> bytes:
    """The report as the program reads it: the JSON article that the real stories use."""
    published = report.header["published"]
    article = {
        "title": report.title,
        "text": report.text,
        "date": None if published == "none" else published,
        "sitename": report.outlet,
        "url": report.header.get("url"),
        "language": "en",
    }
    if "author" in report.header:
        article["author"] = report.header["author"]
    return (json.dumps(article, ensure_ascii=False, indent=1) + "\n").encode()


def certainty_of(mark: Mark, marks: list[Mark]) -> str:
    if mark.certainty:
        return mark.certainty
    if not chain_of(mark):
        return "asserted"
    wrapper = mark.around
    if wrapper and wrapper.certainty and not mark.up:
        return wrapper.certainty
    quoted = any(m.sort == "quote" and not mark.up for m in mark.parents) or any(
        m.sort == "quote" and mark in m.parents for m in marks
    )
    return "quoted" if quoted else "attributed"


def origin_of(story: Story, report: Report, mark: Mark) -> str:
    """The name of the independent root behind a mention (DOSSIER.md, counting)."""
    if mark.origin:
        return _named(story, report, mark.origin)
    chain = chain_of(mark)
    if chain:
        return _named(story, report, chain)
    for passage in (m for m in mark.parents if m.sort == "passage"):
        copied = story.report(story.copies[passage.name].source)
        if copied is None:
            return _named(story, report, [story.copies[passage.name].source])
        if copied is not report:
            return _copied_origin(story, copied, passage.name, mark.name)
    return f"own:{report.id}"


def _copied_origin(story: Story, copied: Report, passage: str, claim: str) -> str:
    """What stands behind a claim in the passage it was copied from: its source there, or that report."""
    told = next(
        (
            m
            for m in copied.of("claim")
            if m.name == claim and any(p.sort == "passage" and p.name == passage for p in m.parents)
        ),
        None,
    )
    return origin_of(story, copied, told) if told else f"own:{copied.id}"


def _named(story: Story, report: Report, chain: list[str]) -> str:
    if story.report(chain[-1]):
        return f"own:{chain[-1]}"
    source = story.sources[chain[-1]]
    if source.kind == "unnamed" and source.group == source.id:
        outlets = [story.sources[i].name for i in chain[:-1] if story.sources[i].kind == "outlet"]
        return f"unnamed sources of {outlets[-1] if outlets else report.outlet}"
    group = story.sources.get(source.group)
    if group is None:
        return source.group
    return f"own:{group.report}" if group.report else group.name


def clusters_of(story: Story) -> list[Row]:
    members: dict[str, list[Row]] = {claim: [] for claim in story.claims}
    for report in story.reports:
        seen: set[tuple[str, tuple[str, ...]]] = set()
        claims = sorted(report.of("claim"), key=lambda m: (m.start, -m.end))
        for mark in claims:
            told = (mark.name, tuple(chain_of(mark)))
            members[mark.name].append(_member(story, report, mark, told in seen))
            if not mark.headline:
                seen.add(told)
    numbers = {claim: f"c{i:03}" for i, claim in enumerate(story.claims, 1)}
    return [_cluster(story, numbers[claim], claim, rows) for claim, rows in members.items()]


def _member(story: Story, report: Report, mark: Mark, told: bool) -> Row:
    chain = chain_of(mark)
    row = span(report, mark.start, mark.end) | {
        "speaker_chain": [f"report {report.id}"] + [story.sources[i].name for i in chain],
        "speaker_ids": chain,
        "certainty": certainty_of(mark, report.marks),
        "origin": origin_of(story, report, mark),
    }
    if told or "again" in mark.flags:
        row["restatement"] = True
    if mark.headline:
        row["headline"] = True
    if "neg" in mark.flags:
        row["polarity"] = "negated"
    return row


def _cluster(story: Story, number: str, claim: str, rows: list[Row]) -> Row:
    counted = [r for r in rows if not r.get("restatement")] or rows
    reports = sorted({r["file"][:-5] for r in counted})
    origins = list(dict.fromkeys(r["origin"] for r in counted))
    mine = [(f"t{i:02}", c["severity"]) for i, c in enumerate(story.conflicts, 1) if claim in c["claims"]]
    ids = {s: [t for t, severity in mine if severity == s] for s in ("conflict", "tension", "refinement")}
    several = len(origins) > 1
    status = (
        ("mixed" if several else "contradicted")
        if ids["conflict"]
        else ("corroborated" if several else "single-origin")
    )
    kind, gloss = story.claims[claim]
    return {
        "id": number,
        "slug": claim,
        "gloss": gloss,
        "kind": kind,
        "members": rows,
        "reports": reports,
        "n_reports": len(reports),
        "origins": origins,
        "n_origins": len(origins),
        "status": status,
        "conflict_ids": ids["conflict"],
        "tension_ids": ids["tension"],
        "refinement_ids": ids["refinement"],
    }


def contradictions_of(story: Story, clusters: list[Row]) -> list[Row]:
    by_slug = {c["slug"]: c for c in clusters}
    rows = []
    for i, conflict in enumerate(story.conflicts, 1):
        sides = [by_slug[claim] for claim in conflict["claims"]]
        members = [
            {k: m[k] for k in ("file", "start", "end", "text", "speaker_chain", "certainty")} | {"cluster": c["id"]}
            for c in sides
            for m in c["members"]
        ]
        files = {m["file"] for m in members}
        rows.append(
            {
                "id": f"t{i:02}",
                "kind": conflict["kind"],
                "severity": conflict["severity"],
                "clusters": [c["id"] for c in sides],
                "members": members,
                "explanation": conflict["why"],
                "pairs": [[a["id"], b["id"]] for a, b in combinations(sides, 2)],
                "scope": "between-clusters" if len(files) > 1 else "within-report",
            }
        )
    return rows


def quotes_of(story: Story) -> list[Row]:
    rows = []
    for quote, (speaker, utterance) in story.quotes.items():
        variants = [
            span(r, m.start, m.end)
            | {
                "speaker_chain": [f"report {r.id}"] + [story.sources[i].name for i in chain_of(m)],
                "certainty": "quoted" if r.text[m.start] in "\"'“‘«" else "attributed",
            }
            for r in story.reports
            for m in r.of("quote")
            if m.name == quote
        ]
        rows.append({"id": quote, "utterance": utterance, "speaker": story.sources[speaker].name, "variants": variants})
    return rows


def copies_of(story: Story) -> tuple[list[Row], list[Row]]:
    """The passages taken over with their direction, and the same as undirected pairs (`text_reuse`)."""
    copies, reuse = [], []
    for copy in story.copies.values():
        passages = [(r, m) for r in story.reports for m in r.of("passage") if m.name == copy.id]
        spans = [span(r, m.start, m.end) for r, m in passages]
        source = next((s for s in spans if s["file"] == f"{copy.source}.json"), None)
        name = f"report {copy.source}" if source else story.sources[copy.source].name
        copies.append(
            {
                "id": copy.id,
                "kind": copy.kind,
                "from": name,
                "from_report": copy.source if source else None,
                "source_passage": source,
                "passages": [s for s in spans if s is not source],
            }
        )
        reuse += [
            {"a": a, "b": b, "basis": f"passage {copy.id}, {copy.kind}", "suggested_source": name, "strength": "strong"}
            for a, b in combinations(spans, 2)
            if a["file"] != b["file"]
        ]
    return copies, reuse


def positions_of(story: Story, clusters: list[Row]) -> list[Row]:
    numbers = {c["slug"]: c for c in clusters}
    return [
        {
            "id": p["id"],
            "kind": p["kind"],
            "from": p["from"],
            "to": p.get("to", []),
            "content": p["content"],
            "condition": p.get("condition"),
            "answers": p.get("answers"),
            "response": p.get("response", "unknown"),
            "claims": [numbers[c]["id"] for c in p["claims"]],
            "evidence": [
                {k: m[k] for k in ("file", "start", "end", "text")} for c in p["claims"] for m in numbers[c]["members"]
            ],
        }
        for p in story.positions
    ]


def times_of(story: Story) -> list[Row]:
    return [
        span(r, m.start, m.end) | {"event": _told_by(story, m), "earliest": m.low, "latest": m.high, "note": m.note}
        for r in story.reports
        for m in r.of("time")
    ]


def numbers_of(story: Story) -> list[Row]:
    return [
        span(r, m.start, m.end) | {"min": m.low, "max": m.high, "counted": m.note, "event": _told_by(story, m)}
        for r in story.reports
        for m in r.of("number")
    ]


def _told_by(story: Story, mark: Mark) -> str | None:
    claim = next((m for m in reversed(mark.parents) if m.sort == "claim"), None)
    return story.claims[claim.name][1] if claim else None


def debris_of(story: Story) -> list[Row]:
    return [{"kind": m.name} | span(r, m.start, m.end) | {"why": m.note} for r in story.reports for m in r.of("debris")]


def build_key(story: Story) -> Row:
    """The whole key of a story whose checks passed."""
    clusters = clusters_of(story)
    copies, reuse = copies_of(story)
    several = [c for c in clusters if c["n_reports"] > 1]
    return {
        "version": 1,
        "story": story.name,
        "title": story.title,
        "field": story.field,
        "made_from": [
            {"file": f"{r.id}.json", "sha256": hashlib.sha256(report_json(r)).hexdigest()} for r in story.reports
        ],
        "offsets": "python str indices into the text field, end exclusive",
        "conventions": CONVENTIONS,
        "clusters": clusters,
        "contradictions": contradictions_of(story, clusters),
        "quote_variants": quotes_of(story),
        "debris": debris_of(story),
        "text_reuse": reuse,
        "times": times_of(story),
        "numbers": numbers_of(story),
        "attributions": attributions_of(story),
        "actors": {key: {"kind": kind, "name": name} for key, (kind, name) in story.actors.items()},
        "positions": positions_of(story, clusters),
        "copies": copies,
        "reports": [
            {
                "id": r.id,
                "outlet": r.outlet,
                "published": r.header["published"],
                "manner": r.header["manner"],
                "from": r.header["from"],
            }
            for r in story.reports
        ],
        "stats": {
            "clusters": len(clusters),
            "members": sum(len(c["members"]) for c in clusters),
            "multi_report": len(several),
            "multi_report_one_origin": sum(c["n_origins"] == 1 for c in several),
        },
    }
