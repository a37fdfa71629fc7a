"""Quotations: the wordings of one utterance across reports, and where the wordings part.

A changed number or a dropped negation inside a quotation is a conflict: both cannot be what was said. Any other
drift, as a translation makes it, is a refinement.
"""

import re
from collections.abc import Sequence, Set

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from crossread.compare.quotation_pairs import JOINED, RETOLD, VERBATIM, forms, in_order, near, odds, same_speaker
from crossread.compare.utterances import Wording, wordings
from crossread.model.conflict import Conflict, Severity, Side
from crossread.model.quote import Quote
from crossread.model.story import Story
from crossread.model.vector import Embed
from crossread.model.words import fold, is_run_of, words

# Indirect speech alone is an utterance where this many reports give one claim on one speaker's word …
WIDELY = 4
# … in sentences this alike (cosine); fewer reports or looser likeness told false utterances in two of the real stories.
WIDELY_ALIKE = 0.5
# A quotation of fewer content words is a part of one longer at the most: a catchword ("too big to fail") ties no two.
WHOLE_STEMS = 3
# Wordings this close (Indel similarity of words) can be compared word by word for what was changed.
CLOSE = 0.6
# A negation is dropped where the rest of the words is this alike, not where the thought is put another way.
BUT_FOR_NEGATION = 0.85
_ANSWER = re.compile(r"\W*No[,.!;:–—]", re.IGNORECASE)
_NEGATIONS = frozenset({"not", "no", "never", "nor", "neither", "cannot", "without", "nothing", "none", "nobody"})
_NUMBER = re.compile(r"\d[\d.,]*")
_NUMERALS = frozenset(
    """two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million
    billion""".split()
)


def group(story: Story, embed: Embed) -> list[Quote]:
    """Utterances: first those that two or more reports give, each with its wordings in order of report, then what one
    report alone quotes of at least three content words."""
    every = wordings(story)
    several = _groups(every, embed)
    grouped = {w.span for g in several for w in g}
    alone = (w for w in every if w.direct and len(w.stems) >= WHOLE_STEMS and w.span not in grouped)
    once = [[w] for w in sorted(alone, key=lambda w: w.span)]
    return [_quote(n, g) for n, g in enumerate([*several, *once], 1)]


def find(story: Story, embed: Embed) -> list[Conflict]:
    """Wordings of one utterance that part in a number or a negation (conflict) or otherwise (refinement)."""
    out = []
    for g in _groups(wordings(story), embed):
        direct = [w for w in g if w.direct]
        found = _parting(direct)
        if found is not None:
            out.append(found)
    return out


def _groups(told: Sequence[Wording], embed: Embed) -> list[list[Wording]]:
    """Utterances that two or more reports give: one of them in quotation marks, or many of them without."""
    every = [w for w in told if w.stems]
    if not every:
        return []
    vectors = embed([w.text for w in every])
    direct = [i for i, w in enumerate(every) if w.direct]
    sets = _joined(every, direct, vectors)
    free: list[int] = []
    for i, w in enumerate(every):
        home = None if w.direct else _told_of(i, every, direct, vectors)
        if home is not None:
            next(s for s in sets if home in s).append(i)
        elif not w.direct and w.claim is not None:
            free.append(i)
    kept = [sorted((every[i] for i in _one_a_report(s, every, vectors)), key=lambda w: w.span) for s in sets]
    kept += _widely_told(every, free, vectors)
    return sorted((s for s in kept if len({w.span.report for w in s}) > 1), key=lambda s: s[0].span)


def _widely_told(every: Sequence[Wording], free: Sequence[int], vectors: NDArray[np.float32]) -> list[list[Wording]]:
    """Claims that many reports give on one speaker's word though none quotes it: "service may be back by May"."""
    by_claim: dict[str | None, list[list[int]]] = {}
    for i in free:
        sets = by_claim.setdefault(every[i].claim, [])
        alike = [s for s in sets if any(same_speaker(every[i], every[j]) for j in s)]
        home = next((s for s in alike if float(max(vectors[s] @ vectors[i])) >= WIDELY_ALIKE), None)
        if home is None:
            sets.append([i])
        else:
            home.append(i)
    told = [s for sets in by_claim.values() for s in sets if len({every[i].span.report for i in s}) >= WIDELY]
    return [sorted((every[i] for i in s), key=lambda w: w.span) for s in told]


def _joined(every: Sequence[Wording], direct: Sequence[int], vectors: NDArray[np.float32]) -> list[list[int]]:
    """Sets of quotations (indices), joined by pairs of different reports that one utterance stands behind."""
    held = {i: [i] for i in direct}
    pairs: list[tuple[float, int, int]] = []
    slight: dict[int, list[tuple[float, int]]] = {}
    for n, i in enumerate(direct):
        for j, alike in near(i, direct[n + 1 :], vectors):
            a, b = every[i], every[j]
            if a.span.report == b.span.report or (chance := odds(a, b, alike)) < JOINED:
                continue
            few = [k for k in (i, j) if len(every[k].stems) < WHOLE_STEMS]
            if len(few) == 1:
                slight.setdefault(few[0], []).append((chance, j if few[0] == i else i))
            else:
                pairs.append((-chance, i, j))
    pairs += [(1.0, i, max(others, key=lambda o: (o[0], -o[1]))[1]) for i, others in slight.items()]
    for _, i, j in sorted(pairs):
        if held[i] is not held[j] and not _two_utterances(held[i], held[j], every):
            held[i] += held[j]
            for k in held[j]:
                held[k] = held[i]
    return sorted({id(some): sorted(some) for some in held.values()}.values())


