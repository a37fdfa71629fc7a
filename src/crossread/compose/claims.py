"""Claims from groups of mentions: kind, origins, status, weight."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from crossread.compose import origins as counting
from crossread.compose import ranking
from crossread.compose.glosses import Glosses
from crossread.model.claim import Claim, ClaimKind, ClaimStatus, Origin, OriginCount
from crossread.model.conflict import Conflict
from crossread.model.mention import Mention
from crossread.model.quote import Quote
from crossread.model.story import Story


def build(
    story: Story,
    conflicts: Sequence[Conflict],
    origins: Sequence[Origin],
    glosses: Glosses,
    quotes: Sequence[Quote] = (),
) -> tuple[Claim, ...]:
    """The claims, those that matter most first."""
    touched = _touched(conflicts)
    firm = {cid for cid, found in touched.items() if any(c.severity == "conflict" for c in found)}
    claims = []
    for group in story.groups:
        mentions = tuple(story.mentions[i] for i in group.members)
        sure = [[story.mentions[i] for i in part] for part in group.sure]
        count = counting.count(counted(mentions), story.edges, origins, quotes, sure)
        claims.append(made(group.id, mentions, count, glosses, group.id in firm))
    parts = _parts(story.mentions)
    ranked = []
    for c, group in zip(claims, story.groups, strict=True):
        part = all(i in parts for i in group.members)
        weight = ranking.weight(c, touched.get(c.id, []), len(story.reports), part)
        ranked.append(msgspec.structs.replace(c, weight=weight))
    return tuple(sorted(ranked, key=lambda c: (-c.weight, c.id)))


def _parts(mentions: Sequence[Mention]) -> set[int]:
    """Mentions that lie within a longer one of their report (indices)."""
    out: set[int] = set()
    order = sorted(range(len(mentions)), key=lambda i: (mentions[i].report, mentions[i].start, -mentions[i].end))
    held: Mention | None = None
    for i in order:
        m = mentions[i]
        if held is not None and held.report == m.report and m.end <= held.end:
            if (m.start, m.end) != (held.start, held.end):
                out.add(i)
        else:
            held = m
    return out


def _touched(conflicts: Sequence[Conflict]) -> Mapping[str, list[Conflict]]:
    out: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        for claim in sorted({side.claim for side in conflict.sides if side.claim}):
            out[claim].append(conflict)
    return out


def counted(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions that count for a claim: those that restate nothing, else the first."""
    return [m for m in mentions if not m.restates] or list(mentions[:1])


def made(id: str, mentions: tuple[Mention, ...], count: OriginCount, glosses: Glosses, firm: bool = False) -> Claim:
    """A claim of some mentions; ``firm`` tells that a conflict touches it."""
    return Claim(
        id=id,
        gloss=glosses.of(mentions),
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


def kind(mentions: Sequence[Mention]) -> ClaimKind:
    """state where most mentions tell a role, quote where most quote, statement where most are on somebody's word."""
    half = len(mentions) / 2
    if sum(m.form == "role" for m in mentions) >= half:
        return "state"
    if sum(m.certainty == "quoted" for m in mentions) > half:
        return "quote"
    said = sum(m.certainty in ("attributed", "denied", "hedged", "quoted") for m in mentions)
    return "statement" if said > half else "event"
