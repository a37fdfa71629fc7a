"""Attribution on PolNeAR: exact spans, tokens, and whole triples."""

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from crossread.annotate.attributions import Attributions
from crossread.annotate.encoder import AttributionGraph, tokenizer
from crossread.annotate.linking import KINDS, Span
from crossread.annotate.pieces import Words, words_of

Parts = tuple[tuple[Span, ...], ...]


def f1(right: int, made: int, wanted: int) -> float:
    """F1 in percent."""
    return 200 * right / max(1, made + wanted)


def gold(row: dict[str, Any], words: Words) -> set[Parts]:
    """Attributions as (source, cue, content) spans of basic words."""
    out = set()
    for attribution in row["attributions"]:
        parts = []
        for kind in KINDS:
            spans = set()
            for start, end in attribution[kind]:
                inside = np.flatnonzero((words.end > start) & (words.start < end))
                if len(inside):
                    spans.add((int(inside[0]), int(inside[-1]) + 1, kind))
            parts.append(tuple(sorted(spans)))
        out.add(tuple(parts))
    return out


def attribution(path: Path, graph: AttributionGraph, every: int = 1) -> dict[str, float]:
    """``measured`` on a file of PolNeAR."""
    return measured([json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[::every]], graph)


def measured(articles: Sequence[dict[str, Any]], graph: AttributionGraph) -> dict[str, float]:
    """Exact-span and token F1 of each kind, and F1 of whole attributions (all spans and links exact)."""
    finder, count = Attributions(graph), Counter[tuple[str, str]]()
    for row in articles:
        words = words_of(tokenizer(), row["text"])
        spoken = graph(words)
        found = finder.spans(spoken, words)
        wanted = gold(row, words)
        _count(count, set(found), {s for parts in wanted for part in parts for s in part})
        place = {int(s): i for i, s in enumerate(words.start)}
        last = {int(e): i + 1 for i, e in enumerate(words.end)}
        made = {
            tuple(tuple(sorted((place[e.start], last[e.end], kind) for e in getattr(a, kind))) for kind in KINDS)
            for a in finder.link(found, spoken, words, row["text"])
        }
        count["triple", "right"] += len(made & wanted)
        count["triple", "made"] += len(made)
        count["triple", "wanted"] += len(wanted)
    names = [*(f"{k} exact" for k in KINDS), *(f"{k} by token" for k in KINDS), "triple"]
    return {n: f1(*(count[n, part] for part in ("right", "made", "wanted"))) for n in names}


def _count(count: Counter[tuple[str, str]], made: set[Span], wanted: set[Span]) -> None:
    for kind in KINDS:
        ours, theirs = ({s for s in spans if s[2] == kind} for spans in (made, wanted))
        ours_by_word, theirs_by_word = ({i for a, b, _ in spans for i in range(a, b)} for spans in (ours, theirs))
        for name, x, y in ((f"{kind} exact", ours, theirs), (f"{kind} by token", ours_by_word, theirs_by_word)):
            count[name, "right"] += len(x & y)
            count[name, "made"] += len(x)
            count[name, "wanted"] += len(y)