def _two_utterances(some: Sequence[int], others: Sequence[int], every: Sequence[Wording]) -> bool:
    """Whether one report gives something of both as two utterances, in other words; not where they are pieces of what
    another report gives in one."""
    told = [every[i] for i in (*some, *others)]

    def of_one(a: Wording, b: Wording) -> bool:
        long = max(len(forms(a)), len(forms(b)))
        longer = (w for w in told if w.span.report != a.span.report and len(forms(w)) > long)
        return any(min(in_order(a, w)[0], in_order(b, w)[0]) >= VERBATIM for w in longer)

    beside = ((every[i], every[j]) for i in some for j in others if every[i].span.report == every[j].span.report)
    whole = ((a, b) for a, b in beside if min(len(a.stems), len(b.stems)) >= WHOLE_STEMS)
    return any(in_order(a, b)[0] < CLOSE and not of_one(a, b) for a, b in whole)


def _told_of(i: int, every: Sequence[Wording], direct: Sequence[int], vectors: NDArray[np.float32]) -> int | None:
    """The quotation of another report, by the same speaker, that indirect speech most likely retells, or None."""
    mine = every[i]
    best: tuple[float, int] | None = None
    for j, alike in near(i, direct, vectors):
        if every[j].span.report != mine.span.report and same_speaker(mine, every[j]):
            rank = (odds(mine, every[j], alike), -j)
            best = max(best, rank) if best is not None else rank
    return -best[1] if best is not None and best[0] >= RETOLD else None


def _one_a_report(members: Sequence[int], every: Sequence[Wording], vectors: NDArray[np.float32]) -> list[int]:
    """The quotations, and of each report that does not quote the utterance the indirect wording nearest to them."""
    direct = [i for i in members if every[i].direct]
    quoting = {every[i].span.report for i in direct}
    nearest: dict[str, tuple[float, int]] = {}
    for i in members:
        report = every[i].span.report
        if report not in quoting:
            rank = (float(max(vectors[direct] @ vectors[i])), -i)
            nearest[report] = max(nearest.get(report, rank), rank)
    return [*direct, *(-i for _, i in nearest.values())]


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
    same = [w for w in direct if forms(w) == forms(wording)]
    return Side(wording.text, wording.claim, tuple(sorted({w.span for w in same})))


def _close(a: Wording, b: Wording) -> bool:
    return _like(forms(a), forms(b)) >= CLOSE


def _difference(a: Wording, b: Wording) -> tuple[int, str] | None:
    """What parts two wordings: 0 for a number or a negation, 1 for other words; None where the words are the same."""
    one, two = forms(a), forms(b)
    short, long = sorted((_spelt(a.text), _spelt(b.text)), key=len)
    if is_run_of(short, long) and _negations(one) == _negations(two):
        return None  # the same words, or a part of them that says no less
    if _changed(_digits(a), _digits(b)) or _changed(_NUMERALS.intersection(one), _NUMERALS.intersection(two)):
        return 0, "the numbers differ"
    one, two = _after_answer(a), _after_answer(b)
    if _negations(one) != _negations(two) and _like(_plain(one), _plain(two)) >= BUT_FOR_NEGATION:
        return 0, "one has a negation that the other lacks"
    return 1, "the wording differs"


_APART = re.compile(r"(?<=\w)(['’]) (?=(?:s|m|d|t|ll|re|ve)\b)")
_BRITISH = (
    (re.compile(r"is(e[ds]?|ing|ations?)\Z"), r"iz\1"),
    (re.compile(r"(?<=\w\w)our(s|ed|ing|able|ites?)?\Z"), r"or\1"),
    (re.compile(r"ll(ed|ing|ers?)\Z"), r"l\1"),
    (re.compile(r"(?<=\w\w)(t|b)re(s?)\Z"), r"\1er\2"),
    (re.compile(r"ence(s?)\Z"), r"ense\1"),
)
"""Endings that British and American papers spell in two ways."""


def _spelt(text: str) -> list[str]:
    """Words with the spellings of two countries made one, and marks of short forms closed up ("I’ m")."""
    out = [w.form for w in words(_APART.sub(r"\1", text))]
    for pattern, to in _BRITISH:
        out = [pattern.sub(to, form) for form in out]
    return out


def _after_answer(wording: Wording) -> list[str]:
    """The words of a wording behind the "No" with which it answers: "No, I meant the founder" negates nothing."""
    found = forms(wording)
    return found[1:] if _ANSWER.match(wording.text) else found


def _changed(one: Set[str], two: Set[str]) -> bool:
    """Whether two sets of numbers, written in the same way, differ ("48" and "forty-eight" are not compared)."""
    return bool(one and two and one != two)


def _digits(wording: Wording) -> Set[str]:
    return {m.group().rstrip(".,").replace(",", "") for m in _NUMBER.finditer(wording.text)}


def _negates(form: str) -> bool:
    return form in _NEGATIONS or fold(form).endswith("n't")


def _plain(forms: list[str]) -> list[str]:
    return [f for f in forms if not _negates(f)]


def _negations(forms: list[str]) -> int:
    return sum(map(_negates, forms)) % 2


def _like(one: list[str], two: list[str]) -> float:
    return float(Indel.normalized_similarity(one, two))
