"""The dossier, put together from what the stages found. Pure: no clock, no network, no model."""

import re
from collections.abc import Sequence

import msgspec

from crossread import __version__
from crossread.compose import claims as claim_room
from crossread.compose import details as detail_room
from crossread.compose import edtf, timeline
from crossread.compose import gaps as gap_room
from crossread.compose.glosses import Glosses
from crossread.model.claim import Claim, Origin
from crossread.model.conflict import Conflict
from crossread.model.dossier import SCHEMA, CountedQuantity, DatedTime, Dossier, Made, StoryHead
from crossread.model.quote import Quote
from crossread.model.report import HEADLINES, Failure, Gap, Report
from crossread.model.sourcing import Sourcing
from crossread.model.stems import content_stems
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
    glosses = Glosses(story)
    claims = claim_room.build(story, parts.conflicts, parts.origins, glosses, parts.quotes)
    as_of = settings.get("as_of")
    return Dossier(
        schema=SCHEMA,
        made=Made(__version__, str(as_of) if as_of else None, models, settings),
        story=_head(story, claims),
        reports=tuple(a.report for a in story.reports),
        actors=story.actors,
        origins=_used(parts.origins, claims),
        claims=(*claims, *detail_room.build(story, parts.origins, glosses, parts.quotes)),
        conflicts=parts.conflicts,
        quotes=parts.quotes,
        times=_times(story),
        quantities=_quantities(story),
        timeline=tuple(timeline.build(story, parts.conflicts, glosses)),
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
    """The headline that shares most words with the others; what matters most where no report has one."""
    lines = [line for a in story.reports if (line := _headline(a.report))]
    if lines:
        stems = [frozenset(content_stems(line)) for line in lines]
        best = max(range(len(lines)), key=lambda i: (sum(len(stems[i] & s) for s in stems), -len(lines[i]), lines[i]))
        return lines[best]
    return next((c.gloss.rstrip(".") for c in claims if c.kind != "state"), "Untitled story")


def _headline(report: Report) -> str:
    """The title, or a first line that reads like one: neither page text nor the outlet's name or the day."""
    if report.title:
        return " ".join(report.title.split())
    line = report.text.strip().split("\n", 1)[0].strip()
    start = report.text.find(line)
    page = any(d.start <= start < d.end and d.kind not in HEADLINES for d in report.debris)
    reads = len(line) <= LONGEST_HEADLINE and not line.endswith((".", ":", "”", '"'))
    return " ".join(line.split()) if reads and not page and not DATED.match(line) else ""


DATED = re.compile(r"(?:Published|Updated|Posted|Date)(?::| on\b| \d)|By [A-Z]|[\W\d]*$")
"""A first line that tells when or by whom a report was written."""
LONGEST_HEADLINE = 120
"""Characters of a first line beyond which it is a paragraph."""


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
