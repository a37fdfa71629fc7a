"""A report's full text cut into segments, so that overlapping mentions, times and names can be marked.

Elements of HTML nest and spans of text need not, so the text is cut at every edge of a mark. A segment links to the
shortest mention over it; a mention that is the shortest nowhere gets a marker of its own at its end, so that
every mention can be reached from the words and the words from every mention.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from crossread.model.actor import Actor
from crossread.model.dossier import DatedTime, Dossier
from crossread.model.report import Report
from crossread.show.index import Index, Placed

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_LINES = re.compile(r"[^\n]+")


@dataclass(slots=True)
class Segment:
    """Characters of one report under the same marks."""

    start: int
    end: int
    text: str
    place: Placed | None = None
    anchors: list[str] = field(default_factory=list)
    also: list[Placed] = field(default_factory=list)
    debris: str = ""
    time: DatedTime | None = None
    actor: str | None = None


@dataclass(slots=True)
class Paragraph:
    """Segments of one paragraph; ``debris`` tells the kinds where all of it is page text and no reporting."""

    segments: list[Segment]
    debris: str = ""


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where paragraphs start and end: between blank lines where the text has any, else between line ends."""
    if not _BLANK_LINE.search(text):
        return [m.span() for m in _LINES.finditer(text) if m[0].strip()]
    out, start = [], 0
    for gap in [*(m.span() for m in _BLANK_LINE.finditer(text)), (len(text), len(text))]:
        if text[start : gap[0]].strip():
            out.append((start, gap[0]))
        start = gap[1]
    return out


@dataclass(frozen=True)
class Marks:
    """Times and names by report; made once for a dossier."""

    times: dict[str, list[DatedTime]]
    names: dict[str, list[tuple[int, int, Actor]]]

    @classmethod
    def of(cls, dossier: Dossier) -> "Marks":
        """Collect both from the dossier's own records."""
        times: dict[str, list[DatedTime]] = defaultdict(list)
        names: dict[str, list[tuple[int, int, Actor]]] = defaultdict(list)
        for time in dossier.times:
            times[time.report].append(time)
        for actor in dossier.actors:
            for s in (s for naming in actor.aliases for s in naming.mentions):
                names[s.report].append((s.start, s.end, actor))
        return cls(times, names)


def marked(report: Report, index: Index, marks: Marks) -> list[Paragraph]:
    """The whole text of a report in order: every character of every paragraph stands in exactly one segment."""
    places = index.placed.get(report.id, [])
    segments = _segments(report, places, marks)
    _link(segments, places)
    out: list[Paragraph] = []
    at = 0
    for start, end in paragraphs(report.text):
        inside = []
        while at < len(segments) and segments[at].start < end:
            if segments[at].start >= start:
                inside.append(segments[at])
            at += 1
        told = [s for s in inside if s.text.strip()]
        kinds = dict.fromkeys(s.debris for s in told)
        out.append(Paragraph(inside, "" if "" in kinds else ", ".join(kinds)))
    return out


def _segments(report: Report, places: list[Placed], marks: Marks) -> list[Segment]:
    cuts = {p for place in places for p in (place.start, place.end)}
    cuts.update(p for span in paragraphs(report.text) for p in span)
    times, names = marks.times.get(report.id, []), marks.names.get(report.id, [])
    cuts.update(p for t in times for p in (t.start, t.end))
    cuts.update(p for start, end, _ in names for p in (start, end))
    cuts.update(p for d in report.debris for p in (d.start, d.end))
    edges = sorted({0, len(report.text), *(p for p in cuts if 0 <= p <= len(report.text))})
    out = [Segment(a, b, report.text[a:b]) for a, b in pairwise(edges)]
    at = {segment.start: n for n, segment in enumerate(out)}
    for t in times:
        for n in range(at[t.start], at.get(t.end, len(out))):
            out[n].time = t
    for d in report.debris:
        for n in range(at.get(d.start, 0), at.get(d.end, len(out))):
            out[n].debris = d.kind
    for start, end, actor in names:
        for n in range(at[start], at.get(end, len(out))):
            out[n].actor = actor.name
    return out


def _link(segments: list[Segment], places: list[Placed]) -> None:
    """Give each segment its shortest mention; anchors at starts, markers where a mention is nowhere the shortest."""
    at = {segment.start: n for n, segment in enumerate(segments)}
    for place in sorted(places, key=lambda p: (p.start - p.end, p.start)):
        for n in range(at[place.start], at.get(place.end, len(segments))):
            segments[n].place = place  # longest first: a shorter one overwrites
    linked = {s.place.anchor for s in segments if s.place is not None}
    for place in places:
        first, last = at[place.start], at.get(place.end, len(segments)) - 1
        segments[first].anchors.append(place.anchor)
        if place.anchor not in linked and last >= first:
            segments[last].also.append(place)
