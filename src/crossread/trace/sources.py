"""Sources: who a source's words stand for. Names, jobs that speak for a body, documents, unnamed people,
and the words by which a report speaks again of a source that it has named."""

import re
from collections.abc import Sequence

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.mention import Link, LinkKind
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.words import FUNCTION_WORDS, WORD, fold
from crossread.trace import names
from crossread.trace.actors import Cast
from crossread.trace.affiliations import Affiliations
from crossread.trace.anaphors import DEFINITE, NATIONAL, PRONOUNS, SOME, WHOSE, Memory
from crossread.trace.cues import cues
from crossread.trace.mute import DEEDS
from crossread.trace.named_outlets import NamedOutlets
from crossread.trace.outlets import Outlets
from crossread.trace.scene import Scene
from crossread.trace.source import Source, is_owner, kind_of, link

# Characters of a phrase that still is a name.
LONGEST_NAME = 60
# Sources back to which an unnamed one may be that of the outlet last named.
NEARBY = 3
# Characters between a country's name and that of the body which is its: "'s ".
OWNED = 3
# A phrase that stands for another is followed this many steps at most.
DEEPEST = 3
# Between who speaks and a name that tells whom they speak for or are near.
_TOWARDS = frozenset({"for", "of", "to", "with", "from", "under", "behind", "around", "by", "near"})
# Where a relative clause or a participle begins, the noun before it is the head of the phrase.
_TAIL = re.compile(
    r"\s(?:who|which|that|with|of|in|from|at|for|on|close|familiar|briefed|by|near|throughout|like|and)\s"
)
# "Musicians quoted by the paper": the paper passes on what the musicians say.
_RELAYED = re.compile(r",?\s(?:quoted|cited|interviewed)\s(?:by|in)\s")
_SEVERAL = re.compile(r"(?:two|three|four|five|six|several|some|many|a few|both|other|\d+)\b|\w+s\b", re.I)
_SPEAKS_FOR = re.compile(r"(?:[Aa]n?|[Tt]he)?\s*(?:[\w-]+\s)?[Ss]pokes\w+\s(?:for|of)\s")
_JOB = re.compile(r"\s(?:[a-z][a-z-]*\s){1,2}")
_AT = re.compile(r"\s(?:at|of|from|with)\s(?:the\s)?\Z")
# "London-listed", "state-owned": the name is no part of who speaks.
_COMPOUND = re.compile(
    r"[-‑](?:listed|based|owned|born|backed|led|run|registered|funded|controlled|held|style|bound|made)\b"
)
# What firms are called by what they make or do, right before their names.
_MAKERS = frozenset(
    """manufacturer maker carmaker automaker airframer retailer builder insurer lender supplier producer developer
    publisher startup brewer chipmaker drugmaker shipper shipbuilder""".split()
)
# Somebody with several duties: "Orrin's sales, service, and marketing chief".
_LISTED = re.compile(r"['’]s [a-z]+, (?:[a-z]+,? )+and [a-z]+")
# "Chilean media reports": of many papers, by no name.
_PRESS = frozenset({"media", "press", "news", "newspaper", "television", "tv", "radio"})


