"""Look-ups over one dossier that every view needs: labels, places of mentions, what belongs to which claim."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import groupby
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

from crossread.model.actor import Actor
from crossread.model.claim import Claim, Origin
from crossread.model.conflict import Conflict
from crossread.model.dossier import Dossier, TimelineEntry
from crossread.model.mention import Link, Mention
from crossread.model.quotation import quotations
from crossread.model.quote import Quote
from crossread.model.report import Report
from crossread.model.span import Extent, Span
from crossread.show.days import UNKNOWN, interval, readable
from crossread.show.plain import anchor, label

T = TypeVar("T")

_QUOTED_OR_ID = re.compile(r"“[^”]*”|\b(?:report )?(?P<id>[a-z]\d{2,})\b(?!\.\w)")
_CHECKSUM = re.compile(r"(?:^|[ _-])[0-9a-f]{12,}(?=[ _-]|$)")

CONTEXT = 75
"""Characters of a report shown before and after exact words."""

LABEL = 40
"""Characters of a report's name."""


class Placed(NamedTuple):
    """A mention at its place: ``anchor`` is the element id of its words in the full report."""

    start: int
    end: int
    anchor: str
    claim: str
    mention: Mention


class Step(NamedTuple):
    """The reports of one date that tell a claim; ``later`` where all of them surely came out after those before."""

    when: str
    who: tuple[str, ...]
    later: bool = False


class Mentioned(NamedTuple):
    """A stretch of a sentence; ``target`` is the element it leads to where it stands for a report or a claim."""

    text: str
    target: str | None = None


class Context(NamedTuple):
    """Words with what stands around them in the report."""

    before: str
    words: str
    after: str


