"""Claims from groups of mentions: gloss, kind, origins, status, weight."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from crossread.compose import origins as counting
from crossread.compose import ranking
from crossread.model.claim import Claim, ClaimKind, ClaimStatus, Origin, OriginCount
from crossread.model.conflict import Conflict
from crossread.model.mention import Mention
from crossread.model.stems import content_stems
from crossread.model.story import Grouped, Story
from crossread.model.words import WORD


def build(story: Story, conflicts: Sequence[Conflict], origins: Sequence[Origin]) -> tuple[Claim, ...]:
    """The claims, those that matter most first."""
    touched = _touched(conflicts)
    firm = {cid for cid, found in touched.items() if any(c.severity == "conflict" for c in found)}
    claims = []
    for group in story.groups:
        mentions = tuple(story.mentions[i] for i in group.members)
        counted = [m for m in mentions if not m.restates] or list(mentions[:1])
        count = counting.count(counted, story.edges, origins)
        claims.append(_claim(group, mentions, count, group.id in firm))
    ranked = [
        msgspec.structs.replace(c, weight=ranking.weight(c, touched.get(c.id, []), len(story.reports))) for c in claims
    ]
    return tuple(sorted(ranked, key=lambda c: (-c.weight, c.id)))


def _touched(conflicts: Sequence[Conflict]) -> Mapping[str, list[Conflict]]:
    out: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        for claim in sorted({side.claim for side in conflict.sides if side.claim}):
            out[claim].append(conflict)
    return out


def _claim(group: Grouped, mentions: tuple[Mention, ...], count: OriginCount, firm: bool) -> Claim:
    return Claim(
        id=group.id,
        gloss=gloss(mentions),
        kind=kind(mentions),
        mentions=mentions,
        reports=tuple(sorted({m.report for m in mentions})),
        origins=count,
        status=status(count, firm),
    )


def status(count: OriginCount, firm_conflict: bool) -> ClaimStatus:
    """By ``DOSSIER.md``: corroborated needs two origins at the least; only a conflict contradicts."""
    if firm_conflict:
        return "mixed" if count.min > 1 else "contradicted"
    return "corroborated" if count.min >= 2 else "single-origin"


def gloss(mentions: Sequence[Mention]) -> str:
    """The proposition that shares most words with the others; the shortest of such. One line, ending in a full stop.

    A phrase's only where no clause tells it; what a report tells in one piece goes before what had to be completed.
    """
    mentions = [m for m in mentions if m.form != "phrase"] or mentions
    stems = [frozenset(content_stems(m.proposition)) for m in mentions]

    def fitness(i: int) -> float:
        likeness = sum(len(stems[i] & s) / max(1, len(stems[i] | s)) for s in stems) / len(stems)
        return likeness + (IN_ONE_PIECE if _in_one_piece(mentions[i]) else 0.0)

    best = min(
        range(len(mentions)),
        key=lambda i: (-round(fitness(i), 6), len(mentions[i].proposition), mentions[i].proposition),
    )
    words = " ".join(mentions[best].proposition.split()).strip(" ,;:–—-")
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "…")) else ".")


IN_ONE_PIECE = 0.1
"""What it is worth, beside shared words (0 to 1), that a report's own words stand alone: no subject was carried in, no
pronoun replaced, and none opens it. An editorial choice, made on the demo story."""
LEANING = frozenset(
    "this that these those it its he his she her they their we our i which who if should whether".split()
)
"""Opening words that lean on what was told before, or on what follows."""


def _in_one_piece(mention: Mention) -> bool:
    words = WORD.findall(mention.text)
    return bool(words) and words == WORD.findall(mention.proposition) and words[0].lower() not in LEANING


def kind(mentions: Sequence[Mention]) -> ClaimKind:
    """state where most mentions tell a role, quote where most quote, statement where most are on somebody's word."""
    half = len(mentions) / 2
    if sum(m.form == "role" for m in mentions) >= half:
        return "state"
    if sum(m.certainty == "quoted" for m in mentions) > half:
        return "quote"
    said = sum(m.certainty in ("attributed", "denied", "hedged", "quoted") for m in mentions)
    return "statement" if said > half else "event"
