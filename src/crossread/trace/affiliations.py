"""For whom people speak: the body named with a job, whose spokesman or director a report says somebody is."""

import re
from collections.abc import Callable, Sequence

from crossread.model.actor import Actor
from crossread.model.annotated import Annotated
from crossread.model.mention import Link
from crossread.model.span import Extent
from crossread.model.words import FUNCTION_WORDS, WORD, fold
from crossread.trace import names
from crossread.trace.actors import Cast
from crossread.trace.anaphors import Memory, Resolve
from crossread.trace.cues import cues
from crossread.trace.source import link

# Characters of "Egypt's communications ministry" and the like; a longer phrase is more than a body's name.
LONGEST_NAME = 60
# Bodies of which a country or a town has one, so that the word alone names them.
_ONE_OF_A_KIND = frozenset(
    """police army military navy government authorities court parliament coastguard brigade municipality presidency
    palace embassy prosecution prosecutors directorate inspectorate ministry""".split()
)
_WHOSE = frozenset({"its", "their"})
_RANKS = frozenset("chief senior former top new acting current then longtime first second deputy vice".split())
"""Words before a body's noun that tell of the job and not of the body."""
# Nouns for bodies that say nothing of which: "the company" is one named before.
_ANY_BODY = frozenset("""company firm group giant organisation organization body agency team club campaign""".split())
# … that are told by what they do: "the disaster agency".
_BY_TASK = frozenset({"agency", "organisation", "organization", "body"})
# Words right before a job that tell which it is: "Senate majority leader", "education secretary".
_POSTS = frozenset(
    """majority minority education defense defence foreign interior home health labor labour energy transport
    transportation agriculture commerce treasury justice environment housing trade culture""".split()
)
# Words that send the reader back to a body named before.
_SAME = frozenset({"same", "said", "latter", "former"})
# Words before a job that belong to the job ("chief executive", "duty officer") and name no body.
_OF_THE_JOB = frozenset(
    """chief duty press senior general executive managing deputy vice former acting interim medical technical sales
    marketing finance financial operations operating communications security legal first second assistant regional
    national local new old longtime founding co prime disaster opposition other another current then
    information technology media group mr mrs ms dr""".split()
)


