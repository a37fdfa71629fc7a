"""Contradictions that no rule finds: pairs that a learned model holds for hard to square, never more than tensions.

Near pairs of mentions are weighed by a logistic model over ``contradiction_features``; the likelier are shown to the
pair model, and a second logistic model weighs both. The weights (``contradictions.toml``) are learned by
``python -m training.contradictions``.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from crossread.compare.contradiction_features import NAMES, Floats, Pairs, Told, matrix
from crossread.compare.pairs import Wordings, conflict, flat
from crossread.model.conflict import Conflict, ConflictKind
from crossread.model.vector import ScorePairs

_TABLE = tomllib.loads(resources.files("crossread.compare").joinpath("contradictions.toml").read_text("utf-8"))
WEIGHTS: dict[str, float] = _TABLE["weights"]
SECOND_WEIGHTS: dict[str, float] = _TABLE["second"]
SECOND = ("first", "contradicts", "same", "refines", "neither", "contradicts*negated")
"""What the second model looks at: the first's log odds, and the pair model's."""
NEAREST = 12
"""Nearest others of a mention that are weighed."""
NEAR = 0.5
"""Least likeness (cosine of the clauses and half that of the sentences) of a pair that is weighed."""
BLOCK = 1024
"""Rows of the matrix of likeness held at a time."""
ASKED_PER_MENTION = 0.5
"""Pairs shown to the pair model for each mention of a story at the most, the likeliest first: bounds the time."""
LEAST_SHARE = 1e-4
"""Shares of the pair model are kept this far from 0 and 1 before their log odds are taken."""
LIKELY = 0.12
"""Least chance of a tension."""
MOST = 8
"""Most tensions in one story that the model alone tells, for a reader must be able to check them all."""
MOST_OF_ONE = 2
"""Tensions of one claim that are told, the likeliest first."""


def find(wordings: Wordings, ask: ScorePairs, known: Sequence[Conflict]) -> list[Conflict]:
    """The likeliest contradictions beside those that are known, as tensions."""
    told = Told(wordings)
    pairs, chances = weighed(told, ask)
    between = {frozenset(s.claim for s in c.sides) for c in known}
    often: Counter[str] = Counter()
    out: list[Conflict] = []
    for k in np.argsort(-chances, kind="stable").tolist():
        i, j = pairs[k].tolist()
        claims = [wordings.claim_of.get(m, f"mention {m}") for m in (i, j)]
        if chances[k] < LIKELY or len(out) == MOST:
            break
        if any(often[c] >= MOST_OF_ONE for c in claims) or any(set(claims) <= b for b in between):
            continue
        often.update(claims)
        between.add(frozenset(claims))
        out.append(_conflict(told, i, j))
    return out


def weighed(told: Told, ask: ScorePairs) -> tuple[Pairs, Floats]:
    """The pairs that were shown to the pair model, and the chance that each is a contradiction."""
    pairs = candidates(told)
    if not len(pairs):
        return pairs, np.zeros(0)
    x = matrix(told, pairs)
    first = log_odds(x, NAMES, WEIGHTS)
    rows = likeliest(first, len(told.wordings.mentions))
    seen = second_features(told, pairs[rows], first[rows], x[rows], ask)
    return pairs[rows], 1 / (1 + np.exp(-log_odds(seen, SECOND, SECOND_WEIGHTS)))


def log_odds(x: Floats, names: Sequence[str], weights: dict[str, float]) -> Floats:
    """The logistic model's log odds of each row."""
    odds: Floats = x @ np.array([weights[name] for name in names]) + weights["bias"]
    return odds


def likeliest(first: Floats, mentions: int) -> NDArray[np.int64]:
    """The rows that are shown to the pair model."""
    return np.sort(np.argsort(-first, kind="stable")[: int(ASKED_PER_MENTION * mentions)])


def second_features(told: Told, pairs: Pairs, first: Floats, x: Floats, ask: ScorePairs) -> Floats:
    """The columns of ``SECOND``, shape (n, 6)."""
    story = told.wordings.story
    shares = ask(story, [(int(i), int(j)) for i, j in pairs.tolist()]).astype(np.float64)
    clipped = np.clip(shares, LEAST_SHARE, 1 - LEAST_SHARE)
    same, refines, contradicts, neither = np.log(clipped / (1 - clipped)).T
    negated = x[:, NAMES.index("negated")]
    return np.column_stack([first, contradicts, same, refines, neither, contradicts * negated])


def candidates(told: Told) -> Pairs:
    """Near pairs of mentions that may contradict each other, directed, in order; shape (n, 2)."""
    mentions = told.wordings.mentions
    claims = np.array([told.wordings.claim_of.get(i, f"-{i}") for i in range(len(mentions))])
    start, end = (np.array([getattr(m, name) for m in mentions], np.int64) for name in ("start", "end"))
    asks = np.array([m.text.rstrip().endswith("?") for m in mentions], bool)
    found: set[tuple[int, int]] = set()
    for low in range(0, len(mentions), BLOCK):
        rows = np.arange(low, min(low + BLOCK, len(mentions)))
        like = np.maximum(told.clauses[rows] @ told.clauses.T, told.bare[rows] @ told.clauses.T)
        like += 0.5 * (told.sentences[rows] @ told.sentences.T)
        one = told.reports[rows][:, None] == told.reports[None]
        overlap = one & (start[rows][:, None] < end[None]) & (start[None] < end[rows][:, None])
        one_voice = one & (told.sources[rows][:, None] == told.sources[None])
        barred = overlap | one_voice | (claims[rows][:, None] == claims[None]) | asks[rows][:, None] | asks[None]
        like[barred] = -1.0
        nearest = np.argsort(-like, axis=1, kind="stable")[:, :NEAREST]
        for row, others in zip(rows.tolist(), nearest.tolist(), strict=True):
            found |= {(min(row, j), max(row, j)) for j in others if like[row - low, j] >= NEAR}
    return told.directed(np.array(sorted(found), np.int64).reshape(-1, 2))


def _kind(told: Told, i: int, j: int) -> ConflictKind:
    """What the two part in, by what stands in them."""
    x = dict(zip(NAMES, matrix(told, np.array([(i, j)], np.int64))[0].tolist(), strict=True))
    if x["denied"]:
        return "denial"
    if x["figures"]:
        return "number"
    if x["days"]:
        return "date"
    if x["negated"]:
        return "denial"
    roles = all(told.wordings.mentions[k].form == "role" for k in (i, j))
    return "role" if roles else "outcome"


def _conflict(told: Told, i: int, j: int) -> Conflict:
    w = told.wordings
    answer, thing = w.mentions[i], w.mentions[j]
    words = [f"{w.voice(m)} tells “{flat(m.text)}”" for m in (thing, answer)]
    explanation = f"{words[0]}; {words[1]}. They are hard to square if both speak of one thing."
    return conflict(_kind(told, i, j), "tension", (w.side(thing.text, j), w.side(answer.text, i)), explanation)