class Index:
    """Everything of a dossier by id and by place."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.reports: dict[str, Report] = {r.id: r for r in dossier.reports}
        self.read: list[Report] = [r for r in dossier.reports if r.duplicate_of is None]
        self.claims: dict[str, Claim] = {c.id: c for c in dossier.claims}
        self.origins: dict[str, Origin] = {o.id: o for o in dossier.origins}
        self.actors: dict[str, Actor] = {a.id: a for a in dossier.actors}
        self.labels = _labels(dossier)
        self.ranked: list[Claim] = sorted(dossier.main_claims, key=_rank)
        self.details: dict[str, list[Claim]] = _by_claim((c.detail_of, c) for c in dossier.claims)
        self.placed: dict[str, list[Placed]] = _placed(dossier)
        self._anchors = {(p.claim, p.mention): p.anchor for ps in self.placed.values() for p in ps}
        self.conflicts: dict[str, list[Conflict]] = _by_claim(
            (s.claim, x) for x in dossier.conflicts for s in x.sides if s.claim is not None
        )
        self.events: dict[str, list[TimelineEntry]] = _by_claim((c, e) for e in dossier.timeline for c in e.claims)
        self.quotes: dict[str, list[Quote]] = _by_claim(
            (q.claim, q) for q in dossier.quotes if q.claim is not None and len(q.variants) > 1
        )
        self.actors_of = _actors_of(dossier)
        self._spoken: dict[str, list[Extent]] = {}
        self.quotations: list[Quote] = sorted(
            dossier.quotes, key=lambda q: (self.is_reported(q.variants), -len(q.variants))
        )
        self.cited, self.resting = _uses(dossier)
        used = [o for o in dossier.origins if self.resting[o.id] or self.cited[o.id]]
        self.sources: list[Origin] = sorted(used, key=lambda o: (-self.resting[o.id], -len(self.cited[o.id])))

    def label(self, report: str) -> str:
        """The name of a report: its outlet, else its title, else its file, made unique."""
        return self.labels.get(report, report)

    def is_reported(self, variants: Iterable[Span]) -> bool:
        """Whether a wording is reported speech: none of those who give it sets it in quotation marks."""
        return not any(self._is_marked(v) for v in variants)

    def _is_marked(self, span: Span) -> bool:
        """Whether some of a span stands in quotation marks in its report, or may, where the text is not known."""
        report = self.reports.get(span.report)
        if report is None or not report.text:
            return True
        if span.report not in self._spoken:
            self._spoken[span.report] = [q.extent for q in quotations(report.text)]
        return any(q.overlaps(Extent(span.start, span.end)) for q in self._spoken[span.report])

    def anchor(self, claim: str, mention: Mention) -> str:
        """The element id of a mention's words in the full report."""
        return self._anchors[claim, mention]

    def context(self, report: str, start: int, end: int) -> Context:
        """Words with up to ``CONTEXT`` characters either side, within the paragraph and cut between words."""
        text = self.reports[report].text
        before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
        after = text[end : end + CONTEXT].partition("\n")[0]
        if len(before) == CONTEXT:
            before = "…" + before.partition(" ")[2]
        if len(after) == CONTEXT:
            after = after.rpartition(" ")[0] + "\u00a0…"
        return Context(before, text[start:end], after)

    def mention_at(self, report: str, start: int, end: int, claim: str | None = None) -> Placed | None:
        """The mention that shares most characters with a place, one of ``claim`` before any other."""
        places = self.placed.get(report, [])
        last = bisect_left(places, end, key=lambda p: p.start)
        best: tuple[bool, int, int] | None = None
        found: Placed | None = None
        for place in places[:last]:
            shared = min(end, place.end) - max(start, place.start)
            if shared <= 0:
                continue
            score = (place.claim == claim, shared, -(place.end - place.start))
            if best is None or score > best:
                best, found = score, place
        return found

    def chain(self, mention: Mention) -> list[tuple[Link, str]]:
        """A mention's sources, outermost first, each with the name to show."""
        return [(link, link.name if n else self.label(mention.report)) for n, link in enumerate(mention.chain)]

    def history(self, claim: Claim) -> list[Step]:
        """The reports that tell a claim in order of publication, those without a date last."""
        order = {r.id: n for n, r in enumerate(self.dossier.reports)}
        told = sorted(claim.reports, key=lambda r: (self.reports[r].published.earliest or "9999", order[r]))
        out: list[Step] = []
        latest = ""
        for when, same in groupby(told, self.published):
            found = list(same)
            days = self.reports[found[0]].published
            later = bool(latest and days.earliest and latest < days.earliest)
            latest = max(latest, days.latest or "9999")
            out.append(Step(when, tuple(self.label(r) for r in found), later))
        return out

    def pieces(self, sentence: str) -> list[Mentioned]:
        """A sentence of the dossier's own with the ids of reports and claims, and ISO days, made readable."""
        out: list[Mentioned] = []
        end = 0
        for found in _QUOTED_OR_ID.finditer(sentence):
            id = found["id"] or ""
            if id not in self.reports and id not in self.claims:
                continue
            kind, text = ("report", self.label(id)) if id in self.reports else ("claim", f"claim {id}")
            start, stop = found.span()
            outlet = self.reports[id].outlet or text if kind == "report" else text
            if sentence[end:start].endswith(f"{outlet} (") and sentence[stop : stop + 1] == ")":
                start, stop = start - len(outlet) - 2, stop + 1  # "Outlet (r00)": the name is there already
            out.append(Mentioned(readable(sentence[end:start])))
            out.append(Mentioned(text, f"{kind}-{anchor(id)}"))
            end = stop
        return [*out, Mentioned(readable(sentence[end:]))]

    def named(self, sentence: str) -> str:
        """The same as one string."""
        return "".join(p.text for p in self.pieces(sentence))

    def once(self, spans: tuple[Span, ...]) -> list[Span]:
        """Spans without repetition and without those that lie within another."""
        kept: list[Span] = []
        for s in dict.fromkeys(spans):
            wider = (o for o in spans if o != s and o.report == s.report and o.extent.covers(s.extent))
            if not any(wider):
                kept.append(s)
        return kept

    def silent(self, claim: Claim) -> list[Report]:
        """The reports that do not tell a claim."""
        return [r for r in self.read if r.id not in claim.reports]

    def dated(self, report: str) -> bool:
        """Whether anything is known of when a report came out."""
        return self.published(report) != UNKNOWN

    def published(self, report: str) -> str:
        """When a report came out, as a day, a range or "date unknown"."""
        return interval(self.reports[report].published.earliest, self.reports[report].published.latest)


