"""The same words in two reports: one claim, whatever a pronoun among them was read as."""

from collections import defaultdict

from crossread.model.mention import Mention
from crossread.model.words import words

FEWEST = 5
"""Words that two mentions share one for one. Of 65 such pairs of mentions in different reports of the corpus and the
real stories 64 are one claim; with four words 81 of 83."""
CHANCE = 0.98
"""That share."""
MOST = 40
"""Mentions of one wording that are paired with one another at the most."""


def pairs(mentions: tuple[Mention, ...]) -> set[tuple[int, int]]:
    """Pairs i < j of mentions of two reports in the same words."""
    same: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, m in enumerate(mentions):
        told = tuple(w.form for w in words(m.text))
        if len(told) >= FEWEST and len(same[told]) < MOST:
            same[told].append(i)
    return {
        (i, j)
        for rows in same.values()
        for k, i in enumerate(rows)
        for j in rows[k + 1 :]
        if mentions[i].report != mentions[j].report
    }
