"""Claims that tell when, where or how many of another: "the cut was on Friday" beside "the cables were cut"."""

from collections.abc import Iterator, Sequence

import msgspec

from crossread.compose import origins as counting
from crossread.compose import ranking
from crossread.compose.claims import kind, status
from crossread.compose.glosses import Glosses
from crossread.model.claim import Claim, Origin
from crossread.model.detail import Detail
from crossread.model.mention import Mention
from crossread.model.story import Story


def build(story: Story, origins: Sequence[Origin], glosses: Glosses) -> tuple[Claim, ...]:
    """A claim for each detail that several reports tell alike, by weight."""
    claims = []
    for found in story.detailed:
        mentions = tuple(_mentions(story, [story.details[n] for n in found.members]))
        count = counting.count([m for m in mentions if not m.restates] or list(mentions[:1]), story.edges, origins)
        claim = Claim(
            id=found.id,
            gloss=glosses.of(mentions),
            kind=kind(mentions),
            mentions=mentions,
            reports=tuple(sorted({m.report for m in mentions})),
            origins=count,
            status=status(count, firm_conflict=False),
            detail_of=found.claim,
            detail=found.kind,
        )
        weight = ranking.weight(claim, (), len(story.reports), part=True)
        claims.append(msgspec.structs.replace(claim, weight=weight))
    return tuple(sorted(claims, key=lambda c: (-c.weight, c.id)))


def _mentions(story: Story, details: Sequence[Detail]) -> Iterator[Mention]:
    """Each detail as a mention: on the word of the mention that it is a part of, said again where that is."""
    for detail in details:
        whole = story.mentions[detail.mention]
        text = next(a.report.text for a in story.reports if a.report.id == whole.report)
        yield msgspec.structs.replace(
            whole,
            start=detail.start,
            end=detail.end,
            text=text[detail.start : detail.end],
            proposition=detail.proposition,
            form=detail.form,
        )
