"""Stretches of a sentence that could be claim units: what hangs on one word of its tree, cut at its dependents."""

import re
from collections.abc import Iterator, Set
from typing import NamedTuple

from crossread.model.annotated import Annotated, Sentence
from crossread.model.span import Extent
from crossread.model.tree import Tree

CUTS = frozenset(
    {
        "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "appos", "ccomp", "conj", "csubj", "dep", "list",
        "nmod", "nmod:tmod", "nmod:unmarked", "obj", "obl", "obl:agent", "obl:npmod", "obl:tmod", "obl:unmarked",
        "orphan", "parataxis", "xcomp",
    }
)  # fmt: skip
"""Relations (UD v2) before and after whose dependents a stretch may end."""
COMPLETING = frozenset({"obj", "xcomp", "csubj", "obl:agent", "nmod:unmarked", "obl:npmod", "dep"})
"""Relations before whose dependents a stretch may not end."""
INSEPARABLE = frozenset({"aux", "aux:pass", "cop", "det", "amod", "compound", "nummod", "flat", "nmod:poss", "advmod"})
"""Relations of what stands before a word and never stays behind without it."""
NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "ADJ", "PRON", "ADV", "X", "SYM", "INTJ"})
"""Word classes, verbs apart, that a stretch may hang on."""
MINOR = frozenset(
    {
        "compound", "flat", "amod", "nummod", "det", "case", "mark", "cc", "punct", "aux", "aux:pass", "cop",
        "advmod", "fixed", "nmod:poss", "goeswith", "discourse", "expl",
    }
)  # fmt: skip
"""Relations of words too slight for a stretch to hang on."""


class Candidate(NamedTuple):
    """Tokens ``first:last`` (last exclusive), which hang on ``head``."""

    first: int
    last: int
    head: int


class Reach:
    """Of each token, the first token below it (``low``) and one past the last (``high``), and the latter without
    punctuation (``solid``): a comma is at times hung on a word before what stands between."""

    def __init__(self, tree: Tree) -> None:
        count = len(tree.tokens)
        self.low, self.high, self.solid = list(range(count)), list(range(1, count + 1)), list(range(1, count + 1))
        for i in sorted(range(count), key=lambda i: -tree.depth[i]):
            head = tree.tokens[i].head
            if head >= 0:
                self.low[head] = min(self.low[head], self.low[i])
                self.high[head] = max(self.high[head], self.high[i])
                if tree.tokens[i].upos != "PUNCT":
                    self.solid[head] = max(self.solid[head], self.solid[i])


def find(tree: Tree, sentence: Sentence, reach: Reach, torn: Set[int] = frozenset()) -> list[Candidate]:
    """The candidates of a sentence in order of place; of two heads of one stretch the one nearer to the root stands.

    None begins or ends before a token of ``torn``.
    """
    found: dict[tuple[int, int], int] = {}
    for head in range(sentence.first, sentence.last):
        if not _carries(tree, head):
            continue
        ends = [b for b in _right(tree, reach, head) if b > head]
        for a in _left(tree, reach, head):
            for b in ends:
                first, last = trim(tree, a, b)
                if first in torn or last in torn:
                    continue
                known = found.get((first, last))
                if first <= head < last and (known is None or tree.depth[head] < tree.depth[known]):
                    found[first, last] = head
    return [Candidate(first, last, head) for (first, last), head in sorted(found.items())]


def inside_of(annotated: Annotated, tree: Tree) -> set[int]:
    """The tokens before which nothing may be cut: those amid a time expression, a quantity, or a word with hyphens."""
    wholes = [(t.start, t.end) for t in annotated.times] + [(q.start, q.end) for q in annotated.quantities]
    out = {i for start, end in wholes for i in tree.inside(Extent(start, end))[1:]}
    amid_words = {place for m in HYPHENED.finditer(tree.text) for place in (m.end(), m.end() + 1)}
    return out | {i for i in range(1, len(tree.tokens)) if tree.tokens[i].start in amid_words}


HYPHENED = re.compile(r"\w(?=[-‑]\w)")
"""What stands before a hyphen that ties two tokens to one word; a dash or a bullet ties none."""


def _carries(tree: Tree, head: int) -> bool:
    """Whether a stretch may hang on a word: on a predicate, and on a noun that is not part of another's name."""
    token = tree.tokens[head]
    if token.upos == "PUNCT":
        return False
    if tree.is_clause(head):
        return True
    day = token.deprel == "advmod" and token.upos in ("NOUN", "PROPN")
    return token.upos in NOMINAL and (day or token.deprel not in MINOR)


