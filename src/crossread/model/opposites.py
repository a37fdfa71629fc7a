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

OPPOSABLE = frozenset(s for pair in OPPOSITES for s in pair)
"""Stems that have an opposite."""


def opposed(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether one of two sets of stems holds a word, and the other its opposite, that the other set lacks."""
    one, other = set(mine) - set(theirs), set(theirs) - set(mine)
    return any(frozenset((a, b)) in OPPOSITES for a in one & OPPOSABLE for b in other & OPPOSABLE)


UPWARD = frozenset(
    map(
        stem,
        "rise rose risen increase surge jump climb soar gain recover rally rebound grow grew higher upward".split(),
    )
)
DOWNWARD = frozenset(
    map(
        stem,
        """fall fell fallen drop decline plunge slump slide slid sink sank tumble decrease plummet shrink shrank lower
        downward""".split(),
    )
)
"""Stems of what goes up and of what goes down: an index, a price, a water level. Not "up" and "down" themselves: "up to
15 people" and "broke down" tell of neither."""


def part_ways(mine: Collection[str], theirs: Collection[str]) -> bool:
    """Whether one of two sets of stems only tells of going up and the other only of going down."""
    one, other = (_ways(stems) for stems in (mine, theirs))
    return {one, other} == {"up", "down"}


def _ways(stems: Collection[str]) -> str:
    up, down = not UPWARD.isdisjoint(stems), not DOWNWARD.isdisjoint(stems)
    return "" if up == down else "up" if up else "down"
