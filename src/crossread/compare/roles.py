"""Roles that part: one person given roles that cannot both be theirs, or that are hard to square."""

import re
from collections.abc import Iterator

import msgspec

from crossread.compare.pairs import Wordings, conflict
from crossread.model.actor import Actor
from crossread.model.conflict import Conflict, Severity, Side
from crossread.model.mention import Mention
from crossread.model.quotation import quotations
from crossread.model.span import Extent, Span
from crossread.model.stems import content_stems, stem

PAST = re.compile(r"\b(?:former|formerly|ex|onetime|one-time|then|late|outgoing|retired|ousted|deposed)\b", re.I)
"""Words that say a role is held no more."""
ELECT = re.compile(r"\b(?:acting|interim|deputy|vice|designate|elect|incoming|assistant|under)\b", re.I)
"""Words that make it another role."""
SINGLE = frozenset(
    stem(w)
    for w in (
        "president chairman chairwoman chairperson chair secretary chief director governor mayor minister premier "
        "chancellor king queen leader head manager captain principal rector commander commissioner superintendent "
        "inspector sergeant colonel general treasurer founder owner coach"
    ).split()
)
"""Heads of titles that one person holds in one body at a time."""
BESIDES = frozenset(map(stem, ("founder", "owner")))
"""Titles that whoever holds any other may have besides."""
PORTFOLIOS = frozenset(
    stem(w)
    for w in (
        "interior home defence defense foreign finance justice health education transport agriculture energy "
        "environment labour labor trade economy culture housing treasury state"
    ).split()
)
"""What a minister is minister of; few are of two."""
RANKS = frozenset(
    stem(w)
    for w in (
        "admiral general colonel major captain lieutenant sergeant corporal commodore commander brigadier commissioner "
        "superintendent inspector constable"
    ).split()
)
"""Ranks of forces; one person has one, be it told in two words."""


class Role(msgspec.Struct, frozen=True):
    """One role of one actor as one wording gives it."""

    text: str
    stems: frozenset[str]
    past: bool
    other: frozenset[str]
    spans: tuple[Span, ...]

    @property
    def title(self) -> frozenset[str]:
        """The single-holder titles in it."""
        return self.stems & SINGLE


def find(wordings: Wordings) -> list[Conflict]:
    """Role conflicts of every person of the story."""
    quoted = {a.report.id: [q.extent for q in quotations(a.report.text)] for a in wordings.story.reports}
    texts = {a.report.id: a.report.text for a in wordings.story.reports}
    found: list[Conflict] = []
    for actor in wordings.story.actors:
        if actor.kind == "person":
            found += _of(actor, list(_roles(actor, quoted, texts)), wordings)
    return found


SHARED = re.compile(
    r"\b(?:former|formerly|ex|onetime|one-time|then|late|retired)\b[^.,;:]{1,60}\band\s+(?:the\s+)?$", re.I
)
"""Before a role: a word for the past that is said of it and of another ("former prosecutor and | mayor")."""


def _roles(actor: Actor, quoted: dict[str, list[Extent]], texts: dict[str, str]) -> Iterator[Role]:
    for naming in actor.roles:
        own = (s for s in naming.mentions if not SHARED.search(texts[s.report], max(0, s.start - 90), s.start))
        spans = tuple(s for s in own if not any(q.covers(s.extent) for q in quoted.get(s.report, [])))
        if spans:
            # "President Olin" in somebody's mouth is a courtesy, not a role told.
            other = frozenset(w.lower() for w in ELECT.findall(naming.text))
            stems = frozenset(content_stems(PAST.sub(" ", naming.text)))
            yield Role(naming.text, stems, bool(PAST.search(naming.text)), other, spans)


def _of(actor: Actor, roles: list[Role], wordings: Wordings) -> list[Conflict]:
    found = []
    for i, a in enumerate(roles):
        for b in roles[i + 1 :]:
            severity = _severity(a, b, roles)
            if severity:
                told = _explain(actor, a, b, severity)
                found.append(conflict("role", severity, (_side(a, actor, wordings), _side(b, actor, wordings)), told))
    return _gravest(found)