def _left(tree: Tree, reach: Reach, head: int) -> list[int]:
    """Where a stretch may begin: with all that stands before its head, or after one of its dependents there."""
    out = {reach.low[head]}
    for child in tree.children[head]:
        deprel = tree.tokens[child].deprel
        heavy = deprel == "advmod" and reach.high[child] - reach.low[child] > 1
        if child > head or (deprel in INSEPARABLE and not heavy):
            continue
        if deprel != "punct":
            out.add(reach.low[child])
        out.add(min(reach.high[child], head))
    return sorted(i for i in out if i <= head)


def _right(tree: Tree, reach: Reach, head: int) -> list[int]:
    """Where a stretch may end: before or after anything that hangs on it, near or far, to the right of its head."""
    out = {reach.high[head], reach.solid[head]}
    for below in _below(tree, reach, head):
        if below > head and tree.tokens[below].deprel in CUTS and reach.low[below] > head:
            inside = _in_relative(tree, below, head)
            if not inside:
                out.add(reach.high[below])
            if not inside and not _completes(tree, below):
                out.add(reach.low[below])
    return sorted(out)


def _in_relative(tree: Tree, token: int, head: int) -> bool:
    """Whether a cut at a dependent would tear a relative clause below the head ("adults born | in 1975")."""
    if tree.tokens[token].deprel in LOOSE:
        return False
    above = tree.tokens[token].head
    while above != head and above >= 0:
        if tree.tokens[above].deprel in ("acl", "acl:relcl"):
            return True
        above = tree.tokens[above].head
    return False


LOOSE = frozenset({"conj", "advcl", "advcl:relcl", "parataxis"})
"""Relations of what may be cut off anywhere."""


def _completes(tree: Tree, token: int) -> bool:
    """Whether what stands before a dependent is unfinished without it: a verb without its object, "head" of what."""
    deprel = tree.tokens[token].deprel
    case = tree.child(token, "case")
    of = deprel == "nmod" and case is not None and tree.lower[case] == "of"
    free = deprel == "acl:relcl" and tree.lower[tree.tokens[token].head] in FREE
    return deprel in COMPLETING or of or free or _only_complement(tree, token)


FREE = frozenset({"what", "whatever", "whoever"})
"""Pronouns that are nothing without the relative clause behind them ("it cut what | it spends")."""


def _only_complement(tree: Tree, token: int) -> bool:
    """The phrase right behind an active verb that has no object ("coincided | with the strike")."""
    head = tree.tokens[token].head
    if tree.tokens[token].deprel != "obl" or tree.tokens[head].upos != "VERB":
        return False
    relations = {tree.tokens[i].deprel for i in tree.children[head]}
    between = min(tree.subtree(token)) - head
    return between == 1 and not relations & {"obj", "aux:pass", "nsubj:pass", "ccomp", "xcomp"}


def _below(tree: Tree, reach: Reach, head: int) -> Iterator[int]:
    stack = [head]
    while stack:
        for child in tree.children[stack.pop()]:
            if reach.high[child] > head:
                yield child
                stack.append(child)


def trim(tree: Tree, first: int, last: int) -> tuple[int, int]:
    """A stretch without punctuation and conjunctions at its edges, nor words at its end that open what follows."""
    tokens = tree.tokens
    while first < last and (tokens[first].upos == "PUNCT" or _joins(tree, first) or _ties(tree, first)):
        first += 1
    while last > first and (tokens[last - 1].upos in EDGES or tokens[last - 1].deprel in ("cc", "mark", "case")):
        last -= 1
    while last > first and tokens[last - 1].deprel in AHEAD and tokens[last - 1].head >= last:
        last -= 1
    return first, last


EDGES = frozenset({"PUNCT", "CCONJ"})
"""Word classes that no stretch ends on."""
AHEAD = frozenset({"aux", "aux:pass", "cop", "det", "advmod"})
"""Relations of words that no stretch ends on where what they belong to lies beyond it ("had not |")."""


def _joins(tree: Tree, i: int) -> bool:
    """Whether a word only joins what follows to what stands before; "nor" negates it too."""
    return tree.tokens[i].deprel == "cc" and tree.lower[i] not in ("nor", "neither")


def _ties(tree: Tree, i: int) -> bool:
    """Whether a word is the "that" of a complement clause; as a pronoun it is part of what is told."""
    return tree.lower[i] == "that" and tree.tokens[i].deprel == "mark"
