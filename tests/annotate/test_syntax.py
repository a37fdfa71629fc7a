"""Dependencies of small sentences."""

import pytest

from crossread.annotate.encoder import SyntaxGraph
from crossread.annotate.syntax import Syntax
from crossread.annotate.tokens import tokenise


@pytest.fixture(scope="module")
def graph() -> SyntaxGraph:
    return SyntaxGraph()


def parse(graph: SyntaxGraph, text: str, offset: int = 0) -> dict[str, tuple[str, str, str]]:
    words = tokenise(text, 0, len(text))
    tokens = Syntax(graph).tokens(graph([[w.of(text) for w in words]])[0], words, offset)
    told = [text[t.start : t.end] for t in tokens]
    return {
        w: (t.upos, t.deprel, told[t.head - offset] if t.head >= 0 else "") for w, t in zip(told, tokens, strict=True)
    }


def test_a_clause(graph):
    told = parse(graph, "The board closed the old port yesterday.")
    assert told["closed"] == ("VERB", "root", "")
    assert told["board"] == ("NOUN", "nsubj", "closed")
    assert told["port"] == ("NOUN", "obj", "closed")
    assert told["old"] == ("ADJ", "amod", "port")


def test_a_passive_with_an_agent(graph):
    told = parse(graph, "The memo was written by two engineers.")
    assert told["memo"][1:] == ("nsubj:pass", "written")
    assert told["engineers"][2] == "written"


def test_heads_count_from_the_reports_first_token(graph):
    assert parse(graph, "Boats sank.", 40)["Boats"] == ("NOUN", "nsubj", "sank")
