"""The words by which a report speaks again of a source that it has named: "he", "one of them", "the company"."""

import re
from collections.abc import Callable, Sequence

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.mention import Link, LinkKind
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.model.words import FUNCTION_WORDS, WORD, fold
from crossread.trace import names
from crossread.trace.actors import Cast
from crossread.trace.cues import cues
from crossread.trace.outlets import Outlets
from crossread.trace.saying import source_phrase
from crossread.trace.scene import Named, Scene
from crossread.trace.source import Source, kind_of, link

# Sentences back to which "he" may mean the last who spoke.
REMEMBERED = 3
PRONOUNS = {
    "he": "person", "him": "person", "his": "person", "she": "person", "her": "person",
    "it": "thing", "its": "thing", "they": "any", "them": "any", "their": "any", "who": "any",
}  # fmt: skip
# Words by which a report takes one or more out of several people that it has just spoken of.
SOME = frozenset({"one", "two", "three", "some", "both", "another"})
DEFINITE = frozenset({"the", "that", "this", "these", "those", "his", "her", "its", "their", "same"})
# "The Egyptian ministry" is a body of its own; "the French firm" is the one spoken of.
NATIONAL = frozenset({"ministry", "government", "police", "army", "military", "authorities", "regime", "navy", "side"})
# Words for bodies of every sort: "the company" is whichever spoke last, while "the union" is no bank.
_ANY_BODY = frozenset({"company", "firm", "group", "giant", "organisation", "organization", "body", "corporation"})
# … of which these are in business only, as no ministry or union is.
_BUSINESS = frozenset({"company", "firm", "giant", "corporation", "carrier"})
# … and these hardly ever are one: "the group" is rather who was just named than a company that spoke before.
_ASSOCIATION = frozenset({"group", "organisation", "organization", "body"})
_PUBLIC = frozenset(
    """ministry government police army military authorities authority navy court parliament senate union commission
    council inspectorate department prosecutors prosecution agency regulator service brigade party house office
    committee board tribunal coastguard cabinet federation association university hospital team""".split()
)
# Nouns for people of every sort; other ones tell a post, which a person of another post does not hold.
_ANYBODY = frozenset(
    "man woman politician leader official executive chief head expert writer author activist lawmaker diplomat".split()
)
# Marks behind which "he said" is of who has just spoken.
_CLOSING = ("”", '"', "’", "''")
# Words before ", he said," up to which they only name whom he speaks of.
_SHORT = 4
# Words of an owner: "its captain" is not the man who spoke last.
WHOSE = frozenset({"its", "their", "his", "her"})
ITEM = re.compile(
    r"^[ \t]*(?:_{2,}|\*{2,}|-{3,}|={3,}"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?|1?\d ?[ap]\.?m\.?)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A line that begins an item of a ticker: a rule, or an hour alone."""
Resolve = Callable[[Extent, int], Source]


class Memory:
    """The sources of a report so far, and which of them a pronoun or a description means."""

    def __init__(self, annotated: Annotated, cast: Cast, outlets: Outlets, tree: Tree) -> None:
        self._annotated = annotated
        self._text = annotated.report.text
        self._cast = cast
        self._outlets = outlets
        self._tree = tree
        self._before: list[Source] = []
        self._spoke: dict[Source, int] = {}
        self.scene = Scene(annotated, cast, tree)
        self._antecedents = {r.start: r.antecedent for r in annotated.references}
        self._items = [m.end() for m in ITEM.finditer(self._text)]

    @property
    def before(self) -> Sequence[Source]:
        """The sources read so far, in order."""
        return self._before

    def add(self, source: Source, place: int, within: Source | None = None) -> None:
        """Remembers a source that speaks at a place, be it in the account of a person, who then spoke last."""
        self._before.append(source)
        self._spoke[source] = place
        if within is not None and within.speaker.kind == "person":
            self._before.append(within)
            self._spoke[within] = place

    def is_recent(self, source: Source, extent: Extent) -> bool:
        """Whether a source spoke in the sentence of a place or the one before it."""
        spoke = self._place_of(source)
        return spoke is not None and self._tree.sentence_number(extent.start) - self._tree.sentence_number(spoke) <= 1

    def _place_of(self, source: Source) -> int | None:
        """Where a source spoke last."""
        return self._spoke.get(source, source.speaker.start)

    def last(self, kind: str, pronoun: str = "", since: int = 0) -> Source | None:
        """The last source of a kind: a person (named or not) for "he", a body or a paper for "it"; of a pronoun's
        gender, where that is told; that spoke from the place ``since`` on."""
        for source in reversed(self._before):
            speaker = source.speaker
            if since and (self._place_of(source) or 0) < since:
                continue
            unnamed = speaker.kind == "unnamed" and speaker.name != "unknown"
            fits = {
                "any": True,
                "person": speaker.kind == "person" or unnamed,
                "body": speaker.kind in ("organisation", "outlet"),
                "thing": speaker.kind in ("organisation", "outlet", "document"),
                "several": unnamed and source.several,
            }
            if fits[kind] and self.scene.genders.suits(pronoun, speaker):
                return source
        return None

    def _item(self, place: int) -> int:
        """Where the item of a ticker that holds a place begins; 0 in other reports."""
        return max((at for at in self._items if at <= place), default=0)

    def pronoun(self, extent: Extent, word: str, resolve: Resolve, depth: int) -> Source | None:
        """Whom a pronoun means, or None; nobody who is told it ("Reen said she told Brandt to wait"), nor one of whom
        the sentence has just spoken as of the other gender ("She fell, he said")."""
        found = self._meant(extent, word, resolve, depth)
        if found is None or PRONOUNS[word] != "person":
            return found
        told = self.scene.told(extent)
        barred = self.scene.of_other_gender(extent, word) | ({told.name} if told is not None else set())
        spoke = any(s.speaker.name == found.speaker.name for s in self._before)
        if found.speaker.name not in barred or (spoke and (told is None or told.name != found.speaker.name)):
            return found
        others = (s for s in reversed(self._before) if s.speaker.kind == "person" and s.speaker.name not in barred)
        return next((s for s in others if self.scene.genders.suits(word, s.speaker)), None)

    def _meant(self, extent: Extent, word: str, resolve: Resolve, depth: int) -> Source | None:
        kind = PRONOUNS[word]
        item = self._item(extent.start)
        last = self.last(kind, word, item)
        if kind == "person" and depth < 3 and (subject := self.scene.of_the_sentence(extent, word)) is not None:
            return resolve(subject.phrase, depth + 1)
        if kind == "person" and depth < 3 and (scorned := self._of_whose_words(last, extent, word)) is not None:
            return resolve(scorned.phrase, depth + 1)
        if last is not None and kind == "person" and self._just_spoke(last, extent):
            return last
        opens = self._text[self.scene.utterance(extent.start) - 2 : extent.start].strip() in ("", ".")
        if word == "they" and opens and last is not None and last.several and self.is_recent(last, extent):
            return last  # "The sources claimed …. They also said …"
        if kind == "person" and (here := self.scene.only_one_here(extent, word)) is not None:
            return here
        if kind == "person" and depth < 3 and (acted := self.scene.acted(extent, word)) is not None:
            return resolve(acted.phrase, depth + 1)
        if depth < 3 and (new := self._brought_in(extent, kind)) is not None:
            brought = resolve(new, depth + 1)
            if self.scene.genders.suits(word, brought.speaker):
                return brought
        if kind == "person" and (own := self.scene.of_oneself(extent, word)) is not None:
            return own
        found = self.antecedent(extent.start)
        if found is not None and self.scene.is_quoted(found.start) and not self.scene.is_quoted(extent.start):
            found = None  # whom a speaker names is seldom the one who speaks
        if found is not None and found.start < item:
            found = None  # an item of a ticker begins anew
        if found is not None and depth < 3:
            antecedent = resolve(found, depth + 1)
            fits = self.scene.genders.suits(word, antecedent.speaker)
            if fits and (antecedent.speaker.kind != "unnamed" or not last):
                return antecedent
        if kind == "person" and (near := self._person_near(extent, word, last)) is not None:
            return near
        return self._body_since(extent, last) or last if kind == "thing" else last

    def _of_whose_words(self, last: Source | None, pronoun: Extent, word: str) -> Named | None:
        """Who speaks of another's words in the sentence before a quotation, be it a paragraph above: "Osk rubbished
        Reen's claim that …. “Nonsense,” he said." is Osk's, although Reen is the last whom anything is credited to."""
        place = self.scene.utterance(pronoun.start)
        home = self._tree.sentence_number(place)
        if place == pronoun.start or not home or last is None or last.speaker.start is None:
            return None
        before = self._annotated.sentences[home - 1]
        if not before.start < last.speaker.start < before.end:
            return None
        owned = self.scene.is_owned(Extent(last.speaker.start, last.speaker.end or last.speaker.start))
        return self.scene.subject_of(home - 1, word) if owned else None

    def _brought_in(self, pronoun: Extent, kind: str) -> Extent | None:
        """Whom the sentence, or the one before it, brings in as its subject: "A source of the services is less
        discreet. According to it, …", "a member of the cabinet raised his arms: a novel, he said"."""
        place = self.scene.utterance(pronoun.start)
        home = self._tree.sentence_number(place)
        for i in (home, home - 1):
            if i < 0:
                break
            subject = self.scene.subject(i)
            if subject is None or self._tree.tokens[subject.word].start >= place:
                continue
            phrase = self._tree.extent(source_phrase(self._tree, subject.word))
            return phrase if self._is_new(phrase, self._tree.lower[subject.word], kind) else None
        return None

    def _is_new(self, phrase: Extent, noun: str, kind: str) -> bool:
        """Whether a phrase brings somebody in who can speak: "a source", a name that was not told before."""
        table = cues()
        if self.scene.is_quoted(phrase.start):
            return False
        if kind == "person":
            people = [a.id for e, a in self.scene.people(phrase.start, phrase.end) if not self.scene.is_owned(e)]
            if people:
                return all(a.id != people[0] for _, a in self.scene.people(0, phrase.start))
        nouns = table.unnamed | (table.person if kind == "person" else table.documents | table.organisation)
        return noun in nouns and phrase.of(self._text)[:2].lower() in ("a ", "an")

    def _body_since(self, pronoun: Extent, last: Source | None) -> Source | None:
        """The body that the sentence before names first, where it has come up since the last one spoke."""
        sentences = self._annotated.sentences
        home = self._tree.sentence_number(pronoun.start)
        spoke = -1 if last is None else self._spoke.get(last, last.speaker.start or -1)
        if not home or spoke >= sentences[home - 1].start:
            return None
        before = Extent(sentences[home - 1].start, sentences[home - 1].end)
        named = self._cast.within(self._annotated.report.id, before)
        found = next(((e, a) for e, a in named if a.kind == "organisation" and not self.scene.is_quoted(e.start)), None)
        return None if found is None else Source((link(found[1].name, "organisation", found[0]),))

    def antecedent(self, start: int) -> Extent | None:
        """The phrase that the annotator takes the pronoun or description at a place to stand for."""
        found = self._antecedents.get(start)
        return None if found is None else self._grown(found)

    def _just_spoke(self, last: Source, pronoun: Extent) -> bool:
        """Whether the last who spoke did so in the sentence before, and nobody else is named since."""
        sentences = self._annotated.sentences
        home = self._tree.sentence_number(self.scene.utterance(pronoun.start))
        start = self._place_of(last)
        if start is None or not sentences:
            return False
        acted = self.scene.subject_of(home - 1, "") if home else None
        if acted is not None and not self.scene.people(sentences[home].start, pronoun.start):
            who = self._cast.at(self._annotated.report.id, acted.name)
            if who is not None and who.name == last.speaker.name:
                return True  # "Reen did not give in. He said …": who spoke last is who the sentence before is of
        if not sentences[max(0, home - 1)].start <= start <= pronoun.start:
            return False
        before = self._text[sentences[home].start : pronoun.start].rstrip()
        if before.endswith(_CLOSING) or (before[-1:] == "," and len(before.split()) <= _SHORT):
            return True  # "Zarafa, he said, wants …": whom the sentence is about does not say it
        since = self.scene.people(max(sentences[home].start, start), pronoun.start)
        return all(self.scene.is_quoted(e.start) for e, _ in since)

    def _person_near(self, pronoun: Extent, word: str, last: Source | None) -> Source | None:
        """Whom "he" means: one named in the sentence before it, else the last speaker, else the last named."""
        home = self._tree.sentence_number(pronoun.start)
        item = self._item(pronoun.start)
        sentences = self._annotated.sentences
        here = sentences[home].start if sentences else 0
        within = self.scene.is_quoted(pronoun.start)
        known = [p for p in self.scene.people(item, pronoun.start) if within or not self.scene.is_quoted(p[0].start)]
        named = [(e, a) for e, a in known if self.scene.genders.suits_actor(word, a)]
        inside = [p for p in named if p[0].start >= here]
        recent = sentences[max(0, home - REMEMBERED)].start if sentences else 0
        if inside:
            e, actor = inside[0]
            return Source((link(actor.name, "person", e),))
        if last is not None and (last.speaker.start or 0) >= recent:
            return last
        if named and (named[-1][0].start >= recent or last is None):
            e, actor = named[-1]
            return Source((link(actor.name, "person", e),))
        return last

    def _grown(self, extent: Extent) -> Extent:
        """An antecedent's head word grown to the name around it."""
        for e, _ in self._cast.within(self._annotated.report.id, Extent(0, len(self._text))):
            if e.overlaps(extent):
                return Extent(min(e.start, extent.start), max(e.end, extent.end))
        return extent

    def again(self, extent: Extent, words: Sequence[str], head: str) -> Source | None:
        """ "The senator", "the company", "the newspaper": the last source that the words fit."""
        if words[0] not in DEFINITE or (any(names.adjective_of(w) for w in words) and head in NATIONAL):
            return None
        for source in reversed(self._before):
            if head in source.nouns and source.speaker.name != "unknown" and self._may_be(source, words):
                if head in cues().organisation and source.speaker.kind == "person":
                    bodies = [k for k in source.links if k.kind == "organisation"]
                    if not bodies:
                        continue  # who is of the board is not the board
                    return Source((bodies[-1],), frozenset({head}))
                return source
        named = self._by_role(extent, words, head) or self._by_name(extent, head)
        return named or self._of_kind(extent.start, head, words)

    def _may_be(self, source: Source, words: Sequence[str]) -> bool:
        """Whether no country in a phrase speaks against a person ("the US president" heads no Venezuelan assembly)."""
        lands = _countries(words)
        actor = self._cast.named(source.speaker.name) if source.speaker.kind == "person" else None
        return actor is None or self._is_of(actor, lands)

    def _is_of(self, actor: Actor, lands: set[str]) -> bool:
        """Whether the roles that a report gives a person leave room for one of some countries."""
        if not lands or not actor.roles:
            return True
        told = " ".join(fold(r.text) for r in actor.roles)
        known = {land for w in told.split() if (land := names.adjective_of(w) or names.country(w)) is not None}
        elsewhere = bool(known) or " of " in told
        return not elsewhere or bool(lands & known) or any(fold(land) in told for land in lands)

    def _is_such(self, speaker: Link, head: str) -> bool:
        """Whether a noun can mean a source: no public body is "the company", nobody of another post "the minister"."""
        if speaker.kind == "organisation":
            last = (names.parts(speaker.name) or ("",))[-1]
            public = (last in _PUBLIC and not names.is_company(speaker.name)) or names.country(speaker.name) is not None
            return head not in _BUSINESS or not public
        actor = self._cast.named(speaker.name) if speaker.kind == "person" else None
        if actor is None or head in _ANYBODY:
            return True
        posts = _roles(actor) & cues().person - _ANYBODY
        return not posts or head in posts

    def _business(self, start: int, head: str) -> Source | None:
        """ "The company" that nobody has spoken for yet: the only one named in the sentences before a place."""
        sentences = self._annotated.sentences
        if head not in _BUSINESS or not sentences:
            return None
        recent = sentences[max(0, self._tree.sentence_number(start) - REMEMBERED)].start
        named = self._cast.within(self._annotated.report.id, Extent(recent, start))
        bodies = [(e, a) for e, a in named if a.kind == "organisation" and a.name[:1].isupper()]
        firms = [(e, a) for e, a in bodies if not self._is_outlet(a.name)]
        found = {a.id: link(a.name, "organisation", e) for e, a in firms}
        fitting = [k for k in found.values() if self._is_such(k, head)]
        return Source((fitting[0],), frozenset({head})) if len(fitting) == 1 else None

    def _is_outlet(self, name: str) -> bool:
        return self._outlets.named(name) is not None or name == self._annotated.report.outlet

    def _of_kind(self, start: int, head: str, words: Sequence[str]) -> Source | None:
        """The last source of the kind that a noun of general meaning asks for."""
        table = cues()
        kinds: tuple[tuple[frozenset[str], tuple[LinkKind, ...]], ...] = (
            (table.outlet, ("outlet",)),
            (_ANY_BODY, ("organisation",)),
            (table.person, ("person",)),
        )
        for nouns, wanted in kinds:
            if head in nouns and not (wanted == ("person",) and words[0] in WHOSE):
                fitting = (
                    s
                    for s in reversed(self._before)
                    if s.speaker.kind in wanted and self._may_be(s, words) and self._is_such(s.speaker, head)
                )
                found = next(fitting, None)
                if found is None and wanted == ("organisation",):
                    links = ((s, k) for s in reversed(self._before) for k in s.links if k.kind in wanted)
                    found = next((s for s, k in links if self._is_such(k, head)), None) or self._business(start, head)
                if head in _ASSOCIATION:
                    found = self._body_since(Extent(start, start), found) or found
                if found is not None:
                    return found
        return None

    def _by_role(self, extent: Extent, words: Sequence[str], head: str) -> Source | None:
        """The one person to whom the report gives a role with all of the phrase's words ("the Venezuelan leader")."""
        wanted = {w for w in words if w not in FUNCTION_WORDS or _countries(["", w])}  # "the US president"
        if any(c.isupper() for c in extent.of(self._text)[len(words[0]) :]) and not wanted & cues().person:
            return None  # "the White House" is no counsel of it
        people = [a for a in self._cast.actors if a.kind == "person" and wanted]
        fitting = [a for a in people if wanted <= _roles(a)] or [
            a for a in people if _lands(wanted) <= _lands(_roles(a))
        ]
        if len(fitting) != 1 or not self._is_of(fitting[0], _countries(words)):
            return None
        return Source((link(fitting[0].name, "person", extent),), frozenset({head}))

    def _by_name(self, extent: Extent, head: str) -> Source | None:
        """ "The ministry": the body last named that has the noun in its name."""
        named = self._cast.within(self._annotated.report.id, Extent(0, extent.start))
        fitting = [(e, a) for e, a in named if a.kind != "person" and head in names.parts(a.name)[1:]]
        if not fitting or head in cues().person:
            return None
        e, actor = fitting[-1]
        return Source((link(actor.name, kind_of(actor), e),), frozenset({head}))


def _roles(actor: Actor) -> set[str]:
    """The words of what a report says a person is."""
    return {fold(w) for r in actor.roles for w in WORD.findall(r.text)}


def _countries(words: Sequence[str]) -> set[str]:
    """The countries that the words of a phrase name, its article aside."""
    return {land for w in words[1:] if (land := names.adjective_of(w) or names.country(w)) is not None}


def _lands(words: set[str]) -> set[str]:
    """Words with each name or adjective of a country given as the country's name ("us", "united" … "states")."""
    out = {fold(names.adjective_of(w) or names.country(w) or w) for w in words}
    return out | {"united states"} if {"united", "states"} <= words else out
