"""Claim units: the clauses and phrases of a report that each tell one thing.

``unit_candidates`` cuts every sentence along its dependency tree into all stretches that could be a unit, the unit
model scores them, and those that stand together are told. Quotations that run over sentences are told whole.
"""

from collections.abc import Iterator, Sequence, Set

import msgspec

from crossread.model.annotated import Annotated, Sentence
from crossread.model.mention import Form
from crossread.model.quotation import MARKS, quotations
from crossread.model.report import RESTATING, Debris
from crossread.model.span import Extent
from crossread.model.tree import CONTENT, Tree
from crossread.trace import flourishes, named_roles, unit_candidates, unit_features, unit_model
from crossread.trace.cues import cues
from crossread.trace.unit_candidates import Candidate

WHOLE_QUOTE_WORDS = 30
"""A quotation of several sentences and up to this many words is one mention. The keys of the real stories hold
two-sentence quotations of that size together."""
ALL_MARKS = MARKS | frozenset("‘’'")
"""Tokens that are quotation marks, single ones too."""


class Unit(msgspec.Struct, frozen=True, order=True):
    """A stretch that tells one thing.

    ``head`` is its head token, ``tokens`` those that carry its own content, ``name`` those of the name in a role.
    """

    start: int
    end: int
    head: int
    kind: Form
    tokens: tuple[int, ...]
    restates: bool = False
    name: tuple[int, ...] = ()

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return Extent(self.start, self.end)


class Option(msgspec.Struct, frozen=True):
    """A stretch that may be a unit: its tokens, its place in the text, and what the model looks at."""

    candidate: Candidate
    place: tuple[int, int]
    features: list[str]
    restates: bool
    name: tuple[int, ...]

    @property
    def role(self) -> bool:
        """Whether it is a name with what tells who that is."""
        return bool(self.name)


def find(annotated: Annotated, tree: Tree) -> list[Unit]:
    """The units of a report in order of place. Debris holds none, save what restates."""
    model = unit_model.shipped()
    whole = list(_whole_quotations(annotated, tree))
    free = [o for o in options(annotated, tree) if not any(Extent(*o.place).overlaps(q.extent) for q in whole)]
    scores = model.score([o.features for o in free])
    places, ranks = [o.place for o in free], [rank(tree, o) for o in free]
    chosen = model.choose(places, scores, ranks)
    others = [k for k in model.left(places, scores, ranks, chosen) if not _only_says(annotated, tree, free[k])]
    told = [part for k in (*chosen, *others) for part in _parted(tree, free[k], free)]
    return sorted({*whole, *(unit(annotated, tree, option) for option in told)})


def _parted(tree: Tree, option: Option, free: Sequence[Option]) -> list[Option]:
    """A stretch that tells a deed and, behind it, what else its doer or another says ("X led a parade, accusing Y of a
    plot"; "X confirms a call as Y condemns it"), as two: the deed is the report's, what is said is the speaker's."""
    first, last, head = option.candidate
    table = cues()
    telling = (table.say | table.deny) - table.weak - table.everyday
    if option.role or tree.lower[head] in table.say | table.deny:
        return [option]
    for at in range(first + 1, last - 1):
        verb = at + 1 if tree.words[at] in _PARTING else tree.tokens[at].head
        besides = tree.words[at] in _PARTING and tree.lower[verb].endswith("ing")
        beside = tree.lower[at] in ("as", "while") and at < verb < last and tree.subject(verb) in range(at, verb)
        if not (besides or beside) or tree.lower[verb] not in telling:
            continue
        deed = _at(free, tree.tokens[first].start, tree.tokens[at - 1].end)
        said = _at(free, tree.tokens[at + 1].start, option.place[1])
        if deed is not None and said is not None:
            return [deed, said]
    return [option]


_PARTING = frozenset({",", "–", "—", "--", "-"})
"""Marks between a deed and what is said besides."""


def _at(free: Sequence[Option], start: int, end: int) -> Option | None:
    return next((o for o in free if o.place == (start, end)), None)


def _only_says(annotated: Annotated, tree: Tree, option: Option) -> bool:
    """Whether a stretch tells who says what others tell ("two members who asked not to be named said"), not a role."""
    if option.role:
        return False
    own = Extent(*option.place)
    says = any(part.overlaps(own) for a in annotated.attributions for part in (*a.source, *a.cue))
    said = any(part.overlaps(own) for a in annotated.attributions for part in a.content)
    first, last, head = option.candidate
    told = any(first <= c < last and tree.tokens[c].deprel in WHAT for c in tree.children[head])
    bare = tree.lower[head] in cues().say | cues().deny and not told  # "for his part, she denounced"
    return (says and not said) or bare


WHAT = frozenset({"obj", "ccomp", "xcomp", "nsubj:pass", "discourse", "parataxis"})
"""Relations of what is said to the verb of saying."""


