"""What align knows of a mention: its vectors, stems, names, numbers and head."""

from collections import Counter
from math import log

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.model.annotated import Annotated
from crossread.model.mention import Mention
from crossread.model.stems import content_stems, stem
from crossread.model.story import Story
from crossread.model.vector import Embed


class Profile(msgspec.Struct, frozen=True):
    """One mention as the join sees it. ``numbers`` are (min, max, unit, stem of the noun counted)."""

    report: str
    stems: frozenset[str]
    names: frozenset[str]
    numbers: tuple[tuple[float | None, float | None, str, str], ...]
    head: str
    negated: bool
    quoted: bool
    words: int
    folded: str


class Profiles(msgspec.Struct, frozen=True):
    """The mentions of a story: profiles, unit vectors of propositions and of spans (n, 384), and stem weights."""

    rows: tuple[Profile, ...]
    vectors: NDArray[np.float32]
    spans: NDArray[np.float32]
    idf: dict[str, float]


def build(story: Story, embed: Embed) -> Profiles:
    """Profiles of all mentions, in their order."""
    by_id = {a.report.id: a for a in story.reports}
    heads = {rid: _Heads(a) for rid, a in by_id.items()}
    rows = tuple(_profile(m, by_id[m.report], heads[m.report]) for m in story.mentions)
    vectors = embed([m.proposition for m in story.mentions])
    spans = embed([m.text for m in story.mentions])
    return Profiles(rows, vectors, spans, idf(rows))


def idf(rows: tuple[Profile, ...]) -> dict[str, float]:
    """Weight of a stem: how few of the story's mentions hold it (Spärck Jones 1972), at least 0."""
    df = Counter(s for row in rows for s in row.stems)
    return {s: log((1 + len(rows)) / (1 + n)) for s, n in df.items()}


class _Heads:
    """Finds the syntactic head of an extent, quickly for many extents of one report."""

    def __init__(self, annotated: Annotated) -> None:
        self._starts = np.array([t.start for t in annotated.tokens], dtype=np.int64)
        self._annotated = annotated

    def inside(self, start: int, end: int) -> range:
        first = int(np.searchsorted(self._starts, start))
        last = int(np.searchsorted(self._starts, end))
        return range(first, last)

    def head(self, start: int, end: int) -> int | None:
        tokens = self._annotated.tokens
        inside = self.inside(start, end)
        content = [i for i in inside if tokens[i].upos not in ("PUNCT", "DET", "ADP", "CCONJ", "SCONJ")]
        return next((i for i in content if tokens[i].head not in inside), None)


def _profile(mention: Mention, annotated: Annotated, heads: _Heads) -> Profile:
    text = annotated.report.text
    head = heads.head(mention.start, mention.end)
    names = [e for e in annotated.entities if mention.start <= e.start and e.end <= mention.end]
    numbers = [q for q in annotated.quantities if mention.start <= q.start and q.end <= mention.end]
    token = annotated.tokens[head] if head is not None else None
    return Profile(
        report=mention.report,
        stems=frozenset(content_stems(mention.proposition)),
        names=frozenset(stem(w) for e in names for w in text[e.start : e.end].split()),
        numbers=tuple((q.min, q.max, q.unit or "", stem((q.counted or "").split(" ")[-1])) for q in numbers),
        head=stem(text[token.start : token.end]) if token else "",
        negated=mention.polarity == "negated",
        quoted=mention.certainty == "quoted",
        words=len(mention.text.split()),
        folded=" ".join(content_stems(mention.text)),
    )
