"""Pairs of mentions with their contexts: events of ECB+, and the corpus, where what lies near is told apart."""

import itertools
import random
from pathlib import Path

import torch
from benchmarks import keyed
from corpus.wordings import Claim, Situation, situations

from crossread.annotate.pair_scorer import WIDE_CONTEXT, Side, side_of
from training import documents, mentions
from training.pair_data import CONTRADICTS, NEITHER, REFINES, SAME, SEED, Pair

EVENTS = 3000
"""ECB+ pairs of each kind."""
MOST_EVENTS = 60
"""Event mentions of a topic that are paired with one another."""
FEW = 0.2
"""Share of the pairs of different events that are looked at."""
DRAWN = 3
"""For each wording so many of each relation."""
OPPOSED, NEAREST, ANY = 4, 6, 1
"""For each mention of the corpus: so many that contradict or refine it, that lie nearest and claim something else, and
any others. Both orders of a pair arise, each from its first mention."""


def same_events(path: Path) -> list[Pair]:
    """Events of one topic's documents in their sentences: of one chain (what is told of it may differ), or not."""
    rng, out = random.Random(SEED), []
    for topic in documents.events(path):
        told = [(d, p) for d in topic for p in d.places if not p.claim.startswith("Singleton")]
        rng.shuffle(told)
        for (d, p), (other, q) in itertools.combinations(told[:MOST_EVENTS], 2):
            if d is not other and (p.claim == q.claim or rng.random() < FEW):
                allowed = (SAME, REFINES, CONTRADICTS) if p.claim == q.claim else (NEITHER,)
                out.append(Pair(_side(d, p.low, p.high), _side(other, q.low, q.high), allowed))
    positive, negative = ([p for p in out if (NEITHER in p.allowed) == n] for n in (False, True))
    rng.shuffle(positive)
    rng.shuffle(negative)
    return positive[:EVENTS] + negative[:EVENTS]


def corpus_pairs(encoder: Path) -> list[Pair]:
    """Pairs of the corpus' train stories; ``encoder`` is a checkpoint of ``training.mentions``, which finds the
    mentions that lie near and claim other things."""
    net = mentions.MentionNet().eval()
    net.load_state_dict(torch.load(encoder), strict=False)
    return [pair for folder in keyed.corpus("train") for pair in _story(folder, net)]


def wording_pairs(seed: int) -> list[Pair]:
    """Pairs of the corpus' wordings: of one claim, of claims that contradict or refine each other, of other claims."""
    rng = random.Random(seed)
    return [pair for s in situations() for pair in _situation(s, rng)]


def _situation(situation: Situation, rng: random.Random) -> list[Pair]:
    by_id = {c.id: c for c in situation.claims}
    told = [(d, p) for d in documents.worded(situation, rng) for p in d.places]
    sides = [_side(d, *_moved(d, p, rng)) for d, p in told]
    claims = [by_id[p.claim.rsplit(" ", 1)[1]] for _, p in told]
    out = []
    for i, mine in enumerate(claims):
        others: dict[tuple[int, ...], list[int]] = {}
        for j, other in enumerate(claims):
            if j != i:
                others.setdefault(_allowed(mine, other), []).append(j)
        for allowed, rows in sorted(others.items()):
            out += [Pair(sides[i], sides[j], allowed) for j in rng.sample(rows, min(len(rows), DRAWN))]
    return out


def _allowed(a: Claim, b: Claim) -> tuple[int, ...]:
    """What a wording of one claim may be to one of another; that the less exact refines nothing may be learned."""
    if a.id == b.id:
        return (SAME,)
    if b.id in a.against or a.id in b.against:
        return (CONTRADICTS,)
    if b.id in a.refines:
        return (REFINES,)
    return (REFINES, NEITHER) if a.id in b.refines else (NEITHER,)


def _story(folder: Path, net: mentions.MentionNet) -> list[Pair]:
    rng = random.Random(SEED)
    reports = documents.story(folder)
    vectors, told = mentions.placed(net, reports)
    near = vectors @ vectors.T
    opposed = _opposed(keyed.key(folder))
    claims = [p.claim for _, p in told]
    out = []
    for i, (n, p) in enumerate(told):
        others = [j for j, (m, q) in enumerate(told) if m != n or q.high <= p.low or p.high <= q.low]
        same = [j for j in others if claims[j] == claims[i] and j != i]
        against = [j for j in others if frozenset((claims[i], claims[j])) in opposed]
        rest = [j for j in others if j not in same and j not in against]
        rest.sort(key=lambda j: -near[i, j])
        chosen = [*same, *rng.sample(against, min(len(against), OPPOSED)), *rest[:NEAREST]]
        chosen += rng.sample(rest, min(len(rest), ANY))
        for j in chosen:
            allowed = (SAME,) if j in same else opposed.get(frozenset((claims[i], claims[j])), (NEITHER,))
            sides = [_side(reports[m], *_moved(reports[m], q, rng)) for m, q in (told[i], told[j])]
            out.append(Pair(sides[0], sides[1], allowed))
    return out


def _side(document: documents.Document, low: int, high: int) -> Side:
    """A mention as the scorer learns it: with all the context that it is ever shown."""
    return side_of(document.words, low, high, WIDE_CONTEXT)


def _moved(document: documents.Document, place: documents.Place, rng: random.Random) -> tuple[int, int]:
    return mentions.moved(place, len(document.words), rng)


def _opposed(key: dict) -> dict[frozenset[str], tuple[int, ...]]:
    out: dict[frozenset[str], tuple[int, ...]] = {}
    for c in key["contradictions"]:
        for a, b in itertools.combinations(sorted(set(c["clusters"])), 2):
            out[frozenset((a, b))] = (REFINES, CONTRADICTS) if c["severity"] == "refinement" else (CONTRADICTS,)
    return out
