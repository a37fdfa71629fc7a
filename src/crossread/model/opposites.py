"""Predicates that are each other's opposites: of one thing not both can be told."""

from collections.abc import Collection

from crossread.model.stems import stem

_TABLE = """
accept reject, accept refuse, accept decline, agree refuse, agree decline, approve reject, win lose, won lost,
open close, opened closed, open seal, close reopen, open lock, open locked, open shut, lock unlock,
rise fall, rose fell, increase decrease, increase reduce, begin end, start stop,
arrive leave, survive die, survived died, succeed fail, pass fail, guilty innocent, convict acquit, arrest release,
allow ban, lift impose, dead alive, resume suspend, reopen close, intact damaged, safe unsafe, legal illegal,
partial full, partially fully, before after, confirm deny, extend shorten, hire dismiss, keep drop, join quit,
raise cut, raise lower, gain lose, buy sell, first last, present absent, attend boycott, support oppose,
backed opposed, public private, voluntary forced, accident attack
"""
OPPOSITES = frozenset(
    frozenset((stem(a), stem(b)))
    for a, b in (entry.split() for entry in _TABLE.replace("\n", " ").split(",") if entry.strip())
)
"""Pairs of stems."""


def opposed(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether one of two sets of stems holds a word, and the other its opposite, that the other set lacks."""
    one, other = set(mine) - set(theirs), set(theirs) - set(mine)
    return any(frozenset((a, b)) in OPPOSITES for a in one & OPPOSABLE for b in other & OPPOSABLE)


OPPOSABLE = frozenset(s for pair in OPPOSITES for s in pair)
"""Stems that have an opposite."""
