"""Denials: who denies what, and who tells what is denied."""

import re
from collections import Counter

import msgspec
import numpy as np

from crossread.compare.denial_pairs import Likeness
from crossread.compare.negation import ACCUSING, DENYING, NAME, is_denial, leans
from crossread.compare.pairs import Wordings, conflict, flat, once, span, teller
from crossread.model.conflict import Conflict, Severity, Side
from crossread.model.mention import Mention
from crossread.model.span import Extent
from crossread.model.stems import stem

BACK = 400
"""Characters before an anaphoric denial in which what it denies is looked for."""
POINTED_STEMS = 1
"""Stems of which what a denial points back to must have more: "the recording is authentic" has two."""
LIKELY = 0.2
"""Least chance (``denial_pairs.py``) of a tension. Of 0.11, 0.15 and 0.2 on corpus dev: as many of the key's conflicts
are found with each, and with this one a third of the tensions of this kind are right."""
LIKELY_DENIED = 0.14
"""The same where a word that can mean nothing else says that something is denied: then there is something denied."""
SURE = 0.5
"""The same for severity conflict, where the denial has a word that can mean nothing else. On the corpus only a claim
told again in much the same words with a denial before it is so likely; of those between, too few are right."""
MOST_LIKELY = 6
"""Most denials in one story that the model alone tells, for a reader must be able to check them all."""
MOST_DENIALS = 2
"""Denials of one claim that are told, the likeliest first."""


def find(wordings: Wordings) -> list[Conflict]:
    """Each denial against what it points back to, and the likeliest of the others against what they likely deny."""
    likeness = Likeness(wordings)
    if not likeness.rows:
        return []
    pointed, places = _pointed(wordings, likeness)
    found = [_conflict(wordings, i, j, severity) for i, j, severity in pointed]
    done = {_claim(wordings, i) for i, _, _ in pointed}
    targets = Counter(_claim(wordings, j) for _, j, _ in pointed)
    room = MOST_LIKELY
    for chance, i, j in _likeliest(likeness):
        denial, told = _claim(wordings, i), _claim(wordings, j)
        if room == 0:
            break
        if (chance < LIKELY and not is_denial(wordings.mentions[i])) or (
            wordings.ruled_out[i] and wordings.ruled_out[j]
        ):
            continue
        if denial in done or targets[told] >= MOST_DENIALS or _overlaps(wordings.mentions[i], places):
            continue
        if wordings.of_one_sentence(i, j) or _goes_on(wordings, i, j):
            continue
        done.add(denial)
        targets[told] += 1
        room -= 1
        sure = chance >= SURE and is_denial(wordings.mentions[i]) and wordings.mentions[j].certainty != "hedged"
        found.append(_conflict(wordings, i, j, "conflict" if sure else "tension", not sure))
    return once(found)


def _goes_on(wordings: Wordings, i: int, j: int) -> bool:
    """Whether two sentences side by side are one source's, and none denies: that tells a thing and goes on."""
    a, b = wordings.mentions[i], wordings.mentions[j]
    if a.report != b.report or is_denial(a) or a.chain[-1].name != b.chain[-1].name:
        return False
    tree = wordings.trees[a.report]
    return abs(tree.sentence_number(a.start) - tree.sentence_number(b.start)) <= 1


Places = list[tuple[str, Extent]]
"""Reports and stretches of their text."""


def _pointed(wordings: Wordings, likeness: Likeness) -> tuple[list[tuple[int, int, Severity]], Places]:
    """(denial, what it points to, severity) by rule, in order, and where these denials stand; of denials that share
    words the shortest, which holds least beside."""
    found: list[tuple[int, int, Severity]] = []
    places: Places = []
    for i in sorted(likeness.rows, key=lambda i: (len(wordings.mentions[i].text), i)):
        target = _answered(wordings, likeness, i) or _accusation(wordings, likeness, i)
        mention = wordings.mentions[i]
        if target is not None and not _overlaps(mention, places):
            found.append((i, *target))
            places.append((mention.report, Extent(mention.start, mention.end)))
    return sorted(found), places


