"""What tells that two mentions contradict each other: likeness of wording, negation, figures, days, and who tells them.

``Told`` prepares every mention of a story once; ``matrix`` gives the features of pairs of them. The first of a pair is
the one that answers the other: it denies, or negates; else the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from crossread.compare import figures
from crossread.compare.negation import ACCUSING, MODAL, NAME, is_denial
from crossread.compare.pairs import Wordings
from crossread.model.interval import Interval
from crossread.model.mention import Mention, is_supposed
from crossread.model.opposites import opposed
from crossread.model.quantity import Quantity
from crossread.model.time import TimeExpression

Floats = NDArray[np.float64]
Pairs = NDArray[np.int64]
ALIKE = ("clauses", "bare", "sentences", "stems", "held", "sentence_stems", "around")
"""Features of likeness."""
PLAIN = (
    *ALIKE, "head", "names", "names_clash", "one_report", "one_sentence", "near", "other_source", "one_source",
    "own_voice", "negated", "both_negated", "denied", "figures", "days", "opposites", "supposed", "hedged", "quoted",
    "accusing", "phrases", "length", "little",
)  # fmt: skip
PARTING = ("negated", "denied", "figures", "days", "opposites")
"""What may make two alike mentions part: each likeness counts for more beside one of them."""
BESIDE = ("clauses", "stems", "sentences", "held", "sentence_stems", "other_source", "head")
NAMES = (*PLAIN, *(f"{a}*{b}" for a in PARTING for b in BESIDE))
NEAR_SENTENCES = 2
PREPOSITIONS = frozenset(
    "about after against along amid among around as at before behind beside between by during for from in inside into "
    "near of off on onto outside over since through to toward towards under until upon via with within without".split()
)
"""Words that open a phrase of circumstance ("during an address to the troops")."""
LITTLE = 2
"""Content stems of a mention that says little."""
SLICE = 8192
"""Pairs whose features are made at a time: bounds the memory for their vectors."""
DAMPING = 2.0
"""Added to the weight of a mention's stems, so that one common rare word is not all of it."""


class Told:
    """The mentions of a story with what the features look at."""

    def __init__(self, wordings: Wordings) -> None:
        self.wordings, mentions = wordings, wordings.mentions
        self.number = wordings.sentence_numbers
        self.figures, self.days = self._slots()
        self.published = {
            a.report.id: Interval(a.report.published.earliest, a.report.published.latest)
            for a in wordings.story.reports
        }
        self.negates = np.array(wordings.negating, bool)
        self.ruled_out = np.array(wordings.ruled_out, bool)
        self.denies = np.array([is_denial(m) for m in mentions], bool)
        self.clauses = wordings.vectors
        self.sentences = wordings.sentence_vectors
        self.bare = wordings.bare_vectors
        self.clause_stems = wordings.bare_stems
        self.sentence_stems = wordings.sentence_stems
        self.names = [frozenset(NAME.findall(m.proposition)) for m in mentions]
        self.heads = [wordings.head_stem(i) for i in range(len(mentions))]
        self.reports = np.array([m.report for m in mentions])
        self.sources = np.array(wordings.sources)
        self.start = np.array([m.start for m in mentions], np.int64)
        self.end = np.array([m.end for m in mentions], np.int64)
        self.mute = np.array([self._tells_nothing(i) for i in range(len(mentions))], bool)
        self.claims = _codes([wordings.claim_of.get(i, f"-{i}") for i in range(len(mentions))])
        self.voices = _codes([_voice(m, i) for i, m in enumerate(mentions)])
        self.rare = wordings.rarity
        self.clause_weight = np.array([self.weight(s) for s in self.clause_stems])
        self.sentence_weight = np.array([self.weight(s) for s in self.sentence_stems])
        self.length = np.array([len(s) for s in self.clause_stems], np.float64)
        self.modal = np.array([bool(MODAL.search(m.text)) for m in mentions], bool)
        self.accusing = np.array([bool(ACCUSING.search(m.text)) for m in mentions], bool)
        self.hedged = np.array([m.certainty == "hedged" for m in mentions], bool)
        self.quoted = np.array([m.certainty == "quoted" for m in mentions], bool)
        self.phrase = np.array([m.form == "phrase" for m in mentions], np.int64)

    def _tells_nothing(self, i: int) -> bool:
        """Whether a mention can part from no other: a question, a condition, that somebody spoke, a circumstance
        without a figure ("during a Thanksgiving address"); a role without figure and day."""
        mention = self.wordings.mentions[i]
        if is_supposed(mention.text) or self.wordings.only_speaks(i):
            return True
        aside = mention.form == "phrase" and mention.text.split(" ", 1)[0].lower() in PREPOSITIONS
        return (aside or (mention.form == "role" and not self.days[i])) and not self.figures[i]

    def _slots(self) -> tuple[list[list[Quantity]], list[list[TimeExpression]]]:
        """Figures, and times with both bounds, that each mention holds."""
        reports = {a.report.id: a for a in self.wordings.story.reports}
        figures, days = [], []
        for m in self.wordings.mentions:
            a = reports[m.report]
            figures.append([q for q in a.quantities if m.start <= q.start and q.end <= m.end])
            days.append([t for t in a.times if m.start <= t.start and t.end <= m.end and t.earliest and t.latest])
        return figures, days

    def weight(self, stems: frozenset[str]) -> float:
        """The sum of the weights of some stems."""
        return sum(self.rare[s] for s in sorted(stems))

    def directed(self, pairs: Pairs) -> Pairs:
        """Each pair with the mention first that answers the other."""
        rank = 2 * self.denies.astype(int) + self.negates
        swap = rank[pairs[:, 1]] > rank[pairs[:, 0]]
        return np.where(swap[:, None], pairs[:, ::-1], pairs)


