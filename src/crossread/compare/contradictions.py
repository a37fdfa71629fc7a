"""What the pair model finds and no rule confirms: mentions that may contradict each other, told as tensions."""

import re
from collections.abc import Sequence

import numpy as np

from crossread.compare.denials import is_denial
from crossread.compare.pairs import Wordings, conflict, flat, once
from crossread.model.conflict import Conflict, ConflictKind
from crossread.model.story import Story
from crossread.model.vector import Embed, ScorePairs

CONTRADICTS = 2
"""The column of the pair model that tells contradiction."""
LEAST_COSINE = 0.45
"""Cosine of two propositions below which they are not about one thing; keeps the pairs that are scored few."""
MOST_PAIRS = 4000
"""Pairs scored at the most, the nearest first: about fifteen seconds on one core."""
LEAST_PROBABILITY = 0.8
"""Of contradiction. Chosen on corpus dev: below it more than half of what is told is no contradiction."""
MOST_TOLD = 12
"""Tensions told of one story: more would bury those that count."""
FEWEST_STEMS = 3
"""Content stems below which a mention is a fragment that contradicts nothing."""
FIGURE = re.compile(r"\d")


def find(story: Story, embed: Embed, score: ScorePairs) -> list[Conflict]:
    """The likeliest contradictions between claims, at severity tension."""
    wordings = Wordings(story, embed)
    pairs = _candidates(wordings)
    if not pairs:
        return []
    texts = [(wordings.mentions[i].proposition, wordings.mentions[j].proposition) for i, j in pairs]
    there, back = score(texts)[:, CONTRADICTS], score([(b, a) for a, b in texts])[:, CONTRADICTS]
    likely = np.minimum(there, back)
    order = sorted(range(len(pairs)), key=lambda k: (-round(float(likely[k]), 4), pairs[k]))
    found = [_tension(wordings, *pairs[k]) for k in order if likely[k] >= LEAST_PROBABILITY]
    return once(found)[:MOST_TOLD]


def _candidates(wordings: Wordings) -> Sequence[tuple[int, int]]:
    """Pairs of different claims that are near enough, the nearest first."""
    near = []
    for i, j, cosine in wordings.near(LEAST_COSINE):
        a, b = wordings.mentions[i], wordings.mentions[j]
        nested = a.report == b.report and a.start < b.end and b.start < a.end
        told = min(len(wordings.stems[i]), len(wordings.stems[j])) >= FEWEST_STEMS
        one_claim = wordings.claim_of.get(i) == wordings.claim_of.get(j)
        if told and not nested and not one_claim and "role" not in (a.form, b.form):
            near.append((-round(cosine, 4), i, j))
    return [(i, j) for _, i, j in sorted(near)[:MOST_PAIRS]]


def _tension(wordings: Wordings, i: int, j: int) -> Conflict:
    a, b = wordings.mentions[i], wordings.mentions[j]
    told = (
        f"{wordings.voice(a)} tells “{flat(a.text)}”; {wordings.voice(b)} tells “{flat(b.text)}”. "
        "Read as being about one thing, they do not fit; no rule confirms it."
    )
    sides = (wordings.side(a.text, i), wordings.side(b.text, j))
    return conflict(_kind(wordings, i, j), "tension", sides, told)


def _kind(wordings: Wordings, i: int, j: int) -> ConflictKind:
    a, b = wordings.mentions[i], wordings.mentions[j]
    if is_denial(a) or is_denial(b) or a.polarity != b.polarity:
        return "denial"
    return "number" if FIGURE.search(a.text) and FIGURE.search(b.text) else "outcome"
