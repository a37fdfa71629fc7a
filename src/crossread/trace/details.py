"""Details: the words of a mention that tell when, where, or how many.

"Three cables were cut off Sicily on Friday" is one claim for its report; another tells the cut and no day, a third the
day and no place. What stands behind the day, the place and the figure is therefore looked at apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from crossread.model.annotated import Annotated
from crossread.model.detail import Detail, DetailKind
from crossread.model.quantity import Quantity
from crossread.model.span import Extent
from crossread.model.time import TimeExpression
from crossread.model.tree import Tree
from crossread.model.words import DAY_NAMES
from crossread.trace.propositions import Propositions
from crossread.trace.units import Unit

DAYS = frozenset({"day", "time", "weekend", "week", "month"})
"""Granularities that tell a day, or few: what was "this year" is told of everything."""
ADJACENT = 2
"""Tokens by which a figure's noun and its verb are next to one another: an adverb may stand between."""


class Part(NamedTuple):
    """Tokens ``first`` to ``last`` (inclusive) of a mention, what they tell, and the word that they hang on."""

    kind: DetailKind
    value: str
    first: int
    last: int
    head: int


def find(annotated: Annotated, tree: Tree, units: Sequence[Unit], propositions: Propositions) -> tuple[Detail, ...]:
    """The details of a report's mentions (of those that are clauses, phrases or quotations), in order of mention."""
    out = []
    for number, told in enumerate(units):
        inside = set(tree.inside(told.extent))
        if told.kind == "role" or not inside:
            continue
        parts = dict.fromkeys((*_days(annotated, tree, told, inside), *_figures(annotated, tree, inside)))
        parts |= dict.fromkeys(_places(annotated, tree, inside))
        for part in _once(parts):
            start, end = tree.tokens[part.first].start, tree.tokens[part.last].end
            unit = _unit(tree, part, start, end)
            out.append(Detail(number, part.kind, part.value, start, end, propositions.of(unit), unit.kind))
    return tuple(out)


def _once(parts: dict[Part, None]) -> Iterator[Part]:
    """Of two parts that tell the same the longer ("at 10 am" and "on Friday", both of Friday)."""
    best: dict[tuple[str, str], Part] = {}
    for part in parts:
        known = best.get((part.kind, part.value))
        if known is None or part.last - part.first > known.last - known.first:
            best[part.kind, part.value] = part
    yield from best.values()


def _unit(tree: Tree, part: Part, start: int, end: int) -> Unit:
    tokens = tuple(range(part.first, part.last + 1))
    return Unit(start, end, part.head, "clause" if tree.is_clause(part.head) else "phrase", tokens)


def _days(annotated: Annotated, tree: Tree, told: Unit, inside: set[int]) -> Iterator[Part]:
    """The verb with the day that it is told of."""
    for time in annotated.dated:
        tokens = tree.inside(Extent(time.start, time.end))
        if time.granularity in DAYS and not _is_clock(time) and tokens and inside.issuperset(tokens):
            top = min(tokens, key=tree.depth.__getitem__)
            head = _governor(tree, top, told, inside)
            cases = (c for c in tree.children[top] if tree.tokens[c].deprel == "case" and c in inside)
            some = [*_group(tree, head, inside), *tokens, *cases]
            yield Part("when", f"{time.earliest}/{time.latest}", min(some), max(some), head)


def _is_clock(time: TimeExpression) -> bool:
    """Whether it tells an hour and names no day."""
    return time.clock is not None and not any(word.strip(",.") in DAY_NAMES for word in time.text.lower().split())


def _governor(tree: Tree, token: int, told: Unit, inside: set[int]) -> int:
    """The word of a mention that a time hangs on."""
    above = (i for i in tree.ancestors(token) if tree.tokens[i].upos in ("VERB", "NOUN", "PROPN", "ADJ"))
    found = next(above, told.head)
    return found if found in inside else told.head


def _group(tree: Tree, head: int, inside: set[int]) -> list[int]:
    """A word with what makes a verb with it, inside a mention."""
    return [head, *(c for c in tree.verb_group(head) if c in inside)]


def _places(annotated: Annotated, tree: Tree, inside: set[int]) -> Iterator[Part]:
    """The verb with the places that it is told of."""
    phrases: dict[int, list[int]] = defaultdict(list)
    names: dict[int, set[str]] = defaultdict(set)
    for place in (e for e in annotated.entities if e.kind == "place"):
        tokens = tree.inside(Extent(place.start, place.end))
        phrase = _phrase(tree, tokens[0], inside) if tokens and inside.issuperset(tokens) else None
        if phrase is not None:
            head = tree.tokens[phrase].head
            phrases[head].append(phrase)
            names[head] |= {tree.lower[i] for i in tokens if tree.tokens[i].upos == "PROPN"}
    for head, tops in phrases.items():
        below = [i for top in tops for i in tree.subtree(top) if i in inside]
        some = [*_group(tree, head, inside), *below]
        if names[head] and tree.tokens[head].upos == "VERB":
            yield Part("where", ", ".join(sorted(names[head])), min(some), max(some), head)


def _phrase(tree: Tree, name: int, inside: set[int]) -> int | None:
    """The phrase of place on a verb that a name stands in ("off the coast of | Sicily"), or None."""
    above = (i for i in (name, *tree.ancestors(name)) if tree.tokens[i].deprel.split(":")[0] in ("obl", *NO_PLACE))
    found = next(above, None)
    if found is None or found not in inside or tree.tokens[found].head not in inside:
        return None
    case = tree.child(found, "case")
    placing = tree.tokens[found].deprel == "obl" and case is not None and tree.lower[case] in SPATIAL
    return found if placing else None


NO_PLACE = frozenset("nsubj obj iobj csubj ccomp xcomp acl advcl parataxis root".split())
"""Relations of words above which a name places nothing: who does it and to whom, and clauses of their own."""
SPATIAL = frozenset(
    """in at on near off outside inside into from to toward towards through throughout via between across around along
    over under beside behind beyond within above below""".split()
)
"""Words before a place; "with Singapore", "for Egypt" place nothing."""


def _figures(annotated: Annotated, tree: Tree, inside: set[int]) -> Iterator[Part]:
    """The figure with what it counts, and with the verb beside it."""
    for q in annotated.quantities:
        if not q.counted or q.counted_start is None or q.counted_end is None:
            continue
        tokens = tree.inside(Extent(min(q.start, q.counted_start), max(q.end, q.counted_end)))
        if not tokens or not inside.issuperset(tokens):
            continue
        first, last = min(tokens), max(tokens)
        noun = min(tokens, key=tree.depth.__getitem__)
        verb = tree.tokens[noun].head
        if verb in inside and tree.tokens[verb].upos == "VERB":
            group = _group(tree, verb, inside)
            deprel = tree.tokens[noun].deprel
            if deprel.startswith("nsubj") and 0 < min(group) - last <= ADJACENT:
                last = max(group)
            elif deprel == "obj" and 0 < first - max(group) <= ADJACENT:
                first = min(group)
        yield Part("how many", _figure(q), first, last, verb if verb in range(first, last + 1) else noun)


def _figure(q: Quantity) -> str:
    """A figure and what it counts, as what another telling of it must share."""
    return f"{q.min}-{q.max} {q.unit or ''} {q.noun}"
