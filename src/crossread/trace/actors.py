"""Actors: one person or body across the reports of a story, with every name and role the reports give it."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import msgspec

from crossread.model.actor import Actor, ActorKind, Naming
from crossread.model.annotated import Annotated, Entity, EntityKind
from crossread.model.span import Extent, Span
from crossread.model.words import fold
from crossread.trace import names, roles
from crossread.trace.outlets import Outlets
from crossread.trace.outlets import load as load_outlets

T = TypeVar("T", str, tuple[str, ...])

_KIND: dict[EntityKind, ActorKind] = {
    "person": "person", "organisation": "organisation", "place": "place", "other": "other",
}  # fmt: skip


SHORT_NAME = 5
"""Letters from which the first word of a firm's name is its short name; shorter ones are initials and given names."""
_AFTER_PEOPLE = frozenset(
    """foundation fund inquiry institute trust law prize commission report act award centre center library hospital
    school university college museum medal doctrine plan""".split()
)
"""Last words of bodies and things that bear people's names: alone, the name is that person's."""


_AROUND = 16
"""Characters before and behind a name that tell whether it is a town's."""
_IN = re.compile(r"\b(?:in|near|outside|around|downtown|suburban)\s\Z")
_ITS_OWN = re.compile(r"\s(?:[Pp]olice|[Ff]ire|[Ss]heriff|[Cc]ounty|[Cc]ity|[Mm]ayor|[Cc]ouncil|[Cc]rown [Cc]ourt)\b")


class _Seen(msgspec.Struct, frozen=True, order=True):
    """One name at one place of one report (by its index)."""

    report: int
    start: int
    end: int
    kind: EntityKind
    text: str

    @property
    def parts(self) -> tuple[str, ...]:
        return names.parts(self.text)


class Cast:
    """The actors of a story, and which of them a place or a name stands for."""

    def __init__(self, actors: tuple[Actor, ...]) -> None:
        self.actors = actors
        self.by_id = {a.id: a for a in actors}
        self._at: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        self._named: dict[str, str] = {}
        for actor in actors:
            for naming in actor.aliases:
                self._named.setdefault(_fold(naming.text), actor.id)
                for m in naming.mentions:
                    self._at[m.report].append((m.start, m.end, actor.id))
        for places in self._at.values():
            places.sort()
        bearers = Counter(_surname(a.name) for a in actors if a.kind == "person")
        self._surnames: dict[str, str] = {}
        for actor in actors:
            self._named[_fold(actor.name)] = actor.id
            surname = _surname(actor.name)
            if actor.kind == "person" and surname and bearers[surname] == 1:
                self._surnames[surname[0]] = actor.id

    def within(self, report: str, extent: Extent) -> list[tuple[Extent, Actor]]:
        """The actors named inside an extent of a report, in order of place."""
        places = self._at.get(report, [])
        out = []
        for start, end, id in places[bisect_left(places, (extent.start, -1, "")) :]:
            if start >= extent.end:
                break
            if end <= extent.end:
                out.append((Extent(start, end), self.by_id[id]))
        return out

    def at(self, report: str, extent: Extent) -> Actor | None:
        """The actor whose name covers most of an extent, or None."""
        places = self._at.get(report, [])
        best: tuple[int, str] | None = None
        for start, end, id in places[max(0, bisect_left(places, (extent.start, -1, "")) - 1) :]:
            if start >= extent.end:
                break
            shared = min(end, extent.end) - max(start, extent.start)
            if shared > 0 and (best is None or shared > best[0]):
                best = (shared, id)
        return self.by_id[best[1]] if best else None

    def named(self, name: str) -> Actor | None:
        """The actor that goes by a name anywhere in the story, or None."""
        id = self._named.get(_fold(name)) or self._surnames.get(_fold(name))
        return self.by_id[id] if id else None


