"""Lengths of time that part: "weeks of rumours" against "a week of speculation", within a report or across reports."""

from __future__ import annotations

import re
from itertools import combinations

import msgspec

from crossread.compare.pairs import conflict
from crossread.model.conflict import Conflict, Side
from crossread.model.span import Span
from crossread.model.story import Story
from crossread.model.time import TimeExpression
from crossread.model.vector import Embed

SAME_NOUN = 0.6
"""Least cosine of what lasts: "rumours" and "speculation" are 0.63 alike, "fighting" and "talks" 0.3."""
VALUE = re.compile(r"P(?P<t>T?)(?P<n>X|\d{1,6}(?:\.\d+)?)(?P<unit>[A-Z]{1,2})$")
DAYS = {"D": 1.0, "W": 7.0, "M": 30.4, "Y": 365.25, "DE": 3652.5}
"""Days in a unit; a month and a year on average."""
VAGUE = (2.0, 8.0)
"""Several of a unit: at least two, at most so many (beyond it the next unit would be named)."""
SLACK = 0.2
"""Share by which a round length may be off."""
LASTING = re.compile(r"\s(?:long\s)?of\s(?:[a-z]+\s){0,2}?(?P<noun>[a-z]{4,})\b")
NO_EVENT = frozenset(
    """
    work prison life jail service experience data time history them these those which
    """.split()
)


class Length(msgspec.Struct, frozen=True):
    """How long something lasted: least and most days, what it was, and the words that tell it."""

    time: TimeExpression
    low: float
    high: float
    noun: str
    span: Span
    claim: str | None


def find(story: Story, embed: Embed) -> list[Conflict]:
    """Tensions between lengths of one thing; ids are given later."""
    lengths = _lengths(story)
    nouns = sorted({x.noun for x in lengths})
    if len(lengths) < 2:
        return []
    vectors = embed(nouns)
    index = {noun: i for i, noun in enumerate(nouns)}
    out = []
    for a, b in combinations(lengths, 2):
        alike = float(vectors[index[a.noun]] @ vectors[index[b.noun]]) >= SAME_NOUN
        if alike and (a.high < b.low or b.high < a.low):
            out.append(_tension(a, b))
    return out


def _lengths(story: Story) -> list[Length]:
    claims = {i: g.id for g in story.groups for i in g.members}
    out = []
    for annotated in story.reports:
        text = annotated.report.text
        for time in annotated.times:
            bounds = days_of(time.value) if time.type == "DURATION" else None
            lasting = LASTING.match(text, time.end)
            if bounds is None or lasting is None or lasting["noun"] in NO_EVENT:
                continue
            holding = [
                (m.end - m.start, i) for i, m in enumerate(story.mentions)
                if m.report == annotated.report.id and m.start <= time.start and lasting.end() <= m.end
            ]  # fmt: skip
            if holding:
                index = min(holding)[1]
                words = Span(annotated.report.id, time.start, lasting.end(), text[time.start : lasting.end()])
                out.append(Length(time, *bounds, lasting["noun"], words, claims.get(index)))
    return out


def days_of(value: str) -> tuple[float, float] | None:
    """Least and most days of a TIMEX3 duration; None for hours, and for what is no single duration."""
    told = VALUE.match(value)
    if told is None or told["t"] or told["unit"] not in DAYS:
        return None
    unit = DAYS[told["unit"]]
    if told["n"] == "X":
        return VAGUE[0] * unit, VAGUE[1] * unit
    return float(told["n"]) * unit * (1 - SLACK), float(told["n"]) * unit * (1 + SLACK)


def _tension(a: Length, b: Length) -> Conflict:
    sides = [Side(f"{x.time.text} of {x.noun}", x.claim, (x.span,)) for x in (a, b)]
    why = f"{a.span.report} reports “{a.time.text} of {a.noun}”, {b.span.report} “{b.time.text} of {b.noun}”"
    return conflict("date", "tension", sides, f"{why}: if it is one thing, these lengths do not agree.")
