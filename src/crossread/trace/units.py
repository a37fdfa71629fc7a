"""Claim units: the clauses and phrases of a report that each tell one thing.

A sentence is taken apart along its dependency tree at coordinated clauses, relative clauses, participles, complement
clauses and appositions. What a unit hands to a unit of its own it may keep (a condition belongs to what it conditions)
or lose (a coordinated clause does not).
"""

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from crossread.model.annotated import Annotated, Sentence
from crossread.model.mention import Form
from crossread.model.quotation import quotations
from crossread.model.report import RESTATING, Debris
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.cues import cues

CLAUSE_RELATIONS = frozenset(
    {"root", "conj", "ccomp", "csubj", "csubj:pass", "advcl", "advcl:relcl", "acl", "acl:relcl", "parataxis"}
)
"""Relations whose dependent may be a clause of its own (UD v2)."""
LEAVES = frozenset({"conj", "parataxis", "ccomp", "acl:relcl", "advcl:relcl"})
"""Clauses that their governor does not keep."""
KEPT_MARKS = frozenset(
    {
        "if",
        "unless",
        "until",
        "because",
        "after",
        "before",
        "when",
        "since",
        "once",
        "as",
        "so",
        "to",
        "by",
        "that",
    }
)
"""Adverbial clauses opened by these words qualify what governs them, which keeps them."""
FEWEST_SPOKEN = 3
"""Words below which what stands in quotation marks is a term."""
SHORTEST_UNIT = 2
"""Words below which a stretch tells nothing."""
WHOLE_QUOTE_WORDS = 30
"""A quotation up to this many words is one mention; a longer one is told sentence by sentence. The keys of the real
stories hold two-sentence quotations of that size together."""
_MARKS = "\"“”«»„‘’'"


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


def find(annotated: Annotated, tree: Tree) -> list[Unit]:
    """The units of a report in order of place. Debris holds none, save what restates."""
    quotes = [q.extent for q in quotations(annotated.report.text) if q.kind == "speech" and not q.depth]
    framed = frozenset(i for a in annotated.attributions for extent in (*a.source, *a.cue) for i in tree.inside(extent))
    dated = frozenset(i for t in annotated.times for i in tree.inside(Extent(t.start, t.end)))
    found: dict[tuple[int, int], Unit] = {}
    for sentence in annotated.sentences:
        kind = _debris_at(annotated.report.debris, sentence)
        if kind and kind not in RESTATING:
            continue
        for unit in _of_sentence(annotated, tree, sentence, quotes, framed, dated):
            if kind:
                unit = msgspec.structs.replace(unit, restates=True)
            found.setdefault((unit.start, unit.end), unit)
    return sorted(found.values())


def _debris_at(debris: tuple[Debris, ...], sentence: Sentence) -> str | None:
    for d in debris:
        shared = min(d.end, sentence.end) - max(d.start, sentence.start)
        if shared * 2 > sentence.end - sentence.start:
            return d.kind
    return None


def _of_sentence(
    annotated: Annotated,
    tree: Tree,
    sentence: Sentence,
    quotes: list[Extent],
    framed: frozenset[int],
    dated: frozenset[int],
) -> Iterator[Unit]:
    clauses = [i for i in range(sentence.first, sentence.last) if _is_unit_head(tree, i)]
    whole = [q for q in quotes if q.start < sentence.end and sentence.start < q.end and _tells(tree, q)]
    for q in whole:
        if unit := _quote_unit(tree, sentence, q):
            yield unit
    for head in clauses:
        unit = _clause(tree, head, clauses, framed, dated)
        if unit is None or any(q.covers(unit.extent) for q in whole if _whole(annotated, q)):
            continue
        yield unit
    yield from _roles(annotated, tree, sentence)