def find(reports: Sequence[Annotated], outlets: Outlets | None = None) -> tuple[Actor, ...]:
    """The actors of a story, in order of first appearance; ids are "a1", "a2", …

    Surnames join the full name that the report gave last; spellings one letter apart, short forms of given names,
    acronyms and company endings join. Two people of one surname stay two.
    """
    seen = _of_one_kind(sorted(_seen(reports)), outlets or load_outlets(), reports)
    people = [s for s in seen if s.kind == "person"]
    bodies = [s for s in seen if s.kind != "person"]
    groups = [*_people(people), *_bodies(bodies, reports)]
    groups.sort(key=min)
    return tuple(_actor(f"a{i}", group, reports) for i, group in enumerate(groups, 1))


def _seen(reports: Sequence[Annotated]) -> Iterable[_Seen]:
    for i, annotated in enumerate(reports):
        debris = annotated.report.debris
        for e in _entities(annotated):
            named = names.is_name(annotated.report.text[e.start : e.end])
            if named and not any(d.start <= e.start < d.end for d in debris):
                yield _Seen(i, e.start, e.end, e.kind, annotated.report.text[e.start : e.end])


def _entities(annotated: Annotated) -> Iterable[Entity]:
    """The names of a report; two halves of a hyphened one ("Jean-Luc Moreau") are made one again."""
    held: Entity | None = None
    for e in sorted(annotated.entities):
        if held is not None and annotated.report.text[held.end : e.start] == "-" and "person" in (held.kind, e.kind):
            held = Entity(held.start, e.end, "person")
            continue
        if held is not None:
            yield held
        held = e
    if held is not None:
        yield held


def _of_one_kind(seen: list[_Seen], outlets: Outlets, reports: Sequence[Annotated]) -> list[_Seen]:
    """One kind for one name all over the story: what the tables know, else what most places say.

    A surname of a person named in full is that person's, whatever single places were taken for.
    """
    votes: dict[str, Counter[EntityKind]] = defaultdict(Counter)
    for s in seen:
        votes[_fold(s.text)][s.kind] += 1
    firms = {s.parts[0] for s in seen if len(s.parts) > 1 and names.is_company(s.text)}
    full = {s.parts for s in seen if len(s.parts) > 1 and _most(votes[_fold(s.text)]) == "person"}
    surnames = {parts[-1] for parts in full}
    towns = _towns((s for s in seen if len(s.parts) == 1 and s.parts[0] not in surnames), reports)
    bodies = [s.parts for s in seen if len(s.parts) > 1 and _most(votes[_fold(s.text)]) == "organisation"]
    short = {b[0] for b in bodies if len(b[0]) >= SHORT_NAME and b[-1] not in _AFTER_PEOPLE}
    short -= {part for parts in full for part in parts}

    def kind(s: _Seen) -> EntityKind:
        if outlets.named(s.text) is not None or names.is_company(s.text) or s.parts in {(f,) for f in firms}:
            return "organisation"
        if names.country(s.text) is not None:
            return "place"
        if len(s.parts) == 1 and s.parts[0] in surnames:
            return "person"
        most = _most(votes[_fold(s.text)])
        if most == "person" and _fold(s.text) in towns:
            return "place"
        if most in ("person", "organisation") and names.adjective_of(s.text) is not None:
            return "other"  # "the Australian" is nobody's name
        # "Frostline", where "Frostline Logistics" is a firm; a place stays one ("Boston" beside "Boston Globe").
        return "organisation" if most == "person" and len(s.parts) == 1 and s.parts[0] in short else most

    return [msgspec.structs.replace(s, kind=kind(s)) for s in seen]


def _towns(single: Iterable[_Seen], reports: Sequence[Annotated]) -> set[str]:
    """Single names that stand mostly where towns do: before their police or mayor, behind "in"."""
    placed: dict[str, list[bool]] = defaultdict(list)
    for s in (s for s in single if " " not in s.text):
        text = reports[s.report].report.text
        before, after = text[max(0, s.start - _AROUND) : s.start], text[s.end : s.end + _AROUND]
        inside = _IN.search(before) is not None and not after.startswith(("'s", "’s"))
        placed[_fold(s.text)].append(inside or _ITS_OWN.match(after) is not None)
    return {name for name, found in placed.items() if 2 * sum(found) >= len(found)}


