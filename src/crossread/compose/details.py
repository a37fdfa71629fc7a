"""Claims that tell when, where or how many of another: "the cut was on Friday" beside "the cables were cut"."""

from collections.abc import Mapping, Sequence

import msgspec

from crossread.compose import origins as counting
from crossread.compose import ranking
from crossread.compose.claims import counted, made
from crossread.compose.glosses import Glosses
from crossread.model.claim import Claim, Origin
from crossread.model.detail import Detail
from crossread.model.mention import Mention
from crossread.model.quote import Quote
from crossread.model.story import Story


def build(story: Story, origins: Sequence[Origin], glosses: Glosses, quotes: Sequence[Quote] = ()) -> tuple[Claim, ...]:
    """A claim for each detail that several reports tell alike, by weight; origins are counted as a claim's are."""
    texts = {a.report.id: a.report.text for a in story.reports}
    claims = []
    for found in story.detailed:
        details = (story.details[n] for n in found.members)
        mentions = tuple(_mention(d, story.mentions[d.mention], texts) for d in details)
        sure = [[story.mentions[story.details[n].mention] for n in part] for part in found.sure]
        count = counting.count(counted(mentions), story.edges, origins, quotes, sure)
        claim = made(found.id, mentions, count, glosses)
        weight = ranking.weight(claim, (), len(story.reports), part=True)
        claims.append(msgspec.structs.replace(claim, weight=weight, detail_of=found.claim, detail=found.kind))
    return tuple(sorted(claims, key=lambda c: (-c.weight, c.id)))


def _mention(detail: Detail, whole: Mention, texts: Mapping[str, str]) -> Mention:
    """A detail as a mention: on the word of the mention that it is a part of, said again where that is."""
    return msgspec.structs.replace(
        whole,
        start=detail.start,
        end=detail.end,
        text=texts[whole.report][detail.start : detail.end],
        proposition=detail.proposition,
        form=detail.form,
    )
