"""Denials: who denies what, and who tells what is denied."""

import re

from crossread.compare.pairs import Wordings, conflict, flat, once
from crossread.model.conflict import Conflict, Severity
from crossread.model.mention import Mention
from crossread.model.span import Extent
from crossread.model.stems import content_stems, stem

CUES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|rebut\w*|reject\w*|dismiss\w*|disput\w+|contradict\w*|rul\w+ out|"
    r"(?:an )?invention|fabricat\w+|baseless|unfounded|untrue|false|no truth|never)\b",
    re.I,
)
"""Words by which somebody denies."""
STRONG = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut\w+|invention|fabricat\w+|baseless|unfounded|untrue|no truth)\b",
    re.I,
)
"""Words that can mean nothing else. To reject or to rule out can also be to refuse."""
ANAPHORIC = re.compile(
    r"(?:\b(?:den(?:y|ies|ied|ying)|disput\w+|refut\w+|reject\w*|dismiss\w*|call\w* (?:it|this|that)|contradict\w*)"
    r"(?:\s+(?:strongly|firmly|flatly|categorically|it|this|that|them|(?:the|these|those|this|that|any|all|such|both)\s+"
    r"(?:\w+\s+)?(?:claim|report|accusation|allegation|charge|suggestion|assertion|story|account|rumou?r|statement|"
    r"number|figure|version|link|wrongdoing)s?))*\s*[.,;]*$)|^\W*(?:which|a \w+|an \w+)\b",
    re.I,
)
"""What stands for the thing denied, told before."""
CUE_STEMS = frozenset(
    stem(w)
    for w in [
        "deny",
        "denies",
        "denied",
        "denial",
        "reject",
        "rejected",
        "dismiss",
        "dismissed",
        "dispute",
        "never",
        "not",
        "no",
        "false",
        "untrue",
        "claim",
        "allegation",
        "accusation",
        "report",
        "called",
        "firmly",
        "vehemently",
        "strongly",
        "say",
        "said",
        "told",
        "tell",
        "ask",
        "asked",
        "put",
        "wrote",
        "added",
        "according",
    ]
)
"""Stems of telling and denying: they say nothing of what is denied."""
LEAST_COSINE = 0.5
"""Cosine of the denied proposition and a claim below which the claim is not what is denied."""
FIRM_COSINE = 0.72
"""The same for severity conflict."""
LEAST_SHARED = 0.4
"""Share of the denied proposition's stems that the claim must hold."""
BACK = 400
"""Characters before an anaphoric denial in which what it denies is looked for."""
MOST_TARGETS = 3
"""Claims that one denial is set against."""


def find(wordings: Wordings) -> list[Conflict]:
    """Each denial against the claims it denies."""
    denials = [i for i, m in enumerate(wordings.mentions) if is_denial(m)]
    if not denials:
        return []
    denied = [" ".join(_denied_words(wordings.mentions[i])) for i in denials]
    vectors = wordings.embed(denied)
    found = []
    for k, i in enumerate(denials):
        scores = wordings.vectors @ vectors[k]
        stems = frozenset(content_stems(denied[k])) - CUE_STEMS
        for j, severity in _targets(wordings, i, stems, scores.tolist()):
            found.append(_conflict(wordings, i, j, severity))
    return once(found)


def is_denial(mention: Mention) -> bool:
    """Whether a mention tells that somebody denies something. To reject an offer is no denial, nor is not to deny."""
    if NOT_DENIED.search(mention.text) or REFUSED.search(mention.text):
        return False
    return mention.certainty == "denied" or bool(STRONG.search(mention.text))


NOT_DENIED = re.compile(
    r"\b(?:not|n['’]t|never|neither|without|nor)\s+(?:\w+\s+)?(?:a\s+)?(?:den(?:y|ied|ying|ial)|disput)", re.I
)
REFUSED = re.compile(
    r"\b(?:reject|dismiss|refus|turn\w* down)\w*\s+(?:\S+\s+){0,4}?"
    r"(?:offers?|bids?|approach|proposals?|demands?|plans?|requests?|deal|amnesty|appeals?|motions?|calls?|invitations?)\b",
    re.I,
)
"""Refusals: what is refused was not claimed."""


def _denied_words(mention: Mention) -> list[str]:
    return [w for w in CUES.sub(" ", mention.proposition).split() if w]


