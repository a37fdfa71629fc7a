"""Wrongdoing that is alleged by one voice and ruled out by another: "a crime" against "no laws were broken".

The two share no word, so that likeness of wording never sets them against each other.
"""

import re

import numpy as np

from crossread.compare.pairs import Wordings, conflict, once
from crossread.model.conflict import Conflict
from crossread.model.mention import Mention, happens, is_supposed

ALLEGED = re.compile(
    r"\b(?:crim(?:e|es|inal)|felon(?:y|ies)|illegal\w*|unlawful\w*|brib\w+|fraud\w*|corrupt\w*|misconduct|"
    r"wrongdoing|improper|impropriet(?:y|ies)|"
    r"(?:broke|breach\w*|violat\w+)\s+(?:the\s+|a\s+|any\s+)?(?:\w+\s+)?(?:law|laws|code|rules?))\b",
    re.I,
)
"""Words by which something is said to be against the law."""
STATUTE = re.compile(r"\b(?:is|are)\s+(?:\w+\s+)?(?:illegal|unlawful|a\s+crime)\s+(?:for|to)\b", re.I)
"""What the law says in general charges nobody."""
CLEARED = re.compile(
    r"\bno\s+(?:laws?|rules?|crimes?)\s+(?:\w+\s+){0,2}?(?:broken|violated|breached|committed)|"
    r"\b(?:nothing|not)\s+(?:\w+\s+)?(?:improper|illegal|unlawful|wrong|untoward)|"
    r"\bno\s+(?:such\s+)?(?:impropriety|wrongdoing|misconduct)|\blegally\s+permissible|"
    r"\b(?:is|was|were|are)\s+(?:entirely\s+|fully\s+|perfectly\s+)?(?:legal|lawful)\b|"
    r"\bconsistent\s+with\s+(?:the\s+)?(?:\w+\s+)?law\b|\black\w*\s+(?:a\s+|any\s+)?basis\s+in\s+(?:the\s+)?law\b",
    re.I,
)
"""Words by which it is said to be within it."""
LEAST_COSINE = 0.3
"""Cosine of the two sentences below which they are of two matters."""
MOST = 3
"""Most pairs of one story."""


def find(wordings: Wordings) -> list[Conflict]:
    """Each clearing against the likest allegation of another voice; tensions, since the matter may be another."""
    cleared = [i for i, m in enumerate(wordings.mentions) if CLEARED.search(m.text) and not is_supposed(m.text)]
    alleged = [i for i, m in enumerate(wordings.mentions) if _alleges(m)]
    if not cleared or not alleged:
        return []
    like = wordings.sentence_vectors[cleared] @ wordings.sentence_vectors[alleged].T
    ranked = []
    for row, i in enumerate(cleared):
        for column in np.argsort(-like[row], kind="stable").tolist():
            j = alleged[column]
            if like[row, column] < LEAST_COSINE:
                break
            if _two_voices(wordings, i, j):
                ranked.append((-float(like[row, column]), i, j))
                break
    return once([_conflict(wordings, i, j) for _, i, j in sorted(ranked)])[:MOST]


def _alleges(mention: Mention) -> bool:
    return (
        happens(mention)
        and bool(ALLEGED.search(mention.text))
        and not (CLEARED.search(mention.text) or STATUTE.search(mention.text))
    )


def _two_voices(wordings: Wordings, i: int, j: int) -> bool:
    """Whether two mentions stand on the words of two named sources and tell two claims."""
    one, two = wordings.sources[i], wordings.sources[j]
    return bool(one and two) and one != two and wordings.claim_of.get(i, "") != wordings.claim_of.get(j, "-")


def _conflict(wordings: Wordings, i: int, j: int) -> Conflict:
    clearing, charge = wordings.mentions[i], wordings.mentions[j]
    told = f"{wordings.account(charge)}; {wordings.account(clearing)}. They part if both speak of one matter."
    return conflict("denial", "tension", (wordings.side(j), wordings.side(i)), told)