def _overlaps(mention: Mention, places: Places) -> bool:
    """Whether a mention shares words with one whose denial is told already."""
    mine = Extent(mention.start, mention.end)
    return any(report == mention.report and place.overlaps(mine) for report, place in places)


def _claim(wordings: Wordings, i: int) -> str:
    """The claim of a mention; the mention's own where it is of none."""
    return wordings.claim_of.get(i, f"mention {i}")


def _likeliest(likeness: Likeness) -> list[tuple[float, int, int]]:
    """(chance, denial, denied), the likeliest first."""
    chances = likeness.chances()
    pairs = np.argwhere(chances >= LIKELY_DENIED).tolist()
    ranked = sorted((-float(chances[row, j]), likeness.rows[row], j) for row, j in pairs)
    return [(-negative, i, j) for negative, i, j in ranked]


def _answered(wordings: Wordings, likeness: Likeness, i: int) -> tuple[int, Severity] | None:
    """What a denial without content of its own ("which she denies") points back to."""
    mention = wordings.mentions[i]
    if not is_denial(mention) or not leans(mention.text.strip()):
        return None
    back = _pointed_at(wordings, likeness, i)
    if back is None:
        return None
    tree = wordings.trees[mention.report]
    here = tree.sentence(wordings.mentions[back].start) == tree.sentence(mention.start)
    others = _on_anothers_word(wordings.mentions[back], denier(wordings, i))
    # On the corpus, what a denial points to in its own sentence is right; further back, one time in five.
    return back, "conflict" if here and others else "tension"


def _accusation(wordings: Wordings, likeness: Likeness, i: int) -> tuple[int, Severity] | None:
    """What a denial of somebody's claims answers where it names who makes them: the likest accusation by that name."""
    mention = wordings.mentions[i]
    if mention.certainty != "denied" or not CLAIMS.search(mention.text):
        return None
    named = _names(mention.text) - _names(denier(wordings, i))
    row = likeness.rows.index(i)
    accusations = [
        j
        for j, m in enumerate(wordings.mentions)
        if likeness.tells(j) and not likeness.negating[j] and ACCUSING.search(m.text) and _names(m.text) & named
    ]
    if not accusations:
        return None
    return max(accusations, key=lambda j: (float(likeness.features["around"][row, j]), -j)), "tension"


CLAIMS = re.compile(r"\b(?:claim|accusation|allegation|charge|suggestion|assertion)s?\b", re.I)
"""Nouns for what is denied, told elsewhere."""


def _names(text: str) -> frozenset[str]:
    """Stems of the names in a text: "Republican", "Republicans"."""
    return frozenset(stem(name) for name in NAME.findall(text))


def _pointed_at(wordings: Wordings, likeness: Likeness, i: int) -> int | None:
    """What a denial points back to: in its own sentence, else in the nearest of the two before, the main clause that
    stands on another's word; the main clause where nobody else is named."""
    mention = wordings.mentions[i]
    tree = wordings.trees[mention.report]
    if _relative(wordings, i) and (before := _just_before(wordings, i)) is not None:
        return before
    denied_by = denier(wordings, i)
    by_sentence: dict[int, list[int]] = {}
    for j, m in enumerate(wordings.mentions):
        near = m.report == mention.report and m.start < mention.start and mention.start - m.start <= BACK
        if near and not is_denial(m) and likeness.tells(j, POINTED_STEMS):
            by_sentence.setdefault(tree.sentence(m.start).start, []).append(j)
    for start in sorted(by_sentence, reverse=True):
        others = [j for j in by_sentence[start] if _on_anothers_word(wordings.mentions[j], denied_by)]
        here = start == tree.sentence(mention.start).start
        some = others or (by_sentence[start] if here else [])
        if some:
            return min(some, key=lambda j: (_depth(wordings, j), j))
    return None