def _targets(wordings: Wordings, i: int, stems: frozenset[str], scores: list[float]) -> list[tuple[int, Severity]]:
    """Mentions that tell what mention ``i`` denies: what it points back to, then what says the same without denying."""
    mention = wordings.mentions[i]
    out: list[tuple[int, Severity]] = []
    if ANAPHORIC.search(mention.text.strip()):
        back = _pointed_at(wordings, i)
        if back is not None:
            tree = wordings.trees[mention.report]
            here = tree.sentence(wordings.mentions[back].start) == tree.sentence(mention.start)
            # On the corpus, what a denial points to in its own sentence is right; further back, one time in five.
            out.append((back, "conflict" if here else "tension"))
    if len(stems) < FEWEST_STEMS:
        return out
    ranked = sorted((-s, j) for j, s in enumerate(scores) if s >= LEAST_COSINE)
    for negative, j in ranked:
        if len(out) >= MOST_TARGETS:
            break
        if not _may_be_denied(wordings, i, j):
            continue
        shared = len(stems & wordings.stems[j]) / max(1, len(stems))
        if shared < LEAST_SHARED:
            continue
        firm = -negative >= FIRM_COSINE and shared >= 2 * LEAST_SHARED / 1.5
        out.append((j, "conflict" if firm and wordings.mentions[j].certainty != "hedged" else "tension"))
    return out


def _says_little(wordings: Wordings, j: int) -> bool:
    """A name with its title, or a fragment: nobody denies it."""
    head = wordings.heads[j]
    tree = wordings.trees[wordings.mentions[j].report]
    bare = len(wordings.stems[j] - CUE_STEMS) < FEWEST_STEMS
    return bare or head is None or not tree.is_clause(head)


FEWEST_STEMS = 3
"""Content stems below which a mention is a fragment."""


def _may_be_denied(wordings: Wordings, i: int, j: int) -> bool:
    a, b = wordings.mentions[i], wordings.mentions[j]
    if _says_little(wordings, j):
        return False
    if i == j or wordings.claim_of.get(i) == wordings.claim_of.get(j) or is_denial(b) or b.polarity == "negated":
        return False
    return not (a.report == b.report and a.start < b.end and b.start < a.end)


def _pointed_at(wordings: Wordings, i: int) -> int | None:
    """What a denial points back to: in its own sentence, else in the nearest of the two before, the main clause that
    stands on another's word; the main clause where nobody else is named."""
    mention = wordings.mentions[i]
    tree = wordings.trees[mention.report]
    denied_by = denier(wordings, i)
    by_sentence: dict[int, list[int]] = {}
    for j, m in enumerate(wordings.mentions):
        before = m.report == mention.report and m.start < mention.start and mention.start - m.start <= BACK
        if before and not is_denial(m) and not _says_little(wordings, j):
            by_sentence.setdefault(tree.sentence(m.start).start, []).append(j)
    for start in sorted(by_sentence, reverse=True):
        others = [j for j in by_sentence[start] if _on_anothers_word(wordings.mentions[j], denied_by)]
        here = start == tree.sentence(mention.start).start
        some = others or (by_sentence[start] if here else [])
        if some:
            return min(some, key=lambda j: (_depth(wordings, j), j))
    return None


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
        subject = tree.subject(t) if CUES.fullmatch(tree.lower[t]) and tree.tokens[t].upos == "VERB" else None
        if subject is not None and tree.tokens[subject].upos != "PRON":
            words = tree.extent(tree.subtree(subject)).of(tree.text)
            return " ".join(words.split()) if len(words) <= LONGEST_NAME else tree.words[subject]
    return mention.chain[-1].name if len(mention.chain) > 1 else "the report itself"


LONGEST_NAME = 60
"""Characters of a subject that are shown whole."""


def _conflict(wordings: Wordings, i: int, j: int, severity: Severity) -> Conflict:
    denial, told = wordings.mentions[i], wordings.mentions[j]
    explanation = (
        f"{wordings.voice(told)} tells “{flat(told.text)}”; it is denied by {denier(wordings, i)} in "
        f"{wordings.outlet(denial.report)}: “{flat(denial.text)}”."
    )
    if severity == "tension":
        explanation += " Whether the denial is of this very claim is not certain."
    return conflict("denial", severity, (wordings.side(told.text, j), wordings.side(denial.text, i)), explanation)
