"""The dossier, put together from what the stages found. Pure: no clock, no network, no model."""

from collections.abc import Sequence

import msgspec

from crossread import __version__
from crossread.compose import claims as claim_room
from crossread.compose import gaps as gap_room
from crossread.compose import edtf, timeline
from crossread.model.claim import Claim, Origin
from crossread.model.conflict import Conflict
from crossread.model.dossier import SCHEMA, CountedQuantity, DatedTime, Dossier, Made, StoryHead
from crossread.model.quote import Quote
from crossread.model.report import Failure, Gap
from crossread.model.sourcing import Sourcing
from crossread.model.story import Story


class Parts(msgspec.Struct, frozen=True):
    """What the stages found, beside the story itself."""

    conflicts: tuple[Conflict, ...]
    quotes: tuple[Quote, ...]
    origins: tuple[Origin, ...]
    gaps: tuple[Gap, ...]
    failures: tuple[Failure, ...]


def build(
    story: Story,
    parts: Parts,
    models: dict[str, str],
    settings: dict[str, str | int | float | bool | None],
) -> Dossier:
    """The dossier of one story. The same story gives the same dossier."""
    claims = claim_room.build(story, parts.conflicts, parts.origins)
    as_of = settings.get("as_of")
    return Dossier(
        schema=SCHEMA,
        made=Made(__version__, str(as_of) if as_of else None, models, settings),
        story=_head(story, claims),
        reports=tuple(a.report for a in story.reports),
        actors=story.actors,
        origins=_used(parts.origins, claims),
        claims=claims,
        conflicts=parts.conflicts,
        quotes=parts.quotes,
        times=_times(story),
        quantities=_quantities(story),
        timeline=tuple(timeline.build(story, parts.conflicts)),
        positions=(),
        moves=(),
        sourcing=Sourcing(story.edges),
        gaps=(*parts.gaps, *gap_room.find(story, claims, story.actors)),
        failures=tuple(sorted(parts.failures)),
    )


def _head(story: Story, claims: Sequence[Claim]) -> StoryHead:
    published = [a.report.published for a in story.reports]
    earliest = min((p.earliest for p in published if p.earliest), default=None)
    latest = max((p.latest for p in published if p.latest), default=None)
    return StoryHead(_title(story, claims), earliest, latest)


def _title(story: Story, claims: Sequence[Claim]) -> str:
    """What most reports tell, in the words of the claim with most reports; a headline where there is no claim."""
    if claims:
        return max(claims, key=lambda c: (len(c.reports), c.weight)).gloss.rstrip(".")
    return next((a.report.title for a in story.reports if a.report.title), "Untitled story")


def _used(origins: Sequence[Origin], claims: Sequence[Claim]) -> tuple[Origin, ...]:
    used = {o for c in claims for o in c.origins.ids} | {
        link.origin for c in claims for m in c.mentions for link in m.chain if link.origin
    }
    return tuple(o for o in origins if o.id in used)


def _times(story: Story) -> tuple[DatedTime, ...]:
    return tuple(
        DatedTime(
            a.report.id, t.start, t.end, t.text, t.type, t.value, t.earliest, t.latest, t.granularity,
            t.approximate, t.anchor, t.candidates, edtf.of_time(t),
        )
        for a in story.reports
        for t in a.times
    )  # fmt: skip


def _quantities(story: Story) -> tuple[CountedQuantity, ...]:
    return tuple(
        CountedQuantity(a.report.id, q.start, q.end, q.text, q.approximate, q.min, q.max, q.unit, q.counted)
        for a in story.reports
        for q in a.quantities
    )
