"""Certainty and polarity of a mention: how a report stands to what it tells."""

from crossread.model import withheld
from crossread.model.annotated import Annotated
from crossread.model.demanded import demanded
from crossread.model.mention import Certainty, Link, Polarity
from crossread.model.quotation import Quotation, quotations
from crossread.model.shared import shared
from crossread.model.span import Extent
from crossread.model.tree import NEGATING, Tree
from crossread.model.words import fold, words
from crossread.trace.chains import prepared
from crossread.trace.cues import cues
from crossread.trace.hedges import evidential, possible

# Share of an extent's words inside quotation marks from which it is the speaker's wording.
QUOTED = 0.5
# The same of a whole that is not left open: a word or two in marks make it a quotation.
SPOKEN = 0.15


_NO = frozenset({"no", "neither", "n't", "not", "none"})


class _Report:
    """What is asked of one report again and again, made once for the report asked about last."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.tree = Tree(annotated)
        self.chains = prepared(annotated)
        self.said = [q for q in quotations(annotated.report.text) if q.kind == "speech"]


_last: list[_Report] = []


def _prepared(annotated: Annotated) -> _Report:
    if not _last or _last[0].annotated is not annotated:
        _last[:] = [_Report(annotated)]
    return _last[0]


def certainty(annotated: Annotated, extent: Extent, chain: tuple[Link, ...]) -> Certainty:
    """How sure the report makes its reader of what stands at an extent.

    *quoted*: in the speaker's words. *denied*: the source says it is not so. *hedged*: left open, or on nobody's
    word. *attributed*: on a source's word. *asserted*: in the report's own voice.
    """
    report = _prepared(annotated)
    covering = [report.chains.sayings[i] for i in report.chains.covering(extent)]
    quoted = _quoted_share(annotated, extent, report.said)
    open_ = possible(report.tree, extent)
    if any(s.denies for s in covering):
        return "denied"
    if any(s.doubts for s in covering) and quoted < QUOTED:
        return "hedged"
    above = withheld.over(report.tree, report.tree.inside(extent))
    if above is not None and withheld.doubted(report.tree, above):
        return "hedged"
    head = report.tree.top(report.tree.inside(extent))
    if not covering and head is not None and demanded(report.tree, head) is not None:
        return "hedged"  # "a recommendation that it reopen the tender"
    if open_ is not None and not (quoted >= QUOTED and _permits(report.tree, open_)):
        return "hedged"
    if chain[-1].name == "unknown" and quoted < QUOTED:
        return "hedged"
    if quoted >= SPOKEN:
        return "quoted"
    if not covering and evidential(annotated, report.tree, extent) is not None:
        return "hedged"
    return "attributed" if len(chain) > 1 else "asserted"


def _permits(tree: Tree, modal: Extent) -> bool:
    """Whether a modal in somebody's own words tells what can be done ("he could go"), and no guess ("it could be")."""
    following = tree.text[modal.end : modal.end + 4]
    return fold(modal.of(tree.text)) in cues().able and following not in (" be ", " hav")


def _quoted_share(annotated: Annotated, extent: Extent, said: list[Quotation]) -> float:
    found = words(annotated.report.text, extent.start, extent.end)
    inside = sum(any(q.start <= w.start < q.end for q in said) for w in found)
    return inside / max(1, len(found))


def _breaks_down(tree: Tree, head: int) -> bool:
    """Whether something only fails or declines, as valves and numbers do, and does not fail to do anything or in
    anything, nor decline to do or to take it."""
    if tree.tokens[head].upos != "VERB":
        return True
    if tree.lower[head].startswith("declin"):
        return tree.child(head, "xcomp", "obj", "ccomp") is None and tree.child(head, "nsubj") is not None
    if not tree.lower[head].startswith("fail") or tree.child(head, "xcomp", "advcl", "acl") is not None:
        return False
    cases = ((c, k) for c in tree.children[head] for k in tree.children[c] if tree.tokens[c].deprel == "obl")
    return not any(tree.lower[k] in ("in", "at") and tree.tokens[c].upos == "NOUN" for c, k in cases)


HALF = frozenset("only just merely simply solely infrequently uncommon uncommonly unlike unusual least alone".split())
"""Words before which "not" takes nothing back: "not only in November", "not uncommon"."""
SURE = frozenset("question doubt secret wonder surprise coincidence mistake".split())
"""Nouns of which there is none where something is sure: "no question that it fell"."""
WAYS = frozenset("choice option alternative way".split())
"""Nouns of which there is none "but" what is then done."""


def _takes_back(tree: Tree, negation: int) -> bool:
    """Whether a negation tells that something is not so: not in "not only", "hundreds if not thousands", "no doubt"."""
    following, before = tree.lower[negation + 1 : negation + 2], tree.lower[negation - 1 : negation]
    head = tree.tokens[negation].head
    sure = tree.lower[negation] == "no" and head >= 0 and tree.lower[head] in SURE
    sure = sure or (head >= 0 and tree.lower[head] in WAYS and _before_but(tree.lower[head + 1 : head + 4]))
    return not (sure or before == ["if"] or (following and following[0] in HALF))


def _before_but(following: list[str]) -> bool:
    return "but" in following and "," not in following[: following.index("but")]


def polarity(annotated: Annotated, extent: Extent) -> Polarity:
    """Whether what stands at an extent is told to be so or not to be so: negations of its main clause, counted."""
    tree = _prepared(annotated).tree
    table = cues()
    inside = tree.inside(extent)
    if not inside:
        return "affirmed"
    held = set(inside)
    head = min((i for i in inside if tree.tokens[i].head not in held), key=lambda i: (tree.depth[i], i))
    count = int(tree.lower[head] in table.failing and not _breaks_down(tree, head))
    above = withheld.over(tree, inside)
    count += above is not None and not withheld.doubted(tree, above)  # "no evidence that it fell"
    # "Neither said nor written that …", "has not paid or left": the negation stands outside of what tells it.
    nor = any(tree.lower[c] == "nor" and tree.tokens[c].deprel == "cc" and c not in held for c in tree.children[head])
    count += nor or any(tree.lower[c] in NEGATING and c not in held for c in shared(tree, head))
    first = min(inside)
    before = first > 0 and first - 1 in tree.children[head] and tree.lower[first - 1] in NEGATING
    count += before and above is None  # "did not | answer"
    for c in tree.children[head]:
        if c not in held:
            continue
        deprel = tree.tokens[c].deprel.split(":")[0]
        word = tree.lower[c].replace("’", "'")
        if word in table.negations and deprel in ("advmod", "det", "cc", "obj", "nsubj"):
            count += _takes_back(tree, c)
        elif deprel in ("nsubj", "obj", "aux") or word == "once":  # "not once has she asked"
            count += any(tree.lower[k] in _NO and _takes_back(tree, k) for k in tree.children[c] if k in held)
    return "negated" if count % 2 else "affirmed"