def _most(votes: Counter[EntityKind]) -> EntityKind:
    return min(votes, key=lambda k: (-votes[k], k))


def _people(seen: list[_Seen]) -> list[list[_Seen]]:
    """Full names first; then, in order, each bare name with the full name that it stands for."""
    full = sorted({s.parts for s in seen if len(s.parts) > 1})
    bearers = _Bearers(seen, _of_one_generation(seen, _join(full, names.same_person, _person_blocks)))
    groups: dict[tuple[str, ...], list[_Seen]] = defaultdict(list)
    for s in seen:
        groups[bearers.leader[s.parts] if len(s.parts) > 1 else bearers.of(s, groups)].append(s)
    return list(groups.values())


class _Bearers:
    """Who bears a bare name, in its report or else in the story."""

    def __init__(self, seen: list[_Seen], leader: dict[tuple[str, ...], tuple[str, ...]]) -> None:
        self.leader = leader
        self._by_block: dict[str, list[_Seen]] = defaultdict(list)
        self._by_given: dict[tuple[int, str], list[_Seen]] = defaultdict(list)
        self._named = Counter(leader[s.parts] for s in seen if len(s.parts) > 1)
        for s in seen:
            for block in _person_blocks(s.parts):
                self._by_block[block].append(s)
            if len(s.parts) > 1:
                self._by_given[s.report, s.parts[0]].append(s)

    def of(self, single: _Seen, groups: dict[tuple[str, ...], list[_Seen]]) -> tuple[str, ...]:
        """The full name that a bare name stands for; ``groups`` holds what came before it.

        Of two people of one surname the report means the one it has spoken of most by then, then the one that the
        story names most, then the last named.
        """
        if not single.parts:
            return (fold(single.text),)
        bearing = [s for s in self._by_block[single.parts[0][0]] if names.same_person(single.parts, s.parts)]
        bearing = [s for s in bearing if s.parts[-1] == single.parts[0]] or bearing or self._so_called(single)
        here = [s for s in bearing if s.report == single.report]
        so_far = [s for s in here if s.start <= single.start] or here[:1]
        if so_far:
            last = {self.leader[s.parts]: s.start for s in so_far}
            spoken = {k: sum(s.report == single.report for s in groups[k]) for k in last}
            return min(last, key=lambda k: (-spoken[k], -self._named[k], -last[k]))
        elsewhere = Counter(self.leader[s.parts] for s in bearing).most_common(2)
        # Two people of one surname, neither named in full here: left apart unless one is the story's subject.
        if elsewhere and (len(elsewhere) == 1 or elsewhere[0][1] >= 3 * elsewhere[1][1]):
            return elsewhere[0][0]
        return single.parts

    def _so_called(self, single: _Seen) -> list[_Seen]:
        """Where its report gives the one full name whose given name a bare name is ("Ada", of Ada Reen)."""
        given = self._by_given[single.report, single.parts[0]]
        return given if len({self.leader[s.parts] for s in given}) == 1 else []


