"""Pronouns and definite descriptions: which earlier phrase of the report each stands for.

A conditional logit over features of agreement, place and salience, in the line of Lappin and Leass (1994), fitted
on GUM train (``training/references.py``). Names of one thing are taken together first, so that an antecedent is the
last name of what a pronoun's antecedent stands for.
"""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from crossread.annotate import reference_words as known
from crossread.annotate.phrases import Phrase, name_words, phrases_of
from crossread.model import genders
from crossread.model.annotated import Entity, Reference, Sentence, Token
from crossread.model.span import Extent
from crossread.models import locate

SENTENCES_BACK = 5
"""A pronoun's antecedent is hardly ever further away."""
DESCRIPTION_BACK = 30
"""A description reaches further: the person named at the top is "the senator" at the end."""
CANDIDATES = 40
"""At most so many of the nearest are weighed."""

FEATURES = (
    "none", "sentences", "words", "same sentence", "subject", "object", "possessive", "oblique", "name", "pronoun",
    "definite", "times told", "gender agrees", "gender unknown", "person", "organisation", "place", "other", "many",
    "same role", "same noun", "said of it", "both quoted", "one quoted", "first of sentence", "last sentence", "alike",
)  # fmt: skip

Floats = NDArray[np.float32]


class Chains:
    """Phrases told so far, by what they stand for."""

    def __init__(self, text: str, phrases: Sequence[Phrase]) -> None:
        self.phrases = phrases
        self.of: dict[int, int] = {}
        self._told: dict[int, int] = {}
        self._nouns: dict[int, set[str]] = {}
        self._names = _same_names(text, phrases)
        self._gender = _genders(phrases, self._names)
        self._wording: dict[tuple[int, str], int] = {}

    def add(self, i: int, antecedent: int | None) -> None:
        """Counts phrase ``i``, standing for what ``antecedent`` stands for or for something new."""
        phrase = self.phrases[i]
        chain = self.of[antecedent] if antecedent is not None else self.of.get(self._names.get(i, i), i)
        self.of[i] = chain
        self._wording[chain, phrase.form] = i
        self._told[chain] = self._told.get(chain, 0) + 1
        if phrase.gender and not self._gender.get(chain):
            self._gender[chain] = phrase.gender
        self._nouns.setdefault(chain, set()).update(phrase.nouns | {phrase.noun} if phrase.form != "pronoun" else ())

    def told(self, i: int) -> int:
        """How often the chain of ``i`` has been told."""
        return self._told[self.of[i]]

    def gender(self, i: int) -> str:
        """What is known of the gender of the chain."""
        return self._gender.get(self.of[i], "")

    def nouns(self, i: int) -> set[str]:
        """Nouns said of the chain."""
        return self._nouns[self.of[i]]

    def best_wording(self, i: int) -> int:
        """The last name of what ``i`` stands for, else its last noun phrase, else ``i``."""
        chain = self.of[i]
        return self._wording.get((chain, "name"), self._wording.get((chain, "noun"), i))


def _same_names(text: str, phrases: Sequence[Phrase]) -> dict[int, int]:
    """For each name the first name of the same thing: same words, or a person's last name alone, unless both have given
    names that differ ("Hanne Vestby", "Jonas Vestby")."""
    first: dict[tuple[str, ...], int] = {}
    given: dict[int, str] = {}
    out: dict[int, int] = {}
    for i, phrase in enumerate(phrases):
        if phrase.form == "name":
            words = name_words(text[phrase.start : phrase.end])
            keys = [tuple(words)] + ([(words[-1],)] if phrase.kind == "person" and words else [])
            own = words[0] if len(words) > 1 and genders.told((), words[0]) else ""
            alike = (first[k] for k in keys if k in first)
            out[i] = next((j for j in alike if not own or given.get(j, own) == own), i)
            if own:
                given.setdefault(out[i], own)
            for key in keys:
                first.setdefault(key, out[i])
    return out


def _genders(phrases: Sequence[Phrase], names: dict[int, int]) -> dict[int, str]:
    """By the first name of a thing the gender that the whole report gives it: "Mr Quilley" may come later."""
    told: dict[int, set[str]] = {}
    for i, first in names.items():
        if phrases[i].gender:
            told.setdefault(first, set()).add(phrases[i].gender)
    return {first: next(iter(genders)) for first, genders in told.items() if len(genders) == 1}


