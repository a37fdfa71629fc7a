"""Sources that several reports of one claim describe differently, and that are one origin all the same.

Told of one claim, so that less is enough than in the whole story: a report that is cited tells the claim itself, a
name is spelt in two ways, a report says "the operator" where another names it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from crossread.model.claim import Origin
from crossread.model.mention import Link, Mention
from crossread.model.sourcing import SourcingEdge
from crossread.model.span import Span
from crossread.model.words import fold, words

# Likeness (Indel) of two surnames from which one is a spelling of the other ("Lemanek", "Lemaniak").
SPELLING = 0.75
# Characters from a body's name within which a report goes on with its account, as the corpus's keys tell it.
BESIDE = 400
# First words of a phrase that speaks of somebody known.
_DEFINITE = frozenset("the its his her their this that".split())
# Those who stay unnamed even where they are spoken of as known ("the official", "the two workers").
_ANONYMOUS = frozenset(
    """source official person man woman worker employee insider diplomat analyst expert witness neighbour neighbor
    resident passenger aide one other two three four some many few several""".split()
)
# Bodies that are spoken of in the plural, with the article or without.
_BODIES = frozenset("police prosecutors authorities rescuers firefighters organisers organizers owners".split())
# Where the head of a noun phrase ends.
_AFTER_HEAD = frozenset("who which that of in at with for from on to by and whose quoted cited".split())

# Nouns for bodies of which a country or a company has one in any field that a report can mean.
_GENERIC = frozenset("ministry government authority authorities office department company".split())

_LEADING = re.compile(r"^(?:The|Its|His|Her|Their|Our)\b")
# Nouns for a body whose kind its name tells: "the ministry" is no railway, "the operator" no ministry.
_PUBLIC = frozenset(
    """ministry police army military navy court parliament senate union commission council inspectorate department
    prosecutor prosecutors agency regulator service brigade party committee board tribunal coastguard cabinet federation
    association university hospital school church government authority authorities association office""".split()
)

_BODIED = ("organisation", "person")

Joined = tuple[str, str, bool, str]


def joined(mentions: Sequence[Mention], edges: Sequence[SourcingEdge], known: Mapping[str, Origin]) -> Iterator[Joined]:
    """Pairs of origins that are one, with whether they only may be one, and the reason in words."""
    named = {(e.source, e.to): e.passages for e in edges if e.kind == "cites"}
    for i, a in enumerate(mentions):
        for b in mentions[i + 1 :]:
            one, two = a.chain[-1].origin, b.chain[-1].origin
            if a.report == b.report or one is None or two is None or one == two:
                continue
            why = _cited(a, b, known) or _cited(b, a, known) or _one_person(a, b) or _one_body(a, b, known)
            why = why or _beside(a, b, named, known) or _beside(b, a, named, known)
            if why:
                yield one, two, False, why
            elif why := _one_outlet(a, b, known) or _one_of(a, b) or _one_of(b, a):
                yield one, two, True, why
    yield from _described(mentions, known)


def _one_outlet(a: Mention, b: Mention, known: Mapping[str, Origin]) -> str:
    """Why two reports' own voices may be one: they are of one outlet."""
    one, two = known.get(a.chain[-1].origin or ""), known.get(b.chain[-1].origin or "")
    if one is None or two is None or (one.kind, two.kind) != ("report", "report") or one.name != two.name:
        return ""
    return f"{a.report} and {b.report} are both of {one.name}: its own voice may be one origin."


def _one_of(a: Mention, b: Mention) -> str:
    """Why a mention on the word of several outlets may stand on that of one of them, which another report names."""
    several, one = a.chain[-1], b.chain[-1]
    if several.kind != "outlet" or one.kind != "outlet" or " and " not in several.name:
        return ""
    if not _holds(_plain(several.name), _plain(one.name)):
        return ""
    return f"{a.report} names {several.name}, {b.report} {one.name} alone: may be one origin."


def _cited(a: Mention, b: Mention, known: Mapping[str, Origin]) -> str:
    """Why one mention stands on what the other's report tells; "" where it does not cite it."""
    outlet = known.get(b.chain[0].origin or "")
    name = _plain(outlet.name) if outlet is not None else ()
    if name and any(link.kind != "unnamed" and _holds(_plain(link.name), name) for link in a.chain[1:]):
        return f"{a.report} reports this on the word of {b.report}: one origin."
    return ""