def _tells(tree: Tree, c: Candidate, role: bool, places: Set[int]) -> bool:
    """Whether a stretch can tell anything: a phrase that only lists places ("the Middle East and Asia"), is too slight
    ("military action") or torn off ("of spare cable", "the group (FTO") cannot."""
    first, last, head = c
    words = tree.lower[first:last]
    if flourishes.empty(tree, c) or not _paired(words):
        return False
    if role or tree.is_clause(head):
        return True
    content = [i for i in range(first, last) if tree.tokens[i].upos in CONTENT]
    counted = any(tree.tokens[i].upos == "NUM" for i in content)
    said = any(tree.tokens[i].upos != "PROPN" and i not in places for i in content)
    measured = all(tree.tokens[i].upos == "NUM" or tree.lower[i] in UNITS for i in content)  # "2.5 million euros"
    enough = len(content) >= (FEWEST_COUNTED if counted else FEWEST_TELLING)
    return enough and said and not measured and tree.lower[first] != "of"


def _paired(words: Sequence[str]) -> bool:
    """Whether every bracket that opens among some words closes there, and none closes that did not open."""
    open_ = 0
    for word in words:
        open_ += (word == "(") - (word == ")")
        if open_ < 0:
            return False
    return open_ == 0


UNITS = frozenset(
    """million billion trillion thousand hundred dozen percent cent dollars euros pounds yen pesos crowns francs people
    men women hours days weeks months years minutes metres meters kilometres kilometers miles tonnes tons""".split()
)
"""Nouns with which a figure alone still tells nothing."""
FEWEST_TELLING, FEWEST_COUNTED = 3, 2
"""A phrase has at least so many words of these classes; the second where one is a number. With 2 for all, a fifth more
phrases and the same span F1 on corpus dev."""


def rank(tree: Tree, option: Option) -> unit_model.Rank:
    """What an option is to the choice."""
    head = option.candidate.head
    if option.role:
        return "role"
    if not tree.is_clause(head):
        return "phrase"
    return "denial" if tree.lower[head] in cues().deny else "clause"


def options(annotated: Annotated, tree: Tree) -> list[Option]:
    """Every stretch of a report that may be a unit."""
    sight = unit_features.Sight(annotated, tree)
    named = [(e.kind, tuple(tree.inside(Extent(e.start, e.end)))) for e in annotated.entities]
    people = [tokens for kind, tokens in named if kind == "person"]
    places = {i for kind, tokens in named if kind == "place" for i in tokens}
    out = []
    torn = unit_candidates.inside_of(annotated, tree)
    for sentence in annotated.sentences:
        kind = _debris_at(annotated.report.debris, sentence)
        if kind and kind not in RESTATING:
            continue
        for c in unit_candidates.find(tree, sentence, sight.reach, torn):
            name = named_roles.name_in(tree, people, c)
            if _tells(tree, c, bool(name), places):
                place = (tree.tokens[c.first].start, tree.tokens[c.last - 1].end)
                out.append(Option(c, place, unit_features.features(sight, sentence, c), kind is not None, name))
    return out


def _debris_at(debris: tuple[Debris, ...], sentence: Sentence | Extent) -> str | None:
    for d in debris:
        shared = min(d.end, sentence.end) - max(d.start, sentence.start)
        if shared * 2 > sentence.end - sentence.start:
            return d.kind
    return None


def _whole_quotations(annotated: Annotated, tree: Tree) -> Iterator[Unit]:
    """Short quotations that run over the end of a sentence."""
    for q in quotations(annotated.report.text):
        kind = _debris_at(annotated.report.debris, q.extent)
        tokens = tuple(i for i in tree.inside(q.extent) if tree.words[i] not in ALL_MARKS)
        ends = [s.end for s in tree.sentences if q.start < s.end < q.end]
        short = len(q.extent.of(annotated.report.text).split()) <= WHOLE_QUOTE_WORDS
        parted = any(tokens[0] < i for i in tokens if tree.tokens[i].start >= ends[0]) if ends and tokens else False
        if q.kind == "speech" and not q.depth and short and parted and (not kind or kind in RESTATING):
            top = tree.top(tokens)
            if top is not None:
                yield Unit(q.start, q.end, top, "quote", tokens, kind is not None)


def unit(annotated: Annotated, tree: Tree, option: Option) -> Unit:
    """An option as a unit: marks of a quotation that it fills are part of it."""
    first, last, head = option.candidate
    framing = {i for c in tree.children[head] if _frames(tree, c) for i in tree.subtree(c)}
    start, end = option.place
    if annotated.report.text[end : end + 1] == "?" and last < len(tree.tokens):
        last, end = last + 1, end + 1  # what is asked is not told
    tokens = tuple(i for i in range(first, last) if i not in framing and tree.words[i] not in ALL_MARKS)
    for q in quotations(annotated.report.text):
        if q.start <= start and end <= q.end and start - q.start <= 1 and q.end - end <= 2:
            return Unit(q.start, q.end, head, "quote", tokens, option.restates)
    if option.role:
        return Unit(start, end, head, "role", tuple(range(first, last)), option.restates, option.name)
    kind: Form = "clause" if tree.is_clause(head) else "phrase"
    return Unit(start, end, head, kind, tokens, option.restates)


def _frames(tree: Tree, token: int) -> bool:
    """Whether a clause in the midst of another only says who tells it ("it fell, she said, on Monday")."""
    return tree.tokens[token].deprel == "parataxis" and tree.lower[token] in cues().say
