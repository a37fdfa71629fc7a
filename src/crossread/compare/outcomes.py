"""Outcomes that part: the same thing told to have happened and not to have happened, or its opposite."""

import re

from crossread.compare.pairs import Wordings, conflict, once
from crossread.model.conflict import Conflict, Severity
from crossread.model.mention import Mention
from crossread.model.opposites import OPPOSITES
from crossread.model.stems import stem
from crossread.model.words import is_run_of, words

LEAST_COSINE = 0.5
"""Cosine of two propositions below which they speak of different things."""
LEAST_SHARED = 0.5
"""Share of the shorter proposition's stems, the predicates aside, that the other must hold."""
FIRM_SHARED = 0.75
"""The same for severity conflict."""
FEWEST_SHARED = 2
"""Stems that two propositions must share beside their predicates: a subject and what it is about."""
FIRM_STEMS = 3
"""The same for severity conflict: two who were offered a post need not have been offered one post."""
CERTAIN = frozenset({"asserted", "attributed", "quoted"})
"""Mentions that say a thing is so; a hedged one conflicts with nothing."""
MODAL = frozenset(["can", "could", "may", "might", "would", "should", "will", "shall", "must", "if", "whether"])
"""Words that tell no outcome yet."""
NEGATION = re.compile(r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|fail\w*|refus\w*)\b|n['’]t\b", re.I)
"""Words that negate. Where both wordings have one, or neither, their polarities do not differ by it."""
_LIGHT = frozenset(stem(w) for w in "have has had be is was were do did get got make made take took go went".split())
"""Verbs that mean what their object means: one with another object is another thing."""
_TITLES = frozenset({"mr", "mrs", "ms", "dr"})
"""Forms of address, shared by any two who are called so."""
BY = re.compile(r"\b(?:by|until|till|before)\s+(?:\d|[A-Z]|early|late|the end|next)")
"""A bound in time: "not before May" agrees with "by June"."""
_SPEECH = frozenset(
    stem(w) for w in "say said tell told ask add reply note write speak comment think believe announce disclose".split()
)
"""To have said one thing and not another parts nobody."""
_FIRED = (frozenset({stem("open"), stem("opened")}), stem("fire"))
"""To open fire has nothing to do with what is closed."""


def find(wordings: Wordings) -> list[Conflict]:
    """Pairs whose predicates are one with opposite polarity, or opposites. ``denials`` tells what somebody denies."""
    found = []
    for i, j, _ in wordings.near(LEAST_COSINE):
        a, b = wordings.mentions[i], wordings.mentions[j]
        if (a.report == b.report and a.start < b.end and b.start < a.end) or "denied" in (a.certainty, b.certainty):
            continue
        severity = _severity(wordings, i, j)
        if severity:
            end = "The two cannot both hold" if severity == "conflict" else "They are hard to square"
            told = f"{wordings.account(a)}; {wordings.account(b)}. {end} if both speak of one event."
            found.append(conflict("outcome", severity, (wordings.side(i), wordings.side(j)), told))
    return once(found)


def _severity(wordings: Wordings, i: int, j: int) -> Severity | None:
    a, b = wordings.mentions[i], wordings.mentions[j]
    left, right = wordings.head_stem(i), wordings.head_stem(j)
    if (left == right and left in _SPEECH | _LIGHT) or (BY.search(a.text) and BY.search(b.text)):
        return None
    opposed = frozenset((left, right)) in OPPOSITES and not any(
        head in _FIRED[0] and _FIRED[1] in wordings.stems[k] for head, k in ((left, i), (right, j))
    )
    if not left or not (opposed or left == right) or (a.polarity != b.polarity) == opposed:
        return None
    if not opposed and bool(NEGATION.search(a.text)) == bool(NEGATION.search(b.text)):
        return None
    if wordings.on_other_days(i, j):
        return None  # shares fell on Tuesday and rose on Friday
    rest_a, rest_b = wordings.stems[i] - {left} - _TITLES, wordings.stems[j] - {right} - _TITLES
    shared = len(rest_a & rest_b)
    share = shared / max(1, min(len(rest_a), len(rest_b)))
    if shared < FEWEST_SHARED or share < LEAST_SHARED or _cut_short(a, b):
        return None
    alike = share >= FIRM_SHARED and shared >= FIRM_STEMS
    firm = alike and a.certainty in CERTAIN and b.certainty in CERTAIN and not (_modal(a) or _modal(b))
    return "conflict" if firm else "tension"


def _cut_short(a: Mention, b: Mention) -> bool:
    """Whether the words of one mention stand in the other in one piece."""
    short, long = sorted(([w.form for w in words(m.text)] for m in (a, b)), key=len)
    return is_run_of(short, long)


def _modal(mention: Mention) -> bool:
    return any(w.form in MODAL for w in words(mention.text))