class Sources:
    """Reads the sources of one report in order of place, each by what came before it."""

    def __init__(self, annotated: Annotated, cast: Cast, outlets: Outlets, tree: Tree) -> None:
        self._annotated = annotated
        self._text = annotated.report.text
        self._cast = cast
        self._outlets = outlets
        self._papers = NamedOutlets(self._text, outlets)
        self._memory = Memory(annotated, cast, outlets, tree)
        self._affiliations = Affiliations(annotated, cast, self._memory, self._resolve)

    @property
    def scene(self) -> Scene:
        """Who is named where in the report."""
        return self._memory.scene

    def read(self, extent: Extent, within: Source | None = None) -> Source:
        """The source named at an extent; remembered for the words that later stand for it. ``within`` is who passes on
        what it says: of a person who does, "she" in the next sentence speaks again."""
        source = self._resolve(extent, 0)
        self._memory.add(source, extent.start, within)
        return source

    def _resolve(self, extent: Extent, depth: int) -> Source:
        words = [fold(w) for w in WORD.findall(extent.of(self._text))]
        if not words or depth > DEEPEST:
            return self._unnamed(extent)
        if len(words) == 1 and words[0] in PRONOUNS:
            if papers := self._papers.before(extent):
                return Source(papers)
            found = self._memory.pronoun(extent, words[0], self._resolve, depth)
            return found or Source((link("unknown", "unnamed", extent),))
        if words[0] in SOME and (len(words) == 1 or words[1:3] == ["of", "them"]):
            return self._memory.last("several") or self._unnamed(extent)
        if (relayed := _RELAYED.search(extent.of(self._text))) is not None:
            outer = self._resolve(Extent(extent.start + relayed.end(), extent.end), depth + 1)
            inner = self._resolve(Extent(extent.start, extent.start + relayed.start()), depth + 1)
            return Source((*outer.links, *inner.links), inner.nouns, inner.several)
        return self._phrase(extent, words)

    def _phrase(self, extent: Extent, words: Sequence[str]) -> Source:
        """The source that a noun phrase stands for."""
        actors = self._named_in(extent)
        if names.country(extent.of(self._text).strip(" ,")) is not None:
            return self._body(extent, actors)
        known = self._papers.named(extent)
        if len(known) > 1 and not any(a.kind == "person" for _, a in actors):
            return Source(self._papers.together(known), self._nouns(extent))
        people = [(e, a) for e, a in actors if a.kind == "person" and not self._owns(e, extent)]
        people = [(e, a) for e, a in people if not (self._is_served(e, extent) or self._tells_job(e, people))]
        head = self._head(extent)
        people = [(e, a) for e, a in people if not self._has_followers(e, extent, head)]
        if people and not self._is_body_of(people[0][0], extent, head):
            return self._person(extent, people[0], actors)
        # "The Quay Post" is no post.
        if head in cues().documents and not any(names.parts(a.name)[-1:] == (head,) for _, a in actors):
            return self._document(extent, actors, words, head)
        if head in cues().unnamed:
            return self._unnamed_of(extent, actors, words, head)
        if known:
            return Source((known[0],), self._nouns(extent))
        bodies = [(e, a) for e, a in actors if a.kind in ("organisation", "place", "group", "other")]
        if self._only_placed(extent, bodies, head):
            bodies = []
        again = self._memory.again(extent, words, head) if not bodies or words[0] in DEFINITE else None
        only_land = all(names.adjective_of(e.of(self._text)) or a.kind != "organisation" for e, a in bodies)
        if again is not None and ((only_land and head not in NATIONAL) or head not in cues().organisation):
            return again
        if bodies or names.country(extent.of(self._text)) is not None or self._capitalised(extent):
            return self._body(extent, bodies)
        return again or self._described(extent, words, head)

    def _only_placed(self, extent: Extent, bodies: Sequence[tuple[Extent, Actor]], head: str) -> bool:
        """Whether a phrase for somebody only names where they are ("a Lisbon dealer", "somebody in London")."""
        first = extent.of(self._text).split(" ", 1)[0]
        small = fold(first) in ("a", "an") or (first[:1].islower() and fold(first) not in DEFINITE)
        land = any(names.country(e.of(self._text)) for e, _ in bodies)
        return small and not land and head not in cues().organisation and all(a.kind == "place" for _, a in bodies)

    def _named_in(self, extent: Extent) -> list[tuple[Extent, Actor]]:
        """The actors that a phrase names; "London-listed" names no one, and no paper is a person."""
        held = self._cast.within(self._annotated.report.id, extent)
        held = [(e, a) for e, a in held if not _COMPOUND.match(self._text, e.end, extent.end)]
        return [(e, a) for e, a in held if a.kind != "person" or self._outlets.named(e.of(self._text)) is None]

    def _described(self, extent: Extent, words: Sequence[str], head: str) -> Source:
        """A source in the report's own words: a body by its noun ("the union", "its ministry"), else somebody."""
        kind: LinkKind = "organisation" if head in cues().organisation else "unnamed"
        own = link(" ".join(extent.of(self._text).split()).strip(" ,:;") or "unknown", kind, extent)
        nouns = self._nouns(extent) | {head}
        if words[0] in WHOSE and kind == "organisation":
            pronoun = WORD.search(self._text, extent.start, extent.end)
            owner = self._affiliations.owner(Extent(pronoun.start(), pronoun.end())) if pronoun else None
            if owner is not None:
                return Source((owner, own), nouns)
        return Source((own,), nouns, several=self._is_several(extent, head))

    def _is_several(self, extent: Extent, head: str) -> bool:
        return head.endswith("s") or _SEVERAL.match(extent.of(self._text)) is not None

    def _nouns(self, extent: Extent) -> frozenset[str]:
        """The words of a phrase by which the report may speak of the same source again ("the spokesman")."""
        own = re.split(r"['’]s\s", extent.of(self._text))[-1]
        table = cues()
        known = table.person | table.unnamed | table.organisation | table.outlet | table.documents
        return frozenset(w for w in (fold(w) for w in WORD.findall(own)) if w in known)

    def _owns(self, name: Extent, phrase: Extent) -> bool:
        """Whether a name only tells whose the one who speaks is ("the minister's aide")."""
        return self._text[name.end : phrase.end].strip() != "" and is_owner(self._text, name)

    def _tells_job(self, name: Extent, people: Sequence[tuple[Extent, Actor]]) -> bool:
        """Whether a name only tells whose aide the next one is ("longtime Ada Reen aide Ivo Bant")."""
        after = min((e.start for e, _ in people if e.start >= name.end), default=-1)
        return after > 0 and _JOB.fullmatch(self._text, name.end, after) is not None

    def _has_followers(self, name: Extent, phrase: Extent, head: str) -> bool:
        """Whether a name only tells whose people speak ("Reen supporters")."""
        after = WORD.match(self._text, name.end + 1, phrase.end)
        return after is not None and fold(after.group()) == head and head in cues().unnamed and head.endswith("s")

    def _is_served(self, name: Extent, phrase: Extent) -> bool:
        """Whether a name only tells whom the one who speaks works for or is near ("a lawyer for Olin")."""
        before = WORD.findall(self._text[phrase.start : name.start].rsplit(",", 1)[-1])
        while before and fold(before[-1]) in names.titles():
            before.pop()
        return len(before) > 1 and fold(before[-1]) in _TOWARDS

    def _person(self, extent: Extent, found: tuple[Extent, Actor], actors: list[tuple[Extent, Actor]]) -> Source:
        """A named person, with the body that the job named beside it speaks for."""
        place, person = found
        outer = self._affiliations.of(extent, place, person, actors)
        return Source((*outer, link(person.name, "person", place)), self._nouns(extent))

    def _document(self, extent: Extent, actors: list[tuple[Extent, Actor]], words: Sequence[str], head: str) -> Source:
        """A letter, a report, a statement: with whoever made it, where the words or what came before say so."""
        name = " ".join(extent.of(self._text).split()).strip(" ,")
        if head in ("report", "reports") and len(words) > 1 and words[-2] in _PRESS and words[-1] == head:
            return Source((link(name, "unnamed", extent),), self._nouns(extent))
        kind: LinkKind = "document" if head.rstrip("s") not in ("report", "rumour", "story") or actors else "unnamed"
        makers = [(e, a) for e, a in actors if a.kind in ("person", "organisation", "place")]
        known = self._papers.named(extent)
        if known and head.rstrip("s") in ("report", "article", "story", "editorial"):
            return Source(self._papers.together(known), self._nouns(extent))
        if makers:
            e, maker = makers[0]
            return Source((link(maker.name, kind_of(maker), e), link(name, "document", extent)), self._nouns(extent))
        if words[0] in DEFINITE:
            for source in reversed(self._memory.before):
                if head in source.nouns and any(
                    k.kind in ("document", "organisation", "outlet", "person") for k in source.links
                ):
                    return source
        if words[0] in {"a", "an", "the"} | WHOSE and kind == "document":
            last = next(
                (s for s in reversed(self._memory.before) if s.speaker.kind in ("organisation", "person")), None
            )
            if last is not None and (words[0] in WHOSE or self._memory.is_recent(last, extent)):
                return Source((*last.links, link(name, "document", extent)), self._nouns(extent))
        return Source((link(name, kind, extent),), self._nouns(extent))

    def _unnamed_of(
        self, extent: Extent, actors: list[tuple[Extent, Actor]], words: Sequence[str], head: str
    ) -> Source:
        """A spokesman, an official, sources: by the body they are of, where it is named."""
        if words[0] in DEFINITE and len(words) <= 2:
            for source in reversed(self._memory.before):
                if head in source.nouns:
                    return source
        last = self._memory.before[-1] if self._memory.before else None
        again = words[:1] == ["the"] and words[1:3] == [head, "who"]  # "said the official who uses one name"
        if again and last is not None and head in last.nouns and last.speaker.kind == "person":
            return last
        name = " ".join(extent.of(self._text).split()).strip(" ,")
        own = link(name, "unnamed", extent)
        named = [(e, a) for e, a in actors if a.kind in ("organisation", "place", "other")]
        bodies = [(e, a) for e, a in named if names.adjective_of(e.of(self._text)) is None]
        if not bodies and head.startswith("spokes") and all(a.kind != "person" for _, a in actors):
            spoken_for = self._served(extent, head)
            if spoken_for is not None:
                return Source((spoken_for, own), self._nouns(extent))
        if not bodies and (before := self._named_before(extent, head)) is not None:
            return Source((before, own), self._nouns(extent))
        if any(a.kind == "organisation" for _, a in bodies):  # "for Harbour Hospital in Reen"
            bodies = [(e, a) for e, a in bodies if a.kind != "place" or not self._is_where(e, extent)]
        speaks = head.startswith(("spokes", "official", "executive", "provider"))
        employed = head.startswith(("analyst", "economist", "researcher"))
        body = [link(a.name, kind_of(a), e) for e, a in bodies if speaks or (employed and self._is_at(e, extent))]
        if head.startswith("spokes"):
            served = [link(a.name, "person", e) for e, a in actors if a.kind == "person"]
            whole = self._body_in(extent, bodies)
            body = [whole] if whole is not None else body or served
        if not body and head in cues().tellers and self._memory.before and words[0] not in DEFINITE:
            # "A source familiar with …" just after what an outlet reported is that outlet's source.
            body = [k for s in self._memory.before[-NEARBY:] for k in s.links if k.kind == "outlet"][-1:]
        return Source((*body, own), self._nouns(extent), self._is_several(extent, head))

    def _served(self, extent: Extent, head: str) -> Link | None:
        """For whom "a spokesman" speaks: "a police spokesman" for the police, else for the body that spoke last."""
        for m in WORD.finditer(self._text, extent.start, extent.end):
            noun = fold(m.group())
            if noun == head or self._text[m.start() - 1 : m.start()] == ",":
                break
            if noun in cues().organisation and noun not in names.titles():
                return self._affiliations.near(extent, Extent(m.start(), m.end()), noun)
        last = self._memory.last("body")
        return None if last is None else last.speaker

    def _is_where(self, place: Extent, phrase: Extent) -> bool:
        """Whether a name only tells where ("a hospital in Reen")."""
        return self._text[phrase.start : place.start].endswith((" in ", " near ", ", "))

    def _is_at(self, body: Extent, phrase: Extent) -> bool:
        """Whether a body is where somebody works ("analysts at X"), not what they deal with ("who follow X")."""
        return _AT.search(self._text, phrase.start, body.start) is not None

    def _body_in(self, extent: Extent, named: Sequence[tuple[Extent, Actor]]) -> Link | None:
        """The body for which somebody speaks, where only its place is named ("for the university hospital in X")."""
        found = _SPEAKS_FOR.match(self._text, extent.start, extent.end)
        if found is None or any(a.kind == "organisation" for _, a in named):
            return None
        place = Extent(found.end(), extent.end)
        body = place.of(self._text).split(",", 1)[0]
        if self._head(place) not in cues().organisation or len(body) > LONGEST_NAME:
            return None
        return link(" ".join(body.split()), "organisation", Extent(place.start, place.start + len(body)))

    def _named_before(self, extent: Extent, head: str) -> Link | None:
        """ "Orange officials": a word before the job that the report writes large elsewhere too."""
        article = r"(?:(?:[Tt]he|[Aa]n?) )?"
        m = re.match(article + r"([A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*) " + re.escape(head), extent.of(self._text))
        if m is None or not names.is_name(m.group(1)) or names.adjective_of(m.group(1)) is not None:
            return None
        known = self._cast.named(m.group(1))
        if known is not None and known.kind == "person":
            return None
        again = re.search(r"[a-z,] " + re.escape(m.group(1)) + r"\b", self._text)
        whole = (
            " " in m.group(1) and fold(m.group(1).split()[-1]) in cues().organisation
        )  # "A Foreign Office spokesman"
        place = Extent(extent.start + m.start(1), extent.start + m.end(1))
        return link(m.group(1), "organisation", place) if again is not None or whole else None

    def _body(self, extent: Extent, bodies: list[tuple[Extent, Actor]]) -> Source:
        text = " ".join(extent.of(self._text).split()).strip(" ,")
        if not bodies:
            known = self._cast.named(text)  # named elsewhere; what stands in debris is no actor's place
            if known is not None and known.kind == "person":
                return Source((link(known.name, "person", extent),), self._nouns(extent))
            return Source((link(text, "organisation", extent),), self._nouns(extent))
        owned = [(e, a) for e, a in bodies if a.kind == "organisation" and self._owner_before(bodies, e)]
        if not owned and self._is_introduced(extent, bodies):
            owned = [bodies[-1]]
        if owned and owned[-1][0].end == extent.end:  # "the U.K.'s Interoute Plc"
            e, actor = owned[-1]
            return Source((link(actor.name, kind_of(actor), e),), self._nouns(extent))
        e, actor = bodies[0]
        # The report's own words for a body say more than its name ("Venezuela and its allies"); the actor joins them.
        first = text.split(",", 1)[0]
        named = " ".join(e.of(self._text).split())
        longest = 2 * LONGEST_NAME if names.adjective_of(named) else LONGEST_NAME  # "Russian" alone is nobody
        whole = named in first and len(first) < longest and not _LISTED.search(text) and not self._is_deed(e, extent)
        name = first if whole else named
        return Source((link(name, kind_of(actor), e),), self._nouns(extent))

    def _is_deed(self, name: Extent, phrase: Extent) -> bool:
        """Whether a phrase is for what a body does ("Orlan's response to the strike"): the body speaks by it."""
        return is_owner(self._text, name) and self._head(phrase) in DEEDS

    def _is_introduced(self, extent: Extent, bodies: Sequence[tuple[Extent, Actor]]) -> bool:
        """Whether a phrase ends with the name of a body after what it is ("the Norwegian shipping firm Tarn Lines")."""
        e, actor = bodies[-1]
        before = WORD.findall(self._text[max([extent.start, *(o.end for o, _ in bodies[:-1])]) : e.start])
        land = all(a.kind != "organisation" for _, a in bodies[:-1])
        told = bool(before) and fold(before[-1]) in cues().organisation | _MAKERS and before[-1].islower()
        return actor.kind == "organisation" and e.end == extent.end and land and told

    def _owner_before(self, bodies: Sequence[tuple[Extent, Actor]], name: Extent) -> bool:
        """Whether right before a name stands a country whose it is."""
        return any(
            is_owner(self._text, e) and e.start < name.start and name.start - e.end <= OWNED and a.kind == "place"
            for e, a in bodies
        )

    def _unnamed(self, extent: Extent) -> Source:
        name = " ".join(extent.of(self._text).split()).strip(" ,:;") or "unknown"
        return Source((link(name, "unnamed", extent),), self._nouns(extent), self._is_several(extent, ""))

    def _head(self, extent: Extent) -> str:
        """The noun that a phrase is about, by its place: the last word before what is set after it."""
        phrase = extent.of(self._text).split(",", 1)[0]
        cut = _TAIL.search(" " + phrase[1:] if phrase else phrase)
        words = WORD.findall(phrase[: cut.start()] if cut and cut.start() > 0 else phrase)
        words = [w for w in words if fold(w) not in FUNCTION_WORDS] or words[-1:]
        for word in reversed(words):
            if (
                word.islower()
                or fold(word) not in names.titles()
                or fold(word) in cues().person | cues().unnamed | cues().documents
            ):
                return fold(word).removesuffix("'s")
        return fold(words[-1]) if words else ""

    def _is_body_of(self, person: Extent, extent: Extent, head: str) -> bool:
        """Whether a person's name only tells whose body or paper speaks ("Reen administration", "Varga's letter")."""
        after = self._text[person.end : extent.end]
        if after.startswith(("'s ", "’s ")) and (head in cues().documents or head in cues().unnamed):
            return head in cues().documents or not any(c.isupper() for c in after)
        return (
            after.strip() != ""
            and not after.startswith((",", "'s", "’s", " of", " (", " on", " from"))
            and (head in cues().organisation)
        )

    def _capitalised(self, extent: Extent) -> bool:
        """Whether a phrase is a name by its capitals, where its first word does not only open a sentence."""
        phrase = re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", extent.of(self._text))
        words = WORD.findall(phrase)
        if not words or not words[0][:1].isupper() or fold(words[0]) in cues().unnamed | WHOSE:
            return False
        opens = self._text[: extent.start].rstrip(" \"“”'‘’(")[-1:] in ("", "\n", ".", "!", "?", ":", "—", "…")
        if not opens or phrase != extent.of(self._text):
            return True
        named = any(t.start == extent.start and t.upos == "PROPN" for t in self._annotated.tokens)
        return named or words[0] == "I" or (len(words) > 1 and words[1][:1].isupper())