def _codes(names: list[str]) -> Pairs:
    """A number for each name, equal where the names are."""
    return np.unique(np.array(names, object), return_inverse=True)[1] if names else np.zeros(0, np.int64)


def _voice(mention: Mention, i: int) -> str:
    """On whose word a mention stands; an unknown source is nobody else's voice."""
    inner = mention.chain[-1].name if len(mention.chain) > 1 else ""
    return f"{i}" if inner == "unknown" else f"by {inner}"


def matrix(told: Told, pairs: Pairs) -> Floats:
    """The features ``NAMES`` of directed pairs (n, 2), shape (n, features)."""
    if len(pairs) > SLICE:
        return np.concatenate([matrix(told, pairs[k : k + SLICE]) for k in range(0, len(pairs), SLICE)])
    a, b = pairs[:, 0], pairs[:, 1]
    found = {**_alike(told, pairs), **_tellers(told, a, b), **_forms(told, a, b), **_slots(told, pairs)}
    plain = [np.asarray(found[name], np.float64) for name in PLAIN]
    both = [np.asarray(found[x], np.float64) * np.asarray(found[y], np.float64) for x in PARTING for y in BESIDE]
    return np.column_stack([*plain, *both])


def _alike(told: Told, pairs: Pairs) -> dict[str, Floats]:
    a, b = pairs[:, 0], pairs[:, 1]
    shared = np.array(list(_shared(told, pairs)), np.float64).reshape(len(pairs), 4)
    return {
        "clauses": cosines(told.clauses, told.clauses, a, b),
        "bare": np.maximum(cosines(told.bare, told.clauses, a, b), cosines(told.clauses, told.bare, a, b)),
        "sentences": cosines(told.sentences, told.sentences, a, b),
        "stems": shared[:, 0], "held": shared[:, 1], "sentence_stems": shared[:, 2], "around": shared[:, 3],
    }  # fmt: skip


def cosines(left: NDArray[np.float32], right: NDArray[np.float32], a: Pairs, b: Pairs) -> Floats:
    """Products of unit rows ``left[a]`` and ``right[b]``."""
    products: Floats = np.einsum("ij,ij->i", left[a], right[b]).astype(np.float64)
    return products