def _is_unit_head(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    if token.deprel == "root":
        return token.upos != "PUNCT"
    if token.deprel not in CLAUSE_RELATIONS or not tree.is_clause(i):
        return False
    if token.deprel in ("acl", "advcl") and _infinitive(tree, i):
        return False
    if _asks(tree, i) or _condition(tree, i):
        return False
    return token.deprel != "conj" or tree.is_clause(token.head)


def _condition(tree: Tree, head: int) -> bool:
    """A condition tells nothing without what it conditions."""
    mark = tree.child(head, "mark")
    return mark is not None and tree.lower[mark] in ("if", "unless", "whether")


def _asks(tree: Tree, head: int) -> bool:
    """An embedded question ("what caused the cut"): what is asked is not told."""
    if tree.tokens[head].deprel != "ccomp":
        return False
    first = min(tree.subtree(head))
    return tree.lower[first] in ("what", "why", "how", "who", "whom", "when", "where", "which", "whether", "if")


def _infinitive(tree: Tree, head: int) -> bool:
    """A purpose ("to fix the cables") belongs to what it is the purpose of."""
    mark = tree.child(head, "mark")
    return mark is not None and tree.lower[mark] == "to" and tree.subject(head) is None


def _tells(tree: Tree, quote: Extent) -> bool:
    """A quotation that holds a clause is speech; one of a word or two is a term or a title."""
    inside = tree.inside(quote)
    return len([i for i in inside if tree.tokens[i].upos != "PUNCT"]) >= FEWEST_SPOKEN and any(
        tree.tokens[i].upos in ("VERB", "AUX") for i in inside
    )


def _whole(annotated: Annotated, quote: Extent) -> bool:
    return len(quote.of(annotated.report.text).split()) <= WHOLE_QUOTE_WORDS


def _quote_unit(tree: Tree, sentence: Sentence, quote: Extent) -> Unit | None:
    """The quotation where it is short (told once, in the sentence it opens in), else its part in this sentence."""
    whole = len(quote.of(tree.text).split()) <= WHOLE_QUOTE_WORDS
    if whole:
        if not sentence.start <= quote.start < sentence.end:
            return None
        extent = quote
    else:
        extent = Extent(max(quote.start, sentence.start), min(quote.end, sentence.end))
    tokens = [i for i in tree.inside(extent) if tree.words[i] not in _MARKS]
    top = tree.top(i for i in tokens if sentence.first <= i < sentence.last)
    if top is None or len(tokens) < SHORTEST_UNIT:
        return None
    return Unit(extent.start, extent.end, top, "quote", tuple(tokens))


def _keeps(tree: Tree, child: int) -> bool:
    """Whether a governing clause keeps a clause below it as part of what it tells."""
    deprel = tree.tokens[child].deprel
    if deprel == "ccomp" and tree.lower[tree.tokens[child].head] in cues().deny:
        return True  # what is denied makes the denial
    if deprel in LEAVES:
        return False
    if deprel == "advcl":
        if _cites(tree, child):
            return False
        mark = tree.child(child, "mark", "advmod")
        return mark is not None and tree.lower[mark] in KEPT_MARKS
    return True


def _clause(tree: Tree, head: int, clauses: list[int], framed: frozenset[int], dated: frozenset[int]) -> Unit | None:
    cut = [c for c in clauses if c != head and not _keeps(tree, c)]
    own = tree.subtree(head, cut)
    own = _trim(tree, head, _without_opening(tree, head, own))
    if len([i for i in own if tree.tokens[i].upos != "PUNCT"]) < SHORTEST_UNIT:
        return None
    if _cites(tree, head) or _bare_frame(tree, head, own, framed, dated) or _judges(tree, head, own):
        return None
    if (tree.tokens[head].deprel == "acl" and _slight(tree, own)) or _run_together(tree, own):
        return None
    extent = tree.extent(own)
    return Unit(extent.start, extent.end, head, "clause", tuple(own))


def _run_together(tree: Tree, own: list[int]) -> bool:
    """Whether two sentences have lost the stop between them ("charged her Of great weight"), as bad translations do:
    what such a stretch tells cannot be known."""
    pairs = ((a, b) for a, b in pairwise(own) if b == a + 1)
    return any(tree.words[a].isalpha() and tree.words[a].islower() and tree.words[b] in OPENERS for a, b in pairs)


OPENERS = frozenset({"He", "She", "It", "They", "We", "Of", "When", "This", "But", "By", "For", "With"})
"""Words that carry a capital only where a sentence begins."""


def _without_opening(tree: Tree, head: int, own: list[int]) -> list[int]:
    """Own tokens without an opening that only judges ("In a surprising turn, …")."""
    for child in tree.children[head]:
        if tree.tokens[child].deprel == "obl" and tree.lower[child] in JUDGING_NOUNS and child < head:
            phrase = set(tree.subtree(child))
            judged = any(tree.tokens[c].deprel == "amod" for c in tree.children[child])
            if judged and not any(tree.tokens[t].upos in ("PROPN", "NUM") for t in phrase):
                return [t for t in own if t not in phrase]
    return own


JUDGING_NOUNS = frozenset("turn twist move development step sign blow setback escalation".split())
"""Nouns that, with an adjective, open a sentence with a judgement."""


def _trim(tree: Tree, head: int, own: list[int]) -> list[int]:
    """Own tokens without punctuation and connectives at the edges, and without stray pieces beyond a cut."""

    def idle(i: int) -> bool:
        token = tree.tokens[i]
        if token.upos == "PUNCT":
            return True
        opens = token.head == head and token.deprel in ("cc", "mark") and tree.lower[i] not in ("if", "unless")
        return opens and i == min(j for j in own if tree.tokens[j].upos != "PUNCT")

    low, high = 0, len(own)
    while low < high - 1 and own[low] != head and (idle(own[low]) or _ties(tree, own[low])):
        low += 1
    while high > low and own[high - 1] != head and tree.tokens[own[high - 1]].upos == "PUNCT":
        high -= 1
    return own[low:high]


def _ties(tree: Tree, i: int) -> bool:
    """Whether a word only ties its clause to what stands before it; "that" as a pronoun is a subject."""
    return tree.lower[i] in CONNECTIVES and tree.tokens[i].upos != "PRON"


CONNECTIVES = frozenset(
    "that and but or when while as because after before since although though whereas however".split()
)
"""Words that only tie a clause to what stands before it."""


def _slight(tree: Tree, own: list[int]) -> bool:
    """A participle that adds little to its noun ("surrounding the talks"): no name, no figure, two words."""
    content = [t for t in own if tree.tokens[t].upos in CONTENT]
    return len(content) < SLIGHTEST_PARTICIPLE and not any(tree.tokens[t].upos in ("PROPN", "NUM") for t in content)


SLIGHTEST_PARTICIPLE = 3
"""Content words below which a participle on a noun is no claim of its own."""


def _judges(tree: Tree, head: int, own: list[int]) -> bool:
    """A report's flourish: "reports deepen the mystery", "the move highlights the stakes". No name, figure or day."""
    obj = tree.child(head, "obj")
    flourish = obj is not None and tree.lower[head] in FLOURISHES and tree.lower[obj] in FLOURISHED
    return flourish and not any(tree.tokens[t].upos in ("PROPN", "NUM") for t in own if t > head)


FLOURISHES = frozenset(
    "deepen deepens deepened deepening highlight highlights highlighted highlighting underscore underscores "
    "underscored underscoring underline underlines underlined underlining heighten heightens heightened".split()
)
FLOURISHED = frozenset(
    "mystery stakes stake vulnerability importance complexity fragility sense uncertainty tension tensions risk risks "
    "depth scale gravity seriousness urgency need difficulty intrigue".split()
)
"""Verbs and objects of sentences that judge and tell nothing that could be claimed."""


def _cites(tree: Tree, head: int) -> bool:
    """ "As the Herald reported": it names a source and tells nothing."""
    mark = tree.child(head, "mark", "advmod")
    return mark is not None and tree.lower[mark] == "as" and tree.lower[head] in cues().say


def _bare_frame(tree: Tree, head: int, own: list[int], framed: frozenset[int], dated: frozenset[int]) -> bool:
    """A cue that only introduces what a clause or quotation tells: source, cue, and nothing to say of the telling.

    To deny is to tell something, even if only "he denies" is left.
    """
    if tree.lower[head] in cues().deny or (tree.lower[head] not in cues().say and head not in framed):
        return False
    subject = tree.subject(head)
    idle = framed | {head} | (set(tree.subtree(subject)) if subject is not None else set())
    if tree.lower[head] in PLAIN_SAYING:
        idle |= dated  # "said on Monday" tells no more than "said"
    telling = (i for i in own if tree.tokens[i].upos in CONTENT and i not in idle)
    return all(tree.lower[i] in cues().say for i in telling)


PLAIN_SAYING = frozenset(
    "say says said saying tell tells told add adds added state states stated note notes noted".split()
)
"""Verbs of which only the content matters. To confirm or to warn is an act that can be dated."""
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Word classes that can tell something."""


def _roles(annotated: Annotated, tree: Tree, sentence: Sentence) -> Iterator[Unit]:
    """A person's name with the title or apposition that tells who that is."""
    for entity in annotated.entities:
        if entity.kind != "person" or not sentence.start <= entity.start < sentence.end:
            continue
        name = tree.inside(Extent(entity.start, entity.end), sentence)
        top = tree.top(name)
        if top is None:
            continue
        phrase = _role_phrase(tree, top, name)
        if phrase:
            extent = tree.extent(phrase)
            yield Unit(extent.start, extent.end, top, "role", tuple(phrase), name=tuple(name))


TITLE_RELATIONS = frozenset({"compound", "amod", "nmod:poss", "nmod:desc", "appos", "flat", "nmod:unmarked"})
"""How UD treebanks hang a title on a name, or a name on a title."""


def _role_phrase(tree: Tree, top: int, name: list[int]) -> list[int]:
    """The tokens of "Republican Senator X" or "X, head of Y" around a name; empty where there is no role."""
    head = tree.tokens[top].head
    start = top
    if (
        tree.tokens[top].deprel in ("appos", "flat", "nmod:desc")
        and head >= 0
        and tree.tokens[head].upos in ("NOUN", "PROPN")
    ):
        start = head
    pieces = [c for c in tree.children[start] if tree.tokens[c].deprel in TITLE_RELATIONS]
    tokens = sorted({start, *(t for c in pieces for t in tree.subtree(c)), *name, *_determiners(tree, start)})
    outside = [t for t in tokens if t not in name and tree.tokens[t].upos in ("NOUN", "PROPN")]
    if not outside:
        return []
    run = list(range(tokens[0], tokens[-1] + 1))
    return run if len(run) <= LONGEST_ROLE else []


LONGEST_ROLE = 25
"""Tokens beyond which a name and its apposition are a sentence of their own."""


def _determiners(tree: Tree, head: int) -> list[int]:
    return [c for c in tree.children[head] if tree.tokens[c].deprel == "det"]
