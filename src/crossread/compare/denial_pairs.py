"""How likely one mention denies another: a logistic model over what the two wordings share and who tells them.

A denial seldom repeats what it denies: "no call is on record" against "I rang the office". Rules on shared words find
few of them. The model weighs likeness of the clauses, of their sentences and of what stands before, rare words in
common, the form of the negation, and the two sources. Its weights (``denial_pairs.toml``) are learned by
``python -m training.denial_pairs`` on corpus train.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import partial
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from crossread.compare.negation import ACCUSING, MODAL, NAME, NEGATING, STRONG
from crossread.compare.pairs import SPEECH, Wordings, embedded
from crossread.model.mention import Mention, is_supposed

_TABLE = tomllib.loads(resources.files("crossread.compare").joinpath("denial_pairs.toml").read_text("utf-8"))
WEIGHTS: dict[str, float] = _TABLE["weights"]
Matrix = NDArray[np.float32]
FORMS = {
    "never": re.compile(r"\bnever\b", re.I),
    "no": re.compile(r"\bno\b", re.I),
    "not": re.compile(r"\bnot\b|n['’]t\b", re.I),
    "nobody": re.compile(r"\b(?:nobody|no one|none|nothing|neither|nowhere|not one|not a single|any\w*)\b", re.I),
    "such": re.compile(r"\bsuch\b", re.I),
    "strong": STRONG,
}
"""How a mention negates."""
FEWEST_STEMS = 2
"""Content stems below which a clause says too little to be denied."""
NEAR = 0.35
"""Least sum of likenesses (``_base``) of a pair that is weighed; on corpus train one right pair in four lies below."""
BACK_SENTENCES = 2
"""Sentences before a denial in which what it answers may stand."""
QUOTED = re.compile('["“”«»]')
ECHO = 0.6
"""Share of common stems (Dice) from which two quotations are wordings of one utterance, and words of a denier that
negate nothing ("the provider denied it: our network was healthy") are the same told elsewhere."""


MOST_CELLS = 2_000_000
"""Pairs of a negating mention and any other that are weighed: about 50 features of four bytes each, 400 MB."""


class Likeness:
    """For the mentions ``rows`` that negate and all mentions: which may be denied, and the chance that each is."""

    def __init__(self, wordings: Wordings) -> None:
        self.wordings, self.mentions = wordings, wordings.mentions
        self.negating = wordings.negating
        self.rows = self._bounded([i for i, told in enumerate(self.negating) if told])
        self._prepare()
        self.features = self._features()
        self.may = self._may()

    def _bounded(self, rows: list[int]) -> list[int]:
        """As many negating mentions as memory allows in a large story, those first that say that somebody denies."""
        room = max(1, MOST_CELLS // max(1, len(self.mentions)))
        return sorted(sorted(rows, key=lambda i: (self.mentions[i].certainty != "denied", i))[:room])

    def chances(self) -> Matrix:
        """The probability of each pair, (rows, mentions); 0 where the second mention cannot be what is denied."""
        total = np.full(self.may.shape, WEIGHTS.get("bias", 0.0), np.float32)
        for name, values in self.features.items():
            total += np.float32(WEIGHTS.get(name, 0.0)) * values
        return np.where(self.may, 1 / (1 + np.exp(-total)), 0.0).astype(np.float32)

    def _prepare(self) -> None:
        w, n = self.wordings, self.rows
        sentences = [w.trees[m.report].sentence(m.start) for m in self.mentions]
        self.place = w.sentence_numbers
        text = [w.trees[m.report].text for m in self.mentions]
        before = [
            w.trees[m.report].sentences[max(0, p - 1)].start for m, p in zip(self.mentions, self.place, strict=True)
        ]
        context = [" ".join(text[i][before[i] : sentences[i].end].split()) for i in n]
        self.sentence_vectors = w.sentence_vectors
        self.context_vectors = embedded(context, w.embed)
        self.bare_vectors = w.bare_vectors[n]
        self.sources = np.array([m.chain[-1].name if len(m.chain) > 1 else "" for m in self.mentions])
        self.reports = np.array([m.report for m in self.mentions])
        self.lengths = np.array([len(s) for s in w.bare_stems], np.float32)
        self._weigh(w.bare_stems, w.sentence_stems, w.rarity)

    def _weigh(self, clauses: list[frozenset[str]], sentences: list[frozenset[str]], rare: dict[str, float]) -> None:
        """Stems as columns, each weighed by how few reports tell it."""
        self.clause_total, self.sentence_total = (
            np.array([sum(rare[s] for s in sorted(stems)) for stems in told], np.float32)
            for told in (clauses, sentences)
        )
        shared = sorted({s for i in self.rows for s in clauses[i] | sentences[i]})  # no other stem can be in common
        column = {s: k for k, s in enumerate(shared)}
        self.clause_bag, self.sentence_bag = (_bag(told, column) for told in (clauses, sentences))
        self.rare = np.array([rare[s] for s in shared], np.float32)

    def _features(self) -> dict[str, Matrix]:
        likenesses = self._likenesses()
        self._base = (
            likenesses["bare"] + likenesses["sentence_stems"] + likenesses["held"] + 0.5 * likenesses["sentences"]
        )
        out = {**likenesses, **self._tellers(), **self._forms()}
        itself = np.array(self.rows)[:, None] == np.arange(len(self.mentions))[None]
        out["below_best"] = np.where(itself, -np.inf, self._base).max(1, initial=-9.0)[:, None] - self._base
        out["answers"] = out["before"] * out["other_source"]
        out["held_apart"] = out["held"] * (1 - out["one_report"])
        out["bare_apart"] = out["bare"] * (1 - out["one_report"])
        out["context_little"] = out["context"] * out["little"]
        return {name: np.asarray(values, np.float32) for name, values in out.items()}

    def _likenesses(self) -> dict[str, Matrix]:
        n, vectors = self.rows, self.wordings.vectors
        clause, sentence = self.clause_bag[n] * self.rare, self.sentence_bag[n] * self.rare
        mine, other = self.clause_total[n][:, None], self.clause_total[None]
        shared = clause @ self.clause_bag.T
        wide, all_wide = self.sentence_total[n][:, None], self.sentence_total[None]
        return {
            "clauses": vectors[n] @ vectors.T,
            "bare": self.bare_vectors @ vectors.T,
            "sentences": self.sentence_vectors[n] @ self.sentence_vectors.T,
            "context": self.context_vectors @ vectors.T,
            "around": self.sentence_vectors[n] @ vectors.T,
            "within": self.bare_vectors @ self.sentence_vectors.T,
            "stems": 2 * shared / (mine + other + 1e-3),
            "held": shared / (mine + 2),
            "held_around": (clause @ self.sentence_bag.T) / (mine + 2),
            "sentence_stems": 2 * (sentence @ self.sentence_bag.T) / (wide + all_wide + 1e-3),
        }

    def _tellers(self) -> dict[str, Matrix]:
        n, sources = self.rows, self.sources
        named = (sources[n] != "")[:, None]
        one_report = self.reports[n][:, None] == self.reports[None]
        steps = self.place[n][:, None] - self.place[None]
        earlier = np.array(n)[:, None] > np.arange(len(sources))[None]
        near = one_report & (np.abs(steps) <= BACK_SENTENCES)
        out = {
            "other_source": named & (sources[n][:, None] != sources[None]),
            "one_source": named & (sources[n][:, None] == sources[None]),
            "one_report": one_report,
            "one_sentence": one_report & (steps == 0),
            "near": near & (steps != 0),
            "before": near & earlier,
            "denier": self._row(lambda m: len(m.chain) > 1),
            "teller": self._column(lambda m: len(m.chain) > 1),
        }
        return {name: np.asarray(values, np.float32) for name, values in out.items()}

    def _forms(self) -> dict[str, Matrix]:
        out = {
            **{f"by_{name}": self._row(partial(_has, form)) for name, form in FORMS.items()},
            "denied": self._row(lambda m: m.certainty == "denied"),
            "negated": self._row(lambda m: m.polarity == "negated"),
            "supposed": self._row(lambda m: bool(MODAL.search(m.text))),
            "told_hedged": self._column(lambda m: m.certainty == "hedged"),
            "told_quoted": self._column(lambda m: m.certainty == "quoted"),
            "told_supposed": self._column(lambda m: bool(MODAL.search(m.text))),
        }
        out["accusing"] = self._column(partial(_has, ACCUSING))
        heads = np.array([self.wordings.head_stem(i) for i in range(len(self.mentions))])
        out["head"] = ((heads[self.rows][:, None] == heads[None]) & (heads[None] != "")).astype(np.float32)
        names = [frozenset(NAME.findall(m.proposition)) for m in self.mentions]
        clash = [[bool(names[i] and b and not names[i] & b) for b in names] for i in self.rows]
        out["names_clash"] = np.array(clash, np.float32).reshape(out["head"].shape)
        out["length"] = np.log1p(self.lengths[self.rows])[:, None] + np.zeros_like(out["head"])
        out["little"] = (self.lengths[self.rows] <= FEWEST_STEMS)[:, None] + np.zeros_like(out["head"])
        return out

    def _row(self, told: Callable[[Mention], bool]) -> Matrix:
        values = np.array([float(told(self.mentions[i])) for i in self.rows], np.float32)
        return np.repeat(values[:, None], len(self.mentions), axis=1)

    def _column(self, told: Callable[[Mention], bool]) -> Matrix:
        values = np.array([float(told(m)) for m in self.mentions], np.float32)
        return np.repeat(values[None], len(self.rows), axis=0)

    def _may(self) -> NDArray[np.bool_]:
        """Pairs that are weighed: the second tells something, does not negate, is no part or wording of the first, nor
        of its voice."""
        n = self.rows
        deniable = np.array([not self.negating[j] and self.tells(j) for j in range(len(self.mentions))])
        start = np.array([m.start for m in self.mentions])
        end = np.array([m.end for m in self.mentions])
        one_report = self.reports[n][:, None] == self.reports[None]
        overlap = one_report & (start[n][:, None] < end[None]) & (start[None] < end[n][:, None])
        quoted = np.array([m.certainty == "quoted" for m in self.mentions])
        plain = np.array([QUOTED.search(m.text) and not NEGATING.search(m.text) for m in self.mentions], bool)
        echo = (plain[n][:, None] | (quoted[n][:, None] & quoted[None])) & (self.features["stems"] >= ECHO)
        one_voice = one_report & (self.sources[n][:, None] == self.sources[None])
        claims = np.array([self.wordings.claim_of.get(i, f"-{i}") for i in range(len(self.mentions))])
        one_claim = claims[n][:, None] == claims[None]
        return np.asarray(deniable[None] & ~overlap & ~echo & ~one_voice & ~one_claim & (self._base >= NEAR))

    def tells(self, j: int, more_than: int = FEWEST_STEMS) -> bool:
        """Whether a mention is a clause that tells more than that somebody spoke, in more than so many stems."""
        mention, head = self.mentions[j], self.wordings.heads[j]
        if head is None or mention.form == "role" or is_supposed(mention.text):
            return False
        clause = self.wordings.trees[mention.report].is_clause(head)
        return clause and self.lengths[j] > more_than and self.wordings.head_stem(j) not in SPEECH


def _has(form: re.Pattern[str], mention: Mention) -> bool:
    return bool(form.search(mention.text))


def _bag(told: list[frozenset[str]], column: dict[str, int]) -> Matrix:
    out = np.zeros((len(told), len(column)), np.float32)
    for row, stems in enumerate(told):
        out[row, [column[s] for s in stems if s in column]] = 1.0
    return out
