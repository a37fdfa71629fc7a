"""Demanded: clauses that tell what somebody wants done, and of nothing that it was done."""

from crossread.model.tree import Tree

DEMANDING = frozenset(
    """demand demands demanded demanding urge urges urged urging recommend recommends recommended recommending propose
    proposes proposed proposing request requests requested requesting require requires required requiring order orders
    ordered ordering ask asks asked asking proposal proposals recommendation recommendations requirement plea
    motion""".split()
)
"""Words after which "that" tells what somebody wants."""


def demanded(tree: Tree, head: int) -> int | None:
    """Before which verb of a clause, by its head, "should" is understood: it tells what is demanded ("demanded that
    Malta [should] release the ship"); None where it is said or nothing is demanded."""
    token = tree.tokens[head]
    over = token.head
    if over < 0 or token.deprel not in ("ccomp", "acl", "acl:relcl") or tree.lower[over] not in DEMANDING:
        return None
    tied = any(tree.lower[c] == "that" and tree.tokens[c].deprel == "mark" for c in tree.children[head])
    if not tied or tree.subject(head) is None:
        return None
    helping = [c for c in tree.children[head] if tree.tokens[c].deprel in ("aux", "aux:pass", "cop")]
    if helping:
        return helping[0] if tree.lower[helping[0]] == "be" else None
    bare = token.upos == "VERB" and not tree.lower[head].endswith(("s", "ed", "ing"))
    return head if bare else None
