"""Origins: the independent root behind each mention, by the counting rules of the dossier format.

A person or a body heard in public is one origin however many reports carry it; whoever speaks for a body is the
body. Unnamed sources are one origin for each outlet that quotes them. A report's own voice is its own origin, or the
agency's that it credits for the whole of its text.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from crossread.model.actor import Actor
from crossread.model.claim import Origin, OriginKind
from crossread.model.mention import Link, Mention
from crossread.model.report import Report
from crossread.model.sourcing import SourcingEdge
from crossread.model.span import Extent, Span
from crossread.model.story import Story
from crossread.model.tree import Tree
from crossread.model.words import WORD, fold
from crossread.trace import acts, names
from crossread.trace.actors import Cast
from crossread.trace.credits import credit_lines, own_outlet
from crossread.trace.outlets import Outlets
from crossread.trace.outlets import load as load_outlets

# Characters between a body's name and the name of the person who speaks for it ("X, director of Y").
NEAR = 80
# Characters after the two in which the job may stand ("X, Y's director").
AFTER = 20


class _Voice(msgspec.Struct, frozen=True, order=True):
    """What makes two sources one origin, and how the origin is called where it is met first."""

    key: tuple[str, str]
    name: str
    kind: OriginKind
    actor: str | None = None


def assign(story: Story, outlets: Outlets | None = None) -> tuple[Story, tuple[Origin, ...]]:
    """The story with actor and origin ids in every link and its ``cites`` edges, and the origins ("o1", "o2", …).

    The origin of a mention is that of the last link of its chain; ids go by first appearance.
    """
    voices = _Voices(story, outlets or load_outlets())
    origins: dict[tuple[str, str], Origin] = {}

    def origin(voice: _Voice) -> str:
        known = origins.get(voice.key)
        if known is None:
            known = Origin(f"o{len(origins) + 1}", voice.name, voice.kind, voice.actor)
            origins[voice.key] = known
        return known.id

    mentions = tuple(_assigned(m, voices, origin) for m in story.mentions)
    edges = tuple(sorted((*story.edges, *_cites(mentions, story, origins)), key=_edge_order))
    whole = msgspec.structs.replace(story, mentions=mentions, edges=edges)
    return whole, tuple(origins.values())


def _assigned(mention: Mention, voices: "_Voices", origin: Callable[[_Voice], str]) -> Mention:
    root = voices.root(mention)
    chain = []
    for i, link in enumerate(mention.chain):
        last = i == len(mention.chain) - 1
        voice = root if last else voices.of_link(mention, i)
        chain.append(
            msgspec.structs.replace(
                link,
                actor=voices.actor(mention.report, link),
                origin=origin(voice) if voice is not None else None,
            )
        )
    return msgspec.structs.replace(mention, chain=tuple(chain))


class _Voices:
    """Which voice a link of a chain is."""

    def __init__(self, story: Story, outlets: Outlets) -> None:
        self._outlets = outlets
        self._cast = Cast(story.actors)
        self._reports = {a.report.id: a.report for a in story.reports}
        self._trees = {a.report.id: Tree(a) for a in story.reports}
        self._own = {id: self._report_voice(r) for id, r in self._reports.items()}
        self._papers = self._find_papers()
        self._fuller = _fuller(link.name for m in story.mentions for link in m.chain[1:] if link.kind == "organisation")
        self._employers: dict[str, _Voice] = {}
        self._employers = self._find_employers(story)

    def root(self, mention: Mention) -> _Voice:
        """The independent root of a mention: the outermost of its sources that can know it.

        Outlets and papers pass on what others say; what unnamed people say of others' words is theirs.
        """
        outlet: _Voice | None = None
        paper: _Voice | None = None
        for link in mention.chain[1:]:
            if link.kind == "outlet" or (link.kind == "organisation" and names.bare(link.name) in self._papers):
                outlet = outlet or self._outlet(mention.report, link)
            elif link.kind == "document":
                paper = paper or _Voice(("document", _key(link.name)), link.name, "document")
            elif link.kind == "unnamed" and link.name == "unknown":
                continue
            elif link.kind == "unnamed":
                return outlet or self._unnamed(mention.report)
            else:
                return self._named(mention.report, link)
        return outlet or paper or self._act(mention) or self._own[mention.report]

    def _act(self, mention: Mention) -> _Voice | None:
        """Whose public act or utterance a mention tells in the report's own voice."""
        place = acts.performer(self._trees[mention.report], Extent(mention.start, mention.end))
        actor = self._cast.at(mention.report, place) if place is not None else None
        if actor is None or place is None or actor.kind == "other":
            return None
        kind: OriginKind = "person" if actor.kind == "person" else "organisation"
        if actor.kind == "person":
            return self._employers.get(actor.id) or self._body(actor.name, actor, kind)
        text = place.of(self._reports[mention.report].text)
        return self._body(text if names.government(text) is not None else actor.name, actor, kind)

    def of_link(self, mention: Mention, i: int) -> _Voice | None:
        """The voice of one link by itself; None for unnamed ones and papers."""
        link = mention.chain[i]
        if i == 0:
            return self._own[mention.report]
        if link.kind == "outlet":
            return self._outlet(mention.report, link)
        return self._named(mention.report, link) if link.kind in ("person", "organisation") else None

    def actor(self, report: str, link: Link) -> str | None:
        """The actor that a link names, by its place and by its name."""
        if link.kind in ("report", "unnamed", "document") or link.start is None or link.end is None:
            return None
        named = self._cast.named(link.name)
        found = named or self._cast.at(report, Extent(link.start, link.end))
        return found.id if found is not None else None

    def _named(self, report: str, link: Link) -> _Voice:
        id = self.actor(report, link)
        actor = self._cast.by_id[id] if id is not None else None
        employer = self._employers.get(id or "")
        if link.kind == "person" and employer is not None:
            return employer
        return self._body(link.name, actor, "person" if link.kind == "person" else "organisation")

    def _body(self, name: str, actor: Actor | None, kind: OriginKind) -> _Voice:
        if (paper := self._papers.get(names.bare(name))) is not None and kind != "person":
            return paper
        row = self._outlets.named(name)
        if row is not None and kind != "person":
            return _Voice(("outlet", row.name), row.name, "outlet", actor.id if actor else None)
        plain = name.split(" and its ")[0]
        if actor is not None and actor.kind == "organisation" and re.match(re.escape(actor.name) + r"['’]s\b", name):
            name = actor.name  # "the company's mobile unit" is the company
        land = names.government(plain) if kind != "person" else None
        if land is not None:
            return _Voice(("government", land), plain, "organisation", actor.id if actor else None)
        # "the Egyptian communications ministry" is more than the actor that its first word names.
        whole = actor is not None and (kind == "person" or names.same_body(actor.name, name))
        if actor is not None and whole:
            return _Voice(("actor", actor.id), actor.name, kind, actor.id)
        name = self._fuller.get(_key(name), name)
        return _Voice(("named", _key(name)), names.bearer(name), kind, actor.id if actor else None)

    def _unnamed(self, report: str) -> _Voice:
        own = self._own[report]
        return _Voice(("unnamed", fold(own.name)), f"unnamed sources of {own.name}", "unnamed")

    def _outlet(self, report: str, link: Link) -> _Voice | None:
        """An outlet named as a source; the report's own outlet is no source of its own."""
        paper = self._papers.get(names.bare(link.name))
        if paper is not None:
            return paper if paper.key != self._own[report].key else None
        row = self._outlets.named(link.name)
        key = ("outlet", row.name if row else link.name)
        if key == self._own[report].key:
            return None
        return _Voice(key, key[1], "outlet", self.actor(report, link))

    def _find_papers(self) -> dict[str, _Voice]:
        """The outlets of the story's reports by name, each with the voice of its one report, else one of its own."""
        of: dict[str, list[Report]] = defaultdict(list)
        for report in self._reports.values():
            if report.outlet:
                of[names.bare(report.outlet)].append(report)
        return {
            name: self._own[found[0].id]
            if len(found) == 1 and self._own[found[0].id].kind == "report"
            else _Voice(("outlet", found[0].outlet or name), found[0].outlet or name, "outlet")
            for name, found in of.items()
        }

    def _report_voice(self, report: Report) -> _Voice:
        """A report's own voice: the agency's that it credits, else its outlet's where it is that one's only report."""
        whole = [c.name for c in credit_lines(report, self._outlets) if c.kind == "whole"]
        if whole:
            return _Voice(("outlet", whole[0]), whole[0], "outlet")
        row = own_outlet(report, self._outlets)
        name = report.outlet or (row.name if row else f"report {report.id}")
        peers = [r for r in self._reports.values() if own_outlet(r, self._outlets) == row]
        if row is not None and len(peers) == 1:
            return _Voice(("outlet", row.name), name, "report")
        return _Voice(("report", report.id), name, "report")

    def _employs(self, mention: Mention, body: Link, person: Link) -> bool:
        """Whether the words around two names say that one speaks for the other."""
        if body.start is None or person.end is None or body.end is None or person.start is None:
            return False
        start, end = min(body.start, person.start), max(body.end, person.end)
        between = self._reports[mention.report].text[start : end + AFTER]
        return end - start <= NEAR and bool({fold(w) for w in WORD.findall(between)} & names.spokes())

    def _find_employers(self, story: Story) -> dict[str, _Voice]:
        """Whom people speak for, by the jobs that any report gives them and by chains that name both."""
        out: dict[str, _Voice] = {}
        for actor in story.actors:
            for naming in actor.roles:
                if actor.id not in out and {fold(w) for w in WORD.findall(naming.text)} & names.spokes():
                    span = naming.mentions[0]
                    bodies = [a for _, a in self._cast.within(span.report, span.extent) if a.kind == "organisation"]
                    if bodies:
                        out[actor.id] = self._body(bodies[0].name, bodies[0], "organisation")
        for mention in story.mentions:
            for body, person in zip(mention.chain, mention.chain[1:], strict=False):
                if body.kind == "organisation" and person.kind == "person" and self._employs(mention, body, person):
                    id = self.actor(mention.report, person)
                    if id is not None and id not in out:
                        out[id] = self._named(mention.report, body)
        return out


