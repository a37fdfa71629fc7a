"""The dependency trees of one report, as rules walk them (Universal Dependencies, version 2)."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from crossread.model.annotated import Annotated, Sentence
from crossread.model.span import Extent

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
"""Classes of words that can tell something."""
VERB_GROUP = frozenset({"aux", "aux:pass", "cop", "compound:prt", "expl"})
"""Relations of the words that make a verb with its head."""
NEGATING = frozenset({"not", "n't", "n’t", "never"})
SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer")


class Tree:
    """Children, subtrees and words of the tokens of one report. Tokens are named by their index."""

    def __init__(self, annotated: Annotated) -> None:
        self.tokens = annotated.tokens
        self.sentences = annotated.sentences
        self.text = annotated.report.text
        self.words = [self.text[t.start : t.end] for t in self.tokens]
        self.lower = [w.lower() for w in self.words]
        self._starts = [t.start for t in self.tokens]
        self._sentence_starts = [s.start for s in self.sentences]
        self.children: list[list[int]] = [[] for _ in self.tokens]
        for i, token in enumerate(self.tokens):
            if token.head >= 0:
                self.children[token.head].append(i)

    @cached_property
    def depth(self) -> list[int]:
        """Steps from each token to its root."""
        out = [-1] * len(self.tokens)
        for start in range(len(self.tokens)):
            path = []
            i = start
            while i >= 0 and out[i] < 0:
                path.append(i)
                i = self.tokens[i].head
            base = out[i] if i >= 0 else -1
            for step, j in enumerate(reversed(path), 1):
                out[j] = base + step
        return out

    def child(self, head: int, *deprels: str) -> int | None:
        """The first child with one of the relations, or None."""
        return next((c for c in self.children[head] if self.tokens[c].deprel in deprels), None)

    def subtree(self, head: int, without: Iterable[int] = ()) -> list[int]:
        """``head`` and all below it in order, leaving out the subtrees of ``without``."""
        cut = set(without)
        out, stack = [], [head]
        while stack:
            i = stack.pop()
            if i in cut and i != head:
                continue
            out.append(i)
            stack.extend(self.children[i])
        return sorted(out)

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        i = self.tokens[token].head
        while i >= 0:
            yield i
            i = self.tokens[i].head

    def first_joined(self, head: int) -> int:
        """The first of the words that one is joined to by "and" or "or"; itself where it is joined to none."""
        while self.tokens[head].deprel == "conj" and self.tokens[head].head >= 0:
            head = self.tokens[head].head
        return head

    def subject(self, head: int) -> int | None:
        """The subject of a clause, or None; its own where the clause is a predicate ("the fear is that it fell")."""
        inner = self.child(head, *SUBJECTS[:-1])
        return inner if inner is not None else self.child(head, *SUBJECTS)

    def verb_group(self, head: int) -> list[int]:
        """What makes a verb with its head: auxiliaries, copula, particle, negation."""
        return [c for c in self.children[head] if self.tokens[c].deprel in VERB_GROUP or self.lower[c] in NEGATING]

    def extent(self, tokens: Iterable[int]) -> Extent:
        """From the first character of the tokens to the last."""
        some = sorted(tokens)
        return Extent(self.tokens[some[0]].start, self.tokens[some[-1]].end)

    def inside(self, extent: Extent, sentence: Sentence | None = None) -> list[int]:
        """The tokens that lie within an extent."""
        low, high = (sentence.first, sentence.last) if sentence else (0, len(self.tokens))
        first = bisect_left(self._starts, extent.start, low, high)
        last = bisect_left(self._starts, extent.end, low, high)
        return [i for i in range(first, last) if self.tokens[i].end <= extent.end]

    def sentence(self, place: int) -> Sentence:
        """The sentence that holds a place of the text; the one before it where none does."""
        return self.sentences[self.sentence_number(place)]

    def sentence_number(self, place: int) -> int:
        """Its index."""
        return max(0, bisect_right(self._sentence_starts, place) - 1)

    def head(self, extent: Extent) -> int | None:
        """The head token of a phrase: the first content word whose own head lies outside it."""
        inside = self.inside(extent)
        some = set(inside)
        content = (i for i in inside if self.tokens[i].upos not in ("PUNCT", "DET", "ADP", "CCONJ", "SCONJ"))
        return next((i for i in content if self.tokens[i].head not in some), None)

    def top(self, tokens: Iterable[int]) -> int | None:
        """The token nearest to the root among some (the head of a phrase); the first on a tie."""
        return min(tokens, key=lambda i: (self.depth[i], i), default=None)

    def is_clause(self, head: int) -> bool:
        """Whether a token heads a clause: a verb, or a predicate with a copula or a subject."""
        token = self.tokens[head]
        if token.upos == "VERB":
            return True
        return any(self.tokens[c].deprel in (*SUBJECTS, "cop") for c in self.children[head])