def wants(phrase: Phrase) -> bool:
    """Whether a phrase may stand for an earlier one: a pronoun that is no expletive, or a definite description."""
    if phrase.form == "pronoun":
        return phrase.role != "expl"
    kinds = ("person", "organisation", "place")
    return phrase.form == "noun" and phrase.definite and phrase.kind in kinds and not phrase.many


def candidates(phrases: Sequence[Phrase], i: int, tokens: Sequence[Token], chains: Chains) -> list[int]:
    """Indices of earlier phrases that agree, nearest first."""
    phrase = phrases[i]
    out: list[int] = []
    for j in range(i - 1, -1, -1):
        other = phrases[j]
        reach = SENTENCES_BACK if phrase.form == "pronoun" else DESCRIPTION_BACK
        if phrase.sentence - other.sentence > reach or len(out) >= CANDIDATES:
            break
        if other.end > phrase.start or _bound(phrase, other, tokens):
            continue
        if agrees(phrase, other, chains.gender(j)):
            out.append(j)
    return out


def agrees(phrase: Phrase, other: Phrase, gender: str) -> bool:
    """Kind, number and gender do not speak against it."""
    if other.form == "pronoun":
        return phrase.form == "pronoun" and phrase.kind == other.kind and phrase.gender == other.gender
    if phrase.form == "noun":
        return other.kind == phrase.kind and not other.many
    if phrase.kind == "person":
        return other.kind == "person" and not other.many and gender in ("", phrase.gender)
    if phrase.kind == "thing":
        return other.kind != "person" and not other.many
    return other.many or other.kind == "organisation"


def _bound(phrase: Phrase, other: Phrase, tokens: Sequence[Token]) -> bool:
    """Principle B: a pronoun that is no reflexive does not stand for its own verb's other argument."""
    if phrase.form != "pronoun" or phrase.noun in known.REFLEXIVES or phrase.role == "nmod:poss":
        return False
    return phrase.sentence == other.sentence and tokens[phrase.head].head == tokens[other.head].head >= 0


def rows(phrases: Sequence[Phrase], i: int, found: list[int], chains: Chains) -> Floats:
    """(1 + candidates, features); row 0 is "none"."""
    out = np.zeros((1 + len(found), len(FEATURES)), np.float32)
    out[0, 0] = 1
    for row, j in enumerate(found, 1):
        out[row] = _row(phrases[i], phrases[j], row, j, chains)
    return out


def _row(phrase: Phrase, other: Phrase, rank: int, j: int, chains: Chains) -> list[float]:
    back = phrase.sentence - other.sentence
    gender, nouns = chains.gender(j), chains.nouns(j)
    alike = known.ALIKE.get(phrase.noun)
    return [
        0.0, min(back, 8) / 2, np.log2(rank + 1), back == 0,
        other.role.startswith("nsubj"), other.role in ("obj", "iobj"),
        other.role == "nmod:poss", other.role in ("obl", "nmod"), other.form == "name", other.form == "pronoun",
        other.definite, min(np.log2(1 + chains.told(j)), 4.0), bool(gender) and gender == phrase.gender, not gender,
        other.kind == "person", other.kind == "organisation", other.kind == "place", other.kind == "other", other.many,
        other.role == phrase.role, other.noun == phrase.noun, phrase.noun in nouns, phrase.quoted and other.quoted,
        phrase.quoted != other.quoted, rank == 1, back == 1, alike is not None and alike in nouns,
    ]  # fmt: skip


@cache
def weights() -> dict[str, Floats]:
    """Fitted weights by class of phrase."""
    return dict(np.load(locate("references.npz")))


def class_of(phrase: Phrase) -> str:
    """Which weights a phrase uses."""
    return phrase.kind if phrase.form == "pronoun" else "description"


def find(
    text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], entities: Sequence[Entity]
) -> list[Reference]:
    """References in order of place; what has no fitting earlier phrase has none."""
    phrases = phrases_of(text, tokens, sentences, entities)
    chains, out = Chains(text, phrases), []
    for i, phrase in enumerate(phrases):
        best = None
        if wants(phrase):
            found = candidates(phrases, i, tokens, chains)
            scores = rows(phrases, i, found, chains) @ weights()[class_of(phrase)]
            chosen = int(scores.argmax())
            best = found[chosen - 1] if chosen else None
        if best is not None:
            wording = phrases[chains.best_wording(best)]
            out.append(Reference(phrase.start, phrase.end, Extent(wording.start, wording.end)))
        chains.add(i, best)
    return sorted(out)
