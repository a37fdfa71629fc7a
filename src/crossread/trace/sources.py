"""Sources: who a source's words stand for. Names, jobs that speak for a body, documents, unnamed people,
and the words by which a report speaks again of a source that it has named."""

import re
from collections.abc import Sequence

import msgspec

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.mention import Link, LinkKind
from crossread.model.quotation import quotations
from crossread.model.span import Extent
from crossread.model.words import FUNCTION_WORDS, WORD, fold
from crossread.trace import names
from crossread.trace.actors import Cast
from crossread.trace.cues import cues
from crossread.trace.outlets import Outlets

# Characters of a phrase that still is a name.
LONGEST_NAME = 60
# Sentences back to which "he" may mean the last who spoke.
REMEMBERED = 3
# Sources back to which an unnamed one may be that of the outlet last named.
NEARBY = 3
_PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person",
    "it": "organisation", "its": "organisation", "they": "any", "them": "any", "their": "any", "who": "any",
}  # fmt: skip
# "The Egyptian ministry" is a body of its own; "the French firm" is the one spoken of.
_NATIONAL = frozenset({"ministry", "government", "police", "army", "military", "authorities", "regime", "navy", "side"})
_DEFINITE = frozenset({"the", "that", "this", "these", "those", "his", "her", "its", "their"})
# Where a relative clause or a participle begins, the noun before it is the head of the phrase.
_TAIL = re.compile(
    r"\s(?:who|which|that|with|of|in|from|at|for|on|close|familiar|briefed|by|near|throughout|like|and)\s"
)
_LINKED_NAME = re.compile(r"[A-Z][\w’'&.-]*(?:\s(?:(?:of|the|de|and)\s)?[A-Z][\w’'&.-]*)*")


class Source(msgspec.Struct, frozen=True):
    """Links that a source's words amount to, outermost first; the last is the one who speaks."""

    links: tuple[Link, ...]
    nouns: frozenset[str] = frozenset()

    @property
    def speaker(self) -> Link:
        """The innermost link."""
        return self.links[-1]


