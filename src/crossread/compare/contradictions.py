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
from itertools import combinations
from math import ceil

import numpy as np
from numpy.typing import NDArray

from crossread.compare.contradiction_features import (
    NAMES,
    Floats,
    Pairs,
    Told,
    days_part,
    figures_part,
    matrix,
    same_figure,
)
from crossread.compare.figures import NEXT_DAY, of_a_day
from crossread.compare.negation import leans
from crossread.compare.owners import Owners
from crossread.compare.pairs import Wordings, conflict, span
from crossread.model.conflict import Conflict, ConflictKind
from crossread.model.quantity import Quantity
from crossread.model.vector import ScorePairs

_TABLE = tomllib.loads(resources.files("crossread.compare").joinpath("contradictions.toml").read_text("utf-8"))
WEIGHTS: dict[str, float] = _TABLE["weights"]
SECOND_WEIGHTS: dict[str, float] = _TABLE["second"]
SECOND = ("first", "contradicts")
"""What the second model looks at: the first's log odds, and the pair model's that the two contradict each other. Its
other answers, and that one of the two negates, add nothing on corpus dev with each story left out once."""
NEAREST = 12
"""Nearest others of a mention that are weighed."""
SENTENCES = 0.5
"""What the cosine of two sentences counts beside that of the clauses."""
NEAR = 0.5
"""Least likeness (cosine of the clauses and a share of that of the sentences) of a pair that is weighed."""
BLOCK = 256
"""Rows of the matrix of likeness held at a time."""
ASKED_PER_MENTION = 0.5
"""Pairs shown to the pair model for each mention of a story at the most, the likeliest first: bounds the time."""
LEAST_SHARE = 1e-4
"""Shares of the pair model are kept this far from 0 and 1 before their log odds are taken."""
LIKELY = 0.15
"""Least chance of a tension. On corpus dev and the real stories 26 of 83 are right from 0.12 on, 5 of 31 of those below
0.16; from 0.15 on no conflict of severity that the keys hold is lost, from 0.16 one in seven on corpus dev."""
MOST = 8
"""Most tensions in one story that the model alone tells, for a reader must be able to check them all."""
GUESSED = ("denial", "number")
"""Kinds that the model is let guess: of its outcomes and dates one in eleven is right on corpus dev and the real
stories, of these every third to every second."""
MOST_OF_ONE = 2
"""Tensions of one claim that are told, the likeliest first."""


def find(wordings: Wordings, ask: ScorePairs, known: Sequence[Conflict]) -> list[Conflict]:
    """The likeliest contradictions beside those that are known, as tensions."""
    told = Told(wordings)
    pairs, chances = weighed(told, ask)
    between = {frozenset(s.claim for s in c.sides) for c in known}
    parted = _parted_figures(told, known)
    answered = _answered(wordings, known)
    owners = Owners(wordings.story)
    often: Counter[str] = Counter()
    out: list[Conflict] = []
    room = MOST
    for k in np.argsort(-chances, kind="stable").tolist():
        if not chances[k] >= LIKELY or room == 0:
            break
        i, j = pairs[k].tolist()
        claims = [wordings.claim_of.get(m, f"mention {m}") for m in (i, j)]
        if any(often[c] >= MOST_OF_ONE for c in claims) or any(set(claims) <= b for b in between):
            continue
        if i in answered or j in answered:
            continue
        kind = _kind(told, i, j)
        if kind == "denial" and told.wordings.of_one_sentence(i, j):
            continue
        if kind not in GUESSED or (kind == "number" and (_of_two_days(told, i, j) or owners.part(i, j))):
            continue
        room -= 1  # what is told already, or in vain, takes its place: the next best is worse
        if kind == "denial" and not _may_deny(told, i, j):
            continue
        often.update(claims)
        between.add(frozenset(claims))
        if kind != "number" or not _is_told(told.figures[i], told.figures[j], parted):
            out.append(_conflict(told, i, j))
    return out


def _may_deny(told: Told, answer: int, thing: int) -> bool:
    """Whether one mention says of its own main clause that something is not so (of the guesses that only hold a
    negation somewhere 1 of 14 is right on corpus dev, the loose and the real stories), and the other tells anything: a
    phrase only where the answer names its head ("a sale to the firm", "there is no sale"; else 0 of 7)."""
    w = told.wordings
    mine, theirs = w.mentions[answer], w.mentions[thing]
    if mine.polarity != "negated" and mine.certainty != "denied":
        return False
    return theirs.form != "phrase" or w.head_stem(thing) in w.bare_stems[answer]


def _of_two_days(told: Told, i: int, j: int) -> bool:
    """Whether two reports of two days tell only figures that each day changes ("the index stands at 9,936 points")."""
    mine, theirs = (told.published[told.wordings.mentions[k].report] for k in (i, j))
    both = mine.bounded and theirs.bounded and not mine.meets(theirs) and mine.gap(theirs) > NEXT_DAY
    return both and all(of_a_day(q, told.wordings.around[k]) for k in (i, j) for q in told.figures[k])


def _answered(wordings: Wordings, known: Sequence[Conflict]) -> set[int]:
    """The denials that point back ("which Tunis denies") and of which a rule has told what they deny."""
    told = {s for c in known if c.kind == "denial" and not c.guess for side in c.sides for s in side.mentions}
    return {i for i, m in enumerate(wordings.mentions) if span(m) in told and leans(m.text.strip())}


