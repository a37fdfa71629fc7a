"""Parts of speech and dependencies (Universal Dependencies 2, full relation subtypes); always a tree."""

import numpy as np

from crossread.annotate.decoding import tree
from crossread.annotate.encoder import Parsed, SyntaxGraph
from crossread.model.annotated import Token
from crossread.model.span import Extent

_ROOT = "root"


class Syntax:
    """Turns what the syntax graph says into tokens; small relation weights live beside the graph."""

    def __init__(self, graph: SyntaxGraph) -> None:
        heads = graph.heads
        self._upos: list[str] = heads["upos"].tolist()
        self._relations: list[str] = heads["relations"].tolist()
        self._weight, self._bias = heads["weight"], heads["bias"]
        self._root = self._relations.index(_ROOT)

    def tokens(self, parsed: Parsed, words: list[Extent], offset: int) -> list[Token]:
        """Tokens of one sentence; ``offset`` is the index of its first token in the report."""
        heads = tree(parsed.arcs)
        tags = parsed.upos.argmax(1).tolist()
        scores = np.maximum(parsed.dependents + parsed.heads[heads], 0) @ self._weight + self._bias
        scores[:, self._root] = -np.inf
        relations = scores.argmax(1).tolist()
        return [
            Token(
                word.start,
                word.end,
                self._upos[tag],
                head - 1 + offset if head else -1,
                self._relations[relation] if head else _ROOT,
            )
            for word, tag, head, relation in zip(words, tags, heads, relations, strict=True)
        ]