class Sources:
    """Reads the sources of one report in order of place, each by what came before it."""

    def __init__(self, annotated: Annotated, cast: Cast, outlets: Outlets) -> None:
        self._annotated = annotated
        self._text = annotated.report.text
        self._cast = cast
        self._outlets = outlets
        self._before: list[Source] = []
        self._employers: dict[str, tuple[Link, ...]] = {}
        self._quoted = [q for q in quotations(annotated.report.text) if q.kind == "speech"]

    def read(self, extent: Extent) -> Source:
        """The source named at an extent; remembered for the words that later stand for it."""
        source = self._resolve(extent, 0)
        self._before.append(source)
        return source

    def _resolve(self, extent: Extent, depth: int) -> Source:
        words = [fold(w) for w in WORD.findall(extent.of(self._text))]
        if not words:
            return self._unnamed(extent)
        if len(words) == 1 and words[0] in _PRONOUNS:
            return self._pronoun(extent, words[0], depth)
        actors = self._cast.within(self._annotated.report.id, extent)
        if names.country(extent.of(self._text).strip(" ,")) is not None:
            return self._body(extent, actors)
        known = self._outlet_names(extent)
        if len(known) > 1 and not any(a.kind == "person" for _, a in actors):
            return Source(tuple(known), self._nouns(extent))
        people = [(e, a) for e, a in actors if a.kind == "person" and not self._owns(e, extent)]
        head = self._head(extent)
        if people and not self._is_body_of(people[0][0], extent, head):
            return self._person(extent, people[0], actors, words)
        if head in cues().documents:
            return self._document(extent, actors, words, head)
        if head in cues().unnamed:
            return self._unnamed_of(extent, actors, words, head)
        if known:
            return Source((known[0],), self._nouns(extent))
        bodies = [(e, a) for e, a in actors if a.kind in ("organisation", "place", "group", "other")]
        again = self._again(extent, words, head) if not bodies or words[0] in _DEFINITE else None
        only_land = all(names.adjective_of(e.of(self._text)) or a.kind != "organisation" for e, a in bodies)
        if again is not None and ((only_land and head not in _NATIONAL) or head not in cues().organisation):
            return again
        if bodies or names.country(extent.of(self._text)) is not None or self._capitalised(extent):
            return self._body(extent, bodies)
        return again or self._unnamed(extent)

    def _nouns(self, extent: Extent) -> frozenset[str]:
        """The words of a phrase by which the report may speak of the same source again ("the spokesman")."""
        own = re.split(r"['’]s\s", extent.of(self._text))[-1]
        table = cues()
        known = table.person | table.unnamed | table.organisation | table.outlet | table.documents
        return frozenset(w for w in (fold(w) for w in WORD.findall(own)) if w in known)

    def _owns(self, name: Extent, phrase: Extent) -> bool:
        """Whether a name only tells whose the one who speaks is ("the minister's aide")."""
        after = self._text[name.end : phrase.end]
        return after.startswith(("'s ", "’s ")) or (name.of(self._text).endswith(("'s", "’s")) and after.strip() != "")

    def _pronoun(self, extent: Extent, word: str, depth: int) -> Source:
        last = self._last(_PRONOUNS[word])
        if last is not None and _PRONOUNS[word] == "person" and self._just_spoke(last, extent):
            return last
        found = next((r for r in self._annotated.references if r.start == extent.start), None)
        if found is not None and depth < 3:
            antecedent = self._resolve(self._grown(found.antecedent), depth + 1)
            if antecedent.speaker.kind != "unnamed" or not self._last(_PRONOUNS[word]):
                return antecedent
        if _PRONOUNS[word] == "person" and (near := self._person_near(extent, last)) is not None:
            return near
        return last or Source((Link("unknown", "unnamed", start=extent.start, end=extent.end),))

    def _just_spoke(self, last: Source, pronoun: Extent) -> bool:
        """Whether the last who spoke did so in the sentence before, and nobody else is named since."""
        sentences = self._annotated.sentences
        home = next((i for i, s in enumerate(sentences) if s.start <= pronoun.start < s.end), 0)
        start = last.speaker.start
        if (
            start is None
            or not sentences
            or start < sentences[max(0, home - 1)].start
            or start >= sentences[home].start
        ):
            return False
        since = self._cast.within(self._annotated.report.id, Extent(sentences[home].start, pronoun.start))
        free = [e for e, a in since if a.kind == "person" and not any(q.start <= e.start < q.end for q in self._quoted)]
        return not free

    def _person_near(self, pronoun: Extent, last: Source | None) -> Source | None:
        """Whom "he" means: one named in the sentence before it, else the last speaker, else the last named."""
        home = next((i for i, s in enumerate(self._annotated.sentences) if s.start <= pronoun.start < s.end), 0)
        here = self._annotated.sentences[home].start if self._annotated.sentences else 0
        named = [
            p for p in self._cast.within(self._annotated.report.id, Extent(0, pronoun.start)) if p[1].kind == "person"
        ]
        inside = [p for p in named if p[0].start >= here]
        recent = self._annotated.sentences[max(0, home - REMEMBERED)].start if self._annotated.sentences else 0
        if inside and not any(q.start <= inside[0][0].start < q.end for q in self._quoted):
            e, actor = inside[0]
            return Source((_link(actor.name, "person", e),))
        if last is not None and (last.speaker.start or 0) >= recent:
            return last
        if named and (named[-1][0].start >= recent or last is None):
            e, actor = named[-1]
            return Source((_link(actor.name, "person", e),))
        return last

    def _grown(self, extent: Extent) -> Extent:
        """An antecedent's head word grown to the name around it."""
        for e, _ in self._cast.within(self._annotated.report.id, Extent(0, len(self._text))):
            if e.overlaps(extent):
                return Extent(min(e.start, extent.start), max(e.end, extent.end))
        return extent

    def _last(self, kind: str) -> Source | None:
        """The last source of a kind: a person (named or not) for "he", a body for "it"."""
        for source in reversed(self._before):
            speaker = source.speaker
            person = speaker.kind == "person" or (speaker.kind == "unnamed" and speaker.name != "unknown")
            body = speaker.kind in ("organisation", "outlet")
            if kind == "any" or (kind == "person" and person) or (kind == "organisation" and body):
                return source
        return None

    def _again(self, extent: Extent, words: Sequence[str], head: str) -> Source | None:
        """ "The senator", "the company", "the newspaper": the last source that the words fit."""
        table = cues()
        if words[0] not in _DEFINITE or (any(names.adjective_of(w) for w in words) and head in _NATIONAL):
            return None
        for source in reversed(self._before):
            if head in source.nouns and source.speaker.name != "unknown":
                return source
        if (by_role := self._by_role(extent, words)) is not None:
            return by_role
        kinds: tuple[tuple[frozenset[str], tuple[LinkKind, ...]], ...] = (
            (table.outlet, ("outlet",)),
            (table.organisation, ("organisation",)),
            (table.person, ("person",)),
        )
        for nouns, wanted in kinds:
            if head in nouns:
                found = next((s for s in reversed(self._before) if s.speaker.kind in wanted), None)
                if found is None and wanted == ("organisation",):
                    found = next((s for s in reversed(self._before) for k in s.links if k.kind in wanted), None)
                if found is not None:
                    return found
        return None

    def _by_role(self, extent: Extent, words: Sequence[str]) -> Source | None:
        """The one person to whom the report gives a role with all of the phrase's words ("the Venezuelan leader")."""
        wanted = {w for w in words if w not in FUNCTION_WORDS}
        if not wanted & cues().person:
            return None
        fitting = []
        for actor in self._cast.actors:
            told = {fold(w) for r in actor.roles for w in WORD.findall(r.text)}
            if wanted and wanted <= told:
                fitting.append(actor)
        return Source((_link(fitting[0].name, "person", extent),), self._nouns(extent)) if len(fitting) == 1 else None

    def _person(
        self, extent: Extent, found: tuple[Extent, Actor], actors: list[tuple[Extent, Actor]], words: Sequence[str]
    ) -> Source:
        """A named person, with the body that the job named beside it speaks for."""
        place, person = found
        link = _link(person.name, "person", place)
        bodies = [(e, a) for e, a in actors if a.kind == "organisation" and not e.overlaps(place)]
        outer: tuple[Link, ...] = ()
        if any(w in names.spokes() for w in words):
            outer = self._affiliation(extent, bodies, words)
        outer = outer or self._employer(person)
        if outer:
            self._employers.setdefault(person.id, outer)
        return Source((*outer, link), self._nouns(extent))

    def _employer(self, person: Actor) -> tuple[Link, ...]:
        """The body that a person was said to speak for, wherever in the report a job of theirs names one."""
        if person.id in self._employers:
            return self._employers[person.id]
        for naming in person.roles:
            if {fold(w) for w in WORD.findall(naming.text)} & names.spokes():
                for span in naming.mentions:
                    bodies = [
                        (e, a) for e, a in self._cast.within(span.report, span.extent) if a.kind == "organisation"
                    ]
                    found = self._affiliation(span.extent, bodies, [fold(w) for w in WORD.findall(naming.text)])
                    if found:
                        return found
        return ()

    def _affiliation(
        self, extent: Extent, bodies: list[tuple[Extent, Actor]], words: Sequence[str]
    ) -> tuple[Link, ...]:
        if bodies:
            e, actor = bodies[0]
            name = actor.name if names.country(e.of(self._text)) is None else self._with_noun(e, extent)
            return (_link(name, "organisation", e),)
        table = cues()
        noun = next((w.removesuffix("'s") for w in words if w.removesuffix("'s") in table.organisation), None)
        if noun is not None:
            near = self._body_near(extent, noun)
            if near is not None:
                return (near,)
        return ()

    def _body_near(self, extent: Extent, noun: str) -> Link | None:
        """The body that "the company" or "the association" means: the last named with that noun in its name, else one
        named in the sentence before it, else the last that spoke."""
        named = self._cast.within(self._annotated.report.id, Extent(0, extent.start))
        fitting = [(e, a) for e, a in named if noun in names.parts(a.name) and a.kind != "person"]
        if fitting:
            return _link(fitting[-1][1].name, "organisation", fitting[-1][0])
        here = next((s.start for s in self._annotated.sentences if s.start <= extent.start < s.end), 0)
        before = self._cast.within(self._annotated.report.id, Extent(here, extent.start))
        named = [(e, a) for e, a in before if a.kind == "organisation"]
        if named:
            return _link(named[0][1].name, "organisation", named[0][0])
        last = self._last("organisation")
        return last.speaker if last is not None else None

    def _with_noun(self, country: Extent, phrase: Extent) -> str:
        """ "Egypt's communications ministry": a country's name with the body's noun after it."""
        rest = self._text[country.start : phrase.end]
        return " ".join(rest.split()) if phrase.end - country.start < 60 else country.of(self._text)

    def _document(self, extent: Extent, actors: list[tuple[Extent, Actor]], words: Sequence[str], head: str) -> Source:
        """A letter, a report, a statement: with whoever made it, where the words or what came before say so."""
        name = " ".join(extent.of(self._text).split()).strip(" ,")
        kind: LinkKind = "document" if head.rstrip("s") not in ("report", "rumour", "story") or actors else "unnamed"
        makers = [(e, a) for e, a in actors if a.kind in ("person", "organisation", "place")]
        known = self._outlet_names(extent)
        if known and head.rstrip("s") in ("report", "article", "story", "editorial"):
            return Source((*known,), self._nouns(extent))
        if makers:
            e, maker = makers[0]
            return Source((_link(maker.name, _kind(maker), e), _link(name, "document", extent)), self._nouns(extent))
        if words[0] in _DEFINITE:
            for source in reversed(self._before):
                if head in source.nouns and any(
                    k.kind in ("document", "organisation", "outlet", "person") for k in source.links
                ):
                    return source
        if words[0] in ("a", "an", "the", "its", "their", "his", "her") and kind == "document":
            last = next((s for s in reversed(self._before) if s.speaker.kind in ("organisation", "person")), None)
            if last is not None:
                return Source((*last.links, _link(name, "document", extent)), self._nouns(extent))
        return Source((_link(name, kind, extent),), self._nouns(extent))

    def _unnamed_of(
        self, extent: Extent, actors: list[tuple[Extent, Actor]], words: Sequence[str], head: str
    ) -> Source:
        """A spokesman, an official, sources: by the body they are of, where it is named."""
        if words[0] in _DEFINITE and len(words) <= 2:
            for source in reversed(self._before):
                if head in source.nouns:
                    return source
        name = " ".join(extent.of(self._text).split()).strip(" ,")
        link = _link(name, "unnamed", extent)
        bodies = [(e, a) for e, a in actors if a.kind in ("organisation", "place", "other")]
        if not bodies and head.startswith("spokes"):
            last = self._last("organisation")
            if last is not None:
                return Source((last.speaker, link), self._nouns(extent))
        if not bodies and (before := self._named_before(extent, head)) is not None:
            return Source((before, link), self._nouns(extent))
        speaks = head.startswith(("spokes", "official", "executive", "provider"))
        body = [_link(a.name, _kind(a), e) for e, a in bodies if speaks]
        if not body and head in cues().tellers and self._before and words[0] not in _DEFINITE:
            # "A source familiar with …" just after what an outlet reported is that outlet's source.
            body = [k for s in self._before[-NEARBY:] for k in s.links if k.kind == "outlet"][-1:]
        return Source((*body, link), self._nouns(extent))

    def _named_before(self, extent: Extent, head: str) -> Link | None:
        """ "Orange officials": a word before the job that the report writes large elsewhere too."""
        m = re.match(r"(?:the )?([A-Z][\w&.-]+(?: [A-Z][\w&.-]+)*) " + re.escape(head), extent.of(self._text))
        if m is None or names.adjective_of(m.group(1)) is not None:
            return None
        again = re.search(r"[a-z,] " + re.escape(m.group(1)) + r"\b", self._text)
        place = Extent(extent.start + m.start(1), extent.start + m.end(1))
        return _link(m.group(1), "organisation", place) if again is not None else None

    def _body(self, extent: Extent, bodies: list[tuple[Extent, Actor]]) -> Source:
        text = " ".join(extent.of(self._text).split()).strip(" ,")
        if not bodies:
            return Source((_link(text, "organisation", extent),), self._nouns(extent))
        e, actor = bodies[0]
        # The report's own words for a body say more than its name ("Venezuela and its allies"); the actor joins them.
        name = text if len(text) < LONGEST_NAME and "," not in text else e.of(self._text)
        return Source((_link(name, _kind(actor), e),), self._nouns(extent))

    def _unnamed(self, extent: Extent) -> Source:
        name = " ".join(extent.of(self._text).split()).strip(" ,") or "unknown"
        return Source((_link(name, "unnamed", extent),), self._nouns(extent))

    def _outlet_names(self, extent: Extent) -> list[Link]:
        """Outlets of the table that an extent names."""
        out = []
        for m in _LINKED_NAME.finditer(self._text, extent.start, extent.end):
            for part in re.finditer(r"(?:(?! and ).)+", m.group()):
                found = self._outlet_in(m.start() + part.start(), part.group())
                if found is not None:
                    out.append(found)
        return out

    def _outlet_in(self, start: int, phrase: str) -> Link | None:
        """The longest run of a phrase's words that is an outlet's name ("Egyptian MENA")."""
        found = list(re.finditer(r"\S+", phrase))
        for size in range(len(found), 0, -1):
            for i in range(len(found) - size + 1):
                low, high = found[i].start(), found[i + size - 1].end()
                row = self._outlets.named(phrase[low:high].removesuffix("'s").removesuffix("’s"))
                if row is not None and (size == len(found) or row.kind == "agency" or size > 1):
                    return _link(row.name, "outlet", Extent(start + low, start + high))
        return None

    def _head(self, extent: Extent) -> str:
        """The noun that a phrase is about, by its place: the last word before what is set after it."""
        phrase = extent.of(self._text).split(",", 1)[0]
        cut = _TAIL.search(" " + phrase[1:] if phrase else phrase)
        words = WORD.findall(phrase[: cut.start()] if cut and cut.start() > 0 else phrase)
        words = [w for w in words if fold(w) not in FUNCTION_WORDS] or words[-1:]
        for word in reversed(words):
            if fold(word) not in names.titles() or fold(word) in cues().person | cues().unnamed | cues().documents:
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
        words = WORD.findall(re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", extent.of(self._text)))
        return (
            bool(words)
            and words[0][:1].isupper()
            and fold(words[0]) not in cues().unnamed
            and extent.start > 0
            and (len(words) > 1 or self._text[max(0, extent.start - 2) : extent.start] not in (". ", "\n"))
        )


def _link(name: str, kind: LinkKind, extent: Extent) -> Link:
    return Link(name, kind, start=extent.start, end=extent.end)


def _kind(actor: Actor) -> LinkKind:
    return "person" if actor.kind == "person" else "organisation"
