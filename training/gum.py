"""GUM's documents with predicted syntax and names, and its entity and coreference marks."""

import re
from pathlib import Path

import msgspec

from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.entities import Names
from crossread.annotate.phrases import Phrase
from crossread.annotate.syntax import Syntax
from crossread.model.annotated import Entity, Sentence, Token
from crossread.model.span import Extent

_ELEMENT = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")


def gum_mentions(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    """Mentions ``first:last`` of CoNLL-U rows with GUM's "id-type" as their label."""
    out, stack = [], []
    for i, row in enumerate(rows):
        value = next((p[7:] for p in row[9].split("|") if p.startswith("Entity=")), "")
        for opening, closed, closing in _ELEMENT.findall(value):
            parts = opening.split("-")
            if len(parts) > 1 and closed:
                out.append((i, i + 1, "-".join(parts[:2])))
            elif len(parts) > 1:
                stack.append((parts[0], i, "-".join(parts[:2])))
            elif closing:
                match = next((s for s in reversed(stack) if s[0] == closing), None)
                if match:
                    stack.remove(match)
                    out.append((match[1], i + 1, match[2]))
    return out


class Document(msgspec.Struct):
    """A GUM document with predicted syntax and names, and the gold chain of each head token."""

    name: str
    text: str
    tokens: list[Token]
    sentences: list[Sentence]
    entities: list[Entity]
    chain: dict[int, str]


def read(path: Path, graph: SyntaxGraph) -> list[Document]:
    """Every document of a GUM file."""
    syntax, names = Syntax(graph), Names(graph)
    groups: list[tuple[str, list[list[list[str]]]]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = block.splitlines()
        new = next((line.split("= ")[1] for line in lines if line.startswith("# newdoc")), None)
        if new:
            groups.append((new, []))
        sentence = [line.split("\t") for line in lines if line[:1].isdigit()]
        if sentence:
            groups[-1][1].append([r for r in sentence if r[0].isdigit()])
    return [_document(name, found, graph, syntax, names) for name, found in groups]


def _document(name: str, found: list, graph: SyntaxGraph, syntax: Syntax, names: Names) -> Document:
    text, tokens, sentences, entities, chain = "", [], [], [], {}
    parsed = graph([[r[1] for r in sentence] for sentence in found])
    spans = gum_mentions([r for sentence in found for r in sentence])
    heads = [int(r[6]) for sentence in found for r in sentence]
    for sentence, one in zip(found, parsed, strict=True):
        words = []
        for r in sentence:
            words.append(Extent(len(text), len(text) + len(r[1])))
            text += r[1] + ("" if "SpaceAfter=No" in r[9] else " ")
        first = len(tokens)
        tokens += syntax.tokens(one, words, first)
        entities += names.find(one, words, [r[1] for r in sentence])
        sentences.append(Sentence(words[0].start, words[-1].end, first, len(tokens)))
        text = text.rstrip() + "\n"
    first_of = {i: s.first for s in sentences for i in range(s.first, s.last)}
    for start, end, label in sorted(spans, key=lambda s: s[0] - s[1]):
        inside = range(start, end)
        head = next((i for i in inside if not heads[i] or first_of[i] + heads[i] - 1 not in inside), start)
        chain.setdefault(head, label)
    return Document(name, text, tokens, sentences, entities, chain)


def gold_of(document: Document, phrases: list[Phrase]) -> list[str | None]:
    """The gold chain of each phrase, or None."""
    return [document.chain.get(p.head) for p in phrases]
