"""Acts in public: a mention that tells what somebody said or did by saying it, in the report's own voice.

"The ministry banned the drug" stands on the ministry's act however many reports tell it, as an utterance does.
"""

from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.cues import cues
from crossread.trace.speakers import is_headline_passive

_UP = frozenset({"xcomp", "conj", "advcl", "acl", "ccomp"})
# Verbs up from the mention's own in which the one who acts is sought.
STEPS = 3


def performer(tree: Tree, extent: Extent) -> Extent | None:
    """Where the one is named whose public act or utterance a mention tells, or None."""
    inside = tree.inside(extent)
    held = set(inside)
    heads = [i for i in inside if tree.tokens[i].head not in held]
    if not heads:
        return None
    head = min(heads, key=lambda i: (tree.depth[i], i))
    table = cues()
    word = tree.lower[head]
    if tree.tokens[head].upos != "VERB" or not (word in table.acts or (word in table.say and word not in table.weak)):
        return None
    if is_headline_passive(tree, head) and word != "ordered":
        return None  # "Reen charged with murder"
    subject = _subject(tree, head)
    return None if subject is None else tree.extent(_named(tree, subject))


def _subject(tree: Tree, verb: int) -> int | None:
    for _ in range(STEPS):
        found = tree.child(verb, "nsubj")
        if found is not None:
            return found
        agent = tree.child(verb, "obl:agent")
        if agent is not None:
            return agent
        if tree.child(verb, "nsubj:pass") is not None or tree.tokens[verb].deprel not in _UP:
            return None
        verb = tree.tokens[verb].head
        if tree.tokens[verb].upos in ("NOUN", "PROPN"):
            return None
    return None


def _named(tree: Tree, noun: int) -> list[int]:
    cut = [c for c in tree.children[noun] if tree.tokens[c].deprel in ("acl:relcl", "acl", "parataxis", "conj")]
    return tree.subtree(noun, without=cut)