class Affiliations:
    """The bodies behind the people of one report."""

    def __init__(self, annotated: Annotated, cast: Cast, memory: Memory, resolve: Resolve) -> None:
        self._annotated = annotated
        self._text = annotated.report.text
        self._cast = cast
        self._memory = memory
        self._resolve = resolve
        self._known: dict[str, tuple[Link, ...]] = {}

    def of(
        self, extent: Extent, place: Extent, person: Actor, actors: Sequence[tuple[Extent, Actor]]
    ) -> tuple[Link, ...]:
        """The body for which the person named at ``place`` within a source's words speaks; () where none is named."""
        bodies = [(e, a) for e, a in actors if a.kind == "organisation" and not e.overlaps(place)]
        out: tuple[Link, ...] = ()
        if _speaks(extent.of(self._text)):
            out = self._named(extent, bodies)
        out = out or self._elsewhere(person)
        if out:
            self._known.setdefault(person.id, out)
        return out

    def _elsewhere(self, person: Actor) -> tuple[Link, ...]:
        """The body that a person was said to speak for, wherever in the report a job of theirs names one."""
        if person.id in self._known:
            return self._known[person.id]
        for naming in person.roles:
            if _speaks(naming.text):
                for span in naming.mentions:
                    held = self._cast.within(span.report, span.extent)
                    found = self._named(span.extent, [(e, a) for e, a in held if a.kind == "organisation"])
                    if found:
                        return found
        return ()

    def _named(self, extent: Extent, bodies: Sequence[tuple[Extent, Actor]]) -> tuple[Link, ...]:
        """The body in a job's words: by name, by "its", or by a noun for one."""
        if bodies:
            e, actor = bodies[0]
            land = names.country(e.of(self._text)) is not None
            name = self._with_noun(e, extent) if land else self._of_town(e, extent) or actor.name
            return (link(name, "organisation", e),)
        words = list(WORD.finditer(self._text, extent.start, extent.end))
        for m in words:
            if fold(m.group()) in _WHOSE and (owner := self.owner(Extent(m.start(), m.end()))) is not None:
                return (owner,)
        if (literal := self._before_job(words)) is not None:
            return (literal,)
        for m in words:
            noun = fold(m.group()).removesuffix("'s")
            if self._text[: m.start()].endswith(("by the ", "by its ")):
                continue  # "named by the company as X": who names X is not whose X is
            if noun in cues().organisation and (own := self._in_own_words(words, m)) is not None:
                return (own,)
            if noun in _BY_TASK and (such := self._such(words, m)) is not None:
                return (such,)
            if noun in cues().organisation and (near := self.near(extent, Extent(m.start(), m.end()), noun)):
                return (near,)
        return ()

    def _such(self, words: Sequence[re.Match[str]], noun: re.Match[str]) -> Link | None:
        """ "Disaster agency official": a body that is told by what it does, be it none that was named before."""
        apart = FUNCTION_WORDS | _SAME | _RANKS | names.titles()
        first = self._first(words, words.index(noun), lambda word: word in apart or not word.isalpha())
        place = Extent(words[first].start(), noun.end())
        return link(place.of(self._text), "organisation", place) if words[first] is not noun else None

    def _first(self, words: Sequence[re.Match[str]], at: int, apart: Callable[[str], bool]) -> int:
        """Where the run of words that ends at one of them begins: single spaces between, none before it ``apart``."""
        while at > 0 and self._text[words[at - 1].end() : words[at].start()] == " ":
            if apart(fold(words[at - 1].group())):
                break
            at -= 1
        return at

    def _before_job(self, words: Sequence[re.Match[str]]) -> Link | None:
        """ "Civil protection spokesman", "central bank governor": the words before the job are the body's."""
        job = next((i for i, m in enumerate(words) if fold(m.group()) in names.spokes() - _OF_THE_JOB), None)
        if job is None:
            return None
        apart = FUNCTION_WORDS | _OF_THE_JOB | names.titles()
        first = self._first(words, job, lambda word: word in apart or word.endswith("'s") or word.isdigit())
        place = Extent(words[first].start(), words[job - 1].end()) if first < job else None
        if place is None or fold(words[job - 1].group()) in _ANY_BODY | _POSTS or self._is_land(place):
            return None
        name = place.of(self._text)
        alone = " " not in name and self._begins(place) and fold(name) not in cues().organisation
        if alone and not re.search(r"[a-z,] " + re.escape(name) + r"\b", self._text):
            return None  # "Athletic director": large only because the sentence begins there
        if not (any(c.isupper() for c in name) or fold(name.split()[-1]) in cues().organisation):
            return None  # "the present chairman"
        return link(place.of(self._text), "organisation", place)

    def _begins(self, place: Extent) -> bool:
        """Whether a sentence begins at a place."""
        home = self._annotated.sentence_at(place.start)
        return home is None or not any(c.isalnum() for c in self._text[home.start : place.start])

    def _in_own_words(self, words: Sequence[re.Match[str]], noun: re.Match[str]) -> Link | None:
        """ "An official of the local disaster agency": a body that its words tell from those named before."""
        before = [m for m in words if m.end() <= noun.start()]
        start = noun.start()
        while before and self._text[before[-1].end() : start] == " ":
            if fold(before[-1].group()) in FUNCTION_WORDS | _SAME or fold(before[-1].group()) in names.titles():
                break
            start = before.pop().start()
        told = Extent(start, noun.end())
        after_of = before and fold(before[-1].group()) in ("the", "a", "an") and len(before) > 1
        if start == noun.start() or not after_of or fold(before[-2].group()) not in ("of", "from", "at", "with", "for"):
            return None
        return link(told.of(self._text).removesuffix("'s").removesuffix("’s"), "organisation", told)

    def _is_land(self, place: Extent) -> bool:
        """Whether words before a job only tell where it is held: "Utah governor", "the French minister"."""
        held = self._cast.within(self._annotated.report.id, place)
        return bool(names.adjective_of(place.of(self._text))) or any(
            a.kind == "place" and e.start <= place.start and place.end <= e.end for e, a in held
        )

    def owner(self, pronoun: Extent) -> Link | None:
        """The body that "its" means, or None."""
        found = self._memory.antecedent(pronoun.start)
        source = self._resolve(found, 1) if found is not None else self._memory.last("body")
        kept = source is not None and source.speaker.kind in ("organisation", "outlet")
        return source.speaker if source is not None and kept else None

    def near(self, extent: Extent, place: Extent, noun: str) -> Link | None:
        """The body that "the company" or "the association" means: the last named with that noun in its name, else one
        named in the sentence before it, else the last that spoke."""
        named = self._cast.within(self._annotated.report.id, Extent(0, extent.start))
        fitting = [(e, a) for e, a in named if noun in names.parts(a.name) and a.kind != "person"]
        if fitting:
            return link(fitting[-1][1].name, "organisation", fitting[-1][0])
        if noun in _ONE_OF_A_KIND:
            return link(place.of(self._text).removesuffix("'s").removesuffix("’s"), "organisation", place)
        here = self._annotated.sentence_at(extent.start)
        before = self._cast.within(self._annotated.report.id, Extent(here.start if here else 0, extent.start))
        named = [(e, a) for e, a in before if a.kind == "organisation"]
        if named:
            return link(named[0][1].name, "organisation", named[0][0])
        last = self._memory.last("body")
        return last.speaker if last is not None else None

    def _of_town(self, town: Extent, phrase: Extent) -> str | None:
        """ "Reen police": a town's body, where the town alone was taken for one."""
        after = re.match(
            r" (police|council|prosecutors|court|hospital|university|fire department)\b", self._text[town.end :]
        )
        return (
            None
            if after is None or town.end + after.end() > phrase.end
            else self._text[town.start : town.end + after.end()]
        )

    def _with_noun(self, country: Extent, phrase: Extent) -> str:
        """ "Egypt's communications ministry": a country's name with the body's noun after it."""
        rest = self._text[country.start : phrase.end]
        short = phrase.end - country.start < LONGEST_NAME
        return " ".join(rest.split()) if short else country.of(self._text)


_PAST = re.compile(r"\b(?:former|formerly|ex|retired|onetime|one-time|past|until \d{4})\b", re.IGNORECASE)
"""Words that tell that a job is held no more: who left the army does not speak for it."""


def _speaks(words: str) -> bool:
    """Whether a job's holder speaks for the body named with it."""
    jobs = {fold(w) for w in WORD.findall(words)} & names.spokes()
    several = all(
        j.endswith("s") and j.removesuffix("s") in names.spokes() for j in jobs
    )  # "party leaders and officials"
    return not _PAST.search(words) and not several