def _relative(wordings: Wordings, i: int) -> bool:
    """Whether a denial is a relative clause that says of the thing before it who denies it ("bombings, which the army
    denies"), not one that says who denies ("the minister, who denies it")."""
    mention = wordings.mentions[i]
    tree, head = wordings.trees[mention.report], wordings.heads[i]
    subject = tree.subject(head) if head is not None else None
    opening = mention.text.split(" ", 1)[0].lower()
    return opening in ("which", "that") and subject is not None and tree.lower[subject] not in ("which", "that")


def _just_before(wordings: Wordings, i: int) -> int | None:
    """The mention of its sentence that ends nearest before a denial, be it a phrase; the shortest of such."""
    mention = wordings.mentions[i]
    tree = wordings.trees[mention.report]
    here = tree.sentence(mention.start)
    before = [
        j
        for j, m in enumerate(wordings.mentions)
        if m.report == mention.report and here.start <= m.start < mention.start and m.form != "role"
        # One that ends with the denial tells what is denied as well.
        if m.end <= mention.start or m.end == mention.end
    ]
    ends = {j: min(wordings.mentions[j].end, mention.start) for j in before}
    return max(before, key=lambda j: (ends[j], -len(wordings.mentions[j].text)), default=None)


def _on_anothers_word(mention: Mention, denied_by: str) -> bool:
    return len(mention.chain) > 1 and mention.chain[-1].name != denied_by


def _depth(wordings: Wordings, j: int) -> int:
    head = wordings.heads[j]
    return wordings.trees[wordings.mentions[j].report].depth[head] if head is not None else 0


def denier(wordings: Wordings, i: int) -> str:
    """Who denies: the subject of the denying verb, else the innermost source."""
    mention = wordings.mentions[i]
    tree = wordings.trees[mention.report]
    for t in tree.inside(Extent(mention.start, mention.end)):
        subject = tree.subject(t) if DENYING.fullmatch(tree.lower[t]) and tree.tokens[t].upos == "VERB" else None
        if subject is not None and tree.tokens[subject].upos != "PRON":
            words = tree.extent(tree.subtree(subject)).of(tree.text)
            return " ".join(words.split()) if len(words) <= LONGEST_NAME else tree.words[subject]
    return teller(mention) or "the report itself"


LONGEST_NAME = 60
"""Characters of a subject that are shown whole."""


def _conflict(wordings: Wordings, i: int, j: int, severity: Severity, guess: bool = False) -> Conflict:
    denial, told = wordings.mentions[i], wordings.mentions[j]
    lead = "it is denied by" if is_denial(denial) else "against it stands what is told by"
    explanation = (
        f"{wordings.account(told)}; {lead} {denier(wordings, i)} in "
        f"{wordings.outlet(denial.report)}: “{flat(denial.text)}”."
    )
    if severity == "tension":
        explanation += " Whether the denial is of this very claim is not certain."
    sides = (_denied(wordings, i, j), wordings.side(i))
    return conflict("denial", severity, sides, explanation, guess)


def _path(mention: Mention) -> list[str]:
    """The names on whose word a mention stands, outermost first."""
    return [link.name for link in mention.chain[1:]]


def _denied(wordings: Wordings, i: int, j: int) -> Side:
    """The side that is denied. A denial without words of its own ("the company disputes this") is of all that is told
    on that word in the sentence that it points back to."""
    side, told, denial = wordings.side(j), wordings.mentions[j], wordings.mentions[i]
    tree = wordings.trees[told.report]
    here = tree.sentence(told.start)
    if (
        len(told.chain) < 2
        or told.report != denial.report
        or here == tree.sentence(denial.start)
        or not leans(denial.text.strip())
    ):
        return side
    beside = [
        span(m)
        for m in wordings.mentions
        if m.report == told.report and here.start <= m.start < here.end and _path(m) == _path(told)
    ]
    return msgspec.structs.replace(side, mentions=tuple(dict.fromkeys((*side.mentions, *beside))))
