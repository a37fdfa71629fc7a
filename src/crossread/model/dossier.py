"""The dossier of one story, as ``dossier.json`` holds it (format crossread/dossier/1)."""

from typing import Literal

import msgspec

from crossread.model.actor import Actor
from crossread.model.claim import Claim, Origin
from crossread.model.conflict import Conflict
from crossread.model.quote import Quote
from crossread.model.report import Failure, Gap, Report
from crossread.model.sourcing import Sourcing
from crossread.model.span import Span
from crossread.model.time import Anchor, TimeCandidate, TimeType

SCHEMA = "crossread/dossier/1"


class Made(msgspec.Struct, frozen=True):
    """How the dossier was made; the only place that may name a date of making."""

    version: str
    as_of: str | None
    models: dict[str, str]
    settings: dict[str, str | int | float | bool | None]


class StoryHead(msgspec.Struct, frozen=True):
    """What the story is called and the days that its reports span."""

    title: str
    earliest: str | None
    latest: str | None


class DatedTime(msgspec.Struct, frozen=True):
    """A time expression of one report (see ``model.time``); ``edtf`` is its ISO 8601-2 form."""

    report: str
    start: int
    end: int
    text: str
    type: TimeType
    value: str
    earliest: str | None
    latest: str | None
    granularity: str
    approximate: bool
    anchor: Anchor
    candidates: tuple[TimeCandidate, ...]
    edtf: str = ""


class CountedQuantity(msgspec.Struct, frozen=True, omit_defaults=True):
    """A quantity of one report (see ``model.quantity``)."""

    report: str
    start: int
    end: int
    text: str
    approximate: bool
    min: float | None = None
    max: float | None = None
    unit: str | None = None
    counted: str | None = None


class Dating(msgspec.Struct, frozen=True):
    """Words of one report that date an event, and the days they mean."""

    report: str
    start: int
    end: int
    text: str
    earliest: str | None
    latest: str | None


class TimelineEntry(msgspec.Struct, frozen=True):
    """A dated event. ``agreed`` is false where the reports' dates cannot all hold."""

    id: str
    event: str
    claims: tuple[str, ...]
    earliest: str | None
    latest: str | None
    edtf: str
    dated_by: tuple[Dating, ...]
    agreed: bool


PositionKind = Literal[
    "demand", "offer", "counter-demand", "acceptance", "refusal", "denial",
    "threat", "appeal", "accusation", "confirmation", "mediation",
]  # fmt: skip
Response = Literal["accepted", "rejected", "none", "unknown"]


class Position(msgspec.Struct, frozen=True):
    """Who demands, offers, refuses … what of whom."""

    id: str
    kind: PositionKind
    source: tuple[str, ...] = msgspec.field(name="from")
    to: tuple[str, ...]
    content: str
    condition: str | None
    answers: str | None
    response: Response
    claims: tuple[str, ...]


class Move(msgspec.Struct, frozen=True):
    """Who did what to whom, by PLOVER."""

    id: str
    actor: tuple[str, ...]
    target: tuple[str, ...]
    track: Literal["diplomatic", "military", "economic", "legal", "covert", "public"]
    event: str
    mode: str | None
    realis: Literal["done", "announced", "threatened", "alleged", "denied"]
    earliest: str | None
    latest: str | None
    claims: tuple[str, ...]


class Dossier(msgspec.Struct, frozen=True):
    """Everything Crossread tells of one story."""

    schema: str
    made: Made
    story: StoryHead
    reports: tuple[Report, ...]
    actors: tuple[Actor, ...]
    origins: tuple[Origin, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    quotes: tuple[Quote, ...]
    times: tuple[DatedTime, ...]
    quantities: tuple[CountedQuantity, ...]
    timeline: tuple[TimelineEntry, ...]
    positions: tuple[Position, ...]
    moves: tuple[Move, ...]
    sourcing: Sourcing
    gaps: tuple[Gap, ...]
    failures: tuple[Failure, ...]

    @property
    def main_claims(self) -> tuple[Claim, ...]:
        """The claims but those that only tell when, where or how many of another."""
        return tuple(c for c in self.claims if c.detail_of is None)


def spans_of(dossier: Dossier) -> list[Span]:
    """Every span of reported words in the dossier, for checks that each is verbatim."""
    out = [Span(m.report, m.start, m.end, m.text) for c in dossier.claims for m in c.mentions]
    out += [s for c in dossier.conflicts for side in c.sides for s in side.mentions]
    out += [s for q in dossier.quotes for s in q.variants]
    out += [s for a in dossier.actors for n in (*a.aliases, *a.roles) for s in n.mentions]
    out += [Span(t.report, t.start, t.end, t.text) for t in dossier.times]
    out += [Span(q.report, q.start, q.end, q.text) for q in dossier.quantities]
    out += [Span(d.report, d.start, d.end, d.text) for e in dossier.timeline for d in e.dated_by]
    out += [s for e in dossier.sourcing.edges for s in e.passages]
    return out