def _beside(
    a: Mention, b: Mention, named: Mapping[tuple[str, str], Sequence[Span]], known: Mapping[str, Origin]
) -> str:
    """Why what one report tells in its own voice is the word of a body that it names close by; "" where not."""
    mine, body = known.get(a.chain[-1].origin or ""), known.get(b.chain[-1].origin or "")
    if mine is None or body is None or mine.kind != "report" or body.kind != "organisation":
        return ""
    if all(min(abs(s.start - a.start), abs(s.start - a.end)) > BESIDE for s in named.get((a.report, body.id), ())):
        return ""
    return f"{a.report} reports this beside the word of {body.name}, on which {b.report} reports it: one origin."


def _one_person(a: Mention, b: Mention) -> str:
    """Why two mentions have one speaker, whose name the reports spell differently or set beside a body's."""
    one, two = a.chain[-1], b.chain[-1]
    if one.kind != "person" or two.kind != "person" or not _one_name(_plain(one.name), _plain(two.name)):
        return ""
    return f"{a.report} and {b.report} name one speaker, {one.name} and {two.name}: one origin."


def _one_body(a: Mention, b: Mention, known: Mapping[str, Origin]) -> str:
    """Why two mentions have one body behind them, called by a part of its name in one of them."""
    pair = [o for m in (a, b) if len(m.chain) > 1 and (o := known.get(m.chain[-1].origin or "")) is not None]
    if len(pair) < 2 or not any(o.kind == "organisation" for o in pair) or any(o.kind not in _BODIED for o in pair):
        return ""
    one, two = (_plain(o.name) for o in pair)
    if not one or not two or not (_holds(one, two) or _holds(two, one) or _shortened(one, two)):
        return ""
    return f"{a.report} and {b.report} name one source, {pair[0].name} and {pair[1].name}: one origin."


def _shortened(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name leaves out words amid the other ("the Peruvian ministry", "the Peruvian transport ministry")."""
    short, long = sorted((a, b), key=len)
    generic = short[-1:] == long[-1:] and long[-1] in _GENERIC
    return generic and len(short) == 2 and short[0] == long[0]


def _one_name(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not a or not b or Indel.normalized_similarity(a[-1], b[-1]) < SPELLING:
        return False
    short, long = sorted((a[:-1], b[:-1]), key=len)
    return all(any(Indel.normalized_similarity(w, v) >= SPELLING or v[0] == w for v in long) for w in short)


def _described(mentions: Sequence[Mention], known: Mapping[str, Origin]) -> Iterator[Joined]:
    """Sources that a report only describes ("the operator"), with the source that another report names."""
    described = [m for m in mentions if len(m.chain) > 1 and _is_described(m.chain[-1])]
    named = [m for m in mentions if m not in described and _names(m, known)]
    for m in described:
        for other in (*named, *described):
            one, two = m.chain[-1].origin, other.chain[-1].origin
            if (
                other.report != m.report
                and one is not None
                and two is not None
                and _may_be(m.chain[-1], other.chain[-1])
            ):
                what = f"{m.report} speaks of {m.chain[-1].name}, {other.report} of {other.chain[-1].name}"
                yield one, two, False, f"{what}: taken for one origin."
                break


def _names(mention: Mention, known: Mapping[str, Origin]) -> bool:
    origin = known.get(mention.chain[-1].origin or "")
    return len(mention.chain) > 1 and origin is not None and origin.kind not in ("report", "unnamed")


def _is_described(link: Link) -> bool:
    """Whether a source without a name is one body or person that readers are taken to know."""
    if link.kind not in ("unnamed", "organisation") or link.name == "unknown":
        return False
    if link.kind == "organisation" and any(c.isupper() for c in _LEADING.sub("", link.name)):
        return False  # it has a name
    forms = [w.form for w in words(link.name)]
    end = next((i for i, f in enumerate(forms) if i and f in _AFTER_HEAD), len(forms))
    phrase = forms[:end]
    if not phrase or any(f in _ANONYMOUS or f.removesuffix("s") in _ANONYMOUS for f in phrase):
        return False
    if phrase[-1] in _BODIES:
        return True
    definite = phrase[0] in _DEFINITE or any(f.endswith(("'s", "’s", "s'", "s’")) for f in phrase[:-1])
    return definite and (not phrase[-1].endswith("s") or phrase[-1].endswith("ss"))


def _may_be(described: Link, named: Link) -> bool:
    """Whether a body in a report's own words ("the operator") may be another source: a person is none, and each kind
    of public body goes by its noun."""
    if described.kind != "organisation":
        return True
    if named.kind not in ("organisation", "outlet"):
        return False
    mine, other = set(_plain(described.name)) & _PUBLIC, set(_plain(named.name)) & _PUBLIC
    return mine == other


def _plain(name: str) -> tuple[str, ...]:
    return tuple(fold(w.form) for w in words(name) if w.form != "the")


def _holds(name: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether a name's words hold another's, in order and side by side."""
    return any(name[i : i + len(part)] == part for i in range(len(name) - len(part) + 1))