def _key(name: str) -> str:
    return " ".join(sorted(names.body_key(name))) or fold(name)


def _fuller(named: Iterable[str]) -> dict[str, str]:
    """The full name of bodies named shortly, by their keys: "the Egyptian ministry" is "the Egyptian communications
    ministry" where the story names one such only."""
    spelt = {_key(name): name for name in sorted(set(named))}
    words = {key: name.casefold().removeprefix("the ").split() for key, name in spelt.items()}
    out = {}
    for key, short in words.items():
        longer = [k for k, w in words.items() if len(w) > len(short) == 2 and [w[0], w[-1]] == short]
        if len(longer) == 1 and names.adjective_of(short[0]):
            out[key] = spelt[longer[0]]
    return out


def _cites(mentions: Sequence[Mention], story: Story, origins: dict[tuple[str, str], Origin]) -> list[SourcingEdge]:
    """One edge from each report to each origin that its chains end in, with the words that name it."""
    kinds = {o.id: o.kind for o in origins.values()}
    texts = {a.report.id: a.report.text for a in story.reports}
    spans: dict[tuple[str, str], set[Span]] = defaultdict(set)
    for m in mentions:
        last = m.chain[-1]
        if len(m.chain) < 2 or last.origin is None or kinds[last.origin] == "report":
            continue
        for link in m.chain[1:]:
            if link.start is not None and link.end is not None:
                spans[m.report, last.origin].add(
                    Span(m.report, link.start, link.end, texts[m.report][link.start : link.end])
                )
    return [
        SourcingEdge(report, id, "cites", tuple(sorted(found)), directed=True)
        for (report, id), found in sorted(spans.items())
    ]


def _edge_order(edge: SourcingEdge) -> tuple[str, str, str, bool, bool]:
    return edge.source, edge.to, edge.kind, edge.quoted, edge.rewritten
