"""The timeline: each dated event once, with every dating that a report gives it. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from crossread.compose import edtf
from crossread.compose.glosses import Glosses
from crossread.model.conflict import Conflict
from crossread.model.dating import Dating as Told
from crossread.model.dating import datings
from crossread.model.dossier import Dating, TimelineEntry
from crossread.model.interval import Interval
from crossread.model.mention import Mention, happens
from crossread.model.story import Story

COARSE = frozenset({"decade", "century", "duration", "unknown", "set"})
"""Granularities that date no event of a timeline."""
BARE_CLOCK = re.compile(
    r"(?:around |about )?\d{1,2}(?:[:.]?\d{2})?\s?(?:[ap]\.?m\.?|gmt|utc|hours|o['’]clock|local time)?", re.I
)
"""A clock time without a day of its own: the day beside it is its day."""
AT = "at"
"""The role of a time that the event happened at; "until Friday" or "since May" bound it and are left to the claim."""


def build(story: Story, conflicts: Sequence[Conflict], glosses: Glosses) -> list[TimelineEntry]:
    """Dated events by their days, then by claim. Claims that a date conflict sets against each other are one event."""
    claims = {i: g.id for g in story.groups for i in g.members}
    parted = _parted(conflicts)
    by_event: dict[tuple[str, ...], list[Told]] = {}
    texts = {a.report.id: a.report.text for a in story.reports}
    asked = {i for i, m in enumerate(story.mentions) if texts[m.report][m.end : m.end + 1] == "?"}
    every = [t for t in datings(story) if t.role == AT and t.time.granularity not in COARSE and _dated(t)]
    for told in _whole(every):
        claim = claims.get(told.mention)
        if claim is not None and _stands(told, story.mentions[told.mention], asked, glosses):
            by_event.setdefault(parted.get(claim, (claim,)), []).append(told)
    entries = [
        _entry(story.mentions, event, some, event in parted.values(), glosses)
        for event, told in by_event.items()
        for some in ([told] if event in parted.values() else _meeting(told))
    ]
    entries.sort(key=lambda e: (e.earliest or "", e.latest or "", e.claims))
    return [_numbered(entry, n) for n, entry in enumerate(entries, 1)]


def _stands(told: Told, mention: Mention, asked: Set[int], glosses: Glosses) -> bool:
    """Whether a time dates what its mention as a whole tells to have been, or to come, and does not only suppose."""
    return not told.inner and told.mention not in asked and happens(mention) and not glosses.condition(mention)


def _dated(told: Told) -> bool:
    return told.time.earliest is not None or told.time.latest is not None


def _whole(told: Sequence[Told]) -> Iterator[Told]:
    """Times without those that are part of another of their mention: an end of a range ("between June and July"), a
    clock time beside its day ("at ten on Friday")."""
    by_mention: dict[int, list[Told]] = defaultdict(list)
    for t in told:
        by_mention[t.mention].append(t)
    for t in told:
        others = [o for o in by_mention[t.mention] if o is not t]
        inside = any(o.time.start <= t.time.start and t.time.end <= o.time.end for o in others)
        days = [o for o in others if o.time.granularity == "day"]
        clock = t.time.granularity == "time" and len(days) == 1 and BARE_CLOCK.fullmatch(t.time.text)
        if not inside and not clock:
            yield t


def _parted(conflicts: Iterable[Conflict]) -> dict[str, tuple[str, ...]]:
    """Claims whose dates part, each with all the claims of its event."""
    out: dict[str, tuple[str, ...]] = {}
    for conflict in conflicts:
        if conflict.kind != "date" or conflict.severity == "refinement":
            continue
        claims = {s.claim for s in conflict.sides if s.claim is not None}
        claims |= {c for known in claims for c in out.get(known, ())}
        event = tuple(sorted(claims))
        out |= dict.fromkeys(event, event)
    return out


def _entry(
    mentions: Sequence[Mention], event: tuple[str, ...], told: Sequence[Told], parted: bool, glosses: Glosses
) -> TimelineEntry:
    days = [Interval(t.time.earliest, t.time.latest) for t in told]
    common = _common(days)
    # One report that gives several days ("on Friday and Saturday") does not part from itself.
    agreed = (common is not None or len({t.report for t in told}) == 1) and not parted
    shown = common if agreed and common is not None else _hull(days)
    gloss = glosses.of([mentions[i] for i in dict.fromkeys(t.mention for t in told)])
    rough = len(told) == 1 and told[0].time.approximate
    form = edtf.of_time(told[0].time) if len(told) == 1 else edtf.of_days(shown.earliest, shown.latest, rough)
    dated_by = tuple(
        Dating(t.report, t.time.start, t.time.end, t.time.text, t.time.earliest, t.time.latest) for t in told
    )
    return TimelineEntry("", gloss, event, shown.earliest, shown.latest, form, dated_by, agreed)


def _meeting(told: Sequence[Told]) -> list[list[Told]]:
    """Datings of one claim by the days they can share: where no date conflict ties them, days apart are two events."""
    groups: list[tuple[list[Told], Interval]] = []
    for t in told:
        days = Interval(t.time.earliest, t.time.latest)
        for n, (some, common) in enumerate(groups):
            both = _common([common, days])
            if both is not None:
                some.append(t)
                groups[n] = (some, both)
                break
        else:
            groups.append(([t], days))
    return [some for some, _ in groups]


def _common(days: Sequence[Interval]) -> Interval | None:
    """The days that all of them hold; None where there are none."""
    earliest = max((d.earliest for d in days if d.earliest is not None), default=None)
    latest = min((d.latest for d in days if d.latest is not None), default=None)
    return None if earliest is not None and latest is not None and earliest > latest else Interval(earliest, latest)


def _hull(days: Sequence[Interval]) -> Interval:
    """The days from the first that any of them holds to the last."""
    firsts, lasts = [d.earliest for d in days], [d.latest for d in days]
    earliest = None if None in firsts else min(d for d in firsts if d is not None)
    latest = None if None in lasts else max(d for d in lasts if d is not None)
    return Interval(earliest, latest)


def _numbered(entry: TimelineEntry, number: int) -> TimelineEntry:
    return TimelineEntry(
        f"t{number:03d}",
        entry.event,
        entry.claims,
        entry.earliest,
        entry.latest,
        entry.edtf,
        entry.dated_by,
        entry.agreed,
    )
