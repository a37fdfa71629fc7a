"""compare: claims to conflicts, one kind a file. A new kind is one new file and one line here."""

from collections.abc import Callable, Iterator, Sequence

import msgspec

from crossread.compare import (
    ages,
    contradictions,
    dates,
    denials,
    names,
    numbers,
    outcomes,
    places,
    quotations,
    roles,
    sequences,
    wrongdoing,
)
from crossread.compare.pairs import Wordings
from crossread.model.conflict import Conflict
from crossread.model.story import Story
from crossread.model.vector import Embed, ScorePairs

KINDS: tuple[Callable[[Story, Embed], list[Conflict]], ...] = (dates.find, numbers.find, quotations.find)
"""Kinds that look at times, figures and quotations."""
WORDED: tuple[Callable[[Wordings], list[Conflict]], ...] = (
    denials.find,
    roles.find,
    ages.find,
    names.find,
    places.find,
    sequences.find,
    outcomes.find,
    wrongdoing.find,
)
"""Kinds that look at the mentions' wordings, which are prepared once for all of them."""
SEVERITIES = ("conflict", "tension", "refinement")


def find(story: Story, embed: Embed, ask: ScorePairs) -> tuple[Conflict, ...]:
    """Every conflict of every kind, the gravest first, guesses after what rules find, with ids."""
    wordings = Wordings(story, embed)
    found = [c for finder in KINDS for c in finder(story, embed)]
    found += [c for worded in WORDED for c in worded(wordings)]
    found += contradictions.find(wordings, ask, found)
    found.sort(key=lambda c: (c.guess, SEVERITIES.index(c.severity), c.kind, c.sides[0].mentions[0], c.explanation))
    found = list(_once(found, wordings))
    return tuple(msgspec.structs.replace(c, id=f"x{n:03d}") for n, c in enumerate(found, 1))


def _once(found: Sequence[Conflict], wordings: Wordings) -> Iterator[Conflict]:
    """The gravest of those of one kind whose sides stand in the same sentences: "the firm denied that its wagons were
    left" and "its wagons were left" are two claims of one sentence, and part from another report once."""
    seen: set[tuple[str, frozenset[tuple[str, int]]]] = set()
    for c in found:
        spans = [side.mentions[0] for side in c.sides]
        places = frozenset((s.report, wordings.trees[s.report].sentence_number(s.start)) for s in spans)
        values = frozenset((side.value, 0) for side in c.sides) if c.kind in ("number", "date") else frozenset()
        if len(places) < len(spans) or (c.kind, places | values) not in seen:
            seen.add((c.kind, places | values))
            yield c


__all__ = ["KINDS", "WORDED", "find"]
