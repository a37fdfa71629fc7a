"""Names that part: one actor spelt in two ways by different reports."""

from rapidfuzz.distance import Levenshtein

from crossread.compare.pairs import Wordings, conflict
from crossread.model.actor import Actor, Naming
from crossread.model.conflict import Conflict, Side
from crossread.model.countries import name_words
from crossread.model.words import fold, words

LANDS = frozenset(fold(word) for word in name_words())
"""Words of countries' names and their adjectives."""
FARTHEST = 2
"""Edits between two spellings of one word."""
SHORTEST = 4
"""Letters of a word below which two edits make another word."""


def find(wordings: Wordings) -> list[Conflict]:
    """Spellings that differ, by actor. Accents and case aside: those are told nowhere as a difference."""
    found: list[Conflict] = []
    for actor in wordings.story.actors:
        told: dict[frozenset[str], Conflict] = {}
        longest_first = sorted(actor.aliases, key=lambda n: (-len(n.text), n.text))
        for i, a in enumerate(longest_first):
            for b in longest_first[i + 1 :]:
                if pair := _misspelt(a, b):
                    told.setdefault(pair, _conflict(actor, a, b))
        found += told.values()
    return found


def _misspelt(a: Naming, b: Naming) -> frozenset[str]:
    """The one word in which two names differ, in both spellings; empty where they differ otherwise or in one report."""
    left, right = [w.form for w in words(a.text)], [w.form for w in words(b.text)]
    if len(left) != len(right) or {s.report for s in a.mentions} == {s.report for s in b.mentions}:
        return frozenset()
    apart = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    if len(apart) != 1:
        return frozenset()
    short, long = sorted(apart[0], key=len)
    if {short, long} <= LANDS:
        return frozenset()  # "French" is no spelling of "France"
    close = len(short) >= SHORTEST and long != short + "s" and Levenshtein.distance(short, long) <= FARTHEST
    return frozenset((short, long)) if close else frozenset()


def _conflict(actor: Actor, a: Naming, b: Naming) -> Conflict:
    def where(naming: Naming) -> str:
        return ", ".join(sorted({s.report for s in naming.mentions}))

    told = f"{actor.name} is spelt “{a.text}” in {where(a)} and “{b.text}” in {where(b)}."
    sides = tuple(Side(n.text, None, n.mentions) for n in (a, b))
    return conflict("name", "refinement", sides, told)
