"""Denials: who denies what, and who tells what is denied."""

import re

from crossread.compare.pairs import Wordings, conflict, once, voice
from crossread.model.conflict import Conflict, Severity
from crossread.model.mention import Mention
from crossread.model.stems import content_stems, stem
from crossread.model.story import Story
from crossread.model.vector import Embed

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
    r"\b(?:it|this|that|which|(?:the|these|those|this|that|any|all|such|an?)\s+(?:\w+\s+)?"
    r"(?:claim|report|accusation|allegation|charge|suggestion|assertion|story|account|rumou?r|statement)s?)\b",
    re.I,
)
"""What stands for the thing denied, told before."""
CUE_STEMS = frozenset(
    stem(w)
    for w in ["deny", "denies", "denied", "denial", "reject", "rejected", "dismiss", "dismissed", "dispute", "never", "not", "no", "false", "untrue", "claim", "allegation", "accusation", "report", "called", "firmly", "vehemently", "strongly", "say", "said", "told"]
)
LEAST_COSINE = 0.5
"""Cosine of the denied proposition and a claim below which the claim is not what is denied."""
FIRM_COSINE = 0.62
"""The same for severity conflict."""
LEAST_SHARED = 0.4
"""Share of the denied proposition's stems that the claim must hold."""
BACK = 400
"""Characters before an anaphoric denial in which what it denies is looked for."""
MOST_TARGETS = 3
"""Claims that one denial is set against."""


def find(story: Story, embed: Embed) -> list[Conflict]:
    """Each denial against the claims it denies."""
    wordings = Wordings(story, embed)
    denials = [i for i, m in enumerate(story.mentions) if is_denial(m)]
    if not denials:
        return []
    denied = [" ".join(_denied_words(story.mentions[i])) for i in denials]
    vectors = embed(denied)
    found = []
    for k, i in enumerate(denials):
        scores = wordings.vectors @ vectors[k]
        stems = frozenset(content_stems(denied[k])) - CUE_STEMS
        for j, severity in _targets(wordings, i, stems, scores.tolist()):
            found.append(_conflict(wordings, i, j, severity))
    return once(found)


def is_denial(mention: Mention) -> bool:
    """Whether a mention tells that somebody denies something."""
    return mention.certainty == "denied" or bool(STRONG.search(mention.text))


def _denied_words(mention: Mention) -> list[str]:
    return [w for w in CUES.sub(" ", mention.proposition).split() if w]


def _targets(
    wordings: Wordings, i: int, stems: frozenset[str], scores: list[float]
) -> list[tuple[int, Severity]]:
    """Mentions that tell what mention ``i`` denies: what it points back to, then what says the same without denying."""
    mention = wordings.mentions[i]
    out: list[tuple[int, Severity]] = []
    if len(stems) <= 2 or ANAPHORIC.search(mention.text):
        back = _pointed_at(wordings, i, scores)
        if back is not None:
            out.append((back, "conflict"))
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
    return len(wordings.stems[j]) < FEWEST_STEMS or head is None or not tree.is_clause(head)


FEWEST_STEMS = 3
"""Content stems below which a mention is a fragment."""


def _may_be_denied(wordings: Wordings, i: int, j: int) -> bool:
    a, b = wordings.mentions[i], wordings.mentions[j]
    if _says_little(wordings, j):
        return False
    if (
        i == j
        or wordings.claim_of.get(i) == wordings.claim_of.get(j)
        or is_denial(b)
        or b.polarity == "negated"
    ):
        return False
    return not (a.report == b.report and a.start < b.end and b.start < a.end)


def _pointed_at(wordings: Wordings, i: int, scores: list[float]) -> int | None:
    """What an anaphoric denial points back to: the mention it hangs on, else the likest of the two sentences before,
    on another's word."""
    mention = wordings.mentions[i]
    tree = wordings.trees[mention.report]
    here = tree.sentence(mention.start)
    best: tuple[float, int] | None = None
    for j, m in enumerate(wordings.mentions):
        if j == i or m.report != mention.report or is_denial(m) or m.start >= mention.end or _says_little(wordings, j):
            continue
        back = mention.start - m.start
        if not 0 <= back <= BACK or m.chain[-1].name == mention.chain[-1].name and m.start < here.start:
            continue
        near = NEARNESS if m.start >= here.start else 0.0
        likeness = (scores[j] + near, j)
        best = likeness if best is None or likeness > best else best
    return best[1] if best else None


NEARNESS = 0.3
"""What standing in the denial's own sentence adds to the cosine of a mention that it may point back to."""


def _conflict(wordings: Wordings, i: int, j: int, severity: Severity) -> Conflict:
    denial, told = wordings.mentions[i], wordings.mentions[j]
    explanation = f"{voice(told)} tells “{told.text}”; {voice(denial)} denies it: “{denial.text}”."
    if severity == "tension":
        explanation += " Whether the denial is of this very claim is not certain."
    return conflict(
        "denial", severity, (wordings.side(told.text, j), wordings.side(denial.text, i)), explanation
    )
