"""Complements: what stands right behind a clause's unit and belongs to it, without which the clause breaks off."""

from crossread.model.quotation import MARKS
from crossread.model.tree import Tree
from crossread.trace.phrases import ASKING

COMPLETING = frozenset({"obl", "obj", "iobj", "xcomp", "advmod", "nmod", "acl"})
"""Relations, without their subtypes, of what completes a word: "referred [to the mayor]", "plans [to close it]"."""
LOOSE = frozenset({"obl", "advmod"})
"""Those of them that may hang on the verb of saying above as well."""
BREAKING = frozenset({"acl:relcl", "advcl", "parataxis", "appos"})
"""Relations at which a complement ends: what follows is told in a clause of its own."""
UNENDING = frozenset({"PRON", "DET", "ADP", "SCONJ", "AUX", "CCONJ"})
"""Classes of words that nothing told ends with."""
LONGEST = 24
"""Tokens of a complement at the most; a longer one is a telling of its own."""


def complement(tree: Tree, head: int, tokens: list[int]) -> list[int]:
    """The tokens right behind a unit's that complete it ("Orlan announced plans [to close the mill]"), up to the next
    comma; [] where the unit ends with its clause or a mark, or what follows only goes on with another thing told. Of
    what somebody said, only what hangs on a noun or an object: the rest may tell when or where it was said ("he claimed
    that Reen founded it on Wednesday")."""
    within = set(tokens)
    out: list[int] = []
    start = tokens[-1] + 1 if tokens else 0
    over = tree.tokens[head].head
    said = tree.tokens[head].deprel in ("ccomp", "acl") and over >= 0 and tree.child(head, "mark", "nsubj") is not None
    completing = COMPLETING - LOOSE if said else COMPLETING
    while len(out) < LONGEST and (piece := _piece(tree, within, start, completing)):
        out += piece
        within |= set(piece)
        start = piece[-1] + 1
    return [t for t in out if tree.words[t] not in MARKS] if 0 < len(out) <= LONGEST else []


def _piece(tree: Tree, within: set[int], start: int, completing: frozenset[str]) -> list[int]:
    """The next tokens that a word within completes itself with."""
    first = start
    while first < len(tree.tokens) and tree.words[first] in MARKS:
        first += 1
    if first >= len(tree.tokens) or tree.tokens[first].upos in ("PUNCT", "CCONJ"):
        return []
    head = first
    while (over := tree.tokens[head].head) >= 0 and over not in within:
        head = over
    below = tree.subtree(head)
    completes = tree.tokens[head].deprel.split(":")[0] in completing and tree.tokens[head].deprel not in BREAKING
    if over < 0 or over > start or not completes or min(below) < start:
        return []
    heavy = {t for c in below if c != head and _breaks(tree, c) for t in tree.subtree(c)}
    ends = (t for t in range(start, below[-1] + 1) if t in heavy or (t > head and _stops(tree, t)))
    last = next(ends, below[-1] + 1)
    while last > start and last <= below[-1] and _unending(tree, last - 1):
        last -= 1
    return list(range(start, last)) if head < last else []


def _unending(tree: Tree, token: int) -> bool:
    return tree.tokens[token].upos in UNENDING or tree.lower[token] in ASKING


def _breaks(tree: Tree, token: int) -> bool:
    deprel = tree.tokens[token].deprel
    return deprel in BREAKING or (deprel == "conj" and tree.is_clause(token))


def _stops(tree: Tree, token: int) -> bool:
    """Whether a mark ends a complement: not a quotation mark, a hyphen, or a comma within a list of nouns."""
    if tree.tokens[token].upos != "PUNCT" or tree.words[token] in MARKS or tree.words[token] == "-":
        return False
    over = tree.tokens[token].head
    return tree.tokens[over].deprel != "conj" or tree.is_clause(over)
