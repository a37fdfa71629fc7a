"""Names: persons, organisations, places, and other (events, laws, products, nationalities)."""

from typing import cast

import numpy as np

from crossread.annotate.decoding import spans, viterbi
from crossread.annotate.encoder import Parsed, SyntaxGraph
from crossread.model.annotated import Entity, EntityKind
from crossread.model.span import Extent

_BANNED = -1e4


class Names:
    """Decodes name tags of a sentence's words."""

    def __init__(self, graph: SyntaxGraph) -> None:
        self._tags: list[str] = graph.heads["names"].tolist()
        self._transition = graph.heads["transition"]
        self._start = np.array([_BANNED if t.startswith("I-") else 0.0 for t in self._tags], np.float32)

    def find(self, parsed: Parsed, words: list[Extent]) -> list[Entity]:
        """The names of one sentence, in order."""
        if parsed.names.argmax(1).max(initial=0) == 0:
            return []
        path = viterbi(parsed.names, self._transition, self._start)
        return [
            Entity(words[first].start, words[last - 1].end, cast(EntityKind, kind))
            for first, last, kind in spans(path, self._tags)
        ]