def _gravest(found: list[Conflict]) -> list[Conflict]:
    """One conflict of each severity for one person: "President" and "US President" against "former" are one finding."""
    by_severity: dict[str, list[Conflict]] = {}
    for c in found:
        by_severity.setdefault(c.severity, []).append(c)
    return [
        max(some, key=lambda c: (sum(len(s.mentions) for s in c.sides), c.explanation)) for some in by_severity.values()
    ]


def _severity(a: Role, b: Role, roles: list[Role]) -> Severity | None:
    """Held and held no more: a conflict where more reports tell it held; else a tension, since the bare title
    ("President Olin") may be a courtesy. Two ranks, two portfolios, two single-holder titles of one body: a tension,
    unless one report gives both.
    """
    one_report = {s.report for s in a.spans} & {s.report for s in b.spans}
    if a.other != b.other:
        return None
    if not (a.past or b.past or one_report) and _differ(a.stems & RANKS, b.stems & RANKS, roles):
        return "tension"
    if not a.title or not b.title:
        return None
    if a.past != b.past:
        if a.title != b.title or not _compatible(a, b):
            return None
        alike = [r for r in roles if r.title == a.title and r.other == a.other]
        held = {s.report for r in alike if not r.past for s in r.spans}
        past = {s.report for r in alike if r.past for s in r.spans}
        return "conflict" if len(held) >= len(past) and held - past else "tension"
    if a.past or one_report:
        return None
    if a.title & b.title:
        return "tension" if _differ(a.stems & PORTFOLIOS, b.stems & PORTFOLIOS, roles) else None
    together = any(a.title | b.title <= r.title for r in roles)
    if a.title <= BESIDES or b.title <= BESIDES:
        return None
    return "tension" if not together and (a.stems - a.title) & (b.stems - b.title) else None


def _differ(one: frozenset[str], other: frozenset[str], roles: list[Role]) -> bool:
    """Whether each names some, they share none, and no report gives all of them at once."""
    return bool(one and other) and not one & other and not any(one | other <= r.stems for r in roles)


def _compatible(a: Role, b: Role) -> bool:
    """Whether two roles could be of one body: the words around their titles do not exclude each other."""
    rest_a, rest_b = a.stems - a.title, b.stems - b.title
    return not rest_a or not rest_b or bool(rest_a & rest_b)


def _side(role: Role, actor: Actor, wordings: Wordings) -> Side:
    """The role's words with the name that they are given to."""
    spans = tuple(sorted({_with_name(s, actor, wordings) for s in role.spans}))
    first = next((i for i, m in enumerate(wordings.mentions) if m.form == "role" and _within(spans, m)), None)
    return Side(role.text, wordings.claim_of.get(first) if first is not None else None, spans)


def _within(spans: tuple[Span, ...], mention: Mention) -> bool:
    return any(s.report == mention.report and s.start < mention.end and mention.start < s.end for s in spans)


def _with_name(role: Span, actor: Actor, wordings: Wordings) -> Span:
    """A role's span grown to the nearest name of its actor, where that stands beside it."""
    text = wordings.trees[role.report].text
    names = [n for alias in actor.aliases for n in alias.mentions if n.report == role.report]
    beside = [n for n in names if 0 <= n.start - role.end <= BESIDE or 0 <= role.start - n.end <= BESIDE]
    if not beside:
        return role
    name = min(beside, key=lambda n: (abs(n.start - role.end), n))
    start, end = min(role.start, name.start), max(role.end, name.end)
    return Span(role.report, start, end, text[start:end])


BESIDE = 2
"""Characters between a role and its name: a space, or a comma and a space."""


def _explain(actor: Actor, a: Role, b: Role, severity: Severity) -> str:
    def where(role: Role) -> str:
        return ", ".join(sorted({s.report for s in role.spans}))

    told = f"{actor.name} is “{a.text}” in {where(a)} and “{b.text}” in {where(b)}"
    return (
        f"{told}: one role cannot be held and past at once."
        if severity == "conflict"
        else f"{told}; nothing told says both."
    )
