"""Attributions: who (source) says (cue) what (content), after PARC 3.0 and PolNeAR."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from crossread.annotate.decoding import spans, viterbi
from crossread.annotate.encoder import AttributionGraph, Spoken, tokenizer
from crossread.annotate.linking import KINDS, Linker, Places, Span, near
from crossread.annotate.pieces import Words, words_of
from crossread.model.annotated import Attribution
from crossread.model.report import Debris
from crossread.model.span import Extent

BEGIN_PENALTY = -0.25
"""Taken from the score of each beginning of a span; chosen on PolNeAR dev for tokens, spans being equal."""
SILENCE = 30.0
"""Added to O on debris, so that page text attributes nothing."""
_BANNED = -1e4


class Attributions:
    """Decodes spans over a whole report and links each content to a cue and each cue to a source."""

    def __init__(self, graph: AttributionGraph) -> None:
        self._graph, self._linker = graph, Linker(graph.heads)
        self._tags: list[str] = graph.heads["tags"].tolist()
        self._transition = graph.heads["transition"]
        begins = [t.startswith("B-") for t in self._tags]
        self._penalty = np.where(begins, np.float32(BEGIN_PENALTY), np.float32(0))
        self._start = np.array([_BANNED if t.startswith("I-") else 0.0 for t in self._tags], np.float32)

    def find(self, text: str, debris: Sequence[Debris] = ()) -> list[Attribution]:
        """The attributions of one report in order of their first word."""
        words = words_of(tokenizer(), text)
        spoken = self._graph(words)
        found = self.spans(spoken, words, debris)
        return self.link(found, spoken, words, text)

    def spans(self, spoken: Spoken, words: Words, debris: Sequence[Debris] = ()) -> list[Span]:
        """The spans alone."""
        emissions = spoken.emissions - self._penalty
        for d in debris:
            inside = (words.start < d.end) & (words.end > d.start)
            emissions[inside, 0] += SILENCE
        return spans(viterbi(emissions, self._transition, self._start), self._tags)

    def link(self, found: list[Span], spoken: Spoken, words: Words, text: str) -> list[Attribution]:
        """Attributions around each cue; a cue without content says nothing, a content without any cue stands alone."""
        by_kind: dict[str, list[Span]] = {kind: [s for s in found if s[2] == kind] for kind in KINDS}
        cues, places = by_kind["cue"], Places(words, text, found)
        contents: dict[int, list[Span]] = defaultdict(list)
        loose = []
        for content in by_kind["content"]:
            best = self._choose("cue", content, cues, places, spoken)
            if best is None:
                loose.append(content)
            else:
                contents[best].append(content)
        out = [Attribution((), (), _extents([content], words)) for content in loose]
        for i, said in contents.items():
            named = self._choose("source", cues[i], by_kind["source"], places, spoken)
            source = [] if named is None else [by_kind["source"][named]]
            cue = _extents([cues[i]], words)
            held = tuple(in_one_line(e, cue[0], text) for e in _extents(source, words))
            out.append(Attribution(held, cue, _extents(said, words)))
        return sorted(out, key=_place)

    def _choose(self, kind: str, anchor: Span, candidates: list[Span], places: Places, spoken: Spoken) -> int | None:
        chosen = near(anchor, candidates)
        scores = self._linker.choose(kind, anchor, [candidates[i] for i in chosen], places, spoken.links)
        best = max(range(len(scores)), key=lambda i: (scores[i], -i))
        return chosen[best - 1] if best else None


def in_one_line(source: Extent, cue: Extent, text: str) -> Extent:
    """A source without what stands on another line than the cue: "… in Tarn, Cumbria¶Relative said"."""
    words = source.of(text)
    if "\n" not in words or cue.overlaps(source):
        return source
    if cue.start >= source.end:
        kept = words.rsplit("\n", 1)[1]
        return Extent(source.end - len(kept), source.end) if kept.strip() else source
    kept = words.split("\n", 1)[0]
    return Extent(source.start, source.start + len(kept)) if kept.strip() else source


def _extents(found: list[Span], words: Words) -> tuple[Extent, ...]:
    return tuple(Extent(int(words.start[first]), int(words.end[last - 1])) for first, last, _ in found)


def _place(attribution: Attribution) -> tuple[Extent, ...]:
    return tuple(sorted(attribution.source + attribution.cue + attribution.content))
