"""Who cannot have said what a sentence seems to put in their mouths."""

from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.saying import Saying

DEEDS = frozenset(
    """gesture move decision step silence absence smile nod shrug handshake visit trip attack strike blast vote result
    success failure arrival departure death arrest presence appearance""".split()
)
"""Nouns of what shows or confirms something and says nothing."""
TIMES = frozenset(
    """yesterday today tomorrow tonight earlier later now then monday tuesday wednesday thursday friday saturday sunday
    january february march april may june july august september october november december""".split()
)
"""Words that tell when, and stand where a speaker might ("he said yesterday")."""


def is_mute(tree: Tree, saying: Saying) -> bool:
    """Whether a saying's source is no speaker of it: a deed, a day, one who is spoken to, whom the law speaks of, or a
    word of what is said."""
    if saying.source is None:
        return False
    inside = tree.inside(saying.source)
    top = tree.top(inside)
    if top is None:
        return False
    return (
        (tree.tokens[top].upos == "NOUN" and tree.lower[top] in DEEDS)
        or all(tree.lower[i] in TIMES for i in inside)
        or _is_told(tree, saying.cue)
        or _is_under_law(tree, inside)
        or any(c.covers(saying.source) and not c.covers(saying.cue) for c in saying.content)
    )


def _is_told(tree: Tree, cue: Extent) -> bool:
    """ "Thousands told to leave": who is told says nothing."""
    words = tree.inside(cue)
    after = words[-1] + 1 if words else len(tree.lower)
    return bool(words) and tree.lower[words[-1]] == "told" and tree.lower[after : after + 1] == ["to"]


def _is_under_law(tree: Tree, source: list[int]) -> bool:
    """ "Illegal for an official to use it"."""
    first, last = source[0], source[-1]
    return tree.lower[max(0, first - 1) : first] == ["for"] and tree.lower[last + 1 : last + 2] == ["to"]