def _parted_figures(told: Told, known: Sequence[Conflict]) -> list[tuple[Quantity, Quantity]]:
    """The figures that known conflicts part, two and two."""
    at = {(m.report, m.start, m.end): i for i, m in enumerate(told.wordings.mentions)}
    out = []
    for c in (c for c in known if c.kind == "number"):
        places = [[at.get((s.report, s.start, s.end)) for s in side.mentions] for side in c.sides]
        sides = [[q for i in side if i is not None for q in told.figures[i]] for side in places]
        out += [(q, p) for a, b in combinations(sides, 2) for q in a for p in b]
    return out


def _is_told(mine: list[Quantity], theirs: list[Quantity], parted: list[tuple[Quantity, Quantity]]) -> bool:
    """Whether a known conflict parts the same figures."""
    return any(
        (same_figure(q, x) and same_figure(p, y)) or (same_figure(q, y) and same_figure(p, x))
        for q in mine
        for p in theirs
        for x, y in parted
    )


def weighed(told: Told, ask: ScorePairs) -> tuple[Pairs, Floats]:
    """The pairs that were shown to the pair model, and the chance that each is a contradiction."""
    pairs = candidates(told)
    if not len(pairs):
        return pairs, np.zeros(0)
    x = matrix(told, pairs)
    first = log_odds(x, NAMES, WEIGHTS)
    rows = likeliest(first, len(told.wordings.mentions))
    seen = second_features(told, pairs[rows], first[rows], ask)
    return pairs[rows], 1 / (1 + np.exp(-log_odds(seen, SECOND, SECOND_WEIGHTS)))


def log_odds(x: Floats, names: Sequence[str], weights: dict[str, float]) -> Floats:
    """The logistic model's log odds of each row."""
    odds: Floats = x @ np.array([weights[name] for name in names]) + weights["bias"]
    return odds


def likeliest(first: Floats, mentions: int) -> NDArray[np.int64]:
    """The rows that are shown to the pair model."""
    return np.sort(np.argsort(-first, kind="stable")[: ceil(ASKED_PER_MENTION * mentions)])


def second_features(told: Told, pairs: Pairs, first: Floats, ask: ScorePairs) -> Floats:
    """The columns of ``SECOND``, shape (n, 2)."""
    shares = ask(told.wordings.story, [(int(i), int(j)) for i, j in pairs.tolist()]).astype(np.float64)
    contradicts = np.clip(shares[:, 2], LEAST_SHARE, 1 - LEAST_SHARE)
    return np.column_stack([first, np.log(contradicts / (1 - contradicts))])


def candidates(told: Told) -> Pairs:
    """Near pairs of mentions that may contradict each other, directed, in order; shape (n, 2)."""
    count = len(told.wordings.mentions)
    found: set[tuple[int, int]] = set()
    for low in range(0, count, BLOCK):
        rows = np.arange(low, min(low + BLOCK, count))
        like = np.maximum(told.clauses[rows] @ told.clauses.T, told.bare[rows] @ told.clauses.T)
        like += SENTENCES * (told.sentences[rows] @ told.sentences.T)
        like[_barred(told, rows)] = -1.0
        near, others = np.nonzero(like >= NEAR)
        order = np.lexsort((others, -like[near, others], near))
        near, others = near[order], others[order]
        rank = np.arange(len(near)) - np.searchsorted(near, near)
        kept = rank < NEAREST
        pairs = zip((near[kept] + low).tolist(), others[kept].tolist(), strict=True)
        found |= {(min(i, j), max(i, j)) for i, j in pairs}
    return told.directed(np.array(sorted(found), np.int64).reshape(-1, 2))


def _barred(told: Told, rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Pairs that cannot part: of one claim, of one voice in one report, overlapping, or with what tells nothing; shape
    (rows, n)."""
    one = told.reports[rows][:, None] == told.reports[None]
    overlap = (told.start[rows][:, None] < told.end[None]) & (told.start[None] < told.end[rows][:, None])
    one_voice = told.voices[rows][:, None] == told.voices[None]
    one_claim = told.claims[rows][:, None] == told.claims[None]
    # "There was no such offer" agrees with an offer that is denied.
    agree = told.ruled_out[rows][:, None] & told.ruled_out[None]
    return np.asarray(one & (overlap | one_voice) | one_claim | agree | told.mute[rows][:, None] | told.mute[None])


def _kind(told: Told, i: int, j: int) -> ConflictKind:
    """What the two part in, by what stands in them."""
    if told.denies[i] and not told.denies[j]:
        return "denial"
    if figures_part(told.figures[i], told.figures[j]):
        return "number"
    if days_part(told.days[i], told.days[j]):
        return "date"
    if told.negates[i] != told.negates[j]:
        return "denial"
    return "outcome"


def _conflict(told: Told, i: int, j: int) -> Conflict:
    w = told.wordings
    answer, thing = w.mentions[i], w.mentions[j]
    explanation = f"{w.account(thing)}; {w.account(answer)}. They are hard to square if both speak of one thing."
    return conflict(_kind(told, i, j), "tension", (w.side(j), w.side(i)), explanation, True)
