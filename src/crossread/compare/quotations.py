"""Quotations: the wordings of one utterance across reports, and where the wordings part.

A changed number or a dropped negation inside a quotation is a conflict: both cannot be what was said. Any other
drift, as a translation makes it, is a refinement.
"""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from crossread.compare.utterances import Wording, wordings
from crossread.model.conflict import Conflict, Severity, Side
from crossread.model.quote import Quote
from crossread.model.stems import content_stems
from crossread.model.story import Story
from crossread.model.vector import Embed
from crossread.model.words import fold, words

# Two quotations are wordings of one utterance when the shorter one's content words lie in the other to this share …
CONTAINED = 0.7
# (so long and so like, they are one whoever the reports name as the speaker)
VERBATIM = 0.9
VERBATIM_STEMS = 6
# … or, of one speaker, when they mean the same to this degree (cosine of sentence embeddings).
ALIKE = 0.72
# Within one claim and from one speaker less is enough: the claim says already that they tell the same.
CLAIMED_ALIKE = 0.4
CLAIMED_CONTAINED = 0.5
# Indirect speech on both sides is one utterance only where the words are nearly the same, and enough of them.
RETOLD = 0.8
RETOLD_STEMS = 5
# Wordings this close (Indel similarity of words) can be compared word by word for what was changed.
CLOSE = 0.6
_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "cannot", "without", "nothing", "none"})
_NUMBER = re.compile(r"\d[\d.,]*")
_NUMERALS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
    billion""".split()
)


def group(story: Story, embed: Embed) -> list[Quote]:
    """Utterances that two or more reports give, each with its wordings in order of report."""
    return [_quote(n, g) for n, g in enumerate(_groups(story, embed), 1)]


def find(story: Story, embed: Embed) -> list[Conflict]:
    """Wordings of one utterance that part in a number or a negation (conflict) or otherwise (refinement)."""
    out = []
    for g in _groups(story, embed):
        direct = [w for w in g if w.direct]
        found = _parting(direct)
        if found is not None:
            out.append(found)
    return out


def _groups(story: Story, embed: Embed) -> list[list[Wording]]:
    every = [w for w in wordings(story) if w.stems]
    if not every:
        return []
    vectors = embed([w.text for w in every])
    lead = list(range(len(every)))

    def top(i: int) -> int:
        while lead[i] != i:
            i = lead[i]
        return i

    for i, j in _pairs(every):
        if _one_utterance(every[i], every[j], vectors[i], vectors[j]):
            a, b = sorted((top(i), top(j)))
            lead[b] = a
    sets: dict[int, list[Wording]] = {}
    for i, w in enumerate(every):
        sets.setdefault(top(i), []).append(w)
    kept = [sorted(s, key=lambda w: w.span) for s in sets.values() if len({w.span.report for w in s}) > 1]
    return sorted(kept, key=lambda s: s[0].span)


def _pairs(every: Sequence[Wording]) -> Iterable[tuple[int, int]]:
    """Pairs of different reports."""
    for i, a in enumerate(every):
        for j in range(i + 1, len(every)):
            b = every[j]
            if a.span.report != b.span.report:
                yield i, j


def _one_utterance(a: Wording, b: Wording, x: NDArray[np.float32], y: NDArray[np.float32]) -> bool:
    same = _same_speaker(a, b)
    shared = len(a.stems & b.stems) / min(len(a.stems), len(b.stems))
    if a.direct and b.direct and shared >= VERBATIM and min(len(a.stems), len(b.stems)) >= VERBATIM_STEMS:
        return True  # nobody says so many same words twice: the reports name the speaker differently
    if same is False:
        return False
    alike = float(x @ y)
    short = min(len(a.stems), len(b.stems)) < 3
    claimed = a.claim is not None and a.claim == b.claim
    if not a.direct and not b.direct:
        return bool(same) and shared >= RETOLD and min(len(a.stems), len(b.stems)) >= RETOLD_STEMS
    if same is None:  # nobody named on one side: the words alone must do
        return shared >= CONTAINED and (not short or claimed)
    if claimed and (alike >= CLAIMED_ALIKE or shared >= CLAIMED_CONTAINED):
        return True
    if short:
        return shared == 1.0 and a.direct and b.direct
    return shared >= CONTAINED or alike >= ALIKE


def _same_speaker(a: Wording, b: Wording) -> bool | None:
    """Whether two wordings have one speaker; None where one names nobody."""
    if not a.speaker or not b.speaker:
        return None
    if (a.actor is not None and a.actor == b.actor) or (a.origin is not None and a.origin == b.origin):
        return True
    one, two = set(content_stems(a.speaker)), set(content_stems(b.speaker))
    return 2 * len(one & two) >= max(1, min(len(one), len(two)))


def _quote(n: int, wordings_: list[Wording]) -> Quote:
    named = [w.speaker for w in wordings_ if w.speaker]
    speaker = max(sorted(set(named)), key=named.count) if named else ""
    claims = [w.claim for w in wordings_ if w.claim]
    claim = max(sorted(set(claims)), key=claims.count) if claims else None
    return Quote(f"q{n}", speaker, tuple(dict.fromkeys(w.span for w in wordings_)), claim)


def _parting(direct: list[Wording]) -> Conflict | None:
    """The gravest difference between two wordings close enough to be compared, told once for an utterance."""
    worst: tuple[int, Wording, Wording, str] | None = None
    for i, a in enumerate(direct):
        for b in direct[i + 1 :]:
            if a.span.report == b.span.report or not _close(a, b):
                continue
            difference = _difference(a, b)
            if difference is not None and (worst is None or difference[0] < worst[0]):
                worst = (difference[0], a, b, difference[1])
    if worst is None:
        return None
    rank, a, b, what = worst
    severity: Severity = "conflict" if rank == 0 else "refinement"
    who = a.speaker or b.speaker or "the speaker"
    text = f"{who} is quoted as “{a.text}” by {a.span.report} and as “{b.text}” by {b.span.report}: {what}."
    return Conflict("", "quote-wording", severity, (_side(a, direct), _side(b, direct)), text)


def _side(wording: Wording, direct: list[Wording]) -> Side:
    same = [w for w in direct if _forms(w) == _forms(wording)]
    return Side(wording.text, wording.claim, tuple(sorted({w.span for w in same})))


def _close(a: Wording, b: Wording) -> bool:
    return float(Indel.normalized_similarity(_forms(a), _forms(b))) >= CLOSE


def _forms(wording: Wording) -> list[str]:
    return [w.form for w in words(wording.text)]


def _difference(a: Wording, b: Wording) -> tuple[int, str] | None:
    """What parts two wordings: 0 for a number or a negation, 1 for other words; None where the words are the same."""
    one, two = _forms(a), _forms(b)
    if one == two:
        return None
    if _numbers(a) != _numbers(b) and _numbers(a) and _numbers(b):
        return 0, "the numbers differ"
    if _negations(one) != _negations(two) and abs(len(one) - len(two)) <= 2:
        return 0, "one has a negation that the other lacks"
    return 1, "the wording differs"


def _numbers(wording: Wording) -> frozenset[str]:
    digits = {m.group().rstrip(".,").replace(",", "") for m in _NUMBER.finditer(wording.text)}
    return frozenset(digits | (set(_forms(wording)) & _NUMERALS))


def _negations(forms: list[str]) -> int:
    return sum(f in _NEGATIONS or fold(f).endswith("n't") for f in forms) % 2
