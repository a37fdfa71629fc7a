"""Ages that part: one person whom two reports give another age."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossread.compare.pairs import Wordings, conflict, listed
from crossread.model.actor import Actor
from crossread.model.conflict import Conflict, Side
from crossread.model.span import Span

_AGE = r"(?P<age>\d{1,3})"
_OLD = r"[- ]years?[- ]old\b"
BEHIND = re.compile(
    rf"(?:,? (?:who is|is)|,(?: now| then)?(?: aged| age)?| \((?:aged |age )?|, who (?:is|turned)) ?{_AGE}"
    r"(?: years old| years of age)?(?=\s*[,.;:)]|\s+(?:and|who|was|were|is|has|had|when|said|told|of|from)\b)"
    rf"|,? (?:an?|the) {_AGE.replace('age', 'noun')}{_OLD}"
)
"""Right behind a name: ", 62,", " (62)", ", aged 62", " is 62 years old", ", a 62-year-old …"."""
BEFORE = re.compile(rf"\b{_AGE}{_OLD}(?: (?!of\b|and\b|with\b|from\b)[\w-]+)* $")
"""Right before a name: "62-year-old envoy |"."""
OF_ONE = re.compile(rf"(?:^|[.!?”\"’'»]\s+|\n)(?P<who>[Tt]he {_AGE}{_OLD})(?! (?:son|daughter)s? of\b)")
"""A description that opens a sentence, or stands behind speech, for the one person named before: "The 62-year-old"."""
LOOK = 60
"""Characters before a name in which its age stands."""
BACK = 300
"""Characters before a description in which the one that it stands for is named, and nobody else."""
OLDEST = 120
BIRTHDAY = 1
"""Years by which two ages may differ because a birthday lies between the reports, or a birth year was counted from."""


def find(wordings: Wordings) -> list[Conflict]:
    """Persons to whom the reports give different ages. Where one report gives two, two persons may bear one name."""
    persons = [a for a in wordings.story.actors if a.kind == "person"]
    texts = {a.report.id: a.report.text for a in wordings.story.reports}
    described = _described(persons, texts)
    found = []
    for actor in persons:
        told = _ages(actor, texts, described.get(actor.id, ()))
        tellers = [report for spans in told.values() for report in {s.report for s in spans}]
        if len(told) > 1 and len(tellers) == len(set(tellers)):
            found.append(_conflict(actor, told, wordings))
    return found


Aged = tuple[int, Span]
"""An age and the words that give it."""


def _ages(actor: Actor, texts: Mapping[str, str], described: Iterable[Aged]) -> dict[int, list[Span]]:
    """Each age of a person with the words that give it."""
    names = (name for alias in actor.aliases for name in alias.mentions)
    out: dict[int, set[Span]] = defaultdict(set)
    for age, span in (*(aged for name in names for aged in _beside(name, texts[name.report])), *described):
        if 0 < age <= OLDEST:
            out[age].add(span)
    return {age: sorted(spans) for age, spans in sorted(out.items())}


def _beside(name: Span, text: str) -> Iterator[Aged]:
    """The ages right behind and before a name, each with the name."""
    start = max(0, name.start - LOOK)
    if behind := BEHIND.match(text, name.end):
        yield int(behind["age"] or behind["noun"]), _span(name.report, text, name.start, behind.end())
    if before := BEFORE.search(text[start : name.start]):
        yield int(before["age"]), _span(name.report, text, start + before.start(), name.end)


def _described(persons: Sequence[Actor], texts: Mapping[str, str]) -> dict[str, list[Aged]]:
    """By person: the ages in descriptions that stand for somebody."""
    named: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for actor in persons:
        for name in (name for alias in actor.aliases for name in alias.mentions):
            named[name.report].append((name.start, actor.id))
    out: dict[str, list[Aged]] = defaultdict(list)
    for report, names in named.items():
        for m in OF_ONE.finditer(texts[report]):
            near = {actor for at, actor in names if m.start("who") - BACK <= at < m.start("who")}
            ahead = any(m.end("who") <= at <= m.end("who") + LOOK for at, _ in names)
            if len(near) == 1 and not ahead:
                out[near.pop()].append((int(m["age"]), _span(report, texts[report], *m.span("who"))))
    return out


def _span(report: str, text: str, start: int, end: int) -> Span:
    return Span(report, start, end, text[start:end])


def _conflict(actor: Actor, told: Mapping[int, list[Span]], wordings: Wordings) -> Conflict:
    near = max(told) - min(told) <= BIRTHDAY
    accounts = [f"{age} in {listed([wordings.outlet(s.report) for s in spans])}" for age, spans in told.items()]
    explanation = f"{actor.name} is {listed(accounts)}" + (
        ": a birthday may lie between." if near else ": nobody has two ages."
    )
    sides = tuple(Side(str(age), _claim(spans, wordings), tuple(spans)) for age, spans in told.items())
    return conflict("number", "tension" if near else "conflict", sides, explanation)


def _claim(spans: list[Span], wordings: Wordings) -> str | None:
    """The claim that tells an age: of the mentions that hold the first of its words the shortest."""
    holding = (
        (m.end - m.start, i)
        for i, m in enumerate(wordings.mentions)
        if m.report == spans[0].report and m.start <= spans[0].start and spans[0].end <= m.end
    )
    shortest = min(holding, default=None)
    return wordings.claim_of.get(shortest[1]) if shortest else None
