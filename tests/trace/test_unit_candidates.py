"""Candidates: every stretch that could be a unit, cut where a dependent begins or ends."""

from crossread.model.annotated import Annotated, Sentence, Token
from crossread.model.report import Published, Report
from crossread.model.tree import Tree
from crossread.trace import unit_candidates

# (word, class, head, relation) of one sentence.
SENTENCE = [
    ("The", "DET", 1, "det"),
    ("fire", "NOUN", 2, "nsubj"),
    ("destroyed", "VERB", -1, "root"),
    ("a", "DET", 4, "det"),
    ("warehouse", "NOUN", 2, "obj"),
    ("on", "ADP", 6, "case"),
    ("Monday", "PROPN", 2, "obl"),
    (",", "PUNCT", 8, "punct"),
    ("killing", "VERB", 2, "advcl"),
    ("three", "NUM", 10, "nummod"),
    ("workers", "NOUN", 8, "obj"),
    (".", "PUNCT", 2, "punct"),
]


def tree() -> Tree:
    text = " ".join(word for word, *_ in SENTENCE)
    tokens, at = [], 0
    for word, upos, head, deprel in SENTENCE:
        tokens.append(Token(at, at + len(word), upos, head, deprel))
        at += len(word) + 1
    report = Report("r00", "r.txt", "0" * 64, text, "en", Published())
    return Tree(Annotated(report, (Sentence(0, len(text), 0, len(tokens)),), tuple(tokens)))


def stretches() -> list[str]:
    t = tree()
    found = unit_candidates.find(t, t.sentences[0], unit_candidates.Reach(t))
    return [" ".join(t.words[c.first : c.last]) for c in found]


def test_a_clause_is_cut_before_and_after_what_hangs_on_it():
    found = stretches()
    assert "The fire destroyed a warehouse" in found
    assert "The fire destroyed a warehouse on Monday" in found
    assert "destroyed a warehouse on Monday" in found
    assert "killing three workers" in found
    assert "on Monday" in found


def test_a_verb_is_never_cut_from_its_object():
    assert not any(s.endswith(("destroyed", "killing")) for s in stretches())


def test_marks_and_connectives_stand_at_no_edge():
    assert all(s[0].isalnum() and s[-1].isalnum() for s in stretches())


def test_reach_is_the_stretch_below_a_word():
    reach = unit_candidates.Reach(tree())
    assert (reach.low[8], reach.high[8]) == (7, 11)
    assert (reach.low[2], reach.high[2]) == (0, 12)