def _shared(told: Told, pairs: Pairs) -> Iterator[tuple[float, float, float, float]]:
    """Of each pair: common stems of the clauses (Dice; share of the shorter), of the sentences, of one clause in the
    other's sentence; rare stems weigh more."""
    clause, sentence = told.clause_weight, told.sentence_weight
    for i, j in pairs.tolist():
        common = told.weight(told.clause_stems[i] & told.clause_stems[j])
        wide = told.weight(told.sentence_stems[i] & told.sentence_stems[j])
        mine = told.weight(told.clause_stems[i] & told.sentence_stems[j]) / (clause[i] + DAMPING)
        theirs = told.weight(told.clause_stems[j] & told.sentence_stems[i]) / (clause[j] + DAMPING)
        yield (
            2 * common / max(clause[i] + clause[j], 1e-3),
            common / (min(clause[i], clause[j]) + DAMPING),
            2 * wide / max(sentence[i] + sentence[j], 1e-3),
            max(mine, theirs),
        )


def _tellers(told: Told, a: Pairs, b: Pairs) -> dict[str, NDArray[np.bool_]]:
    left, right = told.sources[a], told.sources[b]
    one = told.reports[a] == told.reports[b]
    steps = np.abs(told.number[a] - told.number[b])
    named = (left != "") & (right != "")
    return {
        "one_report": one,
        "one_sentence": one & (steps == 0),
        "near": one & (steps <= NEAR_SENTENCES),
        "other_source": named & (left != right),
        "one_source": named & (left == right),
        "own_voice": ~named,
    }


def _forms(told: Told, a: Pairs, b: Pairs) -> dict[str, NDArray[np.generic]]:
    least = np.minimum(told.length[a], told.length[b])
    return {
        "negated": told.negates[a] != told.negates[b],
        "both_negated": told.negates[a] & told.negates[b],
        "denied": told.denies[a] & ~told.denies[b],
        "supposed": told.modal[a] | told.modal[b],
        "hedged": told.hedged[a] | told.hedged[b],
        "quoted": told.quoted[a] & told.quoted[b],
        "accusing": told.accusing[b],
        "phrases": told.phrase[a] + told.phrase[b],
        "length": np.log1p(least),
        "little": least <= LITTLE,
    }


def _slots(told: Told, pairs: Pairs) -> dict[str, NDArray[np.bool_]]:
    rows = [
        (
            told.heads[i] != "" and told.heads[i] == told.heads[j],
            bool(told.names[i] & told.names[j]),
            bool(told.names[i] and told.names[j] and not told.names[i] & told.names[j]),
            figures_part(told.figures[i], told.figures[j]),
            days_part(told.days[i], told.days[j]),
            opposed(told.clause_stems[i], told.clause_stems[j]),
        )
        for i, j in pairs.tolist()
    ]
    columns = np.array(rows, bool).reshape(len(pairs), 6)
    names = ("head", "names", "names_clash", "figures", "days", "opposites")
    return {name: columns[:, k] for k, name in enumerate(names)}


def figures_part(mine: list[Quantity], theirs: list[Quantity]) -> bool:
    """Whether two mentions hold figures of one unit, or of one thing counted, and none of them meets another."""
    both = [(q, p) for q in mine for p in theirs if _slot(q) == _slot(p)]
    return bool(both) and not any(figures.meets(q, p, q.unit is not None) for q, p in both)


def same_figure(q: Quantity, p: Quantity) -> bool:
    """Whether two figures of one slot meet."""
    return _slot(q) == _slot(p) and figures.meets(q, p, q.unit is not None)


def _slot(q: Quantity) -> tuple[str | None, str]:
    """The unit; without one the noun that is counted."""
    return q.unit, "" if q.unit is not None else q.noun


def days_part(mine: list[TimeExpression], theirs: list[TimeExpression]) -> bool:
    """Whether both name days, and no day of the one is a day of the other."""
    both = [(t, u) for t in mine for u in theirs]
    return bool(both) and not any(_days(t).meets(_days(u)) for t, u in both)


def _days(time: TimeExpression) -> Interval:
    return Interval(time.earliest, time.latest)
