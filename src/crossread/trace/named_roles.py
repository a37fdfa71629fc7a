"""Phrases that tell who a person is: "Senator X", "X, head of Y"."""

from collections.abc import Sequence

from crossread.model.tree import Tree
from crossread.trace.unit_candidates import Candidate

HONORIFICS = frozenset("mr mrs ms miss dr sir madam m mme monsieur señor señora herr frau".split())
"""Forms of address: they say nothing of what a person is."""
OWNING = frozenset({"'s", "’s", "'", "’"})
"""Words after a name that make it an owner ("Reen's offer"), who plays no part in what follows."""
ROLE_WORDS = frozenset({"NOUN", "PROPN"})
"""Word classes of which a role is made."""
NAMING = frozenset({"appos", "flat", "compound", "nmod:unmarked", "nmod:desc", "dep", "list"})
"""Relations by which a name hangs on the title that it stands beside, or the title on it."""
OPENING = frozenset({"ADP", "CCONJ", "SCONJ", "PRON", "AUX", "VERB", "PART"})
"""Word classes that no title ends with before the name, and no apposition behind it begins with."""


def name_in(tree: Tree, people: Sequence[tuple[int, ...]], c: Candidate) -> tuple[int, ...]:
    """The tokens of the name of the person whose role a stretch tells; () where it tells none."""
    if tree.is_clause(c.head) or tree.tokens[c.first].upos == "ADP":
        return ()
    others = [set(p) for p in people]
    for name in people:
        if name and c.first <= name[0] <= name[-1] < c.last and _whole(tree, name) and _tied(tree, name, c.head):
            elsewhere = {i for p in others if not p & set(name) for i in p}
            if _is_role(tree, _before(tree, name, c.first), True, elsewhere) or _is_role(
                tree, list(range(name[-1] + 1, c.last)), False, elsewhere
            ):
                return name
    return ()


def _whole(tree: Tree, name: tuple[int, ...]) -> bool:
    """Whether a name is told whole: no owner, and no part of a name with a hyphen."""
    last, following = name[-1], name[-1] + 1
    if following >= len(tree.tokens):
        return True
    beside = tree.tokens[last].end == tree.tokens[following].start
    return tree.words[following] not in OWNING and not (beside and tree.words[following].startswith("-"))


def _tied(tree: Tree, name: tuple[int, ...], head: int) -> bool:
    """Whether a name heads the stretch, or hangs on its head as names hang on titles."""
    top = tree.top(name)
    if top is None:
        return False
    return top == head or (tree.tokens[top].head == head and tree.tokens[top].deprel in NAMING)


def _before(tree: Tree, name: tuple[int, ...], first: int) -> list[int]:
    """What stands before a name, less "Mr." and its like, which tell nothing."""
    last = name[0]
    while last > first and is_honorific(tree.lower[last - 1]):
        last -= 1
    return list(range(first, last))


def is_honorific(word: str) -> bool:
    """Whether a word in lower case is a form of address."""
    return word.strip(".") in HONORIFICS


def _is_role(tree: Tree, tokens: list[int], before: bool, elsewhere: set[int]) -> bool:
    """Whether what stands on one side of a name can be a role: a noun in it, which is nobody else's name, and nothing
    that ties it to another word ("under Mr. X", "X and")."""
    inner = [i for i in tokens if tree.tokens[i].upos != "PUNCT"]
    if not inner:
        return False
    edge = tree.tokens[inner[-1 if before else 0]].upos
    top = tree.top(inner)
    noun = any(tree.tokens[i].upos in ROLE_WORDS for i in inner)
    return edge not in OPENING and noun and top not in elsewhere