def _of_one_generation(
    seen: list[_Seen], leader: dict[tuple[str, ...], tuple[str, ...]]
) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Leaders of names, "Ivo Marn III" led by "Ivo Marn" where no report tells the two apart."""
    within: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for s in seen:
        within[s.parts].add(s.report)
    same = {}
    for name in (n for n in leader if n[-1] in names.YOUNGER and n[:-1] in leader):
        if not within[name] & within[name[:-1]] and not any((*name[:-1], old) in leader for old in ("sr", "snr")):
            same[leader[name]] = leader[name[:-1]]
    return {name: same.get(top, top) for name, top in leader.items()}


def _bodies(seen: list[_Seen], reports: Sequence[Annotated]) -> list[list[_Seen]]:
    keyed: dict[tuple[str, bool], list[_Seen]] = defaultdict(list)
    for s in seen:
        keyed[_body_name(s, reports), s.kind == "place"].append(s)
    out: list[list[_Seen]] = []
    for place in (False, True):
        all_names = sorted({name for name, is_place in keyed if is_place == place})
        leader = _join(all_names, _same_place if place else names.same_body, _body_blocks)
        groups: dict[str, list[_Seen]] = defaultdict(list)
        for name in all_names:
            groups[leader[name]] += keyed[name, place]
        out += [sorted(g) for g in groups.values()]
    return out


def _body_name(seen: _Seen, reports: Sequence[Annotated]) -> str:
    """The name; for a country its full one, also where its capital stands for its government."""
    land = names.country(seen.text)
    if land is None:
        return " ".join(seen.text.split())
    is_capital = names.is_capital(seen.text)
    return land if not is_capital or roles.acts(reports[seen.report], Extent(seen.start, seen.end)) else seen.text


def _person_blocks(person: tuple[str, ...]) -> set[str]:
    """Two names of one person share at least one of these (a surname may be the second of three words)."""
    return {part[0] for part in person[1:]}


def _body_blocks(name: str) -> set[str]:
    """Two names of one body share a word or an acronym."""
    words = names.body_key(name)
    return {*words, names.initials(name), fold("".join(c for c in name if c.isalpha()))}


def _same_place(a: str, b: str) -> bool:
    return names.parts(a) == names.parts(b)


def _join(items: Sequence[T], same: Callable[[T, T], bool], blocks: Callable[[T], set[str]]) -> dict[T, T]:
    """Each item's leader: the least of all that it is the same as, directly or through others."""
    leader: dict[T, T] = {}
    by_block: dict[str, list[T]] = defaultdict(list)

    def top(item: T) -> T:
        while leader[item] != item:
            item = leader[item]
        return item

    for item in items:
        leader[item] = item
        shared = [other for block in sorted(blocks(item)) for other in by_block[block]]
        for other in dict.fromkeys(shared):
            one, two = top(item), top(other)
            if one != two and same(item, other):
                leader[max(one, two)] = min(one, two)
        for block in blocks(item):
            by_block[block].append(item)
    return {item: top(item) for item in items}


def _actor(id: str, group: list[_Seen], reports: Sequence[Annotated]) -> Actor:
    spans: dict[str, list[Span]] = defaultdict(list)
    told: dict[str, list[Span]] = defaultdict(list)
    for s in group:
        report = reports[s.report].report
        spans[" ".join(s.text.split())].append(Span(report.id, s.start, s.end, s.text))
        if s.kind == "person":
            for e in roles.of(reports[s.report], Extent(s.start, s.end)):
                told[" ".join(e.of(report.text).split())].append(Span(report.id, e.start, e.end, e.of(report.text)))
    kinds = Counter(s.kind for s in group)
    kind = min(kinds, key=lambda k: (-kinds[k], k))
    return Actor(id, _best_name(spans, kind), _KIND[kind], _namings(spans), _namings(told))


def _best_name(spans: dict[str, list[Span]], kind: EntityKind) -> str:
    """The fullest name a person has; the commonest name of a body, an acronym only if there is no other."""
    if kind == "person":
        bare = {name: " ".join(_untitled(name)) for name in spans}
        uses = Counter({name: len(spans[full]) for full, name in bare.items()})
        return min(uses, key=lambda n: (-min(2, len(n.split())), -uses[n], -len(n), n))
    long = {n: len(s) for n, s in spans.items() if not n.isupper() or len(n) > 6} or {
        n: len(s) for n, s in spans.items()
    }
    return min(long, key=lambda n: (-long[n], n))


def _surname(name: str) -> tuple[str, ...]:
    """The last word of a name, generations ("III") apart; () of none."""
    found = names.parts(name)
    return (found[:-1] if len(found) > 2 and found[-1] in names.GENERATIONS else found)[-1:]


def _untitled(name: str) -> list[str]:
    words = name.split()
    while len(words) > 1 and fold(words[0].strip(".,")) in names.titles():
        words.pop(0)
    return words


def _namings(spans: dict[str, list[Span]]) -> tuple[Naming, ...]:
    return tuple(Naming(text, tuple(sorted(places))) for text, places in sorted(spans.items()))


def _fold(name: str) -> str:
    return " ".join(names.parts(name))
