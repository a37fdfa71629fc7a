"""The second room: everything that one report says, marked in its text."""

import re
from collections.abc import Iterable, Iterator

from crossread.annotate import headlines, quantities, references, sentences, times
from crossread.annotate.attributions import Attributions
from crossread.annotate.encoder import AttributionGraph, SyntaxGraph, piece_count
from crossread.annotate.entities import Names
from crossread.annotate.syntax import Syntax
from crossread.annotate.tokens import tokenise
from crossread.model.annotated import Annotated, Entity, Sentence, Token
from crossread.model.report import Failure, Report
from crossread.model.span import Extent
from crossread.models import digests

MOST_PIECES = 500
"""A sentence of more word pieces than the encoder's 512 with room to spare is cut between words."""


_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, which JSON may hold and no tokenizer reads; its stand-in keeps every offset."""


class Annotator:
    """Annotates reports one by one. Loads its models once; the same report gives the same annotation anywhere."""

    name = "annotate"

    def __init__(self, threads: int = 1) -> None:
        syntax, attribution = SyntaxGraph(threads), AttributionGraph(threads)
        self._syntax_graph, self._syntax, self._names = syntax, Syntax(syntax), Names(syntax)
        self._attributions = Attributions(attribution)
        known = digests()
        self.version = "1-" + known["attribution.onnx"][:8] + known["syntax.onnx"][:8]

    def __call__(self, reports: Iterable[Report]) -> Iterator[Annotated | Failure]:
        """One ``Annotated`` a report, or a ``Failure`` that names it; a bad report never stops the rest."""
        for report in reports:
            try:
                yield self.annotate(report)
            except Exception as error:  # hostile text: whatever breaks is told, and the rest goes on
                yield Failure(report.path, self.name, f"{type(error).__name__}: {error}")

    def annotate(self, report: Report) -> Annotated:
        """Everything about one report."""
        text = _SURROGATE.sub("\ufffd", report.text)
        split = sentences.split(text, report.debris)
        read = headlines.as_written(text, split, report.debris)
        tokens, entities, marked = self._parse(read, _cut(text, split))
        told = times.find(text, report.published, marked)
        return Annotated(
            report=report,
            sentences=marked,
            tokens=tokens,
            entities=entities,
            attributions=tuple(self._attributions.find(read, report.debris)),
            references=tuple(references.find(text, tokens, marked, entities)),
            times=told,
            quantities=quantities.find(text, tokens, marked, told),
        )

    def _parse(
        self, text: str, cut: list[list[Extent]]
    ) -> tuple[tuple[Token, ...], tuple[Entity, ...], tuple[Sentence, ...]]:
        tokens: list[Token] = []
        entities: list[Entity] = []
        marked: list[Sentence] = []
        spelt = [[word.of(text) for word in words] for words in cut]
        for words, told, one in zip(cut, spelt, self._syntax_graph(spelt), strict=True):
            first = len(tokens)
            tokens += self._syntax.tokens(one, words, first)
            entities += self._names.find(one, words, told)
            marked.append(Sentence(words[0].start, words[-1].end, first, len(tokens)))
        return tuple(tokens), tuple(entities), tuple(marked)


def _cut(text: str, found: list[Extent]) -> list[list[Extent]]:
    """Words of each sentence; a sentence too long for the encoder is cut between words."""
    out: list[list[Extent]] = []
    for sentence in found:
        words: list[Extent] = []
        pieces = 0
        for word in tokenise(text, sentence.start, sentence.end):
            size = piece_count(word.of(text))
            if words and pieces + size > MOST_PIECES:
                out.append(words)
                words, pieces = [], 0
            words.append(word)
            pieces += size
        if words:
            out.append(words)
    return out
