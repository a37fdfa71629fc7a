"""Names: persons, organisations, places, and other (events, laws, products, nationalities)."""

import calendar
from collections.abc import Sequence
from typing import cast

import numpy as np

from crossread.annotate.decoding import spans, viterbi
from crossread.annotate.encoder import Parsed, SyntaxGraph
from crossread.model.annotated import Entity, EntityKind
from crossread.model.span import Extent

_BANNED = -1e4
_CALENDAR = frozenset(name.lower() for name in (*calendar.month_name, *calendar.day_name) if name)
_BEFORE_DATES = frozenset(
    {"in", "on", "by", "since", "until", "till", "last", "next", "this", "of", "early", "late", "from", "to", "before"}
    | {"after", "during", "through", "between", "and", "every", "each", "for", "-", "mid", ","}
)


class Names:
    """Decodes name tags of a sentence's words."""

    def __init__(self, graph: SyntaxGraph) -> None:
        self._tags: list[str] = graph.heads["names"].tolist()
        self._transition = graph.heads["transition"]
        self._start = np.array([_BANNED if t.startswith("I-") else 0.0 for t in self._tags], np.float32)

    def find(self, parsed: Parsed, words: list[Extent], told: Sequence[str]) -> list[Entity]:
        """The names of one sentence, in order; ``told`` are the words themselves."""
        if parsed.names.argmax(1).max(initial=0) == 0:
            return []
        path = viterbi(parsed.names, self._transition, self._start)
        return [
            Entity(words[first].start, words[last - 1].end, cast(EntityKind, kind))
            for first, last, kind in spans(path, self._tags)
            if last - first > 1 or not _dates(told, first)
        ]


def _dates(told: Sequence[str], at: int) -> bool:
    """Whether a word is a month or a weekday where only a time is told: a person may be called so elsewhere."""
    return told[at].lower() in _CALENDAR and (not at or told[at - 1].lower() in _BEFORE_DATES)