def _rank(claim: Claim) -> tuple[float, int, int, str]:
    return (-claim.weight, -claim.origins.min, -len(claim.reports), claim.id)


def _labels(dossier: Dossier) -> dict[str, str]:
    bare = {r.id: label(r.outlet or r.title or _file(r.path), LABEL) or r.id for r in dossier.reports}
    uses = Counter(bare.values())
    seen: Counter[str] = Counter()
    out: dict[str, str] = {}
    for report in dossier.reports:
        name = bare[report.id]
        seen[name] += 1
        out[report.id] = f"{name} ({seen[name]})" if uses[name] > 1 else name
    return out


def _file(path: str) -> str:
    """A file's name without its ending and without a checksum in it; a bare number is called a report."""
    stem = PurePosixPath(path).stem
    name = _CHECKSUM.sub("", stem) or stem
    return f"report {name}" if name.isdigit() else name


def _placed(dossier: Dossier) -> dict[str, list[Placed]]:
    by_report: dict[str, list[tuple[int, int, str, int, Mention]]] = defaultdict(list)
    for claim in dossier.main_claims:
        for i, m in enumerate(claim.mentions):
            by_report[m.report].append((m.start, -m.end, claim.id, i, m))
    return {
        report: [
            Placed(m.start, m.end, f"m-{anchor(report)}-{n}", claim, m)
            for n, (_, _, claim, _, m) in enumerate(sorted(places, key=lambda p: p[:4]))
        ]
        for report, places in by_report.items()
    }


def _by_claim(pairs: Iterable[tuple[str | None, T]]) -> dict[str, list[T]]:
    out: dict[str, list[T]] = defaultdict(list)
    for claim, thing in pairs:
        if claim is not None and thing not in out[claim]:
            out[claim].append(thing)
    return dict(out)


def _uses(dossier: Dossier) -> tuple[dict[str, list[str]], dict[str, int]]:
    """By origin: the reports that cite it, and how many claims rest on it."""
    cited: dict[str, list[str]] = {o.id: [] for o in dossier.origins}
    for edge in dossier.sourcing.edges:
        if edge.kind == "cites" and edge.to in cited and edge.source not in cited[edge.to]:
            cited[edge.to].append(edge.source)
    resting = Counter(o for c in dossier.main_claims for o in c.origins.ids)
    return cited, {o.id: resting[o.id] for o in dossier.origins}


def _actors_of(dossier: Dossier) -> dict[str, list[str]]:
    """The actors that a claim's mentions name or rest on, in the dossier's order."""
    spots: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for actor in dossier.actors:
        for s in (s for naming in actor.aliases for s in naming.mentions):
            spots[s.report].append((s.start, s.end, actor.id))
    for places in spots.values():
        places.sort()
    order = {a.id: n for n, a in enumerate(dossier.actors)}
    out: dict[str, list[str]] = {}
    for claim in dossier.claims:
        found = {link.actor for m in claim.mentions for link in m.chain if link.actor in order}
        for m in claim.mentions:
            places = spots.get(m.report, [])
            first = bisect_left(places, (m.start, 0, ""))
            last = bisect_left(places, (m.end, 0, ""))
            found.update(actor for _, end, actor in places[first:last] if end <= m.end)
        out[claim.id] = sorted((a for a in found if a is not None), key=lambda a: order[a])
    return out
