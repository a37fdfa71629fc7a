"""Attributions of a key: source, cue and content spans, one for each sentence that names source or cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chains import Row, chain_of, span
from markup import Mark, Report
from story import Story

Span = tuple[int, int]

_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*\s+")
# What may stand between content and the words of who says it.
_LOOSE = " ,;:–.\n"


def attributions_of(story: Story) -> list[Row]:
    """Every attribution of the story's reports. A wrapper of several sentences gives one for each that has source or
    cue; a sentence without either goes on with the one before it."""
    return [
        _row(story, report, wrap, inside, part)
        for report in story.reports
        for wrap in report.of("wrap")
        for inside in [[m for m in report.marks if m.around is wrap]]
        for part in _parts(report, wrap, inside)
    ]


def _parts(report: Report, wrap: Mark, inside: list[Mark]) -> list[Span]:
    """The stretches of a wrapper's text that are one attribution each."""
    spoken = [m.start for m in inside if m.sort == "cue" or (m.sort == "source" and not m.name)]
    whole = [(m.start, m.end) for m in inside if m.sort in {"quote", "claim", "wrap"}]
    parts: list[Span] = []
    for start, end in _sentences(report.text, (wrap.start, wrap.end), whole):
        told = any(start <= s < end for s in spoken)
        before = bool(parts) and any(parts[-1][0] <= s < parts[-1][1] for s in spoken)
        if parts and not (told and before):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return parts if spoken else []


def _sentences(text: str, within: Span, whole: list[Span]) -> Iterator[Span]:
    """Sentences of a stretch; none ends inside a span that must stay whole."""
    at = within[0]
    for found in _SENTENCE_END.finditer(text, *within):
        if not any(a < found.end() < b for a, b in whole):
            yield at, found.end()
            at = found.end()
    if at < within[1]:
        yield at, within[1]


def _row(story: Story, report: Report, wrap: Mark, inside: list[Mark], part: Span) -> Row:
    chain = chain_of(wrap)
    here = [m for m in inside if part[0] <= m.start < part[1]]
    links = [m for m in here if m.sort == "source" and m.name and m.name != chain[-1]]
    return {
        "file": f"{report.id}.json",
        "chain": chain,
        "name": story.sources[chain[-1]].name,
        "source": [span(report, m.start, m.end) for m in here if m.sort == "source" and m not in links],
        "cue": [span(report, m.start, m.end) for m in here if m.sort == "cue"],
        "content": [span(report, a, b) for a, b in contents_of(here, report.text)],
        "links": [span(report, m.start, m.end) | {"source": m.name} for m in links],
    }


def contents_of(here: list[Mark], text: str) -> list[Span]:
    """What is attributed: the `a` marks, or the outermost mentions in runs, cut where source or cue stands."""
    written = [(m.start, m.end) for m in here if m.sort == "content"]
    if written:
        return written
    told = sorted((m.start, m.end) for m in here if m.sort in {"quote", "wrap"} or (m.sort == "claim" and not m.up))
    breaks = sorted((m.start, m.end) for m in here if m.sort in {"source", "cue"})
    runs: list[Span] = []
    for start, end in told:
        if runs and not any(runs[-1][1] <= a < start for a, _ in breaks):
            runs[-1] = (runs[-1][0], max(runs[-1][1], end))
        else:
            runs.append((start, end))
    return [piece for run in runs for piece in _pieces(run, breaks, text)]


def _pieces(run: Span, breaks: list[Span], text: str) -> Iterator[Span]:
    """A run without the source and cue words in it; less than a word is no piece."""
    at = run[0]
    for start, end in [*breaks, (run[1], run[1])]:
        if not run[0] <= start <= run[1]:
            continue
        piece = text[at:start]
        kept = piece.lstrip(_LOOSE).rstrip(" ,;:–\n") if at > run[0] or start < run[1] else piece
        if sum(c.isalnum() for c in kept) > 1:
            begin = at + piece.index(kept)
            yield begin, begin + len(kept)
        at = max(at, end)
