"""What a saying holds: where it is cut and where it grows."""

from tests.trace.made import plain

from crossread.model.annotated import Token
from crossread.model.span import Extent
from crossread.model.tree import Tree
from crossread.trace.contents import cut, whole_quotations
from crossread.trace.cues import cues
from crossread.trace.saying import Saying


def tree_of(text: str, rows: list[tuple[str, str, int, str]]) -> Tree:
    """A tree from (word, part of speech, head, relation), words in the order of the text."""
    tokens, at = [], 0
    for word, upos, head, deprel in rows:
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), upos, head, deprel))
        at += len(word)
    annotated = plain("r00", text)
    return Tree(type(annotated)(annotated.report, annotated.sentences, tuple(tokens)))


def test_what_the_speaker_does_besides_is_the_reports():
    text = "Olin said no and went home"
    tree = tree_of(
        text,
        [
            ("Olin", "PROPN", 1, "nsubj"),
            ("said", "VERB", -1, "root"),
            ("no", "INTJ", 1, "obj"),
            ("and", "CCONJ", 4, "cc"),
            ("went", "VERB", 1, "conj"),
            ("home", "ADV", 4, "advmod"),
        ],
    )
    saying = Saying(0, Extent(0, 4), Extent(5, 9), (Extent(10, len(text)),))
    assert [c.of(text).strip() for c in cut(saying, tree, cues()).content] == ["no"]


def test_a_second_verb_of_saying_cuts_nothing():
    text = "Olin said no and added thanks"
    tree = tree_of(
        text,
        [
            ("Olin", "PROPN", 1, "nsubj"),
            ("said", "VERB", -1, "root"),
            ("no", "INTJ", 1, "obj"),
            ("and", "CCONJ", 4, "cc"),
            ("added", "VERB", 1, "conj"),
            ("thanks", "NOUN", 4, "obj"),
        ],
    )
    saying = Saying(0, Extent(0, 4), Extent(5, 9), (Extent(10, len(text)),))
    assert cut(saying, tree, cues()) == saying


def test_a_content_holds_a_quotation_whole():
    text = 'Olin said "it is safe. We checked."'
    quoted = Extent(text.index('"'), len(text))
    saying = Saying(0, Extent(0, 4), Extent(5, 9), (Extent(10, 22),))
    assert whole_quotations(saying, [quoted]).content == (quoted,)
