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
    grave = {cid for cid, found in touched.items() if any(c.severity == "conflict" for c in found)}
    claims = []
    for group in story.groups:
        mentions = tuple(story.mentions[i] for i in group.members)
        sure = [[story.mentions[i] for i in part] for part in group.sure]
        sure = _one_sided(sure or [list(mentions)], touched.get(group.id, []))
        count = counting.count(counted(mentions), story.edges, origins, quotes, sure)
        claims.append(made(group.id, mentions, count, glosses, group.id in grave, sure))
    parts = _parts(story.mentions)
    ranked = []
    for c, group in zip(claims, story.groups, strict=True):
        part = all(i in parts for i in group.members)
        weight = ranking.weight(c, touched.get(c.id, []), len(story.reports), part)
        ranked.append(msgspec.structs.replace(c, weight=weight))
    return tuple(sorted(ranked, key=lambda c: (-c.weight, c.id)))


def _one_sided(parts: list[list[Mention]], conflicts: Sequence[Conflict]) -> list[list[Mention]]:
    """Parts of a claim without mentions on two sides of one conflict: whoever gives another day or number bears out no
    line that names this one. A mention on neither side is in the parts of both."""
    for conflict in conflicts:
        if conflict.guess or conflict.severity == "refinement":
            continue
        sides = [{(s.report, s.start) for s in side.mentions} for side in conflict.sides]
        split: list[list[Mention]] = []
        for part in parts:
            on = [[m for m in part if (m.report, m.start) in side] for side in sides]
            told = {id(m) for side in on for m in side}
            free = [m for m in part if id(m) not in told]
            apart = [[m for m in part if m in side or m in free] for side in on if side]
            split += apart if len(apart) > 1 else [part]
        parts = split
    return parts if len(parts) > 1 else []


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


def made(
    id: str,
    mentions: tuple[Mention, ...],
    count: OriginCount,
    glosses: Glosses,
    firm: bool = False,
    sure: Sequence[Sequence[Mention]] = (),
) -> Claim:
    """A claim of some mentions; ``firm`` tells that a conflict touches it, ``sure`` are its sure parts."""
    return Claim(
        id=id,
        gloss=glosses.of(counting.firm(mentions, count, sure)),
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
