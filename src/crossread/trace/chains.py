"""Chains: on whose word a report tells a thing, outermost source first, the report itself as link 0."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from crossread.model.annotated import Annotated
from crossread.model.mention import Form, Link
from crossread.model.span import Extent
from crossread.model.stems import content_stems
from crossread.model.tree import Tree
from crossread.model.words import WORD, fold
from crossread.trace import continuation, names, sayings
from crossread.trace.actors import Cast
from crossread.trace.actors import find as find_actors
from crossread.trace.cues import cues
from crossread.trace.hedges import evidential
from crossread.trace.outlets import Outlets
from crossread.trace.outlets import load as load_outlets
from crossread.trace.saying import Saying
from crossread.trace.source import Source, is_owner
from crossread.trace.sources import Sources
from crossread.trace.tells import UNVOUCHED

# A headline or lead without a source repeats an attributed claim when this share of its stems is in that claim.
REPEATS = 0.6
# Sentences at the head of a report that may repeat what it attributes further down.
HEAD = 3
# Characters in which a name may follow the title that a source's tag stopped at.
LONGEST_NAME = 40
# Last words of the names of papers and stations that no table lists.
_PAPERS = frozenset(
    """Herald Times Post News Radio TV Television Journal Tribune Gazette Daily Telegraph Chronicle Courier Mail Mirror
    Info Weekly Magazine Observer Express Standard Examiner Inquirer Bulletin Echo Argus Dispatch Globe Broadcasting
    Today Star Sentinel Register Advertiser Ledger""".split()
)
_DOCUMENT = re.compile(
    r"\b(?:[Ii]n|[Tt]hrough|[Bb]y)\s+(?:an?|the|his|her|its|their)\s+((?:[\w-]+\s+){0,3}?)(\w[\w-]*)"
)
# What stands between a job and the name of its holder set after it: a comma, and words that tell more of them.
_APPOSED = re.compile(
    r",\s(?:(?:named|identified)\s(?:by\s(?:\w+\s){1,4})?as\s)?"
    r"(?:(?!who|which|and|but|said|says|told|in|on|at|as|while|where)[a-z][\w-]*\s){0,4}"
)

# "A fault was reported": by somebody, while "reportedly" only hedges.
_REPORTED = re.compile(r"\b(?:was|were|been|being) (?:\w+ )?reported\Z")

# Relations by which what hangs on a clause is its own business: its parts and what it governs, no circumstance.
_STEPS_OF_ONE_CLAUSE = frozenset(
    """nsubj nsubj:pass obj iobj ccomp xcomp csubj csubj:pass conj parataxis aux aux:pass cop appos obl:agent
    flat compound fixed amod""".split()
)

# The chains made last: certainty is asked for the same report mention by mention.
_latest: "list[Chains]" = []


class Chains:
    """The chains of one report. Prepared once, then asked for any extent of its text."""

    def __init__(self, annotated: Annotated, outlets: Outlets | None = None) -> None:
        self.annotated = annotated
        self._text = annotated.report.text
        self._tree = Tree(annotated)
        report = annotated.report
        self._outlets = (outlets or load_outlets()).but_in(report.text, report.outlet)
        self._cast = Cast(find_actors((annotated,), self._outlets))
        self.sayings = sayings.find(annotated, self._tree)
        reader = Sources(annotated, self._cast, self._outlets, self._tree)
        self.scene = reader.scene
        self._sources: list[Source] = []
        for n, s in enumerate(self.sayings):
            self._sources.append(self._source(reader, s, self._holder(n)))
        every = [self._links(i) for i in range(len(self.sayings))]
        self._carried = continuation.carried(annotated, self.sayings, self._sources, every)
        _latest[:] = [self]

    @cached_property
    def report_link(self) -> Link:
        """Link 0: the report itself, by its outlet where that is known."""
        report = self.annotated.report
        return Link(report.outlet or f"report {report.id}", "report")

    def of(self, extent: Extent, form: Form = "clause") -> tuple[Link, ...]:
        """The chain behind what stands at an extent, outermost first; ``form`` is what the mention there is."""
        if form == "role":
            return (self.report_link,)
        found = self.covering(extent)
        chain: list[Link] = [self.report_link]
        for i in found:
            _add(chain, self._links(i))
        carrier = self._carried.get(self._sentence(extent.start))
        if carrier is not None and not self._own_voice(extent, found):
            inner = chain[1:]
            chain = [chain[0]]
            _add(chain, (*self._links(carrier), *inner))
        if len(chain) == 1:
            _add(chain, self._repeated(extent))
        if len(chain) == 1 and (hedge := evidential(self.annotated, self._tree, extent)) is not None:
            chain.append(Link("unknown", "unnamed", start=hedge.start, end=hedge.end))
        return tuple(chain)

    def speaker(self, i: int) -> Link:
        """Who speaks in a saying (index): the innermost source."""
        return self._sources[i].speaker

    def covering(self, extent: Extent) -> list[int]:
        """Sayings that hold an extent or are told by it, the widest first (indices)."""
        holding = [i for i, s in enumerate(self.sayings) if s.holds(extent)]
        holding.sort(key=lambda i: (-self.sayings[i].size, self.sayings[i].start))
        inside = [i for i, s in enumerate(self.sayings) if i not in holding and s.within(extent)]
        return holding + [i for i in inside if self._is_main(self.sayings[i], extent)]

    def _is_main(self, saying: Saying, extent: Extent) -> bool:
        """Whether an extent tells the saying first of all: "shares fell after the claim that …" tells a fall."""
        held = self._tree.inside(extent)
        top, own = self._tree.top(held), self._tree.top(self._tree.inside(saying.cue))
        if top is None or own is None or own not in held or self._turns_down(saying, own):
            return True
        place = Extent(self._tree.tokens[top].start, self._tree.tokens[top].end)
        if any(c.covers(place) for c in saying.content):
            return True
        if self._tree.tokens[own].deprel == "acl:relcl" and top not in self._tree.subtree(own):
            return False  # "Reen, who said that the mill would close, left"
        if self._opens(saying, extent):
            return True
        while own != top and self._tree.tokens[own].deprel in _STEPS_OF_ONE_CLAUSE:
            own = self._tree.tokens[own].head
        return own == top

    def _turns_down(self, saying: Saying, cue: int) -> bool:
        """Whether a saying denies what stands before it (", which the company disputes", "a charge he denies")."""
        head = self._tree.tokens[cue].head
        charge = head >= 0 and self._tree.lower[head] in cues().nouns
        return saying.denies and (charge or fold(saying.content[0].of(self._text)).startswith("which"))

    def _opens(self, saying: Saying, extent: Extent) -> bool:
        """Whether an extent begins with who speaks, and no other verb stands before the cue."""
        if saying.source is None or not extent.start <= saying.source.start < saying.source.end <= saying.cue.start:
            return False
        between = self._tree.inside(Extent(saying.source.end, saying.cue.start))
        before = self._tree.inside(Extent(extent.start, saying.source.start))
        return not before and all(self._tree.tokens[i].upos != "VERB" for i in between)

    def _own_voice(self, extent: Extent, found: list[int]) -> bool:
        """Whether a sentence that goes on with a source's account has another source for this extent."""
        carrier = self._carried[self._sentence(extent.start)]
        return any(self._sources[i].speaker.name == self._sources[carrier].speaker.name for i in found)

    def _links(self, i: int) -> tuple[Link, ...]:
        return (*self._venue(self.sayings[i]), *self._sources[i].links)

    def _holder(self, n: int) -> Source | None:
        """Who passes on what a saying (index) tells: the source of one before it that holds its words, or None."""
        cue = self.sayings[n].cue
        holding = [i for i in range(n) if any(c.covers(cue) for c in self.sayings[i].content)]
        return self._sources[holding[-1]] if holding else None

    def _source(self, reader: Sources, saying: Saying, within: Source | None = None) -> Source:
        if saying.source is None or fold(saying.source.of(self._text)) in ("it", "there"):
            if saying.source is not None and not self._impersonal(saying):
                return reader.read(saying.source, within)
            noun = [
                w
                for w in WORD.findall(saying.cue.of(self._text))
                if fold(w) in cues().nouns | cues().documents | UNVOUCHED
            ]
            reported = saying.source is None and _REPORTED.search(saying.cue.of(self._text)) is not None
            name = noun[0] if noun else "unnamed reports" if reported else "unknown"
            return Source((Link(name, "unnamed", start=saying.cue.start, end=saying.cue.end),))
        source = reader.read(self._grown(saying.source), within)
        if saying.through is None:
            return source
        quoted = reader.read(saying.through)
        return Source((*source.links, *quoted.links), quoted.nouns)

    def _impersonal(self, saying: Saying) -> bool:
        """ "It is thought that": nobody in particular."""
        words = [fold(w) for w in WORD.findall(saying.cue.of(self._text))]
        return any(w in ("is", "was", "been", "be", "were", "are") for w in words) or "thought" in words

    def _grown(self, source: Extent) -> Extent:
        """A source with the apposition that its tag left out ("X, director of Y,")."""
        for e, _ in self._cast.within(self.annotated.report.id, Extent(source.start, source.end + LONGEST_NAME)):
            if source.end <= e.start <= source.end + 1 and self._text[source.end : e.start].strip() == "":
                source = Extent(source.start, e.end)
        source = self._introduced(source)
        actor = self._cast.at(self.annotated.report.id, source)
        if actor is None or actor.kind != "person" or "," in source.of(self._text):
            return source
        ends = [m.end for r in actor.roles for m in r.mentions if 0 <= m.start - source.end <= 2]
        return Extent(source.start, max([source.end, *ends]))

    def _introduced(self, source: Extent) -> Extent:
        """A source that only has a job, with the name set after it ("the operator, Lift Ltd, which …")."""
        held = self._cast.within(self.annotated.report.id, source)
        free = [(e, a) for e, a in held if not is_owner(self._text, e)]
        if any(a.kind in ("person", "organisation") for _, a in free) or "," in source.of(self._text):
            return source
        for e, a in self._cast.within(self.annotated.report.id, Extent(source.end, source.end + LONGEST_NAME)):
            between = self._text[source.end : e.start]
            after = self._text[e.end : e.end + 1]
            if (
                a.kind in ("person", "organisation")
                and _APPOSED.fullmatch(between)
                and after in (",", ".", ";", ":", ")")
            ):
                return Extent(source.start, e.end)
        return source

    def _venue(self, saying: Saying) -> list[Link]:
        """Where it was said: "told CNN", "on Truth Social", "in a letter to OPEC"."""
        sentence = self.annotated.sentences[self._sentence(saying.cue.start)]
        out: list[Link] = []
        after = self._clause_after(saying, sentence.end)
        for m in re.finditer(r"[A-Z][\w’'&.-]*(?: [A-Z][\w’'&.-]*)*", after.of(self._text)):
            row = self._outlets.named(m.group())
            before = after.of(self._text)[: m.start()].rstrip().lower()
            placed = (
                before == "" or before.endswith((" on", " the", "to", "by", "with", "on")) or before in ("the", "on")
            )
            name = row.name if row is not None else m.group() if self._told_to_paper(after, m) else None
            if name is not None and placed:
                start = after.start + m.start()
                out.append(Link(name, "outlet", start=start, end=start + len(m.group())))
        return [*out[:1], *self._papers(saying, sentence.start, sentence.end)]

    def _told_to_paper(self, after: Extent, name: re.Match[str]) -> bool:
        """Whether a name right behind "told" ends as papers' and stations' names do ("told the Tarn Herald")."""
        before = self._text[: after.start + name.start()].rstrip().lower().removesuffix(" the")
        words = name.group().removesuffix("'s").removesuffix("’s").split()
        return before.endswith((" told", " tells")) and len(words) > 1 and words[-1] in _PAPERS

    def _clause_after(self, saying: Saying, end: int) -> Extent:
        """The words after a cue, before what is said."""
        start = saying.cue.end
        for word in ("told", "tells", "tell"):
            at = saying.cue.of(self._text).find(word)
            if at >= 0:
                start = saying.cue.start + at + len(word)
        later = [c.start for c in saying.content if c.start >= start]
        return Extent(start, max(start, min([end, *later])))

    def _papers(self, saying: Saying, start: int, end: int) -> list[Link]:
        """A paper named beside the cue: "in a statement", "in a letter to the organisation"."""
        for m in _DOCUMENT.finditer(self._text, start, end):
            inside = any(c.start <= m.start() < c.end for c in saying.content)
            noun = m.group(2)
            if fold(noun) in cues().documents and not inside:
                whole = self._text[m.start(1) : m.end()]
                return [Link(" ".join(whole.split()), "document", start=m.start(1), end=m.end())]
        return []

    def _sentence(self, start: int) -> int:
        """The sentence that holds a place, the next one where it lies between two (index)."""
        found = bisect_right(self.annotated.sentences, start, key=lambda s: s.end)
        return min(found, len(self.annotated.sentences) - 1)

    def _repeated(self, extent: Extent) -> list[Link]:
        """The chain of an attributed claim further down that the head of the report tells without its source."""
        home = self.annotated.sentences[self._sentence(extent.start)] if self.annotated.sentences else None
        headline = home is not None and self._text[home.start : home.end].rstrip()[-1:].isalnum()
        if self._sentence(extent.start) >= HEAD or headline:
            return []
        stems = set(content_stems(extent.of(self._text)))
        if len(stems) < 4:
            return []
        best: tuple[float, int] | None = None
        for i, s in enumerate(self.sayings):
            if s.start <= extent.end or s.source is None or self._sources[i].speaker.name == "unknown":
                continue
            said = {t for c in s.content for t in content_stems(c.of(self._text))}
            share = len(stems & said) / len(stems)
            if share >= REPEATS and (best is None or share > best[0]):
                best = (share, i)
        return list(self._links(best[1])) if best else []


def prepared(annotated: Annotated) -> Chains:
    """The chains of a report: those made last where they are of this one, else new ones."""
    return _latest[0] if _latest and _latest[0].annotated is annotated else Chains(annotated)


def _add(chain: list[Link], links: Iterable[Link]) -> None:
    """Lengthens a chain by links that it does not name yet."""
    for link in links:
        same = (
            k for k in chain[1:] if names.bare(k.name) == names.bare(link.name) or k.start == link.start is not None
        )
        own = link.kind == "outlet" and names.bare(link.name) == names.bare(chain[0].name)
        if next(same, None) is None and not own:
            chain.append(link)
